--- Evaluates the declared sums of a check and reports what makes them fail.

local catalogue = require "govreport.catalogue"
local cause = require "govreport.cause"

local sums = {}

-- How many sums each cell stands in; those of tables that are not in the report do not count against anyone.
local function count_sums(compiled)
  if compiled.counts then return compiled.counts end
  local counts = {}
  for _, entry in ipairs(compiled.list) do
    for i = 1, #entry.terms, 2 do counts[entry.terms[i]] = (counts[entry.terms[i]] or 0) + 1 end
  end
  compiled.counts = counts
  return counts
end

local function report_cause(self, guilty)
  local cell = self.report:cell(guilty.cell)
  self.guilty[guilty.cell] = true
  local expected, also = cell.value + guilty.change, {}
  for i = 2, #guilty.fails do
    local id = guilty.fails[i].identity.rule.id
    if id ~= guilty.fails[1].identity.rule.id and id ~= also[#also] then also[#also + 1] = id end
  end
  self:record{
    rule = guilty.fails[1].identity.rule.id, severity = guilty.fails[1].identity.rule.severity, also = also,
    messages = catalogue.message "cause.cell", cells = {cell}, actual = cell.value, expected = expected,
    repair = {{address = cell.address, value = expected}},
    fields = {place = self:table_name(cell.table), row = self:row_label(cell.table, cell.row),
              column = self:column_label(cell.table, cell.column_id), actual = cell.value, expected = expected},
  }
end

local function cells_of_sum(self, entry)
  local cells = {}
  for i = 1, #entry.terms, 2 do cells[#cells + 1] = self.report:cell(entry.terms[i]) end
  return cells
end

local function report_sum(self, fail)
  local entry = fail.identity
  local draft = entry.rule.fields(self, entry, fail)
  draft.cells = draft.cells or cells_of_sum(self, entry)
  self:finding(draft)
end

-- A sum that cannot be formed: the cells are of different units, or too large.
local function report_impossible(self, entry, reason)
  self:record{
    rule = entry.rule.id, severity = "notice", messages = catalogue.message("sum." .. reason),
    cells = cells_of_sum(self, entry), fields = {place = self:table_name(entry.table.id), title = entry.rule.title},
  }
end

-- A sum is undecided for the verdict unless its only unknown follows from it.
local function is_implied(outcome) return outcome.missing == 0 and outcome.unknown == 1 end

-- A relation that is no official one is reported by itself: it may not accuse a cell that the certain ones acquit.
local function is_certain(entry) return entry.rule.severity == "error" and not entry.terms.at_most end

--- Evaluates the sums of a check and records a finding for each cause.
function sums.run(self)
  local compiled = self.compiled
  local failing = {}
  for _, outcome in ipairs((compiled.core:evaluate(self.report))) do
    local entry = compiled.list[outcome.index]
    if not is_certain(entry) then
      if outcome.verdict == "fails" then self:protect(entry.rule, report_sum, {identity = entry}) end
    elseif outcome.verdict == "fails" then
      failing[#failing + 1] = {identity = entry, residual = outcome.residual, unknown = outcome.unknown}
    elseif not is_implied(outcome) then
      self.undecided[#self.undecided + 1] = entry
      if outcome.reason then report_impossible(self, entry, outcome.reason) end
    end
  end
  if #failing == 0 then return end
  local certain, left = {}, {}
  for _, fail in ipairs(failing) do
    if fail.unknown == 0 then certain[#certain + 1] = fail else left[#left + 1] = fail end
  end
  local causes, unexplained = cause.find(certain, count_sums(compiled), self.report)
  for _, guilty in ipairs(causes) do report_cause(self, guilty) end
  table.move(left, 1, #left, #unexplained + 1, unexplained)
  for _, fail in ipairs(unexplained) do self:protect(fail.identity.rule, report_sum, fail) end
end

return sums
