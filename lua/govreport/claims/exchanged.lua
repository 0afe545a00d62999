--- Two numbers of the text that each stand in the place of the other in a table: 予以公开37件、部分公开7件 beside 7 and 37.

local exchanged = {}

-- The only cell that a number is compared with; nil for sums.
local function cell_of(entry)
  local main = entry.judged.values[1]
  local term = #main.terms == 1 and main.terms[1]
  return term and #term.cells == 1 and term.sign > 0 and term.cells[1] or nil
end

local function are_exchanged(context, one, other)
  local a, b = cell_of(one), cell_of(other)
  if not a or not b or a == b then return false end
  local x, y = context.report:cell(a), context.report:cell(b)
  return x.table == y.table and x.column_id == y.column_id
         and one.statement.value == y.value and other.statement.value == x.value
end

local function may_be(entry)
  local statement = entry.statement
  return statement.bound == "exact" and not statement.scope and not statement.assumed
end

-- The only partner of each number, by its place in the list.
local function partners(context, list)
  local found = {}
  for i, one in ipairs(list) do
    for k, other in ipairs(list) do
      if i ~= k and may_be(one) and may_be(other) and one.statement.section == other.statement.section
         and are_exchanged(context, one, other) then
        found[i] = found[i] == nil and k or false
      end
    end
  end
  return found
end

--- Puts together the numbers that differ from their tables.
-- @param list of `{statement, judged}`, in order
-- @return the same, in order, each with the `other` that it is exchanged with where there is exactly one; that one is
-- left out
function exchanged.pair(context, list)
  local partner, kept = partners(context, list), {}
  for i, entry in ipairs(list) do
    local k = partner[i]
    local mutual = k and partner[k] == i
    if mutual and k > i then entry.other = list[k] end
    if not (mutual and k < i) then kept[#kept + 1] = entry end
  end
  return kept
end

return exchanged
