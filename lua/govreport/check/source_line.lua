--- Which line of a script says something: what stands in it behind the place that is known.

local source_line = {}

-- The lines of a file from a number on, with their numbers; nothing where it cannot be read.
local function lines_from(path, first)
  local file = io.open(path, "rb")
  local text = file and file:read("a") or ""
  if file then file:close() end
  local next_line, number = text:gmatch("([^\n]*)\n?"), 0
  return function()
    local line
    repeat line, number = next_line(), number + 1 until not line or number >= first
    return line and number, line
  end
end

--- The place in a script that says some words, at or behind another place.
-- @param place `path:line`; any other text is given back
-- @param words as they stand there; nil for none
-- @return `path:line`, and true; where the words are not found the other place
function source_line.of(place, words)
  local path, first = place:match("^(.*):(%d+)$")
  if not path or not words or words == "" then return place end
  for number, line in lines_from(path, math.tointeger(first)) do
    if line:find(words, 1, true) then return path .. ":" .. number, true end
  end
  return place
end

return source_line
