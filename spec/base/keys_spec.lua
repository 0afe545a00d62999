local example = require "spec.support.example"
local form = require "govreport.form.form"
local forms = require "govreport.form"
local govreport = require "govreport"
local keys = require "govreport.base.keys"
local rule = require "govreport.check.rule"

-- A copy of a declaration with changes, to any depth.
local function with(original, changes)
  local copy = {}
  for key, value in pairs(original) do copy[key] = value end
  for key, value in pairs(changes) do copy[key] = value end
  return copy
end

describe("the nearest name", function()
  local names = { name = true, encoding = true, max_input = true, max_memory = true }
  local cases = {
    { "nmae", "name" }, { "nam", "name" }, { "encodings", "encoding" }, { "max_inptu", "max_input" },
    { "maxmemory", "max_memory" }, { "colour" }, { "x" },
  }
  for _, case in ipairs(cases) do
    it("to '" .. case[1] .. "' is " .. (case[2] or "none"), function()
      assert.equal(case[2], keys.nearest(case[1], names))
    end)
  end

  it("is told by characters, of two in Chinese one may differ", function()
    local labels = {["北岸"] = true, ["南岸码头"] = true, ["部门"] = true}
    assert.equal("北岸", keys.nearest("北案", labels))
    assert.equal("部门", keys.nearest("部们", labels))
    assert.is_nil(keys.nearest("水利", labels))
  end)

  it("is the first in the alphabet among equals", function()
    assert.equal("cat", keys.nearest("bat", { mat = true, hat = true, cat = true }))
  end)
end)

describe("a table's keys", function()
  local known = { id = "string", count = "integer", label = "string|table", more = "any" }

  it("may be those that are known", function()
    local value = { id = "a", count = 1, label = { "x" }, more = false }
    assert.equal(value, keys.check(value, known, { "id" }, "thing"))
  end)

  local refused = {
    { { id = "a", cuont = 1 }, "thing 'a': unknown key 'cuont', did you mean 'count'?" },
    { { id = "a", zzzzzz = 1 }, "thing 'a': unknown key 'zzzzzz'; known are count, id, label, more" },
    { { [10000000] = "a" }, "thing: unknown key '10000000'; known are count, id, label, more" },
    { { count = "1" }, "thing: 'count' must be integer, not string" },
    { { count = 1.5 }, "thing: 'count' must be integer, not number" },
    { { label = 1 }, "thing: 'label' must be string or a table, {…}, not number" },
    { {}, "thing: the key 'id' is missing" },
    { "id", "thing: a table is expected, not string" },
  }
  for _, case in ipairs(refused) do
    it("are refused: " .. case[2], function()
      assert.has_error(function() keys.check(case[1], known, { "id" }, "thing") end, case[2])
    end)
  end

  it("are refused in the order of the alphabet", function()
    assert.has_error(function() keys.check({ zzzzzz = 1, aaaaaa = 1, mmmmmm = 1 }, known, {}, "thing") end,
      "thing: unknown key 'aaaaaa'; known are count, id, label, more")
  end)
end)

describe("the keys of options", function()
  it("are checked when a text is read", function()
    assert.error_matches(function() govreport.parse("", { langauge = "en" }) end, "unknown key 'langauge'")
    assert.error_matches(function() govreport.parse("", { lnag = "en" }) end, "did you mean 'lang'")
    assert.error_matches(function() govreport.open("none", { name = 1 }) end, "'name' must be string")
  end)

  it("are checked when a report is", function()
    local report = example.report(example.text)
    assert.error_matches(function() govreport.check(report, { slect = {} }) end, "did you mean 'select'")
    assert.error_matches(function() govreport.check(report, { ignore = "cells" }) end, "'ignore' must be a table")
  end)
end)

describe("the keys of a rule", function()
  local text = { zh = "甲", en = "a" }
  local good = {
    id = "own.rule", severity = "info", basis = "提示", title = text, message = text, check = function() end,
  }

  local function source() return "rules/own" end

  local function refused(changes, pattern)
    assert.error_matches(function() rule.prepare(with(good, changes), source) end, pattern)
  end

  it("are checked", function()
    assert.equal("own.rule", rule.prepare(good, source).id)
    refused({ severty = "info" }, "did you mean 'severity'")
    refused({ severity = "fatal" }, "rules/own 'own%.rule': no such severity 'fatal'")
    refused({ title = { zh = "甲" } }, "the key 'en' is missing")
    refused({ message = { one = { zh = "甲" } } }, "message one: the key 'en' is missing")
    refused({ basis = 1 }, "'basis' must be string")
  end)

  it("name one way to check", function()
    local fields = function() end
    refused({ sum = { table = "fees", each = "row", total = "change" }, fields = fields }, "a rule is of one kind")
    local without = with(good, {})
    without.check = nil
    assert.error_matches(function() rule.prepare(without, source) end, "one of these is needed: sum, balance")
  end)

  it("name the parts of a sum", function()
    local sum = with(good, { sum = { table = "fees", eahc = "row", total = "change" } })
    sum.check = nil
    assert.error_matches(function() rule.prepare(sum, source) end, "did you mean 'each'")
  end)

  it("have an id of their own", function()
    assert.error_matches(function() rule.add({}, { good, good }, source) end, "'own%.rule' stands twice")
    assert.error_matches(function()
      govreport.check(example.report(example.text), { rules = { with(good, { id = "cells.blank" }) } })
    end, "'cells%.blank' is a built%-in rule")
  end)

  it("are found by id, with the nearest one where there is none", function()
    assert.equal("cells.blank", rule.find(rule.all(), "cells.blank").id)
    local found, nearest = rule.find(rule.all(), "cells.blnak")
    assert.is_nil(found)
    assert.equal("cells.blank", nearest)
  end)
end)

describe("the keys of a form", function()
  local good = forms.declared("cn_disclosure_2019")

  local function refused(changes, pattern)
    assert.error_matches(function() form.validate(with(good, changes), "forms/own") end, pattern)
  end

  it("are checked in every form of the project", function()
    for _, id in ipairs(forms.list()) do form.validate(forms.declared(id), "forms/" .. id) end
  end)

  it("are checked", function()
    refused({ section = {} }, "forms/own 'cn_disclosure_2019': unknown key 'section', did you mean 'sections'")
    refused({ tables = { { id = "a", rows = {}, colums = {} } } }, "did you mean 'columns'")
    refused({ tables = { { id = "a", rows = { { id = "b", lable = "c" } }, columns = {} } } }, "did you mean 'label'")
    refused({ sections = { { id = "a" } } }, "the key 'title' is missing")
  end)

  it("have ids of their own", function()
    local entry = { id = "b", label = "c" }
    refused({ fields = { "year", "year" } }, "the id 'year' stands twice")
    refused({ tables = { { id = "a", rows = { entry, entry }, columns = {} } } }, "the id 'b' stands twice")
  end)
end)
