--- Comments and proposed changes in Word files: govreport.docx.annotate.

local package = require "spec.support.package"
local unzip = require "spec.support.unzip"

local is_there, docx = pcall(require, "govreport.docx")
if not is_there then
  describe("govreport.docx", function() pending "the module is not built" end)
  return
end

local p, tbl = package.p, package.tbl

-- ---- short forms ----------------------------------------------------------------------------------------

-- (text) is a run, (_text) one whose spaces count.
local function expand(short)
  return (short:gsub("%(_", '<w:r><w:t xml:space="preserve">'):gsub("%(", "<w:r><w:t>"):gsub("%)", "</w:t></w:r>"))
end

-- The same of what came out; [0 and 0] are the range of the comment 0, -3 and +4 what is deleted and inserted.
local function shorten(xml)
  local short = xml:gsub(' xml:space="preserve"', "_"):gsub("w:", "")
  short = short:gsub('<commentRangeStart id="(%d+)"/>', "[%1")
  short = short:gsub('<commentRangeEnd id="(%d+)"/><r><commentReference id="(%d+)"/></r>',
                     function(id, same) return id == same and id .. "]" or nil end)
  short = short:gsub('<del id="(%d+)" author="govreport">(.-)</del>', function(id, text)
    return "-" .. id .. text:gsub("delText", "t")
  end)
  short = short:gsub('<ins id="(%d+)" author="govreport">(.-)</ins>', "+%1%2")
  return (short:gsub("<r><t(_?)>", "(%1"):gsub("</t></r>", ")"))
end

local function body_of(bytes) return unzip.part(bytes, "word/document.xml"):match "<%a*:?body>(.*)</%a*:?body>" end

-- The places of texts in the text of a file, as docx.annotate takes them: `text|rest` is the place in front of `rest`.
local function places(bytes, texts, value)
  local all, list = assert(docx.open(bytes)):text(), {}
  for i, text in ipairs(texts) do
    local before, rest = text:match "^(.-)|(.*)$"
    local wanted = before and before .. rest or text
    local start = assert(all:find(wanted, 1, true), wanted) + #(before or "")
    list[i] = {start, before and start - 1 or start + #text - 1, value or "c" .. i}
  end
  return list
end

-- A file with comments on texts and with changes; whatever is put in leaves the text as it was, a second run changes
-- nothing, and one without comments takes all of it out.
local function annotated(bytes, comments, changes)
  local on, to = places(bytes, comments), places(bytes, changes or {}, "9")
  local made, proposed = assert(docx.annotate(bytes, on, to))
  assert.equal(docx.open(bytes):text(), docx.open(made):text())
  assert.is_true(made == docx.annotate(made, on, to), "a second run changes something")
  local plain = assert(docx.annotate(made, {}, {}))
  assert.equal(docx.open(bytes):text(), docx.open(plain):text())
  assert.is_nil((body_of(plain):find "comment[RC]"), "a comment is left")
  assert.is_nil((body_of(plain):find "govreport"), "a change is left")
  return made, proposed, plain
end

-- ---- where comments stand -------------------------------------------------------------------------------

describe("a comment", function()
  for _, case in ipairs{
    {"on a run", "<w:p>(甲乙)</w:p>", {"甲乙"}, "<p>[0(甲乙)0]</p>"},
    {"within a run", "<w:p>(甲乙丙丁)</w:p>", {"乙丙"}, "<p>(甲)[0(_乙丙)0](_丁)</p>"},
    {"at the beginning and at the end", "<w:p>(甲乙丙)</w:p>", {"甲", "丙"}, "<p>[0(甲)0](_乙)[1(_丙)1]</p>"},
    {"over runs", "<w:p>(甲乙)(丙丁)</w:p>", {"乙丙"}, "<p>(甲)[0(_乙)(丙)0](_丁)</p>"},
    {"over paragraphs", "<w:p>(甲乙)</w:p><w:p>(丙)</w:p>", {"乙\n丙"}, "<p>(甲)[0(_乙)</p><p>(丙)0]</p>"},
    {"in another one", "<w:p>(甲乙丙)</w:p>", {"甲乙丙", "乙"}, "<p>[0(甲)[1(_乙)1](_丙)0]</p>"},
    {"across another one", "<w:p>(甲乙丙)</w:p>", {"甲乙", "乙丙"}, "<p>[0(甲)[1(_乙)0](_丙)1]</p>"},
    {"beside another one", "<w:p>(甲乙)</w:p>", {"甲", "乙"}, "<p>[0(甲)0][1(_乙)1]</p>"},
    {"on what another one is on", "<w:p>(甲)</w:p>", {"甲", "甲"}, "<p>[0[1(甲)0]1]</p>"},
    {"with the properties of the run", "<w:p><w:r w:rsidR=\"1\"><w:rPr><w:b/></w:rPr><w:t>甲乙</w:t></w:r></w:p>", {"乙"},
     '<p><r rsidR="1"><rPr><b/></rPr><t>甲)[0<r rsidR="1"><rPr><b/></rPr><t_>乙)0]</p>'},
    {"on a whole run whose properties are a change", "<w:p><w:r><w:rPr><w:rPrChange w:id=\"7\"/></w:rPr>"
     .. "<w:t>甲乙</w:t></w:r></w:p>", {"乙"}, '<p>[8<r><rPr><rPrChange id="7"/></rPr><t>甲乙)8]</p>'},
    {"on a whole run whose text holds more than text", "<w:p>(甲<w:r>乙</w:r>)</w:p>", {"甲"},
     "<p>[0(甲<r>乙</r>)0]</p>"},
    {"between the texts of a run", "<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r></w:p>", {"甲", "乙"},
     "<p>[0(甲)0]<r><br/></r>[1(乙)1]</p>"},
    {"beside spaces", "<w:p>(a b)</w:p>", {"a ", "b"}, "<p>[0(_a )0][1(_b)1]</p>"},
    {"beside spaces that count already", "<w:p>(_a b)</w:p>", {"b"}, "<p>(_a )[0(_b)0]</p>"},
    {"at a reference", "<w:p>(a&amp;b)</w:p>", {"&"}, "<p>(a)[0(_&amp;)0](_b)</p>"},
    {"at a reference by number", "<w:p>(a&#x7532;b)</w:p>", {"甲"}, "<p>(a)[0(_&#x7532;)0](_b)</p>"},
    {"in CDATA", "<w:p>(a<![CDATA[<b]]>c)</w:p>", {"b", "bc"},
     "<p>(a<![CDATA[<]]>)[0[1(_<![CDATA[b]]>)0](_<![CDATA[]]>c)1]</p>"},
    {"in an insertion of others", '<w:p><w:ins w:id="4">(甲乙)</w:ins></w:p>', {"乙"},
     '<p><ins id="4">(甲)[5(_乙)5]</ins></p>'},
    {"in a link, a tag, a control", "<w:p><w:hyperlink>(甲乙)</w:hyperlink><w:smartTag>(丙)</w:smartTag><w:sdt><w:sdtPr/>"
     .. "<w:sdtContent>(丁戊)</w:sdtContent></w:sdt></w:p>", {"乙", "丙", "戊"},
     "<p><hyperlink>(甲)[0(_乙)0]</hyperlink><smartTag>[1(丙)1]</smartTag><sdt><sdtPr/><sdtContent>(丁)[2(_戊)2]"
     .. "</sdtContent></sdt></p>"},
    {"around a simple field", "<w:p>(第)<w:fldSimple>(3)</w:fldSimple>(页)</w:p>", {"3"},
     "<p>(第)[0<fldSimple>(3)</fldSimple>0](页)</p>"},
    {"around a reading", "<w:p><w:r><w:ruby><w:rt>(x)</w:rt><w:rubyBase>(数)</w:rubyBase></w:ruby></w:r></w:p>", {"数"},
     "<p>[0<r><ruby><rt>(x)</rt><rubyBase>(数)</rubyBase></ruby></r>0]</p>"},
    {"behind properties", "<w:p><w:pPr><w:rPr><w:b/></w:rPr></w:pPr>(甲)</w:p>", {"甲"},
     "<p><pPr><rPr><b/></rPr></pPr>[0(甲)0]</p>"},
    {"in XML with lines of its own", "<w:p>\n <w:r>\n  <w:t>甲乙</w:t>\n </w:r>\n</w:p>", {"甲", "乙"},
     "<p>\n [0<r>\n  <t>甲)0][1(_乙</t>\n </r>1]\n</p>"},
    {"not on a deletion beside it", "<w:p><w:del w:id=\"1\"><w:r><w:delText>旧</w:delText></w:r></w:del>(新)</w:p>",
     {"新"},
     '<p><del id="1"><r><delText>旧</delText></r></del>[2(新)2]</p>'},
    {"on cells", tbl{{"甲", "乙"}}, {"甲\t乙"},
     "<tbl><tr><tc><p>[0(甲)</p></tc><tc><p>(乙)0]</p></tc></tr></tbl>"},
    {"on a cell without a run", "<w:tbl><w:tr><w:tc><w:p>(甲)</w:p></w:tc><w:tc><w:p><w:pPr/></w:p></w:tc></w:tr>"
     .. "</w:tbl>", {"甲\t|\t"}, "<tbl><tr><tc><p>(甲)</p></tc><tc><p><pPr/>[00]</p></tc></tr></tbl>"},
    {"on a cell with an empty run", tbl{{"甲", ""}}, {"甲\t|\t"},
     "<tbl><tr><tc><p>(甲)</p></tc><tc><p>[0()0]</p></tc></tr></tbl>"},
    {"on an empty paragraph", '<w:p>(甲)</w:p><w:p w:rsidR="1" /><w:p>(乙)</w:p>', {"甲\n|\n"},
     '<p>(甲)</p><p rsidR="1" >[00]</p><p>(乙)</p>'},
    {"twice on an empty paragraph", "<w:p/>", {"|\n", "|\n"}, "<p>[00][11]</p>"},
  } do
    it("stands " .. case[1], function()
      local made = annotated(package.file(expand(case[2])), case[3])
      assert.equal(case[4], shorten(body_of(made)))
    end)
  end

  it("stands at the run that holds a text box", function()
    local box = "<w:txbxContent><w:p>(框乙)</w:p><w:p/></w:txbxContent>"
    local run = "<w:r><mc:AlternateContent><mc:Choice>" .. box .. "</mc:Choice><mc:Fallback>" .. box
                .. "</mc:Fallback></mc:AlternateContent></w:r>"
    local made = annotated(package.file(expand("<w:p>(甲)" .. run .. "(乙)</w:p>")), {"乙", "框乙\n|\n"})
    local text = shorten(body_of(made))
    assert.equal("<p>(甲)[0[1<r><mc:AlternateContent>", text:sub(1, #"<p>(甲)[0[1<r><mc:AlternateContent>"))
    assert.equal("</mc:AlternateContent></r>0]1](乙)</p>", text:match("</mc:Fallback>(.*)$"))
  end)

  it("stands at the paragraph that refers to a note, in or over whose text it is", function()
    local note = package.part("footnotes", expand '<w:footnote w:id="1"><w:p>(注文)</w:p></w:footnote>')
    local body = expand '<w:p>(甲)<w:r><w:footnoteReference w:id="1"/></w:r></w:p><w:p>(乙)</w:p>'
    local file = package.file(body, {note})
    local refers = '<r><footnoteReference id="1"/></r>'
    assert.equal("<p>[0(甲)" .. refers .. "0]</p><p>(乙)</p>", shorten(body_of(annotated(file, {"注"}))))
    assert.equal("<p>[0(甲)" .. refers .. "</p><p>(乙)0]</p>", shorten(body_of(annotated(file, {"甲\n注文\n乙"}))))
    assert.equal(note[2], unzip.part(annotated(file, {"注文"}), "word/footnotes.xml"))
  end)

  it("stands at the paragraph of a number that is in no text, and begins behind it", function()
    local parts = {package.part("numbering", '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0">'
      .. '<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>'
      .. '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>')}
    local bytes = package.file(p("甲乙", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'), parts)
    local made = annotated(bytes, {"一、", "一、甲"})
    assert.equal("[0[1(甲)1](_乙)0]</p>", shorten(body_of(made)):match "</pPr>(.*)")
  end)

  it("never parts a character", function()
    local bytes = package.file(p "甲乙丙")
    local made = assert(docx.annotate(bytes, {{5, 5, "c"}}, {}))
    assert.equal("<p>(甲)[0(_乙)0](_丙)</p>", shorten(body_of(made)))
  end)

  it("is not put into a document without a paragraph", function()
    local bytes = package.file ""
    assert.equal(bytes, docx.annotate(bytes, {{1, 0, "c"}}, {}))
  end)

  it("says what it was given, paragraph by paragraph, as XML can hold it", function()
    local made = assert(docx.annotate(package.file(p "x"), {{1, 1, 'a<b>&"\nc\1\xFF\xED\xA0\x80d甲\u{FFFE}'}}, {}))
    local paragraphs = {}
    for text in unzip.part(made, "word/comments.xml"):gmatch "<w:t[^>]*>(.-)</w:t>" do
      paragraphs[#paragraphs + 1] = text
    end
    local bad = "\u{FFFD}"
    assert.same({"a&lt;b&gt;&amp;&quot;", "c" .. bad:rep(5) .. "d甲" .. bad:rep(3)}, paragraphs)
  end)
end)

-- ---- changes --------------------------------------------------------------------------------------------

describe("a change", function()
  for _, case in ipairs{
    {"of a run", "<w:p>(25)</w:p>", {"25"}, {}, "<p>-0(25)+1(_9)</p>"},
    {"within a run", "<w:p>(共25件)</w:p>", {"25"}, {}, "<p>(共)-0(_25)+1(_9)(_件)</p>"},
    {"over runs, once inserted", "<w:p>(共2)<w:r><w:rPr><w:b/></w:rPr><w:t>5件</w:t></w:r></w:p>", {"25"}, {},
     "<p>(共)-0(_2)-1<r><rPr><b/></rPr><t>5)+2<r><rPr><b/></rPr><t_>9)<r><rPr><b/></rPr><t_>件)</p>"},
    {"over texts of a run", "<w:p><w:r><w:t>共2</w:t><w:t>5</w:t></w:r></w:p>", {"25"}, {},
     "<p>(共)-0(_2</t><t>5)+1(_9)</p>"},
    {"below a comment", "<w:p>(25)</w:p>", {"25"}, {"25"}, "<p>[0-1(25)+2(_9)0]</p>"},
    {"within a comment", "<w:p>(共25件)</w:p>", {"25"}, {"共25件"}, "<p>[0(共)-1(_25)+2(_9)(_件)0]</p>"},
    {"across a comment, which stands around it", "<w:p>(共25件)</w:p>", {"25"}, {"5件", "共2"},
     "<p>[1(共)[0-2(_25)+3(_9)1](_件)0]</p>"},
    {"in a link", "<w:p><w:hyperlink>(25)</w:hyperlink></w:p>", {"25"}, {},
     "<p><hyperlink>-0(25)+1(_9)</hyperlink></p>"},
    {"twice", "<w:p>(1和2)</w:p>", {"2", "1"}, {}, "<p>-0(1)+1(_9)(_和)-2(_2)+3(_9)</p>"},
    {"side by side", "<w:p>(12)</w:p>", {"1", "2"}, {}, "<p>-0(1)+1(_9)-2(_2)+3(_9)</p>"},
    {"with spaces that count", "<w:p>(_ 25 )</w:p>", {"25"}, {}, "<p>(_ )-0(_25)+1(_9)(_ )</p>"},
    {"in CDATA", "<w:p>(<![CDATA[25]]>)</w:p>", {"25"}, {}, "<p>-0(<![CDATA[25]]>)+1(_9)</p>"},
  } do
    it("is proposed " .. case[1], function()
      local made, proposed = annotated(package.file(expand(case[2])), case[4], case[3])
      assert.equal(#case[3], proposed)
      assert.equal(case[5], shorten(body_of(made)))
    end)
  end

  local field = '<w:r><w:fldChar w:fldCharType="%s"/></w:r>'
  for _, case in ipairs{
    {"of what a field gives", field:format "begin" .. field:format "separate" .. "(25)" .. field:format "end"},
    {"of a simple field", "<w:fldSimple>(25)</w:fldSimple>"},
    {"of what others inserted", '<w:ins w:id="1" w:author="x">(25)</w:ins>'},
    {"over a break", "<w:r><w:t>2</w:t><w:lastRenderedPageBreak/><w:t>5</w:t></w:r>"},
    {"of a run whose properties stand behind it", "<w:r><w:t>25</w:t><w:rPr/></w:r>"},
    {"of a run with two kinds of properties", "<w:r><w:rPr><w:b/></w:rPr><w:rPr/><w:t>25</w:t></w:r>"},
    {"of a run that holds a paragraph", "<w:r><w:t>25</w:t><w:p/></w:r>"},
    {"of a run with words of its own", "<w:r>x<w:t>25</w:t></w:r>"},
    {"of a run whose properties are a change", '<w:r><w:rPr><w:rPrChange w:id="1"/></w:rPr><w:t>25</w:t></w:r>'},
    {"in a text box", "<w:r><w:pict><w:txbxContent><w:p>(25)</w:p></w:txbxContent></w:pict></w:r>"},
  } do
    it("is not proposed " .. case[1], function()
      local bytes = package.file("<w:p>" .. expand(case[2]) .. "</w:p>")
      local made, proposed = annotated(bytes, {}, {"25"})
      assert.equal(0, proposed)
      assert.is_true(bytes == made)
    end)
  end

  it("is not proposed over a break beside which a comment parts the run, not even by a second run", function()
    local bytes = package.file "<w:p><w:r><w:t>2</w:t><w:lastRenderedPageBreak/><w:t>5</w:t></w:r></w:p>"
    for _, comments in ipairs{{"2"}, {"5"}, {"2", "5"}, {"2|5"}} do
      assert.equal(0, (select(2, annotated(bytes, comments, {"25"}))))
    end
  end)

  it("is proposed behind a field that has ended", function()
    local body = "<w:p>" .. field:format "begin" .. field:format "end" .. "(25)</w:p>"
    assert.equal(1, (select(2, annotated(package.file(expand(body)), {}, {"25"}))))
  end)

  it("stands where it meets no other one", function()
    local bytes = package.file(p "1234")
    local made, proposed = assert(docx.annotate(bytes, {}, {{2, 3, "a"}, {1, 2, "b"}, {3, 4, "c"}, {1, 2, "b"}}))
    assert.equal(2, proposed)
    assert.equal("<p>-0(12)+1(_b)-2(_34)+3(_c)</p>", shorten(body_of(made)))
  end)

  it("of cells that are not text is not proposed", function()
    local bytes = package.file(tbl{{"1", ""}, {"2", "3"}})
    local _, proposed = assert(docx.annotate(bytes, {}, {{3, 2, "9"}, {1, 4, "9"}}))
    assert.equal(0, proposed)
  end)
end)

-- ---- what was there before ------------------------------------------------------------------------------

local types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" '
              .. 'ContentType="application/xml"/>%s</Types>'
local relations = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s'
                  .. "</Relationships>"
local comments_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
local kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

-- A file with comments of others, whose part and name may be others.
local function commented(body, comments, target, name)
  local others = {
    {"word/_rels/document.xml.rels", relations:format(('<Relationship Id="rId8" Type="%scomments" Target="%s"/>')
      :format(kind, target or "comments.xml"))},
    {name or "word/comments.xml", '<?xml version="1.0"?><w:comments xmlns:w="http://schemas.openxmlformats.org/'
      .. 'wordprocessingml/2006/main">' .. comments .. "</w:comments>"}}
  return package.file(expand(body), others)
end

local function comment(id, author, text)
  return ('<w:comment w:id="%d" w:author="%s"><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:comment>'):format(id, author, text)
end

local theirs = '<w:commentRangeStart w:id="6"/>(甲)<w:commentRangeEnd w:id="6"/><w:r><w:commentReference w:id="6"/>'
               .. "</w:r>"

describe("comments of others", function()
  for _, case in ipairs{
    {"in the usual part"}, {"in a part of another name", "remarks.xml", "word/remarks.xml"},
    {"in a part that is named from the root", "/word/c/x.xml", "word/c/x.xml"},
    {"in a part that is named by steps", "./../notes/x.xml", "notes/x.xml"},
  } do
    it("stay, and ours follow: " .. case[1], function()
      local bytes = commented("<w:p>" .. theirs .. "(乙)</w:p>", comment(6, "王", "看"), case[2], case[3])
      local on = places(bytes, {"甲", "乙"})
      local made = assert(docx.annotate(bytes, on, {}))
      assert.equal("<p>[6[7(甲)7]6][8(乙)8]</p>", (shorten(body_of(made)):gsub("%[7%[6", "[6[7"):gsub("6%]7%]", "7]6]")))
      local part = unzip.part(made, case[3] or "word/comments.xml")
      local ours = '<w:comment w:id="7" w:author="govreport" w:initials="gr">'
      assert.truthy(part:find(comment(6, "王", "看") .. ours, 1, true))
      assert.is_true(made == docx.annotate(made, on, {}))
      for _, entry in ipairs((unzip.entries(bytes))) do
        local is_changed = entry.name == "word/document.xml" or entry.name == (case[3] or "word/comments.xml")
        assert.equal(not is_changed, entry.content == unzip.part(made, entry.name), entry.name)
      end
      -- Without ours the file is what it was.
      local plain = assert(docx.annotate(made, {}, {}))
      for _, entry in ipairs((unzip.entries(bytes))) do
        assert.equal(entry.content, unzip.part(plain, entry.name), entry.name)
      end
    end)
  end

  it("may have anchors without a comment, whose ids are not taken", function()
    local bytes = package.file(expand("<w:p>" .. theirs .. "(乙)</w:p>"))
    assert.is_true(bytes == docx.annotate(bytes, {}, {}))
    assert.equal("<p>[6(甲)6][7(乙)7]</p>", shorten(body_of(assert(docx.annotate(bytes, places(bytes, {"乙"}), {})))))
  end)

  it("may have ids at random, from which ours do not count on", function()
    local bytes = commented("<w:p>(甲)</w:p>", comment(2147483646, "王", "看") .. comment(3, "王", "看"))
    assert.equal("<p>[4(甲)4]</p>", shorten(body_of(assert(docx.annotate(bytes, places(bytes, {"甲"}), {})))))
  end)
end)

describe("what an earlier run left", function()
  -- As Word writes it when it saves: numbered anew, with more attributes in another order, runs joined or parted.
  local rewritten = '<w:commentRangeStart w:id="0"/><w:p w:rsidR="00A1"><w:r w:rsidR="00B2"><w:t>甲</w:t></w:r>'
    .. '<w:commentRangeEnd w:id="0" w:displacedByCustomXml="next"/><w:r w:rsidR="00C3"><w:rPr><w:rStyle '
    .. 'w:val="a7"/></w:rPr><w:commentReference w:id="0"/></w:r>'
    .. '<w:del w:author="govreport" w:id="5" w:date="2025-01-01T00:00:00Z" w16du:dateUtc="x"><w:r w:rsidDel="00D4">'
    .. '<w:rPr><w:b/></w:rPr><w:delText xml:space="preserve">25</w:delText></w:r></w:del>'
    .. '<w:ins w:author="govreport" w:id="6"><w:r><w:t>2</w:t></w:r><w:r><w:t>6</w:t></w:r></w:ins></w:p>'
  local remark = '<w:comment w:initials="gr" w:author="govreport" w:date="2025-01-01T00:00:00Z" w:id="0" '
    .. 'w16du:dateUtc="x"><w:p w14:paraId="1"><w:r><w:annotationRef/></w:r><w:r><w:t>旧</w:t></w:r></w:p></w:comment>'

  local function file(more, others)
    local bytes = commented(rewritten .. (more or ""), remark .. (others or ""))
    local xmlns = 'xmlns:w14="a" xmlns:w16du="b" xmlns:w='
    local parts = {}
    for i, entry in ipairs((unzip.entries(bytes))) do
      parts[i] = {entry.name, entry.name:find "s.xml$" and entry.content:gsub("xmlns:w=", xmlns, 1)
                  or entry.name == "word/document.xml" and entry.content:gsub("xmlns:w=", xmlns, 1) or entry.content}
    end
    return package.zip(parts)
  end

  it("is taken out where Word has written it anew", function()
    local plain = assert(docx.annotate(file(), {}, {}))
    assert.equal('<p rsidR="00A1"><r rsidR="00B2"><t>甲)<r rsidDel="00D4"><rPr><b/></rPr><t_>25)</p>',
                 shorten(body_of(plain)))
    assert.is_nil((unzip.part(plain, "word/comments.xml"):find("<w:comment ", 1, true)))
  end)

  it("is read as if it were not there", function()
    assert.equal("甲25\n", assert(docx.open(file())):text())   -- and no line says that changes are open
  end)

  it("goes without what others put beside it", function()
    local others = '<w:p><w:r><w:commentReference w:id="0"/><w:t>丙</w:t></w:r><w:ins w:id="9" w:author="王"><w:r>'
      .. '<w:t>丁</w:t></w:r></w:ins><w:del w:id="8" w:author="王"><w:r><w:delText>戊</w:delText></w:r></w:del>'
      .. '<w:commentRangeStart w:id="1"/><w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r></w:p>'
    local plain = assert(docx.annotate(file(others, comment(1, "王", "答")), {}, {}))
    assert.equal((others:gsub('<w:commentReference w:id="0"/>', "")), (body_of(plain):match "</w:p>(.*)"))
    assert.truthy(unzip.part(plain, "word/comments.xml"):find(comment(1, "王", "答"), 1, true))
  end)

  it("is what was accepted no more", function()
    local accepted = package.file(expand "<w:p>(共)(26)(件)</w:p>")
    assert.equal("共26件\n", docx.open(accepted):text())
    assert.is_true(accepted == docx.annotate(accepted, {}, {}))
  end)
end)

-- ---- names in XML ---------------------------------------------------------------------------------------

describe("the names of what is put in", function()
  local main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  local strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"

  local function annotate(document)
    local bytes = package.zip{{"[Content_Types].xml", types:format ""}, {"word/document.xml", document}}
    local on = places(bytes, {"乙"})
    local made = assert(docx.annotate(bytes, on, places(bytes, {"乙"}, "9")))
    assert.equal(docx.open(bytes):text(), docx.open(made):text())
    assert.is_true(made == docx.annotate(made, on, places(made, {"乙"}, "9")))
    return unzip.part(made, "word/document.xml"), made
  end

  it("have the prefix of the document", function()
    local text = annotate(('<n:document xmlns:n="%s"><n:body><n:p><n:r><n:t>甲乙</n:t></n:r></n:p></n:body></n:document>')
      :format(main))
    assert.truthy(text:find('<n:commentRangeStart n:id="0"/><n:del n:id="1" n:author="govreport"><n:r><n:delText '
      .. 'xml:space="preserve">乙</n:delText></n:r></n:del><n:ins n:id="2" n:author="govreport"><n:r><n:t ', 1, true))
  end)

  it("declare one where the document has none, or means something else by it", function()
    local text = annotate(('<document xmlns="%s"><body><p><r><t>甲乙</t></r></p></body></document>'):format(main))
    assert.truthy(text:find('<r><t>甲</t></r><w:commentRangeStart xmlns:w="' .. main .. '" w:id="0"/><w:del xmlns:w="'
      .. main .. '" w:id="1" w:author="govreport"><r><delText xml:space="preserve">乙</delText></r></w:del>', 1, true))
    text = annotate(('<a:document xmlns:a="%s"><a:body xmlns:b="%s"><b:p xmlns:a="x"><b:r><b:t>甲乙</b:t></b:r></b:p>'
      .. "</a:body></a:document>"):format(main, main))
    assert.truthy(text:find('<w:commentRangeStart xmlns:w="' .. main .. '" w:id="0"/>', 1, true))
  end)

  it("are those of the strict form", function()
    local text, made = annotate(('<w:document xmlns:w="%s"><w:body>%s</w:body></w:document>'):format(strict, p "甲乙"))
    assert.truthy(text:find('<w:commentRangeStart w:id="0"/>', 1, true))
    assert.truthy(unzip.part(made, "word/comments.xml"):find('xmlns:w="' .. strict .. '"', 1, true))
    assert.truthy(unzip.part(made, "word/_rels/document.xml.rels")
      :find('Type="http://purl.oclc.org/ooxml/officeDocument/relationships/comments"', 1, true))
  end)

  it("are not those of formulas, which look alike", function()
    local text = annotate(('<w:document xmlns:w="%s" xmlns:m="x"><w:body><w:p><m:oMath><m:r><m:t>甲</m:t></m:r>'
      .. "</m:oMath><w:r><w:t>乙</w:t></w:r></w:p></w:body></w:document>"):format(main))
    assert.truthy(text:find('<m:t>甲</m:t></m:r></m:oMath><w:commentRangeStart w:id="0"/>', 1, true))
  end)

  for _, case in ipairs{
    {"behind a byte order mark", "\u{FEFF}" .. package.document(p "甲乙")},
    {"behind a declaration in other letters", (package.document(p "甲乙"):gsub("UTF%-8", "Utf-8"))},
    {"without a declaration", (package.document(p "甲乙"):gsub("^<?[^>]*>\n", ""))},
  } do
    it("stand " .. case[1] .. " as well", function()
      assert.truthy(annotate(case[2]):find('甲</w:t></w:r><w:commentRangeStart w:id="0"/>', 1, true))
    end)
  end
end)

-- ---- packages -------------------------------------------------------------------------------------------

describe("the package", function()
  local extra = {
    {"word/media/a.png", ("\0\1"):rep(50)}, {"word/styles.xml", "<w:styles xmlns:w=\"x\"/>"},
    {"docProps/core.xml", "<c/>"}}

  it("gets the part with comments and what names it, and nothing else changes", function()
    local bytes = package.file(p "甲", {{"word/_rels/document.xml.rels", relations:format(
      '<Relationship Id="rId12" Type="x/styles" Target="styles.xml"/>')}, table.unpack(extra)})
    local made = annotated(bytes, {"甲"})
    local before, after = unzip.entries(bytes), unzip.entries(made)
    local changed = {["word/document.xml"] = true, ["[Content_Types].xml"] = true,
                     ["word/_rels/document.xml.rels"] = true}
    for i, entry in ipairs(before) do
      assert.equal(entry.name, after[i].name)
      if not changed[entry.name] then
        assert.same({entry.packed, entry.time, entry.date}, {after[i].packed, after[i].time, after[i].date})
      else
        assert.same({0, 33}, {after[i].time, after[i].date})   -- the first day that there is
      end
    end
    assert.equal(#before + 1, #after)
    assert.equal("word/comments.xml", after[#after].name)
    assert.equal(relations:format('<Relationship Id="rId12" Type="x/styles" Target="styles.xml"/><Relationship '
      .. 'Id="rId13" Type="' .. kind .. 'comments" Target="comments.xml"/>'),
      unzip.part(made, "word/_rels/document.xml.rels"))
    assert.equal('<Types><Override PartName="/word/comments.xml" ContentType="' .. comments_type .. '"/></Types>',
                 unzip.part(made, "[Content_Types].xml"))
  end)

  it("gets relations where it has none, beside a document of another name", function()
    local bytes = package.zip{
      {"[Content_Types].xml", types:format ""}, {"a/b.xml", package.document(p "甲")},
      {"_rels/.rels", relations:format '<Relationship Id="x" Type="x/officeDocument" Target="/a/b.xml"/>'}}
    local made = assert(docx.annotate(bytes, {{1, 3, "c"}}, {}))
    assert.truthy(unzip.part(made, "a/comments.xml"))
    assert.truthy(unzip.part(made, "a/_rels/b.xml.rels"):find('<Relationship Id="rId1" Type="' .. kind
      .. 'comments" Target="comments.xml"/>', 1, true))
    assert.truthy(unzip.part(made, "[Content_Types].xml"):find('<Override PartName="/a/comments.xml" ', 1, true))
    assert.is_true(made == docx.annotate(made, {{1, 3, "c"}}, {}))
  end)

  it("gives the part another name where that is taken", function()
    local override = '<Override PartName="/word/comments2.xml" ContentType="x"/>'
    local bytes = package.zip{
      {"[Content_Types].xml", types:format(override)}, {"word/document.xml", package.document(p "甲")},
      {"word/comments.xml", "<x/>"}}
    local made = assert(docx.annotate(bytes, {{1, 3, "c"}}, {}))
    assert.equal("<x/>", unzip.part(made, "word/comments.xml"))
    assert.truthy(unzip.part(made, "word/comments3.xml"))
    assert.is_true(made == docx.annotate(made, {{1, 3, "c"}}, {}))
  end)

  it("keeps the prefixes of the parts that name it", function()
    local bytes = package.zip{
      {"[Content_Types].xml", '<c:Types xmlns:c="t"/>'}, {"word/document.xml", package.document(p "甲")},
      {"word/_rels/document.xml.rels", '<r:Relationships xmlns:r="r"></r:Relationships>'}}
    local made = assert(docx.annotate(bytes, {{1, 3, "c"}}, {}))
    assert.matches("<c:Types xmlns:c=\"t\"><c:Override .*/></c:Types>", unzip.part(made, "[Content_Types].xml"))
    assert.matches("><r:Relationship .*/></r:Relationships>", unzip.part(made, "word/_rels/document.xml.rels"))
  end)

  it("is as it was where there is nothing to say", function()
    local bytes = package.file(p "甲", extra)
    assert.is_true(bytes == docx.annotate(bytes, {}, {}))
    assert.is_true(bytes == docx.annotate(bytes, {}))
  end)

  local wide = "\xFF\xFE"
  for _, code in utf8.codes(package.document(p "件"):gsub('"UTF%-8"', '"UTF-16"')) do
    wide = wide .. ("<I2"):pack(code)
  end
  for _, case in ipairs{
    {"a document in UTF-16", package.zip{{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", wide}},
     "docx.encoding", "word/document.xml"},
    {"a document in Latin-1", package.zip{{"[Content_Types].xml", "<Types/>"},
     {"word/document.xml", (package.document(p "x"):gsub('"UTF%-8"', '"ISO-8859-1"'))}}, "docx.encoding",
     "word/document.xml"},
    {"comments that are no XML", commented("<w:p/>", "<x>"), "docx.xml", "word/comments.xml"},
    {"relations that are no XML", package.file("<w:p/>", {{"word/_rels/document.xml.rels", "<x>"}}), "docx.xml",
     "word/_rels/document.xml.rels"},
    {"types that are no XML", package.zip{{"[Content_Types].xml", "<x>"},
     {"word/document.xml", package.document(p "x")}}, "docx.xml", "[Content_Types].xml"},
    {"no types", package.zip{{"word/document.xml", package.document(p "x")}}, "docx.broken", nil},
    {"a document of no namespace", package.zip{{"[Content_Types].xml", "<Types/>"}, {"word/document.xml",
     "<document><body><p><r><t>x</t></r></p></body></document>"}}, "docx.no_part", "word/document.xml"},
    {"half of it", package.file(p "x"):sub(1, -20), "docx.broken", nil},
  } do
    it("is refused with " .. case[1], function()
      local made, code, fields = docx.annotate(case[2], {{1, 1, "c"}}, {})
      assert.is_nil(made)
      assert.equal(case[3], code)
      if case[4] then assert.equal(case[4], fields.part) end
    end)
  end

  it("is annotated with lists of places and texts", function()
    local bytes = package.file(p "x")
    for _, wrong in ipairs{{"x"}, {{1, 1}}, {{1, 1, 1}}, {{0, 1, "c"}}, {{2, 0, "c"}}, {{1, "x", "c"}},
                           {{1.5, 2, "c"}}} do
      assert.has_error(function() docx.annotate(bytes, wrong, {}) end)
      assert.has_error(function() docx.annotate(bytes, {}, wrong) end)
    end
    assert.has_error(function() docx.annotate(bytes) end)
    assert.has_error(function() docx.annotate(true, {}) end)
  end)

  it("takes places that are not in the text as its end", function()
    assert.truthy(docx.annotate(package.file(p "x"), {{1000, 2000, "c"}}, {{1000, 2000, "c"}}))
  end)
end)

-- ---- time -----------------------------------------------------------------------------------------------

describe("time", function()
  -- Seconds of the processor for so many runs, a tenth of which has a comment within it and a change.
  local function seconds(runs)
    local pieces, comments, changes = {}, {}, {}
    for i = 1, runs do
      pieces[i] = "<w:r><w:t>abcdefghij</w:t></w:r>" .. (i % 10 == 0 and "</w:p><w:p>" or "")
      if i % 10 == 0 then   -- 101 bytes for each paragraph
        local start = (i // 10 - 1) * 101
        comments[#comments + 1], changes[#changes + 1] = {start + 2, start + 95, "c"}, {start + 4, start + 5, "9"}
      end
    end
    local bytes = package.file("<w:p>" .. table.concat(pieces) .. "</w:p>")
    local start = os.clock()
    local made, proposed = assert(docx.annotate(bytes, comments, changes))
    local first = os.clock() - start
    assert.equal(#changes, proposed)
    assert.is_true(made == docx.annotate(made, comments, changes))
    return first
  end

  it("grows with the runs and the comments, not with both", function()
    local few, many = seconds(10000), seconds(100000)
    assert.is_true(many < 40 * few + 0.2, ("%.3f s for 10,000 runs, %.3f s for 100,000"):format(few, many))
  end)
end)
