--- One report of those that a roll-up compares: its body, its year and its numbers, kept when the report is closed.

local forms = require "govreport.form"

local member = {}

-- How many digits stand behind the point.
local function places_of(raw)
  local digits = raw and raw:match("%.(%d+)")
  return digits and #digits or nil
end

local function add_cell(self, cell)
  local address, value = cell.address, cell.value
  if value == nil then
    self.states[address] = cell.state
  else
    self.values[address], self.units[address] = value, cell.unit
    self.places[address] = places_of(cell.raw)
  end
end

-- A row that is printed as several, as one again: the sum of its parts, unknown where one of them is.
local function join_parts(self, t, row, column)
  local address = t.id .. "." .. row.id .. "." .. column.id
  if self.values[address] or self.states[address] then return end
  local sum = 0
  for _, id in ipairs(row.split) do
    local part = self.values[t.id .. "." .. id .. "." .. column.id]
    sum = sum and part and sum + part
  end
  if sum then self.values[address] = sum else self.states[address] = "blank" end
end

local function is_printed(self, t, row)
  for _, column in ipairs(t.columns) do
    local address = t.id .. "." .. row .. "." .. column.id
    if self.values[address] or self.states[address] and self.states[address] ~= "absent" then return true end
  end
  return false
end

local function join_rows(self, declared)
  for _, t in ipairs(declared.tables) do
    for _, row in ipairs(t.rows) do
      if row.split and is_printed(self, t, row.split[1]) then
        self.split[t.id .. "." .. row.id] = true
        for _, column in ipairs(t.columns) do join_parts(self, t, row, column) end
      end
    end
  end
end

--- What a roll-up needs of a report.
-- @param report a Report; it may be closed afterwards
-- @param name how it is called in messages; its body and year where it is left out
-- @return `{name, agency, year, form, values, states, units, places, split}`: by address the numbers, the states of the
-- cells without one (those that are not printed are left out), the units and the digits behind the point; by table.row
-- whether a row is printed in parts
function member.of(report, name)
  local agency, year = report.agency, report.year
  local self = {name = name or (agency or "?") .. (year or "?"), agency = agency, year = year, form = report.form,
                values = {}, states = {}, units = {}, places = {}, split = {}}
  for _, t in pairs(report.tables) do
    for row in t:rows() do
      for cell in row:cells() do add_cell(self, cell) end
    end
  end
  join_rows(self, forms.declared(report.form))
  return self
end

local function has_values_of(a, b)
  for address, value in pairs(a.values) do
    if b.values[address] ~= value then return false end
  end
  return true
end

--- Whether two reports hold the same numbers.
function member.same_numbers(a, b) return has_values_of(a, b) and has_values_of(b, a) end

return member
