--- govreport check: the everyday command.

local baseline = require "govreport.render.baseline"
local catalogue = require "govreport.catalogue"
local fingerprint = require "govreport.fingerprint"
local govreport = require "govreport"
local beside = require "govreport.cli.beside"
local checker = require "govreport.cli.checker"
local input = require "govreport.cli.input"
local output = require "govreport.cli.output"

local command = {}

-- One module each in render/findings. A format is made by `new(options)`; its methods give text: `head()`,
-- `file{name, subject, report, result, rounds}`, `failure{name, message, code}`, `foot{exit = code}`; nil for nothing.
local formats = {"text", "concise", "json", "jsonl", "sarif", "junit", "github"}

function command.define(parser)
  parser:argument("path", "files or folders; - for standard input"):args("*")
  beside.define(parser)
  checker.define(parser)
  parser:option("--write-baseline", "write all findings as a file of waivers")
  parser:option("--encoding", "the encoding of the files, instead of finding out")
  parser:option("--fail-on", "the least severity that makes exit code 1 (default: error)"):choices{"error", "warning"}
  parser:option("--format", "how the findings are printed (default: text)"):choices(formats)
end

-- Those who present what is found: the format on the terminal.
local function make_presenters(arguments, terminal, rules)
  local format = require("govreport.render.findings." .. (arguments.format or "text"))
  return {format.new{lang = terminal.lang, color = terminal.color, version = govreport.version,
                     rules = rules, fail_on = arguments.fail_on or "error"}}
end

local function present(run, method, value)
  for _, presenter in ipairs(run.presenters) do
    local text = presenter[method](presenter, value)
    if text then run.terminal:print(text) end
  end
end

local function fail(run, name, message, code)
  run.unread = true
  present(run, "failure", {name = name, message = message, code = code})
end

-- @param others what stands beside the report; see `govreport.check.checker`
local function check_file(run, path, others)
  local report, name, code = input.open_or_complain(path, run.arguments, run.terminal)
  if not report then return fail(run, path, name, code) end
  local result = run.checker.check(report, others)
  present(run, "file", {name = name, subject = fingerprint.subject(report), report = report, result = result})
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

--- @return exit code
function command.run(arguments, terminal)
  local own = checker.make(arguments, terminal)
  if not own then return 2 end
  local files, failures = input.expand(arguments.series and {arguments.series} or arguments.path, terminal.lang)
  local wrong = beside.misuse(arguments, files)
  if wrong then
    terminal:complain(catalogue.text(terminal.lang, wrong, {count = #files}), wrong)
    return 2
  end
  local run = {arguments = arguments, terminal = terminal, checker = own, unread = false, failed = false,
               undecided = false, presenters = make_presenters(arguments, terminal, own.rules),
               baseline = arguments.write_baseline and {}}
  present(run, "head")
  for _, failure in ipairs(failures) do
    terminal:complain(failure.message, failure.code)
    fail(run, failure.path, failure.message, failure.code)
  end
  beside.each(files, arguments, terminal, own.register, {
    check = function(path, others) check_file(run, path, others) end,
    fail = function(...) fail(run, ...) end,
  })
  checker.tell_idle(own, terminal)
  run.unread = not write_baseline(run, arguments.write_baseline) or run.unread
  local code = exit_code(run)
  present(run, "foot", {exit = code})
  return code
end

return command
