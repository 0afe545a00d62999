--- Checks rules as they are written, those of scripts and of programs; those of the project are held by a spec.

local core = require "govreport.core"
local declaration = require "govreport.check.declaration"
local declared = require "govreport.check.declared"
local forms = require "govreport.form"
local keys = require "govreport.base.keys"
local message = require "govreport.check.message"
local needs = require "govreport.check.needs"
local rule = require "govreport.check.rule"
local source_line = require "govreport.check.source_line"

local rule_check = {}

local function meant(name, known)
  local nearest = keys.nearest(tostring(name), known)
  return nearest and ", did you mean '" .. nearest .. "'?" or ""
end

local function check_text(text, where)
  if type(text) ~= "string" then keys.check(text, {zh = "string", en = "string"}, {"zh", "en"}, where) end
end

local function check_kind(own, where)
  local found = rule.kind_of(own)
  if not found then error(where "id" .. ": one of these is needed: " .. table.concat(rule.kinds, ", "), 0) end
  for _, kind in ipairs(rule.kinds) do
    if own[kind] ~= nil and kind ~= found then
      error(("%s: '%s' beside '%s': a rule is of one kind"):format(where(kind), kind, found), 0)
    end
  end
  return found
end

-- A rule about sums may allow for rounding.
local function check_tolerance(own, kind, where)
  if own.tolerance == nil then return end
  if not rule.is_sum(kind) and kind ~= "equal" and kind ~= "at_most" then
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
  if rule.is_sum(kind) or kind == "equal" or kind == "at_most" then
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

--- Raises for what is not right, with its place, its id and the nearest known key.
-- @param own the rule as it is written
-- @param where function(id, key) -> where that stands, for messages
function rule_check.verify(own, where)
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

return rule_check
