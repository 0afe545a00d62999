--- Examples of rules: a report that breaks the rule and one that does not, both edits of a model report, both run.
--
-- An example is `{form, plain, fails, passes}`: `form` is an id ("cn_disclosure_2021" where it is left out), `plain`
-- asks for plain text instead of a page. `fails` and `passes` change the model: `cells` (by address), `sections` (by
-- id), `year`, `text` (list of `{from, to}`: what stands there once, and what stands there instead), `previous` (the
-- same for the report of the year before).

local check = require "govreport.check"
local govreport = require "govreport"
local keys = require "govreport.keys"
local model = require "govreport.explanations.model"
local sample = require "govreport.sample"

local explanation = {}

local example_keys = {form = "string", plain = "boolean", fails = "table", passes = "table"}
local part_keys = {cells = "table", sections = "table", year = "integer", text = "table", previous = "table"}

--- The example of a rule: its own, or the one that the project has for it; nil where there is none.
function explanation.example(rule)
  if rule.example then return rule.example end
  local ok, family = pcall(require, "govreport.explanations." .. rule.id:match("^[^.]+"))
  return ok and family[rule.id] or nil
end

local function replace(text, from, to)
  local start, stop = text:find(from, 1, true)
  if not start then error("the example has no '" .. from .. "'", 0) end
  if text:find(from, start + 1, true) then error("the example has more than one '" .. from .. "'", 0) end
  return text:sub(1, start - 1) .. to .. text:sub(stop + 1)
end

-- The text of one of the two reports.
local function text_of(example, part)
  keys.check(part, part_keys, {}, "example")
  local options = model.of(example.form or "cn_disclosure_2021", part.year)
  options.plain = example.plain
  for address, value in pairs(part.cells or {}) do options.cells[address] = value end
  for id, prose in pairs(part.sections or {}) do options.sections[id] = prose end
  local text = sample.text(options)
  for _, edit in ipairs(part.text or {}) do text = replace(text, edit[1], edit[2]) end
  return text
end

local function parse(example, part)
  return assert(govreport.parse(text_of(example, part), {name = "example"}))
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

--- Runs one half of an example.
-- @param rule the rule, one of the project's
-- @param name "fails" or "passes"
-- @return `{report, findings, result, places}`: the findings are those of the rule alone, the places those at which the
-- halves differ
function explanation.run(rule, name)
  local example = keys.check(explanation.example(rule), example_keys, {"fails", "passes"}, "example of " .. rule.id)
  local part, other = example[name], example[name == "fails" and "passes" or "fails"]
  local report, findings = parse(example, part), {}
  local previous = part.previous and parse(example, part.previous)
  local checker = check.checker{select = {rule.id}, previous = previous or nil}
  local result = checker(report)
  for found in result:findings() do
    if found.rule == rule.id then findings[#findings + 1] = found end
  end
  return {report = report, result = result, findings = findings, places = places_of(report, part, other)}
end

return explanation
