--- Many words as one LPeg pattern: a trie over bytes. Words share their beginnings and their ends, and LPeg decides by
-- one byte at a time.

local lpeg = require "lpeg"

local P, V = lpeg.P, lpeg.V

local trie = {}

-- The words by their first byte, and these bytes in order. What is left of a word that has ended is in no group.
local function group(words)
  local groups, bytes = {}, {}
  for word, value in pairs(words) do
    local byte = word:sub(1, 1)
    if byte ~= "" then
      if not groups[byte] then groups[byte], bytes[#bytes + 1] = {}, byte end
      groups[byte][word] = value
    end
  end
  table.sort(bytes)
  return groups, bytes
end

-- What all words of a group begin with.
local function beginning_of(words)
  local beginning = next(words)
  for word in pairs(words) do
    while word:sub(1, #beginning) ~= beginning do beginning = beginning:sub(1, -2) end
  end
  return beginning
end

-- What is behind a beginning that words have in common.
local function rest_of(words, beginning)
  local rest = {}
  for word, value in pairs(words) do rest[word:sub(#beginning + 1)] = value end
  return rest
end

-- A text that is the same for the same words with the same values.
local function key_of(self, words)
  local list = {}
  for word, value in pairs(words) do
    if not self.values[value] then self.count, self.values[value] = self.count + 1, self.count end
    list[#list + 1] = word .. "\0" .. self.values[value]
  end
  table.sort(list)
  return table.concat(list, "\0")
end

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

local compile

-- The pattern that ends a word, made once for each value.
local function ending(self, value)
  self.endings[value] = self.endings[value] or self.accept(value)
  return self.endings[value]
end

-- The pattern of what is left of some words, and its size in bytes; a rule counts as one. It is made once for the same.
local function branch_of(self, words)
  local key = key_of(self, words)
  local made = self.made[key]
  if not made then
    local pattern, size = compile(self, words)
    if size >= self.branch then
      local name = #self.rules + 1
      self.rules[name] = pattern
      pattern, size = V(name), 1
    end
    made = {pattern, size}
    self.made[key] = made
  end
  return made[1], made[2]
end

-- The pattern of some words that begin with the same byte, and its size.
local function pattern_of(self, words)
  local first, value = next(words)
  if next(words, first) == nil then return literal(self, first) * ending(self, value), #first end
  local beginning = beginning_of(words)
  local branch, size = branch_of(self, rest_of(words, beginning))
  return literal(self, beginning) * branch, #beginning + size
end

-- @param self what the whole trie has: `between`, what may stand between characters, nil for nothing; `accept`,
-- function(value) -> pattern that ends a word; `rules` of the grammar; `branch`, the least size of a rule; `made`, what
-- `branch_of` gave, by `key_of`; `values`, a number of each; `endings` by value
-- @param words map from what is left of a word to its value
-- @param is_root nothing stands between the start and the first character
function compile(self, words, is_root)
  local groups, bytes = group(words)
  local list, size = {}, 0
  for i, byte in ipairs(bytes) do
    local pattern, length = pattern_of(self, groups[byte])
    list[i], size = pattern, size + length
  end
  local children = #list > 0 and one_of(list, 1, #list) or nil
  local inside = bytes[1] and bytes[1]:match("[\x80-\xBF]")
  if children and self.between and not inside and not is_root then children = self.between * children end
  local accept = words[""] ~= nil and ending(self, words[""]) or nil
  return children and accept and children + accept or children or accept, size
end

local function size_of(words)
  local size = 0
  for word in pairs(words) do size = size + #word end
  return size
end

--- A pattern for the longest of many words. What often stands in it is a rule, which keeps it small.
-- @param words map from word to value
-- @param accept function(value) -> pattern that ends a word; it may use the rule `tail`
-- @param parts `between` and `before` (what may stand between characters, and in front), `tail`
function trie.longest(words, accept, parts)
  local rules = {false, gap = parts.between, tail = parts.tail}
  local self = {between = parts.between and V"gap", accept = accept, rules = rules, made = {}, values = {}, count = 0,
                endings = {}, branch = math.max(least_branch, size_of(words) // most_rules)}
  rules[1] = compile(self, words, true)
  if parts.before then rules[1] = parts.before * rules[1] end
  return P(rules)
end

-- What none of some words begins with, byte by byte as far as these go: no byte is looked at twice.
-- @param stop a set of bytes that are not taken
-- @param times the fewest times that a byte is taken with which none of them begins
local function none_of(words, stop, times)
  local groups, bytes = group(words)
  local pattern = P(false)
  for _, byte in ipairs(bytes) do
    local rest = rest_of(groups[byte], byte)
    if rest[""] == nil then pattern = pattern + (P(byte) - stop) * none_of(rest, P(false)) end
  end
  local others = 1 - lpeg.S(table.concat(bytes)) - stop
  return (times and others^times or others) + pattern
end

-- One of some words, of which none goes on where another one ends.
local function one_below(words)
  local groups, bytes = group(words)
  local pattern
  for _, byte in ipairs(bytes) do
    local rest = rest_of(groups[byte], byte)
    local own = rest[""] == nil and P(byte) * one_below(rest) or P(byte)
    pattern = pattern and pattern + own or own
  end
  return pattern
end

local function set_of(characters)
  local set = {}
  for _, character in ipairs(characters) do set[character] = true end
  return set
end

--- A pattern for one of some characters, decided byte by byte.
-- @param characters list
function trie.character(characters) return one_below(set_of(characters)) end

--- A pattern for characters that are none of some, as many as there are. It may end inside of a character, of which the
-- bytes that are left are others too.
-- @param characters list
-- @param stop a set of bytes; no character that begins with one is taken
function trie.others(characters, stop) return none_of(set_of(characters), stop, 1)^1 end

return trie
