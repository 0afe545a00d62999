--- Which statements stand beside which, and which of them mean the same: made once for all statements of a report, so
-- that what is asked of each does not look through all others.

local neighbours = {}

-- What a statement is about before all: the cells of its first reading, as a text. Readings are shared by statements.
local function meaning_of(statement, known)
  local reading = statement.readings[1]
  if not known[reading] then
    local parts = {}
    for i, term in ipairs(reading) do parts[i] = ("%s %d %s"):format(term.of, term.sign, term.cells[1]) end
    known[reading] = table.concat(parts, ";")
  end
  return known[reading]
end

-- The list of a group; an empty one is made of a new group.
local function group(groups, ...)
  local key = table.concat({...}, "\0")
  groups[key] = groups[key] or {}
  return groups[key]
end

local Neighbours = {}
Neighbours.__index = Neighbours

--- The counts of a statement's sentence, in order.
function Neighbours:sentence(statement) return group(self.sentences, statement.sentence) end

--- Those of its table.
function Neighbours:beside(statement) return group(self.of_tables, statement.sentence, statement.table) end

--- Those of its table that mean the same.
function Neighbours:same(statement)
  return group(self.of_meanings, statement.sentence, statement.table, meaning_of(statement, self.known))
end

--- The counts of its paragraph that mean the same, of whatever table.
function Neighbours:paragraph(statement)
  return group(self.paragraphs, statement.section or "", statement.paragraph, meaning_of(statement, self.known))
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
  return merge(group(self.wholes_of_sentences, statement.sentence),
               group(self.wholes_of_parts, statement.table or "", statement.section or ""), statement)
end

local function add_count(self, statement, place)
  for _, list in ipairs{self:sentence(statement), self:beside(statement), self:same(statement),
                        self:paragraph(statement)} do
    list[#list + 1] = statement
  end
  add_whole(group(self.wholes_of_sentences, statement.sentence), statement, place)
  if is_total(statement) then
    add_whole(group(self.wholes_of_parts, statement.table, statement.section or ""), statement, place)
  end
end

--- The neighbours of all statements of a report.
-- @param context that of the check
function neighbours.of(context)
  return context:once("neighbours", function()
    local self = setmetatable({known = {}, sentences = {}, of_tables = {}, of_meanings = {}, paragraphs = {},
                               wholes_of_sentences = {}, wholes_of_parts = {}}, Neighbours)
    for place, statement in ipairs(context:statements()) do
      if statement.kind == "count" then add_count(self, statement, place) end
    end
    return self
  end)
end

return neighbours
