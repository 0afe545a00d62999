--- Checks the keys of tables that people write: forms, rules, options. An unknown key is an error that names the
-- nearest known one.

local distance = require "govreport.base.distance"

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

--- The name among `names` (a map by name) that is nearest to `name`; nil where none is near.
function keys.nearest(name, names)
  local sorted = {}
  for known in pairs(names) do sorted[#sorted + 1] = known end
  table.sort(sorted)
  local best, best_distance = nil, math.max(2, #name // 3) + 1
  for _, known in ipairs(sorted) do
    local d = distance({name:byte(1, -1)}, {known:byte(1, -1)})
    if d < best_distance then best, best_distance = known, d end
  end
  return best or kin(name, sorted)
end

local function type_fits(value, types)
  local actual = type(value)
  for allowed in types:gmatch("[^|]+") do
    if actual == allowed or allowed == "any" or (allowed == "integer" and math.type(value) == "integer") then
      return true
    end
  end
  return false
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
  local sorted = {}
  for key in pairs(value) do sorted[#sorted + 1] = tostring(key) end
  table.sort(sorted)
  for _, key in ipairs(sorted) do
    local types = known[key]
    if not types then
      local nearest = keys.nearest(key, known)
      local hint = nearest and ", did you mean '" .. nearest .. "'?" or ""
      error(("%s: unknown key '%s'%s"):format(place(key), key, hint), 0)
    end
    if not type_fits(value[key], types) then
      error(("%s: '%s' must be %s, not %s"):format(place(key), key, types:gsub("|", " or "), type(value[key])), 0)
    end
  end
  for _, key in ipairs(required or {}) do
    if value[key] == nil then error(("%s: the key '%s' is missing"):format(place(), key), 0) end
  end
  return value
end

return keys
