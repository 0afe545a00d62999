--- Letters: what they say, and that nothing in a report can break them.

local catalogue = require "govreport.base.catalogue"
local example = require "spec.support.example"
local findings = require "spec.support.findings"
local govreport = require "govreport"
local letter = require "govreport.check.letter"
local letter_html = require "govreport.render.letter_html"
local letter_md = require "govreport.render.letter_md"
local rounds = require "govreport.check.rounds"

local entry = findings.entry()
local composed = letter.compose(entry.result, {lang = "zh"})

describe("a letter", function()
  it("names the body, the report and how much there is to do", function()
    assert.equal("云岭市水务局", composed.agency)
    assert.equal(2020, composed.year)
    assert.equal("关于《云岭市水务局2020年政府信息公开工作年度报告》的退改意见", composed.title)
    assert.equal("经核对，你单位《云岭市水务局2020年政府信息公开工作年度报告》有需修改2处、待核实3处，现将具体意见反馈如下。",
                 composed.opening)
  end)

  it("groups and numbers the findings", function()
    local titles, numbers = {}, {}
    for i, group in ipairs(composed.groups) do
      titles[i] = group.title
      for _, item in ipairs(group.items) do numbers[#numbers + 1] = item.number end
    end
    assert.same({"需修改", "待核实"}, titles)
    assert.same({1, 2, 3, 4, 5}, numbers)
  end)

  it("tells part, row, column and the change", function()
    local item = composed.groups[1].items[1]
    assert.equal("第三部分表格", item.part)
    assert.equal("（四）无法提供1.本机关不掌握相关政府信息", item.row)
    assert.equal("自然人", item.column)
    assert.equal("第三部分表格，“（四）无法提供1.本机关不掌握相关政府信息”行，“自然人”列", item.where)
    assert.equal("“（四）无法提供1.本机关不掌握相关政府信息”行“自然人”列改为4", item.change)
    assert.same({}, item.tables)
    assert.same({"行政复议", "各列"}, {composed.groups[1].items[2].row, composed.groups[1].items[2].column})
    assert.equal("第四部分表格，“行政复议”行，共5格", composed.groups[1].items[2].where)
    assert.equal("标题、引言", composed.groups[2].items[1].part)
    assert.equal("第二部分", composed.groups[2].items[3].part)
  end)

  it("offers the text that should stand there", function()
    local other = findings.entry(findings.edited{{"五、存在的主要问题及改进情况", "五、困难与打算"}})
    local found
    for _, group in ipairs(letter.compose(other.result, {lang = "zh"}).groups) do
      for _, item in ipairs(group.items) do
        if item.problem:find("困难与打算", 1, true) then found = item.change end
      end
    end
    assert.equal("改为“存在的主要问题及改进情况”", found)
  end)

  it("has nothing of what only the tool could not do", function()
    local other = findings.entry(findings.edited{{"配备专职人员1名", "编号为77"}})
    local text = letter_md.render(letter.compose(other.result, {lang = "zh"}))
    assert.equal(1, other.result.counts.notice)
    assert.is_nil(text:find("77", 1, true))
  end)

  it("says that there is nothing to correct", function()
    local file = assert(io.open("examples/report.txt", "rb"))
    local clean = findings.entry(file:read("a"))
    file:close()
    local text = letter_md.render(letter.compose(clean.result, {lang = "zh"}))
    assert.matches("^# 关于《云岭市水务局2020年政府信息公开工作年度报告》的核对意见\n", text)
    assert.matches("未发现需修改、待核实之处。\n$", text)
  end)

  it("tells what was resolved since the first round", function()
    local first = assert(rounds.read(findings.render("json", {entry})))
    local other = findings.entry(findings.edited{{"五部分组成", "六部分组成"}})
    local compared = first:compare(other.name, other.subject, other.result)
    local second = letter.compose(other.result, {rounds = compared, lang = "zh"})
    assert.same({"引言称全文由5个部分组成，正文实有6个部分，请核实后统一。"}, second.resolved)
    assert.equal("未改", second.groups[1].items[1].status)
    assert.matches("上一轮意见已解决（1处）", letter_html.render(second), 1, true)
    assert.matches("| 与上一轮相比 |", letter_md.render(second), 1, true)
  end)

  for _, lang in ipairs(catalogue.languages) do
    it("is whole in " .. lang, function()
      local own = letter.compose(entry.result, {lang = lang})
      for _, render in ipairs{letter_html.render, letter_md.render} do
        for _, key in ipairs{"opening", "closing"} do assert.matches(own[key], render(own), 1, true) end
        assert.matches(catalogue.text(lang, "letter.answer"), render(own), 1, true)
      end
    end)
  end
end)

-- ---- small tables -------------------------------------------------------------------------------

local granted = "（一）予以公开"

-- The items of the letter about the example with other cells.
local function items(cells, lang)
  local result = example.check(example.set_all(example.text, cells), {lang = lang})
  local own = letter.compose(result, {lang = lang or "zh"})
  local list = {}
  for _, group in ipairs(own.groups) do table.move(group.items, 1, #group.items, #list + 1, list) end
  return list, own
end

-- A table as lines, with marked cells in brackets.
local function lines_of(own)
  local lines = {table.concat(own.head, "|")}
  for _, row in ipairs(own.rows) do
    local texts = {}
    for i, cell in ipairs(row) do texts[i] = cell.marked and "[" .. cell.text .. "]" or cell.text end
    lines[#lines + 1] = table.concat(texts, "|")
  end
  return lines
end

describe("an item with several cells", function()
  it("has the rows and columns that its repair touches", function()
    local list = items{{granted, 7, "0"}, {"（二）部分公开（区分处理的，只计这一情形，不计其他情形）", 7, "0"}}
    assert.equal("共2格，按下表更正", list[1].change)
    assert.equal("第三部分表格，“总计”列，共2格", list[1].where)
    assert.same({"|总计", "（一）予以公开|[0→26]", "（二）部分公开|[0→5]"}, lines_of(list[1].tables[1]))
  end)

  it("shows what stands beside the cells that change", function()
    local list = items{{granted, 1, "18"}, {granted, 2, "6"}}
    assert.same({"|自然人|商业企业", "（一）予以公开|[18→17]|[6→5]"}, lines_of(list[1].tables[1]))
  end)

  it("shows at most three of its possible repairs, and how many there are", function()
    local list = items{{"总计", 5, "3"}}
    assert.equal("改法共5种，下表列出3种，请对照原始数据确定", list[1].change)
    assert.same({"行|列|现填|改法1|改法2|改法3", "行政复议|总计|3|[2]||", "行政复议|结果维持|1||[2]|",
                 "行政复议|结果纠正|0|||[1]"}, lines_of(list[1].tables[1]))
  end)

  it("shows which cells are not filled in", function()
    local list = items{{"3.补正后申请内容仍不明确", 3, "/"}, {"3.补正后申请内容仍不明确", 4, "/"}}
    assert.same({"|科研机构|社会公益组织", "（四）无法提供3.补正后申请内容仍不明确|[/]|[/]"}, lines_of(list[1].tables[1]))
  end)

  it("has its table as wide as the page, and in Markdown behind the others", function()
    local _, own = items{{granted, 1, "18"}, {granted, 2, "6"}}
    assert.matches('<td class="repair" colspan="5">', letter_html.render(own), 1, true)
    assert.matches('<td class="marked">18→17</td>', letter_html.render(own), 1, true)
    assert.matches("第1项\n\n|  | 自然人 | 商业企业 |\n| --- | --- | --- |\n| （一）予以公开 | **18→17** | **6→5** |\n",
                   letter_md.render(own), 1, true)
  end)
end)

-- ---- who writes, and by when --------------------------------------------------------------------

describe("the end of a letter", function()
  local options = {from = "云岭市人民政府办公室", date = "2021-02-05", deadline = "2021-02-28", contact = "张敏，0571-5550101"}

  it("has the sender, the date, the deadline and the contact", function()
    local own = assert(govreport.letter(entry.result, options))
    assert.same({"2021年2月5日", "2021年2月28日"}, {own.date, own.deadline})
    assert.matches("，于2021年2月28日前连同更正后的报告一并反馈。$", own.closing)
    local text = letter_md.render(own)
    local ending = "\n\n云岭市人民政府办公室\n\n2021年2月5日\n\n（联系方式：张敏，0571-5550101）\n"
    assert.equal(ending, text:sub(-#ending))
    local page = letter_html.render(own)
    for _, words in ipairs{"<p>云岭市人民政府办公室</p>", "<p>2021年2月5日</p>", "（联系方式：张敏，0571-5550101）"} do
      assert.matches(words, page, 1, true)
    end
  end)

  it("writes days in the language of the letter", function()
    local own = assert(govreport.letter(entry.result, {lang = "en", date = "2021-02-05", deadline = "2021-12-31"}))
    assert.same({"5 February 2021", "31 December 2021"}, {own.date, own.deadline})
  end)

  it("is without what is not given", function()
    local page = letter_html.render(composed)
    assert.is_nil(page:find('<div class="signature">', 1, true))
    assert.is_nil(page:find("联系方式", 1, true))
    assert.matches("连同更正后的报告一并反馈。$", composed.closing)
  end)

  it("refuses what is no date", function()
    for _, wrong in ipairs{"2021-02-30", "28.2.2021", "2021年2月28日"} do
      assert.error_matches(function() govreport.letter(entry.result, {deadline = wrong}) end,
                           "'deadline' must be a date like 2025-02-28, not \"" .. wrong .. "\"", 1, true)
    end
  end)
end)

describe("hostile text in a letter", function()
  local hostile = findings.hostile_entry()
  local own = letter.compose(hostile.result, {lang = "zh"})

  it("is text in HTML", function()
    local page = letter_html.render(own)
    assert.is_nil(page:find("<b ", 1, true))
    assert.is_nil(page:find("[%z\1-\8\11-\31\127]"))
    assert.is_nil(page:find("\u{202E}", 1, true))
    assert.matches("&lt;b a=&quot;1&quot;&gt;&amp;amp;", page, 1, true)
    assert.is_nil(page:find("<script", 1, true))
    assert.is_nil(page:find("http", 1, true))
  end)

  it("stays in its cell in Markdown", function()
    local text = letter_md.render(own)
    for line in text:gmatch("[^\n]+") do
      if line:find("^| 1 ") then
        local bars = select(2, line:gsub("\\\\", ""):gsub("\\|", ""):gsub("|", ""))
        assert.equal(6, bars)
        assert.is_nil(line:gsub("\\[<>`*&_%[%]]", ""):find("[<>`*&]"))
      end
    end
  end)
end)
