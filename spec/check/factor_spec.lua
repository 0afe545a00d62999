--- Factors in sums: exact, blanks stay unknown, and such a sum accuses no cell.

local excerpt = require "govreport.check.excerpt"
local excerpt_text = require "govreport.render.excerpt_text"
local formula = require "govreport.check.formula"
local govreport = require "govreport"
local rule = require "govreport.check.rule"
local sample = require "govreport.form.sample"

local granted, concluded = "applications.granted.total", "applications.concluded.total"
local partly = "applications.partially_granted.total"

local function report(cells) return assert(govreport.parse(sample.text{form = "cn_disclosure_2021", cells = cells})) end

local function check(own, cells)
  own.id = "own.rule"
  local of = report(cells)
  return govreport.check(of, {rules = {own}, select = {"own"}}), of
end

describe("a factor", function()
  -- rule, cells, findings
  for name, case in pairs{
    ["twice"] = {{equal = {concluded, "2*" .. granted}}, {[granted] = 3, [concluded] = 6}, 0},
    ["twice, and off"] = {{equal = {concluded, "2*" .. granted}}, {[granted] = 3, [concluded] = 7}, 1},
    ["with spaces"] = {{equal = {concluded, "2 * " .. granted}}, {[granted] = 3, [concluded] = 6}, 0},
    ["taken away twice"] = {{equal = {{concluded, "-2*" .. granted}, partly}},
                            {[concluded] = 9, [granted] = 4, [partly] = 1}, 0},
    ["taken away twice, and off"] = {{equal = {{concluded, "-2*" .. granted}, partly}},
                                     {[concluded] = 9, [granted] = 4, [partly] = 2}, 1},
    ["a half, exactly"] = {{at_most = {granted, "0.5*" .. concluded}}, {[granted] = 2, [concluded] = 4}, 0},
    ["a half, and more"] = {{at_most = {granted, "0.5*" .. concluded}}, {[granted] = 2, [concluded] = 3}, 1},
    ["a tenth, which is no float"] = {{equal = {granted, {"0.1*" .. concluded, "0.2*" .. partly}}},
                                      {[granted] = 3, [concluded] = 10, [partly] = 10}, 0},
    ["for each column"] = {{at_most = {"applications.granted.*", "0.5*applications.concluded.*"}},
                           {["applications.granted.business"] = 1, [granted] = 1}, 2},
    ["of a span"] = {{equal = {"2*applications.granted..partially_granted.total", concluded}},
                     {[granted] = 1, [partly] = 2, [concluded] = 6}, 0},
    ["of a blank"] = {{equal = {concluded, "2*" .. granted}}, {[granted] = "", [concluded] = 7}, 0},
    ["of a blank that is added"] = {{at_most = {{granted, "2*" .. partly}, concluded}},
                                    {[granted] = 6, [partly] = "", [concluded] = 5}, 1},
    ["of a blank that is taken away"] = {{at_most = {{granted, "-0.1*" .. partly}, concluded}},
                                         {[granted] = 6, [partly] = "", [concluded] = 5}, 0},
    ["within a tolerance"] = {{equal = {granted, "0.5*" .. concluded}, tolerance = "0.5"},
                              {[granted] = 2, [concluded] = 3}, 0},
    ["past 15 digits"] = {{equal = {granted, "10000*" .. concluded}}, {[concluded] = 999999999999999}, 0},
    ["in a sum over a table"] = {{sum = {table = "disputes", each = "row", total = "total", factors = {upheld = 2}}},
                                 {["disputes.reconsideration.upheld"] = 1, ["disputes.reconsideration.total"] = 2}, 0},
    ["in a sum over a table, and off"] = {{sum = {table = "disputes", each = "row", total = "total",
                                                  factors = {upheld = "0.5"}}},
                                          {["disputes.reconsideration.upheld"] = 3,
                                           ["disputes.reconsideration.total"] = 2}, 1},
    ["of the total of a sum"] = {{sum = {table = "disputes", each = "row", total = "total", factors = {total = "0.5"}}},
                                 {["disputes.reconsideration.upheld"] = 1, ["disputes.reconsideration.total"] = 2}, 0},
    ["in a balance"] = {{balance = {table = "applications", each = "column", left = {"received"},
                                    right = {"concluded"}, factors = {concluded = 3}}},
                        {["applications.received.total"] = 6, [concluded] = 2}, 0},
  } do
    it("is taken: " .. name, function() assert.equal(case[3], check(case[1], case[2]).counts.warning) end)
  end

  it("stands in both sides of the message", function()
    local result = check({equal = {{concluded, "-2*" .. granted}, "0.5*" .. partly}},
                         {[concluded] = 9, [granted] = 4, [partly] = 3})
    assert.equal("第三部分表格：“（七）总计”“总计”－2×“（一）予以公开”“总计”为9－2×4＝1，0.5×“（二）部分公开”“总计”为"
                 .. "0.5×3＝1.5，两者应相等，请核实后更正。", result.list[1].message)
    assert.equal(1, result.list[1].actual)
    assert.equal("1.5", tostring(result.list[1].expected))
  end)

  it("leaves an official sum by itself: it accuses no cell and implies none", function()
    local own = {equal = {concluded, "2*" .. granted}, severity = "error", basis = "《自定义》"}
    local result = check(own, {[concluded] = 7, [granted] = 3})
    assert.equal("fail", result.verdict)
    assert.same({0, 0}, {#result.list[1].repair, #result.list[1].alternatives})
    assert.is_nil(result.list[1].cause)
    assert.same({granted = 2}, {granted = #result.list[1].cells})
    result = check(own, {[concluded] = 7, [granted] = ""})
    assert.equal("pass", result.verdict)
  end)

  it("leaves the causes of other sums as they are", function()
    local plain = {id = "own.plain", severity = "error", basis = "《自定义》", equal = {{granted, partly}, concluded}}
    local times = {id = "own.times", severity = "error", basis = "《自定义》", equal = {concluded, "2*" .. granted}}
    local of = report{[granted] = 3, [partly] = 3, [concluded] = 7}
    local function plain_of(rules)
      for found in govreport.check(of, {rules = rules, select = {"own"}}):findings() do
        if found.rule == "own.plain" then return found.message, #found.alternatives, found.cause end
      end
    end
    assert.same({plain_of{plain}}, {plain_of{plain, times}})
  end)

  it("stands in the formula of a rule", function()
    local ready = rule.prepare({id = "own.rule", at_most = {"applications.granted.*", "0.5*applications.concluded.*"}},
                               function() return "rules" end)
    assert.equal("（一）予以公开≤0.5×（七）总计", formula.of(ready)[1].text)
    ready = rule.prepare({id = "own.rule", sum = {table = "disputes", each = "row", total = "total",
                                                  factors = {upheld = "2"}}}, function() return "rules" end)
    assert.matches("^2×结果维持＋", formula.of(ready)[1].text)
  end)

  it("stands in the excerpt of a finding", function()
    local result, of = check({equal = {concluded, {"2*" .. granted, partly}}},
                             {[concluded] = 9, [granted] = 3, [partly] = 1})
    local lines = {}
    for _, block in ipairs(excerpt.of(of, result.list[1], result.sums)) do
      lines = excerpt_text.lines(block, {lang = "zh", paint = function(_, text) return text end})
    end
    assert.equal("9 ≠ 2×3＋1＝7", lines[#lines])
  end)

  it("is no part of an address that is no sum", function()
    for _, own in ipairs{
      {present = {"2*" .. granted}}, {matches = {"-fields.agency", "局"}}, {equal = {"0*" .. granted, granted}},
      {change = {"2*" .. granted, "50%"}}, {equal = {"1.5.2*" .. granted, granted}},
    } do
      assert.has_error(function() check(own, {}) end)
    end
  end)
end)
