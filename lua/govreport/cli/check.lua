--- govreport check: the everyday command.

local baseline = require "govreport.render.baseline"
local catalogue = require "govreport.catalogue"
local checker = require "govreport.cli.checker"
local input = require "govreport.cli.input"
local output = require "govreport.cli.output"
local presenters = require "govreport.cli.presenters"

local command = {}

function command.define(parser)
  parser:argument("path", "files or folders; - for standard input"):args("+")
  checker.define(parser)
  parser:option("--write-baseline", "write all findings as a file of waivers")
  parser:option("--encoding", "the encoding of the files, instead of finding out")
  parser:option("--fail-on", "the least severity that makes exit code 1 (default: error)"):choices{"error", "warning"}
  presenters.define(parser)
end

local function fail(run, name, message, code)
  run.unread = true
  run.presenters:failure(name, message, code)
end

local function check_file(run, path)
  local report, name, code = input.open_or_complain(path, run.arguments, run.terminal)
  if not report then return fail(run, path, name, code) end
  local result = run.checker.check(report)
  run.presenters:file(name, report, result)
  if run.baseline then run.baseline[#run.baseline + 1] = baseline.entries(report, result, run.terminal.lang) end
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
  local ok, problem = output.write(path, baseline.file(run.baseline))
  if not ok then
    run.terminal:complain(catalogue.text(run.terminal.lang, "io.unwritable", {detail = problem}), "io.unwritable")
  end
  return ok
end

-- What a run needs; nil where the arguments are wrong, which was told then.
local function prepare(arguments, terminal)
  local own = checker.make(arguments, terminal)
  if not own then return nil end
  local files, failures = input.expand(arguments.path, terminal.lang)
  local all = presenters.make(arguments, terminal, own.rules, #files + #failures)
  if not all then return nil end
  return {arguments = arguments, terminal = terminal, checker = own, files = files, failures = failures,
          presenters = all, unread = false, failed = false, undecided = false,
          baseline = arguments.write_baseline and {}}
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
  for _, path in ipairs(run.files) do check_file(run, path) end
  checker.tell_idle(run.checker, terminal)
  run.unread = not write_baseline(run, arguments.write_baseline) or run.unread
  local code = exit_code(run)
  run.presenters:foot(code)
  return code
end

return command
