--- Tables that can be read but not changed.

local readonly = {}

--- The classes that were made, by name: the methods of each, an empty table for none.
readonly.classes = {}

-- The key under which a view keeps its table; nobody else has it.
local DATA = {}

local function refuse(name)
  return function() error(name .. " is read-only", 2) end
end

-- The metatable of a class of views.
-- @param shown function(value) -> what a program sees of a value of the table
local function metatable_of(name, shown)
  local meta = {__name = name, __metatable = name, __newindex = refuse(name)}
  function meta.__len(view) return #rawget(view, DATA) end
  function meta.__pairs(view)
    local data = rawget(view, DATA)
    return function(_, key)   -- the table itself stays hidden
      local found, value = next(data, key)
      if found ~= nil then return found, shown(value) end
    end, view, nil
  end
  return meta
end

local function itself(value) return value end

--- A class of read-only views: a function that makes a view of a table.
-- @param name the class, for messages and `__name`
-- @param methods functions that views have beside the keys of their tables
-- @param to_string function(data) -> text, or nil
function readonly.class(name, methods, to_string)
  readonly.classes[name] = methods or {}
  local meta = metatable_of(name, itself)
  function meta.__index(view, key)
    local value = rawget(view, DATA)[key]
    if value == nil and methods then value = methods[key] end
    return value
  end
  function meta.__tostring(view) return to_string and to_string(rawget(view, DATA)) or name end
  return function(data) return setmetatable({[DATA] = data}, meta) end
end

-- ---- all the way down ---------------------------------------------------------------------------

-- The views of plain tables that are in use: one table has one view.
local views = setmetatable({}, {__mode = "kv"})

--- What somebody who may change nothing sees of a value: of a plain table a view, of everything else itself.
function readonly.seal(value)
  return type(value) == "table" and getmetatable(value) == nil and readonly.deep(value) or value
end

local deep = metatable_of("govreport.View", readonly.seal)
readonly.classes["govreport.View"] = {}

function deep.__index(view, key) return readonly.seal(rawget(view, DATA)[key]) end

function deep.__tostring() return "govreport.View" end

--- A view of a plain table and, when they are asked for, of the plain tables in it.
function readonly.deep(data)
  views[data] = views[data] or setmetatable({[DATA] = data}, deep)
  return views[data]
end

--- The plain table behind a view that `seal` gave; of everything else itself.
function readonly.unseal(value)
  return getmetatable(value) == "govreport.View" and rawget(value, DATA) or value
end

--- A copy of a plain table and of all plain tables in it, with what is behind the views in them; of everything else
-- itself. Tables that hold themselves do so in the copy.
function readonly.unsealed(value, copies)
  value = readonly.unseal(value)
  if type(value) ~= "table" or getmetatable(value) ~= nil then return value end
  copies = copies or {}
  if copies[value] then return copies[value] end
  local own = {}
  copies[value] = own
  for key, inner in next, value do own[key] = readonly.unsealed(inner, copies) end
  return own
end

--- `next` for those who may not see what is behind a view.
function readonly.next(t, key)
  local data = type(t) == "table" and rawget(t, DATA)
  if not data then return next(t, key) end
  local found, value = next(data, key)
  if found == nil then return nil end
  if getmetatable(t) == "govreport.View" then value = readonly.seal(value) end
  return found, value
end

return readonly
