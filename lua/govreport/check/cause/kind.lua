--- What a repair looks like: the plausible ones come first.
--
--   digit     a digit too many or too few, or two neighbouring ones exchanged, in each of its cells
--   swap      two cells side by side, or one below the other, hold each other's value
--   totals    totals that say 0 beside parts that are above 0, or several of one line that were not added up
--   cells     any other; of these, first those that change totals alone: they are what a message of a sum names

local kind = {}

local rank = {digit = 1, swap = 2, totals = 3, cells = 4}

local function is_shorter_by_one(short, long)
  if #short + 1 ~= #long then return false end
  for i = 1, #long do
    if long:sub(1, i - 1) .. long:sub(i + 1) == short then return true end
  end
  return false
end

local function is_transposed(a, b)
  if #a ~= #b then return false end
  for i = 1, #a - 1 do
    if a:sub(1, i - 1) .. a:sub(i + 1, i + 1) .. a:sub(i, i) .. a:sub(i + 2) == b then return a ~= b end
  end
  return false
end

--- Whether a number can be a slip of the pen for another.
function kind.is_slip(printed, meant)
  local a, b = tostring(printed), tostring(meant)
  return is_shorter_by_one(a, b) or is_shorter_by_one(b, a) or is_transposed(a, b)
end

local function exact(change) return change.low ~= nil and change.low == change.high end

local function each(repair, holds)
  for _, change in ipairs(repair) do
    if not exact(change) or not holds(change) then return false end
  end
  return true
end

-- Whether only rows that are not in the report lie between two cells of a column.
local function is_below(self, a, b, width)
  for number = a + width, b - width, width do
    if self.plane.state[number] ~= "absent" then return false end
  end
  return true
end

local function are_neighbours(self, a, b)
  local x, y = self.cells[a].at, self.cells[b].at
  if x.table ~= y.table then return false end
  if x.row == y.row then return y.number - x.number == 1 end
  return x.column_id == y.column_id and is_below(self, x.number, y.number, #x.layout.columns)
end

local function is_swap(self, repair)
  local a, b = repair[1], repair[2]
  return #repair == 2 and exact(a) and exact(b) and a.low == self.cells[b.cell].value
         and b.low == self.cells[a.cell].value and are_neighbours(self, a.cell, b.cell)
end

local function is_of_totals(totals, repair)
  for _, change in ipairs(repair) do
    if not totals[change.cell] then return false end
  end
  return true
end

-- Whether several cells stand in one row or in one column of a table.
local function is_line(self, repair)
  local row, column, first = true, true, self.cells[repair[1].cell].at
  for _, change in ipairs(repair) do
    local at = self.cells[change.cell].at
    if at.table ~= first.table then return false end
    row, column = row and at.row == first.row, column and at.column_id == first.column_id
  end
  return #repair > 1 and (row or column)
end

local function are_not_added_up(self, repair)
  if not is_of_totals(self.totals, repair) then return false end
  local function value_of(change) return self.cells[change.cell].value end
  if each(repair, function(change) return value_of(change) == 0 and change.low > 0 end) then return true end
  return each(repair, function(change) return value_of(change) ~= nil end) and is_line(self, repair)
end

local function kind_of(self, repair)
  if each(repair, function(change)
    return kind.is_slip(self:number(self.cells[change.cell].value), self:number(change.low))
  end) then return "digit" end
  if is_swap(self, repair) then return "swap" end
  return are_not_added_up(self, repair) and "totals" or "cells"
end

local function before(a, b)
  if rank[a.kind] ~= rank[b.kind] then return rank[a.kind] < rank[b.kind] end
  if a.of_totals ~= b.of_totals then return a.of_totals end
  for i, change in ipairs(a) do
    if change.cell ~= b[i].cell then return change.cell < b[i].cell end
  end
  return false
end

--- Gives each repair its `kind` and brings them into order: the plausible ones first, then by their cells.
-- @param self the system; see `govreport.check.cause.system`
function kind.sort(self, repairs)
  for _, repair in ipairs(repairs) do
    repair.kind, repair.of_totals = kind_of(self, repair), is_of_totals(self.totals, repair)
  end
  table.sort(repairs, before)
end

return kind
