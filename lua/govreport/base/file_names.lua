--- Names for files that are written for others.

local file_names = {}

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
function file_names.namer(folder, ending)
  local taken = {}
  return function(name)
    local base, number = base_name(name), 1
    local wanted = fitting(base, ending)
    while taken[wanted:lower()] do
      number = number + 1
      wanted = fitting(base, "-" .. number .. ending)
    end
    taken[wanted:lower()] = true   -- there are systems on which Report.html is report.html
    return folder:gsub("(.)/+$", "%1") .. "/" .. wanted
  end
end

return file_names
