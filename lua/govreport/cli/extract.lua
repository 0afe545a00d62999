--- govreport extract: a report as data.

local forms = require "govreport.form"
local input = require "govreport.cli.input"
local report_json = require "govreport.render.report_json"
local tsv = require "govreport.render.tsv"

local command = {}

function command.define(parser)
  parser:argument("path", "a file; - for standard input")
  parser:option("--encoding", "the encoding of the file, instead of finding out")
  parser:option("--to", "tsv: one line per cell; json: everything, with places"):choices{"tsv", "json"}:default("tsv")
end

--- @return exit code
function command.run(arguments, terminal)
  local report, name = input.open_or_complain(arguments.path, arguments, terminal)
  if not report then return 3 end
  if arguments.to == "tsv" then terminal:print(tsv.render(report))
  else terminal:print(report_json.render(name, report, forms.declared(report.form))) end
  return 0
end

return command
