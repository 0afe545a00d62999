--- The title of a report in the forms in which offices write it, and what stands in for it: the body and the year are
-- found, each with the place where it stands.

local example = require "spec.support.example"
local govreport = require "govreport"
local model = require "govreport.explanations.model"
local sample = require "govreport.form.sample"

local own_title = "云岭市水务局2024年政府信息公开工作年度报告"
local head = "根据《中华人民共和国政府信息公开条例》编制本报告。"
local period = "统计期限为2024年1月1日至2024年12月31日。"

-- The sample report with other lines in place of its title, the facts in its head and its preface, and with a tail.
local function report_of(plain, lines, tail)
  local options = model.of "cn_disclosure_2021"
  options.plain, options.head, options.tail = plain, {table.unpack(lines, 2)}, tail
  return example.edit(sample.text(options), own_title, lines[1])
end

local function facts(text)
  local report = assert(govreport.parse(text))
  local fields = report.fields
  local function raw(id) return fields[id] and text:sub(fields[id].byte, fields[id].byte_end) end
  return report.agency, report.year, report.title, raw "agency", raw "year"
end

local function each_surface(see)
  see(true)
  see(false)
end

local office = "青泽县水务局"

describe("a title", function()
  for _, case in ipairs{
    {{office .. "2023年政府信息公开工作年度报告"}},
    {{office, "关于2023年度政府信息公开情况的报告"}, office .. "关于2023年度政府信息公开情况的报告"},
    {{office .. "关于2023年政府信息公开工作情况的年度报告"}},
    {{office .. "政府信息公开工作2023年度报告"}},
    {{office, "政府信息公开工作", "2023年年度报告"}, office .. "政府信息公开工作2023年年度报告"},
    {{office .. "政府信息公开2023年年报"}},
    {{"2023年度" .. office .. "政府信息公开工作情况报告"}},
    {{office .. "政府信息公开工作年度报告（2023年）"}},
    {{office .. "政府信息公开年度报告", "（2023年度）"}, office .. "政府信息公开年度报告（2023年度）"},
    {{office .. "二〇二三年政府信息公开工作年度报告"}, nil, "二〇二三"},
    {{office .. "二○二三年度政府信息公开工作年度报告"}, nil, "二○二三"},
    {{"二零二三年" .. office .. "政府信息公开工作年度报告"}, nil, "二零二三"},
    {{office .. "二O二三年政府信息公开工作报告"}, nil, "二O二三"},
    {{office .. "政府信息公开工作二〇二三年度报告"}, nil, "二〇二三"},
  } do
    it("is read in " .. table.concat(case[1], " "), function()
      each_surface(function(plain)
        local agency, year, title, raw, raw_year = facts(report_of(plain, case[1]))
        assert.equal(office, agency)
        assert.equal(2023, year)
        assert.equal(case[2] or case[1][1], title)
        assert.equal(office, raw)
        assert.equal(case[3] or "2023", raw_year)
      end)
    end)
  end

  it("of a government is not cut at its own 政府", function()
    local agency, year = facts(report_of(true, {"青泽县人民政府信息公开工作2023年度报告"}))
    assert.same({"青泽县人民政府", 2023}, {agency, year})
  end)

  it("loses the page number that stands in it or before it", function()
    for _, line in ipairs{"Page 8 - " .. office, "- 3 - " .. office, "第2页 共9页 " .. office, "青泽县- 12 -水务局",
                          "青泽县水务局 — 4 —", "青泽县 Page 8 of 20 水务局"} do
      each_surface(function(plain)
        local agency, year, title = facts(report_of(plain, {line .. "2023年政府信息公开工作年度报告"}))
        assert.same({office, 2023, office .. "2023年政府信息公开工作年度报告"}, {agency, year, title}, line)
      end)
    end
    local text = report_of(true, {"Page 8 - " .. office .. "2023年政府信息公开工作年度报告"})
    assert.equal(0, #assert(govreport.parse(text)):unaccounted())
  end)

  it("keeps the numbers that are its body's own", function()
    assert.equal("青泽县第3中学", (facts(report_of(true, {"青泽县第3中学2023年政府信息公开工作年度报告"}))))
  end)
end)

describe("the body and the year", function()
  local signed = {office, "2024年1月20日"}

  for _, case in ipairs{
    {"the period and the sign-off", {head .. "统计期限为2023年1月1日至2023年12月31日。"}, signed},
    {"a period in numerals", {head .. "统计期限为二〇二三年一月一日至二〇二三年十二月三十一日。"}, signed, "二〇二三"},
    {"a period of months", {head .. "统计期限为2023年1月至12月。"}, signed},
    {"the publisher", {"发布机构：" .. office, head .. "统计期限为2023年1月1日至2023年12月31日。"}, {}},
    {"the preface", {"本报告由" .. office .. "编制，统计期限为2023年1月1日至2023年12月31日。"}, {}},
    {"a preface that names the report", {"现公布" .. office .. "2023年度政府信息公开工作年度报告。"}, {}},
    {"a preface that names the body first", {"按照有关要求，" .. office .. "编制了2023年政府信息公开工作年度报告。"}, {}},
    {"a preface with a year", {"现将2023年度工作情况公布如下。"}, signed},
    {"a title without a year", {office .. "政府信息公开工作年度报告", "统计期限为2023年1月1日至2023年12月31日。"}, {}},
    {"a title without a body", {"2023年政府信息公开工作年度报告", head}, signed},
    {"a title without either", {"政府信息公开工作年度报告", head .. "统计期限为2023年1月1日至2023年12月31日。"}, signed},
  } do
    it("are read from " .. case[1], function()
      each_surface(function(plain)
        local agency, year, title, raw, raw_year = facts(report_of(plain, case[2], case[3]))
        assert.equal(office, agency)
        assert.equal(2023, year)
        assert.equal(case[1]:find("a title", 1, true) and case[2][1] or nil, title)
        assert.equal(office, raw)
        assert.equal(case[4] or "2023", raw_year)
      end)
    end)
  end

  for _, case in ipairs{
    {"two bodies", {"本报告由" .. office .. "编制。本报告由青泽县教育局编制。"}, {}},
    {"an office that says 我局", {"我局编制了本报告。" .. period}, {}, 2024},
    {"a period of two years", {"统计期限为2022年1月1日至2023年12月31日。"}, {}},
    {"a preface with two years", {"现将2022年度、2023年度工作情况公布如下。"}, {}},
    {"a date", {"本报告于2024年1月20日发布。"}, {}},
    {"the name of a document", {"根据《2022年政务公开工作要点》编制。"}, {}},
  } do
    it("are not taken from " .. case[1], function()
      each_surface(function(plain)
        local agency, year = facts(report_of(plain, case[2], case[3]))
        assert.is_nil(agency)
        assert.equal(case[4], year)
      end)
    end)
  end

  it("tell other years in the text, without a title too", function()
    for _, lines in ipairs{{"政府信息公开工作二〇二四年度报告"}, {head .. period}, {"现将2024年工作情况公布如下。"}} do
      local options = model.of "cn_disclosure_2021"
      local text = example.edit(report_of(true, lines, {office, "2025年1月20日"}), options.sections.problems,
                                "2021年，本局更新目录两次。" .. options.sections.problems)
      local found
      for finding in govreport.check(assert(govreport.parse(text))):findings() do
        if finding.rule == "years.stale" then found = finding end
      end
      assert.is_truthy(found)
      assert.same({2024, 2021}, {found.expected, found.actual})
    end
  end)

  it("are asked for in a title that lacks them", function()
    local text = report_of(true, {"政府信息公开工作年度报告", head})
    for finding in govreport.check(assert(govreport.parse(text))):findings() do
      if finding.rule == "metadata.title" then
        assert.equal("标题“政府信息公开工作年度报告”不规范，应为“××（机关名称）××××年政府信息公开工作年度报告”，请核实后更正。", finding.message)
        return
      end
    end
    error "no finding"
  end)
end)
