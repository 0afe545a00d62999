--- The cells of a report as packed rows: the same as the getters of its cells say.

local core = require "govreport.core"
local docx_package = require "spec.support.package"
local example = require "spec.support.example"
local govreport = require "govreport"
local packed = require "govreport.dataset.packed"
local pdf = require "spec.support.pdf"
local schema = require "govreport.dataset.schema"
local shell = require "spec.support.shell"

local columns = schema.by_name.cell.columns
local states = core.states()

local function source(text) return text ~= "" and text or nil end

local function plain(value)
  if type(value) == "userdata" then return tonumber(tostring(value)) end
  if type(value) == "boolean" then return value and 1 or 0 end
  return source(value)
end

local function box_of(spot)
  if not spot.box then return nil end
  local sides = {}
  for i, side in ipairs(spot.box) do sides[i] = tostring(side) end
  return table.concat(sides, " ")
end

-- What the row of a cell should be, by the names of the columns.
local function expected(cell, id, first)
  local spot = cell.spot or {}
  local own = spot.part and spot or cell
  return {
    report = id, place = first + cell.number, state = cell.state, value = plain(cell.value), unit = source(cell.unit),
    sign = source(cell.sign), note = source(cell.note), inferred = cell.inferred and 1 or 0, raw = source(cell.raw),
    line = cell.line, byte = own.byte, byte_end = own.byte_end, page = spot.page, box = box_of(spot), part = spot.part,
    paragraph = spot.paragraph,
  }
end

local function named(row)
  local values = {}
  for i, column in ipairs(columns) do values[column.name] = row[i] end
  values.state = states[values.state + 1]
  return values
end

-- Compares all; which states and columns there were, as sets.
local function compare(report)
  local next_row, seen = packed.rows(core.pack_cells(report, 7, 100), #columns), {}
  for _, t in pairs(report.tables) do
    for cell in t:cells() do
      local values = named(next_row())
      assert.same(expected(cell, 7, 100), values, cell.address)
      seen[values.state] = true
      for name in pairs(values) do seen[name] = true end
    end
  end
  assert.is_nil(next_row())
  return seen
end

describe("packed cells", function()
  for _, name in ipairs{"report.txt", "report-with-errors.txt", "report-2021.html", "statistics-2016.html",
                        "three-public-2023.txt", "website-2023.html"} do
    it("are those of examples/" .. name, function() compare(assert(govreport.open("examples/" .. name))) end)
  end

  it("have texts, flags, dates and choices", function()
    local seen = compare(assert(govreport.open "examples/website-2023.html"))
    for _, state in ipairs{"text", "flag", "choice"} do assert.is_true(seen[state], state) end
  end)

  it("have dates", function()
    local dated = core.schema{
      form = "form", sections = {}, fields = {},
      tables = {{id = "t", caption = "表一", columns = {{id = "c", label = "列"}},
                 rows = {{id = "day", label = "日", type = "date"}, {id = "yes", label = "是否", type = "flag"}}}},
    }
    local document = assert(core.parse("2024年1月22日\n\n是\n\n。\n", {format = "text"}))
    local builder, tape = core.builder(document, dated), document.tape
    builder:range(0, 1, tape:find("日", 1, true) + 3, false)
    builder:range(1, tape:find("是", 1, true), tape:find("是", 1, true) + 3, false)
    assert.is_true(compare(builder:seal()).date)
  end)

  it("have blanks, dashes, what is unreadable, and notes", function()
    local page = example.edit(
      example.page, "<td>19</td><td>6</td><td>1</td><td>2</td><td>2</td><td>0</td><td>30</td>",
      "<td></td><td>/</td><td>1O</td><td>不适用</td><td>无</td><td>22（其中修订16件）</td><td>30</td>")
    local seen = compare(assert(govreport.parse(page, {name = "a.html"})))
    for _, state in ipairs{"blank", "dash", "unreadable", "not_applicable", "none"} do
      assert.is_true(seen[state], state)
    end
  end)

  it("have all of 15 digits", function()
    local text = shell.read "examples/three-public-2023.txt"
    local report = assert(govreport.parse(text:gsub("%d+%.%d%d", "1234567890123.45"), {name = "a.txt"}))
    compare(report)
    local found = false
    for row in packed.rows(core.pack_cells(report, 1, 1), #columns) do
      local value = named(row).value
      found = found or value and packed.number(value) == "1234567890123.45"
    end
    assert.is_true(found)
  end)

  if not pcall(require, "govreport.docx") then
    pending "of Word files: the module govreport.docx is not built"
  else
    it("have parts and paragraphs of Word files", function()
      for _, name in ipairs{"report-2021.html", "report.txt"} do
        local document = assert(govreport.read("examples/" .. name))
        local report = assert(govreport.parse(docx_package.of(document), {name = "draft.docx"}))
        local seen = compare(report)
        assert.is_true(seen.part)
      end
    end)
  end

  if not pdf.is_read then
    pending("of PDF files: " .. pdf.why_not)
  else
    it("have pages and boxes of PDF files", function()
      local document = assert(govreport.read "examples/report-2021.html")
      local seen = compare(assert(govreport.parse(pdf.of(document), {name = "draft.pdf"})))
      assert.is_true(seen.page and seen.box)
    end)
  end

  it("are of reports alone", function()
    assert.has_error(function() core.pack_cells({}, 1, 1) end)
    assert.has_error(function() core.pack_cells(example.report(example.page), "x", 1) end)
  end)
end)
