--- Files that a command writes: whole or not at all, and only where it was told to.

local file = require "govreport.base.file"
local lfs = require "lfs"

local output = {}

--- Whether a path is meant as a folder: it is one, or says so with its last character.
function output.is_folder(path)
  return path:sub(-1) == "/" or lfs.attributes(path, "mode") == "directory"
end

--- Whether there is something at a path, be it a link that leads nowhere.
function output.is_there(path) return lfs.symlinkattributes(path) ~= nil end

--- Writes a file; see `govreport.base.file.write`.
output.write = file.write

--- Makes a folder where there is none.
-- @return true; or nil and what the system says
function output.make_folder(path)
  path = path:gsub("(.)/+$", "%1")
  if lfs.attributes(path, "mode") == "directory" then return true end
  return lfs.mkdir(path)
end

-- The name of a file without its folders and its ending; nothing that would lead out of a folder.
local function base_name(name)
  local base = name:match("([^/]*)$"):gsub("^<(.*)>$", "%1"):gsub("%.[^.]*$", ""):gsub("[%c\127]", "_")
  return (base:match("^%.*$") or base == "") and "report" or base
end

--- Names for files in a folder, one for each input: `FOLDER/BASE.ENDING`, `FOLDER/BASE-2.ENDING`, …
-- @return function(name of the input) -> path
function output.namer(folder, ending)
  local taken = {}
  return function(name)
    local base, number = base_name(name), 1
    local wanted = base
    while taken[wanted] do
      number = number + 1
      wanted = base .. "-" .. number
    end
    taken[wanted] = true
    return folder:gsub("(.)/+$", "%1") .. "/" .. wanted .. ending
  end
end

return output
