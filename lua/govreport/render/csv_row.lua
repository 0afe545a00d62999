--- A row of a table for spreadsheets, of values by the names of its columns.

local csv = require "govreport.base.csv"
local safe = require "govreport.base.safe"

--- @param columns list of names
-- @param values numbers, and texts, which come to stand on one line; nothing for nil
-- @return a line of CSV
return function(columns, values)
  local row = {}
  for i, name in ipairs(columns) do
    local value = values[name]
    row[i] = math.type(value) and value or value == nil and "" or safe(value)
  end
  return csv.line(row)
end
