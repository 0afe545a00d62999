--- Cells into which another line ran: 5 三、本年度办理结果. A copy joined them; what stands there cannot be read, and blames
-- nobody.

local core = require "govreport.core"

local merged = {}

-- So much of a label is no other word: bytes.
local least_piece = 9

-- Whether a text is one of the form's labels or titles, or a piece of one.
local function is_label(survey, form, text)
  if not text or form.labels:find(text) then return text ~= nil end
  local piece = core.skeleton(text, true)
  return #piece >= least_piece and survey.labels:find(piece, 1, true) ~= nil
end

--- Whether a number and a label make up a text.
function merged.joins(survey, form, text)
  text = core.fold(text):gsub("[\v\x1F]", "")
  return is_label(survey, form, text:match("^[%d.,+-]+ *(.+)$"))
         or is_label(survey, form, text:match("^(.-) *[%d.,+-]+$"))
end

--- Whether a text is a row that ran into another one, with its numbers.
function merged.holds_numbers(text) return text:find("%d +%d") ~= nil end

--- Those among the cells of a report that hold no number.
-- @return list of Cells; the set of their numbers
function merged.cells(survey, context)
  local list, set = {}, {}
  for _, cell in ipairs(context:odd_cells()) do
    if cell.state == "unreadable" and not cell.lost and cell.raw and merged.joins(survey, context.form, cell.raw) then
      list[#list + 1], set[cell.number] = cell, true
    end
  end
  return list, set
end

--- Whether the row of a table that begins at a place of the tape, or behind the marks there, has such a cell.
function merged.in_row(survey, context, start)
  local row = context.report.document.tape:match("^[\x1C-\x1F]*([^\x1C-\x1E\n]*)", start)
  for text in row:gmatch("[^\x1F]+") do
    if merged.joins(survey, context.form, text) then return true end
  end
  return false
end

return merged
