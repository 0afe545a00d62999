--- ZIP archives with reports in them: what they hold, what is read of them, what is refused.

local archive = require "govreport.base.archive"
local folder_files = require "govreport.base.folder"
local govreport = require "govreport"
local lfs = require "lfs"
local package = require "spec.support.package"
local shell = require "spec.support.shell"

if not pcall(require, "govreport.docx") then
  describe("archives", function() pending "the module govreport.docx is not built" end)
  return
end

local report = shell.read "examples/report.txt"
local folder

before_each(function() folder = shell.folder("in") end)
after_each(function() shell.remove(folder) end)

local function write(entries, name)
  local path = folder .. "/" .. (name or "round.zip")
  shell.write(path, type(entries) == "string" and entries or package.zip(entries))
  return path
end

-- The paths of a list without the folder in front.
local function short(list)
  local names = {}
  for i, path in ipairs(list) do names[i] = path:sub(#folder + 2) end
  return names
end

-- What is told of paths: their codes.
local function told(list)
  local codes = {}
  for i, failure in ipairs(list) do codes[i] = failure.code .. " " .. failure.path:sub(#folder + 2) end
  return codes
end

describe("an archive", function()
  it("is a folder with its reports, in the order of their names", function()
    local path = write{{"b.html", report}, {"a/", ""}, {"a/z.txt", report}, {"a.txt", report}, {"a/b/c.md", report},
                       {"x.ofd", ""}, {"y.png", ""}, {"in.zip", package.zip{{"d.txt", report}}}, {".e.txt", report},
                       {"__MACOSX/._a.txt", ""}, {"~$f.docx", ""}, {".git/g.txt", report}}
    local files, failures = govreport.files(path)
    assert.same({"round.zip/a/b/c.md", "round.zip/a/z.txt", "round.zip/a.txt", "round.zip/b.html"}, short(files))
    assert.same({"io.unsupported round.zip/*.ofd", "io.unsupported round.zip/*.zip"}, told(failures))
    local inner = govreport.files(folder)
    assert.same(files, inner)
  end)

  it("is read file by file", function()
    local path = write{{"县局/a.txt", report}, {"b.txt", "二"}}
    assert.same(assert(govreport.parse(report)):to_table(), assert(govreport.open(path .. "/县局/a.txt")):to_table())
    local document = assert(govreport.read(path .. "/b.txt"))
    assert.equal("二", document.text)
    assert.equal(path .. "/b.txt", document.name)
    assert.equal("io.missing", select(3, govreport.read(path .. "/c.txt")))
    assert.equal("limit.input", select(3, govreport.read(path .. "/b.txt", {max_input = 2})))
    assert.equal("input.archive", select(3, govreport.open(path)))
  end)

  it("may hold Word files and pages in one file, and be named in any letters", function()
    local page = "MIME-Version: 1.0\nContent-Type: text/html\n\n<p>x"
    local path = write({{"a.docx", package.file(package.p "x")}, {"b.mht", page}}, "A.ZIP")
    local files = govreport.files(path)
    assert.same({"A.ZIP/a.docx", "A.ZIP/b.mht"}, short(files))
    for _, file in ipairs(files) do assert.matches("x%s*$", assert(govreport.read(file)).text) end
  end)

  it("that is a Word file under another name is that file", function()
    local path = write(package.file(package.p "x"), "a.zip")
    assert.same({path}, (govreport.files(path)))
    assert.equal("x\n", assert(govreport.read(path)).text)
  end)

  it("has names in GB18030 where they are no UTF-8, and folders with strokes the other way", function()
    local path = write{{"\xCB\xAE\xBE\xD6\\2024.txt", report}, {"\x95\x5C.txt", report}}   -- \x5C is a stroke
    assert.same({"round.zip/昞.txt", "round.zip/水局/2024.txt"}, short((govreport.files(path))))
    assert.is_table(assert(govreport.open(path .. "/水局/2024.txt")):to_table())
  end)

  it("is checked by the command as a folder is", function()
    local path = write{{"a.txt", shell.read "examples/report-with-errors.txt"}, {"b.txt", report}, {"c.txt", "您好。"}}
    local batch = assert(govreport.check_files({path}, {select = {"disputes"}}))
    local names = {}
    for entry in batch:entries() do names[#names + 1] = entry.name end
    assert.same({"round.zip/a.txt", "round.zip/b.txt", "round.zip/c.txt"}, short(names))
    local own = batch.folder
    assert.same({3, 2, 1}, {own.files, own.checked, own.unread})
    local code, out = shell.govreport("check --format concise " .. path)
    assert.equal(3, code)
    assert.matches("round%.zip/a%.txt:582:1: ", out)
    assert.equal(0, (shell.govreport("extract " .. path .. "/b.txt")))
  end)

  it("and a file in it are there once, whatever names they have", function()
    local path = write{{"a.txt", report}}
    lfs.link(path, folder .. "/in/link.zip", true)
    local paths = {path, path .. "/a.txt", folder .. "/./round.zip/a.txt", folder .. "/in/link.zip", folder}
    assert.same({"round.zip/a.txt"}, short((govreport.files(paths))))
  end)

  it("is not searched for files that are no reports", function()
    write{{"a_test.lua", ""}}
    assert.same({}, (folder_files.files(folder, function(name) return name:find "_test" end)))
  end)

  it("is read anew when it is another one", function()
    local path = write{{"a.txt", "一"}}
    assert.same({"a.txt"}, archive.names(path))
    write{{"b.txt", "一二"}}
    assert.same({"b.txt"}, archive.names(path))
  end)

  it("is let go of when nobody asks for it", function()
    local path = write{{"a.txt", ("x"):rep(1 << 23)}}
    collectgarbage()
    local before = collectgarbage "count"
    assert.is_table(archive.names(path))
    assert.is_true(collectgarbage "count" > before + 8000)
    for _ = 1, 4 do collectgarbage() end
    assert.is_true(collectgarbage "count" < before + 4000)
    assert.equal(1 << 23, #assert(archive.read(path .. "/a.txt", 1 << 24)))
  end)
end)

describe("an archive that is not right", function()
  local function many(count, size)
    local entries = {}
    for i = 1, count do entries[i] = {i .. ".txt", "", size = size} end
    return entries
  end
  for _, case in ipairs{
    {"is cut", package.zip{{"a.txt", report}}:sub(1, -30), "zip.broken"},
    {"is no archive", report, "zip.broken"},
    {"is empty", "", "zip.broken"},
    {"has too many entries", many(0xFFFF), "zip.entries"},
    {"has entries in each other", {{"a.txt", report}, {"b.txt", "y", offset = 0}}, "zip.overlap"},
    {"has a name twice", {{"a.txt", "x"}, {"a.txt", "y"}}, "zip.twice"},
    {"has a name in two spellings", {{"a/b.txt", "x"}, {"a\\b.txt", "y"}}, "zip.twice"},
    {"has a name that climbs", {{"a/../../x.txt", ""}}, "zip.name"},
    {"has a name that climbs backwards", {{"..\\x.txt", ""}}, "zip.name"},
    {"has a name from the root", {{"/etc/x.txt", ""}}, "zip.name"},
    {"has a name of a drive", {{"C:\\x.txt", ""}}, "zip.name"},
    {"holds too much", many(20, 60 << 20), "zip.total"},
  } do
    it(case[1] .. ", which is told of it", function()
      local path = write(case[2])
      local files, failures = govreport.files(folder)
      assert.same({{}, {case[3] .. " round.zip"}}, {files, told(failures)})
      assert.matches("round.zip", failures[1].message, 1, true)
      assert.equal(case[3], select(3, govreport.open(path .. "/a.txt")))
    end)
  end

  for _, case in ipairs{
    {"is packed too well", {size = 1 << 20}, "zip.size"}, {"is too large", {size = 1 << 29}, "zip.size"},
    {"has another checksum", {crc = 1}, "zip.checksum"}, {"has another size", {size = 1}, "zip.checksum"},
    {"is encrypted", {flags = 1}, "zip.encrypted"},
  } do
    it("in one file of it, which " .. case[1] .. ", has the others", function()
      local entry = {"b.txt", report, crc = case[2].crc, size = case[2].size, flags = case[2].flags}
      if case[2].size == 1 << 20 then entry[2] = "x" end
      local path = write{{"a.txt", report}, entry}
      assert.same({"round.zip/a.txt", "round.zip/b.txt"}, short((govreport.files(path))))
      assert.is_userdata(govreport.open(path .. "/a.txt"))
      assert.equal(case[3], select(3, govreport.open(path .. "/b.txt")))
    end)
  end

  it("and holds no reports says so", function()
    local path = write{{"a.png", ""}}
    local _, failures = govreport.files(path)
    assert.same({"io.no_reports round.zip"}, told(failures))
    assert.matches("压缩包", failures[1].message)
  end)
end)

describe("without the module", function()
  local known, docx = _G.package.loaded, require "govreport.docx"
  before_each(function()
    known["govreport.docx"] = nil
    _G.package.preload["govreport.docx"] = function() error "not installed" end
  end)
  after_each(function() known["govreport.docx"], _G.package.preload["govreport.docx"] = docx, nil end)

  it("archives say what is to be installed", function()
    local path = write{{"a.txt", report}}
    assert.same({"zip.missing round.zip"}, told((select(2, govreport.files(path)))))
    assert.equal("zip.missing", select(3, govreport.open(path .. "/a.txt")))
  end)
end)
