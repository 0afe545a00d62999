local example = require "spec.support.example"

local edit = example.edit

-- Text from a report that would take over a terminal.
local escape, override = "\27[31m", "\u{202E}"

describe("fields", function()
  local report = example.report(example.text)

  it("know their value and their place", function()
    local field = report.fields.signed_on
    assert.equal("signed_on", field.id)
    assert.equal("date", field.state)
    assert.equal("2021-01-22", field.value)
    assert.equal("2021年1月22日", field.raw)
    assert.same({ 626, 3 }, { field.line, field.column })
    assert.equal("2021年1月22日", example.text:sub(field.byte, field.byte_end))
  end)

  it("have a state for each kind of value", function()
    assert.equal("text", report.fields.agency.state)
    assert.equal("number", report.fields.year.state)
    assert.equal("none", report.fields.processing_fee.state)
    assert.is_nil(report.fields.processing_fee.value)
    assert.is_nil(report.processing_fee)
  end)

  it("are blank where nothing stands behind their label", function()
    local field = example.report(edit(example.text, "文  号：云岭水〔2021〕6号", "文  号：")).fields.document_number
    assert.equal("blank", field.state)
    assert.is_nil(field.value)
  end)

  it("come in document order, each as often as it stands there", function()
    local ids, citations, byte = {}, 0, 0
    for id, field in pairs(report.fields) do
      assert.equal(id, field.id)
      assert.is_true(field.byte >= byte)
      byte = field.byte
      ids[#ids + 1] = id
      if id == "citations" then citations = citations + 1 end
    end
    assert.equal("name", ids[1])
    assert.equal("signed_on", ids[#ids])
    assert.equal(3, citations)
  end)

  it("raise for unknown names", function()
    assert.error_matches(function() return report.fields.yaer end, "has no field 'yaer'")
    assert.error_matches(function() return report.fields.year.val end, "govreport%.Field has no field 'val'")
  end)

  it("are equal to themselves alone", function()
    assert.is_true(report.fields == report.fields)
    assert.is_true(report.fields.year == report.fields.year)
    assert.is_false(report.fields.year == report.fields.agency)
  end)

  it("print id and value", function()
    assert.equal("govreport.Field: year 2020", tostring(report.fields.year))
  end)
end)

describe("sections", function()
  local report = example.report(example.text)

  it("know their heading and their text", function()
    local section = report:section("proactive")
    assert.equal("proactive", section.id)
    assert.equal(1, section.level)
    assert.equal(2, section.number)
    assert.equal("二、", section.marker)
    assert.equal("主动公开政府信息情况", section.title)
    assert.is_nil(section.parent)
    assert.same({ 36, 5 }, { section.line, section.column })
    assert.is_truthy(section.text:find("第二十条第（一）项", 1, true))
    assert.is_nil(section.text:find("三、收到", 1, true))
  end)

  it("nest", function()
    local overview = report:section("overview")
    local titles = {}
    for section in overview:sections() do
      titles[#titles + 1] = section.number .. section.title
      assert.equal(2, section.level)
      assert.is_nil(section.id)
      assert.is_true(section.parent == overview)
    end
    assert.same({ "1主动公开", "2依申请公开", "3政府信息管理", "4平台建设", "5监督保障" }, titles)
  end)

  it("have no number where none is printed", function()
    local section = example.report(edit(example.text, "  二、主动公开", "  • 主动公开")):section("proactive")
    assert.is_nil(section.number)
    assert.equal("•", (section.marker:gsub("%s", "")))
  end)

  it("raise for unknown names", function()
    local section = report:section("overview")
    assert.error_matches(function() return section.name end, "govreport%.Section has no field 'name'")
  end)

  it("are equal to themselves alone", function()
    assert.is_true(report:section("overview") == report:section("overview"))
    assert.is_false(report:section("overview") == report:section("other"))
  end)

  it("print their title", function()
    assert.equal("govreport.Section: 总体情况", tostring(report:section("overview")))
  end)

  it("print one line where the title stands on two", function()
    local text = edit(example.text, "  二、主动公开政府信息情况\n", "  二、主动公开政府\n信息情况\n")
    local section = example.report(text):section("proactive")
    assert.equal("主动公开政府\n信息情况", section.title)
    assert.is_nil(tostring(section):find("%c"))
  end)

  it("print nothing that a terminal obeys", function()
    local text = edit(example.text, "（四）平台建设", "（四）平台" .. escape .. "建设" .. override)
    for section in example.report(text):section("overview"):sections() do
      assert.is_nil(tostring(section):find("%c"))
      assert.is_nil(tostring(section):find(override, 1, true))
    end
  end)
end)

describe("claims", function()
  local report = example.report(example.text)

  it("are a sequence", function()
    local count = 0
    for i, claim in ipairs(report.claims) do
      count = i
      assert.is_true(claim == report.claims[i])
    end
    assert.is_true(count > 20)
    assert.equal(count, #report.claims)
    assert.is_nil(report.claims[0])
    assert.is_nil(report.claims[-1])
    assert.is_nil(report.claims[count + 1])
    assert.error_matches(function() return report.claims.first end, "govreport%.Claims has no field 'first'")
    assert.error_matches(function() return report.claims[1.5] end, "govreport%.Claims has no field '1.5'")
  end)

  it("know what they say and where", function()
    local claim
    for _, other in ipairs(report.claims) do
      if other.value == 612 then claim = other end
    end
    assert.equal("quantity", claim.kind)
    assert.equal("exact", claim.bound)
    assert.equal("条", claim.text)
    assert.equal("612条", claim.raw)
    assert.equal(18, claim.line)
    assert.equal("612条", example.text:sub(claim.byte, claim.byte_end))
    assert.equal("主动公开", claim.section.title)
    assert.error_matches(function() return claim.unit end, "govreport%.Claim has no field 'unit'")
    assert.equal("govreport.Claim: quantity exact 612 条", tostring(claim))
  end)

  it("come in document order", function()
    local byte = 0
    for _, claim in ipairs(report.claims) do
      assert.is_true(claim.byte > byte)
      byte = claim.byte
    end
  end)
end)

describe("deviations", function()
  it("are none in a text that is as prescribed", function()
    assert.equal(0, #example.report(example.text).deviations)
  end)

  it("know their kind, what they are about and where", function()
    local deviations = example.report(edit(example.text, "第二十条第（一）项", "第二十条（一）项")).deviations
    assert.equal(1, #deviations)
    local deviation = deviations[1]
    assert.equal("label_misprint", deviation.kind)
    assert.equal("第二十条第（一）项", deviation.subject)
    assert.equal("第二十条（一）项", deviation.raw)
    assert.equal(38, deviation.line)
    assert.error_matches(function() return deviation.label end, "govreport%.Deviation has no field 'label'")
    assert.error_matches(function() return deviations.first end, "govreport%.Deviations has no field 'first'")
    assert.is_true(deviation == deviations[1])
  end)

  it("print nothing that a terminal obeys", function()
    local text = edit(example.text, "\n规章\n", "\n规" .. escape .. "章" .. override .. "\n")
    for _, deviation in ipairs(example.report(text).deviations) do
      assert.is_nil(tostring(deviation):find("%c"))
      assert.is_nil(tostring(deviation):find(override, 1, true))
    end
  end)
end)

describe("the ledger", function()
  local report = example.report(example.text)

  it("has every run of digits once, in order, with what became of it", function()
    local byte, counts = 0, { bound = 0, ignored = 0, unaccounted = 0 }
    for _, entry in ipairs(report.ledger) do
      assert.is_true(entry.byte > byte)
      assert.is_truthy(entry.raw:find("^%d+$"))
      byte = entry.byte_end
      counts[entry.status] = counts[entry.status] + 1
      assert.equal(entry.status == "unaccounted", entry.reason == nil)
    end
    local runs = select(2, example.text:gsub("%d+", ""))
    assert.equal(runs, #report.ledger)
    assert.equal(runs, counts.bound + counts.ignored)
    assert.equal(0, counts.unaccounted)
  end)

  it("binds the number of each cell", function()
    local by_byte = {}
    for _, entry in ipairs(report.ledger) do by_byte[entry.byte] = entry end
    local cell = report.tables.applications:cell("granted", "natural_person")
    assert.equal("bound", by_byte[cell.byte].status)
    assert.equal("cell", by_byte[cell.byte].reason)
  end)

  it("raises for unknown names", function()
    assert.error_matches(function() return report.ledger.first end, "govreport%.Ledger has no field 'first'")
    assert.error_matches(function() return report.ledger[1].kind end, "govreport%.LedgerEntry has no field 'kind'")
  end)

  it("prints number and status", function()
    assert.equal("govreport.LedgerEntry: 2020 bound", tostring(report.ledger[1]))
  end)

  it("prints nothing that a terminal obeys", function()
    local text = edit(example.text, "发布信息612条", "发布信息6\u{200B}1" .. override .. "2条")
    for _, entry in ipairs(example.report(text).ledger) do
      assert.is_nil(tostring(entry):find("%c"))
      assert.is_nil(tostring(entry):find(override, 1, true))
    end
  end)
end)
