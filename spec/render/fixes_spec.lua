--- Fixes of SARIF: applied to the source they make their finding go, and nothing new comes.

local example = require "spec.support.example"
local explanation = require "govreport.check.explanation"
local findings = require "spec.support.findings"
local fingerprint = require "govreport.check.fingerprint"
local govreport = require "govreport"
local json_reader = require "govreport.base.json_reader"
local rule = require "govreport.check.rule"

local function results_of(report, result)
  local entry = {name = "x.html", subject = fingerprint.subject(report), report = report, result = result}
  return assert(json_reader.decode(findings.render("sarif", {entry}))).runs[1].results
end

-- Where a line and a column, counted in characters, stand in a text.
local function offset_of(text, line, column)
  local at = 1
  for _ = 2, line do at = text:find("\n", at, true) + 1 end
  return utf8.offset(text, column, at)
end

-- The text with a fix applied, by its bytes, which its lines and columns must agree with.
local function applied(text, fix)
  assert.equal(1, #fix.artifactChanges)
  local list = fix.artifactChanges[1].replacements
  table.sort(list, function(a, b) return a.deletedRegion.byteOffset > b.deletedRegion.byteOffset end)
  for _, change in ipairs(list) do
    local at = change.deletedRegion
    assert.equal(at.byteOffset + 1, offset_of(text, at.startLine, at.startColumn))
    assert.equal(at.byteOffset + at.byteLength + 1, offset_of(text, at.endLine, at.endColumn))
    text = text:sub(1, at.byteOffset) .. change.insertedContent.text .. text:sub(at.byteOffset + at.byteLength + 1)
  end
  return text
end

local function fixes_in(text, options)
  local report = assert(govreport.parse(text, {name = "x"}))
  local list = {}
  for _, result in ipairs(results_of(report, govreport.check(report, options))) do
    if result.fixes then list[#list + 1] = {rule = result.ruleId, fix = result.fixes[1]} end
  end
  return list
end

-- The findings of a text, as rule and message.
local function told(text, options)
  local set = {}
  for found in govreport.check(assert(govreport.parse(text, {name = "x"})), options):findings() do
    set[found.rule .. " " .. found.message] = true
  end
  return set
end

describe("a fix", function()
  local count = 0

  for _, own in ipairs(rule.all()) do
    local texts = {}
    local function parse(bytes)
      local report = assert(govreport.parse(bytes, {name = "x"}))
      texts[#texts + 1] = {report = report, bytes = bytes}
      return report
    end
    local result = explanation.example(own) and explanation.run(own, "fails", parse).result
    for _, one in ipairs(result and results_of(result.report, result) or {}) do
      if one.fixes then
        count = count + 1
        it("repairs the example of " .. own.id, function()
          local text
          for _, item in ipairs(texts) do text = item.report == result.report and item.bytes or text end
          local select = {select = {own.id}}
          local before, after = told(text, select), told(applied(text, one.fixes[1]), select)
          local key = one.ruleId .. " " .. one.message.text
          assert.is_true(before[key])
          assert.is_nil(after[key])
          for other in pairs(after) do assert.is_true(before[other] or false, other) end
        end)
      end
    end
  end

  it("is there where one repair does", function() assert.is_true(count >= 5, count .. " fixes") end)

  it("changes all cells of a repair at once", function()
    local row = example.text:match "\n（一）予以公开\n[\n%d]+"
    local text = example.edit(example.text, row, (row:gsub("\n17\n\n3\n", "\n3\n\n17\n")))
    for _, one in ipairs(fixes_in(text)) do
      assert.same({}, told(applied(text, one.fix)))
    end
  end)

  it("says what it changes", function()
    local list = fixes_in(findings.edited{})
    assert.same({"applications.row_total", 1}, {list[1].rule, #list})
    assert.equal("按核对结果更正：“5”改为“4”", list[1].fix.description.text)
    assert.equal("x.html", list[1].fix.artifactChanges[1].artifactLocation.uri)
  end)

  -- The example with its guilty cell printed otherwise.
  local function with_guilty(printed)
    local rest = "\n\n1\n\n0\n\n0\n\n0\n\n0\n\n5\n"
    return findings.edited{{"\n\n5" .. rest, "\n\n" .. printed .. rest}}
  end

  it("keeps what stands beside the number", function()
    for name, case in pairs{unit = {"5件", "4件"}, spaces = {"5 ", "4 "}} do
      local text = with_guilty(case[1])
      local list = fixes_in(text)
      assert.truthy(list[1], name)
      assert.matches("\n\n" .. case[2] .. "\n\n1\n\n0\n", applied(text, list[1].fix), 1, true)
    end
  end)

  it("is none where the place holds more than the number, or other digits", function()
    for _, printed in ipairs{"５", "5（其中2件）"} do
      for _, one in ipairs(fixes_in(with_guilty(printed))) do assert.not_equal("applications.row_total", one.rule) end
    end
  end)

  it("is none in encodings whose bytes are not those that were read", function()
    local pipe = assert(io.popen("iconv -f UTF-8 -t GB18030 " .. findings.name, "r"))
    local text = pipe:read "a"
    pipe:close()
    assert.same({}, fixes_in(text))
  end)
end)
