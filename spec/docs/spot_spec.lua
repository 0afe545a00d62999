--- Where things stand in files without lines: what every output says of a Word document, in words and as data.

local findings = require "spec.support.findings"
local govreport = require "govreport"
local package = require "spec.support.package"
local schema = require "spec.support.schema"
local shell = require "spec.support.shell"
local walk = require "spec.support.walk"

if not pcall(require, "govreport.docx") then
  describe("a spot", function() pending "the module govreport.docx is not built" end)
  return
end

-- With one total of a table changed; the sums of its row and its column fail.
local function spoiled(document)
  local pieces = {}
  for block in document:blocks() do
    if block.kind == "table" then
      for _, cell in ipairs(block.cells) do
        if cell.text == "30" then cell.text = "31" end
      end
    end
    if block.kind ~= "meta" then pieces[#pieces + 1] = block end
  end
  return {blocks = function()
    local i = 0
    return function()
      i = i + 1
      return pieces[i]
    end
  end}
end

local good, bad
setup(function()
  local document <close> = assert(govreport.read("examples/report-2021.html"))
  good, bad = package.of(document), package.of(spoiled(document))
end)

local function report_of(bytes, name) return assert(govreport.parse(bytes, {name = name or "draft.docx"})) end

describe("a spot", function()
  it("is the paragraph or the cell, with part and bytes", function()
    local report <close> = report_of(good)
    local cell = report.tables.applications:cell("granted", "total")
    assert.equal("word/document.xml", cell.spot.part)
    assert.is_true(cell.spot.table > 1 and cell.spot.row > 1 and cell.spot.column > 1)
    assert.same(cell.spot, cell.place.spot)
    assert.equal(cell.raw, package.document_of(good):sub(cell.spot.byte, cell.spot.byte_end))
    local field = report.fields.title
    assert.is_true(field.spot.paragraph > 1)
    assert.is_nil(field.spot.table)
  end)

  it("is kept by a finding when its report is closed", function()
    local report = report_of(bad)
    local result, spots, count = govreport.check(report), {}, 0
    for _, t in pairs(report.tables) do
      for cell in t:cells() do spots[cell.address] = cell.spot end
    end
    report:close()
    for finding in result:findings() do
      for _, cell in ipairs(finding.cells) do
        count = count + 1
        assert.same(spots[cell.address], cell.spot)
      end
    end
    assert.is_true(count > 0)
  end)

  it("is as it is described, in all that has one", function()
    local walker = walk.new()
    local report = report_of(bad)
    walker:sample(report, "Report")
    walker:sample(govreport.check(report), "Result")
    walker:sample(govreport.trace(bad), "Trace")
    assert.same({}, walker.problems)
    for _, field in ipairs{"part", "byte", "byte_end", "paragraph", "table", "row", "column"} do
      assert.is_true(walker.met["Spot." .. field], field)
    end
    for _, class in ipairs{"Cell", "Field", "Finding", "Place", "CellPlace", "Position", "TracePlace"} do
      assert.is_true(walker.met[class .. ".spot"], class)
    end
  end)

  it("is in all JSON, as the schemas have it", function()
    local a, b = report_of(good, "a.docx"), report_of(bad, "b.docx")
    local entry = {name = "b.docx", subject = "b", report = b, result = govreport.check(b)}
    for name, text in pairs{
      report = govreport.render(b, "json"), findings = findings.render("json", {entry}),
      diff = govreport.render(govreport.diff(a, b), "json"), trace = govreport.render(govreport.trace(bad), "json"),
    } do
      assert.matches('"spot": {', text, 1, true)
      assert.is_nil(schema.open(name):judge(text))
    end
  end)
end)

describe("the words for a place", function()
  local path
  setup(function()
    path = os.tmpname() .. ".docx"
    shell.write(path, bad)
  end)
  teardown(function() os.remove(path) end)

  local function run(command) return select(2, shell.run("bin/govreport " .. command:gsub("FILE", path))) end

  for _, case in ipairs{
    {"check FILE", "  表%d+第%d+行第%d+列%s+需修改"},
    {"--lang en check FILE", "  table %d+, row %d+, column %d+%s+must be corrected"},
    {"check --format concise FILE", ":表%d+第%d+行第%d+列: error: "},
    {"check --format csv FILE", ",表%d+第%d+行第%d+列,,"},
    {"check --format junit FILE", ":表%d+第%d+行第%d+列: "},
    {"check --format github FILE", "::error file=[^,]*,title="},
    {"show FILE", "标题 +第11段 +"},
    {"show --quantities FILE", "\n第%d+段 +"},
    {"show --claims FILE", "第%d+段 +"},
    {"trace --all FILE", "√ 第%d+段 +“总体情况”"},
    {"diff examples/report-2021.html FILE", "%d+:%d+ +表%d+第%d+行第%d+列 "},
  } do
    it("stand in " .. case[1], function()
      local out = run(case[1])
      assert.matches(case[2], out)
      if not case[1]:find "^diff" then assert.not_matches("%f[%w]%d+:%d+:?%f[%s]", (out:gsub("：[%d:]+", ""))) end
    end)
  end

  it("are no region in SARIF, which knows lines alone", function()
    local out = run "check --format sarif FILE"
    assert.not_matches('"startLine"', out, 1, true)
    assert.matches('"spot": {', out, 1, true)
  end)
end)
