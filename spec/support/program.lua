--- Programs in Lua that specs write, for what is not to be tried in the process of the specs.

local process = require "govreport.process"

local program = {}

--- What a program of this code prints, and how it ends; it knows `process` and, as `path`, its own file.
-- @param options those of process.run; `shell` a command in which `$0` is the program's file
function program.run(code, options)
  options = options or {}
  local path = os.tmpname()
  local file = assert(io.open(path, "w"))
  file:write(("package.cpath = %q\n"):format(package.cpath), ("local path = %q\n"):format(path),
             'local process = require "govreport.process"\n', code)
  file:close()
  local argv = options.shell and {"sh", "-c", options.shell, path} or {"lua5.4", path}
  local result = assert(process.run(argv, {seconds = 60, input = options.input}))
  os.remove(path)
  return result
end

--- How many files this process has open; nil where the system does not tell.
function program.open_files()
  -- While the program looks, the end that it reads from may still be open, or not.
  local least = math.huge
  for _ = 1, 5 do
    local files = process.run({"sh", "-c", "sleep 0.02; ls /proc/$PPID/fd | grep -c ''"}).out
    least = math.min(least, tonumber(files))
  end
  return least > 0 and least or nil
end

return program
