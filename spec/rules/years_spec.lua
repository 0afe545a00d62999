local example = require "spec.support.example"
local sample = require "govreport.form.sample"
local narrative = require "spec.support.narrative"

local rule = "years.stale"

describe("years.stale", function()
  for line in io.lines("spec/cases/years.txt") do
    local sign, prose = line:match("^([+-])(.+)$")
    if sign then
      it(line, function()
        assert.equal(sign == "+" and 1 or 0, #example.findings(narrative.report(prose), rule))
      end)
    end
  end

  it("is one finding for all places of a year", function()
    local finding = example.findings(narrative.report(
      "2019年，我局主动公开信息612条。¶2019年，我局收到政府信息公开申请47件。¶2020年以来，工作平稳。"), rule)[1]
    assert.equal("warning", finding.severity)
    assert.equal("文中有2处年份为2019年（“2019年，我局主动公开信息612条。”、“2019年，我局收到政府信息公开申请47件。”），与报告年度2020年不符，疑未更新，"
                 .. "请核实后更正。", finding.message)
    assert.same({2020, 2019}, {finding.expected, finding.actual})
    assert.equal(2, #finding.places)
  end)

  it("notices the year in the preface", function()
    local text = example.edit(example.text, "云岭市水务局编制了本年度报告", "现公布2019年政府信息公开工作年度报告")
    local finding = example.findings(text, rule)[1]
    assert.matches("“2019年政府信息公开工作年度报告”", finding.message, 1, true)
  end)

  -- Plans in the last part of the reports, which are for 2023.
  local function planned(prose)
    local text = sample.text{form = "cn_disclosure_2021", year = 2023, sections = {problems = prose}}
    return example.findings(text, rule)
  end

  for _, prose in ipairs{
    "改进措施：2023年，我局将进一步充实栏目。", "2023年我镇将继续加强培训。", "下一步，2023年度区政府办公室将围绕企业需求更新目录。",
    "人手不足。2023年，我们将从三方面改进。", "2023年将完善审核制度。",
  } do
    it("is told of plans for the year that is over: " .. prose, function()
      local list = planned(prose)
      assert.equal(1, #list)
      assert.same({2023, 2024}, {list[1].actual, list[1].expected})
      assert.matches("打算应为2024年", list[1].message, 1, true)
    end)
  end

  for _, prose in ipairs{
    "改进措施：2024年，我局将进一步充实栏目。", "2023年，我局将政务公开纳入考核。", "2023年存在的问题，我局将继续整改。",
    "针对2023年考核反馈，我局将逐项整改。", "2023年存在的问题我局将继续整改。",
    "2023年，我局充实了栏目，下一步将继续完善。", "计划在2023年底前将目录更新。",
  } do
    it("is silent of " .. prose, function() assert.same({}, planned(prose)) end)
  end

  it("leaves what another part says of the year alone", function()
    local text = sample.text{form = "cn_disclosure_2021", year = 2023,
                             sections = {overview = "2023年，我局将继续深化改革写入工作要点。"}}
    assert.same({}, example.findings(text, rule))
  end)

  it("asks about the title where the text knows another year only", function()
    local text = example.edit_all(example.text, "2020年1月1日", "2019年1月1日", 1)
    text = example.edit_all(text, "2020年12月31日", "2019年12月31日", 1)
    text = example.edit_all(text, "全年新制作规范性文件", "2019年，我局新制作规范性文件", 1)
    text = example.edit_all(text, "全年共收到政府信息公开申请", "2019年，我局共收到政府信息公开申请", 1)
    local finding = example.findings(text, rule)[1]
    assert.matches("^标题年度为2020年，文中%d处均为2019年", finding.message)
  end)

  it("is silent in the examples", function()
    assert.same({}, example.findings(example.text, rule))
  end)
end)
