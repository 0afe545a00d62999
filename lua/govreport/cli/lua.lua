--- govreport lua: runs a program with the library at hand, or asks for one line after the other.

local govreport = require "govreport"
local lfs = require "lfs"
local safe = require "govreport.base.safe"

local command = {}

function command.define(parser)
  parser:argument("file", "a program in Lua; without one a prompt"):args("?")
end

-- The options of this command that have a value.
local with_value = {["--lang"] = true, ["--color"] = true, ["--forms"] = true, ["--config"] = true}

--- Parts the arguments of the command line: what stands behind the program is the program's own.
-- @param arguments list; the first one is the command
-- @return the arguments of the command, those of the program
function command.split(arguments)
  local i = 2
  while arguments[i] and arguments[i]:find("^%-") do i = i + (with_value[arguments[i]] and 2 or 1) end
  return table.move(arguments, 1, math.min(i, #arguments), 1, {}), table.move(arguments, i + 1, #arguments, 1, {})
end

local function complain(problem) io.stderr:write("govreport: ", problem, "\n") end

-- ---- a program ----------------------------------------------------------------------------------

local function run_file(path, own, terminal)
  if not lfs.attributes(path, "mode") then
    terminal:tell("io.missing", {path = path})
    return 3
  end
  local chunk, problem = loadfile(path)
  if not chunk then
    complain(problem)
    return 1
  end
  own[0] = path
  _G.arg = own
  local ok, trace = xpcall(chunk, function(raised) return debug.traceback(tostring(raised), 2) end,
                           table.unpack(own))
  if not ok then complain(trace) end
  return ok and 0 or 1
end

-- ---- a prompt -----------------------------------------------------------------------------------

local function is_terminal() return lfs.attributes("/dev/stdin", "mode") == "char device" end

local function ask(prompt)
  if prompt then io.stdout:write(prompt):flush() end
  return io.read("L")
end

-- A statement or an expression, over as many lines as it needs; nil at the end of the input.
local function read_chunk(first_prompt, next_prompt)
  local source = ask(first_prompt)
  if not source then return nil end
  while true do
    local chunk = load("return " .. source, "=stdin") or load(source, "=stdin")
    if chunk then return chunk end
    local _, problem = load(source, "=stdin")
    local more = problem:find("<eof>'?$") and ask(next_prompt)
    if not more then return false, problem end
    source = source .. more
  end
end

local function show(terminal, ok, ...)
  if not ok then return complain((...)) end
  for i = 1, select("#", ...) do terminal:print(govreport.inspect((select(i, ...)), {lang = terminal.lang})) end
  terminal:release()
end

local function prompt(terminal)
  local asks = is_terminal()
  if asks then terminal:say("lua.welcome", {version = govreport.version}) end
  terminal:release()
  _G.govreport = govreport
  while true do
    local chunk, problem = read_chunk(asks and "> ", asks and ">> ")
    if chunk == nil then break end
    if chunk then show(terminal, xpcall(chunk, function(raised) return safe(tostring(raised)) end))
    else complain(problem) end
  end
  if asks then terminal:print("\n") end
  return 0
end

--- @return exit code
function command.run(arguments, terminal)
  if arguments.file then return run_file(arguments.file, arguments.rest, terminal) end
  return prompt(terminal)
end

return command
