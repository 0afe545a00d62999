--- Measures reading and checking in a steady process.
--
--   make bench-parts           the example report, and pages
--   lua5.4 bench/bench.lua FILE…
--
-- Each line is the median of several rounds; machines differ and are shared, so compare lines of one run only.

package.path = "./?.lua;./lua/?.lua;./lua/?/init.lua;" .. package.path
package.cpath = ("./%s/?.so;"):format(os.getenv("BUILD") or "build") .. package.cpath

local cause = require "bench.cause"
local clock = require "bench.clock"
local core = require "govreport.core"
local forms = require "govreport.form"
local govreport = require "govreport"
local page = require "govreport.read.page"
local reading = require "bench.reading"

local time = clock.time

-- Bytes of the Lua heap and of the core that one report keeps.
local function memory(bytes)
  collectgarbage()
  collectgarbage()
  local before = collectgarbage("count")
  local report = govreport.parse(bytes)
  collectgarbage()
  collectgarbage()
  local lua = (collectgarbage("count") - before) * 1024
  return lua + report.memory + report.document.memory
end

local function line(name, seconds, size, extra)
  print(("  %-34s %8.3f ms  %8.1f MB/s%s"):format(name, seconds * 1000, size / seconds / 1e6, extra or ""))
end

local function bench(path)
  local file = assert(io.open(path, "rb"))
  local bytes = file:read("a")
  file:close()
  local report = assert(govreport.parse(bytes, {name = path}))
  local document = report.document
  local tape = page.facts(document, document.tape)
  print(("%s (%d bytes)"):format(path, #bytes))
  line("read (core alone)", time(function() core.parse(bytes):close() end), #bytes)
  line("find labels and form", time(function() forms.detect(document, tape, {steps = 0}) end), #bytes)
  local open = time(function() govreport.parse(bytes):close() end)
  line("open (read + recognise)", open, #bytes)
  line("check", time(function() govreport.check(report) end), #bytes)
  local both = time(function()
    local opened = govreport.parse(bytes)
    govreport.check(opened)
    opened:close()
  end)
  line("open + check", both, #bytes, ("  %.0f KB a report"):format(memory(bytes) / 1024))
  print(("  work counter: %d steps, %.1f a byte"):format(report.work, report.work / #bytes))
end

local paths = #arg > 0 and arg or {"examples/report.txt"}
for _, path in ipairs(paths) do bench(path) end
if #arg == 0 then
  cause.run()
  reading.run()
end
