--- Files by what they are, under whatever name: a value for each. Of a file that the system knows by numbers no more is
-- kept than its own.

local folder = require "govreport.base.folder"
local lfs = require "lfs"

local identities = {}

local Identities = {}
Identities.__index = Identities

--- Makes an empty map.
function identities.new() return setmetatable({devices = {}, others = {}}, Identities) end

--- Where the value of a file stands.
-- @param path of a file; anything else is itself
-- @return a table and the key in it
function Identities:slot(path)
  local found = type(path) == "string" and lfs.attributes(path)
  if not found then return self.others, type(path) == "string" and folder.identity(path) or path end
  if found.ino == 0 then return self.others, path end
  local device = self.devices[found.dev]
  if not device then
    device = {}
    self.devices[found.dev] = device
  end
  return device, found.ino
end

return identities
