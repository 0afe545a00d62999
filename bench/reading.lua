--- Measures reading pages, beside common readers of pages in Python.

local clock = require "bench.clock"
local govreport = require "govreport"
local pages = require "bench.pages"

local reading = {}

local build = os.getenv("BUILD") or "build"
local python = os.getenv("PYTHON") or "/usr/bin/python3"
local corpus = "../shared/corpus"

local function read(path)
  local file = assert(io.open(path, "rb"))
  local bytes = file:read("a")
  file:close()
  return bytes
end

local function write(name, bytes)
  local path = build .. "/bench/" .. name
  local file = assert(io.open(path, "wb"))
  assert(file:write(bytes))
  file:close()
  return path
end

-- The values between the tabs of each line that a program prints about a file; nil where it fails.
local function lines(command, path)
  local pipe, list = assert(io.popen(("%s '%s'"):format(command, path))), {}
  for line in pipe:lines() do
    local fields = {}
    for field in line:gmatch("[^\t]+") do fields[#fields + 1] = field end
    list[#list + 1] = fields
  end
  return pipe:close() and list
end

-- The pages of the corpus and those that are generated; the one with a single report.
local function all_pages()
  local paths = {}
  local pipe = assert(io.popen(("ls %s/*.html 2>/dev/null"):format(corpus)))
  for path in pipe:lines() do paths[#paths + 1] = path end
  pipe:close()
  if #paths == 0 then print("  skipped: no pages in " .. corpus) end
  paths[#paths + 1] = write("page-report.html", pages.report())
  for _, size in ipairs{30, 300, 30000} do
    paths[#paths + 1] = write(("page-%d-KB.html"):format(size), pages.large(size * 1000))
  end
  return paths, paths[#paths - 3]
end

-- List of reader and seconds; for a reader that was skipped, the reason in place of the seconds.
local function run_yardsticks(path)
  local list, readers = lines(python .. " bench/yardsticks.py", path), {}
  if not list then return {{"yardsticks", ("skipped: %s does not run them"):format(python)}} end
  for i, fields in ipairs(list) do readers[i] = {fields[1], tonumber(fields[3]) or fields[3]} end
  return readers
end

local function measure(path)
  local bytes = read(path)
  local options = {name = path, encoding = path:find(".gb18030.", 1, true) and "GB18030" or nil}
  local seconds = clock.time(function() assert(govreport.read_bytes(bytes, options)):close() end)
  return #bytes / seconds / 1e6, #bytes
end

local function compare(readers, size, rate)
  for _, reader in ipairs(readers) do
    local name, result = reader[1], reader[2]
    if type(result) == "number" then
      local other = size / result / 1e6
      print(("    %-24s %9.1f MB/s   ratio %6.1f"):format(name, other, rate / other))
    else
      print(("    %-24s %s"):format(name, result))
    end
  end
end

-- Opening and checking a page, and where the time goes.
local function whole_report(path)
  local bytes = read(path)
  local steps = {
    {"read", function() return assert(govreport.read_bytes(bytes)) end},
    {"recognise", function(document) return assert(govreport.recognise(document)) end},
    {"check", function(report) govreport.check(report) return report end},
    {"close", function(report) report:close() end},
  }
  local runs = {}
  for i, step in ipairs(steps) do runs[i] = step[2] end
  local times, whole = clock.steps(runs)
  print(("one report: %s (%d bytes)"):format(path, #bytes))
  print(("    %-24s %9.3f ms"):format("open + check", whole * 1000))
  for i, step in ipairs(steps) do print(("      %-22s %9.3f ms"):format(step[1], times[i] * 1000)) end
  for _, reader in ipairs(run_yardsticks(path)) do
    local name, result = reader[1], reader[2]
    if type(result) == "string" then
      print(("    %-24s %s"):format(name, result))
    elseif name == "pandas.read_html" then   -- the one that makes tables of pages
      print(("    %-24s %9.3f ms     ratio %6.1f"):format(name, result * 1000, result / whole))
    end
  end
end

--- Prints all of it; a ratio is how many times as fast as the yardstick govreport is.
function reading.run()
  print("pages: MB/s of reading, ratio to other readers of the same page")
  local paths, report = all_pages()
  for _, path in ipairs(paths) do
    local rate, size = measure(path)
    print(("  %s (%d bytes)"):format(path, size))
    print(("    %-24s %9.1f MB/s"):format("govreport.read_bytes", rate))
    local alone = assert(lines(build .. "/bench/read", path), "the reader in C does not run")[1]
    print(("    %-24s %9.1f MB/s   a byte: %s steps, %s of memory"):format("C alone", alone[2], alone[3], alone[4]))
    if tonumber(alone[5]) > 0 then print(("    %-24s %9.1f MB/s"):format("its HTML reader alone", alone[5])) end
    compare(run_yardsticks(path), size, rate)   -- directly behind: what else the machine does is about the same
  end
  whole_report(report)
end

return reading
