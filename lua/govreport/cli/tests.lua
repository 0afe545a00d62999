--- Runs tests that people write beside their rules and forms: files *_test.lua, each a list of cases.

local lfs = require "lfs"
local catalogue = require "govreport.base.catalogue"
local text = require "govreport.render.text"

local tests = {}

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

local function run_test(path, counts, terminal, what, run)
  local ok, results = pcall(run, path)
  if not ok then
    terminal:complain(tostring(results), what .. ".invalid")
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

--- Runs the tests of some files and folders, and prints what did not pass.
-- @param paths list; none for this folder
-- @param what "rules" or "forms": of what
-- @param run function(path) -> list of `{name, problem}`; raises for a test that is not right
-- @return exit code
function tests.run(paths, terminal, what, run)
  local found, counts = {}, {passed = 0, failed = 0, broken = 0}
  for _, path in ipairs(#paths > 0 and paths or {"."}) do tests_in(path, found) end
  for _, path in ipairs(found) do run_test(path, counts, terminal, what, run) end
  terminal:print(catalogue.text(terminal.lang, what .. ".tested", counts) .. "\n")
  if counts.broken > 0 or #found == 0 then return 2 end
  return counts.failed > 0 and 1 or 0
end

return tests
