--- The files that folders hold.

local lfs = require "lfs"

local folder = {}

--- The endings of the names of reports.
folder.endings = {"txt", "text", "md", "html", "htm", "shtml"}

local is_report = {}
for _, ending in ipairs(folder.endings) do is_report[ending] = true end

local function ending_of(name) return (name:match("%.([^./]+)$") or ""):lower() end

--- Whether a path is that of a folder.
function folder.is_one(path) return lfs.attributes(path, "mode") == "directory" end

local function inside(path, name) return path:gsub("(.)/+$", "%1"):gsub("^/$", "") .. "/" .. name end

-- Links to folders are not followed: they may lead back.
local function search(path, wanted, flat, list)
  local names = {}
  for name in lfs.dir(path) do
    if name ~= "." and name ~= ".." then names[#names + 1] = name end
  end
  table.sort(names)
  for _, name in ipairs(names) do
    local inner = inside(path, name)
    local mode = lfs.symlinkattributes(inner, "mode")
    if mode == "directory" then
      if not flat then search(inner, wanted, flat, list) end
    elseif mode ~= nil and wanted(name) and lfs.attributes(inner, "mode") == "file" then
      list[#list + 1] = inner
    end
  end
end

--- The files of a folder and of those in it, by name.
-- @param wanted function(name) -> whether a file is; those whose names end as reports do where it is nil
-- @param flat whether the folders in it are passed over
-- @return list of paths
function folder.files(path, wanted, flat)
  local list = {}
  search(path, wanted or function(name) return is_report[ending_of(name)] end, flat, list)
  return list
end

return folder
