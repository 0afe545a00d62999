--- Random documents of forms that are one table each, from fixed seeds, on many surfaces: what tags, spans and copying
-- make of them.

local copy = require "spec.support.copy"
local generate = require "spec.support.generate"
local layout = require "govreport.form.layout"
local page = require "spec.support.page"

local sheets = {}

-- ---- what they hold -----------------------------------------------------------------------------

local bodies = {"云岭市水务局", "清沅县教育局", "望川区民政局", "白栎市统计局", "青禾县交通运输局"}
local texts = {"云岭水务", "清沅县教育局网站", "www.example.gov.cn", "云ICP备00000023号", "bm39000023", "白栎统计服务"}
local dashes = {{"—", "dash"}, {"/", "dash"}, {"无", "none"}}

local function number(value, text, unit) return {state = "number", value = value, text = text, unit = unit} end

local function with_commas(value)
  return value >= 1000 and ("%d,%03d"):format(value // 1000, value % 1000) or tostring(value)
end

local function amount(random, unit)
  local whole, cents = random(3000) - 1, random(100) - 1
  local digits = ("%d.%02d"):format(whole, cents):gsub("0$", ""):gsub("%.0$", "")
  return number(digits, ("%s.%02d"):format(with_commas(whole), cents), unit)
end

local make = {}

function make.number(random, entry, unit)
  if random(20) == 1 then
    local word = dashes[random(#dashes)]
    return {state = word[2], text = word[1]}
  end
  if entry.decimal then return amount(random, unit) end
  local value = random(3) == 1 and random(90000) or random(60) - 1
  return number(tostring(value), random(2) == 1 and with_commas(value) or tostring(value), unit)
end

function make.text(random)
  local text = texts[random(#texts)]
  return {state = "text", value = text, text = text}
end

function make.flag(random)
  local yes = random(2) == 1
  local printed = yes and {"☑是 □否", "是", "√是 □否"} or {"□是 ☑否", "否", "□是　■否"}
  return {state = "flag", value = tostring(yes), text = printed[random(3)]}
end

local options = {"政府门户网站", "部门网站", "专项网站", "无障碍浏览"}

function make.choice(random, entry)
  local chosen, printed = {}, {}
  local only = random(#options)
  for i, option in ipairs(options) do
    local ticked = entry.many and random(2) == 1 or i == only
    if ticked then chosen[#chosen + 1] = option end
    printed[i] = (ticked and "☑" or "□") .. option
  end
  return {state = "choice", value = table.concat(chosen, "、"), text = table.concat(printed, " ")}
end

local printed_units = {"条", "件", "次", "个", "人"}

-- The cells of a row: by the id of the column.
local function row_cells(random, t, row, sheet)
  local unit = row.decimal and "万元" or printed_units[random(#printed_units)]
  local cells = {}
  for _, column in ipairs(t.columns) do
    local kind = column.type or row.type or "number"
    local cell
    if kind == "unit" then cell = {state = "text", value = unit, text = unit}
    elseif sheet.blank and random(8) == 1 then cell = {state = "blank", text = ""}
    else
      local entry = {decimal = row.decimal or column.decimal, many = row.many}
      local has_column = t.columns[1].type == "unit"
      cell = make[kind](random, entry, sheet.unit or row.unit or has_column and unit or nil)
    end
    cells[column.id] = cell
  end
  return cells
end

--- A random document of a form of one table.
-- @param sheet `{id, title, head = function(body, year) -> list of lines, tail = list, unit, blank}`
-- @return `{declared, fields, cells}`, cells by address
function sheets.document(declared, seed, sheet)
  local random = generate.random(seed)
  local body, year, t = bodies[random(#bodies)], 2013 + random(5), declared.tables[1]
  local document = {declared = declared, sheet = sheet, cells = {}, fields = {agency = body, year = year},
                    head = sheet.head(body, year)}
  for _, row in ipairs(t.rows) do
    local cells = not row.heading and row_cells(random, t, row, sheet) or {}
    for id, cell in pairs(cells) do document.cells[t.id .. "." .. row.id .. "." .. id] = cell end
  end
  return document
end

-- ---- tables -------------------------------------------------------------------------------------

local function cell(kind, text, col, colspan, rowspan)
  return {kind = kind, text = text, col = col, colspan = colspan or 1, rowspan = rowspan or 1}
end

local function text_of(document, row, column)
  local t = document.declared.tables[1]
  local found = document.cells[t.id .. "." .. row.id .. "." .. column.id]
  return found and found.text or column.type == "unit" and "——" or ""
end

local function depth_of(rows, path_of)
  local depth = 0
  for _, row in ipairs(rows) do depth = math.max(depth, #path_of(row)) end
  return depth
end

-- Rows with their groups beside them, as many columns of labels as there are levels.
local function table_of_rows(document)
  local t, open = document.declared.tables[1], {}
  local path_of = layout.printed_paths(t)
  if not t.pairs then path_of = function(row) return {layout.path_of(row)[#layout.path_of(row)]} end end
  local depth = depth_of(t.rows, path_of)
  local made = {width = depth + #t.columns, rows = {}}
  if not t.pairs then
    local header = {cell("header", t.header[1], 0, depth)}
    for i, column in ipairs(t.columns) do header[i + 1] = cell("header", column.label, depth + i - 1) end
    made.rows[1] = header
  end
  for _, row in ipairs(t.rows) do
    local path, cells = path_of(row), {}
    for level = 1, #path - 1 do
      local key = table.concat(path, "\n", 1, level)
      if open[level] and open[level].key == key then
        open[level].rowspan = open[level].rowspan + 1
      else
        open[level] = cell("group", path[level], level - 1)
        open[level].key, cells[#cells + 1] = key, open[level]
      end
    end
    for level = #path, #open do open[level] = nil end
    cells[#cells + 1] = cell("label", path[#path], #path - 1, depth - #path + 1)
    for i, column in ipairs(t.columns) do
      cells[#cells + 1] = cell("value", text_of(document, row, column), depth + i - 1)
    end
    made.rows[#made.rows + 1] = cells
  end
  return made
end

-- One line of values below a header of three levels and the numbers of the columns.
local function table_across(document)
  local t = document.declared.tables[1]
  local copied = {across = true, rows = t.rows, columns = t.columns}
  layout.leaves(copied)
  local rows, open = {{}, {}, {}, {}, {}}, {}
  for i, leaf in ipairs(copied.leaves) do
    for level, label in ipairs(leaf.path) do
      local is_leaf = level == #leaf.path
      local key = table.concat(leaf.path, "\n", 1, level)
      if not is_leaf and open[level] and open[level].key == key then
        open[level].colspan = open[level].colspan + 1
      else
        local made = cell("header", label, i - 1, 1, is_leaf and 4 - level or 1)
        made.key, made.group = key, not is_leaf
        open[level] = made
        table.insert(rows[level], made)
      end
    end
    table.insert(rows[4], cell("number", tostring(i), i - 1))
    local own = text_of(document, t.rows[leaf.row], t.columns[leaf.column])
    table.insert(rows[5], cell("value", own, i - 1))
  end
  return {width = #copied.leaves, rows = rows}
end

function sheets.table(document)
  return (document.declared.tables[1].across and table_across or table_of_rows)(document)
end

-- ---- surfaces -----------------------------------------------------------------------------------

local function escaped(list)
  local lines = {}
  for i, text in ipairs(list) do lines[i] = "<p>" .. page.escape(text) .. "</p>" end
  return table.concat(lines, "\n")
end

local frame = '<!DOCTYPE html><html><head><meta charset="%s"><title>%s</title></head><body>%s</body></html>\n'

local function html(own)
  own = own or {}
  return function(document)
    local t = sheets.table(document)
    if own.table then t = own.table(t) or t end
    local article = table.concat({escaped(document.head), page.table_html(t, own.style),
                                  escaped(document.sheet.tail)}, "\n")
    if own.wrap then article = own.wrap(article) end
    return frame:format(own.charset or "utf-8", document.sheet.title, article)
  end
end

local function styled(style) return html{style = style} end

local function of_values(change)
  return styled{inner = function(text, c) return page.escape(c.kind == "value" and change(text) or text) end}
end

local function of_labels(change)
  return styled{inner = function(text, c)
    local is_label = c.kind ~= "value" and c.kind ~= "number"
    return is_label and change(page.escape(text)) or page.escape(text)
  end}
end

local function spaced(separator)
  return function(text)
    local list = {}
    for _, code in utf8.codes(text) do list[#list + 1] = utf8.char(code) end
    return table.concat(list, separator)
  end
end

-- Of numbers; what a text says stays as it is printed.
local function full_width(text)
  if not text:find("^[%d,.]+$") then return text end
  return (text:gsub("[%d,]", function(c) return utf8.char(c:byte() + 0xFEE0) end))
end

local fold = {["（"] = "(", ["）"] = ")", ["："] = ":", ["，"] = ",", ["“"] = '"', ["”"] = '"'}
local function folded(text) return (text:gsub(utf8.charpattern, fold)) end

local function text(print, separator)
  return function(document)
    local pieces = table.move(document.head, 1, #document.head, 1, {})
    pieces[#pieces + 1] = print(sheets.table(document))
    table.move(document.sheet.tail, 1, #document.sheet.tail, #pieces + 1, pieces)
    return table.concat(pieces, separator or "\n\n") .. "\n"
  end
end

local function edited(print, edit)
  return function(document) return edit(print(document)) end
end

local function in_two(t)
  local header = 0
  while t.rows[header + 1] and t.rows[header + 1][1].kind == "header" do header = header + 1 end
  return header, #t.rows
end

-- The header again in the middle, as where a page ends. Only of tables without spans over rows.
local function with_header_again(t)
  local header, count = in_two(t)
  if header ~= 1 then return t end
  local rows = table.move(t.rows, 1, count // 2, 1, {})
  rows[#rows + 1] = t.rows[1]
  table.move(t.rows, count // 2 + 1, count, #rows + 1, rows)
  return {width = t.width, rows = rows}
end

local function page_numbers(bytes)
  local count = 0
  return (bytes:gsub("\n", function()
    count = count + 1
    return count % 20 == 0 and ("\n— %d —\n"):format(count // 20) or "\n"
  end))
end

--- `{name, print = function(document) -> bytes, keeps = whether blank cells stay}`
sheets.variations = {
  {"a page", html(), true},
  {"tags in capitals, without quotes", styled{case = string.upper, quote = ""}, true},
  {"tags that are never closed", styled{implied = true}, true},
  {"cells of th", styled{name = function(c) return c.kind == "value" and "td" or "th" end}, true},
  {"what Word leaves in cells", styled{inner = function(own)
    return '<p class="MsoNormal"><span lang="EN-US">' .. page.escape(own) .. "<o:p>&nbsp;</o:p></span></p>"
  end}, true},
  {"blanks around values", of_values(function(own) return "\n   " .. own .. "\194\160" end), true},
  {"br after every character of labels", of_labels(spaced "<br>"), true},
  {"spaces between the characters of labels", of_labels(spaced " "), true},
  {"full-width digits", of_values(full_width), true},
  {"empty cells in place of spans", html{table = function(t)
    return page.fill(t, function(c) return c.kind ~= "value", c.kind ~= "value" end)
  end}, true},
  {"the header again in the middle", html{table = with_header_again}, true},
  {"a table that lays out the page", html{wrap = function(article)
    return "<table><tr><td>首页 | 走进云岭</td></tr><tr><td>" .. article .. "</td></tr></table>"
  end}, true},
  {"folded punctuation", edited(html(), folded), true},
  {"CR LF", edited(html(), function(bytes) return (bytes:gsub("\n", "\r\n")) end), true},
  {"text, a cell a paragraph", text(copy.paragraphs)},
  {"text, a cell a line", text(copy.lines)},
  {"text, one line after the other", text(copy.lines, "\n")},
  {"text, bars around cells", text(copy.markdown), true},
  {"text, bars on lines of their own", text(copy.bars_apart)},
  {"text, tabs between cells", text(copy.tabs)},
  {"text, CR LF", edited(text(copy.lines), function(bytes) return (bytes:gsub("\n", "\r\n")) end)},
  {"text, ideographic spaces around every line", edited(text(copy.lines), function(bytes)
    return (bytes:gsub("[^\n]+", "　　%0　"))
  end)},
  {"text, folded punctuation", edited(text(copy.lines), folded)},
  {"text, full-width digits", edited(text(copy.lines), function(bytes)
    return (bytes:gsub("[^\n]+", full_width))
  end)},
  {"text, page numbers", edited(text(copy.lines), page_numbers)},
}

-- ---- judgement ----------------------------------------------------------------------------------

--- What is wrong with a report that was read from a document: a list of texts.
function sheets.problems(document, report)
  local problems, t = {}, document.declared.tables[1]
  if report.form ~= document.declared.id then return {"form: " .. report.form} end
  for row in report.tables[t.id]:rows() do
    for own in row:cells() do
      local wanted = document.cells[own.address] or {state = "absent"}
      local value = own.value ~= nil and tostring(own.value) or nil
      if own.state ~= wanted.state or value ~= wanted.value or own.value and own.unit ~= wanted.unit then
        problems[#problems + 1] = ("%s: %s %s %s, not %s %s %s"):format(own.address, own.state, value, own.unit,
                                                                   wanted.state, wanted.value, wanted.unit)
      end
    end
  end
  for id, value in pairs(document.fields) do
    if report[id] ~= value then problems[#problems + 1] = ("%s: %s, not %s"):format(id, report[id], value) end
  end
  for _, entry in ipairs(report:unaccounted()) do problems[#problems + 1] = "unaccounted: " .. entry.raw end
  return problems
end

return sheets
