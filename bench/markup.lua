--- Tables of reports as HTML, in the many ways in which offices and their programs write them.
--
-- A style is a table; each of its parts may be left out:
--   upper     names of tags in capitals                     open, close  tags of a table
--   quote     around values of attributes                   before, after  what stands around a table
--   all_spans rowspan="1" colspan="1" are written as well   columns  a <col> for each column
--   unclosed  no end tags of rows and cells                 head     rows of the header in a <thead> of <th>
--   row       attributes of <tr>                            inner    format of what stands in a cell
--   cell      attributes of <td>, or function(cell)         label    format of what stands in a label, where it differs
--   flat      "blank": no spans, what they covered are blank cells of the header; labels repeat nothing
--   newlines  between cells and rows

local markup = {}

local function attribute(style, name, value)
  local quote = style.quote or '"'
  if style.upper then name = name:upper() end
  return (" %s=%s%s%s"):format(name, quote, value, quote)
end

local function tag(style, name) return style.upper and name:upper() or name end

local function attributes_of(style, c)
  local text = type(style.cell) == "function" and style.cell(c) or style.cell or ""
  if c.rowspan > 1 or style.all_spans then text = text .. attribute(style, "rowspan", c.rowspan) end
  if c.colspan > 1 or style.all_spans then text = text .. attribute(style, "colspan", c.colspan) end
  return text
end

local function cell_html(style, c, name)
  local inner = c.kind ~= "value" and style.label or style.inner or "%s"
  local text = c.text == "" and c.kind == "filler" and (style.filler or "&nbsp;") or inner:format(c.text)
  name = tag(style, name)
  return ("<%s%s>%s%s"):format(name, attributes_of(style, c), text, style.unclosed and "" or "</" .. name .. ">")
end

-- The same table without spans: a blank cell wherever one of them reached.
local function unspanned(t)
  local rows, taken = {}, {}
  for y = 1, #t.rows do rows[y], taken[y] = {}, {} end
  for y, row in ipairs(t.rows) do
    for _, c in ipairs(row) do
      for k = y, y + c.rowspan - 1 do
        for x = c.col, c.col + c.colspan - 1 do
          taken[k][x] = {kind = "filler", text = "", col = x, colspan = 1, rowspan = 1}
        end
      end
      taken[y][c.col] = {kind = c.kind, text = c.text, col = c.col, colspan = 1, rowspan = 1}
    end
  end
  for y = 1, #t.rows do
    for x = 0, t.width - 1 do rows[y][#rows[y] + 1] = taken[y][x] end
  end
  return {width = t.width, rows = rows}
end

local function is_head(row)
  for _, c in ipairs(row) do
    if c.kind ~= "header" and c.kind ~= "corner" and c.kind ~= "filler" then return false end
  end
  return true
end

local function columns_html(t)
  local columns = {}
  for x = 1, t.width do columns[x] = ('<col width="%d" />'):format(x == 1 and 90 or 60) end
  return "<colgroup>" .. table.concat(columns) .. "</colgroup>"
end

local function rows_html(style, t)
  local lines, newline, in_head = {}, style.newlines and "\n" or "", style.head and is_head(t.rows[1])
  local row_tag = tag(style, "tr")
  if style.head then lines[1] = in_head and "<thead>" or "<tbody>" end
  for _, row in ipairs(t.rows) do
    if in_head and not is_head(row) then
      lines[#lines + 1], in_head = "</thead><tbody>", false
    end
    local cells = {}
    for i, c in ipairs(row) do cells[i] = cell_html(style, c, in_head and "th" or "td") end
    lines[#lines + 1] = ("<%s%s>%s%s%s"):format(row_tag, style.row or "", newline, table.concat(cells, newline),
                                                style.unclosed and "" or "</" .. row_tag .. ">")
  end
  if style.head then lines[#lines + 1] = "</tbody>" end
  return table.concat(lines, "\n")
end

--- A table.
-- @param t as those of spec/support/page.lua; their texts are written as they are
function markup.table(t, style)
  if style.flat then t = unspanned(t) end
  local name = tag(style, "table")
  return (style.before or "") .. (style.open or ("<%s%s>"):format(name, attribute(style, "border", 1)))
    .. (style.columns and columns_html(t) or "") .. "\n" .. rows_html(style, t) .. "\n"
    .. (style.close or "</" .. name .. ">") .. (style.after or "") .. "\n"
end

return markup
