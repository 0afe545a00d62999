--- A page with scans in place of a report was told to be of no known form, which helped nobody.

local govreport = require "govreport"

local head = "<html><head><title>青石县林业局2024年政府信息公开工作年度报告</title></head><body><div class=top><img src=logo.png>"
             .. "<a href=/>首页</a></div><h1>青石县林业局2024年政府信息公开工作年度报告</h1>"
local foot = "<div><p>主办单位：青石县林业局</p><p>本网站由县政府办公室管理。</p></div></body></html>"

local function code_of(page, lang)
  local report, message, code = govreport.parse(page, {name = "a.html", lang = lang})
  assert.is_nil(report)
  return code, message
end

describe("a page whose text is nothing but pictures", function()
  for name, content in pairs{
    one = "<p><img src=1.jpg></p>", many = ("<p><img src=1.jpg></p>"):rep(8), drawing = "<svg><path/></svg>",
    ["in a table"] = "<table><tr><td><img src=1.jpg></td></tr><tr><td><img src=2.jpg></td></tr></table>",
    embedded = "<embed src=a.swf>", object = "<object data=a.svg></object>",
  } do
    it("says so, with advice: " .. name, function()
      local code, message = code_of(head .. content .. foot)
      assert.equal("input.pictures", code)
      assert.is_truthy(message:find("图片", 1, true) and message:find("OCR", 1, true))
      assert.is_truthy(select(2, code_of(head .. content .. foot, "en")):find("pictures", 1, true))
    end)
  end

  it("is none with text of another kind, or without pictures", function()
    local text = "<p>" .. ("本通知自印发之日起施行，各单位遵照执行。"):rep(12) .. "</p>"
    assert.equal("form.unknown", (code_of(head .. "<p><img src=1.jpg></p>" .. text .. foot)))
    assert.equal("form.unknown", (code_of(((head .. foot):gsub("<img[^>]*>", "")))))
    assert.equal("form.unknown", (code_of("通知\n\n正文\n")))
  end)
end)
