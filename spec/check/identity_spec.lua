local example = require "spec.support.example"
local govreport = require "govreport"
local rule = require "govreport.check.rule"

local text = { zh = "甲", en = "a" }

-- A rule of our own about a sum; changes are added to it.
local function own(changes)
  local declared = {
    id = "own.sum", severity = "error", basis = "《自定义》", title = text,
    message = { zh = "差{residual}。", en = "off by {residual}." },
    fields = function(_, _, fail) return { fields = { residual = fail.residual } } end,
  }
  for key, value in pairs(changes) do declared[key] = value end
  return declared
end

local function check(report, declared)
  return govreport.check(report, { rules = { declared }, select = { declared.id } })
end

local row_sum = own { sum = { table = "instruments", each = "row", total = "total_disclosed" } }

-- The example with three values in the row of 规范性文件; the row above it has zeros.
local function with(values)
  local changes = {}
  for i, value in ipairs(values) do changes[i] = { "规范性文件", i, value } end
  return example.report(example.set_all(example.text, changes))
end

describe("a sum", function()
  local cases = {
    { { "3", "3", "6" }, "holds" },
    { { "0", "0", "0" }, "holds" },
    { { "0.1", "0.2", "0.3" }, "holds" },
    { { "3件", "3件", "6件" }, "holds" },
    { { "3件", "3", "6" }, "holds" },
    { { "3", "3", "7" }, "fails", -1 },
    { { "3", "3", "5" }, "fails", 1 },
    { { "0.1", "0.2", "0.4" }, "fails", "-0.1" },
    -- A blank is some number that is not negative.
    { { "3", "/", "6" }, "follows" },
    { { "3", "/", "3" }, "follows" },
    { { "3", "3", "/" }, "follows" },
    { { "3", "/", "2" }, "fails", 1 },
    { { "/", "/", "0" }, "holds" },
    { { "/", "/", "6" }, "undecided" },
    { { "/", "3", "/" }, "undecided" },
    { { "无", "—", "不适用" }, "undecided" },
    -- What cannot be read can be any number.
    { { "3.2.1", "3", "6" }, "undecided" },
    { { "3.2.1", "3", "2" }, "undecided" },
    { { "3件", "3条", "6件" }, "undecided" },
  }
  for _, case in ipairs(cases) do
    local values, expected, residual = table.unpack(case, 1, 3)
    it(("%s + %s = %s %s"):format(values[1], values[2], values[3], expected), function()
      local result = check(with(values), row_sum)
      assert.equal(expected == "undecided" and 1 or 0, result.undecided)
      assert.equal(expected == "fails" and 1 or 0, result.counts.error)
      if expected == "fails" then
        assert.equal("fail", result.verdict)
        assert.equal("差" .. residual .. "。", result.list[1].message)
        assert.equal(3, #result.list[1].cells)
      else
        assert.equal(expected == "undecided" and "undecided" or "pass", result.verdict)
      end
    end)
  end

  it("is undecided where a row of it is missing", function()
    local declared = own { sum = { table = "instruments", each = "column", total = "normative_documents" } }
    local result = check(example.report(example.without(example.text, "规章")), declared)
    assert.equal(3, result.undecided)
    assert.equal("undecided", result.verdict)
  end)

  it("says nothing where its table is missing", function()
    local declared = own { sum = { table = "fees", each = "row", total = "change" } }
    local result = check(example.report(example.without(example.text, "行政事业性收费")), declared)
    assert.equal(0, result.undecided)
    assert.equal("pass", result.verdict)
  end)

  it("says nothing of a table that the form does not have", function()
    local declared = own { sum = { table = "three_public", each = "row", total = "total" } }
    assert.equal("pass", check(example.report(example.text), declared).verdict)
  end)

  it("can be formed by columns and of some rows", function()
    local declared = own {
      sum = { table = "applications", each = "column", total = "concluded",
              parts = { first = "granted", last = "other_handling" } },
    }
    assert.equal("pass", check(example.report(example.text), declared).verdict)
    declared.sum.parts.last = "partially_granted"
    local result = check(example.report(example.text), declared)
    assert.equal(7 - 2, result.counts.error)
  end)

  it("can balance two sides", function()
    local declared = own {
      balance = { table = "applications", each = "column", left = { "received", "brought_forward" },
                  right = { "concluded", "carried_forward" } },
    }
    assert.equal("pass", check(example.report(example.text), declared).verdict)
    declared.balance.left = { "received" }
    local result = check(example.report(example.text), declared)
    assert.equal("差-2。", result.list[1].message)
    assert.same({
      "applications.received.natural_person", "applications.concluded.natural_person",
      "applications.carried_forward.natural_person",
    }, example.addresses(result.list[1]))
  end)

  it("raises for a row or column that its table does not have", function()
    local declared = own { sum = { table = "licensing", each = "row", total = "decisons" } }
    assert.error_matches(function() check(example.report(example.text), declared) end,
                         "there is no column 'decisons' in the table 'licensing', did you mean 'decisions'")
  end)

  it("is formed by rows or columns and nothing else", function()
    local declared = own { sum = { table = "licensing", each = "rows", total = "decisions" } }
    assert.error_matches(function() rule.prepare(declared, function() return "rules/own" end) end, "each")
  end)
end)

describe("a rule that raises", function()
  local other = own { id = "own.other", sum = { table = "licensing", each = "row", total = "decisions" } }

  local function check_beside(declared)
    local report = example.report(example.text)
    local result = govreport.check(report, { rules = { declared, other }, select = { "own" } })
    return example.rules(result), result
  end

  it("is one notice, and the others still run", function()
    local rules, result = check_beside {
      id = "own.broken", severity = "error", basis = "《自定义》", title = text, message = text,
      check = function() error("out of order", 0) end,
    }
    assert.same({ "own.broken", "own.other", "own.other" }, rules)
    assert.equal("notice", result.list[1].severity)
    assert.equal("规则own.broken执行出错：out of order", result.list[1].message)
  end)

  it("is one notice when it is about a sum", function()
    local broken = own { id = "own.broken", sum = { table = "enforcement", each = "row", total = "decisions" } }
    broken.fields = function() error("out of order", 0) end
    local rules, result = check_beside(broken)
    assert.same({ "own.broken", "own.other", "own.other" }, rules)
    assert.equal("notice", result.list[1].severity)
  end)

  it("is one notice when its message lacks a field", function()
    local _, result = check_beside {
      id = "own.broken", severity = "error", basis = "《自定义》", title = text,
      message = { zh = "{what}。", en = "{what}." },
      check = function(context) context:finding { fields = {} } end,
    }
    assert.is_truthy(result.list[1].message:find("lacks the field 'what'", 1, true))
  end)
end)

describe("the verdict", function()
  it("is pass where nothing is found", function()
    local result = govreport.check(example.report(example.text))
    assert.equal("pass", result.verdict)
    assert.equal("未发现错误", result:verdict_text())
    assert.equal("no errors found", result:verdict_text("en"))
    local counts = result.counts
    assert.same({ 0, 0, 0, 0 }, { counts.error, counts.warning, counts.info, counts.notice })
  end)

  it("is review where something is to be verified", function()
    local result = example.check(example.edit(example.text, "  六、其他", "  七、其他"))
    assert.equal("review", result.verdict)
    assert.equal("未发现错误，有1处待核实", result:verdict_text())
  end)

  it("is undecided where a sum is", function()
    local result = example.check(example.set_all(example.text, { { "总计", 1, "/" }, { "总计", 2, "/" } }))
    assert.equal("undecided", result.verdict)
    assert.equal("无法判断", result:verdict_text())
  end)

  it("is fail where there is an error, whatever else there is", function()
    local result = example.check(example.set_all(example.text,
      { { "总计", 1, "/" }, { "总计", 2, "/" }, { "总计", 10, "7" } }))
    assert.equal("fail", result.verdict)
    assert.equal("需修改", result:verdict_text())
  end)

  it("depends on the rules that were chosen", function()
    local report = example.report(example.edit(example.text, "  六、其他", "  七、其他"))
    assert.equal("review", govreport.check(report, { select = { "structure" } }).verdict)
    assert.equal("review", govreport.check(report, { select = { "structure.section_ordinal" } }).verdict)
    assert.equal("pass", govreport.check(report, { select = { "cells" } }).verdict)
    assert.equal("pass", govreport.check(report, { ignore = { "structure" } }).verdict)
    assert.has_error(function() govreport.check(report, { ignore = { "structur" } }) end,
                     "ignore: 没有规则“structur”，是否指“structure”？")
  end)
end)
