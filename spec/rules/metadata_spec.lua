local example = require "spec.support.example"
local units = require "govreport.bodies.units"
local verify = require "spec.support.rule_case"

local title = "\n  云岭市水务局2020年政府信息公开工作年度报告\n"
local whole_year = "2020年1月1日至2020年12月31日"

local function edited(from, to) return example.edit(example.text, from, to) end

describe("the rules about title and dates", function()
  it("say nothing of the example", function()
    assert.same({}, example.findings(example.text, nil, { select = { "metadata" } }))
  end)
end)

describe("metadata.title", function()
  it("asks for a title", function()
    verify {
      text = edited(title, "\n"), rule = "metadata.title", severity = "warning",
      zh = "未找到“××（机关名称）××××年政府信息公开工作年度报告”形式的标题，请核实后补充。",
      en = "no title with the body's name and the year was found; please verify and add one.",
    }
  end)

  local wordings = {
    "云岭市水务局2020年政府信息公开年度报告", "云岭市水务局2020年信息公开工作年度报告",
    "云岭市水务局2020年政务信息公开年度报告", "云岭市水务局2020年政府信息公开年报",
    "云岭市水务局2020年政府信息公开工作报告", "2020年云岭市水务局政府信息公开工作的年度报告",
  }
  for _, wording in ipairs(wordings) do
    it("corrects “" .. wording .. "”", function()
      verify {
        text = edited(title, "\n  " .. wording .. "\n"), rule = "metadata.title", severity = "warning",
        zh = "标题“" .. wording .. "”不规范，应为“云岭市水务局2020年政府信息公开工作年度报告”，请核实后更正。",
        en = "the title “" .. wording .. "” should be “云岭市水务局2020年政府信息公开工作年度报告”; please verify.",
        places = { wording }, actual = wording, line = 6,
      }
    end)
  end
end)

describe("the year of the title", function()
  local own = "云岭市水务局2020年政府信息公开工作年度报告"

  local function titled(wording, text) return example.edit(text or example.text, title, "\n  " .. wording .. "\n") end

  it("is corrected by all that names another", function()
    verify {
      text = titled("云岭市水务局2019年政府信息公开工作年度报告"), rule = "metadata.title", severity = "error",
      zh = "标题年度为2019年，统计期限和落款日期均对应2020年度，应为2020年，请核改。",
      en = "the title is for 2019, the period and the date of signature for 2020; it should say 2020, please correct "
           .. "it.",
      places = { "2019" }, expected = 2020, actual = 2019, line = 6,
    }
  end)

  for _, wrong in ipairs{"2021", "2002", "2120", "2210"} do
    it("is corrected where it is " .. wrong .. ", and nothing is computed from it", function()
      local list = example.findings(titled((own:gsub("2020", wrong))))
      assert.equal(1, #list)
      assert.equal("metadata.title", list[1].rule)
      assert.equal(2020, list[1].expected)
    end)
  end

  it("is not the year of the deadline where it is wrong", function()
    local text = example.edit_all(titled("云岭市水务局2021年政府信息公开工作年度报告"), "2021年1月22日", "2021年2月22日", 1)
    text = example.edit(example.edit(text, "\n  （2021年1月）\n", "\n"), "2021年01月25日", "2021年02月25日")
    local late = example.findings(text, "metadata.late")
    assert.equal("落款日期为2021年2月22日，晚于规定的公布期限2021年1月31日，请核实日期；确属逾期的请说明情况。", late[1].message)
  end)

  it("is right where the title's wording is wrong as well", function()
    local list = example.findings(titled("云岭市水务局2019年政府信息公开年报"), "metadata.title")
    assert.equal(2, #list)
    assert.equal("标题“云岭市水务局2019年政府信息公开年报”不规范，应为“云岭市水务局2020年政府信息公开工作年度报告”，请核实后更正。", list[1].message)
    assert.equal(2020, list[2].expected)
  end)
end)

describe("metadata.publisher", function()
  it("notices a name that stops short", function()
    verify {
      text = edited("发布机构：云岭市水务局", "发布机构：云岭市水务"), rule = "metadata.publisher", severity = "info",
      zh = "发布机构“云岭市水务”比机关名称“云岭市水务局”少“局”字，如系漏字请补全。",
      en = "the publisher “云岭市水务” lacks “局” of the body's name “云岭市水务局”; please write it in full.",
      places = { "云岭市水务" }, expected = "云岭市水务局", actual = "云岭市水务", line = 2,
    }
  end)

  it("lets another body publish", function()
    assert.same({}, example.findings(edited("发布机构：云岭市水务局", "发布机构：云岭市人民政府")))
  end)
end)

describe("metadata.period", function()
  it("notices the period of another year", function()
    verify {
      text = edited(whole_year, "2019年1月1日至2019年12月31日"), rule = "metadata.period", severity = "warning",
      zh = "引言统计期限写为“2019年1月1日至2019年12月31日”，与报告年度2020年不符，疑未更新，应为“2020年1月1日至2020年12月31日”，请核实后更正。",
      en = "the preface gives the period “2019年1月1日至2019年12月31日”, the report is for 2020; please verify, it should be "
           .. "1 January to 31 December 2020.",
      places = { "2019年1月1日", "2019年12月31日" }, expected = "2020-01-01/2020-12-31",
      actual = "2019-01-01/2019-12-31", line = 12,
    }
  end)

  it("notices other days", function()
    verify {
      text = edited(whole_year, "2020年1月1日至2020年11月30日"), rule = "metadata.period", severity = "warning",
      zh = "引言统计期限写为“2020年1月1日至2020年11月30日”，应为“2020年1月1日至2020年12月31日”，请核实后更正。",
      places = { "2020年1月1日", "2020年11月30日" }, expected = "2020-01-01/2020-12-31",
      actual = "2020-01-01/2020-11-30", line = 12,
    }
  end)

  -- Misprints that offices have published.
  local misprints = { "2020年1月1日至202020年12月31日", "202011日至20201231日", "2020年1月1日至2020年12月32日" }
  for _, printed in ipairs(misprints) do
    it("notices “" .. printed .. "”", function()
      local result = example.check(edited(whole_year, printed))
      assert.is_true(#result.list > 0)
      for finding in result:findings() do
        assert.equal(12, finding.line)
        assert.is_nil(finding.message:find("与报告年度2020年不符", 1, true))
      end
    end)
  end

  for _, printed in ipairs{"2020年1月至12月", "2020年1月—2020年12月", "2020年1-12月"} do
    it("reads “" .. printed .. "” as the whole year", function()
      local report = example.report(edited(whole_year, printed))
      assert.equal("2020-01-01", report.period_start)
      assert.equal("2020-12-31", report.period_end)
    end)
  end

  it("reads no year out of months of two", function()
    assert.is_nil(example.report(edited(whole_year, "2019年1月至2020年12月")).period_end)
  end)

  it("reads a period in Chinese numerals", function()
    local report = example.report(edited(whole_year, "二〇二〇年一月一日至二〇二〇年十二月三十一日"))
    assert.equal("2020-01-01", report.period_start)
    assert.equal("2020-12-31", report.period_end)
  end)
end)

describe("metadata.date_invalid", function()
  local cases = {
    { "2021年1月22日", "2021年2月29日", "落款日期", "the date of signature", 626 },
    { "2021年01月25日", "2021年13月25日", "发布日期", "the date of publication", 3 },
    { "2021年01月25日", "近日", "发布日期", "the date of publication", 3 },
    { "（2021年1月）", "（2021年13月）", "标题下日期", "the date below the title", 8 },
  }
  for _, case in ipairs(cases) do
    local from, to, zh, en, line = table.unpack(case)
    local raw = to:match("^（(.*)）$") or to
    it("names “" .. raw .. "”", function()
      verify {
        text = edited(from, to), rule = "metadata.date_invalid", severity = "warning",
        zh = zh .. "“" .. raw .. "”不是有效日期，请核实后更正。",
        en = en .. ", “" .. raw .. "”, is not a date; please verify.",
        places = { raw }, actual = raw, line = line,
      }
    end)
  end
end)

describe("metadata.date_order", function()
  it("notices a date before the end of the year", function()
    verify {
      text = edited("2021年1月22日", "2020年1月22日"), rule = "metadata.date_order", severity = "warning",
      zh = "落款日期“2020年1月22日”早于报告年度2020年结束之日，疑应为“2021年1月22日”，请核实后更正。",
      en = "the date of signature, “2020年1月22日”, is before the end of 2020; probably “2021年1月22日”, please verify.",
      places = { "2020年1月22日" }, expected = "2021-01-22", actual = "2020-01-22", line = 626,
    }
  end)

  it("notices a month before the end of the year", function()
    verify {
      text = edited("（2021年1月）", "（2020年1月）"), rule = "metadata.date_order", severity = "warning",
      zh = "标题下日期“2020年1月”早于报告年度2020年结束之日，疑应为“2021年1月”，请核实后更正。", places = { "2020年1月" },
      expected = "2021-01", actual = "2020-01", line = 8,
    }
  end)

  it("tells several dates of the wrong year in one finding", function()
    local text = edited("2021年1月22日", "二〇二〇年一月二十二日")
    text = example.edit(text, "2021年01月25日", "2020年01月25日")
    verify {
      text = text, rule = "metadata.date_order", severity = "warning",
      zh = "发布日期“2020年01月25日”和落款日期“二〇二〇年一月二十二日”早于报告年度2020年结束之日，"
           .. "疑应为“2021年01月25日”和“2021年1月22日”，请核实后更正。",
      en = "the date of publication, “2020年01月25日”, and the date of signature, “二〇二〇年一月二十二日”, are before the end "
           .. "of 2020; probably “2021年01月25日” and “2021年1月22日”, please verify.",
      places = { "2020年01月25日", "二〇二〇年一月二十二日" }, expected = "2021-01-25", actual = "2020-01-25", line = 3,
    }
  end)

  it("proposes no date in the second half of a year", function()
    local list = example.findings(edited("2021年1月22日", "2020年12月22日"), "metadata.date_order")
    assert.equal("落款日期“2020年12月22日”早于报告年度2020年结束之日，请核实后更正。", list[1].message)
    assert.equal(1, #list)
  end)

  it("does not blame the signature for coming after a publication of the wrong year", function()
    local list = example.findings(edited("2021年01月25日", "2020年01月25日"))
    assert.equal(1, #list)
    assert.equal("发布日期“2020年01月25日”早于报告年度2020年结束之日，疑应为“2021年01月25日”，请核实后更正。", list[1].message)
  end)

  it("notices a signature after the publication", function()
    verify {
      text = edited("2021年1月22日", "2021年1月28日"), rule = "metadata.date_order", severity = "warning",
      zh = "落款日期“2021年1月28日”晚于发布日期“2021年01月25日”，请核实两处日期。",
      en = "signed on “2021年1月28日”, after the publication on “2021年01月25日”; please verify both.",
      places = { "2021年1月28日", "2021年01月25日" }, expected = "2021-01-25", actual = "2021-01-28", line = 3,
    }
  end)

  it("compares to the precision that both dates have", function()
    assert.same({}, example.findings(edited("2021年1月22日", "2021年1月")))
  end)
end)

describe("metadata.title of a letter", function()
  local whole = "云岭市水务局2020年政府信息公开工作年度报告"

  for _, wording in ipairs {
    "云岭市水务局关于报送2020年政府信息公开工作年度报告的函", "云岭市水务局关于印发《2020年政府信息公开工作年度报告》的通知", "云岭市水务局2020年政府信息公开工作年度报告的公告",
  } do
    it("is told of “" .. wording .. "”", function()
      local list = example.findings(edited(title, "\n  " .. wording .. "\n"), "metadata.title")
      assert.equal(1, #list)
      assert.equal("“" .. wording .. "”是报送、印发文件的标题；应发布年度报告正文，标题为“" .. whole .. "”，请核实后更正。",
                   list[1].message)
      assert.equal(wording, list[1].actual)
    end)
  end

  it("is not told of a report with 关于 in its title", function()
    local wording = "云岭市水务局关于2020年政府信息公开工作年度报告"
    local list = example.findings(edited(title, "\n  " .. wording .. "\n"), "metadata.title")
    assert.equal("标题“" .. wording .. "”不规范，应为“" .. whole .. "”，请核实后更正。", list[1].message)
  end)
end)

describe("metadata.late", function()
  -- The example is of 2020: signed on 22 January 2021, put on the page on 25 January.
  local function dated(agency, signed, published)
    local text = edited("2021年1月22日", signed)
    text = example.edit(example.edit(text, "\n  （2021年1月）\n", "\n"), "2021年01月25日", published or signed)
    return (text:gsub("云岭市水务局", agency))
  end

  local function late(agency, signed, published, options)
    return example.findings(dated(agency, signed, published), "metadata.late", options)
  end

  it("tells of a department after January", function()
    verify {
      text = edited("（2021年1月）", ""):gsub("2021年1月22日", "2021年2月3日"):gsub("2021年01月25日", "2021年02月04日"),
      rule = "metadata.late", severity = "warning", zh = "落款日期为2021年2月3日，晚于规定的公布期限2021年1月31日，请核实日期；确属逾期的请说明情况。",
      en = "the date of signature is 2021年2月3日, after the deadline of 2021-01-31; please verify the date, or tell why "
           .. "it was late.",
      places = { "2021年2月3日" }, expected = "2021-01-31", actual = "2021-02-03", line = 626,
    }
  end)

  it("tells of a month below the title", function()
    local list = example.findings(edited("（2021年1月）", "（2021年2月）"), "metadata.late")
    assert.equal("标题下日期为2021年2月，晚于规定的公布期限2021年1月31日，请核实日期；确属逾期的请说明情况。", list[1].message)
  end)

  it("only hints where the page alone has the date", function()
    local list = late("云岭市水务局", "2021年1月22日", "2023年5月6日")
    assert.equal(1, #list)
    assert.equal("info", list[1].severity)
    assert.equal("发布日期为2023年5月6日，晚于规定的公布期限2021年1月31日，请核实日期；确属逾期的请说明情况。", list[1].message)
  end)

  it("gives governments two months more, and offices that may report for them", function()
    for _, agency in ipairs { "清沅县人民政府", "清沅县人民政府办公室" } do
      assert.equal(0, #late(agency, "2021年3月31日"))
      assert.equal(1, #late(agency, "2021年4月1日"))
    end
  end)

  it("says nothing on the last day, of townships, of bodies that are not known", function()
    assert.equal(0, #late("云岭市水务局", "2021年1月31日"))
    for _, agency in ipairs { "清沅县南浦镇人民政府", "清沅县北街街道办事处", "云岭市供水服务中心" } do
      assert.equal(0, #late(agency, "2021年5月6日"))
    end
  end)

  it("goes by the register's deadline", function()
    local register = assert(units.parse("名称,类型,截止日期\n清沅县南浦镇人民政府,乡镇,01-20\n云岭市水务局,部门,02-10\n"))
    local list = late("清沅县南浦镇人民政府", "2021年1月22日", nil, { units = register })
    assert.equal(1, #list)
    assert.equal("落款日期为2021年1月22日，晚于本地规定的截止日期2021年1月20日，请核实日期；确属逾期的请说明情况。", list[1].message)
    assert.equal(0, #late("云岭市水务局", "2021年2月3日", nil, { units = register }))
  end)
end)
