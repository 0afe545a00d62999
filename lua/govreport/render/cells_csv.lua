--- The cells of reports as a table for spreadsheets, one a row, each with its file: see `govreport.render.cell_rows`.

local cell_rows = require "govreport.render.cell_rows"
local csv = require "govreport.base.csv"

local cells_csv = {}

local function line(row) return csv.line(row, true) end

--- The names of the columns.
-- @param has_mark whether a byte order mark stands in front
function cells_csv.head(has_mark) return (has_mark and csv.mark or "") .. line(cell_rows.of_many) end

--- The rows of a report.
-- @param name of its file
function cells_csv.rows(name, report)
  return table.concat(cell_rows.render(report, line, name))
end

--- One report.
function cells_csv.render(name, report, has_mark) return cells_csv.head(has_mark) .. cells_csv.rows(name, report) end

return cells_csv
