--- Cells as rows of a table: the place in files without lines, and what stands there exactly.

local csv = require "govreport.base.csv"
local govreport = require "govreport"
local sample = require "govreport.form.sample"
local spot_text = require "govreport.render.spot_text"

local has_docx = pcall(require, "govreport.docx")

-- The row of a cell, its fields by the names of their columns.
local function row_of(report, address)
  local rows = assert(csv.parse(govreport.render(report, "csv", {name = "file.x"})))
  for _, row in ipairs(rows) do
    if table.concat(row, ".", 5, 7) == address then
      local fields = {}
      for i, name in ipairs(rows[1]) do fields[name] = row[i] end
      return fields
    end
  end
end

local function with_cells(cells)
  return assert(govreport.parse(sample.text{form = "cn_disclosure_2021", agency = "云岭市水务局", year = 2021,
                                            cells = cells}, {format = "html"}))
end

describe("a cell as a row", function()
  it("says whose it is, what it holds and on which line", function()
    local report = with_cells{["applications.received.total"] = 7}
    local cell = report:cell "applications.received.total"
    assert.same({
      file = "file.x", agency = "云岭市水务局", year = "2021", form = "cn_disclosure_2021", table = "applications",
      row = "received", column = "total", state = "number", value = "7", unit = cell.unit or "", note = "",
      line = tostring(cell.line), raw = "7", inferred = "false", page = "", spot = "",
    }, row_of(report, "applications.received.total"))
  end)

  it("has decimals and signs as numbers, dashes as they are printed, and formulas as texts", function()
    -- Printed, state, value, raw.
    for _, case in ipairs{
      {"12.5", "number", "12.5", "12.5"}, {"-3", "number", "-3", "-3"}, {"—", "dash", "", "—"}, {"-", "dash", "", "-"},
      {"－", "dash", "", "－"}, {"=1+1", "unreadable", "", "'=1+1"}, {"'3", "unreadable", "", "''3"},
    } do
      local row = row_of(with_cells{["applications.received.total"] = case[1]}, "applications.received.total")
      assert.same(case, {case[1], row.state, row.value, row.raw})
    end
  end)

  it("has the part, the table, row and column of a Word file", function()
    if not has_docx then return pending "the module govreport.docx is not built" end
    local draft = assert(govreport.fill("cn_disclosure_2021", {agency = "云岭市水务局", year = 2024}))
    local report = assert(govreport.parse(assert(govreport.render(draft, "docx"))))
    local spot, row = report:cell "applications.received.total".spot, row_of(report, "applications.received.total")
    assert.equal(("byte=%d byte_end=%d table=%d row=%d column=%d part=word/document.xml"):format(
      spot.byte, spot.byte_end, spot.table, spot.row, spot.column), row.spot)
    assert.equal("", row.page)
  end)
end)

describe("a spot as a text", function()
  -- Spot, text.
  for _, case in ipairs{
    {{page = 3, box = {72, govreport.decimal "96.5", 120, 108}}, "box=72,96.5,120,108"},
    {{page = 3, box = {1, 2, 3, 4}, table = 2, row = 4, column = 1}, "box=1,2,3,4 table=2 row=4 column=1"},
    {{part = "word/document.xml", byte = 5, byte_end = 9, paragraph = 2},
     "byte=5 byte_end=9 paragraph=2 part=word/document.xml"},
    {{part = "a table=9.xml", byte = 1, byte_end = 1, table = 1, row = 1, column = 1},
     "byte=1 byte_end=1 table=1 row=1 column=1 part=a table=9.xml"},
  } do
    it("is " .. case[2], function() assert.equal(case[2], spot_text(case[1])) end)
  end
end)
