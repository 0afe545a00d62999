--- Words with boxes, and lines that are drawn: which text they make. Pages are written as text: `X Y text` puts a text
-- on a line that begins there, its words apart at spaces; `# X Y X2 Y2` draws the four sides of a box, `- X Y X2 Y2` a
-- line;
-- `===` begins the next page, `*` a picture on it. Letters are 10 points high, those of Chinese as wide as high; of
-- `X Y @16 text` they are 16, of `X Y ~text` those that are no Chinese two thirds wider than half as wide as high.

local core = require "govreport.core"
local generate = require "spec.support.generate"

-- Points as hundredths.
local function hundred(text) return math.floor(tonumber(text) * 100 + 0.5) end

local function add_words(page, x, y, text)
  local size, rest = text:match "^@(%d+) (.*)$"
  local height = size and size * 100 or 1000
  local wide = text:match "^~(.*)$"
  local half = wide and 5 * height // 6 or height // 2
  text = wide or rest or text
  for from, word in text:gmatch("()([^ ]+)") do
    local left = x
    for _, code in utf8.codes(text:sub(1, from - 1)) do left = left + (code < 0x80 and half or height) end
    local right = left
    for _, code in utf8.codes(word) do right = right + (code < 0x80 and half or height) end
    for _, part in ipairs{word, left, y, right, y + height} do page.words[#page.words + 1] = part end
  end
end

local function add_rule(page, x, y, to_x, to_y)
  for _, part in ipairs{x, y, to_x, to_y} do page.rules[#page.rules + 1] = part end
end

local function new_page() return {width = 40000, height = 60000, words = {}, rules = {}} end

local function pages_of(text)
  local pages, page = {}, new_page()
  for line in (text .. "\n"):gmatch("([^\n]*)\n") do
    local mark, a, b, c, d = line:match("^([#-]) ([%d.]+) ([%d.]+) ([%d.]+) ([%d.]+)$")
    local x, y, words = line:match("^([%d.]+) ([%d.]+) (.+)$")
    if line == "===" then pages[#pages + 1], page = page, new_page()
    elseif line == "*" then page.picture = true
    elseif mark then
      local left, top, right, bottom = hundred(a), hundred(b), hundred(c), hundred(d)
      if mark == "-" then add_rule(page, left, top, right, bottom)
      else
        add_rule(page, left, top, right, top)
        add_rule(page, left, bottom, right, bottom)
        add_rule(page, left, top, left, bottom)
        add_rule(page, right, top, right, bottom)
      end
    elseif words then add_words(page, hundred(x), hundred(y), words) end
  end
  pages[#pages + 1] = page
  return pages
end

local function read(text)
  local boxes = assert(core.boxes("pdf", pages_of(text)))
  return assert(core.parse(boxes:text(), {reader = boxes:reader(), owner = boxes})), boxes
end

-- A table as a line for each row: cells apart by |, behind one its spans where it has any.
local function shown_table(block)
  local rows = {}
  for _, cell in ipairs(block.cells) do
    local text = cell.text:gsub("\n", "")
    if cell.row_span > 1 or cell.col_span > 1 then text = ("%s(%dx%d)"):format(text, cell.row_span, cell.col_span) end
    rows[cell.row] = (rows[cell.row] and rows[cell.row] .. "|" or "") .. text
  end
  for row = 1, block.rows do rows[row] = rows[row] or "" end
  return table.concat(rows, "\n")
end

-- Paragraphs are lines, `/` where one goes on in the next; tables stand between rules.
local function shown(document)
  local pieces = {}
  for block in document:blocks() do
    local text = document.tape:sub(block.start, block.stop - 1)
    pieces[#pieces + 1] = block.kind == "table" and "--\n" .. shown_table(block) .. "\n--" or (text:gsub("\v", "/"))
  end
  return table.concat(pieces, "\n")
end

local prose = "50 100 本机关全年主动公开政府信息三十件制发规范性文件"   -- as wide as the column: from 50 to 280

local cases = {
  {"a line is a paragraph", "50 100 总体情况", "总体情况"},
  {"words of a line are in order of their places", "90 100 公开\n50 100 主动", "主动公开"},
  {"numbers stay apart", "50 100 12 30", "12 30"},
  {"letters that are spread are one word", "50 100 商 业 企 业 单 位", "商业企业单位"},
  {"a full line goes on", prose .. "\n50 115 二件。", "本机关全年主动公开政府信息三十件制发规范性文件二件。"},
  {"a short line does not", "50 100 总体情况\n" .. prose:gsub("100", "115"),
   "总体情况\n本机关全年主动公开政府信息三十件制发规范性文件"},
  {"an indented line begins anew", prose .. "\n70 115 二是加强培训。",
   "本机关全年主动公开政府信息三十件制发规范性文件\n二是加强培训。"},
  {"a full line that ends a sentence may be followed by a heading",
   "50 100 本机关全年主动公开政府信息三十件制发规范性件。\n50 115 二、主动公开",
   "本机关全年主动公开政府信息三十件制发规范性件。/二、主动公开"},
  {"a line that begins with wide letters goes on, and is gone on with", prose .. "\n50 115 ~PDF、DOC 两种格式公开全年办理申请百\n"
    .. "50 130 件。", "本机关全年主动公开政府信息三十件制发规范性文件PDF、DOC两种格式公开全年办理申请百件。"},
  {"large lines in the middle are one title", "85 60 @16 云岭市水务局二〇二四\n157 80 @16 年\n101 100 @16 信息公开年度报告\n"
    .. prose:gsub(" 100 ", " 130 ") .. "\n" .. prose:gsub(" 100 ", " 145 ") .. "\n50 160 二件。\n50 190 二、公开",
   "云岭市水务局二〇二四年信息公开年度报告\n" .. ("本机关全年主动公开政府信息三十件制发规范性文件"):rep(2)
    .. "二件。\n二、公开"},
  {"small lines in the middle are not", "145 60 附件\n130 75 总体情况\n" .. prose .. "\n50 115 二件。",
   "附件\n总体情况\n本机关全年主动公开政府信息三十件制发规范性文件二件。"},
  {"a large line far below is another one", "149 40 @16 附件\n101 100 @16 信息公开年度报告\n"
    .. prose:gsub(" 100 ", " 130 ") .. "\n50 145 二件。",
   "附件\n信息公开年度报告\n本机关全年主动公开政府信息三十件制发规范性文件二件。"},
  {"a date breaks behind its hyphen", "50 100 本机关全年主动公开政府信息三十件发布2025-\n50 115 01-12发",
   "本机关全年主动公开政府信息三十件发布2025-01-12发"},
  {"a line far below is another paragraph", prose .. "\n50 140 本机关", "本机关全年主动公开政府信息三十件制发规范性文件\n本机关"},

  {"boxes are cells", "# 50 100 100 120\n# 100 100 150 120\n60 105 规章\n110 105 3", "--\n规章|3\n--"},
  {"a cell without text is blank", "# 50 100 100 120\n# 100 100 150 120\n60 105 规章", "--\n规章|\n--"},
  {"lines of a cell are one text", "# 50 100 100 130\n# 100 100 150 130\n60 105 社会\n60 117 公益\n110 110 3",
   "--\n社会公益|3\n--"},
  {"cells over several columns",
   "# 50 100 150 120\n# 50 120 100 140\n# 100 120 150 140\n80 105 条例\n60 125 规章\n110 125 3",
   "--\n条例(1x2)\n规章|3\n--"},
  {"cells over several rows",
   "# 50 100 100 140\n# 100 100 150 120\n# 100 120 150 140\n60 115 规章\n110 105 3\n110 125 4",
   "--\n规章(2x1)|3\n4\n--"},
  {"sides that are open",
   "- 50 100 150 100\n- 50 120 150 120\n- 100 100 100 120\n60 105 规章\n110 105 3", "--\n规章|3\n--"},
  {"lines drawn cell by cell, and corners apart", "- 50 100 99 100.5\n- 101 100 150 100.5\n- 50 120 99 120.5\n"
   .. "- 101 120 150 120.5\n- 50 101 50.5 119\n- 100 101 100.5 119\n- 150 101 150.5 119\n60 105 规章\n110 105 3",
   "--\n规章|3\n--"},
  {"a frame is no table", "# 50 100 150 140\n60 105 规章\n60 120 三件", "规章\n三件"},
  {"an underline is no table", "50 100 规章\n- 50 112 90 112", "规章"},
  {"text above, between and below tables",
   "50 80 甲\n# 50 100 100 120\n# 100 100 150 120\n60 105 规章\n110 105 3\n50 130 乙\n"
   .. "# 50 150 100 170\n# 100 150 150 170\n60 155 文件\n110 155 4\n50 180 丙", "甲\n--\n规章|3\n--\n乙\n--\n文件|4\n--\n丙"},

  {"a table goes on behind the end of a page", "# 50 500 100 520\n# 100 500 150 520\n60 505 规章\n110 505 3\n===\n"
   .. "# 50 50 100 70\n# 100 50 150 70\n60 55 文件\n110 55 4", "--\n规章|3\n文件|4\n--"},
  {"one of another width does not", "# 50 500 100 520\n# 100 500 150 520\n60 505 规章\n110 505 3\n===\n"
   .. "# 50 50 100 70\n# 100 50 250 70\n60 55 文件\n110 55 4", "--\n规章|3\n--\n--\n文件|4\n--"},
  {"nor one with text in front of it", "# 50 500 100 520\n# 100 500 150 520\n60 505 规章\n110 505 3\n===\n50 30 四、诉讼\n"
   .. "# 50 50 100 70\n# 100 50 150 70\n60 55 文件\n110 55 4", "--\n规章|3\n--\n四、诉讼\n--\n文件|4\n--"},
  {"header rows that come again are dropped",
   "# 50 480 100 500\n# 100 480 150 500\n60 485 名称\n110 485 件数\n# 50 500 100 520\n"
   .. "# 100 500 150 520\n60 505 规章\n110 505 3\n===\n# 50 50 100 70\n# 100 50 150 70\n60 55 名称\n110 55 件数\n"
   .. "# 50 70 100 90\n# 100 70 150 90\n60 75 文件\n110 75 4", "--\n名称|件数\n规章|3\n文件|4\n--"},
  {"a label that the end of the page cuts", "# 50 500 100 520\n# 100 500 150 520\n53 505 行政规范\n110 505 3\n===\n"
   .. "# 50 50 100 70\n# 100 50 150 70\n53 55 性文件", "--\n行政规范性文件|3\n--"},
  {"a blank row with a label of its own stays one",
   "# 50 500 100 520\n# 100 500 150 520\n53 505 1.规范\n110 505 3\n===\n"
   .. "# 50 50 100 70\n# 100 50 150 70\n53 55 2.文件", "--\n1.规范|3\n2.文件|\n--"},
  {"a label over rows of two pages",
   "# 50 480 80 520\n# 80 480 110 500\n# 110 480 150 500\n# 80 500 110 520\n# 110 500 150 520\n"
   .. "53 495 结果\n85 485 甲\n120 485 1\n85 505 乙\n120 505 2\n===\n# 50 50 80 70\n# 80 50 110 70\n# 110 50 150 70\n"
   .. "85 55 丙\n120 55 3", "--\n结果(3x1)|甲|1\n乙|2\n丙|3\n--"},
  {"and the next group", "# 50 480 80 520\n# 80 480 110 500\n# 110 480 150 500\n# 80 500 110 520\n# 110 500 150 520\n"
   .. "53 495 一、\n85 485 甲\n120 485 1\n85 505 乙\n120 505 2\n===\n# 50 50 80 90\n# 80 50 110 70\n# 110 50 150 70\n"
   .. "# 80 70 110 90\n# 110 70 150 90\n53 65 二、\n85 55 丙\n120 55 3\n85 75 丁\n120 75 4",
   "--\n一、(2x1)|甲|1\n乙|2\n二、(2x1)|丙|3\n丁|4\n--"},

  {"page numbers are no text", "50 100 甲文\n190 570 - 1 -\n===\n50 100 乙文\n190 570 - 2 -", "甲文\n乙文"},
  {"nor are plain ones that go on", "50 100 甲文\n190 570 4\n===\n50 100 乙文\n190 570 5", "甲文\n乙文"},
  {"a number that does not is text", "50 100 甲文\n190 570 4\n===\n50 100 乙文\n190 570 9", "甲文\n4\n乙文\n9"},
  {"running heads are no text", "50 20 云岭市水务局\n50 100 甲文\n===\n50 20 云岭市水务局\n50 100 乙文", "甲文\n乙文"},
  {"nor with the number in them", "50 20 年报 第1页\n50 100 甲文\n===\n50 20 年报 第2页\n50 100 乙文", "甲文\n乙文"},
  {"a line at the top that comes once is text", "50 20 云岭市水务局\n50 100 甲文\n===\n50 20 另一行\n50 100 乙文",
   "云岭市水务局\n甲文\n另一行\n乙文"},

  {"values below each other are columns", "50 100 规章      1    2\n50 115 文件      3    4", "--\n规章|1|2\n文件|3|4\n--"},
  {"a record with fewer is blank in the others",
   "50 100 规章      1    2    5\n50 115 文件           4    6\n50 130 决定      3    7",
   "--\n规章|1|2|5\n文件||4|6\n决定|3|7|\n--"},
  {"a value alone shows no column", "50 100 规章      1    2\n50 115 文件      3    4    9", "规章1 2\n文件3 4 9"},
  {"headers stand above their columns", "110 80 制发\n160 80 废止\n50 100 规章       1         2\n50 115 文件       3",
   "--\n|制发|废止\n规章|1|2\n文件|3|\n--"},
}

describe("words with boxes", function()
  for _, case in ipairs(cases) do
    it(case[1], function() assert.equal(case[3], shown((read(case[2])))) end)
  end

  it("are labels on several lines where they follow each other in the source", function()
    local pages = pages_of "50 100 行政规范\n50 115 性文件\n110 107 1         2\n50 135 规章\n110 135 3         4"
    local boxes = assert(core.boxes("pdf", pages))
    assert.equal("--\n行政规范性文件|1|2\n规章|3|4\n--",
                 shown(assert(core.parse(boxes:text(), {reader = boxes:reader(), owner = boxes}))))
  end)

  it("know their places", function()
    local document = read "50 100 甲\n===\n# 50 100 100 120\n# 100 100 150 120\n60 105 规章\n110 105 3"
    local list = {}
    for block in document:blocks() do list[#list + 1] = block end
    assert.same({page = 1, box = {50, 100, 60, 110}, paragraph = 1}, document:spot(list[1].byte, list[1].byte_end))
    local cell = list[2].cells[2]
    assert.same({page = 2, box = {110, 105, 115, 115}, table = 1, row = 1, column = 2},
                document:spot(cell.byte, cell.byte_end))
  end)

  it("are missing from pages that are pictures", function()
    local document = read "50 100 甲\n===\n*\n===\n50 100 乙"
    assert.equal("甲\n乙", shown(document))
    local at = document.text:find("\u{FFFC}", 1, true)
    assert.same({page = 2, box = {0, 0, 400, 600}}, document:spot(at, at + 2))
  end)

  -- Places without walls between them that make an L, and are as many as those of a rectangle as wide and high: it was
  -- never left.
  it("end where lines make no rectangles", function()
    local rules = {
      30000, 6000, 35000, 6047, 40000, 4000, 52500, 4034, 27500, 0, 27538, 8000, 25000, 6000, 25056, 12000,
      25000, 8000, 42500, 8044, 42500, 4000, 42551, 8000, 20000, 4000, 27500, 4013, 32500, 6000, 32513, 12000}
    local boxes = assert(core.boxes("pdf", {{width = 59500, height = 84200, words = {}, rules = rules}}))
    assert.equal("", (boxes:text():gsub("%s", "")))
  end)

  it("lose no word, and say none twice, wherever they stand", function()
    local random = generate.random(11)
    for _ = 1, 8 do random(2) end
    local texts = {"规章", "1", "0", "2.其他", "（六）", "一、总体", "—", "12", "行政复议", "结果", "维持", "3件", "增加"}
    for _ = 1, 200 do
      local pages, wanted = {}, {}
      for p = 1, random(3) do
        local page = {width = 59500, height = 84200, words = {}, rules = {}}
        for _ = 1, random(60) do
          local x, y = random(20) * 2500, 12000 + random(30) * 2000
          local text = texts[random(#texts)]
          for _, part in ipairs{text, x, y, x + 500 * #text, y + 1000} do page.words[#page.words + 1] = part end
          for _, code in utf8.codes(text) do wanted[#wanted + 1] = utf8.char(code) end
        end
        pages[p] = page
      end
      local boxes, found = assert(core.boxes("pdf", pages)), {}
      local document = assert(core.parse(boxes:text(), {reader = boxes:reader(), owner = boxes}))
      for _, code in utf8.codes(document.tape) do
        if code > 0x20 then found[#found + 1] = utf8.char(code) end
      end
      for i, character in ipairs(wanted) do wanted[i] = core.fold(character) end
      table.sort(wanted)
      table.sort(found)
      assert.equal(table.concat(wanted), table.concat(found))
    end
  end)

  it("tell of two texts side by side", function()
    local lines = {}
    for i = 1, 6 do
      lines[#lines + 1] = ("20 %d 左边的文字共有九个字"):format(80 + 20 * i)
      lines[#lines + 1] = ("220 %d 右边的文字共有九个字"):format(85 + 20 * i)
    end
    assert.same({1}, select(2, read(table.concat(lines, "\n"))):parted())
    assert.same({}, select(2, read(table.concat(lines, "\n", 1, 8))):parted())
    assert.same({}, select(2, read((table.concat(lines, "\n"):gsub("%f[%d]220 ", "20 ")))):parted())
  end)

  it("may be anywhere, and of any number", function()
    local far = math.maxinteger
    local words = {"甲", -far, -far, far, far, "乙", far, far, -far, -far, "丙", 0, 0, 0, 0, "", 1, 1, 2, 2}
    local rules = {-far, 0, far, 1, 0, -far, 1, far, 5, 5, 4, 4}
    local boxes = assert(core.boxes("pdf", {{width = 0, height = 0, words = words, rules = rules}}))
    assert.equal("甲", (boxes:text():gsub("%s", "")))
    assert.equal("", assert(core.boxes("pdf", {})):text())
    local wrong = {{width = 1, height = 1, words = {"\xFF", 0, 0, 1, 1}}}
    assert.equal("input.encoding", select(2, core.boxes("pdf", wrong)))
    assert.has_error(function() core.boxes("pdf", {{width = 1, height = 1, words = {"a", 0.5, 0, 1, 1}}}) end,
                     "boxes: a place is no integer")
  end)

  it("take time that grows with their number", function()
    local function seconds(count)
      local words, rules = {}, {}
      for i = 1, count do
        for _, part in ipairs{"1", i % 100 * 700, i // 100 * 1100, i % 100 * 700 + 500, i // 100 * 1100 + 1000} do
          words[#words + 1] = part
        end
        for _, part in ipairs{i % 100 * 700, i // 100 * 1100, i % 100 * 700 + 700, i // 100 * 1100} do
          rules[#rules + 1] = part
        end
      end
      local pages = {{width = 80000, height = 80000, words = words, rules = rules}}
      local begun = os.clock()
      assert(core.boxes("pdf", pages))
      return os.clock() - begun
    end
    assert.is_true(seconds(40000) < 16 * seconds(10000) + 0.2)
  end)
end)
