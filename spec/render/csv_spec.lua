--- Findings as a table for spreadsheets.

local csv = require "govreport.base.csv"
local findings = require "spec.support.findings"
local govreport = require "govreport"

local function rows_of(text) return assert(csv.parse(text)) end

-- The first row of a rule.
local function row_of(rows, rule)
  for _, row in ipairs(rows) do
    if row[5] == rule then return row end
  end
end

describe("findings as CSV", function()
  local result = govreport.check(assert(govreport.open(findings.name)))
  local rows = rows_of(govreport.render(result, "csv"))

  it("have a row each, under a row of titles, of the same length", function()
    assert.equal(1 + #result.list, #rows)
    for _, row in ipairs(rows) do assert.equal(12, #row) end
    assert.same({"文件", "机关", "年度", "级别", "规则", "部分", "表格行", "表格列", "问题", "原文行号", "原文第几字", "与上一轮相比"},
                {table.unpack(rows[1], 1, 12)})
  end)

  it("name the body, the part, row and column, and the place", function()
    assert.same({findings.name, "云岭市水务局", "2020", "需修改", "disputes.total", "第四部分表格", "行政复议",
                 "结果维持、结果纠正、其他结果、尚未审结、总计", "第四部分表格“行政复议”：分项合计2件（维持1、其他1），“总计”填3件，请核改。",
                 "582", "1", ""}, {table.unpack(row_of(rows, "disputes.total"), 1, 12)})
    assert.same({"标题、引言", "", ""}, {table.unpack(row_of(rows, "metadata.period"), 6, 8)})
    assert.equal("第二部分", row_of(rows, "structure.section_ordinal")[6])
  end)

  it("count rows and columns where there are many", function()
    local text = findings.edited{{"\n\n5\n\n1\n\n0\n\n0\n\n0\n\n0\n\n5\n", "\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n"}}
    local own = rows_of(findings.render("csv", {findings.entry(text)}))
    for _, row in ipairs(own) do
      for _, field in ipairs{row[6], row[7], row[8]} do assert.is_true(utf8.len(field) < 300) end
    end
  end)

  it("speak English", function()
    local own = rows_of(govreport.render(result, "csv", {lang = "en"}))
    assert.same({"file", "agency", "year", "severity"}, {table.unpack(own[1], 1, 4)})
    assert.same({"must be corrected", "disputes.total", "part 4, table"},
      {table.unpack(row_of(own, "disputes.total"), 4, 6)})
  end)

  it("have a byte order mark where it is asked for", function()
    local plain = govreport.render(result, "csv")
    assert.equal("\239\187\191" .. plain, govreport.render(result, "csv", {bom = true}))
    assert.matches("^文件,", plain)
  end)

  it("are no formulas, whatever a report says", function()
    local text = findings.render("csv", {findings.hostile_entry("=cmd|' /C calc'!A0")})
    for _, row in ipairs(rows_of(text)) do
      for _, field in ipairs(row) do assert.is_nil(field:find("^[=+@-]"), field) end
    end
    assert.is_nil(text:find("[%z\1-\9\11\12\14-\31\127]"))
  end)

  it("keep what became of them since the first round", function()
    local first = assert(govreport.rounds(govreport.render(result, "json", {name = "x"})))
    local own = rows_of(govreport.render(result, "csv", {name = "x", since = first}))
    assert.equal("未改", row_of(own, "disputes.total")[12])
  end)

  it("have a row for what could not be read", function()
    local batch = govreport.check_files({"no/such/file"}, {lang = "en"})
    local own = rows_of(govreport.render(batch, "csv"))
    assert.same({"no/such/file", "", "", "not read", "io.missing"}, {table.unpack(own[2], 1, 5)})
  end)
end)

describe("a line of CSV", function()
  for _, case in ipairs{
    {{"a", 1, "b c"}, "a,1,b c"}, {{'say "x"', "a,b", "a\nb"}, '"say ""x""","a,b","a\nb"'}, {{"", ""}, ","},
    {{"=1+1", "+1", "-1", "@x", "\tx"}, "'=1+1,'+1,'-1,'@x,'\tx"}, {{"＝1", "＋1", "－1", "＠x"}, "'＝1,'＋1,'－1,'＠x"},
    {{-1, 2.5}, "-1,2.5"}, {{"a=1", "一－二"}, "a=1,一－二"},
  } do
    it("is " .. case[2]:gsub("%c", " "), function() assert.equal(case[2] .. "\r\n", csv.line(case[1])) end)
  end
end)
