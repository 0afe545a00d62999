--- `change`: how far a value may be from that of the year before.

local govreport = require "govreport"
local sample = require "govreport.form.sample"

local received = "applications.received.total"

local function report(value, options)
  options.form, options.cells = options.form or "cn_disclosure_2021", {[options.address or received] = value}
  options.address = nil
  return assert(govreport.parse(sample.text(options)))
end

-- What a limit says of a value and that of the year before.
local function check(limit, now, before, lang, address)
  local own = {id = "own.rule", change = {address or received, limit}}
  return govreport.check(report(now, {year = 2023}), {rules = {own}, select = {"own"}, lang = lang,
                                                      previous = report(before, {year = 2022})})
end

describe("a change", function()
  -- limit, now, before, findings
  for _, case in ipairs{
    {"50%", 15, 10, 0}, {"50%", 16, 10, 1}, {"50%", 5, 10, 0}, {"50%", 4, 10, 1}, {"50%", 10, 10, 0},
    {"12.5%", 9, 8, 0}, {"12.5%", 7, 8, 0}, {"12.4%", 9, 8, 1}, {"33.3%", 4, 3, 1}, {"33.4%", 4, 3, 0},
    {"+50%", 16, 10, 1}, {"+50%", 1, 10, 0}, {"-30%", 6, 10, 1}, {"-30%", 7, 10, 0}, {"-30%", 90, 10, 0},
    {"100", 110, 10, 0}, {"100", 111, 10, 1}, {"100", 0, 101, 1}, {"-100", 0, 101, 1}, {"+100", 0, 101, 0},
    -- Nothing is a share of 0, and a blank is no number.
    {"50%", 7, 0, 0}, {"50%", 0, 7, 1}, {"5", 7, 0, 1}, {"50%", "", 7, 0}, {"50%", 7, "", 0}, {"50%", 7, "—", 0},
    {"5", "", 7, 0}, {"5", 7, "无", 0},
    -- Units of one thing are converted.
    {"50%", "15000件", "1万件", 0}, {"50%", "16000件", "1万件", 1}, {"5", "1.0006万件", "10000件", 1},
    {"50%", "10000元", "1万元", 0}, {"50%", "1万元", "1亿元", 1}, {"50%", "90件", "1条", 0},
  } do
    it(("by %s of %s after %s"):format(case[1], case[2], case[3]), function()
      assert.equal(case[4], check(case[1], case[2], case[3]).counts.warning)
    end)
  end

  it("tells of units that count different things", function()
    local result = check("50%", "90件", "1条")
    assert.same({1, received}, {result.counts.notice, result.list[1].cells[1].address})
    assert.matches("单位不一致", result.list[1].message, 1, true)
  end)

  it("says both values and the change", function()
    local found = check("50%", 47, 20).list[1]
    assert.equal("第三部分表格“一、本年新收政府信息公开申请数量”“总计”为47，上一年度报告为20，增加135%，变动超过50%，请核实；"
                 .. "确有变动的请说明原因。", found.message)
    assert.same({received}, {found.cells[1].address})
    assert.same({"云岭市水务局2022年政府信息公开工作年度报告", 20}, {found.related[1].report, found.related[1].value})
    assert.equal(47, found.actual)
    assert.matches("is 6, and was 20 in the report of the year before: down by 14, more than 10;",
                   check("-10", 6, 20, "en").list[1].message, 1, true)
  end)

  it("says as many places as show that it is more", function()
    assert.matches("增加50.01%，变动超过50%", check("50%", 15001, 10000).list[1].message, 1, true)
    assert.matches("减少33.3%，变动超过30%", check("30%", 2, 3).list[1].message, 1, true)
  end)

  it("is asked for each row or column", function()
    local result = check("50%", 16, 10, "zh", "applications.received.*")
    assert.equal(1, result.counts.warning)
    assert.equal(received, result.list[1].cells[1].address)
  end)

  it("is silent without a report of the year before, and where its form has no such cell", function()
    local own = {id = "own.rule", change = {"applications.other_fee_unpaid.total", "50%"}}
    local now = report(9, {year = 2021, address = "applications.other_fee_unpaid.total"})
    local function count(previous)
      return govreport.check(now, {rules = {own}, select = {"own"}, previous = previous}).counts.warning
    end
    assert.equal(0, count(nil))
    assert.equal(0, count(report(1, {form = "cn_disclosure_2019", year = 2020})))
    assert.equal(1, count(report(1, {year = 2020, address = "applications.other_fee_unpaid.total"})))
  end)

  it("is written as a text of one kind", function()
    for _, limit in ipairs{"half", "50 %", "0%", "", "5%%", "--5", "+-5", "1e3", "50%+"} do
      assert.error_matches(function() check(limit, 1, 1) end, "is no change, which is a text like")
    end
    assert.error_matches(function() check(0.5, 1, 1) end, "'0.5' is no change")
    for _, address in ipairs{"fields.year", "applications.granted..concluded.total", "-" .. received} do
      assert.has_error(function() check("50%", 1, 1, "zh", address) end)
    end
  end)
end)
