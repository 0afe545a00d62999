--- Reads and writes whole files.

local core = require "govreport.core"

local file = {}

--- What a file of a report may hold where nothing else is said; bytes.
file.usual_limit = 256 << 20

local chunk = 1 << 16   -- bytes

-- What the system calls them.
local no_such_file, is_a_folder = 2, 21

-- What is longer than its limit; how long it is tells a file alone, a pipe may never end.
local function too_long(size, limit, is_whole)
  local actual = is_whole and size or {zh = "不少于" .. size, en = "at least " .. size}
  return nil, "limit.input", {actual = actual, limit = limit}
end

local function unreadable(problem, number)
  return nil, number == is_a_folder and "io.folder" or "io.unreadable", {detail = problem}
end

--- The rest of a file that is open; of one that has more than the limit no more is read than shows that.
-- @param limit bytes
-- @return text; or nil, code (`io.unreadable`, `io.folder`, `limit.input`), fields of its message
function file.read_open(handle, limit)
  local pieces, size = {}, 0
  while true do
    local piece, problem, number = handle:read(math.min(chunk, limit + 1 - size))
    if problem then return unreadable(problem, number) end
    if not piece then return table.concat(pieces) end
    pieces[#pieces + 1], size = piece, size + #piece
    if size > limit then return too_long(size, limit) end
  end
end

--- The content of a file.
-- @param limit bytes; nil for none
-- @return text; or nil, code (`io.missing`, and those of `file.read_open`), fields of its message
function file.read(path, limit)
  if path:find("\0", 1, true) then return nil, "io.missing", {} end   -- the system would read what stands in front
  local handle <close>, problem, number = io.open(path, "rb")
  if not handle then   -- the path stands beside the reason
    return nil, number == no_such_file and "io.missing" or "io.unreadable", {detail = problem:sub(#path + 3)}
  end
  limit = limit or math.maxinteger - 1
  local size = handle:seek("end")   -- nothing of a pipe; of a folder as much as there can be
  if size and size > limit and size < math.maxinteger then return too_long(size, limit, true) end
  handle:seek("set")
  return file.read_open(handle, limit)
end

--- Writes a file whole or not at all: beside its place, synced, then renamed. It keeps its mode and its owner; what a
-- link leads to is written, and the link stays; what is a pipe or a device is written into.
-- @return true; or nil and what the system says
function file.write(path, bytes) return core.save(path, bytes) end

--- The same where there is nothing yet; a link that leads nowhere is something.
function file.create(path, bytes) return core.save(path, bytes, true) end

return file
