--- Forms that are filled in, in each of their formats: what is read of them is what was written, cell by cell.

local clean_reports = require "spec.support.clean_reports"
local forms = require "govreport.form"
local generate = require "spec.support.generate"
local govreport = require "govreport"
local shell = require "spec.support.shell"
local sweep = require "spec.support.sweep"

local has_docx, docx = pcall(require, "govreport.docx")
local formats = has_docx and {"text", "html", "docx"} or {"text", "html"}

-- The cells of a list without their places: table, row, column, state, value, unit, note.
local function cells_of(report)
  local lines = {}
  for line in govreport.render(report, "tsv"):gmatch "[^\n]+" do
    lines[#lines + 1] = table.concat({line:match(("([^\t]*)\t"):rep(7))}, "\t")
  end
  return lines
end

local function read_again(filled, format)
  return assert(govreport.parse(assert(govreport.render(filled, format)), {name = "draft." .. format}))
end

-- ---- what was extracted -------------------------------------------------------------------------

describe("a report that is extracted and written again has the same cells", function()
  for _, path in ipairs{"examples/report.txt", "examples/report-2021.html", "examples/report-with-errors.txt",
                        "examples/statistics-2016.html", "examples/website-2023.html",
                        "examples/three-public-2023.txt"} do
    for _, format in ipairs(formats) do
      it(path .. " as " .. format, function()
        local report = assert(govreport.open(path))
        local filled = assert(govreport.fill(report.form, {
          tsv = govreport.render(report, "tsv"), agency = report.agency, year = report.year}))
        local again = read_again(filled, format)
        assert.equal(report.form, again.form)
        assert.equal(report.year, again.year)
        assert.equal(report.agency, again.agency)
        assert.same(cells_of(report), cells_of(again))
        assert.equal(0, #filled.computed)
      end)
    end
  end
end)

-- ---- random cells -------------------------------------------------------------------------------

local words = {{state = "blank"}, {state = "dash"}, {state = "dash", raw = "/"}, {state = "none"},
               {state = "not_applicable"}}

-- A number for a cell: most are small, some have decimals, a sign, a unit, a note.
local function random_number(random, column)
  local value = random(3) == 1 and random(20000) or random(20) - 1
  if column.signed and random(2) == 1 then value = -value end
  if column.decimal and random(2) == 1 then value = govreport.decimal(("%d.%03d"):format(value, random(999))) end
  local note = random(15) == 1 and "其中修订" .. random(9) .. "件" or nil
  return {state = "number", value = value, note = note}
end

-- Any cells of a form: of some rows all are blank, of a row that stands for others either is given.
local function random_cells(random, declared)
  local cells = {}
  for _, t in ipairs(declared.tables) do
    for _, row in ipairs(t.rows) do
      local is_blank = random(8) == 1
      for _, column in ipairs(row.split and {} or t.columns) do
        local is_number = (row.type or column.type or "number") == "number" and not row.heading
        local word = (is_blank or random(6) == 1) and words[is_blank and 1 or random(#words)]
        if is_number then
          cells[("%s.%s.%s"):format(t.id, row.id, column.id)] = word or random_number(random, column)
        end
      end
    end
  end
  return cells
end

-- Of what was given to a cell and what was read of it all that differs.
local function differences(cells, report)
  local list = {}
  for at, own in pairs(cells) do
    local cell = report:cell(at)
    if cell.state ~= own.state or cell.value ~= own.value or cell.note ~= own.note then
      list[#list + 1] = ("%s: %s %s became %s %s"):format(at, own.state, tostring(own.value), cell.state,
                                                        tostring(cell.value))
    end
  end
  return list
end

describe("any cells are read as they were written:", function()
  for _, id in ipairs{"cn_disclosure_2019", "cn_disclosure_2021", "cn_disclosure_2014", "cn_website_annual",
                      "cn_budget_three_public"} do
    for _, format in ipairs(formats) do
      it(id .. " as " .. format, function()
        for seed = 1, sweep(6) do
          local random = generate.random(seed * 7919)
          local cells = random_cells(random, forms.declared(id))
          local filled = assert(govreport.fill(id, {agency = "云岭市水务局", year = 2020, cells = cells}))
          assert.same({}, differences(cells, read_again(filled, format)), "seed " .. seed)
        end
      end)
    end
  end
end)

describe("a report with which nothing is wrong is told of nothing:", function()
  for number = 1, 4 do
    for _, format in ipairs(formats) do
      it(number .. " as " .. format, function()
        local form, options = clean_reports.filling(clean_reports.content(5, number))
        local report = read_again(assert(govreport.fill(form, options)), format)
        local said = {}
        for found in govreport.check(report):findings() do
          if found.severity == "error" or found.severity == "warning" then said[#said + 1] = found.message end
        end
        assert.same({}, said)
        assert.same({}, report:unaccounted())
      end)
    end
  end
end)

describe("forms of one's own are written like those of the project:", function()
  for _, declared in ipairs(govreport.load_forms "examples/forms") do
    for _, format in ipairs(formats) do
      it(declared.id .. " as " .. format, function()
        local cells = random_cells(generate.random(7), forms.declared(declared.id))
        local filled = assert(govreport.fill(declared.id, {agency = "云岭市图书馆", year = 2024, cells = cells}))
        assert.same({}, differences(cells, read_again(filled, format)))
      end)
    end
  end
end)

-- ---- the formats --------------------------------------------------------------------------------

describe("a filled form", function()
  local filled = assert(govreport.fill("cn_disclosure_2021", {
    agency = "云岭市<水务>局", year = 2024, sections = {other = "甲&乙\u{202E}丙"},
    cells = {["applications.granted.total"] = "<b>"}}))

  it("as a page is escaped and holds nothing that is unsafe", function()
    local page = govreport.render(filled, "html")
    assert.is_nil(page:find("<b>", 1, true))
    assert.is_nil(page:find("\u{202E}", 1, true))
    assert.matches("甲&amp;乙丙", page, 1, true)
  end)

  it("is the same each time", function()
    for _, format in ipairs(formats) do
      assert.equal(govreport.render(filled, format), govreport.render(filled, format))
    end
  end)

  if not has_docx then return end

  local bytes = assert(govreport.render(filled, "docx"))

  it("as a Word file has its header rows on each page, its labels over several rows, fixed columns", function()
    local folder = shell.folder()
    shell.write(folder .. "/a.docx", bytes)
    shell.write(folder .. "/read.py", [[
import sys, zipfile
from xml.dom import minidom
archive = zipfile.ZipFile(sys.argv[1])
for name in archive.namelist(): minidom.parseString(archive.read(name))
print(archive.read("word/document.xml").decode())
]])
    local code, xml, err = shell.run(("python3 %s/read.py %s/a.docx"):format(folder, folder))
    shell.remove(folder)
    if code == 127 then return pending "python3 is not there" end
    assert.equal(0, code, err)
    assert.equal(3 + 3, select(2, xml:gsub("<w:tblHeader/>", "")))
    assert.is_truthy(xml:find '<w:vMerge w:val="restart"/>')
    assert.equal(3, select(2, xml:gsub('<w:tblLayout w:type="fixed"/>', "")))
    -- The cells of each row are as wide as the columns of their table.
    for grid, rows in xml:gmatch "<w:tblGrid>(.-)</w:tblGrid>(.-)</w:tbl>" do
      local whole = 0
      for width in grid:gmatch 'w:w="(%d+)"' do whole = whole + tonumber(width) end
      for row in rows:gmatch "<w:tr>(.-)</w:tr>" do
        local sum = 0
        for width in row:gmatch '<w:tcW w:w="(%d+)"' do sum = sum + tonumber(width) end
        assert.equal(whole, sum)
      end
    end
  end)

  it("as a Word file is read by ours", function()
    assert.matches("云岭市<水务>局2024年", assert(docx.open(bytes)):text(), 1, true)
  end)
end)

-- ---- without the module -------------------------------------------------------------------------

describe("without the module", function()
  local known = package.loaded
  before_each(function()
    known["govreport.docx"] = nil
    package.preload["govreport.docx"] = function() error "not installed" end
  end)
  after_each(function() known["govreport.docx"], package.preload["govreport.docx"] = has_docx and docx or nil, nil end)

  it("a Word file is not written, and what to install is told", function()
    local filled = assert(govreport.fill("cn_disclosure_2021"))
    local bytes, message, code = govreport.render(filled, "docx", {name = "draft.docx"})
    assert.is_nil(bytes)
    assert.equal("docx.missing", code)
    assert.matches("^draft%.docx：.*govreport%-docx", message)
  end)
end)
