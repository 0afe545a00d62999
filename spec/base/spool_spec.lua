--- Lists of texts in files: what is written is read again, in any order.

local shell = require "spec.support.shell"
local spool = require "govreport.base.spool"

local list
before_each(function() list = spool.new() end)
after_each(function() list:close() end)

-- All texts of the list, as `number=text`.
local function all()
  local found = {}
  for number, text in list:each() do found[#found + 1] = number .. "=" .. text end
  return table.concat(found, " ")
end

describe("a spool", function()
  it("is empty at first", function()
    assert.equal(0, list.count)
    assert.is_nil(list:get(1))
    assert.equal("", all())
  end)

  it("gives what was added, in order", function()
    assert.same({1, 2, 3}, {list:add "a", list:add "", list:add "c\0\n"})
    assert.equal("1=a 2= 3=c\0\n", all())
    assert.equal("", list:get(2))
    assert.is_nil(list:get(4))
    list:add ""
    assert.equal("", list:get(4))
  end)

  it("may have gaps", function()
    list:set(3, "c")
    list:set(700, "z")
    list:set(1, "a")
    assert.is_nil(list:get(2))
    assert.equal(700, list.count)
    assert.equal("1=a 3=c 700=z", all())
    assert.equal(701, list:add "more")
  end)

  it("gives the last text of a number", function()
    list:add "first"
    list:add "second"
    list:set(1, "a longer one than the first")
    assert.equal("1=a longer one than the first 2=second", all())
  end)

  it("takes texts while it is read", function()
    local seed, expected = 1, {}
    for i = 1, 500 do
      seed = seed * 1103515245 + 12345 & 0x7fffffff
      expected[i] = ("x"):rep(seed % 5000) .. i
      list:add(expected[i])
      local other = seed % i + 1
      assert.equal(expected[other], list:get(other))
    end
    for number, text in list:each() do assert.equal(expected[number], text) end
  end)

  it("keeps nothing in memory", function()
    local text = ("x"):rep(1000)
    for _ = 1, 100 do list:add(text) end
    collectgarbage()
    collectgarbage()
    local before = collectgarbage "count"
    for _ = 1, 20000 do list:add(text) end
    collectgarbage()
    collectgarbage()
    assert.is_true(collectgarbage "count" - before < 16, collectgarbage "count" - before)
  end)

  it("tells that there is no room", function()
    local script = [[
      local list = require("govreport.base.spool").new()
      local ok, problem = pcall(function()
        for _ = 1, 100 do list:add(("x"):rep(10000)) end
      end)
      print(ok, problem.code, problem.detail)]]
    local _, out, err = shell.run(("ulimit -f 20; trap '' XFSZ; LUA_PATH='%s' LUA_CPATH='%s' lua5.4 -e '%s'"):format(
      package.path, package.cpath, script))
    assert.equal("false\tio.temporary\tFile too large\n", out, err)
  end)
end)
