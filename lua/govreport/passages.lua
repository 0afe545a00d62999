--- The sentences of a report's parts, as they read: lines that go on are joined, the page numbers between them are gone.

local lpeg = require "lpeg"
local grammar = require "govreport.grammar"

local P, S, R, Cc, Cp, Ct = lpeg.P, lpeg.S, lpeg.R, lpeg.Cc, lpeg.Cp, lpeg.Ct

local passages = {}

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
  local places = self.places
  local low, high = 0, #places
  while low < high do
    local middle = (low + high + 1) // 2
    if places[middle] <= position then low = middle else high = middle - 1 end
  end
  return self.base + position + (self.shifts[low] or 0)
end

--- The texts of a report's parts: list of `{section, text, base}`; `text:tape(position)`.
function passages.texts(report)
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

local d = R"09"
local more = P"余" + "多" + "万" + "千" + "百" + "亿" + "+"
local measure = P"宗" + "起" + "例" + "份" + "条" + "项" + "个" + "部" + "次" + "篇" + "笔" + "单"
-- Numbers that can be counts: pairs of a position and whether the measure word alone says so.
local counted = P" "^-1 * more^0 * ((P"件" + "%") * Cp() * Cc(true) + measure * Cp() * Cc(false))
local counts = Ct(((1 - d)^1 + d^1 * counted^-1)^0)
local denials = {"未", "没有", "无", "零", "不存在"}
local numerals = {["零"] = true, ["一"] = true, ["二"] = true, ["两"] = true, ["三"] = true, ["四"] = true,
                  ["五"] = true, ["六"] = true, ["七"] = true, ["八"] = true, ["九"] = true, ["十"] = true,
                  ["余"] = true, ["多"] = true}
local function has_any(text, words)
  for _, word in ipairs(words) do
    if text:find(word, 1, true) then return true end
  end
  return false
end

-- Calls `use` with each place of a word.
local function each_place(text, word, use)
  local at = text:find(word, 1, true)
  while at do
    use(at)
    at = text:find(word, at + #word, true)
  end
end

-- The places that make a sentence worth reading, in order; and those that do where it names a topic.
local function places_of_interest(text)
  local strong, weak, numbers = {}, {}, counts:match(text)
  for i = 1, #numbers, 2 do
    local list = numbers[i + 1] and strong or weak
    list[#list + 1] = numbers[i]
  end
  for _, word in ipairs(denials) do
    each_place(text, word, function(at) weak[#weak + 1] = at end)
  end
  for _, word in ipairs{"件", "起", "宗"} do
    each_place(text, word, function(at)
      if numerals[text:sub(at - 3, at - 1)] then weak[#weak + 1] = at end
    end)
  end
  table.sort(strong)
  table.sort(weak)
  return strong, weak
end

-- Where sentences end. That of a paragraph is a mark, which is below all that is printed.
local ends = Ct(((1 - S"\n\v\x1C\x1D\x1E\x1F!?\xE3")^1 + grammar.mark^1 * Cp() + (P"。" + S"!?") * Cp() + 1)^0)

local function ends_paragraph(text, stop) return stop > #text or text:byte(stop - 1) < 0x20 end

-- A line of at most so many bytes in front of a paragraph is its heading.
local longest_heading = 75

--- The end of a sentence that begins at a position, and whether its paragraph ends as well.
local one_end = ((1 - S"\n\v\x1C\x1D\x1E\x1F!?\xE3")^1 + (P"\xE3" - P"。"))^0 * Cp()
function passages.sentence_stop(text, start) return one_end:match(text, start) end

--- The sentences of a text that may state a number of something, or deny it.
-- @param topics words of which a sentence without 件 or % must have one
-- @return list of `{start, stop, paragraph, window}`: `paragraph` is where its paragraph begins, `window` the same with
-- the heading above it
function passages.with(text, topics)
  local list, strong, weak = {}, places_of_interest(text)
  if #strong + #weak == 0 then return list end
  local all, s, w = ends:match(text), 1, 1
  local start, paragraph, before = 1, 1, 1
  all[#all + 1] = #text + 1
  for _, stop in ipairs(all) do
    local wanted, maybe = strong[s] and strong[s] < stop, weak[w] and weak[w] < stop
    while strong[s] and strong[s] < stop do s = s + 1 end
    while weak[w] and weak[w] < stop do w = w + 1 end
    if wanted or maybe and has_any(text:sub(start, stop - 1), topics) then
      local window = paragraph - before <= longest_heading and before or paragraph
      list[#list + 1] = {start = start, stop = stop, paragraph = paragraph, window = window}
    end
    if not strong[s] and not weak[w] then break end
    if ends_paragraph(text, stop) then before, paragraph = paragraph, stop end
    start = stop
  end
  return list
end

return passages
