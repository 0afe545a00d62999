--- Runs tests that people write beside their rules and forms: files *_test.lua, each a list of cases.

local folder = require "govreport.base.folder"
local safe = require "govreport.base.safe"

local tests = {}

local function is_test(name) return name:find("_test%.lua$") ~= nil and not name:find("^%.") end

local function run_test(path, counts, terminal, what, run)
  local ok, results = terminal:attempt(what .. ".invalid", run, path, terminal.lang)
  if not ok then
    counts.broken = counts.broken + 1
    return
  end
  for _, case in ipairs(results) do
    local kind = case.problem and "failed" or "passed"
    counts[kind] = counts[kind] + 1
    if case.problem then
      terminal:print(("%s: %s: %s\n"):format(safe(path), safe(case.name), safe(case.problem)))
    end
  end
end

--- Runs the tests of some files and folders, and prints what did not pass.
-- @param paths list; none for this folder
-- @param what "rules" or "forms": of what
-- @param run function(path, lang) -> list of `{name, problem}`; raises for a test that is not right
-- @return exit code
function tests.run(paths, terminal, what, run)
  local found, counts = {}, {passed = 0, failed = 0, broken = 0}
  for _, path in ipairs(#paths > 0 and paths or {"."}) do
    local list, failures = {path}, {}
    if folder.is_one(path) then list, failures = folder.files(path, is_test) end
    table.move(list, 1, #list, #found + 1, found)
    for _, own in ipairs(failures) do
      terminal:tell("io.unreadable", own)
      counts.broken = counts.broken + 1
    end
  end
  for _, path in ipairs(found) do run_test(path, counts, terminal, what, run) end
  terminal:say(what .. ".tested", counts)
  if counts.broken > 0 or #found == 0 then return 2 end
  return counts.failed > 0 and 1 or 0
end

return tests
