--- The units of what a sum adds up: cells keep the units they are printed with, and are taken in one of them.

local core = require "govreport.core"

local sum_units = {}

--- The unit in which a sum is taken; nil where no cell has another one, so that all are taken as printed.
-- @param units those of the cells, by number
-- @param terms cells by number, each with its sign behind it
function sum_units.among(units, terms)
  local unit, mixed = nil, false
  for i = 1, #terms, 2 do
    local own = units[terms[i]]
    unit = unit or own and core.unit_added(own)
    mixed = mixed or own ~= nil and own ~= unit
  end
  return mixed and unit or nil
end

--- The same, asked of a report.
function sum_units.of(report, terms)
  local units = {}
  for i = 1, #terms, 2 do units[terms[i]] = report:cell(terms[i]).unit end
  return sum_units.among(units, terms)
end

--- A value in a unit, exact; nil where there is none, or it counts something else. Raises where it has more than 15
-- digits.
-- @param own the unit that it has; nil for none
-- @param unit nil for its own
function sum_units.converted(value, own, unit)
  if value == nil or not unit or not own or own == unit then return value end
  local factor = core.unit_factor(own, unit)
  return factor and core.product(factor, value)
end

--- The value of a cell in a unit; see `sum_units.converted`.
function sum_units.value(cell, unit) return sum_units.converted(cell.value, cell.unit, unit) end

return sum_units
