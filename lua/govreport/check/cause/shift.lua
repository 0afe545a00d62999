--- Lines of values that stand one column too far.
--
-- A span of a printed line is moved by one: each of its cells gets the value of its neighbour, the last what the sums
-- leave for it, for its own fell out of the line. The place that was left behind says nothing or 0. Believed only
-- where every sum of the line holds then, so many of them failed before, and no other move does as much; the whole of a
-- line goes before a part of it.

local system = require "govreport.check.cause.system"

local shift = {}

--- So many failing sums that a move mends are no accident.
shift.fewest_sums = 3

local unfilled = {blank = true, dash = true, none = true, not_applicable = true}

-- The value of each cell of a line, 0 where it is not filled in; nil where one cannot be read, and where none says 0,
-- so that no place can have been left behind.
local function values_of(self, cells)
  local values, has_place = {}, false
  for i, cell in ipairs(cells) do
    local entry = self.cells[cell]
    local value = entry.value or unfilled[self.plane.state[entry.at.number]] and 0
    if not value then return nil end
    values[i], has_place = value, has_place or value == 0
  end
  return has_place and values or nil
end

-- Whether a sum has a cell without a value that is none of a line.
local function is_open_elsewhere(line, open)
  for _, cell in ipairs(open) do
    if not line.place_of[cell] then return true end
  end
  return false
end

-- Whether a value is what stands in a place, or beside it.
local function is_near(values, i, value)
  return value == values[i] or value == values[i - 1] or value == values[i + 1]
end

-- Whether a move may mend the sums of a line: more than a few of them fail, no cell of another line lacks a value, and
-- what they leave for a place, where they have no other cell of the line, stands there or beside it, but for one place.
local function may_be_mended(bases, line, values)
  local failing, odd = 0, nil
  for _, entry in ipairs(line.sums) do
    local base, i = bases.base[entry.sum], entry.only
    if is_open_elsewhere(line, bases.open[entry.sum]) then return false end
    if base ~= 0 then failing = failing + 1 end
    if i and not is_near(values, i, values[i] - entry.terms[i] * base) then
      if odd and odd ~= i then return false end
      odd = i
    end
  end
  return failing >= shift.fewest_sums
end

-- The sums of a line: `{sum, base, terms}`, the base with the printed values, the terms by place in the line.
local function sums_of(bases, line)
  local list = {}
  for i, entry in ipairs(line.sums) do
    list[i] = {sum = entry.sum, base = bases.base[entry.sum], terms = entry.terms}
  end
  return list
end

-- What the values of a line add to a sum where each is its neighbour's, by place: the sum of the first so many changes,
-- so that a span is the difference of two. `step` is 1 for the neighbour behind, -1 for the one in front.
local function changes_of(terms, values, step)
  local sums, sum = {[0] = 0}, 0
  for i, value in ipairs(values) do
    local neighbour = values[i + step]
    if neighbour and terms[i] then sum = sum + terms[i] * (neighbour - value) end
    sums[i] = sum
  end
  return sums
end

-- What a sum is when the values of a line from `from` to `to` are moved by one, the last of them left as it is.
local function base_when_moved(entry, values, from, to)
  if from < to then
    entry.forwards = entry.forwards or changes_of(entry.terms, values, 1)
    return entry.base + entry.forwards[to - 1] - entry.forwards[from - 1]
  end
  entry.backwards = entry.backwards or changes_of(entry.terms, values, -1)
  return entry.base + entry.backwards[from] - entry.backwards[to]
end

-- The value that the sums leave for the last place of a move; nil where there is none that could stand there.
local function left_for(self, line, from, to)
  for _, entry in ipairs(line.sums) do
    local sign = entry.terms[to]
    if sign then
      local value = line.values[to] - sign * base_when_moved(entry, line.values, from, to)
      local column = self.cells[line.cells[to]]
      return (not column.low or value >= column.low) and value % column.step == 0 and value or nil
    end
  end
end

-- Whether all sums of a line hold when it is moved and `left` stands in the last place.
local function holds(line, from, to, left)
  local more = left - line.values[to]
  for _, entry in ipairs(line.sums) do
    if base_when_moved(entry, line.values, from, to) + (entry.terms[to] or 0) * more ~= 0 then return false end
  end
  return true
end

-- The failing sums of a line, in order.
local function failing_of(line)
  local list = {}
  for _, entry in ipairs(line.sums) do
    if entry.base ~= 0 then list[#list + 1] = entry.sum end
  end
  table.sort(list)
  return list
end

-- The values of a line with those from `from` to `to` moved by one, towards `from`.
local function moved_by_one(values, from, to)
  local moved, step = table.move(values, 1, #values, 1, {}), from < to and 1 or -1
  for i = from, to - step, step do moved[i] = values[i + step] end
  return moved
end

-- A move of a line with which its sums hold: `{kind, cells, values, first, last, left, filled, sums}`. `first` and
-- `last` are the first and the last place that change, `left` says the direction, `filled` is the place with a value
-- that was not printed beside it. Nil where they do not hold.
local function move_of(self, line, from, to)
  local left = left_for(self, line, from, to)
  if not left or not holds(line, from, to, left) then return nil end
  local values, moved = line.values, moved_by_one(line.values, from, to)
  moved[to] = left
  local first, last
  for i = 1, #values do
    if moved[i] ~= values[i] then first, last = first or i, i end
  end
  return {kind = "shift", cells = line.cells, values = moved, first = first, last = last, left = from < to,
          sums = failing_of(line), filled = left ~= 0 and left ~= values[to] and to or nil}
end

local function same(a, b)
  for i, value in ipairs(a.values) do
    if b.values[i] ~= value then return false end
  end
  return true
end

-- Adds a move that mends all to those found: the first, and whether another differs. The place that is left behind
-- says 0.
local function try(self, line, from, to, found)
  local move = line.values[from] == 0 and move_of(self, line, from, to)
  if not move then return end
  found.differ = found.differ or found.move ~= nil and not same(move, found.move)
  found.move = found.move or move
end

-- The only move of a line that mends all; nil where there is none, or several that differ. Of the whole of it rather
-- than of a span.
local function move_for(self, line)
  local found, count = {move = nil, differ = false}, #line.cells
  try(self, line, 1, count, found)
  try(self, line, count, 1, found)
  for from = 1, found.move and 0 or count do
    for to = 1, line.values[from] == 0 and count or 0 do
      if from ~= to then try(self, line, from, to, found) end
    end
  end
  return not found.differ and found.move or nil
end

--- The moves of lines with which all their sums hold.
-- @param bases what each sum is, see `system.bases`
-- @return list of `{kind, cells, values, first, last, left, filled, sums}`
function shift.moves(self, bases)
  local list = {}
  for _, line in ipairs(self.lines) do
    local cells = line.cells
    local values = system.count_failing(bases, cells) >= shift.fewest_sums and values_of(self, cells)
    if values and may_be_mended(bases, line, values) then
      list[#list + 1] = move_for(self, {cells = cells, values = values, sums = sums_of(bases, line)})
    end
  end
  return list
end

--- Moves the values of a line in the system; gives the changes. What is not filled in and would be 0 is no change.
function shift.apply(self, move)
  local repair = {}
  for i, cell in ipairs(move.cells) do
    local entry, value = self.cells[cell], move.values[i]
    if (entry.value or 0) ~= value then
      entry.value = value
      repair[#repair + 1] = {cell = cell, low = value, high = value}
    end
  end
  return repair
end

return shift
