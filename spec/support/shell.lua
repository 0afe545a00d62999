--- The command line as people run it, files, and folders that are gone afterwards.

local shell = {}

function shell.read(path)
  local file = assert(io.open(path, "rb"))
  local bytes = file:read("a")
  file:close()
  return bytes
end

function shell.write(path, bytes)
  local file = assert(io.open(path, "wb"))
  file:write(bytes)
  file:close()
end

--- A new folder with folders in it; `shell.remove` takes it away.
function shell.folder(...)
  local path = os.tmpname()
  os.remove(path)
  assert(os.execute("mkdir " .. path))
  for _, inner in ipairs{...} do assert(os.execute("mkdir " .. path .. "/" .. inner)) end
  return path
end

function shell.remove(folder) assert(os.execute("rm -r " .. folder)) end

local root = io.popen("pwd"):read("l")
local build = os.getenv("GOVREPORT_BUILD") or "build"
if build:sub(1, 1) ~= "/" then build = root .. "/" .. build end

shell.root, shell.build = root, build

--- Runs a command.
-- @return exit code, stdout, stderr
function shell.run(command)
  local out, err = os.tmpname(), os.tmpname()
  local _, _, code = os.execute(("{ %s\n} >%s 2>%s"):format(command, out, err))
  local stdout, stderr = shell.read(out), shell.read(err)
  os.remove(out)
  os.remove(err)
  return code, stdout, stderr
end

--- Runs the program, by default in this folder and in Chinese.
-- @param options `folder` to run it in, `environment` (`NAME=value …`)
-- @return exit code, stdout, stderr
function shell.govreport(arguments, options)
  options = options or {}
  return shell.run(("cd %s && GOVREPORT_BUILD=%s LC_ALL=zh_CN.UTF-8 %s %s/bin/govreport %s"):format(
    options.folder or ".", build, options.environment or "", root, arguments))
end

return shell
