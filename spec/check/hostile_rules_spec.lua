--- Rules that would never end, or take all there is: each is told, and the rule beside it runs.

local example = require "spec.support.example"
local govreport = require "govreport"
local process = require "govreport.process"
local script = require "govreport.form.script"
local shell = require "spec.support.shell"

local beside = [[
return {id = "beside.ran", severity = "info", message = "ran {what}", check = function(report)
  assert(("abc"):find("b") == 2 and ("x"):rep(3) == "xxx")
  local l = require "lpeg"
  assert(l.P{"(" * l.V(1)^0 * ")" + l.R"az"^1}:match "((ab))" == 7)
  report:finding{fields = {what = "well"}}
end}
]]

-- Name, what the rule does, what is said of it; nil where nothing is wrong.
local hostile = {
  {"a loop", "while true do end", "needs more than %d+ instructions"},
  {"a loop that catches", "while true do pcall(function() while true do end end) end", "needs more than"},
  {"a recursion that catches", "local function f() pcall(f) pcall(f) end f()", "needs more than"},
  {"a text that doubles", 'local s = "x" while true do s = s .. s end', "needs more than %d+ MB of memory"},
  {"a text that replacing makes long", 'local s = ("a"):rep(1e5) while true do s = s:gsub(".", "%0%0%0%0") end',
   "needs more"},
  {"texts that are put together", 'local t = {("x"):rep(1e6)} while true do t[#t + 1] = table.concat(t) end',
   "needs more"},
  {"a table without end", "local t = {} while true do t = {t} end", "needs more than"},
  {"captures that become long",
   'local l = require "lpeg" l.Cs((l.P(1) / ("y"):rep(1e5))^0):match(("a"):rep(1e5))', "memory"},
  {"memory that is refused again and again", 'while true do pcall(string.rep, "x", 1 << 25) end', "needs more than"},
  {"a pattern of Lua", '("a"):rep(600):find(".-.-.-.-b")', "may take more than"},
  {"patterns that cost each little enough", 'local s = ("a"):rep(3000) while true do s:find("a-b") end', "needs more"},
  {"a plain search", 'local s = ("a"):rep(1e5) while true do s:find("aab", 1, true) end', "needs more"},
  {"a match of words", 'local s, p = ("a"):rep(1e5), require("lpeg").P("a")^0 while true do p:match(s) end',
   "needs more"},
  {"repetitions of repetitions",
   'local l = require "lpeg" local p = l.P"a"^0 * "b" for _ = 1, 4 do p = (1 - p)^0 * "b" end p:match(("a"):rep(2000))',
   "needs more"},
  {"a grammar that is tried both ways",
   'local l = require "lpeg" l.P{"a" * l.V(1) * "b" + "a" * l.V(1) * "c" + "d"}:match(("a"):rep(60) .. "d")',
   "needs more"},
  {"a capture that loops", 'require("lpeg").Cmt(true, function() while true do end end):match("x")', "needs more"},
  {"sorting", "local t = {} for i = 1, 10000 do t[i] = i end while true do table.sort(t) end", "needs more"},
  {"inserting in front", "local t = {} for i = 1, 1e9 do table.insert(t, 1, i) end", "needs more"},
  {"counting characters", 'local s = ("a"):rep(1e5) while true do utf8.len(s) end', "needs more"},
  {"long texts for a function of ours", 'local s = ("a"):rep(1e5) while true do report:folded(s) end', "needs more"},
  {"many arguments", "local function f(...) return select('#', ...) end local t = {} for i = 1, 1000 do t[i] = i end "
   .. "while true do f(table.unpack(t)) end", "needs more"},
  {"a pattern in itself", 'local p = require("lpeg").P(1) for _ = 1, 60000 do p = -p end', "more than"},
  {"an error that is a table", "error({})", "own.hostile failed: the rule raised a table"},
  {"what it changes of strings and patterns",
   "for k in pairs(string) do string[k] = nil end for k in pairs(require 'lpeg') do require('lpeg')[k] = nil end", nil},
}

describe("beside a rule with", function()
  local folder, budget, whole, bytes
  setup(function() folder = shell.folder() end)
  teardown(function() shell.remove(folder) end)
  before_each(function()
    budget, whole, bytes = script.budget, script.budget_of_document, script.most_bytes
    script.budget, script.budget_of_document, script.most_bytes = 6000000, 24000000, 32 << 20
  end)
  after_each(function() script.budget, script.budget_of_document, script.most_bytes = budget, whole, bytes end)

  for _, case in ipairs(hostile) do
    it(case[1] .. " another one runs", function()
      local own, other = folder .. "/own.lua", folder .. "/other.lua"
      shell.write(own, 'return {id = "own.hostile", severity = "info", message = "x", check = function(report)\n'
                       .. case[2] .. "\nend}")
      shell.write(other, beside)
      local report <close> = example.report(example.text)
      local result = govreport.check(report, {rules = {own, other}, select = {"own", "beside"}, lang = "en"})
      local ran, failed
      for found in result:findings() do
        if found.rule == "beside.ran" then ran = found.message end
        if found.rule == "own.hostile" then failed = found.message end
      end
      assert.equal("ran well", ran)
      if case[3] == nil then return assert.is_nil(failed) end
      assert.matches(case[3], failed)
      assert.is_function(("").dump)
    end)
  end
end)

describe("--isolate", function()
  local folder
  setup(function() folder = shell.folder() end)
  teardown(function() shell.remove(folder) end)

  local function check(rule)
    shell.write(folder .. "/own.lua", rule)
    shell.write(folder .. "/other.lua", beside)
    return shell.govreport(("check --lang en --no-config --isolate --rules %s/own.lua --rules %s/other.lua "
                            .. "--select own --select beside examples/report.txt"):format(folder, folder))
  end

  it("runs rules as without it", function()
    local code, out = check [[return {id = "own.fine", severity = "warning", message = "fine", check = function(report)
      report:finding{}
    end}]]
    assert.equal(0, code)
    assert.matches("fine", out)
    assert.matches("ran well", out)
  end)

  it("tells of what is stopped, and runs the others", function()
    local code, out, err = check [[return {id = "own.loop", message = "x", check = function() while true do end end}]]
    assert.equal("", err)
    assert.equal(3, code)
    assert.matches("rule own.loop failed", out)
    assert.matches("ran well", out)
  end)

  it("tells of a script that does not end while it is loaded", function()
    local code, _, err = check "while true do end"
    assert.equal(2, code)
    assert.matches("own.lua", err)
  end)

  -- Without budgets of ours: what is left is the process.
  local function run_without_budgets(rules)
    for i, rule in ipairs(rules) do shell.write(("%s/rule%d.lua"):format(folder, i), rule) end
    shell.write(folder .. "/program.lua", ([[
      package.path, package.cpath = %q, %q
      local script, isolate = require "govreport.form.script", require "govreport.cli.isolate"
      script.budget, script.budget_of_document, script.most_seconds = 1 << 50, 1 << 52, 1e5
      isolate.cpu_seconds = 0.3
      assert(isolate.begin("en"))
      local govreport, paths = require "govreport", {}
      for i = 1, %d do paths[i] = %q .. "/rule" .. i .. ".lua" end
      local report = assert(govreport.open "examples/report.txt")
      for _ = 1, 2 do
        local result = govreport.check(report, {rules = paths, select = {"own"}, lang = "en"})
        for found in result:findings() do print(found.rule, (found.message:gsub("/.*/", ""))) end
      end
    ]]):format(package.path, package.cpath, #rules, folder))
    local result = assert(process.run({"lua5.4", folder .. "/program.lua"}, {seconds = 100}))
    assert.same({"exit", 0, ""}, {result.ended, result.status, result.err})
    return result.out
  end

  it("tries no more where four have ended their process", function()
    local rules = {}
    for i = 1, 6 do
      rules[i] = ('return {id = "own.loop%d", message = "x", check = function() while true do end end}'):format(i)
    end
    local out, stopped, left = run_without_budgets(rules), 0, 0
    for line in out:gmatch "[^\n]+" do
      if line:find "stopped: it needs" then stopped = stopped + 1 end
      if line:find "not run: 4 scripts" then left = left + 1 end
    end
    assert.same({8, 4}, {stopped, left})   -- the report is checked twice
  end)

  it("needs no budget", function()
    local one = [[
      own.loop1	rule own.loop1 failed: rule1.lua: stopped: it needs more than 0 seconds
      own.loop2	rule own.loop2 failed: rule3.lua: stopped: it needs more than 0 seconds
      own.ran	ran
    ]]
    one = one:gsub("\n +", "\n"):gsub("^ +", "")
    assert.equal(one:rep(2), run_without_budgets{
      'return {id = "own.loop1", message = "x", check = function() while true do end end}',
      'return {id = "own.ran", message = "ran", severity = "info", check = function(report) report:finding{} end}',
      'return {id = "own.loop2", message = "x", check = function() while true do end end}'})
  end)
end)
