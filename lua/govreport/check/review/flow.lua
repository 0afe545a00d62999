--- The flow through a table whose columns balance: what came in and was brought forward, what became of it, what is
-- carried forward.
--
-- It is that of the column of totals of the first `balance` over columns: `{input, output, results}`, each a list of
-- `{label, value}`; `results` are the terms of the `sum` whose total is the first output, added up by the groups of the
-- form, nil where there is no such sum. There is none where a cell of it is not filled in.

local core = require "govreport.core"
local forms = require "govreport.form"
local identity = require "govreport.check.identity"
local layout = require "govreport.form.layout"
local names = require "govreport.form.names"

local flow = {}

-- The column to which the rows of a table add up; nil where they do not.
local function total_column(entries, t)
  for _, entry in ipairs(entries) do
    if entry.rule.sum and entry.each == "row" and entry.table == t then return entry.rule.sum.total end
  end
end

-- The first entry over a column that fits.
local function find(entries, fits)
  for _, entry in ipairs(entries) do
    if entry.each == "column" and fits(entry) then return entry end
  end
end

-- The value of a term, which has to be a whole number >= 0; 0 for a row that others are printed in place of.
local function value_of(cells, number)
  local value = cells.plane.value[number]
  local is_there = cells.plane.state[number] ~= "absent" and not identity.is_subtotal(cells.parts, cells.plane, number)
  if not is_there then return 0 end
  return math.type(value) == "integer" and value >= 0 and value or nil
end

-- The terms of a side: `indexes` of rows, whose cells stand from the term `first` on.
local function side_of(cells, declared, entry, indexes, first)
  local list = {}
  for i, index in ipairs(indexes) do
    local value = value_of(cells, entry.terms[first + 2 * (i - 1)])
    if not value then return nil end
    list[i] = {label = names.row(declared, entry.table.id, entry.table.rows[index].id), value = value}
  end
  return list
end

-- The group in which a row stands below the outermost one.
local function group_of(declared, entry, index)
  local row = names.entry(names.declared_table(declared, entry.table.id).rows, entry.table.rows[index].id)
  local path = layout.path_of(row)
  return path[math.min(2, #path)]
end

-- The results by group, those above 0.
local function results_of(cells, declared, entry)
  local list, by_label = {}, {}
  for i, index in ipairs(entry.plus) do
    local value = value_of(cells, entry.terms[2 * i - 1])
    if not value then return nil end
    local label = group_of(declared, entry, index)
    if value > 0 and not by_label[label] then
      by_label[label] = {label = label, value = 0}
      list[#list + 1] = by_label[label]
    end
    if value > 0 then by_label[label].value = by_label[label].value + value end
  end
  return list
end

--- The flow of a report; nil where its form has none, or a cell of it is not filled in.
-- @param entries `result.sums`
function flow.of(report, entries)
  local balance = find(entries, function(entry)
    return entry.rule.balance and entry.bound == total_column(entries, entry.table)
  end)
  if not balance or not report.tables[balance.table.id].present then return nil end
  local declared = forms.declared(report.form)
  local cells = {plane = core.plane(report), parts = identity.split_cells(forms.compiled(report.form).layouts)}
  local input = side_of(cells, declared, balance, balance.plus, 1)
  local output = input and side_of(cells, declared, balance, balance.minus, balance.split + 1)
  if not output then return nil end
  local sum = find(entries, function(entry)
    return entry.rule.sum and entry.table == balance.table and entry.bound == balance.bound
           and entry.minus[1] == balance.minus[1]
  end)
  return {input = input, output = output, results = sum and results_of(cells, declared, sum) or nil}
end

return flow
