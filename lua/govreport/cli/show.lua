--- govreport show: a report drawn for people.

local check = require "govreport.check"
local claims = require "govreport.render.claims"
local forms = require "govreport.form"
local input = require "govreport.cli.input"
local show = require "govreport.render.show"

local command = {}

function command.define(parser)
  parser:argument("path", "a file; - for standard input")
  parser:option("--encoding", "the encoding of the file, instead of finding out")
  parser:flag("--quantities", "list the quantities and dates of the text")
  parser:flag("--claims", "list what the sentences say of the tables, and whether it agrees")
  parser:flag("--ledger", "tell what became of every number")
end

--- @return exit code
function command.run(arguments, terminal)
  local report, name = input.open_or_complain(arguments.path, arguments, terminal)
  if not report then return 3 end
  if arguments.quantities then terminal:print(show.quantities(report, terminal.lang)) end
  if arguments.ledger then terminal:print(show.ledger(report, terminal.lang)) end
  if arguments.claims then terminal:print(claims.render(check.context(report), terminal.lang)) end
  if not arguments.quantities and not arguments.ledger and not arguments.claims then
    terminal:print(show.render(name, report, forms.declared(report.form), terminal))
  end
  return 0
end

return command
