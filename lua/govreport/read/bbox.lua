--- The words of a PDF and their boxes: what `pdftotext -bbox` writes.
--
--   <page width="595.0" height="842.0">
--     <word xMin="186.4" yMin="83.1" xMax="406.3" yMax="105.0">云岭市水务局</word>

local bbox = {}

local entities = {["&amp;"] = "&", ["&lt;"] = "<", ["&gt;"] = ">", ["&quot;"] = '"', ["&apos;"] = "'", ["&#39;"] = "'"}

-- Points: what is farther away stands on no page.
local farthest = 1e5

--- A length in points as hundredths of a point; nil for what is none: nan, an endless one.
function bbox.hundredths(text)
  local value = tonumber(text)
  if not value or not (value >= -farthest and value <= farthest) then return nil end
  return math.floor(value * 100 + 0.5)
end

local hundredths = bbox.hundredths

-- A text with a mark in place of each byte that is no UTF-8.
local function repaired(text)
  local pieces, from = {}, 1
  while true do
    local length, wrong = utf8.len(text, from)
    if length then return table.concat(pieces) .. text:sub(from) end
    pieces[#pieces + 1] = text:sub(from, wrong - 1) .. "\u{FFFD}"
    from = wrong + 1
  end
end

-- What stands between the tags: no white space, no bytes that are no UTF-8, and no mark of a picture.
local function text_of(raw)
  if raw:find("&", 1, true) then raw = raw:gsub("&#?%w+;", entities) end
  if not utf8.len(raw) then raw = repaired(raw) end
  return (raw:gsub("[%z\1-\32\127]+", ""):gsub("\u{FFFC}", "\u{FFFD}"))
end

local word_pattern = '<word xMin="([^"]*)" yMin="([^"]*)" xMax="([^"]*)" yMax="([^"]*)">(.-)</word>'

local function words_of(text)
  local words, n = {}, 0
  for left, top, right, bottom, raw in text:gmatch(word_pattern) do
    local l, t, r, b = hundredths(left), hundredths(top), hundredths(right), hundredths(bottom)
    if not (l and t and r and b) then return nil end
    words[n + 1], words[n + 2], words[n + 3], words[n + 4], words[n + 5] = text_of(raw), l, t, r, b
    n = n + 5
  end
  return words
end

--- Reads the pages.
-- @return list of `{width, height, words}`, lengths in hundredths of a point, `words` as `core.boxes` takes them; nil
-- where it is no such file
function bbox.pages(text)
  local pages, from = {}, 1
  while true do
    local _, stop, width, height = text:find('<page width="([^"]*)" height="([^"]*)">', from)
    if not stop then break end
    local ends = text:find("</page>", stop, true)
    local page = {width = hundredths(width), height = hundredths(height)}
    page.words = ends and words_of(text:sub(stop + 1, ends - 1))
    if not (page.width and page.height and page.words) or page.width < 0 or page.height < 0 then return nil end
    pages[#pages + 1] = page
    from = ends
  end
  return #pages > 0 and pages or nil
end

return bbox
