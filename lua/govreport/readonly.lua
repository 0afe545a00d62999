--- Tables that can be read but not changed.

local readonly = {}

local function refuse(name)
  return function() error(name .. " is read-only", 2) end
end

--- A read-only view of a table; `name` is its class.
-- @param methods functions that it has beside the table's own keys
function readonly.view(data, name, methods, metamethods)
  local meta = {
    __name = name,
    __metatable = name,
    __newindex = refuse(name),
    __len = function() return #data end,
    __pairs = function() return next, data, nil end,
    __index = function(_, key)
      local value = data[key]
      if value == nil and methods then value = methods[key] end
      return value
    end,
  }
  for key, value in pairs(metamethods or {}) do meta[key] = value end
  return setmetatable({}, meta)
end

return readonly
