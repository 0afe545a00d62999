local example = require "spec.support.example"

local received, brought = "一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量"
local granted, other = "（一）予以公开", "（六）其他处理"
local concluded, carried = "（七）总计", "四、结转下年度继续办理"

local function findings(changes)
  return example.findings(example.set_all(example.text, changes))
end

describe("one wrong number in the table of applications", function()
  -- Row, column, what is printed, the cell's address, what it should be.
  local cases = {
    { granted, 1, "18", "applications.granted.natural_person", 17 },
    { granted, 7, "27", "applications.granted.total", 26 },
    { other, 6, "0", "applications.other_handling.other_organization", 1 },
    { received, 2, "90", "applications.received.business", 9 },
    { brought, 7, "30", "applications.brought_forward.total", 3 },
    { concluded, 4, "0", "applications.concluded.public_welfare", 1 },
    { concluded, 7, "49", "applications.concluded.total", 48 },
    { carried, 7, "3", "applications.carried_forward.total", 2 },
  }
  for _, case in ipairs(cases) do
    local label, column, printed, address, expected = table.unpack(case)
    it("is found: " .. address, function()
      local list = findings { { label, column, printed } }
      assert.equal(1, #list)
      local finding = list[1]
      assert.equal("error", finding.severity)
      assert.same({ address }, example.addresses(finding))
      assert.equal(expected, finding.expected)
      assert.equal(tonumber(printed), finding.actual)
      assert.same({ [address] = expected }, example.repairs(finding))
    end)
  end

  it("is told once, with the other rules that fail by it", function()
    local finding = findings { { concluded, 7, "49" } }[1]
    assert.equal("applications.row_total", finding.rule)
    assert.same({ "applications.concluded", "applications.balance" }, { finding.also[1], finding.also[2] })
    assert.equal("第三部分表格“（七）总计”行“总计”列填49件，所在行、列的合计关系均不符；"
      .. "改为48件后各项关系成立，请核改。", finding.message)
  end)

  for _, printed in ipairs { "-17", "17.5" } do
    it("is told once where it is no count: " .. printed, function()
      local list = findings { { granted, 1, printed } }
      assert.equal(1, #list)
      assert.same({ "applications.granted.natural_person" }, example.addresses(list[1]))
      assert.same({ ["applications.granted.natural_person"] = 17 }, example.repairs(list[1]))
    end)
  end

  it("repairs the report when it is put right", function()
    local wrong = example.set(example.text, granted, 1, "18")
    assert.equal("fail", example.check(wrong).verdict)
    assert.equal("pass", example.check(example.set(wrong, granted, 1, "17")).verdict)
  end)
end)

describe("several wrong numbers", function()
  it("are told apart where they share no sum", function()
    local list = findings { { granted, 1, "18" }, { received, 2, "10" } }
    assert.equal(2, #list)
    assert.same({ "applications.received.business" }, example.addresses(list[1]))
    assert.same({ "applications.granted.natural_person" }, example.addresses(list[2]))
  end)

  it("are left to the sums where each sum asks for another change", function()
    local rules = {}
    for _, finding in ipairs(findings { { granted, 1, "18" }, { granted, 2, "6" } }) do
      rules[#rules + 1] = finding.rule
      assert.same({}, example.repairs(finding))
    end
    assert.same({ "applications.concluded", "applications.row_total", "applications.concluded" }, rules)
  end)

  it("are left to the sums where several cells can be guilty", function()
    local list = example.findings(example.set_all(example.text, { { brought, 1, "3" }, { brought, 7, "4" } }),
      "applications.balance")
    assert.equal(2, #list)
    for _, finding in ipairs(list) do
      assert.equal("applications.balance", finding.rule)
      assert.equal(4, #finding.cells)
    end
  end)
end)

describe("a wrong number beside blanks", function()
  it("is not sought where a blank leaves a choice", function()
    for _, finding in ipairs(findings { { granted, 6, "/" }, { granted, 7, "20" } }) do
      assert.same({}, example.repairs(finding))
    end
  end)

  it("is never explained by a blank", function()
    local list = example.findings(example.set_all(example.text, { { granted, 6, "/" }, { granted, 7, "20" } }),
      "applications.row_total")
    assert.equal(1, #list)
    assert.equal(7, #list[1].cells)
  end)
end)

describe("a wrong number in the table of disputes", function()
  it("stands in one sum alone and is not named", function()
    local list = findings { { "总计", 5, "3" } }
    assert.equal(1, #list)
    assert.equal("disputes.total", list[1].rule)
    assert.equal(5, #list[1].cells)
    assert.same({}, example.repairs(list[1]))
  end)
end)
