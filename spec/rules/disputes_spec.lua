local example = require "spec.support.example"
local verify = require "spec.support.rule_case"

-- The values stand behind the header's last word.
local function changed(changes)
  local list = {}
  for i, change in ipairs(changes) do list[i] = { "总计", change[1], change[2] } end
  return example.set_all(example.text, list)
end

local function cells(row)
  local list = {}
  for i, column in ipairs { "upheld", "corrected", "other_outcome", "pending", "total" } do
    list[i] = "disputes." .. row .. "." .. column
  end
  return list
end

describe("disputes.total", function()
  it("holds in the example", function()
    assert.same({}, example.findings(example.text, nil, { select = { "disputes" } }))
  end)

  it("compares the outcomes of reviews with their total", function()
    verify {
      text = changed { { 5, "3" } }, rule = "disputes.total", severity = "error",
      zh = "第四部分表格“行政复议”：分项合计2件（维持1、其他1），“总计”填3件，请核改。",
      en = "part 4, table, “行政复议”: the outcomes add up to 2 (upheld 1, other 1), the total says 3; please correct.",
      cells = cells("reconsideration"), expected = 2, actual = 3, line = 582,
    }
  end)

  it("names all outcomes that there are", function()
    local finding = example.findings(changed { { 1, "10" }, { 2, "1" }, { 3, "0" }, { 4, "4" }, { 5, "0" } })[1]
    assert.equal("第四部分表格“行政复议”：分项合计15件（维持10、纠正1、未审结4），“总计”填0件，请核改。", finding.message)
  end)

  it("names none where there are none", function()
    local finding = example.findings(changed { { 1, "0" }, { 3, "0" } })[1]
    assert.equal("第四部分表格“行政复议”：分项合计0件，“总计”填2件，请核改。", finding.message)
  end)

  it("looks at lawsuits before and after a review apart", function()
    verify {
      text = changed { { 10, "2" }, { 15, "0" } }, rule = "disputes.total", severity = "error", count = 2,
      zh = "第四部分表格“未经复议直接起诉”：分项合计1件（维持1），“总计”填2件，请核改。",
      cells = cells("litigation_direct"), expected = 1, actual = 2, line = 592,
    }
    verify {
      text = changed { { 10, "2" }, { 15, "0" } }, rule = "disputes.total", severity = "error", count = 2, which = 2,
      zh = "第四部分表格“复议后起诉”：分项合计1件（未审结1），“总计”填0件，请核改。",
      cells = cells("litigation_after_reconsideration"), expected = 1, actual = 0, line = 602,
    }
  end)
end)
