--- What was measured on and with: the machine, and the versions of what takes part.

local shell = require "bench.shell"

local machine = {}

local python = os.getenv("PYTHON") or "/usr/bin/python3"

local function cpu_name()
  local file = io.open "/proc/cpuinfo"
  local text = file and file:read "a" or ""
  if file then file:close() end
  return text:match "model name%s*:%s*([^\n]+)" or shell.text "uname -m"
end

local function memory_size()
  local file = io.open "/proc/meminfo"
  local kilobytes = file and tonumber(file:read("a"):match "MemTotal:%s*(%d+)")
  if file then file:close() end
  return kilobytes and ("%.0f GB"):format(kilobytes * 1024 / 1e9) or ""
end

-- The version of a module of Python, and "" where it is not there.
local function python_version(module)
  return shell.text(("%s -c 'import %s; print(%s.__version__)'"):format(python, module, module))
end

-- What a pattern finds in that which a command prints, "" for nothing.
local function part(command, pattern) return shell.text(command):match(pattern) or "" end

local function lpeg_version()
  local version = require("lpeg").version
  return tostring(type(version) == "function" and version() or version)
end

local function sqlite_version()
  local is_there, sqlite = pcall(require, "govreport.sqlite")
  return is_there and tostring(sqlite.version) or ""
end

--- The table: rows of what it is and its name or version; what is not there is left out.
function machine.table()
  local rows = {{"machine", ""}}
  for _, row in ipairs{
    {"processor", cpu_name()}, {"cores", shell.text "nproc"}, {"memory", memory_size()},
    {"kernel", shell.text "uname -sr"}, {"load when it began", part("cat /proc/loadavg", "^%S+")},
    {"govreport", require("govreport").version .. " " .. shell.text "git log -1 --format=%h"},
    {"compiler", part("gcc --version", "^[^\n]+")}, {"Lua", part("lua5.4 -v", "Lua (%S+)")}, {"LPeg", lpeg_version()},
    {"SQLite", sqlite_version()}, {"valgrind", part("valgrind --version", "[%d.]+")},
    {"Python", part(python .. " -V", "[%d.]+")}, {"lxml", python_version "lxml"},
    {"Beautiful Soup", python_version "bs4"}, {"pandas", python_version "pandas"},
  } do
    if row[2] ~= "" then rows[#rows + 1] = row end
  end
  return rows
end

return machine
