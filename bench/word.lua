--- Measures reading Word files, beside python-docx.
--
--   make bench                 a report that is printed here
--   lua5.4 bench/word.lua FILE.docx…

package.path = "./?.lua;./lua/?.lua;./lua/?/init.lua;" .. package.path
package.cpath = ("./%s/?.so;"):format(os.getenv("BUILD") or "build") .. package.cpath

local clock = require "bench.clock"
local govreport = require "govreport"

local time = clock.time
local build = os.getenv("BUILD") or "build"
local python = os.getenv("PYTHON") or "/usr/bin/python3"

local is_there, docx = pcall(require, "govreport.docx")
if not is_there then
  print("Word files\n  skipped: the module govreport.docx is not built")
  return
end

local function read(path)
  local file = assert(io.open(path, "rb"))
  local bytes = file:read("a")
  file:close()
  return bytes
end

-- A report that is printed here.
local function printed()
  local path = build .. "/bench/report.docx"
  local report <close> = assert(govreport.open("examples/report-2021.html"))
  local bytes = govreport.render(assert(govreport.fill(report.form, {tsv = govreport.render(report, "tsv")})), "docx")
  local file = assert(io.open(path, "wb"))
  assert(file:write(bytes))
  file:close()
  return path
end

local function line(name, seconds, beside)
  local ratio = beside and ("  %.0f times ours"):format(seconds / beside) or ""
  print(("  %-34s %8.3f ms%s"):format(name, seconds * 1000, ratio))
end

local function bench(path)
  local bytes = read(path)
  print(("%s (%d bytes)"):format(path, #bytes))
  line("unpack and read (govreport.docx)", time(function() docx.open(bytes) end))
  local whole = time(function() govreport.read_bytes(bytes):close() end)
  line("document", whole)
  line("open (document + recognise)", time(function() govreport.parse(bytes):close() end))
  local pipe = assert(io.popen(("%s bench/word.py '%s' 2>&1"):format(python, path)))
  for told in pipe:lines() do
    local name, value = told:match("^([^\t]*)\t[^\t]*\t(.*)$")
    if tonumber(value) then line(name, tonumber(value), whole) else print("  " .. (value or told)) end
  end
  pipe:close()
end

local paths = #arg > 0 and arg or {printed()}
for _, path in ipairs(paths) do bench(path) end
