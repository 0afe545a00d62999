--- Tells of each cell how it came to its value: where its row and its column are named in print, and which lines of the
-- form's script declare them.

local layout = require "govreport.form.layout"
local rows = require "govreport.trace.rows"

local cells = {}

-- The last place before a position where a row of a table is named.
local function row_label(work, t, row, position)
  local found
  for _, entry in ipairs(work.sightings.labels) do
    if entry.start >= position then break end
    for _, use in ipairs(row.index and entry.label.uses or {}) do
      if use.table == t and use.role == "row" and use.row == row.index then found = entry end
    end
  end
  return found
end

-- Of several columns under the same word the number of this one among them: 结果维持 stands above three.
local function appearance(t, number)
  local word, count = t.leaves[number].path[#t.leaves[number].path], 0
  for i = 1, number do
    local path = t.leaves[i].path
    if path[#path] == word then count = count + 1 end
  end
  return word, count
end

-- Where the word above a column stands: in a table of the page above the cell, in text the one of its order.
local function column_label(work, t, number, position, grid_cell)
  local word, wanted = appearance(t, number)
  local in_text, above = {}, nil
  for _, entry in ipairs(work.sightings.by_official[word] or {}) do
    local cell = entry.cell
    local is_header = not entry.label.row and entry.start < position
    if is_header and not cell then in_text[#in_text + 1] = entry end
    if is_header and cell and grid_cell and cell.col <= grid_cell.col and grid_cell.col < cell.col_stop then
      above = entry
    end
  end
  if grid_cell then return above end
  local total = 0
  for i = 1, #t.leaves do
    local path = t.leaves[i].path
    total = total + (path[#path] == word and 1 or 0)
  end
  return in_text[#in_text - total + wanted]
end

-- The cell of a table of the page that has the value; nil in text.
local function grid_cell_of(work, row, cell)
  local grid, first = work.sightings:grid_at(row.start)
  for _, other in ipairs(row.source == "grid" and grid and grid.cells or {}) do
    if first and other.row == first.row and select(3, work.document:place(other.start, other.stop)) == cell.byte then
      return other
    end
  end
end

local function how(work, row, cell, number)
  if work.reading.binder.by_grammar[number] then return "grammar" end
  if row.state == "filled" then return cell.inferred and "placed" or "aligned" end
  if row.state ~= "read" then return row.state end
  if cell.state == "absent" then return row.source == "grammar" and "unstated" or "absent" end
  if cell.inferred then return "inferred" end
  return row.source == "grid" and "labels" or "order"
end

-- What a reader of the report finds of a cell: a value, of its own label's or inferred; or none.
local function count(fields, cell)
  local is_read = cell.state ~= "absent" and cell.state ~= "unreadable"
  fields.count = fields.count + 1
  fields.read = fields.read + (is_read and 1 or 0)
  fields.inferred = fields.inferred + (is_read and cell.inferred and 1 or 0)
end

local function tell(recorder, work, head, t, row, number)
  local leaf = t.leaves[number]
  local target = layout.target(t, number, row.index)
  local cell = work.report:cell(target)
  local entry = row.declared.id and row or {label = "", id = t.rows[leaf.row].id}
  local event = {
    kind = "cell_" .. how(work, row, cell, target), subject = cell.address, table = t.id, section = t.section,
    state = cell.state, text = cell.raw, place = cell.place, script = work.origin:entry(t, t.columns[leaf.column].id),
    row_script = work.origin:entry(t, entry.id), fields = {raw = cell.raw or "", row = "", column = ""},
  }
  if cell.place and row.start and event.kind ~= "cell_grammar" then
    local row_entry = row_label(work, t, row, row.start)
    local column_entry = column_label(work, t, number, row.start, grid_cell_of(work, row, cell))
    event.row_place = row_entry and recorder:place(row_entry.start, row_entry.stop)
    event.column_place = column_entry and recorder:place(column_entry.start, column_entry.stop)
  end
  count(head.fields, cell)
  recorder:add("cells", event.kind == "cell_missing" and "missed" or "matched", event)
end

--- Tells of the cells of the form.
-- @param wanted one address; nil for all
function cells.tell(recorder, work, wanted)
  local head = recorder:headline("cells", "cells_summary", {count = 0, read = 0, inferred = 0})
  for _, t in ipairs(work.form.layouts) do
    for _, row in ipairs(rows.of(work, t)) do
      for number, leaf in ipairs(t.leaves) do
        local id = row.id or t.rows[leaf.row].id
        local address = t.id .. "." .. id .. "." .. t.columns[leaf.column].id
        if not wanted or address == wanted then tell(recorder, work, head, t, row, number) end
      end
    end
  end
  if head.fields.inferred > 0 then head.kind = "cells_inferred" end
end

return cells
