--- A folder that a command writes whole or not at all: beside its place, then renamed.

local file = require "govreport.base.file"
local lfs = require "lfs"

local new_folder = {}

local Folder = {}
Folder.__index = Folder

local function is_empty(path)
  for name in lfs.dir(path) do
    if name ~= "." and name ~= ".." then return false end
  end
  return true
end

--- Whether a folder can be written at a path: there is nothing, or one that is empty.
function new_folder.fits(path)
  local mode = lfs.symlinkattributes(path:gsub("(.)/+$", "%1"), "mode")
  return mode == nil or mode == "directory" and is_empty(path)
end

-- Makes the folders that a path inside names.
local function make_inner(self, path)
  local inner = path:match("^(.+)/[^/]*$")
  if not inner or self.inner[inner] then return true end
  local ok, problem = lfs.mkdir(self.part .. "/" .. inner)
  if ok then
    self.inner[inner] = true
    table.insert(self.folders, inner)
  end
  return ok, problem
end

--- Writes a file of the folder.
-- @param path inside it
-- @return true; or nil and what the system says
function Folder:write(path, bytes)
  local ok, problem = make_inner(self, path)
  if not ok then return nil, problem end
  table.insert(self.files, path)
  return file.write(self.part .. "/" .. path, bytes)
end

--- Puts the folder where it belongs.
-- @return true; or nil and what the system says
function Folder:finish()
  local ok, problem = os.rename(self.part, self.path)
  self.is_done = ok ~= nil
  if ok then return true end
  return nil, problem:match(": ([^:]+)$") or problem
end

-- Takes away what was written of a folder that is not whole.
function Folder:__close()
  if self.is_done then return end
  for _, path in ipairs(self.files) do os.remove(self.part .. "/" .. path) end
  for i = #self.folders, 1, -1 do lfs.rmdir(self.part .. "/" .. self.folders[i]) end
  lfs.rmdir(self.part)
end

--- Begins a folder; it is to be closed.
-- @return the folder; or nil and what the system says
function new_folder.begin(path)
  path = path:gsub("(.)/+$", "%1")
  local part, number = path .. ".part", 1
  while lfs.symlinkattributes(part) do
    number = number + 1
    part = path .. ".part" .. number
  end
  local ok, problem = lfs.mkdir(part)
  if not ok then return nil, problem end
  return setmetatable({path = path, part = part, files = {}, folders = {}, inner = {}, is_done = false}, Folder)
end

return new_folder
