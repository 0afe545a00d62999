--- The sentences of a report's parts, as they read: lines that go on are joined, page numbers between them are gone.

local anchors = require "govreport.text.anchors"
local bisect = require "govreport.base.bisect"
local core = require "govreport.core"

local running_text = {}

-- ---- text ---------------------------------------------------------------------------------------

-- Where the subheadings below a part end: their lines do not run on.
local function heading_ends(entry, ends)
  for _, item in ipairs(entry.items) do
    ends[item.body_start] = true
    heading_ends(item, ends)
  end
  return ends
end

local Text = {}
Text.__index = Text

--- The position on the tape of one in the text.
function Text:tape(position)
  local shift = self.joints[1] and self.shifts[bisect.up_to(self.joints, position)]
  return self.base + position + (shift or 0)
end

--- Where a part of the text stands on the tape: its start and its stop.
function Text:range(start, stop)
  if not self.joints[1] then return self.base + start, self.base + stop end
  return self:tape(start), self:tape(stop - 1) + 1
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
    if text:find("\v", 1, true) then text, joints, shifts = core.join(text, base, heading_ends(entry, {})) end
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
-- @return flat list, `running_text.sentence_size` entries for each: where it starts, where it stops, where its
-- paragraph begins, and where the heading above it starts and stops
function running_text.with(text, topics) return core.sentences(text, signs, numerals, topics) end

running_text.sentence_size = 5

return running_text
