--- Checks the keys of tables that people write: forms, rules, options. An unknown key is an error that names the
-- nearest known one.

local later = require "govreport.base.later"
local distance = later "govreport.base.distance"

local keys = {}

local shortest_piece = 3

-- The words of a name, in order: granted_partially is partially_granted.
local function words_of(name)
  local list = {}
  for word in name:gmatch("[^_]+") do list[#list + 1] = word end
  table.sort(list)
  return table.concat(list, "_")
end

-- The only name that begins with another one, or has the same words; nil where there is none, or several.
local function kin(name, sorted)
  local found
  for _, known in ipairs(sorted) do
    local begins = #name >= shortest_piece and known:sub(1, #name) == name
    if begins or words_of(known) == words_of(name) then
      if found then return nil end
      found = known
    end
  end
  return found
end

-- The characters of a name, its bytes where it is no UTF-8.
local function characters(name)
  return utf8.len(name) and {utf8.codepoint(name, 1, -1)} or {name:byte(1, -1)}
end

--- The name among `names` (a map by name) that is nearest to `name`; nil where none is near. Short ones in Chinese have
-- a single character for what takes several letters.
function keys.nearest(name, names)
  local sorted, own = {}, characters(name)
  for known in pairs(names) do sorted[#sorted + 1] = known end
  table.sort(sorted)
  local least = #own == #name and 2 or 1
  local best, best_distance = nil, math.max(least, #own // 3) + 1
  for _, known in ipairs(sorted) do
    -- What is no nearer than the best is not worked out.
    local d = distance(own, characters(known), true, best_distance - 1)
    if d then best, best_distance = known, d end
  end
  return best or kin(name, sorted)
end

-- What a key must hold, in words, where the name of the type does not tell a reader.
local in_words = {boolean = "true or false", table = "a table, {…}", userdata = "an object",
                  pattern = "a pattern of LPeg"}

local function type_fits(value, types)
  local actual = type(value)
  if actual == types then return true end
  if types == "pattern" then return actual == "userdata" end
  for allowed in types:gmatch("[^|]+") do
    if actual == allowed or allowed == "any" or (allowed == "integer" and math.type(value) == "integer") then
      return true
    end
  end
  return false
end

-- What is said behind an unknown key: the nearest known one, else all that are known.
local function proposal(key, known)
  local nearest = keys.nearest(key, known)
  if nearest then return ", did you mean '" .. nearest .. "'?" end
  local sorted = {}
  for name in pairs(known) do sorted[#sorted + 1] = name end
  table.sort(sorted)
  return "; known are " .. table.concat(sorted, ", ")
end

-- The first key, in order, that is unknown or holds what it may not hold; nil where there is none.
local function first_odd(value, known)
  local first
  for key, held in pairs(value) do
    local types, name = known[key], tostring(key)
    if (not types or not type_fits(held, types)) and (not first or name < first) then first = name end
  end
  return first
end

--- Raises where a table has unknown keys, values of another type, or lacks a required key.
-- @param value the table
-- @param known map from key to type, `"string|table"` for either
-- @param required list of keys
-- @param where how the message names the table, or function(key) -> that, with the place of the key
function keys.check(value, known, required, where)
  if type(value) ~= "table" then
    error(("%s: a table is expected, not %s"):format(type(where) == "function" and where() or where, type(value)), 0)
  end
  local function place(key)
    local at = type(where) == "function" and where(key) or where
    return type(value.id) == "string" and ("%s '%s'"):format(at, value.id) or at
  end
  local odd = first_odd(value, known)
  if odd and not known[odd] then
    error(("%s: unknown key '%s'%s"):format(place(odd), odd, proposal(odd, known)), 0)
  elseif odd then
    error(("%s: '%s' must be %s, not %s"):format(place(odd), odd, known[odd]:gsub("|", " or "):gsub("%a+", in_words),
                                                 type(value[odd])), 0)
  end
  for _, key in ipairs(required or {}) do
    if value[key] == nil then error(("%s: the key '%s' is missing"):format(place(), key), 0) end
  end
  return value
end

return keys
