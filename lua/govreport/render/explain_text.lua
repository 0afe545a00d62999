--- What a rule means: its formula in the form's words, its basis, an example that fails and one that passes.

local catalogue = require "govreport.base.catalogue"
local excerpt = require "govreport.check.excerpt"
local excerpt_text = require "govreport.render.excerpt_text"
local forms = require "govreport.form"
local names = require "govreport.form.names"
local source_text = require "govreport.render.source_text"
local text = require "govreport.render.text"

local explain_text = {}

local function word(options, key, fields) return catalogue.text(options.lang, "explain." .. key, fields) end

local function add(lines, indent, list)
  for _, line in ipairs(list) do lines[#lines + 1] = indent .. line end
end

-- The part of a report that a finding is about; the line of the source where it has no cells.
local function add_place(lines, report, found, sums, options)
  local blocks = excerpt.of(report, found, sums, true)
  if blocks[1] then return add(lines, "    ", excerpt_text.lines(blocks[1], options)) end
  local source = found.line and #found.cells == 0 and source_text.lines(report.document, found, options)
  add(lines, "    ", source or {})
end

-- The cells of the report of the year before that matter.
local function add_before(lines, half, options)
  local declared = forms.declared(half.report.form)
  for _, cell in ipairs(half.before) do
    local table_id, row, column = cell.address:match("^([^.]+)%.([^.]+)%.([^.]+)$")
    lines[#lines + 1] = "    " .. word(options, "before", {
      row = names.row(declared, table_id, row), column = names.column(declared, table_id, column),
      value = tostring(cell.value)})
  end
end

local function add_failing(lines, example, options)
  lines[#lines + 1] = word(options, "fails")
  local found = example.fails.findings[1]
  add_place(lines, example.fails.report, found, example.fails.result.sums, options)
  add_before(lines, example.fails, options)
  lines[#lines + 1] = "    → " .. found.messages[options.lang]
end

-- The same place of the other report: its cells, or what stands there instead.
local function add_passing(lines, example, options)
  lines[#lines + 1] = word(options, "passes")
  local found = example.fails.findings[1]
  local blocks = excerpt.of(example.passes.report, found, example.passes.result.sums, true)
  local place = example.passes.places[1] or found
  if blocks[1] then
    add(lines, "    ", excerpt_text.lines(blocks[1], options))
  elseif place.line then
    add(lines, "    ", {(source_text.lines(example.passes.report.document, place, options))[1]})
  end
  add_before(lines, example.passes, options)
  lines[#lines + 1] = "    → " .. word(options, "nothing")
end

--- @param explained see `govreport.check.explanation.of`
-- @param options `lang`, `color`
function explain_text.render(explained, options)
  local rule = explained.rule
  options = {lang = options.lang, paint = text.painter(options.color)}
  local severity = catalogue.text(options.lang, "severity." .. rule.severity)
  local lines = {
    options.paint("bold", rule.id) .. "  " .. options.paint(rule.severity, severity),
    word(options, "meaning", {meaning = rule.title[options.lang]}),
  }
  for _, formula in ipairs(explained.formulas) do
    lines[#lines + 1] = word(options, "formula_" .. formula.each, {formula = formula.text})
    if #explained.formulas > 1 then
      lines[#lines + 1] = "    " .. word(options, "forms", {forms = table.concat(formula.forms, "、")})
    end
  end
  lines[#lines + 1] = word(options, "basis", {basis = rule.basis})
  for _, message in ipairs(explained.messages) do   -- with a mark where a field goes
    local shown = message[options.lang]:gsub("{[%a_]+}", "〔…〕")
    lines[#lines + 1] = word(options, "message", {message = shown})
  end
  if explained.fails then
    add_failing(lines, explained, options)
    add_passing(lines, explained, options)
  end
  return table.concat(lines, "\n") .. "\n"
end

return explain_text
