--- Workbooks, written from packed rows: what stands in their cells, and what is refused: govreport.xlsx.

local shell = require "spec.support.shell"
local unzip = require "spec.support.unzip"

local is_there, xlsx = pcall(require, "govreport.xlsx")
if not is_there then
  describe("govreport.xlsx", function() pending "the module is not built" end)
  return
end

local folder, path

before_each(function()
  folder = shell.folder "waiting"
  path = folder .. "/a.xlsx"
end)
after_each(function() shell.remove(folder) end)

-- A value as rows are packed; `false` stands for nothing.
local function packed(...)
  local pieces = {}
  for i, value in ipairs{...} do
    local kind = math.type(value)
    pieces[i] = kind == "integer" and "\1" .. string.pack("<i8", value)
                or kind == "float" and "\2" .. string.pack("<d", value)
                or value and "\3" .. string.pack("<s4", value) or "\0"
  end
  return table.concat(pieces)
end

-- A book with one sheet of one column for each value of a row, closed.
local function write(to, columns, rows)
  local header = {}
  for i = 1, columns do header[i] = "c" .. i end
  local book = assert(xlsx.open(to, {folder = folder .. "/waiting"}))
  local sheet = assert(book:sheet("数据", {header = header, widths = {12.5}}))
  local count = assert(sheet:rows(rows, columns))
  assert.is_true(book:close())
  return count
end

local function part(name) return assert(unzip.part(shell.read(path), name), name) end

local entity = {amp = "&", lt = "<", gt = ">", quot = '"'}

-- The cells below the header by their address: {type, content}; type "n" where none is said.
local function cells()
  local found = {}
  for attributes, content in part("xl/worksheets/sheet1.xml"):gmatch "<c ([^>]*)>(.-)</c>" do
    local address = attributes:match 'r="(%u+%d+)"'
    local text = content:match "<t[^>]*>(.*)</t>" or content:match "<v>(.*)</v>"
    if address:match "%d+" ~= "1" then
      found[address] = {attributes:match 't="(%w+)"' or "n", (text:gsub("&(%w+);", entity))}
    end
    assert.is_nil(content:find "<f>", address)
  end
  return found
end

describe("a cell", function()
  for name, case in pairs{
    ["an integer"] = {42, "n", "42"},
    ["an integer below zero"] = {-7, "n", "-7"},
    ["the greatest that Excel keeps"] = {999999999999999, "n", "999999999999999"},
    ["one more is a text"] = {1000000000000000, "inlineStr", "1000000000000000"},
    ["the same below zero"] = {-1000000000000000, "inlineStr", "-1000000000000000"},
    ["the least integer"] = {math.mininteger, "inlineStr", "-9223372036854775808"},
    ["a float"] = {0.5, "n", "0.5"},
    ["what is no number"] = {0 / 0, "inlineStr", "nan"},
    ["infinity"] = {math.huge, "inlineStr", "inf"},
    ["infinity below zero"] = {-math.huge, "inlineStr", "-inf"},
    ["a text"] = {"云岭市", "inlineStr", "云岭市"},
    ["a text that looks like a number"] = {"007", "inlineStr", "007"},
    ["a text that looks like a formula"] = {'=HYPERLINK("http://x";"y")', "inlineStr", '=HYPERLINK("http://x";"y")'},
    ["a text that looks like another formula"] = {"+1-1", "inlineStr", "+1-1"},
    ["a text that looks like an array"] = {"{=SUM(A1:A2)}", "inlineStr", "{=SUM(A1:A2)}"},
    ["an address"] = {"http://example.test/", "inlineStr", "http://example.test/"},
    ["markup"] = {"</t></is><f>1</f>&amp;", "inlineStr", "</t></is><f>1</f>&amp;"},
    ["lines and tabs"] = {"a\n\tb", "inlineStr", "a\n\tb"},
    ["what XML cannot hold"] = {"a\0b\1c\rd\27e", "inlineStr", "a�b�c�d�e"},
    ["characters that are none"] = {"\u{FFFE}\u{FFFF}\u{FFFD}\u{E000}", "inlineStr", ("�"):rep(7) .. "\u{E000}"},
    ["bytes that are no UTF-8"] = {"a\xFFb\xE4\xBA", "inlineStr", "a�b��"},
    ["forms that are too long"] = {"\xC0\xAF\xE0\x80\xAF\xF0\x80\x80\xAF", "inlineStr", ("�"):rep(9)},
    ["a surrogate"] = {"\xED\xA0\x80", "inlineStr", "���"},
    ["beyond the last character"] = {"\xF4\x90\x80\x80\u{10FFFD}", "inlineStr", "����\u{10FFFD}"},
    ["as long as can be"] = {("长"):rep(32767), "inlineStr", ("长"):rep(32767)},
    ["too long"] = {("长"):rep(32768), "inlineStr", ("长"):rep(32766) .. "…"},
    ["as long as can be of two units each"] = {("𠀀"):rep(16383) .. "a", "inlineStr", ("𠀀"):rep(16383) .. "a"},
    ["too long by a unit"] = {("𠀀"):rep(16384), "inlineStr", ("𠀀"):rep(16383) .. "…"},
    ["too long, and no UTF-8"] = {("\xFF"):rep(40000), "inlineStr", ("�"):rep(32766) .. "…"},
  } do
    it("holds " .. name, function()
      assert.equal(1, write(path, 1, packed(case[1])))
      assert.same({A2 = {case[2], case[3]}}, cells())
    end)
  end

  it("is empty where there is no value", function()
    assert.equal(2, write(path, 2, packed(false, "b", 3, false)))
    assert.same({B2 = {"inlineStr", "b"}, A3 = {"n", "3"}}, cells())
  end)
end)

describe("a sheet", function()
  it("has a header in bold with a ground, which stays, columns with widths, and a filter over all", function()
    write(path, 2, packed(1, 2, 3, 4))
    local xml = part "xl/worksheets/sheet1.xml"
    assert.matches('<pane ySplit="1" topLeftCell="A2" [^>]*state="frozen"/>', xml)
    assert.matches('<autoFilter ref="A1:B3"/>', xml)
    assert.matches('<col min="1" max="1" width="13%.%d+" customWidth="1"/>', xml)
    local style = tonumber(xml:match '<c r="A1" s="(%d+)" t="inlineStr"><is><t>c1</t>')
    assert.is_true(style > 0)
    local styles = part "xl/styles.xml"
    assert.matches("<b/>", styles)
    assert.matches('<fgColor rgb="FFE7EEF7"/>', styles)
  end)

  it("goes on where the last rows ended, in turn with others", function()
    local book = assert(xlsx.open(path))
    local one, other = assert(book:sheet("一", {header = {"h"}})), assert(book:sheet("二", {header = {"h"}}))
    assert.equal(2, one:rows(packed(1, 2), 1))
    assert.equal(1, other:rows(packed(9), 1))
    assert.equal(0, other:rows("", 1))
    assert.equal(1, one:rows(packed(3), 1))
    assert(book:close())
    assert.same({A2 = {"n", "1"}, A3 = {"n", "2"}, A4 = {"n", "3"}}, cells())
    assert.matches("<v>9</v>", part "xl/worksheets/sheet2.xml")
    assert.matches('name="一".*name="二"', part "xl/workbook.xml")
  end)

  it("has texts in its header that any cell can hold", function()
    local book = assert(xlsx.open(path))
    assert(book:sheet("a", {header = {"a\1b<", ("长"):rep(40000)}}))
    assert(book:close())
    local xml = part "xl/worksheets/sheet1.xml"
    assert.is_truthy(xml:find("<t>a�b&lt;</t>", 1, true))
    assert.is_truthy(xml:find("长…</t>", 1, true))
  end)

  it("has no more rows than Excel has", function()
    local book <close> = assert(xlsx.open(path))
    local sheet = assert(book:sheet("a", {header = {"h"}}))
    assert.equal(1048575, sheet:rows(("\0"):rep(1048575), 1))
    local count, message, code = sheet:rows("\0", 1)
    assert.same({nil, "xlsx.rows"}, {count, code})
    assert.matches("1,048,576", message)
  end)
end)

describe("a file", function()
  it("has the same bytes for the same rows, at any time", function()
    local rows = packed("一", 1, 2.5, false, "二", 2)
    write(path, 2, rows)
    assert.equal(0, (shell.run "sleep 2.1"))   -- times in archives have steps of two seconds
    write(folder .. "/b.xlsx", 2, rows)
    assert.is_true(shell.read(path) == shell.read(folder .. "/b.xlsx"))
    assert.matches('<dcterms:created [^>]*>2000%-01%-01T00:00:00Z<', part "docProps/core.xml")
  end)

  it("leaves nothing in the folder for what waits", function()
    write(path, 1, packed(1))
    assert.equal("", select(2, shell.run("ls -A " .. folder .. "/waiting")))
  end)

  it("is none where the book is dropped, or its block ends", function()
    local book = assert(xlsx.open(path))
    assert(book:sheet("a", {header = {"h"}}))
    book:drop()
    do
      local own <close> = assert(xlsx.open(path))
      assert(own:sheet("a", {header = {"h"}}):rows(packed(1), 1))
    end
    assert.is_nil(io.open(path))
  end)

  for name, to in pairs{["no folder"] = "@/none/a.xlsx", ["a folder"] = "@", ["a full disk"] = "/dev/full"} do
    it("cannot be written: " .. name, function()
      to = to:gsub("@", folder)
      if to == "/dev/full" and not io.open(to) then return pending "there is no /dev/full" end
      shell.write(folder .. "/program.lua", ([[
        local xlsx = require "govreport.xlsx"
        local book = assert(xlsx.open(%q))
        assert(book:sheet("a", {header = {"h"}}):rows("\1" .. ("\0"):rep(8), 1))
        local ok, message, code = book:close()
        print(ok, #message > 0, code, pcall(book.close, book))]]):format(to))
      local _, out = shell.run(("LUA_CPATH='%s/?.so' lua5.4 %s/program.lua"):format(shell.build, folder))
      assert.matches("^nil\ttrue\txlsx%.unwritable\tfalse\t.*the book is closed\n$", out)
    end)
  end

  it("is refused where there is no folder for what waits", function()
    local book, _, code = xlsx.open(path, {folder = folder .. "/none"})
    assert.same({nil, "xlsx.unwritable"}, {book, code})
  end)

  -- With a limit on files instead of a small disk: the writes fail alike. In blocks of 1024 bytes (bash), or 512.
  for blocks, where in pairs{[40] = "rows", [2900] = "close"} do
    it("is never cut in silence where there is no room: in " .. where, function()
      shell.write(folder .. "/program.lua", ([[
        local xlsx = require "govreport.xlsx"
        local book = assert(xlsx.open(%q, {folder = %q}))
        local sheet = assert(book:sheet("a", {header = {"h"}}))
        local count, _, code = sheet:rows(("\3\20\0\0\0" .. ("x"):rep(20)):rep(20000), 1)
        if not count then return print("rows", code) end
        local ok, _, code = book:close()
        print("close", ok and "written" or code)]]):format(path, folder .. "/waiting"))
      local line = "bash -c \"trap '' XFSZ; ulimit -f %d; LUA_CPATH='%s/?.so' lua5.4 %s/program.lua\" | cat"
      local _, out = shell.run(line:format(blocks, shell.build, folder))
      assert.equal(where .. "\txlsx.unwritable\n", out)
      assert.is_nil(io.open(path))
    end)
  end

  it("is read by LibreOffice as it was written", function()
    if shell.run "command -v soffice" ~= 0 then return pending "LibreOffice is not installed" end
    write(path, 4, packed("=1+1", 12, 0.25, false, "二\"", 1000000000000001, -3, "𠀀"))
    -- Without what is preloaded for a build with sanitizers: LibreOffice does not end with it.
    local code, out, err = shell.run(("env -u LD_PRELOAD timeout 120 soffice -env:UserInstallation=file://%s/profile "
      .. "--headless --convert-to 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false' --outdir %s %s")
      :format(folder, folder, path))
    if not io.open(folder .. "/a.csv") then
      if (out .. err):find "no export filter" or (out .. err):find "could not be loaded" then
        return pending "LibreOffice is there without its spreadsheets"
      end
      error(code .. out .. err)
    end
    assert.equal('c1,c2,c3,c4\n=1+1,12,0.25,\n"二""",1000000000000001,-3,𠀀\n', shell.read(folder .. "/a.csv"))
  end)
end)

describe("misuse raises:", function()
  local book, sheet
  before_each(function()
    book = assert(xlsx.open(path))
    sheet = assert(book:sheet("there", {header = {"a", "b"}}))
  end)
  after_each(function() book:drop() end)

  for name, rows in pairs{
    ["a value is missing"] = {packed(1, 2, 3), "end in a row, at byte 28"},
    ["a text is cut"] = {packed(1) .. "\3\5\0\0\0ab", "end in a row, at byte 15"},
    ["an integer is cut"] = {"\1\0", "end in a row, at byte 2"},
    ["no value begins so"] = {packed(1) .. "\7", "no value begins so, at byte 10"},
  } do
    it("rows where " .. name, function()
      local ok, message = pcall(sheet.rows, sheet, rows[1], 2)
      assert.is_false(ok)
      assert.is_truthy(message:find(rows[2], 1, true), message)
      assert.equal(1, sheet:rows(packed(1, 2), 2))
    end)
  end

  for name, wrong in pairs{
    ["empty"] = "", ["used already"] = "there", ["used already, in other letters"] = "THERE",
    ["32 characters"] = ("长"):rep(32),
    ["with a mark that Excel forbids"] = "a/b", ["with an apostrophe in front"] = "'a", ["no UTF-8"] = "\xFF",
    ["with a zero byte"] = "a\0b", ["with a line end"] = "a\nb",
  } do
    it("a name of a sheet that is " .. name, function()
      local ok, message = pcall(book.sheet, book, wrong, {header = {"a"}})
      assert.is_false(ok)
      assert.is_truthy(message:find("cannot be called so", 1, true), message)
    end)
  end

  it("a header or widths of something else", function()
    for _, options in ipairs{{}, {header = {1}}, {header = "a"}, {header = {"a"}, widths = {"x"}},
                             {header = {"a"}, widths = 3}} do
      assert.is_false(pcall(book.sheet, book, "b", options))
    end
  end)

  it("a number of columns that no sheet has", function()
    for _, count in ipairs{0, -1, 16385} do assert.is_false(pcall(sheet.rows, sheet, "\0", count)) end
  end)

  it("a path with a zero byte, a folder that is no text", function()
    assert.is_false(pcall(xlsx.open, "a\0b"))
    assert.is_false(pcall(xlsx.open, path, {folder = 1}))
  end)

  it("all use of a book that is closed or dropped", function()
    assert(book:close())
    assert.has_error(function() sheet:rows("", 1) end, "the book is closed")
    assert.has_error(function() book:sheet("b", {header = {"a"}}) end, "the book is closed")
    assert.has_error(function() book:close() end, "the book is closed")
    book:drop()
    local dropped = assert(xlsx.open(path))
    dropped:drop()
    assert.has_error(function() dropped:close() end, "the book is closed")
  end)
end)

it("a sheet keeps its book", function()
  local sheet = assert(assert(xlsx.open(path)):sheet("a", {header = {"h"}}))
  collectgarbage()
  collectgarbage()
  assert.equal(1, sheet:rows(packed(1), 1))
end)
