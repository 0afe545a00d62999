--- Pages from fixed seeds: random ones with random tables, and reports printed with tables of their form.

local generate = require "spec.support.generate"
local layout = require "govreport.form.layout"

local html_tables = {}

local function pick(random, list) return list[random(#list)] end

-- ---- random pages -------------------------------------------------------------------------------

local places = {"北站", "南桥", "东湾", "西岭", "清河", "松坡", "白塔", "石门", "云台", "望亭"}
local things = {"到站", "离站", "客车", "货车", "渡船", "栈房", "水井", "林地", "旧约", "新约"}
local cells = {"共%d", "%d", "%d", "%d", "第%d号", "%d.5", "%d&nbsp;", "&#%d;", "%d&amp;%d", "&lt;%d&gt;", "（%d）"}
local attributes = {"", "", ' class="cell"', " nowrap", " width=120", ' style="border:1px solid; width:20px"',
                    " align='center'", ' title="a > b"', ' data-x="<td>"'}
local wrappers = {
  {"", ""}, {"", ""}, {"", ""}, {"<p>", "</p>"}, {'<p class="MsoNormal"><span lang="EN-US">', "</span></p>"},
  {"<div>", "</div>"}, {"<b>", "</b>"}, {"<p>", ""}, {'<a href="#1">', "</a>"}, {"<font color=red>", "</font>"},
  {"<strong><span>", "</span></strong>"}, {"<!-- 注 -->", ""}, {"\n  ", "\n  "},
}

local function label(random) return pick(random, places) .. pick(random, things) end

local function text(random)
  local choice = random(12)
  if choice == 1 then return "" end
  if choice == 2 then return label(random) .. "<br>" .. label(random) end
  if choice <= 6 then return label(random) end
  return (pick(random, cells):gsub("%%d", function() return tostring(random(9000) + 31) end))
end

local function print_cell(random, style, spans)
  local wrapper = pick(random, wrappers)
  local name = random(8) == 1 and "th" or "td"
  local close = style.closed and "</" .. name .. ">" or ""
  return ("<%s%s%s>%s%s%s%s"):format(name, spans, pick(random, attributes), wrapper[1], text(random), wrapper[2], close)
end

-- Rows in which spans fill a rectangle.
local function print_rows(random, style, rows, columns)
  local taken, lines = {}, {}
  for row = 1, rows do
    local line = {}
    for column = 1, columns do
      if not taken[row * 100 + column] then
        local width = random(9) == 1 and random(columns - column + 1) or 1
        local height = random(9) == 1 and random(rows - row + 1) or 1
        while width > 1 and taken[row * 100 + column + width - 1] do width = width - 1 end
        for r = row, row + height - 1 do
          for c = column, column + width - 1 do taken[r * 100 + c] = true end
        end
        local spans = (width > 1 and (' colspan="%d"'):format(width) or "") ..
                      (height > 1 and (" rowspan=%d"):format(height) or "")
        line[#line + 1] = print_cell(random, style, spans)
      end
    end
    lines[row] = "<tr>" .. style.gap .. table.concat(line, style.gap) .. (style.closed and "</tr>" or "") .. style.gap
  end
  return table.concat(lines)
end

local function print_table(random, depth)
  local style = {closed = random(5) > 1, gap = random(3) > 1 and "\n" or ""}
  local parts = {pick(random, {"<table>", '<table border="1" width=100%>', "<TABLE class='t'>"})}
  if random(5) == 1 then parts[#parts + 1] = "<caption>" .. label(random) .. "</caption>" end
  if random(6) == 1 then parts[#parts + 1] = "<colgroup><col width=20><col></colgroup>" end
  local columns = random(5) + 1
  if random(4) == 1 then
    parts[#parts + 1] = "<thead>" .. print_rows(random, style, random(2), columns) .. "</thead>"
  end
  local body = print_rows(random, style, random(4) + 1, columns)
  parts[#parts + 1] = random(2) == 1 and "<tbody>" .. body .. "</tbody>" or body
  if random(8) == 1 then
    parts[#parts + 1] = "<tfoot>" .. print_rows(random, style, 1, columns) .. "</tfoot>"
  end
  if depth < 2 and random(6) == 1 then
    parts[#parts + 1] = "<tr><td>" .. label(random) .. print_table(random, depth + 1) .. "<td>" .. label(random)
  end
  parts[#parts + 1] = random(2) == 1 and "</table>" or "</table>\n"
  return table.concat(parts)
end

local head = [[<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>北站年报</title>
<style>td { width: 20px } table > tr { color: red }</style>
<script>if (1 < 2) document.write("<table><tr><td>1</td></tr></table>");</script>
</head>
<body>
<div class="nav"><ul><li><a href="/">首页</a><li><a href="/1">要闻</a></ul></div>
]]

local foot = '<div class="foot">主办：北站<script src="a.js"></script></div></body></html>\n'

local middles = {
  function(random) return "<p>" .. label(random) .. random(2000) .. "件。</p>\n" end,
  function(random) return "<h2>一、" .. label(random) .. "</h2>" end,
  function(random) return '<div class="box">' .. label(random) .. "<br/>" .. label(random) .. "</div>" end,
  function(random) return "<!-- <td>" .. random(90) .. "</td> -->" end,
  function() return "<form action=/s><input name=q><select><option>甲<option>乙</select></form>" end,
  function(random) return "<table width=980><tr><td><p>" .. label(random) .. "</p></td></tr></table>" end,
}

--- A random page with one to three tables.
function html_tables.page(seed)
  local random = generate.random(seed)
  local parts = {random(4) > 1 and head or ""}
  for _ = 1, random(3) do
    parts[#parts + 1] = pick(random, middles)(random)
    parts[#parts + 1] = print_table(random, 1)
  end
  parts[#parts + 1] = pick(random, middles)(random)
  parts[#parts + 1] = random(4) > 1 and foot or ""
  return table.concat(parts)
end

-- ---- reports ------------------------------------------------------------------------------------

-- The rows of a table's header: lists of `{text, width, height}`.
local function header_rows(t)
  local depth = 0
  for _, leaf in ipairs(t.leaves) do depth = math.max(depth, #leaf.path) end
  local rows = {}
  for level = 1, depth do
    rows[level] = {}
    local before
    for _, leaf in ipairs(t.leaves) do
      local word = leaf.path[level]
      local path = word and table.concat(leaf.path, "\n", 1, level)
      local is_leaf = level == #leaf.path
      local row = rows[level]
      if word and not is_leaf and path == before then row[#row].width = row[#row].width + 1
      elseif word then row[#row + 1] = {text = word, width = 1, height = is_leaf and depth - level + 1 or 1} end
      before = path
    end
  end
  return rows
end

-- A label, with where it stands in the rows of the table: on how many of them, over how many columns.
local function row_labels(rows, width)
  local list = {}
  for i, row in ipairs(rows) do
    local path = layout.path_of(row)
    list[i] = {}
    for level, word in ipairs(path) do
      local height = 1
      local function same(other)
        local path_of_other = layout.path_of(other)
        return level < #path and level < #path_of_other
               and table.concat(path, "\n", 1, level) == table.concat(path_of_other, "\n", 1, level)
      end
      while rows[i + height] and same(rows[i + height]) do height = height + 1 end
      if level == #path or i == 1 or not same(rows[i - 1]) then
        table.insert(list[i], {text = word, width = level == #path and width - level + 1 or 1, height = height})
      end
    end
  end
  return list
end

local function print_report_cell(style, entry)
  local spans = (entry.width > 1 and (' colspan="%d"'):format(entry.width) or "") ..
                (entry.height > 1 and (' rowspan="%d"'):format(entry.height) or "")
  return ("<td%s%s>%s%s%s</td>"):format(style.attributes, spans, style.before, entry.text, style.after)
end

local function print_line(style, entries)
  local line = {}
  for i, entry in ipairs(entries) do line[i] = print_report_cell(style, entry) end
  return "<tr>" .. table.concat(line, style.gap) .. "</tr>\n"
end

-- A row that a form prints in parts is printed in them.
local function printed_rows(declared)
  local rows = {}
  for _, row in ipairs(declared.rows) do
    if not row.split then rows[#rows + 1] = row end
  end
  return rows
end

local function one(word) return {text = word, width = 1, height = 1} end

--- A table of a form.
-- @param cell function(row, column) -> text
function html_tables.form_table(declared, style, cell)
  local t = {across = declared.across, rows = printed_rows(declared), columns = declared.columns}
  layout.leaves(t)
  local width = 0
  for _, row in ipairs(t.rows) do width = math.max(width, #layout.path_of(row)) end
  if t.across then width = 0 end
  local lines = {"<table" .. style.table_attributes .. ">\n<tbody>\n"}
  if declared.caption then
    lines[2] = print_line(style, {{text = declared.caption, width = width + #t.leaves, height = 1}})
  end
  local header = header_rows(t)
  for i, row in ipairs(header) do
    if i == 1 and width > 0 then
      table.insert(row, 1, {text = declared.header[1], width = width, height = #header})
    end
    lines[#lines + 1] = print_line(style, row)
  end
  local labels = not t.across and row_labels(t.rows, width)
  local line = {}
  for i, row in ipairs(t.rows) do
    line = t.across and line or labels[i]
    for _, column in ipairs(t.columns) do line[#line + 1] = one(cell(row.id, column.id)) end
    if not t.across then lines[#lines + 1] = print_line(style, line) end
  end
  if t.across then lines[#lines + 1] = print_line(style, line) end
  lines[#lines + 1] = "</tbody>\n</table>\n"
  return table.concat(lines)
end

-- Sums over the columns of a row, where the table has a column for them.
local function add_totals(declared, values)
  if not declared.total then return end
  for _, row in ipairs(printed_rows(declared)) do
    local sum = 0
    for _, column in ipairs(declared.columns) do
      if column.id ~= declared.total then sum = sum + values[row.id][column.id] end
    end
    values[row.id][declared.total] = sum
  end
end

-- The rows that are no outcomes.
local beside = {received = true, brought_forward = true, concluded = true, carried_forward = true}

-- Makes a table's columns balance: what was handled is at most what came in.
local function balance(random, declared, values)
  for _, column in ipairs(declared.columns) do
    local sum, id = 0, column.id
    for _, row in ipairs(printed_rows(declared)) do
      if not beside[row.id] then sum = sum + values[row.id][id] end
    end
    values.concluded[id] = sum
    values.brought_forward[id] = math.min(values.brought_forward[id], sum)
    values.carried_forward[id] = random(3) == 1 and random(9) or 0
    values.received[id] = sum + values.carried_forward[id] - values.brought_forward[id]
  end
end

-- The documents of the year are among those in force, or disclosed, at its end.
local function add_documents(values)
  for _, row in pairs(values) do
    if row.in_force then row.in_force = row.in_force + row.issued end
    if row.total_disclosed then row.total_disclosed = row.total_disclosed + row.disclosed end
  end
end

-- Numbers for all tables of a form, with sums that hold. Dense reports have few zeros.
local function numbers(random, declared)
  local dense = random(2) == 1
  local all = {}
  for _, t in ipairs(declared.tables) do
    local values = {}
    for _, row in ipairs(printed_rows(t)) do
      values[row.id] = {}
      for _, column in ipairs(t.columns) do
        local is_zero = not dense and random(3) > 1
        values[row.id][column.id] = is_zero and 0 or random(t.section == "proactive" and 9000 or 300)
      end
    end
    if values.concluded then balance(random, t, values) end
    add_totals(t, values)
    add_documents(values)
    all[t.id] = values
  end
  return all
end

local report_styles = {
  {attributes = "", before = "", after = "", gap = "", table_attributes = ""},
  {attributes = ' width="52" valign="top" style="border: 1px solid; padding: 5px"', gap = "\n",
   before = '<p style="text-align:center"><span style="font-family:宋体">', after = "</span></p>",
   table_attributes = ' border="1" cellspacing="0"'},
  {attributes = " class=c", before = "<div>\n", after = "\n</div>", gap = "\n  ", table_attributes = " class=t"},
}

local numerals = {"一", "二", "三", "四", "五", "六"}

--- A report of a form as a page, whose sums hold.
function html_tables.report(seed, declared, year)
  local random = generate.random(seed)
  local values = numbers(random, declared)
  local style = pick(random, report_styles)
  local agency = pick(random, {"云岭市水务局", "清沅县教育局", "松陵州统计局"})
  local title = ("%s%d年政府信息公开工作年度报告"):format(agency, year)
  local parts = {
    ('<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>%s</title></head>\n<body>\n'):format(title),
    '<div class="nav"><a href="/">首页</a> <a href="/xxgk">信息公开</a></div>\n<div class="article">\n',
    ("<h1>%s</h1>\n"):format(title),
    ("<p>本报告由六部分组成，统计期限自%d年1月1日起至%d年12月31日止。</p>\n"):format(year, year),
  }
  local prose = {
    overview = "全年工作平稳有序。主动公开及时，依申请公开规范，政府信息管理、平台建设、监督保障各项工作均按要求落实到位。",
    problems = "仍有不足：部分栏目更新不够及时，解读形式较为单一。今后将按月检查栏目，增加图解和问答，继续改进。",
    other = "本年度未收取信息处理费。",
  }
  for i, section in ipairs(declared.sections) do
    parts[#parts + 1] = ("<h2>%s、%s</h2>\n"):format(numerals[i], section.title)
    if prose[section.id] then parts[#parts + 1] = "<p>" .. prose[section.id] .. "</p>\n" end
    for _, t in ipairs(declared.tables) do
      if t.section == section.id then
        parts[#parts + 1] = html_tables.form_table(t, style, function(row, column)
          return tostring(values[t.id][row][column])
        end)
      end
    end
  end
  parts[#parts + 1] = ("<p>%s</p>\n<p>%d年1月20日</p>\n"):format(agency, year + 1)
  parts[#parts + 1] = '</div>\n<div class="footer">主办单位：云岭市人民政府</div>\n</body></html>\n'
  return table.concat(parts)
end

return html_tables
