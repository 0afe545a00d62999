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

-- The values between the tabs of each line that a program prints.
local function lines(command, paths)
  local words = {command}
  for _, path in ipairs(paths) do words[#words + 1] = "'" .. path .. "'" end
  local pipe, list = assert(io.popen(table.concat(words, " "))), {}
  for line in pipe:lines() do
    local fields = {}
    for field in line:gmatch("[^\t]+") do fields[#fields + 1] = field end
    list[#list + 1] = fields
  end
  return pipe:close() and list, list
end

-- The pages of the corpus and those that are generated.
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

-- Seconds by reader and path, in the order of the program; where a reader was skipped, the reason.
local function run_yardsticks(paths)
  local list = lines(python .. " bench/yardsticks.py", paths)
  if not list then
    print(("  yardsticks skipped: %s bench/yardsticks.py does not run"):format(python))
    return {}
  end
  local readers = {}
  for _, fields in ipairs(list) do
    local name, path, result = fields[1], fields[2], fields[3]
    if not readers[name] then
      readers[name] = {}
      readers[#readers + 1] = name
    end
    readers[name][path] = tonumber(result) or result
  end
  return readers
end

local function measure(path)
  local bytes = read(path)
  local options = {name = path, encoding = path:find(".gb18030.", 1, true) and "GB18030" or nil}
  local seconds = clock.time(function() assert(govreport.read_bytes(bytes, options)):close() end)
  return #bytes / seconds / 1e6, #bytes
end

local function compare(readers, path, size, rate)
  for _, name in ipairs(readers) do
    local result = readers[name][path] or readers[name]["*"]
    if type(result) == "number" then
      local other = size / result / 1e6
      print(("    %-24s %9.1f MB/s   ratio %6.1f"):format(name, other, rate / other))
    else
      print(("    %-24s %s"):format(name, result))
    end
  end
end

-- Opening and checking a page, and where the time goes.
local function whole_report(readers, path)
  local bytes = read(path)
  local document = assert(govreport.read_bytes(bytes))
  local report = assert(govreport.recognise(document))
  local count = 0
  for _ in pairs(report.tables) do count = count + 1 end
  local steps = {
    {"read", clock.time(function() govreport.read_bytes(bytes):close() end)},
    {"recognise", clock.time(function() govreport.recognise(document) end)},
    {"check", clock.time(function() govreport.check(report) end)},
  }
  local whole = clock.time(function()
    local opened = govreport.parse(bytes)
    govreport.check(opened)
    opened:close()
  end)
  print(("%s (%d bytes): one report, %d tables"):format(path, #bytes, count))
  print(("  %-26s %8.3f ms"):format("open + check", whole * 1000))
  for _, step in ipairs(steps) do print(("    %-24s %8.3f ms"):format(step[1], step[2] * 1000)) end
  local yardstick = readers["pandas.read_html"]
  local result = yardstick and (yardstick[path] or yardstick["*"]) or "skipped: not run"
  if type(result) == "number" then
    print(("  %-26s %8.3f ms   ratio %6.1f"):format("pandas.read_html", result * 1000, result / whole))
  else
    print(("  %-26s %s"):format("pandas.read_html", result))
  end
end

--- Prints all of it; a ratio is how many times as fast as the yardstick govreport is.
function reading.run()
  print("pages: MB/s of reading, ratio to other readers of the same page")
  local paths, report = all_pages()
  local readers = run_yardsticks(paths)
  local _, alone = lines(build .. "/bench/read", paths)
  for i, path in ipairs(paths) do
    local rate, size = measure(path)
    print(("  %s (%d bytes)"):format(path, size))
    print(("    %-24s %9.1f MB/s"):format("govreport.read_bytes", rate))
    local c = alone[i]
    if c then print(("    %-24s %9.1f MB/s   a byte: %s steps, %s of memory"):format("C alone", c[2], c[3], c[4])) end
    compare(readers, path, size, rate)
  end
  whole_report(readers, report)
end

return reading
