--- A page that shows the report as a PDF in a frame, or gives it as an attachment, was told to be of no known form.

local example = require "spec.support.example"
local govreport = require "govreport"

local title = "青石县林业局2024年政府信息公开工作年度报告"
local head = "<html><head><title>" .. title .. "</title><link rel=x href=manual.pdf></head><body><a href=/>首页</a>"
             .. "<h1>" .. title .. "</h1>"
local foot = "<div><p>主办单位：青石县林业局</p></div></body></html>"

local function told(page, lang)
  local report, message, code = govreport.parse(page, {name = "a.html", lang = lang})
  assert.is_nil(report)
  return code, message
end

describe("a page whose report is in a file", function()
  -- What stands on the page, and the names of the files.
  for name, case in pairs{
    frame = {"<iframe width=100% src='/files/P0201.pdf#page=1'></iframe>", "“P0201.pdf”"},
    ["a viewer"] = {'<iframe src="/web/viewer.html?file=%2Ff%2F%E6%8A%A5%E5%91%8A.pdf&amp;v=1"></iframe>',
                    "“报告.pdf”"},
    embedded = {"<embed src=a.PDF type=application/pdf>", "“a.PDF”"},
    object = {"<object data=a.pdf><p>请安装插件</p></object>", "“a.pdf”"},
    ["a script"] = {[[<script>if (i<n) PDFObject.embed("/x/a.pdf?v=2", "#box");</script>]], "“a.pdf”"},
    ["a link with a name"] = {"<p>附件：<a href=P02.pdf><b>" .. title .. "</b></a></p>", "“" .. title .. "”"},
    ["a link without one"] = {"<a oldsrc=W02.docx href=./P02.docx>点击下载</a>", "“P02.docx”"},
    ["behind a script that sends it"] = {"<a href='down.jsp?id=3&name=a.wps'>下载</a>", "“a.wps”"},
    ["a link twice"] = {"<a href=a.pdf>下载</a><a href=a.pdf>查看</a>", "“a.pdf”"},
    ["beside pictures"] = {"<img src=1.jpg><img src=2.jpg><a href=a.pdf>下载</a>", "“a.pdf”"},
    ["two files"] = {"<a href=a.pdf>下载</a><a href=a.doc>下载</a>", "“a.pdf”、“a.doc”"},
  } do
    it("names it: " .. name, function()
      local code, message = told(head .. case[1] .. foot)
      assert.equal("input.embedded", code)
      assert.matches("链接的" .. case[2] .. "里", message, 1, true)
      local english = select(2, told(head .. case[1] .. foot, "en"))
      assert.matches("the report is in " .. case[2]:gsub("、", ", ") .. ";", english, 1, true)
    end)
  end

  it("counts where there are more than three", function()
    local links = ""
    for i = 1, 5 do links = links .. "<a href=" .. i .. ".pdf>x</a>" end
    assert.matches("“1.pdf”、“2.pdf”、“3.pdf”等5个文件里", select(2, told(head .. links .. foot)), 1, true)
  end)

  it("says what to do with files of this kind", function()
    local function advice(content) return select(2, told(head .. content .. foot)) end
    assert.matches("直接核对该PDF文件。", advice "<embed src=a.pdf>", 1, true)
    assert.matches("请下载该附件，直接核对该Word文件（.docx）；", advice "<a href=a.docx>x</a>", 1, true)
    assert.matches("直接核对其中的", advice "<a href=a.docx>x</a><a href=a.pdf>x</a>", 1, true)
  end)

  it("is told also where the page has no text at all", function()
    assert.equal("input.embedded", (told "<html><body><iframe src=a.pdf></iframe></body></html>"))
  end)

  it("lets nothing of the page through that moves a cursor", function()
    local _, message = told(head .. "<a href='a%1B%5B2J.pdf'>x</a>" .. foot)
    assert.is_nil(message:find "%c")
  end)
end)

describe("it is not said", function()
  it("where the report's text stands beside the file", function()
    local page = example.edit(example.page, "</body>", "<p><a href=report.pdf>下载PDF版</a></p><embed src=a.pdf></body>")
    assert.truthy(govreport.parse(page, {name = "a.html"}))
  end)

  it("of a page with text of another kind", function()
    local text = "<p>" .. ("本通知自印发之日起施行，各单位遵照执行。"):rep(12) .. "</p>"
    assert.equal("form.unknown", (told(head .. text .. "<a href=a.pdf>附件</a>" .. foot)))
  end)

  it("of what the page only names: in a comment, in its head, in its text, or of other files", function()
    for _, content in ipairs{"<!-- <a href=a.pdf>x</a> -->", "<p>report.pdf</p>", "<a href=a.html>x</a>",
                             "<a href=pdf>x</a>"} do
      assert.equal("form.unknown", (told(head .. content .. foot)))
    end
  end)

  it("of text", function() assert.equal("form.unknown", (told '通知\n\n<a href="a.pdf">附件\n')) end)
end)

-- What would be gone through again from each of its pieces takes minutes here.
it("a page of tags without an end is gone through once", function()
  local embedded = require "govreport.read.embedded"
  for piece, count in pairs{["<a b=' "] = 0, ['<a b="'] = 0, ["<script"] = 0, ["<a href=x.pdf>"] = 1, ["<a "] = 0,
                            ["<!-- "] = 0, a = 0, ["<a aaaa"] = 0} do
    assert.equal(count, #embedded.files(piece:rep(100001), {steps = 0}))
  end
end)
