--- Lines of values that stand one column too far.
--
-- A span of a printed line is moved by one: each of its cells gets the value of its neighbour, the last what the sums
-- leave for it, for its own fell out of the line. The place that was left behind says nothing or 0. Believed only
-- where every sum of the line holds then, so many of them failed before, and no other move does as much; the whole of a
-- line goes before a part of it.

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

-- The value of each cell of a line, 0 where it is not filled in; nil where one cannot be read.
local function values_of(self, cells)
  local values = {}
  for i, cell in ipairs(cells) do
    local entry = self.cells[cell]
    values[i] = entry.value or unfilled[entry.cell.state] and 0
    if not values[i] then return nil end
  end
  return values
end

-- What each sum of a system is with the printed values, and its cells that have none: `{base, open}`.
local function bases_of(self)
  local list = {}
  for sum, terms in ipairs(self.sums) do
    local base, open = 0, {}
    for k = 1, #terms, 2 do
      local value = self.cells[terms[k]].value
      if value then base = base + terms[k + 1] * value else open[#open + 1] = terms[k] end
    end
    list[sum] = {base = base, open = open}
  end
  return list
end

-- What the cells of a line add to each sum, by their place in it.
local function terms_in(self, sum, place)
  local list, terms = {}, self.sums[sum]
  for k = 1, #terms, 2 do
    local i = place[terms[k]]
    if i then list[i] = terms[k + 1] end
  end
  return list
end

-- The sums of a line: `{sum, base, terms}`, the base with the printed values, the terms by place in the line. Nil where
-- a cell of another line has no value, and where fewer fail than a move has to mend.
local function sums_of(self, bases, members, cells)
  local place, seen, list, failing = {}, {}, {}, 0
  for i, cell in ipairs(cells) do place[cell] = i end
  for _, cell in ipairs(cells) do
    for _, member in ipairs(members[cell]) do
      local sum = member.sum
      if not seen[sum] then
        for _, open in ipairs(bases[sum].open) do
          if not place[open] then return nil end
        end
        seen[sum], list[#list + 1] = true, {sum = sum, base = bases[sum].base}
        if bases[sum].base ~= 0 then failing = failing + 1 end
      end
    end
  end
  if failing < shift.fewest_sums then return nil end
  for _, entry in ipairs(list) do entry.terms = terms_in(self, entry.sum, place) end
  return list
end

-- What a sum is with other values in the line.
local function base_with(entry, values, moved)
  local base = entry.base
  for i, sign in pairs(entry.terms) do base = base + sign * (moved[i] - values[i]) end
  return base
end

-- The value that the sums leave for the last place of a move; nil where there is none that could stand there.
local function left_for(self, sums, values, moved, last, cell)
  for _, entry in ipairs(sums) do
    local sign = entry.terms[last]
    if sign then
      local value = moved[last] - sign * base_with(entry, values, moved)
      local column = self.cells[cell]
      return (not column.low or value >= column.low) and value % column.step == 0 and value or nil
    end
  end
end

-- The failing sums of a line, in order, where all its sums hold with other values in it; else nil.
local function mended(sums, values, moved)
  local list = {}
  for _, entry in ipairs(sums) do
    if base_with(entry, values, moved) ~= 0 then return nil end
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

-- A move of a line: `{kind, cells, values, first, last, left, filled, sums}`. `first` and `last` are the first and the
-- last place that change, `left` says the direction, `filled` is the place with a value that was not printed beside it.
local function move_of(self, line, from, to)
  local values, cells = line.values, line.cells
  local moved = moved_by_one(values, from, to)
  local left = left_for(self, line.sums, values, moved, to, cells[to])
  if not left then return nil end
  moved[to] = left
  local sums = mended(line.sums, values, moved)
  if not sums then return nil end
  local first, last
  for i = 1, #values do
    if moved[i] ~= values[i] then first, last = first or i, i end
  end
  return {kind = "shift", cells = cells, values = moved, first = first, last = last, left = from < to, sums = sums,
          filled = left ~= 0 and left ~= values[to] and to or nil}
end

local function same(a, b)
  for i, value in ipairs(a.values) do
    if b.values[i] ~= value then return false end
  end
  return true
end

-- The only move among some that mends all; nil where there is none, or several that differ.
-- @param spans list of `{from, to}`
local function only_one(self, line, spans)
  local found
  for _, span in ipairs(spans) do
    local move = line.values[span[1]] == 0 and move_of(self, line, span[1], span[2])
    if move and found and not same(move, found) then return nil end
    found = found or move or nil
  end
  return found
end

-- The move of a line that mends all: of the whole of it rather than of a span.
local function move_for(self, line)
  local count, spans = #line.cells, {}
  for from = 1, count do
    for to = 1, count do
      if from ~= to then spans[#spans + 1] = {from, to} end
    end
  end
  return only_one(self, line, {{1, count}, {count, 1}}) or only_one(self, line, spans)
end

--- The moves of lines with which all their sums hold.
-- @param members the sums of each cell; see `govreport.check.cause.system`
-- @return list of `{kind, cells, values, first, last, left, filled, sums}`
function shift.moves(self, members)
  local list, bases = {}, bases_of(self)
  for _, t in ipairs(self.context.form.layouts) do
    for _, cells in ipairs(lines_of(self, t)) do
      local values = values_of(self, cells)
      local sums = values and sums_of(self, bases, members, cells)
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
