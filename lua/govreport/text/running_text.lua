--- The sentences of a report's parts, as they read: lines that go on are joined, page numbers between them are gone.

local lpeg = require "lpeg"
local bisect = require "govreport.base.bisect"
local core = require "govreport.core"
local grammar = require "govreport.text.grammar"

local P, S, Cp = lpeg.P, lpeg.S, lpeg.Cp

local running_text = {}

-- ---- text ---------------------------------------------------------------------------------------

local page_line = P"\v" * S" "^0 * grammar.page_number
local ascii = "^[%w.,%%-]"

-- Where the subheadings below a part end: their lines do not run on.
local function heading_ends(section, ends)
  for child in section:sections() do
    ends[child.body_start] = true
    heading_ends(child, ends)
  end
  return ends
end

-- Joins lines. Gives the text, and where it differs from the tape: positions in it, each with what is to be added to
-- those from there on.
local function join_lines(text, base, ends)
  local parts, places, shifts, from, length = {}, {}, {}, 1, 0
  while true do
    local at = text:find("\v", from, true)
    parts[#parts + 1] = text:sub(from, (at or 0) - 1)
    length = length + #parts[#parts]
    if not at then break end
    local stop = page_line:match(text, at) or at + 1
    local glue = ends[base + at] and "\n" or ""
    if glue == "" and text:find(ascii, at - 1) and text:find(ascii, stop) then glue = " " end
    parts[#parts + 1] = glue
    length = length + #glue
    places[#places + 1], shifts[#shifts + 1] = length + 1, stop - 1 - length
    from = stop
  end
  return table.concat(parts), places, shifts
end

local Text = {}
Text.__index = Text

--- The position on the tape of one in the text.
function Text:tape(position)
  local shift = self.places[1] and self.shifts[bisect.up_to(self.places, position)]
  return self.base + position + (shift or 0)
end

--- The texts of a report's parts: list of `{section, text, base}`; `text:tape(position)`.
function running_text.texts(report)
  local tape, list = report.document.tape, {}
  for section in report:sections() do
    local start, stop = section.body_start, section.body_stop
    local text, places, shifts = tape:sub(start, stop - 1), {}, {}
    if text:find("\v", 1, true) then
      text, places, shifts = join_lines(text, start - 1, heading_ends(section, {}))
    end
    list[#list + 1] = setmetatable({section = section.id, text = text, base = start - 1, places = places,
                                    shifts = shifts}, Text)
  end
  return list
end

-- ---- sentences ----------------------------------------------------------------------------------

local numerals = {["零"] = true, ["一"] = true, ["二"] = true, ["两"] = true, ["三"] = true, ["四"] = true,
                  ["五"] = true, ["六"] = true, ["七"] = true, ["八"] = true, ["九"] = true, ["十"] = true,
                  ["余"] = true, ["多"] = true, ["百"] = true, ["千"] = true, ["万"] = true}
-- What counts, behind a number; of 件 and % it is enough to be there. What denies.
local SURE, COUNTS, DENIES = 1, 2, 3
local signs = core.words()
for _, word in ipairs{"件", "%"} do signs:add(word, SURE) end
for _, word in ipairs{"宗", "起", "份", "条", "项", "例", "次", "元"} do signs:add(word, COUNTS) end
for _, word in ipairs{"未", "没有", "无", "零"} do signs:add(word, DENIES) end

-- Whether a number stands in front of a position: 26, 26 , 26+, 二十六, 20余.
local function follows_number(text, at)
  local byte = text:byte(at - 1)
  if byte == 0x20 or byte == 0x2B then byte = text:byte(at - 2) end
  return byte and (byte >= 0x30 and byte <= 0x39 or byte >= 0x80 and numerals[text:sub(at - 3, at - 1)])
end

-- The places that make a sentence worth reading, in order; negative where they do if it names a topic.
local function places_of_interest(text)
  local found, list, count = signs:list(text), {}, 0
  for i = 1, #found, 3 do
    local at, sign = found[i], found[i + 1]
    if sign == DENIES or follows_number(text, at) then
      count = count + 1
      list[count] = sign == SURE and at or -at
    end
  end
  return list
end

local one_end = ((1 - S"\n\v\x1C\x1D\x1E\x1F!?\xE3")^1 + (P"\xE3" - P"。"))^0 * (P"。" + S"!?")^-1 * Cp()

--- Where the sentence that stands at a position ends.
function running_text.sentence_stop(text, start) return one_end:match(text, start) end

-- Behind the last mark in a part of a text; nil where it has none. Marks are below all that is printed.
local mark = S"\n\v\x1C\x1D\x1E\x1F"
local behind_last_mark = ((1 - mark)^0 * mark^1)^0 * Cp()

-- It is looked for in the last so many bytes first: most lines begin there.
local nearest = 240

local function last_line(text, from, stop)
  local reach = nearest
  while stop > from do
    local near = math.max(from, stop - reach)
    local behind = behind_last_mark:match(text:sub(near, stop - 1))
    if behind > 1 then return near + behind - 1 end
    stop, reach = near, 2 * reach
  end
end

-- A line of at most so many bytes is a heading of the paragraphs behind it, as far as so many bytes and lines.
local longest_heading = 75
local reach_of_heading = 1500
local lines_above = 8

local function heading_above(text, paragraph)
  local from, stop = math.max(1, paragraph - reach_of_heading), paragraph
  for _ = 1, lines_above do
    if stop <= from then break end
    local start = last_line(text, from, stop - 1) or from
    if stop - start <= longest_heading and stop - start > 3 then return text:sub(start, stop - 1) end
    stop = start
  end
  return ""
end

--- The sentences of a text that may state a number of something, or deny it.
-- @param topics `core.words` of which a sentence without 件 or % must have one
-- @return list of `{start, stop, paragraph, heading}`: `paragraph` is where its paragraph begins, `heading` the text of
-- the heading above it
function running_text.with(text, topics)
  local list, start, stop, paragraph, heading, read = {}, 1, 1, 1, nil, true
  local on_topic   -- whether the sentence has one; nil where it was not looked for
  for _, place in ipairs(places_of_interest(text)) do
    local position = math.abs(place)
    if position >= stop then
      local line = last_line(text, stop, position)
      start = line or stop
      if line or text:byte(stop - 1) and text:byte(stop - 1) < 0x20 then paragraph, heading = start, nil end
      stop = one_end:match(text, start)
      while stop <= position do start, stop = stop, one_end:match(text, stop) end
      read, on_topic = false, nil
    end
    if not read and on_topic == nil and place < 0 then on_topic = topics:find(text:sub(start, stop - 1)) or false end
    if not read and (place > 0 or on_topic) then
      heading, read = heading or heading_above(text, paragraph), true
      list[#list + 1] = {start = start, stop = stop, paragraph = paragraph, heading = heading}
    end
  end
  return list
end

return running_text
