--- Reads the tables of a page: which cells are labels, which rows and columns they name, and so which value belongs to
-- which cell of the form. Works on signatures alone, so that tables that look alike are thought about once.
--
-- A value belongs to the row whose label stands left of it and to the column whose labels stand above it. Where spans
-- and fillers put the columns out of line, but a row has exactly as many values as the header has columns, in the form's
-- order, the k-th value belongs to the k-th column, and is `inferred`. A row that has fewer or more is not read: nobody
-- can tell which value was lost.

local labels = require "govreport.labels"
local layout = require "govreport.layout"

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
      slot = slot, kind = kind, label = label, row = row, row_stop = row + row_span, col = col, stop = col + col_span,
      ordinal = ordinal > 0 and ordinal_names[ordinal] .. ordinal_number or false,
    })
    last = math.max(last, row)
  end
  return rows, last
end

-- ---- columns ------------------------------------------------------------------------------------

local function stands_in_header(label, t)
  for _, use in ipairs(label.uses) do
    if use.table == t and use.role == "header" then return true end
  end
  return false
end

-- The only leaf of a table on whose path all labels of its header above a column lie; nil where there is none, or more
-- than one.
local function leaf_of(t, header, col)
  local found, path = nil, {}
  for _, cell in ipairs(header.cells) do
    if cell.col <= col and col < cell.stop and stands_in_header(cell.label, t) then path[cell.label.official] = true end
  end
  if next(path) == nil then return nil end
  for number, leaf in ipairs(t.leaves) do
    local on_path, count = {}, 0
    for _, label in ipairs(leaf.path) do on_path[label] = true end
    for label in pairs(path) do count = count + (on_path[label] and 0 or 1) end
    if count == 0 and path[leaf.path[#leaf.path]] then
      if found then return nil end
      found = number
    end
  end
  return found
end

-- Whether a group of a leaf stands in the header, but not above the leaf's column: then the header's rows are out of
-- line.
local function is_out_of_line(t, header, leaf, col)
  local path = t.leaves[leaf].path
  for level = 1, #path - 1 do
    local there, above = false, false
    for _, cell in ipairs(header.cells) do
      if cell.label.official == path[level] and stands_in_header(cell.label, t) then
        there = true
        above = above or cell.col <= col and col < cell.stop
      end
    end
    if there and not above then return true end
  end
  return false
end

-- Whether the columns are in another order than the form's while a group that some of them belong to is missing: the words
-- behind it may have moved.
local function has_moved(t, header, list)
  local ascending = true
  for i = 2, #list do ascending = ascending and list[i - 1] < list[i] end
  if ascending or t.across then return false end   -- in a table of one line nothing is known without its group
  local there = {}
  for _, cell in ipairs(header.cells) do there[cell.label.official] = true end
  for _, leaf in ipairs(t.leaves) do
    for level = 1, #leaf.path - 1 do
      if not there[leaf.path[level]] and layout.has_neighbours(t, leaf, level) then return true end
    end
  end
  return false
end

-- Whether one word of a header stands above columns of several groups: its span is wrong, and so are the places behind
-- it.
local function is_torn(t, header, leaf_at)
  local function ends_in(number, label)
    local path = number and t.leaves[number].path
    return path ~= nil and path[#path] == label.official
  end
  for _, cell in ipairs(header.cells) do
    for col = cell.col + 1, cell.stop - 1 do
      local left, right = leaf_at[col - 1], leaf_at[col]
      if left ~= right and ends_in(left, cell.label) and ends_in(right, cell.label) then return true end
    end
  end
  return false
end

-- Whether a header was printed on one line, so that its columns are not those of the values: it has a group that stands
-- above none of its leaves.
local function is_flat(t, header, leaf_at)
  for _, cell in ipairs(header.cells) do
    local group, above = false, false
    for _, leaf in ipairs(t.leaves) do
      for level = 1, #leaf.path - 1 do group = group or leaf.path[level] == cell.label.official end
    end
    for col = cell.col, group and cell.stop - 1 or -1 do
      for _, label in ipairs(leaf_at[col] and t.leaves[leaf_at[col]].path or {}) do
        above = above or label == cell.label.official
      end
    end
    if group and not above then return true end
  end
  return false
end

-- What a header says of a table: the leaf of each column, the leaves from left to right, and where the last one ends.
local function columns_of(t, header)
  local known = header.columns[t]
  if known then return known end
  known = {leaf = {}, first = {}, last = {}, list = {}, stop = 0, unknown = {}}
  local seen = {}
  for col = 0, header.width - 1 do
    local leaf = leaf_of(t, header, col)
    known.leaf[col] = leaf
    if leaf then
      known.stop = col + 1
      known.first[leaf], known.last[leaf] = known.first[leaf] or col, col
      if not seen[leaf] then known.list[#known.list + 1] = leaf end
      known.twice = known.twice or seen[leaf] and known.list[#known.list] ~= leaf
      seen[leaf] = true
      known.crooked = known.crooked or is_out_of_line(t, header, leaf, col)
    end
  end
  for _, cell in ipairs(header.strangers) do
    for col = cell.col, cell.stop - 1 do known.unknown[col] = true end
  end
  known.crooked = known.crooked or has_moved(t, header, known.list)
  known.complete = #known.list == #t.leaves and not known.crooked
  known.closed = known.complete
  for col = known.first[known.list[1]] or 0, known.stop - 1 do known.closed = known.closed and known.leaf[col] ~= nil end
  known.torn = is_torn(t, header, known.leaf)
  known.flat = is_flat(t, header, known.leaf)
  header.columns[t] = known
  return known
end

-- ---- rows ---------------------------------------------------------------------------------------

-- Binds by position: every value under a column's label, every column with one value.
local function by_position(columns, values)
  local found, count, extra, stop = {}, 0, {}, 0
  for _, cell in ipairs(values) do
    local leaf = columns.leaf[cell.col]
    stop = math.max(stop, cell.stop)
    if leaf then
      local other = found[leaf]
      if not other then count = count + 1 end
      if not other or other.kind == BLANK then found[leaf] = cell
      elseif cell.kind ~= BLANK then return nil end
    elseif cell.kind ~= BLANK then
      if not columns.unknown[cell.col] then return nil end
      extra[#extra + 1] = cell
    end
  end
  if stop < columns.stop or count < #columns.list then return nil end
  return found, extra
end

-- The values without the fillers in front or behind, as many as wanted; nil where that is not sure.
local function trimmed(values, wanted)
  local first, last = 1, #values
  while last - first + 1 > wanted do
    local front, back = values[first].kind == BLANK, values[last].kind == BLANK
    if front == back then return nil end
    if front then first = first + 1 else last = last - 1 end
  end
  if last - first + 1 < wanted then return nil end
  return table.move(values, first, last, 1, {})
end

-- Whether values that are given to leaves by their order agree with what is known of the columns: each reaches under its
-- label, or all of them are out of line by as much, as when a cell in front of the row is missing; or no column between
-- the labels is without one.
local function in_line(columns, cells, leaves)
  local shift, same, touching, known = nil, true, true, 0
  for k, cell in ipairs(cells) do
    local first, last = columns.first[leaves[k]], columns.last[leaves[k]]
    if first then
      known = known + 1
      shift = shift or cell.col - first
      same = same and cell.col - first == shift
      touching = touching and cell.col <= last and cell.stop > first
    end
  end
  return touching or (same and known > 1) or columns.closed
end

-- The order that the words of a header on one line tell.
local function flat_order(t, header, cells)
  local words = {}
  for i, cell in ipairs(header.cells) do words[i] = cell.label end
  local order = layout.order(t, words).order
  if not order then return nil, true end
  return cells, order, true
end

-- The leaves in the order in which values stand, and which of them are told by that order alone; nil where it is not
-- sure, and whether that is so for the header: there are as many values as columns. An empty cell in front may be a filler
-- where cells behind are lost.
local function by_order(t, header, columns, values)
  local cells, width = trimmed(values, #t.leaves), header.width
  if not cells then return nil, false end
  if cells[1].kind == BLANK and (#cells < #values or cells[#cells].stop < width) then return nil, false end
  if columns.flat then return flat_order(t, header, cells) end
  for i = 2, #columns.list do   -- what is known of the header must not contradict the form's order
    if columns.list[i] < columns.list[i - 1] then return nil, true end
  end
  if columns.complete then
    if columns.twice or not in_line(columns, cells, columns.list) then return nil, true end
    return cells, columns.list, true
  end
  local leaves, inferred = {}, {}
  for k, cell in ipairs(cells) do
    leaves[k] = k
    inferred[k] = columns.leaf[cell.col] ~= k
  end
  if not in_line(columns, cells, leaves) then return nil, true end
  return cells, leaves, inferred
end

local function target(t, leaf_number, row)
  local leaf = t.leaves[leaf_number]
  return t.first_cell + ((leaf.row or row) - 1) * #t.columns + leaf.column - 1
end

local Matcher = {}
Matcher.__index = Matcher

local function add(self, entry) self.entries[#self.entries + 1] = entry end

function Matcher:deviation(kind, subject, detail, slot)
  add(self, {kind = "deviation", deviation = kind, subject = subject, detail = detail, slot = slot})
end

-- Says once of a table what its header lacks.
function Matcher:report_header(t, columns, slot)
  local header = self.header
  if header.reported[t] then return end
  header.reported[t] = true
  if #columns.list == 0 then
    if not t.across then
      add(self, {kind = "deviation", deviation = "header_missing", table = t, subject = t.id, detail = "", slot = slot})
    end
    return
  end
  local found = {}
  for _, leaf in ipairs(columns.list) do found[leaf] = true end
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
  local columns = columns_of(t, self.header)
  local slots, targets, inferred = {}, {}, false
  local found, extra = nil, nil
  if #columns.list > 0 and not columns.crooked and (columns.complete or #values ~= #t.leaves) then
    found, extra = by_position(columns, values)
  end
  if found and not columns.twice and not columns.torn then
    for leaf = 1, #t.leaves do
      if found[leaf] then
        slots[#slots + 1] = found[leaf].slot
        targets[#targets + 1] = target(t, leaf, index)
      end
    end
  else
    local cells, leaves
    cells, leaves, inferred = by_order(t, self.header, columns, values)
    -- Where the header is out of line, it is not the row that is wrong.
    if not cells then return self:lose(t, index, values, (label or values[1]).slot, leaves or columns.crooked) end
    for k, cell in ipairs(cells) do
      slots[k] = cell.slot
      targets[k] = target(t, leaves[k], index)
    end
  end
  self:report_header(t, columns, (label or values[1]).slot)
  add(self, {kind = "row", table = t, index = index, slots = slots, targets = targets, inferred = inferred or false,
             headless = not t.across and #columns.list == 0, slot = (label or values[1]).slot})
  if extra and #extra > 0 then add(self, {kind = "extra", slot = extra[1].slot}) end
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

-- The tables whose columns stand in another order than the form's.
function Matcher:permuted(form)
  local list = {}
  for _, header in ipairs(self.headers) do
    for _, t in ipairs(#header.cells > 1 and form.layouts or {}) do
      local columns = columns_of(t, header).list
      for i = 2, #columns do
        if columns[i] < columns[i - 1] then list[t] = true end
      end
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

function Matcher:caption_row(cell, use)
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
    for i, cell in ipairs(values) do slots[i] = cell.slot end
    add(self, {kind = "bare", slots = slots, slot = (stranger or values[1]).slot, stranger = stranger ~= nil,
               known = #self.header.cells > 0})
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
  return names
end

local function count_kinds(cells)
  local first_number, labels, texts, blanks, caption = nil, 0, {}, 0, nil
  for _, cell in ipairs(cells) do
    if cell.kind == VALUE then first_number = first_number or cell
    elseif cell.kind == LABEL then
      labels = labels + 1
      caption = caption or has_role(cell.label, "caption") and cell
    elseif cell.kind == TEXT then texts[#texts + 1] = cell
    else blanks = blanks + 1 end
  end
  return first_number, labels, texts, blanks, caption
end

function Matcher:data_row(label, use, cells)
  local values = values_from(cells, label.stop)
  self.in_header = false
  self.current = use.table
  if #values == 0 then
    self.pending = {table = use.table, index = use.row, label = label}
    return
  end
  self.pending = nil
  self:row(use.table, use.row, values, label)
end

function Matcher:read_row(row, cells)
  local first_number, labels, texts, blanks, caption = count_kinds(cells)
  for _, cell in ipairs(cells) do
    if cell.label and cell.label.kind == "misprint" then add(self, {kind = "misprint", label = cell.label, slot = cell.slot}) end
  end
  if caption then return self:caption_row(caption, has_role(caption.label, "caption")) end
  local groups = self:groups_at(row, cells)
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
  local across = labels == 0 and #texts == 0 and blanks > 0 and self.is_last and self:across_table()
  if across and #columns_of(across, self.header).list == blanks then return self:bare_row(cells) end
  for _, cell in ipairs(texts) do add(self, {kind = "stranger", slot = cell.slot}) end
end

-- ---- the whole ----------------------------------------------------------------------------------

-- The labels whose digits are list numbers.
local function numbered_labels(rows, last)
  local slots = {}
  for row = 0, last do
    for _, cell in ipairs(rows[row] or {}) do
      if cell.label then slots[#slots + 1] = cell.slot end
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
  local self = setmetatable({entries = {}, headers = {}, width = width, open_groups = {}, current = before.current,
                             caption = before.caption}, Matcher)
  if before.header and before.width == width then self.header = before.header else self:new_header() end
  for row = 0, last do
    self.is_last = row == last
    if rows[row] then self:read_row(row, rows[row]) end
  end
  local pending = self.pending
  if pending then add(self, {kind = "open", table = pending.table, index = pending.index, slot = pending.label.slot}) end
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
-- row: table, index (nil for a table of one line), slots, targets, inferred, headless (no header above it) · lost: table,
-- index, got (nil where the header is at fault), wanted · bare:
-- slots, stranger (beside a label that is none) · open: table, index: a label at the end of the table, without values ·
-- caption: table · misprint: label · unit: label · stranger · extra: values of a column that the form does not have · deviation. Each
-- has `slot`, the cell where it stands.
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
