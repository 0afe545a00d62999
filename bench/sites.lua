--- What stands around reports on the pages of offices: invented sites. `{body}` is the report, `{name}` its title as
-- one line, `{agency}` who publishes it, `{date}` when.

local sites = {}

--- Nothing beside the report.
sites.bare = [[
<!DOCTYPE html>
<html lang="zh"><head><meta charset="{charset}"><title>{name}</title></head><body>
{body}
</body></html>
]]

--- A fragment: as where a page is cut out of its site.
sites.fragment = [[
<meta http-equiv="Content-Type" content="text/html; charset={charset}">
{body}
]]

local menu = {"首页", "机构概况", "政务公开", "办事服务", "互动交流", "通知公告", "政策文件", "政策解读", "规划计划", "统计数据", "专题专栏"}

local function items(format)
  local list = {}
  for i, name in ipairs(menu) do list[i] = format:format(i, name) end
  return table.concat(list, "\n")
end

--- The usual site: menus, scripts, a line of dates, a footer.
sites.portal = [[
<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta http-equiv="Content-Type" content="text/html; charset={charset}" />
<meta name="SiteName" content="{agency}" />
<meta name="ArticleTitle" content="{name}" />
<meta name="PubDate" content="{date}" />
<title>{name}_{agency}</title>
<link rel="stylesheet" type="text/css" href="/images/common.css" />
<style type="text/css">
.article-content p { text-indent: 2em; line-height: 2; margin: 0 0 10px; }
.article-content table { border-collapse: collapse; margin: 0 auto; }
</style>
<script type="text/javascript" src="/script/jquery.min.js"></script>
<script type="text/javascript">
$(function () { if ($(".article-content table").length > 0) $("table").wrap("<div class='scroll'></div>"); });
</script>
</head>
<body>
<!-- 页头 -->
<div class="header"><a class="logo" href="/"><img src="/images/logo.png" alt="{agency}" /></a>
<form action="/search/" method="get"><input type="text" name="q" placeholder="请输入关键字" /></form></div>
<div class="nav"><ul class="clearfix">
]] .. items '<li><a href="/c%02d/" target="_blank">%s</a></li>' .. [[

</ul></div>
<div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/nb/">年度报告</a></div>
<div class="article"><div class="info"><span>发布日期：{date}</span>&nbsp;&nbsp;<span>来源：{agency}</span></div>
<div class="article-content" id="zoom">
{body}
</div><!-- 正文结束 -->
<div class="share"><a href="javascript:window.print();">【打印本页】</a>&nbsp;
<a href="javascript:window.close();">【关闭窗口】</a></div>
</div>
<div class="footer"><p>主办单位：{agency}&nbsp;&nbsp;网站标识码：0000000000</p><p>版权所有&nbsp;&copy;&nbsp;{agency}</p></div>
<script type="text/javascript">
document.write("<script src='/script/count.js?" + Math.random() + "'><\/script>");
</script>
</body>
</html>
]]

--- An old site, laid out by tables in tables.
sites.tables = [[
<html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset={charset}">
<title>{name}</title>
</head>
<body bgcolor="#FFFFFF" topmargin="0">
<table width="1000" border="0" align="center" cellpadding="0"><tr><td><img src="top.jpg"></td></tr></table>
<table width="1000" border="0" align="center"><tr>
]] .. items '<td width="90" align="center"><a href="list%d.asp">%s</a></td>' .. [[

</tr></table>
<table width="1000" border="0" align="center" cellpadding="5"><tr><td valign="top">
{body}
</td></tr><tr><td align="right">【<a href="javascript:window.close()">关闭</a>】</td></tr></table>
<table width="1000" border="0" align="center"><tr><td align="center">{agency} 主办</td></tr></table>
</body>
</html>
]]

--- The page of an information catalogue: a table of what the document is above it.
sites.catalogue = [[
<!DOCTYPE html>
<html>
<head><meta charset="{charset}"><title>{name}-信息公开目录</title></head>
<body>
<div class="top"><a href="/">返回首页</a></div>
<table class="headInfo"><tbody>
<tr><td class="k">索 引 号：</td><td>000000000/2022-00001</td><td class="k">信息分类：</td><td>政府信息公开年报</td></tr>
<tr><td class="k">发布机构：</td><td>{agency}</td><td class="k">发布日期：</td><td>{date}</td></tr>
<tr><td class="k">名　　称：</td><td colspan="3">{name}</td></tr>
</tbody></table>
<div id="content">
{body}
</div>
<div class="foot">{agency}</div>
</body>
</html>
]]

--- A page for telephones.
sites.mobile = [[
<!DOCTYPE html>
<html lang="zh-cmn-Hans">
<head>
<meta charset="{charset}">
<meta name="viewport" content="width=device-width,initial-scale=1,maximum-scale=1,user-scalable=no">
<title>{name}</title>
<style>section{margin:0 12px}td{padding:2px}</style>
</head>
<body>
<header><span class="back">‹</span><span>政务公开</span></header>
<main><article><section><section>
{body}
</section></section></article></main>
<footer>{agency}</footer>
<script>var page={"type":"article","tables":true};if(page.tables&&1<2){document.body.className="wide"}</script>
</body>
</html>
]]

--- Beside the report stands a list of others.
sites.sidebar = [[
<!DOCTYPE html>
<html><head><meta charset="{charset}"><title>{name}</title></head>
<body>
<div class="left"><h3>法定主动公开内容</h3><ul>
]] .. items '<li class="l%d"><a href="#">%s</a></li>' .. [[

</ul></div>
<div class="right"><div class="tool">字号：<a>大</a> <a>中</a> <a>小</a></div>
<div class="TRS_Editor"><div class="view TRS_UEDITOR">
{body}
</div></div>
<div class="pages"><p>上一篇：<a href="#">政府信息公开指南</a></p><p>下一篇：<a href="#">政府信息公开制度</a></p></div></div>
</body></html>
]]

--- As a word processor saves a document for the web.
sites.office = [[
<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head>
<meta http-equiv=Content-Type content="text/html; charset={charset}">
<meta name=Generator content="Word Processor">
<title>{name}</title>
<style>
<!--
 p.MsoNormal {margin:0cm; text-align:justify; font-size:10.5pt;}
 table.MsoNormalTable {font-size:10.0pt;}
-->
</style>
</head>
<body lang=ZH-CN style='text-justify-trim:punctuation'>
<div class=WordSection1 style='layout-grid:15.6pt'>
{body}
</div>
</body>
</html>
]]

return sites
