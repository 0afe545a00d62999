--- Neighbouring rows or columns of a table that hold each other's numbers.

local system = require "govreport.check.cause.system"

local lines = {}

--- So many failing sums that an exchange mends are no accident.
lines.fewest_sums = 3

-- The lines of a table as far as it is printed: `{kind, id, cells}`, cells by their place in the system; no cells for a
-- row that has one without a value. No columns where there is such a row.
local function lines_of(self, t)
  local rows, columns, whole = {}, {}, true
  for i, row in ipairs(t.rows) do
    local cells, printed, count = {}, 0, 0
    for column = 1, #t.columns do
      local cell = self.index[t.first_cell + (i - 1) * #t.columns + column - 1]
      if cell then printed = printed + 1 end
      if cell and self.cells[cell].value then count, cells[column] = count + 1, cell end
    end
    if printed > 0 then
      whole = whole and count == #t.columns
      rows[#rows + 1] = {kind = "rows", id = row.id, cells = count == #t.columns and cells or {}}
    end
  end
  for column = 1, whole and #rows > 0 and #t.columns or 0 do
    local cells = {}
    for i, row in ipairs(rows) do cells[i] = row.cells[column] end
    columns[column] = {kind = "columns", id = t.columns[column].id, cells = cells}
  end
  return rows, columns
end

-- Adds `more` of a cell to the sums that it stands in.
local function add(change, members, more)
  for i = 1, #members, 2 do change[members[i]] = (change[members[i]] or 0) + members[i + 1] * more end
end

-- The sums that an exchange of two lines touches, each with what it adds to them.
local function effect(self, one, other)
  local change, cells, members = {}, self.cells, self.members
  for i, a in ipairs(one.cells) do
    local b = other.cells[i]
    local more = cells[b].value - cells[a].value
    if more ~= 0 then
      add(change, members[a], more)
      add(change, members[b], -more)
    end
  end
  return change
end

-- The failing sums that an exchange mends, in order; nil where it leaves or makes one that fails.
local function mended(bases, change)
  local list = {}
  for sum, more in pairs(change) do
    if more ~= 0 then
      if bases.open[sum][1] or bases.base[sum] + more ~= 0 then return nil end
      list[#list + 1] = sum
    end
  end
  table.sort(list)
  return #list >= lines.fewest_sums and list or nil
end

-- Whether the cells of two lines can be exchanged and stand in failing sums enough.
local function may_be_exchanged(bases, one, other)
  return #one.cells > 0 and #one.cells == #other.cells
         and system.count_failing(bases, one.cells) + system.count_failing(bases, other.cells) >= lines.fewest_sums
end

--- The exchanges of neighbouring lines that mend all failing sums which they touch.
-- @param bases what each sum is, see `system.bases`
-- @return list of `{kind, table, lines, sums}`
function lines.exchanges(self, bases)
  local list = {}
  for _, t in ipairs(self.context.form.layouts) do
    for _, set in ipairs{lines_of(self, t)} do
      for i = 2, #set do
        local one, other = set[i - 1], set[i]
        local sums = may_be_exchanged(bases, one, other) and mended(bases, effect(self, one, other))
        if sums then list[#list + 1] = {kind = one.kind, table = t.id, lines = {one, other}, sums = sums} end
      end
    end
  end
  return list
end

--- Exchanges the values of two lines in the system; gives the changes.
function lines.apply(self, exchange)
  local repair = {}
  local one, other = table.unpack(exchange.lines)
  for i, a in ipairs(one.cells) do
    local b = other.cells[i]
    local x, y = self.cells[a].value, self.cells[b].value
    self.cells[a].value, self.cells[b].value = y, x
    if x ~= y then
      repair[#repair + 1] = {cell = a, low = y, high = y}
      repair[#repair + 1] = {cell = b, low = x, high = x}
    end
  end
  table.sort(repair, function(a, b) return a.cell < b.cell end)
  return repair
end

return lines
