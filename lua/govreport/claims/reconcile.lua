--- What the other words and numbers of a sentence say about a number that its table does not have.

local neighbours = require "govreport.claims.neighbours"

local reconcile = {}

-- What is found out of a list of statements, once.
local function once(context, name, list, find)
  local known = context:once(name, function() return {} end)
  if known[list] == nil then known[list] = find(list) end
  return known[list]
end

-- ---- the same said twice ------------------------------------------------------------------------

-- Another number that says the same and agrees explains what differs: 收到62件，受理59件.
local function is_outweighed(context, statement)
  local agreeing = once(context, "agreeing", neighbours.of(context):same(statement), function(list)
    local found = {}
    for _, other in ipairs(list) do
      if #found < 2 and context:agreement(other).verdict == "agrees" then found[#found + 1] = other end
    end
    return found
  end)
  return #agreeing > 1 or agreeing[1] ~= nil and agreeing[1] ~= statement
end

-- Numbers of several bodies or places that add up to what the table has: 局机关收到40件，所属单位收到7件.
local function is_share_of_bodies(context, statement)
  local main = statement.scope and context:agreement(statement).values[1]
  if not main then return false end
  local sum = once(context, "sums_of_bodies", neighbours.of(context):same(statement), function(list)
    local all = 0
    for _, other in ipairs(list) do all = other.scope and all + other.value or all end
    return all
  end)
  return sum == main.value
end

-- 全市受理申请100件。其中，市政府本级受理12件: that of an office beside that of all.
local function is_of_an_office(context, statement)
  if not statement.scope or statement.scope.scope ~= "office" then return false end
  return once(context, "counts_of_all", neighbours.of(context):paragraph(statement), function(list)
    for _, other in ipairs(list) do
      if not other.scope or other.scope.scope == "area" then return true end
    end
    return false
  end)
end

-- ---- parts of another number --------------------------------------------------------------------

-- The number that the results behind it add up to; false for none.
local function whole_of_results(list)
  local whole, sum
  for _, other in ipairs(list) do
    if other.named and not other.column then sum = sum and sum + other.value
    elseif not other.column and not (sum and sum > 0) then whole, sum = other, 0
    end
  end
  return whole and whole.value == sum and whole or false
end

-- Results that add up to another number of the sentence than that of all results are those of that number alone:
-- 上年结转3件，予以公开2件、不予公开1件.
local function is_breakdown(context, statement)
  if not statement.named then return false end
  local whole = once(context, "wholes_of_results", neighbours.of(context):beside(statement), whole_of_results)
  local judged = whole and context:agreement(whole)
  local all = (context:lexis().shares[statement.table] or {})[1]
  return judged and judged.match ~= nil and judged.match.terms[1].of ~= all
end

-- What is known of the numbers of a sentence: their values, false for one that has none; the place of each by where it
-- stands, and the count that it is.
local function numbers_of(context, statement)
  return once(context, "numbers_of_sentences", statement.beside, function(numbers)
    local found = {places = {}, counts = {}, first = {}, values = {}}
    for i = 1, #numbers // 2 do found.places[numbers[2 * i - 1]], found.values[i] = i, numbers[2 * i] end
    for _, other in ipairs(neighbours.of(context):sentence(statement)) do
      local place = found.places[other.start]
      if place then found.counts[place] = other end
    end
    return found
  end)
end

-- Where each value first stands as that of all that a table has: map from the value to the place among the numbers.
local function totals_of(context, statement, numbers)
  local first = numbers.first[statement.table]
  if first then return first end
  first = {}
  numbers.first[statement.table] = first
  for place = 1, #numbers.values do
    local whole = numbers.counts[place]
    if whole and whole.table == statement.table and not whole.named and not whole.column
       and not first[whole.value] and context:agreement(whole).verdict == "agrees" then
      first[whole.value] = place
    end
  end
  return first
end

-- A number is taken apart into no more parts than this.
local most_parts = 60

-- Whether numbers that follow each other, from `first` on and up to that at `own` or behind it, add up to a number in
-- front of them. `may_be`: whether the number at a place is none that is wrong itself, which explains nothing.
local function add_up(values, totals, first, own, may_be)
  local sum = 0
  for i = first, math.min(first + most_parts - 1, #values) do
    local value = values[i]
    if not value or i ~= own and not may_be(i) then return false end
    sum = sum + value
    local whole = i >= own and i > first and value ~= 0 and totals[sum]
    if whole and whole < first then return true end
  end
  return false
end

-- 收到12件，答复7件，不予受理4件，转办1件: an answer is what office and table may count in other ways, where all of them
-- together are the number in front.
local function is_part_of_split(context, statement)
  if statement.named or statement.column or not statement.beside then return false end
  local numbers = numbers_of(context, statement)
  local own = numbers.places[statement.start]
  local totals = own and totals_of(context, statement, numbers)
  if not totals or not next(totals) then return false end
  local function may_be(i)
    local other = numbers.counts[i]
    return not other or context:agreement(other).verdict ~= "differs"
  end
  for first = own, math.max(1, own - most_parts + 1), -1 do
    if first < own and not may_be(first) then return false end
    if add_up(numbers.values, totals, first, own, may_be) then return true end
  end
  return false
end

-- 截至年底累计收到300件 may count from long ago.
local function may_be_older(context, statement)
  local main = context:agreement(statement).values[1]
  return statement.open_start and main ~= nil and statement.value > main.value
end

local reasons = {may_be_older, is_outweighed, is_share_of_bodies, is_of_an_office, is_breakdown, is_part_of_split}

--- Whether other words and numbers of its sentence explain why a count differs from its table.
function reconcile.explain(context, statement)
  for _, holds in ipairs(reasons) do
    if holds(context, statement) then return true end
  end
  return false
end

return reconcile
