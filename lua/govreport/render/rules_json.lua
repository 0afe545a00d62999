--- The rules as JSON, schema `govreport.rules/1` (docs/json.md).

local json = require "govreport.base.json"

local rules_json = {}

rules_json.schema = "govreport.rules/1"

local function text(own) return json.object{{"zh", own.zh}, {"en", own.en}} end

local function list(values)
  return values and json.array(table.move(values, 1, #values, 1, {})) or json.null
end

--- @param rules see `govreport.check.rule_list`
function rules_json.render(rules)
  local values = {}
  for i, rule in ipairs(rules) do
    values[i] = json.object{
      {"id", rule.id}, {"family", rule.family}, {"severity", rule.severity}, {"basis", rule.basis},
      {"title", text(rule.title)}, {"forms", list(rule.forms)}, {"source", rule.source},
    }
  end
  return json.encode(json.object{{"schema", rules_json.schema}, {"rules", json.array(values)}})
end

return rules_json
