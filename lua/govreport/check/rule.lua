--- Rules: declared as data, checked when they are loaded. A rule is a declaration over cells, parts and fields, or a
-- function.
--
--   id        permanent, `family.name`
--   severity  "error", "warning" (where it is left out), "info", "notice"
--   basis     the official text it stands on; "提示" (where it is left out) for a hint, which is never an error
--   title     {zh, en} or one text: what it is about, one line
--   message   {zh, en} or one text with named fields, or a map of such messages by name
--   tables    ids of tables without which the rule has nothing to say
--   forms     ids of the forms that it is for; all where it is left out
--   needs     what a report must have for the rule to say anything; see `govreport.check.needs`
--   sum       {table, each = "row"|"column", total = id, parts = {first = id, last = id} or all others,
--             factors = {id = "0.5"}}
--   balance   {table, each, left = {id, id}, right = {id, id}, factors}
--   tolerance "0.02": by how much the two sides of a sum may differ, a decimal in the unit of the cells
--   equal, at_most, same_as_previous, change, present, contains, matches, lacks   see `govreport.check.declared`
--   fields    function(context) -> fields of the message, for a sum that fails
--   check     function(report): calls report:finding{…}
--   example   a report that fails and one that passes; see `govreport.check.explanation`

local address = require "govreport.form.address"
local core = require "govreport.core"
local later = require "govreport.base.later"
local declared = require "govreport.check.declared"
local keys = require "govreport.base.keys"
local needs = require "govreport.check.needs"
local rule_check = later "govreport.check.rule_check"
local source_line = later "govreport.check.source_line"

local rule = {}

--- What a rule may hold: types by key.
rule.rule_keys = {
  id = "string", severity = "string", basis = "string", title = "string|table", message = "string|table",
  tables = "table", forms = "table", sum = "table", balance = "table", equal = "table", at_most = "table",
  same_as_previous = "table", present = "string|table", contains = "table", matches = "table", fields = "function",
  check = "function", example = "table", general = "boolean",
  tolerance = "string", change = "table", lacks = "table", needs = "table",
}
rule.needs_keys = needs.keys
rule.kinds = {"sum", "balance", "equal", "at_most", "same_as_previous", "change", "present", "contains", "matches",
              "lacks", "check"}

rule.severities = {error = true, warning = true, info = true, notice = true}
rule.hint = "提示"

--- Whether rules of a kind are about sums.
function rule.is_sum(kind) return kind == "sum" or kind == "balance" end

--- The kind of a rule: the first of its keys that is one; nil where none is.
function rule.kind_of(own)
  for _, kind in ipairs(rule.kinds) do
    if own[kind] ~= nil then return kind end
  end
end

-- ---- making it ready ----------------------------------------------------------------------------

-- One text is the text in all languages.
local function in_languages(text) return type(text) == "string" and {zh = text, en = text} or text end

--- The message of a rule of some kind that has none of its own; nil where it needs one.
function rule.default_message(kind) return declared.message(rule.is_sum(kind) and "equal" or kind) end

--- Whether it is one message, a text or texts by language, and not several by name.
function rule.is_one_message(own) return type(own) == "string" or own.zh ~= nil or own.en ~= nil end

local function messages_of(own, kind)
  if own.message == nil then return rule.default_message(kind) end
  if rule.is_one_message(own.message) then return in_languages(own.message) end
  local named = {}
  for name, one in pairs(own.message) do named[name] = in_languages(one) end
  return named
end

-- A sum over a table, with its factors as numbers of the core.
local function with_factors(sum)
  if not sum.factors then return sum end
  local copy = {factors = {}}
  for key, value in pairs(sum) do copy[key] = copy[key] or value end
  for id, written in pairs(sum.factors) do copy.factors[id] = address.factor(written) end
  return copy
end

-- The rule with everything that was left out.
local function complete(own)
  local kind, copy = rule.kind_of(own), {}
  for key, value in pairs(own) do copy[key] = value end
  copy.severity, copy.basis = own.severity or "warning", own.basis or rule.hint
  copy.tolerance = own.tolerance and core.decimal(own.tolerance)
  copy.needs = own.needs and needs.ready(own.needs)
  copy.message, copy.title = messages_of(own, kind), in_languages(own.title or own.id)
  if rule.is_sum(kind) then
    copy.fields, copy[kind] = own.fields or declared.sum_fields, with_factors(own[kind])
  end
  if declared.kinds[kind] then declared.kinds[kind](copy, own[kind]) end
  return copy
end

-- The function of a rule; one that returns its finding would find nothing.
local function without_result(check)
  return function(context)
    if type((check(context))) ~= "table" then return end
    local info = debug.getinfo(check, "S")
    error(("%s:%d: the function returns a table, which nobody looks at: a finding is told by report:finding{…}")
          :format(info.source:gsub("^@", ""), info.linedefined), 0)
  end
end

--- Checks one rule and makes it ready; raises with its place, its id and the nearest known key.
-- @param own the rule as it is written; it is not changed
-- @param where function(id, key) -> where that stands, for messages
-- @return the rule
function rule.prepare(own, where)
  rule_check.verify(own, where)
  local ready = complete(own)
  if own.check then ready.check = without_result(own.check) end
  return ready
end

-- Where an id stands that a script has twice.
local function second_place(where, id)
  local first = where(id, "id")
  local path, line = first:match("^(.*):(%d+)$")
  if not path then return first end
  local second, found = source_line.of(("%s:%d"):format(path, math.tointeger(line) + 1), '"' .. id .. '"')
  return found and second or first
end

-- Raises where one of the known rules, a map from id to rule, has that id.
local function check_unique(known, id, where)
  local other = known[id]
  if other and other.of_project then
    error(("%s: '%s' is a built-in rule: give this one another id, like 'my.%s'"):format(where(id, "id"), id,
                                                                                   id:match("%.(.*)$")), 0)
  elseif other then
    error(("%s: the rule '%s' stands twice"):format(second_place(where, id), id), 0)
  end
end

-- Where the things of a rule stand; of one without an id, where it begins.
local function where_of(own, i, where)
  if type(own) == "table" and type(own.id) == "string" then return where end
  local place = where()
  return function(id, key) return id and where(id, key) or source_line.entry(place, i) end
end

--- Checks some rules and adds them to a list; ids are unique among all.
-- @param where function(id, key) -> where that stands
-- @param path of the script that has the rules, whose functions run on a budget; nil for those of a program
function rule.add(list, rules, where, path)
  if type(rules) ~= "table" then error(where() .. ": a list of rules is expected, not a " .. type(rules), 0) end
  for key in pairs(rules) do
    if rule.rule_keys[key] then error(where(nil, key) .. ": the key 'id' is missing, like id = \"my.rule\"", 0) end
    if math.type(key) ~= "integer" then
      error(("%s: a list of rules is expected; '%s' is no place in a list"):format(where(), tostring(key)), 0)
    end
  end
  local known = {}
  for _, other in ipairs(list) do known[other.id] = other end
  for i, own in ipairs(rules) do
    local ready = rule.prepare(own, where_of(own, i, where))
    ready.source = path
    ready.scripted = path ~= nil and (own.check or own.fields or own.matches or own.lacks) ~= nil
    check_unique(known, ready.id, where)
    list[#list + 1], known[ready.id] = ready, ready
  end
  return list
end

local built_in

--- The rules that come with the project, in order. A spec checks them: here they are only made ready.
function rule.all()
  if not built_in then
    built_in = {}
    for _, family in ipairs(require "govreport.rules") do
      for _, own in ipairs(require("govreport.rules." .. family)) do
        local ready = complete(own)
        ready.of_project = true
        built_in[#built_in + 1] = ready
      end
    end
  end
  return built_in
end

--- The rule of an id among a list; nil and the nearest id where there is none.
function rule.find(list, id)
  local names = {}
  for _, own in ipairs(list) do
    if own.id == id then return own end
    names[own.id] = true
  end
  return nil, keys.nearest(id, names)
end

return rule
