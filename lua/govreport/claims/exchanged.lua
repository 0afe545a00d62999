--- Two numbers of the text that each stand in the place of the other in a table: 予以公开37件、部分公开7件 beside 7 and 37.

local exchanged = {}

-- The only cell that a number is compared with; nil for sums.
local function cell_of(entry)
  local main = entry.judged.values[1]
  local term = #main.terms == 1 and main.terms[1]
  return term and #term.cells == 1 and term.sign > 0 and term.cells[1] or nil
end

local function may_be(statement) return statement.bound == "exact" and not statement.scope and not statement.assumed end

-- What an entry is looked for by: its part, its column, what its table has and what it says; and the same of the entry
-- that it would be exchanged with. Nil where it can be none.
local function keys_of(context, entry)
  local number = may_be(entry.statement) and cell_of(entry)
  local cell = number and context.report:cell(number)
  local has, says = cell and tostring(cell.value), tostring(entry.statement.value)
  if not cell or has == says then return nil end
  local place = ("%s %s %s"):format(entry.statement.section, cell.table, cell.column_id)
  return place .. " " .. has .. " " .. says, place .. " " .. says .. " " .. has
end

-- The only partner of each number, by its place in the list.
local function partners(context, list)
  local places, wanted, found = {}, {}, {}
  for i, entry in ipairs(list) do
    local own, other = keys_of(context, entry)
    if own then
      wanted[i] = other
      places[own] = places[own] == nil and i or false
    end
  end
  for i = 1, #list do found[i] = wanted[i] and places[wanted[i]] end
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
