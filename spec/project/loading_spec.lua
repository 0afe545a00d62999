--- What comes with `require "govreport"`: enough to read a document, and nothing that only some programs need.

local shell = require "spec.support.shell"

-- Runs a program in a process that has loaded nothing yet.
local function run(program)
  local paths = ("LUA_PATH='./lua/?.lua;./lua/?/init.lua;;' LUA_CPATH='%s/?.so;;'"):format(shell.build)
  local pipe = assert(io.popen(("%s lua5.4 -e '%s' 2>&1"):format(paths, program)))
  local output = pipe:read("a")
  assert(pipe:close(), output)
  return output
end

-- The rooms that hold the modules which a program has loaded, and the modules of others, as words in order.
local function loaded_by(program)
  return run([[
    local own = {}
    for name in pairs(package.loaded) do own[name] = true end
    ]] .. program .. [[

    local seen, words = {}, {}
    for name in pairs(package.loaded) do
      local word = name:match "^govreport%.([%w_]+)" or name
      if not own[name] and not seen[word] then
        seen[word] = true
        words[#words + 1] = word
      end
    end
    table.sort(words)
    print(table.concat(words, " "))]])
end

-- The modules of ours that a program has loaded, by name, without "govreport.".
local function modules_of(program)
  local output = run(program .. [[

    local words = {}
    for name in pairs(package.loaded) do
      if name:find "^govreport" then words[#words + 1] = name:gsub("^govreport%.", "") end
    end
    table.sort(words)
    print(table.concat(words, " "))]])
  return output:sub(1, -2)
end

describe("require \"govreport\"", function()
  it("loads the names of the functions, and nothing of what they do", function()
    assert.equal("base.version face govreport", modules_of 'require "govreport"')
  end)

  for _, chapter in ipairs(require "govreport.face") do
    it("knows which functions stand in face/" .. chapter[1], function()
      local there = {}
      for name in pairs(require("govreport.face." .. chapter[1])) do there[#there + 1] = name end
      local listed = table.move(chapter, 2, #chapter, 1, {})
      table.sort(there)
      table.sort(listed)
      assert.same(there, listed)
    end)
  end

  it("has each function once, and all of them for who lists them", function()
    local output = run [[
      local govreport = require "govreport"
      local count = -1   -- version
      for name, value in pairs(govreport) do
        assert(name == "version" or type(value) == "function" and govreport[name] == value, name)
        count = count + 1
      end
      for _, chapter in ipairs(require "govreport.face") do count = count - #chapter + 1 end
      print(count, govreport.opne)]]
    assert.equal("0\tnil\n", output)
  end)

  it("loads neither forms nor rules nor messages before there is a document", function()
    local modules = modules_of 'local govreport = require "govreport" local _ = govreport.open, govreport.check'
    for _, room in ipairs{"forms", "rules", "messages"} do
      assert.is_nil((" " .. modules):find(" " .. room .. ".", 1, true), room)
    end
  end)

  it("sets no global variable", function()
    local output = run [[
      require "lfs"   -- which sets one
      local known = {}
      for name in pairs(_G) do known[name] = true end
      require "govreport"
      require "govreport.cli"
      for name in pairs(_G) do if not known[name] then print(name) end end]]
    assert.equal("", output)
  end)

  it("loads what checks when something is checked, and still no command, no trace, no draft", function()
    local rooms = loaded_by [[
      local govreport = require "govreport"
      govreport.check(assert(govreport.open "examples/report.txt"))]]
    for room in rooms:gmatch("%S+") do
      assert.is_nil((" cli draft trace render argparse lfs "):find(" " .. room .. " ", 1, true), room)
    end
    assert.matches(" rules ", rooms)
  end)
end)

describe("each public module", function()
  for _, name in ipairs{"grammar", "readers", "similarity", "waivers"} do
    it("can be required by itself: " .. name, function()
      local output = run(("print(type(require %q), package.loaded.govreport)"):format("govreport." .. name))
      assert.equal("table\tnil\n", output)
    end)
  end
end)
