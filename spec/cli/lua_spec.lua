--- govreport lua: programs and the prompt.

local shell = require "spec.support.shell"

local folder

setup(function() folder = shell.folder() end)
teardown(function() shell.remove(folder) end)

local function run(arguments, input, environment)
  local path = folder .. "/input"
  shell.write(path, input or "")
  return shell.govreport(arguments .. " <" .. path, {environment = environment})
end

local function write(name, text)
  shell.write(folder .. "/" .. name, text)
  return folder .. "/" .. name
end

describe("a program", function()
  it("has the library, its arguments and its name", function()
    local path = write("a.lua", 'local g = require "govreport"\nprint(g.version, #arg, arg[1], select(2, ...))\n'
                                .. 'assert(arg[0]:find "a.lua")')
    local code, out, err = run("lua " .. path .. " --lang 'two words'")
    assert.same({0, require("govreport").version .. "\t2\t--lang\ttwo words\n", ""}, {code, out, err})
  end)

  it("may stand behind options of the command", function()
    local path = write("b.lua", "print(...)")
    local code, out = run("lua --lang en --no-config " .. path .. " -h")
    assert.same({0, "-h\n"}, {code, out})
  end)

  it("that raises is told with its line, and ends with 1", function()
    local code, out, err = run("lua " .. write("c.lua", "print(1)\nerror 'oops'"))
    assert.same({1, "1\n"}, {code, out})
    assert.matches("c%.lua:2: oops\n", err)
    assert.matches("stack traceback", err)
  end)

  it("that is no Lua is told with its line, and ends with 1", function()
    local code, _, err = run("lua " .. write("d.lua", "print(1)\nx = = 1"))
    assert.equal(1, code)
    assert.matches("d%.lua:2: unexpected symbol", err)
  end)

  it("that is not there is told", function()
    local code, _, err = run "lua none.lua"
    assert.equal(3, code)
    assert.matches("none%.lua.*%[io%.missing%]", err)
  end)

  it("can end the process with a code", function()
    assert.equal(7, (run("lua " .. write("e.lua", "os.exit(7)"))))
  end)
end)

describe("the prompt", function()
  local function answers(input)
    local code, out, err = run("lua", input)
    assert.equal(0, code)
    return out, err
  end

  it("shows what an expression gives", function()
    assert.equal("3\n一\nnil\n", (answers '1 + 2\n"一"\nnil\n'))
  end)

  it("takes statements, and expressions over several lines", function()
    assert.equal("1\n2\n[1] 3\n", (answers "for i = 1, 2 do\nprint(i)\nend\nx = {\n3}\nx\n"))
  end)

  it("goes on after an error", function()
    local out, err = answers 'error "oops"\nx = = 1\n4\n'
    assert.equal("4\n", out)
    assert.matches("stdin:1: oops\n", err)
    assert.matches("stdin:1: unexpected symbol", err)
  end)

  it("draws a table of a report as a grid", function()
    local out = answers 'r = govreport.open "examples/report.txt"\nr.tables.disputes\n'
    assert.equal([[
disputes
                    结果维持  结果纠正  其他结果  尚未审结  总计
  --------------------------------------------------------------
  行政复议                 1         0         1         0     2
  未经复议直接起诉         1         0         0         0     1
  复议后起诉               0         0         0         1     1
]], out)
  end)

  it("ends with what is unfinished", function()
    local _, err = answers "for i = 1, 2 do\n"
    assert.matches("'end' expected .*near <eof>", err)
  end)
end)
