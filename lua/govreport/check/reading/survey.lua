--- What was read of a report's tables, in the order of the source: their rows, the parts, the texts that are no labels
-- and the numbers that belong to nothing. Whether something is missing is judged by what stands in its gap.

local bisect = require "govreport.base.bisect"
local core = require "govreport.core"
local later = require "govreport.base.later"
local label_pieces = later "govreport.check.reading.label_pieces"
local layout = require "govreport.form.layout"

local survey = {}

local Survey = {}
Survey.__index = Survey

local function last(list) return list[#list] end

local function skeleton(text, strip) return core.skeleton(core.fold(text), strip or false) end

-- ---- rows ---------------------------------------------------------------------------------------

-- What makes the Cells of a row when they are first asked for: of most rows nothing is told.
local function making_cells(report)
  return {__index = function(row, key)
    if key ~= "cells" then return nil end
    row.cells = {}
    for cell in report.tables[row.table]:row(row.id):cells() do row.cells[#row.cells + 1] = cell end
    return row.cells
  end}
end

-- Where a row stands by its cells, how many of them are absent, and its state: "read", "lost" where its label is there
-- and its values could not be told apart, "absent".
-- @param places where the cells stand, by number
local function look_at(row, places, lost, first)
  local bytes, byte_ends = places.byte, places.byte_end
  for cell = first, first + row.width - 1 do
    local byte, byte_end = bytes[cell], byte_ends[cell]
    if byte then
      if not row.byte or byte < row.byte then row.byte = byte end
      if not row.byte_end or byte_end > row.byte_end then row.byte_end = byte_end end
      if lost[cell] then row.state = "lost" end
    else
      row.absent = row.absent + 1
    end
  end
  if row.absent == row.width then row.state = "absent"
  elseif not row.state then row.state = "read" end
end

-- The rows of a table, without those in whose place others are printed.
local function rows_of(t, plane, places, row_class)
  local list, width = {}, #t.columns
  for i, declared in ipairs(t.rows) do
    local first = t.first_cell + (i - 1) * width
    if plane.state[first] and not declared.heading then
      local row = setmetatable({table = t.id, id = declared.id or declared, width = width, absent = 0,
                                number = #list + 1, byte = false, byte_end = false, state = false}, row_class)
      look_at(row, places, plane.lost, first)
      list[row.number] = row
    end
  end
  return list
end

local function add_tables(self, context)
  local plane, places, row_class = context:plane(), context:cell_bytes(), making_cells(context.report)
  for i, t in ipairs(context.form.layouts) do
    local entry = {id = t.id, layout = t, number = i, present = context.report.tables[t.id].present,
                   rows = rows_of(t, plane, places, row_class)}
    self.tables[i], self.table[t.id] = entry, entry
    for _, row in ipairs(entry.rows) do
      if row.byte then
        self.anchors[#self.anchors + 1] = row
        entry.first = math.min(entry.first or row.byte, row.byte)
        entry.last = math.max(entry.last or row.byte_end, row.byte_end)
      end
    end
  end
  table.sort(self.anchors, function(a, b)
    if a.byte ~= b.byte then return a.byte < b.byte end
    return a.number < b.number
  end)
end

-- The tables whose headers lack nothing, by id.
local function add_headers(self, context)
  for _, t in ipairs(self.tables) do self.whole_headers[t.id] = true end
  for _, kind in ipairs{"header_missing", "columns_unknown", "columns_permuted", "column_missing",
                       "caption_missing"} do
    for _, deviation in ipairs(context:deviations(kind)) do
      self.whole_headers[deviation.detail ~= "" and deviation.detail or deviation.subject] = nil
    end
  end
end

-- ---- texts that are no labels --------------------------------------------------------------------

-- How many things of a list in document order begin before a byte. Most questions come in that order as well: the last
-- answer is looked at first.
local function count_before(list, byte)
  local newest, count = list.newest or 0, #list
  if newest <= count and (newest == 0 or list[newest].byte < byte)
     and (newest == count or list[newest + 1].byte >= byte) then return newest end
  list.newest = bisect.up_to(list, byte - 1, "byte")
  return list.newest
end

-- The last thing that begins before a byte, and the first that begins behind it.
local function before(list, byte) return list[count_before(list, byte)] end

local function after(list, byte) return list[count_before(list, byte + 1) + 1] end

local function add_strangers(self, context)
  for _, kind in ipairs{"label_unknown", "row_unknown"} do
    for _, deviation in ipairs(context:deviations(kind)) do
      local stranger = {
        deviation = deviation, text = deviation.raw, nearest = deviation.detail, is_row = kind == "row_unknown",
        byte = deviation.byte, byte_end = deviation.byte_end, values = {}}
      -- What has no letters is no text: the bracket that a line end cut off.
      if stranger.is_row or skeleton(deviation.raw) ~= "" then self.strangers[#self.strangers + 1] = stranger end
    end
  end
  table.sort(self.strangers, function(a, b) return a.byte < b.byte end)
end

-- The numbers that belong to nothing: those inside of a text, those behind it, the others.
local function add_numbers(self, context)
  for _, place in ipairs(context:unaccounted_numbers()) do
    local number = {byte = place.byte}
    self.numbers[#self.numbers + 1] = number
    local stranger = before(self.strangers, number.byte + 1)
    if stranger and number.byte <= stranger.byte_end then
      number.inside = stranger
    elseif stranger then
      local row = before(self.anchors, number.byte)
      if (not row or row.byte < stranger.byte) and not self:heading_between(stranger.byte, number.byte) then
        table.insert(stranger.values, number)
        number.behind = stranger
      end
    end
  end
end

--- Whether a part begins between two bytes.
function Survey:heading_between(first, stop)
  local section = before(self.sections, stop + 1)
  return section ~= nil and section.byte > first
end

--- The id of the part in which a byte lies; "" before the first.
function Survey:section_at(byte)
  local section = before(self.sections, byte + 1)
  return section and section.id or ""
end

-- Whether a table lacks rows behind one of them.
local function lacks_rows_behind(t, row)
  local following = t.rows[row.number + 1]
  return following ~= nil and following.state == "absent"
end

-- The table that a text belongs to and whether it stands in its header or among its rows: that of the rows around it;
-- between two tables the one that lacks something there.
local function place_stranger(self, stranger)
  local above, below = before(self.anchors, stranger.byte), after(self.anchors, stranger.byte)
  if above and self:heading_between(above.byte, stranger.byte) then above = nil end
  if below and self:heading_between(stranger.byte, below.byte) then below = nil end
  local above_table, below_table = above and self.table[above.table], below and self.table[below.table]
  local is_of_above = above and (above_table == below_table or stranger.is_row or not below
                                 or lacks_rows_behind(above_table, above))
  if is_of_above then return above_table, "row" end
  if below then return below_table, stranger.is_row and "row" or "header" end
  local section = before(self.sections, stranger.byte)
  for _, t in ipairs(section and self.tables or {}) do
    if t.layout.section == section.id and not t.present then return t, "header" end
  end
end

--- Whether a skeleton, not empty, is one of a label of the form or of a piece of one.
function Survey:is_in_label(text) return label_pieces.of(self.form):has(text) end

-- Whether a text is made of pieces of the form's labels: what a line end or a copy tore off.
local function is_piece(self, text)
  local found = false
  text = text:gsub("（[^（）]*）$", ""):gsub("%([^()]*%)$", "")   -- a note behind it
  for word in text:gsub("[\v\n\x1C-\x1F]", " "):gmatch("[^ ]+") do
    local whole, bare = skeleton(word), skeleton(word, true)
    local is_torn = whole == "" or self:is_in_label(whole) or bare ~= "" and self:is_in_label(bare)
    if not is_torn then
      return false
    end
    found = found or whole ~= ""
  end
  return found
end

-- ---- gaps ---------------------------------------------------------------------------------------

--- What stands unexplained between two bytes: texts, numbers, rows that could not be read.
-- @return `{strangers, numbers, lost, is_empty}`
function Survey:gap(from, to)
  local gap = {strangers = {}, numbers = {}, lost = {}}
  local function collect(list, into, fits)
    for _, entry in ipairs(list) do
      if entry.byte > from and entry.byte < to and (not fits or fits(entry)) then into[#into + 1] = entry end
    end
  end
  collect(self.strangers, gap.strangers)
  collect(self.numbers, gap.numbers, function(number) return not number.inside end)
  collect(self.anchors, gap.lost, function(row) return row.state == "lost" end)
  gap.is_empty = #gap.strangers == 0 and #gap.numbers == 0 and #gap.lost == 0
  return gap
end

--- The numbers that stand behind the label of a row and belong to nothing; of one in a table of the page those in it.
function Survey:numbers_behind(row)
  local list, below = {}, after(self.anchors, row.byte)
  local grid = self:grid_at(self:tape_at(row.byte))
  for _, number in ipairs(self.numbers) do
    local is_behind = number.byte > row.byte_end and (not below or number.byte < below.byte)
                      and (not grid or self:tape_at(number.byte) < grid.stop)
    if is_behind and not number.inside and not number.behind and not self:heading_between(row.byte, number.byte) then
      list[#list + 1] = number
    end
  end
  return list
end

-- Whether a row stands outside of its table's part: it bounds no other table.
local function is_astray(self, entry)
  local section = entry.table and self.table[entry.table].layout.section
  return section ~= nil and self.section[section] ~= nil and self:section_at(entry.byte) ~= section
end

--- Where the place of a table begins and ends: at what stands before its first row and behind its last one.
-- @param rows_only headings are none of it
function Survey:bounds(t, rows_only)
  local from, to = 0, math.huge
  for _, list in ipairs{rows_only and {} or self.sections, self.anchors} do
    for _, entry in ipairs(list) do
      if entry.table ~= t.id and not is_astray(self, entry) then
        if entry.byte < t.first then from = math.max(from, entry.byte_end or entry.byte) end
        if entry.byte > t.last then to = math.min(to, entry.byte) end
      end
    end
  end
  return from, to
end

-- Where the part of a table lies, or would lie among those that were found.
local function part_bounds(self, context, section_id)
  local from, to, passed = 0, math.huge, section_id == nil
  for _, declared in ipairs(context.form.declared.sections or {}) do
    local found = self.section[declared.id]
    if declared.id == section_id then
      passed, from = true, found and found.byte or from
    elseif found and not passed then
      from = math.max(from, found.byte)
    elseif found and passed and found.byte > from then
      to = math.min(to, found.byte)
    end
  end
  return from, to
end

--- Where a table that was not found would stand: in its part, between the tables around it.
function Survey:place_for(context, t)
  local from, to = part_bounds(self, context, t.layout.section)
  local first, stop = from, to
  for _, other in ipairs(self.tables) do
    if other.first and other.first > from and other.first < to then
      if other.number < t.number then first = math.max(first, other.last)
      elseif other.number > t.number then stop = math.min(stop, other.first) end
    end
  end
  if first < stop then return first, stop end
  return from, to
end

--- Where the tape has a byte of the source.
function Survey:tape_at(byte)
  local document, low, high = self.document, 1, #self.document.tape
  while low < high do
    local middle = (low + high) // 2
    local _, _, found = document:place(middle, middle + 1)
    if found and found < byte then low = middle + 1 else high = middle end
  end
  return low
end

--- The table of the page, or of bars, in which a place of the tape lies; nil for none.
function Survey:grid_at(start)
  if not self.grids then
    self.grids = {}
    local outline = self.document:outline()
    for i = 1, #outline, 4 do
      if outline[i] == "table" then self.grids[#self.grids + 1] = {byte = outline[i + 2], stop = outline[i + 3]} end
    end
  end
  local grid = before(self.grids, start + 1)
  return grid and start < grid.stop and grid or nil
end

function Survey:in_grid(start) return self:grid_at(start) ~= nil end

--- Whether a label stands between two bytes as it is printed in the form.
function Survey:has_label(label, from, to)
  local tape, text = self.document.tape, core.fold(label)
  local at = from > 0 and self:tape_at(from) or 1
  local start, stop = tape:find(text, at, true)
  if not start then return false end
  local _, _, byte = self.document:place(start, stop + 1)
  return byte ~= nil and byte > from and byte < to
end

--- Whether a label stands anywhere with a number behind it that belongs to nothing.
function Survey:has_number_behind(label)
  local tape, text, open = self.document.tape, core.fold(label), {}
  for _, number in ipairs(self.numbers) do open[number.byte] = true end
  local start, stop = tape:find(text, 1, true)
  while start and next(open) do
    local at = tape:match("^[ \v\n\x1C-\x1F]*()%d", stop + 1)
    local _, _, byte = self.document:place(at or start, (at or start) + 1)
    if at and open[byte] then return true end
    start, stop = tape:find(text, stop + 1, true)
  end
  return false
end

-- So much of a label is no other word: bytes.
local least_beginning = 12

--- Whether the first half of a label stands between two bytes.
function Survey:has_beginning(label, from, to)
  local text = core.fold(label)
  local half = text:sub(1, utf8.offset(text, utf8.len(text) // 2 + 1) - 1)
  return #half >= least_beginning and self:has_label(half, from, to)
end

--- The label that a row has in the form, with all that is printed of it.
function Survey:label_of(row)
  for _, declared in ipairs(self.table[row.table].layout.rows) do
    if declared.id == row.id then return last(layout.path_of(declared)) end
  end
end

--- Looks at what was read.
function survey.of(context)
  local self = setmetatable({document = context.report.document, form = context.form, tables = {}, table = {},
                             anchors = {}, strangers = {}, numbers = {}, sections = {}, section = {},
                             whole_headers = {}}, Survey)
  for section in context.report:sections() do
    if section.id and section.byte then
      local entry = {id = section.id, byte = section.byte}
      self.sections[#self.sections + 1], self.section[section.id] = entry, entry
    end
  end
  table.sort(self.sections, function(a, b) return a.byte < b.byte end)
  add_tables(self, context)
  add_headers(self, context)
  add_strangers(self, context)
  add_numbers(self, context)
  for _, stranger in ipairs(self.strangers) do
    stranger.piece = is_piece(self, stranger.text)
    local t, role = place_stranger(self, stranger)
    stranger.table, stranger.role = t and t.id, role
  end
  return self
end

return survey
