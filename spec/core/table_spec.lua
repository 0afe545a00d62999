local example = require "spec.support.example"

describe("the tables", function()
  local report = example.report(example.text)

  it("come in the order of the form", function()
    local ids = {}
    for id, t in pairs(report.tables) do
      assert.equal(id, t.id)
      ids[#ids + 1] = id
    end
    assert.same({ "instruments", "licensing", "enforcement", "fees", "procurement", "applications", "disputes" }, ids)
  end)

  it("are there also where the report lacks them", function()
    local text = example.without(example.text, "行政事业性收费")
    local fees = example.report(text).tables.fees
    assert.is_false(fees.present)
    assert.equal("absent", fees:cell("administrative_fees", "change").state)
  end)

  it("raise for unknown names", function()
    local licensing = report.tables.licensing
    assert.error_matches(function() return licensing.rwos end, "govreport%.Table has no field 'rwos'")
    assert.error_matches(function() return licensing:row("license") end, "'licensing' has no row 'license'")
    assert.error_matches(function() return licensing:cell("licenses", "made") end, "has no column 'made'")
    assert.error_matches(function() return licensing:cell("licenses") end, "'column' to 'cell': a string is")
    assert.error_matches(function() return licensing:cell(1, 1) end, "'row' to 'cell': a string .* got number")
    assert.error_matches(function() return licensing:row("licenses").value end, "govreport%.Row has no field 'value'")
    local cell = licensing:cell("licenses", "change")
    assert.error_matches(function() return cell.val end, "govreport%.Cell has no field 'val'")
  end)

  it("have rows and cells in the order of the form", function()
    local rows, columns = {}, {}
    for id, label in report.tables.disputes:columns() do rows[#rows + 1] = id .. " " .. label end
    assert.same({"upheld 结果维持", "corrected 结果纠正", "other_outcome 其他结果", "pending 尚未审结", "total 总计"}, rows)
    rows = {}
    for row in report.tables.disputes:rows() do rows[#rows + 1] = row.id end
    for cell in report.tables.disputes:row("reconsideration"):cells() do columns[#columns + 1] = cell.column_id end
    assert.same({ "reconsideration", "litigation_direct", "litigation_after_reconsideration" }, rows)
    assert.same({ "upheld", "corrected", "other_outcome", "pending", "total" }, columns)
  end)

  it("find a cell by ids and by official labels", function()
    local t = report.tables.applications
    local cell = t:cell("granted", "natural_person")
    assert.equal(17, cell.value)
    assert.is_true(cell == t:cell("（一）予以公开", "自然人"))
    assert.is_true(cell == t:row("granted"):cell("自然人"))
    assert.equal(48, t:cell("（七）总计", "总计").value)
  end)

  it("are equal to themselves alone", function()
    local t = report.tables.licensing
    assert.is_true(t == report.tables.licensing)
    assert.is_false(t == report.tables.fees)
    assert.is_true(t:row("licenses") == t:row("licenses"))
    assert.is_false(t:row("licenses") == t:row("other_services"))
    assert.is_false(t:row("licenses") == t:row("licenses"):cell("change"))
    assert.is_false(t:cell("licenses", "change") == t:cell("licenses", "decisions"))
  end)

  it("print their names", function()
    local t = report.tables.licensing
    assert.equal("govreport.Table: licensing, 2 x 3", tostring(t))
    assert.equal("govreport.Row: licensing.licenses", tostring(t:row("licenses")))
    assert.equal("govreport.Cell: licensing.licenses.decisions number 326", tostring(t:cell("licenses", "decisions")))
  end)
end)

describe("a cell", function()
  it("knows what it says, what it is and where it stands", function()
    local cell = example.report(example.text).tables.procurement:cell("centralized", "amount")
    assert.equal("number", cell.state)
    assert.equal(3264500, cell.value)
    assert.equal("元", cell.unit)
    assert.is_nil(cell.sign)
    assert.is_nil(cell.note)
    assert.equal("3264500元", cell.raw)
    assert.is_false(cell.inferred)
    assert.equal("procurement.centralized.amount", cell.address)
    assert.equal("procurement", cell.table)
    assert.equal("centralized", cell.row)
    assert.equal("政府集中采购", cell.row_label)
    assert.equal("amount", cell.column_id)
    assert.equal("采购总金额", cell.column_label)
    assert.same({ 142, 1 }, { cell.line, cell.column })
    assert.equal("3264500元", example.text:sub(cell.byte, cell.byte_end))
  end)

  it("has no place where it is absent", function()
    local cell = example.report(example.without(example.text, "规章")).tables.instruments:cell("规章", "本年新制作数量")
    assert.equal("absent", cell.state)
    for _, name in ipairs { "value", "unit", "sign", "note", "raw", "line", "column", "byte", "byte_end" } do
      assert.is_nil(cell[name])
    end
  end)

  -- What is printed: state, value, unit, sign word, note.
  local printed = {
    { "0", "number", "0" }, { "００", "number", "0" }, { "１２", "number", "12" }, { "1,362", "number", "1362" },
    { "1，362", "number", "1362" }, { "12.50", "number", "12.5" }, { "3.0", "number", "3" },
    { "999999999999999", "number", "999999999999999" }, { "9999999999999999", "unreadable" },
    { "20件", "number", "20", "件" }, { "20 项", "number", "20", "项" },
    { "+14", "number", "14" }, { "-3", "number", "-3" }, { "−3", "number", "-3" }, { "－3", "number", "-3" },
    { "增30", "number", "30", nil, "增" }, { "增加3", "number", "3", nil, "增加" },
    { "减126", "number", "-126", nil, "减" }, { "减少5项", "number", "-5", "项", "减少" },
    { "持平", "number", "0", nil, "持平" },
    { "23（其中修订 7 件）", "number", "23", nil, nil, "其中修订 7 件" },
    { "22 (含3)", "number", "22", nil, nil, "含3" },
    { "无", "none" }, { "/", "dash" }, { "—", "dash" }, { "——", "dash" }, { "-", "dash" },
    { "不适用", "not_applicable" }, { "N/A", "not_applicable" },
    { "20余", "unreadable" }, { "l2", "unreadable" }, { "1O", "unreadable" }, { "约20", "unreadable" },
    { "3.2.1", "unreadable" }, { "12,34", "unreadable" },
  }
  for _, case in ipairs(printed) do
    local text, state, value, unit, sign, note = table.unpack(case, 1, 6)
    it("that holds “" .. text .. "” is " .. state, function()
      local licensing = example.report(example.set(example.text, "行政许可", 2, text)).tables.licensing
      local cell = licensing:cell("licenses", "change")
      assert.equal(state, cell.state)
      assert.equal(value, cell.value and tostring(cell.value))
      assert.equal(unit, cell.unit)
      assert.equal(sign, cell.sign)
      assert.equal(note, cell.note)
      assert.equal(text, cell.raw)
      assert.equal(18, licensing:cell("licenses", "previous_items").value)
      assert.equal(326, licensing:cell("licenses", "decisions").value)
    end)
  end

  local amounts = {
    { "92740600", "92740600" }, { "418250元", "418250", "元" }, { "3264500.00元", "3264500", "元" },
    { "326.45万元", "326.45", "万元" }, { "1.5亿元", "1.5", "亿元" }, { "￥3,264,500.00", "3264500", "¥" },
    { "0.000001万元", "0.000001", "万元" },
  }
  for _, case in ipairs(amounts) do
    it("that holds “" .. case[1] .. "” keeps the number and the unit apart", function()
      local report = example.report(example.set(example.text, "政府集中采购", 2, case[1]))
      local cell = report.tables.procurement:cell("centralized", "amount")
      assert.equal(case[2], tostring(cell.value))
      assert.equal(case[3], cell.unit)
    end)
  end

  it("is inferred where only the order of the columns tells what it is", function()
    local text = example.edit(example.text, "\n商业企业\n", "\n")
    local row = example.report(text).tables.applications:row("received")
    local inferred = {}
    for cell in row:cells() do
      if cell.inferred then inferred[#inferred + 1] = cell.column_id end
    end
    assert.same({ "business" }, inferred)
  end)
end)
