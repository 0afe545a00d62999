--- Measures reading PDF files: the programs, and what is done with that which they write.
--
--   make bench-parts           a report that is printed here
--   lua5.4 bench/pdf.lua FILE.pdf…

package.path = "./?.lua;./lua/?.lua;./lua/?/init.lua;" .. package.path
package.cpath = ("./%s/?.so;"):format(os.getenv("BUILD") or "build") .. package.cpath

local beside = require "bench.beside"
local bbox = require "govreport.read.bbox"
local clock = require "bench.clock"
local core = require "govreport.core"
local drawing = require "govreport.read.drawing"
local file = require "govreport.base.file"
local govreport = require "govreport"
local pdf = require "spec.support.pdf"
local poppler = require "govreport.read.poppler"

if not pdf.is_read then
  print("PDF files\n  skipped: poppler-utils is not installed")
  return
end

local function line(name, seconds) print(("  %-34s %8.3f ms"):format(name, seconds * 1000)) end

-- A program is another process, so it is timed by the processor that all children have taken: by the shell's `times`.
local function seconds_of(command, path)
  local pipe = assert(io.popen(("for i in 1 2 3 4 5; do %s <'%s' >/dev/null 2>&1; done; times"):format(command, path)))
  local text = pipe:read("a")
  pipe:close()
  local minutes, user, more, system = text:match("\n(%d+)m([%d.]+)s (%d+)m([%d.]+)s")
  return (tonumber(minutes) * 60 + tonumber(user) + tonumber(more) * 60 + tonumber(system)) / 5
end

local function bench(name, path)
  local bytes = assert(file.read(path, file.usual_limit))
  local words = assert(poppler.run({"pdftotext", "-bbox", "-raw", "-enc", "UTF-8", "-", "-"}, bytes))
  local lines = assert(poppler.run({"pdftocairo", "-svg", "-", "-"}, bytes))
  local pages = bbox.pages(words)
  for i, drawn in ipairs(drawing.pages(lines)) do pages[i].rules = drawn.rules end
  local boxes = assert(core.boxes("pdf", pages))
  print(("%s (%d pages)"):format(name, #pages))
  line("pdftotext", seconds_of("pdftotext -bbox -raw - -", path))
  line("pdftocairo", seconds_of("pdftocairo -svg - -", path))
  line("words of what they write", clock.time(function() bbox.pages(words) end))
  line("lines of what they write", clock.time(function() drawing.pages(lines) end))
  line("text and tables of both", clock.time(function() core.boxes("pdf", pages) end))
  line("the document", clock.time(function()
    core.parse(boxes:text(), {reader = boxes:reader(), owner = boxes}):close()
  end))
  local reader, seconds = beside(path)
  if type(seconds) == "number" then line(reader, seconds) else print("  " .. reader .. " " .. seconds) end
end

-- A report that is printed here.
local function printed()
  local path = (os.getenv("BUILD") or "build") .. "/bench/report.pdf"
  local out <close> = assert(io.open(path, "wb"))
  assert(out:write(pdf.of(assert(govreport.read "examples/report-2021.html"))))
  return path
end

if arg[1] then
  for _, path in ipairs(arg) do bench(path, path) end
else
  bench("PDF files", printed())
end
