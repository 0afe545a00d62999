--- One report of those that a roll-up compares: its body, its year and its numbers, kept when the report is closed.

local forms = require "govreport.forms"

local member = {}

local function places_of(raw)
  local digits = raw and raw:match("%.(%d+)")
  return digits and #digits or 0
end

local function cell_of(cell)
  return {value = cell.value, state = cell.state, unit = cell.unit, places = cell.value and places_of(cell.raw) or 0,
          note = cell.note}
end

-- A row that is printed as several, as one again: the sum of its parts, unknown where one of them is.
local function join_parts(cells, t, row, column)
  local sum, printed = 0, false
  for _, id in ipairs(row.split) do
    local part = cells[t.id .. "." .. id .. "." .. column.id]
    printed = printed or part.state ~= "absent"
    sum = sum and part.value and sum + part.value
  end
  if not printed then return nil, false end
  return {value = sum or nil, state = sum and "number" or "blank", places = 0, joined = true}, true
end

local function join_rows(self, declared)
  for _, t in ipairs(declared.tables) do
    for _, row in ipairs(t.rows) do
      for _, column in ipairs(row.split and t.columns or {}) do
        local address = t.id .. "." .. row.id .. "." .. column.id
        local joined, printed = join_parts(self.cells, t, row, column)
        if self.cells[address].state == "absent" then self.cells[address] = joined or self.cells[address] end
        self.split[t.id .. "." .. row.id] = self.split[t.id .. "." .. row.id] or printed
      end
    end
  end
end

--- What a roll-up needs of a report.
-- @param report a Report; it may be closed afterwards
-- @param name how it is called in messages; its body and year where it is left out
-- @return `{name, agency, year, form, cells = {value, state, unit, …} by address, split = by table.row, whether a row
-- is printed in parts}`
function member.of(report, name)
  local agency, year = report.agency, report.year
  local self = {name = name or (agency or "?") .. (year or "?"), agency = agency, year = year, form = report.form,
                cells = {}, split = {}}
  for _, t in pairs(report.tables) do
    for row in t:rows() do
      for cell in row:cells() do self.cells[cell.address] = cell_of(cell) end
    end
  end
  local declared = forms.declared(report.form)
  for _, t in ipairs(declared.tables) do
    for _, row in ipairs(t.rows) do
      for _, column in ipairs(t.columns) do
        local address = t.id .. "." .. row.id .. "." .. column.id
        self.cells[address] = self.cells[address] or {state = "absent", places = 0}
      end
    end
  end
  join_rows(self, declared)
  return self
end

--- Whether two reports hold the same numbers.
function member.same_numbers(a, b)
  for address, cell in pairs(a.cells) do
    local other = b.cells[address]
    if not other or other.value ~= cell.value then return false end
  end
  for address in pairs(b.cells) do
    if not a.cells[address] then return false end
  end
  return true
end

return member
