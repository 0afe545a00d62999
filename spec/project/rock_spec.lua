--- Packs the rock, installs it into empty trees whose path has a space and Chinese characters, and uses it there:
-- without network, and with nothing of the checkout on the search paths.

local json = require "govreport.base.json_reader"
local lfs = require "lfs"
local links = require "spec.support.links"
local shell = require "spec.support.shell"

local function run(command)
  local pipe = assert(io.popen("{ " .. command .. "\n} 2>&1"))
  local output = pipe:read("a")
  local ok, _, code = pipe:close()
  return ok, output, code
end

local function succeed(command, ...)
  local line = select("#", ...) == 0 and command or command:format(...)
  local ok, output = run(line)
  assert(ok, line .. "\n" .. output)
  return output
end

-- What stands in the folder of an installed rock as it does in the checkout.
local carried = {"README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "csrc/govreport.h", "docs", "examples",
                 "types", "contrib"}

describe("the rock #rock", function()
  if not run("command -v luarocks && command -v luarocks-admin") then
    pending("luarocks is not installed")
    return
  end

  local base, file_tree, server_tree, rock

  -- The programs of LuaRocks, with settings and a home of their own.
  local function program(name)
    return function(arguments, ...)
      local line = ("env HOME=%s/home LUAROCKS_CONFIG=%s/config.lua %s --lua-version 5.4 "):format(base, base, name)
      return succeed(line .. arguments, ...)
    end
  end
  local luarocks, admin = program "luarocks", program "luarocks-admin"

  setup(function()
    base = shell.folder("home", "server")
    file_tree, server_tree = base .. "/空 树", base .. "/server 树"
    -- The flags of a make that runs the tests are not meant for this one.
    succeed("env -u MAKEFLAGS -u MAKELEVEL make rock B=%s/build", base)
    succeed("cp %s/build/rock/*.rock %s/server", base, base)

    -- Debian installs the dependencies without luarocks knowing it: they are not looked for, or known by the settings.
    shell.write(base .. "/config.lua", 'local_cache = "' .. base .. '/cache"\n')
    luarocks("--tree '%s' install --deps-mode none %s/server/*.rock", file_tree, base)
    shell.write(base .. "/config.lua", shell.read(base .. "/config.lua")
      .. 'rocks_provided = {lpeg = "1.0.2-1", argparse = "0.7.1-1", luafilesystem = "1.8.0-1"}\n')
    admin("make_manifest %s/server", base)
    luarocks("--tree '%s' install --only-server %s/server govreport", server_tree, base)
    rock = file_tree .. "/lib/luarocks/rocks-5.4/govreport/scm-1"
  end)

  teardown(function() shell.remove(base) end)

  -- Runs in a folder, by default an empty one, with an environment that knows nothing of trees.
  local function there(command, folder)
    return ("cd '%s' && env -i PATH=\"$PATH\" HOME=%s/home %s"):format(folder or base .. "/home", base, command)
  end

  it("offers the library to programs", function()
    local source = [[
      local govreport = require "govreport"
      local report = assert(govreport.open(arg[1] .. "/examples/report-with-errors.txt"))
      print(report.agency, govreport.check(report).verdict)
      print(package.searchpath("govreport", package.path))
      print(package.searchpath("govreport.core", package.cpath))
    ]]
    shell.write(base .. "/program.lua", source)
    local path = ("LUA_PATH='%s/share/lua/5.4/?.lua;%s/share/lua/5.4/?/init.lua;;'"):format(file_tree, file_tree)
    local cpath = ("LUA_CPATH='%s/lib/lua/5.4/?.so;;'"):format(file_tree)
    assert.equal(("云岭市水务局\tfail\n%s/share/lua/5.4/govreport/init.lua\n%s/lib/lua/5.4/govreport/core.so\n")
                   :format(file_tree, file_tree),
                 succeed(there(("%s %s lua5.4 ../program.lua '%s'"):format(path, cpath, rock))))
  end)

  it("offers the command, however it was installed", function()
    local version = require("govreport").version
    for _, tree in ipairs{file_tree, server_tree} do
      assert.equal("govreport " .. version .. "\n", succeed(there(("'%s/bin/govreport' --version"):format(tree))))
    end
    succeed("ln -s '%s/bin/govreport' %s/linked", file_tree, base)
    assert.equal("govreport " .. version .. "\n", succeed(there "../linked --version"))
  end)

  it("has a command that answers as the one of the checkout does, of the examples that came with it", function()
    for name, status in pairs{["report.txt"] = 0, ["report-with-errors.txt"] = 1, ["report-2021.html"] = 0} do
      local _, wanted, wanted_status = run("cd examples && ../bin/govreport check --lang zh " .. name)
      local command = ("'%s/bin/govreport' check --lang zh %s"):format(file_tree, name)
      local _, output, code = run(there(command, rock .. "/examples"))
      assert.same({wanted, wanted_status}, {output, code})
      assert.equal(status, code)
    end
  end)

  it("carries documents, examples, types and what others run it with as they are", function()
    for _, name in ipairs(carried) do assert.equal("", succeed("diff -r %s '%s/%s'", name, rock, name)) end
  end)

  it("carries nothing else", function()
    local wanted = {["govreport-scm-1.rockspec"] = true, rock_manifest = true, bin = true, ["."] = true, [".."] = true}
    for _, name in ipairs(carried) do wanted[name:match("^[^/]+")] = true end
    for name in lfs.dir(rock) do assert.is_true(wanted[name], name) end
    assert.equal("csrc/govreport.h\n", succeed("cd '%s' && find csrc -type f", rock))
  end)

  it("stands where the documents say", function()
    assert.equal(rock .. "\n", luarocks("--tree '%s' show --rock-dir govreport", file_tree))
  end)

  it("has documents whose links lead somewhere", function()
    local documents = links.documents(rock)
    assert.is_true(#documents > 8)
    for _, document in ipairs(documents) do assert.same({}, (links.broken(document)), document) end
  end)

  it("has settings for editors that lead to the types", function()
    local settings = assert(json.decode(shell.read(rock .. "/examples/.luarc.json")))
    local library = settings["workspace.library"]
    assert.equal(1, #library)
    assert.equal("file", lfs.attributes(rock .. "/examples/" .. library[1] .. "/govreport.lua", "mode"))
    local shown = shell.read(rock .. "/docs/editors.md"):match("\n```json\n(.-)```")
    assert.equal(shell.read(rock .. "/examples/.luarc.json"), shown)
  end)

  it("is removed whole", function()
    luarocks("--tree '%s' remove govreport", server_tree)
    assert.equal("", succeed("find '%s' -type f -path '*govreport*'", server_tree))
  end)
end)
