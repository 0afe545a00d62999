--- Tables that can be read but not changed.

local readonly = {}

--- The classes that were made, by name: the methods of each, an empty table for none.
readonly.classes = {}

-- The key under which a view keeps its table; nobody else has it.
local DATA = {}

-- A table that is filled when it is read has a metatable with `complete`, which fills it. The keys of others are all
-- there.
local function completed(data)
  local meta = getmetatable(data)
  if meta and meta.complete then meta.complete() end
  return data
end

local function refuse(name)
  return function() error(name .. " is read-only", 2) end
end

-- The metatable of a class of views.
-- @param shown function(data, key, value) -> what a program sees of a value of the table
local function metatable_of(name, shown)
  local meta = {__name = name, __metatable = name, __newindex = refuse(name)}
  function meta.__len(view) return #rawget(view, DATA) end
  function meta.__pairs(view)
    local data = completed(rawget(view, DATA))
    return function(_, key)   -- the table itself stays hidden
      local found, value = next(data, key)
      if found ~= nil then return found, shown(data, found, value) end
    end, view, nil
  end
  return meta
end

local function itself(_, _, value) return value end

-- What is seen of plain tables in a table: views of the class `make`, made when they are first asked for.
local function as_views(make)
  return function(data, key, value)
    if type(value) ~= "table" or getmetatable(value) ~= nil then return value end
    data[key] = make(value)
    return data[key]
  end
end

--- A class of read-only views: a function that makes a view of a table.
-- @param name the class, for messages and `__name`
-- @param methods functions that views have beside the keys of their tables
-- @param to_string function(data) -> text, or nil
-- @param entries the class of the plain tables in the table, or nil
function readonly.class(name, methods, to_string, entries)
  readonly.classes[name] = methods or {}
  local shown = entries and as_views(entries) or itself
  local meta = metatable_of(name, shown)
  function meta.__index(view, key)
    local data = rawget(view, DATA)
    local value = data[key]
    if value ~= nil then return shown(data, key, value) end
    return methods and methods[key]
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

local deep = metatable_of("govreport.View", function(_, _, value) return readonly.seal(value) end)
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
  local found, value = next(completed(data), key)
  if found == nil then return nil end
  if getmetatable(t) == "govreport.View" then value = readonly.seal(value) end
  return found, value
end

return readonly
