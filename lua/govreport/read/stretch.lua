--- A stretch of text as an alignment explains it: what stands on its records, where the values of each row stand, and
-- what of the rows' labels stands in front of them.

local layout = require "govreport.form.layout"
local letters = require "govreport.read.letters"

local stretch = {}

local Stretch = {}
Stretch.__index = Stretch

-- So much of its label a row must have, in part before its values.
local least_label = 0.6

-- ---- what stands on the records -----------------------------------------------------------------

-- The labels of each row, as letters.
local function labels_of(rows)
  local list = {}
  for i, row in ipairs(rows) do
    list[i] = {}
    for k, text in ipairs(row.labels) do list[i][k] = letters(text) end
  end
  return list
end

local function has_label(labels, text)
  for _, label in ipairs(labels) do
    if label ~= "" and text:find(label, 1, true) then return true end
  end
  return false
end

--- The rows whose label stands whole in a text, as a set, and how many they are.
function Stretch:rows_named(text)
  local set, count = {}, 0
  for i, labels in ipairs(self.labels) do
    if has_label(labels, text) then set[i], count = true, count + 1 end
  end
  return set, count
end

-- Gathers what stands on each record, and where the values of each row stand.
local function survey(self)
  self.records, self.of_row = {}, {}
  local function record(number)
    local own = self.records[number]
    if not own then
      own = {texts = {}, numbers = 0, bound = 0}
      self.records[number] = own
    end
    return own
  end
  for _, text in ipairs(self.found.texts) do
    local own = record(text.record)
    own.start = own.start or text.start
    table.insert(own.texts, self.tape:sub(text.start, text.stop - 1))
  end
  for i, value in ipairs(self.found.values) do
    local own = record(value.record)
    if value.is_number then own.numbers = own.numbers + 1 end
    if value.row then
      own.bound = own.bound + 1
      self.of_row[value.row] = self.of_row[value.row] or {}
      table.insert(self.of_row[value.row], i)
    end
  end
  for _, own in pairs(self.records) do
    own.letters = letters(table.concat(own.texts))
    own.named, own.count = self:rows_named(own.letters)
  end
end

-- The values in runs, without text between them: of each its run; and the letters of the text in front of each run, and
-- behind the last one.
local function runs_of(self)
  local runs, gaps, run, texts, t = {}, {}, 0, self.found.texts, 1
  local function take_texts(stop)
    local list = {}
    while texts[t] and texts[t].start < stop do
      list[#list + 1] = self.tape:sub(texts[t].start, texts[t].stop - 1)
      t = t + 1
    end
    return list
  end
  for i, value in ipairs(self.found.values) do
    local list = take_texts(value.start)
    if i == 1 or #list > 0 then
      run = run + 1
      gaps[run] = letters(table.concat(list))
    end
    runs[i] = run
  end
  gaps[run + 1] = letters(table.concat(take_texts(math.huge)))
  return runs, gaps
end

-- ---- rows ---------------------------------------------------------------------------------------

function Stretch:is_whole(r)
  return self.of_row[r] ~= nil and self.found.rows[r].values == self.rows[r].values
end

-- Whether a word is most of a text that it stands in.
local function is_most(text, word) return 2 * #word > #text and text:find(word, 1, true) ~= nil end

-- Whether a text is none that the form has: no label and no group of a row is most of it. In front of the values of a
-- row it is one more, unless it is a piece of the row's own label.
local function is_strange(self, text, printed, r)
  if text.row == r then return text.unexplained > 0 end
  if 2 * text.unexplained < text.letters then return false end
  local own = letters(printed)
  for i, row in ipairs(self.rows) do
    for _, label in ipairs(self.labels[i]) do
      if is_most(own, label) then return false end
    end
    for _, group in ipairs(row.groups) do
      if is_most(own, letters(group)) then return false end
    end
  end
  return true
end

-- The text of a range; whether something in it is not explained, where it stands in front of the values of row `r`.
local function text_between(self, from, to, r)
  local texts, strange = {}, false
  for _, text in ipairs(self.found.texts) do
    if text.start >= from and text.start < to then
      local printed = self.tape:sub(text.start, text.stop - 1)
      texts[#texts + 1] = printed
      strange = strange or is_strange(self, text, printed, r)
    end
  end
  return letters(table.concat(texts)), strange
end

--- The text between the first value of a row and the value before.
function Stretch:text_before(r)
  local first = self.of_row[r][1]
  return text_between(self, first > 1 and self.found.values[first - 1].stop or 0, self.found.values[first].start, r)
end

-- Whether a label is part of one of a row's own: 其他 of 其他处理.
local function is_part_of_own(self, r, other)
  for _, label in ipairs(self.labels[other]) do
    if has_label({label}, table.concat(self.labels[r], "\n")) then return true end
  end
  return false
end

-- Whether a text holds the whole label of another row, and of this one.
local function names_others(self, r, text)
  local named, others = self:rows_named(text), false
  for other in pairs(named) do others = others or other ~= r and not is_part_of_own(self, r, other) end
  return others, named
end

--- Whether the text in front of a row's values holds the whole label of another row, its own, or what nothing explains.
function Stretch:names_in_front(r)
  if not self.front[r] then
    local text, strange = self:text_before(r)
    local others, named = names_others(self, r, text)
    self.front[r] = {others = others, own = named[r] or false, strange = strange}
  end
  return self.front[r]
end

-- Whether the first piece of a row's label is its beginning: other labels may have the rest of it too.
local function begins_own(self, r)
  for _, text in ipairs(self.found.texts) do
    if text.row == r then
      local piece = letters(self.tape:sub(text.start, text.stop - 1))
      for _, label in ipairs(self.labels[r]) do
        label = label:gsub("^%d+", "")   -- an ordinal begins many labels
        for skipped = 1, 3 do
          local from = utf8.offset(label, skipped)
          local one = from and utf8.offset(label, skipped + 1)
          if one and piece:find(label:sub(from, one - 1), 1, true) then return true end
        end
      end
      return false
    end
  end
  return false
end

--- Whether another row of the table has the label of a row.
function Stretch:has_namesake(r)
  local path = layout.path_of(self.rows[r].row)
  for index, other in ipairs(self.rows[r].table.rows) do
    local own = layout.path_of(other)
    if index ~= self.rows[r].index and own[#own] == path[#path] then return true end
  end
  return false
end

-- Whether the group of a row stands in front of it, or the row before it in the form, which has the same, is there.
local function is_grouped(self, r)
  local groups, first = self.rows[r].groups, self.of_row[r][1]
  if #groups == 0 then return true end
  local wanted, before = letters(groups[#groups]), self.rows[r - 1]
  for _, text in ipairs(self.found.texts) do
    local is_in_front = text.start < self.found.values[first].start
    if is_in_front and letters(self.tape:sub(text.start, text.stop - 1)):find(wanted, 1, true) then return true end
  end
  return before ~= nil and before.groups[#before.groups] == groups[#groups] and self.of_row[r - 1] ~= nil
end

--- Whether a row has its label, at least the beginning of it in front of its values, and no other row's is there. Of a
-- label that other rows have as well, its group tells whose it is.
function Stretch:is_labelled(r)
  local row = self.found.rows[r]
  local has_label_in_front = self:is_whole(r) and row.before > 0 and row.matched >= least_label * row.letters
  local is_own = has_label_in_front and begins_own(self, r) and not self:names_in_front(r).others
  return is_own and (is_grouped(self, r) or not self:has_namesake(r))
end

function Stretch:has_text_between(from, to)
  for _, text in ipairs(self.found.texts) do
    if text.start >= from and text.start < to then return true end
  end
  return false
end

--- Whether the label of a row stands as a whole between two runs of values, on whatever lines.
function Stretch:stands_whole(r)
  for _, own in ipairs(self.gaps) do
    if has_label(self.labels[r], own) then return true end
  end
  return false
end

--- What an alignment found in a stretch.
-- @param rows what was asked for: `{values, labels, groups}` each
-- @param found what `core.align` gave
-- @param tape the tape
-- @param captions those of the form's tables, as letters
-- @return Stretch: `rows`, `found`, `captions`; `labels`, by row, as letters; `records`, by number `{texts, start,
-- letters, named = set of rows, count, numbers, bound}`; `of_row`, the numbers of the values of each row; `runs`, of
-- each value the number of its run; `gaps`, the letters in front of each run
function stretch.of(rows, found, tape, captions)
  local self = setmetatable({rows = rows, found = found, tape = tape, captions = captions, front = {}}, Stretch)
  self.labels = labels_of(rows)
  survey(self)
  self.runs, self.gaps = runs_of(self)
  return self
end

return stretch
