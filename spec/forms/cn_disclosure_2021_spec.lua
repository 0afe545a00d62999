--- The form of 2021, on a page as a site of a body prints it.

local example = require "spec.support.example"
local forms = require "govreport.form"
local govreport = require "govreport"
local report_json = require "govreport.render.report_json"
local show = require "govreport.render.show"
local small_form = require "spec.support.small_form"
local tsv = require "govreport.render.tsv"

local path = "examples/report-2021.html"

local function read(name)
  local file = assert(io.open(name, "rb"))
  local text = file:read("a")
  file:close()
  return text
end

local page = read(path)
local edit = example.edit

-- ---- what the page says ----------------------------------------------------------------------------

local tables = {
  { "instruments", "issued repealed in_force", {
    { "administrative_rules", "0 0 0" }, { "normative_documents", "4 2 25" },
  } },
  { "licensing", "decisions", { { "licenses", "348" } } },
  { "enforcement", "decisions", { { "penalties", "41" }, { "coercion", "3" } } },
  { "fees", "amount", { { "administrative_fees", "126.5034" } } },
  { "applications",
    "natural_person business research_institution public_welfare legal_service other_organization total", {
    { "received", "38 12 1 2 5 1 59" }, { "brought_forward", "2 1 0 0 1 0 4" },
    { "granted", "19 6 1 2 2 0 30" }, { "partially_granted", "4 2 0 0 1 0 7" },
    { "denied_state_secret", "0 0 0 0 0 0 0" }, { "denied_prohibited_by_law", "0 0 0 0 0 0 0" },
    { "denied_security_stability", "0 0 0 0 0 0 0" }, { "denied_third_party", "2 1 0 0 0 0 3" },
    { "denied_internal_affairs", "1 0 0 0 0 0 1" }, { "denied_deliberative", "1 0 0 0 1 0 2" },
    { "denied_enforcement_file", "0 1 0 0 1 0 2" }, { "denied_registry_inquiry", "1 0 0 0 0 0 1" },
    { "unavailable_not_held", "4 1 0 0 0 0 5" }, { "unavailable_needs_creation", "0 1 0 0 1 0 2" },
    { "unavailable_unclear", "1 0 0 0 0 0 1" }, { "not_processed_petition", "2 0 0 0 0 0 2" },
    { "not_processed_repeated", "1 0 0 0 0 0 1" }, { "not_processed_publication", "0 0 0 0 0 0 0" },
    { "not_processed_excessive", "0 0 0 0 0 0 0" }, { "not_processed_reconfirmation", "1 0 0 0 0 0 1" },
    { "other_not_supplemented", "1 0 0 0 0 0 1" }, { "other_fee_unpaid", "0 0 0 0 0 0 0" },
    { "other_remaining", "0 0 0 0 0 1 1" }, { "concluded", "38 12 1 2 6 1 60" }, { "carried_forward", "2 1 0 0 0 0 3" },
  } },
  { "disputes", "upheld corrected other_outcome pending total", {
    { "reconsideration", "2 0 1 0 3" }, { "litigation_direct", "1 0 0 1 2" },
    { "litigation_after_reconsideration", "1 0 0 0 1" },
  } },
}

local facts = {
  title = "云岭市水务局2024年政府信息公开工作年度报告", agency = "云岭市水务局", year = 2024, index_number = "shuiwuju/2025-00004",
  publisher = "云岭市水务局", document_number = "云岭水〔2025〕3号", published_on = "2025-01-17", subject_category = "水利、水务",
  validity = "有效", signatory = "云岭市水务局", signed_on = "2025-01-15", period_start = "2024-01-01",
  period_end = "2024-12-31", parts_announced = 6,
}

local parts = {
  { "overview", "一、", "总体情况", 49 }, { "proactive", "二、", "主动公开政府信息情况", 55 },
  { "applications", "三、", "收到和处理政府信息公开申请情况", 72 }, { "disputes", "四、", "政府信息公开行政复议、行政诉讼情况", 103 },
  { "problems", "五、", "存在的主要问题及改进情况", 110 }, { "other", "六、", "其他需要报告的事项", 113 },
}

-- The cells of a report, by address.
local function cells(report) return example.cells(report) end

-- The cells that differ from those of the page.
local function differences(report)
  local expected, found = cells(assert(govreport.parse(page))), {}
  for address, value in pairs(cells(report)) do
    if value ~= expected[address] then found[address] = value end
  end
  return found
end

describe("the page of the form of 2021", function()
  local report = assert(govreport.open(path))

  it("is of that form, and without a finding", function()
    assert.equal("cn_disclosure_2021", report.form)
    local result = govreport.check(report)
    assert.same({}, example.messages(result))
    assert.equal("pass", result.verdict)
    assert.equal(0, result.undecided)
    assert.same({}, example.unaccounted(report))
    assert.same({}, small_form.deviations(report))
  end)

  it("passes on the command line", function()
    local pipe = assert(io.popen("LC_ALL=zh_CN.UTF-8 bin/govreport check " .. path))
    assert.equal(path .. "  云岭市水务局2024年政府信息公开工作年度报告\n结论：未发现错误（需修改0处，待核实0处，提示0处）\n", pipe:read("a"))
    assert.is_true(pipe:close())
  end)

  it("gives all its 200 cells", function()
    local expected, count = {}, 0
    for _, t in ipairs(tables) do
      for _, row in ipairs(t[3]) do
        local values = row[2]:gmatch("%S+")
        for column in t[2]:gmatch("%S+") do
          expected[t[1] .. "." .. row[1] .. "." .. column] = values()
          count = count + 1
        end
      end
    end
    assert.equal(200, count)
    assert.same(expected, cells(report))
  end)

  it("keeps the place of every cell", function()
    for _, t in pairs(report.tables) do
      for row in t:rows() do
        for cell in row:cells() do
          assert.equal(cell.raw, page:sub(cell.byte, cell.byte_end), cell.address)
          assert.is_false(cell.inferred)
        end
      end
    end
  end)

  it("gives its fields", function()
    for id, value in pairs(facts) do assert.equal(value, report[id], id) end
    local citations = {}
    for id, field in pairs(report.fields) do
      if id == "citations" then citations[#citations + 1] = field.value end
    end
    assert.same({ "中华人民共和国政府信息公开条例",
                  "国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知",
                  "国办公开办函〔2021〕30号" }, citations)
    assert.equal("none", report.fields.processing_fee.state)
  end)

  it("gives its parts", function()
    local list = {}
    for section in report:sections() do
      list[#list + 1] = { section.id, section.marker, section.title, section.line }
    end
    assert.same(parts, list)
    local points = {}
    for section in report:section "overview":sections() do points[#points + 1] = section.marker .. section.title end
    assert.same({ "（一）主动公开", "（二）依申请公开", "（三）政府信息管理", "（四）平台建设", "（五）监督保障" }, points)
  end)

  it("ends before the signature, and the page around it is no part of it", function()
    local last = report:section "other"
    assert.matches("无其他需要报告的事项。", last.text, 1, true)
    assert.is_nil(last.text:find("2025年1月15日", 1, true))
    assert.is_nil(last.text:find("分享到", 1, true))
    local chrome = {}
    for _, entry in ipairs(report.ledger) do
      if entry.reason == "page_chrome" then chrome[entry.raw] = true end
    end
    assert.is_true(chrome["5550137"] and chrome["2023"] and chrome["126"] and chrome["18"])
  end)

  it("reads the same with blanks around its cells, as XHTML, and in GB18030", function()
    assert.same({}, differences(assert(govreport.parse((page:gsub("<td([^>]*)>", "<td%1>\n  &nbsp;")
      :gsub("</td>", "　</td>"))))))
    assert.same({}, differences(assert(govreport.parse((page:gsub("<br>", "<br />"):gsub("<td>", "<td ><p><span>")
      :gsub("</td>", "</span></p></td >"))))))
    local name = os.tmpname()
    local file = assert(io.open(name, "wb"))
    file:write((page:gsub('charset="utf%-8"', 'charset="gb2312"')))
    file:close()
    local pipe = assert(io.popen("iconv -f UTF-8 -t GB18030 " .. name))
    local bytes = pipe:read("a")
    pipe:close()
    os.remove(name)
    assert.same({}, differences(assert(govreport.parse(bytes))))
  end)
end)

-- ---- variants of the form ---------------------------------------------------------------------------

-- The lines of the page that match, as one string.
local function lines(pattern)
  local list = {}
  for line in page:gmatch("[^\n]*\n") do
    if line:find(pattern) then list[#list + 1] = line end
  end
  assert(#list > 0, pattern)
  return table.concat(list)
end

local first, second, third = lines "1%.申请人无正当理由", lines "2%.申请人逾期未按", lines "<td>3%.其他</td>"
local whole = '<tr><td colspan="2">（六）其他处理</td><td>1</td><td>0</td><td>0</td><td>0</td><td>0</td><td>1</td>'
  .. "<td>2</td></tr>\n"
local hybrid = edit(page, first .. second .. third, whole)
local columns = tables[5][2]

-- What the cells of a row hold.
local function row(report, id)
  local values = {}
  for cell in report.tables.applications:row(id):cells() do
    values[#values + 1] = cell.value ~= nil and tostring(cell.value) or cell.state
  end
  return table.concat(values, " ")
end

local function row_ids(report)
  local list = {}
  for item in report.tables.applications:rows() do list[#list + 1] = item.id end
  return " " .. table.concat(list, " ") .. " "
end

describe("a report of 2021 with 其他处理 as one row", function()
  local report = assert(govreport.parse(hybrid))

  it("is of that form, and the row is read", function()
    assert.equal("cn_disclosure_2021", report.form)
    assert.equal("1 0 0 0 0 1 2", row(report, "other_handling"))
    assert.same({}, example.unaccounted(report))
  end)

  it("gives one finding, with the cells of the row", function()
    local result = govreport.check(report)
    assert.same({ "form.hybrid" }, example.rules(result))
    assert.equal("review", result.verdict)
    local finding = result:findings()()
    assert.equal("第三部分表格“（六）其他处理”只有一行，规定格式分列“1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请”“2.申请人逾期未按收费通知要求缴纳费用、"
                 .. "行政机关不再处理其政府信息公开申请”“3.其他”共3行，请核实后按规定格式分行填报。", finding.message)
    assert.same(7, #finding.cells)
    assert.equal("applications.other_handling.natural_person", finding.cells[1].address)
  end)

  it("still adds up: a wrong number in the row is found", function()
    local wrong = edit(hybrid, "其他处理</td><td>1</td>", "其他处理</td><td>4</td>")
    local result = govreport.check(assert(govreport.parse(wrong)))
    local list = {}
    for finding in result:findings() do
      if finding.severity == "error" then list[#list + 1] = example.addresses(finding) end
    end
    assert.same({ { "applications.other_handling.natural_person" } }, list)
  end)

  it("has the row among its rows, and not those in its place", function()
    local ids = row_ids(report)
    assert.is_truthy(ids:find(" other_handling ", 1, true))
    for _, id in ipairs { "other_not_supplemented", "other_fee_unpaid", "other_remaining" } do
      assert.is_nil(ids:find(" " .. id .. " ", 1, true))
    end
    assert.equal(("absent "):rep(7), row(report, "other_remaining") .. " ")
  end)

  it("is read whether the row stands in a table of the page or on lines of text", function()
    local text = hybrid:gsub("<[^>]*>", "\n"):gsub("^.-\n(云岭市水务局2024年政府)", "%1")
    local flat = assert(govreport.parse(text, { format = "text" }))
    assert.equal("1 0 0 0 0 1 2", row(flat, "other_handling"))
  end)
end)

describe("the rows of a table", function()
  -- Name, page, the rows that are printed and those that are not.
  local cases = {
    { "of 2021 leave 其他处理 out where its parts are printed", page,
      "other_not_supplemented other_fee_unpaid other_remaining", "other_handling" },
    { "of 2021 leave the parts out where it is printed whole", hybrid, "other_handling",
      "other_not_supplemented other_fee_unpaid other_remaining" },
    { "of 2021 hold all parts where one is printed", edit(edit(page, first, ""), second, ""),
      "other_not_supplemented other_fee_unpaid other_remaining", "other_handling" },
    { "of 2021 hold the parts where neither is printed", edit(page, first .. second .. third, ""),
      "other_not_supplemented other_fee_unpaid other_remaining", "other_handling" },
    { "of 2019 hold 其他处理", example.text, "other_handling", "" },
    { "of 2019 hold 其他处理 where it is missing", example.without(example.text, "（六）其他处理"), "other_handling", "" },
  }
  for _, case in ipairs(cases) do
    it(case[1], function()
      local report = assert(govreport.parse(case[2]))
      local ids, table_lines = row_ids(report), tsv.render(report)
      local json = report_json.render("x", report, forms.declared(report.form))
      for id in case[3]:gmatch("%S+") do
        assert.is_truthy(ids:find(" " .. id .. " ", 1, true), id)
        assert.is_truthy(table_lines:find("\t" .. id .. "\t", 1, true), id)
        assert.is_truthy(json:find('"' .. id .. '"', 1, true), id)
      end
      for id in case[4]:gmatch("%S+") do
        assert.is_nil(ids:find(" " .. id .. " ", 1, true), id)
        assert.is_nil(table_lines:find("\t" .. id .. "\t", 1, true), id)
        assert.is_nil(json:find('"' .. id .. '"', 1, true), id)
      end
    end)
  end

  it("are those that are drawn", function()
    local function drawn(text)
      local report = assert(govreport.parse(text))
      return show.render("x", report, forms.declared(report.form), { lang = "zh" })
    end
    assert.matches("\n    （六）其他处理\n      1.申请人无正当理由", drawn(page), 1, true)
    assert.equal(1, select(2, drawn(page):gsub("（六）其他处理", "")))
    assert.matches("\n    （六）其他处理 +1 +0 +0 +0 +0 +1 +2\n    （七）总计", drawn(hybrid))
    assert.is_nil(drawn(hybrid):find("3.其他", 1, true))
    assert.is_nil(drawn(hybrid):find("（缺）", 1, true))
  end)

  it("that are printed whole and in parts are not added up twice", function()
    local subtotal = '<tr><td colspan="2">（六）其他处理</td><td>1</td><td>0</td><td>0</td><td>0</td><td>0</td><td>1</td>'
      .. '<td>2</td></tr>'
    local text, count = page:gsub('<tr><td rowspan="3">（六）其他处理</td>', subtotal .. '<tr><td rowspan="3"></td>')
    assert.equal(1, count)
    text, count = text:gsub('rowspan="22"', 'rowspan="23"')
    assert.equal(1, count)
    local result, report = example.check(text)
    assert.equal(2, report.tables.applications:cell("other_handling", "total").value)
    assert.equal(2, report.tables.applications:row("other_handling"):cell("total").value)
    assert.same({}, example.messages(result))
    text = text:gsub('<td>1</td><td>2</td></tr><tr><td rowspan="3">', '<td>1</td><td>3</td></tr><tr><td rowspan="3">')
    local wrong = example.findings(text)
    assert.equal("applications.row_total", wrong[1].rule)
  end)
end)

describe("a table of the form of 2021", function()
  -- Name, edit of the page, address, value.
  local variants = {
    { "规范性文件 for 行政规范性文件", { "<td>行政规范性文件", "<td>规范性文件" } },
    { "现行有效件 for 现行有效件数", { "现行有效件数", "现行有效件" } },
    { "本年废止数 for 本年废止件数", { "本年废止件数", "本年废止数" } },
    { "the short names of the first part of 其他处理", { "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "1.逾期不补正" } },
    { "the short names of the second", { "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "2.申请人逾期不缴费" } },
    { "其它 for 其他", { "<td>3.其他</td>", "<td>3.其它</td>" } },
    { "合计 for 总计", { "（七）总计", "（七）合计" } },
    { "部分公开 without what stands in brackets", { "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "（二）部分公开" } },
    { "an amount without its unit", { "（单位：万元）", "" } },
    { "an amount in yuan", { "（单位：万元）", "（单位：元）" } },
  }
  for _, variant in ipairs(variants) do
    it("takes " .. variant[1], function()
      local result = govreport.check(assert(govreport.parse(edit(page, variant[2][1], variant[2][2]))))
      assert.same({}, example.messages(result))
      assert.same({}, differences(assert(govreport.parse(edit(page, variant[2][1], variant[2][2])))))
    end)
  end

  it("takes the unit of the amount from its cell, else from its header, else has none", function()
    local function unit(text)
      return assert(govreport.parse(text)).tables.fees:cell("administrative_fees", "amount").unit
    end
    assert.equal("万元", unit(page))
    assert.equal("元", unit(edit(page, "（单位：万元）", "（单位：元）")))
    assert.equal("元", unit(edit(page, "126.5034", "1265034元")))
    assert.is_nil(unit(edit(page, "（单位：万元）", "")))
  end)

  it("gives the unit of the header with its place", function()
    local cell = assert(govreport.parse(page)).tables.fees:cell("administrative_fees", "amount")
    assert.equal(govreport.decimal "126.5034", cell.value)
    assert.equal("126.5034", cell.raw)
  end)

  it("may print the group of an applicant's row in a cell or leave the cell out", function()
    local report = assert(govreport.parse(edit(page, '<td rowspan="22">三、本年度办理结果</td>', '<td rowspan="22"></td>')))
    assert.same({}, differences(report))
  end)

  it("that lost a cell of a row leaves that row alone", function()
    local text = edit(page, "<td>19</td><td>6</td>", "<td>19</td>")
    local result, report = govreport.check(assert(govreport.parse(text))), assert(govreport.parse(text))
    assert.same({ "cells.row_incomplete", "ledger.unaccounted" }, example.rules(result))
    local expected = {}
    for column in columns:gmatch("%S+") do expected["applications.granted." .. column] = "unreadable" end
    assert.same(expected, differences(report))
    assert.same({ "19", "1", "2", "2", "0", "30" }, example.unaccounted(report))
    assert.equal("undecided", result.verdict)
  end)

  it("without one of its columns gives one finding for it", function()
    local text = page:gsub("<td>科研<br>机构</td>", ""):gsub('colspan="7">申请人', 'colspan="6">申请人')
      :gsub('colspan="5">法人', 'colspan="4">法人')
    text = text:gsub("[^\n]+", function(line)
      local numbers = select(2, line:gsub("<td>%d+</td>", ""))
      if numbers == 7 then return (line:gsub("(<td>%d+</td><td>%d+</td>)<td>%d+</td>", "%1", 1)) end
    end)
    local report = assert(govreport.parse(text))
    local result = govreport.check(report)
    assert.same({ "structure.column_missing" }, example.rules(result))
    local finding = result:findings()()
    assert.equal("error", finding.severity)
    assert.equal("第三部分表格缺少“科研机构”列，请按规定格式补充。", finding.message)
    assert.equal("part 3, table: the column “科研机构” is missing; please add it.", finding.messages.en)
    assert.equal(25, #finding.cells)
    assert.same({ absent = 25 }, example.tally(differences(report)))
  end)

  it("that is one line and lacks a cell says which", function()
    local text = page:gsub("(<td>2</td><td>0</td><td>1</td><td>0</td><td>3</td><td>1</td>)<td>0</td>", "%1", 1)
      :gsub("(复议后起诉</td></tr>\n<tr><td>结果<br>维持</td>)<td>结果<br>纠正</td>", "%1", 1)
      :gsub('<td colspan="5">未经', '<td colspan="4">未经'):gsub('<td colspan="10">行政诉讼', '<td colspan="9">行政诉讼')
    local result = govreport.check(assert(govreport.parse(text)))
    assert.same({ "structure.column_missing" }, example.rules(result))
    local finding = result:findings()()
    assert.equal("第四部分表格“未经复议直接起诉”缺少“结果纠正”一项，请按规定格式补充。", finding.message)
    assert.same({ "disputes.litigation_direct.corrected" }, example.addresses(finding))
  end)
end)

-- ---- which form it is ---------------------------------------------------------------------------------

describe("the form of a report", function()
  -- The rules that speak, without those that only follow from the edit.
  local function verify(text, id, rules)
    local report = assert(govreport.parse(text))
    assert.equal(id, report.form)
    assert.same(rules, example.rules(govreport.check(report, { select = { "form" } })))
    return report
  end

  it("is told by its headers, not by the year", function()
    verify(page:gsub("2024", "2020"), "cn_disclosure_2021", { "form.data_year" })
    local old = example.text:gsub("2020", "2022"):gsub("2021", "2023")
    verify(old, "cn_disclosure_2019", { "form.data_year" })
  end)

  it("is told by the year where there are no tables", function()
    local function prose(year)
      return ("云岭市水务局%d年政府信息公开工作年度报告\n\n一、总体情况\n\n发布信息12条。\n\n五、存在的主要问题及改进情况\n\n解读不多。\n"):format(year)
    end
    verify(prose(2020), "cn_disclosure_2019", {})
    verify(prose(2021), "cn_disclosure_2021", {})
    verify(prose(2018), "cn_disclosure_2021", { "form.data_year" })
  end)

  it("and the notice that it cites are two facts", function()
    verify(edit(page, "〔2021〕30号", "〔2019〕60号"), "cn_disclosure_2021", { "form.notice" })
    verify(edit(example.text, "〔2019〕60号", "〔2021〕30号"), "cn_disclosure_2019", { "form.notice" })
  end)

  it("is told by most of its headers where they are mixed", function()
    local mixed = edit(page, "本年制发件数", "本年新制作数量")
    local report = verify(mixed, "cn_disclosure_2021", {})
    assert.equal("25", cells(report)["instruments.normative_documents.in_force"])
  end)
end)
