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

--- A text as it stands in a table: on one line, without anything that is unsafe, and never as a formula; see
-- `govreport.base.spreadsheet`.
function cell_rows.text(value)
  local line = safe(value)
  for _, pattern in ipairs(harmless) do
    if line:find(pattern) then return line end
  end
  return spreadsheet(line)
end

-- What a cell has in the columns; nil where it has nothing.
local function values_of(report, file, table_id, row_id, cell)
  local spot = cell.spot
  return {
    file = file, agency = report.agency, year = report.year, form = report.form, table = table_id, row = row_id,
    column = cell.column_id, state = cell.state, value = cell.value, unit = cell.unit, note = cell.note,
    line = cell.line, raw = cell.raw, inferred = cell.inferred or false,
    page = spot and spot.page, spot = spot and spot_text(spot),
  }
end

-- A value is a number, or text in cells of that type.
local function field(value)
  if type(value) == "string" then return cell_rows.text(value) end
  return value == nil and "" or value
end

--- The rows of a report: its tables in the order of the form, whether they are there or not.
-- @param columns names of columns, one of the lists above
-- @param write function(row) -> what is made of a list of numbers, truth values and texts as they stand in a table
-- @param file the name of the report's file; nil where no column holds it
-- @return list of what `write` gave
function cell_rows.render(report, columns, write, file)
  local list = {}
  for table_id, t in pairs(report.tables) do
    for row in t:rows() do
      for cell in row:cells() do
        local values, fields = values_of(report, file, table_id, row.id, cell), {}
        for i, name in ipairs(columns) do fields[i] = field(values[name]) end
        list[#list + 1] = write(fields)
      end
    end
  end
  return list
end

return cell_rows
