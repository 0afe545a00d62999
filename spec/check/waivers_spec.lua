--- Waivers: what they accept, for how long, and what is told of those that accept nothing.

local example = require "spec.support.example"
local govreport = require "govreport"
local script = require "govreport.form.script"
local waivers = require "govreport.waivers"

-- A report with one sum that fails and one fact that is wrong.
local text = example.edit(example.set(example.text, "（一）予以公开", 7, "88"), "2020年1月1日", "2019年1月1日")
local report = example.report(example.text)

local cell = "applications.granted.total"

-- The example with another total of 予以公开, which is one error.
local function with_total(value)
  return example.report(example.set(example.text, "（一）予以公开", 7, tostring(value)))
end

local function waiver(changes)
  local own = {rule = "applications.row_total", agency = "云岭市水务局", year = 2020, cell = cell, value = 99,
               reason = "已核实"}
  for key, value in pairs(changes or {}) do own[key] = value ~= "none" and value or nil end
  return own
end

-- How many findings stand, how many are waived, and the states of idle waivers.
local function check(own, entry, today)
  local list = waivers.new{entry}
  local result = govreport.check(own, {waivers = list, today = today})
  local states = {}
  for _, idle in ipairs(list:idle()) do states[#states + 1] = idle.state end
  return #result.list, #result.waived, table.concat(states, " ")
end

describe("a waiver", function()
  for name, case in pairs{
    ["accepts a value"] = {{}, 99, 0, 1, ""},
    ["is for that value alone"] = {{}, 98, 1, 0, "changed"},
    ["is for that cell alone"] = {{cell = "applications.received.total"}, 99, 1, 0, "unused"},
    ["is for that rule alone"] = {{rule = "applications.balance"}, 99, 1, 0, "unused"},
    ["is for that body alone"] = {{agency = "清沅县民政局"}, 99, 1, 0, ""},
    ["is for that year alone"] = {{year = 2021}, 99, 1, 0, ""},
    ["may be for all bodies and years"] = {{agency = "none", year = "none"}, 99, 0, 1, ""},
    ["may have its value as a text"] = {{value = "99"}, 99, 0, 1, ""},
    ["holds to its last day"] = {{expires = "2021-06-30"}, 99, 0, 1, ""},
    ["expires"] = {{expires = "2021-06-29"}, 99, 1, 0, "expired"},
    ["accepts nothing where nothing is wrong"] = {{}, 26, 0, 0, "unused"},
  } do
    it(name, function()
      local changes, value, stands, waived, states = table.unpack(case)
      assert.same({stands, waived, states}, {check(with_total(value), waiver(changes), "2021-06-30")})
    end)
  end

  it("may name a sentence", function()
    local own = example.report(text)
    local entry = {rule = "metadata.period", sentence = "2019年 1月1日", value = "2019-01-01/2020-12-31", reason = "甲"}
    local before = #govreport.check(own).list
    assert.same({before - 1, 1, ""}, {check(own, entry)})
    entry.value = "2018-01-01/2020-12-31"
    assert.same({before, 0, "changed"}, {check(own, entry)})
  end)

  it("lowers the verdict", function()
    local own = with_total(99)
    assert.equal("fail", govreport.check(own).verdict)
    local result = govreport.check(own, {waivers = waivers.new{waiver()}})
    assert.equal("pass", result.verdict)
    assert.equal(0, result.counts.error)
    assert.equal("已核实", result.waived[1].reason)
    assert.equal("applications.row_total", result.waived[1].finding.rule)
  end)

  it("of a rule that did not run is not idle", function()
    local list = waivers.new{waiver()}
    govreport.check(report, {waivers = list, ignore = {"applications"}})
    assert.same({}, list:idle())
  end)

  for name, case in pairs{
    ["an unknown key"] = {{valeu = 1}, "did you mean 'value'"},
    ["no value"] = {{value = "none"}, "'value' is missing"},
    ["no reason"] = {{reason = "none"}, "'reason' is missing"},
    ["a date that is none"] = {{expires = "2021-02-30"}, "is no date"},
    ["a cell and a sentence"] = {{sentence = "甲"}, "'sentence' beside 'cell'"},
  } do
    it("with " .. name .. " is refused", function()
      assert.error_matches(function() waivers.new{waiver(case[1])} end, case[2])
    end)
  end

  it("that expires needs to know the day", function()
    assert.error_matches(function()
      govreport.check(report, {waivers = waivers.new{waiver{expires = "2030-01-01"}}})
    end, "'today' is needed")
  end)
end)

describe("a baseline", function()
  local own = example.report(text)
  local result = govreport.check(own)
  local file = govreport.render(result, "waivers")

  it("accepts all that was found, and nothing else", function()
    assert.is_true(#result.list >= 2)
    local list = waivers.new((assert(script.run(file, "baseline.lua"))))
    assert.equal(0, #govreport.check(own, {waivers = list}).list)
    assert.same({}, list:idle())
    local other = govreport.check(example.report(example.set(text, "（一）予以公开", 7, "99")), {waivers = list})
    assert.equal(1, #other.list)
    assert.equal("applications.row_total", other.list[1].rule)
  end)

  it("is the same each time", function()
    assert.equal(file, govreport.render(govreport.check(own), "waivers"))
  end)
end)
