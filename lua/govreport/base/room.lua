--- A room as a table: its modules by their names, each loaded when it is first asked for.
--
--   local compare = require "govreport.compare"                  -- loads nothing of it
--   compare.diff.run(a, b)                                       -- loads govreport.compare.diff

--- @param name of the room, as `require` gives it to its first file: `...`
return function(name)
  return setmetatable({}, {__index = function(room, module)
    room[module] = require(name .. "." .. module)
    return room[module]
  end})
end
