--- A table of an example as a matrix of cells.

local cells = require "govreport.draft.cells"
local grammar = require "govreport.text.grammar"

local matrix = {}

--- Labels are no longer: bytes.
matrix.longest_label = 180

local function clean(text) return (text:gsub("%s*\n%s*", ""):gsub("^%s+", ""):gsub("%s+$", "")) end

local Matrix = {}
Matrix.__index = Matrix

--- The matrix of a table of `document:blocks()`.
-- @return `rows`, `width`, `at[row][col]` (a cell that spans several places stands at each of them): `{text, kind, row,
-- row_stop, col, stop}`, kinds as `govreport.draft.cells` has them
function matrix.of(block)
  local self = setmetatable({rows = block.rows, width = block.columns, at = {}}, Matrix)
  for row = 1, block.rows do self.at[row] = {} end
  for _, cell in ipairs(block.cells) do
    local own = {text = clean(cell.text), row = cell.row, col = cell.col, row_stop = cell.row + cell.row_span - 1,
                 stop = cell.col + cell.col_span - 1}
    own.kind = cells.kind(own.text)
    for row = own.row, math.min(own.row_stop, block.rows) do
      for col = own.col, own.stop do self.at[row][col] = own end
    end
  end
  return self
end

--- The cells of a row from left to right, each once.
function Matrix:cells(row)
  local list = {}
  for col = 1, self.width do
    local cell = self.at[row][col]
    if cell and cell ~= list[#list] then list[#list + 1] = cell end
  end
  return list
end

--- The only cell with text of a row that spans all of it, as a caption does or a group of rows.
function Matrix:banner(row)
  local cell = self.at[row][1]
  if cell and cell.col == 1 and cell.stop >= self.width and self.width > 1 and cell.kind == "text" then return cell end
end

--- Whether a cell can be a label.
function matrix.is_label(cell) return cell ~= nil and cell.kind == "text" and #cell.text <= matrix.longest_label end

--- Whether a row is empty, as those that lay out the page.
function Matrix:is_empty(row)
  for _, cell in ipairs(self:cells(row)) do
    if cell.kind ~= "blank" then return false end
  end
  return true
end

--- Whether a value begins in a row.
function Matrix:has_value(row)
  for _, cell in ipairs(self:cells(row)) do
    if cell.row == row and (cell.kind ~= "text" and cell.kind ~= "blank") then return true end
  end
  return false
end

-- The column in which the labels of a row begin again: 项目 行次 决算数 项目 行次 决算数; nil where they do not.
local function second_side(list)
  local half = #list // 2
  if #list % 2 == 1 or half < 2 then return nil end
  for i = 1, half do
    if not matrix.is_label(list[i]) or not matrix.is_label(list[i + half]) then return nil end
    if grammar.skeleton(list[i].text) ~= grammar.skeleton(list[i + half].text) then return nil end
  end
  return list[half + 1].col
end

--- Whether two tables stand side by side as one: a header that repeats its labels, and labels of rows below both.
-- @param header the row in which the header begins
-- @param first the row in which the values begin
function Matrix:is_two_sided(header, first)
  for row = header, first - 1 do
    local side = second_side(self:cells(row))
    local labels, rows = 0, 0
    for below = first, side and self.rows or 0 do
      local cell = self.at[below][side]
      rows, labels = rows + (self:is_empty(below) and 0 or 1), labels + (matrix.is_label(cell) and 1 or 0)
    end
    if labels > 0 and labels * 2 >= rows then return true end
  end
  return false
end

-- ---- several tables in one -----------------------------------------------------------------------

-- The rows in which another header begins: with the corner of the first, and without values.
local function header_rows(self)
  local rows, corner = {}, nil
  for row = 1, self.rows do
    local cell = self.at[row][1]
    if not self:banner(row) and matrix.is_label(cell) and cell.row == row and not self:has_value(row) then
      if not corner then corner = cell.text
      elseif cell.text == corner then
        local first = row
        while first > 1 and self:banner(first - 1) do first = first - 1 end
        rows[#rows + 1] = first
      end
    end
  end
  return rows
end

local function slice(block, first, last)
  local own = {}
  for key, value in pairs(block) do own[key] = value end
  own.rows, own.cells = last - first + 1, {}
  for _, cell in ipairs(block.cells) do
    if cell.row >= first and cell.row <= last then
      local copy = {}
      for key, value in pairs(cell) do copy[key] = value end
      copy.row = cell.row - first + 1
      own.cells[#own.cells + 1] = copy
    end
  end
  own.line = own.cells[1] and own.cells[1].line or block.line
  return own
end

--- Cuts a block in which one table follows the other, each with a header that begins with the same word.
-- @return list of blocks
function matrix.split(block)
  if block.columns < 2 then return {block} end
  local list, first = {}, 1
  for _, row in ipairs(header_rows(matrix.of(block))) do
    if row > first then list[#list + 1] = slice(block, first, row - 1) end
    first = row
  end
  list[#list + 1] = first == 1 and block or slice(block, first, block.rows)
  return list
end

return matrix
