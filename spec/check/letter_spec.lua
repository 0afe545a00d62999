--- Letters: what they say, and that nothing in a report can break them.

local catalogue = require "govreport.base.catalogue"
local findings = require "spec.support.findings"
local letter = require "govreport.check.letter"
local letter_html = require "govreport.render.letter_html"
local letter_md = require "govreport.render.letter_md"
local rounds = require "govreport.check.rounds"

local entry = findings.entry()
local composed = letter.compose(entry.result, nil, "zh")

describe("a letter", function()
  it("names the body, the report and how much there is to do", function()
    assert.equal("云岭市水务局", composed.agency)
    assert.equal(2020, composed.year)
    assert.equal("你单位《云岭市水务局2020年政府信息公开工作年度报告》经核对，有以下5处问题，请逐条处理后重新报送。", composed.opening)
  end)

  it("groups and numbers the findings", function()
    local titles, numbers = {}, {}
    for i, group in ipairs(composed.groups) do
      titles[i] = group.title
      for _, item in ipairs(group.items) do numbers[#numbers + 1] = item.number end
    end
    assert.same({"必须修改", "请核实"}, titles)
    assert.same({1, 2, 3, 4, 5}, numbers)
  end)

  it("tells part, row, column and the change", function()
    local item = composed.groups[1].items[1]
    assert.equal("第三部分表格", item.part)
    assert.equal("（四）无法提供1.本机关不掌握相关政府信息", item.row)
    assert.equal("自然人", item.column)
    assert.equal("“（四）无法提供1.本机关不掌握相关政府信息”行“自然人”列改为4", item.change)
    assert.same({"行政复议", "各列"}, {composed.groups[1].items[2].row, composed.groups[1].items[2].column})
    assert.equal("标题、引言", composed.groups[2].items[1].part)
    assert.equal("第二部分", composed.groups[2].items[3].part)
  end)

  it("offers the text that should stand there", function()
    local other = findings.entry(findings.edited{{"五、存在的主要问题及改进情况", "五、困难与打算"}})
    local found
    for _, group in ipairs(letter.compose(other.result, nil, "zh").groups) do
      for _, item in ipairs(group.items) do
        if item.problem:find("困难与打算", 1, true) then found = item.change end
      end
    end
    assert.equal("改为“存在的主要问题及改进情况”", found)
  end)

  it("has nothing of what only the tool could not do", function()
    local other = findings.entry(findings.edited{{"配备专职人员1名", "编号为77"}})
    local text = letter_md.render(letter.compose(other.result, nil, "zh"))
    assert.equal(1, other.result.counts.notice)
    assert.is_nil(text:find("77", 1, true))
  end)

  it("says that there is nothing to correct", function()
    local file = assert(io.open("examples/report.txt", "rb"))
    local clean = findings.entry(file:read("a"))
    file:close()
    local text = letter_md.render(letter.compose(clean.result, nil, "zh"))
    assert.matches("未发现需要修改的问题。\n$", text)
  end)

  it("tells what was resolved since the first round", function()
    local first = assert(rounds.read(findings.render("json", {entry})))
    local other = findings.entry(findings.edited{{"五部分组成", "六部分组成"}})
    local compared = first:compare(other.name, other.subject, other.result)
    local second = letter.compose(other.result, compared, "zh")
    assert.same({"引言称全文由5个部分组成，正文实有6个部分，请核实后统一。"}, second.resolved)
    assert.equal("未改", second.groups[1].items[1].status)
    assert.matches("上一轮意见已解决（1处）", letter_html.render(second), 1, true)
    assert.matches("| 与上一轮相比 |", letter_md.render(second), 1, true)
  end)

  for _, lang in ipairs(catalogue.languages) do
    it("is whole in " .. lang, function()
      local own = letter.compose(entry.result, nil, lang)
      assert.matches(catalogue.text(lang, "letter.title"), letter_html.render(own), 1, true)
      assert.matches(catalogue.text(lang, "letter.closing"), letter_html.render(own), 1, true)
    end)
  end
end)

describe("hostile text in a letter", function()
  local hostile = findings.hostile_entry()
  local own = letter.compose(hostile.result, nil, "zh")

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
        assert.equal(7, bars)
        assert.is_nil(line:gsub("\\[<>`*&_%[%]]", ""):find("[<>`*&]"))
      end
    end
  end)
end)
