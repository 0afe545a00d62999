--- What findings show of cells, kept without the report.

local core = require "govreport.core"
local example = require "spec.support.example"

-- The page with a blank, a dash and something unreadable.
local spoilt = example.edit(example.page, "<td>19</td><td>6</td><td>1</td><td>2</td><td>2</td><td>0</td><td>30</td>",
                            "<td></td><td>/</td><td>1O</td><td>2</td><td>2</td><td>0</td><td>30</td>")

local kept = {"address", "state", "value", "raw", "line", "column", "byte", "byte_end"}

-- What is kept of a cell, as the cell itself tells it.
local function told(cell)
  local list = {}
  for _, key in ipairs(kept) do list[key] = cell[key] end
  return list
end

-- All cells of a report, and what they tell.
local function cells_of(report)
  local cells, list = {}, {}
  for _, t in pairs(report.tables) do
    for cell in t:cells() do cells[#cells + 1], list[#list + 1] = cell, told(cell) end
  end
  return cells, list
end

describe("evidence", function()
  it("is what the cells tell, also when the report is closed", function()
    local report = example.report(spoilt)
    local cells, list = cells_of(report)
    local evidence = core.evidence(cells)
    report:close()
    assert.same(list, evidence:shown())
    assert.same(list, evidence:shown())
  end)

  it("comes with the first byte of the cells", function()
    local report = example.report(example.text)
    local first, other = report:cell("applications.granted.total"), report:cell("disputes.reconsideration.total")
    local _, byte = core.evidence{other, first}
    assert.equal(first.byte, byte)
    assert.is_true(first.byte < other.byte)
  end)

  it("has no first byte where all cells are absent", function()
    local report = example.report(example.without(example.text, "（一）予以公开"))
    local cell = report:cell("applications.granted.total")
    assert.equal("absent", cell.state)
    local evidence, byte = core.evidence{cell}
    assert.is_nil(byte)
    assert.same({{address = "applications.granted.total", state = "absent"}}, evidence:shown())
  end)

  it("is none of anything but the cells of one report", function()
    local report, other = example.report(example.text), example.report(example.text)
    local cell = report:cell("applications.granted.total")
    for _, list in ipairs{{}, {1}, {cell, "x"}, {{}, cell}, {cell, other:cell("applications.granted.total")},
                          {report.tables.applications}} do
      assert.is_nil((core.evidence(list)))
    end
    assert.error_matches(function() core.evidence(cell) end, "table expected")
  end)

  it("raises where the report is closed", function()
    local report = example.report(example.text)
    local cell = report:cell("applications.granted.total")
    report:close()
    assert.error_matches(function() core.evidence{cell} end, "is closed")
  end)
end)
