--- make release: what it writes, what it refuses, and that LuaRocks builds what it made from the tag.

local shell = require "spec.support.shell"

local function run(command)
  local pipe = assert(io.popen("{ " .. command .. "\n} 2>&1"))
  local output = pipe:read("a")
  return pipe:close() == true, output
end

local function succeed(command, ...)
  local line = command:format(...)
  local ok, output = run(line)
  assert(ok, line .. "\n" .. output)
  return output
end

-- The flags of a make that runs the tests are not meant for this one.
local make = "env -u MAKEFLAGS -u MAKELEVEL -u VERSION -u SOURCE make --no-print-directory release"

local function loaded(path)
  local rockspec = {}
  assert(loadfile(path, "t", rockspec))()
  return rockspec
end

local module = '-- The version.\n\nreturn "%s"\n'
local files = {"CHANGELOG.md", "lua/govreport/base/version.lua", "govreport-scm-1.rockspec"}

describe("make release", function()
  local folder

  -- A new checkout of what a release looks at, of version 0.9.0.
  before_each(function()
    folder = shell.folder()
    succeed("cp --parents Makefile test/release.lua govreport-scm-1.rockspec %s", folder)
    succeed("mkdir -p %s/lua/govreport/base", folder)
    shell.write(folder .. "/CHANGELOG.md", "# Changelog\n\n## Unreleased\n\n- New.\n\n## 0.9.0\n\n- Old.\n")
    shell.write(folder .. "/lua/govreport/base/version.lua", module:format "0.9.0")
    succeed("git init -q %s", folder)
  end)
  after_each(function() shell.remove(folder) end)

  local function release(arguments) return run(("cd %s && %s %s"):format(folder, make, arguments)) end

  local function contents()
    local texts = {succeed("cd %s && find . -path ./.git -prune -o -print | sort", folder)}
    for i, name in ipairs(files) do texts[i + 1] = shell.read(folder .. "/" .. name) end
    return texts
  end

  local function refused(arguments, message)
    local before = contents()
    local ok, output = release(arguments)
    assert.is_false(ok, arguments)
    assert.matches("^release: ", output)
    assert.is_truthy(output:find(message, 1, true), output)
    assert.same(before, contents())
  end

  it("writes the version into module, changelog and rockspec", function()
    local ok, output = release "VERSION=0.10.0 SOURCE=git+https://git.example.org/govreport.git"
    assert.is_true(ok, output)
    assert.equal("govreport-0.10.0-1.rockspec: tag v0.10.0 of git+https://git.example.org/govreport.git\n", output)
    assert.equal(module:format "0.10.0", shell.read(folder .. "/lua/govreport/base/version.lua"))
    assert.equal("# Changelog\n\n## Unreleased\n\n## 0.10.0\n\n- New.\n\n## 0.9.0\n\n- Old.\n",
                 shell.read(folder .. "/CHANGELOG.md"))

    local made, scm = loaded(folder .. "/govreport-0.10.0-1.rockspec"), loaded "govreport-scm-1.rockspec"
    assert.equal("0.10.0-1", made.version)
    assert.same({url = "git+https://git.example.org/govreport.git", tag = "v0.10.0"}, made.source)
    made.version, made.source = scm.version, scm.source
    assert.same(scm, made)
    assert.equal(shell.read "govreport-scm-1.rockspec", shell.read(folder .. "/govreport-scm-1.rockspec"))
  end)

  it("writes a rockspec that luarocks lint accepts", function()
    if not run "command -v luarocks" then return pending "luarocks is not installed" end
    assert.is_true((release "VERSION=1.0.0"))
    succeed("luarocks lint %s/govreport-1.0.0-1.rockspec", folder)
  end)

  it("takes the version that the module has, where it was never released", function()
    shell.write(folder .. "/CHANGELOG.md", "# Changelog\n\n## Unreleased\n\n- New.\n")
    assert.is_true((release "VERSION=0.9.0"))
  end)

  it("refuses what is no version", function()
    for _, version in ipairs{"", "1", "1.2", "1.2.3.4", "1.2.3-1", "v1.2.3", "01.2.3", "1.2.x", "1.2.-3", "1..3",
                             "latest", "1.2.3;id", "1.2. 3", "1.2.1000000000"} do
      refused("VERSION='" .. version .. "'", "not of the form x.y.z: '" .. version .. "'")
    end
    refused("", "not of the form x.y.z: ''")
  end)

  it("refuses a version older than the last one", function()
    for _, version in ipairs{"0.8.9", "0.8.10", "0.0.1"} do refused("VERSION=" .. version, "older than 0.9.0") end
  end)

  it("refuses a version that is there already", function()
    refused("VERSION=0.9.0", "CHANGELOG.md has a part 0.9.0 already")
    shell.write(folder .. "/govreport-1.0.0-1.rockspec", "")
    refused("VERSION=1.0.0", "govreport-1.0.0-1.rockspec is there already")
    succeed("ln -s nowhere %s/govreport-1.0.1-1.rockspec", folder)
    refused("VERSION=1.0.1", "govreport-1.0.1-1.rockspec is there already")
  end)

  it("refuses a changelog that tells nothing new", function()
    for _, text in ipairs{"# Changelog\n\n## 0.9.0\n\n- Old.\n", "# Changelog\n\n## Unreleased\n\n## 0.9.0\n\n- Old.\n",
                          "# Changelog\n\n## Unreleased\n"} do
      shell.write(folder .. "/CHANGELOG.md", text)
      refused("VERSION=1.0.0", "nothing below '## Unreleased'")
    end
  end)

  it("refuses files in which it does not find its places", function()
    shell.write(folder .. "/govreport-scm-1.rockspec", 'version = "scm-1"\n')
    refused("VERSION=1.0.0", "govreport-scm-1.rockspec has 0 places")
    shell.write(folder .. "/lua/govreport/base/version.lua", "return {}\n")
    refused("VERSION=1.0.0", "lua/govreport/base/version.lua has no version")
  end)

  it("refuses a source that is no address", function()
    for _, source in ipairs{"here", "git.example.org", "git+https://", "git+https://a b"} do
      refused(("VERSION=1.0.0 SOURCE='%s'"):format(source), "SOURCE is no address")
    end
  end)

  it("names git's origin as rockspecs do, without secrets", function()
    succeed("git -C %s remote add origin x", folder)
    for i, case in ipairs{
      {"https://git.example.org/a/govreport.git", "git+https://git.example.org/a/govreport.git"},
      {"https://name:secret@git.example.org/govreport", "git+https://git.example.org/govreport"},
      {"git@git.example.org:a/govreport.git", "git+ssh://git@git.example.org/a/govreport.git"},
      {"ssh://git@git.example.org/govreport", "git+ssh://git@git.example.org/govreport"},
      {"git://git.example.org/govreport", "git://git.example.org/govreport"},
    } do
      succeed("git -C %s remote set-url origin '%s'", folder, case[1])
      shell.write(folder .. "/CHANGELOG.md", "# Changelog\n\n## Unreleased\n\n- New.\n")
      local ok, output = release(("VERSION=1.0.%d"):format(i))
      assert.is_true(ok, output)
      assert.equal(case[2], loaded(("%s/govreport-1.0.%d-1.rockspec"):format(folder, i)).source.url)
    end
  end)

  it("says where there is no address that others can reach", function()
    for i, remote in ipairs{"", "/srv/govreport.git", "file:///srv/govreport.git", "../govreport"} do
      if remote ~= "" then succeed("git -C %s config remote.origin.url %s", folder, remote) end
      shell.write(folder .. "/CHANGELOG.md", "# Changelog\n\n## Unreleased\n\n- New.\n")
      local ok, output = release(("VERSION=1.0.%d"):format(i))
      assert.is_true(ok, output)
      assert.matches("no address that others can reach", output)
      assert.equal("git+file://.", loaded(("%s/govreport-1.0.%d-1.rockspec"):format(folder, i)).source.url)
    end
  end)
end)

describe("a release #rock", function()
  if not run "command -v luarocks" then return pending "luarocks is not installed" end

  local base

  setup(function() base = shell.folder("home", "checkout") end)
  teardown(function() shell.remove(base) end)

  it("is built by LuaRocks from its tag", function()
    local git = ("git -C %s/checkout -c user.name=maintainer -c user.email=maintainer@example.org"):format(base)
    succeed("cp -r csrc lua bin docs examples types contrib test Makefile LICENSE *.md *.rockspec %s/checkout", base)
    local changelog = shell.read "CHANGELOG.md"
    shell.write(base .. "/checkout/CHANGELOG.md", (changelog:gsub("\n## Unreleased\n", "%0\n- New.\n", 1)))
    succeed("cd %s/checkout && %s VERSION=9.8.7 SOURCE=git+file://%s/checkout", base, make, base)
    succeed("%s init -q && %s add -A && %s commit -qm 'Release 9.8.7' && %s tag v9.8.7", git, git, git, git)
    -- What comes behind the tag is no part of it.
    succeed("rm -r %s/checkout/docs && %s commit -qam 'Take the documents away'", base, git)

    succeed("cd %s/home && HOME=%s/home luarocks --lua-version 5.4 --tree '%s/空 树' build --deps-mode none "
            .. "../checkout/govreport-9.8.7-1.rockspec CFLAGS='-O0 -fPIC'", base, base, base)
    local version = succeed("env -i PATH=\"$PATH\" HOME=%s/home '%s/空 树/bin/govreport' --version", base, base)
    assert.equal("govreport 9.8.7\n", version)
    local rock = base .. "/空 树/lib/luarocks/rocks-5.4/govreport/9.8.7-1"
    assert.equal(shell.read "docs/reference.md", shell.read(rock .. "/docs/reference.md"))
    assert.is_truthy(shell.read(rock .. "/CHANGELOG.md"):find("\n## 9.8.7\n", 1, true))
  end)
end)
