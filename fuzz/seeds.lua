--- Writes what the fuzz targets begin with, small and of our own making: `lua5.4 fuzz/seeds.lua FOLDER` makes a folder
-- for each target in it.

local package = require "spec.support.package"

local folder = ...

-- A page in pieces of a size: what stands across two pieces stands in the one between them, too.
local function pieces_of(path, size)
  local file <close> = assert(io.open(path, "rb"))
  local text, pieces = file:read "a", {}
  for at = 1, #text, size // 2 do pieces[#pieces + 1] = text:sub(at, at + size - 1) end
  return pieces
end

local grid = "<table><caption>表</caption><thead><tr><th rowspan=2>名<th colspan=2>数</thead><tbody><tr><td>甲<td>乙"
  .. "<tr><td>x<td>1<td>2</tbody><tfoot><tr><td>计<td>1<td>2</tfoot></table>"

local html = {
  "<!DOCTYPE html><html><head><meta charset=gb2312><title>\xBD\xF1\xC4\xEA</title></head><body><p>\xBD\xF1\xC4\xEA12",
  grid, "<table><tr><td>" .. grid .. "a</td><td rowspan=0>b</table>", "<p>1<br>2<del>3</del><input value=4><img src=x>",
  "<style>.a,#b{display:none} td.c{visibility:hidden}</style><div class=a>隐 12</div><p id=b>见<table><tr><td class=c>3",
  "<!-- a --><script>if (a < b) \"</p>\"</script><pre>\n a\r\nb</pre><textarea>5</textarea>&nbsp;&#20214;&#x4EF6;&amp",
  "<div hidden><table><tr><td>1</table></div><section><article><h1>题</h1></article></section><template>9</template>",
}

local text = {
  "一、概述\n\n今年收到12件，\n其中3件。\n\n（一）公开\n1　2　３\n", "# 题\n\n| 名 | 数 |\n| --- | :-: |\n| 甲 | 1\\|2 |\n",
  "名\t数\n甲\t1\n乙\t2\n", "\xEF\xBB\xBF题\r\n\r\n\f第1页\r\n", "\xFF\xFE\x98\x98\n\0001\0", "\xBD\xF1\xC4\xEA12\xBC\xFE\n",
  "<table><tr><td>1</table>\n\ntext <br> **b**\n", "│名│数│\n├─┼─┤\n│甲│ 1│\n",
}

local encodings = {}
for i, bytes in ipairs(text) do encodings[i] = string.char(i - 1) .. bytes end

-- The parts of a document as the target takes them, with short names in place of long ones.
local function parts(body, numbering, styles)
  local whole = ("<document>%s</document>\0<numbering>%s</numbering>\0<styles>%s</styles>")
    :format(body, numbering or "", styles or "")
  return (whole:gsub("w:", ""))
end

local list = '<abstractNum abstractNumId="7"><lvl ilvl="0"><start val="1"/><numFmt val="chineseCounting"/>'
  .. '<lvlText val="%1、"/></lvl><lvl ilvl="1"><numFmt val="lowerRoman"/><lvlText val="%1.%2"/></lvl></abstractNum>'
  .. '<num numId="2"><abstractNumId val="7"/><lvlOverride ilvl="1"><startOverride val="5"/></lvlOverride></num>'
local styles = '<style styleId="a"><pPr><numPr><numId val="2"/></numPr></pPr></style>'
  .. '<style styleId="b"><basedOn val="a"/></style>'
local numbered = '<pPr><numPr><ilvl val="%d"/><numId val="2"/></numPr></pPr>'

local word = {
  parts(package.p "一" .. package.tbl{{"a", {"b", '<gridSpan val="2"/>'}}, {{"c", '<vMerge val="restart"/>'}, "d", "e"},
                                      {{"", "<vMerge/>"}, "f", ""}}),
  parts(package.p("甲", numbered:format(0)) .. package.p("乙", numbered:format(1)), list),
  parts(package.p("甲", '<pPr><pStyle val="b"/></pPr>'), list, styles),
  parts "<p><ins><r><t>新</t><br/><tab/></r></ins><del><r><delText>旧</delText></r></del></p>",
  parts "<tbl><tr><trPr><del/></trPr><tc><p/></tc></tr><tr><trPr><gridBefore val='2'/></trPr><tc><p/></tc></tr></tbl>",
  parts "<p><r><rPr><vanish/></rPr><t>隐</t></r><AlternateContent><Fallback/></AlternateContent></p>",
  parts "<p><r><drawing><txbxContent><p><r><t>框</t></r></p></txbxContent></drawing></r></p>",
  parts '<p><r><t>a</t><footnoteReference id="2"/></r></p>'
    .. '\0<footnotes><footnote id="2"><p><r><t>注</t></r></p></footnote></footnotes>',
  parts "<sdt><sdtPr/><sdtContent><p><ruby><rt/><rubyBase/></ruby></p></sdtContent></sdt>",
}

-- Where comments stand and what is changed, in front of a document; see the target.
local annotated = {}
for i, body in ipairs{
  package.p "一二三四" .. package.tbl{{"甲", "12"}, {"乙", "345"}}, package.p "12 a" .. "<w:p/>" .. package.p "b",
  '<w:p><w:ins w:id="1" w:author="a"><w:r><w:t>12</w:t></w:r></w:ins><w:del><w:r><w:delText>3</w:delText></w:r></w:del>'
    .. "</w:p>",
  '<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">1 </w:t><w:tab/><w:t>2&amp;3</w:t></w:r><w:r><w:br/></w:r>'
    .. "</w:p>",
  "<w:p><w:r><w:drawing><w:txbxContent>" .. package.p "12" .. "</w:txbxContent></w:drawing></w:r></w:p>",
} do
  annotated[i] = "\0\3\1\2\1\2\1\4\3\9\2\2" .. package.document(body)
end

local relations = '<x><Relationship Type="/officeDocument" Target="word/document.xml"/></x>'
local archives = {
  package.file(package.p "x"), package.zip{{"_rels/.rels", relations}, {"word/document.xml", "<x/>"}},
  package.file(package.p "x", {package.part("numbering", ""), package.part("styles", "")}),
  package.zip({{"word/", ""}, {"word/document.xml", "<x/>", flags = 1}}, "comment"),
}

-- Words and lines of a page as the target takes them: what, which word, left, top, width, height.
local function records(own)
  local pieces = {}
  for i, record in ipairs(own) do
    pieces[i] = (">BBi2i2i2i2"):pack(record[1], record[2], record[3], record[4], record[5] or 0, record[6] or 0)
  end
  return table.concat(pieces)
end

-- A table with lines around its cells, one without, a paragraph, numbers of pages.
local function grid_of(columns, rows, is_drawn)
  local own = {}
  for row = 0, rows - 1 do
    for column = 0, columns - 1 do
      own[#own + 1] = {8, column == 0 and 1 or 2, 1000 + 2000 * column, 2000 + 500 * row}
      if is_drawn then
        own[#own + 1] = {2, 0, 900 + 2000 * column, 1950 + 500 * row, 8000, 0}
        own[#own + 1] = {4, 0, 900 + 2000 * column, 1950 + 500 * row, 0, 2000}
      end
    end
  end
  return records(own)
end

local page_end = records{{8, 9, 7000, 20000}, {0, 0, 0, 0, 15000, 21000}, {8, 10, 7000, 300}}
local lines = records{{8, 15, 1000, 1000}, {8, 15, 1000, 1400}, {8, 6, 1000, 1800}}
local boxes = {
  grid_of(4, 5, true), grid_of(6, 6, false), lines .. grid_of(3, 3, true) .. page_end .. grid_of(3, 3, true),
  lines .. page_end .. lines .. page_end .. records{{1, 0, 0, 0}},
  records{{8, 7, 1000, 1000}, {8, 8, 1400, 1000}, {8, 7, 1000, 1500}, {8, 8, 1000, 1900},
          {6, 4, -100, 1, 30000, 30000}},
}

local function write(name, list_of_bytes)
  assert(os.execute("mkdir -p '" .. folder .. "/" .. name .. "'"))
  for i, bytes in ipairs(list_of_bytes) do
    local file <close> = assert(io.open(("%s/%s/%02d"):format(folder, name, i), "wb"))
    file:write(bytes)
  end
end

table.move(pieces_of("examples/report-2021.html", 2000), 1, 8, #html + 1, html)
table.move(pieces_of("examples/report.txt", 1000), 1, 8, #text + 1, text)
write("html", html)
write("text", text)
write("encodings", encodings)
write("word", word)
write("annotate", annotated)
write("package", archives)
write("boxes", boxes)
