--- Scripts that people write: what they see, what stops them, where their mistakes stand.

local core = require "govreport.core"
local script = require "govreport.form.script"

local function run(text) return script.run(text, "own.lua") end

describe("a script", function()
  it("returns a value and a locator", function()
    local value, where = run 'return {\n  {id = "a.b",\n   message = "x"},\n  {id = "a.c", message = "y"},\n}'
    assert.equal("a.c", value[2].id)
    assert.equal("own.lua:2", where("a.b"))
    assert.equal("own.lua:3", where("a.b", "message"))
    assert.equal("own.lua:4", where("a.c", "message"))
    assert.equal("own.lua:4", where("a.c", "severity"))   -- where the entry begins
    assert.equal("own.lua", where())
  end)

  for name, text in pairs{
    io = "return io.open", os = "return os.exit", load = "return load('return 1')", dofile = "return dofile('x')",
    package = "return package.path", debug = "return debug.sethook", coroutine = "return coroutine.create",
    metatable = "return getmetatable('').__index", collectgarbage = "return collectgarbage('stop')",
    core = "return require('govreport.core')", dump = "return string.dump(function() end)",
  } do
    it("has no " .. name, function()
      local value, problem = run(text)
      assert.is_nil(value)
      assert.matches("^own.lua:", problem)
    end)
  end

  it("has the libraries of text and numbers, lpeg, and the toolkit for grammars", function()
    local value = run [[
      local lpeg, grammar = require "lpeg", require "govreport.grammar"
      return {("x"):rep(3), math.max(1, 2), utf8.len("件"), lpeg.P(grammar.digit^1):match("12x"), select("#", 1, 2)}
    ]]
    assert.same({"xxx", 2, 1, 3, 2}, value)
  end)

  it("changes nothing that another one sees", function()
    assert.is_truthy(run "string.own = 1; math.own = 1; require('lpeg').own = 1; return 1")
    assert.same({}, run "return {string.own, math.own, require('lpeg').own}")
    assert.is_nil(rawget(string, "own"))
    assert.is_nil(rawget(_G, "own"))
  end)

  for name, text in pairs{
    ["a loop"] = "while true do end", ["a loop that catches"] = "while true do pcall(error) end",
    ["a loop in what is caught"] = "pcall(function() while true do end end) return 1",
    ["a recursion"] = "local function f() return f() end return f()",
  } do
    it("is stopped in " .. name, function()
      local before = script.budget
      script.budget = 100000
      local value, problem = run(text)
      script.budget = before
      assert.is_nil(value)
      assert.equal("own.lua:1: needs more than 100000 instructions", problem)
    end)
  end

  it("is told of by file and line", function()
    assert.matches("^own.lua:2: ", select(2, run "\nx = = 1"))
    assert.matches("^own.lua:3: gone$", select(2, run "\n\nerror('gone')"))
    assert.matches("none.lua", select(2, script.load "none.lua"))
    assert.equal("own.lua: gone", select(2, run "error('gone', 0)"))
    assert.equal("own.lua:1: x" .. ("年"):rep(1329) .. "…", select(2, run "error('x' .. ('年'):rep(100000))"))
  end)

  it("is told of the line that asks our modules for what they do not have, or gives them what is wrong", function()
    assert.equal("own.lua:2: govreport.readers has no 'signoff', did you mean 'sign_off'?",
                 select(2, run "local readers = require 'govreport.readers'\nreturn readers.signoff"))
    assert.equal("own.lua:2: the template “服务{年报|报告” has a “{” without its “}”",
                 select(2, run "local readers = require 'govreport.readers'\nlocal head = readers.titled '服务{年报|报告'"))
    assert.matches("^own.lua:1: .*kind 'string' is none of .*",
                   select(2, run "local x = require('govreport.readers').field('phone', 'string', 'x')"))
  end)

  it("may begin with the mark of UTF-8 or a line for a shell, and keeps its lines", function()
    assert.equal(1, (run "\xEF\xBB\xBFreturn 1"))
    assert.matches("^own.lua:2: ", select(2, run "#!/usr/bin/env lua\nx = = 1"))
  end)

  it("is told of the line that is not in UTF-8", function()
    assert.matches("^own.lua:2: the script is not in UTF%-8", select(2, run "return {\n  message = '\xC1\xBF'}"))
  end)

  it("is told of that it returns nothing", function()
    assert.matches("^own.lua:2: the script returns nothing", select(2, run "local x =\n  {}\n\n"))
    assert.matches("^own.lua:1: ", select(2, run("local x --" .. (" "):rep(300000) .. "y")))   -- in no time
  end)

  it("is told of what it returns that nobody can copy", function()
    local _, problem = run "local t = {} for i = 1, 300000 do t = {t} end return t"
    assert.matches("^own.lua: .*stack overflow", problem)
  end)
end)

describe("a budget", function()
  local function budget(steps, bytes, seconds) return core.budget(steps or 1000000, bytes or 1 << 26, seconds or 60) end

  -- What a call on it gives; at most so many steps.
  local function limited(most, f, ...) return core.limited(budget(), most, f, ...) end

  it("gives what the function gives", function()
    assert.same({true, 1, nil, 3}, {limited(10000, function(...) return ... end, 1, nil, 3)})
    assert.same({false, "no"}, {limited(10000, error, "no", 0)})
    assert.same({true}, {limited(10000, function() end)})
  end)

  it("is spent by too many instructions, and only then", function()
    local function count(n)
      for _ = 1, n do end   -- one instruction each
    end
    assert.is_true((limited(20000, count, 18000)))
    local ok, problem, reason, places = limited(20000, count, 22000)
    assert.same({false, core.spent, "steps"}, {ok, problem, reason})
    assert.matches("^[^\n]*script_spec.lua:%d+\n", places)
  end)

  it("looks at the time more often where an instruction may take long", function()
    local begin = os.clock()
    local ok, problem, reason = core.limited(budget(100000000, 1 << 30, 0.1), 100000000, function()
      local digits = ("1"):rep(20 << 20)
      while true do tonumber(digits) end
    end)
    assert.same({false, core.spent, "time"}, {ok, problem, reason})
    assert.is_true(os.clock() - begin < 3)
  end)

  it("stays spent, whoever catches that", function()
    local caught = 0
    local function count() for _ = 1, 20000 do end end
    local ok, problem = limited(10000, function()
      for _ = 1, 3 do
        pcall(count)
        caught = caught + 1
      end
    end)
    assert.same({false, core.spent, 0}, {ok, problem, caught})
  end)

  it("is not made anew by a call in a call", function()
    local own, inner = budget(100000), 0
    local function count() for _ = 1, 5000 do end end
    local ok, problem = core.limited(own, 50000, function()
      for _ = 1, 100 do
        core.limited(budget(), 1000000, count)
        inner = inner + 1
      end
    end)
    assert.same({false, core.spent}, {ok, problem})
    assert.is_true(inner < 10)
    assert.is_true(core.steps_left(own) < 60000)
  end)

  it("is that of all calls on it", function()
    local own, calls = budget(100000), 0
    local function count() for _ = 1, 8000 do end end
    while core.limited(own, 50000, count) do calls = calls + 1 end
    assert.is_true(calls >= 10 and calls <= 12)
    assert.is_true(core.steps_left(own) < 0)
    assert.is_false((core.limited(own, 50000, function() return true end)))
  end)

  it("is charged for short calls too", function()
    local own = budget(100000)
    for _ = 1, 50 do core.limited(own, 5000, function() end) end
    assert.equal(50000, core.steps_left(own))
  end)

  it("is charged for what a call of C will do, and then raises", function()
    local own, reached = budget(), false
    local ok, problem, reason = core.limited(own, 100000, function()
      core.charge(5000)
      pcall(core.charge, 1e18)
      reached = true
    end)
    assert.same({false, core.spent, "steps", false}, {ok, problem, reason, reached})
    assert.is_true(core.steps_left(own) < 0)
    core.charge(1e18)   -- no script runs
    assert.is_false(core.charge(10, budget()))
    assert.is_true(core.charge(1e7, budget()))
  end)

  local function deeper(list)
    while true do list = {list} end
  end

  for name, grow in pairs{
    tables = function() return deeper({}) end,
    texts = function() local text = "x" while true do text = text .. text end end,
    ["texts of one call"] = function() return string.rep("x", 1 << 30) end,
  } do
    it("bounds the memory of " .. name, function()
      local before = collectgarbage("count")
      local ok, problem, reason = core.limited(budget(1 << 40, 8 << 20), 1 << 40, grow)
      assert.same({false, core.spent, "memory"}, {ok, problem, reason})
      collectgarbage()
      collectgarbage()
      assert.is_true(collectgarbage("count") < before + 1024)
      assert.equal(1 << 24, #("x"):rep(1 << 24))   -- afterwards there is no bound
    end)
  end

  it("leaves room for a pattern to be compiled, or does not match", function()
    local code = [[
      local l, list, kept = require "lpeg", {}, {}
      for i = 1, 50 do kept[i] = (l.P"a" + l.P"bc" * l.P(("x"):rep(2000)))^0 * tostring(i) end
      local function fill() while true do list = {list, ("x"):rep(1000)} end end
      pcall(fill)
      for _ = 1, 100 do list = list[1] end
      for i = 1, 50 do pcall(function() kept[i]:match "aa" end) end
      list = nil
      return kept
    ]]
    local before = script.most_bytes
    script.most_bytes = 8 << 20
    local kept = assert(run(code))
    script.most_bytes = before
    for i, pattern in ipairs(kept or {}) do
      assert.equal(#tostring(i) + 3, require("lpeg").match(pattern, "aa" .. i))
    end
    assert.equal(50, #kept)
  end)

  it("ends a script that goes on without memory", function()
    local ok, problem = core.limited(budget(50000000, 1 << 20), 50000000, function()
      while true do pcall(string.rep, "x", 1 << 24) end
    end)
    assert.same({false, core.spent}, {ok, problem})
  end)

  it("ends by the time of a processor what no step is charged for", function()
    local one, other = ("x"):rep(1 << 22), ("x"):rep(1 << 22)
    local ok, problem, reason = core.limited(budget(1 << 50, 1 << 26, 0.05), 1 << 50, function()
      while one == other do end
    end)
    assert.same({false, core.spent, "time"}, {ok, problem, reason})
  end)

  it("leaves the hook that was there", function()
    local hits = 0
    debug.sethook(function() hits = hits + 1 end, "", 100)
    limited(5000, function() end)
    for _ = 1, 1000 do end
    local hook = debug.gethook()
    debug.sethook()
    assert.equal("function", type(hook))
    assert.is_true(hits > 0)
  end)

  it("is numbers", function()
    assert.error_matches(function() limited(0, print) end, "number of steps")
    assert.error_matches(function() core.limited(budget(), 1) end, "value expected")
    assert.error_matches(function() core.limited(1, 1, print) end, "govreport.Budget expected")
    assert.error_matches(function() core.budget(0, 1, 1) end, "number of steps")
    assert.error_matches(function() core.budget(1, 0, 1) end, "number of bytes")
    assert.error_matches(function() core.budget(1, 1, -1) end, "number of seconds")
  end)
end)

describe("the scripts of a document", function()
  local budget, whole = script.budget, script.budget_of_document
  before_each(function() script.budget, script.budget_of_document = 100000, 250000 end)
  after_each(function() script.budget, script.budget_of_document = budget, whole end)

  it("share a budget", function()
    local _ <close> = script.scope()
    local function loop() while true do end end
    assert.matches("needs more than 100000 instructions", select(2, script.call(loop)))
    assert.matches("needs more than 100000 instructions", select(2, script.call(loop)))
    assert.matches("more than is left of 250000 instructions for one document", select(2, script.call(loop)))
    assert.is_false((script.call(function() end)))
  end)

  it("have one each without a document", function()
    local function loop() while true do end end
    for _ = 1, 5 do assert.matches("needs more than 100000 instr", select(2, script.call(loop))) end
    assert.is_true((script.call(function() end)))
  end)
end)

describe("what a script finds in place of what everybody has", function()
  it("is there as long as it runs, and while ours calls it back", function()
    local plain = ("").dump
    local seen = {}
    local function note() seen[#seen + 1] = ("").dump == plain end
    script.call(function()
      note()
      core.as_host(function()
        note()
        core.as_guest(note)
        pcall(core.as_guest, error)
        note()
      end)
      core.as_host(error)
      note()
    end)
    note()
    assert.same({false, true, false, true, false, true}, seen)
  end)

  it("must be something in place of something", function()
    assert.error_matches(function() core.guards{{{}, "x", 1}} end, "nothing to exchange")
    assert.error_matches(function() core.guards{1} end, "table expected")
  end)
end)
