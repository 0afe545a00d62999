local example = require "spec.support.example"
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
