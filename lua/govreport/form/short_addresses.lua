--- The addresses of cells, written short without loss: `applications.granted.total`, `applications.granted.*`,
-- `applications.{granted,denied_state_secret}.total`, `disputes.*`.

local short_addresses = {}

-- A list of entries by a key, in the order of their first appearance: `list[i]`, `list[key]`.
local function group(list, key_of)
  local groups = {}
  for _, item in ipairs(list) do
    local key = key_of(item)
    if not groups[key] then
      groups[key] = {key = key}
      groups[#groups + 1] = groups[key]
    end
    table.insert(groups[key], item)
  end
  return groups
end

local function count_lines(report, table_id)
  local rows, columns = 0, 0
  for row in report.tables[table_id]:rows() do
    rows = rows + 1
    local count = 0
    for _ in row:cells() do count = count + 1 end
    columns = math.max(columns, count)
  end
  return {rows = rows, columns = columns}
end

-- The sizes of the tables of a report, by their ids.
local known = setmetatable({}, {__mode = "k"})

-- How many rows a table prints, and how many cells each of them has.
local function size_of(report, table_id)
  local sizes = known[report] or {}
  known[report] = sizes
  sizes[table_id] = sizes[table_id] or count_lines(report, table_id)
  return sizes[table_id].rows, sizes[table_id].columns
end

local function braces(names, whole)
  if whole then return "*" end
  return #names == 1 and names[1] or "{" .. table.concat(names, ",") .. "}"
end

local function split(address) return address:match("^([^.]+)%.([^.]+)%.([^.]+)$") end

-- The addresses of one table: rows with the same columns together.
local function of_table(report, table_id, list, out)
  local row_count, column_count = size_of(report, table_id)
  local rows = group(list, function(address) return select(2, split(address)) end)
  for _, row in ipairs(rows) do
    local columns = {}
    for i, address in ipairs(row) do columns[i] = select(3, split(address)) end
    row.columns = braces(columns, #columns > 1 and #columns == column_count)
  end
  for _, same in ipairs(group(rows, function(row) return row.columns end)) do
    local names = {}
    for i, row in ipairs(same) do names[i] = row.key end
    local shown = braces(names, #names > 1 and #names == row_count)
    out[#out + 1] = table_id .. "." .. (shown == "*" and same.key == "*" and "*" or shown .. "." .. same.key)
  end
end

--- @param cells list of `{address}`
-- @return list of texts
function short_addresses.short(report, cells)
  local list, out = {}, {}
  for i = 1, #cells do list[i] = cells[i].address end
  for _, group_of_table in ipairs(group(list, function(address) return (split(address)) end)) do
    of_table(report, group_of_table.key, group_of_table, out)
  end
  return out
end

return short_addresses
