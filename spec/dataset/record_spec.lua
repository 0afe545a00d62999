--- What a dataset holds of a report: its facts, counts, parts, quantities, findings, and whether its sums hold.

local collect = require "govreport.dataset.collect"
local example = require "spec.support.example"
local govreport = require "govreport"
local packed = require "govreport.dataset.packed"
local record = require "govreport.dataset.record"
local schema = require "govreport.dataset.schema"
local shell = require "spec.support.shell"
local waivers = require "govreport.waivers"

local context = collect.context{}

-- All rows of a table, as values by the names of their columns.
local function rows_of(tables, name)
  local list = {}
  for row in packed.rows(tables[name] or "", #schema.by_name[name].columns) do
    local values = {}
    for i, column in ipairs(schema.by_name[name].columns) do values[column.name] = row[i] end
    list[#list + 1] = values
  end
  return list
end

local function tables_of(report, unit, more)
  local own = {id = 5, file = "a.txt", sha256 = "x", bytes = 3, region = "390100"}
  for key, value in pairs(more or {}) do own[key] = value end
  local result = govreport.check(report, {waivers = own.waivers})
  return record.of_report(own, report, result, context.places.first[report.form], unit)
end

describe("a record", function()
  it("has the facts of the report", function()
    local report = assert(govreport.open "examples/report.txt")
    local row = rows_of(tables_of(report), "report")[1]
    assert.same({5, "a.txt", "cn_disclosure_2019", report.agency, report.year, report.title, "390100"},
                {row.id, row.file, row.form, row.agency, row.year, row.title, row.region})
    assert.equal(report.fields.signed_on.value, row.signed_on)
    assert.equal("pass", row.verdict)
    assert.equal(row.cells_wanted, row.cells_read)
  end)

  it("has the region, kind and level of a body of the register before those of the manifest", function()
    local unit = {code = "390121", type = "department", level = "county"}
    local row = rows_of(tables_of(assert(govreport.open "examples/report.txt"), unit), "report")[1]
    assert.same({"390121", "department", "county"}, {row.region, row.type, row.level})
  end)

  it("counts findings as the check does, and has each", function()
    local report = assert(govreport.open "examples/report-with-errors.txt")
    local result, tables = govreport.check(report), tables_of(report)
    local row, findings = rows_of(tables, "report")[1], rows_of(tables, "finding")
    assert.same({result.verdict, result.counts.error, result.counts.warning, result.counts.info},
                {row.verdict, row.errors, row.warnings, row.hints})
    local i = 0
    for found in result:findings() do
      i = i + 1
      assert.same({i, found.rule, found.severity, found.message},
                  {findings[i].number, findings[i].rule, findings[i].severity, findings[i].message})
      assert.equal(#found.cells, select(2, findings[i].cells:gsub('"([^"]*)"', "")))
    end
    assert.equal(i, #findings)
  end)

  it("has all parts and those below them, in order", function()
    local report = assert(govreport.open "examples/report.txt")
    local rows, i = rows_of(tables_of(report), "section"), 0
    local function walk(parent)
      for section in parent:sections() do
        i = i + 1
        assert.same({i, section.id, section.title, section.text, section.line},
                    {rows[i].number, rows[i].section, rows[i].title, rows[i].text, rows[i].line})
        assert.is_true(rows[i].state == "text" or rows[i].state == "none" or rows[i].state == "blank")
        walk(section)
      end
    end
    walk(report)
    assert.equal(i, #rows)
    assert.is_true(i > 10)
  end)

  it("has the quantities of sentences", function()
    local report = assert(govreport.open "examples/report.txt")
    local rows = rows_of(tables_of(report), "claim")
    assert.equal(#report.claims, #rows)
    for i, claim in ipairs(report.claims) do
      assert.same({claim.kind, claim.raw, claim.line}, {rows[i].kind, rows[i].raw, rows[i].line})
    end
  end)

  -- Whether the sums of each table hold, as text.
  local function sums(text, name, accepted)
    local list, report = {}, assert(govreport.parse(text, {name = name}))
    for i, row in ipairs(rows_of(tables_of(report, nil, {waivers = accepted}), "sums")) do
      list[i] = row.table_id .. " " .. tostring(row.holds)
    end
    return table.concat(list, ", ")
  end

  it("says of each table whether its sums hold", function()
    local row = "<td>19</td><td>6</td><td>1</td><td>2</td><td>2</td><td>0</td><td>30</td>"
    assert.equal("applications 1, disputes 1", sums(example.page, "a.html"))
    assert.equal("applications 0, disputes 1", sums(example.edit(example.page, row, (row:gsub("30", "31"))), "a.html"))
    assert.matches("disputes 1", sums(example.edit(example.page, row, (row:gsub("19", "1O"))), "a.html"))
    assert.is_nil(sums(example.edit(example.page, row, (row:gsub("19", "1O"))), "a.html"):find "applications 1")
  end)

  it("does not say that sums hold of a table that is not there, or that somebody accepts", function()
    local first = assert(example.text:find("政府信息公开行政复议、行政诉讼情况", 1, true))
    local without = example.text:sub(1, first - 1) .. example.text:sub((example.text:find("五、存在", first, true)))
    assert.matches("disputes nil", sums(without, "a.txt"))
    local accepted = waivers.new{{rule = "disputes.total", reason = "已核实"}}
    local wrong = shell.read "examples/report-with-errors.txt"
    assert.matches("disputes 0", sums(wrong, "a.txt"))
    assert.matches("disputes 0", sums(wrong, "a.txt", accepted))
  end)
end)
