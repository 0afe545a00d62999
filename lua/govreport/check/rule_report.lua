--- What the functions of a rule in a script see: the report and what a check knows of it, and nothing that they could
-- change. Findings, counts and what several rules ask for are kept on the host's side.
--
-- Rules of the project and functions that a program passes get the context itself: `govreport.check.context`.

local keys = require "govreport.base.keys"
local readonly = require "govreport.base.readonly"
local script = require "govreport.form.script"
local text = require("govreport.form.safe_string").text

local rule_report = {}

--- What a script may call, beside what a Report has; see `govreport.check.context`.
rule_report.methods = {
  "finding", "part_name", "table_name", "row_label", "column_label", "declared_column", "cells_of", "odd_cells",
  "deviations", "implied", "legible", "is_guilty", "is_subtotal", "previous_cell", "previous_problem", "body", "place",
  "folded", "containment", "leave_open", "statements", "agreement", "stale_years",
}

-- What a script may read.
local facts = {
  unit = function(own) return own.unit end,
  previous = function(own) return own.previous end,
  lang = function(own) return own.lang end,
  report = function(own) return own.report end,
  form = function(own) return {id = own.form.id, declared = own.form.declared} end,
  options = function(own) return {lang = own.options.lang, today = own.options.today} end,
}

local NAME = "govreport.RuleReport"

-- The view of each context that is in use, and what the scripts of a check keep by `once`: not among what the host
-- keeps.
local views, kept = setmetatable({}, {__mode = "k"}), setmetatable({}, {__mode = "k"})

local function seal_all(...)
  local values = table.pack(...)
  for i = 1, values.n do values[i] = readonly.seal(values[i]) end
  return table.unpack(values, 1, values.n)
end

-- What is given is copied, but for what the host gave before, a statement for one: it is known by itself.
local function unseal_all(...)
  local values = table.pack(...)
  for i = 1, values.n do
    local given = readonly.unseal(values[i])
    values[i] = given ~= values[i] and given or readonly.unsealed(given)
  end
  return table.unpack(values, 1, values.n)
end

-- A method of the context for scripts: views go in and out. What it raises is an error of the script's line.
local function method(own, name)
  return script.wrapped(function(_, ...) return seal_all(own[name](own, unseal_all(...))) end)
end

local function once(own)
  return function(_, name, make)
    kept[own] = kept[own] or {}
    local key = tostring(own.rule.source) .. "\0" .. tostring(name)
    if type(make) ~= "function" then error("once: a function is expected, report:once(name, function() … end)", 2) end
    if kept[own][key] == nil then kept[own][key] = make() end
    return kept[own][key]
  end
end

-- All names that a script may ask for, but those of the Report.
local function known_names(own)
  local names = {once = true}
  for _, name in ipairs(rule_report.methods) do names[name] = true end
  for name in pairs(facts) do names[name] = true end
  for _, id in ipairs(own.form.declared.fields) do names[id] = true end
  return names
end

-- A fact or a method of the Report itself.
local function of_report(own, name)
  local found, value = pcall(function() return own.report[name] end)
  if not found then
    name = text(name)
    local nearest = keys.nearest(name, known_names(own))
    error(("a report has no '%s'%s"):format(name, nearest and ", did you mean '" .. nearest .. "'?" or ""), 2)
  end
  if type(value) ~= "function" then return value end
  return script.wrapped(function(_, ...) return value(own.report, ...) end)
end

local function new_view(own)
  local methods = {once = once(own)}
  for _, name in ipairs(rule_report.methods) do methods[name] = method(own, name) end
  return setmetatable({}, {
    __name = NAME, __metatable = NAME, __tostring = function() return NAME end,
    __newindex = function(_, key) error(("%s is read-only: '%s' cannot be set"):format(NAME, text(key)), 2) end,
    __pairs = function() error(NAME .. " is no table to go through: see docs/rules.md for what it has", 2) end,
    __index = function(_, name)
      if methods[name] then return methods[name] end
      if facts[name] then return readonly.seal(facts[name](own)) end
      if name == "close" then error("a rule cannot close the report that is checked", 2) end
      return of_report(own, name)
    end,
  })
end

--- What the scripts of a check see of its context.
function rule_report.of(own)
  views[own] = views[own] or new_view(own)
  return views[own]
end

--- A function of a script as the host calls it: with the context in, with what the script may see.
function rule_report.for_script(f)
  return function(own, ...) return f(rule_report.of(own), seal_all(...)) end
end

return rule_report
