-- The rockspec lists every file by hand or by `make rockspec`; a file that it misses would only be noticed by whoever
-- installs the rock. What the rock made of it does: rock_spec.lua; what a release makes of it: release_spec.lua.

local lfs = require "lfs"

local function files(folder, pattern)
  local found = {}
  local pipe = assert(io.popen(("find %s -type f -name '%s'"):format(folder, pattern)))
  for path in pipe:lines() do
    found[#found + 1] = path
  end
  pipe:close()
  table.sort(found)
  return found
end

describe("the rockspec", function()
  local rockspec = {}

  setup(function()
    assert(loadfile("govreport-scm-1.rockspec", "t", rockspec))()
  end)

  it("lists the Lua modules of the tree and no others", function()
    local expected = {}
    for _, path in ipairs(files("lua", "*.lua")) do
      local name = path:gsub("^lua/", ""):gsub("%.lua$", ""):gsub("/init$", ""):gsub("/", ".")
      expected[name] = path
    end
    local listed = {}
    for name, module in pairs(rockspec.build.modules) do
      if type(module) == "string" then
        listed[name] = module
      end
    end
    assert.same(expected, listed)
  end)

  it("lists the C sources of the tree and no others", function()
    local sources = { table.unpack(rockspec.build.modules["govreport.core"].sources) }
    for _, path in ipairs(rockspec.build.modules["govreport.process"].sources) do sources[#sources + 1] = path end
    for _, name in ipairs{"docx", "sqlite", "xlsx"} do
      local beside = {}
      assert(loadfile("govreport-" .. name .. "-scm-1.rockspec", "t", beside))()
      for _, path in ipairs(beside.build.modules["govreport." .. name].sources) do sources[#sources + 1] = path end
    end
    table.sort(sources)
    local native = {}
    for _, path in ipairs(files("csrc", "*.c")) do
      if not path:find("^csrc/wasm/") then native[#native + 1] = path end   -- those are for browsers alone
    end
    assert.same(native, sources)
  end)

  it("has two C modules", function()
    local names = {}
    for name, module in pairs(rockspec.build.modules) do
      if type(module) == "table" then
        names[#names + 1] = name
      end
    end
    table.sort(names)
    assert.same({ "govreport.core", "govreport.process" }, names)
  end)

  it("depends on what the modules require, and on nothing else", function()
    local rocks = {lpeg = "lpeg", lfs = "luafilesystem", argparse = "argparse"}
    local required, declared = {lua = true}, {}
    for _, path in ipairs(files("lua", "*.lua")) do
      for line in io.lines(path) do
        for name in line:gsub("^%s*%-%-.*", ""):gmatch 'require *%(?"([%w_.]+)"' do
          if not name:find("^govreport") then required[rocks[name] or name] = true end
        end
      end
    end
    for _, dependency in ipairs(rockspec.dependencies) do declared[dependency:match("^[%w_-]+")] = true end
    assert.same(required, declared)
  end)

  it("is for the Lua that the command asks for", function()
    assert.equal("lua >= 5.4, < 5.5", rockspec.dependencies[1])
    assert.equal("#!/usr/bin/env lua5.4", io.lines("bin/govreport")())
  end)

  it("copies files and folders that are there", function()
    for _, folder in ipairs(rockspec.build.copy_directories) do
      assert.equal("directory", lfs.attributes(folder, "mode"), folder)
    end
    for place, path in pairs(rockspec.build.install.conf) do
      assert.equal("../" .. path, place)
      assert.equal("file", lfs.attributes(path, "mode"), path)
    end
  end)

  it("says what it is, and whose licence holds", function()
    local description = rockspec.description
    assert.equal("MIT", description.license)
    assert.matches("^MIT License\n", assert(io.open "LICENSE"):read("a"))
    assert.is_true(#description.summary < 80)
    assert.is_true(#description.labels > 3)
    assert.is_truthy(description.detailed:find("%.$"))
  end)

  it("is accepted by luarocks lint", function()
    if not os.execute "command -v luarocks >/dev/null" then return pending "luarocks is not installed" end
    assert.is_true(os.execute "luarocks lint govreport-scm-1.rockspec")
  end)

  it("installs the scripts of bin", function()
    local scripts = { table.unpack(rockspec.build.install.bin) }
    table.sort(scripts)
    assert.same(files("bin", "*"), scripts)
  end)
end)
