--- Measures what a process costs that does one thing and ends: what a user waits for at every command.
--
--   lua5.4 bench/starts.lua            this checkout
--
-- CPU time is the mean of several processes; instructions are those that callgrind counts, where it is there; memory
-- is the greatest resident memory.

package.path = "./?.lua;" .. package.path

local columns = require "bench.columns"
local shell = require "bench.shell"

local starts = {}

local runs = 20

-- Programs that are measured, each a name and the arguments of lua5.4.
local programs = {
  {"nothing", "-e ''"},
  {'require "govreport"', [[-e 'require "govreport"']]},
  {"govreport --version", "bin/govreport --version"},
  {"govreport --help", "bin/govreport --help"},
  {"govreport check, one report", "bin/govreport check --no-config examples/report.txt"},
}

local build = os.getenv("BUILD") or "build"
local environment = ("GOVREPORT_BUILD=%s LUA_PATH='./lua/?.lua;./lua/?/init.lua;;' LUA_CPATH=%s"):format(
  shell.quote(build), shell.quote(build .. "/?.so;;"))

local function command(arguments) return ("%s lua5.4 %s >/dev/null"):format(environment, arguments) end

-- The CPU seconds of one process.
local function seconds_of(arguments)
  local script = ("TIMEFORMAT='%%U %%S'; time for ((i = 0; i < %d; i++)); do %s; done"):format(runs, command(arguments))
  local user, system = shell.text(("{ bash -c %s 2>&1; }"):format(shell.quote(script))):match "([%d.]+) ([%d.]+)$"
  return (tonumber(user) + tonumber(system)) / runs
end

-- Writes what the system says of the greatest resident memory into a file, when the program ends: when it says so, or
-- when Lua closes its state.
local watch = [[
local function tell()
  for line in io.lines "/proc/self/status" do
    if line:find "^VmHWM" then io.open("%s", "w"):write(line):close() end
  end
end
local exit = os.exit
function os.exit(...) tell() exit(...) end
debug.getregistry().watch = setmetatable({}, {__gc = tell})]]

-- The greatest resident memory, in bytes.
local function memory_of(arguments)
  local path = os.tmpname()
  assert(os.execute(("LUA_INIT=%s %s"):format(shell.quote(watch:format(path)), command(arguments))))
  local file <close> = assert(io.open(path))
  local kilobytes = file:read("a"):match "%d+"
  os.remove(path)
  return tonumber(kilobytes) * 1024
end

-- The instructions; nil where there is no callgrind.
local function count_of(arguments)
  if not shell.has "valgrind" then return nil end
  local callgrind = environment .. " valgrind --tool=callgrind --callgrind-out-file=/dev/null lua5.4 " .. arguments
  return tonumber(shell.text(("{ %s 2>&1 >/dev/null; }"):format(callgrind)):match "Collected : (%d+)")
end

--- Measures each program.
-- @return list of rows of texts, the first of them its head
function starts.table()
  local rows = {{"program", "CPU ms", "M instr.", "memory, MB"}}
  for i, program in ipairs(programs) do
    local name, arguments = table.unpack(program)
    local count = count_of(arguments)
    rows[i + 1] = {name, ("%.1f"):format(seconds_of(arguments) * 1000), count and ("%.1f"):format(count / 1e6) or "",
                   ("%.1f"):format(memory_of(arguments) / 1e6)}
  end
  return rows
end

if arg and arg[0] and arg[0]:find "starts%.lua$" then columns.print(starts.table()) end

return starts
