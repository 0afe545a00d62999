--- Prints a generated report as a government site publishes it: the tables of the official form with their spans, in an
-- article, on a page with everything around it. Options choose the variation.

local layout = require "govreport.form.layout"
local numerals = require("govreport.form.names").numerals

local page = {}

local function last(list) return list[#list] end

-- ---- tables -------------------------------------------------------------------------------------

-- A table is `{width, rows}`, a row a list of cells by rising `col` (from 0). A cell is `{text, kind, col, colspan,
-- rowspan, column}`; kind is caption, corner, header, group, label, value or filler, `column` that of a value.

local function cell(kind, text, col, colspan, rowspan, column)
  return {kind = kind, text = text, col = col, colspan = colspan or 1, rowspan = rowspan or 1, column = column}
end

local function depth_of(leaves)
  local depth = 0
  for _, leaf in ipairs(leaves) do depth = math.max(depth, #leaf.path) end
  return depth
end

local function prefix(path, level) return table.concat(path, "\n", 1, level) end

-- The rows of a header, one for each level. A leaf reaches down to the last of them.
local function header_rows(leaves, first_col)
  local depth, rows = depth_of(leaves), {}
  for level = 1, depth do
    rows[level] = {}
    local open, before
    for i, leaf in ipairs(leaves) do
      if #leaf.path >= level then
        local is_leaf, group = #leaf.path == level, prefix(leaf.path, level)
        if is_leaf or group ~= before then
          open = cell("header", leaf.path[level], first_col + i - 1, 1, is_leaf and depth - level + 1 or 1)
          open.group = not is_leaf
          table.insert(rows[level], open)
        else
          open.colspan = open.colspan + 1
        end
        before = group
      end
    end
  end
  return rows
end

-- The rows of a table that the report has: `{row, path, texts}`.
local function printed_rows(declared, source)
  local list = {}
  for _, row in ipairs(declared.rows) do
    local texts, any = {}, false
    for i, column in ipairs(declared.columns) do
      texts[i] = source.cell(declared.id, row.id, column.id)
      any = any or texts[i] ~= nil
    end
    if any then list[#list + 1] = {row = row, path = layout.path_of(row), texts = texts} end
  end
  return list
end

local function leaves_of(declared)
  local t = {across = declared.across, rows = declared.rows, columns = declared.columns}
  layout.leaves(t)
  return t.leaves
end

-- The columns that entries of a row take of a table with `width`, as evenly as it goes.
local function shares(count, width)
  local list, col = {}, 0
  for i = 1, count do
    local stop = width * i // count
    list[i] = {col = col, colspan = stop - col}
    col = stop
  end
  return list
end

local function spread(kinds, texts, width)
  local row, places = {}, shares(#texts, width)
  for i, text in ipairs(texts) do
    row[i] = cell(kinds[i] or kinds[#kinds], text, places[i].col, places[i].colspan, 1, i - 1)
  end
  return row
end

-- A block of table two: caption, header, rows.
local function block(declared, source, width)
  local data = printed_rows(declared, source)
  if #data == 0 then return {} end
  local header = {declared.header[1]}
  for i, column in ipairs(declared.columns) do header[i + 1] = last(layout.path_of(column)) end
  local rows = {{cell("caption", declared.caption, 0, width)}, spread({"header"}, header, width)}
  for _, entry in ipairs(data) do
    local texts = {last(entry.path)}
    table.move(entry.texts, 1, #entry.texts, 2, texts)
    rows[#rows + 1] = spread({"label", "value"}, texts, width)
  end
  return rows
end

-- Table two: all blocks in one table, or each in its own.
local function blocks(list, source, apart)
  local tables, all = {}, {width = 12, rows = {}}
  for _, declared in ipairs(list) do
    local width = apart and #declared.columns + 1 or all.width
    local rows = block(declared, source, width)
    if apart and #rows > 0 then tables[#tables + 1] = {width = width, rows = rows} end
    table.move(rows, 1, #rows, #all.rows + 1, all.rows)
  end
  if not apart and #all.rows > 0 then tables[1] = all end
  return tables
end

-- Table three: a corner over the columns of labels, groups of rows beside their rows.
local function applications(declared, source)
  local leaves, labels = leaves_of(declared), 3
  local header = header_rows(leaves, labels)
  table.insert(header[1], 1, cell("corner", declared.header[1], 0, labels, #header))
  local t, open, data = {width = labels + #leaves, rows = header}, {}, printed_rows(declared, source)
  for _, entry in ipairs(data) do
    local row, path = {}, entry.path
    for level = 1, #path - 1 do
      local group = prefix(path, level)
      if open[level] and open[level].group == group then
        open[level].rowspan = open[level].rowspan + 1
      else
        open[level] = cell("group", path[level], level - 1)
        open[level].group = group
        row[#row + 1] = open[level]
      end
    end
    for level = #path, #open do open[level] = nil end
    row[#row + 1] = cell("label", last(path), #path - 1, labels - #path + 1)
    for i, text in ipairs(entry.texts) do row[#row + 1] = cell("value", text, labels + i - 1, 1, 1, i) end
    t.rows[#t.rows + 1] = row
  end
  return #data > 0 and {t} or {}
end

-- Table four: a header of three levels over one line.
local function across(declared, source)
  local leaves = leaves_of(declared)
  local t, values = {width = #leaves, rows = header_rows(leaves, 0)}, {}
  for i, leaf in ipairs(leaves) do
    local text = source.cell(declared.id, declared.rows[leaf.row].id, declared.columns[leaf.column].id)
    values[i] = cell("value", text or "", i - 1, 1, 1, i)
  end
  t.rows[#t.rows + 1] = values
  return {t}
end

--- The tables of a report, by the part in which they stand.
-- @param options `apart`: table two as one table for each of its blocks
function page.tables(declared, source, options)
  local captioned, by_section = {}, {}
  for _, t in ipairs(declared.tables) do
    if t.caption then captioned[#captioned + 1] = t
    elseif t.across then by_section[t.section] = across(t, source)
    else by_section[t.section] = applications(t, source) end
  end
  by_section[captioned[1].section] = blocks(captioned, source, options and options.apart)
  return by_section
end

-- ---- changes to tables --------------------------------------------------------------------------

local function by_column(a, b) return a.col < b.col end

--- Puts empty cells in place of spans.
-- @param choose function(cell) -> whether columns, whether rows are filled
function page.fill(t, choose)
  for number, row in ipairs(t.rows) do
    for i = 1, #row do
      local wide, own = row[i], row[i]
      local columns, rows = choose(wide)
      local width, height = own.colspan, own.rowspan
      if columns then own.colspan = 1 end
      if rows then own.rowspan = 1 end
      local step = columns and 1 or width
      for below = 0, rows and height - 1 or 0 do
        for col = own.col, own.col + width - 1, step do
          if below > 0 or col > own.col then
            local filler = cell("filler", "", col, step, rows and 1 or height)
            filler.beside = wide.kind
            table.insert(t.rows[number + below], filler)
          end
        end
      end
    end
    table.sort(row, by_column)
  end
  for _, row in ipairs(t.rows) do table.sort(row, by_column) end
  return t
end

local function copy_cell(c)
  local other = {}
  for key, value in pairs(c) do other[key] = value end
  return other
end

--- The rows `first` to `last` as a table; what reaches into them from above begins anew there.
-- @param header the table's first rows, which come again; nil for none
function page.part(t, first, stop, header)
  local rows = {}
  for number = 1, header or 0 do
    rows[number] = {}
    for i, c in ipairs(t.rows[number]) do rows[number][i] = copy_cell(c) end
  end
  local offset = #rows - first + 1
  for number = 1, stop do
    for _, c in ipairs(t.rows[number]) do
      local final = math.min(number + c.rowspan - 1, stop)
      if final >= first then
        local start = math.max(number, first)
        local piece = copy_cell(c)
        piece.rowspan = final - start + 1
        rows[start + offset] = rows[start + offset] or {}
        if number >= first or c.kind == "group" then table.insert(rows[start + offset], piece) end
      end
    end
  end
  for _, row in ipairs(rows) do table.sort(row, by_column) end
  return {width = t.width, rows = rows}
end

-- ---- HTML ---------------------------------------------------------------------------------------

local function escape(text) return (text:gsub("[&<>]", {["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;"})) end

page.escape = escape

local function same(text) return text end

-- How tags are written; every part may be replaced.
local plain = {
  case = same,                                        -- of names of tags and attributes
  quote = '"',
  span = function(name, value) return name, value end,
  implied = false,                                    -- end tags are left out
  name = function() return "td" end,                  -- of a cell
  inner = function(text) return escape(text) end,     -- what stands in a cell
  table = function(rows) return table.concat(rows, "\n") end,
}

local function style_of(style)
  return setmetatable(style or {}, {__index = plain})
end

local function attribute(style, name, value)
  return (" %s=%s%s%s"):format(style.case(name), style.quote, value, style.quote)
end

local function cell_html(style, c, row)
  local name, attributes = style.case(style.name(c, row)), ""
  if c.rowspan > 1 then attributes = attributes .. attribute(style, style.span("rowspan", c.rowspan, c)) end
  if c.colspan > 1 then attributes = attributes .. attribute(style, style.span("colspan", c.colspan, c)) end
  local text = style.inner(c.text, c)
  return ("<%s%s>%s%s"):format(name, attributes, text, style.implied and "" or "</" .. name .. ">")
end

--- A table as HTML.
function page.table_html(t, style)
  style = style_of(style)
  local rows, tr = {}, style.case "tr"
  for number, row in ipairs(t.rows) do
    local cells = {}
    for i, c in ipairs(row) do cells[i] = cell_html(style, c, number) end
    rows[number] = ("<%s>%s%s"):format(tr, table.concat(cells), style.implied and "" or "</" .. tr .. ">")
  end
  local name = style.case "table"
  return ("<%s%s>\n%s\n</%s>"):format(name, attribute(style, "border", 1), style.table(rows, t), name)
end

local function paragraphs(style, list)
  local html, p = {}, style.case "p"
  for i, text in ipairs(list) do
    html[i] = ("<%s>%s%s"):format(p, escape(text), style.implied and "" or "</" .. p .. ">")
  end
  return table.concat(html, "\n")
end

-- ---- the article --------------------------------------------------------------------------------

local metadata = {}

function metadata.lines(entries)
  local texts = {}
  for i, entry in ipairs(entries) do texts[i] = entry[1] .. "：" .. entry[2] end
  return "<p>" .. table.concat(texts, "&nbsp;&nbsp; ") .. "</p>"
end

function metadata.bullets(entries)
  local items = {}
  for i, entry in ipairs(entries) do
    items[i] = "<li>• " .. entry[1]:gsub("[\xE4-\xE9]..", "%0 "):gsub(" $", "") .. "：" .. entry[2] .. "</li>"
  end
  return "<ul>\n" .. table.concat(items, "\n") .. "\n</ul>"
end

metadata["table"] = function(entries)
  local rows = {}
  for i = 1, #entries, 2 do
    local other = entries[i + 1] or {"", ""}
    rows[#rows + 1] = ("<tr><td>%s：</td><td>%s</td><td>%s：</td><td>%s</td></tr>"):format(
      entries[i][1], entries[i][2], other[1], other[2])
  end
  return "<table class=\"info\">\n" .. table.concat(rows, "\n") .. "\n</table>"
end

function metadata.none() return "" end

local function date_text(iso) return ("%s年%s月%s日"):format(iso:match("(%d+)%-(%d+)%-(%d+)")) end

local function metadata_entries(fields)
  return {
    {"名称", fields.title}, {"索引号", fields.index_number},
    {"发布机构", fields.agency}, {"发布日期", date_text(fields.published_on)},
  }
end

local function split(text)
  local list = {}
  for line in (text .. "\n\n"):gmatch("(.-)\n\n") do
    if line ~= "" then list[#list + 1] = line end
  end
  return list
end

--- The article: title, preface, parts, sign-off.
-- @param options see `page.render`
function page.article(declared, model, source, options)
  local style, pieces = style_of(options.style), {}
  local function add(html) pieces[#pieces + 1] = html end
  if options.title ~= false then add("<h1>" .. escape(model.fields.title) .. "</h1>") end
  add(metadata[options.metadata or "lines"](metadata_entries(model.fields)))
  add(paragraphs(style, table.move(source.head, 3, #source.head, 1, {})))
  local tables = page.tables(declared, source, options)
  if options.tables then options.tables(tables) end
  for i, section in ipairs(declared.sections) do
    local prose = split(source.text(section.id))
    table.insert(prose, 1, numerals[i] .. "、" .. section.title)
    add(paragraphs(style, prose))
    for _, t in ipairs(tables[section.id] or {}) do add(page.table_html(t, options.style)) end
  end
  add(paragraphs(style, source.tail))
  return table.concat(pieces, "\n")
end

-- ---- the page -----------------------------------------------------------------------------------

local chrome = {}

function chrome.plain(article)
  return "<div class=\"nav\"><a href=\"/\">首页</a> &gt; <a href=\"/zfxxgk/\">政府信息公开</a></div>\n<div class=\"article\">\n"
    .. article .. "\n</div>\n<div class=\"footer\"><p>主办单位：云岭市人民政府 网站标识码：3900000001</p></div>"
end

function chrome.none(article) return article end

--- Writes the page.
-- @param options `style` of the tags, `tables` function(tables by part) that changes them, `apart`, `metadata` (lines,
-- table, bullets, none), `title` (false: none in the article), `wrap` function(article, model) -> body, `head`
-- function(model) -> more in the head, `charset` as declared, `site` behind the title in the head
function page.render(declared, model, source, options)
  options = options or {}
  local style = style_of(options.style)
  local article = page.article(declared, model, source, options)
  local body = (options.wrap or chrome.plain)(article, model)
  local html = style.case "html"
  return ([[<!DOCTYPE html>
<%s>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=%s">
<meta name="viewport" content="width=1200">
%s<title>%s</title>
<style>td { padding: 2px 3px } /* </table> */</style>
</head>
<body>
%s
</body>
</%s>
]]):format(html, options.charset or "utf-8", options.head and options.head(model) or "",
           escape(model.fields.title .. (options.site or "_云岭市人民政府")), body, html)
end

page.chrome = chrome

return page
