--- Edit distance between two lists: how many items must be changed, added or dropped to make one the other.

-- How many items two lists have in common in front, and then behind.
local function common_ends(a, b)
  local front, most = 0, math.min(#a, #b)
  while front < most and a[front + 1] == b[front + 1] do front = front + 1 end
  local back = 0
  while back < most - front and a[#a - back] == b[#b - back] do back = back + 1 end
  return front, back
end

--- The distance; nil where it is more than `most`: what is further away is never worked out, so that a list that is
-- compared with many costs little.
-- @param swaps whether two neighbours that are exchanged count once, as of names that people type
-- @param most the greatest distance that counts; any where it is nil
return function(a, b, swaps, most)
  if most and math.abs(#a - #b) > most then return nil end
  local front, back = common_ends(a, b)
  local n, m = #a - front - back, #b - front - back
  most = most or math.max(n, m)
  local row, before, earlier = {}
  for j = 0, m do row[j] = j end
  for i = 1, n do
    -- Cells further from the diagonal are more than that.
    local first, last = math.max(1, i - most), math.min(m, i + most)
    earlier, before, row = before, row, {[0] = i}
    row[first - 1] = first == 1 and i or most + 1
    local nearest, own = row[first - 1], a[front + i]
    for j = first, last do
      local least = math.min((before[j] or most) + 1, row[j - 1] + 1,
                             (before[j - 1] or most) + (own == b[front + j] and 0 or 1))
      if swaps and i > 1 and j > 1 and own == b[front + j - 1] and a[front + i - 1] == b[front + j] then
        least = math.min(least, (earlier[j - 2] or most) + 1)
      end
      row[j] = least
      if least < nearest then nearest = least end
    end
    -- An exchange goes back two rows: it can save one.
    if nearest > most + 1 or nearest > most and not swaps then return nil end
  end
  local found = row[m] or most + 1
  return found <= most and found or nil
end
