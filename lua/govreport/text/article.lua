--- The text of a report as rules look at it: the preface, the parts, sentences, words. It is the tape without the line
-- ends inside of its paragraphs of prose, so that a word that a line cuts in two is found like any other.
--
-- Positions are those of this text: 1-based, `stop` is behind the last byte.

local bisect = require "govreport.base.bisect"
local core = require "govreport.core"
local quote = require "govreport.text.quote"

local article = {}

-- ---- the text -----------------------------------------------------------------------------------

-- Two numbers on two lines stay two.
local function joins_numbers(tape, at)
  return tape:find("^%d\v%d", at - 1) ~= nil
end

-- Where headings end, the parts' and those below: what follows on the next line is no more of them.
local function heading_ends(entries, ends)
  for _, entry in ipairs(entries) do
    ends[entry.body_start] = true
    heading_ends(entry.items, ends)
  end
  return ends
end

-- The soft breaks in some ranges of the tape, those between two numbers and behind headings apart.
local function find_cuts(tape, ranges, outline)
  local cuts, ends = {}, nil
  for _, range in ipairs(ranges) do
    local cut = tape:find("\v", range.start, true)
    while cut and cut < range.stop do
      ends = ends or heading_ends(outline, {})
      if not ends[cut] and not joins_numbers(tape, cut) then cuts[#cuts + 1] = cut end
      cut = tape:find("\v", cut + 1, true)
    end
  end
  return cuts
end

-- The tape without the bytes at some positions.
local function without(tape, cuts)
  if #cuts == 0 then return tape end
  local pieces, from = {}, 1
  for i, cut in ipairs(cuts) do
    pieces[i] = tape:sub(from, cut - 1)
    from = cut + 1
  end
  pieces[#pieces + 1] = tape:sub(from)
  return table.concat(pieces)
end

local function to_tape(body, position) return position + bisect.cuts_before(body.cuts, position) end

-- A preface is shorter than this; where a page lost its title, what stands further up is chrome. Bytes.
local longest_preface = 4000

local function find_preface(title, first)
  local stop = first and first.start or 1
  local start = title and title.start < stop and title.stop or math.max(1, stop - longest_preface)
  return {start = start, stop = math.max(start, stop)}
end

-- The parts on the tape, and the range that holds them all.
local function find_parts(outline, title)
  local parts, last = {}, 1
  for _, entry in ipairs(outline) do
    if entry.id then parts[entry.id] = {start = entry.body_start, stop = entry.body_stop} end
    last = math.max(last, entry.body_stop)
  end
  parts.preface = find_preface(title, outline[1])
  return parts, {start = parts.preface.start, stop = math.max(last, parts.preface.stop)}
end

local prose = {"preface", "overview", "problems", "other"}

-- The parts that are sentences, in the order in which they stand.
local function prose_ranges(parts)
  local ranges = {}
  for _, id in ipairs(prose) do ranges[#ranges + 1] = parts[id] end
  table.sort(ranges, function(a, b) return a.start < b.start end)
  return ranges
end

local function find_article(tape, outline, title)
  local parts, whole = find_parts(outline, title)
  local cuts = find_cuts(tape, prose_ranges(parts), outline)
  for _, range in pairs(#cuts > 0 and parts or {}) do
    range.start = range.start - bisect.up_to(cuts, range.start - 1)
    range.stop = range.stop - bisect.up_to(cuts, range.stop - 1)
  end
  return {text = without(tape, cuts), cuts = cuts, parts = parts, start = whole.start,
          stop = whole.stop - bisect.up_to(cuts, whole.stop - 1)}
end

--- The report's text without what a page has around it.
-- @return `text` (of the whole source), `start` and `stop` of the report in it, `parts`: `{start, stop}` by the id of
-- the part; "preface" is what stands between the title and the first part
function article.of(context)
  return context:once("article", function()
    local title = context:read_fields().title   -- not every form has one
    return find_article(context.report.document.tape, context:outline(), title)
  end)
end

--- The text of a part and where it starts; nil where the report has not that part.
function article.part(context, id)
  local body = article.of(context)
  local range = body.parts[id]
  if not range then return nil end
  range.text = range.text or body.text:sub(range.start, range.stop - 1)
  return range.text, range.start
end

--- The paragraphs of the parts that are sentences.
-- @return list of `{part, ranges}`: the id of a part, and start and stop of each paragraph, one behind the other
function article.paragraphs(context)
  return context:once("paragraphs", function()
    local body, list = article.of(context), {}
    for _, id in ipairs(prose) do
      local range = body.parts[id]
      if range then list[#list + 1] = {part = id, ranges = core.paragraphs(body.text, range.start, range.stop)} end
    end
    return list
  end)
end

-- The range of the tape that a range of the text was made from.
local function tape_range(body, start, stop) return to_tape(body, start), to_tape(body, stop - 1) + 1 end

--- What the source has in a range of the text.
function article.source(context, start, stop)
  return context.report.document:source(tape_range(article.of(context), start, stop))
end

--- Where some ASCII characters stand in a range of the text as the source has them, not folded from others.
function article.copied(context, start, stop, characters)
  local body = article.of(context)
  local list = core.copied(context.report.document, to_tape(body, start), to_tape(body, stop - 1) + 1, characters)
  for i, position in ipairs(#body.cuts > 0 and list or {}) do
    list[i] = position - bisect.up_to(body.cuts, position)
  end
  return list
end

--- A range of the text as a place of a finding.
-- @param raw what to show; the source where it is nil
function article.place(context, start, stop, raw)
  local document = context.report.document
  local first, last = tape_range(article.of(context), start, stop)
  local place = quote.place(document, first, last)
  return {raw = raw or document:source(first, last), byte = place.byte, place = place}
end

-- ---- words --------------------------------------------------------------------------------------

--- The first of some words that stands in a text; nil where none does.
function article.has(text, words)
  for _, word in ipairs(words) do
    if text:find(word, 1, true) then return word end
  end
end

--- Iterates over all places of a word in a text, up to `last`: its start and its stop.
function article.each(text, word, from, last)
  from = from or 1
  return function()
    local start, stop = text:find(word, from, true)
    if not start or (last and start >= last) then return nil end
    from = stop + 1
    return start, stop + 1
  end
end

-- What ends a sentence.
local ends = core.words{"。", ";", "\n", "\x1C", "\x1D", "\x1E", "\x1F"}

-- Most sentences begin within the first of these reaches; none that anybody reads is longer than the last. Bytes.
local reaches = {200, 3000}

local function start_of_sentence(text, at)
  for _, reach in ipairs(reaches) do
    local first = math.max(1, at - reach)
    local stands = ends:list(text:sub(first, at - 1))   -- start, number and stop of each
    if #stands > 0 or first == 1 then return first - 1 + (stands[#stands] or 1) end
  end
  return math.max(1, at - reaches[#reaches])
end

--- The sentence around a position: its start and its stop.
function article.sentence(text, at)
  local last = math.min(at + reaches[#reaches], #text + 1)
  return start_of_sentence(text, at), ends:find(text, at, last) or last
end

local blank = core.words{" ", "\t", "\n", "\v", "\f", "\r", "\x1C", "\x1D", "\x1E", "\x1F"}

--- How many characters a text has, white space and marks apart.
function article.length(text)
  return utf8.len(text, 1, -1, true) - #blank:list(text) // 3   -- start, number and stop of each
end

return article
