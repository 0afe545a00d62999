--- govreport dataset: very many reports as one dataset.

local checker = require "govreport.cli.checker"
local dataset_options = require "govreport.cli.dataset_options"
local govreport = require "govreport"
local input = require "govreport.cli.input"
local listed_files = require "govreport.cli.listed_files"
local output = require "govreport.cli.output"
local pace = require "govreport.cli.pace"
local processors = require "govreport.cli.processors"
local summaries = require "govreport.cli.summaries"

local command = {}

function command.define(parser)
  parser:argument("path", "files, folders or .zip archives; - for standard input"):args("*")
  dataset_options.define_output(parser)
  listed_files.define(parser)
  parser:option("--manifest", "a CSV file that lists the files (path; also url, fetched, body, region)")
  parser:flag("--update", "keep what is in the dataset; read only files that are new or changed, or all where the "
                          .. "version, the rules or the options changed")
  dataset_options.define_limits(parser, "how many processes read (default: as many as there are processors)")
  checker.define(parser)
  input.define(parser, "files")
end

-- What the library is asked for; nil where something is not right, which was told then.
local function options_of(arguments, terminal)
  local options = dataset_options.of(arguments, terminal)
  if not options then return nil end
  options.output, options.to, options.manifest = arguments.output, arguments.to, arguments.manifest
  options.update, options.cells = arguments.update, not arguments.no_cells
  options.jobs = arguments.jobs or processors.count()
  return options
end

--- @return exit code
function command.run(arguments, terminal)
  local options = options_of(arguments, terminal)
  local paths = options and listed_files.paths(arguments, terminal)
  if not paths then return 2 end
  if #paths == 0 and not arguments.manifest then
    terminal:tell "usage.dataset_paths"
    return 2
  end
  if not output.is_dataset(arguments.output, arguments.to) then
    terminal:tell "usage.dataset_output"
    return 2
  end
  local shown <close> = pace.new(terminal.lang)
  options.progress = shown.tell
  local ok, summary, message, code = terminal:attempt("options.invalid", govreport.dataset, paths, options)
  shown:clear()
  if not ok then return 2 end
  return summaries.tell(arguments.output, terminal, summary, message, code)
end

return command
