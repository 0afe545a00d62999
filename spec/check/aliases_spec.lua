--- Ids of before: what options, waivers, baselines and first rounds say with them still holds.

local aliases = require "govreport.check.aliases"
local example = require "spec.support.example"
local findings = require "spec.support.findings"
local fingerprint = require "govreport.check.fingerprint"
local govreport = require "govreport"
local rounds = require "govreport.check.rounds"
local rule = require "govreport.check.rule"
local waivers = require "govreport.waivers"

-- A row of text that lost a number, which was a warning of cells.row_incomplete.
local old = example.row(example.text, "（一）予以公开")
local short = example.edit(example.text, old, (old:gsub("\n5\n\n", "\n")))
-- A row whose label is another one, of which a part is a label: that was an error of structure.row_missing.
local torn = example.edit(example.set(example.text, "2.重复申请", 7, "9"), "\n2.重复申请\n", "\n其他情形\n")

local function reading(text, options)
  local found = {}
  for finding in example.check(text, options):findings() do
    if finding.rule:find("^reading%.") then found[#found + 1] = finding end
  end
  return found
end

-- The fingerprint that a finding of before had.
local function fingerprint_before(id, finding)
  local copy = {rule = id, cells = finding.cells, places = finding.places, messages = finding.messages,
                actual = finding.actual}
  return fingerprint.of(copy)
end

describe("an id of before", function()
  it("leads to rules that there are", function()
    for id, list in pairs(aliases) do
      assert.is_true(#list > 0, id)
      for _, new in ipairs(list) do assert.truthy(rule.find(rule.all(), new), new) end
    end
  end)

  it("chooses the findings that were told under it, and no others", function()
    assert.equal(1, #reading(short, {select = {"cells.row_incomplete"}}))
    assert.equal(1, #reading(short, {select = {"cells"}}))
    assert.equal(0, #reading(short, {select = {"structure.row_missing"}}))
    assert.equal(1, #reading(torn, {select = {"structure.row_missing"}}))
    assert.equal(0, #reading(torn, {select = {"structure.row_inferred"}}))
  end)

  it("leaves out those that were told under it", function()
    assert.equal(0, #reading(short, {ignore = {"cells.row_incomplete"}}))
    assert.equal(1, #reading(short, {ignore = {"structure"}}))
    assert.equal(0, #reading(torn, {ignore = {"structure.row_missing"}}))
    assert.equal(0, #reading(torn, {ignore = {"reading"}}))
  end)

  it("gives them the severity that it is given by name, and a family gives none", function()
    assert.equal("info", reading(short, {severity = {["cells.row_incomplete"] = "info"}})[1].severity)
    assert.equal("notice", reading(short, {severity = {cells = "error"}})[1].severity)
    assert.equal("warning", reading(short, {severity = {["cells.row_incomplete"] = "info",
                                                        ["reading.rows"] = "warning"}})[1].severity)
  end)

  it("that is unknown is an error still", function()
    assert.error_matches(function() example.check(short, {select = {"structure.row_infered"}}) end,
                         "structure.row_inferred", 1, true)
  end)

  it("waives what was waived by it, and leaves nothing open then", function()
    local own = waivers.new{{rule = "structure.row_missing", cell = "applications.not_processed_repeated.total",
                             value = "absent", reason = "已核实"}}
    local result = example.check(torn, {waivers = own})
    assert.equal("reading.rows", result.waived[1].finding.rule)
    assert.same({}, own:idle())
    assert.equal(example.check(torn).undecided - 1, result.undecided)   -- sums of the row are undecided still
  end)

  it("stands in baselines with fingerprints that still match", function()
    for id, text in pairs{["cells.row_incomplete"] = short, ["structure.row_missing"] = torn} do
      local found = reading(text)[1]
      local own = waivers.new{{rule = id, fingerprint = fingerprint_before(id, found), reason = "已有问题"}}
      assert.equal(1, #example.check(text, {waivers = own}).waived, id)
    end
  end)

  it("waives rows that are told together only where all of them were waived", function()
    local text = torn
    local other = example.row(text, "（一）予以公开")
    text = example.edit(text, other, (other:gsub("\n5\n\n", "\n")))
    local entries = {
      {rule = "structure.row_missing", cell = "applications.not_processed_repeated.total", value = "absent",
       reason = "已核实"},
      {rule = "cells.row_incomplete", cell = "applications.granted.total", value = "unreadable", reason = "已核实"},
    }
    assert.equal(1, #reading(text))
    assert.equal(1, #reading(text, {waivers = waivers.new{entries[1]}}))
    assert.equal(1, #reading(text, {waivers = waivers.new{entries[2]}}))
    assert.equal(0, #reading(text, {waivers = waivers.new(entries)}))
  end)

  it("in a first round is the same finding, not one that is resolved", function()
    local entry = findings.entry(short)
    local json = findings.render("json", {entry})
    local found = reading(short)[1]
    json = json:gsub('"reading%.rows"', '"cells.row_incomplete"')
               :gsub(found.fingerprint, fingerprint_before("cells.row_incomplete", found), 1)
    local compared = assert(rounds.read(json)):compare(entry.name, entry.subject, entry.result)
    for finding in entry.result:findings() do
      if finding.rule == "reading.rows" then assert.equal("open", compared.status[finding]) end
    end
    for _, one in ipairs(compared.resolved) do assert.not_equal("cells.row_incomplete", one.rule) end
  end)
end)

describe("a finding", function()
  it("knows what it was told as before", function()
    local found = reading(short)[1]
    assert.equal("cells.row_incomplete", found.formerly[1].rule)
    local report <close> = assert(govreport.parse(example.text))
    for finding in govreport.check(report):findings() do assert.equal(0, #finding.formerly) end
  end)
end)
