--- Measures `govreport dataset`: many generated documents into a database, with one worker and with two, and how time
-- and memory grow with the number of documents.
--
--   lua5.4 bench/dataset.lua [COUNT [MOST]]     10,000 where they are left out; MOST is the greatest number of all
--
-- What is said of memory is resident memory: what a worker shares with its parent is in both.

package.path = "./?.lua;./lua/?.lua;./lua/?/init.lua;" .. package.path
package.cpath = ("./%s/?.so;"):format(os.getenv("BUILD") or "build") .. package.cpath

local columns = require "bench.columns"
local shell = require "bench.shell"

local dataset = {}

local seed, most_workers = 1, 2

-- The documents of one run after the other are the first of the same ones.
local function write_documents(count)
  local folder = shell.folder("dataset-" .. count)
  require("bench.corpus").write(folder, count, seed)
  return folder
end

local function size_of(path)
  local file <close> = assert(io.open(path, "rb"))
  return file:seek "end"
end

-- Runs the command over a folder.
-- @return `{count, workers, wall, cpu, parent, worker, written, size}`: seconds and bytes
local function run(folder, count, workers)
  local output = folder .. ".sqlite"
  os.remove(output)
  local build = os.getenv "BUILD" or "build"
  local command = ("GOVREPORT_BUILD=%s bench/watch.sh bin/govreport dataset --no-config %s -o %s -j %d"):format(
    shell.quote(build), shell.quote(folder), shell.quote(output), workers)
  local seen = {}
  for line in shell.lines(command) do
    local name, value = line:match "^(%l+) ([%d.]+)$"
    if name then seen[name] = tonumber(value) end
  end
  assert(seen.code and seen.code <= 1, "govreport dataset has failed")
  local own = {count = count, workers = workers, wall = seen.wall, cpu = seen.user + seen.sys,
               parent = seen.parent * 1024, worker = seen.worker * 1024, written = seen.written,
               size = size_of(output)}
  os.remove(output)
  return own
end

--- Measures.
-- @param count of the documents that are read with one worker and with two
-- @param most the greatest number of documents: from 1,000 on each time ten times as many, with two workers
-- @return list of runs, those with `count` documents first: one worker, two workers
function dataset.measure(count, most)
  local runs, folder = {}, write_documents(count)
  for workers = 1, most_workers do runs[workers] = run(folder, count, workers) end
  shell.remove(folder)
  local other = 1000
  while other <= most do
    if other ~= count then
      folder = write_documents(other)
      runs[#runs + 1] = run(folder, other, most_workers)
      shell.remove(folder)
    end
    other = other * 10
  end
  return runs
end

local function grouped(number)
  local text = tostring(number):reverse():gsub("%d%d%d", "%0,"):reverse()
  return (text:gsub("^,", ""))
end

local function mega(bytes) return ("%.1f"):format(bytes / 1e6) end

--- The table of some runs.
function dataset.table(runs)
  local rows = {{"documents", "workers", "reports/s", "efficiency", "CPU ms a report", "parent, MB", "a worker, MB",
                 "database, MB", "KB a report", "written, MB"}}
  local alone = runs[1]
  for _, own in ipairs(runs) do
    local is_beside = own.workers > 1 and own.count == alone.count
    rows[#rows + 1] = {
      grouped(own.count), tostring(own.workers), ("%.1f"):format(own.count / own.wall),
      is_beside and ("%.0f %%"):format(100 * alone.wall / own.wall / own.workers) or "",
      ("%.2f"):format(own.cpu * 1000 / own.count), mega(own.parent), mega(own.worker), mega(own.size),
      ("%.1f"):format(own.size / own.count / 1000), mega(own.written)}
  end
  return rows
end

local function main(count, most)
  count = math.tointeger(tonumber(count or 10000))
  most = math.tointeger(tonumber(most or count))
  assert(count and most, "the numbers are whole numbers")
  columns.print(dataset.table(dataset.measure(count, most)))
end

if arg and arg[0] and arg[0]:find("dataset.lua", 1, true) then main(arg[1], arg[2]) end

return dataset
