--- The sentences of a report as they were read: titles of parts, paragraphs, cut where marks begin and end.
--
-- A block is `{kind, byte, runs}`; the kinds are "title", "heading" (a part), "subheading" and "paragraph". A run is
-- `{text, marks}`, a mark of a run `{number, severity, ends}`: `ends` where the place of its finding ends with the run.

local mask = require "govreport.text.mask"
local quote = require "govreport.text.quote"

local prose = {}

-- ---- from bytes to the tape ---------------------------------------------------------------------

-- The first positions of the characters of a range of the tape, and its end.
local function positions_of(tape, start, stop)
  local list = {}
  for position in tape:sub(start, stop - 1):gmatch("()[%z\1-\127\194-\244][\128-\191]*") do
    list[#list + 1] = start + position - 1
  end
  list[#list + 1] = stop
  return list
end

-- The number of the first character of a range whose first byte in the source is at least `byte`.
local function character_at(document, positions, byte)
  local low, high = 1, #positions
  while low < high do
    local middle = (low + high) // 2
    local _, _, own = document:place(positions[middle], positions[middle + 1])
    if own < byte then low = middle + 1 else high = middle end
  end
  return low
end

-- ---- runs -----------------------------------------------------------------------------------------

-- The ranges of a stretch in characters: `{first, last, range}`, of one character at least.
local function spans_of(document, positions, ranges)
  local spans, last = {}, #positions - 1
  for i, range in ipairs(ranges) do
    local first = math.min(character_at(document, positions, range.byte), last)
    local stop = character_at(document, positions, range.byte_end + 1) - 1
    spans[i] = {first = first, last = math.min(math.max(stop, first), last), range = range}
  end
  return spans
end

-- Where runs begin, in order: at the first character, and where a span begins or has ended.
local function cuts_of(spans, count)
  local set, cuts = {[1] = true}, {}
  for _, span in ipairs(spans) do set[span.first], set[span.last + 1] = true, true end
  for cut in pairs(set) do
    if cut <= count then cuts[#cuts + 1] = cut end
  end
  table.sort(cuts)
  return cuts
end

local function marks_of(spans, first, last)
  local marks = {}
  for _, span in ipairs(spans) do
    if span.first <= first and span.last >= last then
      marks[#marks + 1] = {number = span.range.number, severity = span.range.severity, ends = span.last == last}
    end
  end
  return marks
end

-- The texts of runs with the numbers of persons hidden, also those that lie across their ends: as wide as before.
local function masked(runs)
  local texts = {}
  for i, run in ipairs(runs) do texts[i] = run.text end
  local whole = table.concat(texts)
  local hidden = mask.text(whole)
  if hidden == whole then return runs end
  local from = 1
  for _, run in ipairs(runs) do
    local count = utf8.len(run.text)
    local stop = utf8.offset(hidden, count + 1, from)
    run.text, from = hidden:sub(from, stop - 1), stop
  end
  return runs
end

-- A range of the tape as it is shown: with the lines of its source, but of a PDF, whose lines are those of its paper.
local function source_of(document, start, stop)
  local text = document:source(start, stop)
  return document.format == "pdf" and quote.one_line(text) or text
end

--- The runs of a range of the tape.
-- @param marks see `govreport.check.review.marks`
function prose.runs(document, marks, start, stop)
  local _, _, byte, byte_end = document:place(start, stop)
  local ranges = marks:between(byte, byte_end)
  if #ranges == 0 then return masked{{text = source_of(document, start, stop), marks = {}}} end
  local positions = positions_of(document.tape, start, stop)
  local spans = spans_of(document, positions, ranges)
  local cuts, runs = cuts_of(spans, #positions - 1), {}
  for i, cut in ipairs(cuts) do
    local next_cut = cuts[i + 1] or #positions
    runs[i] = {text = source_of(document, positions[cut], positions[next_cut]),
               marks = marks_of(spans, cut, next_cut - 1)}
  end
  return masked(runs)
end

-- ---- blocks -----------------------------------------------------------------------------------------

-- Sections by where their titles begin on the tape.
local function sections_of(parent, by_start)
  for section in parent:sections() do
    by_start[section.start] = section
    sections_of(section, by_start)
  end
  return by_start
end

local marks_of_tape = "[\n\x1C-\x1F]"   -- of paragraphs, cells, rows, tables

-- The paragraphs of a passage: `{start, stop}` without blanks around them.
local function paragraphs_of(tape, start, stop)
  local list = {}
  while start < stop do
    local finish = math.min(tape:find(marks_of_tape, start) or stop, stop)
    local first = tape:find("[^%s]", start)
    if first and first < finish then
      local last = finish
      while tape:find("^%s", last - 1) do last = last - 1 end
      list[#list + 1] = {first, last}
    end
    start = finish + 1
  end
  return list
end

local function block(document, marks, kind, start, stop)
  local _, _, byte = document:place(start, stop)
  return {kind = kind, byte = byte, runs = prose.runs(document, marks, start, stop)}
end

-- The title of a part with its ordinal.
local function heading_of(document, marks, section)
  local own = block(document, marks, "heading", section.start, section.stop)
  if section.marker then table.insert(own.runs, 1, {text = section.marker, marks = {}}) end
  return own
end

-- What a paragraph is: the title of the report, that of a section on lines of its own, or neither.
local function kind_of(report, sections, start, stop)
  local title = report.fields.title
  if title and title.start >= start and title.stop <= stop and stop - start <= (title.stop - title.start) * 2 then
    return "title"
  end
  for position = start, math.min(stop, start + 24) do   -- behind its ordinal
    local section = sections[position]
    if section and section.body_start < stop then return "paragraph" end
    if section then return section.level == 1 and "heading" or "subheading" end
  end
  return "paragraph"
end

--- The blocks of prose of a report, in document order.
-- @param marks see `govreport.check.review.marks`
function prose.blocks(report, marks)
  local document, blocks, passages = report.document, {}, report:passages()
  for section in report:sections() do   -- the titles of parts of the form stand in no passage
    if section.id then blocks[#blocks + 1] = heading_of(document, marks, section) end
  end
  local sections = sections_of(report, {})
  for i = 1, #passages, 2 do
    for _, own in ipairs(paragraphs_of(document.tape, passages[i], passages[i + 1])) do
      local kind = kind_of(report, sections, own[1], own[2])
      blocks[#blocks + 1] = block(document, marks, kind, own[1], own[2])
    end
  end
  return blocks
end

return prose
