--- Many words as one LPeg pattern: a trie over bytes. Words share their beginnings, and LPeg decides by one byte at a
-- time.

local lpeg = require "lpeg"

local P, V = lpeg.P, lpeg.V

local trie = {}

local function insert(node, word, value)
  for i = 1, #word do
    local byte = word:sub(i, i)
    node[byte] = node[byte] or {}
    node = node[byte]
  end
  node.value = value
end

local function children_of(node)
  local bytes = {}
  for byte in pairs(node) do
    if #byte == 1 then bytes[#bytes + 1] = byte end
  end
  table.sort(bytes)
  return bytes
end

-- Follows a node as long as it has one child and ends no word; stops before a character begins where `by_character`.
local function chain(node, byte, by_character)
  local literal = byte
  node = node[byte]
  while node.value == nil do
    local bytes = children_of(node)
    if #bytes ~= 1 or (by_character and not bytes[1]:match("[\x80-\xBF]")) then break end
    literal = literal .. bytes[1]
    node = node[bytes[1]]
  end
  return literal, node
end

-- One of some patterns that begin differently, halved again and again: few tests lead to each, and it is built fast.
local function one_of(list, first, last)
  if first == last then return list[first] end
  local middle = (first + last) // 2
  return one_of(list, first, middle) + one_of(list, middle + 1, last)
end

-- LPeg copies the patterns that it puts together, a large one once for each character above it: a branch of so many
-- bytes becomes a rule, which is copied once. A grammar has fewer than 250 rules.
local least_branch, most_rules = 32, 200

local function size_of(node)
  local size = 0
  for byte, child in pairs(node) do
    if #byte == 1 then size = size + 1 + size_of(child) end
  end
  return size
end

-- @param self what the whole trie has: `between`, what may stand between characters, nil for nothing; `accept`,
-- function(value) -> pattern that ends a word; `rules` of the grammar; `branch`, the least size of a rule
-- @param is_root nothing stands between the start and the first character
-- @return the pattern of a node, and its size in bytes; a rule counts as one
local function compile(self, node, is_root)
  local bytes, list, size = children_of(node), {}, 0
  for i, byte in ipairs(bytes) do
    local literal, rest = chain(node, byte, self.between ~= nil)
    local branch, length = compile(self, rest)
    list[i], size = P(literal) * branch, size + #literal + length
  end
  local children = #list > 0 and one_of(list, 1, #list) or nil
  local inside = bytes[1] and bytes[1]:match("[\x80-\xBF]")
  if children and self.between and not inside and not is_root then children = self.between * children end
  local accept = node.value ~= nil and self.accept(node.value) or nil
  local pattern = children and accept and children + accept or children or accept
  if size < self.branch or is_root then return pattern, size end
  local name = #self.rules + 1
  self.rules[name] = pattern
  return V(name), 1
end

--- A pattern for the longest of many words. What often stands in it is a rule, which keeps it small.
-- @param words map from word to value
-- @param accept function(value) -> pattern that ends a word; it may use the rule `tail`
-- @param parts `between` and `before` (what may stand between characters, and in front), `tail`
function trie.longest(words, accept, parts)
  local root = {}
  for word, value in pairs(words) do insert(root, word, value) end
  local rules = {false, gap = parts.between, tail = parts.tail}
  local self = {between = parts.between and V"gap", accept = accept, rules = rules,
                branch = math.max(least_branch, size_of(root) // most_rules)}
  rules[1] = compile(self, root, true)
  if parts.before then rules[1] = parts.before * rules[1] end
  return P(rules)
end

-- What none of the words below a node begins with, byte by byte as far as these go: no byte is looked at twice.
-- @param stop a set of bytes that are not taken
-- @param times the fewest times that a byte is taken with which none of them begins
local function none_of(node, stop, times)
  local bytes, pattern = children_of(node), P(false)
  for _, byte in ipairs(bytes) do
    if node[byte].value == nil then pattern = pattern + (P(byte) - stop) * none_of(node[byte], P(false)) end
  end
  local others = 1 - lpeg.S(table.concat(bytes)) - stop
  return (times and others^times or others) + pattern
end

-- One of the words below a node, of which none goes on where another one ends.
local function one_below(node)
  local pattern
  for _, byte in ipairs(children_of(node)) do
    local own = node[byte].value == nil and P(byte) * one_below(node[byte]) or P(byte)
    pattern = pattern and pattern + own or own
  end
  return pattern
end

local function root_of(characters)
  local root = {}
  for _, character in ipairs(characters) do insert(root, character, true) end
  return root
end

--- A pattern for one of some characters, decided byte by byte.
-- @param characters list
function trie.character(characters) return one_below(root_of(characters)) end

--- A pattern for characters that are none of some, as many as there are. It may end inside of a character, of which the
-- bytes that are left are others too.
-- @param characters list
-- @param stop a set of bytes; no character that begins with one is taken
function trie.others(characters, stop)
  return none_of(root_of(characters), stop, 1)^1
end

return trie
