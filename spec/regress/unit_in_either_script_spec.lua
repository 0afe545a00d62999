--- A header in traditional characters, （單位：萬元）, gave its column a unit that no other place knew: the amounts below it
-- were told to have a unit that is not the column's.

local govreport = require "govreport"
local shell = require "spec.support.shell"

describe("a unit in traditional characters", function()
  local page, count = shell.read("examples/report-2021.html"):gsub("单位：万元", "單位：萬元")
  local report = assert(govreport.parse(page, {name = "x"}))

  it("is the unit that it is in simplified ones", function()
    assert.equal(1, count)
    local cell = report:cell("fees.administrative_fees.amount")
    assert.same({"number", "万元"}, {cell.state, cell.unit})
  end)

  it("is no finding", function()
    for finding in govreport.check(report):findings() do assert.not_equal("cells.unit", finding.rule) end
  end)
end)
