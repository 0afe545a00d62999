--- Which rules a check runs: those of the project and those that people bring, chosen and graded.

local aliases = require "govreport.check.aliases"
local later = require "govreport.base.later"
local choice = later "govreport.check.choice"
local declaration = later "govreport.check.declaration"
local forms = require "govreport.form"
local identity = require "govreport.check.identity"
local names = require "govreport.form.names"
local needs = require "govreport.check.needs"
local rule = require "govreport.check.rule"

local ruleset = {}

--- Whether a finding is wanted: by its rule, or by the ids under which it was known.
-- @param draft see `govreport.check.finding.new`
function ruleset.keeps(set, draft)
  return not (set.select or set.ignore) or choice.keeps(set, draft)
end

--- The severity that the options give to a finding: to its rule, or by name to all ids under which it was known; nil
-- where they give none.
function ruleset.grade(set, draft)
  return set.named and choice.grade(set, draft) or nil
end

local plain

--- Makes a set of rules.
-- @param options `rules` (list of files, functions, rules, lists of rules), `select`, `ignore` (lists of ids and
-- families), `severity` (map from id or family to a severity). Raises where one of them is not right, and where no rule
-- is left: a check by none would find nothing wrong with anything.
-- @return `{list = rules, regrade = severities by id, select, ignore, named = the option severity}`
function ruleset.new(options)
  if options.rules or options.select or options.ignore or options.severity then return choice.of(options) end
  plain = plain or {list = rule.all(), regrade = {}}
  return plain
end

-- ---- the rules for a form -----------------------------------------------------------------------

local function has_tables(declared, own)
  for _, id in ipairs(own.tables or {}) do
    if not names.declared_table(declared, id) then return false end
  end
  return true
end

-- The rules of the project are about the usual forms, but for those that name others, or are general.
local function is_for(declared, own)
  if own.of_project and not own.forms and not own.general and not forms.is_usual(declared.id) then return false end
  for _, id in ipairs(own.forms or {declared.id}) do
    if id == declared.id then return has_tables(declared, own) end
  end
  return false
end

--- The ids of the forms for which a rule runs: those that it is for and that have what it is about.
-- @param own a rule that was made ready
function ruleset.forms_of(own)
  local list = {}
  for _, id in ipairs(forms.list()) do
    local declared = forms.declared(id)
    if is_for(declared, own) and declaration.concerns(own, declared) then list[#list + 1] = id end
  end
  return list
end

--- Whether a set has a rule, or one that says now what a rule of that id said.
function ruleset.runs(set, id)
  if rule.find(set.list, id) then return true end
  for _, new in ipairs(aliases[id] or {}) do
    if rule.find(set.list, new) then return true end
  end
  return false
end

--- The rules of a set that a form is subject to, made ready once.
-- @return `{sums = compiled identities, checks = rules with a function, vocabulary = the words that these need}`
function ruleset.for_form(set, form_id)
  set.forms = set.forms or {}
  if not set.forms[form_id] then
    local form, own_rules, checks = forms.compiled(form_id), {}, {}
    for _, own in ipairs(set.list) do
      if is_for(form.declared, own) then
        own_rules[#own_rules + 1] = own
        if own.check then checks[#checks + 1] = own end
      end
    end
    set.forms[form_id] = {sums = identity.compile(form, own_rules), checks = checks,
                          vocabulary = needs.vocabulary(checks)}
  end
  return set.forms[form_id]
end

return ruleset
