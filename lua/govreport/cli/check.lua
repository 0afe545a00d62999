--- govreport check: the everyday command.

local catalogue = require "govreport.catalogue"
local check = require "govreport.check"
local findings = require "govreport.render.findings"
local govreport = require "govreport"
local input = require "govreport.cli.input"

local command = {}

function command.define(parser)
  parser:argument("path", "files or folders; - for standard input"):args("+")
  parser:option("--select", "only this rule or family; may be given several times"):count("*")
  parser:option("--ignore", "without this rule or family; may be given several times"):count("*")
  parser:option("--units", "a register of units (CSV): what kind of body each is, its level, its deadline")
  parser:option("--encoding", "the encoding of the files, instead of finding out")
  parser:option("--fail-on", "the least severity that makes exit code 1"):choices{"error", "warning"}:default("error")
end

local function list_or_nil(list) return #list > 0 and list or nil end

-- Tells of a name that is no rule; whether there was one.
local function has_unknown_name(arguments, terminal)
  for _, list in ipairs{arguments.select, arguments.ignore} do
    local name, nearest = check.unknown_name(list)
    if name then
      terminal:complain(catalogue.text(terminal.lang, nearest and "rule.unknown_near" or "rule.unknown",
                                       {rule = name, nearest = nearest}), "rule.unknown")
      return true
    end
  end
  return false
end

--- @return exit code
function command.run(arguments, terminal)
  if has_unknown_name(arguments, terminal) then return 2 end
  local register, unusable = input.open_units(arguments.units, terminal)
  if unusable then return 2 end
  local files, failures = input.expand(arguments.path, terminal.lang)
  local options = {lang = terminal.lang, select = list_or_nil(arguments.select), ignore = list_or_nil(arguments.ignore),
                   units = register}
  local unread, failed, undecided = #failures > 0, false, false
  for _, failure in ipairs(failures) do terminal:complain(failure.message, failure.code) end
  for _, path in ipairs(files) do
    local report, name = input.open_or_complain(path, arguments, terminal)
    if not report then
      unread = true
    else
      local result = govreport.check(report, options)
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
