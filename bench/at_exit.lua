--- Runs a command written in Lua, and writes into a file what the system says of its process when it ends: a name and a
-- number a line, `parent` (its greatest resident memory in KiB) and `written` (bytes that it wrote to files and pipes).
--
--   lua5.4 bench/at_exit.lua FILE COMMAND…

local path, exit = arg[1], os.exit

local function number_in(file_name, pattern)
  local file <close> = assert(io.open(file_name))
  return file:read("a"):match(pattern)
end

local function told_exit(...)
  local file <close> = assert(io.open(path, "w"))
  file:write(("parent %s\nwritten %s\n"):format(number_in("/proc/self/status", "VmHWM:%s*(%d+)"),
                                                number_in("/proc/self/io", "wchar: (%d+)")))
  file:close()
  exit(...)
end

rawset(os, "exit", told_exit)
table.move(arg, 2, #arg + 2, 0)
dofile(arg[0])
