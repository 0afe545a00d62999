--- What two lists do not have in common: the shortest script that turns one into the other (Myers 1986), in linear
-- space. Items are compared with `==`.

local lcs = {}

-- Differences in one search beyond which a stretch counts as changed as a whole. A search takes their square in time.
local most_differences = 2000

-- How far the furthest of two paths comes in a box of n × m on the diagonal k; nil where neither is in the box.
local function furthest(reached, k, n, m)
  local below, beside = reached[k + 1], reached[k - 1]
  local x = below and below - k <= m and below or nil
  if beside and beside < n and (not x or beside + 1 > x) then x = beside + 1 end
  return x
end

-- One more difference for all paths of one direction. `same(x, y)`: whether two items are equal.
-- @return the start and the end of the snake that meets a path of the other direction; nil where none does
local function advance(reached, other, d, n, m, same, meets)
  local delta = n - m
  for k = math.max(-d, -m + (d + m) % 2), math.min(d, n), 2 do
    local x = d == 0 and 0 or furthest(reached, k, n, m)
    local start = x
    if x then
      while x < n and x - k < m and same(x, x - k) do x = x + 1 end
      local opposite = meets and other[delta - k]
      if opposite and x + opposite >= n then return start, start - k, x, x - k end
    end
    reached[k] = x
  end
end

-- The snake in the middle of the shortest script for a box: start and end. Nil past the bound.
local function middle(a, b, box)
  local a0, b0, n, m = box.a, box.b, box.n, box.m
  local forward, backward = {}, {}
  local function same(x, y) return a[a0 + x] == b[b0 + y] end
  local function same_back(x, y) return a[a0 + n - 1 - x] == b[b0 + m - 1 - y] end
  local odd = (n - m) % 2 ~= 0
  for d = 0, math.min((n + m + 1) // 2, most_differences // 2) do
    local x, y, u, v = advance(forward, backward, d, n, m, same, odd)
    if x then return x, y, u, v end
    x, y, u, v = advance(backward, forward, d, n, m, same_back, not odd)
    if x then return n - u, m - v, n - x, m - y end
  end
end

-- Takes equal items off both ends of a box.
local function trim(a, b, box)
  while box.n > 0 and box.m > 0 and a[box.a] == b[box.b] do
    box.a, box.b, box.n, box.m = box.a + 1, box.b + 1, box.n - 1, box.m - 1
  end
  while box.n > 0 and box.m > 0 and a[box.a + box.n - 1] == b[box.b + box.m - 1] do
    box.n, box.m = box.n - 1, box.m - 1
  end
  return box
end

local function add(hunks, box)
  local last = hunks[#hunks]
  if last and last.a + last.n == box.a and last.b + last.m == box.b then
    last.n, last.m = last.n + box.n, last.m + box.m
  else
    hunks[#hunks + 1] = box
  end
end

--- The stretches that differ, in order: `n` items of `a` from index `a` on stand for `m` items of `b` from index `b`
-- on. What lies between them is the same in both lists. Where two stretches differ in thousands of items, they count
-- as different as a whole.
-- @return list of `{a, n, b, m}`; n or m may be 0, not both
function lcs.hunks(a, b)
  local hunks, open = {}, {{a = 1, n = #a, b = 1, m = #b}}
  while #open > 0 do
    local box = trim(a, b, table.remove(open))
    local x, y, u, v
    if box.n > 0 and box.m > 0 then x, y, u, v = middle(a, b, box) end
    if x then
      open[#open + 1] = {a = box.a + u, n = box.n - u, b = box.b + v, m = box.m - v}
      open[#open + 1] = {a = box.a, n = x, b = box.b, m = y}
    elseif box.n > 0 or box.m > 0 then
      add(hunks, box)
    end
  end
  return hunks
end

return lcs
