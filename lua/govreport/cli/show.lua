--- govreport show: a report drawn for people.

local input = require "govreport.cli.input"

local command = {}

-- What can be asked for instead of the whole report, in the order in which it is shown.
local parts = {"quantities", "ledger", "claims"}

function command.define(parser)
  parser:argument("path", "a file; - for standard input")
  input.define(parser, "file")
  parser:flag("--quantities", "list the quantities and dates of the text")
  parser:flag("--claims", "list what the sentences say of the tables, and whether it agrees")
  parser:flag("--ledger", "tell what became of every number")
end

--- @return exit code
function command.run(arguments, terminal)
  local report = input.report(arguments.path, arguments, terminal)
  if not report then return 3 end
  local whole = true
  for _, part in ipairs(parts) do
    if arguments[part] then
      terminal:show(report, part)
      whole = false
    end
  end
  if whole then terminal:show(report) end
  return 0
end

return command
