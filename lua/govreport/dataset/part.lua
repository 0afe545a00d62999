--- A file that is written beside its place, as `FILE.part`, and put there when it is whole. What somebody who was ended
-- left behind is begun anew; what somebody else is writing is left alone.

local lfs = require "lfs"

local part = {}

local Part = {}
Part.__index = Part

-- Of what the system says the reason alone.
local function reason(problem) return tostring(problem):match(": ([^:]+)$") or tostring(problem) end

local function unwritable(path, problem) return nil, "dataset.unwritable", {path = path, detail = reason(problem)} end

-- Opens a file that may be there, without losing what is in it before it is ours.
local function open(path)
  local handle = io.open(path, "r+b")
  if handle then return handle end
  return io.open(path, "w+b")
end

--- Begins a file.
-- @return Part; or nil, code (`dataset.busy`, `dataset.unwritable`), fields
function part.begin(path)
  local own = setmetatable({path = path, part = path .. ".part"}, Part)
  local problem
  own.handle, problem = open(own.part)
  if not own.handle then return unwritable(path, problem) end
  if not lfs.lock(own.handle, "w") then
    own.handle:close()
    return nil, "dataset.busy", {path = path}
  end
  own.handle:close()                       -- a lock ends with the file: the name is ours for the moment between
  own.handle, problem = io.open(own.part, "w+b")
  if not own.handle then return unwritable(path, problem) end
  lfs.lock(own.handle, "w")
  own.handle:setvbuf("full", 1 << 16)
  return own
end

--- Writes at the end.
-- @return true; or nil, code, fields
function Part:write(bytes)
  local ok, problem = self.handle:write(bytes)
  if ok then return true end
  return unwritable(self.path, problem)
end

--- Puts it in its place.
function Part:finish()
  local ok, problem = self.handle:close()
  if ok then ok, problem = os.rename(self.part, self.path) end
  if ok then return true end
  os.remove(self.part)
  return unwritable(self.path, problem)
end

--- Takes it away.
function Part:abandon()
  if io.type(self.handle) == "file" then self.handle:close() end
  os.remove(self.part)
end

return part
