--- What benchmarks need of the system: folders of their own, what programs print.

local shell = {}

local build = os.getenv("BUILD") or "build"

--- A text as one word of the shell.
function shell.quote(text) return "'" .. text:gsub("'", "'\\''") .. "'" end

--- An empty folder below the build.
function shell.folder(name)
  local path = build .. "/bench/" .. name
  local quoted = shell.quote(path)
  assert(os.execute(("rm -rf %s && mkdir -p %s"):format(quoted, quoted)))
  return path
end

--- Iterates over the lines that a command prints; raises at the end where it fails.
function shell.lines(command)
  local pipe = assert(io.popen(command))
  return function()
    local line = pipe:read "l"
    if line then return line end
    local ok, how, code = pipe:close()
    if not ok then error(("%s: %s %s"):format(command, how, code), 0) end
  end
end

--- All that a command prints, without the line end; "" where it fails.
function shell.text(command)
  local pipe = assert(io.popen(command .. " 2>/dev/null"))
  local text = pipe:read "a"
  return pipe:close() and text:gsub("%s+$", "") or ""
end

--- Whether there is a program.
function shell.has(program) return shell.text("command -v " .. program) ~= "" end

return shell
