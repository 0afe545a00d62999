--- A function that is called in copies of the process: process.pool; and reading as bytes come: process.read, pending.

local process = require "govreport.process"
local program = require "spec.support.program"

-- A sanitizer in every program needs more memory than any limit of these specs.
local is_sanitized = os.getenv "LD_PRELOAD" ~= nil

local function sleep() process.run{"sleep", "600"} end

local function pid() return io.open("/proc/self/stat"):read("n") end

-- The letter that stands for the state of a process; nil where there is none.
local function state_of(number)
  local file = io.open(("/proc/%d/stat"):format(number))
  local text = file and file:read("a")
  if file then file:close() end
  return text and text:match("%) (%a)")
end

-- What becomes of jobs, by their number.
local function outcomes(pool, jobs)
  local list, given = {}, 0
  while true do
    while given < #jobs and pool:room() > 0 do
      given = given + 1
      assert(pool:give(given, jobs[given]))
    end
    local number, how, text = pool:take()
    if not number then return list end
    assert.is_nil(list[number])
    list[number] = {how, text}
  end
end

-- Jobs are pieces of Lua here.
local function perform(text) return load(text, "=job", "t", setmetatable({sleep = sleep}, {__index = _G}))() end

describe("a pool", function()
  for _, count in ipairs{1, 2, 4} do
    it(("does a thousand jobs with %d workers"):format(count), function()
      local jobs, expected = {}, {}
      for i = 1, 1000 do jobs[i], expected[i] = ("件"):rep(i % 7) .. i, {"done", i .. ("件"):rep(i % 7)} end
      local pool <close> = process.pool(count, {}, function(text)
        local tail, number = text:match("^(%D*)(%d+)$")
        return number .. tail
      end)
      assert.equal(0, pool.started)
      assert.equal(2 * count, pool:room())
      assert.same(expected, outcomes(pool, jobs))
      assert.equal(count, pool.started)
      assert.equal(2 * count, pool:room())
    end)
  end

  it("answers in the order of the jobs where it has one worker", function()
    local pool <close> = process.pool(1, {}, perform)
    local order = {}
    for i = 1, 20 do
      if pool:room() == 0 then order[#order + 1] = pool:take() end
      pool:give(i, "return ''")
    end
    for number in pool.take, pool do order[#order + 1] = number end
    for i = 1, 20 do assert.equal(i, order[i]) end
  end)

  it("passes any bytes, and none", function()
    local pool <close> = process.pool(1, {}, function(text) return text end)
    assert.same({{"done", ""}, {"done", "\0\n\255"}}, outcomes(pool, {"", "\0\n\255"}))
    pool:give(math.mininteger, "")
    assert.equal(math.mininteger, (pool:take()))
  end)

  it("takes jobs and answers that fit into no pipe, both ways at once", function()
    local pool <close> = process.pool(2, {}, function(text) return text:reverse() end)
    local piece = ("0123456789"):rep(1 << 21)
    local jobs = {}
    for i = 1, 6 do jobs[i] = piece .. i end
    for i, outcome in ipairs(outcomes(pool, jobs)) do
      assert.equal("done", outcome[1])
      assert.is_true(outcome[2] == jobs[i]:reverse())
    end
  end)

  -- The limit of each case is one that the job behind it never meets, however busy the machine is.
  for _, case in ipairs{
    {"an error", "error('bad', 0)", {"error", "bad"}, 1},
    {"an error with a place", "error 'bad'", {"error", "job:1: bad"}, 1},
    {"an error that is no text", "error(setmetatable({}, {__tostring = function() return 'told' end}))",
     {"error", "told"}, 1},
    {"an error in telling of one", "error(setmetatable({}, {__tostring = error}))", {"error"}, 1},
    {"nothing", "return", {"error", "nil in place of a string"}, 1},
    {"a number", "return 1", {"error", "number in place of a string"}, 1},
    {"a coroutine's yield", "coroutine.yield()", {"error"}, 1},
    {"memory that is not there", "error 'not enough memory'", {"memory", "job:1: not enough memory"}, 2},
    {"a crash", "os.execute 'kill -ABRT $PPID'", {"signal", 6}, 2},
    {"a kill", "os.execute 'kill -9 $PPID'", {"signal", 9}, 2},
    {"a loop", "while true do end", {"time"}, 2, {cpu_seconds = 0.5}},
    {"a loop in C", "return (('a'):rep(1e5):find(('.-'):rep(8) .. 'b'))", {"time"}, 2, {cpu_seconds = 0.5}},
    {"a sleep", "sleep()", {"time"}, 2, {seconds = 3}},
  } do
    it("tells of " .. case[1] .. ", and does the job behind it", function()
      local pool <close> = process.pool(1, case[5] or {}, perform)
      local list = outcomes(pool, {case[2], "return 'after'"})
      if #case[3] == 1 then list[1][2] = nil end
      assert.same({case[3], {"done", "after"}}, list)
      assert.equal(case[4], pool.started)
    end)
  end

  it("goes on where every job ends its worker", function()
    local pool <close> = process.pool(3, {}, perform)
    local jobs = {}
    for i = 1, 30 do jobs[i] = ("os.execute 'kill -%d $PPID'"):format(i % 2 == 0 and 9 or 15) end
    for i, outcome in ipairs(outcomes(pool, jobs)) do assert.same({"signal", i % 2 == 0 and 9 or 15}, outcome) end
    assert.equal(30, pool.started)
  end)

  it("tells of os.exit, and does the job behind it", function()
    local result = program.run[[
      local pool = process.pool(1, {}, function(text) return load(text)() end)
      local given, jobs = 0, {"os.exit(3)", "os.exit()", "os.exit(true, true)", "os.exit(false)", "return 'after'"}
      while true do
        while given < #jobs and pool:room() > 0 do
          given = given + 1
          pool:give(given, jobs[given])
        end
        local number, how, text = pool:take()
        if not number then break end
        print(number, how, text)
      end
    ]]
    assert.equal("1\texit\t3\n2\texit\t0\n3\texit\t0\n4\texit\t1\n5\tdone\tafter\n", result.out)
  end)

  it("counts the time of a processor for each job", function()
    local pool <close> = process.pool(1, {cpu_seconds = 1}, perform)
    local spend, jobs = "local last = os.clock() + 0.3 while os.clock() < last do end return ''", {}
    for i = 1, 5 do jobs[i] = spend end
    for _, outcome in ipairs(outcomes(pool, jobs)) do assert.same({"done", ""}, outcome) end
    assert.equal(1, pool.started)
  end)

  it("starts the clock of a job when it begins, not when it is given", function()
    local pool <close> = process.pool(1, {seconds = 3}, perform)
    local list = outcomes(pool, {"sleep()", "require 'govreport.process'.run{'sleep', '0.5'} return 'x'"})
    assert.same({{"time"}, {"done", "x"}}, list)
  end)

  it("gives the answer of a job that ended in time, whenever it is taken", function()
    local pool <close> = process.pool(1, {seconds = 1}, perform)
    local path = os.tmpname()
    os.remove(path)
    pool:give(1, ("io.open(%q, 'w'):close() return ('x'):rep(3000000)"):format(path))   -- more than a socket holds
    for _ = 1, 20 do
      process.run{"sleep", "1.1"}
      if os.remove(path) then break end
    end
    local number, how, text = pool:take()
    assert.same({1, "done", 3000000}, {number, how, #text})
  end)

  it("waits as long as it is told", function()
    local pool <close> = process.pool(1, {}, perform)
    assert.same({nil}, {pool:take(5)})
    pool:give(1, "while true do end")
    assert.same({nil, "wait"}, {pool:take(0)})
    assert.same({nil, "wait"}, {pool:take(0.01)})
    assert.equal(1, pool:room())
  end)

  it("replaces a worker that ended with nothing to do", function()
    local pool <close> = process.pool(1, {}, function() return tostring(pid()) end)
    local worker = outcomes(pool, {""})[1][2]
    os.execute("kill -9 " .. worker)
    while state_of(worker) ~= "Z" do process.run{"true"} end
    assert.equal("done", outcomes(pool, {""})[1][1])
    assert.equal(2, pool.started)
  end)

  it("knows the most memory that a worker had", function()
    local pool <close> = process.pool(2, {}, perform)
    assert.equal(0, pool.peak)
    outcomes(pool, {"return tostring(#('x'):rep(1 << 26))"})
    assert.is_true(pool.peak > 1 << 26)
    local running = pool.peak
    pool:close()
    assert.is_true(pool.peak >= running)
  end)

  it("raises for arguments that are not right", function()
    assert.error_matches(function() process.pool(0, {}, print) end, "number of workers from 1 to 1024")
    assert.error_matches(function() process.pool(1025, {}, print) end, "number of workers from 1 to 1024")
    assert.error_matches(function() process.pool(1, nil, print) end, "table expected")
    assert.error_matches(function() process.pool(1, {}) end, "function expected")
    assert.error_matches(function() process.pool(1, {memory = -1}, print) end, "'memory' must be a number above 0")
    local pool <close> = process.pool(1, {}, sleep)
    assert.error_matches(function() pool:give("x", "") end, "number expected")
    assert.error_matches(function() pool:give(1) end, "string expected")
    assert.error_matches(function() pool:take(-1) end, "'seconds' must be a number that is not below 0")
    assert.error_matches(function() return pool.size end, "a pool has no 'size'")
    pool:give(1, "")
    pool:give(2, "")
    assert.equal(0, pool:room())
    assert.error_matches(function() pool:give(3, "") end, "no room in the pool")
  end)
end)

describe("the end of a pool", function()
  it("ends its workers and the jobs that are out", function()
    local pool = process.pool(2, {}, perform)
    local worker = outcomes(pool, {"return tostring(io.open('/proc/self/stat'):read('n'))"})[1][2]
    for i = 1, 4 do pool:give(i, "while true do end") end
    assert.truthy(state_of(worker))
    assert.is_true(pool:close())
    assert.is_nil(state_of(worker))
    assert.is_true(pool:close())
    assert.equal(2, pool.started)
    for name, arguments in pairs{room = {}, give = {1, ""}, take = {}} do
      assert.error_matches(function() pool[name](pool, table.unpack(arguments)) end, "the pool is closed")
    end
  end)

  it("comes with an error, or when nobody holds it", function()
    local worker
    assert.error_matches(function()
      local pool <close> = process.pool(1, {}, perform)
      worker = outcomes(pool, {"return tostring(io.open('/proc/self/stat'):read('n'))"})[1][2]
      error "raised"
    end, "raised")
    assert.is_nil(state_of(worker))
    local pool = process.pool(1, {}, perform)
    worker = outcomes(pool, {"return tostring(io.open('/proc/self/stat'):read('n'))"})[1][2]
    assert.truthy(state_of(worker))
    pool = nil   -- luacheck: ignore
    collectgarbage()
    assert.is_nil(state_of(worker))
  end)

  it("leaves no file open", function()
    local before = program.open_files()
    for _ = 1, 5 do
      local pool <close> = process.pool(3, {}, perform)
      outcomes(pool, {"os.exit()", "return ''", "error ''", "return ''"})
      pool:give(1, "while true do end")
    end
    assert.equal(before, program.open_files())
  end)

  -- The program is over for process.run only when nobody holds its standard error, as workers do.
  for _, case in ipairs{
    {"by a kill", "kill -9 $PPID", 9},
    {"by a signal to all of its group", "kill -TERM 0", 15},
    {"by a signal to it alone", "kill -TERM $PPID", 15},
  } do
    it("comes with the end of the process, " .. case[1], function()
      local result = program.run(([[
        local pool = process.pool(3, {}, function(text) while text == "loop" do end return text end)
        local other = process.pool(1, {}, function(text) return text end)
        for i = 1, 3 do pool:give(i, "idle") end
        for _ = 1, 3 do assert(pool:take()) end
        other:give(1, "idle")
        pool:give(4, "loop")
        pool:give(5, "loop")
        print(pool.started)
        io.stdout:flush()
        os.execute "%s"
      ]]):format(case[2]))
      assert.same({ended = "signal", signal = case[3], out = "3\n", err = ""}, result)
    end)
  end

  it("comes with an end that leaves programs of its jobs behind", function()
    local result = program.run[[
      local pool = process.pool(1, {}, function()
        process.run{"sh", "-c", "echo $$ >" .. path .. ".pid; exec sleep 600"}
      end)
      pool:give(1, "")
      while not (io.open(path .. ".pid") and io.open(path .. ".pid"):read("n")) do collectgarbage() end
      print(path .. ".pid")
      io.stdout:flush()
      os.execute "kill -9 $PPID"
    ]]
    local path = result.out:match("[^\n]+")
    local number, tries = io.open(path):read("n"), 0
    os.remove(path)
    while (state_of(number) or "Z") ~= "Z" and tries < 200 do
      process.run{"sleep", "0.05"}
      tries = tries + 1
    end
    assert.equal("Z", state_of(number) or "Z")
  end)
end)

describe("a worker", function()
  it("has as much memory as it is given, again for each job", function()
    if is_sanitized then return pending("not with a sanitizer") end
    local result = program.run[[
      local kept
      local pool = process.pool(1, {memory = 1 << 26}, function(text)
        if text ~= "" then kept = {} end
        for i = 1, text == "keep" and 36 or 0 do kept[i] = ("x"):rep(1 << 20) end
        for i = 1, text == "eat" and 1e9 or 0 do kept[i] = {} end
        return kept and "kept" or "nothing"
      end)
      for i, text in ipairs{"eat", "", "keep", "keep", "", "eat", "keep"} do
        pool:give(i, text)
        print(table.concat({pool:take()}, " "), pool.started)
      end
      print(pool.peak < 1 << 27)
    ]]
    assert.equal("1 memory not enough memory\t1\n2 done nothing\t2\n3 done kept\t2\n4 done kept\t3\n5 done nothing\t4\n"
                 .. "6 memory not enough memory\t4\n7 done kept\t5\ntrue\n", result.out)
    assert.equal("", result.err)
  end)

  it("has not the memory for a job that is larger", function()
    if is_sanitized then return pending("not with a sanitizer") end
    local result = program.run[[
      local pool = process.pool(1, {memory = 1 << 24}, function(text) return tostring(#text) end)
      pool:give(1, ("x"):rep(1 << 25))
      pool:give(2, "xx")
      print(pool:take())
      print(pool:take())
    ]]
    assert.equal("1\tmemory\t\n2\tdone\t2\n", result.out)
  end)

  it("takes and gives nothing beside its jobs, and finalizes nothing of the other's", function()
    local result = program.run([[
      local function tell(text) return setmetatable({}, {__gc = function() io.stderr:write(text, "\n") end}) end
      local held = tell "held"
      tell "dropped"
      local pool = process.pool(1, {}, function(text)
        print "not to be seen"
        io.stdout:flush()
        collectgarbage()
        if text == "exit" then os.exit(true, true) end
        return tostring(io.read("a"))
      end)
      io.write "first "
      pool:give(1, "read")
      pool:give(2, "exit")
      print(table.concat({pool:take()}, " "))
      print(table.concat({pool:take()}, " "))
      print(io.read("a"))
      pool:close()
      os.exit(held and true, true)
    ]], {input = "the input"})
    assert.same({ended = "exit", status = 0, out = "first 1 done \n2 exit 0\nthe input\n", err = "dropped\nheld\n"},
                result)
  end)

  it("is one of the process that has it, and no other", function()
    local result = program.run[[
      local pool
      pool = process.pool(1, {}, function()
        local inner <close> = process.pool(1, {}, function(text) return text end)
        inner:give(1, "inner")
        return select(2, pcall(pool.room, pool)) .. ", " .. select(3, inner:take())
      end)
      pool:give(1, "")
      print(pool:take())
    ]]
    assert.equal("1\tdone\tthe pool is one of another process, inner\n", result.out)
  end)

  it("leads nothing and ventures nothing, whatever the other does", function()
    local result = program.run[[
      print(process.lead())
      local function try()
        local _, _, code = process.lead()
        return code .. " " .. select(3, process.venture({}, print))
      end
      print(process.venture({}, function()
        local pool <close> = process.pool(2, {}, try)
        pool:give(1, "")
        return pool:take()
      end))
      local pool = process.pool(2, {}, try)
      pool:give(2, "")
      print(pool:take())
      print(process.venture({}, function() return pcall(pool.take, pool) end))
    ]]
    assert.equal("true\ntrue\t1\tdone\tprocess.unavailable process.unavailable\n"
                 .. "2\tdone\tprocess.unavailable process.unavailable\n"
                 .. "true\tfalse\tthe pool is one of another process\n", result.out)
    assert.equal("exit", result.ended)
  end)

  it("that cannot be started is told, and tried again", function()
    local result = program.run([[
      local pool, files = process.pool(1, {}, function(text) return text end), {}
      repeat
        local file = io.open(path)
        files[#files + 1] = file
      until not file
      print(pool:give(1, "x"))
      print(pool:room(), pool.started)
      for _, file in ipairs(files) do file:close() end
      print(pool:give(1, "x"))
      print(pool:take())
    ]], {shell = 'ulimit -n 20; exec lua5.4 "$0"'})
    assert.equal("nil\tToo many open files\tprocess.failed\n2\t0\ntrue\n1\tdone\tx\n", result.out)
  end)

  it("can interrupt the other as a user does", function()
    local result = program.run[[
      local first = io.open("/proc/self/stat"):read("n")
      local pool <close> = process.pool(1, {}, function()
        os.execute("kill -INT " .. first)
        while true do end
      end)
      pool:give(1, "")
      pool:take()
    ]]
    assert.equal("exit", result.ended)
    assert.matches("interrupted!", result.err)
  end)
end)

describe("reading as bytes come", function()
  it("gives what is there, up to the end", function()
    local result = program.run([[
      print(process.read(0, 2), process.pending(0))
      print(process.read(0, 1 << 20))
      print(#process.read(0, 1), process.pending(0))
    ]], {input = "ab件c\0"})
    assert.equal("ab\ttrue\n件c\0\n0\ttrue\n", result.out)
  end)

  it("knows where nothing is there, and waits for it", function()
    local result = program.run([[
      print(process.pending(0))
      os.execute("(sleep 0.1; echo late >" .. path .. ".pipe) &")
      print(process.read(0, 100))
    ]], {shell = 'mkfifo "$0.pipe"; lua5.4 "$0" <>"$0.pipe"; rm "$0.pipe"'})
    assert.equal("false\nlate\n\n", result.out)
  end)

  it("says why it cannot", function()
    assert.same({nil, "Bad file descriptor", "process.failed"}, {process.read(1000000, 1)})
    assert.is_true(process.pending(1000000))
    assert.error_matches(function() process.read(-1, 1) end, "the number of a file is expected")
    assert.error_matches(function() process.read(0, 0) end, "a number of bytes up to 1 GiB is expected")
  end)
end)
