--- What a single call in a script may cost: measured before it runs, since nobody could stop it.

local pattern_cost = require "govreport.base.pattern_cost"
local script = require "govreport.form.script"

-- What some code returns as a script, or the error.
local function run(code)
  local value, problem = script.run(code, "own.lua")
  if value == nil then return nil, problem end
  return value
end

describe("a script", function()
  local refused = {
    {"an empty text so often", 'local s = ("ab"):rep(1 << 40) return s', "own.lua:1: string%.rep: more than"},
    {"a text of many bytes", 'return (string.rep("x", 1 << 30))', "own.lua:1: string%.rep: more than"},
    {"a pattern that tries all lengths", 'return (("a"):rep(600):find(".-.-.-.-b"))',
     "own.lua:1: string%.find: the pattern"},
    {"the same by gsub", 'return (("a"):rep(600):gsub(".-.-.-.-b", ""))', "own.lua:1: string%.gsub: the pattern"},
    {"a move of many elements", "return (table.move({}, 1, 1 << 40, 2))", "own.lua:1: table%.move: more than"},
    {"a pattern of LPeg in itself", 'local p = require("lpeg").P(1) for i = 1, 60000 do p = -p end return {p}',
     "own.lua:1: lpeg: a pattern is nested more than"},
    {"a pattern that doubles", 'local p = require("lpeg").P("x") for i = 1, 40 do p = p * p end return {p}',
     "own.lua:1: lpeg: a pattern of more than"},
    {"captures of grammars in each other",
     'local l = require "lpeg" local p = l.P(1) for i = 1, 60000 do p = l.C{p} end',
     "own.lua:1: needs more than %d+ instructions"},   -- LPeg copies each into the next
    {"a pattern that may stand often", 'return {require("lpeg").P("x")^-1000000}',
     "own.lua:1: lpeg: a pattern is nested more than"},
    {"a pattern as often as LPeg cannot count", 'return {require("lpeg").P("xy")^((1 << 30) - 1)}',
     "own.lua:1: lpeg: a pattern of more than"},
    {"more characters than LPeg can count", 'return {require("lpeg").P(-2147483648)}',
     "own.lua:1: lpeg: a pattern of more than"},
    {"a grammar in itself", 'local t = {} t[1] = t return {require("lpeg").P(t)}',
     "own.lua:1: lpeg: a pattern is nested more than"},
    {"a capture of nothing", 'return {require("lpeg").C(nil)}', "own.lua:1: bad argument #1"},
    {"a grammar that goes on and on",
     'local l = require "lpeg" local p = l.P{"a" * l.V(1) * "b" + "a" * l.V(1) * "c" + "d"} '
     .. 'return p:match(("a"):rep(60) .. "d")',
     "needs more than %d+ instructions"},
    {"a rule that calls itself behind a grammar that is repeated",
     'local l = require "lpeg" return {l.P{l.P{"a"}^0 * l.V(1)}}', "own.lua:1: rule '1' may be left recursive"},
    {"one behind a grammar that must not follow",
     'local l = require "lpeg" return {l.P{-l.P{"a"} * l.V(1)}}', "own.lua:1: rule '1' may be left recursive"},
    {"one behind a rule that is a grammar",
     'local l = require "lpeg" return {l.P{l.V"a"^0 * l.V(1), a = l.P{"a"}}}',
     "own.lua:1: rule '1' may be left recursive"},
    {"one behind a grammar of ours",
     'return {require("lpeg").P{require("govreport.grammar").date^0 * require("lpeg").V(1)}}', "may be left recursive"},
    {"the stack of LPeg", 'return {require("lpeg").P(1).setmaxstack(9)}', "own.lua:1: attempt to call a nil value"},
    {"the code of a function", "return {(''):dump()}", "own.lua:1: attempt to call a nil value"},
    {"a number so often", 'return (string.rep(12, 1 << 30))', "own.lua:1: string%.rep: more than"},
    {"a text so often as a text says", 'return (string.rep("x", "2000000000"))', "own.lua:1: string%.rep: more than"},
    {"a text that is filled up", 'return (string.pack("c2000000000", "x"))', "own.lua:1: string%.pack: more than"},
    {"a move of many elements, as floats", "return (table.move({}, 1.0, 2.0^40, 2))",
     "own.lua:1: table%.move: more than"},
    {"the same as texts", 'return (table.move({}, "1", "1099511627776", 2))', "own.lua:1: table%.move: more than"},
    {"what gmatch takes for a character", 'for _ in ("^"):rep(30000):gmatch("^.-.-b") do end',
     "own.lua:1: string%.gmatch: the pattern"},
    {"a class of many bytes", 'return (("c"):rep(1000000):find("[" .. ("a"):rep(1000000) .. "]b"))',
     "own.lua:1: string%.find: the pattern of 1000003 bytes"},
    {"words of many bytes", 'return (("a"):rep(1000000):match(("a"):rep(500000) .. "b"))',
     "own.lua:1: string%.match: the pattern of"},
    {"the same in a plain search", 'return (("a"):rep(1000000):find(("a"):rep(500000) .. "b", 1, true))',
     "own.lua:1: string%.find: the pattern of"},
    {"words in themselves in front", 'return (("a"):rep(130000):find(("a"):rep(60) .. ".-b"))',
     "own.lua:1: string%.find: the pattern"},
    {"words behind what is repeated", 'return (("a"):rep(17000):find("a*" .. ("a"):rep(60) .. "b"))',
     "own.lua:1: string%.find: the pattern"},
    {"repetitions behind a frontier", 'return (("*"):rep(1500):find("%f[*]*+*+*+*+*+x"))',
     "own.lua:1: string%.find: the pattern"},
    {"classes that are nowhere in a text", [[
       local list = {"^"}
       for i = 1, 20000 do list[#list + 1] = "[" .. utf8.char(0x4e00 + i) .. "]*" end
       return (("b"):rep(30000):find(table.concat(list)))]], "own.lua:3: string%.find: the pattern"},
    {"an address behind many signs", 'return (string.format(("%1"):rep(200000) .. "%p", {}))',
     "own.lua:1: string%.format: '%%p' differs"},
    {"an address", 'return (string.format("%p", {}))', "own.lua:1: string%.format: '%%p' differs"},
  }
  for _, case in ipairs(refused) do
    it("is refused " .. case[1], function()
      local value, problem = run(case[2])
      assert.is_nil(value)
      assert.matches(case[3], problem)
    end)
  end

  local allowed = {
    {"an empty text, however often", 'return (""):rep(1 << 40) .. "x"', "x"},
    {"nothing with something between", 'return (string.rep("", 4, 5))', "555"},
    {"trimming", 'return ("  a b  " .. ("x"):rep(20000)):match("^%s*(.-)%s*$"):sub(1, 3)', "a b"},
    {"words of a page", 'return (select(2, ("年度报告 2021 "):rep(20000):gsub("%d+", "")))', 20000},
    {"a plain search", 'return (("a"):rep(60000) .. ".-.-.-.-b"):find(".-.-.-.-b", 1, true)', 60001},
    {"a recursive pattern",
     'local l = require "lpeg" return l.P{"(" * l.V(1)^0 * ")" + l.R"az"^1}:match("((((((ab))))))")', 15},
    {"captures in each other",
     'local l = require "lpeg" return #{l.P{"(" * l.C(l.V(1)^-1) * ")"}:match(("("):rep(190) .. (")"):rep(190))}', 190},
    {"a capture that only looks ahead", 'return (#require("lpeg").C("a")):match("ab")', 1},
    {"a capture of a grammar", 'return (require("lpeg").C{"a"}:match("ab"))', "a"},
    {"a number as a value", 'return (require("lpeg").Cc(1000000):match(""))', 1000000},
    {"a pattern often", 'return (require("lpeg").P("x")^-1000):match(("x"):rep(2000))', 1001},
    {"values as text", "return tostring(ipairs) .. tostring(5) .. string.format('%s', {})", "function5table"},
  }
  for _, case in ipairs(allowed) do
    it("may have " .. case[1], function() assert.equal(case[3], (assert(run(case[2])))) end)
  end

  for _, case in ipairs{
    {"a pattern that is none", 'return (("x"):find("["))', "malformed pattern"},
    {"an argument that is missing", "return (string.gsub('x'))", "bad argument #2"},
    {"a format", "return (string.format('%d', 'x'))", "number expected"},
    {"a text to repeat", "return (string.rep({}, 2))", "bad argument #1"},
    {"a table to move", "return (table.move(1, 1, 2, 3))", "bad argument #1"},
    {"a function of its own", "return (('x'):gsub('x', function() error('mine') end))", "mine"},
  } do
    it("is told at its line what is wrong with " .. case[1], function()
      local value, problem = run(case[2])
      assert.is_nil(value)
      assert.matches("^own%.lua:1: .*" .. case[3], problem)
    end)
  end

  it("leaves strings and patterns to others as they were", function()
    local lpeg = require "lpeg"
    run 'error("x")'
    run 'while true do end'
    assert.equal(string.find, ("").find)
    assert.equal(lpeg.setmaxstack, lpeg.P(1).setmaxstack)
    assert.equal("xx", ("x"):rep(2))
    assert.is_function(("").dump)
  end)
end)

describe("what a program made of the methods", function()
  local texts, patterns = getmetatable(""), debug.getmetatable(require("lpeg").P(1))
  local methods, index = texts.__index, patterns.__index
  after_each(function() texts.__index, patterns.__index = methods, index end)

  it("stays, of strings and of patterns", function()
    local own, of_patterns = setmetatable({}, {__index = string}), setmetatable({}, {__index = index})
    texts.__index, patterns.__index = own, of_patterns
    run 'return {("x"):upper(), require("lpeg").C("x"):match("x")}'
    run 'error("x")'
    local texts_after, patterns_after = texts.__index, patterns.__index
    texts.__index, patterns.__index = methods, index
    assert.equal(own, texts_after)
    assert.equal(of_patterns, patterns_after)
  end)
end)

describe("a script without room left", function()
  -- Somewhere near the end of the stack a call of ours finds no room to begin, or to come back.
  it("has the methods of scripts", function()
    assert.equal("safe", (assert(run [[
      local grammar, many, found = require "govreport.grammar", {}, "safe"
      for i = 1, 250 do many[i] = "x" end
      local function call() grammar.clean(table.unpack(many)) end
      local function deeper(...)
        pcall(call)
        if ("").dump then found = "own" end
        return 1 + deeper(...)
      end
      for i = 1, 3 do pcall(deeper, table.unpack(many, 1, 200 + 13 * i)) end
      return ("").dump and "own" or found
    ]])))
  end)
end)

describe("the cost of a pattern", function()
  for _, case in ipairs{
    {"^abc$", "abc", 1}, {"abc", "abcabc", 7 + 2}, {".*", "abcd", 5 + 5 * 5}, {"^.*", "abcd", 5},
    {"^%d*", "a12b345", 8 + 4}, {"^[%d.]-x", "1.5", 5 + 5 + 1}, {"件.*", "收到3件，1件", 17 + 2 * 19},
    {"%d+件", "收到3件，1件", 18 + 18 + 7}, {"a*b", "xyz", 4 + 4 + 5}, {"^a?b?", "ab", 1},
    {"^(%d+)-(%d+)$", "12-345", 7 + 25}, {"^%[*", "[[[", 4 + 4}, {"^[]]*", "]]", 3 + 3}, {"^%b()", "(a)", 4},
    {"^%f[%d]%d+", "x12", 4 + 4}, {"aa.", "aaaa", 5 + 4 * 1}, {"abab.", "abababab", 9 + 5},
  } do
    it(("of '%s' on '%s' is at most %d"):format(case[1], case[2], case[3]), function()
      assert.equal(case[3], math.floor(pattern_cost(case[1], case[2])))
    end)
  end

  it("is not looked at further than somebody cares for", function()
    assert.is_true(pattern_cost((".-"):rep(100), ("a"):rep(100), 1e9) > 1e9)
  end)
end)
