--- Files that commands write.

local lfs = require "lfs"
local output = require "govreport.cli.output"

local folder

setup(function()
  folder = os.tmpname()
  os.remove(folder)
  assert(lfs.mkdir(folder))
end)

teardown(function() os.execute("rm -r " .. folder) end)

local function read(path)
  local file = assert(io.open(path, "rb"))
  local text = file:read("a")
  file:close()
  return text
end

local function names()
  local list = {}
  for name in lfs.dir(folder) do
    if name ~= "." and name ~= ".." then list[#list + 1] = name end
  end
  table.sort(list)
  return list
end

describe("writing a file", function()
  it("puts it there as a whole, over what was there, and leaves nothing else", function()
    local path = folder .. "/a.txt"
    assert.is_true(output.write(path, "first"))
    assert.is_true(output.write(path, ("中\0"):rep(100000)))
    assert.equal(("中\0"):rep(100000), read(path))
    assert.same({"a.txt"}, names())
  end)

  it("says what the system says, and leaves what was there", function()
    local written, problem = output.write(folder .. "/none/a.txt", "x")
    assert.is_nil(written)
    assert.equal("No such file or directory", problem)
    assert(lfs.mkdir(folder .. "/taken"))
    assert.is_nil((output.write(folder .. "/taken", "x")))
    assert.same({"a.txt", "taken"}, names())
  end)

  it("does not write over what another left beside", function()
    local left = assert(io.open(folder .. "/b.txt.tmp1", "wb"))
    left:write("left")
    left:close()
    assert.is_true(output.write(folder .. "/b.txt", "b"))
    assert.equal("left", read(folder .. "/b.txt.tmp1"))
    assert.equal("b", read(folder .. "/b.txt"))
    os.remove(folder .. "/b.txt.tmp1")
  end)
end)

describe("names for files in a folder", function()
  it("are those of the inputs, numbered where they would be the same", function()
    local name = output.namer("out/", ".html")
    assert.equal("out/a.html", name "x/a.txt")
    assert.equal("out/a-2.html", name "y/a.html")
    assert.equal("out/a-3.html", name "a")
    assert.equal("out/stdin.html", name "<stdin>")
  end)

  it("do not lead out of it", function()
    local name = output.namer("out", ".md")
    assert.equal("out/report.md", name "..")
    assert.equal("out/report-2.md", name "x/...txt")
    assert.equal("out/b_c.md", name "../../b\nc.txt")
  end)
end)

describe("names that are too long", function()
  local name = output.namer("out", ".letter.html")
  local long = ("区"):rep(100)   -- 300 bytes

  local function of(input) return name(input):match("^out/(.*)$") end

  it("are cut at a character, and what was cut off still tells them apart", function()
    local first, second = of(long .. "甲.html"), of(long .. "乙.html")
    for _, own in ipairs{first, second} do
      assert.is_true(#own <= 255 and #own > 250, own)
      assert.is_truthy(utf8.len(own), own)
      assert.matches("^%-%x%x%x%x%x%x%x%x%.letter%.html$", (own:gsub("区", "")))
    end
    assert.not_equal(first, second)
    assert.equal(first, output.namer("out", ".letter.html")("x/" .. long .. "甲.txt"):match("^out/(.*)$"))
  end)

  it("are numbered as others are", function()
    local again = of(long .. "甲.txt")
    assert.is_true(#again <= 255)
    assert.matches("%-2%.letter%.html$", again)
  end)

  it("are those that just fit", function()
    local fits = ("x"):rep(255 - #".letter.html")
    assert.equal(fits .. ".letter.html", of(fits))
    assert.equal(255, #of(fits .. "x"))
    local broken = of(("\xE5\x8C"):rep(200))   -- no character at all
    assert.is_true(#broken <= 255)
  end)
end)

describe("a folder", function()
  it("is one, or says so", function()
    assert.is_true(output.is_folder(folder))
    assert.is_true(output.is_folder("none/"))
    assert.is_false(output.is_folder("none"))
  end)

  it("is made where there is none", function()
    assert.is_true(output.make_folder(folder .. "/new/"))
    assert.is_true(output.make_folder(folder .. "/new/"))
    assert.is_nil((output.make_folder(folder .. "/no/new")))
  end)
end)
