local example = require "spec.support.example"
local verify = require "spec.support.rule_case"

local received, brought = "一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量"
local granted, concluded = "（一）予以公开", "（七）总计"
local columns = { "natural_person", "business", "research_institution", "public_welfare", "legal_service",
                  "other_organization", "total" }

local function changed(changes) return example.set_all(example.text, changes) end

local function row_cells(row)
  local list = {}
  for i, column in ipairs(columns) do list[i] = "applications." .. row .. "." .. column end
  return list
end

describe("the sums of the table of applications", function()
  it("hold in the example", function()
    assert.same({}, example.findings(example.text, nil, { select = { "applications" } }))
  end)

  -- Two wrong numbers in one row; of the rules only one, so that its sum fails alone.
  local two_in_a_row = changed { { granted, 1, "18" }, { granted, 2, "6" } }
  local function only(rule) return { select = { "applications." .. rule } } end

  it("applications.row_total compares a row with its total", function()
    verify {
      text = two_in_a_row, options = only "row_total", rule = "applications.row_total", severity = "error",
      zh = "第三部分表格“（一）予以公开”行：各类申请人合计28件，“总计”填26件，请核改。",
      en = "part 3, table, row “（一）予以公开”: the applicants add up to 28, the total says 26; please correct.",
      cells = row_cells("granted"), expected = 28, actual = 26, line = 202,
    }
  end)

  it("applications.row_total names a numbered row with its group", function()
    local findings = example.findings(changed { { "2.重复申请", 2, "1" }, { "2.重复申请", 3, "1" } },
      "applications.row_total", only "row_total")
    assert.equal("第三部分表格“（五）不予处理2.重复申请”行：各类申请人合计3件，“总计”填1件，请核改。",
      findings[1].message)
  end)

  it("applications.concluded compares the results of a column with their total", function()
    local findings = example.findings(two_in_a_row, "applications.concluded", only "concluded")
    assert.equal(2, #findings)
    local finding = findings[1]
    assert.equal("error", finding.severity)
    assert.equal("第三部分表格“自然人”列：各项办理结果合计33件，“（七）总计”填32件，请核改。", finding.message)
    assert.equal("part 3, table, column “自然人”: the results add up to 33, the total says 32; please "
                 .. "correct.", finding.messages.en)
    local addresses = example.addresses(finding)
    assert.equal(20, #addresses)
    assert.equal("applications.granted.natural_person", addresses[1])
    assert.equal("applications.concluded.natural_person", addresses[20])
    assert.same({ 33, 32 }, { finding.expected, finding.actual })
  end)

  it("applications.balance compares what came in with what went out", function()
    verify {
      text = changed { { brought, 1, "3" }, { brought, 7, "4" } }, options = only "balance",
      rule = "applications.balance", severity = "error",
      zh = "第三部分表格“自然人”列勾稽关系不符：新收31＋上年结转3＝34，办理总计32＋结转下年度1＝33，请核改。",
      en = "part 3, table, column “自然人”: received 31 + brought forward 3 = 34, but concluded 32 + carried forward 1 = "
           .. "33; please correct.",
      cells = {
        "applications.received.natural_person", "applications.brought_forward.natural_person",
        "applications.concluded.natural_person", "applications.carried_forward.natural_person",
      },
      expected = 34, actual = 33, line = 168, count = 2,
    }
  end)

  it("say what is not filled in", function()
    local findings = example.findings(changed { { received, 7, "/" }, { brought, 7, "90" } }, "applications.balance",
      only "balance")
    assert.equal(1, #findings)
    assert.equal("第三部分表格“总计”列勾稽关系不符：新收（未填）＋上年结转90＝至少90，办理总计48＋结转下年度2＝50，请核改。",
      findings[1].message)
  end)

  it("name one guilty cell where there is one", function()
    verify {
      text = changed { { concluded, 1, "23" } }, rule = "applications.row_total", severity = "error",
      zh = "第三部分表格“（七）总计”行“自然人”列填23件，与所在行、列的合计均不符，改为32件即全部相符，请核改。",
      en = "part 3, table, row “（七）总计”, column “自然人” has 23, and the sums of its row and its column fail; with 32 all "
           .. "of them hold, please correct.",
      cells = { "applications.concluded.natural_person" }, expected = 32, actual = 23, line = 512,
      repair = { ["applications.concluded.natural_person"] = 32 },
    }
  end)
end)
