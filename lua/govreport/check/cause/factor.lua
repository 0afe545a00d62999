--- Parts the repairs of a system into causes that have nothing to do with each other.
--
-- Two changes belong together where they stand in one sum, in any of the repairs; so do two failing sums that one group
-- of changes mends. What is independent then can be told apart: the repairs are all combinations of the choices of its
-- causes. Where they are not, they stay one cause.

local factor = {}

local function find(parents, node)
  while parents[node] ~= node do node = parents[node] end
  return node
end

local function unite(parents, a, b)
  parents[a], parents[b] = parents[a] or a, parents[b] or b
  local x, y = find(parents, a), find(parents, b)
  if x < y then parents[y] = x else parents[x] = y end
end

-- Nodes: cells are numbers; sums are numbers below 0.
local function groups_of(members, fails, repairs)
  local parents = {}
  for _, repair in ipairs(repairs) do
    local first = {}
    for _, change in ipairs(repair) do
      unite(parents, change.cell, change.cell)
      local sums = members[change.cell]
      for i = 1, #sums, 2 do
        local sum = sums[i]
        if first[sum] then unite(parents, first[sum], change.cell) else first[sum] = change.cell end
        if fails[sum] then unite(parents, -sum, change.cell) end
      end
    end
  end
  return parents
end

local function key_of(change) return ("%d %s %s"):format(change.cell, change.low, change.high) end

-- The different choices that the repairs leave for a group of cells; whether some have none there.
local function project(repairs, group_of, group)
  local choices, seen, empty = {}, {}, false
  for _, repair in ipairs(repairs) do
    local choice, keys = {}, {}
    for _, change in ipairs(repair) do
      if group_of(change.cell) == group then
        choice[#choice + 1], keys[#keys + 1] = change, key_of(change)
      end
    end
    local key = table.concat(keys, ";")
    if not seen[key] then
      seen[key], choices[#choices + 1] = true, choice
      empty = empty or #choice == 0
    end
  end
  return choices, empty
end

local function collect(parents)
  local list, seen = {}, {}
  for node in pairs(parents) do
    local root = find(parents, node)
    if not seen[root] then seen[root], list[#list + 1] = true, root end
  end
  table.sort(list)
  return list
end

local function unite_all(parents, list)
  for i = 2, #list do unite(parents, list[1], list[i]) end
end

--- @param members the sums of each cell; see `govreport.check.cause.system`
-- @param fails by sum, whether it fails
-- @param repairs list of lists of `{cell, low, high}`
-- @return list of causes `{sums = the failing sums, in order, repairs = list of repairs}`
function factor.causes(members, fails, repairs)
  local parents = groups_of(members, fails, repairs)
  local function group_of(node) return find(parents, node) end
  local loose = {}
  for _, group in ipairs(collect(parents)) do
    local _, empty = project(repairs, group_of, group)
    if empty then loose[#loose + 1] = group end
  end
  unite_all(parents, loose)
  local product = 1
  for _, group in ipairs(collect(parents)) do product = product * #project(repairs, group_of, group) end
  if product ~= #repairs then unite_all(parents, collect(parents)) end
  local causes = {}
  for i, group in ipairs(collect(parents)) do
    local sums = {}
    for node in pairs(parents) do
      if node < 0 and group_of(node) == group then sums[#sums + 1] = -node end
    end
    table.sort(sums)
    causes[i] = {sums = sums, repairs = project(repairs, group_of, group)}
  end
  return causes
end

return factor
