--- A row that got into the middle of a table's header ends the span of the corner cell: the labels below it begin at the
-- left edge, in another order, and none of them stands above its numbers. The numbers were taken in that order, so that
-- seven columns changed places without a finding: sums of rows and columns hold in any order.

local forms = require "govreport.forms"
local govreport = require "govreport"
local html_tables = require "spec.support.html_tables"

local text = html_tables.report(2, forms.declared "cn_disclosure_2019", 2020)
local report = assert(govreport.parse(text))

describe("a header whose labels are out of line and out of order", function()
  it("tells no column", function()
    local place = text:find("<tr>", text:find("申请人情况", 1, true), true)
    local changed = text:sub(1, place - 1) .. "<tr><td colspan=4>第二十条第（一）项</td></tr>" .. text:sub(place)
    local read = assert(govreport.parse(changed))
    for row in read.tables.applications:rows() do
      for cell in row:cells() do assert.equal("unreadable", cell.state, cell.address) end
    end
    assert.is_true(govreport.check(read).counts.warning > 0)
  end)

  it("tells its columns where the labels stand above their numbers", function()
    local place = text:find("自然人", 1, true)
    local other = text:find("总计", place, true)
    local changed = text:sub(1, place - 1) .. "总计" .. text:sub(place + #"自然人", other - 1) .. "自然人" ..
                    text:sub(other + #"总计")
    local read = assert(govreport.parse(changed))
    local before, after = report.tables.applications, read.tables.applications
    assert.equal(before:cell("received", "natural_person").value, after:cell("received", "total").value)
  end)
end)
