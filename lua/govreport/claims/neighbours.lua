--- Which statements stand beside which, and which of them mean the same: made once for all statements of a report, so
-- that what is asked of each does not look through all others.

local neighbours = {}

-- The readings of which it is known what they mean, as texts; reports of a form share readings.
local known = setmetatable({}, {__mode = "k"})

-- What a statement is about before all: the cells of its first reading, as a text.
local function meaning_of(statement)
  local reading = statement.readings[1]
  local meaning = known[reading]
  if not meaning then
    local parts = {}
    for i, term in ipairs(reading) do parts[i] = ("%s %d %s"):format(term.of, term.sign, term.cells[1]) end
    meaning = table.concat(parts, ";")
    known[reading] = meaning
  end
  return meaning
end

-- What a map has of a key; of a new one an empty table. What is in no table, paragraph or part has one as well.
local function of(map, key)
  key = key or ""
  local own = map[key]
  if not own then
    own = {}
    map[key] = own
  end
  return own
end

local Neighbours = {}
Neighbours.__index = Neighbours

--- The counts of a statement's sentence, in order.
function Neighbours:sentence(statement) return of(self.sentences, statement.sentence) end

--- Those of its table.
function Neighbours:beside(statement) return of(of(self.of_tables, statement.sentence), statement.table) end

--- Those of its table that mean the same.
function Neighbours:same(statement)
  return of(of(of(self.of_meanings, statement.sentence), statement.table), meaning_of(statement))
end

--- The counts of its paragraph that mean the same, of whatever table.
function Neighbours:paragraph(statement)
  return of(of(of(self.paragraphs, statement.section), statement.paragraph), meaning_of(statement))
end

-- A percentage that is the share of one of so many numbers may be it by chance: more of them say nothing.
local most_wholes = 40

-- Adds a number that a share may be of: each value twice, so that one that is asked for can leave itself out.
local function add_whole(list, statement, place)
  local value = tostring(statement.value)
  local times = list[value] or 0
  if times == 2 or #list == most_wholes then return end
  list[value] = times + 1
  list[#list + 1] = {statement = statement, place = place}
end

-- Whether a count names all that its table counts.
local function is_total(statement) return not statement.named and not statement.column end

-- Two lists of wholes as one, in document order.
local function merge(one, other, left_out)
  local values, i, k = {}, 1, 1
  while one[i] or other[k] do
    local from_one = one[i] and (not other[k] or one[i].place <= other[k].place)
    local entry = from_one and one[i] or other[k]
    if from_one then i = i + 1 else k = k + 1 end
    if entry.statement ~= left_out then values[#values + 1] = entry.statement.value end
  end
  return values
end

--- What a share may be of, beside what it says itself: the counts of its sentence, and the totals of its table in its
-- part.
-- @return list of values, in document order
function Neighbours:wholes(statement)
  return merge(of(self.wholes_of_sentences, statement.sentence),
               of(of(self.wholes_of_parts, statement.table), statement.section), statement)
end

local function add_count(self, statement, place)
  table.insert(self:sentence(statement), statement)
  table.insert(self:beside(statement), statement)
  table.insert(self:same(statement), statement)
  table.insert(self:paragraph(statement), statement)
  add_whole(of(self.wholes_of_sentences, statement.sentence), statement, place)
  if is_total(statement) then
    add_whole(of(of(self.wholes_of_parts, statement.table), statement.section), statement, place)
  end
end

--- The neighbours of all statements of a report.
-- @param context that of the check
function neighbours.of(context)
  return context:once("neighbours", function()
    local self = setmetatable({sentences = {}, of_tables = {}, of_meanings = {}, paragraphs = {},
                               wholes_of_sentences = {}, wholes_of_parts = {}}, Neighbours)
    for place, statement in ipairs(context:statements()) do
      if statement.kind == "count" then add_count(self, statement, place) end
    end
    return self
  end)
end

return neighbours
