--- `lacks` and `matches`: patterns of Lua over parts, facts and cells.

local govreport = require "govreport"
local pattern = require "govreport.check.pattern"
local sample = require "govreport.form.sample"

local function check(own, options, lang)
  own.id = "own.rule"
  options.form = "cn_disclosure_2021"
  local report = assert(govreport.parse(sample.text(options)))
  return govreport.check(report, {rules = {own}, select = {"own"}, lang = lang}), report
end

local function says(own, options)
  local list = {}
  for found in check(own, options):findings() do list[#list + 1] = found.message end
  return list
end

describe("a part that lacks a pattern", function()
  local other = {sections = {other = "本年度收取信息处理费120元。另收取复印费30元。"}}

  it("is told with the first words that match, and how many do", function()
    assert.same({"第六部分不应有“费120元”字样（共2处），请核实后更正。"}, says({lacks = {"sections.other", "费%d+元"}}, other))
    assert.same({"第六部分不应有“复印费”字样，请核实后更正。"}, says({lacks = {"sections.other", "复印费"}}, other))
    assert.same({}, says({lacks = {"sections.other", "复印费$"}}, other))
    assert.same({}, says({lacks = {"sections.proactive", "复印费"}}, other))
    assert.same({}, says({lacks = {"sections.other", "复印费"}}, {sections = {other = false}}))
  end)

  it("shows where the words stand", function()
    local result, report = check({lacks = {"sections.other", "收取"}}, other)
    local found = result.list[1]
    assert.equal(2, #found.places)
    assert.equal("收取", found.actual)
    for i = 1, 2 do
      local place = found.places[i]
      assert.equal("收取", report.document.text:sub(place.byte, place.byte_end))
    end
    assert.is_true(found.places[1].byte < found.places[2].byte)
    assert.equal(found.byte, found.places[1].byte)
  end)

  it("has words whole that a line cuts in two, and folded", function()
    local text = sample.text{form = "cn_disclosure_2021", plain = true, sections = {other = "信息处理费甲乙（１２）。"}}
    text = text:gsub("处理费", "处理\n费")
    local report = assert(govreport.parse(text))
    local function count(own)
      return govreport.check(report, {rules = {{id = "own.rule", lacks = {"sections.other", own}}}, select = {"own"}})
    end
    local found = count("处理费").list[1]
    assert.equal("处理\n费", report.document.text:sub(found.places[1].byte, found.places[1].byte_end))
    assert.equal(1, count("（%d+）").counts.warning)
    assert.equal(1, count("%(12%)").counts.warning)
    assert.equal(1, count("費甲").counts.warning)
  end)
end)

describe("a fact or a cell that lacks a pattern", function()
  it("is told with its words", function()
    local result, report = check({lacks = {"fields.title", "年度报告"}}, {}, "en")
    local found = result.list[1]
    assert.equal("title should not say “年度报告”; please verify.", found.message)
    assert.equal("年度报告", report.document.text:sub(found.places[1].byte, found.places[1].byte_end))
  end)

  it("is a cell", function()
    local result = check({lacks = {"applications.granted.*", "件"}},
                         {cells = {["applications.granted.total"] = "5件", ["applications.granted.business"] = "5件"}})
    assert.equal(2, #result.list)
    assert.equal("applications.granted.business", result.list[1].cells[1].address)
    assert.equal("第三部分表格“（一）予以公开”“商业企业”不应有“件”字样，请核实后更正。", result.list[1].message)
  end)
end)

describe("a pattern", function()
  for text, fault in pairs{
    ["%d*"] = "every text matches it", [""] = "every text matches it", ["^.-$"] = "every text matches it",
    ["[年月]"] = "knows single bytes, and '年' is 3 of them", ["收费?"] = "'?' behind '费' stands for its last byte alone",
    ["费+"] = "stands for its last byte alone", ["%"] = "it ends with '%'", ["(费"] = "a '(' without its ')'",
    ["[%d"] = "a '[' without its ']'", ["费)"] = "a ')' without its '('", ["%f"] = "missing '[' after '%f' in pattern",
  } do
    it(("is wrong: %q"):format(text), function() assert.matches(fault, pattern.fault(text), 1, true) end)
  end

  for _, text in ipairs{"^%s*$", "收费%d+", "[%d%s]+年", "^无", "%b()", "[^\128-\255]+",
                        "[\xE4-\xE9][\x80-\xBF]*年", "费%?", "(费)(%d)"} do
    it(("is right: %q"):format(text), function() assert.is_nil(pattern.fault(text)) end)
  end

  it("is folded for folded text", function()
    assert.equal("%(甲%)%:1机", pattern.folded("（甲）：１機"))
    assert.equal("[%d]+年%s\xE4", pattern.folded("[%d]+年%s\xE4"))
  end)
end)
