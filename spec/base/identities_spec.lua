--- Files under all their names.

local identities = require "govreport.base.identities"
local lfs = require "lfs"
local shell = require "spec.support.shell"

describe("identities", function()
  local folder, known
  before_each(function()
    folder, known = shell.folder(), identities.new()
    shell.write(folder .. "/a", "a")
    shell.write(folder .. "/b", "a")
  end)
  after_each(function() shell.remove(folder) end)

  local function value(path)
    local map, key = known:slot(path)
    return map[key]
  end

  local function put(path, content)
    local map, key = known:slot(path)
    map[key] = content
  end

  it("are the same under other names of a file", function()
    assert(lfs.link(folder .. "/a", folder .. "/hard"))
    assert(lfs.link(folder .. "/a", folder .. "/soft", true))
    put(folder .. "/a", 1)
    for _, name in ipairs{"a", "./a", "hard", "soft"} do assert.equal(1, value(folder .. "/" .. name), name) end
    assert.is_nil(value(folder .. "/b"))
  end)

  it("are the paths of what is not there, and others themselves", function()
    local one, other = {}, {}
    put(folder .. "/none", 1)
    put(one, 2)
    assert.same({1, 2}, {value(folder .. "/none"), value(one)})
    assert.is_nil(value(folder .. "/nothing"))
    assert.is_nil(value(other))
  end)
end)
