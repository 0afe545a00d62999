--- examples/watch.lua: a folder whose reports are checked again when they change.

local lfs = require "lfs"
local shell = require "spec.support.shell"

local program = "examples/watch.lua"
local good, bad = shell.read "examples/report.txt", shell.read "examples/report-with-errors.txt"

describe("examples/watch.lua", function()
  local folder, clock

  before_each(function() folder, clock = shell.folder "inner", 1000 end)
  after_each(function() shell.remove(folder) end)

  local function write(name, text, time)
    shell.write(folder .. "/" .. name, text)
    assert(lfs.touch(folder .. "/" .. name, time or clock, time or clock))
  end

  -- Runs the program on a clock of ours; what happens while it waits is done by functions, one after the other.
  -- @return for each round what it printed, without the folder; the commands by which it waited
  local function watch(...)
    local meanwhile, printed, waited = {...}, {""}, {}
    local environment = setmetatable({
      print = function(text) printed[#printed] = printed[#printed] .. text:gsub(folder, "") .. "\n" end,
      os = setmetatable({
        time = function() return clock end,
        execute = function(command)
          clock = clock + 10
          waited[#waited + 1], printed[#printed + 1] = command, ""
          return meanwhile[#waited]() ~= "interrupted" or nil
        end,
      }, {__index = os}),
    }, {__index = _G})
    assert(loadfile(program, "t", environment))(folder, "10", tostring(#meanwhile + 1))
    return printed, waited
  end

  local function nothing() end

  it("checks what is there, then only what has changed, and tells what is gone", function()
    write("a.txt", good, 900)
    write("inner/b.txt", bad, 900)
    local printed, waited = watch(
      nothing,
      function() write("a.txt", bad, 1005) end,
      function() write("a.txt", good .. "\n", 1005) end,        -- within the same second, of another size
      function() os.remove(folder .. "/inner/b.txt") end,
      nothing,
      function() write("inner/b.txt", good, 900) end)
    assert.equal(("sleep 10 "):rep(6), table.concat(waited, " ") .. " ")
    assert.matches("^/a.txt: no errors found\n/inner/b.txt: must be corrected\n  10:114: warning %[[%w_.]+%] [^\n]+\n",
                   printed[1])
    assert.equal("", printed[2])
    assert.matches("^/a.txt: must be corrected\n  10:114: warning", printed[3])
    assert.is_nil(printed[3]:find("b.txt", 1, true))
    assert.same({"/a.txt: no errors found\n", "/inner/b.txt: gone\n", "", "/inner/b.txt: no errors found\n"},
                {table.unpack(printed, 4)})
  end)

  it("leaves what was written in this very second to the next round", function()
    write("a.txt", good)
    assert.same({"", "/a.txt: no errors found\n"}, (watch(nothing)))
  end)

  it("tells what cannot be read, once", function()
    write("a.txt", "这不是报告。", 900)
    write("picture.png", "\137PNG", 900)
    local printed = watch(nothing)
    assert.matches("^/a.txt: not recognised [^\n]+  %[form%.unknown%]\n$", printed[1])
    assert.equal("", printed[2])
  end)

  it("ends when its waiting is interrupted", function()
    local printed = watch(function() return "interrupted" end, nothing)
    assert.equal(2, #printed)
  end)

  it("does not follow links in a circle", function()
    write("a.txt", good, 900)
    assert(lfs.link(folder, folder .. "/inner/circle", true))
    assert.same({"/a.txt: no errors found\n"}, (watch()))
  end)

  it("runs as its head says", function()
    write("a.txt", good)
    assert.same({0, folder .. "/a.txt: no errors found\n", ""},
                {shell.govreport(("lua %s %s 0.1 3"):format(program, folder))})
    assert.same({2, "", "usage: watch.lua FOLDER [SECONDS [ROUNDS]]\n"}, {shell.govreport("lua " .. program)})
  end)
end)
