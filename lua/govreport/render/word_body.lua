--- What stands in the body of a Word file: paragraphs and tables. ECMA-376-1:2016, 17.3 and 17.4.

local core = require "govreport.core"
local safe = require "govreport.base.safe"
local xml = require "govreport.render.xml"

local word_body = {}

local function text_run(text, properties)
  return ('<w:r>%s<w:t xml:space="preserve">%s</w:t></w:r>'):format(properties or "", xml.text(safe(text)))
end

--- A paragraph.
-- @param style the id of one of the styles of `govreport.render.word_package`
-- @param text its lines; "" for an empty paragraph
-- @param options `is_bold`, whether it is printed in bold; `on_new_page`, whether it begins one
function word_body.paragraph(style, text, options)
  local runs = {}
  for line in text:gmatch "[^\n]+" do
    runs[#runs + 1] = text_run(line, options and options.is_bold and "<w:rPr><w:b/></w:rPr>")
  end
  local break_before = options and options.on_new_page and "<w:pageBreakBefore/>" or ""
  return ('<w:p><w:pPr><w:pStyle w:val="%s"/>%s</w:pPr>%s</w:p>'):format(style, break_before,
                                                                        table.concat(runs, "<w:r><w:br/></w:r>"))
end

local title_line = 40   -- columns: 20 characters in 二号

--- The title of a document: of one that is longer than a line the words behind the year stand on the next.
function word_body.title(text)
  if core.width(text) > title_line then text = text:gsub("%d%d%d%d年", "%0\n", 1) end
  return word_body.paragraph("Title", text)
end

-- ---- tables -------------------------------------------------------------------------------------

local function border(name) return ('<w:%s w:val="single" w:sz="4" w:space="0" w:color="000000"/>'):format(name) end

local borders = border "top" .. border "left" .. border "bottom" .. border "right" .. border "insideH"
                .. border "insideV"

local function table_start(widths)
  local sum, columns = 0, {}
  for x, width in ipairs(widths) do sum, columns[x] = sum + width, ('<w:gridCol w:w="%d"/>'):format(width) end
  return ('<w:tbl><w:tblPr><w:tblW w:w="%d" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>%s</w:tblBorders>'
    .. '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="40" w:type="dxa"/><w:right w:w="40" w:type="dxa"/>'
    .. "</w:tblCellMar></w:tblPr><w:tblGrid>%s</w:tblGrid>"):format(sum, borders, table.concat(columns))
end

local function width_of(widths, own)
  local width = 0
  for x = own.x, own.x + own.across - 1 do width = width + widths[x] end
  return width
end

-- @param merge "restart" for a cell that goes on below, "continue" for what it is there; nil for all others
local function cell(own, widths, merge)
  local across = own.across > 1 and ('<w:gridSpan w:val="%d"/>'):format(own.across) or ""
  local down = merge and ('<w:vMerge w:val="%s"/>'):format(merge) or ""
  local shade = own.shade and ('<w:shd w:val="clear" w:color="auto" w:fill="%s"/>'):format(own.shade) or ""
  local content = merge == "continue" and word_body.paragraph(own.style, "") or own.content
                  or word_body.paragraph(own.style, own.text, own)
  return ('<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>%s%s%s<w:vAlign w:val="center"/></w:tcPr>%s</w:tc>'):format(
    width_of(widths, own), across, down, shade, content)
end

-- The cells that stand in each row, those from above among them, by the column in which they begin.
local function occupied(rows)
  local list = {}
  for y = 1, #rows do list[y] = {} end
  for y, cells in ipairs(rows) do
    for _, own in ipairs(cells) do
      for k = y, y + own.down - 1 do
        list[k][own.x] = {own = own, merge = own.down > 1 and (k == y and "restart" or "continue") or nil}
      end
    end
  end
  return list
end

--- A table of fixed columns, with lines.
-- @param rows list of lists of cells `{x, text, down, across, style}`; `shade`, a colour of its ground; `is_bold`;
-- `content`, paragraphs and tables that end with a paragraph, in place of the text
-- @param widths of the columns, in twentieths of a point
-- @param head how many rows stand again on each page
function word_body.table(rows, widths, head)
  local pieces = {table_start(widths)}
  for y, cells in ipairs(occupied(rows)) do
    pieces[#pieces + 1] = '<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="340" w:hRule="atLeast"/>'
      .. (y <= head and "<w:tblHeader/>" or "") .. "</w:trPr>"
    for x = 1, #widths do
      if cells[x] then pieces[#pieces + 1] = cell(cells[x].own, widths, cells[x].merge) end
    end
    pieces[#pieces + 1] = "</w:tr>"
  end
  pieces[#pieces + 1] = "</w:tbl>"
  return table.concat(pieces)
end

return word_body
