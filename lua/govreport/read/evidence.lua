--- Whether what an alignment proposes is borne out by what stands on the page. The cheapest explanation of a text is
-- not yet a true one; a row is bound where all of this holds:
--
--   1. No label contradicts it: on a record with the whole label of a row stand the values of that row alone, no text
--      stands among them, and no whole label of another row between its first value and the value before. In front of a
--      row without its label stands no text that nothing explains: it may be the label of a row that the form does not
--      have; in front of one with its label no piece of another, and between the two no caption.
--   2. A row without its label in front of its values stands between rows that have theirs, and in that gap no number
--      is left over, no row is in part and none beside it was refused.
--   3. It has all its values, and every other reading of one of them costs more by a margin; but for a row that stands
--      as the form has it, its whole label and right behind it its values. Of numbers that follow each other with no
--      text between them all belong to rows that are bound; but for a row that has its label on their record.
--   4. The words of the header stand in the form's order, those of each level by themselves.
--   5. A table that is one line has all its values, on one record or on one for each row; one by one only where the
--      header has its words in order.
--
--   6. Rows apart from their labels, a value a line, are not columns as well: read by rows most of their totals hold,
--      and more than read by columns; or both say the same.
--
-- Sums take no other part.

local layout = require "govreport.form.layout"
local letters = require "govreport.read.letters"
local line_order = require "govreport.read.line_order"

local evidence = {}

-- What another reading must cost more: tenths, see `gr_align` in govreport.h.
local least_margin = 30
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

-- The rows whose label stands whole in a text, as a set, and how many they are.
local function rows_named(self, text)
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
    own.named, own.count = rows_named(self, own.letters)
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

-- ---- the conditions -----------------------------------------------------------------------------

local function is_whole(self, r)
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

-- The text between the first value of a row and the value before.
local function text_before(self, r)
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
  local named, others = rows_named(self, text), false
  for other in pairs(named) do others = others or other ~= r and not is_part_of_own(self, r, other) end
  return others, named
end

-- Whether the text in front of a row's values holds the whole label of another row, its own, or what nothing explains.
local function names_in_front(self, r)
  if not self.front[r] then
    local text, strange = text_before(self, r)
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

-- Whether another row of the table has the label of a row.
local function has_namesake(self, r)
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

-- Whether a row has its label, at least the beginning of it in front of its values, and no other row's is there. Of a
-- label that other rows have as well, its group tells whose it is.
local function is_labelled(self, r)
  local row = self.found.rows[r]
  local has_label_in_front = is_whole(self, r) and row.before > 0 and row.matched >= least_label * row.letters
  local is_own = has_label_in_front and begins_own(self, r) and not names_in_front(self, r).others
  return is_own and (is_grouped(self, r) or not has_namesake(self, r))
end

local function has_text_between(self, from, to)
  for _, text in ipairs(self.found.texts) do
    if text.start >= from and text.start < to then return true end
  end
  return false
end

-- Whether a record that has the whole label of one row alone has more numbers behind it than those of the row.
local function has_more(self, r, record, number)
  if record.count ~= 1 or not record.named[r] then return false end
  for _, value in ipairs(self.found.values) do
    local is_other = value.record == number and value.is_number and value.row ~= r
    if is_other and value.start > record.start then return true end
  end
  return false
end

-- Whether numbers stand in the text of a row's label: they may be its values, printed closely.
local function has_numbers_in_label(self, r)
  for _, text in ipairs(self.found.texts) do
    local printed = text.row == r and self.tape:sub(text.start, text.stop - 1)
    if printed and printed:find("%d +%d") then return true end
  end
  return false
end

-- Whether the label of a row stands as a whole between two runs of values, on whatever lines.
local function stands_whole(self, r)
  for _, own in ipairs(self.gaps) do
    if has_label(self.labels[r], own) then return true end
  end
  return false
end

-- Whether a row without its label in front shares a run of values with one that has it, while its own label stands
-- somewhere else as a whole: the run has more values than its label.
local function is_beside_own_label(self, r)
  if is_labelled(self, r) or not stands_whole(self, r) then return false end
  for other, list in pairs(self.of_row) do
    local shares = self.runs[list[#list]] == self.runs[self.of_row[r][1]]
    if other ~= r and shares and is_labelled(self, other) then return true end
  end
  return false
end

-- So much of a label is no other word: bytes.
local least_piece = 9

-- Whether a piece of another row's label ends right in front of the values of a row without its own.
local function follows_other(self, r)
  local first, last = self.of_row[r][1], nil
  for _, text in ipairs(self.found.texts) do
    if text.start < self.found.values[first].start then last = text end
  end
  local before = self.found.values[first - 1]
  local is_between = last and (not before or last.start >= before.stop)
  return is_between and last.row ~= nil and last.row ~= r and self.of_row[last.row] ~= nil
end

-- Whether a text is a piece of the label of another row of the gap, and of none of its own or its groups.
local function is_piece_of_other(self, text, r)
  local own = letters(self.tape:sub(text.start, text.stop - 1))
  if #own < least_piece then return false end
  for _, label in ipairs(self.labels[r]) do
    if label:find(own, 1, true) then return false end
  end
  for _, group in ipairs(self.rows[r].groups) do
    if letters(group):find(own, 1, true) then return false end
  end
  for _, list in ipairs(self.labels) do
    for _, label in ipairs(list) do
      if label:find(own, 1, true) then return true end
    end
  end
  return false
end

-- Whether a caption of a table is a text.
local function has_caption(self, text)
  local own = letters(self.tape:sub(text.start, text.stop - 1))
  for _, caption in ipairs(self.captions) do
    if own:find(caption, 1, true) then return true end
  end
  return false
end

-- So many characters of a label begin no other one.
local least_prefix = 4

-- Whether on a record with values of a row the label of another row of the gap begins.
local function begins_other(self, r)
  local own = table.concat(self.labels[r], "\n")
  for _, i in ipairs(self.of_row[r]) do
    local record = self.records[self.found.values[i].record]
    for _, list in ipairs(record.letters ~= "" and self.labels or {}) do
      for _, label in ipairs(list) do
        local stop = utf8.offset(label, least_prefix + 1)
        local prefix = stop and label:sub(1, stop - 1)
        if prefix and record.letters:find(prefix, 1, true) and not own:find(prefix, 1, true) then return true end
      end
    end
  end
  return false
end

-- Whether less than half of a text is made of the characters of a row's label and its groups.
local function is_mostly_other(self, text, r)
  local known, count, all = {}, 0, 0
  for _, list in ipairs{self.labels[r], self.rows[r].groups} do
    for _, label in ipairs(list) do
      for _, code in utf8.codes(letters(label)) do known[code] = true end
    end
  end
  for _, code in utf8.codes(letters(self.tape:sub(text.start, text.stop - 1))) do
    all, count = all + 1, count + (known[code] and 1 or 0)
  end
  return 2 * count < all
end

-- Whether the text in front of a row with its label speaks against it: a piece of another label that is left over, a
-- text of which the label explains the smaller part, a caption between the label and its values.
local function is_doubted(self, r)
  local first, begun = self.of_row[r][1], false
  local from = first > 1 and self.found.values[first - 1].stop or 0
  for _, text in ipairs(self.found.texts) do
    if text.start >= from and text.start < self.found.values[first].start then
      if text.row == r and is_mostly_other(self, text, r) then return true end
      if not text.row and is_piece_of_other(self, text, r) or begun and has_caption(self, text) then return true end
      begun = begun or text.row == r
    end
  end
  return false
end

-- What speaks against a row: "contradicted" by a label, "torn" by text among its values, "strange" text in front of
-- them; nil for nothing.
local function contradiction(self, r)
  if has_numbers_in_label(self, r) or begins_other(self, r) then return "contradicted" end
  local own_records = {}
  for _, i in ipairs(self.of_row[r]) do own_records[self.found.values[i].record] = true end
  for number, record in pairs(self.records) do
    if own_records[number] and record.count > 0 and not record.named[r] then return "contradicted" end
    if own_records[number] and has_more(self, r, record, number) then return "contradicted" end
    local names_it_alone = record.count == 1 and record.named[r] and record.numbers > 0
    if names_it_alone and not own_records[number] then return "contradicted" end
  end
  local list, values = self.of_row[r], self.found.values
  if has_text_between(self, values[list[1]].stop, values[list[#list]].start) then return "torn" end
  if is_labelled(self, r) then return is_doubted(self, r) and "contradicted" or nil end
  if is_beside_own_label(self, r) or follows_other(self, r) then return "contradicted" end
  local front = names_in_front(self, r)
  return front.strange and "strange" or front.others and not front.own and "contradicted" or nil
end

-- Whether the first or the last value of a row is an empty cell: one in front may be a filler where a cell at the end
-- is lost, and the other way round.
local function ends_blank(self, r)
  local list = self.of_row[r]
  for _, i in ipairs(#list > 1 and {list[1], list[#list]} or {}) do
    if self.found.values[i].start == self.found.values[i].stop then return true end
  end
  return false
end

-- Whether a row stands as the form has it: its whole label, right behind it its values, and no other value.
local function is_exact(self, r)
  local row, list, values = self.found.rows[r], self.of_row[r], self.found.values
  local first, last = list[1], list[#list]
  if row.before < row.letters or last - first + 1 ~= #list or has_namesake(self, r) then return false end
  local text, ends = text_before(self, r), false
  for _, label in ipairs(self.labels[r]) do ends = ends or label ~= "" and text:sub(-#label) == label end
  local following = values[last + 1]
  return ends and (not following or has_text_between(self, values[last].stop, following.start))
end

-- Whether another reading of one of its values is as good.
local function is_open(self, r)
  if is_exact(self, r) then return false end
  for _, i in ipairs(self.of_row[r]) do
    if self.found.values[i].margin < least_margin then return true end
  end
  return false
end

-- Whether numbers that belong to no row stand among some values.
local function has_leftovers(self, first, last)
  for i = first, last do
    local value = self.found.values[i]
    if value.is_number and not value.row then return true end
  end
  return false
end

-- The rows without label that stand between rows with theirs, where nothing is left over and each is whole: what is
-- amiss with each, false for nothing; "leftover" numbers, or a "neighbour" in part.
local function between_labelled(self)
  local amiss, r = {}, 1
  while r <= #self.rows do
    local first = r
    while r <= #self.rows and not is_labelled(self, r) do r = r + 1 end
    local before, after = self.of_row[first - 1], self.of_row[r]
    local from = before and before[#before] + 1 or 1
    local to = after and after[1] - 1 or #self.found.values
    local why = has_leftovers(self, from, to) and "leftover"
    for q = first, r - 1 do why = why or not is_whole(self, q) and "neighbour" end
    for q = first, r - 1 do amiss[q] = why end
    r = r + 1
  end
  return amiss
end

-- ---- tables of one line -------------------------------------------------------------------------

-- The labels of the columns of a table that is one line, as they come in a text, in the form's order or not.
local function across_in_order(t, text)
  local at, complete = 1, true
  text = letters(text)
  for _, leaf in ipairs(t.leaves) do
    local _, stop = text:find(letters(leaf.path[#leaf.path]), at, true)
    complete = complete and stop ~= nil
    at = stop and stop + 1 or at
  end
  return complete
end

-- How many values of a table that is one line stand on each record: all of them, those of a row, or one.
local function across_sizes(self)
  local sizes = {}
  for _, record in pairs(self.records) do
    if record.bound > 0 then sizes[record.bound] = true end
  end
  local size = next(sizes)
  return next(sizes, size) == nil and size or nil
end

-- The same reason for all rows: they are bound together or not at all.
local function refuse_all(self, why)
  local refused = {}
  for r = 1, #self.rows do refused[r] = is_whole(self, r) and why or "short" end
  return {}, refused
end

local function judge_across(self, t, text)
  local total = 0
  for r, row in ipairs(self.rows) do
    if not is_whole(self, r) then return refuse_all(self, "neighbour") end
    if is_open(self, r) then return refuse_all(self, "margin") end
    total = total + row.values
  end
  if has_leftovers(self, 1, #self.found.values) then return refuse_all(self, "leftover") end
  local size = across_sizes(self)
  local fits = size == total or size == self.rows[1].values or size == 1 and across_in_order(t, text)
  if not fits then return refuse_all(self, "lines") end
  local accepted = {}
  for r = 1, #self.rows do accepted[r] = is_labelled(self, r) and "label" or "place" end
  return accepted, {}
end

-- Takes back rows that were bound by their place one after the other, where they may as well be columns.
local function drop_columns(self, accepted, refused)
  local r = 1
  while r <= #self.rows do
    local last = r
    local t = accepted[r] == "place" and self.rows[r].table
    while t and accepted[last + 1] == "place" and self.rows[last + 1].table == t do last = last + 1 end
    if last > r and not line_order.is_by_rows(self, r, last) then
      for q = r, last do accepted[q], refused[q] = nil, "columns" end
    end
    r = last + 1
  end
end

-- ---- the whole ----------------------------------------------------------------------------------

-- Why a row is not bound, nil where it is.
-- @param amiss what is amiss with the gap that it stands in, for a row without its label
local function refusal(self, r, amiss)
  if not is_whole(self, r) then return "short" end
  local why = amiss or contradiction(self, r)
  if why then return why end
  if is_open(self, r) then return "margin" end
  return ends_blank(self, r) and "blank_end" or nil
end

-- Takes back rows that were bound by their place beside one that was refused: its values may be theirs.
local function drop_beside(accepted, refused, count)
  local r = 1
  while r <= count do
    local last = r
    while accepted[r] == "place" and accepted[last + 1] == "place" do last = last + 1 end
    if accepted[r] == "place" and (refused[r - 1] or refused[last + 1]) then
      for q = r, last do accepted[q], refused[q] = nil, "neighbour" end
    end
    r = last + 1
  end
end

-- Whether a row has its label on the record of all its values.
local function is_on_record(self, r)
  for _, i in ipairs(self.of_row[r]) do
    local record = self.records[self.found.values[i].record]
    if not record.named[r] or record.count > 1 then return false end
  end
  return true
end

-- The run right behind the last piece of a row's label, where that stands behind its values; 0 for none.
local function run_behind(self, r)
  local last
  for _, text in ipairs(self.found.texts) do
    if text.row == r then last = text end
  end
  local list = self.of_row[r]
  local following = self.found.values[list[#list] + 1]
  if not last or not following or last.start < self.found.values[list[#list]].stop then return 0 end
  return last.start < following.start and self.runs[list[#list] + 1] or 0
end

-- Takes back rows beside whose values stand numbers of no row that is bound: which of them are its own nobody can tell.
local function drop_in_runs(self, accepted, refused)
  local runs = self.runs
  repeat
    local open, changed = {}, false
    for i, value in ipairs(self.found.values) do
      if value.is_number and not accepted[value.row] then open[runs[i]] = true end
    end
    for r in pairs(accepted) do
      local is_beside = open[run_behind(self, r)] or false
      for _, i in ipairs(self.of_row[r]) do is_beside = is_beside or open[runs[i]] end
      if is_beside and not is_on_record(self, r) then accepted[r], refused[r], changed = nil, "leftover", true end
    end
  until not changed
end

--- Which of the rows of an alignment are bound, by number: "label" where the row's own label says so, "place" where its
-- place between others does. Beside it why the others are not:
--
--   short         it has not all its values
--   leftover      a number is left over beside its values, or, for a row without its label, in the gap
--   neighbour     a row is in part with which it stands or falls
--   contradicted  a label speaks against it
--   torn          text stands among its values
--   strange       text that nothing explains stands in front of its values
--   margin        another reading is as good
--   blank_end     its first or last cell is empty: one at the other end may be lost
--   columns       its values may as well be columns
--   lines         of a table that is one line: the values stand on records that are neither the line nor its rows
--
-- @param rows what was asked for: `{values, labels, groups}` each
-- @param found what `core.align` gave
-- @param tape the tape
-- @param across the layout of a table that is one line, and the text of its header; nil for others
-- @param captions those of the form's tables, as letters
function evidence.judge(rows, found, tape, captions, across, text)
  local self = {rows = rows, found = found, tape = tape, front = {}, captions = captions}
  self.labels = labels_of(rows)
  survey(self)
  self.runs, self.gaps = runs_of(self)
  if across then return judge_across(self, across, text) end
  local accepted, refused, amiss = {}, {}, between_labelled(self)
  for r = 1, #rows do
    refused[r] = refusal(self, r, amiss[r])
    if not refused[r] then accepted[r] = is_labelled(self, r) and "label" or "place" end
  end
  drop_in_runs(self, accepted, refused)
  drop_beside(accepted, refused, #rows)
  drop_columns(self, accepted, refused)
  return accepted, refused
end

--- The labels of a row, in all their wordings, and its groups.
function evidence.labels(declared, row, wordings)
  local own, path = {}, layout.path_of(row)
  for i, wording in ipairs(wordings.of(declared, row)) do own[i] = wording.text end
  return own, table.move(path, 1, #path - 1, 1, {})
end

return evidence
