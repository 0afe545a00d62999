--- Patterns of Lua in rules: what is wrong with one, and one for text whose width is folded. To Lua a pattern is bytes,
-- and string.find tells of some faults only when it comes to them.

local core = require "govreport.core"

local pattern = {}

-- Where a class, [...], ends that begins at a place of a pattern; nil where it does not.
local function class_end(text, at)
  local i = at + (text:sub(at + 1, at + 1) == "^" and 2 or 1)
  repeat
    local c = text:sub(i, i)
    if c == "" then return nil end
    i = i + (c == "%" and 2 or 1)
  until text:sub(i, i) == "]"
  return i
end

-- The first character of several bytes in a text; nil where there is none, or bytes that are no characters.
local function wide_character(text)
  return utf8.len(text) and text:match("[\xC2-\xFD][\x80-\xBF]+")
end

-- What is wrong at a place of a pattern where a class stands; and where it ends.
local function class_fault(text, at)
  local stop = class_end(text, at)
  if not stop then return "a '[' without its ']'" end
  local wide = wide_character(text:sub(at, stop))
  if wide then
    return ("a '[…]' knows single bytes, and '%s' is %d of them: write a rule for each of its words, or 'contains'")
           :format(wide, #wide)
  end
  return nil, stop
end

-- Whether the sign at a place repeats the last byte of a character of several alone.
local function repeats_byte(text, at)
  local before = text:sub(1, at - 1):match("[\xC2-\xFD][\x80-\xBF]+$")
  return before and utf8.len(before) == 1 and text:find("^[*+?-]", at) ~= nil and before
end

-- What is wrong with the pieces of a pattern, one after the other; nil for nothing.
local function piece_fault(text)
  local i, open = 1, 0
  while i <= #text do
    local c = text:sub(i, i)
    if c == "%" then
      if i == #text then return "it ends with '%'" end
      if text:sub(i + 1, i + 1) == "b" and #text < i + 3 then return "'%b' lacks its two characters" end
      i = i + (text:sub(i + 1, i + 1) == "b" and 3 or 1)
    elseif c == "[" then
      local fault, stop = class_fault(text, i)
      if fault then return fault end
      i = stop
    elseif c == "(" then open = open + 1
    elseif c == ")" then
      open = open - 1
      if open < 0 then return "a ')' without its '('" end
    elseif repeats_byte(text, i) then
      return ("'%s' behind '%s' stands for its last byte alone"):format(c, repeats_byte(text, i))
    end
    i = i + 1
  end
  return open > 0 and "a '(' without its ')'" or nil
end

--- What is wrong with a pattern; nil for nothing.
function pattern.fault(text)
  local fault = piece_fault(text)
  if fault then return fault end
  local ok, problem = pcall(string.find, "", text)
  if not ok then return (tostring(problem):gsub("^.-:%d+: ", "")) end
  if problem and ("\1"):find(text) then return "every text matches it: it says nothing" end
end

--- The pattern that finds in folded text what another one finds in text as it is printed: （ is ( there, １ is 1.
function pattern.folded(text)
  return (text:gsub("[\xC2-\xFD][\x80-\xBF]+", function(character)
    if utf8.len(character) ~= 1 then return nil end
    local folded = core.fold(character)
    return folded ~= "" and folded:gsub("^%p$", "%%%0") or nil
  end))
end

return pattern
