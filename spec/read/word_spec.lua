--- Word files where reports are opened: what is read, and what is told of those that are not.

local govreport = require "govreport"
local package = require "spec.support.package"
local shell = require "spec.support.shell"

if not pcall(require, "govreport.docx") then
  describe("Word files", function() pending "the module govreport.docx is not built" end)
  return
end

describe("a Word file", function()
  for _, path in ipairs{"examples/report-2021.html", "examples/website-2023.html", "examples/statistics-2016.html"} do
    it("is a report as its page is one: " .. path, function()
      local page = assert(govreport.open(path))
      local report, message = govreport.parse(package.of(page.document), {name = "draft.docx"})
      assert.is_nil(message)
      assert.equal("docx", report.document.format)
      assert.equal(page.form, report.form)
      assert.same(page:to_table(), report:to_table())
      -- But for notices: what is around the article of a page is text of a document.
      local function said(of)
        local list = {}
        for found in govreport.check(of):findings() do
          if found.severity ~= "notice" then list[#list + 1] = found.severity .. " " .. found.rule end
        end
        table.sort(list)
        return list
      end
      assert.same(said(page), said(report))
    end)
  end

  it("is never told as cut, and no change of its bytes is proposed", function()
    local page = assert(govreport.read "examples/report-with-errors.txt")
    local report = assert(govreport.parse(package.of(page), {name = "draft.docx"}))
    local result = govreport.check(report)
    assert.equal("fail", result.verdict)
    local sarif = govreport.render(result, "sarif")
    assert.is_nil(sarif:find('"fixes"', 1, true))
    local plain = govreport.render(govreport.check(assert(govreport.recognise(page))), "sarif")
    assert.is_truthy(plain:find('"fixes"', 1, true))
    -- Without its last rows the table lacks them; it is not the file that stops.
    local short = page.text:match "^(.*（七）总计)" or page.text:match "^(.*总计)"
    local half = assert(govreport.read_bytes(short))
    for found in govreport.check(assert(govreport.parse(package.of(half)))):findings() do
      assert.are_not.equal("reading.cut", found.rule)
    end
  end)

  it("is not blamed for a picture in a cell", function()
    local part, count = package.document_of(package.of(assert(govreport.read "examples/report-2021.html")))
                        :gsub("<w:t>30</w:t>", "<w:drawing/>", 1)
    assert.equal(1, count)
    local bytes = package.zip{{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", part}}
    local report = assert(govreport.parse(bytes))
    assert.equal("unreadable", report:cell("applications.granted.total").state)
    local told = {}
    for found in govreport.check(report):findings() do
      if found.rule ~= "ledger.unaccounted" then told[#told + 1] = found.severity .. " " .. found.rule end
    end
    assert.same({"notice reading.picture"}, told)
  end)

  it("is found in folders, and checked by the command", function()
    local folder = shell.folder()
    shell.write(folder .. "/draft.docx", package.of(assert(govreport.read "examples/report-with-errors.txt")))
    shell.write(folder .. "/~$draft.docx", "x")
    local code, out = shell.govreport("check --format concise " .. folder)
    assert.equal(1, code)
    assert.matches("draft%.docx", out)
    shell.remove(folder)
  end)
end)

describe("what cannot be read", function()
  local function wide(name) return (name:gsub(".", "%0\0")) end
  local ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" .. ("\0"):rep(500)
  for _, case in ipairs{
    {"an old Word file", ole .. wide "WordDocument", "input.word", ".doc"},
    {"an encrypted one", ole .. wide "EncryptedPackage", "docx.encrypted", "加密"},
    {"another file of its kind", ole .. wide "Workbook", "input.format", "OLE"},
    {"RTF", "{\\rtf1 x}", "input.word", ".rtf"},
    {"ODT", package.zip{{"mimetype", "application/vnd.oasis.opendocument.text"}}, "input.word", ".odt"},
    {"a sheet", package.zip{{"xl/workbook.xml", "<x/>"}}, "input.format", "ZIP"},
    {"a damaged one", package.file(package.p "x"):sub(1, 300), "docx.broken", "重新保存"},
  } do
    it("is told what it is: " .. case[1], function()
      local document, message, code = govreport.read_bytes(case[2], {name = "x"})
      assert.is_nil(document)
      assert.equal(case[3], code)
      assert.matches(case[4], message, 1, true)
    end)
  end
end)

describe("without the module", function()
  local known = _G.package.loaded
  local docx = known["govreport.docx"]
  before_each(function()
    known["govreport.docx"] = nil
    _G.package.preload["govreport.docx"] = function() error "not installed" end
  end)
  after_each(function() known["govreport.docx"], _G.package.preload["govreport.docx"] = docx, nil end)

  it("Word files are told as such, and other packages are not", function()
    assert.equal("docx.missing", select(3, govreport.read_bytes(package.file(package.p "x"))))
    assert.equal("input.format", select(3, govreport.read_bytes(package.zip{{"xl/workbook.xml", "<x/>"}})))
  end)
end)

describe("where the system has no memory left", function()
  local docx = require "govreport.docx"
  local open = docx.open
  after_each(function() docx.open = open end)

  it("Word files are told as such", function()
    docx.open = function() return nil, "limit.memory", {part = "", byte = 1} end
    local document, message, code = govreport.read_bytes(package.file(package.p "x"), {name = "a.docx"})
    assert.is_nil(document)
    assert.same({"a.docx：内存不足，未能处理。", "limit.memory"}, {message, code})
  end)
end)
