--- Binds rows whose labels and values came apart or fell to pieces, as extracts of pages and of print have them. Rows
-- that stand with their label on one line or row of the page are known; what is left between two of them is aligned
-- the rows that the form has there (`core.align`), and bound where the evidence is good (`govreport.read.evidence`).
--
-- Rows whose values stand on lines behind their label wait for the end of the part: where a number is left over or a
-- row is in part, these are read anew with the rest.

local core = require "govreport.core"
local later = require "govreport.base.later"
local costs = later "govreport.read.costs"
local evidence = later "govreport.read.evidence"
local header_words = require "govreport.read.header_words"
local layout = require "govreport.form.layout"
local letters = require "govreport.read.letters"
local stretch = later "govreport.read.stretch"
local verdicts = require "govreport.read.verdicts"
local wanted = later "govreport.read.wanted"

local alignment = {}

local Alignment = {}
Alignment.__index = Alignment

-- Steps of work for a stretch of text; a whole report without one known row needs some 600,000.
local budget = 2000000

local function declared_of(form, t)
  for i, own in ipairs(form.layouts) do
    if own == t then return form.declared.tables[i] end
  end
end

-- The captions of a form's tables, as letters. Kept in the form.
local function captions_of(form)
  if form.caption_letters then return form.caption_letters end
  local captions = {}
  for _, t in ipairs(form.layouts) do captions[#captions + 1] = t.caption and letters(t.caption) end
  form.caption_letters = captions
  return captions
end

--- The alignment of one report.
-- @param binder the Binder: `builder`, `form`, `tape`, `orders`, `lose`
function alignment.new(binder)
  return setmetatable({binder = binder, captions = captions_of(binder.form), known = {}, runs = {}, loose = {},
                       waits = 0, barred = {}, bound_rows = {}, explained = {}, headed = {}, verdicts = verdicts.new()},
                      Alignment)
end

--- A part begins.
-- @param start where its text begins on the tape
function Alignment:start(section, start)
  self.section, self.from, self.known, self.runs, self.loose, self.waits = section, start, {}, {}, {}, 0
end

-- The rows that were found in the part so far. Where those of a table of the page stand is looked up when somebody asks
-- for them: as a rule nobody does.
local function known_rows(self)
  local list = self.known
  if #self.runs == 0 then return list end
  local document = self.binder.document
  for _, run in ipairs(self.runs) do
    for _, row in ipairs(run.rows) do
      local _, stop = document:cell(run.block, row.slots[#row.slots])
      list[#list + 1] = {table = row.table, index = row.index, start = document:cell(run.block, row.slot), stop = stop}
    end
  end
  self.runs = {}
  return list
end

--- A row was found with all its values.
-- @param stop where its last value ends
-- @param bind binds it; nil where that was done, because label and values stand on one record
function Alignment:bound(t, index, start, stop, bind)
  if bind and (t.typed or t.pairs) then return bind() end
  local known = known_rows(self)
  known[#known + 1] = {table = t, index = index, start = start, stop = stop, bind = bind}
  if bind then self.waits = self.waits + 1 end
end

--- Rows were bound that stand in a table of the page.
-- @param rows entries of its plan
function Alignment:bound_run(block, rows) self.runs[#self.runs + 1] = {block = block, rows = rows} end

--- Where the last row of the part ends that was found so far.
function Alignment:last_stop()
  local stop, known = self.from or 1, known_rows(self)
  local last = known[#known]
  return last and math.max(stop, last.stop) or stop
end

local function words_of(self, t) return header_words.of(t, declared_of(self.binder.form, t)) end

-- Whether the words of a table's header stand in a text, in the form's order.
local function has_words(self, t, text) return header_words.order(t, words_of(self, t), text) == "agree" end

--- Whether the words of a table's header stand in a range of the tape, in the form's order.
function Alignment:has_header(t, from, to) return has_words(self, t, self.binder.tape:sub(from, to - 1)) end

--- Something stands at a position that is no whole row: values without label, a label without all its values.
function Alignment:leave(start) self.loose[#self.loose + 1] = start end

--- The columns of a table are in another order than the form's.
function Alignment:bar(t) self.barred[t] = true end

--- Whether a row, or the table of one line, was bound here.
function Alignment:has(t, index)
  local rows = self.bound_rows[t]
  return rows ~= nil and (index == nil or rows[index] == true)
end

-- Brackets and the like in front of the letters of a text: bytes.
local longest_opening = 6

--- Whether a text that is no label was a piece of one.
-- @param place `{start, stop}`
function Alignment:explains(place)
  for start = place.start, math.min(place.start + longest_opening, place.stop - 1) do
    if self.explained[start] then return true end
  end
  return false
end

--- Whether the header of a table, by its id, is of no account: its words stand in order though they are in pieces, or
-- all rows were bound here.
function Alignment:knows_columns(id)
  if self.headed[id] then return true end
  for t, rows in pairs(self.bound_rows) do
    if t.id == id then
      for index, row in ipairs(t.rows) do
        local left_out = row.heading or row.split or row.part_of
        if not rows[index] and not left_out then return false end
      end
      return true
    end
  end
  return false
end

-- ---- what the form expects ----------------------------------------------------------------------

-- The rows of the part's tables, in the form's order; the across ones by themselves.
local function sequence_of(self, across)
  local list, form = {}, self.binder.form
  for _, t in ipairs(form.layouts) do
    local is_here = t.section == self.section and not t.typed and not t.pairs and not self.barred[t]
    if is_here and (t.across or false) == across then
      local rows = wanted.of(t, declared_of(form, t))
      table.move(rows, 1, #rows, #list + 1, list)
    end
  end
  return list
end

local function headers_of(self, rows)
  local list, known = {}, {}
  for _, row in ipairs(rows) do
    local words = not known[row.table] and words_of(self, row.table) or {}
    known[row.table] = true
    table.move(words, 1, #words, #list + 1, list)
  end
  return list
end

-- A label of so much is no other word: bytes.
local least_part = 12

-- Whether a part of a row stands in a text, or is known: then the row is not printed as a whole.
local function is_in_parts(self, rows, row, text)
  for _, known in ipairs(known_rows(self)) do
    local own = known.table == row.table and known.index and row.table.rows[known.index]
    if own and own.part_of == row.row.id then return true end
  end
  for _, part in ipairs(rows) do
    for _, label in ipairs(part.row.part_of == row.row.id and part.own or {}) do
      if #label >= least_part and text:find(label, 1, true) then return true end
    end
  end
  return false
end

-- Of rows that are printed whole or in parts, either: one list for each that the text may be.
local function alternatives(self, rows, from, to)
  local whole, parts, splits, text = {}, {}, false, nil
  for _, row in ipairs(rows) do
    if row.row.split then
      text = text or letters(self.binder.tape:sub(from, to - 1))
      splits = splits or not is_in_parts(self, rows, row, text)
    end
    if not row.row.part_of then whole[#whole + 1] = row end
    if not row.row.split then parts[#parts + 1] = row end
  end
  return splits and {parts, whole} or {parts}
end

-- ---- one stretch --------------------------------------------------------------------------------

-- What is found with the rows that the text has, and the question.
local function align(self, rows, across, from, to)
  local best, asked
  for _, list in ipairs(#rows > 0 and alternatives(self, rows, from, to) or {}) do
    local problem = {rows = list, headers = headers_of(self, list), across = across, costs = costs.of(list)}
    local found = core.align(problem, self.binder.tape, from, to, budget, evidence.least_margin)
    if found and (not best or found.cost < best.cost) then best, asked = found, problem end
  end
  return best, asked
end

-- Aligns once more, and weighs every other reading of a value, as far as the budget lets it.
local function weigher(self, problem, from, to)
  local tape = self.binder.tape
  return function()
    return core.align(problem, tape, from, to, budget)
           or core.align(problem, tape, from, to, budget, evidence.least_margin)
  end
end

-- The text in front of the first value of a table, behind the last value of another one.
local function header_text(self, rows, found, t, from)
  for _, value in ipairs(found.values) do
    local row = value.row and rows[value.row]
    if row and row.table == t then return self.binder.tape:sub(from, value.start - 1) end
    if row then from = value.stop end
  end
  return ""
end

-- Whether the columns of a table are known to be in the form's order.
local function columns_known(self, t, rows, found, from)
  if #t.columns == 1 then return true end
  local order = self.binder.orders[t]
  if order and order.order and order.found > 0 then return order.official end
  for _, known in ipairs(known_rows(self)) do
    if known.table == t and not known.bind then return true end
  end
  if not has_words(self, t, header_text(self, rows, found, t, from)) then return false end
  self.headed[t.id] = true
  return true
end

-- Takes back the rows of tables whose columns are not known to be in the form's order.
local function refuse_unknown_columns(self, rows, found, from, accepted, refused)
  local known = {}
  for r, row in ipairs(rows) do
    local t = row.table
    if accepted[r] and known[t] == nil then known[t] = columns_known(self, t, rows, found, from) end
    if accepted[r] and not known[t] then accepted[r], refused[r] = nil, "header" end
  end
end

local function starts_of(own, r)
  local list, stop = {}, nil
  for n, i in ipairs(own.of_row[r]) do list[n], stop = own.found.values[i].start, own.found.values[i].stop end
  return list, stop
end

-- The label of a row as it is printed in one piece, where that is none of its wordings.
local function misprint_of(own, r)
  local printed, more = table.unpack(own.texts_of_row[r])
  if not printed or more or printed.unexplained == 0 then return nil end   -- a piece of it
  if 2 * own.found.rows[r].letters < printed.letters then return nil end
  return printed
end

-- A label with the brackets around its first and last letters, which are no letters.
local function with_brackets(tape, start, stop)
  local opening = tape:sub(math.max(1, start - longest_opening), start - 1):match("[(%[]+$") or ""
  return start - #opening, select(2, tape:find("^[)%]]*", stop)) + 1
end

-- @param own the Stretch
local function bind(self, own, r, by)
  local row, builder = own.rows[r], self.binder.builder
  local t, starts, stop = row.table, starts_of(own, r)
  local misprint = by == "label" and not t.across and misprint_of(own, r)
  if misprint then
    local path = layout.path_of(row.row)
    local from, to = with_brackets(self.binder.tape, misprint.start, misprint.stop)
    builder:deviation("label_misprint", path[#path], self.binder.tape:sub(from, to - 1), from, to)
  end
  builder:cells(t.first_cell + (row.index - 1) * #t.columns, starts, by ~= "label")
  if by ~= "label" then builder:deviation("row_inferred", t.id .. "." .. row.row.id, "", starts[1], stop) end
  self.bound_rows[t] = self.bound_rows[t] or {}
  self.bound_rows[t][row.index] = true
  self.binder:note_place(t, starts[1])
end

-- The characters of the words of a header, as a set.
local function characters_of(headers)
  local set = {}
  for _, word in ipairs(headers) do
    for _, code in utf8.codes(word) do set[code] = true end
  end
  return set
end

-- Whether a text is made of the characters of a header alone: 结果结果其他尚未, the lines of one printed in columns.
local function is_made_of(set, text)
  for _, code in utf8.codes(text) do
    if code > 0x2E80 and not set[code] then return false end
  end
  return true
end

-- What is a piece of a label or a header is none that the form does not know; its digits number it.
local function explain_texts(self, found, headers)
  local set, first = characters_of(headers), math.huge
  for _, value in ipairs(found.values) do
    if value.row then first = math.min(first, value.start) end
  end
  for _, text in ipairs(found.texts) do
    local is_header = text.start < first and is_made_of(set, text.printed)
    if is_header or 2 * text.unexplained <= text.letters then
      self.explained[text.start] = true
      self.binder.builder:ignore(text.start, text.stop, "list_number")
    end
  end
end

-- Rows that waited and that nothing speaks against are bound as they were found; others are not read.
-- @param done the rows that an alignment has bound there, by table; nil where nothing else is amiss
local function settle_waiting(self, waiting, done)
  for _, known in ipairs(waiting) do
    if not done then known.bind()
    elseif not done[known.table] or not done[known.table][known.index] then self.binder:drop(known) end
  end
end

local function read_stretch(self, rows, across, from, to, waiting)
  local found, problem = align(self, rows, across, from, to)
  if not found then return settle_waiting(self, waiting) end
  local list, headers = problem.rows, problem.headers
  local t = across and list[1].table or nil
  local text = t and header_text(self, list, found, t, from)
  local own = stretch.of(list, found, self.binder.tape, self.captions)
  local accepted, refused = evidence.judge(own, t, text)
  self.verdicts:add(list, weigher(self, problem, from, to), accepted, refused)
  if not across then refuse_unknown_columns(self, list, found, from, accepted, refused) end
  local done = {}
  for r, row in ipairs(list) do
    if accepted[r] then
      bind(self, own, r, accepted[r])
      done[row.table] = done[row.table] or {}
      done[row.table][across and 0 or row.index] = true
      self.binder:found_again(row.table, row.index, from, to)
    end
  end
  if next(done) then explain_texts(self, found, headers) end
  settle_waiting(self, waiting, done)
end

-- ---- a part -------------------------------------------------------------------------------------

local function has_loose(self, from, to)
  for _, start in ipairs(self.loose) do
    if start >= from and start < to then return true end
  end
  return false
end

local function waiting_between(self, from, to)
  local list = {}
  for _, known in ipairs(known_rows(self)) do
    if known.bind and known.start >= from and known.start < to then list[#list + 1] = known end
  end
  return list
end

-- The places of rows in the sequence, and which of them are known for certain.
local function places_of(self, sequence)
  local place, certain = {}, {}
  for n, row in ipairs(sequence) do
    place[row.table] = place[row.table] or {}
    place[row.table][row.index] = n
  end
  for _, known in ipairs(known_rows(self)) do
    local n = place[known.table] and place[known.table][known.index]
    if n and not known.bind then certain[n] = true end
  end
  return place, certain
end

-- The rows of a sequence between two places that are not known.
local function missing_between(sequence, certain, first, last)
  local rows = {}
  for n = first + 1, last - 1 do
    if not certain[n] then rows[#rows + 1] = sequence[n] end
  end
  return rows
end

-- Whether a row that waits stands between rows that are none of its neighbours.
local function is_out_of_place(place, waiting, first, last)
  for _, known in ipairs(waiting) do
    local n = place[known.table] and place[known.table][known.index]
    if n and (n <= first or n >= last) then return true end
  end
  return false
end

local function read_gap(self, sequence, certain, place, before, after)
  local waiting = self.waits > 0 and waiting_between(self, before.stop, after.start) or {}
  local amiss = has_loose(self, before.stop, after.start) or is_out_of_place(place, waiting, before.n, after.n)
  local rows = amiss and before.n < after.n and missing_between(sequence, certain, before.n, after.n) or {}
  if #rows > 0 then return read_stretch(self, rows, false, before.stop, after.start, waiting) end
  settle_waiting(self, waiting)
end

local function by_start(a, b) return a.start < b.start end

local function read_rows(self, stop)
  if #self.loose == 0 and self.waits == 0 then return end
  local sequence = sequence_of(self, false)
  local place, certain = places_of(self, sequence)
  local before = {n = 0, stop = self.from}
  table.sort(known_rows(self), by_start)
  for _, known in ipairs(known_rows(self)) do
    local n = place[known.table] and place[known.table][known.index]
    if not known.bind and known.start >= before.stop then
      read_gap(self, sequence, certain, place, before, {n = n or before.n, start = known.start})
      before = {n = n or #sequence + 1, stop = known.stop}
    end
  end
  read_gap(self, sequence, certain, place, before, {n = #sequence + 1, start = stop})
end

-- A table that is one line and was not read.
local function read_across(self, stop)
  if #self.loose == 0 then return end
  local rows = sequence_of(self, true)
  local t = rows[1] and rows[1].table
  for _, row in ipairs(rows) do t = row.table == t and t or nil end
  if not t or not has_loose(self, self.from, stop) then return end
  for _, known in ipairs(known_rows(self)) do
    if known.table == t then return end
  end
  read_stretch(self, rows, true, self.from, stop, {})
end

--- A part ends.
-- @param stop where its text ends on the tape
function Alignment:finish(stop)
  if not self.from or stop <= self.from then return settle_waiting(self, waiting_between(self, 0, math.huge)) end
  read_rows(self, stop)
  read_across(self, stop)
end

return alignment
