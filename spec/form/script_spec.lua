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
  end)
end)

describe("a budget", function()
  it("gives what the function gives", function()
    assert.same({true, 1, nil, 3}, {core.limited(1000, function(...) return ... end, 1, nil, 3)})
    assert.same({false, "no"}, {core.limited(1000, error, "no", 0)})
    assert.same({true}, {core.limited(1000, function() end)})
  end)

  it("is spent by too many instructions, and only then", function()
    local function count(n)
      for _ = 1, n do end   -- one instruction each
    end
    assert.is_true((core.limited(10000, count, 9000)))
    local ok, problem = core.limited(10000, count, 11000)
    assert.is_false(ok)
    assert.equal(core.spent, problem)
  end)

  it("stays spent, whoever catches that", function()
    local caught = 0
    local function count() for _ = 1, 20000 do end end
    local ok, problem = core.limited(10000, function()
      for _ = 1, 3 do
        pcall(count)
        caught = caught + 1
      end
    end)
    assert.same({false, core.spent, 0}, {ok, problem, caught})
  end)

  it("leaves the hook that was there", function()
    local hits = 0
    debug.sethook(function() hits = hits + 1 end, "", 100)
    core.limited(50, function() end)
    for _ = 1, 1000 do end
    local hook = debug.gethook()
    debug.sethook()
    assert.equal("function", type(hook))
    assert.is_true(hits > 0)
  end)

  it("is a number of instructions", function()
    assert.error_matches(function() core.limited(0, print) end, "number of instructions")
    assert.error_matches(function() core.limited(1 << 40, print) end, "number of instructions")
    assert.error_matches(function() core.limited(1) end, "value expected")
  end)
end)
