--- What a value that was read must look like: of JSON that others may have written.
--
--   local shape = require "govreport.base.shape"
--   local page = shape.object{name = shape.string, lines = shape.list(shape.integer), note = shape.maybe(shape.string)}
--   local wrong = page(value)      -- nil; or {place = "lines[2]", expected = "integer", actual = "string"}
--
-- A shape is a function(value, place). Keys that it does not name may hold anything: later versions have more of them.

local shape = {}

-- What a value is called: as in JSON, where null and a key that is not there are the same to us.
local function kind_of(value)
  if math.type(value) == "integer" then return "integer" end
  return type(value)
end

local function wrong(place, expected, value) return {place = place, expected = expected, actual = kind_of(value)} end

local function of_kind(kind)
  return function(value, place)
    if kind_of(value) ~= kind then return wrong(place or "", kind, value) end
  end
end

shape.string, shape.integer = of_kind "string", of_kind "integer"

--- Also nothing.
function shape.maybe(inner)
  return function(value, place)
    if value ~= nil then return inner(value, place) end
  end
end

--- One of some texts; `expected` of what is wrong is those.
function shape.one_of(...)
  local allowed, names = {}, table.concat({...}, ", ")
  for _, name in ipairs{...} do allowed[name] = true end
  return function(value, place)
    if not allowed[value] then return wrong(place or "", {values = names}, value) end
  end
end

--- A text that a function takes for right.
-- @param kind what `expected` says of others
function shape.text(fits, kind)
  return function(value, place)
    if type(value) ~= "string" or not fits(value) then return wrong(place or "", kind, value) end
  end
end

--- A list, of which each item has a shape.
function shape.list(item)
  return function(value, place)
    place = place or ""
    if type(value) ~= "table" then return wrong(place, "list", value) end
    local count = 0
    for key in pairs(value) do
      if math.type(key) ~= "integer" then return wrong(place, "list", value) end
      count = count + 1
    end
    for i = 1, count do   -- a null leaves a hole
      local problem = item(value[i], ("%s[%d]"):format(place, i))
      if problem then return problem end
    end
  end
end

--- An object, of which some keys have shapes; what is wrong with the first of them by name is told.
function shape.object(keys)
  local names = {}
  for name in pairs(keys) do names[#names + 1] = name end
  table.sort(names)
  return function(value, place)
    place = place or ""
    if type(value) ~= "table" then return wrong(place, "object", value) end
    for _, name in ipairs(names) do
      local problem = keys[name](value[name], place == "" and name or place .. "." .. name)
      if problem then return problem end
    end
  end
end

return shape
