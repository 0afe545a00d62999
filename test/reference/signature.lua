--- Reads the one-line declarations of docs/api.lua: `name?: type`, `name(parameter: type): result, result`.

local signature = {}

-- Splits at the commas that stand in no brackets.
local function split(text)
  local parts, depth, from = {}, 0, 1
  for position, character in text:gmatch("()([%(%){}<>%[%],])") do
    if character == "," and depth == 0 then
      parts[#parts + 1] = text:sub(from, position - 1)
      from = position + 1
    elseif character ~= "," then
      depth = depth + (character:find("[%({<%[]") and 1 or -1)
    end
  end
  if from <= #text then parts[#parts + 1] = text:sub(from) end
  for i, part in ipairs(parts) do parts[i] = part:match("^%s*(.-)%s*$") end
  return parts
end

--- Reads `name: type`, `name?: type`, `[type]: type`.
-- @return `{name, type, optional}`
function signature.field(text)
  local name, mark, type_ = text:match("^([%w_]+)(%??): (.+)$")
  if not name then
    name, type_ = text:match("^(%.%.%.): (.+)$")
    if not name then name, type_ = text:match("^(%[%a+%]): (.+)$") end
  end
  if not name then error("no declaration of a field: " .. text, 0) end
  return {name = name, type = type_, optional = mark == "?"}
end

--- Reads `name(parameter: type, parameter?: type): result, result`.
-- @return `{name, params = list of fields, results = list of types}`
function signature.method(text)
  local name, params, rest = text:match("^([%w_]+)(%b())(.*)$")
  local results = name and (rest == "" and "" or rest:match("^: (.+)$"))
  if not results then error("no declaration of a function: " .. text, 0) end
  local own = {name = name, params = split(params:sub(2, -2)), results = split(results)}
  for i, param in ipairs(own.params) do own.params[i] = signature.field(param) end
  return own
end

--- Replaces the words with a capital, which are classes and aliases, by what `use` gives for them.
function signature.map_types(type_, use)
  local text = (" " .. type_):gsub('([^%w_."])(%u%w*)', function(before, word) return before .. use(word) end)
  return text:sub(2)
end

--- The results of a function that may fail: at each place the type of the result, or of what stands there instead:
-- nil, message, code, problems.
function signature.results(own, entry)
  if not entry.fails then return own.results end
  local instead, list = {"nil", "string", "Code", entry.problems}, {}
  for i = 1, math.max(#own.results, #instead) do
    local result, other = own.results[i], instead[i]
    list[i] = result and other and result .. "|" .. other or result or other .. "?"
  end
  return list
end

return signature
