--- govreport check: the everyday command.

local check = require "govreport.check"
local findings = require "govreport.render.findings"
local input = require "govreport.cli.input"

local command = {}

function command.define(parser)
  parser:argument("path", "files or folders; - for standard input"):args("+")
  parser:option("--select", "only this rule or family; may be given several times"):count("*")
  parser:option("--ignore", "without this rule or family; may be given several times"):count("*")
  parser:option("--rules", "a file of rules to add; may be given several times"):count("*")
  parser:option("--severity", "grade a rule or family anew: RULE=error, warning, info or notice"):count("*")
  parser:option("--units", "a register of units (CSV): what kind of body each is, its level, its deadline")
  parser:option("--encoding", "the encoding of the files, instead of finding out")
  parser:option("--fail-on", "the least severity that makes exit code 1"):choices{"error", "warning"}:default("error")
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

-- The checker of the command's options; nil where they are not right, and it has said so.
local function make_checker(arguments, terminal, register)
  local ok, checker = pcall(check.checker, {
    lang = terminal.lang, rules = list_or_nil(arguments.rules), select = list_or_nil(arguments.select),
    ignore = list_or_nil(arguments.ignore), severity = severities(arguments.severity),
    units = register,
  })
  if ok then return checker end
  terminal:complain(checker, "options.invalid")
end

--- @return exit code
function command.run(arguments, terminal)
  local register, unusable = input.open_units(arguments.units, terminal)
  if unusable then return 2 end
  local checker = make_checker(arguments, terminal, register)
  if not checker then return 2 end
  local files, failures = input.expand(arguments.path, terminal.lang)
  local unread, failed, undecided = #failures > 0, false, false
  for _, failure in ipairs(failures) do terminal:complain(failure.message, failure.code) end
  for _, path in ipairs(files) do
    local report, name = input.open_or_complain(path, arguments, terminal)
    if not report then
      unread = true
    else
      local result = checker(report)
      terminal:print(findings.render(name, report, result, terminal))
      failed = failed or result.counts.error > 0 or (arguments.fail_on == "warning" and result.counts.warning > 0)
      undecided = undecided or result.verdict == "undecided"
      report:close()
    end
  end
  if unread then return 3 end
  if failed then return 1 end
  return undecided and 3 or 0
end

return command
