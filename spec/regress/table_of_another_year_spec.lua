--- A table of another year behind the report stood in for the one that was missing, and nothing told of it; headers of
-- another form were read as if they were missing.

local example = require "spec.support.example"

local file = assert(io.open("examples/report-2021.html", "rb"))
local page = file:read("a")
file:close()

describe("a table", function()
  it("outside of its part is told", function()
    local at = page:find("政府信息公开行政复议、行政诉讼情况</", 1, true)
    local start = page:find("<table", at, true)
    local _, stop = page:find("</table>", start, true)
    local moved = page:sub(start, stop)
    local text = page:sub(1, start - 1) .. page:sub(stop + 1)
    text = example.edit(text, "六、其他需要报告的事项", "六、其他需要报告的事项</p>" .. moved .. "<p>")
    assert.equal(1, #example.findings(text, "structure.table_place"))
    assert.same({}, example.findings(page, "structure.table_place"))
  end)

  it("with a column of another form is not read by the order of its own", function()
    local text = example.edit(page, "本年废止件数", "本年新公开数量")
    local report = example.report(text)
    assert.equal("absent", report.tables.instruments:cell("normative_documents", "repealed").state)
    assert.equal(25, report.tables.instruments:cell("normative_documents", "in_force").value)
    local rules = table.concat(example.rules((example.check(text))), " ")
    assert.matches("structure.column_missing", rules, 1, true)
  end)
end)
