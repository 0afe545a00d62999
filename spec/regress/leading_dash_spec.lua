--- A cell that held a single dash was lost when a row's label came after it. Between the characters of a label, dashes
-- and line ends do not matter; they were skipped in front of the first character too, so that `-` and the label on the
-- next line were taken for that label, and the row above lacked a value.

local govreport = require "govreport"
local example = require "spec.support.example"

describe("a dash in the last cell of a row", function()
  it("stays a cell of that row", function()
    local text = example.edit(example.text, "+3\n\n37\n", "+3\n\n-\n")
    local report = assert(govreport.parse(text))
    assert.equal("dash", report.tables.enforcement:cell("penalties", "decisions").state)
    assert.equal(58, report.tables.enforcement:cell("penalties", "previous_items").value)
    assert.equal(9, report.tables.enforcement:cell("coercion", "previous_items").value)
  end)
end)
