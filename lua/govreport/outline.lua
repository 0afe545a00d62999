--- The sections of a report: which lines are the headings of the form's parts, and how everything below them nests.

local grammar = require "govreport.grammar"

local outline = {}

--- All lines that carry the title of a part, in order.
-- @param survey the label tokens, from `layout.survey`
-- @return list of `{token, section, marker_start, start, stop, number, marked, kind, official}`
function outline.candidates(form, tape, tokens, survey)
  local list = {}
  for _, i in ipairs(survey) do
    local label = form.labels.list[tokens[i + 4]]
    if label.section then
      local marker = tape:sub(tokens[i + 2], tokens[i + 3] - 1)
      list[#list + 1] = {token = i, section = label.section, marker_start = tokens[i + 2], start = tokens[i + 3],
                         stop = tokens[i + 5], marked = marker ~= "", number = grammar.number_of(marker),
                         kind = label.kind, official = label.official}
    end
  end
  return list
end

--- Chooses one heading for each part: a numbered line before a bulleted or bare one, then the one with the longest text
-- below it (a table of contents has none).
function outline.choose(candidates, tape_end)
  local best = {}
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
