--- Measures reading Word files, beside python-docx.
--
--   make bench-parts           a report that is printed here
--   lua5.4 bench/word.lua FILE.docx…

package.path = "./?.lua;./lua/?.lua;./lua/?/init.lua;" .. package.path
package.cpath = ("./%s/?.so;"):format(os.getenv("BUILD") or "build") .. package.cpath

local beside = require "bench.beside"
local clock = require "bench.clock"
local file = require "govreport.base.file"
local govreport = require "govreport"

local time = clock.time
local build = os.getenv("BUILD") or "build"

local is_there, docx = pcall(require, "govreport.docx")
if not is_there then
  print("Word files\n  skipped: the module govreport.docx is not built")
  return
end

-- A report that is printed here.
local function printed()
  local path = build .. "/bench/report.docx"
  local report <close> = assert(govreport.open("examples/report-2021.html"))
  local bytes = govreport.render(assert(govreport.fill(report.form, {tsv = govreport.render(report, "tsv")})), "docx")
  local out <close> = assert(io.open(path, "wb"))
  assert(out:write(bytes))
  return path
end

local function line(name, seconds, ours)
  local ratio = ours and ("  %.0f times ours"):format(seconds / ours) or ""
  print(("  %-34s %8.3f ms%s"):format(name, seconds * 1000, ratio))
end

local function bench(path)
  local bytes = assert(file.read(path, file.usual_limit))
  print(("%s (%d bytes)"):format(path, #bytes))
  line("unpack and read (govreport.docx)", time(function() docx.open(bytes) end))
  local whole = time(function() govreport.read_bytes(bytes):close() end)
  line("document", whole)
  line("open (document + recognise)", time(function() govreport.parse(bytes):close() end))
  local name, seconds = beside(path)
  if type(seconds) == "number" then line(name, seconds, whole) else print("  " .. name .. " " .. seconds) end
end

local paths = #arg > 0 and arg or {printed()}
for _, path in ipairs(paths) do bench(path) end
