--- Other programs, and copies of this one, within limits: govreport.process.

local process = require "govreport.process"
local program = require "spec.support.program"

-- A sanitizer in every program needs more memory than any limit of these specs.
local is_sanitized = os.getenv "LD_PRELOAD" ~= nil

describe("a program", function()
  for _, case in ipairs{
    {"gives what it writes", {"sh", "-c", "echo out; echo err >&2"}, nil,
     {ended = "exit", status = 0, out = "out\n", err = "err\n"}},
    {"ends with a status", {"sh", "-c", "exit 7"}, nil, {ended = "exit", status = 7, out = "", err = ""}},
    {"ends by a signal", {"sh", "-c", "kill -9 $$"}, nil, {ended = "signal", signal = 9, out = "", err = ""}},
    {"gets its standard input", {"cat"}, {input = "件\0x"}, {ended = "exit", status = 0, out = "件\0x", err = ""}},
    {"has an empty one otherwise", {"cat"}, nil, {ended = "exit", status = 0, out = "", err = ""}},
    {"may leave it unread", {"true"}, {input = ("x"):rep(1 << 20)}, {ended = "exit", status = 0, out = "", err = ""}},
    {"is ended when its time is over", {"sleep", "60"}, {seconds = 0.05}, {ended = "time", out = "", err = ""}},
    {"is so with all that it started", {"sh", "-c", "sleep 60 & exec sleep 60"}, {seconds = 0.05},
     {ended = "time", out = "", err = ""}},
    {"is so when it has closed its files", {"sh", "-c", "exec >&- 2>&-; sleep 60"}, {seconds = 0.05},
     {ended = "time", out = "", err = ""}},
    {"is so by the time of a processor", {"sh", "-c", "while :; do :; done"}, {cpu_seconds = 0.05},
     {ended = "time", out = "", err = ""}},
    {"is ended when it writes too much", {"yes"}, {output = 4}, {ended = "output", out = "y\ny\n", err = ""}},
  } do
    it(case[1], function() assert.same(case[4], process.run(case[2], case[3])) end)
  end

  it("gets a long text and gives one", function()
    local text = ("0123456789"):rep(300000)
    assert.equal(text, process.run({"cat"}, {input = text}).out)
    assert.equal(65536, #process.run({"sh", "-c", "cat >&2"}, {input = text}).err)
  end)

  it("has as much memory as it is given", function()
    if is_sanitized then return pending("not with a sanitizer") end
    local code = 'local list = {} for i = 1, 1e8 do list[i] = {} end'
    local result = process.run({"lua5.4", "-e", code}, {memory = 1 << 26})
    assert.equal(1, result.status)
    assert.matches("not enough memory", result.err)
  end)

  it("is told of that is not there", function()
    assert.same({nil, "no-such-program: No such file or directory", "process.missing"},
                {process.run{"no-such-program"}})
    assert.equal("process.failed", select(3, process.run{"/etc/passwd"}))
  end)

  it("raises for arguments that are not right", function()
    assert.error_matches(function() process.run{} end, "name of a program")
    assert.error_matches(function() process.run{"echo", {}} end, "must be texts")
    assert.error_matches(function() process.run{"echo", "a\0b"} end, "zero byte")
    assert.error_matches(function() process.run({"echo"}, {seconds = 0}) end, "'seconds' must be a number above 0")
    assert.error_matches(function() process.run({"echo"}, {output = 0}) end, "'output' must be a number of bytes")
  end)

  it("leaves no file open behind it", function()
    local before = program.open_files()
    if not before then return pending("there is no /proc") end
    for _ = 1, 20 do
      process.run({"true"})
      process.run({"no-such-program"})
      process.run({"sleep", "60"}, {seconds = 0.001})
    end
    assert.equal(before, program.open_files())
  end)
end)

describe("a venture", function()
  it("goes on in a copy with all that was made, or without it where it was, and is told why", function()
    local result = program.run [[
      assert(process.lead() and process.lead())
      local made, kept = 0, {}
      local function try(work)
        local list = table.pack(process.venture({cpu_seconds = 0.2, seconds = 20}, function(...)
          made = made + 1
          process.tell("step " .. made)
          return work(...)
        end, "a", nil, "c"))
        for i = 1, list.n do list[i] = tostring(list[i]) end
        print(made, table.concat(list, " "))
      end
      try(function(...) kept[1] = "kept" return select("#", ...), ... end)
      try(function() while true do end end)
      try(function() os.exit(9) end)
      try(function() os.execute("kill -9 $PPID") end)
      try(function() return #kept end)
      print(pcall(process.venture, {}, error, "raised", 0))
      print(pcall(process.venture, {}, process.venture, {}, print))
      os.exit(5)
    ]]
    assert.equal("exit", result.ended)
    assert.equal(5, result.status)
    assert.equal("", result.err)
    assert.same({"1\ttrue 3 a nil c", "1\tfalse time nil step 2", "1\tfalse exit 9 step 2", "1\tfalse signal 9 step 2",
                 "2\ttrue 1", "false\traised", "false\tprocess.venture: one is on its way", ""},
                {result.out:match(("([^\n]*)\n"):rep(7) .. "(.*)")})
  end)

  it("bounds memory beside what the process has", function()
    if is_sanitized then return pending("not with a sanitizer") end
    local result = program.run [[
      process.lead()
      print(process.venture({memory = 1 << 26}, function()
        return pcall(function() local list = {} for i = 1, 1e9 do list[i] = {} end end)
      end))
      print(#("x"):rep(1 << 28))
    ]]
    assert.equal("true\tfalse\tnot enough memory\n268435456\n", result.out)
  end)

  it("ends by the signal that the first process gets", function()
    local result = program.run [[
      local first = io.open("/proc/self/stat"):read("n")
      process.lead()
      process.venture({}, function() end)
      process.venture({}, function()
        os.execute("kill -TERM " .. first)
        while true do end
      end)
    ]]
    assert.same({"signal", 15}, {result.ended, result.signal})
  end)

  it("needs a first process", function()
    assert.error_matches(function() process.venture({}, print) end, "process.lead comes first")
    process.tell "nobody hears it"
  end)
end)
