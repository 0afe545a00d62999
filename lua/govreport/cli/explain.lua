--- govreport explain: what a rule means, and what it stands on.

local catalogue = require "govreport.catalogue"
local rule = require "govreport.rule"

local command = {}

function command.define(parser)
  parser:argument("rule", "the id of a rule")
end

local function formula(declared)
  local sum, balance = declared.sum, declared.balance
  if sum then
    local parts = sum.parts and sum.parts.first .. " … " .. sum.parts.last or "*"
    return ("%s: each %s: sum(%s) = %s"):format(sum.table, sum.each, parts, sum.total)
  elseif balance then
    return ("%s: each %s: %s = %s"):format(balance.table, balance.each, table.concat(balance.left, " + "),
                                           table.concat(balance.right, " + "))
  end
end

local function messages(declared, lang)
  if declared.message.zh then return {declared.message[lang]} end
  local names, list = {}, {}
  for name in pairs(declared.message) do names[#names + 1] = name end
  table.sort(names)
  for i, name in ipairs(names) do list[i] = declared.message[name][lang] end
  return list
end

--- @return exit code
function command.run(arguments, terminal)
  local declared, nearest = rule.find(rule.all(), arguments.rule)
  if not declared then
    terminal:complain(catalogue.text(terminal.lang, nearest and "rule.unknown_near" or "rule.unknown",
                                     {rule = arguments.rule, nearest = nearest}), "rule.unknown")
    return 2
  end
  local lang = terminal.lang
  local lines = {
    declared.id .. "  " .. catalogue.text(lang, "severity." .. declared.severity),
    declared.title[lang],
    catalogue.text(lang, "explain.basis", {basis = declared.basis}),
  }
  local sum = formula(declared)
  if sum then lines[#lines + 1] = catalogue.text(lang, "explain.formula", {formula = sum}) end
  for _, message in ipairs(messages(declared, lang)) do
    lines[#lines + 1] = catalogue.text(lang, "explain.message", {message = message})
  end
  terminal:print(table.concat(lines, "\n") .. "\n")
  return 0
end

return command
