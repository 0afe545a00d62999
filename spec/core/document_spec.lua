local core = require "govreport.core"
local example = require "spec.support.example"
local govreport = require "govreport"
local pdf = require "spec.support.pdf"

local read = govreport.read_bytes

-- UTF-16 of text without characters beyond U+FFFF.
local function utf16(text, format)
  local units = {}
  for _, code in utf8.codes(text) do units[#units + 1] = string.pack(format, code) end
  return table.concat(units)
end

describe("a document", function()
  it("says what was read", function()
    local document = assert(read("规章\n0\n"))
    assert.equal("规章\n0\n", document.text)
    assert.equal("UTF-8", document.encoding)
    assert.equal(9, document.size)
    assert.is_true(document.terminated)
    assert.equal(0, document.dropped_tail)
    assert.is_true(document.memory > 0)
    assert.is_true(document.work > 0)
  end)

  local tapes = {
    { "a line end", "规章\n0\n", "规章\v0" },
    { "a blank line", "规章\n\n0\n", "规章\n0" },
    { "CRLF", "规章\r\n\r\n0\r\n", "规章\n0" },
    { "CR", "规章\r\r0\r", "规章\n0" },
    { "full-width letters, digits, punctuation", "（Ａ１），：；", "(A1),:;" },
    { "a space beside a Chinese character", "2024 年 1 月", "2024年1月" },
    { "a space between digits", "1 362", "1 362" },
    { "a run of white space between digits", "共1 \t\u{3000}362a", "共1 362a" },
    { "a no-break space", "自\u{A0}然\u{A0}人", "自然人" },
    { "a character without width", "1\u{200B}2", "12" },
    { "a control character", "1\a2", "1\u{FFFD}2" },
    { "the marks of the tape", "1\x1F2\x1E3\x1D4", "1\u{FFFD}2\u{FFFD}3\u{FFFD}4" },
  }
  for _, case in ipairs(tapes) do
    it("has a tape for " .. case[1], function()
      local tape = assert(read(case[2])).tape:gsub("[\v\n]+$", "")
      assert.equal(case[3], tape)
    end)
  end

  it("finds the source and the place of its tape", function()
    local document = assert(read("甲  乙\n（２）\n"))
    local start, stop = document.tape:find("(2)", 1, true)
    assert.equal("（２）", document:source(start, stop + 1))
    assert.same({ 2, 1, 10, 18 }, { document:place(start, stop + 1) })
  end)

  it("counts bytes as they were and columns in characters", function()
    local document = assert(read("\xFF\xFE" .. utf16("规章12\n", "<I2")))
    local start, stop = document.tape:find("12", 1, true)
    assert.equal("UTF-16LE", document.encoding)
    assert.same({ 1, 3, 7, 10 }, { document:place(start, stop + 1) })
  end)

  it("gives lines, whole and in part, in characters", function()
    local document = assert(read("云岭市水务局\r\nabc  中文\r第三\n\n末"))
    local lines = {}
    for i = 0, 6 do lines[i + 1] = document:line(i) end
    assert.same({"", "云岭市水务局", "abc  中文", "第三", "", "末", ""}, lines)
    assert.equal("岭市", document:line(1, 2, 3))
    assert.equal("务局", document:line(1, 5))
    assert.equal("局", document:line(1, 6, 100))
    assert.equal("", document:line(1, 7))
    assert.equal("", document:line(1, 3, 2))
    assert.error_matches(function() document:line(1, 0) end, "counted from 1")
  end)

  it("finds characters of a line without end", function()
    local document = assert(read(("水a务"):rep(5000)))
    for _, i in ipairs {1, 2, 584, 585, 586, 1170, 4681, 14999} do
      assert.equal(({"水", "a", "务"})[(i - 1) % 3 + 1], document:line(1, i, i))
    end
    assert.equal("务", document:line(1, 15000))
    assert.equal(35000 - 7 - 4, #document:line(1, 4, 15000 - 2))
  end)

  it("has no source outside of its tape", function()
    local document = assert(read("规章\n"))
    assert.error_matches(function() document:source(0, 1) end, "outside of the tape")
    assert.error_matches(function() document:source(1, 1000) end, "outside of the tape")
    assert.error_matches(function() document:place(3, 2) end, "outside of the tape")
  end)

  it("gives its blocks in order", function()
    local texts, lines = {}, {}
    for block in assert(read("甲\n乙\n\n丙\n")):blocks() do
      texts[#texts + 1], lines[#lines + 1] = block.text, block.line
    end
    assert.same({ "甲\n乙", "丙" }, texts)
    assert.same({ 1, 4 }, lines)
  end)

  it("notices bytes of half a character at its end", function()
    local document = assert(read("规章\xE5\xB9"))
    assert.equal(2, document.dropped_tail)
    assert.is_false(document.terminated)
  end)

  it("raises for unknown names and for writes", function()
    local document = assert(read("规章\n"))
    assert.error_matches(function() return document.txt end, "govreport%.Document has no field 'txt'")
    assert.error_matches(function() document.text = "" end, "read%-only")
    assert.equal("govreport.Document", getmetatable(document))
  end)

  it("prints as one line", function()
    assert.equal("govreport.Document: 9 bytes, UTF-8, 1 blocks", tostring(assert(read("规章\n0\n"))))
  end)

  it("is not used after it was closed", function()
    local document = assert(read("规章\n"))
    local blocks = document:blocks()
    document:close()
    document:close()
    assert.error_matches(function() return document.tape end, "govreport%.Document is closed")
    assert.equal("govreport.Document: closed", tostring(document))
    assert.error_matches(function() return document:blocks() end, "govreport%.Document is closed")
    assert.error_matches(blocks, "govreport%.Document is closed")
  end)

  it("is not closed while a report uses it", function()
    local document = assert(read(example.text))
    local first, second = assert(govreport.recognise(document)), assert(govreport.recognise(document))
    assert.error_matches(function() document:close() end, "in use by a report")
    first:close()
    assert.error_matches(function() document:close() end, "in use by a report")
    assert.equal(2020, second.year)
    second:close()
    document:close()
    assert.error_matches(function() return document.tape end, "is closed")
  end)

  it("is closed at the end of its block", function()
    local kept
    do
      local document <close> = assert(read("规章\n"))
      kept = document
    end
    assert.error_matches(function() return kept.tape end, "is closed")
  end)

  it("gives the error of its block, where a report is open still", function()
    local kept
    assert.error_matches(function()
      local document <close> = assert(read(example.text))
      kept = assert(govreport.recognise(document))
      error("of the block")
    end, "of the block")
    assert.equal(2020, kept.year)
    assert.error_matches(function()
      local document <close> = kept.document
      assert(document)
    end, "govreport%.Document is in use by a report")
  end)

  it("knows what it was called", function()
    assert.equal("examples/report.txt", assert(govreport.read "examples/report.txt").name)
    assert.equal("报告", assert(govreport.read_bytes("规章\n", {name = "报告", encoding = "UTF-8"})).name)
    assert.is_nil(assert(govreport.read_bytes("规章\n")).name)
    assert.is_nil(assert(govreport.read_bytes("规章\n", {encoding = "UTF-8"})).name)
    local document = assert(govreport.read_bytes("规章\n", {name = "报告"}))
    document:close()
    assert.error_matches(function() return document.name end, "govreport%.Document is closed")
    assert.error_matches(function() core.parse("规章\n", {name = 1}) end, "'name' must be a string")
  end)

  local wrong = {
    {"bad argument 'start' to 'place': an integer is expected, got string", function(d) d:place("x") end},
    {"bad argument 'start' to 'place': an integer is expected, got 1.5", function(d) d:place(1.5) end},
    {"bad argument 'stop' to 'place': an integer is expected, got no value", function(d) d:place(1) end},
    {"bad argument 'stop' to 'place': 99 is a position outside of the tape: 1 to 8", function(d) d:place(1, 99) end},
    {"bad argument 'stop' to 'place': 1 is a position outside of the tape: 4 to 8", function(d) d:place(4, 1) end},
    {"bad argument 'start' to 'source': 0 is a position outside of the tape: 1 to 8", function(d) d:source(0, 1) end},
    {"bad argument 'cell' to 'cell': there is no cell 1, of 0", function(d) d:cell(1, 1) end},
    {"bad argument 'block' to 'cell': there is no block 2, of 1", function(d) d:cell(2, 1) end},
    {"bad argument 'line' to 'line': an integer is expected, got table", function(d) d:line{} end},
    {"bad argument 'first' to 'line': characters are counted from 1, got 0", function(d) d:line(1, 0) end},
    {"bad argument 'last' to 'line': characters are counted from 1, got 0", function(d) d:line(1, 1, 0) end},
    {"'place' is a method of govreport.Document and got number for it: write object:place(…), with a colon",
     function(d) d.place(1, 2) end},
    {"'blocks' is a method of govreport.Document and got no value for it: write object:blocks(…), with a colon",
     function(d) d.blocks() end},
    {"govreport.Document has no field 'tabe', did you mean 'tape'?", function(d) return d.tabe end},
    {"govreport.Document has no field 'quite_unknown'", function(d) return d.quite_unknown end},
  }
  for _, case in ipairs(wrong) do
    it("says at the line of the program: " .. case[1], function()
      local _, problem = pcall(case[2], assert(read("规章\n")))
      assert.equal(case[1], problem:match("^spec/core/document_spec.lua:%d+: (.*)$"), problem)
    end)
  end

  it("stays for an iterator that is all that is left of it", function()
    local blocks = assert(read(example.text)):blocks()
    collectgarbage()
    collectgarbage()
    assert.is_truthy(blocks().text:find("云岭市水务局", 1, true))
  end)
end)

describe("reading", function()
  local refused = {
    { "nothing", "", "input.empty" },
    { "white space", " \n\n\t\n", "input.empty" },
    { "zero bytes", ("\0"):rep(16), "input.zeros" },
    { "a picture", "\x89PNG\r\n\x1A\n", "input.image" },
    { "a PDF", "%PDF-1.4\n", pdf.is_there and "pdf.broken" or "pdf.missing" },
    { "a ZIP", "PK\3\4\20\0", pcall(require, "govreport.docx") and "docx.broken" or "input.format" },
    { "binary data", "规章\0规章\n", "input.binary" },
    { "no known encoding", "规章\n\xFF\xFF\xFF\xFF规章\n", "input.encoding" },
    { "text that was decoded wrongly", "鏀垮簻淇℃伅鍏紑骞村害鎶ュ憡\n", "input.mojibake" },
  }
  for _, case in ipairs(refused) do
    it("refuses " .. case[1], function()
      local document, message, code = read(case[2], { name = "a.txt" })
      assert.is_nil(document)
      assert.equal(case[3], code)
      assert.equal("a.txt：", message:sub(1, #"a.txt："))
    end)
  end

  it("names the line where the encoding is broken", function()
    local _, message = read("规章\n规范\xFF\xFF\xFF\xFF性\n", { lang = "en" })
    assert.is_truthy(message:find("line 2", 1, true))
  end)

  it("keeps to the limit of the input", function()
    assert.is_truthy(read("123456789\n", { max_input = 10 }))
    local document, message, code = read("1234567890\n", { max_input = 10, name = "a.txt" })
    assert.is_nil(document)
    assert.equal("limit.input", code)
    assert.equal("a.txt：文件大小11字节，超过上限10字节。", message)
  end)

  it("keeps to the limit of memory", function()
    local _, message, code = read(example.text, { max_memory = 100, name = "a.txt" })
    assert.equal("limit.memory", code)
    assert.equal("a.txt：处理所需内存超过上限100字节。", message)
  end)

  it("takes the encoding that it is told", function()
    local document = assert(read("\xB9\xE6\xD5\xC2\n", { encoding = "GB18030" }))
    assert.equal("规章\n", document.text)
    assert.equal("GB18030", document.encoding)
  end)

  it("finds the encoding out", function()
    local document = assert(read("\xB9\xE6\xD5\xC2\n"))
    assert.equal("规章\n", document.text)
    assert.equal("GB18030", document.encoding)
    assert.equal(0, document.replaced)
    assert.same({}, document:replaced_places())
  end)

  it("bears a wrong byte, and says where it stands", function()
    local document = assert(read("规章\n规\xFF范\n"))
    assert.equal("规章\n规\u{FFFD}范\n", document.text)
    assert.equal(1, document.replaced)
    assert.same({{ line = 2, column = 2, byte = 11, byte_end = 11 }}, document:replaced_places())
  end)

  it("keeps the places of sixteen wrong bytes", function()
    local document = assert(read(("规章规章规章规章规章规章规章\xFF\n规章规章规章\n"):rep(20)))
    assert.equal(20, document.replaced)
    local places = document:replaced_places()
    assert.equal(16, #places)
    assert.same({ line = 31, column = 15, byte = 15 * 63 + 43, byte_end = 15 * 63 + 43 }, places[16])
  end)

  it("raises for misuse", function()
    assert.error_matches(function() read() end, "a string is expected")
    assert.error_matches(function() read({}) end, "a string is expected")
    assert.error_matches(function() read("规章\n", { max_inptu = 1 }) end, "did you mean 'max_input'")
    assert.error_matches(function() read("规章\n", { max_input = 1.5 }) end, "'max_input' must be integer")
  end)

  it("reads files", function()
    local document = assert(govreport.read("examples/report.txt"))
    assert.equal(example.text, document.text)
    local _, message, code = govreport.read("examples/none.txt")
    assert.equal("io.missing", code)
    assert.equal("examples/none.txt：文件或文件夹不存在，请核对路径。", message)
    assert.equal("io.folder", select(3, govreport.read("examples")))
  end)
end)
