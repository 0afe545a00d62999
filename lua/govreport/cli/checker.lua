--- What `check` asks of the library: the options that choose and grade rules, the waivers, the reports beside. The
-- settings were read by `govreport.cli.project`.

local catalogue = require "govreport.base.catalogue"
local govreport = require "govreport"
local input = require "govreport.cli.input"
local later = require "govreport.base.later"
local project = require "govreport.cli.project"
local waivers = later "govreport.waivers"

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

--- The rules to add, of the command line and of the settings; nil for none.
function checker.rules(arguments) return joined(arguments.settings.rules, arguments.rules) end

--- The options of the check, of the arguments and the settings; fills in the arguments that the settings give.
-- @return options; nil where something is not right, which was told then
function checker.options(arguments, terminal)
  local ok, options = terminal:attempt("settings.invalid", merge, arguments, arguments.settings, terminal)
  if not ok then return nil end
  project.tell_in_force(arguments, terminal)
  local unusable
  options.units, unusable = input.units(arguments.units, terminal)
  if unusable then return nil end
  options.today = os.date("%Y-%m-%d")
  if arguments.waivers then
    ok, options.waivers = terminal:attempt("waivers.invalid", waivers.load, arguments.waivers)
    if not ok then return nil end
  end
  return options
end

local function paths_of(arguments) return arguments.series and {arguments.series} or arguments.path end

--- The files that the arguments name.
function checker.files(arguments, terminal)
  return (govreport.files(paths_of(arguments), {lang = terminal.lang}))
end

--- The batch that the arguments ask for; nil where something is not right, which was told then.
function checker.batch(arguments, options, terminal)
  options.encoding, options.series, options.since = arguments.encoding, arguments.series ~= nil, arguments.since
  options.previous = arguments.previous and input.source(arguments.previous, arguments, terminal)
  local sources = input.sources(paths_of(arguments), arguments, terminal)
  local ok, batch, message, code = terminal:attempt("options.invalid", govreport.check_files, sources, options)
  if ok and not batch then terminal:complain(message, code) end
  return ok and batch or nil
end

-- Which reports a waiver is for.
local function about(entry, lang)
  local kind = entry.agency and entry.year and "both" or entry.agency and "agency" or entry.year and "year" or "all"
  return catalogue.text(lang, "waiver.about_" .. kind, entry)
end

--- Tells of the waivers that waive nothing.
function checker.tell_idle(accepted, terminal)
  for _, entry in ipairs(accepted and accepted:idle() or {}) do
    terminal:tell("waiver." .. entry.state, {
      rule = entry.rule, reason = entry.reason, expires = entry.expires or "", about = about(entry, terminal.lang)})
  end
end

return checker
