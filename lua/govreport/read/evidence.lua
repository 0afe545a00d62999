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

local later = require "govreport.base.later"
local doubts = later "govreport.read.doubts"
local letters = require "govreport.read.letters"
local line_order = require "govreport.read.line_order"

local evidence = {}

--- What another reading must cost more: tenths, see `gr_align` in govreport.h.
evidence.least_margin = 30

-- ---- the conditions -----------------------------------------------------------------------------

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
  local row, list = self.found.rows[r], self.of_row[r]
  local first, last = list[1], list[#list]
  if row.before < row.letters or last - first + 1 ~= #list or self.rows[r].has_namesake then return false end
  local text, ends = self:texts_before(r).letters, false
  for _, label in ipairs(self.rows[r].own) do ends = ends or label ~= "" and text:sub(-#label) == label end
  return ends and self.runs[last + 1] ~= self.runs[last]
end

-- Whether another reading of one of its values is as good.
local function is_open(self, r)
  if is_exact(self, r) then return false end
  for _, i in ipairs(self.of_row[r]) do
    if self.found.values[i].margin < evidence.least_margin then return true end
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
    while r <= #self.rows and not self:is_labelled(r) do r = r + 1 end
    local before, after = self.of_row[first - 1], self.of_row[r]
    local from = before and before[#before] + 1 or 1
    local to = after and after[1] - 1 or #self.found.values
    local why = has_leftovers(self, from, to) and "leftover"
    for q = first, r - 1 do why = why or not self:is_whole(q) and "neighbour" end
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
  for r = 1, #self.rows do refused[r] = self:is_whole(r) and why or "short" end
  return {}, refused
end

local function judge_across(self, t, text)
  local total = 0
  for r, row in ipairs(self.rows) do
    if not self:is_whole(r) then return refuse_all(self, "neighbour") end
    if is_open(self, r) then return refuse_all(self, "margin") end
    total = total + row.values
  end
  if has_leftovers(self, 1, #self.found.values) then return refuse_all(self, "leftover") end
  local size = across_sizes(self)
  local fits = size == total or size == self.rows[1].values or size == 1 and across_in_order(t, text)
  if not fits then return refuse_all(self, "lines") end
  local accepted = {}
  for r = 1, #self.rows do accepted[r] = self:is_labelled(r) and "label" or "place" end
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
  if not self:is_whole(r) then return "short" end
  local why = amiss or doubts.of(self, r)
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
  for _, record in ipairs(self.records_of_row[r]) do
    if not record.named[r] or record.count > 1 then return false end
  end
  return true
end

-- The run right behind the last piece of a row's label, where that stands behind its values; 0 for none.
local function run_behind(self, r)
  local number = self.of_row[r][#self.of_row[r]]
  local run = self.runs[number + 1]
  if not run or run == self.runs[number] then return 0 end
  local texts = self.gaps[run]
  return texts[#texts].row == r and run or 0
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
-- @param self the Stretch
-- @param across the layout of a table that is one line; nil for others
-- @param text that of its header
function evidence.judge(self, across, text)
  if across then return judge_across(self, across, text) end
  local accepted, refused, amiss = {}, {}, between_labelled(self)
  for r = 1, #self.rows do
    refused[r] = refusal(self, r, amiss[r])
    if not refused[r] then accepted[r] = self:is_labelled(r) and "label" or "place" end
  end
  drop_in_runs(self, accepted, refused)
  drop_beside(accepted, refused, #self.rows)
  drop_columns(self, accepted, refused)
  return accepted, refused
end

return evidence
