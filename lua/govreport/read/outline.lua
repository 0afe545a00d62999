--- The sections of a report: parts under titles that the form does not know, and how everything nests.

local grammar = require "govreport.text.grammar"
local labels = require "govreport.form.labels"
local names = require "govreport.form.names"

local outline = {}

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

-- The rank of a heading among the sentences by the kind of its ordinal.
local rank_of = {division = 2, part = 2, section = 3, point = 4, detail = 5}

local function is_near(form, tape, node, section)
  return form.labels:nearest(tape:sub(node.start, node.stop - 1), section)
end

-- The parts that were found, by number.
local function found_parts(nodes)
  local found = {}
  for _, node in ipairs(nodes) do
    if node.section then found[node.section] = node end
  end
  return found
end

--- Finds parts under titles that the form does not know: a heading numbered as the parts are, where the part should
-- stand, is taken for it when it has the part's number and both its neighbours are there, or when its title is near to
-- the official one.
-- @param nodes all headings in document order; those that are taken get `section` and the rank of a part
-- @param numbered the kind of ordinal that the parts have
-- @return list of the nodes that were taken
function outline.adopt(form, nodes, tape, tape_end, numbered)
  local found, adopted, rank = found_parts(nodes), {}, rank_of[numbered] or rank_of.part
  for i, declared in ipairs(form.declared.sections) do
    local low, high, neighbours = 0, 0, nil
    if not found[i - 1] then low, high, neighbours = gap_for(i - 1, found, tape_end) end
    for _, node in ipairs(low < high and nodes or {}) do
      local fits = not found[i - 1] and not node.section and node.rank == rank and node.marker_start > low
                   and node.marker_start < high
      if fits and (neighbours and node.number == i or is_near(form, tape, node, i - 1)) then
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

-- How near a line without an ordinal must come to a title to be a heading that was garbled.
local near_title = 0.6
local longest_title = 90   -- bytes

-- The short lines of a stretch of text that are no headings, no labels and no sentences.
local function bare_lines(tokens, tape, low, high)
  local list, i = {}, 1
  while i <= #tokens do
    local kind = not tokens[i] and tokens[i + 1]
    local start, stop = tokens[i + 2], tokens[i + 3]
    if kind == labels.TEXT and start > low and start < high and stop - start <= longest_title then
      local text = tape:sub(start, stop - 1)
      if not text:find("[,;:]") and not text:find("。", 1, true) and grammar.ordinal_of(text) == "" then
        list[#list + 1] = {start = start, stop = stop, text = text}
      end
    end
    i = i + (kind and labels.SIZE[kind] or 1)
  end
  return list
end

-- The heading of a part, as the form prints it, inside of a line or a cell of a stretch of text: the line ran into the
-- one above it. Nil for none.
local function inside_line(form, section, tape, low, high)
  local heading = grammar.fold(names.numeral(section + 1) .. "、" .. form.declared.sections[section + 1].title)
  local start, stop = tape:find(heading, low + 1, true)
  if start and start < high then return {start = start, stop = stop + 1} end
end

-- Adds the lines of a stretch of text that may be the heading of a part to a list of `{section, start, stop}`.
local function add_unread(list, form, found, tape, section, low, high)
  local rank = rank_of[found.numbered] or rank_of.part
  local function add(item) list[#list + 1] = {section = section, start = item.start, stop = item.stop} end
  for _, candidate in ipairs(found.candidates) do
    if candidate.section == section and not candidate.listed and not candidate.in_contents then add(candidate) end
  end
  for _, node in ipairs(found.nodes) do
    if not node.section and node.rank == rank and node.start > low and node.start < high then add(node) end
  end
  for _, line in ipairs(bare_lines(found.tokens, tape, low, high)) do
    local _, nearness = form.labels:nearest(line.text, section)
    if nearness and nearness >= near_title then add(line) end
  end
  local inside = inside_line(form, section, tape, low, high)
  if inside then add(inside) end
end

--- Finds for each part that is not there the lines that may be its heading: those with its title that were not taken;
-- headings numbered as the parts are, lines with nearly its title, and its heading inside of a line, where it should
-- stand.
-- @param found `nodes`, `candidates`, `numbered`, `tokens`
-- @return list of `{section, start, stop}`
function outline.unread(form, found, tape, tape_end)
  local parts, list = found_parts(found.nodes), {}
  for section = 0, #form.declared.sections - 1 do
    if not parts[section] then
      local low, high = gap_for(section, parts, tape_end)
      if low < high then add_unread(list, form, found, tape, section, low, high) end
    end
  end
  return list
end

--- Where the parts of the form lie, each up to the next one, by id.
function outline.ranges(form, nodes, body_stop)
  local ranges, last = {}, nil
  for _, node in ipairs(nodes) do
    if node.section then
      if last then last[2] = node.marker_start end
      last = {node.marker_start, body_stop}
      ranges[form.declared.sections[node.section + 1].id] = last
    end
  end
  return ranges
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
