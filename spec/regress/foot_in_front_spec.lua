--- HTML 4 wanted <tfoot> in front of <tbody>, and browsers show it below: its totals were read as the first row.

local govreport = require "govreport"

local function rows(page)
  local document = assert(govreport.read_bytes(page, {format = "html"}))
  for block in document:blocks() do
    if block.kind == "table" then
      local list = {}
      for _, cell in ipairs(block.cells) do
        list[cell.row] = (list[cell.row] or "") .. cell.text .. "+" .. cell.row_span .. " "
      end
      return table.concat(list, "/")
    end
  end
end

local head = "<table><thead><tr><td>项目<td>数</thead>"
local foot = "<tfoot><tr><td>合计<td>7<tr><td>备注<td>无</tfoot>"
local body = "<tbody><tr><td rowspan=2>甲<td>3<tr><td>4</tbody>"
local expected = "项目+1 数+1 /甲+2 3+1 /4+1 /合计+1 7+1 /备注+1 无+1 "

describe("a foot in front of its table's body", function()
  it("comes last", function()
    assert.equal(expected, rows(head .. body .. foot .. "</table>"))
    assert.equal(expected, rows(head .. foot .. body .. "</table>"))
    assert.equal(expected, rows(head .. foot:gsub("</tfoot>", "") .. body .. "</table>"))
    assert.equal(expected, rows(head .. foot .. body))
    assert.equal(expected, rows("<table>" .. foot .. "<tbody><tr><td>项目<td>数</tbody>" .. body .. "</table>"))
  end)

  it("is the first of several, and keeps its own spans", function()
    assert.equal("乙+1 1+1 /甲+1 2+1 ",
                 rows("<table><tfoot><tr><td>甲<td>2</tfoot><tfoot><tr><td>乙<td>1</tfoot></table>"))
    assert.equal("乙+1 1+1 /甲+1 2+1 ", rows("<table><tfoot><tr><td rowspan=9>甲<td>2</tfoot><tr><td>乙<td>1</table>"))
  end)

  it("keeps every cell its place in the source", function()
    local page = "<table>" .. foot .. body .. "</table>"
    local document = assert(govreport.read_bytes(page, {format = "html"}))
    for block in document:blocks() do
      for _, cell in ipairs(block.cells or {}) do assert.equal(cell.text, page:sub(cell.byte, cell.byte_end)) end
    end
  end)
end)
