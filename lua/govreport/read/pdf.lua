--- Documents of PDF files: their words and the lines drawn around them, by the programs of poppler-utils, as a text and
-- its tables.

local bbox = require "govreport.read.bbox"
local core = require "govreport.core"
local drawing = require "govreport.read.drawing"
local poppler = require "govreport.read.poppler"
local unread_pages = require "govreport.text.unread_pages"

local pdf = {}

--- Whether the content of a file is a PDF.
function pdf.is_one(bytes) return bytes:find("^%s*%%PDF%-") ~= nil end

-- The pages with their words; or nil, code, fields.
local function read_words(bytes)
  local text, code, fields = poppler.run({"pdftotext", "-bbox", "-raw", "-enc", "UTF-8", "-", "-"}, bytes)
  if not text then return nil, code, fields end
  local pages = bbox.pages(text)
  if not pages then return nil, "pdf.broken", {} end
  return pages
end

-- Adds the lines that are drawn. Without them tables are lines of text, which may still be read; but whether a page
-- without words is a scan or blank nobody knows then, as where scans make the drawing too large: it counts as unread.
local function add_drawings(pages, bytes)
  local text = poppler.run({"pdftocairo", "-svg", "-", "-"}, bytes)
  local all = text and drawing.pages(text) or {}
  for i, page in ipairs(pages) do
    local drawn = all[i]
    if drawn then page.rules, page.picture, page.letters = drawn.rules, drawn.picture, drawn.letters
    else page.picture = #page.words == 0 end
  end
end

-- ---- what cannot be read ------------------------------------------------------------------------

-- Letters of a page from which on their share tells something, and the least part of them that is read of one whose
-- fonts say which characters they show: ligatures, and letters that are drawn twice, are few.
local least_letters, least_part = 20, 0.3

-- The most of the characters of a page that may be none of those that reports are written in.
local most_strange = 0.2

-- What reports are written in: ASCII, and from the first to the last of each pair punctuation, numerals, boxes,
-- Chinese, wide letters.
local usual = {0x2000, 0x206F, 0x2150, 0x218F, 0x2460, 0x24FF, 0x2500, 0x27BF, 0x3000, 0x30FF, 0x3400, 0x9FFF,
               0xF900, 0xFAFF, 0xFF00, 0xFFEF, 0x20000, 0x3FFFF}

local function is_usual(code)
  if code < 0x80 then return true end
  for i = 1, #usual, 2 do
    if code >= usual[i] and code <= usual[i + 1] and code ~= 0xFFFD then return true end
  end
  return false
end

-- How many characters the words of a page have, and how many of them are what reports are written in.
local function characters_of(page)
  local count, known = 0, 0
  for i = 1, #page.words, 5 do
    for _, code in utf8.codes(page.words[i]) do
      count = count + 1
      if is_usual(code) then known = known + 1 end
    end
  end
  return count, known
end

-- Whether a page shows letters of which next to none can be read, or characters that are not those it shows: then its
-- words are none.
local function is_coded(page)
  local count, known = characters_of(page)
  local letters = math.max(page.letters or 0, count)
  if letters < least_letters then return false end
  return known < letters * least_part or count - known > count * most_strange
end

-- The names of fonts that do not say which characters they show, as `pdffonts` lists them.
local function fonts_of(bytes)
  local names, text = {}, poppler.run({"pdffonts", "-"}, bytes)
  local is_named = {}
  for subset, flags in (text or ""):gmatch("\n(%S+) [^\n]-((%l+) +(%l+) +(%l+)) +%d+ +%d+") do
    local name = subset:gsub("^%u%u%u%u%u%u%+", "")
    if flags:match("no$") and #names < 3 and not is_named[name] then
      names[#names + 1], is_named[name] = name, true
    end
  end
  return table.concat(names, "、")
end

-- Sorts out the pages of which nothing can be read: those with letters or pictures, which show something.
-- @return code and fields where that are all that show something
local function judge(pages, bytes)
  local read, coded, shown = 0, 0, 0
  for _, page in ipairs(pages) do
    if is_coded(page) then page.words, page.picture, coded = {}, true, coded + 1 end
    page.picture = page.picture or (page.letters or 0) > 0
    if #page.words > 0 then read = read + 1 elseif page.picture then shown = shown + 1 end
  end
  if read > 0 then return nil end
  if coded > 0 then return "pdf.fonts", {detail = fonts_of(bytes)} end
  if shown > 0 then return "pdf.scan", {count = #pages} end
  return "input.empty", {}
end

local function pages_text(list)
  return {zh = unread_pages.text(list, "、", "至"), en = unread_pages.text(list, ", ", " to ")}
end

--- Reads the content of a PDF.
-- @param options as those of `core.parse`
-- @return Document; or nil, code, fields
function pdf.document(bytes, options)
  local pages, code, fields = read_words(bytes)
  if not pages then return nil, code, fields end
  add_drawings(pages, bytes)
  code, fields = judge(pages, bytes)
  if code then return nil, code, fields end
  local boxes
  boxes, code, fields = core.boxes("pdf", pages)
  if not boxes then return nil, code, fields end
  local parted = boxes:parted()
  if #parted > 0 then return nil, "pdf.columns", {pages = pages_text(parted)} end
  return core.parse(boxes:text(), {
    reader = boxes:reader(), owner = boxes, name = options.name, max_input = options.max_input,
    max_memory = options.max_memory})
end

return pdf
