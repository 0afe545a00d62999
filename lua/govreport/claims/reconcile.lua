--- What the other words and numbers of a sentence say about a number that its table does not have.

local reconcile = {}

-- ---- the same said twice ------------------------------------------------------------------------

-- Whether two statements are, before all, about the same cells.
local function means_the_same(a, b)
  local left, right = a.readings[1], b.readings[1]
  if #left ~= #right then return false end
  for i, term in ipairs(left) do
    if term.of ~= right[i].of or term.sign ~= right[i].sign or term.cells[1] ~= right[i].cells[1] then return false end
  end
  return true
end

local function is_beside(statement, other)
  return other ~= statement and other.kind == "count" and other.sentence == statement.sentence
         and other.table == statement.table
end

-- Another number that says the same and agrees explains what differs: 收到62件，受理59件.
local function is_outweighed(context, statement)
  for _, other in ipairs(context:statements()) do
    if is_beside(statement, other) and means_the_same(statement, other)
       and context:agreement(other).verdict == "agrees" then
      return true
    end
  end
  return false
end

-- Numbers of several bodies or places that add up to what the table has: 局机关收到40件，所属单位收到7件.
local function is_share_of_bodies(context, statement)
  if not statement.scope then return false end
  local sum, main = statement.value, context:agreement(statement).values[1]
  for _, other in ipairs(context:statements()) do
    if is_beside(statement, other) and other.scope and means_the_same(statement, other) then sum = sum + other.value end
  end
  return main ~= nil and sum == main.value
end

-- 全市受理申请100件。其中，市政府本级受理12件: that of an office beside that of all.
local function is_of_an_office(context, statement)
  if not statement.scope or statement.scope.scope ~= "office" then return false end
  for _, other in ipairs(context:statements()) do
    local beside = other ~= statement and other.kind == "count" and other.section == statement.section
                   and other.paragraph == statement.paragraph
    if beside and (not other.scope or other.scope.scope == "area") and means_the_same(statement, other) then
      return true
    end
  end
  return false
end

-- ---- parts of another number --------------------------------------------------------------------

-- Results that add up to another number of the sentence than that of all results are those of that number alone:
-- 上年结转3件，予以公开2件、不予公开1件.
local function is_breakdown(context, statement)
  if not statement.named then return false end
  local whole, sum
  for _, other in ipairs(context:statements()) do
    if other.sentence == statement.sentence and other.kind == "count" and other.table == statement.table then
      if other.named and not other.column then sum = sum and sum + other.value
      elseif not other.column and not (sum and sum > 0) then whole, sum = other, 0
      end
    end
  end
  local judged = whole and whole.value == sum and context:agreement(whole)
  local all = (context:lexis().shares[statement.table] or {})[1]
  return judged and judged.match ~= nil and judged.match.terms[1].of ~= all
end

-- The counts of the sentence by where their numbers stand.
local function by_place(context, statement)
  local found = {}
  for _, other in ipairs(context:statements()) do
    if other.kind == "count" and other.sentence == statement.sentence then found[other.start] = other end
  end
  return found
end

-- Whether numbers that follow each other, from `first` on and among them that of the statement, add up to a sum. A
-- number that is wrong itself explains nothing.
local function add_up(context, statement, counts, first, wanted)
  local sum, has_own = 0, false
  for i = first, #statement.beside do
    local number = statement.beside[i]
    local other = counts[number.start]
    if other and other ~= statement and context:agreement(other).verdict == "differs" then return false end
    sum, has_own = sum + number.value, has_own or other == statement
    if sum > wanted then return false end
    if sum == wanted then return has_own and i > first end
  end
  return false
end

-- 收到12件，答复7件，不予受理4件，转办1件: an answer is what office and table may count in other ways, where all of them
-- together are the number in front.
local function is_part_of_split(context, statement)
  if statement.named or statement.column or not statement.beside then return false end
  local counts = by_place(context, statement)
  for i, number in ipairs(statement.beside) do
    local whole = counts[number.start]
    if whole == statement then return false end
    if whole and whole.table == statement.table and not whole.named and not whole.column
       and context:agreement(whole).verdict == "agrees" then
      for first = i + 1, #statement.beside do
        if add_up(context, statement, counts, first, whole.value) then return true end
      end
    end
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
