--- What may explain that a report is not the sum of others: one that was left out or counted twice, or one that was
-- taken for the whole.
--
-- The differences of many cells are one vector, the numbers of a child are another. Vectors are compared by a linear
-- hash first (sums that wrap around), so that one child and pairs of them are found in time linear in the children.
-- Where a vector does not fit as a whole, the child is sought that fits nearly all of its cells; then single cells.

local blame = {}

-- How many explanations are named where there are several.
local most_named = 3

-- ---- vectors ------------------------------------------------------------------------------------

-- A factor for the i-th cell: odd, and spread over all bits.
local function factor(i) return (i * 0x9E3779B97F4A7C15) ~ (i * 0x2545F4914F6CDD1D >> 7) | 1 end

local function hash(vector)
  local sum = 0
  for i = 1, #vector do sum = sum + vector[i] * factor(i) end
  return sum
end

local function is_zero(vector)
  for i = 1, #vector do
    if vector[i] ~= 0 then return false end
  end
  return true
end

-- The lines whose numbers all are known, counts as they are.
local function certain(lines)
  local list = {}
  for _, line in ipairs(lines) do
    if line.unknown == 0 and not line.money and (line.verdict == "differs" or line.verdict == "equal") then
      list[#list + 1] = line
    end
  end
  return list
end

local function vector_of(lines, read)
  local vector = {}
  for i, line in ipairs(lines) do vector[i] = read(line) end
  return vector
end

local function child_vectors(lines, count)
  local vectors = {}
  for c = 1, count do
    local vector = vector_of(lines, function(line) return line.parts[c] end)
    if not is_zero(vector) then vectors[#vectors + 1] = {child = c, vector = vector, hash = hash(vector)} end
  end
  return vectors
end

-- ---- explanations -------------------------------------------------------------------------------

local function equals(wanted, ...)
  for i = 1, #wanted do
    local sum = 0
    for k = 1, select("#", ...) do sum = sum + (select(k, ...)).vector[i] end
    if sum ~= wanted[i] then return false end
  end
  return true
end

-- The children, one or two together, whose numbers are a vector: a list of lists of their places.
local function find_children(wanted, children)
  local sought, found, by_hash = hash(wanted), {}, {}
  for _, child in ipairs(children) do
    if child.hash == sought and equals(wanted, child) then found[#found + 1] = {child.child} end
  end
  if #found > 0 then return found end
  for _, child in ipairs(children) do
    local other = by_hash[sought - child.hash]
    if other and #found < most_named and equals(wanted, other, child) then
      found[#found + 1] = {other.child, child.child}
    end
    by_hash[child.hash] = by_hash[child.hash] or child
  end
  return found
end

local function negated(vector)
  local copy = {}
  for i = 1, #vector do copy[i] = -vector[i] end
  return copy
end

-- What explains the differences of some lines: its kind, and the children that may be it.
local function explain(lines, count)
  local children = child_vectors(lines, count)
  local differences = vector_of(lines, function(line) return line.difference end)
  if is_zero(differences) then return nil end
  local own = vector_of(lines, function(line) return line.value end)
  local kinds = {{"left_out", negated(differences)}, {"twice", differences}, {"only", own}}
  for _, kind in ipairs(kinds) do
    local found = find_children(kind[2], children)
    -- Of one child alone the parent may be a copy; of two it is a sum that leaves the others out.
    if #found > 0 and (kind[1] ~= "only" or #found[1] == 1) then return kind[1], found end
  end
end

local function differing(lines)
  local list = {}
  for _, line in ipairs(lines) do
    if line.verdict == "differs" then list[#list + 1] = line.address end
  end
  return list
end

-- All differences on one side: the parent has more than its children everywhere.
local function has_more(lines)
  for _, line in ipairs(lines) do
    if line.verdict == "differs" and line.difference < 0 then return false end
  end
  return true
end

local function by_table(lines)
  local tables, order = {}, {}
  for _, line in ipairs(lines) do
    if not tables[line.table] then
      tables[line.table] = {}
      order[#order + 1] = line.table
    end
    table.insert(tables[line.table], line)
  end
  return tables, order
end

-- ---- parts of a table ---------------------------------------------------------------------------

-- How many of the cells in which a child has a number differ by it: with the sign of one that was left out, of one that
-- was counted twice; and the number of those cells.
local function votes(lines, child)
  local left_out, twice, all = 0, 0, 0
  for _, line in ipairs(lines) do
    local part = line.parts[child]
    if part and part ~= 0 then
      all = all + 1
      if part == -line.difference then left_out = left_out + 1 end
      if part == line.difference then twice = twice + 1 end
    end
  end
  return left_out, twice, all
end

-- The child that explains nearly all cells in which it has a number, where other cells differ besides.
local function explain_most(lines, count)
  for child = 1, count do
    local left_out, twice, all = votes(lines, child)
    if math.max(left_out, twice) >= 3 and math.max(left_out, twice) * 5 >= all * 4 then
      return left_out > twice and "left_out" or "twice", child
    end
  end
end

-- Of a single cell: the children whose number is the difference.
local function explain_cell(line)
  local found, kind = {}, line.difference < 0 and "left_out" or "twice"
  local size = line.difference < 0 and -line.difference or line.difference
  for i, part in ipairs(line.parts) do
    if part == size then found[#found + 1] = {i} end
  end
  if #found == 0 or #found > most_named then return "none", {} end
  return kind, found
end

-- ---- causes -------------------------------------------------------------------------------------

local function add(causes, kind, children, lines, table_id)
  local addresses = differing(lines)
  for _, address in ipairs(addresses) do causes.explained[address] = true end
  causes[#causes + 1] = {kind = kind, children = children, addresses = addresses, table = table_id}
end

local function unexplained(causes, lines)
  local list = {}
  for _, line in ipairs(lines) do
    if line.verdict == "differs" and not causes.explained[line.address] then list[#list + 1] = line end
  end
  return list
end

-- Whether children explain a cell.
local function fits(line, kind, children)
  local sum = 0
  for _, child in ipairs(children) do
    if not line.parts[child] then return false end
    sum = sum + line.parts[child]
  end
  if kind == "only" then return sum == line.value end
  return sum ~= 0 and (kind == "twice" and sum or -sum) == line.difference
end

local function fitting(lines, kind, children)
  local list = {}
  for _, line in ipairs(lines) do
    if line.verdict == "differs" and fits(line, kind, children) then list[#list + 1] = line end
  end
  return list
end

-- What explains some lines, or many of them; whether there is anything.
local function add_common(causes, lines, count, table_id)
  local sure = certain(lines)
  local kind, children = explain(sure, count)
  if not kind then
    local child
    kind, child = explain_most(sure, count)
    children = {{child}}
  end
  if not kind then return false end
  add(causes, kind, children, fitting(lines, kind, children[1]), table_id)
  return true
end

-- Where the parent has more throughout, what is known of its children may not be all; a roster says that it is.
local function add_rest(causes, lines, options)
  local left = unexplained(causes, lines)
  local incomplete = options.known and not options.complete and (options.has_office and "more" or "own")
  if #left > 1 and incomplete and has_more(left) then return add(causes, incomplete, {}, left) end
  for _, line in ipairs(left) do
    local single, found = "none", {}
    if options.known then single, found = explain_cell(line) end
    add(causes, single, found, {line}, line.table)
  end
end

--- Explains the lines that differ.
-- @param lines see `govreport.compare.rollup.compare`
-- @param options `count` of the children, `has_office` (whether the parent's own office is among them), `complete`
-- (whether all children are known to be there), `known` (whether none is known to be missing: else no difference is
-- certain)
-- @return list of causes, each cell that differs in one of them: `{kind, children, addresses, table}`; kind is
-- "left_out" (the differences are the numbers of one or two children), "twice", "only" (the parent has the numbers of
-- one child), "own" and "more" (the parent has more throughout: its own office, or any child may be missing), "none";
-- `children` is a list of alternatives, each a list of places among the children; `table` is nil where the cause holds
-- for several tables
function blame.find(lines, options)
  local tables, order = by_table(lines)
  local touched, causes = {}, {explained = {}}
  for _, id in ipairs(order) do
    if #differing(tables[id]) > 0 then touched[#touched + 1] = id end
  end
  local common = options.known and #touched > 1 and add_common(causes, lines, options.count)
  for _, id in ipairs(options.known and not common and touched or {}) do
    add_common(causes, tables[id], options.count, id)
  end
  add_rest(causes, lines, options)
  causes.explained = nil
  return causes
end

return blame
