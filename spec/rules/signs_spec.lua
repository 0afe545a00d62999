--- Signs in columns of counts.

local govreport = require "govreport"
local testing = require "govreport.testing"

local function found(form, cells)
  local report = assert(govreport.parse(testing.sample{form = form, cells = cells}))
  local list = {}
  for finding in govreport.check(report, {select = {"cells.sign"}}):findings() do list[#list + 1] = finding end
  return list
end

describe("cells.sign", function()
  it("says what the count is", function()
    local list = found("cn_disclosure_2021", {["licensing.licenses.decisions"] = "+845"})
    assert.equal(1, #list)
    assert.matches("填“+845”，该列为数量，不带正负号，应填845，请核实。", list[1].message, 1, true)
    assert.same({845, "+845"}, {list[1].expected, list[1].actual})
  end)

  it("names the column of changes where nothing stands in it", function()
    local list = found("cn_disclosure_2019", {["licensing.licenses.previous_items"] = "＋22"})
    assert.matches("如为数量应填22，如为增减数应填在“本年增/减”列", list[1].message, 1, true)
    assert.equal(2, #list[1].cells)
    list = found("cn_disclosure_2019", {["licensing.licenses.previous_items"] = "+22",
                                        ["licensing.licenses.change"] = "+3"})
    assert.matches("应填22，请核实。", list[1].message, 1, true)
  end)

  it("says nothing of changes, of notes, and of negative numbers, which another rule tells", function()
    assert.equal(0, #found("cn_disclosure_2019", {["licensing.licenses.change"] = "+22"}))
    assert.equal(0, #found("cn_disclosure_2021", {["licensing.licenses.decisions"] = "-845"}))
    assert.equal(0, #found("cn_disclosure_2021", {["licensing.licenses.decisions"] = "22（其中+2件）"}))
  end)
end)
