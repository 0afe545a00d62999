--- Writes the draft of a rule as a script, and the test beside it.

local rule_draft = {}

local rule_text = [[
-- What must hold, and what is said where it does not. `govreport check --rules %s FILE` runs it.
return {
  {
    id = "%s", severity = "warning",%s
    at_most = {"%s", "%s"},
%s  },
}
]]

local sensible_title = '\n    title = {zh = "部分公开不多于办理总计", en = "no more is granted in part than concluded"},'

local sensible_message = [[
    message = {zh = "{place}{where}：部分公开{left}件，多于办理总计{right}件，请核实。",
               en = "{place}{where}: {left} granted in part, more than {right} concluded."},
]]

local message = [[
    message = {zh = "{place}{where}：{left_name}为{left}，大于{right_name}的{right}，请核实。",
               en = "{place}{where}: {left_name} is {left}, more than {right_name}, {right}."},
]]

local test_text = [[
-- Samples of reports, with 0 in every cell that is not named. `govreport rules test %s` runs it.
return {
  rules = "%s",%s
  {name = "more than the other", form = "%s",
   cells = {["%s"] = 5, ["%s"] = 3},
   finds = {{"%s", "%s", "%s"}}},
  {name = "as many as the other", form = "%s",
   cells = {["%s"] = 5, ["%s"] = 5}, finds = {}},
}
]]

--- The rule.
-- @param own see `govreport.draft.rule_draft`
-- @param names `rule`, what the file is called
function rule_draft.rule(own, names)
  local forms = own.sensible and sensible_title or ('\n    forms = {"%s"},'):format(own.form)
  return rule_text:format(names.rule, own.id, forms, own.left, own.right, own.sensible and sensible_message or message)
end

--- Its test.
-- @param names `rule` and `test`, what the files are called; `form`, what the script of the form is called from there
function rule_draft.test(own, names)
  local forms = names.form and ('\n  forms = {"%s"},'):format(names.form) or ""
  return test_text:format(names.test, names.rule, forms, own.form, own.left_cell, own.right_cell, own.id, own.left_cell,
                          own.right_cell, own.form, own.left_cell, own.right_cell)
end

return rule_draft
