--- The tables of a report as its form lays them out, with the state of every cell, its marks, and the sums at the
-- margins.
--
-- A block is `{kind = "table", byte, caption, marks, grid, sums}`; `grid`, see `govreport.form.form_grid`, is nil where
-- the report has no such table. Its values are `{kind = "value", cell, text, state, marks}`; a row of values has its
-- sum as `sum`. `sums` has a row for each rule over columns: `{title, list}`, a sum or false for each column of values.
-- A table that is printed as one line has the sums of its rows as `line_sums` instead: list of `{label, sum}`.

local form_grid = require "govreport.form.form_grid"
local mask = require "govreport.text.mask"
local names = require "govreport.form.names"

local tables = {}

local function parts_of(address) return address:match("^([^.]+)%.([^.]+)%.([^.]+)$") end

-- What a cell shows: as printed, but for numbers of persons; nothing where there is nothing.
local function shown(cell)
  if cell.state == "blank" or cell.state == "absent" or cell.lost then return "" end
  return cell.state == "number" and cell.raw or mask.text(cell.raw or "")
end

-- The marks of a cell: of findings about it, and of those that name what stands in it. A row that was lost has the
-- place of its label for all of its cells.
local function marks_of(cell, marks)
  local list, seen = {}, {}
  local function add(mark, guilty)
    if not seen[mark.number] then
      list[#list + 1] = {number = mark.number, severity = mark.severity, guilty = guilty}
    end
    seen[mark.number] = true
  end
  for _, mark in ipairs(marks:of_cell(cell.address) or {}) do add(mark, mark.guilty) end
  for _, range in ipairs(cell.byte and not cell.lost and marks:between(cell.byte, cell.byte_end) or {}) do
    add(range, false)
  end
  table.sort(list, function(a, b) return a.number < b.number end)   -- the most severe first
  return list
end

local function fill(own, report, marks)
  local table_id, row, column = parts_of(own.text)
  local cell = report.tables[table_id]:cell(row, column)
  own.cell, own.row, own.column = cell, row, column
  own.text, own.state, own.marks = shown(cell), cell.state, marks_of(cell, marks)
end

-- Fills in the values of a row; the id of the row that they are of.
local function fill_row(cells, report, marks)
  local row
  for _, own in ipairs(cells) do
    if own.kind == "value" and own.text ~= "" then
      fill(own, report, marks)
      row = own.row
    end
  end
  return row
end

-- The rows at the foot: a sum of each rule below each column.
local function foot_of(declared, sums, lang)
  local rows = {}
  for i, own in ipairs(sums.rules) do
    local list = {}
    for k, column in ipairs(declared.columns) do list[k] = own.by_column[column.id] or false end
    rows[i] = {title = own.rule.title[lang], list = list}
  end
  return rows
end

-- The sums of the rows of a table that is printed as one line.
local function line_sums_of(declared, own, sums)
  local list = {}
  for _, row in ipairs(own.rows) do
    local sum = sums.rows[row.id]
    if sum then list[#list + 1] = {label = names.row(declared, own.id, row.id), sum = sum} end
  end
  return list
end

-- The first byte of the cells of a table; nil where none is in the source.
local function first_byte(t)
  local byte
  for cell in t:cells() do
    if cell.byte and (not byte or cell.byte < byte) then byte = cell.byte end
  end
  return byte
end

-- The marks of the cells of a table that is not there, each item once.
local function marks_of_absent(t, marks)
  local list, seen = {}, {}
  for cell in t:cells() do
    for _, mark in ipairs(marks:of_cell(cell.address) or {}) do
      if not seen[mark.number] then list[#list + 1] = mark end
      seen[mark.number] = true
    end
  end
  return list
end

-- Where a table that is not there would stand: behind the title of its part.
local function byte_of_part(report, declared)
  local section = declared.section and report:section(declared.section)
  return section and section.byte_end or math.maxinteger
end

local function grid_of(report, declared, sums, marks)
  local rows = {}
  for row in report.tables[declared.id]:rows() do rows[row.id] = true end
  local grid = form_grid.of(declared, function(table_id, row, column)
    return rows[row] and table.concat({table_id, row, column}, ".") or nil
  end)
  for y = grid.head + 1, #grid.rows do
    local row = fill_row(grid.rows[y], report, marks)
    grid.rows[y].sum = row and not declared.across and sums.rows[row] or nil
  end
  return grid
end

--- The blocks of all tables of a report.
-- @param declared the declaration of its form
-- @param sums see `govreport.check.review.sums`
-- @param marks see `govreport.check.review.marks`
function tables.blocks(report, declared, sums, marks, lang)
  local blocks = {}
  for i, own in ipairs(declared.tables) do
    local t, of_table = report.tables[own.id], sums[own.id] or {rows = {}, rules = {}}
    local block = {kind = "table", caption = names.table(declared, own.id)[lang], marks = {}, sums = {}}
    if t.present then
      block.byte = first_byte(t)
      block.grid = grid_of(report, own, of_table, marks)
      block.has_row_sums, block.sums = of_table.any and not own.across or false, foot_of(own, of_table, lang)
      block.line_sums = own.across and line_sums_of(declared, own, of_table) or nil
    else
      block.marks = marks_of_absent(t, marks)
    end
    block.byte = block.byte or byte_of_part(report, own)
    blocks[i] = block
  end
  return blocks
end

return tables
