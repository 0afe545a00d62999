--- The text of what an address names, and where in it a pattern matches: for the declared kinds that look at words.

local bisect = require "govreport.base.bisect"
local safe_string = require "govreport.form.safe_string"

local find = string.find

local matched = {}

-- The soft breaks in a range of the tape, those between two numbers apart: a word that a line cuts in two is whole.
local function breaks(tape, start, stop)
  local list = {}
  for at in tape:sub(start, stop - 1):gmatch("()\v") do
    local position = start + at - 1
    if not tape:find("^%d\v%d", position - 1) then list[#list + 1] = position end
  end
  return list
end

-- The text of a range of the tape without the breaks in it, and a function from its positions to those of the tape.
local function text_of_range(tape, start, stop)
  local cuts, pieces, from = breaks(tape, start, stop), {}, start
  for i, cut in ipairs(cuts) do
    pieces[i] = tape:sub(from, cut - 1)
    from = cut + 1
  end
  pieces[#pieces + 1] = tape:sub(from, stop - 1)
  return table.concat(pieces), function(position)
    local at = start + position - 1
    return at + bisect.cuts_before(cuts, at)
  end
end

-- The range of a part below its title, without the white space and the marks around it.
local function body_range(tape, section)
  local start, stop = section.body_start, section.body_stop
  while start < stop and tape:find("^[%s\x1C-\x1F]", start) do start = start + 1 end
  while start < stop and tape:find("^[%s\x1C-\x1F]", stop - 1) do stop = stop - 1 end
  return start, stop
end

--- The text of a thing. That of a part is folded, without the line ends inside of its paragraphs.
-- @param kind "section", "field" or "cell"
-- @return the text, nil where it has none; of a part also a function from its positions to those of the tape
function matched.text(context, thing, kind)
  if kind == "section" then
    local tape = context.report.document.tape
    return text_of_range(tape, body_range(tape, thing))
  end
  if kind == "cell" then return thing.raw end
  return thing.value and tostring(thing.value) or thing.raw
end

-- All places of a text that a pattern matches: list of `{start, stop}`, `stop` behind the last byte. One search after
-- the other goes through the text once, so it is charged once.
local function ranges(text, pattern)
  safe_string.charge("find", text, pattern)
  local list, start, stop = {}, find(text, pattern)
  while start do
    list[#list + 1] = {start, stop + 1}
    local from = math.max(stop, start) + 1
    if from > #text or pattern:sub(1, 1) == "^" then break end
    start, stop = find(text, pattern, from)
  end
  return list
end

-- Where the words of a fact stand, as far as they are there as it has them.
local function place_in_field(context, field, words)
  local tape = context.report.document.tape
  local start, stop = tape:sub(field.start, field.stop - 1):find(words, 1, true)
  return start and context:place(field.start + start - 1, field.start + stop) or field
end

--- Where a thing matches a pattern.
-- @param pattern of Lua; for a part the one for folded text
-- @return list of places, of which those of a cell are none; the first words that match, nil where none do; how many
function matched.find(context, thing, kind, pattern)
  local text, to_tape = matched.text(context, thing, kind)
  local list, places = text and ranges(text, pattern) or {}, {}
  if #list == 0 then return places, nil, 0 end
  local words = text:sub(list[1][1], list[1][2] - 1)
  for i, range in ipairs(kind == "section" and list or {}) do
    places[i] = range[2] > range[1] and context:place(to_tape(range[1]), to_tape(range[2] - 1) + 1) or thing
  end
  if kind == "field" then places[1] = place_in_field(context, thing, words) end
  return places, places[1] and places[1].raw or words, #list
end

return matched
