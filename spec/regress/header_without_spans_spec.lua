--- A copy of a page as lines between bars has every word of the header of table three, and no spans: 自然人 stands in the
-- first column, above the labels of rows. Four warnings said that the header lacked words which stood there; it is one
-- hint that they do not stand above their columns.

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
  it("is told once, as a hint, and its columns are read", function()
    local text = without_spans(page):gsub("<table>.-</table>", ""):gsub("<[^>]+>", "")
    local report = assert(govreport.parse(text))
    local found = example.findings(text, "structure.header")
    assert.equal(1, #found)
    assert.equal("info", found[1].severity)
    assert.equal("第三部分表格表头各栏与数据列未对齐（缺少合并单元格），各列按规定格式的顺序读取，请核对。", found[1].message)
    assert.equal(0, report.tables.applications:cell("concluded", "total").value)
  end)

  it("that lacks a word leaves the columns open", function()
    local text = without_spans(page):gsub("<table>.-</table>", ""):gsub("<[^>]+>", ""):gsub(" 社会公益组织 |", "  |")
    local warnings = {}
    for _, finding in ipairs(example.findings(text, "structure.header")) do
      if finding.severity == "warning" then warnings[#warnings + 1] = finding.message end
    end
    assert.same({"第三部分表格的表头不完整、有重复或顺序与规定格式不同，无法确定各列含义，请核改表头。"}, warnings)
  end)
end)
