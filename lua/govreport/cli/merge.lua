--- govreport merge: the answers of workers as one dataset.

local dataset_options = require "govreport.cli.dataset_options"
local govreport = require "govreport"
local output = require "govreport.cli.output"
local pace = require "govreport.cli.pace"
local processors = require "govreport.cli.processors"
local summaries = require "govreport.cli.summaries"

local command = {}

function command.define(parser)
  parser:argument("plan", "the folder that govreport plan wrote")
  parser:argument("answers", "the files in which govreport worker wrote its answers"):args("+")
  dataset_options.define_output(parser)
  parser:option("-j --jobs", "how many processes convert (default: as many as there are processors)")
    :convert(dataset_options.count(0))
end

--- @return exit code
function command.run(arguments, terminal)
  if not output.is_dataset(arguments.output, arguments.to) then
    terminal:tell "usage.dataset_output"
    return 2
  end
  local shown <close> = pace.new(terminal.lang)
  local summary, message, code = govreport.merge(arguments.plan, arguments.answers, {
    output = arguments.output, to = arguments.to, cells = not arguments.no_cells, lang = terminal.lang,
    jobs = arguments.jobs or processors.count(), progress = shown.tell})
  shown:clear()
  return summaries.tell(arguments.output, terminal, summary, message, code)
end

return command
