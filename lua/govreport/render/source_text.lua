--- The line of the source around a place, with carets under what is meant; lines without end are cut around it.

local mask = require "govreport.text.mask"
local place_words = require "govreport.text.place_words"
local region = require "govreport.render.region"
local text = require "govreport.render.text"

local source_text = {}

local before, behind = 30, 46   -- columns of a terminal around the start of a place
local dots = "..."             -- for what was cut: as wide everywhere, other than …

-- A character as it may be shown, with its width: nothing that moves or hides.
local function character(code)
  local shown = text.safe(utf8.char(code))
  if shown == "" then shown = " " end
  return {text = shown, width = text.width(shown)}
end

-- Those of most texts, each made once: printed ASCII, marks and full width, Han.
local usual = setmetatable({}, {__index = function(known, code)
  local made = character(code)
  local is_usual = code >= 0x20 and code < 0x7F or code >= 0x3000 and code < 0xA000 or code >= 0xFF00 and code < 0xFFF0
  if is_usual then known[code] = made end
  return made
end})

-- The characters of a part of a line.
local function characters(part)
  local list, count = {}, 0
  for _, code in utf8.codes(part) do
    count = count + 1
    list[count] = usual[code]
  end
  return list
end

-- The characters of a line between two columns. Numbers of persons are hidden, also those that lie across its ends.
local function part_of_line(document, line, from, to)
  local early = math.max(1, from - mask.longest)
  local list = characters(mask.text(document:line(line, early, to + mask.longest)))
  return table.move(list, from - early + 1, math.min(#list, to - early + 1), 1, {}), #list > to - early + 1
end

-- Numbers of the first and the last character that fit around a character.
local function window(list, center)
  local first, last, used = center, center, 0
  while first > 1 and used + list[first - 1].width <= before do
    first = first - 1
    used = used + list[first].width
  end
  used = list[center] and list[center].width or 0
  while last < #list and used + list[last + 1].width <= behind do
    last = last + 1
    used = used + list[last].width
  end
  return first, last
end

-- Blanks at the start of a line tell nothing.
local function skip_blanks(list, first, center)
  while first < center and list[first].text == " " do first = first + 1 end
  return first
end

-- Where a place ends on its line: the column behind it.
local function finish(document, place)
  local line, column = region.finish(document, place)
  if line == place.line then return column end
  local raw = place.raw or ""
  local length = utf8.len(raw) or 0
  if length > 0 and document:line(place.line, place.column, place.column + length - 1) == raw then
    return place.column + length
  end
  return place.column + 1
end

--- Two lines: the source and the carets; nil where the place is not in the source.
-- @param place `{line, column, byte, byte_end, spot, raw}`
-- @param options `paint`, see `govreport.render.text`; `lang`
function source_text.lines(document, place, options)
  if not place.line then return nil end
  local from = math.max(1, place.column - before)
  local list, goes_on = part_of_line(document, place.line, from, place.column + behind + 1)
  local center = place.column - from + 1
  if #list == 0 then return nil end
  if center > #list then list[center] = {text = " ", width = 1} end
  for i = 1, center do list[i] = list[i] or {text = " ", width = 1} end
  local first, last = window(list, center)
  local cut = from + first > 2 and dots or ""
  local more = (goes_on or last < #list) and dots or ""
  first = skip_blanks(list, first, center)
  local shown, offset, marked = {}, #cut, 0
  local stop = finish(document, place) - from + 1
  for i = first, last do
    shown[#shown + 1] = list[i].text
    if i < center then offset = offset + list[i].width
    elseif i < stop then marked = marked + list[i].width end
  end
  local name, paint = place.spot and place_words.short(place, options.lang) or tostring(place.line), options.paint
  local line = ("%s | %s%s%s"):format(name, cut, table.concat(shown), more)
  return {paint("dim", (line:gsub(" +$", ""))),
          paint("dim", (" "):rep(text.width(name)) .. " | ") .. (" "):rep(offset)
          .. paint("error", ("^"):rep(math.max(1, marked)))}
end

return source_text
