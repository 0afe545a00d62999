--- Word documents: what is seen of them, and what is refused: govreport.docx.

local core = require "govreport.core"
local package = require "spec.support.package"

local is_there, docx = pcall(require, "govreport.docx")
if not is_there then
  describe("govreport.docx", function() pending "the module is not built" end)
  return
end

local p, tbl = package.p, package.tbl

local function text_of(body, others) return assert(docx.open(package.file(body, others))):text() end

-- The document that the core makes of it.
local function document_of(body, others)
  local file = assert(docx.open(package.file(body, others)))
  return assert(core.parse(file:text(), {reader = file:reader(), owner = file})), file
end

local function run(text, properties) return ("<w:r>%s%s</w:r>"):format(properties or "", text) end
local function t(text) return "<w:t>" .. text .. "</w:t>" end

describe("the text of a document", function()
  for _, case in ipairs{
    {"has a line for each paragraph", p "一" .. p "二", "一\n二\n"},
    {"joins runs", "<w:p>" .. run(t "20") .. run(t "24") .. run(t "年") .. "</w:p>", "2024年\n"},
    {"has references resolved", p "a < b & c", "a < b & c\n"},
    {"keeps spaces", "<w:p>" .. run '<w:t xml:space="preserve"> a </w:t>' .. "</w:p>", " a \n"},
    {"breaks lines", "<w:p>" .. run(t "a" .. "<w:br/>" .. t "b") .. "</w:p>", "a\nb\n"},
    {"has tabs as spaces, but for stops", '<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>'
     .. run(t "a" .. "<w:tab/>" .. t "b") .. "</w:p>", "a b\n"},
    {"has hyphens that do not break", "<w:p>" .. run(t "a" .. "<w:noBreakHyphen/>" .. t "b") .. "</w:p>", "a-b\n"},
    {"has insertions and no deletions", "<w:p><w:ins>" .. run(t "新") .. "</w:ins><w:del>"
     .. run "<w:delText>旧</w:delText>" .. "</w:del><w:moveFrom>" .. run(t "走") .. "</w:moveFrom></w:p>",
     "新\ndocx:changes\topen\n"},
    {"has no codes of fields", "<w:p>" .. run '<w:fldChar w:fldCharType="begin"/>'
     .. run "<w:instrText>PAGE</w:instrText>" .. run '<w:fldChar w:fldCharType="separate"/>' .. run(t "3")
     .. run '<w:fldChar w:fldCharType="end"/>' .. "</w:p>", "3\n"},
    {"has what content controls and links hold", "<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>" .. p "甲"
     .. "</w:sdtContent></w:sdt><w:p><w:hyperlink>" .. run(t "乙") .. "</w:hyperlink></w:p>", "甲\n乙\n"},
    {"has a text box once", "<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>" .. p "框"
     .. "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>" .. p "框"
     .. "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>", "框\n\n"},
    {"has the words below readings", "<w:p><w:ruby><w:rt>" .. run(t "shù") .. "</w:rt><w:rubyBase>" .. run(t "数")
     .. "</w:rubyBase></w:ruby></w:p>", "数\n"},
    {"has properties as they are, not as they were",
     "<w:p>" .. run(t "12", "<w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr>") .. "</w:p>",
     "12\n"},
    {"has no row that is deleted",
     "<w:tbl><w:tr><w:tc>" .. p "a" .. "</w:tc></w:tr><w:tr><w:trPr><w:del/></w:trPr><w:tc>" .. p ""
     .. "</w:tc></w:tr><w:tr><w:trPr><w:ins/></w:trPr><w:tc>" .. p "b" .. "</w:tc></w:tr></w:tbl>",
     "a\t\nb\t\ndocx:changes\topen\n"},
    {"has a line for each row", tbl{{"a", "b"}, {"c", ""}}, "a\tb\t\nc\t\t\n"},
    {"has paragraphs of a cell apart", "<w:tbl><w:tr><w:tc>" .. p "a" .. p "b" .. "</w:tc></w:tr></w:tbl>", "a b\t\n"},
  } do
    it(case[1], function() assert.equal(case[3], text_of(case[2])) end)
  end

  -- A package that says which part is the document.
  local function related(target, name, type)
    local relations = ('<Relationships><Relationship Type="http://x/%s" Target="%s"/></Relationships>')
      :format(type or "officeDocument", target)
    return package.zip{{"_rels/.rels", relations}, {name, package.document(p "x")}}
  end

  it("is that of the part that the package names", function()
    assert.equal("x\n", assert(docx.open(related("word/document2.xml", "word/document2.xml"))):text())
    assert.equal("x\n", assert(docx.open(related("/d.xml", "d.xml"))):text())
    assert.equal("x\n", assert(docx.open(related("y.xml", "word/document.xml", "thumbnail"))):text())
    assert.equal("docx.no_part", select(2, docx.open(related("gone.xml", "word/document.xml"))))
    assert.equal("docx.no_part", select(2, docx.open(related(("x"):rep(300), "x"))))
  end)

  it("may be in UTF-16", function()
    local body = package.document(p "件"):gsub('"UTF%-8"', '"UTF-16"')
    local wide = "\xFF\xFE"
    for _, code in utf8.codes(body) do wide = wide .. ("<I2"):pack(code) end
    local file = assert(docx.open(package.zip{{"word/document.xml", wide}}))
    assert.equal("件\n", file:text())
  end)
end)

describe("the numbers in front of paragraphs", function()
  local function list(levels)
    local pieces = {}
    for i, level in ipairs(levels) do
      pieces[i] = ('<w:lvl w:ilvl="%d"><w:start w:val="%d"/><w:numFmt w:val="%s"/><w:lvlText w:val="%s"/></w:lvl>')
        :format(i - 1, level[3] or 1, level[1], level[2])
    end
    return package.part("numbering", '<w:abstractNum w:abstractNumId="7">' .. table.concat(pieces) .. "</w:abstractNum>"
      .. '<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="7"/>'
      .. '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>')
  end

  local function numbered(text, level, id)
    local properties = '<w:pPr><w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr></w:pPr>'
    return p(text, properties:format(level, id or 2))
  end

  it("count by levels", function()
    local parts = {list{{"chineseCounting", "%1、"}, {"chineseCounting", "（%2）"}, {"decimal", "%3."}}}
    assert.equal("一、甲\n（一）乙\n1.丙\n2.丁\n（二）戊\n1.己\n二、庚\n（一）辛\n", text_of(
      numbered("甲", 0) .. numbered("乙", 1) .. numbered("丙", 2) .. numbered("丁", 2) .. numbered("戊", 1)
      .. numbered("己", 2) .. numbered("庚", 0) .. numbered("辛", 1), parts))
  end)

  it("name those above, begin where they are told, and begin anew in a list that says so", function()
    local parts = {list{{"decimal", "%1.", 3}, {"decimal", "%1.%2"}}}
    assert.equal("3.a\n3.1b\n4.c\n1.d\n5.e\n",
                 text_of(numbered("a", 0) .. numbered("b", 1) .. numbered("c", 0) .. numbered("d", 0, 3)
                         .. numbered("e", 0), parts))
  end)

  for _, case in ipairs{
    {"chineseCountingThousand", 105, "一百零五"}, {"chineseCounting", 10, "十"}, {"chineseCounting", 12, "十二"},
    {"chineseCounting", 20, "二十"}, {"chineseCountingThousand", 1010, "一千零一十"}, {"lowerLetter", 28, "bb"},
    {"upperLetter", 3, "C"}, {"lowerRoman", 4, "iv"}, {"upperRoman", 1994, "MCMXCIV"},
    {"decimalEnclosedCircle", 2, "②"}, {"decimalEnclosedCircle", 21, "21"}, {"ordinal", 7, "7"}, {"decimal", 0, "0"},
  } do
    it(("are %d in %s as %s"):format(case[2], case[1], case[3]), function()
      assert.equal(case[3] .. "x\n", text_of(numbered("x", 0), {list{{case[1], "%1", case[2]}}}))
    end)
  end

  it("may come from a style, and from one that it is based on", function()
    local styles = package.part("styles", '<w:style w:styleId="a"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr>'
      .. '</w:pPr></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>'
      .. '<w:style w:styleId="c"><w:basedOn w:val="c"/></w:style>')
    local parts = {list{{"chineseCounting", "%1、"}}, styles}
    local function styled(text, id, more)
      return p(text, '<w:pPr><w:pStyle w:val="' .. id .. '"/>' .. (more or "") .. "</w:pPr>")
    end
    assert.equal("一、甲\n二、乙\n丙\n丁\n", text_of(styled("甲", "a") .. styled("乙", "b") .. styled("丙", "c")
      .. styled("丁", "a", '<w:numPr><w:numId w:val="0"/></w:numPr>'), parts))
  end)

  it("are those of the paragraph, whatever stands in a box of it, or stood there before a change", function()
    local parts = {list{{"chineseCounting", "%1、"}}}
    local box = "<w:r><w:drawing><w:txbxContent>" .. p "框" .. "</w:txbxContent></w:drawing></w:r>"
    local numbers = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="%d"/></w:numPr>'
    assert.equal("框\n一、甲\n二、乙\n", text_of(
      "<w:p><w:pPr>" .. numbers:format(2) .. "</w:pPr>" .. box .. run(t "甲") .. "</w:p>"
      .. p("乙", "<w:pPr>" .. numbers:format(2) .. "<w:pPrChange><w:pPr>" .. numbers:format(0)
           .. "</w:pPr></w:pPrChange></w:pPr>"), parts))
  end)

  it("are those of their own list, whatever stands in a level of it", function()
    local inner = '<w:abstractNum w:abstractNumId="8"><w:numFmt w:val="upperRoman"/></w:abstractNum>'
    local parts = {package.part("numbering", '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt '
      .. 'w:val="decimal"/><w:lvlText w:val="%1."/>' .. inner:rep(3) .. "</w:lvl></w:abstractNum>"
      .. '<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>')}
    assert.equal("1.x\n", text_of(numbered("x", 0), parts))
  end)

  it("are cut between characters where they are too long", function()
    local text = text_of(numbered("x", 0), {list{{"chineseCounting", ("%1"):rep(9) .. ("、"):rep(15), 9999}}})
    assert.equal(("九千九百九十九"):rep(9) .. "、、x\n", text)
  end)

  it("are those of the first of two lists, or styles, of one id, in whatever order the ids stand", function()
    local function num(id, kind)
      return ('<w:num w:numId="%d"><w:abstractNumId w:val="%d"/></w:num>'):format(id, kind)
    end
    local kinds = {}
    for i, text in ipairs{"a", "b", "c"} do
      kinds[i] = ('<w:abstractNum w:abstractNumId="%d"><w:lvl w:ilvl="0"><w:lvlText w:val="%s"/></w:lvl>'
        .. '</w:abstractNum>'):format(i, text)
    end
    local function style(id, number)
      return ('<w:style w:styleId="%s"><w:numPr><w:numId w:val="%d"/></w:numPr></w:style>'):format(id, number)
    end
    local parts = {package.part("numbering", table.concat(kinds) .. num(9, 1) .. num(2, 2) .. num(5, 3) .. num(2, 3)),
                   package.part("styles", style("z", 5) .. style("m", 9) .. style("z", 2) .. style("k", 2))}
    local function styled(id) return p("x", '<w:pPr><w:pStyle w:val="' .. id .. '"/></w:pPr>') end
    assert.equal("bx\ncx\nax\ncx\nax\nbx\nx\n", text_of(
      numbered("x", 0, 2) .. numbered("x", 0, 5) .. numbered("x", 0, 9) .. styled "z" .. styled "m" .. styled "k"
      .. styled "l", parts))
  end)

  it("are bullets", function()
    assert.equal("•x\n", text_of(numbered("x", 0), {list{{"bullet", "\u{F0B7}"}}}))
  end)
end)

describe("the document that the core makes of it", function()
  it("has its paragraphs and tables, with spans", function()
    local restart, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    local document = document_of(p "题" .. tbl{
      {{"名", restart}, {"数", '<w:gridSpan w:val="2"/>'}}, {{"", goes_on}, "甲", "乙"}, {"x", "1", "2"}} .. p "尾")
    assert.equal("docx", document.format)
    local kinds, cells = {}, {}
    for block in document:blocks() do
      kinds[#kinds + 1] = block.kind
      for _, cell in ipairs(block.kind == "table" and block.cells or {}) do
        cells[#cells + 1] = ("%s %d.%d %dx%d"):format(cell.text, cell.row, cell.col, cell.row_span, cell.col_span)
      end
    end
    assert.same({"paragraph", "table", "paragraph"}, kinds)
    assert.same({"名 1.1 2x1", "数 1.2 1x2", "甲 2.2 1x1", "乙 2.3 1x1", "x 3.1 1x1", "1 3.2 1x1", "2 3.3 1x1"}, cells)
  end)

  it("reads what Word hides as hidden, and sees pictures", function()
    local document = document_of("<w:p>" .. run(t "见") .. run(t "隐 12", "<w:rPr><w:vanish/></w:rPr>")
      .. run(t "现", '<w:rPr><w:vanish w:val="0"/></w:rPr>') .. "</w:p>" .. tbl{{"a", "b"}, {"c", "d"}}
      .. "<w:p><w:r><w:drawing/></w:r></w:p>")
    assert.equal("见现", document.tape:match "^[^\n]*")
    assert.is_true(document.hidden_start <= #document.tape)
  end)

  it("sets aside what stands in a cell that is part of the one above it", function()
    local document = document_of(tbl{{{"名", '<w:vMerge w:val="restart"/>'}, "1"}, {{"77", "<w:vMerge/>"}, "2"}})
    local shown = document.tape:sub(1, document.hidden_start - 1)
    assert.is_nil(shown:find "77")
    assert.matches("77", document.tape:sub(document.hidden_start), 1, true)
  end)

  it("knows the paragraph or the cell of each place, and its bytes in the part", function()
    local body = p "题" .. p "" .. tbl{{{"宽", '<w:gridSpan w:val="2"/>'}, "a"}, {"b", "c", "&1"}} .. p "尾"
    local document, part = document_of(body), package.document(body)
    for word, place in pairs{["题"] = {1}, ["宽"] = {nil, 1, 1, 1}, a = {nil, 1, 1, 3}, b = {nil, 1, 2, 1},
                             ["1"] = {nil, 1, 2, 3}, ["尾"] = {2}} do
      local start, stop = document.text:find(word, 1, true)
      local spot = document:spot(start, stop)
      assert.same({place[1], place[2], place[3], place[4]}, {spot.paragraph, spot.table, spot.row, spot.column})
      assert.equal("word/document.xml", spot.part)
      assert.equal(word, part:sub(spot.byte, spot.byte_end))
    end
    assert.is_nil(core.parse("a"):spot(1, 1))
    assert.error_matches(function() document:spot(3, 1) end, "3 to 1 is no place")
  end)

  it("goes back to the paragraph behind a text box in it", function()
    local document = document_of(p "a" .. "<w:p>" .. run("<w:txbxContent>" .. p "框" .. "</w:txbxContent>")
                                 .. run(t "尾") .. "</w:p>")
    local start, stop = document.text:find("尾", 1, true)
    assert.equal(2, document:spot(start, stop).paragraph)
  end)

  -- The facts of a document, and the lines of its paragraphs.
  local function facts_of(body, others)
    local facts, lines = {}, {}
    local document = document_of(body, others)
    for block in document:blocks() do
      if block.kind == "paragraph" then lines[#lines + 1] = block.text end
      if block.kind == "meta" then facts[#facts + 1] = (block.text:gsub("%c", "=")) end
    end
    return facts, lines, document
  end

  it("has the text as it is, whatever it begins with", function()
    for _, start in ipairs{"\u{FEFF}", "%PDF-1.4", "GIF89a", "{\\rtf"} do
      local document = document_of(p(start .. "一二12") .. p "三")
      assert.equal(start .. "一二12\n三\n", document.text)
      local _, stop = document.tape:find("一二12", 1, true)
      assert.equal("12", document:source(stop - 1, stop + 1))
    end
  end)

  it("tells of changes that are open", function()
    local function has(body) return facts_of(body)[1] == "docx:changes=open" end
    assert.is_false(has(p "a"))
    assert.is_true(has("<w:p><w:ins>" .. run(t "a") .. "</w:ins></w:p>"))
    assert.is_true(has("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" .. run(t "a") .. "</w:p>"))
  end)

  it("may have a header, a footer and notes with nothing in them", function()
    local relations = package.relations{{"header", "up.xml"}, {"footer", "down.xml"}}
    local facts, lines = facts_of("<w:p>" .. run(t "甲") .. '<w:r><w:footnoteReference w:id="1"/></w:r></w:p>', {
      {"word/_rels/document.xml.rels", relations},
      {"word/up.xml", "<hdr><p/></hdr>"}, {"word/down.xml", "<ftr><p/></ftr>"},
      package.part("footnotes", '<w:footnote w:id="1"><w:p/></w:footnote>')})
    assert.same({{}, {"甲"}}, {facts, lines})
  end)

  it("has its core properties, headers and footers as facts", function()
    local facts = facts_of(p "a", {
      {"_rels/.rels", package.relations{{"core-properties", "docProps/core.xml"},
                                        {"officeDocument", "word/document.xml"}}},
      {"docProps/core.xml", '<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="urn:dc">'
       .. "<dc:title>报告&amp;附件\n一</dc:title>"
       .. "<dc:creator/><cp:revision>3</cp:revision></cp:coreProperties>"},
      {"word/_rels/document.xml.rels", package.relations{{"header", "up.xml"}, {"footer", "/word/down.xml"},
                                                         {"header", "gone.xml"}, {"footer", "a/b.xml", "External"}}},
      package.part("up", p "某局文件"), package.part("down", p "- 1 -"),
    })
    assert.same({"dc:title=报告&附件 一", "docx:header=某局文件", "docx:footer=- 1 -"}, facts)
  end)

  it("has a note behind the paragraph or the table that refers to it, once", function()
    local function refer(kind, id) return run(('<w:%sReference w:id="%d"/>'):format(kind, id)) end
    local notes = '<w:footnote w:id="-1" w:type="separator">' .. p "线" .. '</w:footnote><w:footnote w:id="2">'
                  .. p "二注" .. p "又" .. '</w:footnote><w:footnote w:id="1"><w:p>' .. run(t "一") .. "<w:del>"
                  .. run "<w:delText>删</w:delText>" .. "</w:del>" .. run(t "注") .. "</w:p></w:footnote>"
    local _, lines, document = facts_of(
      "<w:p>" .. run(t "甲") .. refer("footnote", 1) .. run(t "尾") .. "</w:p>" .. "<w:tbl><w:tr><w:tc><w:p>"
      .. run(t "格") .. refer("footnote", 2) .. "</w:p></w:tc></w:tr></w:tbl>"
      .. "<w:p>" .. run(t "乙") .. refer("endnote", 7) .. refer("footnote", 1) .. refer("footnote", 9) .. "</w:p>",
      {package.part("footnotes", notes), package.part("endnotes", '<w:endnote w:id="7">' .. p "末" .. "</w:endnote>")})
    assert.same({"甲尾", "一注", "格", "二注", "又", "乙", "末"}, lines)
    local start, stop = document.text:find("二注", 1, true)
    assert.equal("word/footnotes.xml", document:spot(start, stop).part)
  end)

  it("keeps what it was read from", function()
    local document = document_of(p "a")
    collectgarbage()
    collectgarbage()
    assert.equal("a\n", document.text)
  end)
end)

describe("a package", function()
  local body = package.document(p "x")

  local function many(count)
    local entries = {}
    for i = 1, count do entries[i] = {"n" .. i, ""} end
    return entries
  end
  local deep = ("<w:sdt><w:sdtContent>"):rep(200)

  for _, case in ipairs{
    {"that is cut", package.zip{{"word/document.xml", body}}:sub(1, -30), "docx.broken"},
    {"that is nothing but its mark", "PK\3\4", "docx.broken"},
    {"with a directory that is elsewhere",
     (package.zip{{"word/document.xml", body}}:gsub("(PK\5\6........)....", "%1\1\2\3\4")), "docx.broken"},
    {"with an entry that is elsewhere", package.zip{{"word/document.xml", body, offset = 100000}}, "docx.broken"},
    {"with many entries", package.zip(many(5000)), "docx.entries"},
    {"with a name that climbs", package.zip{{"word/../../x", ""}}, "docx.name"},
    {"with a name from the root", package.zip{{"/etc/x", ""}}, "docx.name"},
    {"with a name of a drive", package.zip{{"C:x", ""}}, "docx.name"},
    {"with a name that climbs backwards", package.zip{{"..\\x", ""}}, "docx.name"},
    {"with entries in each other", package.zip{{"a", ("x"):rep(100)}, {"b", "y", offset = 0}}, "docx.overlap"},
    {"with a name twice", package.zip{{"a", "x"}, {"a", "y"}}, "docx.twice"},
    {"with a size that is not right", package.zip{{"word/document.xml", body, size = #body - 1}}, "docx.checksum"},
    {"with a part that would be too large", package.zip{{"word/document.xml", body, size = 1 << 30}}, "docx.size"},
    {"with a part that is packed too well", package.zip{{"word/document.xml", "x", size = 1 << 20}}, "docx.size"},
    {"with a checksum that is not right", package.zip{{"word/document.xml", body, crc = 1}}, "docx.checksum"},
    {"that is encrypted", package.zip{{"word/document.xml", body, flags = 1}}, "docx.encrypted"},
    {"without a document", package.zip{{"xl/workbook.xml", "<x/>"}}, "docx.no_part"},
    {"that is a sheet", package.zip{
      {"_rels/.rels", '<x><Relationship Type="/officeDocument" Target="xl/workbook.xml"/></x>'},
      {"xl/workbook.xml", "<workbook/>"}}, "docx.no_part"},
    {"with a part that is no XML", package.zip{{"word/document.xml", "<document>"}}, "docx.xml"},
    {"with a document type", package.zip{{"word/document.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}},
     "docx.doctype"},
    {"with elements in each other", package.file(deep), "docx.depth"},
  } do
    it(case[1] .. " is refused", function()
      local file, code, fields = docx.open(case[2])
      assert.is_nil(file)
      assert.equal(case[3], code)
      assert.is_string(fields.part)
    end)
  end

  it("that is wrong in a part beside the document tells where", function()
    local refer = "<w:p>" .. run '<w:footnoteReference w:id="1"/>' .. "</w:p>"
    local parts = {{"word/footnotes.xml", "<a>\n<b></a>"}, {"word/numbering.xml", "<a>\n<b></a>"},
                   {"word/_rels/document.xml.rels", "<a>\n<b></a>"}}
    for _, part in ipairs(parts) do
      local file, code, where = docx.open(package.file(refer, {part}))
      assert.is_nil(file)
      assert.same({"docx.xml", {part = part[1], byte = 10}}, {code, where})
    end
  end)

  it("may have a comment behind it, and entries without content", function()
    assert.equal("x\n", assert(docx.open(package.zip({{"word/", ""}, {"word/document.xml", body}}, "comment"))):text())
  end)
end)
