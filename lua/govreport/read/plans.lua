--- Carries out the plans of `govreport.read.grid` for one report: binds rows, notes what the binder has to know.

local layout = require "govreport.form.layout"
local row_runs = require "govreport.read.row_runs"

local plans = {}

--- The starts of a row's values: as they are, or those of cells in a table of the page.
function plans.starts_of(document, values)
  if not values.block then return values end
  local list = {}
  for i, slot in ipairs(values.slots) do list[i] = document:cell(values.block, slot) end
  return list
end

local on_entry = {}

-- Where the text of a cell of the block stands.
local function cell(self, slot) return self.binder.document:cell(self.block, slot) end

-- Which cells the values of a row fill, as `builder:grid` takes them: by the header of their table, or, where it has
-- none, by text in front of it; nil where that is not known.
local function cells_of(self, entry)
  local t, order = entry.table, entry.headless and self.binder.orders[entry.table]
  if not order or order.found == 0 then return entry.cells end
  if not order.order then return nil end
  local targets = order.official and entry.targets or layout.targets(t, order, entry.index)
  return row_runs.packed(entry.slots, targets, order.inferred)
end

-- Whether a row holds nothing but the numbers of the columns: 1, 2, 3, …
local function numbers_columns(self, entry)
  if not entry.table.numbered then return false end
  for i, slot in ipairs(entry.slots) do
    local start, stop = cell(self, slot)
    if self.binder.tape:sub(start, stop - 1) ~= tostring(i) then return false end
  end
  for _, slot in ipairs(entry.slots) do
    local start, stop = cell(self, slot)
    self.binder.builder:ignore(start, stop, "list_number")
  end
  return true
end

local function bind(self, entry, cells, start)
  self.binder.builder:grid(self.block, cells)
  self.binder:note_place(entry.table, start)
end

local function note_first(self, t, slot)
  self.binder.first_rows[t] = self.binder.first_rows[t] or {cell(self, slot)}
end

function on_entry.row(self, entry)
  if numbers_columns(self, entry) then return end
  local t, index, key = entry.table, entry.index, row_runs.key_of(entry)
  local seen, values = self.binder.seen, {block = self.block, slots = entry.slots}
  local start, label_stop = cell(self, entry.slot)
  local _, stop = cell(self, entry.slots[#entry.slots])
  local before = seen:get(t, key)
  if before then return self.binder:again(t, index, before, values, start, stop, label_stop) end
  local cells = cells_of(self, entry)
  if not cells then return self.binder:lose(t, index, start, label_stop, nil, #t.leaves) end
  seen:put(t, key, values)
  if self.binder:is_split(t, index) then
    self.binder:wait(t, index, start, stop, function() bind(self, entry, cells, start) end)
  else
    bind(self, entry, cells, start)
    self.binder.alignment:bound(t, index, start, stop)
  end
  note_first(self, t, entry.slot)
end

-- Whether no row was met of the tables that a run has rows of.
local function is_new(self, run)
  for _, part in ipairs(run.parts) do
    if not self.binder.seen:is_empty(part.table) then return false end
  end
  return true
end

-- Rows that are carried out at once, or, where some of them may stand twice, each by itself.
function on_entry.run(self, run)
  if not is_new(self, run) then
    for _, entry in ipairs(run.rows) do on_entry.row(self, entry) end
    return
  end
  local binder, block = self.binder, self.block
  binder.builder:grid(block, run.cells)
  binder.alignment:bound_run(block, run.rows)
  local function values_at(slots) return {block = block, slots = slots} end
  for _, part in ipairs(run.parts) do
    binder.seen:put_run(part.table, part.slots, values_at)
    binder:note_place(part.table, (cell(self, part.slot)))
    note_first(self, part.table, part.slot)
  end
end

function on_entry.lost(self, entry)
  local start, stop = cell(self, entry.slot)
  self.binder:lose(entry.table, entry.index, start, stop, entry.got, entry.wanted)
  self.binder.alignment:leave(start)
end

-- The slots of values without the empty cells behind them: apart from its label nothing tells those of a row from a
-- border that goes on.
local function without_border(self, slots)
  local count = #slots
  while count > 1 do
    local start, stop = cell(self, slots[count])
    if start < stop then break end
    count = count - 1
  end
  return table.move(slots, 1, count, 1, {})
end

local function note_stranger(self, slot, is_row)
  local start, stop = cell(self, slot)
  self.binder.strangers[#self.binder.strangers + 1] = {start = start, stop = stop, row = is_row}
end

-- Whether a text is written as a value that is none any more, 2O3 or 3l: digits, and else Latin letters alone.
local function is_spoilt_value(self, slot)
  local start, stop = cell(self, slot)
  local text = self.binder.tape:sub(start, stop - 1)
  return text:find("%d") ~= nil and not text:find("[\x80-\xFF]")
end

-- Notes the label of a row that the form does not have: the last text in front of its values. Where that is a spoilt
-- value, the words in front of it are the label, and it is another text in vain.
local function note_label(self, entry)
  local i = #entry.others
  if i == 0 or not is_spoilt_value(self, entry.slot) then return note_stranger(self, entry.slot, true) end
  while i > 1 and is_spoilt_value(self, entry.others[i]) do i = i - 1 end
  note_stranger(self, entry.others[i], true)
  for k = i + 1, #entry.others do note_stranger(self, entry.others[k]) end
  note_stranger(self, entry.slot)
end

-- Values without a label: those of a row whose label stands in front of the table, or the last of them; or of a row in
-- pieces.
function on_entry.bare(self, entry)
  local t, values = self.binder.row, self.binder.values
  local is_open = t and self.binder.row_index and not entry.stranger
  local slots = is_open and without_border(self, entry.slots) or entry.slots
  local starts = plans.starts_of(self.binder.document, {block = self.block, slots = slots})
  if is_open then table.move(starts, 1, #starts, #values + 1, values) end
  self.binder:close_row()
  if is_open then return end
  self.binder.alignment:leave(starts[1])
  if entry.stranger then note_label(self, entry) end
end

function on_entry.open(self, entry)
  local start, stop = cell(self, entry.slot)
  self.binder:open_row(entry.table, entry.index, start, stop)
end

function on_entry.blank(self, entry)
  on_entry.open(self, entry)
  self.binder:blank_row(entry.table)
  self.binder.row = nil
end

function on_entry.heading(self, entry) note_first(self, entry.table, entry.slot) end

function on_entry.caption(self, entry) self.binder.captions[entry.table] = true end

on_entry["misprint"] = function(self, entry)
  local start, stop = cell(self, entry.slot)
  self.binder:deviation("label_misprint", entry.label.official, self.binder.tape:sub(start, stop - 1), start, stop)
end

function on_entry.unit(self, entry)
  local start, stop = cell(self, entry.slot)
  self.binder:find_unit(entry.label, start, stop)
end

function on_entry.stranger(self, entry)
  local start, stop = cell(self, entry.slot)
  local text = self.binder.tape:sub(start, stop - 1)
  if stop - start > layout.longest_label or text:find("^注") then self.notes[#self.notes + 1] = {start, stop}
  else self.binder.strangers[#self.binder.strangers + 1] = {start = start, stop = stop} end
end

function on_entry.deviation(self, entry)
  if entry.deviation == "header_missing" then return self.binder:order_of(entry.table, cell(self, entry.slot)) end
  local start, stop = cell(self, entry.slot)
  self.binder:tell(entry.deviation, entry.subject, entry.detail, start, stop)
end

--- Carries out a plan.
-- @param binder the Binder
-- @param block the number of the table's block
-- @return places of notes in the table, as a list of `{start, stop}`
function plans.carry_out(binder, block, plan)
  local self = {binder = binder, block = block, notes = {}}
  binder.builder:labels(block, plan.labels)
  for t in pairs(plan.permuted) do binder.alignment:bar(t) end
  local first = plan.entries[1]
  if first and first.kind == "row" then binder:blank_row(first.table) end
  if not first or first.kind ~= "bare" then binder:close_row() end
  for _, step in ipairs(plan.steps) do on_entry[step.kind](self, step) end
  return self.notes
end

return plans
