--- Measures the search for the causes of failing sums: five errors in a table of 25 rows and 7 columns.

local generate = require "spec.support.generate"
local govreport = require "govreport"
local wrong = require "spec.support.wrong"

local cause = {}

local form, errors, tables, rounds = "cn_disclosure_2021", 5, 200, 5

-- Errors of one kind in different cells: by address, what is printed there.
local function changes_of(random, source, kind)
  local values, order = source:cells "applications"
  local changes, count = {}, 0
  while count < errors do
    local address = order[random(#order)]
    local printed = values[address] + (kind == "equal" and 1 or random(90))
    if not changes[address] then changes[address], count = tostring(printed), count + 1 end
  end
  return changes
end

-- The least of several times, in seconds, for a whole check with its causes.
local function least_time(report)
  local least = math.huge
  for _ = 1, rounds do
    local start = os.clock()
    govreport.check(report, {select = {"applications"}})
    least = math.min(least, os.clock() - start)
  end
  return least
end

local function bench(kind)
  local times, unsearched = {}, 0
  for seed = 1, tables do
    local source = wrong.source(form, 1)
    local report = source:report(changes_of(generate.random(seed), source, kind))
    times[seed] = least_time(report)
    for found in govreport.check(report, {select = {"applications"}}):findings() do
      if found.cause == "unsearched" then
        unsearched = unsearched + 1
        break
      end
    end
    report:close()
  end
  table.sort(times)
  print(("  %-34s %8.3f ms  90 %%: %.3f ms  most: %.3f ms  given up: %d of %d"):format(
    "check, " .. errors .. " " .. kind .. " errors", times[tables // 2] * 1000, times[tables * 9 // 10] * 1000,
    times[tables] * 1000, unsearched, tables))
end

--- Prints how long checks of reports with errors take: of different size, and all of one more.
function cause.run()
  print(("causes of failing sums (%d tables each)"):format(tables))
  bench "different"
  bench "equal"
end

return cause
