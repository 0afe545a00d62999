--- Amounts in several units: each cell keeps what is printed, and sums and comparisons are exact among the units of one
-- thing. A mixture of things is told, never passed over.

local govreport = require "govreport"
local sample = require "govreport.form.sample"

local fees = "fees.administrative_fees.amount"
local granted, partly, concluded = "applications.granted.total", "applications.partially_granted.total",
                                   "applications.concluded.total"

local function report(cells, more)
  local options = {form = "cn_disclosure_2021", cells = cells}
  for key, value in pairs(more or {}) do options[key] = value end
  return assert(govreport.parse(sample.text(options)))
end

local function check(own, cells)
  own.id = "own.rule"
  return govreport.check(report(cells), {
    rules = {own}, select = {"own"}})
end

local function counts(result) return {result.counts.warning, result.counts.notice} end

describe("a sum over several units", function()
  -- rule, cells, {warnings, notices}
  local total = {equal = {{granted, partly}, concluded}}
  for name, case in pairs{
    ["a total in plain ones of ten thousands"] = {
      total, {[granted] = "1.2万条", [partly] = "600条", [concluded] = "12600条"}, {0, 0}},
    ["and off by one"] = {total, {[granted] = "1.2万条", [partly] = "600条", [concluded] = "12601条"}, {1, 0}},
    ["a number without unit beside ten thousands"] = {
      total, {[granted] = "1.2万件", [partly] = "5", [concluded] = "12005"}, {0, 0}},
    ["money in every unit"] = {
      total, {[granted] = "1亿元", [partly] = "5千元", [concluded] = "10000.5万元"}, {0, 0}},
    ["money, off by a cent"] = {
      total, {[granted] = "1万元", [partly] = "5元", [concluded] = "10005.01元"}, {1, 0}},
    ["at most, in another unit"] = {
      {at_most = {granted, concluded}}, {[granted] = "9999元", [concluded] = "1万元"}, {0, 0}},
    ["more than that"] = {{at_most = {granted, concluded}}, {[granted] = "10001元", [concluded] = "1万元"}, {1, 0}},
    ["money and a count"] = {total, {[granted] = "1万元", [partly] = "5件", [concluded] = "10005元"}, {0, 1}},
    ["one count and another"] = {total, {[granted] = "1件", [partly] = "5条", [concluded] = "6"}, {0, 1}},
  } do
    it("is exact: " .. name, function() assert.same(case[3], counts(check(case[1], case[2]))) end)
  end

  it("says each number in its unit", function()
    local result = check({equal = {{granted, partly}, concluded}},
                         {[granted] = "1260.5万元", [partly] = "3867.18万元", [concluded] = "51276000元"})
    assert.matches("1260.5万元＋3867.18万元＝5127.68万元", result.list[1].message, 1, true)
    assert.matches("51276000元", result.list[1].message, 1, true)
  end)

  it("of an official rule accuses no cell of its table", function()
    local cells = {["disputes.reconsideration.upheld"] = "1万件", ["disputes.reconsideration.total"] = "10000件"}
    local result = govreport.check(report(cells), {select = {"disputes.total"}})
    assert.equal(0, result.counts.error)
    cells["disputes.reconsideration.total"] = "10001件"
    result = govreport.check(report(cells), {select = {"disputes.total"}})
    assert.equal(1, result.counts.error)
    assert.same({0, 0}, {#result.list[1].repair, #result.list[1].alternatives})
  end)
end)

describe("an amount in sentences", function()
  local function narrated(amount, text)
    local own = report({[fees] = amount}, {sections = {overview = "全年行政事业性收费" .. text .. "。"}})
    return govreport.check(own, {select = {"narrative.count"}}).counts.warning
  end

  for _, case in ipairs{
    {"5127.68", "5127.68万元", 0}, {"5127.68", "51276800元", 0}, {"5127.68", "51276800万元", 1},
    {"51276800元", "5127.68万元", 0}, {"51276800元", "5128.68万元", 1}, {"0.512768亿元", "5127.68万元", 0},
  } do
    it(("%s against a cell of %s"):format(case[2], case[1]), function()
      assert.equal(case[3], narrated(case[1], case[2]))
    end)
  end
end)
