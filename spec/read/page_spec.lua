--- What a page holds beside the report.

local example = require "spec.support.example"
local govreport = require "govreport"
local page = require "govreport.read.page"
local small_form = require "spec.support.small_form"

local title = "云岭市水务局2024年政府信息公开工作年度报告"
local article = "<p>" .. title .. "</p>\n<p>一、总体情况</p>\n<p>全年发布供水信息735条。</p>\n<p>二、主动公开政府信息情况</p>\n"
  .. small_form.table [[
    第二十条第（一）项>4
    信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数
    规章 | 0 | 0 | 0
    行政规范性文件 | 4 | 2 | 25
  ]]
  .. "<p>五、存在的主要问题及改进情况</p>\n<p>解读的形式还不够丰富。</p>\n"
  .. "<p>六、其他需要报告的事项</p>\n<p>本年度未收取信息处理费。</p>\n<p>云岭市水务局</p>\n<p>2025年1月15日</p>\n"
local own = { "2024", "735", "0", "0", "0", "4", "2", "25", "2025", "1", "15" }

local function html(head, body)
  return "<html><head>" .. head .. "</head><body>\n" .. body .. "</body></html>\n"
end

-- ---- facts about the page ----------------------------------------------------------------------------

-- The names and contents of the facts of a page.
local function facts_of(source)
  local document = assert(govreport.read_bytes(source))
  local tape, facts = page.facts(document, document.tape)
  local list = {}
  for i, fact in ipairs(facts) do list[i] = fact.name .. "=" .. document.tape:sub(fact.start, fact.stop - 1) end
  return list, tape, document.tape
end

describe("the facts about a page", function()
  it("are its title and its metas, with names in small letters", function()
    local list = facts_of(html("<title> 年报\n页面 </title><meta name='PubDate' content='2025-01-17'>"
      .. "<meta property=\"og:type\" content=article><meta name=keywords content=''>", "<p>正文</p>"))
    assert.same({ "title=年报页面", "pubdate=2025-01-17", "og:type=article", "keywords=" }, list)
  end)

  it("are no text, and the places of the text stay", function()
    local _, tape, whole = facts_of(html("<title>年报3</title><meta name='PubDate' content='2025'>", "<p>正文12</p>"))
    assert.equal(#whole, #tape)
    assert.is_nil(tape:find("年报", 1, true))
    assert.equal(whole:find("正文12", 1, true), tape:find("正文12", 1, true))
  end)

  it("are none in plain text, nor where a page has none", function()
    for _, source in ipairs { "正文\n", html("", "<p>正文</p>") } do
      local list, tape, whole = facts_of(source)
      assert.same({}, list)
      assert.equal(whole, tape)
    end
  end)

  it("leave tables where they are", function()
    local list, tape = facts_of(html("<title>甲</title>", small_form.table "乙|丙"))
    assert.same({ "title=甲" }, list)
    assert.matches("\x1C乙\x1F丙\x1F", tape, 1, true)
  end)
end)

local head = "<title>" .. title .. "_云岭市水务局</title><meta name='ArticleTitle' content='" .. title .. "'>"
  .. "<meta name='PubDate' content='2025-01-17 10:26'><meta name='ContentSource' content='云岭市水务局'>"

describe("the head of a page", function()
  it("tells when and by whom it was published", function()
    local report = example.report(html(head, article))
    assert.equal("2025-01-17", report.published_on)
    assert.equal("云岭市水务局", report.publisher)
    assert.equal("2025-01-17 10:26", report.fields.published_on.raw)
  end)

  it("tells title, body and year where the article has no title", function()
    local report = example.report(html(head, (article:gsub("^.-\n", ""))))
    assert.same({ title, "云岭市水务局", 2024 }, { report.title, report.agency, report.year })
    assert.is_true(report.fields.title.line == 1)
  end)

  it("gives way to what stands on the page", function()
    local report = example.report(html(head:gsub("2024", "2023"), "<p>发布日期：2025-01-18 发布机构：云岭市水务局办公室</p>"
      .. article))
    assert.same({ title, 2024, "2025-01-18", "云岭市水务局办公室" },
      { report.title, report.year, report.published_on, report.publisher })
  end)
end)

-- ---- the article ---------------------------------------------------------------------------------------

-- The numbers of a page by what became of them: the report's own, and with its reason each of the others.
local function account(report)
  local bound, others = {}, {}
  for _, entry in ipairs(report.ledger) do
    if entry.status == "bound" then bound[#bound + 1] = entry.raw
    else others[#others + 1] = entry.raw .. " " .. (entry.reason or entry.status) end
  end
  return bound, others
end

local function verify(source, others)
  local report = example.report(source)
  local bound, rest = account(report)
  assert.same(own, bound)
  assert.same(others, rest)
  assert.same({ title, 2024, "云岭市水务局", "2025-01-15" },
    { report.title, report.year, report.signatory, report.signed_on })
  assert.equal(25, report.tables.instruments:cell("normative_documents", "in_force").value)
  assert.equal(1, #report.claims)
end

local function nested(depth, body) return ("<div>\n"):rep(depth) .. body .. ("</div>\n"):rep(depth) end

-- Name, body of the page, the other numbers.
local pages = {
  { "is alone on the page", article, {} },
  { "is alone in a division", nested(1, article), {} },
  { "stands in nested divisions beside others",
    "<div>今天是2025年1月20日</div>" .. nested(2, "<p>浏览126次</p>" .. nested(3, article)) .. "<div>点击排行 1 2 3</div>",
    { "2025 page_chrome", "1 page_chrome", "20 page_chrome", "126 page_chrome", "1 page_chrome", "2 page_chrome",
      "3 page_chrome" } },
  { "is cut into divisions of its own",
    "<div>访问126人次</div>" .. nested(2, article:gsub("<p>二、", "</div>\n<div><p>二、")) .. "<div>第8期</div>",
    { "126 page_chrome", "8 page_chrome" } },
  { "stands below links to other years",
    "<ul><li>2023年</li><li>2022年政府信息公开工作年度报告</li></ul>" .. nested(1, article),
    { "2023 page_chrome", "2022 page_chrome" } },
  { "stands in sections and an article",
    "<nav>栏目12</nav><main><article>" .. article .. "</article><aside>相关3条</aside></main><footer>2025</footer>",
    { "12 page_chrome", "3 page_chrome", "2025 page_chrome" } },
  { "stands in a cell of a layout table",
    "<table><tr><td><div>导航12</div></td><td>" .. nested(1, article) .. "</td></tr>"
      .. "<tr><td>电话0000-5550137</td></tr></table>",
    { "12 page_chrome", "0000 page_chrome", "5550137 page_chrome" } },
  { "fills a cell of a layout table alone", "<table><tr><td>" .. article .. "</td></tr></table>", {} },
}

-- What stands below an article in the same division begins with these.
local below = {
  "主办单位：云岭市水务局 电话5550137", "承办：信息中心 5550137", "版权所有 2025", "网站标识码：0000000037", "上一篇：2023年年度报告",
  "下一条：关于18处管网改造的公告", "相关链接：2023年", "相关信息 3", "【打印本页】 【关闭窗口】 2025", "关闭窗口 1", "扫一扫 2", "分享到：1 2 3",
  "网站地图 5", "联系我们 5550137", "友情链接 1", "Copyright 2025", "技术支持：5550137", "责任编辑：1号", "附件下载：1",
  "云ICP备00000037号", "本站 云公网安备 00000037号", "All Rights Reserved 2025",
}

describe("an article that", function()
  for _, case in ipairs(pages) do
    it(case[1], function() verify(html("", case[2]), case[3]) end)
  end

  for _, line in ipairs(below) do
    it("is followed by “" .. line .. "”", function()
      local numbers = {}
      for digits in line:gmatch("%d+") do numbers[#numbers + 1] = digits .. " page_chrome" end
      verify(html("", article .. "<p>" .. line .. "</p>\n<p>第9版</p>\n"), table.move({ "9 page_chrome" }, 1, 1,
        #numbers + 1, numbers))
    end)
  end

  it("is followed by other text keeps it", function()
    local report = example.report(html("", article:gsub("<p>云岭市水务局</p>.*$", "") .. "<p>全年巡查管网126次。</p>"))
    assert.equal(126, report.claims[#report.claims].value)
    assert.equal("六、", report:section "other".marker)
    assert.matches("全年巡查管网126次", report:section "other".text, 1, true)
  end)

  it("has a heading of the page above its title keeps the first title in it", function()
    local report = example.report(html("", "<h1>云岭市水务局2023年政府信息公开工作年度报告</h1>" .. nested(1, article)))
    assert.same({ title, 2024 }, { report.title, report.year })
    local _, others = account(report)
    assert.same({ "2023 title" }, others)
  end)

  it("has its title only above it takes that one", function()
    local report = example.report(html("", "<h1>" .. title .. "</h1>" .. nested(1, (article:gsub("^.-\n", "")))))
    assert.same({ title, 2024, "云岭市水务局" }, { report.title, report.year, report.agency })
  end)

  it("is plain text knows no chrome but the lines below it", function()
    local text = example.edit(example.text, "  2021年1月22日", "  2021年1月22日\n\n网站标识码：0000000037")
    local report = example.report("导航12\n\n" .. text)
    assert.same({ "12" }, example.unaccounted(report))
    assert.equal("2021-01-22", report.signed_on)
  end)
end)
