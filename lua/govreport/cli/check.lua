--- govreport check: the everyday command.

local catalogue = require "govreport.base.catalogue"
local checker = require "govreport.cli.checker"
local input = require "govreport.cli.input"
local output = require "govreport.cli.output"
local presenters = require "govreport.cli.presenters"
local render = require "govreport.render"
local settings = require "govreport.cli.settings"

local command = {}

function command.define(parser)
  parser:argument("path", "files or folders; - for standard input"):args("*")
  parser:option("--previous", "the same body's report for the year before, to compare one report with")
  parser:option("--series", "a folder: its reports are compared with those of the year before, body by body")
  checker.define(parser)
  parser:option("--write-baseline", "write all findings as a file of waivers")
  parser:option("--encoding", "the encoding of the files, instead of finding out")
  parser:option("--fail-on", "the least severity that makes exit code 1 (default: error)"):choices(settings.fail_on)
  presenters.define(parser)
end

local function fail(run, name, message, code)
  run.unread = true
  run.presenters:failure(name, message, code)
end

-- @param beside what stands beside the report; see `govreport.check.checker`
local function check_file(run, path, beside)
  local report, name, code = input.open_or_complain(path, run.arguments, run.terminal)
  if not report then return fail(run, path, name, code) end
  local result = run.checker.check(report, beside)
  run.presenters:file(name, report, result)
  if run.baseline then run.baseline[#run.baseline + 1] = render.baseline.entries(report, result, run.terminal.lang) end
  run.failed = run.failed or result.counts.error > 0
               or (run.arguments.fail_on == "warning" and result.counts.warning > 0)
  run.undecided = run.undecided or result.verdict == "undecided"
  report:close()
end

local function exit_code(run)
  if run.unread then return 3 end
  if run.failed then return 1 end
  return run.undecided and 3 or 0
end

-- Whether the baseline was written, where one was asked for.
local function write_baseline(run, path)
  if not path then return true end
  local ok, problem = output.write(path, render.baseline.file(run.baseline))
  if not ok then
    run.terminal:complain(catalogue.text(run.terminal.lang, "io.unwritable", {detail = problem}), "io.unwritable")
  end
  return ok
end

-- What the paths and the reports of other years ask for together; nil where it is right.
local function misuse(arguments, files)
  if #arguments.path == 0 and not arguments.series then return "usage.paths" end
  if arguments.series and (#arguments.path > 0 or arguments.previous) then return "usage.series" end
  if arguments.previous and #files ~= 1 then return "usage.previous" end
end

-- What a run needs; nil where the arguments are wrong, which was told then.
local function prepare(arguments, terminal)
  local own = checker.make(arguments, terminal)
  if not own then return nil end
  local files, failures = input.expand(arguments.series and {arguments.series} or arguments.path, terminal.lang)
  local wrong = misuse(arguments, files)
  if wrong then
    terminal:complain(catalogue.text(terminal.lang, wrong, {count = #files}), wrong)
    return nil
  end
  local all = presenters.make(arguments, terminal, own.rules, #files + #failures)
  if not all then return nil end
  return {arguments = arguments, terminal = terminal, checker = own, files = files, failures = failures,
          presenters = all, unread = false, failed = false, undecided = false,
          baseline = arguments.write_baseline and {}}
end

-- Checks the files, each beside what it is to be compared with.
local function check_files(run)
  local arguments = run.arguments
  if arguments.series then
    local reader = {open = function(path)
      return (input.open(path, {lang = run.terminal.lang, encoding = arguments.encoding}))
    end, check = function(path, beside) check_file(run, path, beside) end}
    return require("govreport.cli.series").run(run.files, reader, run.checker.units)
  end
  local previous
  if arguments.previous then
    local message, code
    previous, message, code = input.open_or_complain(arguments.previous, arguments, run.terminal)
    if not previous then fail(run, arguments.previous, message, code) end
  end
  for _, path in ipairs(run.files) do check_file(run, path, {previous = previous}) end
end

--- @return exit code
function command.run(arguments, terminal)
  local run = prepare(arguments, terminal)
  if not run then return 2 end
  run.presenters:head()
  for _, failure in ipairs(run.failures) do
    terminal:complain(failure.message, failure.code)
    fail(run, failure.path, failure.message, failure.code)
  end
  check_files(run)
  checker.tell_idle(run.checker, terminal)
  run.unread = not write_baseline(run, arguments.write_baseline) or run.unread
  local code = exit_code(run)
  run.presenters:foot(code)
  return code
end

return command
