local example = require "spec.support.example"
local verify = require "spec.support.rule_case"

local edit = example.edit

local function read(name)
  local file = assert(io.open(name, "rb"))
  local text = file:read("a")
  file:close()
  return text
end

local page = read "examples/report-2021.html"
local old, new = "政府信息公开工作年度报告（2019年试行格式）", "政府信息公开工作年度报告（2021年格式）"

-- The example as a report for another year, with the dates of that year.
local function of_year(text, from, year)
  text = text:gsub(tostring(from + 1), "%%next%%"):gsub(tostring(from), tostring(year))
  return (text:gsub("%%next%%", tostring(year + 1)))
end

describe("the rules about the form", function()
  it("say nothing of the examples", function()
    for _, text in ipairs { example.text, page } do
      assert.same({}, example.findings(text, nil, { select = { "form" } }))
    end
  end)
end)

describe("form.data_year", function()
  it("speaks of the form of 2019 used for a later year", function()
    verify {
      text = of_year(example.text, 2020, 2022), rule = "form.data_year",
      severity = "warning",
      zh = "报告年度为2022年，所用表格为“" .. old .. "”（适用于2019至2020年度），请核实所用格式。",
      en = "a report for 2022 in the form “" .. old .. "” (made for the years 2019 to 2020); please verify the form.",
      places = { "2022" }, actual = 2022, line = 6,
    }
  end)

  it("speaks of the form of 2021 used for an earlier year", function()
    verify {
      text = of_year(page, 2024, 2020), rule = "form.data_year", severity = "warning",
      zh = "报告年度为2020年，所用表格为“" .. new .. "”（适用于2021年度以来），请核实所用格式。",
      en = "a report for 2020 in the form “" .. new .. "” (made for the years since 2021); please verify the form.",
      places = { "2020" }, actual = 2020, line = 45,
    }
  end)

  for _, case in ipairs {
    { example.text, 2020, 2019 }, { page, 2024, 2021 }, { page, 2024, 2026 },
  } do
    it("says nothing of a report for " .. case[3] .. " in its form", function()
      assert.same({}, example.findings(of_year(case[1], case[2], case[3]), "form.data_year"))
    end)
  end

  it("says nothing where there is no year", function()
    local text = edit(example.text, "\n  云岭市水务局2020年政府信息公开工作年度报告\n", "\n")
    text = edit(text, "云岭市水务局2020年政府信息公开工作年度报告 索 引 号", "年度报告 索 引 号")
    assert.same({}, example.findings(text, "form.data_year"))
  end)
end)

describe("form.notice", function()
  it("speaks of the notice of the other form", function()
    verify {
      text = edit(page, "〔2021〕30号", "〔2019〕60号"), rule = "form.notice", severity = "warning",
      zh = "引言引用“国办公开办函〔2019〕60号”，所用表格为“" .. new .. "”，应引用“国办公开办函〔2021〕30号”，请核实后更正。",
      en = "the preface cites “国办公开办函〔2019〕60号”; the form used, “" .. new .. "”, is that of 国办公开办函〔2021〕30号; please "
                                                                          .. "verify what to cite.",
      places = { "国办公开办函〔2019〕60号" }, expected = "国办公开办函〔2021〕30号", actual = "国办公开办函〔2019〕60号", line = 48,
    }
  end)

  it("speaks of it in the form of 2019 as well", function()
    verify {
      text = edit(example.text, "国办公开办函〔2019〕60号", "国办公开办函〔2021〕30号"), rule = "form.notice",
      severity = "warning", places = { "国办公开办函〔2021〕30号" }, expected = "国办公开办函〔2019〕60号",
      actual = "国办公开办函〔2021〕30号", line = 10,
    }
  end)

  for _, printed in ipairs { "国办公开办函[2019]60号", "国办公开办函（2019）60号", "公开办函〔2019〕60号", "国办公开办函〔2019〕 60号" } do
    it("knows it as “" .. printed .. "”", function()
      assert.equal(1, #example.findings(edit(page, "国办公开办函〔2021〕30号", printed), "form.notice"))
    end)
  end

  it("says nothing of other notices, nor where none is cited", function()
    assert.same({}, example.findings(edit(page, "〔2021〕30号", "〔2021〕31号"), "form.notice"))
    assert.same({}, example.findings(edit(page, "（国办公开办函〔2021〕30号）", ""), "form.notice"))
    assert.same({}, example.findings(edit(page, "30号）要求", "30号、云政办〔2019〕60号）要求"), "form.notice"))
  end)
end)

describe("form.hybrid", function()
  local lines = {}
  for line in page:gmatch("[^\n]*\n") do
    local found = line:find("1%.申请人无正当理由") or line:find("2%.申请人逾期未按") or line:find("<td>3%.其他</td>")
    if found then lines[#lines + 1] = line end
  end
  local parts = table.concat(lines)
  local whole = '<tr><td colspan="2">（六）其他处理</td><td>1</td><td>0</td><td>0</td><td>0</td><td>0</td><td>1</td>'
    .. "<td>2</td></tr>\n"

  it("asks for the rows in place of one", function()
    local cells = {}
    for _, column in ipairs { "natural_person", "business", "research_institution", "public_welfare", "legal_service",
                              "other_organization", "total" } do
      cells[#cells + 1] = "applications.other_handling." .. column
    end
    verify {
      text = edit(page, parts, whole), rule = "form.hybrid", severity = "warning",
      zh = "第三部分表格“（六）其他处理”只有一行，规定格式分列“1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请”“2.申请人逾期未按收费通知要求缴纳费用、"
           .. "行政机关不再处理其政府信息公开申请”“3.其他”共3行，请核实后按规定格式分行填报。",
      en = "part 3, table: “（六）其他处理” is one row; the form has 3: “1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请”, "
           .. "“2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请”, “3.其他”; please verify and fill in each.",
      cells = cells, line = 97,
    }
  end)

  it("says nothing of the form of 2019, which has one row", function()
    assert.same({}, example.findings(example.text, "form.hybrid"))
  end)

  it("says nothing where the row is missing", function()
    assert.same({}, example.findings(edit(page, parts, ""), "form.hybrid"))
  end)
end)

describe("form.notice", function()
  it("is one finding for a notice that is cited twice", function()
    local text = edit(page, "〔2021〕30号", "〔2019〕60号")
    text = edit(text, "本报告由六个部分组成", "（格式见国办公开办函〔2019〕60号）本报告由六个部分组成")
    local list = example.findings(text, "form.notice")
    assert.equal(1, #list)
    assert.equal(2, #list[1].places)
  end)
end)

describe("form.repealed", function()
  local title = "《中华人民共和国政府信息公开条例》"

  local function cited(behind) return edit(page, title .. "（以下简称《条例》）", title .. behind) end

  local function count(text) return #example.findings(text, "form.repealed") end

  it("speaks of the order of 2007", function()
    verify {
      text = cited("（国务院令第492号）"), rule = "form.repealed", severity = "warning",
      zh = "引用的“国务院令第492号”是2007年公布的条例，已由国务院令第711号修订，应引用“国务院令第711号”，请核实后更正。",
      en = "the order cited (No. 492) published the ordinance of 2007, which No. 711 has revised; please verify and "
           .. "cite No. 711.",
      places = { "492号" }, actual = "492号", line = 48,
    }
  end)

  it("speaks of the articles of 2007, in both forms", function()
    verify {
      text = cited("第三十二条"), rule = "form.repealed", severity = "warning",
      zh = "引言引用条例“第三十二条”作为编制依据，是2007年条例的条文；现行条例关于年度报告的规定为第四十九条、第五十条，请核实后更正。",
      places = { "第三十二条" }, actual = "第三十二条", line = 48,
    }
    assert.equal(1, count(edit(example.text, title .. "（以下简称《条例》）", title .. "第三十一条")))
    assert.equal(1, count(cited("（以下简称《条例》），按照《条例》第31条")))
  end)

  it("speaks of the paper about the statistics", function()
    verify {
      text = cited("、国办发〔2014〕32号"), rule = "form.repealed", severity = "info",
      zh = "引用的国办发〔2014〕32号是原政府信息公开统计报表的依据，现行年度报告格式见国办公开办函〔2021〕30号，如引用有误请更正。",
      places = { "32号" }, actual = "32号", line = 48,
    }
  end)

  it("is one finding for each of them", function() assert.equal(2, count(cited("（国务院令第492号）第三十二条第三十二条"))) end)

  for _, behind in ipairs {
    "（国务院令第711号）", "（国务院令第492号公布，国务院令第711号修订）", "（2007年国务院令第492号公布、2019年修订）", "第五十条", "第四十九条",
    "和《云岭市政府信息公开规定》第三十二条", "、云政发〔2014〕32号", "、国办发〔2015〕32号", "第三十三条", "和第492号提案",
  } do
    it("says nothing of “" .. behind .. "”", function() assert.equal(0, count(cited(behind))) end)
  end

  it("says nothing of what stands outside of the preface", function()
    local place = "均未超过法定期限。"
    assert.equal(0, count(edit(page, place, place .. "依据《条例》第三十二条征求第三方意见3次。")))
  end)
end)
