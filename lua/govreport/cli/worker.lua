--- govreport worker: one end of a pipe, which answers each record with a line.

local checker = require "govreport.cli.checker"
local dataset_options = require "govreport.cli.dataset_options"
local govreport = require "govreport"
local stream = require "govreport.cli.stream"

local command = {}

function command.define(parser)
  dataset_options.define_limits(parser, "how many processes read (default: 1)")
  checker.define(parser)
  parser:option("--encoding", "the encoding of the files, instead of finding out")
end

--- @return exit code: 0 where every record was answered
function command.run(arguments, terminal)
  local options = dataset_options.of(arguments, terminal)
  if not options then return 2 end
  options.jobs = arguments.jobs or 1
  local function write(text)
    terminal:print(text)
    terminal:release()   -- whoever asked may wait for it
  end
  local ok, count, message, code = terminal:attempt("options.invalid", govreport.worker, stream.lines(), write, options)
  if not ok then return 2 end
  if count then return 0 end
  terminal:complain(message, code)
  return code == "dataset.process" and 3 or 2
end

return command
