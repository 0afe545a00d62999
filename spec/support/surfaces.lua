--- The surfaces of one report: what tags, spans, encodings, chrome or copying make of it.
--
-- A list of variations: `name`, `print(case)` -> bytes, where a case has `declared`, `model`, `source`, `seed` of a
-- generated report; `generate` (options of that); `form` (the only one that it is for); and what specs expect of it.

local copy = require "spec.support.copy"
local generate = require "spec.support.generate"
local page = require "spec.support.page"

-- ---- characters ---------------------------------------------------------------------------------

local function characters(text)
  local list = {}
  for _, code in utf8.codes(text) do list[#list + 1] = utf8.char(code) end
  return list
end

local function mapper(from, to)
  local map, targets = {}, characters(to)
  for i, character in ipairs(characters(from)) do map[character] = targets[i] end
  return function(text) return (text:gsub(utf8.charpattern, map)) end
end

local full_width = mapper("0123456789,", "０１２３４５６７８９，")
local folded = mapper("（）：，；“”〔〕", "():,;\"\"[]")

local to_traditional = mapper(
  "万与业个为举于云众会体关内决况减办务动区单县发台号后国场处复审对属岭废开强当总执护报据数无时机权条构标栎栏没游澜现监码确秘称稳类纠纳组织经结统继续维缴网罚"
  .. "范获补规计订认训议许讼设访识诉询说请购费转输过运这进适采镇问阅页项题额",
  "萬與業個為舉於雲眾會體關內決況減辦務動區單縣發臺號後國場處複審對屬嶺廢開強當總執護報據數無時機權條構標櫟欄沒遊瀾現監碼確祕稱穩類糾納組織經結統繼續維繳網罰"
  .. "範獲補規計訂認訓議許訟設訪識訴詢說請購費轉輸過運這進適採鎮問閱頁項題額")

local function traditional(text)
  return to_traditional((text:gsub("制([作发])", "製%1")))
end

local function utf16(little)
  local format = little and "<I2" or ">I2"
  return function(text)
    local units = {format:pack(0xFEFF)}
    for _, code in utf8.codes(text) do units[#units + 1] = format:pack(code) end
    return table.concat(units)
  end
end

local function read_all(path)
  local file = assert(io.open(path, "rb"))
  local bytes = file:read("a")
  file:close()
  return bytes
end

-- Texts in another encoding, by the program iconv; nil where it is not at hand.
local function iconv(encoding)
  return function(text)
    local from, to = os.tmpname(), os.tmpname()
    local file = assert(io.open(from, "wb"))
    file:write(text)
    file:close()
    local done = os.execute(("iconv -f UTF-8 -t %s %s >%s 2>/dev/null"):format(encoding, from, to))
    local bytes = done and read_all(to)
    os.remove(from)
    os.remove(to)
    return bytes
  end
end

-- ---- cells --------------------------------------------------------------------------------------

-- The text of a cell's inside in pieces of `size` characters.
local function pieces(text, size)
  local list, all = {}, characters(text)
  for i = 1, #all, size do list[#list + 1] = table.concat(all, "", i, math.min(i + size - 1, #all)) end
  return list
end

local function broken(size, ...)
  local kinds = {}
  for _, kind in ipairs{...} do kinds[kind] = true end
  return function(text, c)
    if not kinds[c.kind] then return page.escape(text) end
    return table.concat(pieces(page.escape(text), size), "<br>")
  end
end

local function of_kind(...)
  local kinds = {}
  for _, kind in ipairs{...} do kinds[kind] = true end
  return function(c) return kinds[c.kind] == true end
end

-- ---- tables -------------------------------------------------------------------------------------

local function each_table(tables, change)
  for _, list in pairs(tables) do
    for i, t in ipairs(list) do list[i] = change(t) or t end
  end
end

local function each_cell(tables, change)
  each_table(tables, function(t)
    for _, row in ipairs(t.rows) do
      for _, c in ipairs(row) do change(c) end
    end
  end)
end

local function fill(choose)
  return function(tables) each_table(tables, function(t) return page.fill(t, choose) end) end
end

-- Splits the tables of a part: `make(table)` gives a list.
local function cut(part, make)
  return function(tables)
    local list = {}
    for _, t in ipairs(tables[part]) do
      local made = make(t)
      table.move(made, 1, #made, #list + 1, list)
    end
    tables[part] = list
  end
end

local function halves(header)
  return function(t)
    local middle = 3 + (#t.rows - 3) // 2
    return {page.part(t, 1, middle), page.part(t, middle + 1, #t.rows, header)}
  end
end

local function row_by_row(t)
  local list = {}
  for number = 1, #t.rows do list[number] = page.part(t, number, number) end
  return list
end

-- The columns from `first` to `stop` of a table.
local function slice(t, first, stop)
  local rows = {}
  for number, row in ipairs(t.rows) do
    rows[number] = {}
    for _, c in ipairs(row) do
      local from, to = math.max(c.col, first), math.min(c.col + c.colspan - 1, stop)
      if from <= to then
        local piece = {}
        for key, value in pairs(c) do piece[key] = value end
        piece.col, piece.colspan = from - first, to - from + 1
        table.insert(rows[number], piece)
      end
    end
  end
  return {width = stop - first + 1, rows = rows}
end

local function three_tables(t)
  return {slice(t, 0, 4), slice(t, 5, 9), slice(t, 10, 14)}
end

local function new_cell(kind, text, col, colspan, rowspan)
  return {kind = kind, text = text, col = col, colspan = colspan or 1, rowspan = rowspan or 1}
end

local function header_again(t)
  local middle = 3 + (#t.rows - 3) // 2
  local first, second = page.part(t, 1, middle), page.part(t, middle + 1, #t.rows, 3)
  table.move(second.rows, 1, #second.rows, #first.rows + 1, first.rows)
  return {first}
end

local function remarks(t)
  table.insert(t.rows[1], new_cell("header", "备注", t.width, 1, 3))
  for number = 4, #t.rows do
    table.insert(t.rows[number], new_cell("remark", number % 5 == 0 and "含上年数" or "", t.width))
  end
  t.width = t.width + 1
  return {t}
end

local function another_row(t)
  local row = {new_cell("label", "五、需要另行说明的申请数量", 0, 3)}
  for col = 3, t.width - 1 do row[#row + 1] = new_cell("value", tostring(col * 11), col) end
  t.rows[#t.rows + 1] = row
  return {t}
end

-- The columns of a row of table two out of line with its header, as one site prints them.
local function skew(tables)
  for _, row in ipairs(tables.proactive[1] and tables.proactive[1].rows or {}) do
    if #row == 4 and row[2].kind == "value" then
      row[2].colspan = row[2].colspan + 1
      row[3].col, row[4].col = row[3].col + 1, row[4].col + 1
      row[4].colspan = row[4].colspan - 1
    end
  end
end

local function in_section(rows, t, open, close, from, to)
  return to < from and "" or open .. table.concat(rows, "\n", from, math.min(to, #rows)) .. close, t
end

local function header_count(t)
  for number, row in ipairs(t.rows) do
    for _, c in ipairs(row) do
      if c.kind == "value" then return number - 1 end
    end
  end
  return #t.rows
end

local function with_sections(rows, t)
  local count = header_count(t)
  return (in_section(rows, t, "<colgroup><col><col></colgroup><thead>", "</thead>\n", 1, count))
    .. (in_section(rows, t, "<tbody>", "</tbody>", count + 1, #rows))
end

-- ---- a form with another order -------------------------------------------------------------------

-- A copy of a declaration in which one table is changed.
local function reordered(declared, id, change)
  local other = setmetatable({tables = {}}, {__index = declared})
  for i, t in ipairs(declared.tables) do
    other.tables[i] = t.id == id and setmetatable(change(t), {__index = t}) or t
  end
  return other
end

local function permuted(list, order)
  local other = {}
  for i, from in ipairs(order) do other[i] = list[from] end
  return other
end

local function other_columns(t) return {columns = permuted(t.columns, {7, 1, 6, 4, 2, 5, 3})} end

-- Rows of each group backwards.
local function other_rows(t)
  local rows, run = {}, {}
  local function group_of(row) return type(row.label) == "table" and #row.label == 3 and row.label[2] or nil end
  local function flush()
    for i = #run, 1, -1 do rows[#rows + 1] = run[i] end
    run = {}
  end
  for _, row in ipairs(t.rows) do
    if #run > 0 and group_of(run[1]) ~= group_of(row) then flush() end
    if group_of(row) then run[#run + 1] = row else rows[#rows + 1] = row end
  end
  flush()
  return {rows = rows}
end

-- ---- pages --------------------------------------------------------------------------------------

local function html(options)
  return function(case) return page.render(case.declared, case.model, case.source, options) end
end

local function styled(style) return html{style = style} end

local function changed(tables) return html{tables = tables} end

local function text(print, options)
  return function(case) return copy.render(case.declared, case.model, case.source, print, options) end
end

local function edited(print, edit)
  return function(case) return edit(print(case)) end
end

local function wrapped(wrap, options)
  options = options or {}
  options.wrap = wrap
  return html(options)
end

local function in_layout_table(article)
  return '<table width="100%"><tr><td colspan="2">首页 | 2018年统计 | 走进云岭</td></tr>'
    .. '<tr><td width="200"><p>领导之窗</p></td><td>' .. article .. "</td></tr><tr><td>版权所有：云岭市人民政府</td></tr></table>"
end

local function in_one_cell(article)
  return "<table><tr><td><table><tr><td>" .. article .. "</td></tr></table></td></tr></table>"
end

local sidebar = [[<div class="side"><h3>历年年报</h3><ul>
<li><a href="1.html">云岭市水务局2017年政府信息公开工作年度报告</a></li>
<li><a href="2.html">云岭市水务局2018年政府信息公开工作年度报告</a><span>2019-01-30</span></li></ul></div>]]
local footer = [[<div class="foot"><p>主办单位：云岭市人民政府办公室</p><p>备案号：云ICP备05000001号-1 云公网安备 39000002000001号</p></div>]]

local function busy(footer_first)
  return function(article)
    local top = [[<!-- <table><tr><td>第二十条第（一）项</td></tr></table> -->
<script type="text/javascript">var cell = "</td></tr></table><td>99</td>";
if (1 < 2) document.write('<td>88</td>');</script>
<div class="top"><ul><li><a href="/">首页</a></li><li><a href="/zwgk">政务公开</a></li></ul>
<form><input value="7"></form></div>
<div class="crumb">您的位置：首页 &gt; 政府信息公开 &gt; 政府信息公开年报</div>
<iframe src="/count.html?id=12"><p>您的浏览器不支持框架，错误码42</p></iframe>]]
    local middle = '<div class="wrap"><div class="main"><div class="tool"><span>字号：</span>大 中 小 '
      .. "<span>浏览次数：1234</span></div>"
      .. '<div class="share">分享到：</div><div id="zoom"><div class="content">' .. article
      .. "</div></div><div class=\"next\">上一篇：2018年政府信息公开工作年度报告</div></div>" .. sidebar .. "</div>"
    return footer_first and footer .. top .. middle or top .. middle .. footer
  end
end

local function with_second_title(article, model)
  return '<div class="head"><h2>' .. model.fields.title .. "</h2></div>\n<div>" .. article .. "</div>"
end

local function meta_facts(model)
  local entries = {
    {"ArticleTitle", model.fields.title}, {"PubDate", model.fields.published_on .. " 15:52"},
    {"ContentSource", model.fields.agency}, {"SiteName", "云岭市人民政府"},
  }
  local list = {}
  for i, entry in ipairs(entries) do list[i] = ('<meta name="%s" content="%s">\n'):format(entry[1], entry[2]) end
  return table.concat(list)
end

-- What Word leaves in a cell.
local function word_cell(cell_text)
  local inside = cell_text == "" and "<o:p>&nbsp;</o:p>"
    or '<span style="font-family:宋体"><font face="宋体">&nbsp;' .. page.escape(cell_text)
       .. "</font>&nbsp; <o:p></o:p></span>"
  return '<p class="MsoNormal" align="center">' .. inside .. "</p>"
end

local function split_digits(cell_text, c)
  local first, others = cell_text:match("^(%d+)(%d.*)$")
  if c.kind ~= "value" or not first then return page.escape(cell_text) end
  return ("<span>%s</span><span lang=\"EN-US\">%s</span>"):format(first, others)
end

-- ---- the variations -----------------------------------------------------------------------------

-- Each has a `name`, `print(case)` -> bytes, and where needed:
--   generate    options of the report          options   of the reader
--   finds       findings about the reading that may come, as a set
--   must_find   the finding that has to come
--   or_find     the notice that may come instead: where a row is not there either, nobody can tell the two apart
--   told        findings, without any of which nothing may be lost
--   mixed       another report's numbers stand in it, which such a finding has to tell
--   strays      numbers may be unaccounted     inferred  the table whose cells are
--   without     fields that it does not print  field     function(value) -> how it prints them
--   units       false: not as in the model     cells_only  fields and parts are not compared
--   form        the only form that it is for
--   pending     why it does not pass yet
local variations = {}

local function variation(name, print, more)
  local v = more or {}
  v.name, v.print = name, print
  variations[#variations + 1] = v
end

local blank = {blank = true}
local function page_variation(name, print, more)
  more = more or {}
  more.generate = more.generate or blank
  variation(name, print, more)
end

-- Tags.
page_variation("a page as a site prints it", html{})
page_variation("tags and attributes in upper case", styled{case = string.upper})
page_variation("attributes without quotes", styled{quote = ""})
page_variation("attributes in single quotes", styled{quote = "'"})
page_variation("no end tags of cells, rows and paragraphs", styled{implied = true})
page_variation("thead, tbody and th, with a colgroup", styled{
  table = with_sections, name = function(c) return c.kind == "value" and "td" or "th" end})
page_variation("a page on one line", edited(html{}, function(bytes) return (bytes:gsub("\n", "")) end))
page_variation("a page with CR LF and deep indentation", edited(html{}, function(bytes)
  return (bytes:gsub("\n", "\r\n\t\t    "):gsub("<td", "\r\n\t\t<td\r\n\t\t\t"):gsub("</td>", "\r\n\t\t</td\t>"))
end))

-- What stands in cells.
page_variation("what Word leaves in cells: p, span, font, o:p, nbsp", styled{inner = word_cell})
page_variation("numbers cut over spans", styled{inner = split_digits})
page_variation("blank cells of nbsp, values between line ends", styled{inner = function(cell_text)
  return cell_text == "" and "&nbsp;&nbsp;" or "\n      " .. page.escape(cell_text) .. "\n    "
end})
page_variation("br after every two characters of the header", styled{inner = broken(2, "header", "corner")})
page_variation("br inside the labels of rows", styled{inner = broken(5, "label", "group")})
page_variation("groups of rows in vertical writing", styled{inner = broken(1, "group")})
page_variation("labels in paragraphs of two characters", styled{inner = function(cell_text, c)
  if c.kind == "value" then return page.escape(cell_text) end
  return "<p>" .. table.concat(pieces(page.escape(cell_text), 2), "</p><p>") .. "</p>"
end})
page_variation("spaces between the characters of labels", styled{inner = function(cell_text, c)
  return c.kind == "value" and page.escape(cell_text) or table.concat(pieces(page.escape(cell_text), 1), " ")
end})
page_variation("nbsp between the characters of labels", styled{inner = function(cell_text, c)
  return c.kind == "value" and page.escape(cell_text) or table.concat(pieces(page.escape(cell_text), 1), "&nbsp;&nbsp;")
end})
page_variation("item marks 1、 in place of 1.", styled{inner = function(cell_text, c)
  return page.escape(c.kind == "label" and cell_text:gsub("^(%d)%.", "%1、") or cell_text)
end})
page_variation("item marks (1) in place of 1.", styled{inner = function(cell_text, c)
  return page.escape(c.kind == "label" and cell_text:gsub("^(%d)%.", "（%1）") or cell_text)
end})
page_variation("合计 in place of 总计", styled{inner = function(cell_text)
  return (page.escape(cell_text):gsub("总计", "合计"))
end})

page_variation("values in bold, in links, behind comments of Word", styled{inner = function(cell_text)
  if cell_text == "" then return "<!--[if !supportEmptyParas]-->&nbsp;<!--[endif]-->" end
  return "<!-- <td>7</td> --><b><a href='#' title=\"1 > 0\">" .. page.escape(cell_text) .. "</a></b>"
end})
page_variation("cells in div, with attributes that hold tags", edited(styled{inner = function(cell_text)
  return '<div style="margin:0">' .. page.escape(cell_text) .. "</div>"
end}, function(bytes) return (bytes:gsub("<td", "<td nowrap title='<td>9</td>' valign=top")) end))
variation("values in tables of their own", styled{inner = function(cell_text, c)
  if c.kind ~= "value" then return page.escape(cell_text) end
  return "<table><tr><td>" .. page.escape(cell_text) .. "</td></tr></table>"
end})
page_variation("numbers with 件", styled{inner = function(cell_text, c)
  return page.escape(cell_text) .. (c.kind == "value" and cell_text:find("^%d+$") and "件" or "")
end}, {units = false})

-- Spans.
page_variation("empty cells below the header's words", changed(fill(function(c) return false, c.kind == "header" end)))
page_variation("empty cells beside the header's groups", changed(fill(function(c)
  return c.group and c.kind == "header"
end)))
page_variation("empty cells below the groups of rows", changed(fill(function(c) return false, c.kind == "group" end)))
page_variation("empty cells in place of every span of labels and corner", changed(fill(function(c)
  local is_label = of_kind("label", "group", "corner")(c)
  return is_label, is_label
end)))
page_variation("a grid without spans", changed(fill(function(c)
  return c.kind ~= "value", c.kind ~= "value"
end)), {apart = true})
page_variation("colspan=\"2;\"", styled{span = function(name, value) return name, value .. ";" end})
page_variation("rowspan=0 down to the end of the head", styled{table = with_sections, span = function(name, value, c)
  return name, name == "rowspan" and c.kind ~= "group" and 0 or value
end})
page_variation("columns of table two out of line with their header", changed(skew))

page_variation("a caption element in every table", edited(html{}, function(bytes)
  return (bytes:gsub('<table border="1">', "%0<caption>附表</caption>"))
end))

page_variation("a word of the header too wide by a column", changed(function(tables)
  each_cell(tables, function(c)
    if c.text == "商业企业" then c.colspan = 2 end
  end)
end), {told = {"reading.header"}, strays = true})

page_variation("the header without its group 法人或其他组织", changed(function(tables)
  each_table(tables, function(t)
    for _, row in ipairs(t.rows) do
      for i = #row, 1, -1 do
        if row[i].text == "法人或其他组织" then table.remove(row, i) end
      end
    end
  end)
end), {told = {"reading.header"}, strays = true})

-- Tables cut and joined.
page_variation("table two as a table for each block", html{apart = true})
page_variation("table two with every row in a table of its own", changed(cut("proactive", row_by_row)))
page_variation("table three cut in two", changed(cut("applications", halves())))
page_variation("table three cut in two, with the header again", changed(cut("applications", halves(3))))
page_variation("the header again inside of table three", changed(cut("applications", header_again)))
page_variation("table three with every row in a table of its own", changed(cut("applications", row_by_row)),
               {finds = {["reading.header"] = true}})
page_variation("table four as three tables", changed(cut("disputes", three_tables)))
page_variation("columns of table three in another order", function(case)
  return page.render(reordered(case.declared, "applications", other_columns), case.model, case.source)
end)
page_variation("rows of table three in another order", function(case)
  return page.render(reordered(case.declared, "applications", other_rows), case.model, case.source)
end)
page_variation("a column of remarks", changed(cut("applications", remarks)),
               {finds = {["structure.label_unknown"] = true}})
page_variation("a row that the form does not have", changed(cut("applications", another_row)),
               {must_find = "structure.label_unknown", or_find = "reading.rows", strays = true})

-- The page.
page_variation("the article alone", wrapped(page.chrome.none))
page_variation("the article in a table that lays out the page", wrapped(in_layout_table))
page_variation("the article in a cell in a cell", wrapped(in_one_cell))
page_variation("navigation, share bar, other years' reports, footer", wrapped(busy(false)))
page_variation("the footer in front", wrapped(busy(true)))
page_variation("the title twice", wrapped(with_second_title))
local twice = wrapped(function(article)
  return '<div class="pc">' .. article .. '</div>\n<div class="mobile">' .. article .. "</div>"
end)
page_variation("the article twice, for desks and for telephones", twice, {
  finds = {["structure.row_repeated"] = true, ["reading.labels"] = true}, strays = true})
page_variation("the same, told as no more than a repetition", twice, {
  finds = {["structure.row_repeated"] = true},
  pending = "the metadata between the copies is unaccounted, prose of a copy is told as a label"})
local function with_another(case)
  local model, source = generate.report(case.seed + 1000, case.declared, blank)
  return page.render(case.declared, case.model, case.source, {wrap = function(article)
    return "<div>" .. article .. "</div><div>" .. page.article(case.declared, model, source, {}) .. "</div>"
  end})
end
page_variation("the report of another body below", with_another, {
  must_find = "structure.second_report", told = {"structure.second_report"}, strays = true, cells_only = true,
  mixed = true})
page_variation("the same, with the parts and the signature of one of them", with_another, {
  told = {"structure.row_conflict"}, strays = true, pending = "every part is chosen from either report by its length"})
page_variation("metadata in a table", html{metadata = "table"})
page_variation("metadata as bullets", html{metadata = "bullets"})
page_variation("metadata in the head of the page alone", html{metadata = "none", title = false, head = meta_facts})
page_variation("metadata nowhere", html{metadata = "none"}, {without = {published_on = true}})
page_variation("a title in the head of the page alone", html{metadata = "none", title = false},
               {without = {published_on = true}})

-- Characters.
page_variation("GB18030, named", edited(html{charset = "gb18030"}, iconv "GB18030"), {options = {encoding = "GB18030"}})
page_variation("GB18030, declared", edited(html{charset = "gb18030"}, iconv "GB18030"))
page_variation("GB18030, declared as gb2312", edited(html{charset = "gb2312"}, iconv "GB18030"))
page_variation("traditional characters", edited(html{}, traditional), {field = traditional, units = false})
local big5 = edited(html{charset = "big5"}, function(bytes) return iconv "BIG5"(traditional(bytes)) end)
page_variation("Big5, named", big5,
               {field = traditional, units = false, options = {encoding = "BIG5"}})
page_variation("Big5, declared", big5, {field = traditional, units = false})
page_variation("UTF-16 with a mark, little end first", edited(html{charset = "utf-16"}, utf16(true)))
page_variation("UTF-16 with a mark, big end first", edited(html{charset = "utf-16"}, utf16(false)))
page_variation("UTF-8 with a mark", edited(html{}, function(bytes) return "\xEF\xBB\xBF" .. bytes end))
page_variation("full-width digits", styled{inner = function(cell_text, c)
  return page.escape(c.kind == "value" and full_width(cell_text) or cell_text)
end})
page_variation("thousands separators", styled{inner = function(cell_text, c)
  if c.kind == "value" and cell_text:find("^%d%d%d%d+$") then cell_text = cell_text:gsub("^(%d+)(%d%d%d)$", "%1,%2") end
  return page.escape(cell_text)
end})
page_variation("characters as references", styled{inner = function(cell_text)
  return (page.escape(cell_text):gsub(utf8.charpattern, function(c) return ("&#x%X;"):format(utf8.codepoint(c)) end))
end})
page_variation("folded punctuation", edited(html{}, folded), {field = folded})

-- Text.
variation("text, a cell a paragraph", text(copy.paragraphs))
variation("text, a cell a line", text(copy.lines))
variation("text, a label and its numbers on a line", text(copy.row_lines))
variation("text, tabs between cells", text(copy.tabs))
variation("text, bars around cells in Markdown", text(copy.markdown))
-- A bar in front of a line is no border here: the empty cell before it is lost.
variation("text, bars between cells", text(copy.bare_bars), {
  told = {"cells.row_incomplete", "structure.header", "reading.header", "reading.table"}, strays = true})
variation("text, bars on lines of their own", text(copy.bars_apart))
variation("text, bars between cells, blank cells", text(copy.bare_bars), {
  generate = blank, strays = true,
  told = {"cells.row_incomplete", "structure.header", "reading.header", "reading.table"}})
variation("text, bars around cells, blank cells", text(copy.markdown), {generate = blank})
variation("text, tabs between cells, blank cells", text(copy.tabs), {
  generate = blank, told = {"cells.row_incomplete", "structure.header", "structure.row_missing"},
  strays = true})
variation("text, CR LF", edited(text(copy.lines), function(bytes) return (bytes:gsub("\n", "\r\n")) end))
variation("text, ideographic spaces around every line", edited(text(copy.lines), function(bytes)
  return (bytes:gsub("[^\n]+", "　　%0　"))
end))
variation("text, GB18030", edited(text(copy.lines), iconv "GB18030"))
variation("text, a page number after every twenty lines", edited(text(copy.lines), function(bytes)
  local lines = 0
  local body, tail = bytes:match("^(.-)(\n六、.*)$")
  return body:gsub("\n", function()
    lines = lines + 1
    if lines % 20 == 0 then return ("\n— %d —\n"):format(lines // 20) end
  end) .. tail
end))
variation("text, a page number above the date", edited(text(copy.lines), function(bytes)
  return (bytes:gsub("\n\n([^\n]+)\n$", "\n\n— 9 —\n\n%1\n"))
end))
-- Words of the header in two halves, on a line each.
local function halved(accept)
  return text(copy.lines, {tables = function(tables)
    each_cell(tables, function(c)
      local length = utf8.len(c.text)
      if c.kind == "header" and length > 3 and accept(c.text) then
        c.text = table.concat(pieces(c.text, (length + 1) // 2), "\n")
      end
    end)
  end})
end
variation("text, words of the header on two lines", halved(function(word) return word ~= "其他结果" end))
variation("text, 其他结果 on two lines", halved(function(word) return word == "其他结果" end))
-- A number between two dashes, a cell on each line.
variation("text, a number between dashes", function(case)
  local cells = case.model.cells
  for _, id in ipairs{"business", "public_welfare"} do
    local found = cells["applications.granted." .. id]
    if found then found.state, found.text, found.value, found.note = "dash", "—", nil, nil end
  end
  local between = cells["applications.granted.research_institution"]
  if between then between.state, between.text, between.value, between.note = "number", "12", 12, nil end
  return copy.render(case.declared, case.model, case.source, copy.lines)
end)
variation("text, a label and 无 on a line", function(case)
  local found = case.model.cells["enforcement.penalties.decisions"]
  if found then found.state, found.text, found.value, found.note = "none", "无", nil, nil end
  return copy.render(case.declared, case.model, case.source, copy.row_lines)
end, {form = "cn_disclosure_2021"})
for _, kind in ipairs{"lines", "row_lines", "markdown"} do
  variation("text, " .. kind .. ", columns of table three in another order", function(case)
    return copy.render(reordered(case.declared, "applications", other_columns), case.model, case.source, copy[kind])
  end)
end
variation("text, item marks (1) in place of 1.", edited(text(copy.lines), function(bytes)
  return (bytes:gsub("\n(%d)%.", "\n（%1）"))
end))
variation("text, item marks 1、 in place of 1.", edited(text(copy.lines), function(bytes)
  return (bytes:gsub("\n(%d)%.", "\n%1、"))
end))
variation("text, folded punctuation", edited(text(copy.lines), folded), {field = folded})
variation("text, traditional characters", edited(text(copy.lines), traditional),
          {field = traditional, units = false})
local vertical = text(copy.lines, {tables = function(tables)
  each_cell(tables, function(c)
    if c.kind == "group" then c.text = table.concat(pieces(c.text, 1), "\n") end
  end)
end})
variation("text, groups of rows one character a line", vertical, {finds = {["reading.labels"] = true}})
variation("text, ordinals of groups one character a line", vertical)
variation("text, labels of table three apart from its numbers", text(function(t, part)
  return part == "applications" and copy.detached(t) or copy.lines(t)
end), {generate = {sums = true}, finds = {["reading.rows"] = true}, inferred = "applications"})
variation("text, the same with sums that do not hold", text(function(t, part)
  return part == "applications" and copy.detached(t) or copy.lines(t)
end), {told = {"reading.order", "ledger.unaccounted"}, strays = true})

return variations
