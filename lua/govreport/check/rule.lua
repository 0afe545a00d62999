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
local declaration = later "govreport.check.declaration"
local declared = require "govreport.check.declared"
local forms = require "govreport.form"
local keys = require "govreport.base.keys"
local message = later "govreport.check.message"
local needs = require "govreport.check.needs"
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
local kinds = {"sum", "balance", "equal", "at_most", "same_as_previous", "change", "present", "contains", "matches",
               "lacks", "check"}

rule.severities = {error = true, warning = true, info = true, notice = true}
rule.hint = "提示"

-- ---- checking what is written -------------------------------------------------------------------

local function meant(name, known)
  local nearest = keys.nearest(tostring(name), known)
  return nearest and ", did you mean '" .. nearest .. "'?" or ""
end

local function check_text(text, where)
  if type(text) ~= "string" then keys.check(text, {zh = "string", en = "string"}, {"zh", "en"}, where) end
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
    error(("%s: no such severity '%s'%s"):format(where "severity", severity, meant(severity, rule.severities)), 0)
  end
  if severity == "error" and (own.basis or rule.hint) == rule.hint then
    error(where "severity" .. ": an error needs the official text it stands on, 'basis'", 0)
  end
end

-- What an id is made of; the wrong characters are named.
local function check_id(own, where)
  local id = own.id
  if id:find("^[%w_]+%.[%w_.]+$") then return end
  local wrong
  for character in id:gmatch(utf8.charpattern) do
    if not character:find("^[%w_.]$") then wrong = wrong or character end
  end
  if wrong then
    error(("%s: an id is made of the letters A to Z and a to z, digits, '_' and '.', without '%s', like 'my.rule'")
          :format(where "id", wrong), 0)
  end
  error(where "id" .. ": an id has a family and a name, like 'my.rule'", 0)
end

-- What to do where a form is not known, nor one with a name like it: it may stand in a file that was not given.
local not_loaded = "; that of a file is known when it was loaded: --forms FILE, or govreport.load_forms"

local function check_forms(own, where)
  local known = {}
  for _, id in ipairs(forms.list()) do known[id] = true end
  for _, id in ipairs(own.forms or {}) do
    if not known[id] then
      local near = meant(id, known)
      error(("%s: no form '%s'%s"):format(where "forms", tostring(id), near ~= "" and near or not_loaded), 0)
    end
  end
  if own.forms and #own.forms == 0 then error(where "forms" .. ": 'forms' names no form", 0) end
end

-- The tables without which a rule has nothing to say: each is one of a form that it is for.
local function check_tables(own, where)
  local known = {}
  for _, id in ipairs(own.forms or forms.list()) do
    for _, t in ipairs(forms.declared(id).tables) do known[t.id] = true end
  end
  for _, id in ipairs(own.tables or {}) do
    if not known[id] then error(("%s: no table '%s'%s"):format(where "tables", tostring(id), meant(id, known)), 0) end
  end
end

-- What to write, for keys whose type people get wrong.
local samples = {
  forms = '{"cn_disclosure_2021"}', tables = '{"applications"}', tolerance = '"0.02"', message = '{zh = "…", en = "…"}',
  check = "function(report) … end", needs = '{words = {"收费"}}',
}

local function check_types(own, where)
  for key, sample in pairs(samples) do
    local value, types = own[key], rule.rule_keys[key]
    if value ~= nil and not ("|" .. types .. "|"):find("|" .. type(value) .. "|", 1, true) then
      error(("%s '%s': '%s' must be %s, like %s, not %s"):format(where(key), tostring(own.id), key,
                                                                 types:gsub("|", " or "), sample, type(value)), 0)
    end
  end
end

-- Runs a check of a part of the rule; what it raises is told with the line that says the wrong words.
local function check_part(place, key, check, ...)
  local ok, problem = pcall(check, ...)
  if ok then return end
  if type(problem) ~= "table" then problem = {text = problem, words = problem:match("'([^']+)'")} end
  local text = problem.text:sub(1, #key + 1) == key .. ":" and problem.text or key .. ": " .. problem.text
  error(place(key, problem.words) .. ": " .. text, 0)
end

-- Sums are evaluated all together, whatever the report holds.
local function check_needs(own, kind, place)
  if own.needs == nil then return end
  if is_sum(kind) or kind == "equal" or kind == "at_most" then
    error(("%s: a rule of the kind '%s' has no 'needs'"):format(place "needs", kind), 0)
  end
  check_part(place, "needs", needs.check, own.needs)
end

local function check_message(own, kind, place)
  if own.message == nil then
    if not rule.default_message(kind) then error(place "message" .. ": the key 'message' is missing", 0) end
    return
  end
  local known = not own.fields and declared.fields[kind] or nil
  check_part(place, "message", message.check, own.message, known, kind == "check" or own.fields ~= nil)
end

-- Raises for what is not right, with its place, its id and the nearest known key.
local function verify(own, where)
  local function at(key) return where(type(own) == "table" and own.id or nil, key) end
  if type(own) == "table" and type(own[1]) == "table" then
    error(where(own[1].id) .. ": a list in a list: take one pair of braces away", 0)
  end
  if type(own) == "table" then check_types(own, at) end
  keys.check(own, rule.rule_keys, {"id"}, at)
  local function place(key, words) return source_line.of(at(key), words) .. " '" .. own.id .. "'" end
  check_id(own, place)
  local kind = check_kind(own, place)
  check_severity(own, place)
  check_forms(own, place)
  check_tables(own, place)
  check_tolerance(own, kind, place)
  check_needs(own, kind, place)
  check_part(place, kind, declaration.check, own, kind)
  check_message(own, kind, place)
  if own.title then check_text(own.title, place "title" .. ": title") end
end

-- ---- making it ready ----------------------------------------------------------------------------

-- One text is the text in all languages.
local function in_languages(text) return type(text) == "string" and {zh = text, en = text} or text end

--- The message of a rule of some kind that has none of its own; nil where it needs one.
function rule.default_message(kind) return declared.message(is_sum(kind) and "equal" or kind) end

local function messages_of(own, kind)
  if own.message == nil then return rule.default_message(kind) end
  if message.is_one(own.message) then return in_languages(own.message) end
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
  local kind, copy = kind_of(own), {}
  for key, value in pairs(own) do copy[key] = value end
  copy.severity, copy.basis = own.severity or "warning", own.basis or rule.hint
  copy.tolerance = own.tolerance and core.decimal(own.tolerance)
  copy.needs = own.needs and needs.ready(own.needs)
  copy.message, copy.title = messages_of(own, kind), in_languages(own.title or own.id)
  if is_sum(kind) then
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
  verify(own, where)
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
