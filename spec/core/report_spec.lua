local example = require "spec.support.example"
local govreport = require "govreport"

local function collect()
  collectgarbage()
  collectgarbage()
end

-- One of each class that users meet.
local function views(report)
  local row = report.tables.licensing:row("licenses")
  local result = govreport.check(report)
  local cell = row:cell("decisions")
  return {
    report, report.document, report.tables, report.tables.licensing, row, cell, report.fields, report.fields.agency,
    report:section("overview"), report.claims, report.claims[1], report.deviations, report.deviations[1],
    report.ledger, report.ledger[1], result, result.counts, result.list, result.list[1], result.list[1].places,
    result.list[1].messages,
  }
end

-- The example with a misprinted label, so that there is a deviation and a finding.
local deviating = example.edit(example.text, "第二十条第（一）项", "第二十条（一）项")

describe("a report", function()
  local report

  before_each(function()
    report = example.report(example.text)
  end)

  it("has its facts as fields", function()
    assert.equal("cn_disclosure_2019", report.form)
    assert.equal(2020, report.year)
    assert.equal("云岭市水务局", report.agency)
    assert.equal("云岭市水务局2020年政府信息公开工作年度报告", report.title)
    assert.equal("shuiwuju/2021-00006", report.index_number)
    assert.equal("云岭市水务局", report.publisher)
    assert.equal("云岭水〔2021〕6号", report.document_number)
    assert.equal("2021-01-25", report.published_on)
    assert.equal("有效", report.validity)
    assert.equal("2021-01", report.dated)
    assert.equal("2020-01-01", report.period_start)
    assert.equal("2020-12-31", report.period_end)
    assert.equal(6, report.parts_announced)
    assert.equal("云岭市水务局", report.signatory)
    assert.equal("2021-01-22", report.signed_on)
  end)

  it("has nil for a known fact that was not found", function()
    local text = example.edit(example.text, "\n\n  2021年1月22日\n", "\n")
    assert.is_nil(example.report(text).signed_on)
    assert.is_nil(example.report(text).fields.signed_on)
  end)

  it("raises for unknown names", function()
    assert.error_matches(function() return report.agnecy end, "govreport%.Report has no field 'agnecy'")
    assert.error_matches(function() return report[1] end, "govreport%.Report has no field '1'")
    assert.error_matches(function() return report.tables.license end, "has no table 'license'")
    assert.error_matches(function() return report.fields.agnecy end, "has no field 'agnecy'")
    assert.error_matches(function() return report:section("overviev") end, "has no section 'overviev'")
  end)

  it("cannot be written to, nor can its parts", function()
    for _, view in ipairs(views(example.report(deviating))) do
      assert.error_matches(function() view.value = 1 end, "read%-only")
      assert.error_matches(function() view[1] = 1 end, "read%-only")
    end
  end)

  it("does not show its metatables", function()
    for _, view in ipairs(views(example.report(deviating))) do
      assert.equal("string", type(getmetatable(view)))
      assert.is_truthy(getmetatable(view):find("^govreport%."))
    end
  end)

  it("prints as one line that is the same in every run", function()
    for _, view in ipairs(views(example.report(deviating))) do
      local text = tostring(view)
      assert.is_nil(text:find("%c"), text)
      assert.is_nil(text:find("0x", 1, true), text)
    end
  end)

  it("has all its cells by number", function()
    local count = 0
    for _, t in pairs(report.tables) do
      for row in t:rows() do
        for cell in row:cells() do
          assert.equal(count, cell.number)
          assert.is_true(report:cell(count) == cell)
          count = count + 1
        end
      end
    end
    assert.equal(22 + 161 + 15, count)
    assert.error_matches(function() report:cell(count) end, "no such cell")
    assert.error_matches(function() report:cell(-1) end, "no such cell")
    assert.error_matches(function() report:cell(0.5) end, "an integer is expected, got 0%.5")
  end)

  it("has a cell by its address, and by table, row and column", function()
    local own = report.tables.applications:cell("granted", "total")
    assert.is_true(report:cell("applications.granted.total") == own)
    assert.is_true(report:cell("applications", "granted", "total") == own)
    assert.is_true(report:cell("applications", "（一）予以公开", "总计") == own)
    local licenses = report.tables.licensing:cell("licenses", "decisions")
    assert.is_true(report:cell("第二十条第（五）项", "行政许可", "decisions") == licenses)
    assert.is_true(report:cell("第二十条第（五）项.licenses.decisions") == licenses)
  end)

  it("says which argument is wrong, and what is nearest to it", function()
    for address, problem in pairs{
      ["applications.granted"] = "'applications.granted' is no table.row.column, like applications.granted.total",
      [""] = "'' is no table.row.column, like", ["a.b.c.d"] = "'a.b.c.d' is no table.row.column, like",
      ["aplications.granted.total"] = "has no table 'aplications', did you mean 'applications'?",
      ["applications.grant.total"] = "the table 'applications' has no row 'grant', did you mean 'granted'?",
      ["applications.granted.sum"] = "the table 'applications' has no column 'sum'",
      ["第二十条第（六）.licenses.decisions"] = "has no table '第二十条第（六）', did you mean '第二十条第（六）项'?",
    } do
      local _, message = pcall(function() report:cell(address) end)
      assert.is_truthy(message:find("bad argument 'address' to 'cell': ", 1, true), message)
      assert.is_truthy(message:find(problem, 1, true), message)
    end
    for problem, use in pairs{
      ["'table' to 'cell': the form cn_disclosure_2019 has no table 'x'$"] =
        function() report:cell("x", "granted", "total") end,
      ["'row' to 'cell': .* has no row 'granter', did you mean 'granted'%?$"] =
        function() report:cell("applications", "granter", "total") end,
      ["'column' to 'cell': .* has no column '合计'"] = function() report:cell("applications", "granted", "合计") end,
      ["'column' to 'cell': a string is expected, got no value"] =
        function() report:cell("applications", "granted") end,
      ["'row' to 'cell': a string is expected, got nil"] = function() report:cell("applications", nil, "total") end,
      ["'cell' to 'cell': a number, an address or a table is expected, got table"] = function() report:cell{} end,
      ["'cell' to 'cell': .* is expected, got govreport%.Cell"] = function() report:cell(report:cell(0)) end,
      ["'cell' to 'cell': .* is expected, got no value"] = function() report:cell() end,
      ["'id' to 'section': .* has no section 'overviev', did you mean 'overview'%?"] =
        function() report:section "overviev" end,
      ["'row' to 'row': .* has no row '（一）予以公天', did you mean '（一）予以公开'%?"] =
        function() report.tables.applications:row "（一）予以公天" end,
      ["Report has no field 'agnecy', did you mean 'agency'%?"] = function() return report.agnecy end,
      ["Report has no field 'sect', did you mean 'section' or 'sections'%?"] = function() return report.sect end,
      ["Cell has no field 'col', did you mean 'column' or 'column_id'%?"] = function()
        return report:cell("applications.granted.total").col
      end,
      ["Cell has no field 'addr', did you mean 'address'%?"] = function()
        return report:cell("applications.granted.total").addr
      end,
      ["Report has no field 'sectons', did you mean 'sections'%?"] = function() return report.sectons end,
      ["has no table 'license'"] = function() return report.tables.license end,
      ["has no field 'agenci', did you mean 'agency'%?"] = function() return report.fields.agenci end,
      ["'cell' is a method of govreport%.Report and got string for it: write object:cell%(…%), with a colon"] =
        function() report.cell("applications.granted.total") end,
      ["'rows' is a method of govreport%.Table and got no value for it"] = function() report.tables.fees.rows() end,
      ["'find' is a method of govreport%.Report and got string for it"] = function() report.find("行政") end,
    } do
      assert.error_matches(use, problem)
    end
  end)

  it("does not propose what has nothing in common", function()
    local function proposal(name) return select(2, pcall(function() return report.tables[name] end)):match("did.*") end
    assert.is_nil(proposal("xy"))
    assert.is_nil(proposal(("applications"):rep(40)))
    assert.equal("did you mean 'fees'?", proposal("fee"))
  end)

  it("gives its parts in document order", function()
    local ids, numbers = {}, {}
    for section in report:sections() do
      ids[#ids + 1], numbers[#numbers + 1] = section.id, section.number
    end
    assert.same({ "overview", "proactive", "applications", "disputes", "problems", "other" }, ids)
    assert.same({ 1, 2, 3, 4, 5, 6 }, numbers)
  end)

  it("has no section that its text lacks", function()
    local text = example.text:match("^(.*)\n  六、")
    assert.is_nil(example.report(text):section("other"))
  end)

  it("knows its document and the work done for it", function()
    assert.equal("govreport.Document", getmetatable(report.document))
    assert.is_true(report.memory > 0)
    assert.is_true(report.work > report.document.work)
  end)

  it("is itself and no other", function()
    local other = example.report(example.text)
    assert.is_true(report.tables == report.tables)
    assert.is_true(report.document == report.document)
    assert.is_false(report == other)
    assert.is_false(report.tables == other.tables)
    assert.is_false(report.tables.fees == other.tables.fees)
    assert.is_false(report.claims[1] == other.claims[1])
  end)
end)

describe("a closed report", function()
  local report, parts

  before_each(function()
    report = example.report(example.text)
    local t = report.tables.licensing
    parts = {
      tables = report.tables, table = t, row = t:row("licenses"), cell = t:cell("licenses", "decisions"),
      fields = report.fields, field = report.fields.agency, section = report:section("overview"),
      claims = report.claims, claim = report.claims[1], ledger = report.ledger, entry = report.ledger[1],
      deviations = report.deviations,
    }
    parts.next_section, parts.next_part = report:sections(), parts.section:sections()
    parts.next_row, parts.next_cell = t:rows(), parts.row:cells()
    parts.next_value, parts.next_of_table = report:values(), t:cells()
    report:close()
  end)

  local uses = {
    ["a fact"] = function() return report.year end,
    ["a part"] = function() return report.tables end,
    ["a section"] = function() return report:section("overview") end,
    ["a table"] = function() return parts.tables.fees end,
    ["a table's presence"] = function() return parts.table.present end,
    ["a row"] = function() return parts.row.label end,
    ["a cell"] = function() return parts.cell.value end,
    ["a plain table"] = function() return parts.table:to_table() end,
    ["plain tables"] = function() return report:to_table() end,
    ["sentences"] = function() return report:sentences() end,
    ["a search"] = function() return report:find("行政") end,
    ["an iterator of values"] = function() return parts.next_value() end,
    ["an iterator of cells of a table"] = function() return parts.next_of_table() end,
    ["fields"] = function() return parts.fields.year end,
    ["a field"] = function() return parts.field.value end,
    ["a title"] = function() return parts.section.title end,
    ["the number of claims"] = function() return #parts.claims end,
    ["a claim"] = function() return parts.claim.value end,
    ["an entry of the ledger"] = function() return parts.entry.status end,
    ["a sequence"] = function() return parts.ledger[1] end,
    ["deviations"] = function() return #parts.deviations end,
    ["an iterator of sections"] = function() return parts.next_section() end,
    ["an iterator of parts of a section"] = function() return parts.next_part() end,
    ["an iterator of rows"] = function() return parts.next_row() end,
    ["an iterator of cells"] = function() return parts.next_cell() end,
    ["a check"] = function() return govreport.check(report) end,
  }
  for name, use in pairs(uses) do
    it("raises for " .. name, function()
      assert.error_matches(use, "Report is closed")
    end)
  end

  it("says that it is closed, as its parts do", function()
    assert.equal("govreport.Report: closed", tostring(report))
    for _, name in ipairs{"Tables", "Table", "Row", "Cell", "Fields", "Field", "Section", "Claims", "Claim", "Ledger",
                          "Deviations"} do
      assert.equal("govreport." .. name .. ": closed", tostring(parts[name:lower()]))
    end
    assert.equal("govreport.LedgerEntry: closed", tostring(parts.entry))
  end)

  it("can be closed again", function()
    report:close()
  end)

  it("gives the error of the block", function()
    assert.error_matches(function()
      local scoped <close> = example.report(example.text)
      error("of " .. scoped.form)
    end, "of cn_disclosure_2019")
  end)

  it("is what the end of a block leaves", function()
    local kept
    do
      local scoped <close> = example.report(example.text)
      kept = scoped.tables
    end
    assert.error_matches(function() return kept.fees end, "is closed")
  end)
end)

describe("a part that is all that is left of a report", function()
  local kept = {
    ["a cell"] = {
      function(report) return report.tables.licensing:cell("licenses", "decisions") end,
      function(cell) return cell.value, cell.raw, cell.line end, { 326, "326", 80 },
    },
    ["a row"] = {
      function(report) return report.tables.licensing:row("licenses") end,
      function(row) return row:cell("decisions").value end, { 326 },
    },
    ["a table"] = {
      function(report) return report.tables.licensing end,
      function(t) return t:cell("licenses", "decisions").value end, { 326 },
    },
    ["a field"] = {
      function(report) return report.fields.year end,
      function(field) return field.value, field.raw end, { 2020, "2020" },
    },
    ["a section"] = {
      function(report) return report:section("overview") end,
      function(section) return section.title, section.line end, { "总体情况", 14 },
    },
    ["a claim"] = {
      function(report) return report.claims[1] end,
      function(claim) return claim.value, claim.section.title end, { 3, "主动公开" },
    },
    ["the ledger"] = {
      function(report) return report.ledger end,
      function(ledger) return ledger[1].status end, { "bound" },
    },
    ["an iterator of sections"] = {
      function(report) return report:sections() end,
      function(next_section) return next_section().id end, { "overview" },
    },
    ["an iterator of cells"] = {
      function(report) return report.tables.licensing:row("licenses"):cells() end,
      function(next_cell) return next_cell().value, next_cell().value end, { 18, 2 },
    },
    ["a finding"] = {
      function(report) return govreport.check(report).list[1] end,
      function(finding) return finding.rule, finding.places[1].raw end, { "form.label_wording", "第二十条（一）项" },
    },
  }
  for name, case in pairs(kept) do
    it("lives on as " .. name, function()
      local part = case[1](example.report(deviating))
      collect()
      assert.same(case[3], { case[2](part) })
    end)
  end
end)
