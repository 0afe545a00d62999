--- Which lines are the headings of the form's parts: one a part. A line is a candidate where it has the title of a
-- part; that it is the heading is told by what stands beside it: its ordinal against those of the others, its place
-- between them, and what stands below it. Taken is the sequence in the form's order that explains the most.

local lpeg = require "lpeg"
local cache = require "govreport.base.cache"
local core = require "govreport.core"
local grammar = require "govreport.text.grammar"
local labels = require "govreport.form.labels"

local P, S, R, Cp = lpeg.P, lpeg.S, lpeg.R, lpeg.Cp
local LABEL, TEXT, ODD, GRID, SIZE = labels.LABEL, labels.TEXT, labels.ODD, labels.GRID, labels.SIZE

local headings = {}

-- What a candidate has for it, and against it.
local points = {
  heading  = 6,    -- numbered as the parts of this report are, with the number of its part
  other    = 3,    -- numbered as they are, with another number
  bare     = 2,    -- without a number
  alien    = 2,    -- numbered in another way, with the number of its part
  stranger = 1,    -- numbered in another way, with another number
  stray    = -1,   -- something stands in front of it that is no ordinal
  table    = 4,    -- the table of its part is what comes next
  listed   = -8,   -- its neighbours by number stand beside it, and no table
}
-- So many of them make a heading out of a line that is not in the form's order.
local least_out_of_order = points.other

-- ---- candidates ---------------------------------------------------------------------------------

-- 第一部分 is another numbering than 一、.
local function class_of(marker)
  if marker:find("^第") then return "division" end
  local class = marker ~= "" and grammar.ordinal_class(marker)
  return class and class:match("^%a+") or "none"
end

-- The markers of parts are a few dozen: what they say is kept, of so many bytes of them.
local known_markers = cache.new(1 << 12)

-- The number and the class of a marker: `{number, class}`.
local function read_marker(marker)
  local known = known_markers:get(marker)
  if known then return known end
  local number = grammar.number_of(marker)
  local class = number and class_of(marker) or "none"
  return known_markers:put(marker, {number = number, class = class}, #marker)
end

local function candidate_of(token, label, marker, places)
  local known = read_marker(marker)
  return {token = token, section = label.section, marker_start = places[1], start = places[2], stop = places[3],
          marked = marker ~= "", number = known.number, class = known.class, kind = label.kind,
          official = label.official}
end

--- The lines that are the title of a part, with an ordinal, a bullet or nothing in front, in order.
-- @return list of `{token, section, marker_start, start, stop, number, marked, class, kind, official}`
local function titled_lines(form, tape, tokens, survey)
  local list = {}
  for _, i in ipairs(survey.labels) do
    local label = form.labels.list[tokens[i + 4]]
    if label and label.section then
      local marker = tape:sub(tokens[i + 2], tokens[i + 3] - 1)
      list[#list + 1] = candidate_of(i, label, marker, {tokens[i + 2], tokens[i + 3], tokens[i + 5]})
    end
  end
  return list
end

-- Less text than this between two headings makes them lines of a list: bytes.
local least_text = 60

-- Whether a line is one of several, with next to no text between them, that come again below.
local function is_in_contents(candidates, i, last_of)
  local candidate = candidates[i]
  local function comes_again(other) return other ~= nil and last_of[other.section] ~= other end
  if not comes_again(candidate) then return false end
  local last, right = last_of[candidate.section], candidate.number == candidate.section + 1
  if candidate.number and not right and candidate.class ~= last.class then return false end   -- of another list
  local before, after = candidates[i - 1], candidates[i + 1]
  return (comes_again(before) and candidate.marker_start - before.stop < least_text)
         or after.marker_start - candidate.stop < least_text   -- one comes behind it: it comes again
end

-- Notes of each of some candidates how much text stands below it.
local function measure(list, tape_end)
  for i, candidate in ipairs(list) do
    candidate.length = (list[i + 1] and list[i + 1].marker_start or tape_end) - candidate.stop
  end
  return list
end

-- Leaves out the lines of a table of contents, and measures the others.
local function without_contents(candidates, tape_end)
  local last_of, list = {}, {}
  for _, candidate in ipairs(candidates) do last_of[candidate.section] = candidate end
  for i, candidate in ipairs(candidates) do
    candidate.in_contents = is_in_contents(candidates, i, last_of)
    if not candidate.in_contents then list[#list + 1] = candidate end
  end
  return measure(list, tape_end)
end

-- ---- the numbering of the parts ------------------------------------------------------------------

local classes = {"division", "part", "section", "point", "detail", "none"}

-- The kind of ordinal that the parts of this report have: the one that numbers the most of them.
local function numbering(candidates)
  local right, seen, weight = {}, {}, {}
  for _, candidate in ipairs(candidates) do
    local class, section = candidate.class, candidate.section
    local key = class .. section
    local fits = class == "none" or candidate.number == section + 1
    if not seen[key] or (fits and not right[key]) then
      weight[class] = (weight[class] or 0) + (seen[key] and 1 or fits and 2 or 1)
    end
    seen[key], right[key] = true, right[key] or fits
  end
  local best
  for _, class in ipairs(classes) do
    if weight[class] and (not best or weight[class] > weight[best]) then best = class end
  end
  return best
end

local function is_numbered(candidate, class)
  return candidate.class == class and (class == "none" or candidate.number == candidate.section + 1)
end

-- ---- the best sequence ---------------------------------------------------------------------------

local function is_better(a, b)
  return not b or a.points > b.points or (a.points == b.points and a.length > b.length)
end

--- The sequence in the form's order with the most points; of those that have as many, the one with the most text below.
-- @return list; the set of the parts that are in it
local function best_sequence(candidates, count)
  local best = {}   -- by the part that a sequence ends with
  for _, candidate in ipairs(candidates) do
    local before
    for section = 0, candidate.section - 1 do
      if best[section] and is_better(best[section], before) then before = best[section] end
    end
    local longer = {points = candidate.points + (before and before.points or 0), candidate = candidate, before = before,
                    length = candidate.length + (before and before.length or 0)}
    if is_better(longer, best[candidate.section]) then best[candidate.section] = longer end
  end
  local whole
  for section = 0, count - 1 do
    if best[section] and is_better(best[section], whole) then whole = best[section] end
  end
  local list, taken = {}, {}
  while whole do
    table.insert(list, 1, whole.candidate)
    taken[whole.candidate.section] = true
    whole = whole.before
  end
  return list, taken
end

local function by_place(a, b) return a.marker_start < b.marker_start end

-- Two lists in document order as one.
local function merged(a, b)
  local list, i, k = {}, 1, 1
  while a[i] or b[k] do
    if a[i] and (not b[k] or a[i].marker_start <= b[k].marker_start) then
      list[#list + 1], i = a[i], i + 1
    else
      list[#list + 1], k = b[k], k + 1
    end
  end
  return list
end

-- Parts that are not in the form's order, where they are numbered as the others are or have their table.
local function add_out_of_order(list, taken, candidates)
  local best = {}
  for _, candidate in ipairs(candidates) do
    local section = candidate.section
    if not taken[section] and candidate.points >= least_out_of_order and is_better(candidate, best[section]) then
      best[section] = candidate
    end
  end
  for _, candidate in pairs(best) do list[#list + 1] = candidate end
  table.sort(list, by_place)
end

-- ---- what stands beside a line -------------------------------------------------------------------

-- A character that is no Chinese one, no digit and no mark: y, 、, #.
local odd = R"!~" - R"09" + S" \v" + R"\xC2\xDF" * R"\x80\xBF" + S"\xE2\xE3\xEF" * R"\x80\xBF" * R"\x80\xBF"
local loose_ordinal = grammar.ordinal + P"第" * grammar.numeral * (P"部分" + "章" + "节" + "篇")^-1 + grammar.numeral
                    + R"09" * R"09"^-1 * -R"09"
-- y一、 · 、 · 二 · 工、: what was an ordinal, or hides one.
local stray = odd^-6 * lpeg.C(loose_ordinal^-1) * odd^-3 * Cp()
local wrong_character = grammar.han * (P"、" + ".") * S" \v"^0 * Cp()
local longest_line = 200   -- bytes
local behind_ordinal = grammar.ordinal * Cp()

-- The last Chinese character of a text.
local function last_character(text) return text:match("^.*([\xE4-\xE9][\x80-\xBF][\x80-\xBF])") end

-- The characters with which the titles of parts end, as a set: few other lines end so.
local function ends_of_titles(form)
  if not form.ends_of_titles then
    form.ends_of_titles = {}
    for _, label in ipairs(form.labels.known) do
      local last = label.section and last_character(label.skeleton)
      if last then form.ends_of_titles[last] = true end
    end
  end
  return form.ends_of_titles
end

-- A line with the title of a part behind something that is no ordinal.
local function stray_line(form, tape, tokens, i)
  local start, stop = tokens[i + 2], tokens[i + 3]
  if stop - start > longest_line then return nil end
  local text = tape:sub(start, stop - 1)
  if not ends_of_titles(form)[last_character(text) or ""] then return nil end
  local marker, title = stray:match(text)
  local label = form.labels:find((text:sub(title):gsub("[%a%p ]+$", "")))
  if not (label and label.section) then
    marker, title = "", wrong_character:match(text)
    label = title and form.labels:find(text:sub(title))
  end
  if not (label and label.section) then return nil end
  local found = candidate_of(i, label, marker, {start, start + title - 1, stop})
  -- A number without its mark is that of a part, or none.
  if found.number == label.section + 1 and found.class == "none" then
    found.class = marker:find("^%d") and "point" or "part"
  end
  found.marked, found.stray = true, true
  return found
end

-- The part to which a table of the page belongs; nil where its labels are in several.
local function part_of_grid(form, signature)
  local slots = core.slots(signature)
  for position = 1, #slots, labels.slot_size do
    local label = form.labels.list[(("<I4"):unpack(slots, position))]
    if label and label.only_table then return label.only_table.section end
  end
end

-- What gives a text its structure besides the candidates: lines with an ordinal, tables; and the lines that have a
-- title behind something else.
-- @return list of `{marker_start, class, number}` or `{marker_start, table}`; list of candidates
local function look_around(form, tape, found)
  local tokens, marks, strays, i = found.tokens, {}, {}, 1
  while i <= #tokens do
    local kind = not tokens[i] and tokens[i + 1]
    if kind == TEXT or kind == ODD then
      local start = tokens[i + 2]
      local stop = behind_ordinal:match(tape, start)
      strays[#strays + 1] = stray_line(form, tape, tokens, i)
      if stop and not (strays[#strays] and strays[#strays].token == i) then
        local ordinal = tape:sub(start, stop - 1)
        marks[#marks + 1] = {marker_start = start, class = class_of(ordinal), number = grammar.number_of(ordinal)}
      end
    elseif kind == LABEL then
      local label = form.labels.list[tokens[i + 4]]
      if label and not label.section and label.only_table then
        marks[#marks + 1] = {marker_start = tokens[i + 2], table = label.only_table.section}
      end
    elseif kind == GRID then
      local part = part_of_grid(form, found.signatures[tokens[i + 2]])
      if part then marks[#marks + 1] = {marker_start = tokens[i + 3], table = part} end
    end
    i = i + (kind and SIZE[kind] or 1)
  end
  return marks, strays
end

-- Calls `see` with each stretch from one heading numbered as the parts are to the next.
local function each_stretch(items, class, see)
  local first = 1
  for i = 1, #items + 1 do
    local item = items[i]
    if not item or (item.section and is_numbered(item, class)) then
      if i > first then see(first, i - 1) end
      first = i + 1
    end
  end
end

-- Notes the candidates that have a place in a list that is no list of parts: the line before or behind them that is
-- numbered in the same way has the number before or behind theirs. （一）主动公开 （二）平台建设
local function note_listed(items, class)
  each_stretch(items, class, function(first, last)
    local newest = {}   -- by class
    for i = first, last do
      local item = items[i]
      local before = item.number and newest[item.class]
      if before and before.number + 1 == item.number then
        local is_right = before.section and before.number == before.section + 1
        before.listed = class ~= item.class and not (item.section and item.number == item.section + 1)
        item.listed = class ~= item.class and not is_right
      end
      if item.number then newest[item.class] = item end
    end
  end)
end

-- The points of a candidate among all that gives the text its structure.
local function points_of(form, items, i, class)
  local item = items[i]
  local sum = item.number == item.section + 1 and points.alien or points.stranger
  if is_numbered(item, class) then sum = points.heading
  elseif item.class == "none" then sum = points.bare
  elseif item.class == class then sum = points.other end
  local below = items[i + 1]
  local has_table = below and below.table == form.declared.sections[item.section + 1].id
  return sum + (has_table and points.table or item.listed and points.listed or 0) + (item.stray and points.stray or 0)
end

-- The candidates with their points, the ones with a title behind something else included; without those that have none.
local function weigh(form, tape, found, candidates, tape_end)
  local marks, strays = look_around(form, tape, found)
  local all = merged(candidates, strays)
  local sound = without_contents(all, tape_end)
  local items = merged(sound, marks)
  local class, weighed = numbering(sound), {}
  note_listed(items, class)
  for i, item in ipairs(items) do
    if item.section then
      item.points = points_of(form, items, i, class)
      if item.points > 0 then weighed[#weighed + 1] = item end
    end
  end
  return weighed, all, class
end

-- ---- the whole ----------------------------------------------------------------------------------

-- Whether a text has the title of each part once, in order, and all numbered in the same way: then nothing need be
-- weighed.
local function is_plain(candidates, count)
  if #candidates ~= count then return false end
  for i, candidate in ipairs(candidates) do
    if candidate.section ~= i - 1 or not is_numbered(candidate, candidates[1].class) then return false end
  end
  return true
end

-- The candidates of such a text.
local function plain_sequence(candidates, tape_end)
  for _, candidate in ipairs(candidates) do candidate.in_contents, candidate.points = false, points.heading end
  return table.move(measure(candidates, tape_end), 1, #candidates, 1, {})
end

--- Finds the headings of the parts.
-- @param found `tokens`, `survey`, `signatures`, as `forms.detect` gives them
-- @return the headings, in order; all candidates, those in a table of contents (`in_contents`) and the lists of other
-- parts (`listed`) among them; the kind of ordinal that the parts have, nil where there is no candidate
function headings.find(form, tape, found)
  local candidates, count = titled_lines(form, tape, found.tokens, found.survey), #form.declared.sections
  if count == 0 then return {}, candidates, nil end
  local tape_end = #tape + 1
  if is_plain(candidates, count) then return plain_sequence(candidates, tape_end), candidates, candidates[1].class end
  -- Most reports number all of their parts in the same way, and no other line so: nothing else need be looked at.
  local sound, plain = without_contents(candidates, tape_end), {}
  local class = numbering(sound)
  for _, candidate in ipairs(sound) do
    candidate.points = points.heading
    if is_numbered(candidate, class) then plain[#plain + 1] = candidate end
  end
  local list = best_sequence(plain, count)
  if #plain == count and #list == count then return list, candidates, class end
  local weighed, all, numbered = weigh(form, tape, found, candidates, tape_end)
  local taken
  list, taken = best_sequence(weighed, count)
  add_out_of_order(list, taken, weighed)
  return list, all, numbered
end

return headings
