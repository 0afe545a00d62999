--- What stands printed where: labels of a form on the tape and in the tables of the page, and the short texts that are
-- none of its labels.

local bisect = require "govreport.base.bisect"
local core = require "govreport.core"
local labels = require "govreport.form.labels"
local layout = require "govreport.form.layout"
local words = require "govreport.trace.words"

local LABEL, TEXT, ODD, GRID = labels.LABEL, labels.TEXT, labels.ODD, labels.GRID
local SIZE = labels.SIZE

local sightings = {}

local Sightings = {}
Sightings.__index = Sightings

-- Notes a label of the form, or a text that is none.
function Sightings:add(number, start, stop, cell)
  local label = self.form.labels.list[number]
  local entry = {label = label, number = number, start = start, stop = stop, cell = cell}
  if label then
    self.labels[#self.labels + 1] = entry
    self.by_official[label.official] = self.by_official[label.official] or {}
    table.insert(self.by_official[label.official], entry)
  elseif stop - start <= layout.longest_label then
    entry.text = self.tape:sub(start, stop - 1)
    self.texts[#self.texts + 1] = entry
  end
  return label
end

-- The cells of a table of the page.
function Sightings:add_grid(block, start, stop, signature)
  local grid = {block = block, start = start, stop = stop, cells = {}, labels = 0}
  local slots = core.slots(signature)
  for position = 1, #slots, labels.slot_size do
    local slot = position // labels.slot_size + 1
    local number, row, row_span, col, col_span, kind = labels.slot:unpack(slots, position)
    local from, to = self.document:cell(block, slot)
    local cell = {block = block, slot = slot, row = row, row_stop = row + row_span, col = col,
                  col_stop = col + col_span, start = from, stop = to}
    grid.cells[slot] = cell
    local has_text = number > 0 or kind == sightings.TEXT
    if has_text and to > from and self:add(number, from, to, cell) then grid.labels = grid.labels + 1 end
  end
  self.grids[#self.grids + 1] = grid
end

-- The kind of a cell with text that is no label, in a signature.
sightings.TEXT = 3

--- Collects what stands on a tape.
-- @param found `tokens`, `signatures`, as `forms.detect` gives them
-- @return `labels`, list of `{label, start, stop, cell}` in order; `by_official`, the same by wording; `texts`, list of
-- `{text, start, stop, cell}`; `grids`, list of `{block, start, stop, cells, labels}`
function sightings.collect(form, document, tape, found)
  local self = setmetatable({form = form, document = document, tape = tape, labels = {}, by_official = {}, texts = {},
                             grids = {}}, Sightings)
  local tokens, i = found.tokens, 1
  while i <= #tokens do
    local kind = tokens[i + 1]
    if tokens[i] then
      i = i + 1
    else
      if kind == LABEL then self:add(tokens[i + 4], tokens[i + 3], tokens[i + 5])
      elseif kind == TEXT or kind == ODD then self:add(0, tokens[i + 2], tokens[i + 3])
      elseif kind == GRID then
        self:add_grid(tokens[i + 2], tokens[i + 3], tokens[i + 4], found.signatures[tokens[i + 2]])
      end
      i = i + SIZE[kind]
    end
  end
  return self
end

--- The short texts in a range, ready to be compared with labels.
function Sightings:texts_in(start, stop)
  local list = {}
  for _, entry in ipairs(self.texts) do
    if entry.start >= start and entry.stop <= stop then
      if entry.characters == nil then entry.characters = words.characters(entry.text) or false end
      if entry.characters then list[#list + 1] = entry end
    end
  end
  return list
end

-- The last of a list of entries, in order of their `start`, that begins in front of a position or there: its number.
local function last_from(list, position) return bisect.up_to(list, position, "start") end

-- The table that each label stands for or below, by the number of the label; false for none.
local function tables_by_label(self)
  local list, current = {}, false
  for i, entry in ipairs(self.labels) do
    if entry.label.only_table then current = entry.label.only_table
    elseif entry.label.section then current = false end
    list[i] = current
  end
  return list
end

--- The last label in front of a position that stands for something in a table.
-- @return the table's layout; nil where no table's label stands before it
function Sightings:table_at(position)
  self.tables = self.tables or tables_by_label(self)
  return self.tables[last_from(self.labels, position)] or nil
end

--- The texts that begin at a position.
function Sightings:texts_at(position)
  local list, i = {}, last_from(self.texts, position)
  while i > 0 and self.texts[i].start == position do
    table.insert(list, 1, self.texts[i])
    i = i - 1
  end
  return list
end

--- The table of the page around a position, and its cell there.
function Sightings:grid_at(position)
  local grid = self.grids[last_from(self.grids, position)]
  if not grid or position >= grid.stop then return nil end
  local cell = grid.cells[last_from(grid.cells, position)]
  return grid, cell and position < cell.stop and cell or nil
end

return sightings
