--- The cells of reports as tab-separated lines: of one report with the columns table row column state value unit note
-- line raw inferred, of many with its file in front; see `govreport.render.cell_rows`.

local cell_rows = require "govreport.render.cell_rows"

local tsv = {}

-- There are no quotes: a text that begins with one would hide the columns behind it.
local function line(row)
  local fields = {}
  for i, value in ipairs(row) do
    if type(value) ~= "string" then fields[i] = tostring(value)
    else fields[i] = value:byte() == 34 and "'" .. value or value end
  end
  return table.concat(fields, "\t") .. "\n"
end

--- The line with the names of the columns, of many reports.
function tsv.head() return line(cell_rows.of_many) end

--- The lines of one of many reports.
-- @param name of its file
function tsv.rows(name, report)
  return table.concat(cell_rows.render(report, line, name))
end

--- One report, with the names of the columns.
function tsv.render(report)
  return line(cell_rows.of_one) .. table.concat(cell_rows.render(report, line))
end

return tsv
