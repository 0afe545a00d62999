--- Cells into which another line ran: 5 三、本年度办理结果. A copy joined them; what stands there cannot be read, and blames
-- nobody.

local core = require "govreport.core"

local merged = {}

-- Whether a number and one of the form's labels or titles make up a text.
local function joins(form, text)
  text = core.fold(text):gsub("[\v\x1F]", "")
  local behind, before = text:match("^[%d.,+-]+ *(.+)$"), text:match("^(.-) *[%d.,+-]+$")
  return (behind and form.labels:find(behind) or before and form.labels:find(before)) ~= nil
end

--- Those among the cells of a report that hold no number.
-- @return list of Cells; the set of their numbers
function merged.cells(context)
  local list, set = {}, {}
  for _, cell in ipairs(context:odd_cells()) do
    if cell.state == "unreadable" and not cell.lost and cell.raw and joins(context.form, cell.raw) then
      list[#list + 1], set[cell.number] = cell, true
    end
  end
  return list, set
end

--- Whether the row of a table that begins at a place of the tape, or behind the marks there, has such a cell.
function merged.in_row(context, start)
  local row = context.report.document.tape:match("^[\x1C-\x1F]*([^\x1C-\x1E\n]*)", start)
  for text in row:gmatch("[^\x1F]+") do
    if joins(context.form, text) then return true end
  end
  return false
end

return merged
