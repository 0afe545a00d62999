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

--- Writes a file; see `govreport.base.file`. `create` where there is nothing yet.
output.write, output.create = file.write, file.create

--- Makes a folder where there is none.
-- @return true; or nil and what the system says
function output.make_folder(path)
  path = path:gsub("(.)/+$", "%1")
  if lfs.attributes(path, "mode") == "directory" then return true end
  return lfs.mkdir(path)
end

-- What a name in a folder may hold; bytes.
local longest_name = 255

-- The beginning of a text with so many bytes at most, without a piece of a character.
local function beginning(text, size)
  if #text <= size then return text end
  while size > 0 and text:byte(size + 1) & 0xC0 == 0x80 do size = size - 1 end
  return text:sub(1, size)
end

-- FNV-1a 32 of a text, 8 hexadecimal digits.
local function hash(text)
  local h = 0x811c9dc5
  for i = 1, #text do h = (h ~ text:byte(i)) * 0x01000193 & 0xFFFFFFFF end
  return ("%08x"):format(h)
end

-- A base with what stands behind it, as long as a name may be: of a longer one the beginning and what tells it from all
-- others that begin so.
local function fitting(base, rest)
  if #base + #rest <= longest_name then return base .. rest end
  rest = "-" .. hash(base) .. rest
  return beginning(base, longest_name - #rest) .. rest
end

-- The name of a file without its folders and its ending; nothing that would lead out of a folder.
local function base_name(name)
  local base = name:match("([^/]*)$"):gsub("^<(.*)>$", "%1"):gsub("%.[^.]*$", ""):gsub("[%c\127]", "_")
  return (base:match("^%.*$") or base == "") and "report" or base
end

--- Names for files in a folder, one for each input: `FOLDER/BASE.ENDING`, `FOLDER/BASE-2.ENDING`, …; a base that is too
-- long is cut.
-- @return function(name of the input) -> path
function output.namer(folder, ending)
  local taken = {}
  return function(name)
    local base, number = base_name(name), 1
    local wanted = fitting(base, ending)
    while taken[wanted] do
      number = number + 1
      wanted = fitting(base, "-" .. number .. ending)
    end
    taken[wanted] = true
    return folder:gsub("(.)/+$", "%1") .. "/" .. wanted
  end
end

return output
