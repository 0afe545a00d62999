--- Which line of a script says something: what stands in it behind the place that is known, or an entry of its list.

local source_line = {}

local function read(path)
  local file = io.open(path, "rb")
  local text = file and file:read("a") or ""
  if file then file:close() end
  return text
end

--- The place in a script that says some words, at or behind another place.
-- @param place `path:line`; any other text is given back
-- @param words as they stand there; nil for none
-- @return `path:line`, and true; where the words are not found the other place
function source_line.of(place, words)
  local path, first = place:match("^(.*):(%d+)$")
  if not path or not words or words == "" then return place end
  local number = 0
  for line in read(path):gmatch("([^\n]*)\n?") do
    number = number + 1
    if number >= math.tointeger(first) and line:find(words, 1, true) then return path .. ":" .. number, true end
  end
  return place
end

-- ---- entries of a list --------------------------------------------------------------------------

-- What says nothing of how tables stand in each other: comments and texts, by how they begin.
local function skip(text, at)
  local level = text:match("^%-?%-?%[(=*)%[", at)
  if level and not text:find("^%-%[", at) then
    local _, stop = text:find("]" .. level .. "]", at, true)
    return (stop or #text) + 1
  end
  if text:find("^%-%-", at) then return text:find("\n", at, true) or #text + 1 end
  local quote = text:match("^[\"']", at)
  if not quote then return nil end
  local i = at + 1
  while i <= #text and text:sub(i, i) ~= quote do i = i + (text:sub(i, i) == "\\" and 2 or 1) end
  return i + 1
end

local deeper = {["{"] = 1, ["("] = 1, ["["] = 1, ["}"] = -1, [")"] = -1, ["]"] = -1}

-- Where the entries without a key begin in the table whose brace stands at a place.
local function entries_of(text, brace)
  local list, depth, i, fresh = {}, 0, brace, false
  while i <= #text do
    local c, stop = text:sub(i, i), skip(text, i)
    local is_text = stop and not text:find("^%-%-", i)
    if depth == 1 and fresh and not c:find("[%s}]") and (is_text or not stop) then
      if not text:find("^[%a_][%w_]*%s*=[^=]", i) and not text:find("^%[[^%[=]", i) then list[#list + 1] = i end
      fresh = false
    end
    if not stop then
      depth = depth + (deeper[c] or 0)
      if depth == 0 then break end
      if depth == 1 and (c == "," or c == ";" or i == brace) then fresh = true end
    end
    i = stop or i + 1
  end
  return list
end

--- Where an entry of the list stands that a script returns.
-- @return `path:line`; the path where that cannot be told
function source_line.entry(path, number)
  local text = read(path)
  local brace = ("\n" .. text):match("\n%s*return%s*(){")
  local at = brace and entries_of(text, brace - 1)[number]
  if not at then return path end
  return path .. ":" .. select(2, text:sub(1, at):gsub("\n", "")) + 1
end

return source_line
