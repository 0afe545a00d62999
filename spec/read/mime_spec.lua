--- Pages in a single file, .mht, and mails: the page that is read, its encodings, what is wrong with others.

local govreport = require "govreport"
local mime = require "spec.support.mime"
local shell = require "spec.support.shell"

local part, parts, file = mime.part, mime.parts, mime.file

local function page(body) return "<html><head><title>t</title></head><body><p>" .. body .. "</p></body></html>" end

local qp, base64 = "quoted-printable", "base64"
local text = page "今年新收12件＝上年的2倍"
-- The same in GB18030.
local gb = page "\xBD\xF1\xC4\xEA\xD0\xC2\xCA\xD512\xBC\xFE\xA3\xBD\xC9\xCF\xC4\xEA\xB5\xC42\xB1\xB6"

local function html(content, encoding, charset, headers)
  return part("text/html" .. (charset and "; charset=" .. charset or ""), content, encoding, headers)
end

local function wide(utf8_text, layout)
  local units = {}
  for _, code in utf8.codes(utf8_text) do units[#units + 1] = layout:pack(code) end
  return table.concat(units)
end

-- What is read of a file: its text, but for its last line end.
local function read(bytes) return (assert(govreport.read_bytes(bytes)).text:gsub("%s+$", "")) end

local css = part("text/css", "p { color: red }", qp)
local picture = part("image/gif", ("GIF89a\1\2"):rep(40), base64)
local fallback = page "旧页"

describe("the page of a file", function()
  for _, case in ipairs{
    {"as browsers save it", parts("related", "----=_Part--x----", {html(text, qp), css, picture}, '; type="x"')},
    {"in base64", parts("related", "x", {html(text, base64, "utf-8"), picture})},
    {"as it is", parts("related", "x", {html(text, "8bit", "utf-8")})},
    {"without a word about its transfer", parts("related", "x", {html(text)})},
    {"behind other parts", parts("related", "x", {picture, css, html(text, qp)})},
    {"that is named as the root", parts("related", "x",
      {html(fallback, qp, nil, {"Content-ID: <a>"}), html(text, qp, nil, {"Content-ID: <b>"})}, '; start="<b>"')},
    {"where the root is named and not there", parts("related", "x", {html(text, qp)}, '; start="<b>"')},
    {"with no other part", html(text, qp, '"utf-8"')},
    {"of XHTML", parts("related", "x", {part("application/xhtml+xml", text, qp)})},
    {"of a mail, beside its text", parts("mixed", "x", {parts("alternative", "y", {
      part("text/plain; charset=utf-8", "请查收", base64), parts("related", "z", {html(text, qp, "utf-8"), picture})}),
      part("application/pdf", "%PDF-1.4", base64)})},
    {"behind a boundary with blanks", parts("related", "a b  c", {css, html(text, qp)})},
    {"behind one that is the beginning of another", parts("related", "x", {
      parts("alternative", "x-1", {html(text, qp)}), html(fallback, qp)})},
    {"in small and large letters", {kind = 'MultiPart/Related; Boundary="x"', headers = {},
      content = "\r\n--x\r\nCONTENT-TYPE: Text/HTML\r\ncontent-transfer-encoding: Base64\r\n\r\n"
                .. mime.file(html(text, base64)):match "\r\n\r\n(.*)" .. "\r\n--x--"}},
    {"with folded headers, and blanks behind a boundary", {kind = 'multipart/related;\r\n\ttype="text/html";\r\n\t'
      .. 'boundary="x"', headers = {}, content = "\r\n--x \t\r\nContent-Type: text/html;\r\n\tcharset=\"utf-8\"\r\n"
      .. "Content-Transfer-Encoding: 8bit\r\n\r\n" .. text .. "\r\n--x--  \r\n"}},
  } do
    it("is read: " .. case[1], function() assert.equal(text, read(file(case[2]))) end)
  end

  it("is read with any ends of lines, behind a mailbox's line and behind a mark", function()
    local one = parts("related", "x", {css, html(text, qp)}, nil, "\n")
    assert.equal(text, read(file(one, "\n")))
    assert.equal(text, read("From a@example.invalid Thu Jan  1 00:00:00 2026\n" .. file(one, "\n")))
    assert.equal(text, read("\xEF\xBB\xBF\r\n" .. file(html(text, qp))))
  end)

  it("is read in pieces of base64, and lines that go on behind blanks", function()
    local head = "MIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: "
    assert.equal("<p>abcd", read(head .. "base64\n\nPHA+\nYQ==\nYg==Y2Q=\n"))
    assert.equal("<p>ab=x =", read(head .. "quoted-printable\n\n<p>a=  \r\nb=x =3D\n"))
  end)

  it("is read as far as it goes", function()
    local whole = file(parts("related", "x", {html(text, qp), css}))
    local stop = whole:find("text/css", 1, true)
    assert.equal(text, read(whole:sub(1, stop)))
    assert.equal(text:sub(1, text:find "年" - 1), read(whole:sub(1, whole:find("=E5=B9=B4", 1, true) - 1)))
    local nameless = whole:gsub('; boundary="x"', "")
    assert.equal(text, read(nameless))
  end)

  it("is found as the report that it holds, and no change of its bytes is proposed", function()
    local plain = shell.read "examples/report-2021.html"
    local want = assert(govreport.parse(plain))
    local report = assert(govreport.parse(file(parts("related", "x", {html(plain, qp), picture})), {name = "a.mht"}))
    assert.same(want:to_table(), report:to_table())
    assert.equal("html", report.document.format)
    assert.equal("mht", report.document.container)
    assert.is_nil(want.document.container)
    local wrong = plain:gsub("(<td[^>]*>)(%d)(</td>)", "%19%3")
    local function sarif(bytes) return govreport.render(govreport.check(assert(govreport.parse(bytes))), "sarif") end
    assert.is_truthy(sarif(wrong):find('"fixes"', 1, true))
    assert.is_nil(sarif(file(html(wrong, base64))):find('"fixes"', 1, true))
  end)
end)

describe("the encoding of a page", function()
  local says_gb = '<meta charset="gb2312">'
  for _, case in ipairs{
    {"is what its part says", gb, "gb2312", "GB18030"},
    {"is what its part says, in quotes", gb, '"GBK"', "GB18030"},
    {"is what its part says, not what the page does", says_gb .. text, "utf-8", "UTF-8"},
    {"is what the page says where the part says nothing", says_gb .. gb, nil, "GB18030"},
    {"is what the page is where the part says what it is not", text, "gb2312", "UTF-8"},
    {"is what the page is where the part says ASCII", gb, "us-ascii", "GB18030"},
    {"is what the page is where the part says what nobody knows", text, "x-unknown", "UTF-8"},
    {"is that of the order of its bytes", wide(text, "<I2"), "unicode", "UTF-16LE"},
    {"is that of the other order", wide(text, ">I2"), "utf-16", "UTF-16BE"},
    {"is UTF-16 with a mark", "\xFF\xFE" .. wide(text, "<I2"), "utf-16", "UTF-16LE"},
  } do
    it(case[1], function()
      local document = assert(govreport.read_bytes(file(parts("related", "x", {html(case[2], base64, case[3])}))))
      assert.equal(case[4], document.encoding)
      assert.equal(text, document.text:sub(-#text))
    end)
  end

  it("is the one that is asked for", function()
    local bytes = file(html(gb, base64, "utf-8"))
    assert.equal(text, assert(govreport.read_bytes(bytes, {encoding = "gbk"})).text)
    assert.equal("encoding.unknown", select(3, govreport.read_bytes(bytes, {encoding = "foo"})))
  end)
end)

describe("a file", function()
  local function code_of(bytes) return select(3, govreport.read_bytes(bytes, {name = "a.mht"})) end
  local other = part("text/plain", "x")
  local deep = html(text)
  for i = 1, 20 do deep = parts("mixed", "b" .. i, {deep}) end

  for _, case in ipairs{
    {"without a page", parts("related", "x", {css, picture})},
    {"without parts", part("multipart/related; boundary=x", "nothing")},
    {"without parts or a boundary", part("multipart/related", "nothing")},
    {"with parts in each other and no end", deep},
  } do
    it(case[1] .. " says so", function() assert.equal("input.no_page", code_of(file(case[2]))) end)
  end

  it("with an empty page has no text, and with a frame alone says what it shows", function()
    assert.equal("input.empty", code_of(file(html("", base64))))
    assert.equal("input.embedded", code_of(file(html('<iframe src="/files/2024.pdf"></iframe>', base64))))
  end)

  it("that only looks like a message is read as it is", function()
    for _, bytes in ipairs{file(other), "附件: x\n\n一", "Date: 2025\nnothing", "Content-Type: text/html", text} do
      assert.equal(bytes, assert(govreport.read_bytes(bytes)).text)
    end
  end)

  it("is found in folders, and checked by the command", function()
    local folder = shell.folder()
    shell.write(folder .. "/a.mht", file(parts("related", "x", {html(shell.read "examples/report-2021.html", qp)})))
    shell.write(folder .. "/b.eml", file(parts("related", "x", {css})))
    local code, out, complaints = shell.govreport("check --format concise " .. folder)
    assert.equal(3, code)
    assert.matches("b%.eml.-%[input%.no_page%]", out .. complaints)
    assert.is_nil((out .. complaints):find("a.mht.-%[input"))
    shell.remove(folder)
  end)
end)
