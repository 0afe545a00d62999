--- What a rule sees while it runs: the report, names for messages, and what several rules ask for, made once.

local catalogue = require "govreport.catalogue"
local finding = require "govreport.finding"
local grammar = require "govreport.grammar"
local identity = require "govreport.identity"
local names = require "govreport.names"

local context = {}

local Context = {}

-- What a context has not itself is asked of its report: `fields`, `tables`, `year`, `sections()`, …
local report_methods = {section = true, sections = true, cell = true, unaccounted = true, passages = true}

function Context.__index(self, name)
  local own = Context[name]
  if own ~= nil then return own end
  local report = rawget(self, "report")
  local value = report[name]
  if not report_methods[name] then return value end
  return function(_, ...) return value(report, ...) end
end

--- What `make` gives, made once for a check and kept under a name.
function Context:once(name, make)
  local made = self.made[name]
  if made == nil then
    made = make()
    self.made[name] = made
  end
  return made
end

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
  return self:once("odd_cells", function() return self.report:odd_cells() end)
end

--- The deviations of a kind, in document order.
function Context:deviations(kind)
  return self:once("deviations", function()
    local by_kind = {}
    for _, deviation in ipairs(self.report.deviations) do
      local list = by_kind[deviation.kind] or {}
      by_kind[deviation.kind] = list
      list[#list + 1] = deviation
    end
    return by_kind
  end)[kind] or {}
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
  return self:once("implied", function() return identity.implied(self.compiled, self.report) end)[cell.number]
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

--- Runs a part of a rule. A rule that raises is one finding; the others still run.
function Context:protect(declared, run, ...)
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

--- Makes the context of one check.
-- @param report a Report
-- @param form its compiled form
-- @param compiled its sums; see `govreport.identity`
-- @param options those of the check; `options.lang` is the language of the findings
function context.new(report, form, compiled, options)
  return setmetatable({
    report = report, form = form, compiled = compiled, options = options, lang = options.lang,
    findings = {}, undecided = {}, guilty = {}, broken = {}, made = {}, rule = false,
  }, Context)
end

return context
