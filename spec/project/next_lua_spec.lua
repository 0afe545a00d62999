--- The project is written in Lua 5.4, and in nothing that Lua 5.5 refuses to load, so that the way there stays open.

local next_lua = require "spec.support.next_lua"
local shell = require "spec.support.shell"

local function lines_of(command)
  local pipe, list = assert(io.popen(command)), {}
  for line in pipe:lines() do list[#list + 1] = line end
  pipe:close()
  return list
end

describe("what Lua 5.5 refuses", function()
  for _, case in ipairs{
    "for i = 1, 3 do i = i + 1 end",
    "for line in ('a'):gmatch('.') do line = line .. '' end",
    "for k, v in pairs{} do v, k = k, v end",
    "for i = 1, 3 do print(function() i = 2 end) end",
    "for i = 1, 3 do while i < 3 do i = i + 1 end end",
    "for x in (function() for i = 1, 2 do print(i) end end)() do x = nil end",
    "for i = 1, 3 do if i == 2 then repeat i = 1 until true end end",
    "#!/usr/bin/env lua\nfor i = 1, 3 do --[[ end ]] print('end', [=[ end ]] ]=]) i = 2 end",
    "for i = 1, 3 do print('\\'', \"\\\\\") i = 2 end",
    "for i = 1, 3 do function i() end end",
    "local global = 1",
    "return {global = 1}",
    "return x.global",
  } do
    it("is found: " .. case, function()
      assert.matches("^case:%d+: ", next_lua.fault(case, "case") or "nothing found")
    end)
  end

  for _, case in ipairs{
    "for k, v in pairs{} do v = k end",
    "for i = 1, 3 do local i = i i = i + 1 end",
    "for i = 1, 3 do print(function(i) i = 2 return i end) end",
    "for i = 1, 3 do print(i) end local i = 1 i = 2",
    "local i for j = 1, 3 do i = j end",
    "for t in pairs{} do t.x = 1 t[1] = 2 end",
    "while true do local i = 1 i = 2 end do local i i = 1 end",
    "for i = 1, 3 do if i == 2 then goto continue end local x = i print(x) ::continue:: end",
    "-- global\nreturn 'global', [[for i = 1, 3 do i = 2 end]], 0x1p4, 1e-5, .5",
  } do
    it("is not this: " .. case, function() assert.is_nil(next_lua.fault(case, "case")) end)
  end

  it("is told with its line", function()
    assert.equal("case:4: attempt to assign to const variable 'i'",
                 next_lua.fault("\n-- a\nfor i = 1, 3 do\n  i = [[\n]]\nend", "case"))
  end)
end)

describe("Lua 5.5", function()
  it("would load every Lua file", function()
    local count, faults = 0, {}
    for _, find in ipairs{"bin .busted .luacheckrc *.rockspec -type f", ". -name '*.lua' -not -path './build/*'"} do
      for _, path in ipairs(lines_of("find " .. find)) do
        count = count + 1
        faults[#faults + 1] = next_lua.fault(shell.read(path), path)
      end
    end
    assert.same({}, faults)
    assert.is_true(count > 400)
  end)

  it("would load the code in the documents", function()
    local count, faults = 0, {}
    for _, path in ipairs(lines_of "ls *.md docs/*.md") do
      for code in shell.read(path):gmatch("\n```lua\n(.-)\n```") do
        count = count + 1
        faults[#faults + 1] = next_lua.fault(code, path)
      end
    end
    assert.same({}, faults)
    assert.is_true(count > 10)
  end)
end)
