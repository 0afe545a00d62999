--- examples/embed.c: Lua states in threads of a C program, with a bound on their memory.

local shell = require "spec.support.shell"

local program = shell.build .. "/examples/embed"

local function embed(arguments)
  return shell.run(("LUA_PATH='lua/?.lua;lua/?/init.lua;;' LUA_CPATH='%s/?.so;;' timeout 20 %s %s")
    :format(shell.build, program, arguments))
end

local two = "examples/report-with-errors.txt examples/report-2021.html"
local first = "examples/report-with-errors.txt\t云岭市水务局\t2020\tfail\n"
local both = first .. "examples/report-2021.html\t云岭市水务局\t2024\tpass\n"

describe("examples/embed.c", function()
  if not os.execute "pkg-config --exists lua5.4" then
    pending "the library of Lua is not installed"
    return
  end

  it("checks reports in threads, and prints them in the order in which they were given", function()
    assert.same({0, both, ""}, {embed("20000000 " .. two)})
  end)

  it("tells what cannot be read, beside what can", function()
    local code, out, err = embed("20000000 no-such-file examples/report-with-errors.txt")
    assert.same({1, first, "no-such-file: no-such-file: no such file or folder.\n"}, {code, out, err})
  end)

  it("gives each state a limit of its own, and tells of each that it is exceeded", function()
    local code, out, err = embed("4000000 " .. two)
    assert.same({1, ""}, {code, out})
    for path in two:gmatch "%S+" do
      local told = path:gsub("%p", "%%%0") .. ": .-not enough memory[^\n]*\n"   -- by Lua, or about the report
      assert.is_truthy(err:find(told), err)
    end
  end)

  it("wants a limit and files", function()
    for _, arguments in ipairs{"", "16000000", "0 a", "16M a"} do
      assert.same({2, "", "usage: embed BYTES FILE...\n"}, {embed(arguments)})
    end
  end)

  -- The report, or that memory ran out: never a verdict that lacks what a rule had no memory for.
  local function is_checked(limit)
    local code, out, err = embed(limit .. " examples/report-with-errors.txt")
    if code == 0 then assert.same({first, ""}, {out, err}, limit)
    else
      assert.same({1, ""}, {code, out}, limit)
      local told = "^examples/report%-with%-errors%.txt: .*not enough memory.*\n$"
      assert.is_truthy(err:find(told), limit .. ": " .. err)
    end
    return code == 0
  end

  it("ends well wherever memory runs out", function()
    local failing, enough = 1, 16000000
    while enough - failing > 20000 do
      local middle = (failing + enough) // 2
      if is_checked(middle) then enough = middle else failing = middle end
    end
    assert.is_true(failing > 1000000)
    -- What is enough depends on when Lua collects: a little more may be too little again.
    for limit = failing - 100000, failing + 400000, 15000 do is_checked(limit) end
    for _, limit in ipairs{1, 1000, 10000, 30000, 100000, 300000, 1000000} do assert.is_false(is_checked(limit)) end
  end)
end)
