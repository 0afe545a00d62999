--- A form that is written from the docs alone, and its slips: what it reads, what facts are called, what its tests and
-- a trace tell of what was not found.

local govreport = require "govreport"
local names = require "govreport.form.names"
local shell = require "spec.support.shell"
local testing = require "govreport.testing"

local folder = shell.folder()
teardown(function() shell.remove(folder) end)

local function write(name, text)
  local path = folder .. "/" .. name
  shell.write(path, text)
  return path
end

govreport.load_forms{write("fire.lua", [[
local readers = require "govreport.readers"
local grammar = require "govreport.grammar"
local head = readers.titled "年度工作报表"
return {
  id = "spec_fire", name = "消防救援年报",
  sections = {{id = "calls", title = "出警情况"}, {id = "other", title = "其他说明"}},
  tables = {{
    id = "calls", section = "calls", columns = {{id = "count", label = "出警次数"}},
    rows = {{id = "fires", label = "扑救火灾"}, {id = "rescues", label = "抢险救援"}},
  }},
  detect = {labels = {"扑救火灾", "抢险救援"}, words = {"消防救援大队"}, least = 2},
  fields = {"title", "agency", "year", "reporter", "phone", "reviewer", "signatory", "signed_on"},
  names = {phone = {zh = "联系电话", en = "phone number"}, reviewer = "审核人"},
  readers = {
    head.title, head.metadata{reporter = {"填报人"}, phone = {"联系电话"}},
    readers.field("reviewer", "name", grammar.pair "审核人", "tail"), readers.sign_off,
  },
}
]])}

-- A report with something else in place of what stands in it.
local function report(changes)
  local text = [[
清沅县消防救援大队2024年度工作报表

单位代码：A12　填报人：何川　联系电话：0999-8000123　报送日期：2025年1月3日

一、出警情况

| 项目 | 出警次数 |
|---|---|
| 扑救火灾 | 31 |
| 抢险救援 | 12 |

二、其他说明

没有需要说明的。

审核人：周明　值班室：三楼

清沅县消防救援大队

2025年1月6日
]]
  for from, to in pairs(changes or {}) do
    local count
    text, count = text:gsub(from, to)
    assert.equal(from == "清沅县消防救援大队" and 2 or 1, count)
  end
  return text
end

local all = {title = "清沅县消防救援大队2024年度工作报表", agency = "清沅县消防救援大队", year = 2024, reporter = "何川",
             phone = "0999-8000123", reviewer = "周明", signatory = "清沅县消防救援大队", signed_on = "2025-01-06"}

describe("a form of one's own", function()
  it("reads all facts between labels that it does not list", function()
    assert.same({true}, {testing.reads("spec_fire", {text = report()}, {fields = all, unaccounted = 0})})
  end)

  it("reads titles with the year's words in front, behind or once more", function()
    for _, title in ipairs{"清沅县消防救援大队2024年年度工作报表", "2024年度清沅县消防救援大队工作报表",
                           "清沅县消防救援大队年度工作报表（2024年）", "清沅县消防救援大队2024年工作报表"} do
      local text = report{["清沅县消防救援大队2024年度工作报表"] = title}
      assert.same({true}, {testing.reads("spec_fire", {text = text},
                                         {fields = {title = title, agency = all.agency, year = 2024}})})
    end
  end)

  it("leaves the sign-off out of the text of its last part", function()
    local text = assert(govreport.parse(report())):section("other").text
    assert.is_nil(text:find("消防", 1, true))
    assert.is_nil(text:find("2025", 1, true))
  end)

  it("names its facts, else as is usual, else by a label, else by id", function()
    local declared = require("govreport.form").declared "spec_fire"
    assert.same({zh = "联系电话", en = "phone number"}, names.field(declared, "phone"))
    assert.same({zh = "审核人", en = "审核人"}, names.field(declared, "reviewer"))
    assert.same({zh = "落款机关", en = "signatory"}, names.field(declared, "signatory"))
    assert.same({zh = "填报人", en = "填报人"}, names.field(declared, "reporter"))
    assert.same({zh = "badge", en = "badge"}, names.field(declared, "badge"))
  end)

  it("has those names in findings", function()
    local rule = {id = "own.phone", present = {"fields.phone"}}
    local lacking = assert(govreport.parse(report{["　联系电话：0999%-8000123"] = ""}))
    local found = govreport.check(lacking, {rules = {rule}, select = {"own"}, lang = "zh"}):findings()()
    assert.matches("联系电话", found.message, 1, true)
    assert.is_nil(found.message:find("phone", 1, true))
  end)
end)

-- What is changed; the fact or row, what stands in its place and where, what it is near to.
local slips = {
  {{["填报人"] = "填报入"}, "reporter", "填报入", 3, "填报人"},
  {{["联系电话"] = "联系电活"}, "phone", "联系电活", 3, "联系电话"},
  {{["审核人"] = "审合人"}, "reviewer", "审合人", 16, "审核人"},
  {{["年度工作报表"] = "年度工作报告"}, "title", "工作报告", 1, "年度工作报表"},
  {{["年度工作报表"] = "年度工作报告"}, "year", "工作报告", 1, "年度工作报表"},
}

describe("a slip of a character", function()
  for _, slip in ipairs(slips) do
    it(("is told by a trace for %s: %s"):format(slip[2], slip[3]), function()
      local trace = assert(govreport.trace(report(slip[1])))
      for i = 1, #trace do
        local event = trace[i]
        if event.group == "fields" and event.subject == slip[2] and event.near then
          assert.same({slip[3], slip[4], slip[5]}, {event.near.text, event.near.place.line, event.near.nearest})
          return
        end
      end
      error "no event tells of it"
    end)

    it(("is told by a test for %s: %s"):format(slip[2], slip[3]), function()
      local _, problem = testing.reads("spec_fire", {text = report(slip[1])}, {fields = {[slip[2]] = "x"}})
      assert.matches(slip[3], problem, 1, true)
      assert.matches("line " .. slip[4], problem, 1, true)
    end)
  end

  it("in front of the date is told for who signs", function()
    local text = report{["清沅县消防救援大队\n\n2025"] = "商会联盟之友\n\n2025"}
    local trace = assert(govreport.trace(text))
    for i = 1, #trace do
      local event = trace[i]
      if event.subject == "signatory" then
        assert.same({"field_missing_name", "商会联盟之友", 18}, {event.kind, event.text, event.place.line})
        return
      end
    end
    error "no event tells of it"
  end)

  it("in labels and words that tell the form is told by 'why' and by a test", function()
    local text = report{["抢险救援"] = "枪险救援", ["扑救火灾"] = "扑就火灾"}
    local document = assert(govreport.read(write("slip.md", text)))
    local missing
    for _, entry in ipairs(govreport.why(document)) do
      if entry.id == "spec_fire" then missing = entry.missing end
    end
    assert.same({{"labels", "扑救火灾", "扑就火灾", 1}, {"labels", "抢险救援", "枪险救援", 1}},
      {{missing[1].what, missing[1].text, missing[1].near, missing[1].differences},
       {missing[2].what, missing[2].text, missing[2].near, missing[2].differences}})
    local _, problem = testing.reads("spec_fire", folder .. "/slip.md", {unaccounted = 0})
    assert.matches("“扑救火灾”, the nearest is “扑就火灾”", problem, 1, true)
  end)
end)

describe("a file of tests", function()
  local function run(case, lang)
    local head = "return {\n  forms = {},\n  {name = 'own', form = 'spec_fire',\n"
    local path = write("fire_test.lua", head .. case .. "},\n}\n")
    return testing.run_forms(path, lang)[1].problem
  end

  it("names the line of what differs", function()
    write("fire.md", report())
    assert.matches("fire_test.lua:6: fields.phone: expected", run(
      "   file = 'fire.md',\n   fields = {reporter = '何川',\n     phone = 'x'}", "en"), 1, true)
    assert.matches("fire_test.lua:6: calls.fires.count: expected 30, found 31", run(
      "   file = 'fire.md',\n   cells = {\n     ['calls.fires.count'] = 30}", "en"), 1, true)
  end)

  it("speaks of missing files in its language", function()
    assert.matches("no such file", run("   file = 'gone.md'", "en"), 1, true)
    assert.is_nil(run("   file = 'gone.md'", "zh"):find("no such file", 1, true))
  end)
end)

describe("a sample", function()
  it("has the title that its form reads", function()
    local read = assert(govreport.parse(testing.sample{form = "spec_fire", agency = "清沅县消防救援大队", year = 2023}))
    assert.same({"清沅县消防救援大队2023年度工作报表", "清沅县消防救援大队", 2023}, {read.title, read.agency, read.year})
  end)

  it("is compared with that of the year before", function()
    local rule = {id = "own.jump", change = {"calls.fires.count", "+50%"},
                  message = {zh = "{before} → {now}，{change}", en = "{before} → {now}, {change}"}}
    local case = {form = "spec_fire", cells = {["calls.fires.count"] = 31}, finds = {"own.jump"},
                  previous = {cells = {["calls.fires.count"] = 10}}}
    assert.same({true}, {testing.finds(rule, case)})
    case.previous.year = 2019
    local _, problem = testing.finds(rule, case)
    assert.matches("'previous' was not compared", problem, 1, true)
  end)

  it("says why it was not, where its form reads no body", function()
    local bare = govreport.form{
      id = "spec_bare", name = "消防简报", detect = {labels = {"水带条数"}},
      tables = {{id = "hoses", columns = {{id = "n", label = "条数"}}, rows = {{id = "all", label = "水带条数"}}}}}
    local _, problem = testing.finds({id = "own.jump", at_most = {"hoses.all.n", "hoses.all.n"}},
      {form = bare.id, finds = {}, previous = {cells = {["hoses.all.n"] = 1}}})
    assert.matches("this report is of no body, no year", problem, 1, true)
  end)

  for _, form in ipairs{"cn_disclosure_2021", "cn_disclosure_2019", "cn_disclosure_2014", "cn_website_annual",
                        "cn_budget_three_public", "spec_fire"} do
    it("with usual prose is clean under all rules: " .. form, function()
      local result = govreport.check(assert(govreport.parse(testing.sample{form = form, prose = true})))
      local found = {}
      for finding in result:findings() do found[#found + 1] = finding.rule end
      assert.same({{}, "pass"}, {found, result.verdict})
    end)
  end
end)
