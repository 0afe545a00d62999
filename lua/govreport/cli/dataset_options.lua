--- The options that commands about datasets share: how many processes read, what a file may take, where it is written.

local checker = require "govreport.cli.checker"

local dataset_options = {}

local bytes_of_megabyte = 1 << 20

--- What argparse takes for a number of things, at least `least`.
function dataset_options.count(least)
  return function(text)
    local number = math.tointeger(tonumber(text))
    if number and number >= least then return number end
    return nil, ("a number of at least %d is expected, not '%s'"):format(least, text)
  end
end

local function seconds(text)
  local number = tonumber(text)
  if number and number > 0 then return number end
  return nil, "a number of seconds above 0 is expected, not '" .. text .. "'"
end

--- Defines them.
-- @param jobs what `--jobs` says of itself
function dataset_options.define_limits(parser, jobs)
  parser:option("-j --jobs", jobs):convert(dataset_options.count(0))
  parser:option("--timeout", "seconds that a file may take (default: 60)"):convert(seconds)
  parser:option("--memory", "megabytes that a file may take (default: 1024)"):convert(dataset_options.count(1))
end

--- Defines where a dataset is written, and as what.
function dataset_options.define_output(parser)
  parser:option("-o --output", "the dataset: FILE.sqlite, FILE.jsonl, FILE.xlsx, or FOLDER/ for CSV files"):count(1)
  parser:option("--to", "what is written, where the name of the output does not say it")
    :choices{"sqlite", "csv", "jsonl", "xlsx"}
  parser:flag("--no-cells", "no sheet of cells in FILE.xlsx")
end

--- What the library is asked for; nil where something is not right, which was told then.
function dataset_options.of(arguments, terminal)
  local options = checker.options(arguments, terminal)
  if not options then return nil end
  options.encoding, options.seconds, options.jobs = arguments.encoding, arguments.timeout, arguments.jobs
  options.memory = arguments.memory and arguments.memory * bytes_of_megabyte
  options.today = options.waivers and options.today or nil   -- of nothing else does the day make a difference
  return options
end

return dataset_options
