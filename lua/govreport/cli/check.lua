--- govreport check: the everyday command.

local catalogue = require "govreport.catalogue"
local fingerprint = require "govreport.fingerprint"
local govreport = require "govreport"
local input = require "govreport.cli.input"
local series = require "govreport.cli.series"

local command = {}

-- One module each in render/findings. A format is made by `new(options)`; its methods give text: `head()`,
-- `file{name, subject, report, result, rounds}`, `failure{name, message, code}`, `foot{exit = code}`; nil for nothing.
local formats = {"text", "concise", "json", "jsonl", "sarif", "junit", "github"}

function command.define(parser)
  parser:argument("path", "files or folders; - for standard input"):args("*")
  parser:option("--previous", "the same body's report for the year before, to compare one report with")
  parser:option("--series", "a folder: its reports are compared with those of the year before, body by body")
  parser:option("--select", "only this rule or family; may be given several times"):count("*")
  parser:option("--ignore", "without this rule or family; may be given several times"):count("*")
  parser:option("--rules", "a file of rules to add; may be given several times"):count("*")
  parser:option("--severity", "grade a rule or family anew: RULE=error, warning, info or notice"):count("*")
  parser:option("--units", "a register of units (CSV): what kind of body each is, its level, its deadline")
  parser:option("--encoding", "the encoding of the files, instead of finding out")
  parser:option("--fail-on", "the least severity that makes exit code 1"):choices{"error", "warning"}:default("error")
  parser:option("--format", "how the findings are printed"):choices(formats):default("text")
end

local function list_or_nil(list) return #list > 0 and list or nil end

-- Options from `--severity RULE=LEVEL`.
local function severities(list)
  local map = {}
  for _, text in ipairs(list) do
    local name, level = text:match("^([^=]+)=(%w+)$")
    map[name or text] = level or ""
  end
  return next(map) and map
end

-- The checker of the command's options and its rules; nil where they are not right, which was told then.
local function make_checker(arguments, terminal, register)
  local ok, checker, rules = pcall(govreport.checker, {
    lang = terminal.lang, rules = list_or_nil(arguments.rules), select = list_or_nil(arguments.select),
    ignore = list_or_nil(arguments.ignore), severity = severities(arguments.severity), units = register,
  })
  if ok then return checker, rules end
  terminal:complain(checker, "options.invalid")
end

-- Those who present what is found: the format on the terminal.
local function make_presenters(arguments, terminal, rules)
  local format = require("govreport.render.findings." .. arguments.format)
  return {format.new{lang = terminal.lang, color = terminal.color, version = govreport.version,
                     rules = rules, fail_on = arguments.fail_on}}
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

-- @param beside what stands beside the report; see `govreport.check.checker`
local function check_file(run, path, beside)
  local report, name, code = input.open_or_complain(path, run.arguments, run.terminal)
  if not report then return fail(run, path, name, code) end
  local result = run.checker(report, beside)
  present(run, "file", {name = name, subject = fingerprint.subject(report), report = report, result = result})
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

-- What the paths and the reports of other years ask for together; nil where it is right.
local function misuse(arguments, files)
  if #arguments.path == 0 and not arguments.series then return "usage.paths" end
  if arguments.series and (#arguments.path > 0 or arguments.previous) then return "usage.series" end
  if arguments.previous and #files ~= 1 then return "usage.previous" end
end

-- Checks the files, each beside what it is to be compared with.
local function check_files(run, files)
  local arguments = run.arguments
  if arguments.series then
    local reader = {open = function(path)
      return (input.open(path, {lang = run.terminal.lang, encoding = arguments.encoding}))
    end, check = function(path, beside) check_file(run, path, beside) end}
    return series.run(files, reader, run.register)
  end
  local previous
  if arguments.previous then
    local message, code
    previous, message, code = input.open_or_complain(arguments.previous, arguments, run.terminal)
    if not previous then fail(run, arguments.previous, message, code) end
  end
  for _, path in ipairs(files) do check_file(run, path, {previous = previous}) end
end

--- @return exit code
function command.run(arguments, terminal)
  local register, unusable = input.open_units(arguments.units, terminal)
  if unusable then return 2 end
  local checker, rules = make_checker(arguments, terminal, register)
  if not checker then return 2 end
  local files, failures = input.expand(arguments.series and {arguments.series} or arguments.path, terminal.lang)
  local wrong = misuse(arguments, files)
  if wrong then
    terminal:complain(catalogue.text(terminal.lang, wrong, {count = #files}), wrong)
    return 2
  end
  local run = {arguments = arguments, terminal = terminal, checker = checker, register = register, unread = false,
               failed = false, undecided = false, presenters = make_presenters(arguments, terminal, rules)}
  present(run, "head")
  for _, failure in ipairs(failures) do
    terminal:complain(failure.message, failure.code)
    fail(run, failure.path, failure.message, failure.code)
  end
  check_files(run, files)
  local code = exit_code(run)
  present(run, "foot", {exit = code})
  return code
end

return command
