--- The sentences of a report's parts, as they read: lines that go on are joined, page numbers between them are gone.

local lpeg = require "lpeg"
local bisect = require "govreport.base.bisect"
local core = require "govreport.core"
local grammar = require "govreport.text.grammar"

local P, S = lpeg.P, lpeg.S

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

-- What counts, behind a number; of 件 and % it is enough to be there. What denies. As gr_sign has them.
local SURE, COUNTS, DENIES = 1, 2, 3

local function set_of(list)
  local words = core.words()
  for word, number in pairs(list) do words:add(word, number) end
  return words
end

local signs = set_of{["件"] = SURE, ["%"] = SURE, ["宗"] = COUNTS, ["起"] = COUNTS, ["份"] = COUNTS, ["条"] = COUNTS,
                     ["项"] = COUNTS, ["例"] = COUNTS, ["次"] = COUNTS, ["元"] = COUNTS, ["未"] = DENIES, ["没有"] = DENIES,
                     ["无"] = DENIES, ["零"] = DENIES}
-- What ends a number in front of these: 二十六, 20余.
local numerals = set_of{["零"] = 1, ["一"] = 1, ["二"] = 1, ["两"] = 1, ["三"] = 1, ["四"] = 1, ["五"] = 1, ["六"] = 1,
                        ["七"] = 1, ["八"] = 1, ["九"] = 1, ["十"] = 1, ["余"] = 1, ["多"] = 1, ["百"] = 1, ["千"] = 1,
                        ["万"] = 1}

--- Where the sentence that stands at a position ends.
running_text.sentence_stop = core.sentence_stop

--- The sentences of a text that may state a number of something, or deny it.
-- @param topics `core.words` of which a sentence without 件 or % must have one
-- @return flat list, `running_text.sentence_size` entries for each: where it starts, where it stops, where its paragraph
-- begins, and where the heading above it starts and stops
function running_text.with(text, topics) return core.sentences(text, signs, numerals, topics) end

running_text.sentence_size = 5

return running_text
