--- govreport explain: what a rule means, what it stands on, an example that fails and one that passes.

local catalogue = require "govreport.base.catalogue"
local explain_text = require "govreport.render.explain_text"
local explanation = require "govreport.check.explanation"
local formula = require "govreport.check.formula"
local govreport = require "govreport"
local rule = require "govreport.check.rule"
local text = require "govreport.render.text"

local command = {}

function command.define(parser)
  parser:argument("rule", "the id of a rule, or of a family")
end

-- The rules of a family, one a line; whether there are any.
local function list_family(name, terminal)
  local found = false
  for _, own in ipairs(rule.all()) do
    if own.id:match("^[^.]+") == name then
      found = true
      terminal:print(text.pad(own.id, 34) .. text.pad(catalogue.text(terminal.lang, "severity." .. own.severity), 10)
                     .. own.title[terminal.lang] .. "\n")
    end
  end
  return found
end

local function parse(bytes) return assert(govreport.parse(bytes, {name = "example"})) end

--- @return exit code
function command.run(arguments, terminal)
  if list_family(arguments.rule, terminal) then return 0 end
  local own, nearest = rule.find(rule.all(), arguments.rule)
  if not own then
    terminal:complain(catalogue.text(terminal.lang, nearest and "rule.unknown_near" or "rule.unknown",
                                     {rule = arguments.rule, nearest = nearest}), "rule.unknown")
    return 2
  end
  local explained = {formulas = formula.of(own)}
  if explanation.example(own) then
    explained.fails, explained.passes = explanation.run(own, "fails", parse), explanation.run(own, "passes", parse)
  end
  terminal:print(explain_text.render(own, explained, terminal))
  return 0
end

return command
