--- Many words as one LPeg pattern: a trie over bytes. Words share their beginnings and their ends, and LPeg decides by
-- one byte at a time.

local lpeg = require "lpeg"
local core = require "govreport.core"

local P, S, V = lpeg.P, lpeg.S, lpeg.V

local trie = {}

-- One of some patterns that begin differently, halved again and again: few tests lead to each, and it is built fast.
local function one_of(list, first, last)
  if first == last then return list[first] end
  local middle = (first + last) // 2
  return one_of(list, first, middle) + one_of(list, middle + 1, last)
end

-- What words begin with, with what may stand between its characters; the first may be the end of one.
local function literal(self, beginning)
  if not self.between then return P(beginning) end
  local pattern
  for character in beginning:gmatch ".[\x80-\xBF]*" do
    pattern = pattern and pattern * self.between * character or P(character)
  end
  return pattern
end

-- LPeg copies the patterns that it puts together, a large one once for each character above it: a branch of so many
-- bytes becomes a rule, which is copied once. A grammar has fewer than 250 rules.
local least_branch, most_rules = 32, 200

-- The pattern of a branch as `core.branches` has it, and its size in bytes; a rule counts as one.
-- @param self what the whole trie has: `between`, what may stand between characters, nil for nothing; `endings`, the
-- patterns that end a word, by number; `patterns` and `sizes` of the branches in front of this one
-- @param is_root nothing stands between the start and the first character
local function pattern_of(self, branch, is_root)
  local list, size, ended = {}, 0, self.endings[branch[1]]
  for i = 2, #branch, 2 do
    local beginning, behind = branch[i], branch[i + 1]
    list[i // 2] = literal(self, beginning) * (self.endings[behind] or self.patterns[-behind])
    size = size + #beginning + (self.sizes[-behind] or 0)
  end
  local children = #list > 0 and one_of(list, 1, #list) or nil
  local inside = children and branch[2]:find "^[\x80-\xBF]"
  if children and self.between and not inside and not is_root then children = self.between * children end
  return children and ended and children + ended or children or ended, size
end

-- The words as a list, a list of the numbers of their values, the patterns that end them, by these; the words' size.
local function ends_of(words, accept)
  local list, numbers, endings, known, size = {}, {}, {}, {}, 0
  for word, value in pairs(words) do
    if not known[value] then
      endings[#endings + 1] = accept(value)
      known[value] = #endings
    end
    list[#list + 1], numbers[#numbers + 1], size = word, known[value], size + #word
  end
  return list, numbers, endings, size
end

--- A pattern for the longest of many words. What often stands in it is a rule, which keeps it small.
-- @param words map from word to value
-- @param accept function(value) -> pattern that ends a word; it may use the rule `tail`
-- @param parts `between` and `before` (what may stand between characters, and in front), `tail`
function trie.longest(words, accept, parts)
  local list, numbers, endings, size = ends_of(words, accept)
  local self = {between = parts.between and V"gap", endings = endings, patterns = {}, sizes = {}}
  local rules, branches = {false, gap = parts.between, tail = parts.tail}, core.branches(list, numbers)
  local least = math.max(least_branch, size // most_rules)
  for number, branch in ipairs(branches) do
    local is_root = number == #branches
    local pattern, length = pattern_of(self, branch, is_root)
    if length >= least and not is_root then
      rules[#rules + 1] = pattern
      pattern, length = V(#rules), 1
    end
    self.patterns[number], self.sizes[number] = pattern, length
  end
  rules[1] = self.patterns[#branches]
  if parts.before then rules[1] = parts.before * rules[1] end
  return P(rules)
end

-- ---- characters ---------------------------------------------------------------------------------

-- Characters by the byte that each has at a place: those that end with it as a text of these bytes, the others by it,
-- with these bytes in order.
local function parted(characters, at)
  local ends, groups, more = {}, {}, {}
  for _, character in ipairs(characters) do
    local byte = character:byte(at)
    local list = groups[byte]
    if #character == at then ends[#ends + 1] = character:sub(at)
    elseif list then list[#list + 1] = character
    else groups[byte], more[#more + 1] = {character}, byte end
  end
  table.sort(more)
  return table.concat(ends), groups, more
end

-- What none of some characters begins with, byte by byte as far as these go: no byte is looked at twice.
-- @param stop a set of bytes that are not taken
-- @param times the fewest times that a byte is taken with which none of them begins
local function none_of(characters, at, stop, times)
  local ends, groups, more = parted(characters, at)
  local others = 1 - S(ends .. string.char(table.unpack(more))) - stop
  local pattern = P(false)
  for _, byte in ipairs(more) do
    pattern = pattern + (P(string.char(byte)) - stop) * none_of(groups[byte], at + 1, P(false))
  end
  return (times and others^times or others) + pattern
end

-- One of some characters.
local function one_of_characters(characters, at)
  local ends, groups, more = parted(characters, at)
  local pattern = ends ~= "" and S(ends)
  for _, byte in ipairs(more) do
    local longer = string.char(byte) * one_of_characters(groups[byte], at + 1)
    pattern = pattern and pattern + longer or longer
  end
  return pattern
end

--- A pattern for one of some characters, decided byte by byte.
-- @param characters list
function trie.character(characters) return one_of_characters(characters, 1) end

--- A pattern for characters that are none of some, as many as there are. It may end inside of a character, of which the
-- bytes that are left are others too.
-- @param characters list
-- @param stop a set of bytes; no character that begins with one is taken
function trie.others(characters, stop) return none_of(characters, 1, stop, 1)^1 end

return trie
