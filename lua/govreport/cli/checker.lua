--- What the commands that check share: the options that choose and grade rules, the waivers. The settings were read by
-- `govreport.cli.project`.

local catalogue = require "govreport.base.catalogue"
local govreport = require "govreport"
local input = require "govreport.cli.input"

local checker = {}

function checker.define(parser)
  parser:option("--rules", "a file of rules to add; may be given several times"):count("*")
  parser:option("--select", "only this rule or family; may be given several times"):count("*")
  parser:option("--ignore", "without this rule or family; may be given several times"):count("*")
  parser:option("--severity", "grade a rule or family anew: RULE=error, warning, info or notice"):count("*")
  parser:option("--units", "a register of units (CSV): what kind of body each is, its level, its deadline")
  parser:option("--waivers", "a file of findings that are accepted")
end

-- `RULE=LEVEL` several times, over the severities of the settings.
local function severities(list, base)
  local map = {}
  for name, level in pairs(base or {}) do map[name] = level end
  for _, text in ipairs(list) do
    local name, level = text:match("^([^=]+)=(%w+)$")
    map[name or text] = level or ""
  end
  return next(map) and map
end

local function joined(first, second)
  local list = table.move(first or {}, 1, #(first or {}), 1, {})
  table.move(second, 1, #second, #list + 1, list)
  return #list > 0 and list or nil
end

-- What the command line says goes before what the settings say; rules to add and to leave out are those of both.
local function merge(arguments, own, terminal)
  if own.lang and not arguments.lang then terminal.lang = catalogue.check_language(own.lang) end
  for _, name in ipairs{"units", "waivers", "format", "fail_on"} do arguments[name] = arguments[name] or own[name] end
  return {
    lang = terminal.lang, rules = joined(own.rules, arguments.rules), ignore = joined(own.ignore, arguments.ignore),
    select = #arguments.select > 0 and arguments.select or own.select,
    severity = severities(arguments.severity, own.severity),
  }
end

-- Runs a function and tells of what it raises, as wrong usage.
local function attempt(terminal, code, run, ...)
  local ok, value, more = pcall(run, ...)
  if ok then return true, value, more end
  terminal:complain(value, code)
end

--- Makes the checker of a command, of its arguments and the settings; fills in the arguments that the settings give.
-- @return `{check = function(report, beside) -> Result, rules, waivers, units}`; nil where something is not right,
-- which was told then
function checker.make(arguments, terminal)
  local ok, options = attempt(terminal, "settings.invalid", merge, arguments, arguments.settings, terminal)
  if not ok then return nil end
  local register, unusable = input.open_units(arguments.units, terminal)
  if unusable then return nil end
  options.units, options.today = register, os.date("%Y-%m-%d")
  if arguments.waivers then
    local waivers = require "govreport.check.waivers"
    ok, options.waivers = attempt(terminal, "waivers.invalid", waivers.load, arguments.waivers)
    if not ok then return nil end
  end
  local made, check, rules = attempt(terminal, "options.invalid", govreport.checker, options)
  if not made then return nil end
  return {check = check, rules = rules, waivers = options.waivers, units = register}
end

--- Tells of the waivers that waive nothing.
function checker.tell_idle(made, terminal)
  for _, entry in ipairs(made.waivers and made.waivers:idle() or {}) do
    local code = "waiver." .. entry.state
    terminal:complain(catalogue.text(terminal.lang, code, {rule = entry.rule, reason = entry.reason,
                                                           expires = entry.expires or ""}), code)
  end
end

return checker
