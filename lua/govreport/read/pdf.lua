--- Documents of PDF files: their words and the lines drawn around them, by the programs of poppler-utils, as a text and
-- its tables.

local bbox = require "govreport.read.bbox"
local core = require "govreport.core"
local drawing = require "govreport.read.drawing"
local poppler = require "govreport.read.poppler"

local pdf = {}

-- Bytes at the beginning of a file in which its mark may stand.
local lead = 1024

--- Whether the content of a file is a PDF.
function pdf.is_one(bytes) return bytes:sub(1, lead):find("%PDF-", 1, true) ~= nil end

-- The pages with their words; or nil, code, fields.
local function read_words(bytes)
  local text, code, fields = poppler.run({"pdftotext", "-bbox", "-raw", "-enc", "UTF-8", "-", "-"}, bytes)
  if not text then return nil, code, fields end
  local pages = bbox.pages(text)
  if not pages then return nil, "pdf.broken", {} end
  return pages
end

-- Adds the lines that are drawn. Without them tables are lines of text, which may still be read.
local function add_drawings(pages, bytes)
  local text = poppler.run({"pdftocairo", "-svg", "-", "-"}, bytes)
  for i, drawn in ipairs(text and drawing.pages(text) or {}) do
    local page = pages[i]
    if page then page.rules, page.picture, page.letters = drawn.rules, drawn.picture, drawn.letters end
  end
end

--- Reads the content of a PDF.
-- @param options as those of `core.parse`
-- @return Document; or nil, code, fields
function pdf.document(bytes, options)
  local pages, code, fields = read_words(bytes)
  if not pages then return nil, code, fields end
  add_drawings(pages, bytes)
  local boxes
  boxes, code, fields = core.boxes("pdf", pages)
  if not boxes then return nil, code, fields end
  return core.parse(boxes:text(), {
    reader = boxes:reader(), owner = boxes, name = options.name, max_input = options.max_input,
    max_memory = options.max_memory})
end

return pdf
