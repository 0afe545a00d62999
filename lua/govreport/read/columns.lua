--- The columns of a printed table: which labels stand above each, and which value of a row belongs to which of them.
--
-- A value belongs to the column whose labels stand above it. Where spans and fillers put the columns out of line, but a
-- row has exactly as many values as the header has columns, the k-th value belongs to the k-th column. Where the header
-- contradicts itself, nothing is read by it.

local layout = require "govreport.form.layout"
local roles = require "govreport.read.roles"

local columns = {}

local BLANK = roles.BLANK

local function stands_in_header(label, t)
  for _, use in ipairs(label.uses) do
    if use.table == t and use.role == "header" then return true end
  end
  return false
end

-- The cells of a header with words of a table's.
local function words_of(t, header)
  local words = {}
  for _, cell in ipairs(header.cells) do
    if stands_in_header(cell.label, t) then words[#words + 1] = cell end
  end
  return words
end

-- The labels of some cells of a header that stand above a column, as a list.
local function labels_above(words, col)
  local list = {}
  for _, cell in ipairs(words) do
    if cell.col <= col and col < cell.stop then list[#list + 1] = cell.label.official end
  end
  return list
end

local function has_all(on_path, labels)
  for _, label in ipairs(labels) do
    if not on_path[label] then return false end
  end
  return true
end

-- The only leaf of a table that one of some labels ends and on whose path all of them lie; nil where there is none, or
-- more than one.
local function leaf_of(t, labels)
  local found
  for _, label in ipairs(labels) do
    for _, number in ipairs(t.ending[label] or {}) do
      if number ~= found and has_all(t.leaves[number].on_path, labels) then
        if found then return nil end
        found = number
      end
    end
  end
  return found
end

-- Whether a group of a leaf stands in the header, but not above the leaf's column: then the header's rows are out of
-- line.
local function is_out_of_line(t, words, leaf, col)
  local path = t.leaves[leaf].path
  for level = 1, #path - 1 do
    local there, above = false, false
    for _, cell in ipairs(words) do
      if cell.label.official == path[level] then
        there = true
        above = above or cell.col <= col and col < cell.stop
      end
    end
    if there and not above then return true end
  end
  return false
end

-- Whether the columns are in another order than the form's while a group that some of them belong to is missing: the
-- words behind it may have moved.
local function has_moved(t, header, list)
  -- In a table of one line nothing is known without its group.
  if t.across or layout.is_official(list) then return false end
  local there = {}
  for _, cell in ipairs(header.cells) do there[cell.label.official] = true end
  for _, leaf in ipairs(t.leaves) do
    for level = 1, #leaf.path - 1 do
      if not there[leaf.path[level]] and layout.has_neighbours(t, leaf, level) then return true end
    end
  end
  return false
end

-- Whether labels of a leaf's path stand below a cell of the header, in its column.
local function is_told_below(t, header, cell, leaf, col)
  local on_path = t.leaves[leaf].on_path
  for _, other in ipairs(header.cells) do
    if other.row >= cell.row_stop and other.col <= col and col < other.stop and on_path[other.label.official] then
      return true
    end
  end
  return false
end

-- Whether one word of a header stands above columns of several groups, which are not told apart below it: its span is
-- wrong, and so are the places behind it.
local function is_torn(t, header, leaf_at)
  local function ends_in(number, label)
    local path = number and t.leaves[number].path
    return path ~= nil and path[#path] == label.official
  end
  for _, cell in ipairs(header.cells) do
    for col = cell.col + 1, cell.stop - 1 do
      local left, right = leaf_at[col - 1], leaf_at[col]
      if left ~= right and ends_in(left, cell.label) and ends_in(right, cell.label)
         and not is_told_below(t, header, cell, right, col) then
        return true
      end
    end
  end
  return false
end

-- Whether a header was printed on one line, so that its columns are not those of the values: it has a group that stands
-- above none of its leaves.
local function is_flat(t, header, leaf_at)
  for _, cell in ipairs(header.cells) do
    local label, above = cell.label.official, false
    for col = cell.col, t.is_group[label] and cell.stop - 1 or -1 do
      above = above or leaf_at[col] ~= nil and t.leaves[leaf_at[col]].on_path[label]
    end
    if t.is_group[label] and not above then return true end
  end
  return false
end

--- What a header says of a table: the leaf of each column, the leaves from left to right, and where the last one ends.
function columns.of(t, header)
  local known = header.columns[t]
  if known then return known end
  known = {leaf = {}, first = {}, last = {}, list = {}, stop = 0, unknown = {}}
  local seen, words = {}, words_of(t, header)
  for col = 0, #words > 0 and header.width - 1 or -1 do
    local leaf = leaf_of(t, labels_above(words, col))
    known.leaf[col] = leaf
    if leaf then
      known.stop = col + 1
      known.first[leaf], known.last[leaf] = known.first[leaf] or col, col
      if not seen[leaf] then known.list[#known.list + 1] = leaf end
      known.twice = known.twice or seen[leaf] and known.list[#known.list] ~= leaf
      seen[leaf] = true
      known.crooked = known.crooked or is_out_of_line(t, words, leaf, col)
    end
  end
  for _, cell in ipairs(header.strangers) do
    for col = cell.col, cell.stop - 1 do known.unknown[col] = true end
  end
  known.crooked = known.crooked or has_moved(t, header, known.list)
  known.complete = #known.list == #t.leaves and not known.crooked
  known.closed = known.complete
  for col = known.first[known.list[1]] or 0, known.stop - 1 do
    known.closed = known.closed and known.leaf[col] ~= nil
  end
  known.torn = is_torn(t, header, known.leaf)
  known.flat = is_flat(t, header, known.leaf)
  header.columns[t] = known
  return known
end

-- ---- values and columns -------------------------------------------------------------------------

-- Whether the last value of a row is an empty cell that may be a filler behind it: the row ends in front of the end of
-- the header, so that a cell may be lost.
local function ends_in_filler(header, values, last)
  return last.kind == BLANK and values[#values].stop < header.stop
end

--- Binds by position: every value under a column's label, every column with one value.
function columns.by_position(header, known, values)
  local found, count, stop = {}, 0, 0
  for _, cell in ipairs(values) do
    local leaf = known.leaf[cell.col]
    stop = math.max(stop, cell.stop)
    if leaf then
      local other = found[leaf]
      if not other then count = count + 1 end
      if not other or other.kind == BLANK then found[leaf] = cell
      elseif cell.kind ~= BLANK then return nil end
    elseif cell.kind ~= BLANK and not known.unknown[cell.col] then
      return nil
    end
  end
  if stop < known.stop or count < #known.list then return nil end
  local last = found[known.list[#known.list]]
  return not ends_in_filler(header, values, last) and found or nil
end

-- The values without the fillers in front or behind, as many as wanted; nil where that is not sure.
local function trimmed(values, wanted)
  local first, last = 1, #values
  while last - first + 1 > wanted do
    local front, back = values[first].kind == BLANK, values[last].kind == BLANK
    if front == back then return nil end
    if front then first = first + 1 else last = last - 1 end
  end
  if last - first + 1 < wanted then return nil end
  return table.move(values, first, last, 1, {})
end

-- Whether values that are given to leaves by their order agree with what is known of the columns: each reaches under
-- its label, or all of them are out of line by as much, as when a cell in front of the row is missing; or no column
-- between the labels is without one.
local function in_line(known, cells, leaves)
  local shift, same, touching, count = nil, true, true, 0
  for k, cell in ipairs(cells) do
    local first, last = known.first[leaves[k]], known.last[leaves[k]]
    if first then
      count = count + 1
      shift = shift or cell.col - first
      same = same and cell.col - first == shift
      touching = touching and cell.col <= last and cell.stop > first
    end
  end
  return touching or (same and count > 1) or known.closed
end

-- The order that the words of a header on one line tell.
local function flat_order(t, header, cells)
  local words = {}
  for i, cell in ipairs(header.cells) do words[i] = cell.label end
  local order = layout.order(t, words).order
  if not order then return nil, true end
  return cells, order, true
end

--- The leaves in the order in which values stand, and which of them are told by that order alone; nil where it is not
-- sure, and whether that is so for the header: there are as many values as columns. An empty cell in front may be a
-- filler where cells behind are lost.
function columns.by_order(t, header, known, values)
  local cells, width = trimmed(values, #t.leaves), header.width
  if not cells then return nil, false end
  if cells[1].kind == BLANK and (#cells < #values or cells[#cells].stop < width) then return nil, false end
  if ends_in_filler(header, values, cells[#cells]) then return nil, false end
  if known.flat then return flat_order(t, header, cells) end
  if not layout.is_official(known.list) then return nil, true end   -- the header contradicts the form's order
  if known.complete then
    if known.twice or not in_line(known, cells, known.list) then return nil, true end
    return cells, known.list, true
  end
  local leaves, inferred = {}, {}
  for k, cell in ipairs(cells) do
    leaves[k] = k
    inferred[k] = known.leaf[cell.col] ~= k
  end
  if not in_line(known, cells, leaves) then return nil, true end
  return cells, leaves, inferred
end

return columns
