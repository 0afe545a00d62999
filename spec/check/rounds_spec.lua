--- Two rounds of checking, and the fingerprints by which they are compared.

local findings = require "spec.support.findings"
local fingerprint = require "govreport.check.fingerprint"
local model = require "govreport.explanations.model"
local rounds = require "govreport.check.rounds"
local sample = require "govreport.form.sample"

-- The states of the findings of the second text, by rule, and the rules of those that are resolved.
local function compare(first, second)
  local old = assert(rounds.read(findings.render("json", {findings.entry(first)})))
  local entry = findings.entry(second)
  local compared = assert(old:compare(entry.name, entry.subject, entry.result))
  local states, resolved = {}, {}
  for found in entry.result:findings() do
    states[#states + 1] = found.rule .. " " .. compared.status[found]
  end
  for i, one in ipairs(compared.resolved) do resolved[i] = one.rule end
  return states, resolved
end

local function with_cells(cells)
  local options = model.of("cn_disclosure_2021")
  for address, value in pairs(cells) do options.cells[address] = value end
  return sample.text(options)
end

describe("a second round", function()
  it("of the same report has everything open", function()
    local states, resolved = compare()
    assert.equal(5, #states)
    for _, state in ipairs(states) do assert.matches(" open$", state) end
    assert.same({}, resolved)
  end)

  it("tells what is resolved, open, changed and new", function()
    local states, resolved = compare(nil, findings.edited{
      {"五部分组成", "六部分组成"}, {"2019年1月1日至2019年12月31日", "2018年1月1日至2018年12月31日"}, {"  六、其他", "  五、其他"}})
    assert.same({"structure.parts_announced"}, resolved)
    local seen = {}
    for _, state in ipairs(states) do seen[state] = true end
    assert.is_true(seen["metadata.period changed"])
    assert.is_true(seen["structure.section_ordinal open"] and seen["structure.section_ordinal new"])
    assert.is_true(seen["disputes.total open"])
  end)

  it("takes some of the cells for the same finding, changed", function()
    local blank = {["disputes.reconsideration.corrected"] = "", ["disputes.reconsideration.pending"] = ""}
    local states, resolved = compare(with_cells(blank),
                                     with_cells{["disputes.reconsideration.pending"] = ""})
    local seen = {}
    for _, state in ipairs(states) do seen[state] = true end
    assert.is_true(seen["cells.blank changed"])
    assert.same({}, resolved)
  end)

  it("knows a report by its agency and year, whatever the file is called", function()
    local old = assert(rounds.read(findings.render("json", {findings.entry()})))
    local entry = findings.entry()
    assert.truthy(old:compare("other.txt", entry.subject, entry.result))
    assert.truthy(old:compare(entry.name, "0", entry.result))
    assert.is_nil(old:compare("other.txt", "0", entry.result))
  end)
end)

describe("reports of the first round that are absent", function()
  local function read(files)
    local list = {}
    for i, own in ipairs(files) do
      list[i] = ('{"name": "%s", "subject": "%s", "agency": "%s", "year": 2020, "title": "", "findings": []}'):format(
        own[1], own[2], own[3])
    end
    list[#list + 1] = '{"name": "unread.txt", "failure": {"code": "input.empty", "message": "x"}}'
    return assert(rounds.read(('{"schema": "govreport.findings/1", "files": [%s]}'):format(table.concat(list, ","))))
  end
  local first = read{{"a.txt", "1", "甲县财政局"}, {"b.txt", "2", "甲县水务局"}, {"b2.txt", "2", "甲县水务局"}}

  local cases = {
    {"none where all are there", {{name = "x", subject = "1"}, {name = "y", subject = "2"}}, {}},
    {"all where nothing is", {}, {"a.txt", "b.txt", "b2.txt"}},
    {"by body and year, whatever the files are called", {{name = "a.txt", subject = "2"}}, {"a.txt"}},
    {"not where the file was not read this time", {{name = "a.txt"}, {name = "y", subject = "2"}}, {}},
    {"not where the file has another subject now", {{name = "a.txt", subject = "9"}, {name = "y", subject = "2"}}, {}},
    {"but where another file was not read", {{name = "c.txt"}, {name = "y", subject = "2"}}, {"a.txt"}},
  }
  for _, case in ipairs(cases) do
    it("are " .. case[1], function()
      local names = {}
      for i, old in ipairs(first:absent(case[2])) do names[i] = old.name end
      assert.same(case[3], names)
    end)
  end

  it("are told with what is known of them", function()
    assert.same({name = "a.txt", agency = "甲县财政局", year = 2020}, first:absent({{name = "b.txt", subject = "2"}})[1])
  end)
end)

describe("a first round that is none", function()
  local cases = {
    {"", "since.syntax"}, {"{", "since.syntax"}, {"{}", "since.schema"}, {"[]", "since.schema"}, {"3", "since.schema"},
    {'{"schema": "govreport.report/1"}', "since.schema"}, {'{"schema": "govreport.findings/1"}', "since.schema"},
    {'{"schema": "govreport.findings/1", "files": [3]}', "since.schema", "files[1]"},
    {'{"schema": "govreport.findings/1", "files": {"a": 1}}', "since.schema", "files"},
    {'{"schema": "govreport.findings/1", "files": [{"name": "x", "findings": 7}]}', "since.schema",
     "files[1].findings"},
    {('{"schema": "govreport.findings/1", "files": [{"name": "x", "findings": [{"rule": "a", "severity": "error", '
      .. '"messages": {"zh": "a", "en": "a"}, "cells": 5, "fingerprint": "%s"}]}]}'):format(
       "0123456789abcdef.0123456789abcdef"),
     "since.schema", "files[1].findings[1].cells"},
    {'{"schema": "\xFF"}', "since.syntax"},
    {'{"schema": "govreport.findings/1", "files": [{"name": "x", "findings": [{"rule": "a"}]}]}', "since.schema"},
  }
  for _, case in ipairs(cases) do
    it("is told of '" .. case[1] .. "'", function()
      local read, code, fields = rounds.read(case[1])
      assert.is_nil(read)
      assert.equal(case[2], code)
      if case[3] then assert.equal(case[3], fields.place) end
    end)
  end
end)

describe("a fingerprint", function()
  local function of(text, rule)
    for found in findings.entry(text).result:findings() do
      if found.rule == rule then return found end
    end
  end

  it("is FNV-1a of 64 bits", function()
    assert.equal("cbf29ce484222325", fingerprint.hash(""))
    assert.equal("af63dc4c8601ec8c", fingerprint.hash("a"))
    assert.equal("85944171f73967e8", fingerprint.hash("foobar"))
  end)

  it("is key and value", function()
    local found = of(nil, "disputes.total")
    assert.equal(fingerprint.key(found) .. "." .. fingerprint.value(found), found.fingerprint)
    assert.equal(fingerprint.key(found), fingerprint.key_of(found.fingerprint))
  end)

  it("keeps its key and changes its value when a cell changes", function()
    local before = of(nil, "applications.row_total")
    local after = of(findings.edited{findings.other_cell}, "applications.row_total")
    assert.equal(fingerprint.key(before), fingerprint.key(after))
    assert.not_equal(fingerprint.value(before), fingerprint.value(after))
  end)

  it("tells findings without cells and places apart by what they say", function()
    local text = findings.edited{{"  五、存在的主要问题及改进情况\n\n", ""}}
    local first = of(text, "structure.section_missing")
    local second = of(findings.edited{{"  六、其他需要报告的事项\n\n", ""}}, "structure.section_missing")
    assert.not_equal(fingerprint.key(first), fingerprint.key(second))
  end)

  it("numbers what is the same", function()
    assert.same({"a:1", "b:1", "a:2"}, fingerprint.number{"a", "b", "a"})
  end)
end)
