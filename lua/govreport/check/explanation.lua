--- Examples of rules: a report that breaks the rule and one that does not, both edits of a model report, both run.
--
-- An example is `{form, plain, fails, passes}`: `form` is an id ("cn_disclosure_2021" where it is left out), `plain`
-- asks for plain text instead of a page. `fails` and `passes` change the model: `cells` (by address), `sections` (by
-- id), `year`, `agency`, `text` (list of `{from, to}`: what stands there once, and what stands there instead), `cut`
-- (what stands there once and is, with all behind it, not there), `disorder` (a table of plain text, by what stands at
-- its begin and behind its end: its values are put behind all labels, from the last to the first). Beside the report
-- may stand `previous` (changes of the model, one year before), `series`, `rollup` (see
-- `govreport.check.checker`) and `units` (a register, as text).

local check = require "govreport.check"
local formula = require "govreport.check.formula"
local keys = require "govreport.base.keys"
local model = require "govreport.explanations.model"
local readonly = require "govreport.base.readonly"
local rule_list = require "govreport.check.rule_list"
local sample = require "govreport.form.sample"
local units = require "govreport.bodies.units"

local explanation = {}

local example_keys = {form = "string", plain = "boolean", fails = "table", passes = "table"}
local part_keys = {cells = "table", sections = "table", year = "integer", agency = "string", text = "table",
                   cut = "string", disorder = "table", previous = "table", series = "table", rollup = "table",
                   units = "string"}

local families = {}
for _, family in ipairs(require "govreport.explanations") do families[family] = true end

--- The example of a rule: its own, or the one that the project has for it; nil where there is none.
function explanation.example(rule)
  if rule.example then return rule.example end
  local family = rule.id:match("^[^.]+")
  return families[family] and require("govreport.explanations." .. family)[rule.id]
end

local function replace(text, from, to)
  local start, stop = text:find(from, 1, true)
  if not start then error("the example has no '" .. from .. "'", 0) end
  if text:find(from, start + 1, true) then error("the example has more than one '" .. from .. "'", 0) end
  return text:sub(1, start - 1) .. to .. text:sub(stop + 1)
end

local function put_in_disorder(text, first, stop)
  local from, to = text:find(first, 1, true), text:find(stop, 1, true)
  local labels, values = {}, {}
  for line in text:sub(from, to - 1):gmatch("[^\n]+") do
    if line:find("^%d+$") then table.insert(values, 1, line) else labels[#labels + 1] = line end
  end
  table.move(values, 1, #values, #labels + 1, labels)
  return text:sub(1, from - 1) .. table.concat(labels, "\n\n") .. "\n\n" .. text:sub(to)
end

-- The text of one of the two reports; `before` for that of the year before.
local function text_of(example, part, before)
  keys.check(part, part_keys, {}, "example")
  local form = example.form or "cn_disclosure_2021"
  local options = model.of(form, part.year or before and model.of(form).year - 1, part.agency)
  options.plain = example.plain
  for address, value in pairs(part.cells or {}) do options.cells[address] = value end
  for id, prose in pairs(part.sections or {}) do options.sections[id] = prose end
  local text = sample.text(options)
  for _, edit in ipairs(part.text or {}) do text = replace(text, edit[1], edit[2]) end
  if part.disorder then text = put_in_disorder(text, part.disorder[1], part.disorder[2]) end
  return part.cut and text:sub(1, text:find(part.cut, 1, true) - 1) or text
end

-- What stands beside the report of one half.
local function beside(example, part, parse)
  return {previous = part.previous and parse(text_of(example, part.previous, true)), series = part.series,
          rollup = part.rollup}
end

-- Where a text stands in a report; nil where it does not.
local function locate(report, text)
  local document = report.document
  local start, stop = document.text:find(text, 1, true)
  if not start then return nil end
  local line_start, line = 1, 1
  for at in document.text:sub(1, start - 1):gmatch("\n()") do line_start, line = at, line + 1 end
  return {line = line, column = utf8.len(document.text, line_start, start) or 1, byte = start, byte_end = stop,
          raw = text}
end

-- Where a half differs from the model; where it does not, the place at which the other half does.
local function places_of(report, part, other)
  local list = {}
  local function add(text)
    local place = text and text ~= "" and locate(report, text)
    if place then list[#list + 1] = place end
  end
  for _, edit in ipairs(part.text or {}) do add(edit[2]:match("[^\n]+")) end
  for _, edit in ipairs(not part.text and other.text or {}) do add(edit[1]:match("[^\n]+")) end
  for _, prose in pairs(part.sections or {}) do add(prose) end
  return list
end

-- What the report of the year before is told to hold: `{address, value}`, by address.
local function cells_before(part)
  local list = {}
  for address, value in pairs(part.previous and part.previous.cells or {}) do
    list[#list + 1] = {address = address, value = value}
  end
  table.sort(list, function(a, b) return a.address < b.address end)
  return list
end

--- Runs one half of an example.
-- @param rule the rule, one of the project's
-- @param name "fails" or "passes"
-- @param parse function(text) -> Report
-- @param rules the rules to add to those of the project; nil for none
-- @return `{report, findings, result, places, before}`: the findings are those of the rule alone, the places those at
-- which the halves differ, `before` the cells of the report of the year before that matter: `{address, value}`
function explanation.run(rule, name, parse, rules)
  local example = keys.check(explanation.example(rule), example_keys, {"fails", "passes"}, "example of " .. rule.id)
  local part, other = example[name], example[name == "fails" and "passes" or "fails"]
  local report, findings = parse(text_of(example, part)), {}
  local register = part.units and assert(units.parse(part.units, {name = "example"}))
  local checker = check.checker{rules = rules, select = {rule.id}, units = register}
  local result = checker(report, beside(example, part, parse))
  for found in result:findings() do
    if found.rule == rule.id then findings[#findings + 1] = found end
  end
  return {report = report, result = result, findings = findings, places = places_of(report, part, other),
          before = cells_before(part)}
end

local view = {
  explanation = readonly.class("govreport.Explanation", nil, function(data) return data.rule.id end),
  text = readonly.class "govreport.Messages", list = readonly.class "govreport.List",
}

-- The messages of a rule, in the order of their names.
local function messages_of(rule)
  local list, known = {}, {}
  if rule.message.zh then return view.list{view.text{zh = rule.message.zh, en = rule.message.en}} end
  for name in pairs(rule.message) do known[#known + 1] = name end
  table.sort(known)
  for i, name in ipairs(known) do list[i] = view.text{zh = rule.message[name].zh, en = rule.message[name].en} end
  return view.list(list)
end

--- What a rule means: its formula, an example that fails and one that passes.
-- @param parse function(text) -> Report
-- @param options `rules`, those to add to the project's; `lang`
-- @return read-only `{rule, messages, formulas, fails, passes, lang}`: `rule` as `govreport.check.rule_list` describes
-- it, `messages` with their fields in braces, `formulas` as `govreport.check.formula` gives them, `fails` and `passes`
-- as `explanation.run`, nil for a rule without an example
function explanation.of(rule, parse, options)
  local has_example = explanation.example(rule) ~= nil
  local function half(name) return has_example and explanation.run(rule, name, parse, options.rules) or nil end
  return view.explanation{rule = rule_list.describe(rule), messages = messages_of(rule), formulas = formula.of(rule),
                          fails = half "fails", passes = half "passes", lang = options.lang}
end

return explanation
