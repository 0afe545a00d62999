--- Rows of pairs: labels with their values behind them, several pairs one beside the other.

local layout = require "govreport.form.layout"
local roles = require "govreport.read.roles"

local BLANK = roles.BLANK
local has_role = roles.has

local pair_rows = {}

local function is_pair(label)
  for _, use in ipairs(label.uses) do
    if use.role == "row" and use.table.pairs then return true end
  end
  return false
end

--- Whether a row holds pairs: a label of one, with something behind it.
function pair_rows.holds(cells)
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

-- Headers of columns that count rows or columns.
local counts = {["行次"] = true, ["栏次"] = true, ["序号"] = true, ["编号"] = true}

-- Whether a column counts the rows, by the words of its header.
local function counts_rows(self, cell)
  for _, head in ipairs(self.header.cells) do
    local above = head.col < cell.stop and head.stop > cell.col
    if above and head.col == cell.col and counts[head.label.official] then return true end
  end
  return false
end

-- Which of the cells behind a label is its value: the first one that is filled, else the first; what counts the rows is
-- none.
local function value_behind(self, cells, i)
  local found, filled, k = nil, false, i + 1
  while cells[k] and (k == i + 1 or not cells[k].label) do
    local is_filled = cells[k].kind ~= BLANK
    if not counts_rows(self, cells[k]) and (not found or is_filled and not filled) then found, filled = k, is_filled end
    k = k + 1
  end
  return found or i + 1
end

--- Reads the pairs of a row.
-- @param self the Matcher of the table
-- @param groups the groups that reach into the row
function pair_rows.read(self, cells, groups)
  local i = 1
  self.in_header = false
  while i <= #cells do
    local cell = cells[i]
    local use = cell.label and is_pair(cell.label) and self:row_use(cell, groups)
    if use and cells[i + 1] and is_value(cells, i + 1) then
      i = value_behind(self, cells, i)
      self:follow(use)
      self.current = use.table
      self:add({kind = "row", table = use.table, index = use.row, slots = {cells[i].slot}, inferred = false,
                 targets = {layout.target(use.table, 1, use.row)}, headless = false, slot = cell.slot})
    elseif use and use.heading then
      self:follow(use)
      self:add{kind = "heading", table = use.table, index = use.row, slot = cell.slot}
    elseif not cell.label and cell.kind ~= BLANK then
      self:add{kind = "stranger", slot = cell.slot}
    end
    i = i + 1
  end
end

return pair_rows
