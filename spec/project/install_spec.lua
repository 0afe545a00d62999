--- make install: into an empty folder whose name has a space and Chinese characters, and used there with nothing of the
-- checkout on the search paths.

local govreport = require "govreport"
local shell = require "spec.support.shell"

local function succeed(command)
  local pipe = assert(io.popen("{ " .. command .. "\n} 2>&1"))
  local output = pipe:read("a")
  assert(pipe:close(), command .. "\n" .. output)
  return output
end

describe("what make install puts into a folder", function()
  local base, prefix, checkout

  setup(function()
    base, checkout = shell.folder(), shell.root
    prefix = base .. "/空 folder"
    succeed(("make --no-print-directory install PREFIX='%s'"):format(prefix))
  end)
  teardown(function() shell.remove(base) end)

  local function there(command) return succeed(("cd %s && env -i PATH=\"$PATH\" %s"):format(base, command)) end

  it("is a command that runs", function()
    local report = ("'%s/bin/govreport' check %s/examples/report.txt"):format(prefix, checkout)
    assert.matches("未发现错误", there(report))
    succeed(("ln -s '%s/bin/govreport' %s/linked"):format(prefix, base))
    assert.matches("^govreport 0", there "./linked --version")
  end)

  it("are modules for programs", function()
    local paths = ("LUA_PATH='%s/share/lua/5.4/?.lua;%s/share/lua/5.4/?/init.lua;;' LUA_CPATH='%s/lib/lua/5.4/?.so;;'")
      :format(prefix, prefix, prefix)
    local program = [[print(require("govreport").version, package.searchpath("govreport.core", package.cpath))]]
    assert.matches("^0[%d.]+\t" .. prefix:gsub("%p", "%%%0"), there(("%s lua5.4 -e '%s'"):format(paths, program)))
  end)

  -- pkg-config escapes what a shell would take apart, so a shell or make has to read what it prints.
  it("is a C library that pkg-config knows", function()
    local function with_pkg_config(command)
      return there(("PKG_CONFIG_PATH='%s/lib/pkgconfig' sh -c '%s'"):format(prefix, command))
    end
    with_pkg_config(("eval gcc -std=c11 -Wall -Werror -o walk %s/examples/walk.c "
                     .. "$(pkg-config --cflags --libs govreport)"):format(checkout))
    assert.matches("^1:1\t", there(("./walk %s/examples/report.txt"):format(checkout)))
    assert.equal(govreport.version .. "\n", with_pkg_config "pkg-config --modversion govreport")
    assert.equal(prefix .. "/lib\n", with_pkg_config "pkg-config --variable=libdir govreport")
  end)

  it("is a C library with names of its own only", function()
    local names = succeed(("nm -g --defined-only '%s/lib/libgovreport.a'"):format(prefix))
    local count = 0
    for symbol in names:gmatch("%x+ %u ([%w_]+)") do
      assert.matches("^gr_", symbol)
      count = count + 1
    end
    assert.is_true(count > 50)
  end)

  it("goes below DESTDIR, and only there", function()
    succeed(("make --no-print-directory install DESTDIR='%s/stage' PREFIX=/opt/govreport"):format(base))
    assert.equal("prefix=/opt/govreport\n", (shell.read(base .. "/stage/opt/govreport/lib/pkgconfig/govreport.pc")
                                             :match("^[^\n]*\n")))
    assert.matches("^govreport 0", there "stage/opt/govreport/bin/govreport --version")
  end)
end)
