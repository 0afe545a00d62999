--- A copy of a page as lines between bars has every word of the header of table three, and no spans: 自然人 stands in the
-- first column, above the labels of rows. Four warnings said that the header lacked words which stood there; it is one
-- notice that they do not stand above their columns: the copy lost the spans, not the report.

local example = require "spec.support.example"
local govreport = require "govreport"
local sample = require "govreport.form.sample"

local page = sample.text{form = "cn_disclosure_2021"}

-- The page's table three as lines between bars, its spans left out.
local function without_spans(text)
  local rows = {}
  local header = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
  local start = text:find("<table>\n<tr><td[^\n]*" .. header)
  local stop = select(2, text:find("</table>\n", start, true))
  for row in text:sub(start, stop):gmatch("<tr>(.-)</tr>") do
    local cells = {}
    for cell in row:gmatch("<td[^>]*>(.-)</td>") do cells[#cells + 1] = cell end
    rows[#rows + 1] = "<p>| " .. table.concat(cells, " | ") .. " |</p>"
  end
  return text:sub(1, start - 1) .. table.concat(rows, "\n") .. "\n" .. text:sub(stop + 1)
end

describe("a header without spans", function()
  it("is told once, as a notice, and its columns are read", function()
    local text = without_spans(page):gsub("<table>.-</table>", ""):gsub("<[^>]+>", "")
    local report = assert(govreport.parse(text))
    local found = example.findings(text, "reading.header")
    assert.equal(1, #found)
    assert.equal("notice", found[1].severity)
    assert.equal("第三部分表格表头各栏与数据列未对齐（缺少合并单元格），各列按规定格式的顺序读取，请核对。", found[1].message)
    assert.equal(0, report.tables.applications:cell("concluded", "total").value)
  end)

  it("that lacks a word leaves the columns open", function()
    local text = without_spans(page):gsub("<table>.-</table>", ""):gsub("<[^>]+>", ""):gsub(" 社会公益组织 |", "  |")
    local found = example.findings(text, "reading.header")
    assert.equal(1, #found)
    assert.matches("未见“社会公益组织”，无法确定各列含义", found[1].message, 1, true)
    assert.equal(175, #found[1].cells)
  end)
end)
