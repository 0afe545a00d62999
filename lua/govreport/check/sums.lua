--- Evaluates the declared sums of a check and reports what makes them fail.

local catalogue = require "govreport.base.catalogue"
local identity = require "govreport.check.identity"
local later = require "govreport.base.later"
local undecided = later "govreport.check.undecided"

local sums = {}

-- Why sums fail is asked only where some do.
local function cause() return require "govreport.check.cause" end
local function causes() return require "govreport.check.cause.report" end

local function cells_of_sum(self, entry)
  local numbers = {}
  for i = 1, #entry.terms, 2 do numbers[#numbers + 1] = entry.terms[i] end
  return self:cells_at(numbers)
end

-- A sum that fails alone is told in the words of its rule.
local function report_sum(self, found)
  local fail = found.fails[1]
  local entry = fail.identity
  local draft = entry.rule.fields(self, entry, fail)
  draft.cells = draft.cells or cells_of_sum(self, entry)
  self:finding(found.kind and causes().add_cause(draft, found) or draft)
end

local function report_cause(self, found)
  causes().mark_guilty(self, found)
  if causes().is_plain(found) then
    self:protect(found.fails[1].identity.rule, report_sum, found)
  else
    self:record(causes().draft(self, found))
  end
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

local unfilled = {blank = true, dash = true, none = true, not_applicable = true}

-- The cell that is a sum's only unknown, and what the sum leaves for it.
local function left_for(self, outcome)
  local terms, states = self.compiled.list[outcome.index].terms, self:plane().state
  for i = 1, #terms, 2 do
    if unfilled[states[terms[i]]] then return terms[i], -terms[i + 1] * outcome.residual end
  end
end

-- The sums that leave different values for the same cell, as keys; nil where there are none.
local function find_suspects(self, implied)
  local by_cell, suspects = {}, nil
  for _, outcome in ipairs(implied) do
    local cell, value = left_for(self, outcome)
    local other = cell and by_cell[cell]
    if other and other.value ~= value then
      suspects = suspects or {}
      suspects[self.compiled.list[outcome.index]], suspects[other.entry] = true, true
    elseif cell then
      by_cell[cell] = {value = value, entry = self.compiled.list[outcome.index]}
    end
  end
  return suspects
end

-- Whether each unfilled cell of a sum has its only value by the sums of the table, so that the sum is decided as well.
-- Where no cell is missing, those that are absent have others in their place.
local function is_settled(self, entry, outcome)
  if outcome.missing > 0 then return false end
  local plane, implied = self:plane(), self:implied_values()
  for i = 1, #entry.terms, 2 do
    local cell = entry.terms[i]
    local state = plane.state[cell]
    local is_open = plane.value[cell] == nil and state and state ~= "absent"
    if is_open and (not unfilled[state] or implied[cell] == nil) then return false end
  end
  return true
end

-- A sum over several units is judged by itself: its cells cannot be moved against those of other sums.
local function report_converted(self, entry, outcome)
  if outcome.verdict == "fails" and not identity.is_tolerated(entry, outcome.residual) then
    self:protect(entry.rule, report_sum, {fails = {{identity = entry}}})
  elseif outcome.verdict == "undecided" and identity.is_certain(entry) and not is_implied(outcome) then
    self.undecided[#self.undecided + 1] = undecided.sum(self.report, self:plane(), entry)
  end
end

-- Sorts the outcomes that do not hold: the failing sums, those with one unknown cell, those that cannot be formed. A
-- relation that is no official one is reported by itself: it may not accuse a cell that the certain ones acquit.
local function sort_outcomes(self)
  local failing, implied, spoilt = {}, {}, {}
  for _, outcome in ipairs((self.compiled.core:evaluate(self.report))) do
    local entry = self.compiled.list[outcome.index]
    if outcome.converted then
      spoilt[entry] = true
      report_converted(self, entry, outcome)
    elseif not identity.is_certain(entry) then
      if outcome.reason then report_impossible(self, entry, outcome.reason) end
      local fails = outcome.verdict == "fails" and not identity.is_tolerated(entry, outcome.residual)
      if fails then self:protect(entry.rule, report_sum, {fails = {{identity = entry}}}) end
    elseif outcome.verdict == "fails" then
      failing[#failing + 1] = {identity = entry, residual = outcome.residual, unknown = outcome.unknown}
    elseif is_implied(outcome) then
      implied[#implied + 1] = outcome
    elseif outcome.reason or not is_settled(self, entry, outcome) then
      self.undecided[#self.undecided + 1] = undecided.sum(self.report, self:plane(), entry)
      if outcome.reason then
        spoilt[entry] = true
        report_impossible(self, entry, outcome.reason)
      end
    end
  end
  return failing, implied, spoilt
end

--- Evaluates the sums of a check and records a finding for each cause.
function sums.run(self)
  local failing, implied, spoilt = sort_outcomes(self)
  local suspects = #implied > 1 and find_suspects(self, implied) or nil
  if #failing == 0 and not suspects then return end
  for _, found in ipairs(cause().find(self, failing, spoilt, suspects or {}, self.options.search_steps)) do
    report_cause(self, found)
  end
end

return sums
