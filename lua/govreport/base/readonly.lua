--- Tables that can be read but not changed.

local readonly = {}

--- The classes that were made, by name: the methods of each, an empty table for none.
readonly.classes = {}

-- The key under which a view keeps its table; nobody else has it.
local DATA = {}

local function refuse(name)
  return function() error(name .. " is read-only", 2) end
end

--- A class of read-only views: a function that makes a view of a table.
-- @param name the class, for messages and `__name`
-- @param methods functions that views have beside the keys of their tables
-- @param to_string function(data) -> text, or nil
function readonly.class(name, methods, to_string)
  readonly.classes[name] = methods or {}
  local meta = {__name = name, __metatable = name, __newindex = refuse(name)}
  function meta.__len(view) return #rawget(view, DATA) end
  function meta.__pairs(view)
    local data = rawget(view, DATA)
    return function(_, key) return next(data, key) end, view, nil   -- the table itself stays hidden
  end
  function meta.__index(view, key)
    local value = rawget(view, DATA)[key]
    if value == nil and methods then value = methods[key] end
    return value
  end
  function meta.__tostring(view) return to_string and to_string(rawget(view, DATA)) or name end
  return function(data) return setmetatable({[DATA] = data}, meta) end
end

return readonly
