--- govreport.testing: what tests of rules and forms do, as functions and assertions for programs.

local govreport = require "govreport"
local shell = require "spec.support.shell"
local testing = require "govreport.testing"

local folder = shell.folder()
teardown(function() shell.remove(folder) end)

local function write(name, text)
  local path = folder .. "/" .. name
  shell.write(path, text)
  return path
end

local rules = write("granted.lua", [[
return {id = "my.granted", at_most = {"applications.granted.*", "applications.concluded.*"}}
]])

local form = write("posts.lua", [[
return {
  id = "testing_posts", name = "邮政所简报", sections = {{id = "posts", title = "投递情况"}},
  tables = {{id = "posts", section = "posts",
             rows = {{id = "letters", label = "信件投递量"}, {id = "parcels", label = "包裹投递量"}},
             columns = {{id = "count", label = "本年件数"}}}},
  detect = {labels = {"信件投递量", "包裹投递量"}},
}
]])

local page = [[
<p>一、投递情况</p>
<table><tr><td></td><td>本年件数</td></tr><tr><td>信件投递量</td><td>412</td></tr><tr><td>包裹投递量</td><td></td></tr></table>
]]

local wrong = {form = "cn_disclosure_2021", cells = {["applications.granted.total"] = 5,
                                                     ["applications.concluded.total"] = 3}}

local function case_of(more)
  local case = {}
  for _, part in ipairs{wrong, more} do
    for key, value in pairs(part) do case[key] = value end
  end
  return case
end

describe("testing.finds", function()
  local finds = {{"my.granted", "applications.granted.total", "applications.concluded.total"}}

  it("is true where rules find what they should, and nothing else", function()
    assert.same({true}, {testing.finds(rules, case_of{finds = finds})})
    assert.same({true}, {testing.finds(rules, {form = "cn_disclosure_2021", finds = {}})})
  end)

  it("tells what differs", function()
    local ok, problem = testing.finds(rules, case_of{finds = {}, lang = "en"})
    assert.is_false(ok)
    assert.matches("^expected: nothing; found: my%.granted %(applications%.granted%.total, .*%): ", problem)
  end)

  it("takes a report that is open, or the path of one", function()
    local report = assert(govreport.parse(testing.sample(wrong)))
    assert.is_true(testing.finds(rules, {report = report, finds = finds}))
    assert.is_true(testing.finds(rules, {report = "examples/report.txt", finds = {}}))
  end)

  it("takes a rule, a function, and lists", function()
    local rule = {id = "own.rule", at_most = {"applications.granted.total", "applications.concluded.total"}}
    local function busy(report) report:finding{message = "busy", places = {report.fields.year}} end
    assert.is_true(testing.finds(rule, case_of{finds = {"own.rule"}}))
    assert.is_true(testing.finds(busy, case_of{finds = {"program.rule_1"}}))
    assert.is_true(testing.finds({rules, rule}, case_of{finds = {"my.granted", "own.rule"}}))
  end)

  it("raises for what is not right", function()
    for _, wrong_case in ipairs{
      {rules, {finds = {"my.grantd"}, form = "cn_disclosure_2021"}, "the rules have no 'my.grantd', did you mean"},
      {rules, {form = "cn_disclosure_2021"}, "the key 'finds' is missing"},
      {"no.lua", {finds = {}, form = "cn_disclosure_2021"}, "no.lua"},
      {rules, {finds = {}, form = "cn_disclosure_2012"}, "cn_disclosure_2012"},
    } do
      local ok, problem = pcall(testing.finds, wrong_case[1], wrong_case[2])
      assert.is_false(ok)
      assert.is_truthy(tostring(problem):find(wrong_case[3], 1, true), tostring(problem))
    end
  end)
end)

describe("testing.reads", function()
  it("is true where a form reads what stands there", function()
    local cells = {["posts.letters.count"] = 412, ["posts.parcels.count"] = ""}
    assert.same({true}, {testing.reads(form, {text = page}, cells)})
    assert.same({true}, {testing.reads("testing_posts", {text = page}, {sections = {"posts"}, unaccounted = 0})})
    assert.same({true}, {testing.reads("cn_disclosure_2019", "examples/report.txt", {fields = {year = 2020}})})
  end)

  it("tells what differs", function()
    local ok, problem = testing.reads(form, {text = page}, {["posts.letters.count"] = 413, ["posts.parcels.count"] = 0})
    assert.is_false(ok)
    assert.equal("posts.letters.count: expected 413, found 412; posts.parcels.count: expected 0, found blank", problem)
    ok, problem = testing.reads("cn_disclosure_2021", "examples/report.txt", {})
    assert.same({false, 'form: expected "cn_disclosure_2021", found "cn_disclosure_2019"'}, {ok, problem})
  end)
end)

describe("testing.install", function()
  local luassert = require "luassert"
  testing.install(luassert)

  it("gives assertions that pass", function()
    luassert.finds(rules, case_of{finds = {"my.granted"}})
    luassert.reads(form, {text = page}, {["posts.letters.count"] = 412})
    luassert.is_not.reads(form, {text = page}, {["posts.letters.count"] = 413})
  end)

  it("gives assertions that fail with what differs", function()
    local ok, problem = pcall(luassert.reads, form, {text = page}, {["posts.letters.count"] = 413})
    assert.is_false(ok)
    assert.is_truthy(tostring(problem):find("expected 413, found 412", 1, true), tostring(problem))
  end)
end)

describe("what is wrong in a call of testing", function()
  -- The line of the call and what is raised there.
  local luassert = require "luassert"
  testing.install(luassert)
  local function line() return debug.getinfo(2, "l").currentline end
  local form_of = "cn_disclosure_2021"
  local calls = {
    {line(), function() local ok = testing.finds(rules, {form = form_of, finds = {"my.grantd"}}) return ok end},
    {line(), function() local ok = testing.finds(rules, {form = form_of, fnids = {}}) return ok end},
    {line(), function() local text = testing.sample{from = form_of} return text end},
    {line(), function() local text = testing.sample{form = form_of, cells = {["a.b.c"] = 1}} return text end},
    {line(), function() luassert.finds(rules, {form = form_of, finds = {"my.grantd"}}) end},
  }
  for _, call in ipairs(calls) do
    it("is told at its line: " .. call[1], function()
      local ok, problem = pcall(call[2])
      assert.is_false(ok)
      assert.matches("testing_spec.lua:" .. call[1] .. ": ", tostring(problem), 1, true)
    end)
  end
end)
