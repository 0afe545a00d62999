--- Rules: declared as data, checked when they are loaded. A rule is a sum over the cells of a table, or a function.
--
--   id        permanent, `family.name`
--   severity  "error", "warning", "info", "notice"
--   basis     the official text it stands on; "提示" for a hint
--   title     {zh, en}: what it is about, one line
--   message   {zh, en} with named fields, or a map of such messages by name
--   tables    ids of tables without which the rule has nothing to say
--   sum       {table, each = "row"|"column", total = id, parts = {first = id, last = id} or all others}
--   balance   {table, each, left = {id, id}, right = {id, id}}
--   fields    function(context) -> fields of the message, for a sum that fails
--   check     function(context): calls context:finding{…}

local keys = require "govreport.keys"

local rule = {}

local rule_keys = {
  id = "string", severity = "string", basis = "string", title = "table", message = "table", tables = "table",
  sum = "table", balance = "table", fields = "function", check = "function",
}
local sum_keys = {table = "string", each = "string", total = "string", parts = "table"}
local balance_keys = {table = "string", each = "string", left = "table", right = "table"}
local severities = {error = true, warning = true, info = true, notice = true}

-- The families that come with the project, in the order of a report.
local families = {
  "form", "structure", "metadata", "cells", "applications", "disputes", "proactive", "wording", "ledger",
}

local function check_languages(text, where)
  keys.check(text, {zh = "string", en = "string"}, {"zh", "en"}, where)
end

--- Checks one rule; raises with its id and the nearest known key.
function rule.validate(declared, source)
  keys.check(declared, rule_keys, {"id", "severity", "basis", "title", "message"}, source)
  local where = source .. " '" .. declared.id .. "'"
  if not severities[declared.severity] then error(where .. ": no such severity '" .. declared.severity .. "'", 0) end
  check_languages(declared.title, where .. ": title")
  if declared.message.zh or declared.message.en then
    check_languages(declared.message, where .. ": message")
  else
    for name, message in pairs(declared.message) do check_languages(message, where .. ": message " .. name) end
  end
  if declared.sum then keys.check(declared.sum, sum_keys, {"table", "each", "total"}, where .. ": sum") end
  if declared.balance then
    keys.check(declared.balance, balance_keys, {"table", "each", "left", "right"}, where .. ": balance")
  end
  local kinds = (declared.sum and 1 or 0) + (declared.balance and 1 or 0) + (declared.check and 1 or 0)
  if kinds ~= 1 then error(where .. ": exactly one of 'sum', 'balance' and 'check' is needed", 0) end
  local sum = declared.sum or declared.balance
  if sum and sum.each ~= "row" and sum.each ~= "column" then
    error(where .. ": 'each' must be \"row\" or \"column\"", 0)
  end
  if sum and not declared.fields then error(where .. ": 'fields' is missing, for the message of a sum", 0) end
  return declared
end

--- Checks a list of rules and adds them to another; ids are unique among all.
function rule.add(list, rules, source)
  for _, declared in ipairs(rules) do
    rule.validate(declared, source)
    for _, other in ipairs(list) do
      if other.id == declared.id then error(source .. ": the rule '" .. declared.id .. "' stands twice", 0) end
    end
    list[#list + 1] = declared
  end
  return list
end

local built_in

--- The rules that come with the project, in order.
function rule.all()
  if not built_in then
    built_in = {}
    for _, family in ipairs(families) do
      rule.add(built_in, require("govreport.rules." .. family), "rules/" .. family)
    end
  end
  return built_in
end

--- The rule of an id among a list; nil and the nearest id where there is none.
function rule.find(list, id)
  local names = {}
  for _, declared in ipairs(list) do
    if declared.id == id then return declared end
    names[declared.id] = true
  end
  return nil, keys.nearest(id, names)
end

return rule
