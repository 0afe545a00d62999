--- Reads and writes whole files.

local core = require "govreport.core"

local file = {}

--- The content of a file.
-- @param limit bytes; nil for none
-- @return text; or nil, code (`io.missing`, `io.unreadable`, `limit.input`), fields of its message
function file.read(path, limit)
  local handle, problem, number = io.open(path, "rb")
  if not handle then return nil, number == 2 and "io.missing" or "io.unreadable", {detail = problem} end
  local size = handle:seek("end")
  if limit and size and size > limit and size < math.maxinteger then
    handle:close()
    return nil, "limit.input", {actual = size, limit = limit}
  end
  handle:seek("set")
  local bytes, reason = handle:read("a")
  handle:close()
  if not bytes then return nil, "io.unreadable", {detail = reason} end
  return bytes
end

--- Writes a file whole or not at all: beside its place, synced, then renamed.
-- @return true; or nil and what the system says
function file.write(path, bytes) return core.save(path, bytes) end

return file
