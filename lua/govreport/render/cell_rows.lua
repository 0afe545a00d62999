--- The cells of reports as rows of a table, for the formats that part columns: what the columns are called, what a cell
-- has in them, and how a text stands there.

local safe = require "govreport.base.safe"
local spot_text = require "govreport.render.spot_text"
local spreadsheet = require "govreport.base.spreadsheet"

local cell_rows = {}

--- The columns of one report, which its readers know; and those of many, with the report in front and, behind, the
-- place in files without lines.
cell_rows.of_one = {"table", "row", "column", "state", "value", "unit", "note", "line", "raw", "inferred"}
cell_rows.of_many = {"file", "agency", "year", "form", "table", "row", "column", "state", "value", "unit", "note",
                     "line", "raw", "inferred", "page", "spot"}

-- What cells without a number or with a sign hold is no formula.
local harmless = {"^[+-]%d[%d,.]*%%?$", "^%-+$", "^－+$"}

-- A text as it stands in a table: on one line, without anything that is unsafe, and never as a formula; see
-- `govreport.base.spreadsheet`.
local function text_of(value)
  local line = safe(value)
  local guarded = spreadsheet(line)
  for _, pattern in ipairs(guarded ~= line and harmless or {}) do
    if line:find(pattern) then return line end
  end
  return guarded
end

-- A value is a number, or text in cells of that type.
local function field(value)
  if type(value) == "string" then return text_of(value) end
  return value == nil and "" or value
end

-- What a cell has in the columns of one report.
local function fields_of(table_id, row_id, cell)
  return {
    table_id, row_id, cell.column_id, cell.state, field(cell.value), field(cell.unit), field(cell.note),
    cell.line or "", field(cell.raw), cell.inferred or false,
  }
end

-- The same in those of many.
-- @param front what its report has in the first columns
local function fields_of_many(front, table_id, row_id, cell)
  local spot = cell.spot
  return {
    front[1], front[2], front[3], front[4], table_id, row_id, cell.column_id, cell.state, field(cell.value),
    field(cell.unit), field(cell.note), cell.line or "", field(cell.raw), cell.inferred or false,
    spot and spot.page or "", spot and field(spot_text(spot)) or "",
  }
end

--- The rows of a report: its tables in the order of the form, whether they are there or not.
-- @param write function(row) -> what is made of a list of numbers, truth values and texts as they stand in a table
-- @param file the name of the report's file, for the columns of many; nil for those of one
-- @return list of what `write` gave
function cell_rows.render(report, write, file)
  local list = {}
  local front = file and {field(file), field(report.agency), field(report.year), report.form}
  for table_id, t in pairs(report.tables) do
    for row in t:rows() do
      local row_id = row.id
      for cell in row:cells() do
        list[#list + 1] = write(front and fields_of_many(front, table_id, row_id, cell)
                                or fields_of(table_id, row_id, cell))
      end
    end
  end
  return list
end

return cell_rows
