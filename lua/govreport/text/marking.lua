--- Where two wordings of a sentence differ: numbers and Latin words as wholes, else character by character.

local core = require "govreport.core"
local lcs = require "govreport.base.lcs"

local marking = {}

local kinds = {"^%d[%d,.]*%d", "^%d", "^[A-Za-z]+", "^[%z\1-\127]", "^[\194-\244][\128-\191]*", "^."}

local function take(text, position)
  for _, pattern in ipairs(kinds) do
    local token = text:match(pattern, position)
    if token then return token end
  end
end

local function is_ascii(text) return text ~= nil and text:find("^[\1-\127]") ~= nil end

-- White space between Han characters is that of lines.
local function one_line(text)
  text = text:gsub("\227\128\128", " "):gsub("\194\160", " "):gsub("[%s%c]+", " ")
  text = text:gsub("([\128-\255]) ", "%1"):gsub(" ([\128-\255])", "%1")
  return (text:gsub("^ ", ""):gsub(" $", ""))
end
marking.one_line = one_line

-- What is compared of a word. A year counts by its distance from the report's own, if that is given.
local function key_of(word, text, behind, year)
  if not is_ascii(word) then return core.fold(word) end
  local distance = year and word:find("^%d%d%d%d$") and math.tointeger(word) - year
  if distance and math.abs(distance) <= 1 and text:find("^年", behind) then return "{" .. distance .. "}" end
  return word
end

-- The words of a text, and what is compared of them.
local function tokens(text, year)
  local words, keys, position = {}, {}, 1
  while position <= #text do
    local word = take(text, position)
    position = position + #word
    words[#words + 1] = word
    keys[#keys + 1] = key_of(word, text, position, year)
  end
  return words, keys
end

-- Fewer equal words than this between two changes do not make two of them.
local least_between = 2

local function joined(hunks, keys)
  local list = {}
  for _, hunk in ipairs(hunks) do
    local last = list[#list]
    local between = last and hunk.a - last.a - last.n
    local word = last and keys[hunk.a - 1]
    if last and between < least_between and not word:find("^[%d%p]") then
      last.n, last.m = hunk.a + hunk.n - last.a, hunk.b + hunk.m - last.b
    else
      list[#list + 1] = {a = hunk.a, n = hunk.n, b = hunk.b, m = hunk.m}
    end
  end
  return list
end

local function slice(words, first, count) return table.concat(words, "", first, first + count - 1) end

--- The pieces of two sentences in order: `{text}` stands in both, `{old, new}` are different; either may be "".
-- @param a, b texts on one line
-- @param years `{a, b}`: these years and their neighbours are the same ones; nil for years as printed
-- @return list of `{same}` or `{old =, new =}`
function marking.pieces(a, b, years)
  local a_words, a_keys = tokens(a, years and years.a)
  local b_words, b_keys = tokens(b, years and years.b)
  local pieces, at = {}, 1
  for _, hunk in ipairs(joined(lcs.hunks(a_keys, b_keys), a_keys)) do
    if hunk.b > at then pieces[#pieces + 1] = {slice(b_words, at, hunk.b - at)} end
    pieces[#pieces + 1] = {old = slice(a_words, hunk.a, hunk.n), new = slice(b_words, hunk.b, hunk.m)}
    at = hunk.b + hunk.m
  end
  if at <= #b_words then pieces[#pieces + 1] = {slice(b_words, at, #b_words - at + 1)} end
  return pieces
end

return marking
