--- Packages of Word files that are written: govreport.docx.write and rewrite.

local package = require "spec.support.package"
local shell = require "spec.support.shell"

local is_there, docx = pcall(require, "govreport.docx")
if not is_there then
  describe("govreport.docx", function() pending "the module is not built" end)
  return
end

-- What a reader that is not ours makes of a package: a line for each entry, or what is wrong.
local READER = [[
import sys, zipfile
archive = zipfile.ZipFile(sys.argv[1])
bad = archive.testzip()
print(bad or "sound")
for info in archive.infolist():
    print(info.filename, info.compress_type, info.date_time, archive.read(info).decode("latin-1"))
]]

local function listing(bytes)
  local folder = shell.folder()
  shell.write(folder .. "/a.zip", bytes)
  shell.write(folder .. "/read.py", READER)
  local code, out, err = shell.run(("python3 %s/read.py %s/a.zip"):format(folder, folder))
  shell.remove(folder)
  return code == 0 and out or err
end

local has_python = shell.run "python3 -c 'import zipfile'" == 0
local with_reader = has_python and it or function(name) pending(name .. ": python3 is not there") end

local document = package.document(package.p "件")

-- Entries that stand in a ZIP archive as they are.
local function stored(bytes, content) return bytes:find(content, 1, true) ~= nil end

describe("a package that is written", function()
  with_reader("is one for others, with its entries packed, in order, and without a date", function()
    local bytes = assert(docx.write{
      {"word/document.xml", "two"}, {"[Content_Types].xml", "one"}, {"empty", ""}, {"名.xml", ("x"):rep(100)}})
    local day = "(1980, 1, 1, 0, 0, 0)"
    assert.equal(("sound\nword/document.xml 8 %s two\n[Content_Types].xml 8 %s one\nempty 8 %s \n名.xml 8 %s %s\n")
      :format(day, day, day, day, ("x"):rep(100)), listing(bytes))
  end)

  it("is read by ours", function()
    local bytes = assert(docx.write{{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", document}})
    assert.equal("件\n", assert(docx.open(bytes)):text())
  end)

  it("has the same bytes each time, whatever the time and the place", function()
    local program = 'io.write(require"govreport.docx".write{{"a", "b"}})'
    local path = ("LUA_CPATH='%s/?.so'"):format(shell.build)
    local _, one = shell.run(("TZ=Asia/Shanghai %s lua5.4 -e '%s'"):format(path, program))
    assert(shell.run "sleep 2.1" == 0)   -- the dates of ZIP archives are even seconds
    local _, two = shell.run(("TZ=America/Lima %s lua5.4 -e '%s'"):format(path, program))
    assert.equal(one, two)
    assert.equal(docx.write{{"a", "b"}}, one)
  end)

  for _, case in ipairs{
    {"a name that climbs", {{"a", ""}, {"../b", ""}}, "docx.name", "../b"},
    {"a name from the root", {{"/a", ""}}, "docx.name", "/a"},
    {"a name with a zero byte", {{"a\0b", ""}}, "docx.name", "a"},
    {"no name", {{"", ""}}, "docx.name", ""},
    {"a name that is too long", {{("x"):rep(256), ""}}, "docx.name", ("x"):rep(255)},
    {"a name twice", {{"a", "x"}, {"b", "y"}, {"a", "z"}}, "docx.twice", "a"},
    {"a part that would not be read", {{"a", ("x"):rep((64 << 20) + 1)}}, "docx.size", "a"},
  } do
    it("is refused with " .. case[1], function()
      local bytes, code, fields = docx.write(case[2])
      assert.is_nil(bytes)
      assert.equal(case[3], code)
      assert.equal(case[4], fields.part)
    end)
  end

  it("is made of a list of entries", function()
    for _, wrong in ipairs{{}, {"a"}, {{"a"}}, {{1, "a"}}, {{"a", 1}}} do
      assert.has_error(function() docx.write(wrong) end)
    end
    assert.has_error(function() docx.write() end)
  end)
end)

describe("a package that is changed", function()
  local old = assert(docx.write{
    {"[Content_Types].xml", "<Types/>"}, {"word/document.xml", document}, {"b.xml", "<b/>"}})

  with_reader("has entries replaced where they stand and others added behind, by their names", function()
    local day = " 8 (1980, 1, 1, 0, 0, 0) "
    local bytes = assert(docx.rewrite(old, {["word/document.xml"] = "new", z = "3", ["a/b"] = "1", ["a.b"] = "2"}))
    assert.equal(table.concat({"sound", "[Content_Types].xml" .. day .. "<Types/>", "word/document.xml" .. day .. "new",
      "b.xml" .. day .. "<b/>", "a.b" .. day .. "2", "a/b" .. day .. "1", "z" .. day .. "3", ""}, "\n"), listing(bytes))
  end)

  it("is as it was where nothing is changed", function()
    assert.equal(old, docx.rewrite(old, {}))
    local strange = package.zip({{"word/", ""}, {"word/document.xml", document}}, "a comment")
    assert.equal(strange, docx.rewrite(strange, {}))
  end)

  it("has the same bytes each time", function()
    local new = {["word/document.xml"] = "new", x = "1", y = "2", z = "3"}
    assert.equal(docx.rewrite(old, new), docx.rewrite(old, new))
    local again = assert(docx.rewrite(docx.rewrite(old, new), {["word/document.xml"] = document}))
    assert.equal("件\n", assert(docx.open(again)):text())
  end)

  it("keeps what it copies packed as it was", function()
    local plain = ("not packed "):rep(20)
    local mixed = package.zip{{"word/document.xml", document}, {"media/a.bin", plain}}
    local bytes = assert(docx.rewrite(mixed, {["word/document.xml"] = package.document(package.p "新")}))
    assert.is_true(stored(bytes, plain))
    assert.equal("新\n", assert(docx.open(bytes)):text())
    -- An entry whose packed bytes are wrong is not looked into: what is not read is not judged.
    local torn = package.zip{{"word/document.xml", document}, {"media/a.bin", plain, crc = 1}}
    assert.is_true(stored(assert(docx.rewrite(torn, {["word/document.xml"] = document})), plain))
  end)

  for _, case in ipairs{
    {"that is cut", old:sub(1, -30), {a = "b"}, "docx.broken"},
    {"that is none", "x", {a = "b"}, "docx.broken"},
    {"with a name that climbs", package.zip{{"../x", ""}}, {a = "b"}, "docx.name"},
    {"with a name twice", package.zip{{"a", "x"}, {"a", "y"}}, {a = "b"}, "docx.twice"},
    {"with entries in each other", package.zip{{"a", ("x"):rep(100)}, {"b", "y", offset = 0}}, {a = "b"},
     "docx.overlap"},
    {"that gets a name that climbs", old, {["x/../../y"] = ""}, "docx.name"},
    {"that gets a part that would not be read", old, {a = ("x"):rep((64 << 20) + 1)}, "docx.size"},
  } do
    it(case[1] .. " is refused", function()
      local bytes, code, fields = docx.rewrite(case[2], case[3])
      assert.is_nil(bytes)
      assert.equal(case[4], code)
      assert.is_string(fields.part)
    end)
  end

  it("is changed by names and contents", function()
    assert.has_error(function() docx.rewrite(old) end)
    assert.has_error(function() docx.rewrite(old, {"x"}) end)
    assert.has_error(function() docx.rewrite(old, {a = true}) end)
  end)
end)
