--- Where something stands in a list in rising order: by halves.

local bisect = {}

--- How many of some numbers are not above a bound.
-- @param list numbers; or with a key entries that have one under it
function bisect.up_to(list, bound, key)
  local low, high = 0, #list
  while low < high do
    local middle = (low + high + 1) // 2
    local entry = list[middle]
    if (key and entry[key] or not key and entry) <= bound then low = middle else high = middle - 1 end
  end
  return low
end

--- How many single bytes were cut out of a text in front of a position of what is left.
-- @param cuts where they stood in the whole text
function bisect.cuts_before(cuts, position)
  local low, high = 0, #cuts
  while low < high do
    local middle = (low + high + 1) // 2
    if cuts[middle] - middle < position then low = middle else high = middle - 1 end   -- so many stood in front of it
  end
  return low
end

return bisect
