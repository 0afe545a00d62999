--- Runs rules over a Report and gives a Result.

local catalogue = require "govreport.catalogue"
local context = require "govreport.context"
local forms = require "govreport.forms"
local identity = require "govreport.identity"
local keys = require "govreport.keys"
local names = require "govreport.names"
local result = require "govreport.result"
local rule = require "govreport.rule"
local sums = require "govreport.sums"

local check = {}

local option_keys = {rules = "table", select = "table", ignore = "table", lang = "string"}

-- ---- rules --------------------------------------------------------------------------------------

local function chosen_by(list, id)
  for _, pattern in ipairs(list) do
    if id == pattern or id:sub(1, #pattern + 1) == pattern .. "." then return true end
  end
  return false
end

--- The first of some names that is no rule and no family among `rules`, and the nearest that is; nil where all are
-- known.
function check.unknown_name(list, rules)
  local known = {}
  for _, declared in ipairs(rules or rule.all()) do
    known[declared.id], known[declared.id:match("^[^.]+")] = true, true
  end
  for _, name in ipairs(list or {}) do
    if not known[name] then return name, keys.nearest(name, known) end
  end
end

-- An unknown name would choose nothing, and the check would say too little.
local function check_names(list, rules, option)
  local name, nearest = check.unknown_name(list, rules)
  if name then
    error(("option '%s': there is no rule or family '%s'%s"):format(
      option, name, nearest and ", did you mean '" .. nearest .. "'?" or ""), 0)
  end
end

-- The rules of a check; the set without options is compiled once for each form.
local function choose(options)
  if not options.rules and not options.select and not options.ignore then return rule.all() end
  local all = {}
  for _, declared in ipairs(rule.all()) do all[#all + 1] = declared end
  if options.rules then rule.add(all, options.rules, "option 'rules'") end
  check_names(options.select, all, "select")
  check_names(options.ignore, all, "ignore")
  local list = {}
  for _, declared in ipairs(all) do
    local wanted = not options.select or chosen_by(options.select, declared.id)
    if wanted and not (options.ignore and chosen_by(options.ignore, declared.id)) then list[#list + 1] = declared end
  end
  return list
end

--- The rules that a check with these options runs.
check.rules = choose

local function compile(form, rules)
  form.sums = form.sums or setmetatable({}, {__mode = "k"})
  form.sums[rules] = form.sums[rules] or identity.compile(form, rules)
  return form.sums[rules]
end

local function has_tables(form, declared)
  for _, id in ipairs(declared.tables or {}) do
    if not names.declared_table(form.declared, id) then return false end
  end
  return true
end

-- A row that could not be read leaves its table undecided.
local function add_lost_tables(self)
  local lost
  for _, cell in ipairs(self:odd_cells()) do
    if cell.lost and cell.table ~= lost then
      lost = cell.table
      self.undecided[#self.undecided + 1] = lost
    end
  end
end

--- Checks a report.
-- @param report a Report
-- @param options `rules` (list of rules to add), `select` and `ignore` (lists of rule ids or families), `lang` ("zh",
-- "en")
-- @return Result: `verdict` ("pass", "review", "fail", "undecided"), `counts` by severity, `undecided` (number of sums
-- and tables that could not be decided), `list`, `findings()`
function check.run(report, options)
  options = keys.check(options or {}, option_keys, {}, "options of check")
  local lang = catalogue.check_language(options.lang or "zh")
  local form, rules = forms.compiled(report.form), choose(options)
  local self = context.new(report, form, compile(form, rules), {lang = lang})
  sums.run(self)
  for _, declared in ipairs(rules) do
    if declared.check and has_tables(form, declared) then self:protect(declared, declared.check) end
  end
  add_lost_tables(self)
  return result.new(self.findings, #self.undecided, lang)
end

return check
