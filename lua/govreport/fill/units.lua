--- The units that a table says of its cells, so that they need not stand behind the numbers.

local layout = require "govreport.form.layout"
local names = require "govreport.form.names"

local units = {}

-- 本年收费金额（单位：万元）: 万元.
local function unit_in_label(column)
  local path = layout.path_of(column)
  return path[#path]:match "（单位：([^（）]+)）$"
end

local function unit_column(t)
  for _, column in ipairs(t.columns) do
    if column.type == "unit" then return column end
  end
end

-- What a row says in its column of units.
local function unit_beside(t, row, entries)
  local column = unit_column(t)
  local own = column and entries[("%s.%s.%s"):format(t.id, row.id, column.id)]
  return own and own.text
end

--- The unit of all amounts of a form that reads one above its table; nil where its numbers have none, or several.
function units.stated(declared, entries)
  if not names.entry(declared.fields or {}, "amount_unit") then return nil end
  local found, seen
  for _, own in pairs(entries) do
    if own.state == "number" then
      if seen and own.unit ~= found then return nil end
      found, seen = own.unit, true
    end
  end
  return found
end

--- The unit that stands beside the cell of a row and a column, above it or with its table; nil for none.
-- @param stated what `units.stated` gave
function units.implied(t, row, column, entries, stated)
  return unit_beside(t, row, entries) or row.unit or unit_in_label(column) or stated
end

return units
