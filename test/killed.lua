--- Runs of `govreport dataset` that are killed at random moments: a second run makes the same dataset, and nothing is
-- left beside it.
--
--   make killed                                  50 runs over 2,000 documents
--   make killed RUNS=10 COUNT=300 SEED=7         fewer, other moments

package.path = "./?.lua;./lua/?.lua;./lua/?/init.lua;" .. package.path
package.cpath = ("./%s/?.so;"):format(os.getenv "BUILD" or os.getenv "GOVREPORT_BUILD" or "build") .. package.cpath

local killed = require "spec.support.killed"
local shell = require "spec.support.shell"

local function number_of(name)
  return assert(math.tointeger(tonumber(os.getenv(name))), name .. " is no whole number")
end

local passed, failed = 0, 0
local folder = shell.folder()
killed.run{folder = folder, count = number_of "COUNT", runs = number_of "RUNS", seed = number_of "SEED",
           tell = function(number, problem)
             if problem then
               failed = failed + 1
               print(("run %d: %s"):format(number, problem))
             else passed = passed + 1 end
           end}
shell.remove(folder)
print(("%d passed, %d failed"):format(passed, failed))
os.exit(failed == 0)
