--- A cell that shows a picture of its number, or an input box, was read as blank: the report was told to fill it in.

local govreport = require "govreport"
local styled = require "spec.support.styled"

local plain = styled.report()
local granted = "（一）予以公开</td><td " .. styled.cell

local function report_with(text) return styled.report({granted .. "17<", granted .. text .. "<"}) end

local function cell_of(report) return report.tables.applications:cell("granted", "natural_person") end

local function notice_of(report)
  for found in govreport.check(report):findings() do
    if found.rule == "reading.picture" then return found end
  end
end

describe("a cell without text", function()
  for text, word in pairs{
    ['<img src="n.png" alt="17">'] = "图片", ["<p><IMG src=n.png /></p>"] = "图片", ["&nbsp;<img src='n.png'> "] = "图片",
    ["<svg><path d='M1'/></svg>"] = "图片", ["<canvas></canvas>"] = "图片", ["<input>"] = "输入框",
    ['<input type="text" value="">'] = "输入框", ["<textarea rows=2></textarea>"] = "输入框",
  } do
    it("is unreadable where it shows something, with one notice: " .. text, function()
      local report = report_with(text)
      assert.equal("unreadable", cell_of(report).state)
      local found = notice_of(report)
      assert.equal("notice", found.severity)
      assert.is_truthy(found.messages.zh:find(word, 1, true))
      assert.same({"reading.picture"}, styled.rules(report))
      assert.equal("undecided", govreport.check(report).verdict)
    end)
  end

  it("is blank where nothing is seen in it", function()
    for _, text in ipairs{"", "<img src=s.gif width=1 height=1>", "<input type=hidden value=17>",
                          "<span hidden>17</span>"} do
      assert.equal("blank", cell_of(report_with(text)).state, text)
    end
  end)

  it("is one finding for many", function()
    local page = styled.page():gsub(styled.cell .. "0<", styled.cell .. "<img src=nil.png><")
    local count = 0
    for found in govreport.check(assert(govreport.parse(page))):findings() do
      assert.equal("reading.picture", found.rule)
      count = count + 1
    end
    assert.is_true(count >= 2 and count <= 6)   -- one for each table
  end)
end)

describe("a table that is a picture", function()
  it("is not told to be missing", function()
    local page = styled.page()
    local start = page:find("<table", (page:find("<p>三、", 1, true)), true)
    local _, stop = page:find("</table>", start, true)
    local report = assert(govreport.parse(page:sub(1, start - 1) .. "<p><img src=t.png></p>" .. page:sub(stop + 1)))
    local rules = table.concat(styled.rules(report), " ")
    assert.is_truthy(rules:find("reading.picture", 1, true))
    assert.is_nil(rules:find("table_missing", 1, true))
    report = assert(govreport.parse(page:sub(1, start - 1) .. page:sub(stop + 1)))
    assert.is_truthy(table.concat(styled.rules(report), " "):find("table_missing", 1, true))
  end)

  it("is unreadable where all of its cells are pictures", function()
    local page = styled.page()
    local start, stop = page:find("<table.-</table>", (page:find("<p>四、", 1, true)))
    local report = assert(govreport.parse(page:sub(1, start - 1) .. page:sub(start, stop):gsub(">%d+<", "><img><")
                                          .. page:sub(stop + 1)))
    assert.equal("unreadable", report.tables.disputes:cell("reconsideration", "total").state)
    assert.same({"reading.picture"}, styled.rules(report))
  end)
end)

describe("a box or field with a value", function()
  for _, text in ipairs{'<input value="17">', "<input type='number' value=17 disabled>", "<textarea>17</textarea>",
                        '<input value="17"><img src=pen.png>'} do
    it("is read as what it shows: " .. text, function()
      local report = report_with(text)
      assert.equal(styled.cells(plain), styled.cells(report))
      assert.same(styled.rules(plain), styled.rules(report))
    end)
  end
end)
