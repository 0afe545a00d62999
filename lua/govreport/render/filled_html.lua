--- A form that is filled in, as one page of HTML that needs nothing else and prints on A4 as official reports do.

local grid_shares = require "govreport.render.grid_shares"
local official_css = require "govreport.render.official_css"
local safe = require "govreport.base.safe"
local xml = require "govreport.render.xml"

local filled_html = {}

local style = official_css .. [[
h3 { font-family: "KaiTi_GB2312", "KaiTi", "STKaiti", "Noto Serif CJK SC", serif; font-size: 16pt; line-height: 28pt;
  font-weight: normal; text-indent: 2em; margin: 0; break-after: avoid; }
p { text-indent: 2em; }
table { font-size: 10.5pt; line-height: 15pt; }
table.wide { font-size: 9pt; line-height: 13pt; }
th, td { padding: 2pt 3pt; text-align: center; }
td.label { text-align: left; }
td.caption { text-align: left; background: #c6d9f1; }
h2.new { break-before: page; }
div.signature { margin: 28pt 4em 0 0; break-inside: avoid; }
div.signature p { text-align: right; text-indent: 0; }
@media print { body { width: auto; padding: 0; } }
]]

local function escape(value) return xml.text(safe(value)) end

local function span(name, count) return count > 1 and (' %s="%d"'):format(name, count) or "" end

local tags = {corner = "th", head = "th", label = "td", value = "td", caption = "td"}

local function cell(own)
  local class = (own.kind == "label" or own.kind == "caption") and (' class="%s"'):format(own.kind) or ""
  return ("<%s%s%s%s>%s</%s>"):format(tags[own.kind], class, span("rowspan", own.down), span("colspan", own.across),
                                     escape(own.text), tags[own.kind])
end

-- A table whose header stands again on each page.
local function add_table(lines, grid)
  lines[#lines + 1] = grid.columns >= 10 and '<table class="wide">' or "<table>"
  local columns = {}
  for x, share in ipairs(grid_shares(grid, 1000)) do columns[x] = ('<col style="width: %.1f%%">'):format(share / 10) end
  lines[#lines + 1] = "<colgroup>" .. table.concat(columns) .. "</colgroup>"
  for y, row in ipairs(grid.rows) do
    if y == 1 and grid.head > 0 then lines[#lines + 1] = "<thead>" end
    if y == grid.head + 1 then lines[#lines + 1] = "<tbody>" end
    local cells = {}
    for i, own in ipairs(row) do cells[i] = cell(own) end
    lines[#lines + 1] = "<tr>" .. table.concat(cells) .. "</tr>"
    if y == grid.head then lines[#lines + 1] = "</thead>" end
  end
  lines[#lines + 1] = "</tbody>\n</table>"
end

local elements = {title = "h1", heading = "h2", subheading = "h3", paragraph = "p"}

-- The title may break where the name of a body ends: behind the year.
local function text_of(block)
  local text = escape(block.text)
  return block.kind == "title" and text:gsub("%d%d%d%d年", "<wbr>%0<wbr>") or text
end

local function add_block(lines, block)
  if block.kind == "table" then return add_table(lines, block.grid) end
  if block.kind == "signature" then
    lines[#lines + 1] = '<div class="signature">'
    for _, line in ipairs(block.lines) do lines[#lines + 1] = "<p>" .. escape(line) .. "</p>" end
    lines[#lines + 1] = "</div>"
  else
    local element = elements[block.kind]
    local class = block.on_new_page and ' class="new"' or ""
    lines[#lines + 1] = ("<%s%s>%s</%s>"):format(element, class, text_of(block), element)
  end
end

--- @param form a FilledForm
function filled_html.render(form)
  local lines = {
    "<!DOCTYPE html>", '<html lang="zh-CN">', "<head>", '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    "<title>" .. escape(form.title) .. "</title>", "<style>\n" .. style .. "</style>", "</head>", "<body>",
  }
  for _, block in ipairs(form.blocks) do add_block(lines, block) end
  lines[#lines + 1] = "</body>\n</html>\n"
  return table.concat(lines, "\n")
end

return filled_html
