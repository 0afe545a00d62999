--- A page hid a digit in front of a number with `display:none`, and 25 was read as 125; a hidden cell moved its row,
-- and a copy for small screens stood beside the report as a second one. What a page hides is not read, but where a
-- script would show it (tabs, folded parts) and nothing else does.

local govreport = require "govreport"
local styled = require "spec.support.styled"

local plain = styled.report()
local granted = "（一）予以公开</td><td " .. styled.cell
local sheet = {"<meta charset=\"utf-8\">", "<meta charset=\"utf-8\"><style>%s</style>"}

local function with_sheet(rules) return {sheet[1], sheet[2]:format(rules)} end

local function piece(hiding) return {granted .. "17<", granted .. ("<%s>3</span>17<"):format(hiding)} end

-- The hidden numbers of a report, in the ledger.
local function set_aside(report)
  local list = {}
  for _, entry in ipairs(report.ledger) do
    if entry.reason == "hidden" then list[#list + 1] = entry.raw end
  end
  return list
end

describe("a piece that a page hides", function()
  local pieces = {
    style = {piece 'span style="display:none"'},
    ["style of Word"] = {piece "span style='color:red;display:none;mso-hide:all'"},
    ["style in capitals"] = {piece 'span style="DISPLAY: NONE"'},
    visibility = {piece 'span style="visibility: hidden"'},
    attribute = {piece "span hidden"},
    ["attribute with a value"] = {piece 'span id=x hidden="hidden"'},
    class = {with_sheet ".n{display:none}", piece 'span class="n"'},
    ["tag with class, in a list"] = {with_sheet "b, span.n { display : none }", piece 'span class="m n"'},
    id = {with_sheet "#n{visibility:hidden}", piece 'span id="n"'},
    media = {with_sheet "@media screen{.n{display:none}}", piece 'span class="n"'},
    ["in front of the row's first number"] = {{granted, "（一）予以公开</td><td style='display:none'>3</td><td "
                                               .. styled.cell}},
    ["a row"] = {{"<tr><td rowspan=\"1\" colspan=\"2\">（七）总计</td>",
                  "<tr style=\"display:none\"><td colspan=2>（七）总计</td><td>3</td></tr>"
                  .. "<tr><td rowspan=\"1\" colspan=\"2\">（七）总计</td>"}},
    ["in a sentence"] = {{"收到政府信息公开申请47件", "收到政府信息公开申请<b hidden>3</b>47件"}},
  }
  for name, edits in pairs(pieces) do
    it("is not read and stands in the ledger: " .. name, function()
      local report = styled.report(table.unpack(edits))
      assert.equal(styled.cells(plain), styled.cells(report))
      assert.same(styled.rules(plain), styled.rules(report))
      assert.same({"3"}, set_aside(report))
    end)
  end

  it("is read where another style shows it", function()
    for _, edits in ipairs{
      {with_sheet "@media print{.n{display:none}}", piece 'span class="n"'},
      {with_sheet "@media (max-width:600px){.n{display:none}}", piece 'span class="n"'},
      {with_sheet ".n{display:none}.n{display:inline}", piece 'span class="n"'},
      {with_sheet ".n{display:none}", piece 'span class="n" style="display:inline"'},
      {with_sheet ".menu .n{display:none}", piece 'span class="n"'},
    } do
      local report = styled.report(table.unpack(edits))
      assert.equal(317, report.tables.applications:cell("granted", "natural_person").value)
      assert.same({}, set_aside(report))
    end
  end)
end)

-- The page's body, to put into another element.
local body = styled.page():match("<body>(.*)</body>")

describe("the work for what a page hides", function()
  it("grows linearly with rules, classes and hidden elements that all differ", function()
    local function work(count)
      local rules, pieces = {}, {}
      for i = 1, count do
        rules[i] = (".c%d,p.d%d{display:none}"):format(i, i)
        pieces[i] = ('<p class="d%d">甲</p><div class="c%d"><p>乙%d</p><p>丙</p></div>'):format(i, i, i)
      end
      local page = "<style>" .. table.concat(rules) .. "</style><p>正文</p>" .. table.concat(pieces)
      local document = assert(govreport.read_bytes(page, {format = "html"}))
      return document.work / #page
    end
    assert.is_true(work(4000) < 1.1 * work(1000))
  end)
end)

describe("a hidden copy of the report", function()
  local copies = {
    ["in front"] = {"<body>", '<body><div class="m" style="display:none">' .. body .. "</div>"},
    behind = {"</body>", '<section hidden>' .. body .. "</section></body>"},
    ["with other figures"] = {"</body>", "<div hidden>" .. body:gsub("%d", "7") .. "</div></body>"},
    ["with its tables as lines"] = {"</body>", "<div hidden>" .. body:gsub("</?t[^>]*>", "<br>") .. "</div></body>"},
    ["of the year before"] = {"<body>", "<body><div hidden>" .. body:gsub("2024", "2023"):gsub(">(%d)<", ">%1%1<")
                                        .. "</div>"},
    ["of its tables alone"] = {"</body>", "<div hidden>" .. body:match("<table.*</table>") .. "</div></body>"},
  }
  for name, edit in pairs(copies) do
    it("is not read: " .. name, function()
      local report = styled.report(edit)
      assert.equal(styled.cells(plain), styled.cells(report))
      assert.same(styled.rules(plain), styled.rules(report))
      assert.is_true(#set_aside(report) > 100)
      assert.same({}, report.document:revealed())
    end)
  end
end)

-- The page with each part in an element of its own, all but the first hidden, below the titles of all of them.
local function tabbed(open, close, around)
  local parts, titles, page = {}, {}, body .. "<p>一、"
  for _, number in ipairs{"一", "二", "三", "四", "五", "六"} do page = page:gsub("<p>" .. number .. "、", "\0%0") end
  for part in page:gmatch("%z<p>([^%z]*)") do
    titles[#titles + 1] = "<li>" .. part:match("[^<]*") .. "</li>"
    parts[#parts + 1] = open:format(#parts == 0 and "block" or "none") .. "<p>" .. part .. close
  end
  parts[#parts] = nil
  return (around or "%s"):format(page:match("[^%z]*") .. "<ul>" .. table.concat(titles) .. "</ul>"
                                 .. table.concat(parts))
end

describe("a hidden part that is shown nowhere else", function()
  -- The page with some of its parts in hidden divisions, below a line that names them.
  local function tabs(first, last)
    local page = styled.page()
    local start, stop = page:find("<p>" .. first, 1, true), page:find(last and "<p>" .. last or "</body>", 1, true)
    return (page:sub(1, start - 1) .. '<div class="tab" style="display:none">' .. page:sub(start, stop - 1)
            .. "</div>" .. page:sub(stop))
  end
  for name, page in pairs{
    ["part three"] = tabs("三、", "四、"), ["parts two to four"] = tabs("二、", "五、"), ["the last one"] = tabs("六、"),
    ["all of it"] = styled.page({"<body>", '<body style="display:none">'}),
    ["tabs of divisions"] = tabbed('<div style="display:%s">', "</div>"),
    ["tabs of lists"] = tabbed('<ul><li style="display:%s">', "</li></ul>"),
    ["rows of a layout"] = tabbed('<table><tr style="display:%s"><td>', "</td></tr></table>"),
    ["twice, of which one is read"] = (tabs("三、", "四、"):gsub('(<div class="tab".-</div>)', "%1%1")),
  } do
    it("is read, with a notice: " .. name, function()
      local report = assert(govreport.parse(page))
      assert.equal(styled.cells(plain), styled.cells(report))
      local rules = styled.rules(plain)
      rules[#rules + 1] = "reading.hidden"
      table.sort(rules)
      assert.same(rules, styled.rules(report))
      assert.equal("pass", govreport.check(report).verdict)
    end)
  end

  it("is told once, and not of the page around the report", function()
    local page = styled.page({"<body>", '<body><div hidden><p>登录</p><p>用户名</p></div><div>'},
                             {"</body>", "</div></body>"})
    assert.same(styled.rules(plain), styled.rules(assert(govreport.parse(page))))
  end)
end)
