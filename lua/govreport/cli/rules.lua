--- govreport rules: all rules, one a line; with `test`, the tests of rules that people write.

local catalogue = require "govreport.base.catalogue"
local govreport = require "govreport"
local rule = require "govreport.check.rule"
local rule_test = require "govreport.check.rule_test"
local tests = require "govreport.cli.tests"
local text = require "govreport.render.text"

local command = {}

function command.define(parser)
  parser:argument("action", "test: run the tests (*_test.lua) of a file or folder"):args("?"):choices{"test"}
  parser:argument("path", "of the tests"):args("*")
end

local function list(terminal)
  for _, declared in ipairs(rule.all()) do
    local severity = catalogue.text(terminal.lang, "severity." .. declared.severity)
    terminal:print(text.pad(declared.id, 34) .. text.pad(severity, 10) .. declared.title[terminal.lang] .. "\n")
  end
  return 0
end

--- @return exit code
function command.run(arguments, terminal)
  if arguments.action == "test" then
    return tests.run(arguments.path, terminal, "rules", function(path)
      return rule_test.run(govreport, path, terminal.lang)
    end)
  end
  return list(terminal)
end

return command
