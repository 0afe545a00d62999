--- The sums of a table as they stand at its margins: one for each row, and for each rule over columns one for each
-- column.
--
-- A sum is `{state, left, right}`: "holds", "fails" or "open", where it cannot be told; the sides are numbers, nil
-- where one of its cells holds none.

local core = require "govreport.core"
local excerpt = require "govreport.check.excerpt"
local forms = require "govreport.form"

local sums = {}

-- The verdicts of the core on some sums, by their number; of those that hold or say nothing there is none.
local function verdicts_of(report, entries)
  local terms, verdicts = {}, {}
  for i, entry in ipairs(entries) do terms[i] = entry.terms end
  local identities = core.identities(forms.compiled(report.form).schema, terms)
  for _, outcome in ipairs((identities:evaluate(report))) do verdicts[outcome.index] = outcome.verdict end
  return verdicts
end

local function sum_of(report, entry, verdict)
  local left, right = excerpt.sides(report, entry.terms, entry.split)
  local state = verdict == "fails" and "fails" or (verdict == "undecided" or not left) and "open" or "holds"
  return {state = state, left = left, right = right}
end

-- The list of the rule of an entry among those over the columns of a table.
local function column_rule(of_table, entry)
  for _, own in ipairs(of_table.rules) do
    if own.rule == entry.rule then return own end
  end
  local own = {rule = entry.rule, by_column = {}}
  table.insert(of_table.rules, own)
  return own
end

--- The sums of a result by table: `{rows = sums by row, rules = {{rule, by_column}}, any}`.
-- @param entries `result.sums`
function sums.by_table(report, entries)
  local tables, verdicts = {}, verdicts_of(report, entries)
  for i, entry in ipairs(entries) do
    if entry.plus then   -- a sum within one table
      local own = tables[entry.table.id] or {rows = {}, rules = {}}
      tables[entry.table.id] = own
      local sum = sum_of(report, entry, verdicts[i])
      if entry.each == "row" then own.rows[entry.bound], own.any = sum, true
      else column_rule(own, entry).by_column[entry.bound] = sum end
    end
  end
  return tables
end

return sums
