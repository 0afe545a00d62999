--- The tables of a form: where their cells lie, what their headers say, and in which order a printed header has them.

local cache = require "govreport.base.cache"
local grammar = require "govreport.text.grammar"

local layout = {}

-- Headers repeat from report to report: what was found for one is kept, for so many of each table.
local max_known_headers = 64

--- The labels of a row or column, outermost first.
local function path_of(entry)
  return type(entry.label) == "table" and entry.label or {entry.label}
end

layout.path_of = path_of

--- The table, the row and the column of a cell's number; nil for none.
-- @param layouts the tables of a compiled form
function layout.locate(layouts, number)
  for _, t in ipairs(layouts) do
    local offset = number - t.first_cell
    if offset >= 0 and offset < #t.rows * #t.columns then
      return t, t.rows[offset // #t.columns + 1], t.columns[offset % #t.columns + 1]
    end
  end
end

local function last(list) return list[#list] end

-- Whether a table has a column of units.
local function has_units(declared)
  for _, column in ipairs(declared.columns) do
    if column.type == "unit" then return true end
  end
  return false
end

--- What is printed of the labels of a table's rows: a group that is itself the label of a row stands there once.
-- @param declared the declaration of the table
-- @return function(row) -> path
function layout.printed_paths(declared)
  local rows = {}
  for _, row in ipairs(declared.rows) do rows[last(path_of(row))] = not row.split end
  return function(row)
    local path, printed = path_of(row), {}
    for level, label in ipairs(path) do
      if level == #path or not rows[label] then printed[#printed + 1] = label end
    end
    return printed
  end
end

-- Whether cells of a table may hold anything but numbers.
local function is_typed(declared)
  for _, entries in ipairs{declared.rows, declared.columns} do
    for _, entry in ipairs(entries) do
      if entry.type and entry.type ~= "number" then return true end
    end
  end
  return false
end

--- What the cell of a leaf in a row holds, as `declaration.types` has it.
function layout.type_of(t, leaf_number, row)
  local leaf = t.leaves[leaf_number]
  local own, column = t.rows[leaf.row or row], t.columns[leaf.column]
  if column.type == "unit" then return "unit" end
  return own and own.type and own.type ~= "number" and own.type or column.type or "number"
end

--- Prepares the tables of a form and adds their labels.
-- @param tables the form's declarations
-- @param register the form's labels
-- @return list of layouts, in order
function layout.tables(tables, register)
  local layouts, first_cell = {}, 0
  for _, declared in ipairs(tables) do
    local t = {id = declared.id, across = declared.across, pairs = declared.pairs or false,
               numbered = declared.numbered or false, rows = declared.rows, columns = declared.columns,
               typed = is_typed(declared), has_units = has_units(declared),
               costs = declared.costs, grammar = declared.grammar and grammar.everywhere(declared.grammar),
               total = declared.total, equations = declared.equations,
               first_cell = first_cell, caption = declared.caption, section = declared.section,
               headers = cache.new(max_known_headers)}
    for label, spellings in pairs(declared.spellings or {}) do register:spell(label, spellings) end
    layout.leaves(t)
    t.paths = {}
    for r, row in ipairs(t.rows) do t.paths[r] = path_of(row) end
    for _, label in ipairs(declared.header or {}) do register:add(label, {table = t, role = "header"}) end
    if t.caption then register:add(t.caption, {table = t, role = "caption"}) end
    layout.add_axis(t, register)
    first_cell = first_cell + #t.rows * #t.columns
    layouts[#layouts + 1] = t
  end
  return layouts
end

--- Whether any of some layouts is of a table whose cells a pattern of the form's own looks for: its key `grammar`.
function layout.have_patterns(layouts)
  for _, t in ipairs(layouts) do
    if t.grammar then return true end
  end
  return false
end

-- Notes of each leaf which labels are on its path (`on_path`); of the table which leaves end with a label (`ending`),
-- and which labels are groups.
local function index_leaves(t)
  t.ending, t.is_group = {}, {}
  for number, leaf in ipairs(t.leaves) do
    leaf.on_path = {}
    for level, label in ipairs(leaf.path) do
      leaf.on_path[label] = true
      if level < #leaf.path then t.is_group[label] = true end
    end
    local own = last(leaf.path)
    t.ending[own] = t.ending[own] or {}
    table.insert(t.ending[own], number)
  end
end

--- The leaves of the printed header, left to right: a column each, or where the rows are printed across the page, a
-- cell of the only line each.
function layout.leaves(t)
  t.leaves = {}
  for r, row in ipairs(t.across and t.rows or {{}}) do
    for c, column in ipairs(t.columns) do
      local path = {}
      for _, label in ipairs(t.across and path_of(row) or {}) do path[#path + 1] = label end
      for _, label in ipairs(path_of(column)) do path[#path + 1] = label end
      t.leaves[#t.leaves + 1] = {path = path, row = t.across and r or nil, column = c}
    end
  end
  index_leaves(t)
end

--- Adds the labels of a table: those of its header, and those in front of its rows.
function layout.add_axis(t, register)
  local seen = {}
  local function add(label, use, entry)
    if seen[use.role .. label] and use.role ~= "row" then return end
    seen[use.role .. label] = true
    register:add(label, use, nil, entry)
  end
  for _, leaf in ipairs(t.pairs and {} or t.leaves) do
    for level, label in ipairs(leaf.path) do
      local is_leaf = level == #leaf.path
      local column = t.columns[leaf.column]
      add(label, {table = t, role = "header", group = not is_leaf,
                  amount = is_leaf and column.decimal and leaf.column or nil}, is_leaf and column or nil)
    end
  end
  if t.across then return end
  for r, row in ipairs(t.rows) do
    local path = path_of(row)
    for i = 1, #path - 1 do add(path[i], {table = t, role = "group", level = i}) end
    local use = {table = t, role = "row", row = r, heading = row.heading, level = #path,
                 ordinal = grammar.ordinal_class(grammar.ordinal_of(last(path)))}
    add(last(path), use, row)
    if #path > 1 then register:alias(path[#path - 1] .. last(path), last(path), use) end   -- both on one line
  end
end

-- ---- the order of the columns -------------------------------------------------------------------

-- The places at which a header label was seen, by label.
local function places_by_label(header)
  local places = {}
  for i, label in ipairs(header) do
    local list = places[label.official] or {}
    places[label.official] = list
    list[#list + 1] = i
  end
  return places
end

--- Whether the order of a table's columns depends on where the label at some level of a leaf's path stands: it has
-- neighbours under the same group.
function layout.has_neighbours(t, leaf, level)
  for _, other in ipairs(t.leaves) do
    local same_group = true
    for i = 1, level - 1 do same_group = same_group and other.path[i] == leaf.path[i] end
    if same_group and other.path[level] ~= leaf.path[level] then return true end
  end
  return false
end

-- Under how many groups the label at some level of a leaf's path stands, as a group, and under the how many-th of them
-- this leaf is.
local function rank_of_group(t, leaf, level)
  local known, count, rank = {}, 0, nil
  for _, other in ipairs(t.leaves) do
    local prefix = table.concat(other.path, "\0", 1, math.min(level - 1, #other.path))
    if #other.path > level and other.path[level] == leaf.path[level] and not known[prefix] then
      known[prefix], count = true, count + 1
      rank = rank or table.concat(leaf.path, "\0", 1, level - 1) == prefix and count or nil
    end
  end
  return rank, count
end

-- A leaf's place is that of each label on its path. Where a label stands over several groups (结果维持 under each of
-- three), its k-th appearance belongs to the k-th group. Returns the places, or nil and the label that was not found.
local function place_leaf(t, leaf, places, appearance)
  local key, missing = {}, nil
  for level, label in ipairs(leaf.path) do
    local list = places[label] or {}
    local k, groups = 1, 1
    if level == #leaf.path then
      k = (appearance[label] or 0) + 1
      appearance[label] = k
    elseif #list > 1 then
      local rank, count = rank_of_group(t, leaf, level)
      if #list == count then k, groups = rank, count end
    end
    key[level] = list[k] or 0
    -- A group that stands twice leaves its place open, as a label does that stands too often.
    if level < #leaf.path and #list > groups and layout.has_neighbours(t, leaf, level) then appearance[label] = 1 end
    local counts = level == #leaf.path or layout.has_neighbours(t, leaf, level)
    if not list[k] and counts then missing = missing or label end
  end
  if missing then return nil, missing end
  return key
end

local function before(a, b)
  for i = 1, math.min(#a.key, #b.key) do
    if a.key[i] ~= b.key[i] then return a.key[i] < b.key[i] end
  end
  return a.index < b.index
end

-- The leaves as a header has them that prints the rows of a table across the page below its columns: 预算数 and 决算数 in
-- turn under each item. `number` is that of the leaf, `path` the printed one.
local function turned_leaves(t)
  local turned = {}
  for c, column in ipairs(t.columns) do
    for r, row in ipairs(t.rows) do
      local path = table.move(path_of(column), 1, #path_of(column), 1, {})
      table.move(path_of(row), 1, #path_of(row), #path + 1, path)
      turned[#turned + 1] = {path = path, number = (r - 1) * #t.columns + c}
    end
  end
  return turned
end

-- How a header nests the rows of a table that prints them across the page: "above" its columns, "below" them, all the
-- rows under each column; nil where they are repeated in any other way. A header that prints its groups again and again
-- (merged cells written out) or stands twice still has them above.
local function nesting(t, header)
  local rows, columns = {}, {}
  for r, row in ipairs(t.rows) do rows[path_of(row)[1]] = r end
  for _, column in ipairs(t.columns) do
    for _, label in ipairs(path_of(column)) do columns[label] = true end
  end
  local met, last_row, starts_with_row, in_cycles = 0, nil, nil, true
  for _, label in ipairs(header) do
    local r, is_column = rows[label.official], columns[label.official]
    if starts_with_row == nil and (r or is_column) then starts_with_row = r ~= nil end
    if r and r ~= last_row then
      in_cycles = in_cycles and r == met % #t.rows + 1
      met, last_row = met + 1, r
    elseif is_column then
      in_cycles = in_cycles and met % #t.rows == 0
    end
  end
  if starts_with_row or met <= #t.rows then return "above" end
  return in_cycles and met == #t.rows * #t.columns and "below" or nil
end

-- The leaves in the order in which the form prints them, for a header that nests them so.
local function leaves_for(t, header)
  if not t.across or #t.rows == 1 then return t.leaves end
  local nested = nesting(t, header)
  return nested == "above" and t.leaves or nested and turned_leaves(t)
end

-- Whether the words above the columns come in runs, each with all of them once: then the report prints them so, in
-- whatever order. What a copy shuffled leaves no such runs.
local function comes_in_runs(t, header)
  local words, count = {}, 0
  for _, leaf in ipairs(t.leaves) do
    local word = last(leaf.path)
    if not words[word] then words[word], count = true, count + 1 end
  end
  local run, size = {}, 0
  for _, label in ipairs(header) do
    if words[label.official] then
      if run[label.official] then return false end
      run[label.official], size = true, size + 1
      if size == count then run, size = {}, 0 end
    end
  end
  return size == 0
end

--- Finds the order in which a printed header has the table's leaves.
-- @param t a layout
-- @param header list of labels, as they came
-- @return `{order, inferred, missing, found, official, permuted}`: leaf numbers as printed, nil where the order cannot
-- be told; beside it a list of booleans, placed by the official order only (false for none); the labels that were not
-- found; how many leaves were; whether the order is the official one; whether the header is whole and has an order of
-- its own that cannot be told
function layout.order(t, header)
  local places, appearance = places_by_label(header), {}
  local found, missing = {}, {}
  local repeated = false
  local leaves = leaves_for(t, header)
  for index, leaf in ipairs(leaves or t.leaves) do
    local key, label = place_leaf(t, leaf, places, appearance)
    if key then
      found[#found + 1] = {index = index, key = key}
    elseif missing[#missing] ~= label then   -- a group is missed once
      missing[#missing + 1] = label
    end
  end
  for label, count in pairs(appearance) do
    repeated = repeated or count > 1 or #(places[label] or {}) > count
  end
  table.sort(found, before)
  local in_order = leaves ~= nil
  for i = 2, #found do in_order = in_order and found[i - 1].index < found[i].index end
  -- With labels missing, or standing for several leaves, only the order of the form is sure.
  local is_open = #missing > 0 or repeated and leaves == t.leaves
  if not leaves or not in_order and is_open then
    local permuted = leaves ~= nil and #missing == 0 and comes_in_runs(t, header)
    return {missing = missing, inferred = false, found = #found, permuted = permuted}
  end
  local order, inferred = {}, #missing > 0 and {}
  for i = 1, #t.leaves do
    local index = #missing == 0 and found[i].index or i
    order[i] = leaves[index].number or index
    if inferred then inferred[i] = true end
  end
  if inferred and not t.across then
    for _, leaf in ipairs(found) do inferred[leaf.index] = false end
  end
  return {order = order, inferred = inferred, missing = missing, found = #found,
          official = in_order and leaves == t.leaves}
end

--- Lines between the rows of a table, and texts in its cells, that are longer are no labels: bytes.
layout.longest_label = 120

--- Whether leaves stand in the order of the form.
function layout.is_official(leaves)
  for i = 2, #leaves do
    if leaves[i] < leaves[i - 1] then return false end
  end
  return true
end

--- The number of the cell of a leaf in a row.
function layout.target(t, leaf_number, row)
  local leaf = t.leaves[leaf_number]
  return t.first_cell + ((leaf.row or row) - 1) * #t.columns + leaf.column - 1
end

--- The targets of a printed row: for each value the number of its cell; the first number alone where they run on.
function layout.targets(t, order, row)
  if order.official then return t.first_cell + ((row or 1) - 1) * #t.columns end
  local list = {}
  for i, leaf_number in ipairs(order.order) do list[i] = layout.target(t, leaf_number, row) end
  return list
end

-- The keys of a header's labels. It is asked about for one table after the other, and only ever gets longer.
local function signature_of(header)
  if header.signed == #header then return header.signature end
  local keys = {}
  for i, label in ipairs(header) do keys[i] = label.key end
  header.signed, header.signature = #header, table.concat(keys)
  return header.signature
end

--- `layout.order`, remembered.
-- @param header list of labels, in which the signature is kept
function layout.known_order(t, header)
  local signature = signature_of(header)
  return t.headers:get(signature) or t.headers:put(signature, layout.order(t, header))
end

return layout
