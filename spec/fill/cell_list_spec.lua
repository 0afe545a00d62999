--- Lists of cells, as people keep them: what is read of them, and all that is wrong with them.

local cell_list = require "govreport.fill.cell_list"
local forms = require "govreport.form"
local govreport = require "govreport"

local declared = forms.declared "cn_disclosure_2021"
local sheet = forms.declared "cn_website_annual"

-- A list of cells from lines whose columns are parted by bars.
local function list(...) return (table.concat({...}, "\n"):gsub("|", "\t")) .. "\n" end

local function read(text, of_form)
  return cell_list.read(text, of_form or declared, {name = "cells.tsv", lang = "zh"})
end

local granted = "applications|granted|total"

-- The entry of one line, without its line number.
local function entry_of(columns, fields, of_form)
  local entries, message = read(list("table|row|column|" .. columns, fields), of_form)
  assert.is_nil(message)
  local _, found = next(entries)
  found.line = nil
  return found
end

describe("a cell of a list", function()
  for _, case in ipairs{
    {"has a value", "value", granted .. "|12", {state = "number", value = 12}},
    {"may be negative", "value", granted .. "|-3", {state = "number", value = -3}},
    {"may have commas between thousands", "value", granted .. "|1,234,567", {state = "number", value = 1234567}},
    {"may have a sign", "value", granted .. "|+3", {state = "number", value = 3}},
    {"has its unit and its note", "value|unit|note", granted .. "|7|件|其中修订2件",
     {state = "number", value = 7, unit = "件", note = "其中修订2件"}},
    {"is blank", "state|value", granted .. "|blank|", {state = "blank"}},
    {"is blank without a word", "value", granted .. "|", {state = "blank"}},
    {"is a dash", "value", granted .. "|—", {state = "dash", raw = "—"}},
    {"is a dash as it stood there", "state|raw", granted .. "|dash|/", {state = "dash", raw = "/"}},
    {"is 无", "value", granted .. "|无", {state = "none", raw = "无"}},
    {"is 不适用", "state|value", granted .. "|not_applicable|", {state = "not_applicable"}},
    {"is absent", "state", granted .. "|absent", {state = "absent"}},
    {"has the value that was written over what it was", "state|value", granted .. "|blank|5",
     {state = "number", value = 5}},
    {"stands as it was where it could not be read", "state|value|raw", granted .. "|unreadable||3l",
     {state = "unreadable", text = "3l"}},
    {"has no quotes of spreadsheets", "value|note", granted .. '|"1"|"说""是"""',
     {state = "number", value = 1, note = '说"是"'}},
    {"has no apostrophe in front of what would be a formula", "value|note", granted .. "|1|'=a",
     {state = "number", value = 1, note = "=a"}},
  } do
    it(case[1], function() assert.same(case[4], entry_of(case[2], case[3])) end)
  end

  it("has decimals exactly", function()
    assert.equal("0.1234", tostring(entry_of("value", "fees|administrative_fees|amount|0.12340").value))
  end)

  it("may be a text, a flag, one of several options", function()
    assert.same({text = "云岭市水务局网站"}, entry_of("value", "website|site_name|value|云岭市水务局网站", sheet))
    assert.same({text = "□是 ☑否"}, entry_of("value", "website|unified_platform|value|false", sheet))
    assert.same({text = "☑是 □否"}, entry_of("value", "website|unified_platform|value|是", sheet))
    assert.same({text = "□是 □否"}, entry_of("state", "website|unified_platform|value|blank", sheet))
    assert.same({text = "□甲☑乙"}, entry_of("value|raw", "website|innovation|value|乙|□甲☑乙", sheet))
    for _, other in ipairs{"甲", "丙"} do
      assert.same({text = other}, entry_of("value|raw", "website|innovation|value|" .. other .. "|□甲☑乙", sheet))
    end
  end)
end)

describe("a list of cells", function()
  it("has its columns in any order, a byte order mark, line ends of Windows, lines without anything", function()
    local entries = assert(read("\239\187\191" .. list("value|column|row|table", "", "3|total|granted|applications")
                                :gsub("\n", "\r\n")))
    assert.same({["applications.granted.total"] = {state = "number", value = 3, line = 3}}, entries)
  end)

  it("may be in GB18030", function()
    local text = list("table|row|column|value|note", granted .. "|3|\xC6\xE4\xD6\xD0\xD0\xDE\xB6\xA9\xB6\xFE\xBC\xFE")
    assert.equal("其中修订二件", assert(read(text))["applications.granted.total"].note)
  end)

  it("is what is extracted of a report", function()
    local report = assert(govreport.open "examples/report-2021.html")
    local entries, count = assert(read(govreport.render(report, "tsv"))), 0
    for at, own in pairs(entries) do
      assert.equal(report:cell(at).value, own.value)
      count = count + 1
    end
    assert.equal(200, count)
  end)

  for _, case in ipairs{
    {"without its columns", list(granted .. "|1"), {"data.title 1", "data.title 1", "data.title 1", "data.title 1",
     "data.no_title 1", "data.no_title 1", "data.no_title 1", "data.no_title 1"}},
    {"that is empty", "", {"data.no_title 1", "data.no_title 1", "data.no_title 1", "data.no_title 1"}},
    {"with a column that is nearly one", list("table|row|column|valeu", granted .. "|1"),
     {"data.title_near 1", "data.no_title 1"}},
    {"with a column twice", list("table|row|column|value|row", granted .. "|1|x"), {"data.title_twice 1"}},
    {"with cells that the form has not", list("table|row|column|value", "aplications|granted|total|1",
     "applications|grantd|totl|1", "applications|zzzzzzzzz|total|1"),
     {"data.table_near 2", "data.row_near 3", "data.column_near 3", "data.row 4"}},
    {"with a state that is none", list("table|row|column|state", granted .. "|blnk"), {"data.state_near 2"}},
    {"with a cell twice", list("table|row|column|value", granted .. "|1", "", granted .. "|1"), {"data.twice 4"}},
    {"with what is no number", list("table|row|column|value", granted .. "|3l", granted:gsub("total", "business")
     .. "|1,23", granted:gsub("total", "public_welfare") .. "|1,2345"),
     {"data.number 2", "data.number 3", "data.number 4"}},
    {"with a number of too many digits", list("table|row|column|value", granted .. "|1234567890123456"),
     {"data.number 2"}},
    {"with a number without a value", list("table|row|column|state|value", granted .. "|number|"), {"data.no_value 2"}},
    {"with a cell that could not be read", list("table|row|column|state|value", granted .. "|unreadable|"),
     {"data.no_raw 2"}},
    {"in no encoding", "table\xFF\xFE\xFD", {"data.encoding 1"}},
  } do
    it(case[1] .. " is refused, with all that is wrong", function()
      local entries, message, code, problems = read(case[2])
      assert.is_nil(entries)
      local found = {}
      for i, problem in ipairs(problems) do found[i] = problem.code .. " " .. problem.line end
      assert.same(case[3], found)
      assert.equal(problems[1].message, message)
      assert.equal(problems[1].code, code)
      assert.matches("^cells%.tsv", message)
    end)
  end
end)
