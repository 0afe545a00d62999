--- The rules as a list, one a line: id, severity, what it is about.

local catalogue = require "govreport.base.catalogue"
local text = require "govreport.render.text"

local rules_text = {}

--- @param rules see `govreport.check.rule_list`
function rules_text.render(rules, lang)
  local lines = {}
  for i, rule in ipairs(rules) do
    local severity = catalogue.text(lang, "severity." .. rule.severity)
    lines[i] = text.pad(rule.id, 34) .. text.pad(severity, 10) .. text.safe(rule.title[lang]) .. "\n"
  end
  return table.concat(lines)
end

return rules_text
