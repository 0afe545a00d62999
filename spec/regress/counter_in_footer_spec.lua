--- A counter of visitors in a page's footer had a row 总计, which was told to contradict the report's; so was any table
-- of the page around the report whose labels are the report's by chance.

local styled = require "spec.support.styled"

local plain = styled.report()
local counter = "<table><tr><td>今日访问</td><td>77</td></tr><tr><td>总计</td><td>7758</td></tr></table>"
local article = {{"<body>", "<body>%s<div class=article>"}, {"</body>", "</div>%s</body>"}}

-- The report in a division, with something above and below it.
local function around(above, below)
  return styled.report({article[1][1], (article[1][2]:gsub("%%s", (above:gsub("%%", "%%%%"))))},
                       {article[2][1], (article[2][2]:gsub("%%s", (below:gsub("%%", "%%%%"))))})
end

describe("a table of the page around the report", function()
  for name, report in pairs{
    below = around("", counter), above = around(counter, ""), both = around(counter, counter),
    ["in a footer"] = around("", "<div><p>主办单位：青石县林业局</p>" .. counter .. "</div>"),
    ["behind the footer, in no division"] =
      styled.report({"</body>", "<p>主办单位：青石县林业局　网站标识码：3900000001</p>" .. counter .. "</body>"}),
    ["with a row of the report"] =
      around("", "<table><tr><td></td><td>总计</td></tr><tr><td>行政许可</td><td>9</td></tr></table>"),
  } do
    it("does not compete with those of the report: " .. name, function()
      assert.equal(styled.cells(plain), styled.cells(report))
      assert.same(styled.rules(plain), styled.rules(report))
    end)
  end

  it("does not compete behind the last part, where nothing parts it from the report", function()
    local report = styled.report({"</body>", counter .. "</body>"})
    assert.equal(styled.cells(plain), styled.cells(report))
    assert.same({"ledger.unaccounted"}, styled.rules(report))   -- its numbers are told as a notice
  end)

  it("is the report's where the report has it nowhere else", function()
    local page = styled.page()
    local start, stop = page:find("<table.-</table>", (page:find("四、政府信息公开行政复议", 1, true)))
    local moved = (page:sub(1, start - 1) .. page:sub(stop + 1)):gsub("<body>", "<body><div>")
                    :gsub("</body>", "</div><div>" .. page:sub(start, stop):gsub("%%", "%%%%") .. "</div></body>")
    local report = assert(require("govreport").parse(moved))
    assert.equal(styled.cells(plain), styled.cells(report))
  end)
end)
