--- govreport dataset: very many reports as one dataset.

local checker = require "govreport.cli.checker"
local govreport = require "govreport"
local input = require "govreport.cli.input"
local listed_files = require "govreport.cli.listed_files"
local output = require "govreport.cli.output"
local pace = require "govreport.cli.pace"
local processors = require "govreport.cli.processors"
local summaries = require "govreport.cli.summaries"

local command = {}

local bytes_of_megabyte = 1 << 20

function command.define(parser)
  parser:argument("path", "files, folders or .zip archives; - for standard input"):args("*")
  parser:option("-o --output", "the dataset: FILE.sqlite, FILE.jsonl, FILE.xlsx, or FOLDER/ for CSV files"):count(1)
  parser:option("--to", "what is written, where the name of the output does not say it")
    :choices{"sqlite", "csv", "jsonl", "xlsx"}
  listed_files.define(parser)
  parser:option("--manifest", "a CSV file that lists the files (path; also url, fetched, body, region)")
  parser:option("-j --jobs", "how many processes read (default: as many as there are processors)"):convert(math.tointeger)
  parser:flag("--update", "keep what is in the dataset; read only files that are new or changed, or all where the version, "
                          .. "the rules or the options changed")
  parser:flag("--no-cells", "no sheet of cells in FILE.xlsx")
  parser:option("--timeout", "seconds that a file may take (default: 60)"):convert(tonumber)
  parser:option("--memory", "megabytes that a file may take (default: 1024)"):convert(math.tointeger)
  checker.define(parser)
  input.define(parser, "files")
end

-- What the library is asked for; nil where something is not right, which was told then.
local function options_of(arguments, terminal)
  local options = checker.options(arguments, terminal)
  if not options then return nil end
  options.output, options.to, options.manifest = arguments.output, arguments.to, arguments.manifest
  options.update, options.encoding, options.seconds = arguments.update, arguments.encoding, arguments.timeout
  options.cells = not arguments.no_cells
  options.jobs = arguments.jobs or processors.count()
  options.memory = arguments.memory and arguments.memory * bytes_of_megabyte
  options.today = options.waivers and options.today or nil   -- of nothing else does the day make a difference
  return options
end

local function is_kind_known(arguments)
  return arguments.to or output.is_folder(arguments.output) or arguments.output:lower():find "%.[%w]+$"
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
  if not is_kind_known(arguments) then
    terminal:tell "usage.dataset_output"
    return 2
  end
  local shown <close> = pace.new(terminal.lang)
  options.progress = shown.tell
  local ok, summary, message, code = terminal:attempt("options.invalid", govreport.dataset, paths, options)
  shown:clear()
  if not ok then return 2 end
  if not summary then
    terminal:complain(message, code)
    return 3
  end
  summaries.tell(arguments.output, summary, terminal)
  return govreport.dataset_exit_code(summary)
end

return command
