--- The cells of reports as tab-separated lines: of one report with the columns table row column state value unit note
-- line raw inferred, of many with its file in front; see `govreport.render.cell_rows`.

local cell_rows = require "govreport.render.cell_rows"

local tsv = {}

-- There are no quotes: a text that begins with one would hide the columns behind it.
local function line(row)
  local fields = {}
  for i, value in ipairs(row) do
    local text = tostring(value)
    fields[i] = text:find('^"') and "'" .. text or text
  end
  return table.concat(fields, "\t") .. "\n"
end

--- The line with the names of the columns, of many reports.
function tsv.head() return line(cell_rows.of_many) end

--- The lines of one of many reports.
-- @param name of its file
function tsv.rows(name, report)
  return table.concat(cell_rows.render(report, cell_rows.of_many, line, name))
end

--- One report, with the names of the columns.
function tsv.render(report)
  return line(cell_rows.of_one) .. table.concat(cell_rows.render(report, cell_rows.of_one, line))
end

return tsv
