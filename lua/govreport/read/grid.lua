--- Reads the tables of a page: which cells are labels, which rows and columns they name, and so which value belongs to
-- which cell of the form. Works on signatures alone, so that tables that look alike are thought about once.
--
-- A value belongs to the row whose label stands left of it and to the column whose labels stand above it. Where spans
-- and fillers put the columns out of line, but a row has exactly as many values as the header has columns, in the
-- form's order, the k-th value belongs to the k-th column, and is `inferred`. A row that has fewer or more is not
-- read: nobody can tell which value was lost.

local core = require "govreport.core"
local labels = require "govreport.form.labels"
local later = require "govreport.base.later"
local matcher = later "govreport.read.matcher"
local roles = require "govreport.read.roles"
local row_runs = later "govreport.read.row_runs"

local grid = {}

local LABEL, TEXT = roles.LABEL, roles.TEXT
local ordinal_names = {"part", "section", "point", "detail"}

-- ---- cells --------------------------------------------------------------------------------------

-- The cells of a signature, by the row in which they begin; the last of these; how many columns and cells there are.
local function decode(signature, form)
  local rows, slots, position, slot, last, width = {}, core.slots(signature), 1, 0, 0, 0
  while position <= #slots do
    local number, row, row_span, col, col_span, kind, ordinal, ordinal_number
    number, row, row_span, col, col_span, kind, ordinal, ordinal_number, position =
      labels.slot:unpack(slots, position)
    slot = slot + 1
    local cell = {slot = slot, kind = kind, col = col, stop = col + col_span}
    if kind == LABEL or kind == TEXT then
      local label = kind == LABEL and form.labels.list[number] or nil
      cell.kind, cell.label, cell.foreign = label and LABEL or TEXT, label, number > 0 and not label
      cell.row, cell.row_stop = row, row + row_span
      cell.ordinal = ordinal > 0 and ordinal_names[ordinal] .. ordinal_number or false
    end
    local line = rows[row]
    if line then line[#line + 1] = cell else rows[row] = {cell} end
    if row > last then last = row end
    if cell.stop > width then width = cell.stop end
  end
  return rows, last, width, slot
end

-- ---- the whole ----------------------------------------------------------------------------------

-- The labels whose digits are list numbers, and the cells that hold nothing else, as `builder:labels` takes them.
local function numbered_labels(rows, last)
  local slots = {}
  for row = 0, last do
    for _, cell in ipairs(rows[row] or {}) do
      if cell.label or cell.counts_row then slots[#slots + 1] = ("<I4"):pack(cell.slot) end
    end
  end
  return table.concat(slots)
end

local function read(form, signature, before)
  local rows, last, width, count = decode(signature, form)
  local self = matcher.new(width, before)
  for row = 0, last do
    self.is_last = row == last
    if rows[row] then self:read_row(row, rows[row]) end
  end
  self:settle_positions()
  local pending = self.pending[#self.pending]
  if pending then
    self:add{kind = "open", table = pending.table, index = pending.index, slot = pending.label.slot}
  end
  local known = #self.header.cells > 0
  for _, entry in ipairs(self.entries) do known = known or entry.table ~= nil end
  local open_header = {}
  for i, cell in ipairs(self.in_header and self.header.cells or {}) do open_header[i] = cell.label end
  return {
    known = known, weight = count, open_header = open_header, permuted = self:permuted(), entries = self.entries,
    steps = row_runs.of(self.entries), labels = numbered_labels(rows, last),
    -- What the next table of the report takes over.
    after = {header = self.header, width = width, current = self.current, caption = self.caption},
  }
end

-- What stands before a table counts for its plan: each such state has a number, which stands in front of the signature
-- where the plan is kept.
local function numbered(form, before)
  form.states = (form.states or 0) + 1
  before.number = ("<I8"):pack(form.states)
  return before
end

--- What to do with a table.
-- @param form the compiled form
-- @param signature from `labels:grid` of the core
-- @param before `after` of the plan of the table before it; `grid.start()` for the first
-- @return plan: `known` (whether it is a table of the form), `weight` (how many cells it has), `permuted` (set of
-- tables whose columns are in another order than the form's), `entries` in order, `steps` (the same with rows put
-- together, see `govreport.read.row_runs`), `labels` (their slots, packed), `open_header` (the labels of a header
-- without rows that ends the table), `after`. The entries:
-- row: table, index (nil for a table of one line), slots, targets, inferred, headless (no header above it)
-- lost: table, index, got (nil where the header is at fault), wanted
-- bare: slots, stranger (beside a label that is none), others (slots of the texts in front of that one)
-- open: table, index: a label at the end of the table, without values
-- blank: table, index: a label by itself above a row with its values
-- heading: table, index: a row without numbers
-- caption: table · misprint, unit: label · stranger
-- deviation: deviation, subject, detail
-- Each has `slot`, the cell where it stands.
function grid.plan(form, signature, before)
  local key = before.number .. signature
  local plan = form.plans:get(key)
  if plan then return plan end
  plan = read(form, signature, before)
  numbered(form, plan.after)
  return form.plans:put(key, plan, plan.weight)
end

--- What stands before a table whose caption was read above it.
-- @param form the compiled form
-- @param before what stood there without it
-- @param t the layout of the table that it names
function grid.captioned(form, before, t)
  before.captioned = before.captioned or {}
  before.captioned[t] = before.captioned[t] or numbered(form, {caption = t})
  return before.captioned[t]
end

--- What stands before the first table of a report.
function grid.start(form)
  form.first_plan = form.first_plan or numbered(form, {})
  return form.first_plan
end

return grid
