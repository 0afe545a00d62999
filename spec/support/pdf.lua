--- PDF files, made here: words and lines at places of pages, and documents laid out as pages with tables. The font is
-- named and not embedded; each character has a code of its own, which a map leads back.

local pdf = {}

--- Whether the programs are there that read them.
pdf.is_there = os.execute "command -v pdftotext >/dev/null 2>&1 && command -v pdftocairo >/dev/null 2>&1" == true
-- A program that starts under the sanitizers with us needs more memory than it may have.
pdf.is_read = pdf.is_there and os.getenv "LD_PRELOAD" == nil
pdf.why_not = pdf.is_there and "poppler's programs do not start under sanitizers" or "poppler-utils is not installed"

-- ---- files --------------------------------------------------------------------------------------

-- Objects, numbered from 1 in their order, as a file with its table of places.
local function file_of(objects, trailer)
  local pieces, places, at = {"%PDF-1.7\n"}, {}, 9
  for i, object in ipairs(objects) do
    places[i] = ("%010d 00000 n \n"):format(at)
    pieces[#pieces + 1] = ("%d 0 obj\n%s\nendobj\n"):format(i, object)
    at = at + #pieces[#pieces]
  end
  pieces[#pieces + 1] = ("xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R %s>>\n"
                         .. "startxref\n%d\n%%%%EOF\n")
    :format(#objects + 1, table.concat(places), #objects + 1, trailer or "", at)
  return table.concat(pieces)
end

local function stream(content, dictionary)
  return ("<< /Length %d %s>>\nstream\n%s\nendstream"):format(#content, dictionary or "", content)
end

-- The codes of a text, two bytes each: those of its characters.
local function coded(text)
  local codes = {}
  for _, code in utf8.codes(text) do codes[#codes + 1] = ("%04X"):format(code) end
  return table.concat(codes)
end

local identity = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Same def /CMapType 2 def\n"
  .. "1 begincodespacerange <0000> <FFFF> endcodespacerange\n%sendcmap end end"

-- The map from codes to characters: ranges of 256, which have one first byte.
local function map_of()
  local ranges = {}
  for high = 0, 255 do ranges[#ranges + 1] = ("<%02X00> <%02XFF> <%02X00>"):format(high, high, high) end
  local pieces = {}
  for from = 1, 256, 64 do
    pieces[#pieces + 1] = "64 beginbfrange\n" .. table.concat(ranges, "\n", from, from + 63) .. "\nendbfrange\n"
  end
  return identity:format(table.concat(pieces))
end

--- A file of pages.
-- @param pages list of `{width, height, content}`: operators, in which a font is called F
-- @param options `mapped` = false leaves the map out; `trailer`
function pdf.file(pages, options)
  options = options or {}
  local kids, objects = {}, {}
  local map = options.mapped == false and "" or "/ToUnicode 6 0 R "
  objects[1] = "<< /Type /Catalog /Pages 2 0 R >>"
  objects[3] = ("<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [4 0 R] %s>>")
               :format(map)
  objects[4] = "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) "
               .. "/Ordering (Identity) /Supplement 0 >> /FontDescriptor 5 0 R /DW 1000 /W [32 126 500] >>"
  objects[5] = "<< /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 "
               .. "/Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>"
  objects[6] = stream(map_of())
  for i, page in ipairs(pages) do
    local number = 7 + 2 * (i - 1)
    kids[i] = number .. " 0 R"
    objects[number] = ("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %g %g] /Contents %d 0 R "
                       .. "/Resources << /Font << /F 3 0 R >> >> >>"):format(page.width, page.height, number + 1)
    objects[number + 1] = stream(page.content)
  end
  objects[2] = ("<< /Type /Pages /Count %d /Kids [%s] >>"):format(#pages, table.concat(kids, " "))
  return file_of(objects, options.trailer)
end

-- ---- pages --------------------------------------------------------------------------------------

local Page = {}
Page.__index = Page

--- A page to draw on; places are points from the upper left corner.
function pdf.page(width, height)
  return setmetatable({width = width or 595, height = height or 842, list = {}}, Page)
end

--- Puts a text, its letters `size` high, its line beginning at a place.
function Page:text(text, x, y, size)
  self.list[#self.list + 1] = ("BT /F %g Tf 1 0 0 1 %g %g Tm <%s> Tj ET")
    :format(size, x, self.height - y - size * 0.88, coded(text))
end

--- Draws a line as the style of a program does it: "stroke", "fill" (a thin area).
function Page:line(x, y, to_x, to_y, style)
  if style == "fill" then
    local width, height = math.max(to_x - x, 0.5), math.max(to_y - y, 0.5)
    self.list[#self.list + 1] = ("%g %g %g %g re f"):format(x, self.height - to_y - 0.5, width, height)
  else
    self.list[#self.list + 1] = ("0.5 w %g %g m %g %g l S"):format(x, self.height - y, to_x, self.height - to_y)
  end
end

--- A grey area, as a picture would fill it.
function Page:area(x, y, to_x, to_y)
  self.list[#self.list + 1] = ("q 2 0 0 2 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q 0.5 g %g %g %g %g re f 0 g")
    :format(x, self.height - to_y, to_x - x, to_y - y)
end

function Page:close() return {width = self.width, height = self.height, content = table.concat(self.list, "\n")} end

-- ---- documents ----------------------------------------------------------------------------------

-- How wide a character is: of Chinese as wide as high.
local function width_of(code, size) return code < 0x80 and size / 2 or size end

-- A text in lines of a width.
local function wrapped(text, width, size)
  local lines, line, used = {}, {}, 0
  for _, code in utf8.codes(text) do
    local own = width_of(code, size)
    if code == 10 or used + own > width and #line > 0 then
      lines[#lines + 1], line, used = table.concat(line), {}, 0
    end
    if code ~= 10 then
      line[#line + 1] = utf8.char(code)
      used = used + own
    end
  end
  lines[#lines + 1] = table.concat(line)
  return lines
end

local function length_of(line, size)
  local used = 0
  for _, code in utf8.codes(line) do used = used + width_of(code, size) end
  return used
end

local Sheet = {}
Sheet.__index = Sheet

local function new_sheet(options)
  local own = setmetatable({options = options, pages = {}}, Sheet)
  own:turn()
  return own
end

-- Ends the page and begins the next, with its head and its number.
function Sheet:turn()
  local o = self.options
  if self.page then self.pages[#self.pages + 1] = self.page:close() end
  self.page, self.y = pdf.page(o.width, o.height), o.margin
  if o.head then self.page:text(o.head, o.margin, o.margin - 30, o.size) end
  if o.number then
    local text = o.number:format(#self.pages + 1)
    self.page:text(text, (o.width - length_of(text, o.size)) / 2, o.height - o.margin + 20, o.size)
  end
end

function Sheet:room(height)
  if self.y + height > self.options.height - self.options.margin then self:turn() end
end

function Sheet:paragraph(text)
  local o = self.options
  for i, line in ipairs(wrapped("　　" .. text, o.width - 2 * o.margin, o.size)) do
    local indent = i == 1 and 2 * o.size or 0
    self:room(o.pitch)
    self.page:text(i == 1 and line:sub(7) or line, o.margin + indent, self.y, o.size)
    self.y = self.y + o.pitch
  end
end

-- The edges of columns: the first is as wide as `label` says, the others share what is left.
local function edges_of(block, o)
  local total, edges = o.width - 2 * o.margin, {o.margin}
  local weight = {}
  for column = 1, block.columns do weight[column] = column <= math.max(1, block.columns - 7) and 2.2 or 1 end
  local sum = 0
  for _, own in ipairs(weight) do sum = sum + own end
  for column = 1, block.columns do edges[column + 1] = edges[column] + total * weight[column] / sum end
  return edges
end

-- How high each row must be for its cells; a cell over several rows makes the last of them higher.
local function heights_of(block, edges, o)
  local heights = {}
  for row = 1, block.rows do heights[row] = o.size + 6 end
  for _, cell in ipairs(block.cells) do
    local lines = wrapped(cell.text, edges[cell.col + cell.col_span] - edges[cell.col] - 6, o.size)
    local have, last = 0, cell.row + cell.row_span - 1
    for row = cell.row, last do have = have + heights[row] end
    heights[last] = heights[last] + math.max(0, #lines * (o.size + 2) + 4 - have)
  end
  return heights
end

-- Rows `first` to `last` of a table on a page, and in it what of cells falls on these rows.
local function draw_rows(sheet, block, edges, heights, first, last)
  local o, tops = sheet.options, {[first] = sheet.y}
  for row = first, last do tops[row + 1] = tops[row] + heights[row] end
  for _, cell in ipairs(block.cells) do
    local from, to = math.max(cell.row, first), math.min(cell.row + cell.row_span - 1, last)
    if from <= to then
      local left, right, top, bottom = edges[cell.col], edges[cell.col + cell.col_span], tops[from], tops[to + 1]
      if o.lines ~= "none" then
        sheet.page:line(left, top, right, top, o.lines)
        sheet.page:line(left, bottom, right, bottom, o.lines)
        sheet.page:line(left, top, left, bottom, o.lines)
        sheet.page:line(right, top, right, bottom, o.lines)
      end
      local lines = from == cell.row and wrapped(cell.text, right - left - 6, o.size) or {}
      local y = top + math.max(2, (bottom - top - #lines * (o.size + 2)) / 2)
      for i, line in ipairs(lines) do
        sheet.page:text(line, left + (right - left - length_of(line, o.size)) / 2, y + (i - 1) * (o.size + 2), o.size)
      end
    end
  end
  sheet.y = tops[last + 1]
end

function Sheet:table(block)
  local o = self.options
  local edges = edges_of(block, o)
  local heights, first = heights_of(block, edges, o), 1
  while first <= block.rows do
    local last, y = first, self.y + heights[first]
    while last < block.rows and y + heights[last + 1] <= o.height - o.margin do
      last = last + 1
      y = y + heights[last]
    end
    if y > o.height - o.margin and self.y > o.margin then
      self:turn()
    else
      draw_rows(self, block, edges, heights, first, last)
      first = last + 1
      if first <= block.rows then self:turn() end
    end
  end
  self.y = self.y + o.pitch
end

local usual = {width = 595, height = 842, margin = 72, size = 10.5, pitch = 18, lines = "stroke"}

--- The pages that show what a document shows: its paragraphs and tables.
-- @param options `width`, `height`, `margin`, `size` of the letters, `pitch` of the lines in points; `lines` of tables:
-- "stroke", "fill", "none"; `head` of each page, `number` (a format)
function pdf.pages(document, options)
  local own = setmetatable(options or {}, {__index = usual})
  local sheet = new_sheet(own)
  for block in document:blocks() do
    if block.kind == "paragraph" then sheet:paragraph(block.text)
    elseif block.kind == "table" then sheet:table(block) end
  end
  sheet:turn()
  return sheet.pages
end

--- A file of these pages.
function pdf.of(document, options) return pdf.file(pdf.pages(document, options), options) end

return pdf
