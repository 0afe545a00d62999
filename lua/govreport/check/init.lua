--- Running rules. A Report and rules in; a Result with its findings out.

local catalogue = require "govreport.base.catalogue"
local context = require "govreport.check.context"
local forms = require "govreport.form"
local keys = require "govreport.base.keys"
local later = require "govreport.base.later"
local result = require "govreport.check.result"
local ruleset = require "govreport.check.ruleset"
local sums = require "govreport.check.sums"
local undecided = later "govreport.check.undecided"

local check = {}

--- What its options may hold: types by key.
check.option_keys = {
  rules = "table", select = "table", ignore = "table", severity = "table", lang = "string", units = "table",
  waivers = "string|table", today = "string", search_steps = "number",
}
--- What stands beside a report, and differs from report to report.
check.beside_keys = {previous = "userdata", series = "table", rollup = "table"}

-- A row that could not be read leaves its table undecided.
local function add_lost_tables(self)
  local lost, cells = {}, {}
  for _, cell in ipairs(self:odd_cells_of("unreadable")) do
    if cell.lost then
      local own = cells[cell.table]
      if not own then
        own = {}
        cells[cell.table], lost[#lost + 1] = own, cell.table
      end
      own[#own + 1] = cell.address
    end
  end
  for _, id in ipairs(lost) do self.undecided[#self.undecided + 1] = undecided.table(id, cells[id]) end
end

-- The list of what is undecided: what was left open while the rules ran, and by the findings that nobody waives.
local function open_of(self, findings)
  local list = table.move(self.undecided, 1, #self.undecided, 1, {})
  for _, found in ipairs(findings) do
    local rule = self.open[found]
    if rule then list[#list + 1] = undecided.finding(rule, found) end
  end
  return undecided.list(list)
end

local function new_context(report, own, options, beside)
  local self = context.new(report, forms.compiled(report.form), own, options, beside)
  self.every_sum = function() return ruleset.for_form(ruleset.new{}, report.form).sums end
  return self
end

--- What the rules of the project would see of a report; none of them runs.
function check.context(report)
  local set = ruleset.new{}
  return new_context(report, ruleset.for_form(set, report.form), {lang = "zh", set = set}, {})
end

-- What keeps scripts in bounds; nil before the first of them was loaded.
local function script() return package.loaded["govreport.form.script"] end

-- The rules of all scripts share one budget.
local function run(report, set, options, beside)
  local _ <close> = script() and script().scope()
  local own = ruleset.for_form(set, report.form)
  local self = new_context(report, own, options, beside)
  sums.run(self)
  local function run_checks() self:run(own.checks) end
  if script() then script().together(run_checks) else run_checks() end
  add_lost_tables(self)
  self:tell_further()
  local findings, waived = self.findings, {}
  if options.waivers then
    findings, waived =
      options.waivers:apply(findings, report, options.today, function(id) return ruleset.runs(set, id) end)
  end
  local open, unread = open_of(self, findings), self:is_unread()
  self.findings, self.undecided = {}, {}   -- a script that kept its report tells nobody
  return result.new(findings, open, options.lang,
                    {waived = waived, sums = own.sums.list, unread = unread, report = report, rules = set.list})
end

--- Makes a function that checks reports, all with the same rules: they are loaded and compiled once.
-- @param options `rules` (list of files, functions over the report, rules, lists of rules: they are added), `select`
-- and `ignore` (lists of rule ids or families), `severity` (map from rule id or family to "error", "warning", "info",
-- "notice"), `lang` ("zh", "en"), `units` (Units), `waivers` (a file or Waivers), `today` (ISO date, for waivers that
-- expire), `search_steps` (the longest search for the causes of failing sums; see `check.cause`). Raises for a name
-- that is unknown and for a rule or a waiver that is not right, with its place.
-- @return function(report, beside) -> Result; the list of rules that it runs. `beside` is what stands beside the
-- report: `previous`, the Report of the year before; `series`, what is amiss with the years in a folder;
-- `rollup`, the comparison with its parts.
function check.checker(options)
  options = keys.check(options or {}, check.option_keys, {}, "options of check")
  local set, lang = ruleset.new(options), catalogue.check_language(options.lang or "zh")
  local accepted = options.waivers
  if type(accepted) == "string" then accepted = require("govreport.check.waivers").load(accepted) end
  local settings = {lang = lang, set = set, units = options.units, waivers = accepted,
                    today = options.today, search_steps = options.search_steps}
  local function checker(report, beside)
    return run(report, set, settings, keys.check(beside or {}, check.beside_keys, {}, "beside the report"))
  end
  return checker, set.list
end

--- Checks a report.
-- @param report a Report
-- @param options those of `check.checker`, and what stands beside the report
-- @return Result: `verdict` ("pass", "review", "fail", "undecided"), `counts` by severity, `undecided` (number of sums
-- and tables that could not be decided), `open` (which), `unread` (whether most cells could not be read), `list`,
-- `findings()`, `waived` (list of {finding, reason})
function check.run(report, options)
  local own, beside = {}, {}
  for key, value in pairs(options or {}) do
    if check.beside_keys[key] then beside[key] = value else own[key] = value end
  end
  local checker = check.checker(own)
  return checker(report, beside)
end

return check
