--- govreport rules: all rules, one a line; with `test`, the tests of rules that people write.

local checker = require "govreport.cli.checker"
local govreport = require "govreport"
local testing = require "govreport.testing"
local tests = require "govreport.cli.tests"

local command = {}

function command.define(parser)
  parser:argument("action", "test: run the tests (*_test.lua) of a file or folder"):args("?"):choices{"test"}
  parser:argument("path", "of the tests"):args("*")
  parser:option("--rules", "a file of rules to add; may be given several times"):count("*")
  parser:option("--to", "text, or json with everything"):choices{"text", "json"}:default("text")
end

--- @return exit code
function command.run(arguments, terminal)
  if arguments.action == "test" then return tests.run(arguments.path, terminal, "rules", testing.run_rules) end
  local ok, list = terminal:attempt("options.invalid", govreport.rules,
                                    {rules = checker.rules(arguments), lang = terminal.lang})
  if not ok then return 2 end
  terminal:show(list, arguments.to)
  return 0
end

return command
