-- The rockspec lists every file by hand or by `make rockspec`; a file it misses
-- would only be noticed by whoever installs the rock.

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
    table.sort(sources)
    assert.same(files("csrc", "*.c"), sources)
  end)

  it("has one C module", function()
    local names = {}
    for name, module in pairs(rockspec.build.modules) do
      if type(module) == "table" then
        names[#names + 1] = name
      end
    end
    assert.same({ "govreport.core" }, names)
  end)

  it("installs the scripts of bin", function()
    local scripts = { table.unpack(rockspec.build.install.bin) }
    table.sort(scripts)
    assert.same(files("bin", "*"), scripts)
  end)
end)
