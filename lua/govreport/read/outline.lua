--- The sections of a report: which lines are the headings of the form's parts, and how everything below them nests.

local grammar = require "govreport.text.grammar"
local labels = require "govreport.form.labels"

local outline = {}

--- All lines that carry the title of a part, in order.
-- @param survey the label tokens, from `layout.survey`
-- @return list of `{token, section, marker_start, start, stop, number, marked, kind, official}`
function outline.candidates(form, tape, tokens, survey)
  local list = {}
  for _, i in ipairs(survey) do
    local label = tokens[i + 1] == labels.LABEL and form.labels.list[tokens[i + 4]]
    if label and label.section then
      local marker = tape:sub(tokens[i + 2], tokens[i + 3] - 1)
      list[#list + 1] = {token = i, section = label.section, marker_start = tokens[i + 2], start = tokens[i + 3],
                         stop = tokens[i + 5], marked = marker ~= "", number = grammar.number_of(marker),
                         kind = label.kind, official = label.official}
    end
  end
  return list
end

-- Less text than this between two headings makes them lines of a list: bytes.
local least_text = 60

-- The lines of a table of contents: parts that come again below, with next to no text between them.
local function without_contents(candidates, tape_end)
  local last_of, list = {}, {}
  for i, candidate in ipairs(candidates) do last_of[candidate.section] = i end
  for i, candidate in ipairs(candidates) do
    local before, after = candidates[i - 1], candidates[i + 1]
    local close = (before and candidate.marker_start - before.stop < least_text)
                  or (after and after.marker_start or tape_end) - candidate.stop < least_text
    if last_of[candidate.section] == i or not close then list[#list + 1] = candidate end
  end
  return list
end

--- Chooses one heading for each part, none of them in a table of contents: a numbered line before a bulleted or bare
-- one, then the one with the longest text below it.
function outline.choose(candidates, tape_end)
  local best = {}
  candidates = without_contents(candidates, tape_end)
  for i, candidate in ipairs(candidates) do
    local following = candidates[i + 1]
    local length = (following and following.marker_start or tape_end) - candidate.stop
    local rank = candidate.number and 2 or candidate.marked and 1 or 0
    local other = best[candidate.section]
    if not other or rank > other.rank or (rank == other.rank and length > other.length) then
      candidate.rank, candidate.length = rank, length
      best[candidate.section] = candidate
    end
  end
  local chosen = {}
  for _, candidate in ipairs(candidates) do
    if best[candidate.section] == candidate then chosen[#chosen + 1] = candidate end
  end
  return chosen
end

-- Where a part that was not found can stand: behind the nearest part before it, in front of the nearest after it; and
-- whether both of these are its neighbours in the form.
local function gap_for(number, found, tape_end)
  local low, high = 0, tape_end
  for other, node in pairs(found) do
    if other < number then low = math.max(low, node.marker_start) end
    if other > number then high = math.min(high, node.marker_start) end
  end
  local has_neighbours = (number == 0 or found[number - 1]) and (found[number + 1] or high == tape_end)
  return low, high, has_neighbours
end

--- Finds parts under titles that the form does not know: a heading with the part's ordinal, where the part should
-- stand, is taken for it when both its neighbours are there, or when its title is near to the official one.
-- @param nodes all headings in document order; those that are taken get `section` and the rank of a part
-- @return list of the nodes that were taken
function outline.adopt(form, nodes, tape, tape_end)
  local found, adopted = {}, {}
  for _, node in ipairs(nodes) do
    if node.section then found[node.section] = node end
  end
  for i, declared in ipairs(form.declared.sections) do
    local low, high, neighbours = 0, 0, nil
    if not found[i - 1] then low, high, neighbours = gap_for(i - 1, found, tape_end) end
    for _, node in ipairs(low < high and nodes or {}) do
      local fits = not found[i - 1] and node.rank == 2 and node.number == i and node.marker_start > low
                   and node.marker_start < high
      if fits and (neighbours or form.labels:nearest(tape:sub(node.start, node.stop - 1), function(label)
        return label.section == i - 1
      end)) then
        local known = form.labels:find(tape:sub(node.start, node.stop - 1))
        node.section, node.rank = i - 1, 1
        -- A known title with text behind it on its line is the title that it is.
        node.official = not (known and known.section == i - 1) and declared.title or nil
        found[i - 1] = node
        adopted[#adopted + 1] = node
      end
    end
  end
  return adopted
end

-- The parent of a node is the nearest one before it with a smaller rank.
local function nest(nodes)
  local open = {}
  for i, node in ipairs(nodes) do
    while #open > 0 and nodes[open[#open]].rank >= node.rank do
      nodes[open[#open]].body_stop = node.marker_start
      open[#open] = nil
    end
    node.parent = open[#open]
    node.level = #open + 1
    open[#open + 1] = i
  end
  return open
end

--- Nests headings and adds them to the builder.
-- @param nodes list of `{rank, marker_start, start, stop, number, section}` in document order; each gets its `index`
function outline.add(builder, nodes, tape_end)
  for _, i in ipairs(nest(nodes)) do nodes[i].body_stop = tape_end end
  for i, node in ipairs(nodes) do
    local body_stop = math.max(node.body_stop, node.stop)
    node.index = builder:section(node.section, node.parent and node.parent - 1, node.level, node.number or 0,
                                 node.marker_start, node.start, node.start, node.stop, node.stop, body_stop)
    assert(node.index == i - 1)
  end
end

return outline
