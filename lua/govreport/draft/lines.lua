--- Tables that lost their borders: one cell on a line, row after row. Where every label is followed by as many values
-- as there are words in front of the first row, the rows and columns can be told; blank cells are lost in such a text.

local cells = require "govreport.draft.cells"
local grammar = require "govreport.text.grammar"

local lines = {}

-- Words of a table are no longer: bytes.
local longest_word = 150
local longest_header = 60

local function is_word(text)
  return #text <= longest_word and not text:find("。", 1, true) and not text:find("；", 1, true)
end

local function values_behind(list, i)
  local count = 0
  while list[i + count + 1] and cells.is_value(list[i + count + 1].text) do count = count + 1 end
  return count
end

local function label_at(list, i)
  return list[i] ~= nil and not list[i].heading and cells.kind(list[i].text) == "text" and is_word(list[i].text)
end

-- The words right above a line, the last one first.
local function words_above(list, i)
  local words = {}
  for k = i - 1, 1, -1 do
    if not label_at(list, k) or #list[k].text > longest_header or #words > 24 then break end
    words[#words + 1] = list[k].text
  end
  return words
end

local function add(block, row, col, text, span)
  table.insert(block.cells, {row = row, col = col, row_span = 1, col_span = span or 1, text = text})
end

-- The rows from a label on: label and `count` values each, with groups between them.
local function take_rows(list, i, count, block)
  local rows, stop = 0, i
  while label_at(list, i) do
    local got = values_behind(list, i)
    if got == count then
      block.rows, rows = block.rows + 1, rows + 1
      add(block, block.rows, 1, list[i].text)
      for k = 1, count do add(block, block.rows, k + 1, list[i + k].text) end
    elseif got > 0 or not label_at(list, i + 1) then break
    elseif values_behind(list, i + 1) == count then
      block.rows = block.rows + 1
      add(block, block.rows, 1, list[i].text, count + 1)
    else break end
    i = i + got + 1
    stop = i
  end
  return rows, stop
end

-- The table whose first row begins at a line; nil where none does.
local function table_at(list, i)
  local count = label_at(list, i) and values_behind(list, i) or 0
  if count == 0 then return nil end
  local words, groups = words_above(list, i), {}
  -- （一）到馆 between the header and the first row is a group.
  while words[1] and grammar.ordinal_of(words[1]) ~= "" do table.insert(groups, 1, table.remove(words, 1)) end
  local block = {kind = "table", rows = 1, columns = count + 1, cells = {}, line = list[i].line, flattened = true}
  if #words < count then return nil end
  add(block, 1, 1, words[count + 1] or "")
  for k = 1, count do add(block, 1, k + 1, words[count - k + 1]) end
  for _, text in ipairs(groups) do
    block.rows = block.rows + 1
    add(block, block.rows, 1, text, count + 1)
  end
  local rows, stop = take_rows(list, i, count, block)
  block.first, block.stop = i - #groups - math.min(#words, count + 1), stop
  block.last_line = list[stop - 1].line
  return rows > 1 and block or nil
end

--- The tables among some lines.
-- @param list of `{text, line, heading}`
-- @return list of blocks as `document:blocks()` has them, each with `first` and `stop`, the numbers of its lines
function lines.tables(list)
  local found, i = {}, 1
  while i <= #list do
    local block = table_at(list, i)
    if block then
      found[#found + 1] = block
      i = block.stop
    else
      i = i + 1
    end
  end
  return found
end

return lines
