--- Measures all that a reader of ten thousand reports waits for, in one run: the stages of reading, starts, what users
-- would write today over the same pages, whole datasets.
--
--   make bench                     prints tables
--   make bench BASE=../old         the stages of this checkout and of another one, which has to be built, in turn
--   make bench RESULTS=yes         writes bench/RESULTS.md as well
--   make bench COUNT=1000          datasets of so many documents, not 10,000
--   make bench MOST=100000         how time and memory grow up to so many
--
-- Machines differ and are shared: compare lines of one run, ratios and instructions.

package.path = "./?.lua;./lua/?.lua;./lua/?/init.lua;" .. package.path
package.cpath = ("./%s/?.so;"):format(os.getenv("BUILD") or "build") .. package.cpath

local beside_pages = require "bench.beside_pages"
local columns = require "bench.columns"
local dataset = require "bench.dataset"
local machine = require "bench.machine"
local stages = require "bench.stages"
local starts = require "bench.starts"

local results_path = "bench/RESULTS.md"

local function setting(name)
  local value = os.getenv(name)
  return value ~= "" and value or nil
end

local function whole_number(name, default)
  return assert(math.tointeger(tonumber(setting(name) or default)), name .. " is no whole number")
end

local sections = {}

-- Prints a table with what is to be known of it, and keeps it.
local function show(title, text, rows)
  print(("\n%s\n"):format(title))
  columns.print(rows)
  sections[#sections + 1] = ("## %s\n\n%s\n\n%s"):format(title, text, columns.markdown(rows))
end

local words = {
  stages = [[
All layouts of `bench/layouts.lua` in both forms. Cold: the process meets a layout for the first time; warm: it has met
it with other numbers. One report in five has blank cells or sums that fail. CPU time, the median of five processes;
instructions in millions, as callgrind counts them over every third layout.]],
  starts = [[
A process that does one thing and ends. CPU time, the mean of twenty processes; instructions in millions, as callgrind
counts them; the greatest resident memory.]],
  beside = [[
Over the %d pages of the first round, one behind the other, CPU time. The readers in Python read markup, or tables, and
know nothing of reports. How many times as long they take as reading alone, and as all that becomes of a page here.]],
  dataset = [[
`govreport dataset FOLDER -o reports.sqlite -j WORKERS`. Efficiency: the speed with two workers by twice that with one.
Memory is resident memory: what a worker shares with its parent is in both. Written: what the parent wrote to files and
pipes.]],
}

local function show_stages(documents)
  local here = stages.here
  local own = stages.measure({here}, documents)[1]
  show("Stages, of one report", words.stages, stages.table(own, stages.count(here, documents)))
  return own
end

local function show_starts() show("Starts", words.starts, starts.table()) end

local function show_beside(documents, own)
  local pages = {read = own["warm read page"].seconds, all = stages.whole(own, "warm", "page")}
  show("Other readers of the same pages", words.beside:format(#documents.pages),
       beside_pages.table(beside_pages.measure(documents.pages), pages))
end

local function show_dataset()
  local count = whole_number("COUNT", 10000)
  show("Datasets", words.dataset, dataset.table(dataset.measure(count, whole_number("MOST", count))))
end

-- A base: the stages of two checkouts alone.
local function compare(root)
  local here, base, documents = stages.here, stages.checkout(root), stages.documents()
  local results = stages.measure({here, base}, documents)
  columns.print(stages.comparison(results[1], results[2], stages.count(here, documents),
                                  stages.count(base, documents)))
end

local introduction = [[
# What was measured

Written by `make bench RESULTS=yes`; see `bench/all.lua`. Machines differ and are shared: compare lines of one run,
ratios and instructions.

]]

local function write_results()
  local file <close> = assert(io.open(results_path, "w"))
  file:write(introduction, columns.markdown(machine.table()), "\n", table.concat(sections, "\n"))
  print("\n" .. results_path)
end

local function measure_all()
  columns.print(machine.table())
  local documents = stages.documents()
  local own = show_stages(documents)
  show_starts()
  show_beside(documents, own)
  show_dataset()
  if setting "RESULTS" then write_results() end
end

local base = setting "BASE"
if base then compare(base) else measure_all() end
