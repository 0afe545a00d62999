--- Which rows and columns of the form the cells of a printed table name, row by row: a list of entries, see
-- `govreport.read.grid`. A header above holds for the rows below it, a group for the rows that it reaches into.

local later = require "govreport.base.later"
local columns = later "govreport.read.columns"
local labels = require "govreport.form.labels"
local layout = require "govreport.form.layout"
local pair_rows = later "govreport.read.pair_rows"
local roles = require "govreport.read.roles"

local BLANK, VALUE, LABEL, TEXT = roles.BLANK, roles.VALUE, roles.LABEL, roles.TEXT
local has_role = roles.has

local matcher = {}

local Matcher = {}
Matcher.__index = Matcher

--- Adds an entry.
function Matcher:add(entry) self.entries[#self.entries + 1] = entry end

function Matcher:deviation(kind, subject, detail, slot)
  self:add{kind = "deviation", deviation = kind, subject = subject, detail = detail, slot = slot}
end

-- Where to tell of the header: a word of it; the row itself where it is that of the table before.
function Matcher:header_slot(slot)
  local word = self.header.cells[1] or self.header.strangers[1]
  return word and not self.header.is_of_before and word.slot or slot
end

-- Says once of a table what its header lacks.
function Matcher:report_header(t, known, slot)
  local header = self.header
  if header.reported[t] then return end
  header.reported[t] = true
  if #known.list == 0 then
    if not t.across then
      self:add{kind = "deviation", deviation = "header_missing", table = t, subject = t.id, detail = "", slot = slot}
    end
    return
  end
  local found = {}
  for _, leaf in ipairs(known.list) do found[leaf] = true end
  for number, leaf in ipairs(t.leaves) do
    local last = leaf.path[#leaf.path]
    if not found[number] and not t.across then self:deviation("column_missing", last, t.id, self:header_slot(slot)) end
  end
end

-- A row that is not read: it has too few values or too many, or its header leaves open which column each belongs to.
function Matcher:lose(t, index, values, slot, header_unclear)
  if header_unclear then
    self:deviation("columns_unknown", t.id, "", self:header_slot(slot))
  end
  self:add({kind = "lost", table = t, index = index, slot = slot, got = not header_unclear and #values or nil,
             wanted = #t.leaves})
end

-- Whether words that are none of the form's stand above values: what those mean, no order tells.
function Matcher:has_foreign_header(values)
  for _, cell in ipairs(self.header.strangers) do
    for _, value in ipairs(values) do
      if cell.col < value.stop and cell.stop > value.col then return true end
    end
  end
  return false
end

-- A row of which no cell is filled has as many blank cells as the form, however many the source has; nil for others.
local function of_blank_row(t, values)
  local cells, leaves = {}, {}
  for _, cell in ipairs(values) do
    if cell.kind ~= BLANK then return nil end
  end
  for leaf = 1, #t.leaves do cells[leaf], leaves[leaf] = values[leaf] or values[#values], leaf end
  return cells, leaves, true
end

-- The row of a table with its values.
-- @param label the cell with the row's label; nil for a table that is one line
function Matcher:row(t, index, values, label)
  local known = columns.of(t, self.header)
  local slots, targets, inferred = {}, {}, false
  local slot, found, partial = (label or values[1]).slot, nil, nil
  if #known.list == 0 and self:has_foreign_header(values) then return self:lose(t, index, values, slot, true) end
  if #known.list > 0 and not known.crooked and (known.complete or self.header.foreign or #values ~= #t.leaves) then
    found = columns.by_position(self.header, known, values)
  end
  if found and not known.twice and not known.torn then
    partial = not known.complete and known or nil
    for leaf = 1, #t.leaves do
      if found[leaf] then
        slots[#slots + 1] = found[leaf].slot
        targets[#targets + 1] = layout.target(t, leaf, index)
      end
    end
  else
    if self.header.foreign and not known.complete then return self:lose(t, index, values, slot, true) end
    local cells, leaves
    known.out_of_line = true
    cells, leaves, inferred = columns.by_order(t, self.header, known, values)
    -- Where the header is out of line, it is not the row that is wrong.
    local unclear = leaves or known.crooked
    if not cells and label and not t.across then cells, leaves, inferred = of_blank_row(t, values) end
    if not cells then return self:lose(t, index, values, slot, unclear) end
    for k, cell in ipairs(cells) do
      slots[k] = cell.slot
      targets[k] = layout.target(t, leaves[k], index)
    end
  end
  self:report_header(t, known, slot)
  self:add({kind = "row", table = t, index = index, slots = slots, targets = targets, inferred = inferred or false,
             headless = not t.across and #known.list == 0, slot = slot, partial = partial, got = #values})
end

--- Takes back rows that were read by the words of a header that lacks some, where other rows of the table have values
-- that do not stand below these words: the header is out of line.
function Matcher:settle_positions()
  for i, entry in ipairs(self.entries) do
    if entry.partial and entry.partial.out_of_line then
      self.entries[i] = {kind = "lost", table = entry.table, index = entry.index, slot = entry.slot, got = entry.got,
                         wanted = #entry.table.leaves}
    end
  end
end

local function stands_above_columns(label, t)
  for _, use in ipairs(label.uses) do
    if use.table == t and use.role == "header" and use.group ~= nil then return true end
  end
  return false
end

-- ---- what a row is ------------------------------------------------------------------------------

-- How many words of a table's columns stand in the header just read.
function Matcher:count_columns(t)
  local count = 0
  for _, cell in ipairs(self.header.is_of_before and {} or self.header.cells) do
    if stands_above_columns(cell.label, t) then count = count + 1 end
  end
  return count
end

-- The tables of which the header has the most words, among those that a label is a row of, as a set; empty where it has
-- none of any.
function Matcher:tables_by_header(label)
  local most, set = 1, {}
  for _, use in ipairs(label.uses) do
    local count = use.role == "row" and self:count_columns(use.table) or 0
    if count > most then most, set = count, {} end
    if count == most then set[use.table] = true end
  end
  return set
end

-- Among what a label can stand for, the row meant here; nil where two rows of one table could be meant, or of two whose
-- columns have the words of the header.
function Matcher:row_use(cell, groups)
  local best, best_fit, other
  local by_header = #cell.label.uses > 1 and self:tables_by_header(cell.label) or {}
  for _, use in ipairs(cell.label.uses) do
    if use.role == "row" then
      local fit = (use.table == self.current and 4 or 0) + (use.table == self.caption and 4 or 0)
                  + (by_header[use.table] and 8 or 0) + labels.ordinal_fit(use.ordinal, cell.ordinal)
      local path = use.table.paths[use.row]
      for level = 1, #path - 1 do
        local group = groups[path[level]]
        if group then fit = fit + 2 + (group.col <= cell.col and cell.col < group.stop and 2 or 0) end
        if self.trail[level] == path[level] then fit = fit + 1 end
      end
      if not best or fit > best_fit then
        best, best_fit, other = use, fit, nil
      elseif fit == best_fit then
        local is_row = use.table == best.table and use.row ~= best.row
        if is_row or by_header[use.table] and use.table ~= best.table then other = use end
      end
    end
  end
  return not other and best or nil
end

-- The cell that names the row: the last of its labels left of the first number. A label that may also stand in a header
-- names a row only with an ordinal, or with numbers beside it.
local function row_label(cells, first_number)
  local best
  for _, cell in ipairs(cells) do
    if first_number and cell.col >= first_number.col then break end
    local label = cell.label
    if label and label.may_be_row and (label.row or first_number or cell.ordinal) then best = cell end
  end
  return best
end

local function is_group_of_columns(label)
  for _, use in ipairs(label.uses) do
    if use.role == "header" and use.group then return true end
  end
  return false
end

function Matcher:new_header()
  self.header = {cells = {}, strangers = {}, columns = {}, reported = {}, width = self.width, stop = 0}
  self.headers[#self.headers + 1] = self.header
end

-- Takes over the header of the table before. What was told of it is another plan's: this one tells it for itself.
function Matcher:take_over(header)
  self.header.cells, self.header.strangers = header.cells, header.strangers
  self.header.columns, self.header.foreign, self.header.stop = header.columns, header.foreign, header.stop
  self.header.is_of_before = true
end

-- The tables whose columns stand in another order than the form's.
function Matcher:permuted()
  local list = {}
  for _, header in ipairs(self.headers) do
    for _, cell in ipairs(#header.cells > 1 and header.cells or {}) do
      for _, use in ipairs(cell.label.uses) do
        local is_open = use.role == "header" and not list[use.table]
        if is_open and not layout.is_official(columns.of(use.table, header).list) then list[use.table] = true end
      end
    end
  end
  return list
end

-- Adds a row to the header. A group that is followed by empty cells stands above them as well; at the end of the row up
-- to that of the table, since the last empty cell is lost where its bar is taken for the border.
function Matcher:header_row(cells)
  if not self.in_header then self:new_header() end
  self.in_header = true
  local open
  for _, cell in ipairs(cells) do
    self.header.stop = math.max(self.header.stop, cell.stop)
    if cell.label and has_role(cell.label, "header") then
      local entry = {label = cell.label, slot = cell.slot, col = cell.col, stop = cell.stop,
                     row = cell.row, row_stop = cell.row_stop}
      if has_role(cell.label, "header").amount then self:add({kind = "unit", label = cell.label, slot = cell.slot}) end
      table.insert(self.header.cells, entry)
      open = is_group_of_columns(cell.label) and entry or nil
    elseif cell.kind == BLANK then
      if open and open.stop == cell.col then open.stop = cell.stop end
    else
      table.insert(self.header.strangers, cell)
      self.header.foreign = self.header.foreign or cell.foreign   -- a column of another form means something else
      self:add{kind = "stranger", slot = cell.slot}
      open = nil
    end
  end
  local last = cells[#cells]
  if open and last.kind == BLANK and open.stop == last.stop then open.stop = self.width end
  self.header.columns = {}
end

-- The table that is one line and whose header was just read; one of its words must be found in no other table.
function Matcher:across_table()
  for i = #self.header.cells, 1, -1 do
    local t = self.header.cells[i].label.only_table
    if t then return t.across and t or nil end
  end
end

function Matcher:caption_row(use)
  self.caption = use.table
  self.current = nil
  self.pending = {}
  self:new_header()
  self.in_header = true
  self:add{kind = "caption", table = use.table}
end

-- A row of values without a label that we know: those of the label by itself above it.
-- @param stranger the cell in front of them that is no label of the form; nil for none
-- @param others slots of the texts in front of that cell
function Matcher:bare_row(values, stranger, others)
  local across = not stranger and self:across_table()
  local pending = self.pending
  self.pending = {}
  if #pending == 1 and not stranger then
    self:row(pending[1].table, pending[1].index, values, pending[1].label)
  elseif across then
    self:row(across, nil, values, nil)
    self.current = across
  else
    local slots = {}
    for _, cell in ipairs(values) do   -- an empty cell in front stands in place of the label
      if #slots > 0 or cell.kind ~= BLANK then slots[#slots + 1] = cell.slot end
    end
    self:add{kind = "bare", slots = slots, slot = (stranger or values[1]).slot, stranger = stranger ~= nil,
             others = others or {}}
  end
end

local function values_from(cells, col)
  local values = {}
  for _, cell in ipairs(cells) do
    if cell.col >= col and cell.kind ~= LABEL then values[#values + 1] = cell end
  end
  return values
end

-- The groups in a row of cells, and whether nothing else stands in it.
local function groups_in(cells)
  local groups, alone = {}, true
  for _, cell in ipairs(cells) do
    if cell.label and has_role(cell.label, "group") then groups[#groups + 1] = cell
    elseif cell.kind ~= BLANK then alone = false end
  end
  return groups, alone
end

-- Names the groups of rows that reach into a row. One in a row of its own reaches down to the next group.
function Matcher:groups_at(row, cells)
  local begun, alone = groups_in(cells)
  local open = {}
  for _, group in ipairs(self.open_groups) do
    if group.row_stop > row and not (group.alone and #begun > 0) then open[#open + 1] = group end
  end
  for _, group in ipairs(begun) do
    if alone then group.alone, group.row_stop = true, math.huge end
    open[#open + 1] = group
  end
  self.open_groups = open
  local names = {}
  for _, group in ipairs(open) do names[group.label.official] = group end
  for _, group in ipairs(begun) do self:follow_group(group.label) end
  return names
end

local function count_kinds(cells)
  local first_number, label_count, texts, blanks, caption = nil, 0, {}, 0, nil
  for _, cell in ipairs(cells) do
    if cell.kind == VALUE then first_number = first_number or cell
    elseif cell.kind == LABEL then
      label_count = label_count + 1
      caption = caption or has_role(cell.label, "caption") and cell
    elseif cell.kind == TEXT then texts[#texts + 1] = cell
    else blanks = blanks + 1 end
  end
  return first_number, label_count, texts, blanks, caption
end

-- Remembers the groups of the last row, outermost first, and itself, which may be a group of rows below it.
function Matcher:follow(use) self.trail = use.table.paths[use.row] end

-- A group of pairs reaches to the next one, whatever its span.
function Matcher:follow_group(label)
  for _, use in ipairs(label.uses) do
    if use.role == "group" and use.table.pairs then
      self.trail = table.move(self.trail, 1, use.level - 1, 1, {})
      self.trail[use.level] = label.official
      return
    end
  end
end

function Matcher:data_row(label, use, cells)
  local values = values_from(cells, label.stop)
  self.in_header = false
  self.current = use.table
  self:follow(use)
  if use.heading then
    self.pending = {}
    return self:add{kind = "heading", table = use.table, index = use.row, slot = label.slot}
  end
  if #values == 0 then
    table.insert(self.pending, {table = use.table, index = use.row, label = label})
    return
  end
  local pending = self.pending
  self.pending = {}
  self:row(use.table, use.row, values, label)
  -- Labels by themselves above a row that has its values beside its label.
  for _, blank in ipairs(self.entries[#self.entries].kind == "row" and pending or {}) do
    if blank.table == use.table then
      self:add{kind = "blank", table = blank.table, index = blank.index, slot = blank.label.slot}
    end
  end
end

-- Whether a word names a column of one of the tables that have a label as a row.
local function names_column(word, label)
  for _, use in ipairs(word.uses) do
    for _, row in ipairs(use.role == "header" and use.group == false and label.uses or {}) do
      if row.role == "row" and row.table == use.table then return true end
    end
  end
  return false
end

-- 1 | 图书 | 120: the row without the number in front of its label, where the header has no column above the label.
function Matcher:without_number(cells)
  local number, label = cells[1], cells[2]
  if not (cells[3] and number.kind == VALUE and label.label and label.label.may_be_row) then return cells end
  for _, cell in ipairs(self.header.cells) do
    if cell.col < label.stop and cell.stop > label.col and names_column(cell.label, label.label) then return cells end
  end
  if #self.header.cells == 0 then return cells end
  number.counts_row = true
  return table.move(cells, 2, #cells, 1, {})
end

-- So many words are no row of any table.
local least_words = 4

-- Whether a row of cells holds words alone, several of them labels: it may name columns, but its values are none.
local function is_list_of_words(cells, first_number, label_count, text_count, blanks)
  return not first_number and blanks == 0 and label_count > 1 and label_count + text_count >= least_words
         and #cells == label_count + text_count
end

function Matcher:read_row(row, cells)
  cells = self:without_number(cells)
  local first_number, label_count, texts, blanks, caption = count_kinds(cells)
  for _, cell in ipairs(cells) do
    if cell.label and cell.label.kind == "misprint" then
      self:add{kind = "misprint", label = cell.label, slot = cell.slot}
    end
  end
  if caption then return self:caption_row(has_role(caption.label, "caption")) end
  local groups = self:groups_at(row, cells)
  if pair_rows.holds(cells) then return pair_rows.read(self, cells, groups) end
  local label = row_label(cells, first_number)
  if label and is_list_of_words(cells, first_number, label_count, #texts, blanks) then label = nil end
  if label then
    for _, cell in ipairs(texts) do
      if cell.col < label.col then self:add({kind = "stranger", slot = cell.slot}) end
    end
    local use = self:row_use(label, groups)
    if use then return self:data_row(label, use, cells) end
    local values = values_from(cells, label.stop)
    self.in_header = false
    if #values > 0 then return self:bare_row(values, label) end
    return self:add{kind = "stranger", slot = label.slot}
  end
  if first_number then
    local stranger, others = nil, {}
    for _, cell in ipairs(texts) do
      if cell.col < first_number.col then
        others[#others + 1], stranger = stranger and stranger.slot, cell
      end
    end
    if stranger then self.trail = {} end   -- it may be a group that the form does not have
    self:bare_row(values_from(cells, stranger and stranger.stop or 0), stranger, others)
    self.in_header = false
    return
  end
  for _, cell in ipairs(cells) do
    if cell.label and has_role(cell.label, "header") then return self:header_row(cells) end
  end
  local across = label_count == 0 and #texts == 0 and blanks > 0 and self.is_last and self:across_table()
  if across and #columns.of(across, self.header).list == blanks then return self:bare_row(cells) end
  for _, cell in ipairs(texts) do self:add({kind = "stranger", slot = cell.slot}) end
end

--- A matcher for one printed table.
-- @param width how many columns it has
-- @param before what stands before it: `after` of the plan of the table above
function matcher.new(width, before)
  local self = setmetatable({entries = {}, headers = {}, width = width, open_groups = {}, trail = {}, pending = {},
                             current = before.current, caption = before.caption}, Matcher)
  self:new_header()
  if before.header and before.width == width then self:take_over(before.header) end
  return self
end

return matcher
