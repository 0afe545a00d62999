--- Files that a command writes: whole or not at all, and only where it was told to.

local file = require "govreport.base.file"
local file_names = require "govreport.base.file_names"
local lfs = require "lfs"

local output = {}

local is_dataset = {sqlite = true, sqlite3 = true, db = true, jsonl = true, ndjson = true, xlsx = true}

--- Whether a path is meant as a folder: it is one, or says so with its last character.
function output.is_folder(path)
  return path:sub(-1) == "/" or lfs.attributes(path, "mode") == "directory"
end

--- Whether a path, or what is asked for beside it, says what kind of dataset is meant.
function output.is_dataset(path, kind)
  local ending = (path:match "%.(%w+)$" or ""):lower()
  return kind ~= nil or output.is_folder(path) or is_dataset[ending] ~= nil
end

--- Whether there is something at a path, be it a link that leads nowhere.
function output.is_there(path) return lfs.symlinkattributes(path) ~= nil end

--- Writes a file; see `govreport.base.file`. `create` where there is nothing yet.
output.write, output.create = file.write, file.create

--- Makes a folder where there is none.
-- @return true; or nil and what the system says
function output.make_folder(path)
  path = path:gsub("(.)/+$", "%1")
  if lfs.attributes(path, "mode") == "directory" then return true end
  return lfs.mkdir(path)
end

--- Names for files in a folder; see `govreport.base.file_names`.
output.namer = file_names.namer

return output
