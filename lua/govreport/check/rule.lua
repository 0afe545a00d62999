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
--   sum       {table, each = "row"|"column", total = id, parts = {first = id, last = id} or all others}
--   balance   {table, each, left = {id, id}, right = {id, id}}
--   tolerance "0.02": by how much the two sides of a sum may differ, a decimal in the unit of the cells
--   equal, at_most, same_as_previous, present, contains, matches   see `govreport.check.declared`
--   fields    function(context) -> fields of the message, for a sum that fails
--   check     function(report): calls report:finding{…}
--   example   a report that fails and one that passes; see `govreport.check.explanation`

local core = require "govreport.core"
local declared = require "govreport.check.declared"
local forms = require "govreport.form"
local keys = require "govreport.base.keys"

local rule = {}

--- What a rule, its sum and its balance may hold: types by key.
rule.rule_keys = {
  id = "string", severity = "string", basis = "string", title = "string|table", message = "string|table",
  tables = "table", forms = "table", sum = "table", balance = "table", equal = "table", at_most = "table",
  same_as_previous = "table", present = "string|table", contains = "table", matches = "table", fields = "function",
  check = "function", example = "table", general = "boolean",
  tolerance = "string",
}
rule.sum_keys = {table = "string", each = "string", total = "string", parts = "table"}
rule.balance_keys = {table = "string", each = "string", left = "table", right = "table"}
local kinds = {"sum", "balance", "equal", "at_most", "same_as_previous", "present", "contains", "matches", "check"}

rule.severities = {error = true, warning = true, info = true, notice = true}
rule.hint = "提示"


-- ---- checking what is written -------------------------------------------------------------------

local function check_text(text, where)
  if type(text) ~= "string" then keys.check(text, {zh = "string", en = "string"}, {"zh", "en"}, where) end
end

-- Whether a message is one text, or texts by language, and not several messages by name.
local function is_one(message) return type(message) == "string" or message.zh ~= nil or message.en ~= nil end

-- What people write for the languages of messages.
local languages = {cn = "zh", ch = "zh", zh_cn = "zh", chs = "zh", cht = "zh", tw = "zh", hk = "zh", us = "en",
                   uk = "en", gb = "en", eng = "en"}

local function check_messages(own, kind, where)
  if own.message == nil then
    if not rule.default_message(kind) then error(where "message" .. ": the key 'message' is missing", 0) end
  elseif is_one(own.message) then
    check_text(own.message, where "message" .. ": message")
  else
    for name, message in pairs(own.message) do
      if languages[name] then
        error(("%s: there is no language '%s', did you mean '%s'?"):format(where "message", name, languages[name]), 0)
      end
      check_text(message, where "message" .. ": message " .. tostring(name))
    end
  end
end

local function check_sum(own, kind, where)
  local known, required = rule.sum_keys, {"table", "each", "total"}
  if kind == "balance" then known, required = rule.balance_keys, {"table", "each", "left", "right"} end
  keys.check(own[kind], known, required, where(kind) .. ": " .. kind)
  local each = own[kind].each
  if each ~= "row" and each ~= "column" then error(where "each" .. ": 'each' must be \"row\" or \"column\"", 0) end
end

local function is_sum(kind) return kind == "sum" or kind == "balance" end

local function kind_of(own)
  for _, kind in ipairs(kinds) do
    if own[kind] ~= nil then return kind end
  end
end

local function check_kind(own, where)
  local found = kind_of(own) or error(where "id" .. ": one of these is needed: " .. table.concat(kinds, ", "), 0)
  for _, kind in ipairs(kinds) do
    if own[kind] ~= nil and kind ~= found then
      error(("%s: '%s' beside '%s': a rule is of one kind"):format(where(kind), kind, found), 0)
    end
  end
  return found
end

-- A rule about sums may allow for rounding.
local function check_tolerance(own, kind, where)
  if own.tolerance == nil then return end
  if not is_sum(kind) and kind ~= "equal" and kind ~= "at_most" then
    error(("%s: a rule of the kind '%s' has no 'tolerance'"):format(where "tolerance", kind), 0)
  end
  if not own.tolerance:match("^%d") or not core.decimal(own.tolerance) then
    error(("%s: the tolerance '%s' is no decimal, like \"0.02\""):format(where "tolerance", own.tolerance), 0)
  end
end

local function check_severity(own, where)
  local severity = own.severity or "warning"
  if not rule.severities[severity] then
    local nearest = keys.nearest(severity, rule.severities)
    error(("%s: no such severity '%s'%s"):format(where "severity", severity,
                                                nearest and ", did you mean '" .. nearest .. "'?" or ""), 0)
  end
  if severity == "error" and (own.basis or rule.hint) == rule.hint then
    error(where "severity" .. ": an error needs the official text it stands on, 'basis'", 0)
  end
end

local function check_forms(own, where)
  local known = {}
  for _, id in ipairs(forms.list()) do known[id] = true end
  for _, id in ipairs(own.forms or {}) do
    if not known[id] then
      local nearest = keys.nearest(id, known)
      local hint = nearest and ", did you mean '" .. nearest .. "'?" or ""
      error(("%s: no form '%s'%s"):format(where "forms", id, hint), 0)
    end
  end
end

-- Raises for what is not right, with its place, its id and the nearest known key.
local function verify(own, where)
  local function at(key) return where(type(own) == "table" and own.id or nil, key) end
  keys.check(own, rule.rule_keys, {"id"}, at)
  local function place(key) return at(key) .. " '" .. own.id .. "'" end
  if not own.id:match("^[%w_]+%.[%w_.]+$") then
    error(place "id" .. ": an id has a family and a name, like 'my.rule'", 0)
  end
  local kind = check_kind(own, place)
  check_severity(own, place)
  check_forms(own, place)
  check_tolerance(own, kind, place)
  if is_sum(kind) then check_sum(own, kind, place) end
  local check = declared.checks[kind]
  if check then
    local ok, problem = pcall(check, own[kind])
    if not ok then error(("%s: %s: %s"):format(place(kind), kind, problem), 0) end
  end
  check_messages(own, kind, place)
  if own.title then check_text(own.title, place "title" .. ": title") end
end

-- ---- making it ready ----------------------------------------------------------------------------

-- One text is the text in all languages.
local function in_languages(text) return type(text) == "string" and {zh = text, en = text} or text end

--- The message of a rule of some kind that has none of its own; nil where it needs one.
function rule.default_message(kind) return declared.message(is_sum(kind) and "equal" or kind) end

local function messages_of(own, kind)
  if own.message == nil then return rule.default_message(kind) end
  if is_one(own.message) then return in_languages(own.message) end
  local named = {}
  for name, message in pairs(own.message) do named[name] = in_languages(message) end
  return named
end

-- The rule with everything that was left out.
local function complete(own)
  local kind, copy = kind_of(own), {}
  for key, value in pairs(own) do copy[key] = value end
  copy.severity, copy.basis = own.severity or "warning", own.basis or rule.hint
  copy.tolerance = own.tolerance and core.decimal(own.tolerance)
  copy.message, copy.title = messages_of(own, kind), in_languages(own.title or own.id)
  if is_sum(kind) then copy.fields = own.fields or declared.sum_fields end
  if declared.kinds[kind] then declared.kinds[kind](copy, own[kind]) end
  return copy
end

--- Checks one rule and makes it ready; raises with its place, its id and the nearest known key.
-- @param own the rule as it is written; it is not changed
-- @param where function(id, key) -> where that stands, for messages
-- @return the rule
function rule.prepare(own, where)
  verify(own, where)
  return complete(own)
end

--- Checks some rules and adds them to a list; ids are unique among all.
-- @param where function(id, key) -> where that stands
-- @param scripted whether the rules are those of a script, whose functions run on a budget
function rule.add(list, rules, where, scripted)
  if type(rules) ~= "table" then error(where() .. ": a list of rules is expected, not a " .. type(rules), 0) end
  for key in pairs(rules) do
    if math.type(key) ~= "integer" then
      error(("%s: a list of rules is expected; '%s' is no place in a list"):format(where(), tostring(key)), 0)
    end
  end
  for _, own in ipairs(rules) do
    local ready = rule.prepare(own, where)
    ready.scripted = scripted
    for _, other in ipairs(list) do
      if other.id == ready.id then error(where(ready.id, "id") .. ": the rule '" .. ready.id .. "' stands twice", 0) end
    end
    list[#list + 1] = ready
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
