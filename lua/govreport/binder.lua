--- Binds the tables of a report: follows the tokens of its tape and gives every value to its cell.
--
-- Flattened text is one cell after the other, row by row, without borders. A row counts only when its label is followed
-- by exactly as many values as the table has columns: fewer values mean that blank cells were lost, and nobody can tell
-- which; such a row is unreadable and its numbers stay unaccounted.

local labels = require "govreport.labels"
local layout = require "govreport.layout"

local LABEL, TEXT, SIZE = labels.LABEL, labels.TEXT, labels.SIZE

-- Longer lines between the rows of a table are prose: bytes.
local longest_label = 120
-- A printed label that is longer than its characters by this may have a page number inside: bytes.
local longest_gap = 4
-- More labels than this in a row are no header: four times the words of the longest that a form has.
local longest_header = 256

local Binder = {}
Binder.__index = Binder

local binder = {}

--- A binder for one report.
-- @param form the compiled form
-- @param builder where cells, deviations and ignored numbers go
-- @param tape the tape
-- @param tokens the flat list of the form's labels
function binder.new(form, builder, tape, tokens)
  local seen = {}
  for _, t in ipairs(form.layouts) do seen[t] = {} end
  return setmetatable({
    form = form, builder = builder, tape = tape, tokens = tokens,
    header = {},               -- the labels since the last row, and where they stand
    header_start = 1, header_stop = 1,
    row = nil,                 -- the open row's table; false for a row that no table has
    row_index = nil,           -- its number; nil where the table is one line
    row_start = 1, row_stop = 1, values = {},
    current = nil,             -- the table of the last row
    section = nil,             -- the id of the part that is being read
    orders = {}, first_rows = {}, seen = seen, captions = {},
    unknown = {}, strangers = {},
  }, Binder)
end

function Binder:deviation(kind, subject, detail, start, stop)
  self.builder:deviation(kind, subject or "", detail or "", start, stop)
end

-- ---- rows --------------------------------------------------------------------------------------

-- The targets of a printed row: for each value the number of its cell; the first number alone where they run on.
local function targets(t, order, row)
  if order.official then return t.first_cell + ((row or 1) - 1) * #t.columns end
  local list = {}
  for i, leaf_number in ipairs(order.order) do
    local leaf = t.leaves[leaf_number]
    list[i] = t.first_cell + ((leaf.row or row) - 1) * #t.columns + leaf.column - 1
  end
  return list
end

-- The order of a table's columns by the header seen since its last row; without a new one, the order known before.
function Binder:order_of(t)
  local known, header = self.orders[t], self.header
  if known and #header == 0 then return known end
  local order = layout.known_order(t, header)
  if known and (not order.order or #order.missing > 0) then return known end
  self.orders[t] = order
  self.first_rows[t] = {self.row_start, self.row_stop}
  if not order.order then
    self:deviation("columns_unknown", t.id, "", self.header_start, self.header_stop)
  elseif order.found == 0 then
    self:deviation("header_missing", t.id, "", self.row_start, self.row_stop)
  else
    for _, label in ipairs(order.missing) do
      self:deviation("column_missing", label, t.id, self.header_start, self.header_stop)
    end
  end
  return order
end

local function line_at(tape, start) return tape:match("^[^\v\n\x1D-\x1F]*", start) end

-- Whether two rows have the same values, as texts.
local function same_values(tape, a, b)
  for i, start in ipairs(a) do
    if line_at(tape, start) ~= line_at(tape, b[i]) then return false end
  end
  return #a == #b
end

-- "table.row", or the table alone where it is one line.
local function address(t, index)
  return index and t.id .. "." .. t.rows[index].id or t.id
end

function Binder:bind_row(t, order)
  local values, index = self.values, self.row_index
  local seen = self.seen[t]
  local first = seen[index or 0]
  if not first then
    self.builder:cells(targets(t, order, index), values, order.inferred)
    seen[index or 0] = values
    return
  end
  local stop = values[#values] + #line_at(self.tape, values[#values])
  if same_values(self.tape, first, values) then
    self.builder:ignore(self.row_start, stop, "repeated")
    self:deviation("row_repeated", address(t, index), "", self.row_start, self.row_stop)
  else
    self:deviation("row_conflict", address(t, index), "", self.row_start, stop)
  end
end

function Binder:mark_unreadable(t, index)
  for r = index or 1, index or #t.rows do
    for c = 1, #t.columns do
      self.builder:unreadable(t.first_cell + (r - 1) * #t.columns + c - 1, self.row_start, self.row_stop)
    end
  end
end

-- Ends the row that is open: binds it, or says why not.
function Binder:close_row()
  local t = self.row
  if t == nil then return end
  if t then
    local order = self:order_of(t)
    local wanted, got = #t.leaves, #self.values
    if order.order and wanted == got then
      self:bind_row(t, order)
    else
      self:mark_unreadable(t, self.row_index)
      if order.order then
        self:deviation(got < wanted and "row_short" or "row_long", address(t, self.row_index), got .. "/" .. wanted,
                       self.row_start, self.row_stop)
      end
    end
    self.current = t
    if #self.header > 0 then self.header = {} end
  end
  self.row = nil
  self.values = {}
end

function Binder:open_row(t, index, start, stop)
  self.row, self.row_index, self.row_start, self.row_stop = t, index, start, stop
end

-- ---- what a label means here ---------------------------------------------------------------------

-- Among what a label can stand for, the row meant here.
function Binder:row_use(label, ordinal)
  local best, best_fit
  for _, use in ipairs(label.uses) do
    if use.role == "row" then
      local fit = (use.table == self.current and 4 or 0) + (use.ordinal == ordinal and 2 or 0)
                  + (self.seen[use.table][use.row] and 0 or 1)
      if not best or fit > best_fit then best, best_fit = use, fit end
    end
  end
  return best
end

local function is_header_of(label, t)
  for _, use in ipairs(label.uses) do
    if use.table == t and use.role ~= "group" then return true end
  end
  return false
end

-- Whether a label that could be a row belongs to the header that is being read: 总计 without an ordinal, behind other
-- words of a header that has it.
function Binder:belongs_to_header(label, ordinal)
  local newest = self.header[#self.header]
  if ordinal or not newest then return false end
  for _, use in ipairs(label.uses) do
    if use.role == "header" and is_header_of(newest, use.table) then return true end
  end
  return false
end

-- A row's label without values counts where its table is being read, or right behind its header; one with values where
-- its table belongs or a header stands before it; elsewhere it is a word of the text.
function Binder:is_row_here(use, values_follow)
  if self.current == use.table then return true end
  local newest = self.header[#self.header]
  if not values_follow then return newest ~= nil and is_header_of(newest, use.table) end
  return self.section == nil or self.section == use.table.section or newest ~= nil
end

-- The table whose single line of values begins here, after a header without rows: one of the header's words must be
-- found in no other table.
function Binder:across_table()
  for i = #self.header, 1, -1 do
    local t = self.header[i].only_table
    if t then return t.across and t or nil end
  end
end

function Binder:add_to_header(label, start, stop)
  for _, use in ipairs(label.uses) do
    if use.role == "caption" then   -- what stood before it is another table's
      self.header = {}
      self.captions[use.table] = true
    end
  end
  if #self.header == longest_header then self.header = {} end
  local header = self.header
  if #header == 0 then self.header_start = start end
  header[#header + 1] = label
  self.header_stop = stop
end

-- ---- tokens ------------------------------------------------------------------------------------

--- Takes the label that is token `i`.
function Binder:on_label(i, label)
  local tokens = self.tokens
  local start, text_start, stop = tokens[i + 2], tokens[i + 3], tokens[i + 5]
  local ordinal = text_start > start
  if ordinal then self.builder:ignore(start, text_start, "list_number") end
  if stop - text_start > #label.skeleton + longest_gap then self.builder:ignore(text_start, stop, "page_number") end
  local use = label.row
  if not use and label.may_be_row and not self:belongs_to_header(label, ordinal) then
    use = self:row_use(label, ordinal)
  end
  if use and not self:is_row_here(use, tokens[i + SIZE[LABEL]]) then use = nil end
  self:close_row()
  if label.kind == "misprint" then
    self:deviation("label_misprint", label.official, self.tape:sub(start, stop - 1), start, stop)
  end
  if #self.unknown > 0 then self:settle_unknown(true) end
  if use then self:open_row(use.table, use.row, start, stop)
  else self:add_to_header(label, start, stop) end
end

--- Takes the values from token `i` on, as many as follow each other.
-- @return the number of the first token behind them; whether they belong to a row
function Binder:on_values(i)
  local tokens, values = self.tokens, self.values
  if self.row == nil then
    local t = self:across_table()
    if t then self:open_row(t, nil, self.header_start, self.header_stop) end
  end
  local count = #values
  local value = tokens[i]
  while value do
    count = count + 1
    values[count] = value
    i = i + 1
    value = tokens[i]
  end
  if self.row ~= nil then return i, true end
  self.values = {}
  return i, false
end

--- Takes token `i`, which is no number: a cell that went wrong where a row lacks one, else a line of text.
-- @return whether it was taken for a cell
function Binder:on_odd(i)
  local values = self.values
  if self.row and #values < #self.row.leaves then
    values[#values + 1] = self.tokens[i + 2]
    return true
  end
  self:on_text(i)
  return false
end

--- Takes the line of text that is token `i`. Between the labels of a table it is a label that the form does not know.
function Binder:on_text(i)
  local start, stop = self.tokens[i + 2], self.tokens[i + 3]
  local in_table = self.row ~= nil or #self.header > 0 or #self.unknown > 0
  if not in_table then return end
  local values_follow = self.tokens[i + SIZE[TEXT]]
  self:close_row()
  if stop - start > longest_label then
    self.header = {}
    self:settle_unknown(false)
    return
  end
  self.unknown[#self.unknown + 1] = {start = start, stop = stop, row = values_follow}
  if values_follow then
    self:settle_unknown(true)
    self:open_row(false, nil, start, stop)
  end
end

-- Keeps the unknown labels met since the last known one, or drops them as prose.
function Binder:settle_unknown(inside)
  if inside then table.move(self.unknown, 1, #self.unknown, #self.strangers + 1, self.strangers) end
  self.unknown = {}
end

--- A part of the form begins: no table goes on across it.
function Binder:on_section(section)
  self:close_row()
  self:settle_unknown(false)
  self.header = {}
  self.current = nil
  self.section = section
end

-- ---- the end -----------------------------------------------------------------------------------

--- The tape ends.
function Binder:finish()
  self:on_section()
  for _, t in ipairs(self.form.layouts) do
    local first = self.first_rows[t]
    if t.caption and first and not self.captions[t] then
      self:deviation("caption_missing", t.caption, t.id, first[1], first[2])
    end
  end
end

local function of_a_table(label) return label.uses[1].table ~= nil end

--- Reports the labels that the form does not know, but for those that turned out to be headings.
-- @param is_heading function(start) -> boolean
function Binder:report_strangers(is_heading)
  for _, place in ipairs(self.strangers) do
    if not is_heading(place.start) then
      local text = self.tape:sub(place.start, place.stop - 1)
      local nearest = self.form.labels:nearest(text, of_a_table)
      self:deviation(place.row and "row_unknown" or "label_unknown", text, nearest, place.start, place.stop)
    end
  end
end

return binder
