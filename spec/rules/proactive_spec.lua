local example = require "spec.support.example"
local verify = require "spec.support.rule_case"

describe("proactive.decisions_equal_items", function()
  it("says nothing of the example", function()
    assert.same({}, example.findings(example.text, nil, { select = { "proactive" } }))
  end)

  it("notices decisions that are the sum of items", function()
    verify {
      text = example.set_all(example.text, { { "行政许可", 3, "20" }, { "其他对外管理服务事项", 3, "11" } }),
      rule = "proactive.decisions_equal_items", severity = "info",
      zh = "第二部分表格有2行的“处理决定数量”恰等于“上一年项目数量”加“本年增/减”（18＋2＝20，12−1＝11）；前两列为事项数，“处理决定数量”为本年作出的决定数，如系误填请更正。",
      cells = { "licensing.licenses.decisions", "licensing.other_services.decisions" }, line = 80,
      beside = { "narrative.count" },
    }
  end)

  it("needs a change to tell", function()
    local text = example.set_all(example.text, { { "行政强制", 1, "2" }, { "行政强制", 2, "0" } })
    assert.same({}, example.findings(text))
  end)

  it("needs all three numbers", function()
    local text = example.set_all(example.text, { { "行政许可", 2, "/" }, { "行政许可", 3, "18" } })
    assert.same({}, example.findings(text, "proactive.decisions_equal_items"))
  end)
end)
