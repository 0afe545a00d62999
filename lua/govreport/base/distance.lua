--- Edit distance between two lists: how many items must be changed, added or dropped to make one the other.
-- @param swaps whether two neighbours that are exchanged count once, as of names that people type

return function(a, b, swaps)
  local row, before, earlier = {}
  for j = 0, #b do row[j] = j end
  for i = 1, #a do
    earlier, before, row = before, row, {[0] = i}
    for j = 1, #b do
      local least = math.min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a[i] == b[j] and 0 or 1))
      local swapped = swaps and i > 1 and j > 1 and a[i] == b[j - 1] and a[i - 1] == b[j]
      row[j] = swapped and math.min(least, earlier[j - 2] + 1) or least
    end
  end
  return row[#b]
end
