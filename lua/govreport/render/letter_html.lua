--- A letter as one page of HTML that needs nothing else and prints on A4.

local catalogue = require "govreport.base.catalogue"
local safe = require "govreport.base.safe"
local xml = require "govreport.render.xml"

local letter_html = {}

local style = [[
@page { size: A4; margin: 22mm 20mm; }
body { font-family: "FangSong", "STFangsong", "Noto Serif CJK SC", "Songti SC", "SimSun", serif; font-size: 12pt;
  line-height: 1.7; color: #1a1a1a; max-width: 182mm; margin: 12mm auto; padding: 0 6mm; }
h1 { font-family: "SimHei", "Heiti SC", "Noto Sans CJK SC", sans-serif; font-size: 20pt; font-weight: bold;
  text-align: center; margin: 0 0 10mm; }
h2 { font-family: "SimHei", "Heiti SC", "Noto Sans CJK SC", sans-serif; font-size: 13pt; margin: 7mm 0 2mm;
  break-after: avoid; }
h2.error { color: #a4161a; } h2.warning { color: #8a5a00; } h2.info { color: #27506b; }
p.body { text-indent: 2em; margin: 0 0 3mm; }
p.closing { margin-top: 7mm; }
table { border-collapse: collapse; width: 100%; font-size: 10.5pt; line-height: 1.5; table-layout: fixed; }
th, td { border: 0.75pt solid #777; padding: 1.6mm 2mm; vertical-align: top; text-align: left;
  overflow-wrap: anywhere; }
th { background: #f1f1ee; font-weight: bold; text-align: center; }
td.number, td.status { text-align: center; }
thead { display: table-header-group; } tr { break-inside: avoid; }
ul { margin: 0; padding-left: 2em; font-size: 10.5pt; }
@media print { body { margin: 0; padding: 0; max-width: none; } }
]]

local columns = {
  {"number", 7}, {"part", 14}, {"row", 16}, {"column", 12}, {"problem", 33}, {"change", 18}, {"status", 12},
}

local function escape(value) return xml(safe(value)) end

local function word(letter, key, fields) return catalogue.text(letter.lang, "letter." .. key, fields) end

local function add_group(lines, letter, group)
  local last = group.items[1].status and #columns or #columns - 1
  lines[#lines + 1] = ('<h2 class="%s">%s</h2>'):format(group.severity, escape(group.title))
  lines[#lines + 1] = "<table>\n<colgroup>"
  for i = 1, last do lines[#lines + 1] = ('<col style="width: %d%%">'):format(columns[i][2]) end
  lines[#lines + 1] = "</colgroup>\n<thead><tr>"
  for i = 1, last do lines[#lines + 1] = "<th>" .. escape(word(letter, columns[i][1])) .. "</th>" end
  lines[#lines + 1] = "</tr></thead>\n<tbody>"
  for _, item in ipairs(group.items) do
    local cells = {}
    for i = 1, last do
      local key = columns[i][1]
      cells[i] = ('<td class="%s">%s</td>'):format(key, escape(item[key]))
    end
    lines[#lines + 1] = "<tr>" .. table.concat(cells) .. "</tr>"
  end
  lines[#lines + 1] = "</tbody>\n</table>"
end

--- @param letter see `govreport.check.letter.compose`
function letter_html.render(letter)
  local lines = {
    "<!DOCTYPE html>", ('<html lang="%s">'):format(letter.lang == "zh" and "zh-CN" or "en"), "<head>",
    '<meta charset="utf-8">', '<meta name="viewport" content="width=device-width, initial-scale=1">',
    "<title>" .. escape(letter.title) .. "</title>", "<style>\n" .. style .. "</style>", "</head>", "<body>",
    "<h1>" .. escape(letter.title) .. "</h1>",
  }
  if letter.agency then lines[#lines + 1] = "<p>" .. escape(word(letter, "to", {agency = letter.agency})) .. "</p>" end
  lines[#lines + 1] = '<p class="body">' .. escape(letter.opening) .. "</p>"
  for _, group in ipairs(letter.groups) do add_group(lines, letter, group) end
  if #letter.resolved > 0 then
    lines[#lines + 1] = "<h2>" .. escape(word(letter, "resolved", {count = #letter.resolved})) .. "</h2>\n<ul>"
    for _, message in ipairs(letter.resolved) do lines[#lines + 1] = "<li>" .. escape(message) .. "</li>" end
    lines[#lines + 1] = "</ul>"
  end
  if letter.count > 0 then
    lines[#lines + 1] = '<p class="body closing">' .. escape(word(letter, "closing")) .. "</p>"
  end
  lines[#lines + 1] = "</body>\n</html>\n"
  return table.concat(lines, "\n")
end

return letter_html
