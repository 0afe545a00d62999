--- Rules that people bring: what kinds there are, what they say, how they are chosen and graded.

local govreport = require "govreport"
local sample = require "govreport.form.sample"

local function report(cells, options)
  options = options or {}
  options.form, options.cells = options.form or "cn_disclosure_2021", cells
  return assert(govreport.parse(sample.text(options)))
end

-- What one rule says of a sample: its messages.
local function says(rule, cells, options, previous)
  rule.id = "own.rule"
  local own = report(cells, options)
  local result = govreport.check(own, {rules = {rule}, select = {"own"}, previous = previous})
  local list = {}
  for found in result:findings() do list[#list + 1] = found.message end
  return list, result
end

local granted, concluded = "applications.granted.total", "applications.concluded.total"

describe("a declared relation", function()
  -- rule, cells, how many findings
  for name, case in pairs{
    ["equal, and it is"] = {{equal = {granted, concluded}}, {[granted] = 4, [concluded] = 4}, 0},
    ["equal, and it is not"] = {{equal = {granted, concluded}}, {[granted] = 4, [concluded] = 5}, 1},
    ["equal to a sum"] = {{equal = {{granted, "applications.denied_state_secret.total"}, concluded}},
                          {[granted] = 4, ["applications.denied_state_secret.total"] = 1, [concluded] = 5}, 0},
    ["equal to a span"] = {{equal = {"applications.granted..denied_state_secret.total", concluded}},
                           {[granted] = 4, ["applications.partially_granted.total"] = 2, [concluded] = 6}, 0},
    ["equal to a difference"] = {{equal = {{concluded, "-applications.partially_granted.total"}, granted}},
                                 {[granted] = 4, ["applications.partially_granted.total"] = 2, [concluded] = 6}, 0},
    ["at most, and less"] = {{at_most = {granted, concluded}}, {[granted] = 4, [concluded] = 5}, 0},
    ["at most, and the same"] = {{at_most = {granted, concluded}}, {[granted] = 5, [concluded] = 5}, 0},
    ["at most, and more"] = {{at_most = {granted, concluded}}, {[granted] = 6, [concluded] = 5}, 1},
    ["at most, and unknown"] = {{at_most = {granted, concluded}}, {[granted] = 6, [concluded] = ""}, 0},
    ["at most a blank that is added"] = {{at_most = {{granted, "applications.partially_granted.total"}, concluded}},
                                         {[granted] = 6, ["applications.partially_granted.total"] = "—",
                                          [concluded] = 5}, 1},
    ["for each column"] = {{at_most = {"applications.granted.*", "applications.concluded.*"}},
                           {["applications.granted.business"] = 1, [granted] = 1}, 2},
    ["of another form"] = {{equal = {"procurement.centralized.items", granted}}, {[granted] = 1}, 0},
    ["for another form alone"] = {{equal = {granted, concluded}, forms = {"cn_disclosure_2019"}}, {[granted] = 1}, 0},
    ["equal within a tolerance"] = {{equal = {granted, concluded}, tolerance = "2"},
                                    {[granted] = 4, [concluded] = 6}, 0},
    ["equal, and more than a tolerance off"] = {{equal = {granted, concluded}, tolerance = "2"},
                                                {[granted] = 4, [concluded] = 7}, 1},
    ["equal, and more than a tolerance off the other way"] = {{equal = {granted, concluded}, tolerance = "2"},
                                                              {[granted] = 7, [concluded] = 4}, 1},
    ["at most, within a tolerance"] = {{at_most = {granted, concluded}, tolerance = "1"},
                                       {[granted] = 6, [concluded] = 5}, 0},
    ["at most, and much less"] = {{at_most = {granted, concluded}, tolerance = "1"}, {[concluded] = 50}, 0},
    ["at most, and more than a tolerance above"] = {{at_most = {granted, concluded}, tolerance = "1"},
                                                    {[granted] = 7, [concluded] = 5}, 1},
    ["a sum over a table, within a tolerance"] = {{sum = {table = "disputes", each = "row", total = "total"},
                                                   tolerance = "1.5"}, {["disputes.reconsideration.upheld"] = 1}, 0},
    ["a sum over a table"] = {{sum = {table = "disputes", each = "row", total = "total"}},
                              {["disputes.reconsideration.upheld"] = 1}, 1},
    ["a balance"] = {{balance = {table = "applications", each = "column", left = {"received"}, right = {"concluded"}}},
                     {["applications.received.total"] = 2, [concluded] = 2}, 0},
  } do
    it("is " .. name, function() assert.equal(case[3], #says(case[1], case[2])) end)
  end

  it("says both sides", function()
    assert.same({"第三部分表格：“（一）予以公开”“总计”为6，大于“（七）总计”“总计”的5，请核实。"},
                says({at_most = {granted, concluded}}, {[granted] = 6, [concluded] = 5}))
    assert.same({"第三部分表格“总计”列：（一）予以公开＋（二）部分公开为1＋2＝3，（七）总计为4，两者应相等，请核实后更正。"},
                says({equal = {{"applications.granted.*", "applications.partially_granted.*"},
                               "applications.concluded.*"}},
                     {[granted] = 1, ["applications.partially_granted.total"] = 2, [concluded] = 4}))
  end)

  it("takes no blank for 0 in what it says", function()
    local messages, result = says({at_most = {{granted, "applications.partially_granted.total"}, concluded}},
                                  {[granted] = 6, ["applications.partially_granted.total"] = "—", [concluded] = 5})
    assert.matches("为6＋（未填）≥6，大于", messages[1], 1, true)
    assert.is_nil(result.list[1].actual)
    assert.equal(5, result.list[1].expected)
  end)

  it("accuses no cell where it is no official one", function()
    local _, result = says({equal = {granted, concluded}, severity = "warning"}, {[granted] = 4, [concluded] = 5})
    assert.same({}, {result.list[1].repair[1]})
    assert.equal("review", result.verdict)
  end)
end)

describe("a rule about last year", function()
  local rule = {same_as_previous = {"applications.brought_forward.*", "applications.carried_forward.*"}}
  local before = {year = 2022}

  it("compares cells of both", function()
    local previous = report({["applications.carried_forward.total"] = 20}, before)
    assert.equal(0, #says(rule, {["applications.brought_forward.total"] = 20}, {year = 2023}, previous))
    assert.equal(1, #says(rule, {["applications.brought_forward.total"] = 18}, {year = 2023}, previous))
  end)

  it("is silent where there is none, and where a cell is unknown", function()
    assert.equal(0, #says(rule, {["applications.brought_forward.total"] = 18}))
    local previous = report({["applications.carried_forward.total"] = ""}, before)
    assert.equal(0, #says(rule, {["applications.brought_forward.total"] = 18}, {year = 2023}, previous))
  end)

  it("reaches over to the form of before", function()
    local previous = report({["applications.carried_forward.total"] = 3}, {form = "cn_disclosure_2019", year = 2020})
    assert.equal(1, #says(rule, {["applications.brought_forward.total"] = 18}, {year = 2021}, previous))
  end)
end)

-- Each kind broken by a report of 2021 in the form of that year; what only the form of before has says nothing there,
-- and is not asked of a rule that is for the form of 2021.
describe("a rule for some forms", function()
  local cells = {[granted] = 6, [concluded] = 5, ["applications.partially_granted.total"] = ""}
  local kinds = {
    sum = {table = "applications", each = "row", total = "total"},
    balance = {table = "applications", each = "column", left = {"granted"}, right = {"concluded"}},
    equal = {granted, concluded}, at_most = {granted, concluded},
    same_as_previous = {granted, granted}, change = {granted, "50%"},
    present = {"applications.partially_granted.total"}, contains = {"sections.other", "收费"},
    matches = {"sections.other", "收费"}, lacks = {"sections.other", "没有"},
  }
  local of_2019 = {
    sum = {table = "procurement", each = "row", total = "amount"},
    balance = {table = "procurement", each = "row", left = {"items"}, right = {"amount"}},
    equal = {"procurement.centralized.items", granted}, at_most = {granted, "procurement.centralized.items"},
    same_as_previous = {"procurement.centralized.items", granted}, change = {"procurement.centralized.items", "50%"},
    present = {"tables.procurement"}, lacks = {"procurement.centralized.items", "9"},
    matches = {"procurement.centralized.items", "9"}, contains = {"procurement.centralized.items", "9"},
  }
  local function count(kind, value, ids)
    local previous = report({[granted] = 1}, {year = 2022})
    return #says({[kind] = value, forms = ids}, cells, {year = 2023, sections = {other = "没有。"}}, previous)
  end

  for kind, value in pairs(kinds) do
    it("speaks of them alone: " .. kind, function()
      local all = count(kind, value)
      assert.is_true(all > 0)
      assert.equal(all, count(kind, value, {"cn_disclosure_2021"}))
      assert.equal(all, count(kind, value, {"cn_disclosure_2019", "cn_disclosure_2021"}))
      assert.equal(0, count(kind, value, {"cn_disclosure_2019"}))
    end)
  end

  for kind, value in pairs(of_2019) do
    it("is silent where the form has nothing of it: " .. kind, function()
      -- Cells of two forms are nothing to compare.
      if kind ~= "equal" and kind ~= "at_most" then assert.equal(0, count(kind, value)) end
      assert.equal(0, count(kind, value, {"cn_disclosure_2019"}))
      assert.error_matches(function() count(kind, value, {"cn_disclosure_2021"}) end, "procurement")
    end)
  end

  it("may compare with a form of before", function()
    local own = {same_as_previous = {granted, "applications.other_handling.total"}, forms = {"cn_disclosure_2021"}}
    local previous = report({["applications.other_handling.total"] = 3}, {form = "cn_disclosure_2019", year = 2020})
    assert.equal(1, #says(own, {[granted] = 6}, {year = 2021}, previous))
  end)
end)

describe("a rule about what is there", function()
  it("asks for facts, parts, tables, cells", function()
    assert.same({"缺少发布日期，请核实后补充。"}, says({present = {"fields.published_on", "fields.title"}}, {}))
    assert.equal(1, #says({present = "sections.other"}, {}, {sections = {other = false}}))
    assert.equal(0, #says({present = "sections.other"}, {}, {sections = {other = "无其他事项。有说明。"}}))
    assert.equal(0, #says({present = {"tables.disputes"}}, {}))
    assert.equal(1, #says({present = {granted}}, {[granted] = ""}))
    assert.equal(0, #says({present = {granted}}, {}))
  end)

  it("looks for phrases, however they are spaced", function()
    local rule = {contains = {"sections.other", "信息处理费", "收费"}}
    assert.equal(0, #says(rule, {}, {sections = {other = "本年度未收取信息 处理费。"}}))
    assert.equal(1, #says(rule, {}, {sections = {other = "没有需要报告的事项。"}}))
    assert.equal(0, #says(rule, {}, {sections = {other = false}}))   -- its absence is another rule's
  end)

  it("matches a pattern", function()
    assert.equal(0, #says({matches = {"fields.agency", "局$"}}, {}))
    assert.equal(1, #says({matches = {"fields.agency", "厅$"}}, {}))
  end)
end)

describe("a rule that is not right", function()
  for name, case in pairs{
    ["two kinds"] = {{equal = {granted, concluded}, check = print}, "'check' beside 'equal'"},
    ["no kind"] = {{message = "x"}, "one of these is needed: sum"},
    ["one side"] = {{equal = {granted}}, "two sides are expected"},
    ["a part as a side"] = {{equal = {"sections.other", granted}}, "'sections.other' is no cell"},
    ["a `*` on one side"] = {{equal = {"applications.granted.*", concluded}}, "'%*' must stand for the same"},
    ["a severity"] = {{equal = {granted, concluded}, severity = "eror", basis = "x"}, "did you mean 'error'"},
    ["an error without a basis"] = {{equal = {granted, concluded}, severity = "error"}, "official text"},
    ["a form"] = {{equal = {granted, concluded}, forms = {"cn_disclosure_2022"}}, "no form 'cn_disclosure_2022', did"},
    ["a tolerance that is no number"] = {{equal = {granted, concluded}, tolerance = "a little"}, "is no decimal"},
    ["a tolerance below 0"] = {{equal = {granted, concluded}, tolerance = "-1"}, "is no decimal"},
    ["a tolerance of no sum"] = {{matches = {"fields.agency", "局"}, tolerance = "1"}, "has no 'tolerance'"},
    ["a bad pattern"] = {{matches = {"fields.agency", "("}}, "a '%(' without its '%)'"},
    ["a pattern that fails late"] = {{matches = {"fields.agency", "^%a+[^%]]%bxy(%d"}}, "a '%(' without its '%)'"},
    ["a pattern with an open class"] = {{matches = {"fields.agency", "局[%]"}}, "a '%[' without its '%]'"},
    ["a pattern that ends too soon"] = {{matches = {"fields.agency", "局%"}}, "it ends with '%%'"},
    ["a message in no language"] = {{message = {cn = "x"}, check = print}, "no language 'cn', did you mean 'zh'"},
    ["a phrase without words"] = {{contains = {"sections.other", "。"}}, "the phrase '。' has no words"},
    ["no phrase"] = {{contains = {"sections.other"}}, "a phrase is missing"},
    ["no message"] = {{check = print}, "'message' is missing"},
  } do
    it("has " .. name, function()
      assert.error_matches(function() says(case[1], {}) end, case[2])
    end)
  end

  it("has no family", function()
    local own = report {}
    assert.error_matches(function()
      govreport.check(own, {rules = {{id = "alone", equal = {granted, concluded}}}})
    end, "an id has a family and a name")
    assert.error_matches(function() govreport.check(own, {rules = {12}}) end, "a file, a function or a table")
    assert.error_matches(function() govreport.check(own, {rules = {{rules = {}}}}) end, "'rules' is no place in a list")
    assert.error_matches(function() govreport.check(own, {rules = {"none.lua"}}) end, "none.lua")
  end)
end)

describe("a function", function()
  it("is a rule with texts of its own", function()
    local result = govreport.check(report {}, {rules = {function(own)
      own:finding{message = "甲", places = {own.fields.title}}
      own:finding{message = {zh = "乙", en = "b"}, severity = "info"}
    end}, select = {"program"}})
    assert.equal("info [program.rule_1] 乙", tostring(result.list[1]))
    assert.equal("2:4: warning [program.rule_1] 甲", tostring(result.list[2]))
    assert.equal("b", result.list[1].messages.en)
  end)

  it("may ask the report all that a report tells", function()
    local seen = {}
    govreport.check(report({[granted] = 7}, {sections = {other = "有。"}}), {rules = {function(own)
      seen = {own.year, own.agency, own.tables.applications:cell("granted", "total").value, own:section("other").title,
              #own.claims, own.form.id}
    end}})
    assert.same({2021, "云岭市水务局", 7, "其他需要报告的事项", 0, "cn_disclosure_2021"}, seen)
  end)

  it("is told where it asks for what is not there", function()
    local result = govreport.check(report {}, {rules = {function(own) own:finding{severity = "bad", message = "x"} end},
                                               select = {"program"}})
    assert.equal("notice", result.list[1].severity)
    assert.matches("no such severity: 'bad'", result.list[1].message, 1, true)
    assert.equal("undecided", result.verdict)
  end)
end)

describe("a choice that leaves no rule", function()
  for _, options in ipairs{
    {select = {"cells"}, ignore = {"cells"}},
    {select = {"cells.blank", "disputes.total"}, ignore = {"cells", "disputes"}},
    {select = {"structure.row_missing"}, ignore = {"structure.row_missing"}},
  } do
    it("is refused: " .. table.concat(options.select, " "), function()
      assert.error_matches(function() govreport.checker(options) end, "select与ignore没有留下任何规则")
      assert.error_matches(function() govreport.rules(options) end, "select与ignore没有留下任何规则")
      options.lang = "en"
      assert.error_matches(function() govreport.check_files({}, options) end, "select and ignore leave no rule")
    end)
  end

  it("is one only where none is left", function()
    assert.is_true(#govreport.rules{select = {"cells"}, ignore = {"cells.blank"}} > 0)
    assert.is_true(#govreport.rules{select = {"cells", "disputes"}, ignore = {"cells"}} > 0)
  end)
end)

describe("grades", function()
  local function severities(severity)
    local result = govreport.check(report({[granted] = ""}), {severity = severity, select = {"cells"}})
    return result.list[1].severity
  end

  it("go before those of the rules, that of a rule before that of its family", function()
    assert.equal("warning", severities(nil))
    assert.equal("error", severities{["cells.blank"] = "error"})
    assert.equal("info", severities{cells = "info"})
    assert.equal("error", severities{cells = "info", ["cells.blank"] = "error"})
  end)

  it("are known, and so are the rules", function()
    assert.error_matches(function() severities{["cells.blnak"] = "error"} end, "cells.blank")
    assert.error_matches(function() severities{["cells.blank"] = "fatal"} end, "fatal")
  end)
end)
