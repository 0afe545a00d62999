--- The strings of scripts: what a single call could spend without end is measured and charged before it runs. A count
-- of instructions does not see it: to Lua a call of string.find is one.

local core = require "govreport.core"
local pattern_cost = require "govreport.base.pattern_cost"

local safe_string = {}

--- A single call may take so many steps, and make so many bytes. It is charged a part of the steps: they are the most
-- that it can take, and each is far less than an instruction.
safe_string.most_steps, safe_string.charged = 3e8, 1 / 8
safe_string.most_bytes = 64 << 20

for name, f in pairs(string) do safe_string[name] = f end
safe_string.dump = nil

-- What is wrong with arguments has no place when pcall calls; what a function of the script raised has one.
local function settled(ok, ...)
  if ok then return ... end
  local problem = ...
  local is_placed = type(problem) ~= "string" or string.find(problem, "^[^\n]-:%d+: ")
  error(problem, is_placed and 0 or 2)
end

--- Calls a function of Lua for a function of ours that scripts call and that calls this last: an error is that of the
-- script's line.
function safe_string.call(f, ...) return settled(pcall(f, ...)) end

-- A pattern in a message.
local function shown(pattern)
  return #pattern > 200 and ("of %d bytes"):format(#pattern) or "'" .. pattern .. "'"
end

-- Words are compared, without a pattern, so many bytes in a step.
local bytes_a_step = 64

-- The most steps of a search. To gmatch "^" is a character.
local function steps_of(name, text, pattern, is_plain)
  if is_plain then return (#text + 1.0) * math.max(1, #pattern / bytes_a_step) end
  if name == "gmatch" and string.sub(pattern, 1, 1) == "^" then pattern = "%" .. pattern end
  return pattern_cost(pattern, text, safe_string.most_steps)
end

--- Charges a search for a pattern. For a function that scripts call and that calls this: an error is of the script's
-- line.
-- @param name of the function of string, `find`
function safe_string.charge(name, text, pattern, is_plain)
  local steps = steps_of(name, text, pattern, is_plain)
  if steps > safe_string.most_steps then
    error(("string.%s: the pattern %s may take more than %.0f steps on a text of %d bytes"):format(
      name, shown(pattern), safe_string.most_steps, #text), 3)
  end
  core.charge(steps * safe_string.charged)
end

local function guarded(name)
  local own = string[name]
  return function(text, pattern, ...)
    if type(text) == "string" and type(pattern) == "string" then
      safe_string.charge(name, text, pattern, name == "find" and select(2, ...))
    end
    return safe_string.call(own, text, pattern, ...)
  end
end

for _, name in ipairs{"find", "match", "gmatch", "gsub"} do safe_string[name] = guarded(name) end

-- How many bytes a value has as a text; a number is one where a text is expected.
local function bytes_of(value)
  return (type(value) == "string" or type(value) == "number") and #tostring(value) or 0
end

-- Raises for a size that nobody needs; called by what the script called.
local function check_bytes(name, count, size)
  if count <= safe_string.most_bytes // size then return end
  error(("string.%s: more than %d bytes"):format(name, safe_string.most_bytes), 3)
end

function safe_string.rep(text, count, separator)
  local size, times = bytes_of(text) + bytes_of(separator), tonumber(count)
  if size == 0 and text == "" and times then return "" end
  if times then check_bytes("rep", times, math.max(size, 1)) end
  return safe_string.call(string.rep, text, count, separator)
end

function safe_string.pack(format, ...)
  for size in string.gmatch(tostring(format), "c(%d+)") do check_bytes("pack", tonumber(size), 1) end   -- filled up
  return safe_string.call(string.pack, format, ...)
end

--- Any value as text, without addresses, which differ from run to run.
function safe_string.text(value)
  local kind = type(value)
  if kind == "string" or kind == "number" or kind == "boolean" or kind == "nil" then return tostring(value) end
  local text = tostring(value)
  return string.find(text, ": 0?x?%x%x%x%x%x%x+$") and kind or text
end

function safe_string.format(format, ...)
  if type(format) == "string" and string.find(string.gsub(format, "%%%%", ""), "%%[^%a%%]*p") then
    error("string.format: '%p' differs from run to run", 2)
  end
  local values = table.pack(...)
  for i = 1, values.n do
    local kind = type(values[i])
    if kind == "table" or kind == "function" or kind == "userdata" then values[i] = safe_string.text(values[i]) end
  end
  return safe_string.call(string.format, format, table.unpack(values, 1, values.n))
end

return safe_string
