--- What became of the sentences of one report in another: which are gone, which are new, which were changed, and of
-- these the ones in which only numbers differ.

local lcs = require "govreport.base.lcs"

local revision = {}

-- ---- likeness of sentences ----------------------------------------------------------------------

local number = "%d+%.?%d*"

-- What is left of a sentence without its numbers.
local function shape(key) return (key:gsub(number, "#")) end

local function numbers(key)
  local list = {}
  for found in key:gmatch(number) do list[#list + 1] = found end
  return list
end

-- How often each pair of neighbouring characters occurs, and how many pairs there are.
local function pairs_of(key)
  local counts, total, before = {}, 0, ""
  for character in shape(key):gmatch("[%z\1-\127\194-\244][\128-\191]*") do
    local pair = before .. character
    counts[pair] = (counts[pair] or 0) + 1
    total, before = total + 1, character
  end
  return {counts = counts, total = total}
end

local function likeness(a, b)
  local common = 0
  for pair, count in pairs(a.counts) do common = common + math.min(count, b.counts[pair] or 0) end
  return 2 * common / (a.total + b.total)
end

-- ---- pairs of old and new sentences -------------------------------------------------------------

-- Two sentences less alike than this are different ones.
local least_likeness = 0.4
-- More pairs than these are not compared: sentences are paired in their order.
local most_pairs = 10000

local function scores(a, b)
  local table_a, table_b, rows = {}, {}, {}
  for i, sentence in ipairs(a) do table_a[i] = pairs_of(sentence.key) end
  for k, sentence in ipairs(b) do table_b[k] = pairs_of(sentence.key) end
  for i = 1, #a do
    rows[i] = {}
    for k = 1, #b do
      local score = likeness(table_a[i], table_b[k])
      rows[i][k] = score >= least_likeness and score or 0
    end
  end
  return rows
end

-- The pairs in order with the greatest sum of likeness: `partner[i] = k`.
local function partners(a, b)
  if #a * #b > most_pairs then
    local partner = {}
    for i = 1, math.min(#a, #b) do
      if likeness(pairs_of(a[i].key), pairs_of(b[i].key)) >= least_likeness then partner[i] = i end
    end
    return partner
  end
  local score, best = scores(a, b), {}
  for i = #a + 1, 1, -1 do
    best[i] = {}
    for k = #b + 1, 1, -1 do
      if i > #a or k > #b then best[i][k] = 0
      else
        local paired = score[i][k] > 0 and score[i][k] + best[i + 1][k + 1] or 0
        best[i][k] = math.max(best[i + 1][k], best[i][k + 1], paired)
      end
    end
  end
  local partner, i, k = {}, 1, 1
  while i <= #a and k <= #b do
    if score[i][k] > 0 and best[i][k] == score[i][k] + best[i + 1][k + 1] then
      partner[i], i, k = k, i + 1, k + 1
    elseif best[i][k] == best[i + 1][k] then i = i + 1
    else k = k + 1
    end
  end
  return partner
end

-- ---- changes ------------------------------------------------------------------------------------

local function changed(a, b)
  if shape(a.key) ~= shape(b.key) then return {kind = "changed", part = b.part, a = a, b = b} end
  local list, old, new = {}, numbers(a.key), numbers(b.key)
  for i, value in ipairs(old) do
    if value ~= new[i] then list[#list + 1] = {old = value, new = new[i]} end
  end
  return {kind = "numbers", part = b.part, a = a, b = b, numbers = list}
end

local function add_pairs(changes, a, b)
  local partner, next_b = partners(a, b), 1
  local function add_new(stop)
    for k = next_b, stop do changes[#changes + 1] = {kind = "added", part = b[k].part, b = b[k]} end
    next_b = stop + 1
  end
  for i, sentence in ipairs(a) do
    local k = partner[i]
    if k then
      add_new(k - 1)
      if sentence.key ~= b[k].key then changes[#changes + 1] = changed(sentence, b[k]) end
      next_b = k + 1
    else
      changes[#changes + 1] = {kind = "removed", part = sentence.part, a = sentence}
    end
  end
  add_new(#b)
end

local function keys(list)
  local found = {}
  for i, item in ipairs(list) do found[i] = item.key end
  return found
end

-- The text of a list of sentences, whatever their bounds.
local function whole(list) return table.concat(keys(list)) end

-- A function that tells whether a key is the beginning of another one in a list.
local function beginnings(list)
  local sorted = keys(list)
  table.sort(sorted)
  return function(key)
    local low, high = 1, #sorted + 1
    while low < high do   -- the first one behind the key
      local between = (low + high) // 2
      if sorted[between] > key then high = between else low = between + 1 end
    end
    return sorted[low] ~= nil and sorted[low]:sub(1, #key) == key
  end
end

-- A line without the end of a sentence and the sentence below it, where the other report has them in one.
local function with_lines_joined(list, others)
  local out, i, begins_another = {}, 1, beginnings(others)
  while i <= #list do
    local line, below = list[i], list[i + 1]
    if below and not line.whole and line.part == below.part and begins_another(line.key) then
      out[#out + 1] = {key = line.key .. below.key, start = line.start, stop = below.stop, part = line.part,
                       report = line.report, whole = below.whole}
      i = i + 2
    else
      out[#out + 1] = line
      i = i + 1
    end
  end
  return out
end

-- Splits the items of a stretch into sentences and the titles of parts.
local function split(list, first, count)
  local sentences, titles = {}, {}
  for i = first, first + count - 1 do
    local kind = list[i].section and titles or sentences
    kind[#kind + 1] = list[i]
  end
  return sentences, titles
end

local function compare_stretch(changes, a, b)
  if whole(a) == whole(b) then return end
  a, b = with_lines_joined(a, b), with_lines_joined(b, a)
  for _, hunk in ipairs(lcs.hunks(keys(a), keys(b))) do
    local old, new = split(a, hunk.a, hunk.n), split(b, hunk.b, hunk.m)
    if whole(old) ~= whole(new) then add_pairs(changes, old, new) end
  end
end

local function add_titles(titles, list, side)
  for _, item in ipairs(list) do titles[#titles + 1] = {part = item.part, [side] = item.section} end
end

--- Compares the sentences of two reports.
-- @param a, b lists of `govreport.text.sentences.of`
-- @return list of `{kind, part, a, b, numbers}` in the order of the reports: kind is "changed", "numbers" (nothing but
-- numbers differs; `numbers` is a list of `{old, new}`), "removed" or "added"; `a` and `b` are the sentences
-- @return list of `{part, a, b}`: Sections that only one report has, or that stand elsewhere in the other
function revision.compare(a, b)
  local changes, titles = {}, {}
  for _, hunk in ipairs(lcs.hunks(keys(a), keys(b))) do
    local old, old_titles = split(a, hunk.a, hunk.n)
    local new, new_titles = split(b, hunk.b, hunk.m)
    add_titles(titles, old_titles, "a")
    add_titles(titles, new_titles, "b")
    compare_stretch(changes, old, new)
  end
  return changes, titles
end

return revision
