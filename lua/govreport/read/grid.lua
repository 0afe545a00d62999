--- Reads the tables of a page: which cells are labels, which rows and columns they name, and so which value belongs to
-- which cell of the form. Works on signatures alone, so that tables that look alike are thought about once.
--
-- A value belongs to the row whose label stands left of it and to the column whose labels stand above it. Where spans
-- and fillers put the columns out of line, but a row has exactly as many values as the header has columns, in the
-- form's order, the k-th value belongs to the k-th column, and is `inferred`. A row that has fewer or more is not
-- read: nobody can tell which value was lost.

local columns = require "govreport.read.columns"
local labels = require "govreport.form.labels"
local layout = require "govreport.form.layout"

local grid = {}

local BLANK, VALUE, LABEL, TEXT = 0, 1, 2, 3
local ordinal_names = {"part", "section", "point", "detail"}

-- ---- cells --------------------------------------------------------------------------------------

-- The cells of a signature, by the row in which they begin.
local function decode(signature, form)
  local rows, position, slot, last = {}, 1, 0, 0
  while position <= #signature do
    local number, row, row_span, col, col_span, kind, ordinal, ordinal_number
    number, row, row_span, col, col_span, kind, ordinal, ordinal_number, position =
      labels.slot:unpack(signature, position)
    slot = slot + 1
    local label = kind == LABEL and form.labels.list[number] or nil
    if kind == LABEL and not label then kind = TEXT end
    rows[row] = rows[row] or {}
    table.insert(rows[row], {
      slot = slot, kind = kind, label = label, foreign = number > 0 and not label,
      row = row, row_stop = row + row_span, col = col, stop = col + col_span,
      ordinal = ordinal > 0 and ordinal_names[ordinal] .. ordinal_number or false,
    })
    last = math.max(last, row)
  end
  return rows, last
end

-- ---- rows ---------------------------------------------------------------------------------------

local Matcher = {}
Matcher.__index = Matcher

local function add(self, entry) self.entries[#self.entries + 1] = entry end

function Matcher:deviation(kind, subject, detail, slot)
  add(self, {kind = "deviation", deviation = kind, subject = subject, detail = detail, slot = slot})
end

-- Says once of a table what its header lacks.
function Matcher:report_header(t, known, slot)
  local header = self.header
  if header.reported[t] then return end
  header.reported[t] = true
  if #known.list == 0 then
    if not t.across then
      add(self, {kind = "deviation", deviation = "header_missing", table = t, subject = t.id, detail = "", slot = slot})
    end
    return
  end
  local found = {}
  for _, leaf in ipairs(known.list) do found[leaf] = true end
  for number, leaf in ipairs(t.leaves) do
    local last = leaf.path[#leaf.path]
    if not found[number] and not t.across then self:deviation("column_missing", last, t.id, header.cells[1].slot) end
  end
end

-- A row that is not read: it has too few values or too many, or its header leaves open which column each belongs to.
function Matcher:lose(t, index, values, slot, header_unclear)
  if header_unclear then self:deviation("columns_unknown", t.id, "", self.header.cells[1].slot) end
  add(self, {kind = "lost", table = t, index = index, slot = slot, got = not header_unclear and #values or nil,
             wanted = #t.leaves})
end

-- The row of a table with its values.
-- @param label the cell with the row's label; nil for a table that is one line
function Matcher:row(t, index, values, label)
  local known = columns.of(t, self.header)
  local slots, targets, inferred = {}, {}, false
  local slot, found = (label or values[1]).slot, nil
  if #known.list > 0 and not known.crooked and (known.complete or self.header.foreign or #values ~= #t.leaves) then
    found = columns.by_position(known, values)
  end
  if found and not known.twice and not known.torn then
    for leaf = 1, #t.leaves do
      if found[leaf] then
        slots[#slots + 1] = found[leaf].slot
        targets[#targets + 1] = layout.target(t, leaf, index)
      end
    end
  else
    if self.header.foreign and not known.complete then return self:lose(t, index, values, slot, true) end
    local cells, leaves
    cells, leaves, inferred = columns.by_order(t, self.header, known, values)
    -- Where the header is out of line, it is not the row that is wrong.
    if not cells then return self:lose(t, index, values, slot, leaves or known.crooked) end
    for k, cell in ipairs(cells) do
      slots[k] = cell.slot
      targets[k] = layout.target(t, leaves[k], index)
    end
  end
  self:report_header(t, known, slot)
  add(self, {kind = "row", table = t, index = index, slots = slots, targets = targets, inferred = inferred or false,
             headless = not t.across and #known.list == 0, slot = slot})
end

-- ---- what a row is ------------------------------------------------------------------------------

-- Among what a label can stand for, the row meant here.
function Matcher:row_use(cell, groups)
  local best, best_fit
  for _, use in ipairs(cell.label.uses) do
    if use.role == "row" then
      local fit = (use.table == self.current and 4 or 0) + (use.table == self.caption and 4 or 0)
                  + labels.ordinal_fit(use.ordinal, cell.ordinal)
      local path = layout.path_of(use.table.rows[use.row])
      for level = 1, #path - 1 do
        if groups[path[level]] then fit = fit + 2 end
        if self.trail[level] == path[level] then fit = fit + 1 end
      end
      if not best or fit > best_fit then best, best_fit = use, fit end
    end
  end
  return best
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

local function has_role(label, role)
  for _, use in ipairs(label.uses) do
    if use.role == role then return use end
  end
end

function Matcher:new_header()
  self.header = {cells = {}, strangers = {}, columns = {}, reported = {}, width = self.width}
  self.headers[#self.headers + 1] = self.header
end

-- Takes over the header of the table before. What was told of it is another plan's: this one tells it for itself.
function Matcher:take_over(header)
  self.header.cells, self.header.strangers = header.cells, header.strangers
  self.header.columns, self.header.foreign = header.columns, header.foreign
end

-- The tables whose columns stand in another order than the form's.
function Matcher:permuted(form)
  local list = {}
  for _, header in ipairs(self.headers) do
    for _, t in ipairs(#header.cells > 1 and form.layouts or {}) do
      if not layout.is_official(columns.of(t, header).list) then list[t] = true end
    end
  end
  return list
end

-- Adds a row to the header. A group that is followed by empty cells stands above them as well.
function Matcher:header_row(cells)
  if not self.in_header then self:new_header() end
  self.in_header = true
  local open
  for _, cell in ipairs(cells) do
    if cell.label and has_role(cell.label, "header") then
      local entry = {label = cell.label, slot = cell.slot, col = cell.col, stop = cell.stop}
      if has_role(cell.label, "header").amount then add(self, {kind = "unit", label = cell.label, slot = cell.slot}) end
      table.insert(self.header.cells, entry)
      open = is_group_of_columns(cell.label) and entry or nil
    elseif cell.kind == BLANK then
      if open and open.stop == cell.col then open.stop = cell.stop end
    else
      table.insert(self.header.strangers, cell)
      self.header.foreign = self.header.foreign or cell.foreign   -- a column of another form means something else
      add(self, {kind = "stranger", slot = cell.slot})
      open = nil
    end
  end
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
  self.pending = nil
  self:new_header()
  self.in_header = true
  add(self, {kind = "caption", table = use.table})
end

-- A row of values without a label that we know.
function Matcher:bare_row(values, stranger)
  local across = not stranger and self:across_table()
  if self.pending then
    local pending = self.pending
    self.pending = nil
    self:row(pending.table, pending.index, values, pending.label)
  elseif across then
    self:row(across, nil, values, nil)
    self.current = across
  else
    local slots = {}
    for _, cell in ipairs(values) do   -- an empty cell in front stands in place of the label
      if #slots > 0 or cell.kind ~= BLANK then slots[#slots + 1] = cell.slot end
    end
    add(self, {kind = "bare", slots = slots, slot = (stranger or values[1]).slot, stranger = stranger ~= nil})
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
  for _, group in ipairs(open) do names[group.label.official] = true end
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
function Matcher:follow(use) self.trail = layout.path_of(use.table.rows[use.row]) end

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
    self.pending = nil
    return add(self, {kind = "heading", table = use.table, index = use.row, slot = label.slot})
  end
  if #values == 0 then
    self.pending = {table = use.table, index = use.row, label = label}
    return
  end
  self.pending = nil
  self:row(use.table, use.row, values, label)
end

-- ---- pairs of a label and a value ---------------------------------------------------------------

local function is_pair(label)
  for _, use in ipairs(label.uses) do
    if use.role == "row" and use.table.pairs then return true end
  end
  return false
end

-- Whether a row holds pairs: a label of one, with something behind it.
local function holds_pairs(cells)
  for i, cell in ipairs(cells) do
    if cell.label and is_pair(cell.label) and cells[i + 1] then return true end
  end
  return false
end

-- A label that stands where a value is due is a label again, unless nothing but a label or the end comes behind it.
local function is_value(cells, i)
  local cell, after = cells[i], cells[i + 1]
  if not cell.label then return true end
  if has_role(cell.label, "group") then return false end
  return after == nil and not is_pair(cell.label)
end

-- Which of the cells behind a label is its value: the only one that is filled, else the first.
local function value_behind(cells, i)
  local found, last = i + 1, i + 1
  while cells[last] and not cells[last].label do last = last + 1 end
  for k = i + 1, last - 1 do
    if cells[k].kind ~= BLANK then
      found = k
      break
    end
  end
  return found
end

-- Reads the pairs of a row, several one beside the other.
function Matcher:pairs_row(cells, groups)
  local i = 1
  self.in_header = false
  while i <= #cells do
    local cell = cells[i]
    local use = cell.label and is_pair(cell.label) and self:row_use(cell, groups)
    if use and cells[i + 1] and is_value(cells, i + 1) then
      i = value_behind(cells, i)
      self:follow(use)
      self.current = use.table
      add(self, {kind = "row", table = use.table, index = use.row, slots = {cells[i].slot}, inferred = false,
                 targets = {layout.target(use.table, 1, use.row)}, headless = false, slot = cell.slot})
    elseif use and use.heading then
      self:follow(use)
      add(self, {kind = "heading", table = use.table, index = use.row, slot = cell.slot})
    elseif not cell.label and cell.kind ~= BLANK then
      add(self, {kind = "stranger", slot = cell.slot})
    end
    i = i + 1
  end
end

local function names_column(label)
  for _, use in ipairs(label.uses) do
    if use.role == "header" and use.group == false then return true end
  end
  return false
end

-- 1 | 图书 | 120: the row without the number in front of its label, where the header has no column above the label.
function Matcher:without_number(cells)
  local number, label = cells[1], cells[2]
  if not (cells[3] and number.kind == VALUE and label.label and label.label.may_be_row) then return cells end
  for _, cell in ipairs(self.header.cells) do
    if cell.col < label.stop and cell.stop > label.col and names_column(cell.label) then return cells end
  end
  if #self.header.cells == 0 then return cells end
  number.counts_row = true
  return table.move(cells, 2, #cells, 1, {})
end

function Matcher:read_row(row, cells)
  cells = self:without_number(cells)
  local first_number, label_count, texts, blanks, caption = count_kinds(cells)
  for _, cell in ipairs(cells) do
    if cell.label and cell.label.kind == "misprint" then
      add(self, {kind = "misprint", label = cell.label, slot = cell.slot})
    end
  end
  if caption then return self:caption_row(has_role(caption.label, "caption")) end
  local groups = self:groups_at(row, cells)
  if holds_pairs(cells) then return self:pairs_row(cells, groups) end
  local label = row_label(cells, first_number)
  if label then
    for _, cell in ipairs(texts) do
      if cell.col < label.col then add(self, {kind = "stranger", slot = cell.slot}) end
    end
    return self:data_row(label, self:row_use(label, groups), cells)
  end
  if first_number then
    local stranger
    for _, cell in ipairs(texts) do
      if cell.col < first_number.col then stranger = cell end
    end
    self:bare_row(values_from(cells, stranger and stranger.stop or 0), stranger)
    self.in_header = false
    return
  end
  for _, cell in ipairs(cells) do
    if cell.label and has_role(cell.label, "header") then return self:header_row(cells) end
  end
  local across = label_count == 0 and #texts == 0 and blanks > 0 and self.is_last and self:across_table()
  if across and #columns.of(across, self.header).list == blanks then return self:bare_row(cells) end
  for _, cell in ipairs(texts) do add(self, {kind = "stranger", slot = cell.slot}) end
end

-- ---- the whole ----------------------------------------------------------------------------------

-- The labels whose digits are list numbers, and the cells that hold nothing else.
local function numbered_labels(rows, last)
  local slots = {}
  for row = 0, last do
    for _, cell in ipairs(rows[row] or {}) do
      if cell.label or cell.counts_row then slots[#slots + 1] = cell.slot end
    end
  end
  return slots
end

local function read(form, signature, before)
  local rows, last = decode(signature, form)
  local width = 0
  for row = 0, last do
    for _, cell in ipairs(rows[row] or {}) do width = math.max(width, cell.stop) end
  end
  local self = setmetatable({entries = {}, headers = {}, width = width, open_groups = {}, trail = {},
                             current = before.current,
                             caption = before.caption}, Matcher)
  self:new_header()
  if before.header and before.width == width then self:take_over(before.header) end
  for row = 0, last do
    self.is_last = row == last
    if rows[row] then self:read_row(row, rows[row]) end
  end
  local pending = self.pending
  if pending then
    add(self, {kind = "open", table = pending.table, index = pending.index, slot = pending.label.slot})
  end
  local known = #self.header.cells > 0
  for _, entry in ipairs(self.entries) do known = known or entry.table ~= nil end
  return {
    known = known, permuted = self:permuted(form), entries = self.entries, labels = numbered_labels(rows, last),
    -- What the next table of the report takes over, and what is known of tables that followed it.
    after = {header = self.header, width = width, current = self.current, caption = self.caption, plans = {}},
  }
end

-- Tables repeat from report to report: so many of them are kept for a form.
local max_plans = 512

--- What to do with a table.
-- @param form the compiled form
-- @param signature from `labels:grid` of the core
-- @param before `after` of the plan of the table before it; `grid.start()` for the first
-- @return plan: `known` (whether it is a table of the form), `permuted` (set of tables whose columns are in another
-- order than the form's), `entries` in order, `labels` (slots), `after`. The entries:
-- row: table, index (nil for a table of one line), slots, targets, inferred, headless (no header above it)
-- lost: table, index, got (nil where the header is at fault), wanted
-- bare: slots, stranger (beside a label that is none)
-- open: table, index: a label at the end of the table, without values
-- heading: table, index: a row without numbers
-- caption: table · misprint, unit: label · stranger
-- deviation: deviation, subject, detail
-- Each has `slot`, the cell where it stands.
function grid.plan(form, signature, before)
  local plan = before.plans[signature]
  if plan then return plan end
  plan = read(form, signature, before)
  form.plan_count = (form.plan_count or 0) + 1
  if form.plan_count <= max_plans then before.plans[signature] = plan end
  return plan
end

--- What stands before the first table of a report.
function grid.start(form)
  form.first_plan = form.first_plan or {plans = {}}
  return form.first_plan
end

return grid
