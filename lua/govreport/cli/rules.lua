--- govreport rules: all rules, one a line; with `test`, the tests of rules that people write.

local lfs = require "lfs"
local catalogue = require "govreport.catalogue"
local govreport = require "govreport"
local rule = require "govreport.rule"
local rule_test = require "govreport.rule_test"
local text = require "govreport.render.text"

local command = {}

function command.define(parser)
  parser:argument("action", "test: run the tests (*_test.lua) of a file or folder"):args("?"):choices{"test"}
  parser:argument("path", "of the tests"):args("*")
end

local function list(terminal)
  for _, declared in ipairs(rule.all()) do
    local severity = catalogue.text(terminal.lang, "severity." .. declared.severity)
    terminal:print(text.pad(declared.id, 34) .. text.pad(severity, 10) .. declared.title[terminal.lang] .. "\n")
  end
  return 0
end

-- ---- tests --------------------------------------------------------------------------------------

-- The tests that a path stands for, in order.
local function tests_in(path, found)
  if lfs.attributes(path, "mode") ~= "directory" then
    found[#found + 1] = path
    return
  end
  local entries = {}
  for name in lfs.dir(path) do
    if not name:find("^%.") then entries[#entries + 1] = name end
  end
  table.sort(entries)
  for _, name in ipairs(entries) do
    local inner = path:gsub("/$", "") .. "/" .. name
    if lfs.attributes(inner, "mode") == "directory" then tests_in(inner, found)
    elseif name:find("_test%.lua$") then found[#found + 1] = inner end
  end
end

local function run_test(path, counts, terminal)
  local ok, results = pcall(rule_test.run, govreport, path)
  if not ok then
    terminal:complain(results, "rules.invalid")
    counts.broken = counts.broken + 1
    return
  end
  for _, case in ipairs(results) do
    local kind = case.problem and "failed" or "passed"
    counts[kind] = counts[kind] + 1
    if case.problem then
      terminal:print(("%s: %s: %s\n"):format(text.safe(path), text.safe(case.name), text.safe(case.problem)))
    end
  end
end

local function test(paths, terminal)
  local found, counts = {}, {passed = 0, failed = 0, broken = 0}
  for _, path in ipairs(#paths > 0 and paths or {"."}) do tests_in(path, found) end
  for _, path in ipairs(found) do run_test(path, counts, terminal) end
  terminal:print(catalogue.text(terminal.lang, "rules.tested", counts) .. "\n")
  if counts.broken > 0 or #found == 0 then return 2 end
  return counts.failed > 0 and 1 or 0
end

--- @return exit code
function command.run(arguments, terminal)
  if arguments.action == "test" then return test(arguments.path, terminal) end
  return list(terminal)
end

return command
