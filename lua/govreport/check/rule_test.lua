--- Tests of rules that people write, as data: a script beside the rules that returns
--
--   {
--     rules = "granted.lua",                                        -- relative to this file
--     {name = "more granted than concluded", form = "cn_disclosure_2021",
--      cells = {["applications.granted.total"] = 5}, finds = {"my.granted"}},
--     {name = "nothing granted", form = "cn_disclosure_2021", finds = {}},
--   }
--
-- Rules for forms of one's own name them: `forms = {"library.lua"}`.
--
-- A case is a sample report (see `form.sample`), or a file in `report`, and the findings that these rules have to
-- give: ids of rules, in document order, or `{id, address, …}` with the cells. `previous` is the sample of last year:
-- of the same form and agency and the year before, where it names no other.

local address = require "govreport.form.address"
local check = require "govreport.check"
local forms_known = require "govreport.form"
local keys = require "govreport.base.keys"
local predecessor = require "govreport.bodies.predecessor"
local sample = require "govreport.form.sample"
local script = require "govreport.form.script"
local source_line = require "govreport.check.source_line"

local rule_test = {}

local case_keys = {
  name = "string", form = "string", agency = "string", year = "integer", cells = "table", sections = "table",
  head = "table", tail = "table", prose = "boolean", report = "string", previous = "table", finds = "table",
}
local sample_keys = {
  form = "string", agency = "string", year = "integer", cells = "table", sections = "table", head = "table",
  tail = "table", prose = "boolean",
}

-- The text of a sample; what the case leaves out is taken from `usual`.
local function sample_of(case, usual)
  local options = {}
  for key in pairs(sample_keys) do options[key] = case[key] == nil and usual[key] or case[key] end
  return sample.text(options)
end

-- The sample of last year for a report.
local function previous_of(case, report)
  return sample_of(case.previous, {form = case.form or report.form, agency = report.agency,
                                   year = report.year and report.year - 1})
end

-- Why the report of last year is not compared; nil where it is.
local function not_compared(report, previous)
  local problem = previous and predecessor.problem(report, previous)
  if not problem then return nil end
  local function told(of) return ("%s, %s"):format(of.agency or "no body", of.year or "no year") end
  return ("'previous' was not compared: this report is of %s, the previous one of %s%s"):format(
    told(report), told(previous), problem == "unknown" and "; body and year are read from the title, see "
    .. "readers.titled" or "; it must be of the same body and the year before")
end

-- What was found and what is expected, in the same words.
local function found_text(result)
  local list = {}
  for found in result:findings() do
    local addresses = {}
    for i = 1, #found.cells do addresses[i] = found.cells[i].address end
    list[#list + 1] = {id = found.rule, cells = addresses, message = found.message}
  end
  return list
end

local function wanted_of(entry)
  if type(entry) == "string" then return {id = entry} end
  if #entry == 1 then return {id = entry[1]} end
  return {id = entry[1], cells = table.move(entry, 2, #entry, 1, {})}
end

local function words(entry)
  return entry.id .. (entry.cells and #entry.cells > 0 and " (" .. table.concat(entry.cells, ", ") .. ")" or "")
end

local function fits(wanted, found)
  return wanted.id == found.id
         and (not wanted.cells or table.concat(wanted.cells, " ") == table.concat(found.cells, " "))
end

-- Nil where the findings are those that are wanted, else what differs.
local function compare(finds, result)
  local found, wanted, same = found_text(result), {}, true
  for i, entry in ipairs(finds) do wanted[i] = wanted_of(entry) end
  for i = 1, math.max(#wanted, #found) do same = same and wanted[i] and found[i] and fits(wanted[i], found[i]) end
  if same then return nil end
  local expected, actual = {}, {}
  for i, entry in ipairs(wanted) do expected[i] = words(entry) end
  for i, entry in ipairs(found) do actual[i] = words(entry) .. ": " .. entry.message end
  return ("expected: %s; found: %s"):format(#expected > 0 and table.concat(expected, ", ") or "nothing",
                                            #actual > 0 and table.concat(actual, "; ") or "nothing")
end

-- ---- cases that are not right -------------------------------------------------------------------

-- A place of a case that says some words, behind what is known of it.
local function place_in(where, case, key, text) return source_line.of(where(case.name, key), text) end

local function check_values(case, where)
  for text, value in pairs(case.cells or {}) do
    if type(value) ~= "string" and type(value) ~= "number" and type(value) ~= "userdata" then
      local place = place_in(where, case, "cells", tostring(text))
      error(("%s: cells: '%s' must be a number or a text, not %s"):format(place, tostring(text), type(value)), 0)
    end
  end
end

-- Whether the findings that a case wants can be: a rule that is not there would never be found.
local function check_finds(case, known, where)
  local declarations = {}
  for i, id in ipairs(forms_known.list()) do declarations[i] = forms_known.declared(id) end
  for _, entry in ipairs(case.finds) do
    local id = type(entry) == "table" and entry[1] or entry
    local function fail(of, text) error(("%s: finds: %s"):format(place_in(where, case, "finds", of), text), 0) end
    if type(id) ~= "string" then fail(nil, "the id of a rule is expected, or {id, address, …}, not " .. type(id)) end
    if not known[id] then
      local nearest = keys.nearest(id, known)
      fail(id, ("the rules have no '%s'%s"):format(id, nearest and ", did you mean '" .. nearest .. "'?" or ""))
    end
    for i = 2, type(entry) == "table" and #entry or 0 do
      local ok, problem = pcall(function() address.verify(address.parse(entry[i]), declarations) end)
      if not ok then fail(tostring(entry[i]), tostring(problem)) end
    end
  end
end

-- What went wrong in a case, with the line of the words that it quotes, or of the report.
local function located(problem, case, where)
  problem = tostring(problem)
  if problem:find("^%S+:%d+: ") then return problem end
  local first = where(case.name)
  for quoted in problem:gmatch("'([^']+)'") do
    local place, found = source_line.of(first, quoted)
    if found then return place .. ": " .. problem end
  end
  return source_line.of(first, case.report) .. ": " .. problem
end

-- ---- running ------------------------------------------------------------------------------------

local function run_case(govreport, case, checker, folder)
  local report, message
  if type(case.report) == "userdata" then report = case.report
  elseif case.report then report, message = govreport.open(folder .. case.report)
  else report, message = govreport.parse(sample_of(case, {})) end
  if not report then error(message, 0) end
  local previous
  if case.previous then
    previous, message = govreport.parse(previous_of(case, report))
    if not previous then error(message, 0) end
  end
  local problem, reason = compare(case.finds, checker(report, {previous = previous})), not_compared(report, previous)
  -- A case that names another body or year for itself means it, and only fails where its findings differ.
  local is_meant = case.previous and (case.previous.agency or case.previous.year)
  if not reason or is_meant and not problem then return problem end
  return problem and problem .. "; " .. reason or reason
end

-- The rules of a test: its own alone, and their ids as a set.
local function checker_of(rules, lang)
  local _, all = check.checker{rules = rules}
  local own, known = {}, {}
  for _, declared in ipairs(all) do
    if not declared.of_project then own[#own + 1], known[declared.id] = declared.id, true end
  end
  return check.checker{rules = rules, select = own, lang = lang}, known
end

-- Beside its cases a test has its rules, and the forms that these are for.
local function check_keys(declared, where)
  local own = {}
  for key, value in pairs(declared) do
    if math.type(key) ~= "integer" then own[key] = value end
  end
  if type(own.cases) == "table" then
    error(where(nil, "cases") .. ": cases stand in the list itself: take 'cases' and its braces away", 0)
  end
  keys.check(own, {rules = "string", forms = "table"}, {}, function(key) return where(nil, key) end)
  if not declared.rules then
    local place = source_line.of(where() .. ":1", "return")
    error(place .. ": the key 'rules' is missing: the file of rules that is tested", 0)
  end
  if #declared == 0 then error(where(nil, "rules") .. ": the test has no cases, {name = \"…\", finds = {…}}", 0) end
end

-- Raises for a case that cannot be run, with the place of what is wrong.
local function check_case(case, i, where)
  local name = type(case) == "table" and case.name or nil
  local function at(of)
    return function(key) return (name and where(name, key) or source_line.entry(where(), i)) .. of end
  end
  keys.check(case, case_keys, {"name", "finds"}, at(": case " .. i))
  if case.previous then keys.check(case.previous, sample_keys, {}, at((": case %d: previous"):format(i))) end
end

local function check_rules_file(path, where)
  local file, problem = io.open(path, "rb")
  if not file then error(where(nil, "rules") .. ": rules: " .. problem, 0) end
  file:close()
end

--- Runs a test of rules; raises where the script is not right, with its place.
-- @param govreport the module, which opens the reports
-- @param path of the test
-- @param lang of the findings
-- @return list of `{name, problem}`, `problem` nil where the case passed
function rule_test.run(govreport, path, lang)
  local declared, where = script.load(path)
  if declared == nil then error(where or path .. ": the script returns no table", 0) end
  if type(declared) ~= "table" then error(path .. ": a test is a table, {rules = \"…\", {name = …, finds = …}}", 0) end
  check_keys(declared, where)
  local folder, files = path:match("^(.*/)[^/]*$") or "", {}
  for i, name in ipairs(declared.forms or {}) do files[i] = folder .. name end
  govreport.load_forms(files)
  check_rules_file(folder .. declared.rules, where)
  local checker, known = checker_of({folder .. declared.rules}, lang)
  local results = {}
  for i, case in ipairs(declared) do
    check_case(case, i, where)
    local ok, problem = pcall(function()
      check_values(case, where)
      check_finds(case, known, where)
      return run_case(govreport, case, checker, folder)
    end)
    results[i] = {name = case.name, problem = not ok and located(problem, case, where) or ok and problem or nil}
  end
  return results
end

local try_keys = {lang = "string", report = "string|userdata"}
for key, types in pairs(case_keys) do try_keys[key] = try_keys[key] or types end

--- Tries one case in a program. Raises where the rules or the case are not right.
-- @param rules a file, a rule, a function over the report, or a list of them
-- @param case as in a test; `report` may be a Report, a path is that of the program; `lang` of the findings
-- @return nil where these rules find what the case wants and nothing else; else what differs
function rule_test.try(govreport, rules, case)
  keys.check(case, try_keys, {"finds"}, "case")
  local list = type(rules) == "table" and rules.id == nil and rules or {rules}
  local checker, known = checker_of(list, case.lang)
  local function where() return "case" end
  check_values(case, where)
  check_finds(case, known, where)
  return run_case(govreport, case, checker, "")
end

return rule_test
