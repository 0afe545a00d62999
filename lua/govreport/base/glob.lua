--- Patterns of paths, for where no shell expands them: `*` stands for any characters of a name, `?` for one, `[0-9]`
-- for one of some, `[!0-9]` for one of the others; `**` for folders, however deep. What is hidden is found where the
-- pattern names its dot.

local archive = require "govreport.base.archive"
local lfs = require "lfs"

local glob = {}

-- What stands between the names of a path: on Windows also `\`.
local separators = package.config:sub(1, 1) == "\\" and "/\\" or "/"

--- Whether a path is a pattern: it has a sign of one, and nothing of this very name is there.
function glob.is_one(path)
  return path:find "[*?%[]" ~= nil and lfs.attributes(path, "mode") == nil and archive.split(path) == nil
end

-- ---- names --------------------------------------------------------------------------------------

-- The characters of a name; its bytes where it is no UTF-8.
local function characters_of(text)
  local list = {}
  for character in text:gmatch(utf8.len(text) and utf8.charpattern or ".") do list[#list + 1] = character end
  return list
end

-- The set that begins behind a bracket: function(character) -> whether it is one of it, and where it ends; nil where no
-- bracket closes it.
local function set_at(signs, i)
  local is_other = signs[i] == "!" or signs[i] == "^"
  local ranges, first = {}, is_other and i + 1 or i
  i = first
  while signs[i] and (signs[i] ~= "]" or i == first) do
    local last = signs[i + 1] == "-" and signs[i + 2] ~= "]" and signs[i + 2] or nil
    ranges[#ranges + 1] = {signs[i], last or signs[i]}
    i = i + (last and 3 or 1)
  end
  if not signs[i] then return nil end
  return function(character)
    for _, range in ipairs(ranges) do
      if character >= range[1] and character <= range[2] then return not is_other end
    end
    return is_other
  end, i
end

local function any() return true end

-- What a piece of a pattern is made of: functions, one for each character, and "*".
local function compile(piece)
  local signs, list, i = characters_of(piece), {}, 1
  while i <= #signs do
    local sign = signs[i]
    local set, stop
    if sign == "[" then set, stop = set_at(signs, i + 1) end
    if sign == "*" then list[#list + 1] = "*"
    elseif sign == "?" then list[#list + 1] = any
    else list[#list + 1] = set or function(character) return character == sign end end
    i = (stop or i) + 1
  end
  return list
end

-- Whether a name fits. Where it does not, the last `*` takes one character more: no name is gone through more often
-- than it has characters.
local function fits(list, name)
  local characters = characters_of(name)
  local i, k, star, from = 1, 1, nil, nil
  while k <= #characters do
    local step = list[i]
    if step == "*" then
      star, from, i = i, k, i + 1
    elseif step and step(characters[k]) then
      i, k = i + 1, k + 1
    elseif star then
      from = from + 1
      i, k = star + 1, from
    else
      return false
    end
  end
  while list[i] == "*" do i = i + 1 end
  return list[i] == nil
end

-- ---- folders ------------------------------------------------------------------------------------

-- The names in a folder; none where it cannot be listed.
local function names_in(path)
  local names = {}
  pcall(function()
    for name in lfs.dir(path == "" and "." or path) do
      if name ~= "." and name ~= ".." then names[#names + 1] = name end
    end
  end)
  return names
end

local function is_hidden(name) return name:sub(1, 1) == "." end

local find

-- Adds what the rest of the pattern finds in the folders below one, however deep. Links are not followed.
local function find_below(path, pieces, i, found)
  find(path, pieces, i, found)
  for _, name in ipairs(names_in(path)) do
    if not is_hidden(name) and lfs.symlinkattributes(path .. name, "mode") == "directory" then
      find_below(path .. name .. "/", pieces, i, found)
    end
  end
end

-- Adds what the rest of the pattern finds at a path, which is empty or ends with a separator.
function find(path, pieces, i, found)
  local piece, is_last = pieces[i], i == #pieces
  if not piece then found[path] = true
  elseif piece == "**" then find_below(path, pieces, i + 1, found)
  elseif not piece:find "[*?%[]" then
    local own = path .. piece
    if is_last and lfs.attributes(own, "mode") then found[own] = true
    elseif not is_last then find(own .. "/", pieces, i + 1, found) end
  else
    local list = compile(piece)
    for _, name in ipairs(names_in(path)) do
      if (not is_hidden(name) or is_hidden(piece)) and fits(list, name) then
        if is_last then found[path .. name] = true
        elseif lfs.attributes(path .. name, "mode") == "directory" then
          find(path .. name .. "/", pieces, i + 1, found)
        end
      end
    end
  end
end

--- What a pattern stands for: files and folders.
-- @return list of paths, in order
function glob.paths(pattern)
  local root, pieces, found, list = pattern:match("^[" .. separators .. "]+") or "", {}, {}, {}
  for piece in pattern:gmatch("[^" .. separators .. "]+") do pieces[#pieces + 1] = piece end
  find(root, pieces, 1, found)
  for path in pairs(found) do list[#list + 1] = path == "" and "." or path end
  table.sort(list)
  return list
end

return glob
