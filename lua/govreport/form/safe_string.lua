--- The strings of scripts: what a single call could spend without end is measured before it runs. A count of
-- instructions does not see it: to Lua a call of string.find is one.

local pattern_cost = require "govreport.base.pattern_cost"

local safe_string = {}

--- A single call may take so many steps, and make so many bytes.
safe_string.most_steps = 1e9
safe_string.most_bytes = 64 << 20

for name, f in pairs(string) do safe_string[name] = f end
safe_string.dump = nil

local function guarded(name)
  local own = string[name]
  return function(text, pattern, ...)
    local is_plain = name == "find" and select(2, ...)
    if type(text) == "string" and type(pattern) == "string" and not is_plain
       and pattern_cost(pattern, text, safe_string.most_steps) > safe_string.most_steps then
      error(("string.%s: the pattern '%s' may take more than %.0f steps on a text of %d bytes"):format(
        name, pattern, safe_string.most_steps, #text), 2)
    end
    return own(text, pattern, ...)
  end
end

for _, name in ipairs{"find", "match", "gmatch", "gsub"} do safe_string[name] = guarded(name) end

function safe_string.rep(text, count, separator)
  local size = type(text) == "string" and #text + (type(separator) == "string" and #separator or 0)
  if size and type(count) == "number" then
    if size == 0 then return "" end
    if count > safe_string.most_bytes // size then
      error(("string.rep: more than %d bytes"):format(safe_string.most_bytes), 2)
    end
  end
  return string.rep(text, count, separator)
end

--- Any value as text, without addresses, which differ from run to run.
function safe_string.text(value)
  local kind = type(value)
  if kind == "string" or kind == "number" or kind == "boolean" or kind == "nil" then return tostring(value) end
  local text = tostring(value)
  return string.find(text, ": 0?x?%x%x%x%x%x%x+$") and kind or text
end

function safe_string.format(format, ...)
  if type(format) == "string" and string.find(string.gsub(format, "%%%%", ""), "%%[^%a]*p") then
    error("string.format: '%p' differs from run to run", 2)
  end
  local values = table.pack(...)
  for i = 1, values.n do
    local kind = type(values[i])
    if kind == "table" or kind == "function" or kind == "userdata" then values[i] = safe_string.text(values[i]) end
  end
  return string.format(format, table.unpack(values, 1, values.n))
end

return safe_string
