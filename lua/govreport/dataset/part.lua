--- A file that is written beside its place, as `FILE.part`, and put there when it is whole. What somebody who was ended
-- left behind is begun anew; what somebody else is writing is left alone.

local core = require "govreport.core"
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

--- Keeps others from a file, which is made where it is not there. The system lets go of a file as soon as any handle of
-- ours on it is closed: all of them stay open until the end.
-- @param path of what is to be told as busy
-- @return the handle that holds it; or nil, code (`dataset.busy`, `dataset.unwritable`), fields
function part.claim(file, path)
  local guard, problem = open(file)
  if not guard then return unwritable(path, problem) end
  if lfs.lock(guard, "w") then return guard end
  guard:close()
  return nil, "dataset.busy", {path = path}
end

--- Begins a file.
-- @return Part; or nil, code (`dataset.busy`, `dataset.unwritable`), fields
function part.begin(path)
  local name = path .. ".part"
  local guard, code, fields = part.claim(name, path)
  if not guard then return nil, code, fields end
  local handle, problem = io.open(name, "w+b")
  if not handle then
    guard:close()
    return unwritable(path, problem)
  end
  handle:setvbuf("full", 1 << 16)
  return setmetatable({path = path, part = name, guard = guard, handle = handle, size = 0}, Part)
end

--- Writes at the end.
-- @return true; or nil, code, fields
function Part:write(bytes)
  local ok, problem = self.handle:write(bytes)
  if not ok then return unwritable(self.path, problem) end
  self.size = self.size + #bytes
  return true
end

--- Writes over what is there.
-- @param at how many bytes stand in front
-- @return true; or nil, code, fields
function Part:write_at(at, bytes)
  local ok, problem = self.handle:seek("set", at)
  if ok then ok, problem = self.handle:write(bytes) end
  if ok then return true end
  return unwritable(self.path, problem)
end

local function close(self)
  local ok, problem = self.handle:close()
  self.guard:close()
  return ok, problem
end

--- Puts it in its place, and lets go of it.
-- @return true; or nil, code, fields
function Part:finish()
  local ok, problem = self.handle:flush()
  if ok then ok, problem = core.sync(self.part) end
  if ok then ok, problem = os.rename(self.part, self.path) end
  if not ok then return unwritable(self.path, problem) end
  close(self)
  return true
end

--- Takes it away.
function Part:abandon()
  os.remove(self.part)
  close(self)
end

return part
