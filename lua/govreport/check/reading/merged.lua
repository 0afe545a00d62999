--- Cells into which another line ran: 5 三、本年度办理结果. A copy joined them; what stands there cannot be read, and blames
-- nobody.

local lpeg = require "lpeg"
local core = require "govreport.core"
local grammar = require "govreport.text.grammar"

local merged = {}

-- 5 三、本年度办理结果 · 95561元三、收到和处理
local behind_number = (lpeg.R"09" + lpeg.S".,+- ")^1 * grammar.unit^-1 * lpeg.P" "^0 * lpeg.C(lpeg.P(1)^1)

-- So much of a label is no other word: bytes.
local least_piece = 9

-- Whether a text is one of the form's labels or titles, or a piece of one.
local function is_label(survey, form, text)
  if not text or form.labels:find(text) then return text ~= nil end
  local piece = core.skeleton(text, true)
  return #piece >= least_piece and survey:is_in_label(piece)
end

--- Whether a number and a label make up a text.
function merged.joins(survey, form, text)
  text = core.fold(text):gsub("[\v\x1F]", "")
  if is_label(survey, form, text) then return false end   -- 6.属于四类过程性信息
  return is_label(survey, form, behind_number:match(text))
         or is_label(survey, form, text:match("^(.-)[%d.,+ -]+$"))
end

--- Whether a text is a row that ran into another one, with its numbers.
function merged.holds_numbers(text) return text:find("%d +%d") ~= nil end

--- Those among the cells of a report that hold no number.
-- @return list of Cells; the set of their numbers
function merged.cells(survey, context)
  local list, set = {}, {}
  for _, cell in ipairs(context:odd_cells_of("unreadable")) do
    if not cell.lost and cell.raw and merged.joins(survey, context.form, cell.raw) then
      list[#list + 1], set[cell.number] = cell, true
    end
  end
  return list, set
end

--- Whether the row of a table that begins at a place of the tape, or behind the marks there, has such a cell, or a
-- label behind its first number.
function merged.in_row(survey, context, start)
  local row = context.report.document.tape:match("^[\x1C-\x1F]*([^\x1C-\x1E\n]*)", start)
  local has_number = false
  for text in row:gmatch("[^\x1F]+") do
    local is_own = not has_number or not is_label(survey, context.form, text)
    if not is_own or merged.joins(survey, context.form, text) then return true end
    has_number = has_number or text:find("^[%d.,+-]+$") ~= nil
  end
  return false
end

return merged
