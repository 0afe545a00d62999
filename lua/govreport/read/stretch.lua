--- A stretch of text as an alignment explains it: what stands on its records, where the values of each row stand, and
-- what of the rows' labels stands in front of them.

local letters = require "govreport.read.letters"

local stretch = {}

local Stretch = {}
Stretch.__index = Stretch

-- So much of its label a row must have, in part before its values.
local least_label = 0.6

-- ---- what stands on the records -----------------------------------------------------------------

local function has_label(labels, text)
  for _, label in ipairs(labels) do
    if label ~= "" and text:find(label, 1, true) then return true end
  end
  return false
end

--- The rows whose label stands whole in a text, as a set, and how many they are. Kept: many may ask about a text.
function Stretch:rows_named(text)
  local known = self.named[text]
  if not known then
    known = {set = {}, count = 0}
    local set, owners = known.set, self.owners
    for i, label in ipairs(self.labels) do
      local r = owners[i]
      if not set[r] and #label <= #text and text:find(label, 1, true) then
        set[r], known.count = true, known.count + 1
      end
    end
    self.named[text] = known
  end
  return known.set, known.count
end

-- The letters of some texts that follow each other.
local function letters_of(texts)
  if #texts == 1 then return texts[1].own end
  local list = {}
  for i, text in ipairs(texts) do list[i] = text.printed end
  return letters(table.concat(list))
end

local function record_of(self, number)
  local own = self.records[number]
  if not own then
    own = {texts = {}, values = {}, numbers = 0, bound = 0}
    self.records[number] = own
  end
  return own
end

local function survey_texts(self)
  for _, text in ipairs(self.found.texts) do
    text.printed = self.tape:sub(text.start, text.stop - 1)
    text.own = letters(text.printed)
    local own = record_of(self, text.record)
    own.texts[#own.texts + 1] = text
    if text.row then table.insert(self.texts_of_row[text.row], text) end
  end
  for _, own in pairs(self.records) do own.start = own.texts[1].start end
end

local function survey_values(self)
  for i, value in ipairs(self.found.values) do
    local own, r = record_of(self, value.record), value.row
    own.values[#own.values + 1] = value
    if value.is_number then own.numbers = own.numbers + 1 end
    if r then
      own.bound = own.bound + 1
      local values, records = self.of_row[r] or {}, self.records_of_row[r]
      self.of_row[r], values[#values + 1] = values, i
      if records[#records] ~= own then records[#records + 1] = own end
    end
  end
end

-- Gathers what stands on each record, and where the texts and the values of each row stand.
local function survey(self)
  for r, row in ipairs(self.rows) do
    self.texts_of_row[r], self.records_of_row[r], self.naming[r] = {}, {}, {}
    for _, label in ipairs(row.own) do
      if label ~= "" then self.labels[#self.labels + 1], self.owners[#self.owners + 1] = label, r end
    end
  end
  survey_texts(self)
  survey_values(self)
  for _, own in pairs(self.records) do
    own.letters = letters_of(own.texts)
    own.named, own.count = self:rows_named(own.letters)
    if own.count == 1 then table.insert(self.naming[next(own.named)], own) end
  end
end

-- The values in runs, without text between them: of each its run; and the texts in front of each run, and behind the
-- last one.
local function find_runs(self)
  local runs, gaps, run, texts, t = {}, {}, 0, self.found.texts, 1
  local function take_texts(stop)
    local list = {}
    while texts[t] and texts[t].start < stop do
      list[#list + 1] = texts[t]
      t = t + 1
    end
    return list
  end
  for i, value in ipairs(self.found.values) do
    if i == 1 or texts[t] and texts[t].start < value.start then
      run = run + 1
      gaps[run] = take_texts(value.start)
    end
    runs[i] = run
  end
  gaps[run + 1] = take_texts(math.huge)
  self.runs, self.gaps = runs, gaps
  for _, own in ipairs(gaps) do own.letters = letters_of(own) end
end

-- ---- rows ---------------------------------------------------------------------------------------

function Stretch:is_whole(r)
  return self.of_row[r] ~= nil and self.found.rows[r].values == self.rows[r].values
end

--- The texts between the first value of a row and the value before; `letters`.
function Stretch:texts_before(r)
  local first = self.of_row[r][1]
  local run = self.runs[first]
  return self.runs[first - 1] == run and {letters = ""} or self.gaps[run]
end

-- Whether a word is most of a text that it stands in.
local function is_most(text, word) return 2 * #word > #text and text:find(word, 1, true) ~= nil end

-- Whether a text is none that the form has: no label and no group of a row is most of it. In front of the values of a
-- row it is one more, unless it is a piece of the row's own label.
local function is_strange(self, text, r)
  if text.row == r then return text.unexplained > 0 end
  if 2 * text.unexplained < text.letters then return false end
  for _, row in ipairs(self.rows) do
    for _, label in ipairs(row.own) do
      if is_most(text.own, label) then return false end
    end
    for _, group in ipairs(row.own_groups) do
      if is_most(text.own, group) then return false end
    end
  end
  return true
end

-- Whether something in the text in front of the values of a row is not explained.
local function is_strange_in_front(self, r)
  for _, text in ipairs(self:texts_before(r)) do
    if is_strange(self, text, r) then return true end
  end
  return false
end

-- Whether a label is part of one of a row's own: 其他 of 其他处理.
local function is_part_of_own(self, r, other)
  for _, label in ipairs(self.rows[other].own) do
    if has_label({label}, self.rows[r].all_own) then return true end
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
    local others, named = names_others(self, r, self:texts_before(r).letters)
    self.front[r] = {others = others, own = named[r] or false, strange = is_strange_in_front(self, r)}
  end
  return self.front[r]
end

-- Whether the first piece of a row's label is its beginning: other labels may have the rest of it too.
local function begins_own(self, r)
  local first = self.texts_of_row[r][1]
  for _, label in ipairs(first and self.rows[r].own or {}) do
    label = label:gsub("^%d+", "")   -- an ordinal begins many labels
    for skipped = 1, 3 do
      local from = utf8.offset(label, skipped)
      local one = from and utf8.offset(label, skipped + 1)
      if one and first.own:find(label:sub(from, one - 1), 1, true) then return true end
    end
  end
  return false
end

-- Whether the group of a row stands in front of it, or the row before it in the form, which has the same, is there.
local function is_grouped(self, r)
  local groups, first = self.rows[r].groups, self.of_row[r][1]
  if #groups == 0 then return true end
  local wanted, before = self.rows[r].own_groups[#groups], self.rows[r - 1]
  for _, text in ipairs(self.found.texts) do
    if text.start >= self.found.values[first].start then break end
    if text.own:find(wanted, 1, true) then return true end
  end
  return before ~= nil and before.groups[#before.groups] == groups[#groups] and self.of_row[r - 1] ~= nil
end

local function find_label(self, r)
  local row = self.found.rows[r]
  local has_label_in_front = self:is_whole(r) and row.before > 0 and row.matched >= least_label * row.letters
  local is_own = has_label_in_front and begins_own(self, r) and not self:names_in_front(r).others
  return is_own and (not self.rows[r].has_namesake or is_grouped(self, r))
end

--- Whether a row has its label, at least the beginning of it in front of its values, and no other row's is there. Of a
-- label that other rows have as well, its group tells whose it is.
function Stretch:is_labelled(r)
  local known = self.labelled[r]
  if known == nil then
    known = find_label(self, r)
    self.labelled[r] = known
  end
  return known
end

--- Whether the label of a row stands as a whole between two runs of values, on whatever lines.
function Stretch:stands_whole(r)
  for _, own in ipairs(self.gaps) do
    if has_label(self.rows[r].own, own.letters) then return true end
  end
  return false
end

--- What an alignment found in a stretch.
-- @param rows what was asked for, see `govreport.read.wanted`
-- @param found what `core.align` gave; its texts get what is `printed` there, and their `own` letters
-- @param tape the tape
-- @param captions those of the form's tables, as letters
-- @return Stretch: `rows`, `found`, `tape`, `captions`; `labels`, all of them as letters, and `owners`, the rows that
-- they are of; `records`, by number `{texts, values, start, letters, named = set of rows, count, numbers, bound}`;
-- `of_row`, the numbers of the values of each row that has some; by row `texts_of_row`, the texts that hold pieces of
-- its label, `records_of_row`, the records of its values, and `naming`, those that have its whole label and no other;
-- `runs`, of each value the number of its run; `gaps`, the texts in front of each run, with their `letters`
function stretch.of(rows, found, tape, captions)
  local self = setmetatable({rows = rows, found = found, tape = tape, captions = captions, records = {}, of_row = {},
                             texts_of_row = {}, records_of_row = {}, naming = {}, labels = {}, owners = {},
                             front = {}, named = {}, labelled = {}}, Stretch)
  survey(self)
  find_runs(self)
  return self
end

return stretch
