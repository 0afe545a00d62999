--- Edit distance between two lists: how many items must be changed, added or dropped to make one the other.

return function(a, b)
  local row = {}
  for j = 0, #b do row[j] = j end
  for i = 1, #a do
    local before = row[0]
    row[0] = i
    for j = 1, #b do
      local change = before + (a[i] == b[j] and 0 or 1)
      before = row[j]
      row[j] = math.min(change, row[j] + 1, row[j - 1] + 1)
    end
  end
  return row[#b]
end
