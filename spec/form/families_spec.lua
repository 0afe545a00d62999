--- Forms of other families than the disclosure reports, each a few lines: what a form can say and the engine reads,
-- from pages, from tables of bars and from flattened text.

local govreport = require "govreport"

-- ---- indicators with their units, headings, subtotals -------------------------------------------------

govreport.form {
  id = "ferry_indicators", name = "渡口统计表", years = { 2010, 2030 },
  tables = {
    {
      id = "indicators",
      columns = { { id = "unit", label = "计量单位", type = "unit" }, { id = "count", label = "统计数" } },
      header = { "统计指标" },
      rows = {
        { id = "traffic", label = "一、客流情况", heading = true },
        { id = "passengers", label = { "一、客流情况", "（一）运送旅客数（往返计1次）" }, variants = { "（一）运送旅客数" } },
        { id = "passengers_adult", label = { "一、客流情况", "（一）运送旅客数", "1.成人旅客数" } },
        { id = "passengers_child", label = { "一、客流情况", "（一）运送旅客数", "2.儿童旅客数" } },
        { id = "complaints", label = "二、乘客投诉数量" },
        { id = "complaints_upheld", label = { "二、乘客投诉数量", "（一）属实数" } },
        { id = "complaints_other", label = { "二、乘客投诉数量", "（二）其他情形数" } },
        { id = "mishaps", label = "三、险情数量" },
        { id = "mishaps_upheld", label = { "三、险情数量", "（一）属实数" } },
        { id = "mishaps_other", label = { "三、险情数量", "（二）其他情形数" } },
        { id = "income", label = "四、船票收入", decimal = true },
      },
    },
  },
  detect = { labels = { "一、客流情况", "二、乘客投诉数量", "三、险情数量", "四、船票收入" } },
}

local indicators = {
  { "一、客流情况", "——", "" }, { "（一）运送旅客数（往返计1次）", "人次", "3012" }, { "1.成人旅客数", "人次", "2900" },
  { "2.儿童旅客数", "人次", "112" }, { "二、乘客投诉数量", "件", "5" }, { "（一）属实数", "件", "2" },
  { "（二）其他情形数", "件", "3" }, { "三、险情数量", "次", "1" }, { "（一）属实数", "次", "1" },
  { "（二）其他情形数", "次", "0" }, { "四、船票收入", "万元", "42,615.90" },
}

local function html(rows, attributes)
  local lines = {}
  for i, row in ipairs(rows) do
    local cells = {}
    for k, text in ipairs(row) do
      cells[k] = "<td" .. (attributes and attributes[text] or "") .. ">" .. text .. "</td>"
    end
    lines[i] = "<tr>" .. table.concat(cells) .. "</tr>"
  end
  return "<h1>云岭市渡口2016年统计表</h1><table>" .. table.concat(lines) .. "</table><p>填表说明见附件。</p>"
end

local function bars(rows)
  local lines = {}
  for i, row in ipairs(rows) do lines[i] = "| " .. table.concat(row, " | ") .. " |" end
  return "云岭市渡口2016年统计表\n\n" .. table.concat(lines, "\n") .. "\n"
end

-- Each cell in a paragraph of its own, those without text left out.
local function flattened(rows)
  local lines = { "云岭市渡口2016年统计表" }
  for _, row in ipairs(rows) do
    for _, text in ipairs(row) do
      if text ~= "" then lines[#lines + 1] = text end
    end
  end
  return table.concat(lines, "\n\n") .. "\n"
end

local function with_header(rows, header) return table.move(rows, 1, #rows, 2, { header }) end

local function values(report, t, column)
  local list = {}
  for row in report.tables[t]:rows() do
    local cell = row:cell(column or "value")
    local value = cell.value
    list[#list + 1] = row.id .. "=" .. (value == nil and cell.state or tostring(value)) .. (cell.unit or "")
  end
  return list
end

describe("a table of indicators", function()
  local wanted = {
    "passengers=3012人次", "passengers_adult=2900人次", "passengers_child=112人次", "complaints=5件",
    "complaints_upheld=2件", "complaints_other=3件", "mishaps=1次", "mishaps_upheld=1次", "mishaps_other=0次",
    "income=42615.9万元",
  }
  local rows = with_header(indicators, { "统计指标", "计量单位", "统计数" })
  for name, text in pairs { page = html(rows), bars = bars(rows), flattened = flattened(rows) } do
    it("is read from " .. name, function()
      local report = assert(govreport.parse(text))
      assert.equal("ferry_indicators", report.form)
      assert.same(wanted, values(report, "indicators", "count"))
      assert.equal(0, #report:unaccounted())
      assert.equal("text", report.tables.indicators:cell("passengers", "unit").state)
    end)
  end

  it("tells rows of one label by the row that is their group", function()
    local few = {}
    for i, row in ipairs(rows) do
      if i ~= 7 and i ~= 8 then few[#few + 1] = row end
    end
    for _, print in ipairs { html, bars, flattened } do
      local report = assert(govreport.parse(print(few)))
      assert.equal("absent", report.tables.indicators:cell("complaints_upheld", "count").state)
      assert.equal(1, report.tables.indicators:cell("mishaps_upheld", "count").value)
    end
  end)
end)

-- ---- pairs of a label and a value ------------------------------------------------------------------------

govreport.form {
  id = "pier_card", name = "码头信息表",
  tables = {
    {
      id = "card", pairs = true,
      rows = {
        { id = "owner", label = "管理单位", type = "text" },
        { id = "opened", label = "启用日期", type = "date" },
        { id = "kind", label = "码头类型", type = "choice" },
        { id = "services", label = "服务项目", type = "choice", many = true },
        { id = "lit", label = "是否有夜间照明", type = "flag" },
        { id = "depth", label = "前沿水深（单位：米）", variants = { "前沿水深" }, unit = "米" },
        { id = "north_total", label = { "北侧泊位", "总数" }, unit = "个" },
        { id = "north_name", label = { "北侧泊位", "名称" }, type = "text" },
        { id = "south_total", label = { "南侧泊位", "总数" }, unit = "个" },
        { id = "south_name", label = { "南侧泊位", "名称" }, type = "text" },
        { id = "phone", label = "联系电话", type = "text" },
      },
    },
  },
  detect = { labels = { "前沿水深（单位：米）", "是否有夜间照明", "码头类型" }, words = { "码头信息表" }, least = 2 },
}

describe("a table of pairs", function()
  local wanted = {
    "owner=云岭市渡口管理站", "opened=2011-05-01", "kind=货运码头", "services=候船、餐饮", "lit=false", "depth=4.5米",
    "north_total=12个", "north_name=北港池", "south_total=3个", "south_name=blank", "phone=0318-2688888",
  }
  local rows = {
    { "管理单位", "云岭市渡口管理站", "启用日期", "2011年5月1日" },
    { "码头类型", "□客运码头 ☑货运码头 □综合码头" }, { "服务项目", "☑候船 □停车 ☑餐饮 □其他____" },
    { "是否有夜间照明", "□是 ☑否", "前沿水深（单位：米）", "4.50" },
    { "北侧泊位", "总数", "12" }, { "名称", "北港池" }, { "南侧泊位", "总数", "3" }, { "名称", "" },
    { "联系电话", "0318-2688888" },
  }
  local spans = { ["北侧泊位"] = ' rowspan="2"', ["南侧泊位"] = ' rowspan="2"' }
  local function page(list) return (html(list, spans):gsub("统计表", "码头信息表")) end
  local function lines() return (flattened(rows):gsub("统计表", "码头信息表")) end
  local function with_colons()
    return [[
云岭市码头信息表

管理单位：云岭市渡口管理站  启用日期：2011年5月1日
码头类型：□客运码头 ☑货运码头 □综合码头
服务项目：☑候船 □停车 ☑餐饮 □其他____
是否有夜间照明 □是 ☑否  前沿水深（单位：米）：4.50
北侧泊位
总数：12
名称：北港池
南侧泊位
总数：3
名称：
联系电话：0318-2688888
]]
  end

  for name, text in pairs { page = page(rows), flattened = lines(), ["lines with colons"] = with_colons() } do
    it("is read from " .. name, function()
      local report = assert(govreport.parse(text))
      assert.equal("pier_card", report.form)
      assert.same(wanted, values(report, "card"))
      assert.equal(0, #report:unaccounted())
    end)
  end

  it("has values of their types, with places", function()
    local card = assert(govreport.parse(page(rows))).tables.card
    local states = {}
    for row in card:rows() do states[#states + 1] = row:cell("value").state end
    assert.same({ "text", "date", "choice", "choice", "flag", "number", "number", "text", "number", "blank", "text" },
      states)
    local source = page(rows):gsub("云岭市渡口管理站", "<b>雲嶺市</b> 渡口\n（北）管理站 No. 3")
    assert.equal("雲嶺市渡口（北）管理站No. 3", assert(govreport.parse(source)).tables.card:cell("owner", "value").value)
    assert.equal("□是☑否", card:cell("lit", "value").raw)
    assert.equal("候船、餐饮", card:cell("services", "value").value)
  end)

  local doubtful = {
    { "□是 ☑否", "☑是 ☑否", "lit", "unreadable" }, { "□是 ☑否", "□是 □否", "lit", "blank" },
    { "□客运码头 ☑货运码头", "☑客运码头 ☑货运码头", "kind", "unreadable" },
    { "2011年5月1日", "2011年2月30日", "opened", "unreadable" }, { "2011年5月1日", "/", "opened", "dash" },
    { "云岭市渡口管理站", "", "owner", "blank" }, { "4.50", "约五米", "depth", "unreadable" },
  }
  for _, case in ipairs(doubtful) do
    it("with “" .. case[2] .. "” is " .. case[4] .. " there", function()
      local source = page(rows):gsub(case[1], case[2], 1)
      assert.equal(case[4], assert(govreport.parse(source)).tables.card:cell(case[3], "value").state)
    end)
  end
end)

-- ---- a single table without parts -----------------------------------------------------------------------


local function columns()
  local list = {}
  for _, kind in ipairs { { "budget", "预算数" }, { "final", "决算数" } } do
    for _, entry in ipairs { { "total", "船务合计" }, { "fuel", "燃油费" }, { "repair", "修缮费", "小计" },
                             { "repair_parts", "修缮费", "配件费" }, { "repair_work", "修缮费", "人工费" } } do
      list[#list + 1] = { id = entry[1] .. "_" .. kind[1], label = { kind[2], entry[2], entry[3] }, decimal = true,
                          unit = "万元" }
    end
  end
  return list
end

govreport.form {
  id = "fleet_costs", name = "船务经费支出决算表",
  tables = { { id = "costs", across = true, rows = { { id = "fleet", label = "本单位船务" } }, columns = columns() } },
  detect = { labels = { "船务合计", "燃油费", "修缮费" }, words = { "船务经费支出决算表" }, least = 3 },
}

describe("a form of one table", function()
  it("is found without numbered parts", function()
    local source = [[<p>云岭市渡口2019年度船务经费支出决算表</p><p>单位：万元</p>
<table><tr><td colspan="5">预算数</td><td colspan="5">决算数</td></tr>
<tr><td rowspan="2">船务合计</td><td rowspan="2">燃油费</td><td colspan="3">修缮费</td>
<td rowspan="2">船务合计</td><td rowspan="2">燃油费</td><td colspan="3">修缮费</td></tr>
<tr><td>小计</td><td>配件费</td><td>人工费</td><td>小计</td><td>配件费</td><td>人工费</td></tr>
<tr><td>12,345.60</td><td>1.20</td><td>12,344.40</td><td>0.00</td><td>12,344.40</td>
<td>11.00</td><td>1.00</td><td>10.00</td><td>4.25</td><td>5.75</td></tr></table>]]
    local report = assert(govreport.parse(source))
    assert.equal("fleet_costs", report.form)
    local list = {}
    for cell in report.tables.costs:row("fleet"):cells() do list[#list + 1] = tostring(cell.value) .. cell.unit end
    assert.same({ "12345.6万元", "1.2万元", "12344.4万元", "0万元", "12344.4万元", "11万元", "1万元", "10万元", "4.25万元",
                  "5.75万元" }, list)
  end)
end)

describe("a header of two lines over columns of the same words", function()
  local values_of = "12345.6 1.2 12344.4 0 12344.4 11 1 10 4.25 5.75"
  local group = "船务合计 燃油费 修缮费 "
  local sources = {
    ["line by line"] = "预算数 决算数 " .. group:rep(2) .. ("小计 配件费 人工费 "):rep(2),
    ["group by group"] = "预算数 " .. group .. "小计 配件费 人工费 决算数 " .. group .. "小计 配件费 人工费 ",
  }
  for name, words in pairs(sources) do
    it("is read from text that has it " .. name, function()
      local source = ("云岭市渡口2019年度船务经费支出决算表 " .. words .. values_of):gsub(" ", "\n\n") .. "\n"
      local list = {}
      for cell in assert(govreport.parse(source)).tables.costs:row("fleet"):cells() do
        list[#list + 1] = tostring(cell.value)
      end
      assert.equal(values_of, table.concat(list, " "))
    end)
  end

  it("is not read where its words are out of order", function()
    local words = "预算数 决算数 燃油费 船务合计 修缮费 船务合计 燃油费 修缮费 " .. ("小计 配件费 人工费 "):rep(2)
    local source = ("船务经费支出决算表 " .. words .. values_of):gsub(" ", "\n\n") .. "\n"
    local report = assert(govreport.parse(source))
    assert.equal("unreadable", report.tables.costs:cell("fleet", "fuel_budget").state)
    assert.equal(16, #report:unaccounted())
  end)
end)

-- ---- labels that are patterns --------------------------------------------------------------------------

local lpeg = require "lpeg"
local grammar = require "govreport.grammar"

govreport.form {
  id = "pier_repairs", name = "码头修缮表",
  tables = {
    {
      id = "repairs",
      rows = {
        { id = "current", label = "本年修缮", variants = { grammar.year4 * "年修缮" * lpeg.P "次数" ^ -1 } },
        { id = "planned", label = "计划修缮" },
      },
      columns = { { id = "times", label = "修缮次数" }, { id = "days", label = "停用天数" } },
    },
  },
  detect = { labels = { "修缮次数", "停用天数" } },
}

describe("a label that is a pattern", function()
  local rows = { { "项目", "修缮次数", "停用天数" }, { "2016年修缮次数", "3", "12" }, { "计划修缮", "1", "4" } }
  for name, text in pairs { page = html(rows), bars = bars(rows), flattened = flattened(rows) } do
    it("is found in " .. name, function()
      local report = assert(govreport.parse(text))
      assert.same({ "current=3", "planned=1" }, values(report, "repairs", "times"))
      assert.equal(0, #report:unaccounted())
    end)
  end
end)

-- ---- what the rest of the program makes of them -------------------------------------------------------

local function by_rule(result)
  local found = {}
  for finding in result:findings() do found[finding.rule] = finding end
  return found
end

describe("a form of another family", function()
  local sources = {
    indicators = html(with_header(indicators, { "统计指标", "计量单位", "统计数" })),
    ["indicators that lack rows"] = "<table><tr><td>二、乘客投诉数量</td><td>件</td><td>-5</td></tr><tr><td>四、船票收入</td>"
      .. "<td>万元</td><td></td></tr></table><p>共有3件。未收到申请。报告见附件第2页。</p>",
    pairs = "码头信息表\n\n管理单位：云岭市渡口管理站\n是否有夜间照明：□是 □否\n前沿水深（单位：米）：4.5\n",
  }
  for name, source in pairs(sources) do
    it("is subject to no rule about disclosure reports, and blamed as an error for nothing: " .. name, function()
      local report = assert(govreport.parse(source))
      local result = govreport.check(report, { previous = assert(govreport.parse(source)) })
      local found = {}
      for finding in result:findings() do
        -- What its own tables and cells lack is told as that of ours is.
        local own = finding.rule:find "^structure%." or finding.rule:find "^cells%."
        if not own then found[#found + 1] = finding.rule .. " " .. finding.message end
      end
      assert.same({}, found)
      assert.equal(0, result.counts.error)
      assert.is_nil(report.year)
      assert.is_nil(report.fields.agency)
      assert.error_matches(function() return report.period_start end, "has no field 'period_start'", 1, true)
    end)
  end

  it("is told of cells that cannot be understood and of rows that are cut short", function()
    local report = assert(govreport.parse("码头信息表\n\n启用日期：去年\n是否有夜间照明：□是 ☑否\n前沿水深（单位：米）：4.5\n"))
    local result = govreport.check(report)
    local found = by_rule(result)
    assert.equal("warning", found["cells.unreadable"].severity)
    assert.equal("表格“启用日期”行“填报内容”列填“去年”，无法识别，请核实后更正。", found["cells.unreadable"].message)
    report = assert(govreport.parse "统计指标\n\n计量单位\n\n统计数\n\n二、乘客投诉数量\n\n件\n\n四、船票收入\n\n万元\n\n3\n")
    result = govreport.check(report)
    assert.equal("notice", by_rule(result)["reading.table"].severity)
    assert.equal("undecided", result.verdict)
  end)

  it("may have rules of its own", function()
    local report = assert(govreport.parse(sources.indicators))
    local rules = { {
      id = "ferry.sum", severity = "warning", basis = "提示",
      equal = { { "indicators.passengers.count" },
                { "indicators.passengers_adult.count", "indicators.passengers_child.count" } },
    } }
    assert.equal(0, #govreport.check(report, { rules = rules }).list)
    local wrong = assert(govreport.parse((sources.indicators:gsub("2900", "2901"))))
    assert.equal("ferry.sum", govreport.check(wrong, { rules = rules }).list[1].rule)
  end)
end)

-- ---- a column of units on the same line ------------------------------------------------------------------

describe("an indicator with its unit and number on one line", function()
  it("is read", function()
    local lines = { "云岭市渡口2016年统计表", "统计指标 计量单位 统计数" }
    for _, row in ipairs(indicators) do lines[#lines + 1] = table.concat(row, " ") end
    local report = assert(govreport.parse(table.concat(lines, "\n") .. "\n"))
    assert.equal("passengers=3012人次", values(report, "indicators", "count")[1])
    assert.equal("mishaps_other=0次", values(report, "indicators", "count")[9])
  end)
end)
