--- govreport extract: a report as data.

local input = require "govreport.cli.input"

local command = {}

function command.define(parser)
  parser:argument("path", "a file; - for standard input")
  input.define(parser, "file")
  parser:option("--to", "tsv: one line per cell; json: everything, with places"):choices{"tsv", "json"}:default("tsv")
end

--- @return exit code
function command.run(arguments, terminal)
  local report = input.report(arguments.path, arguments, terminal)
  if not report then return 3 end
  terminal:show(report, arguments.to)
  return 0
end

return command
