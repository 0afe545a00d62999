--- The layouts of generated documents: pages, texts and Word files whose markup differs. A list of entries
-- `{name, kind, ending, paragraphs, separator, blank, template}` and `encoding`, `encode`, `escapes`, `wrap` where the
-- layout has them: formats of paragraphs and what stands between them, how a blank cell is printed, a function that
-- writes the text of a form with slots, how texts are encoded and escaped, what makes the file of the text.
--
-- A layout is made with a line below; spec/project/corpus_spec.lua holds that all of them are read.

local gb18030 = require "bench.gb18030"
local markup = require "bench.markup"
local placed_tables = require "spec.support.placed_tables"
local sites = require "bench.sites"
local text_surfaces = require "spec.support.text_surfaces"
local word_package = require "govreport.render.word_package"

local layouts = {}

local escapes = {["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;"}
local numerals = {"一", "二", "三", "四", "五", "六"}

-- ---- pages --------------------------------------------------------------------------------------

-- How paragraphs are written, by what they are: formats.
local plain = {title = "<h1>%s</h1>", heading = "<h2>%s</h2>", prose = "<p>%s</p>"}
local strong = {title = '<p align="center"><strong>%s</strong></p>', heading = "<p><strong>%s</strong></p>",
                prose = "<p>　　%s</p>"}
local styled = {title = '<p style="text-align: center;"><span style="font-size: 22pt;">%s</span></p>',
                heading = '<p style="text-indent: 2em;"><span style="font-family: 黑体;">%s</span></p>',
                prose = '<p style="text-indent: 2em; line-height: 2;"><span style="font-size: 16pt;">%s</span></p>'}
local office = {
  title = "<p class=MsoNormal align=center><b><span style='font-size:22.0pt'>%s</span></b></p>",
  heading = "<p class=MsoNormal style='text-indent:32.0pt'><span style='font-family:黑体'>%s<o:p></o:p></span></p>",
  prose = "<p class=MsoNormal style='text-indent:32.0pt'><span style='font-family:仿宋'>%s<o:p></o:p></span></p>"}
local broken = {title = "<center><b>%s</b></center>", heading = "<br>\n<b>%s</b><br>", prose = "　　%s<br>"}
local divided = {title = '<div class="tit">%s</div>', heading = '<div class="h">%s</div>', prose = "<div>%s</div>"}
local capitals = {title = '<P ALIGN="center"><FONT SIZE="5">%s</FONT></P>', heading = "<P><B>%s</B></P>",
                  prose = "<P>%s</P>"}

local function width_of(c) return (' width="%d"'):format(60 * c.colspan) end
local function styled_width(c)
  return (' style="border: 1px solid #000; padding: 0 7px; width: %dpx;"'):format(61 * c.colspan)
end
local function aligned(c) return c.kind == "value" and ' align="center" valign="middle"' or ' align="left"' end
local function classed(c) return (' class="%s"'):format(c.kind) end
local function office_cell(c)
  return (" width=%d valign=top style='width:%.1fpt;border:solid windowtext 1.0pt;padding:0cm 5.4pt'"):format(
    72 * c.colspan, 53.95 * c.colspan)
end

local office_inner = "<p class=MsoNormal align=center><span lang=EN-US style='font-size:9.0pt'>%s<o:p></o:p></span></p>"

-- name, site, paragraphs, style of the tables, how a blank cell is printed, whether table two is one table for each of
-- its blocks; `encoding`.
local pages = {
  {"plain", "bare", plain, {}, ""},
  {"plain, blocks apart", "bare", strong, {}, "&nbsp;", true},
  {"fragment", "fragment", plain, {all_spans = true}, ""},
  {"fragment, unclosed", "fragment", broken, {unclosed = true, upper = true}, "&nbsp;"},
  {"portal", "portal", styled,
   {cell = styled_width, open = '<table style="border-collapse: collapse; width: 100%">'}, "&nbsp;"},
  {"portal, paragraphs in cells", "portal", styled,
   {cell = styled_width, inner = '<p align="center"><span style="font-size: 9pt;">%s</span></p>'}, "<br />"},
  {"portal, blocks apart", "portal", strong, {cell = width_of, row = ' height="30"'}, "—", true},
  {"portal, columns", "portal", styled,
   {columns = true, all_spans = true, row = ' style="height: 21.0pt;"'}, ""},
  {"portal, head", "portal", plain,
   {head = true, open = '<div class="scroll"><table class="data">', close = "</table></div>"}, "/"},
  {"portal, lines", "portal", strong, {newlines = true, cell = aligned, open = "<table width=100% border=1>"}, ""},
  {"portal, GB18030", "portal", styled, {cell = styled_width}, "&nbsp;", false, "GB18030"},
  {"old site", "tables", broken,
   {cell = aligned, open = '<table border="1" cellspacing="0" bordercolor="#000000">'}, "&nbsp;"},
  {"old site, capitals", "tables", capitals, {upper = true, all_spans = true}, ""},
  {"old site, blocks apart", "tables", strong, {cell = width_of}, "-", true},
  {"old site, fonts", "tables", capitals, {inner = '<font size="2" face="宋体">%s</font>', cell = width_of}, "&nbsp;"},
  {"old site, GB18030", "tables", broken, {cell = aligned, row = ' height="25"'}, "", false, "GB18030"},
  {"old site, unclosed, GB18030", "tables", capitals,
   {upper = true, unclosed = true, quote = ""}, "&nbsp;", false, "GB18030"},
  {"catalogue", "catalogue", plain, {cell = classed}, ""},
  {"catalogue, divided", "catalogue", divided, {inner = "<div>%s</div>", all_spans = true}, "&nbsp;"},
  {"catalogue, head, blocks apart", "catalogue", strong, {head = true, row = ' class="r"'}, "", true},
  {"catalogue, GB18030", "catalogue", strong, {inner = "<p>%s</p>", columns = true}, "—", false, "GB18030"},
  {"mobile", "mobile", divided,
   {inner = "<section>%s</section>", open = "<section><table>", close = "</table></section>"}, ""},
  {"mobile, spans in cells", "mobile", plain, {inner = "<span><span>%s</span></span>", cell = width_of}, "&nbsp;"},
  {"mobile, lines, blocks apart", "mobile", styled, {newlines = true, columns = true}, "<br>", true},
  {"sidebar", "sidebar", styled, {cell = styled_width, columns = true}, "&nbsp;"},
  {"sidebar, nested", "sidebar", strong,
   {before = '<table class="outer"><tr><td>', after = "</td></tr></table>", cell = width_of, all_spans = true}, ""},
  {"sidebar, quotes", "sidebar", plain, {quote = "'", newlines = true, inner = "<b>%s</b>"}, "——"},
  {"sidebar, labels in bold", "sidebar", styled, {label = "<strong>%s</strong>", row = " align=center"}, "", true},
  {"word processor", "office", office,
   {cell = office_cell, inner = office_inner, open = "<table class=MsoNormalTable border=1 cellspacing=0>",
    row = " style='height:21.0pt'"}, "&nbsp;"},
  {"word processor, blocks apart", "office", office, {cell = office_cell, inner = office_inner}, "", true},
  {"word processor, GB18030", "office", office,
   {cell = office_cell, inner = office_inner, before = "<div align=center>", after = "</div>"}, "&nbsp;", false,
   "GB18030"},
  {"sheet, no spans", "bare", plain, {flat = true, open = '<table class="waffle">'}, ""},
}

-- The title, and who publishes it when, in one line each, where a site names them.
local function site_text(name, slots, charset, body)
  local texts = {body = body, charset = charset, name = slots.name, agency = slots.agency, date = slots.date}
  return (sites[name]:gsub("{(%l+)}", texts))
end

local function page_template(layout, declared, model, slots)
  local lines, paragraphs = {slots.head}, layout.paragraphs
  local tables = placed_tables.of(declared, model, {}, layout.apart)
  for i, section in ipairs(declared.sections) do
    lines[#lines + 1] = paragraphs.heading:format(numerals[i] .. "、" .. section.title)
    lines[#lines + 1] = slots["section " .. section.id]
    for _, t in ipairs(tables[section.id] or {}) do lines[#lines + 1] = markup.table(t, layout.style) end
  end
  lines[#lines + 1] = slots.tail
  local charset = layout.encoding and layout.encoding:lower() or "utf-8"
  return site_text(layout.site, slots, charset, table.concat(lines, "\n"))
end

local function add_page(name, site, paragraphs, style, blank, apart, encoding)
  local ending = (encoding and encoding:lower() .. "." or "") .. "html"
  layouts[#layouts + 1] = {
    name = name, kind = "page", ending = ending, site = site, paragraphs = paragraphs, style = style, blank = blank,
    apart = apart, encoding = encoding, encode = encoding and gb18030.encode, template = page_template,
    separator = "\n", escapes = escapes}
end

-- ---- texts --------------------------------------------------------------------------------------

-- Of a text in columns the places depend on the numbers: it has no template.
local without_template = {["pdftotext -layout"] = true}

local function text_template(layout, declared, model, slots)
  local texts = {}
  for _, section in ipairs(declared.sections) do texts[section.id] = slots["section " .. section.id] end
  local lines = text_surfaces.lines(layout.surface, declared, {cells = model.cells, texts = texts},
                                    {head = {slots.head}, tail = {slots.tail}})
  return (text_surfaces.text(lines))
end

local bare = {title = "%s", heading = "%s", prose = "%s"}

local function add_text(surface)
  layouts[#layouts + 1] = {
    name = surface.name, kind = "text", ending = surface.name:find "^Markdown" and "md" or "txt", surface = surface,
    paragraphs = bare, blank = surface.blank and "" or "—", template = text_template,
    separator = surface.close and "\n" or "\n\n"}
end

-- ---- Word files ---------------------------------------------------------------------------------

local word = {}

-- The body of a Word file, whose paragraphs are put in as they are.
local function word_template(layout, declared, model, slots)
  local pieces = {slots.head}
  local tables = placed_tables.of(declared, model, {}, layout.apart)
  for i, section in ipairs(declared.sections) do
    pieces[#pieces + 1] = word.paragraph("Heading1", numerals[i] .. "、" .. section.title)
    pieces[#pieces + 1] = slots["section " .. section.id]
    for _, t in ipairs(tables[section.id] or {}) do pieces[#pieces + 1] = word.table(t) end
  end
  pieces[#pieces + 1] = slots.tail
  return table.concat(pieces)
end

-- A paragraph as Word writes it; a text here has nothing that XML would need escaped.
function word.paragraph(style, text)
  return ('<w:p><w:pPr><w:pStyle w:val="%s"/></w:pPr><w:r><w:t xml:space="preserve">%s</w:t></w:r></w:p>'):format(
    style, text)
end

local function word_cell(c, merge)
  local across = c.colspan > 1 and ('<w:gridSpan w:val="%d"/>'):format(c.colspan) or ""
  local down = merge and ('<w:vMerge w:val="%s"/>'):format(merge) or ""
  return ('<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>%s%s</w:tcPr>%s</w:tc>'):format(
    700 * c.colspan, across, down, word.paragraph("TableText", merge == "continue" and "" or c.text))
end

-- A table: what reaches down from a row above is there again as a cell that goes on.
function word.table(t)
  local open, rows = {}, {}
  for y, row in ipairs(t.rows) do
    for _, c in ipairs(row) do open[c.col] = {cell = c, first = y, last = y + c.rowspan - 1} end
    local cells = {}
    for x = 0, t.width - 1 do
      local own = open[x]
      if own and own.last >= y then
        local merge = own.last > own.first and (own.first == y and "restart" or "continue") or nil
        cells[#cells + 1] = word_cell(own.cell, merge)
      end
    end
    rows[y] = "<w:tr>" .. table.concat(cells) .. "</w:tr>"
  end
  return '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>' .. ("<w:gridCol/>"):rep(t.width)
    .. "</w:tblGrid>" .. table.concat(rows) .. '</w:tbl><w:p/>'
end

local word_paragraphs = {title = word.paragraph("Title", "%s"), heading = word.paragraph("Heading1", "%s"),
                         prose = word.paragraph("BodyText", "%s")}

local function add_word(name, blank, apart)
  layouts[#layouts + 1] = {
    name = name, kind = "word", ending = "docx", paragraphs = word_paragraphs, blank = blank, apart = apart,
    template = word_template, separator = "", escapes = escapes,
    wrap = function(body, title) return assert(word_package.write(body, title)) end}
end

for _, page in ipairs(pages) do add_page(table.unpack(page, 1, 7)) end
for _, surface in ipairs(text_surfaces.list) do
  if not without_template[surface.name] then add_text(surface) end
end
add_word("Word file", "")
add_word("Word file, blocks apart", "—", true)
return layouts
