--- The sentences of a report's parts, as they read: lines that go on are joined, page numbers between them are gone.

local lpeg = require "lpeg"
local anchors = require "govreport.text.anchors"
local bisect = require "govreport.base.bisect"
local core = require "govreport.core"
local grammar = require "govreport.text.grammar"

local P, S = lpeg.P, lpeg.S

local running_text = {}

-- ---- text ---------------------------------------------------------------------------------------

local page_line = P"\v" * S" "^0 * grammar.page_number
local page_begins = "^ *[%d~Pp\xE2\xE7-]"   -- with which the number of a page begins: 1, —, 第, Page

-- The bytes that stay apart from each other.
local is_ascii = {}
for byte = 0, 127 do is_ascii[byte] = string.char(byte):find("[%w.,%%-]") ~= nil end

-- Where the subheadings below a part end: their lines do not run on.
local function heading_ends(entry, ends)
  for _, item in ipairs(entry.items) do
    ends[item.body_start] = true
    heading_ends(item, ends)
  end
  return ends
end

-- Joins lines. Gives the text, and where it differs from the tape: positions in it, each with what is to be added to
-- those from there on.
local function join_lines(text, base, ends)
  local parts, joints, shifts, length, from = {}, {}, {}, 0, 1
  local at, count = text:find("\v", 1, true), 0
  while at do
    local stop = text:find(page_begins, at + 1) and page_line:match(text, at) or at + 1
    local glue = ends[base + at] and "\n" or ""
    if glue == "" and is_ascii[text:byte(at - 1)] and is_ascii[text:byte(stop)] then glue = " " end
    count, length = count + 1, length + at - from + #glue
    parts[2 * count - 1], parts[2 * count] = text:sub(from, at - 1), glue
    joints[count], shifts[count] = length + 1, stop - 1 - length
    from, at = stop, text:find("\v", stop, true)
  end
  parts[2 * count + 1] = text:sub(from)
  return table.concat(parts), joints, shifts
end

local Text = {}
Text.__index = Text

--- The position on the tape of one in the text.
function Text:tape(position)
  local shift = self.joints[1] and self.shifts[bisect.up_to(self.joints, position)]
  return self.base + position + (shift or 0)
end

--- Where the words of a set begin in the text; see `govreport.text.anchors`.
function Text:places(set)
  local found = self.found
  if not found or not found[set] then
    found = anchors.find(self.text)
    self.found = found
  end
  return found[set]
end

-- So many bytes of a preface are looked at.
local longest_preface = 2400

--- The text between the title of a report and that of its first part, of one that is not longer than people write it: a
-- Text like those of the parts, but as the tape has it.
-- @param start, stop of the range on the tape
function running_text.preface(tape, start, stop)
  local text = tape:sub(start, math.min(stop - 1, start + longest_preface))
  return setmetatable({section = "preface", text = text, base = start - 1, joints = {}}, Text)
end

--- The texts of a report's parts: list of `{section, text, base}`; `text:tape(position)`, `text:places(set)`.
-- @param outline `core.outline` of the report, which is read where it is nil
function running_text.texts(report, outline)
  local tape, list = report.document.tape, {}
  for i, entry in ipairs(outline or core.outline(report)) do
    local base = entry.body_start - 1
    local text, joints, shifts = tape:sub(base + 1, entry.body_stop - 1), {}, {}
    if text:find("\v", 1, true) then text, joints, shifts = join_lines(text, base, heading_ends(entry, {})) end
    list[i] = setmetatable({section = entry.id, text = text, base = base, joints = joints, shifts = shifts}, Text)
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
