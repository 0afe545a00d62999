--- govreport check: the everyday command.

local catalogue = require "govreport.catalogue"
local check = require "govreport.check"
local fingerprint = require "govreport.fingerprint"
local govreport = require "govreport"
local input = require "govreport.cli.input"
local letters = require "govreport.cli.letters"
local rounds = require "govreport.rounds"
local statistics = require "govreport.render.statistics"

local command = {}

-- One module each in render/findings. A format is made by `new(options)`; its methods give text: `head()`,
-- `file{name, subject, report, result, sums, rounds}`, `failure{name, message, code}`, `foot{exit = code}`; nil for
-- nothing.
local formats = {"text", "concise", "json", "jsonl", "sarif", "junit", "github"}

function command.define(parser)
  parser:argument("path", "files or folders; - for standard input"):args("+")
  parser:option("--select", "only this rule or family; may be given several times"):count("*")
  parser:option("--ignore", "without this rule or family; may be given several times"):count("*")
  parser:option("--rules", "a file of rules to add; may be given several times"):count("*")
  parser:option("--severity", "grade a rule or family anew: RULE=error, warning, info or notice"):count("*")
  parser:option("--units", "a register of units (CSV): what kind of body each is, its level, its deadline")
  parser:option("--encoding", "the encoding of the files, instead of finding out")
  parser:option("--fail-on", "the least severity that makes exit code 1"):choices{"error", "warning"}:default("error")
  parser:option("--format", "how the findings are printed"):choices(formats):default("text")
  parser:mutex(parser:flag("--brief", "text: messages only, no tables and source lines"),
               parser:flag("--full", "text: nothing left out"))
  parser:flag("--statistics", "text: how many findings of each rule, at the end")
  parser:option("--letter", "write a letter to the body: FILE.md, FILE.html, or FOLDER/ for one each")
  parser:option("--since", "the JSON of a first round: tell what is resolved, open and new")
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

-- The checker of the command's options and its rules; nil where they are not right, and it has said so.
local function make_checker(arguments, terminal, register)
  local ok, checker, set = pcall(check.checker, {
    lang = terminal.lang, rules = list_or_nil(arguments.rules), select = list_or_nil(arguments.select),
    ignore = list_or_nil(arguments.ignore), severity = severities(arguments.severity),
    units = register,
  })
  if ok then return checker, set end
  terminal:complain(checker, "options.invalid")
end

-- Whether the options go together; tells where they do not.
local function fit(arguments, terminal)
  for _, name in ipairs{"brief", "full", "statistics"} do
    if arguments[name] and arguments.format ~= "text" then
      terminal:complain(catalogue.text(terminal.lang, "options.text_only", {
        option = "--" .. name, format = arguments.format}), "options.text_only")
      return false
    end
  end
  return true
end

-- The first round of `--since`; nil where there is none, and true where it cannot be read, which was told then.
local function first_round(path, terminal)
  if not path then return nil end
  local text, message, code = input.read(path, terminal.lang)
  if text then
    local found, problem, fields = rounds.read(text)
    if found then return found end
    fields.path = path
    message, code = catalogue.text(terminal.lang, problem, fields), problem
  end
  terminal:complain(message, code)
  return nil, true
end

-- Those who present what is found: the format on the terminal, the counts, the letters; nil where one of them cannot.
local function make_presenters(arguments, terminal, set, inputs)
  local format = require("govreport.render.findings." .. arguments.format)
  local list = {format.new{
    lang = terminal.lang, color = terminal.color, version = govreport.version, rules = set.list,
    fail_on = arguments.fail_on, detail = arguments.brief and "brief" or arguments.full and "full",
  }}
  if arguments.statistics then list[#list + 1] = statistics.new{lang = terminal.lang} end
  if arguments.letter then
    local writer = letters.new(arguments.letter, inputs, terminal)
    if not writer then return nil end
    list[#list + 1] = writer
  end
  return list
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

local function check_file(run, path)
  local report, name, code = input.open_or_complain(path, run.arguments, run.terminal)
  if not report then return fail(run, path, name, code) end
  local result = run.checker(report)
  local subject = fingerprint.subject(report)
  present(run, "file", {name = name, subject = subject, report = report, result = result,
                        sums = check.sums(run.set, report),
                        rounds = run.first and run.first:compare(name, subject, result)})
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

-- What a run needs; nil where the arguments are wrong, which was told then.
local function prepare(arguments, terminal)
  if not fit(arguments, terminal) then return nil end
  local register, unusable = input.open_units(arguments.units, terminal)
  if unusable then return nil end
  local checker, set = make_checker(arguments, terminal, register)
  if not checker then return nil end
  local first, unreadable = first_round(arguments.since, terminal)
  if unreadable then return nil end
  local files, failures = input.expand(arguments.path, terminal.lang)
  local presenters = make_presenters(arguments, terminal, set, #files + #failures)
  if not presenters then return nil end
  return {arguments = arguments, terminal = terminal, checker = checker, set = set, first = first, files = files,
          failures = failures, presenters = presenters, unread = false, failed = false, undecided = false}
end

--- @return exit code
function command.run(arguments, terminal)
  local run = prepare(arguments, terminal)
  if not run then return 2 end
  present(run, "head")
  for _, failure in ipairs(run.failures) do
    terminal:complain(failure.message, failure.code)
    fail(run, failure.path, failure.message, failure.code)
  end
  for _, path in ipairs(run.files) do check_file(run, path) end
  local code = exit_code(run)
  present(run, "foot", {exit = code})
  return code
end

return command
