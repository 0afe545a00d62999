--- Measures the stages of reading over all layouts of bench/layouts.lua: reading the document, recognising the report,
-- checking it, the rows that a dataset holds of it, closing. A layout is cold when the process meets it for the first
-- time, and warm from then on, with other numbers.
--
--   lua5.4 bench/stages.lua            this checkout
--   lua5.4 bench/stages.lua BASE       and another one in turn with it, which has to be built
--
-- Times are CPU time, the medians of several processes; instructions are those that callgrind counts, where it is
-- there: they are the same on a busy machine.

package.path = "./?.lua;./lua/?.lua;./lua/?/init.lua;" .. package.path
package.cpath = ("./%s/?.so;"):format(os.getenv("BUILD") or "build") .. package.cpath

local columns = require "bench.columns"
local shell = require "bench.shell"

local stages = {}

local processes, rounds, seed = 5, 4, 11
local order = {"read", "recognise", "check", "rows", "close"}
local kinds = {"page", "text", "word"}
local counted_layouts = 3   -- instructions are counted on every third layout: callgrind takes fifty times as long

-- ---- documents ----------------------------------------------------------------------------------

--- Writes the documents that are measured: all layouts in both forms, as many times as there are rounds.
-- @return `{folder, list, counted, pages}`: the files with the lists for bench/stage_run.lua, and the paths of the
-- pages of the first round
function stages.documents()
  local corpus = require "bench.corpus"
  local folder = shell.folder "stages"
  local own = {folder = folder, list = folder .. ".list", counted = folder .. ".counted", pages = {}}
  local each = 2 * corpus.layouts
  corpus.write(folder, rounds * each, seed)
  local list, counted <close> = assert(io.open(own.list, "w")), assert(io.open(own.counted, "w"))
  for number = 1, rounds * each do
    local document = corpus.document(number, seed)
    local round, kind = (number - 1) // each + 1, document.layout.kind
    local line = ("%s\t%s\t%d\n"):format(document.name, kind, round)
    list:write(line)
    if round <= 2 and (number - 1) // 2 % counted_layouts == 0 then counted:write(line) end
    if round == 1 and kind == "page" then own.pages[#own.pages + 1] = folder .. "/" .. document.name end
  end
  list:close()
  return own
end

-- ---- one process --------------------------------------------------------------------------------

local function command(checkout, documents, list, mode)
  return ("lua5.4 bench/stage_run.lua %s %s %s %s %s"):format(
    shell.quote(checkout.root), shell.quote(checkout.build), shell.quote(documents.folder), shell.quote(list), mode)
end

-- Adds what a document took in a stage to a sum, `{seconds, bytes, documents}`; one that was added is no other in its
-- next stage.
local function add(sums, key, seconds, bytes, is_next_stage)
  local sum = sums[key] or {seconds = 0, bytes = 0, documents = 0}
  sums[key] = sum
  sum.seconds = sum.seconds + seconds
  if not is_next_stage then sum.bytes, sum.documents = sum.bytes + bytes, sum.documents + 1 end
end

-- Sums by "cold read", "warm check", "warm all page", …
local function run_once(checkout, documents)
  local sums = {}
  for line in shell.lines(command(checkout, documents, documents.list, "times")) do
    local round, kind, stage, seconds, bytes = line:match "^(%d+)\t(%l+)\t(%l+)\t([%d.]+)\t(%d+)$"
    local state, is_next_stage = round == "1" and "cold " or "warm ", stage ~= order[1]
    seconds, bytes = tonumber(seconds), tonumber(bytes)
    add(sums, state .. stage, seconds, bytes)
    add(sums, state .. "all", seconds, bytes, is_next_stage)
    add(sums, state .. "all " .. kind, seconds, bytes, is_next_stage)
  end
  return sums
end

-- ---- medians ------------------------------------------------------------------------------------

local function median(list)
  table.sort(list)
  return list[#list // 2 + 1]
end

-- Of the processes of a checkout: the seconds and the bytes of one document, by key.
local function medians(runs)
  local result = {}
  for key, first in pairs(runs[1]) do
    local times = {}
    for i, sums in ipairs(runs) do times[i] = sums[key].seconds / first.documents end
    result[key] = {seconds = median(times), bytes = first.bytes / first.documents}
  end
  return result
end

--- Measures some checkouts in turn.
-- @param checkouts list of `{root, build}`
-- @return list of maps from "cold read", "warm all page", … to `{seconds, bytes}`: of one document
function stages.measure(checkouts, documents)
  local runs, results = {}, {}
  for i in ipairs(checkouts) do runs[i] = {} end
  for process = 1, processes do
    for i, checkout in ipairs(checkouts) do runs[i][process] = run_once(checkout, documents) end
  end
  for i in ipairs(checkouts) do results[i] = medians(runs[i]) end
  return results
end

-- ---- instructions -------------------------------------------------------------------------------

-- Counts of callgrind by the number of the file in which it left them.
local function totals_of(prefix)
  local totals, number = {}, 1
  while true do
    local file = io.open(("%s.%d"):format(prefix, number))
    if not file then return totals end
    totals[number] = tonumber(file:read("a"):match "\ntotals: (%d+)")
    file:close()
    number = number + 1
  end
end

--- Counts the instructions of each stage in a checkout.
-- @return map from "cold read", … to instructions of one document; nil where there is no callgrind
function stages.count(checkout, documents)
  if not shell.has "valgrind" then return nil end
  local prefix = documents.folder .. ".callgrind"
  os.execute("rm -f " .. shell.quote(prefix) .. "*")
  local names = {}
  local callgrind = "valgrind -q --tool=callgrind --dump-before=clock --callgrind-out-file=" .. shell.quote(prefix)
  for line in shell.lines(callgrind .. " " .. command(checkout, documents, documents.counted, "counts")) do
    local round, stage, count = line:match "^(%d+)\t(%l+)\t(%d+)$"
    if round then names[#names + 1] = {round == "1" and "cold " or "warm ", stage, tonumber(count)} end
  end
  local totals, counts, at = totals_of(prefix), {}, 0
  os.execute("rm -f " .. shell.quote(prefix) .. "*")
  -- What stands in front of the first stage is not counted, neither is what is between two rounds.
  for i, entry in ipairs(names) do
    at = at + 1
    if i == 1 or names[i - 1][1] ~= entry[1] then at = at + 1 end
    local state, stage, documents_of_round = table.unpack(entry)
    local one = assert(totals[at], "a count is missing") / documents_of_round
    counts[state .. stage] = one
    counts[state .. "all"] = (counts[state .. "all"] or 0) + one
  end
  return counts
end

-- ---- tables -------------------------------------------------------------------------------------

local function ms(entry) return entry and ("%.3f"):format(entry.seconds * 1000) or "" end

local function rate(entry) return ("%.1f"):format(entry.bytes / entry.seconds / 1e6) end

local function millions(counts, key) return counts and counts[key] and ("%.2f"):format(counts[key] / 1e6) or "" end

local function add_stage(lines, stage, own, counts)
  local cold, warm = own["cold " .. stage], own["warm " .. stage]
  if not warm then return end
  lines[#lines + 1] = {stage, ms(cold), ms(warm), stage == "close" and "" or rate(warm), millions(counts, "cold " .. stage),
                       millions(counts, "warm " .. stage)}
end

--- The table of one checkout.
-- @return list of rows of texts, the first of them its head
function stages.table(own, counts)
  local lines = {{"stage", "cold, ms", "warm, ms", "warm, MB/s", "cold, M instr.", "warm, M instr."}}
  for _, stage in ipairs(order) do add_stage(lines, stage, own, counts) end
  add_stage(lines, "all", own, counts)
  for _, kind in ipairs(kinds) do
    local cold, warm = own["cold all " .. kind], own["warm all " .. kind]
    lines[#lines + 1] = {("%s (%.0f KB)"):format(kind, warm.bytes / 1000), ms(cold), ms(warm), rate(warm), "", ""}
  end
  return lines
end

-- How many times as much of the second as of the first.
local function ratio(a, b) return a and b and a > 0 and ("%.2f"):format(b / a) or "" end

--- The table of two checkouts: this one, the base, and how many times as long the base takes.
function stages.comparison(own, base, counts, base_counts)
  local lines = {{"stage", "base warm, ms", "warm, ms", "ratio", "ratio cold", "ratio of instr., warm", "cold"}}
  local names = table.move(order, 1, #order, 1, {})
  names[#names + 1] = "all"
  for _, kind in ipairs(kinds) do names[#names + 1] = "all " .. kind end
  for _, name in ipairs(names) do
    local cold, warm = "cold " .. name, "warm " .. name
    local function times(key) return own[key] and own[key].seconds, base[key] and base[key].seconds end
    local function both(key) return counts and counts[key], base_counts and base_counts[key] end
    if own[warm] then
      lines[#lines + 1] = {name, ms(base[warm]), ms(own[warm]), ratio(times(warm)), ratio(times(cold)),
                           ratio(both(warm)), ratio(both(cold))}
    end
  end
  return lines
end

-- ---- the command --------------------------------------------------------------------------------

--- This checkout.
stages.here = {root = ".", build = os.getenv("BUILD") or "build"}

--- Another checkout, which must be built. Raises where it is not.
function stages.checkout(root)
  local file = io.open(root .. "/build/govreport/core.so")
  if not file then error(("%s is not built: make -C %s"):format(root, root), 0) end
  file:close()
  return {root = root, build = root .. "/build"}
end

local function main(base)
  local documents = stages.documents()
  local here = stages.here
  if not base then
    local own = stages.measure({here}, documents)[1]
    columns.print(stages.table(own, stages.count(here, documents)))
  else
    local other = stages.checkout(base)
    local results = stages.measure({here, other}, documents)
    columns.print(stages.comparison(results[1], results[2], stages.count(here, documents),
                                    stages.count(other, documents)))
  end
end

if arg and arg[0] and arg[0]:find("stages.lua", 1, true) then main(arg[1]) end

return stages
