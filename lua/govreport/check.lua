--- Runs rules over a Report and gives a Result: the findings, their counts, the verdict.

local catalogue = require "govreport.catalogue"
local cause = require "govreport.cause"
local finding = require "govreport.finding"
local forms = require "govreport.forms"
local grammar = require "govreport.grammar"
local identity = require "govreport.identity"
local keys = require "govreport.keys"
local names = require "govreport.names"
local readonly = require "govreport.readonly"
local rule = require "govreport.rule"

local check = {}

local option_keys = {rules = "table", select = "table", ignore = "table", lang = "string"}

-- ---- what a rule sees ---------------------------------------------------------------------------

local Context = {}
Context.__index = Context

--- The names of parts, tables, rows and columns, for messages; see `govreport.names`.
function Context:part_name(section_id) return names.part(self.form.declared, section_id) end

function Context:table_name(table_id) return names.table(self.form.declared, table_id) end

function Context:row_label(table_id, row_id) return names.row(self.form.declared, table_id, row_id) end

function Context:column_label(table_id, column_id) return names.column(self.form.declared, table_id, column_id) end

--- The declaration of a column: `signed`, `decimal`.
function Context:declared_column(table_id, column_id)
  return names.declared_column(self.form.declared, table_id, column_id)
end

--- The cells that hold anything but a whole number >= 0.
function Context:odd_cells()
  self.odd = self.odd or self.report:odd_cells()
  return self.odd
end

--- The deviations of a kind, in document order.
function Context:deviations(kind)
  if not self.by_kind then
    self.by_kind = {}
    for _, deviation in ipairs(self.report.deviations) do
      local list = self.by_kind[deviation.kind] or {}
      self.by_kind[deviation.kind] = list
      list[#list + 1] = deviation
    end
  end
  return self.by_kind[kind] or {}
end

--- The cells of a row; of the whole table where `row_id` is "".
function Context:cells_of(table_id, row_id)
  local list = {}
  for row in self.report.tables[table_id]:rows() do
    if row_id == "" or row.id == row_id then
      for cell in row:cells() do list[#list + 1] = cell end
    end
  end
  return list
end

--- The value of a cell as the sums of its table have it: its own, or for one that holds none the only one that is
-- possible; nil where there are several.
function Context:implied(cell)
  self.values = self.values or identity.implied(self.compiled, self.report)
  return self.values[cell.number]
end

--- Whether a cell is the subtotal of others in its column; see `govreport.identity`.
function Context:is_subtotal(cell)
  for _, t in ipairs(self.form.layouts) do
    if t.id == cell.table then return identity.is_subtotal(self.report, t, cell) end
  end
end

--- A text with width and traditional characters folded.
Context.folded = function(_, text) return grammar.fold(text) end

--- Whether a cell was named already as the cause of sums that fail.
function Context:is_guilty(cell) return self.guilty[cell.number] == true end

--- Records a finding of the rule that runs. `draft.message` names one of the rule's messages where it has several.
function Context:finding(draft)
  local messages = self.rule.message
  if not messages.zh then messages = assert(messages[draft.message], "no such message: " .. tostring(draft.message)) end
  draft.rule, draft.severity, draft.messages = self.rule.id, draft.severity or self.rule.severity, messages
  self.findings[#self.findings + 1] = finding.new(draft, self.lang)
end

-- Runs a part of a rule. A rule that raises is one finding; the others still run.
local function protect(self, declared, run, ...)
  if self.broken[declared] then return end
  self.rule = declared
  local ok, problem = pcall(run, self, ...)
  if ok then return end
  self.broken[declared] = true
  self.undecided[#self.undecided + 1] = declared
  self.findings[#self.findings + 1] = finding.new({
    rule = declared.id, severity = "notice", messages = catalogue.message "rule.failed",
    fields = {rule = declared.id, detail = tostring(problem)},
  }, self.lang)
end

-- ---- sums ---------------------------------------------------------------------------------------

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
  self.findings[#self.findings + 1] = finding.new({
    rule = guilty.fails[1].identity.rule.id, severity = guilty.fails[1].identity.rule.severity, also = also,
    messages = catalogue.message "cause.cell", cells = {cell}, actual = cell.value, expected = expected,
    repair = {{address = cell.address, value = expected}},
    fields = {place = self:table_name(cell.table), row = self:row_label(cell.table, cell.row),
              column = self:column_label(cell.table, cell.column_id), actual = cell.value, expected = expected},
  }, self.lang)
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
  self.findings[#self.findings + 1] = finding.new({
    rule = entry.rule.id, severity = "notice", messages = catalogue.message("sum." .. reason),
    cells = cells_of_sum(self, entry), fields = {place = self:table_name(entry.table.id), title = entry.rule.title},
  }, self.lang)
end

-- A sum is undecided for the verdict unless its only unknown follows from it.
local function is_implied(outcome) return outcome.missing == 0 and outcome.unknown == 1 end

local function run_sums(self, compiled)
  local failing = {}
  for _, outcome in ipairs((compiled.core:evaluate(self.report))) do
    local entry = compiled.list[outcome.index]
    if outcome.verdict == "fails" then
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
  for _, fail in ipairs(unexplained) do protect(self, fail.identity.rule, report_sum, fail) end
end

-- ---- rules --------------------------------------------------------------------------------------

local function chosen_by(list, id)
  for _, pattern in ipairs(list) do
    if id == pattern or id:sub(1, #pattern + 1) == pattern .. "." then return true end
  end
  return false
end

--- The first of some names that is no rule and no family among `rules`, and the nearest that is; nil where all are
-- known.
function check.unknown_name(list, rules)
  local known = {}
  for _, declared in ipairs(rules or rule.all()) do
    known[declared.id], known[declared.id:match("^[^.]+")] = true, true
  end
  for _, name in ipairs(list or {}) do
    if not known[name] then return name, keys.nearest(name, known) end
  end
end

-- An unknown name would choose nothing, and the check would say too little.
local function check_names(list, rules, option)
  local name, nearest = check.unknown_name(list, rules)
  if name then
    error(("option '%s': there is no rule or family '%s'%s"):format(
      option, name, nearest and ", did you mean '" .. nearest .. "'?" or ""), 0)
  end
end

-- The rules of a check; the set without options is compiled once for each form.
local function choose(options)
  if not options.rules and not options.select and not options.ignore then return rule.all() end
  local all = {}
  for _, declared in ipairs(rule.all()) do all[#all + 1] = declared end
  if options.rules then rule.add(all, options.rules, "option 'rules'") end
  check_names(options.select, all, "select")
  check_names(options.ignore, all, "ignore")
  local list = {}
  for _, declared in ipairs(all) do
    local wanted = not options.select or chosen_by(options.select, declared.id)
    if wanted and not (options.ignore and chosen_by(options.ignore, declared.id)) then list[#list + 1] = declared end
  end
  return list
end

local function compile(form, rules)
  form.sums = form.sums or setmetatable({}, {__mode = "k"})
  form.sums[rules] = form.sums[rules] or identity.compile(form, rules)
  return form.sums[rules]
end

local function has_tables(self, declared)
  for _, id in ipairs(declared.tables or {}) do
    if not names.declared_table(self.form.declared, id) then return false end
  end
  return true
end

-- ---- results ------------------------------------------------------------------------------------

local methods = {}

--- Iterates over the findings in document order.
function methods:findings()
  local i = 0
  return function()
    i = i + 1
    return self.list[i]
  end
end

--- The verdict as people read it.
function methods:verdict_text(lang)
  return catalogue.text(lang or self.lang, "verdict." .. self.verdict, {count = self.counts.warning})
end

local view = {
  result = readonly.class("govreport.Result", methods), counts = readonly.class "govreport.Counts",
  findings = readonly.class "govreport.Findings",
}

local function verdict_of(counts, undecided)
  if counts.error > 0 then return "fail" end
  if undecided > 0 then return "undecided" end
  return counts.warning > 0 and "review" or "pass"
end

--- Checks a report.
-- @param report a Report
-- @param options `rules` (list of rules to add), `select` and `ignore` (lists of rule ids or families), `lang` ("zh",
-- "en")
-- @return Result: `verdict` ("pass", "review", "fail", "undecided"), `counts` by severity, `undecided` (number of sums
-- and tables that could not be decided), `list`, `findings()`
function check.run(report, options)
  options = keys.check(options or {}, option_keys, {}, "options of check")
  local form = forms.compiled(report.form)
  local rules = choose(options)
  local self = setmetatable({report = report, form = form, lang = catalogue.check_language(options.lang or "zh"),
                             findings = {}, undecided = {}, guilty = {}, broken = {}}, Context)
  self.compiled = compile(form, rules)
  run_sums(self, self.compiled)
  for _, declared in ipairs(rules) do
    if declared.check and has_tables(self, declared) then protect(self, declared, declared.check) end
  end
  local lost
  for _, cell in ipairs(self:odd_cells()) do   -- a row that could not be read leaves its table undecided
    if cell.lost and cell.table ~= lost then
      lost = cell.table
      self.undecided[#self.undecided + 1] = lost
    end
  end
  table.sort(self.findings, finding.before)
  local counts = {error = 0, warning = 0, info = 0, notice = 0}
  for _, found in ipairs(self.findings) do counts[found.severity] = counts[found.severity] + 1 end
  return view.result{
    verdict = verdict_of(counts, #self.undecided), counts = view.counts(counts), undecided = #self.undecided,
    lang = self.lang, list = view.findings(self.findings),
  }
end

return check
