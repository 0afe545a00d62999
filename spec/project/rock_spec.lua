-- Packs the rock, installs it into an empty tree from a folder that stands in
-- for a rocks server, and uses it there, without network and with nothing of
-- the checkout on the search path.

local lfs = require "lfs"

local function run(command)
  local pipe = assert(io.popen("{ " .. command .. "\n} 2>&1"))
  local output = pipe:read("a")
  local ok, _, code = pipe:close()
  return ok, output, code
end

local function succeed(command)
  local ok, output = run(command)
  assert(ok, command .. "\n" .. output)
  return output
end

describe("the rock #rock", function()
  if not run("command -v luarocks && command -v luarocks-admin") then
    pending("luarocks is not installed")
    return
  end

  local checkout = lfs.currentdir()
  local folder, tree

  -- Runs in an empty folder, with an environment that knows only the tree.
  local function in_tree(command)
    local lua_path = ("%s/share/lua/5.4/?.lua;%s/share/lua/5.4/?/init.lua;;"):format(tree, tree)
    local lua_cpath = ("%s/lib/lua/5.4/?.so;;"):format(tree)
    return ("cd %s/home && env -i PATH=\"$PATH\" HOME=%s/home LUA_PATH='%s' LUA_CPATH='%s' %s")
      :format(folder, folder, lua_path, lua_cpath, command)
  end

  setup(function()
    folder = os.tmpname()
    os.remove(folder)
    tree = folder .. "/tree"
    succeed(("mkdir -p %s/home %s/server"):format(folder, folder))

    -- The flags of a make that runs the tests are not meant for this one.
    succeed(("env -u MAKEFLAGS -u MAKELEVEL make rock B=%s/build"):format(folder))
    succeed(("cp %s/build/rock/*.rock %s/server"):format(folder, folder))

    -- Debian installs these without luarocks knowing it.
    local config = assert(io.open(folder .. "/config.lua", "w"))
    config:write(([[
      rocks_trees = { "%s/tree" }
      local_cache = "%s/cache"
      rocks_provided = { lpeg = "1.0.2-1", argparse = "0.7.1-1", luafilesystem = "1.8.0-1" }
    ]]):format(folder, folder))
    config:close()

    local luarocks = ("HOME=%s/home LUAROCKS_CONFIG=%s/config.lua luarocks"):format(folder, folder)
    succeed(("%s-admin --lua-version 5.4 make_manifest %s/server"):format(luarocks, folder))
    succeed(("%s --lua-version 5.4 --tree %s install --only-server %s/server govreport")
      :format(luarocks, tree, folder))
  end)

  teardown(function()
    run("rm -rf " .. folder)
  end)

  it("offers the library", function()
    local output = succeed(in_tree([[lua5.4 -e '
      require "govreport"
      print(package.searchpath("govreport", package.path))
      print(package.searchpath("govreport.core", package.cpath))']]))
    assert.equal(tree .. "/share/lua/5.4/govreport/init.lua\n"
      .. tree .. "/lib/lua/5.4/govreport/core.so\n", output)
  end)

  it("offers the command, which answers as the one of the checkout does", function()
    local arguments = ("check '%s/examples/report.txt'"):format(checkout)
    local _, expected, status = run("bin/govreport " .. arguments)
    local _, output, installed_status = run(in_tree(tree .. "/bin/govreport " .. arguments))
    assert.not_equal("", output)
    assert.equal(expected, output)
    assert.equal(status, installed_status)
  end)
end)
