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
-- give: ids of rules, in document order, or `{id, address, …}` with the cells. `previous` is the sample of last year.

local check = require "govreport.check"
local keys = require "govreport.base.keys"
local sample = require "govreport.form.sample"
local script = require "govreport.form.script"

local rule_test = {}

local case_keys = {
  name = "string", form = "string", agency = "string", year = "integer", cells = "table", sections = "table",
  head = "table", tail = "table", report = "string", previous = "table", finds = "table",
}
local sample_keys = {"form", "agency", "year", "cells", "sections", "head", "tail"}

local function sample_of(case, form)
  local options = {}
  for _, key in ipairs(sample_keys) do options[key] = case[key] end
  options.form = options.form or form
  return sample.text(options)
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

local function run_case(govreport, case, checker, folder)
  local report, message
  if case.report then report, message = govreport.open(folder .. case.report)
  else report, message = govreport.parse(sample_of(case)) end
  if not report then return message end
  local previous
  if case.previous then
    previous, message = govreport.parse(sample_of(case.previous, case.form))
    if not previous then return message end
  end
  return compare(case.finds, checker(report, {previous = previous}))
end

-- The rules of a test: its own alone.
local function checker_of(path, lang)
  local _, all = check.checker{rules = {path}}
  local own = {}
  for _, declared in ipairs(all) do
    if declared.scripted then own[#own + 1] = declared.id end
  end
  return (check.checker{rules = {path}, select = own, lang = lang})
end

-- Beside its cases a test has its rules, and the forms that these are for.
local function check_keys(declared, where)
  local own = {}
  for key, value in pairs(declared) do
    if math.type(key) ~= "integer" then own[key] = value end
  end
  keys.check(own, {rules = "string", forms = "table"}, {"rules"}, function(key) return where(nil, key) end)
end

--- Runs a test of rules; raises where the script is not right, with its place.
-- @param govreport the module, which opens the reports
-- @param path of the test
-- @param lang of the findings
-- @return list of `{name, problem}`, `problem` nil where the case passed
function rule_test.run(govreport, path, lang)
  local declared, where = script.load(path)
  if declared == nil then error(where or path .. ": the script returns no table", 0) end
  if type(declared) ~= "table" or type(declared.rules) ~= "string" then
    error(where(nil, "rules") .. ": the key 'rules' is missing: the file of rules that is tested", 0)
  end
  check_keys(declared, where)
  local folder, files = path:match("^(.*/)[^/]*$") or "", {}
  for i, name in ipairs(declared.forms or {}) do files[i] = folder .. name end
  govreport.load_forms(files)
  local checker, results = checker_of(folder .. declared.rules, lang), {}
  for i, case in ipairs(declared) do
    keys.check(case, case_keys, {"name", "finds"}, function(key) return where(nil, key) .. ": case " .. i end)
    local ok, problem = pcall(run_case, govreport, case, checker, folder)
    results[i] = {name = case.name, problem = not ok and tostring(problem) or problem}
  end
  return results
end

return rule_test
