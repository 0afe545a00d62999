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

-- The cells of a printed line, by their place in the system; nil where one of them stands in no sum.
local function line_of(self, first, count)
  local cells = {}
  for i = 1, count do
    cells[i] = self.index[first + i - 1]
    if not cells[i] then return nil end
  end
  return cells
end

-- The printed lines of a table: its rows, or all of them in one where they are printed across the page.
local function lines_of(self, t)
  if t.across then return {line_of(self, t.first_cell, #t.rows * #t.columns)} end
  local list = {}
  for i = 1, #t.rows do
    local cells = line_of(self, t.first_cell + (i - 1) * #t.columns, #t.columns)
    if cells then list[#list + 1] = cells end
  end
  return list
end

local unfilled = {blank = true, dash = true, none = true, not_applicable = true}

-- The value of each cell of a line, 0 where it is not filled in; nil where one cannot be read, and where none says 0,
-- so that no place can have been left behind.
local function values_of(self, cells)
  local values, has_place = {}, false
  for i, cell in ipairs(cells) do
    local entry = self.cells[cell]
    local value = entry.value or unfilled[entry.state] and 0
    if not value then return nil end
    values[i], has_place = value, has_place or value == 0
  end
  return has_place and values or nil
end

-- Whether all cells without a value that a sum has are some of `own`.
local function has_no_other_open(bases, sum, own)
  for _, cell in ipairs(bases.open[sum]) do
    if not own[cell] then return false end
  end
  return true
end

-- The sums of a line: `{sum, base, terms}`, the base with the printed values; the terms are what its cells add to the
-- sum, by place in the line. Nil where a cell of another line has no value, and where fewer fail than a move has to mend.
local function sums_of(self, bases, cells)
  local own, by_sum, list, failing = {}, {}, {}, 0
  for _, cell in ipairs(cells) do own[cell] = true end
  for i, cell in ipairs(cells) do
    local members = self.members[cell]
    for k = 1, #members, 2 do
      local sum = members[k]
      local entry = by_sum[sum]
      if not entry then
        if not has_no_other_open(bases, sum, own) then return nil end
        entry = {sum = sum, base = bases.base[sum], terms = {}}
        by_sum[sum], list[#list + 1] = entry, entry
        if entry.base ~= 0 then failing = failing + 1 end
      end
      entry.terms[i] = members[k + 1]
    end
  end
  return failing >= shift.fewest_sums and list or nil
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
  for _, t in ipairs(self.context.form.layouts) do
    for _, cells in ipairs(lines_of(self, t)) do
      local values = system.count_failing(bases, cells) >= shift.fewest_sums and values_of(self, cells)
      local sums = values and sums_of(self, bases, cells)
      local move = sums and move_for(self, {cells = cells, values = values, sums = sums})
      if move then list[#list + 1] = move end
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
