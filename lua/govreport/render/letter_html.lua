--- A letter as one page of HTML that needs nothing else and prints on A4, set as official letters are (GB/T 9704): the
-- title in 二号, the text in 三号 of 仿宋 with 22 lines of 28 characters on a page, all in black.

local catalogue = require "govreport.base.catalogue"
local letter_columns = require "govreport.render.letter_columns"
local names = require "govreport.form.names"
local official_css = require "govreport.render.official_css"
local safe = require "govreport.base.safe"
local xml = require "govreport.render.xml"

local letter_html = {}

local style = official_css .. [[
td.number, td.status { text-align: center; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
td.repair { padding: 6pt 10pt; }
td.repair p { text-align: center; text-indent: 0; }
td.repair table { width: auto; min-width: 60%; table-layout: auto; margin: 2pt auto; font-size: 10.5pt;
  line-height: 15pt; }
td.repair td { text-align: right; padding: 2pt 6pt; }
td.repair td.label { text-align: left; }
td.repair td.marked { font-weight: bold; border-width: 1.5pt; }
ul { margin: 0 0 14pt; padding-left: 3em; }
div.signature { display: flex; justify-content: flex-end; margin: 28pt 4em 0 0; break-inside: avoid; }
div.signature p { text-align: center; }
p.contact { text-indent: 2em; }
html[lang="en"] body { font-family: "Times New Roman", "Liberation Serif", serif; font-size: 12pt; line-height: 18pt; }
html[lang="en"] h2 { font-size: 13pt; text-indent: 0; margin-top: 9pt; }
html[lang="en"] p.body, html[lang="en"] p.contact { text-indent: 0; }
html[lang="en"] table { font-size: 10pt; line-height: 14pt; }
@media print { body { width: auto; padding: 0; } }
]]

local function escape(value) return xml.text(safe(value)) end

local function word(letter, key, fields) return catalogue.text(letter.lang, "letter." .. key, fields) end

local function paragraph(class, text)
  return ("<p%s>%s</p>"):format(class and (' class="%s"'):format(class) or "", escape(text))
end

-- The small table of a repair.
local function add_small_table(lines, own)
  lines[#lines + 1] = "<table><thead><tr>"
  for _, label in ipairs(own.head) do lines[#lines + 1] = "<th>" .. escape(label) .. "</th>" end
  lines[#lines + 1] = "</tr></thead><tbody>"
  for _, row in ipairs(own.rows) do
    local cells = {}
    for i, cell in ipairs(row) do
      local class = i <= own.labels and ' class="label"' or cell.marked and ' class="marked"' or ""
      cells[i] = "<td" .. class .. ">" .. escape(cell.text) .. "</td>"
    end
    lines[#lines + 1] = "<tr>" .. table.concat(cells) .. "</tr>"
  end
  lines[#lines + 1] = "</tbody></table>"
end

local function add_item(lines, item, own_columns)
  local cells = {}
  for i, column in ipairs(own_columns) do
    local key = column[1]
    cells[i] = ('<td class="%s">%s</td>'):format(key, escape(item[key] or ""))
  end
  lines[#lines + 1] = "<tr>" .. table.concat(cells) .. "</tr>"
  if #item.tables == 0 then return end
  lines[#lines + 1] = ('<tr class="repair"><td class="repair" colspan="%d">'):format(#own_columns)
  for _, own in ipairs(item.tables) do add_small_table(lines, own) end
  lines[#lines + 1] = "</td></tr>"
end

-- The title, which may break where the name of a body ends: behind the year.
local function title_of(letter) return (escape(letter.title):gsub("%d%d%d%d年", "<wbr>%0<wbr>")) end

-- 一、需修改.
local function heading(letter, number, title)
  return "<h2>" .. escape(letter.lang == "zh" and names.numeral(number) .. "、" .. title or title) .. "</h2>"
end

local function add_group(lines, letter, group, number)
  local own_columns = letter_columns(group)
  lines[#lines + 1] = heading(letter, number, group.title)
  lines[#lines + 1] = "<table>\n<colgroup>"
  for _, column in ipairs(own_columns) do lines[#lines + 1] = ('<col style="width: %d%%">'):format(column[2]) end
  lines[#lines + 1] = "</colgroup>\n<thead><tr>"
  for _, column in ipairs(own_columns) do lines[#lines + 1] = "<th>" .. escape(word(letter, column[1])) .. "</th>" end
  lines[#lines + 1] = "</tr></thead>\n<tbody>"
  for _, item in ipairs(group.items) do add_item(lines, item, own_columns) end
  lines[#lines + 1] = "</tbody>\n</table>"
end

-- Who sends the letter, and when: centred above each other, four characters from the edge; and whom to ask.
local function add_signature(lines, letter)
  if letter.from or letter.date then
    lines[#lines + 1] = '<div class="signature"><div>'
    if letter.from then lines[#lines + 1] = paragraph(nil, letter.from) end
    if letter.date then lines[#lines + 1] = paragraph(nil, letter.date) end
    lines[#lines + 1] = "</div></div>"
  end
  if letter.contact then
    lines[#lines + 1] = paragraph("contact", word(letter, "contact", {contact = letter.contact}))
  end
end

--- @param letter see `govreport.check.letter.compose`
function letter_html.render(letter)
  local lines = {
    "<!DOCTYPE html>", ('<html lang="%s">'):format(letter.lang == "zh" and "zh-CN" or "en"), "<head>",
    '<meta charset="utf-8">', '<meta name="viewport" content="width=device-width, initial-scale=1">',
    "<title>" .. escape(letter.title) .. "</title>", "<style>\n" .. style .. "</style>", "</head>", "<body>", "<main>",
    "<h1>" .. title_of(letter) .. "</h1>",
  }
  if letter.agency then lines[#lines + 1] = paragraph(nil, word(letter, "to", {agency = letter.agency})) end
  lines[#lines + 1] = paragraph("body", letter.opening)
  for i, group in ipairs(letter.groups) do add_group(lines, letter, group, i) end
  if #letter.resolved > 0 then
    lines[#lines + 1] = heading(letter, #letter.groups + 1, word(letter, "resolved", {count = #letter.resolved}))
    lines[#lines + 1] = "<ul>"
    for _, message in ipairs(letter.resolved) do lines[#lines + 1] = "<li>" .. escape(message) .. "</li>" end
    lines[#lines + 1] = "</ul>"
  end
  if letter.closing then lines[#lines + 1] = paragraph("body", letter.closing) end
  add_signature(lines, letter)
  lines[#lines + 1] = "</main>\n</body>\n</html>\n"
  return table.concat(lines, "\n")
end

return letter_html
