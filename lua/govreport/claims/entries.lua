--- Lists of the rows or of the columns that a clause names: entries of the words, see `govreport.claims.lexicon`, and
-- what they have in common. Lists are shared: nobody writes to them once they are made.

local entries = {}

--- The list of no entry.
entries.none = {soft = false, assumed = false}

--- A list with what its entries have in common; there is one at least.
-- @return the list: `table` is that of all entries, false where they are of several; `soft` and `assumed` where one is;
-- `reasons` where all are reasons of a group
function entries.of(list)
  list.table, list.soft, list.assumed, list.reasons = list[1].table or false, false, false, true
  for _, entry in ipairs(list) do
    if entry.table ~= list.table then list.table = false end
    list.soft, list.assumed = list.soft or entry.soft or false, list.assumed or entry.assumed or false
    list.reasons = list.reasons and entry.reason ~= nil
  end
  return list
end

--- The list of one entry.
function entries.alone(entry)
  local alone = entry.alone or entries.of{entry}
  entry.alone = alone
  return alone
end

--- The list with one entry more. 复议后起诉的诉讼案件 is the one; 律师事务所等法律服务机构 are one.
function entries.with(list, entry)
  if list == entries.none then return entry.alone or entries.alone(entry) end
  local place = #list + 1
  for i, other in ipairs(list) do
    if other.of[1] == entry.of[1] or other.within == entry.of[1] then return list end
    if entry.within == other.of[1] then
      place = i
      break
    end
  end
  local longer = table.move(list, 1, #list, 1, {})
  longer[place] = entry
  return entries.of(longer)
end

return entries
