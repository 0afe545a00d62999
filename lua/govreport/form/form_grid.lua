--- The tables of a form as they are printed: cells with their spans, labels above and beside the values.
--
-- A grid has `columns` (how many), `labels` (how many of them, on the left, are of labels), `head` (how many rows, at
-- the top, are its header) and `rows`, each a list of the cells that begin in it: `{x, text, down, across, kind}`. `x`
-- is the column in which a cell begins, from 1; the kinds are "caption", "corner", "head", "label" and "value".

local layout = require "govreport.form.layout"

local form_grid = {}

local function cell(kind, text, down, across) return {kind = kind, text = text, down = down, across = across} end

local function prefix(path, level) return table.concat(path, "\n", 1, level) end

-- How many entries from `first` on stand under the same heading of a level.
local function run_length(paths, first, level)
  local count = 1
  while paths[first + count] and #paths[first + count] >= level and prefix(paths[first + count], level)
        == prefix(paths[first], level) do
    count = count + 1
  end
  return count
end

local function depth_of(paths)
  local depth = 0
  for _, path in ipairs(paths) do depth = math.max(depth, #path) end
  return depth
end

-- The cell that prints an entry of some paths at a level: a group once over its entries, a leaf down to the last level.
local function heading(paths, i, level, depth, cells, kind)
  local path, before = paths[i], paths[i - 1]
  if #path < level then return end
  local is_leaf = #path == level
  local starts = not before or #before < level or prefix(before, level) ~= prefix(path, level)
  if not (is_leaf or starts) then return end
  local over, beyond = is_leaf and 1 or run_length(paths, i, level), is_leaf and depth - level + 1 or 1
  local down, across = over, beyond
  if kind == "head" then down, across = beyond, over end
  cells[#cells + 1] = cell(kind, path[level], down, across)
end

-- The rows of a header; a corner in front of them where rows have labels.
local function add_header(rows, paths, corner, corner_width)
  local depth = depth_of(paths)
  for level = 1, depth do
    local cells = {}
    if level == 1 and corner_width > 0 then cells[1] = cell("corner", corner, depth, corner_width) end
    for i = 1, #paths do heading(paths, i, level, depth, cells, "head") end
    rows[#rows + 1] = cells
  end
end

local function paths_of(entries)
  local paths = {}
  for i, entry in ipairs(entries) do paths[i] = layout.path_of(entry) end
  return paths
end

-- The cells of the values of a row; false where the source has none of them.
local function values_of(declared, row, source)
  local cells, present = {}, false
  for i, column in ipairs(declared.columns) do
    local text = source(declared.id, row.id, column.id)
    cells[i], present = cell("value", text or "", 1, 1), present or text ~= nil
  end
  return present and cells
end

-- A table that is one line: its header alone labels it.
local function grid_across(declared, source)
  local t = {across = true, rows = declared.rows, columns = declared.columns}
  layout.leaves(t)
  local paths, values, rows = {}, {}, {}
  for i, leaf in ipairs(t.leaves) do paths[i] = leaf.path end
  for _, row in ipairs(declared.rows) do
    local own = values_of(declared, row, source)
    for i = 1, #declared.columns do values[#values + 1] = own and own[i] or cell("value", "", 1, 1) end
  end
  add_header(rows, paths, "", 0)
  rows[#rows + 1] = values
  return {labels = 0, head = #rows - 1, rows = rows}
end

local function grid_of_rows(declared, source)
  local present, values, rows = {}, {}, {}
  for _, row in ipairs(declared.rows) do
    local printed = values_of(declared, row, source)
    if printed then present[#present + 1], values[#values + 1] = row, printed end
  end
  local paths, path_of = {}, layout.printed_paths(declared)
  for i, row in ipairs(present) do paths[i] = path_of(row) end
  local depth = depth_of(paths)
  local corner = declared.header and declared.header[1] or ""
  if not declared.pairs then add_header(rows, paths_of(declared.columns), corner, depth) end
  local head = #rows
  for i = 1, #present do
    local cells = {}
    for level = 1, #paths[i] do heading(paths, i, level, depth, cells, "label") end
    table.move(values[i], 1, #values[i], #cells + 1, cells)
    rows[#rows + 1] = cells
  end
  return {labels = depth, head = head, rows = rows}
end

-- Says of each cell in which column it begins, and of the grid how many there are.
local function place(grid)
  local taken, columns = {}, 0   -- by column: the last row that a cell from above reaches
  for y, cells in ipairs(grid.rows) do
    local x = 1
    for _, own in ipairs(cells) do
      while (taken[x] or 0) >= y do x = x + 1 end
      own.x = x
      for k = x, x + own.across - 1 do taken[k] = y + own.down - 1 end
      x = x + own.across
      columns = math.max(columns, x - 1)
    end
  end
  grid.columns = columns
  return grid
end

--- The grid of a table.
-- @param declared its declaration
-- @param source function(table, row, column) -> the text of a cell, nil for one that is absent; rows without any are
-- left out, of a table that is one line they are blank
function form_grid.of(declared, source)
  return place((declared.across and grid_across or grid_of_rows)(declared, source))
end

-- Makes the rows of a grid as wide as others: what is missing goes to its last column.
local function widen(grid, columns)
  for _, cells in ipairs(grid.rows) do
    local last = cells[#cells]
    if last and last.x + last.across - 1 == grid.columns then last.across = columns - last.x + 1 end
  end
end

--- Several grids below each other as one, each below a row with its caption.
-- @param list of `{caption, grid}`, whose labels are in as many columns
function form_grid.stack(list)
  local columns, rows = 0, {}
  for _, entry in ipairs(list) do columns = math.max(columns, entry.grid.columns) end
  for _, entry in ipairs(list) do
    widen(entry.grid, columns)
    rows[#rows + 1] = {cell("caption", entry.caption, 1, columns)}
    table.move(entry.grid.rows, 1, #entry.grid.rows, #rows + 1, rows)
  end
  return place{labels = list[1].grid.labels, head = 0, rows = rows}
end

return form_grid
