--- Rules as programs see them: what each is about, read-only, without what makes it run.

local readonly = require "govreport.base.readonly"
local ruleset = require "govreport.check.ruleset"

local rule_list = {}

local view = {
  list = readonly.class "govreport.Rules", text = readonly.class "govreport.Messages",
  ids = readonly.class "govreport.List",
  rule = readonly.class("govreport.RuleInfo", nil, function(data)
    return ("%s [%s] %s"):format(data.severity, data.id, data.title.zh)
  end),
}

--- What is known of a rule.
-- @param rule a rule that was made ready; see `govreport.check.rule`
-- @return read-only `{id, family, severity, basis, title, forms, source}`: `title` by language, `forms` the ids of
-- the forms for which it runs; `source` is "rock", or the script, or "program"
function rule_list.describe(rule)
  return view.rule{
    id = rule.id, family = rule.id:match("^[^.]+"), severity = rule.severity, basis = rule.basis,
    title = view.text{zh = rule.title.zh, en = rule.title.en},
    forms = view.ids(ruleset.forms_of(rule)),
    source = rule.of_project and "rock" or rule.source or "program",
  }
end

--- The rules of a set, in order.
-- @param set see `govreport.check.ruleset.new`
-- @return list; the severities are those that the options of the set give
function rule_list.of(set)
  local list = {}
  for i, rule in ipairs(set.list) do
    local graded = set.regrade[rule.id]
    list[i] = rule_list.describe(graded and setmetatable({severity = graded}, {__index = rule}) or rule)
  end
  return view.list(list)
end

return rule_list
