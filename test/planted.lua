--- How much of what is wrong is found: checks the reports of spec/cases/planted.lua, each with one error that was
-- planted by somebody who does not know how errors are found, and some without any.
--
--   lua5.4 test/planted.lua         a line for each report, and the headline
--   lua5.4 test/planted.lua --all   also what is said of each
--
-- Columns: `place` the error is found where it stands; `repair` with the right repair; `grade` with the severity that a
-- reviewer would give; `second` other errors and warnings, `hints` other hints. Of reports without error `place` and
-- `repair` are left out.

package.path = "./?.lua;./lua/?.lua;./lua/?/init.lua;" .. package.path
package.cpath = ("./%s/?.so;"):format(os.getenv("BUILD") or os.getenv("GOVREPORT_BUILD") or "build") .. package.cpath

local govreport = require "govreport"
local cases = require "spec.cases.planted"
local planted = require "spec.support.planted"

local function check(case)
  local page, before = planted.pages(case)
  local previous = before and assert(govreport.parse(before))
  local report = assert(govreport.parse(page))
  local result = assert(govreport.check(report, {lang = "zh", previous = previous}))
  return planted.judge(case, page, result), result
end

local function mark(is_so) return is_so and "yes" or "no" end

local function print_line(...) print(("%-45s %-26s %-6s %-6s %-6s %6s %6s"):format(...)) end

local function print_findings(label, list)
  for _, finding in ipairs(list) do
    print(("    %s %s %s: %s"):format(label, finding.severity, finding.rule, finding.message))
  end
end

local function explain(case, judged, verbose)
  local is_control = not next(case.truth)
  if not is_control and not (judged.found and judged.repaired) then print("    should: " .. case.truth.about) end
  if judged.found and (verbose or not judged.repaired) then print_findings("said:  ", {judged.found}) end
  print_findings("second:", judged.others)
  if verbose or not is_control and not judged.found then print_findings("hint:  ", judged.hints) end
end

local function main(verbose)
  local count = {planted = 0, found = 0, repaired = 0, graded = 0, second = 0, controls = 0, silent = 0}
  local function add(name, more) count[name] = count[name] + more end
  print_line("report", "kind", "place", "repair", "grade", "second", "hints")
  for _, case in ipairs(cases) do
    local judged, result = check(case)
    local is_control = not next(case.truth)
    if is_control then
      add("controls", 1)
      add("silent", #judged.others == 0 and 1 or 0)
    else
      add("planted", 1)
      add("found", judged.found and 1 or 0)
      add("repaired", judged.repaired and 1 or 0)
      add("graded", judged.graded and 1 or 0)
      add("second", #judged.others)
    end
    local function score(is_so) return is_control and "" or mark(is_so) end
    print_line(case.name, case.kind, score(judged.found), score(judged.repaired), score(judged.graded), #judged.others,
               #judged.hints)
    explain(case, judged, verbose)
    if result.undecided > 0 then print(("    undecided: %d"):format(result.undecided)) end
  end
  print(("%d of %d found at the right place, %d with the right repair, %d second findings"):format(
    count.found, count.planted, count.repaired, count.second))
  print(("%d with the severity of a reviewer; %d of %d controls silent"):format(
    count.graded, count.silent, count.controls))
end

main(arg[1] == "--all")
