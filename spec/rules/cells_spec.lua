local example = require "spec.support.example"
local verify = require "spec.support.rule_case"

local edit, row, set, set_all = example.edit, example.row, example.set, example.set_all
local granted, secret = "（一）予以公开", "1.属于国家秘密"

local function row_cells(prefix, columns)
  local list = {}
  for i, column in ipairs(columns) do list[i] = prefix .. "." .. column end
  return list
end

local applicants = { "natural_person", "business", "research_institution", "public_welfare", "legal_service",
                     "other_organization", "total" }

describe("the rules about cells", function()
  it("say nothing of the example", function()
    assert.same({}, example.findings(example.text, nil, { select = { "cells" } }))
  end)
end)

describe("cells.total_blank", function()
  it("asks for a total beside numbers", function()
    verify {
      text = set(example.text, granted, 7, "/"), rule = "cells.total_blank", severity = "error",
      zh = "第三部分表格“总计”列1格未填，其中1行已有分项数据，按分项合计应填26，请补填；无数据的填“0”。",
      en = "part 3, table: totals left blank: 1; beside numbers: 1, to be filled in with 26; where there is nothing, "
           .. "please write 0.",
      cells = { "applications.granted.total" }, line = 214, repair = { ["applications.granted.total"] = 26 },
    }
  end)

  it("says it once for a table", function()
    verify {
      text = set_all(example.text, { { granted, 7, "/" }, { secret, 7, "—" }, { "（六）其他处理", 7, "无" } }),
      rule = "cells.total_blank", severity = "error",
      zh = "第三部分表格“总计”列3格未填，其中2行已有分项数据，按分项合计应填26、1，请补填；无数据的填“0”。",
      cells = { "applications.granted.total", "applications.denied_state_secret.total",
                "applications.other_handling.total" },
      line = 214, repair = { ["applications.granted.total"] = 26, ["applications.other_handling.total"] = 1 },
    }
  end)

  it("looks at part four too", function()
    verify {
      text = set(example.text, "总计", 5, "/"), rule = "cells.total_blank", severity = "error",
      zh = "第四部分表格“总计”列1格未填，其中1行已有分项数据，按分项合计应填2，请补填；无数据的填“0”。",
      cells = { "disputes.reconsideration.total" }, line = 590, repair = { ["disputes.reconsideration.total"] = 2 },
    }
  end)

  it("leaves totals beside zeros to the other rule", function()
    assert.same({}, example.findings(set(example.text, secret, 7, "/"), "cells.total_blank"))
  end)
end)

describe("cells.blank", function()
  it("asks for zeros once for a table", function()
    verify {
      text = set_all(example.text, { { secret, 1, "/" }, { secret, 7, "—" }, { granted, 6, "无" } }),
      rule = "cells.blank", severity = "warning",
      zh = "第三部分表格有3格未填数字，按表内合计关系均应为0，请核实后补填“0”。",
      en = "part 3, table: cells without a number: 3; by the sums of the table all of them are 0; please verify and "
           .. "write 0.",
      cells = { "applications.granted.other_organization", "applications.denied_state_secret.natural_person",
                "applications.denied_state_secret.total" },
      line = 212,
    }
  end)

  it("says that all of them are 0 only where the sums leave nothing else", function()
    local zero = "，按表内合计关系均应为0，请核实后补填“0”。"
    local cases = {
      { { { secret, 1, "/" } }, "1格未填数字" .. zero },
      { { { secret, 1, "/" }, { secret, 2, "/" }, { secret, 6, "/" } }, "3格未填数字" .. zero },
      { { { granted, 6, "/" } }, "1格未填数字" .. zero },
      -- 3 and 2 of 5: each column's sum tells its cell
      { { { "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", 1, "/" },
          { "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", 2, "/" } }, "2格未填数字，请核实后补填；无数据的填“0”。" },
      { { { secret, 1, "/" }, { granted, 1, "/" } }, "2格未填数字，请核实后补填；无数据的填“0”。" },
    }
    for _, case in ipairs(cases) do
      local found = example.findings(set_all(example.text, case[1]), "cells.blank")
      assert.equal(1, #found)
      assert.equal("第三部分表格有" .. case[2], found[1].message)
    end
  end)

  it("names the block of part two", function()
    verify {
      text = set(example.text, "行政强制", 2, "不适用"), rule = "cells.blank", severity = "warning",
      zh = "第二部分“第二十条第（六）项”表格有1格未填数字，请核实后补填；无数据的填“0”。",
      cells = { "enforcement.coercion.change" }, line = 112,
    }
  end)

  it("speaks for each table", function()
    local findings = example.findings(set_all(example.text, { { "规章", 1, "/" }, { secret, 1, "/" } }), "cells.blank")
    assert.equal(2, #findings)
  end)

  it("is content with a change that is 持平", function()
    assert.same({}, example.findings(set(example.text, "行政强制", 2, "持平")))
  end)
end)

describe("cells.unreadable", function()
  it("names what is no number", function()
    verify {
      text = set(example.text, "政府集中采购", 2, "32.6.4元"), rule = "cells.unreadable", severity = "error",
      zh = "第二部分“第二十条第（九）项”表格“政府集中采购”行“采购总金额”列填“32.6.4元”，不是规范的数字，请核改；无数据的填“0”。",
      en = "part 2, table “第二十条第（九）项”, row “政府集中采购”, column “采购总金额”: “32.6.4元” is not a number; please correct it.",
      cells = { "procurement.centralized.amount" }, line = 142, beside = { "ledger.unaccounted" },
    }
  end)

  for _, printed in ipairs { "1O", "l7", "约17", "17余", "1234567890123456" } do
    it("leaves the rest of the row alone: " .. printed, function()
      local findings = example.findings(set(example.text, "行政许可", 1, printed), "cells.unreadable")
      assert.equal(1, #findings)
      assert.same({ "licensing.licenses.previous_items" }, example.addresses(findings[1]))
      assert.equal("第二部分“第二十条第（五）项”表格“行政许可”行“上一年项目数量”列填“" .. printed
        .. "”，不是规范的数字，请核改；无数据的填“0”。", findings[1].message)
    end)
  end

  it("leaves cells of lost rows to the rule about rows", function()
    local text = edit(example.text, row(example.text, "规章"), "规章\n\n0\n\n0\n\n")
    assert.same({}, example.findings(text, "cells.unreadable"))
  end)
end)

describe("cells.row_incomplete", function()
  local page_row = "<td>19</td><td>6</td>"

  it("says that a row of a table has too few cells", function()
    local found = example.findings(edit(example.page, page_row, "<td>19</td>"), "cells.row_incomplete")
    assert.equal(1, #found)
    assert.equal("warning", found[1].severity)
    assert.equal("第三部分表格“（一）予以公开”行只有6个数，应为7个，无法确定各数所属的列，请核实；有未填的格请补填。",
                 found[1].message)
    assert.equal(7, found[1].expected)
    assert.equal(6, found[1].actual)
    assert.same(row_cells("applications.granted", applicants), example.addresses(found[1]))
  end)

  it("says that a row of a table has too many", function()
    local found = example.findings(edit(example.page, page_row, page_row .. "<td>6</td>"), "cells.row_incomplete")
    assert.equal(1, #found)
    assert.equal(8, found[1].actual)
  end)

  it("leaves rows of text to the notices: blank cells are lost there", function()
    local old = row(example.text, granted)
    assert.same({}, example.findings(edit(example.text, old, (old:gsub("\n5\n\n", "\n"))), "cells.row_incomplete"))
  end)
end)

describe("cells.negative", function()
  it("names a count below zero", function()
    verify {
      text = set(example.text, "规章", 1, "-1"), rule = "cells.negative", severity = "error",
      zh = "第二部分“第二十条第（一）项”表格“规章”行“本年新制作数量”列填“-1”，件数不能为负数，请核改；无数据的填“0”。",
      en = "part 2, table “第二十条第（一）项”, row “规章”, column “本年新制作数量”: “-1” is negative, which no count is; please "
           .. "correct it.",
      cells = { "instruments.administrative_rules.made" }, actual = -1, line = 50,
    }
  end)

  it("lets changes be negative", function()
    assert.same({}, example.findings(set(example.text, "行政许可", 2, "减3")))
  end)
end)

describe("cells.not_a_count", function()
  it("names a count that is not whole", function()
    verify {
      text = set(example.text, "规章", 3, "0.5"), rule = "cells.not_a_count", severity = "error",
      zh = "第二部分“第二十条第（一）项”表格“规章”行“对外公开总数量”列填“0.5”，件数应为整数，请核改。",
      en = "part 2, table “第二十条第（一）项”, row “规章”, column “对外公开总数量”: “0.5” is not a whole number, as a count is; please "
           .. "correct it.",
      cells = { "instruments.administrative_rules.total_disclosed" }, line = 54,
      actual = require("govreport").decimal("0.5"),
    }
  end)

  it("lets amounts have fractions", function()
    assert.same({}, example.findings(set(example.text, "政府集中采购", 2, "326.45万元")))
  end)
end)

describe("cells.unit", function()
  it("asks about money where things are counted", function()
    verify {
      text = example.edit(example.text, "\n326\n", "\n326元\n"), rule = "cells.unit", severity = "warning",
      zh = "第二部分“第二十条第（五）项”表格“行政许可”行“处理决定数量”列填“326元”，“元”不是该列的单位，请核实后更正。",
      cells = { "licensing.licenses.decisions" }, line = 80,
    }
  end)

  it("asks about things where money belongs", function()
    verify {
      text = example.edit(example.text, "\n3264500元\n", "\n14件\n"), rule = "cells.unit", severity = "warning",
      cells = { "procurement.centralized.amount" }, line = 142,
    }
  end)

  it("takes 万元 for money and 件 for a count", function()
    local text = example.edit(example.text, "\n3264500元\n", "\n326.45万元\n")
    assert.equal("pass", example.check(example.edit(text, "\n326\n", "\n326件\n")).verdict)
  end)
end)
