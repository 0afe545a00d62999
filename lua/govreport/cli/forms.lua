--- govreport forms: the forms that are known, in the order in which they are tried; which of them a report is in; with
-- `test`, the tests of forms that people write.

local govreport = require "govreport"
local input = require "govreport.cli.input"
local testing = require "govreport.testing"
local tests = require "govreport.cli.tests"

local command = {}

function command.define(parser)
  parser:argument("action", "test: run the tests (*_test.lua) of a file or folder"):args("?"):choices{"test"}
  parser:argument("path", "of the tests"):args("*")
  parser:option("--why", "a report: which form was chosen, and why not the others")
  input.define(parser, "file")
  parser:option("--to", "text, or json with everything"):choices{"text", "json"}:default("text")
end

--- @return exit code
function command.run(arguments, terminal)
  if arguments.action == "test" then return tests.run(arguments.path, terminal, "forms", testing.run_forms) end
  if not arguments.why then
    terminal:show(govreport.forms(), arguments.to)
    return 0
  end
  local document = input.document(arguments.why, arguments, terminal)
  if not document then return 3 end
  terminal:show(govreport.why(document), nil, {name = document.name})
  return 0
end

return command
