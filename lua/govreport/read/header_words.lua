--- The words of a table's header: which they are, and whether they stand in the form's order in a text.

local letters = require "govreport.read.letters"

local header_words = {}

--- The words that may stand above the columns of a table. Kept in its layout, as is what follows from them.
function header_words.of(t, declared)
  if t.header_words then return t.header_words end
  local list, known = {}, {}
  local function add(word)
    if not known[word] then list[#list + 1] = word end
    known[word] = true
  end
  for _, leaf in ipairs(t.leaves) do
    for _, label in ipairs(leaf.path) do add(label) end
  end
  for _, word in ipairs(declared.header or {}) do add(word) end
  if declared.caption then add(declared.caption) end
  t.header_words = list
  return list
end

-- The labels of a table's columns by level, those that stand inside of no other word of its header.
local function telling_words(t, headers)
  if t.telling_words then return t.telling_words end
  local levels, known = {}, {}
  for _, leaf in ipairs(t.leaves) do
    local level, word = #leaf.path, letters(leaf.path[#leaf.path])
    local inside = known[word]
    for _, other in ipairs(headers) do
      local text = letters(other)
      inside = inside or text ~= word and text:find(word, 1, true) ~= nil
    end
    known[word] = true
    if not inside and word ~= "" then
      levels[level] = levels[level] or {}
      table.insert(levels[level], word)
    end
  end
  t.telling_words = levels
  return levels
end

-- The beginning of a word by which it is told where a line end cut it: two characters.
local function beginning(word) return word:sub(1, (utf8.offset(word, 3) or #word + 1) - 1) end

--- Whether the words of a header stand in the form's order in a text: "agree", "contradict", or "none" where too few of
-- them are there.
-- @param t a layout
-- @param headers all words of its header
function header_words.order(t, headers, text)
  local found, wanted = 0, 0
  text = letters(text)
  for _, words in pairs(telling_words(t, headers)) do
    local last = 0
    for _, word in ipairs(words) do
      local at = text:find(word, 1, true) or text:find(beginning(word), 1, true)
      wanted = wanted + 1
      if at then
        if at < last then return "contradict" end
        found, last = found + 1, at
      end
    end
  end
  return 2 * found >= wanted and found > 0 and "agree" or "none"
end

return header_words
