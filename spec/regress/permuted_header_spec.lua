--- A row that got into the middle of a table's header ends the span of the corner cell: the labels below it begin at
-- the left edge, in another order, and none of them stands above its numbers. The numbers were taken in that order, so
-- that seven columns changed places without a finding: sums of rows and columns hold in any order.

local forms = require "govreport.form"
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
    local result = govreport.check(read)
    assert.equal("undecided", result.verdict)
    local rules = {}
    for found in result:findings() do rules[found.rule] = found.severity end
    assert.equal("notice", rules["reading.header"])
  end)

  -- The numbers of 复议后起诉 moved by one: where only one of them is not 0, the sum holds again.
  it("tells no column where one of them spans two groups", function()
    local numbers = {}
    local row = report.tables.disputes:row("litigation_after_reconsideration")
    for cell in row:cells() do numbers[#numbers + 1] = cell end
    local changed = text
    for i = #numbers, 1, -1 do
      local value = (i == 1 or i == #numbers) and "50" or "0"
      changed = changed:sub(1, numbers[i].byte - 1) .. value .. changed:sub(numbers[i].byte_end + 1)
    end
    assert.equal(0, govreport.check(assert(govreport.parse(changed))).counts.error)
    local place = changed:find("总计", changed:find("复议后起诉", 1, true), true)   -- of 未经复议直接起诉
    local cell = changed:sub(1, place):match(".*()<td")
    changed = changed:sub(1, cell + 2) .. ' colspan="2"' .. changed:sub(cell + 3)
    local result = govreport.check(assert(govreport.parse(changed)))
    assert.equal("undecided", result.verdict)
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
