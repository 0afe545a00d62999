--- Neighbouring rows or columns of a table that hold each other's numbers.

local system = require "govreport.check.cause.system"

local lines = {}

--- So many failing sums that an exchange mends are no accident.
lines.fewest_sums = 3

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

-- Whether a line has cells, each with a value.
local function is_whole(self, line)
  for _, cell in ipairs(line.cells) do
    if not self.cells[cell].value then return false end
  end
  return #line.cells > 0
end

local function are_whole(self, set)
  for _, line in ipairs(set) do
    if not is_whole(self, line) then return false end
  end
  return true
end

-- Adds the exchanges of neighbours in a list of lines.
local function add_exchanges(self, bases, table_id, set, list)
  for i = 2, #set do
    local one, other = set[i - 1], set[i]
    local failing = system.count_failing(bases, one.cells) + system.count_failing(bases, other.cells)
    local may_be = failing >= lines.fewest_sums and is_whole(self, one) and is_whole(self, other)
    local sums = may_be and mended(bases, effect(self, one, other))
    if sums then list[#list + 1] = {kind = one.kind, table = table_id, lines = {one, other}, sums = sums} end
  end
end

--- The exchanges of neighbouring lines that mend all failing sums which they touch.
-- @param bases what each sum is, see `system.bases`
-- @return list of `{kind, table, lines, sums}`
function lines.exchanges(self, bases)
  local list = {}
  for _, t in ipairs(self.tables) do
    add_exchanges(self, bases, t.id, t.rows, list)
    if are_whole(self, t.rows) then add_exchanges(self, bases, t.id, t.columns, list) end
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
