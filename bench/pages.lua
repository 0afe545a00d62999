--- Web pages made of the example report: the prose and the tables of examples/report.txt in the markup and between the
-- chrome of an office's site. The same bytes on every run.

local pages = {}

local head = [[
<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="SiteName" content="云岭市水务局" />
<meta name="ColumnName" content="政府信息公开年报" />
<meta name="ArticleTitle" content="云岭市水务局2020年政府信息公开工作年度报告" />
<meta name="PubDate" content="2021-01-25 09:30" />
<title>云岭市水务局2020年政府信息公开工作年度报告_云岭市水务局</title>
<link rel="stylesheet" type="text/css" href="/images/common.css" />
<link rel="stylesheet" type="text/css" href="/images/article.css" />
<style type="text/css">
.article-content p { text-indent: 2em; line-height: 2; margin: 0 0 10px; }
.article-content table { border-collapse: collapse; margin: 0 auto; }
</style>
<script type="text/javascript" src="/script/jquery.min.js"></script>
<script type="text/javascript">
$(function () {
  $(".nav li").hover(function () { $(this).addClass("on"); }, function () { $(this).removeClass("on"); });
  if ($(window).width() < 768 && $(".article-content table").length > 0) $("table").wrap("<div class='scroll'></div>");
});
</script>
</head>
<body>
<!-- 页头 -->
<div class="header"><div class="w1200">
  <a class="logo" href="/" title="云岭市水务局"><img src="/images/logo.png" alt="云岭市水务局" /></a>
  <form action="/search/" method="get"><input type="text" name="q" placeholder="请输入关键字" /></form>
</div></div>
<div class="nav"><ul class="clearfix">
%s</ul></div>
<div class="position">
  当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; <a href="/zwgk/nb/">年度报告</a>
</div>
<div class="w1200 clearfix"><div class="article">
<h1>云岭市水务局2020年政府信息公开工作年度报告</h1>
<div class="info"><span>发布日期：2021-01-25</span>&nbsp;&nbsp;<span>来源：云岭市水务局</span></div>
<div class="article-content" id="zoom">
]]

local foot = [[
</div><!-- 正文结束 -->
<div class="share">
  <a href="javascript:window.print();">【打印本页】</a>&nbsp;
  <a href="javascript:window.close();">【关闭窗口】</a>
</div>
</div></div>
<div class="links"><ul class="clearfix">
%s</ul></div>
<div class="footer">
  <p>主办单位：云岭市水务局&nbsp;&nbsp;网站标识码：0000000000</p>
  <p>版权所有&nbsp;&copy;&nbsp;云岭市水务局&nbsp;&nbsp;地址：云岭市人民路1号</p>
</div>
<script type="text/javascript">
document.write("<script src='/script/count.js?" + Math.random() + "'><\/script>");
</script>
</body>
</html>
]]

local entries = {
  "首页", "机构概况", "政务公开", "办事服务", "互动交流", "水务要闻", "通知公告", "政策文件", "政策解读", "规划计划", "统计数据", "河长制", "节约用水",
  "水旱灾害防御", "水质公告", "专题专栏",
}

-- The cells of each table in the order of the text, a string for each row: columns x rows that a cell takes.
local seven = (" 1"):rep(7)
local four = "1 1 1 1"
local layouts = {
  {
    "4", four, four, four, "4", four, four, four, "4", four, four, four, "4", "1 1 2", "1 1 2", "4", "1 1 2", "1 1 2",
  },
  {
    "3x3 7", "1x2 5 1x2", "1 1 1 1 1", "3" .. seven, "3" .. seven, "1x20 2" .. seven, "2" .. seven,
    "1x8 1" .. seven, "1" .. seven, "1" .. seven, "1" .. seven, "1" .. seven, "1" .. seven, "1" .. seven, "1" .. seven,
    "1x3 1" .. seven, "1" .. seven, "1" .. seven,
    "1x5 1" .. seven, "1" .. seven, "1" .. seven, "1" .. seven, "1" .. seven,
    "2" .. seven, "2" .. seven, "3" .. seven,
  },
  {"5 10", "1x2 1x2 1x2 1x2 1x2 5 5", "1 1 1 1 1 1 1 1 1 1", ("1 "):rep(15)},
}

-- Prose is indented in the example, the cells of tables are not.
local function read_example()
  local file = assert(io.open("examples/report.txt", "rb"))
  local text = file:read("a")
  file:close()
  local list, first = {}, assert(text:find("\n  根据", 1, true))
  for line in text:sub(first):gmatch("[^\n]+") do
    list[#list + 1] = {text = line:gsub("^ +", ""), is_prose = line:find("^ ") ~= nil}
  end
  return list
end

local function cell(text, size)
  local columns, rows = size:match("^(%d+)x?(%d*)$")
  local attributes = text:find("^[%d+-]") and ' align="center" nowrap="nowrap"' or ""
  if columns ~= "1" then attributes = attributes .. (' colspan="%s"'):format(columns) end
  if rows ~= "" then attributes = attributes .. (' rowspan="%s"'):format(rows) end
  return ('<td style="border: 1px solid #000; padding: 0 7px;"%s>%s</td>'):format(attributes, text)
end

-- The report as lines of markup: paragraphs, rows, and the tags around the rows of a table.
local function markup()
  local lines, example, tables, i = {}, read_example(), 0, 1
  while i <= #example do
    if example[i].is_prose then
      lines[#lines + 1] = ('<p style="text-indent: 2em;">%s</p>\n'):format(example[i].text)
      i = i + 1
    else
      tables = tables + 1
      lines[#lines + 1] = '<table border="1" cellspacing="0" cellpadding="0" style="width: 100%;"><tbody>\n'
      for _, sizes in ipairs(layouts[tables]) do
        local cells = {}
        for size in sizes:gmatch("%S+") do
          assert(not example[i].is_prose, "a cell is missing")
          cells[#cells + 1] = cell(example[i].text, size)
          i = i + 1
        end
        lines[#lines + 1] = "<tr>" .. table.concat(cells) .. "</tr>\n"
      end
      assert(example[i].is_prose, "a cell is left over")
      lines[#lines + 1] = "</tbody></table>\n"
    end
  end
  return lines
end

-- The same lines with other digits in the text; spans and styles stay.
local function vary(lines, seed)
  local state, varied = seed * 2654435761 + 88172645463325252, {}
  local function digit()
    state = state ~ (state << 13)
    state = state ~ ((state >> 7) & 0x01FFFFFFFFFFFFFF)
    state = state ~ (state << 17)
    return tostring(((state >> 11) & 0xFFFFFFFF) % 9 + 1)
  end
  for i, line in ipairs(lines) do
    varied[i] = line:gsub(">[^<]+", function(text) return (text:gsub("%d", digit)) end)
  end
  return varied
end

-- What surrounds the report, with the links of the site in place of its %s.
local function chrome(template)
  local items = {}
  for i, name in ipairs(entries) do
    items[i] = ('  <li><a href="/c%02d/" target="_blank" title="%s">%s</a></li>\n'):format(i, name, name)
  end
  return (template:gsub("%%s", function() return table.concat(items) end))
end

--- A page with the example report.
function pages.report()
  return chrome(head) .. table.concat(markup()) .. chrome(foot)
end

--- A page of some `size` bytes: reports with other numbers, one behind the other, the last one cut.
function pages.large(size)
  local variants, lines = {}, markup()
  for i = 1, 16 do variants[i] = vary(lines, i) end
  local out, tail = {chrome(head)}, chrome(foot)
  local length, number, in_table = #out[1] + #tail, 0, false
  while length < size do
    for _, line in ipairs(variants[number % #variants + 1]) do
      out[#out + 1] = line
      length = length + #line
      in_table = line:find("^<t") ~= nil
      if length >= size then break end
    end
    number = number + 1
  end
  if in_table then out[#out + 1] = "</tbody></table>\n" end
  out[#out + 1] = tail
  return table.concat(out)
end

return pages
