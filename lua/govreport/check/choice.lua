--- Rules that are chosen, graded and brought by people: what options make of those of the project.

local aliases = require "govreport.check.aliases"
local catalogue = require "govreport.base.catalogue"
local keys = require "govreport.base.keys"
local later = require "govreport.base.later"
local rule = require "govreport.check.rule"
local rule_report = later "govreport.check.rule_report"
local script = later "govreport.form.script"

local choice = {}

local function family_of(id) return id:match("^[^.]+") end

local function matches(pattern, id) return id == pattern or id:sub(1, #pattern + 1) == pattern .. "." end

local function chosen_by(list, id)
  for _, pattern in ipairs(list) do
    if matches(pattern, id) then return true end
  end
  return false
end

-- The old ids of the rules, by the id of the rule that says the same now.
local former_ids = {}
for old, new in pairs(aliases) do
  for _, id in ipairs(new) do
    former_ids[id] = former_ids[id] or {}
    table.insert(former_ids[id], old)
  end
end

-- Whether a rule is chosen by its own id or by one under which it was known.
local function chosen_by_any(list, id)
  if chosen_by(list, id) then return true end
  for _, old in ipairs(former_ids[id] or {}) do
    if chosen_by(list, old) then return true end
  end
  return false
end

-- Whether some finding of a rule that runs is wanted: it is chosen by its own id, or by an old one that is not ignored.
local function may_speak(options, id)
  if not options.select or chosen_by(options.select, id) then return true end
  for _, old in ipairs(former_ids[id] or {}) do
    if chosen_by(options.select, old) and not chosen_by(options.ignore or {}, old) then return true end
  end
  return false
end

--- Whether a finding is wanted: by its rule, or by the ids under which it was known.
-- @param draft see `govreport.check.finding.new`
function choice.keeps(set, draft)
  local former = draft.formerly or {}
  if not former[1] then return true end
  local selected = not set.select or chosen_by(set.select, draft.rule)
  local ignored = true
  for _, old in ipairs(former) do
    selected = selected or chosen_by(set.select, old.rule)
    ignored = ignored and set.ignore ~= nil and chosen_by(set.ignore, old.rule)
  end
  return selected and not ignored
end

--- The severity that the options give to a finding: to its rule, or by name to all ids under which it was known; nil
-- where they give none.
function choice.grade(set, draft)
  if set.regrade[draft.rule] then return set.regrade[draft.rule] end
  local former, grade = draft.formerly or {}, nil
  for i, old in ipairs(former) do
    local own = set.named and set.named[old.rule]
    if not own or i > 1 and own ~= grade then return nil end
    grade = own
  end
  return grade
end

-- ---- rules that people bring --------------------------------------------------------------------

local function add_file(list, path)
  local rules, where = script.load(path)
  if rules == nil then error(where or path .. ": the script returns no rules", 0) end
  if type(rules) == "table" and rules.id then rules = {rules} end
  local count = #list
  rule.add(list, rules, where, path)
  for i = count + 1, #list do   -- a function of the script sees no more than a script may
    local own = rules[i - count]
    for _, name in ipairs{"check", "fields"} do
      if own[name] then list[i][name] = rule_report.for_script(list[i][name]) end
    end
  end
end

-- A file, a function over the report, a rule, or a list of rules.
local function add_rules(list, given, number)
  if type(given) == "string" then return add_file(list, given) end
  if type(given) == "function" then given = {id = "program.rule_" .. number, message = {}, check = given} end
  if type(given) ~= "table" then
    error(("rules: a file, a function or a table is expected, not a %s"):format(type(given)), 0)
  end
  if given.id then given = {given} end
  rule.add(list, given, function() return "rules" end)
end

-- ---- choosing -----------------------------------------------------------------------------------

-- The first of some names that is no rule and no family; an unknown name would choose nothing, and the check would say
-- too little.
local function check_names(list, rules, option, lang)
  local known = {}
  for _, own in ipairs(rules) do known[own.id], known[family_of(own.id)] = true, true end
  for old in pairs(aliases) do known[old] = true end
  for _, name in ipairs(list) do
    if type(name) ~= "string" then
      error(("%s: ids of rules or families are expected, not a %s"):format(option, type(name)), 0)
    elseif not known[name] then
      local nearest = keys.nearest(name, known)
      local message = nearest and "rule.unknown_near" or "rule.unknown"
      error(option .. ": " .. catalogue.text(lang, message, {rule = name, nearest = nearest}), 0)
    end
  end
end

local function sorted_keys(map)
  local list = {}
  for key in pairs(map) do list[#list + 1] = key end
  table.sort(list, function(a, b) return tostring(a) < tostring(b) end)
  return list
end

-- The severities that rules have instead of their own, by id; a rule's own entry goes before that of its family.
local function grades(rules, severity, lang)
  local wanted = sorted_keys(severity)
  check_names(wanted, rules, "severity", lang)
  for _, name in ipairs(wanted) do
    local grade = severity[name]
    if not rule.severities[grade] then
      error("severity: " .. catalogue.text(lang, "rule.no_severity", {rule = name, severity = tostring(grade)}), 0)
    end
  end
  local list = {}
  for _, own in ipairs(rules) do
    for _, name in ipairs(wanted) do
      if matches(name, own.id) and (name == own.id or not severity[own.id]) then list[own.id] = severity[name] end
    end
  end
  return list
end

--- Makes a set of rules; see `govreport.check.ruleset.new`.
function choice.of(options)
  local all = table.move(rule.all(), 1, #rule.all(), 1, {})
  for i, given in ipairs(options.rules or {}) do add_rules(all, given, i) end
  local lang = options.lang or "zh"
  check_names(options.select or {}, all, "select", lang)
  check_names(options.ignore or {}, all, "ignore", lang)
  local list, is_any = {}, false
  for _, own in ipairs(all) do
    local wanted = not options.select or chosen_by_any(options.select, own.id)
    if wanted and not chosen_by(options.ignore or {}, own.id) then
      list[#list + 1] = own
      is_any = is_any or may_speak(options, own.id)
    end
  end
  if not is_any then error(catalogue.text(lang, "rule.none"), 0) end
  return {list = list, regrade = grades(all, options.severity or {}, lang), select = options.select,
          ignore = options.ignore, named = options.severity}
end

return choice
