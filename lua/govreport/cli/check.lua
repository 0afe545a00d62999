--- govreport check: the everyday command.

local checker = require "govreport.cli.checker"
local input = require "govreport.cli.input"
local known_options = require "govreport.base.options"
local printers = require "govreport.cli.printers"

local command = {}

function command.define(parser)
  parser:argument("path", "files, folders or .zip archives; - for standard input"):args("*")
  parser:option("--previous", "the same body's report for the year before, to compare one report with")
  parser:option("--series", "a folder: its reports are compared with those of the year before, body by body")
  checker.define(parser)
  parser:option("--write-baseline", "write all findings as a file of waivers")
  input.define(parser, "files")
  parser:option("--fail-on", "the least severity that makes exit code 1 (default: error)")
    :choices(known_options.fail_on)
  printers.define(parser)
end

-- What the paths and the reports of other years ask for together; nil where it is right.
local function misuse(arguments, count)
  if #arguments.path == 0 and not arguments.series then return "usage.paths" end
  if arguments.series and (#arguments.path > 0 or arguments.previous) then return "usage.series" end
  if arguments.previous and count ~= 1 then return "usage.previous" end
end

--- @return exit code
function command.run(arguments, terminal)
  local options = checker.options(arguments, terminal)
  if not options then return 2 end
  local files = checker.files(arguments, terminal)
  local wrong = misuse(arguments, #files)
  if wrong then
    terminal:tell(wrong, {count = #files})
    return 2
  end
  local batch = checker.batch(arguments, options, terminal)
  local all = batch and printers.make(batch, arguments, terminal, #files)
  if not all then return 2 end
  all:head()
  for entry in batch:entries() do
    if entry.message then terminal:complain(entry.message, entry.code) end
    all:entry(entry)
    if all.is_piecewise then terminal:release() end
  end
  checker.tell_idle(options.waivers, terminal)
  all:foot()
  return batch:exit_code(arguments.fail_on)
end

return command
