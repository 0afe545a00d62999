--- Tables whose rows and header were out of line: the numbers were bound one column off, and nothing told of it.

local example = require "spec.support.example"

local head = "<p>云岭市水务局2020年政府信息公开工作年度报告</p><p>二、主动公开政府信息情况</p>"
  .. "<p>三、收到和处理政府信息公开申请情况</p>"
local words = {"商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"}

local function cells(list) return "<td>" .. table.concat(list, "</td><td>") .. "</td>" end

local function page(third_row)
  return "<html><body>" .. head .. "<table><tr><td colspan=3 rowspan=3></td><td colspan=7>申请人情况</td></tr>"
    .. "<tr><td rowspan=2>自然人</td><td colspan=5>法人或其他组织</td><td rowspan=2>总计</td></tr><tr>" .. third_row
    .. "</tr><tr><td colspan=3>一、本年新收政府信息公开申请数量</td>" .. cells{1, 2, 3, 4, 5, 6, 7} .. "</tr></table></body></html>"
end

local unreadable = ("unreadable "):rep(7):sub(1, -2)

local function row_of(report, id)
  local texts = {}
  for cell in report.tables.applications:row(id):cells() do
    texts[#texts + 1] = cell.state == "number" and tostring(cell.value) or cell.state
  end
  return table.concat(texts, " ")
end

describe("rows and header out of line", function()
  it("are not read when a word of the header is too wide, and the header is told", function()
    local html = page("<td colspan=2>商业企业</td>" .. cells(table.move(words, 2, 5, 1, {})))
    assert.equal(unreadable, row_of(example.report(html), "received"))
    local found = example.findings(html, "reading.header")
    assert.equal(1, #found)
    assert.equal("notice", found[1].severity)
    assert.truthy(found[1].message:find("无法确定各列含义", 1, true))
    assert.same({}, example.findings(html, "cells.row_incomplete"))
  end)

  it("are read when they are in line", function()
    assert.equal("1 2 3 4 5 6 7", row_of(example.report(page(cells(words))), "received"))
  end)

  it("are not read where an empty place in front may belong to the label", function()
    local text = [[
云岭市水务局2020年政府信息公开工作年度报告

三、收到和处理政府信息公开申请情况

勾稽关系 |  |  | 申请人情况 |  |  |  |  |  |
 |  |  | 自然人 | 法人或其他组织 |  |  |  |  | 总计
 |  |  |  | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 |
一、本年新收政府信息公开申请数量 |  |  | 1 | 2 | 3 | 4 | 5 | 6 |
二、上年结转政府信息公开申请数量 |  |  | 1 | 2 | 3 | 4 | 5 | 6 | 7

四、政府信息公开行政复议、行政诉讼情况
]]
    local report = example.report(text)
    assert.equal(unreadable, row_of(report, "received"))
    assert.equal("1 2 3 4 5 6 7", row_of(report, "brought_forward"))
    assert.equal(1, #example.findings(text, "cells.row_incomplete"))
  end)

  it("follow the header in text above rows that are tables of their own", function()
    local text = [[
云岭市水务局2020年政府信息公开工作年度报告

三、收到和处理政府信息公开申请情况

总计
自然人
法人或其他组织
商业企业
科研机构
社会公益组织
法律服务机构
其他
一、本年新收政府信息公开申请数量 21 1 2 3 4 5 6
二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0

四、政府信息公开行政复议、行政诉讼情况
]]
    assert.equal("1 2 3 4 5 6 21", row_of(example.report(text), "received"))
  end)
end)
