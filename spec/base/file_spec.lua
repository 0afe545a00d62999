--- Files that are written: whole or not at all, and nothing left beside them.

local file = require "govreport.base.file"
local fingerprint = require "govreport.check.fingerprint"
local lfs = require "lfs"
local shell = require "spec.support.shell"

local folder

before_each(function() folder = shell.folder() end)
after_each(function() shell.remove(folder) end)

local function at(name) return folder .. "/" .. name end

local function names()
  local list = {}
  for name in lfs.dir(folder) do
    if name ~= "." and name ~= ".." then list[#list + 1] = name end
  end
  table.sort(list)
  return list
end

-- What stands beside a file while it is written.
local function beside(name, i) return (".govreport-%s.tmp%d"):format(fingerprint.hash(name), i) end

-- Runs a program in Lua with `save` at hand; what a shell says of its end.
local function lua(program, shell_format)
  shell.write(at "program.lua", "local save = require('govreport.core').save\n" .. program)
  local command = ("LUA_CPATH='%s/?.so;;' lua5.4 %s"):format(shell.build, at "program.lua")
  local code, out, err = shell.run((shell_format or "%s"):format(command))
  os.remove(at "program.lua")
  return code, out, err
end

describe("writing a file", function()
  it("keeps its mode, and gives a new one that of the umask", function()
    shell.write(at "old", "x")
    assert(os.execute("chmod 640 " .. at "old"))
    assert.is_true(file.write(at "old", "y"))
    assert.equal("rw-r-----", lfs.attributes(at "old", "permissions"))
    lua(("save(%q, 'x')"):format(at "new"), "umask 027; %s")
    assert.equal("rw-r-----", lfs.attributes(at "new", "permissions"))
  end)

  it("keeps its owner, as far as it may", function()
    shell.write(at "old", "x")
    local may = os.execute("chown 65534:65534 " .. at "old" .. " 2>/dev/null")
    if not may then return pending "only root gives files away" end
    assert.is_true(file.write(at "old", "y"))
    assert.same({65534, 65534}, {lfs.attributes(at "old", "uid"), lfs.attributes(at "old", "gid")})
  end)

  it("goes through links, which stay", function()
    shell.write(at "file", "x")
    assert(lfs.link("file", at "link", true))
    assert(lfs.link("nothing", at "dangling", true))
    assert.is_true(file.write(at "link", "y"))
    assert.is_true(file.write(at "dangling", "z"))
    assert.equal("y", shell.read(at "file"))
    assert.equal("z", shell.read(at "nothing"))
    assert.equal("link", lfs.symlinkattributes(at "link", "mode"))
    assert.same({"dangling", "file", "link", "nothing"}, names())
  end)

  it("refuses links that lead round", function()
    assert(lfs.link("b", at "a", true))
    assert(lfs.link("a", at "b", true))
    assert.same({nil, "Too many levels of symbolic links"}, {file.write(at "a", "x")})
  end)

  it("writes into pipes and devices", function()
    assert(os.execute("mkfifo " .. at "pipe"))
    local _, out = lua(("save(%q, 'through')"):format(at "pipe"), "cat " .. at "pipe" .. " & %s; wait")
    assert.equal("through", out)
    assert.is_true(file.write("/dev/null", "x"))
    assert.equal("char device", lfs.attributes("/dev/null", "mode"))
    if lfs.attributes "/dev/full" then
      assert.same({nil, "No space left on device"}, {file.write("/dev/full", "x")})
    end
    assert.same({"pipe"}, names())
  end)

  it("writes into the standard output that is open", function()
    local _, out = lua "io.write('first '):flush() save('/dev/stdout', 'second')"
    assert.equal("first second", out)
  end)

  it("leaves nothing where there is no room", function()
    shell.write(at "old", "old")
    local program = ("require('govreport.core').plain_signals() print(save(%q, ('x'):rep(1 << 20)))"):format(at "old")
    local _, out = lua(program, "ulimit -f 8; %s")
    assert.equal("nil\tFile too large\n", out)
    assert.equal("old", shell.read(at "old"))
    assert.same({"old"}, names())
  end)

  it("takes a name as long as there may be", function()
    local name = ("n"):rep(255)
    assert.is_true(file.write(at(name), "x"))
    assert.same({name}, names())
    assert.same({nil, "File name too long"}, {file.write(at(name .. "n"), "x")})
  end)

  it("makes a new one only where nothing is", function()
    shell.write(at "file", "x")
    assert(lfs.link("nothing", at "link", true))
    assert.same({nil, "File exists"}, {file.create(at "file", "y")})
    assert.same({nil, "File exists"}, {file.create(at "link", "y")})
    assert.is_true(file.create(at "new", "y"))
    assert.equal("y", shell.read(at "new"))
    assert.same({"file", "link", "new"}, names())
  end)
end)

describe("what was left beside a file", function()
  it("is removed by the next that writes it", function()
    shell.write(at(beside("a", 1)), "left")
    shell.write(at(beside("a", 3)), "left")
    shell.write(at(beside("b", 1)), "of another")
    assert.is_true(file.write(at "a", "x"))
    assert.same({beside("b", 1), "a"}, names())
  end)

  it("stays while it is written by another", function()
    if not os.execute "command -v flock >/dev/null" then return pending "no flock here" end
    shell.write(at(beside("a", 1)), "being written")
    local code = lua(("assert(save(%q, 'x'))"):format(at "a"), "flock " .. at(beside("a", 1)) .. " env %s")
    assert.equal(0, code)
    assert.same({beside("a", 1), "a"}, names())
    assert.equal("x", shell.read(at "a"))
  end)

  it("is no link that somebody put there", function()
    shell.write(at "mine", "mine")
    assert(lfs.link("mine", at(beside("a", 1)), true))
    assert.is_true(file.write(at "a", "x"))
    assert.equal("mine", shell.read(at "mine"))
    assert.equal("link", lfs.symlinkattributes(at(beside("a", 1)), "mode"))
  end)

  -- A program that writes a file again and again is killed after a while.
  local function killed(signal)
    shell.write(at "a", ("0"):rep(1 << 22))
    local program = ("while true do assert(save(%q, ('1'):rep(1 << 22))) end"):format(at "a")
    lua(program, "%s & sleep 0.15; kill -" .. signal .. " $!; wait $! 2>/dev/null; true")
    local text = shell.read(at "a")
    assert.equal(1 << 22, #text)
    assert.is_truthy(text:find "^0+$" or text:find "^1+$")
    return names()
  end

  it("is nothing behind a signal that ends the program", function()
    for _ = 1, 3 do assert.same({"a"}, killed "TERM") end
    assert.same({"a"}, killed "INT")
  end)

  it("is one file behind kill -9, and nothing behind the next", function()
    assert.is_true(#killed "KILL" <= 2)
    assert.is_true(file.write(at "a", "x"))
    assert.same({"a"}, names())
  end)
end)

describe("reading a file", function()
  it("reads no more of one without an end than shows that", function()
    local _, code, fields = file.read("/dev/zero", 100000)
    assert.equal("limit.input", code)
    assert.equal("at least 100001", fields.actual.en)
  end)

  it("takes what just fits, and tells how long a longer one is", function()
    shell.write(at "a", ("x"):rep(100000))
    assert.equal(100000, #file.read(at "a", 100000))
    local _, code, fields = file.read(at "a", 99999)
    assert.same({"limit.input", 100000, 99999}, {code, fields.actual, fields.limit})
  end)

  it("tells what cannot be read", function()
    assert.equal("io.folder", (select(2, file.read(folder))))
    assert.equal("io.missing", (select(2, file.read(at "none"))))
    assert.equal("File name too long", (select(3, file.read(at(("n"):rep(256))))).detail)
  end)
end)
