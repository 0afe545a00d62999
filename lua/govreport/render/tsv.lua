--- One line per cell, tab-separated: table row column state value unit note line raw inferred. Texts stand on one line,
-- without anything that is unsafe, and never as a formula: see `govreport.base.spreadsheet`.

local safe = require "govreport.base.safe"
local spreadsheet = require "govreport.base.spreadsheet"

local tsv = {}

local header = {"table", "row", "column", "state", "value", "unit", "note", "line", "raw", "inferred"}

-- What cells without a number or with a sign hold is no formula.
local harmless = {"^[+-]%d[%d,.]*%%?$", "^%-+$", "^－+$"}

-- There are no quotes: a text that begins with one would hide the columns behind it.
local function text(value)
  if value == nil then return "" end
  local line = safe(value)
  for _, pattern in ipairs(harmless) do
    if line:find(pattern) then return line end
  end
  return line:find('^"') and "'" .. line or spreadsheet(line)
end

-- A value is a number, or text in cells of that type.
local function field(value)
  if type(value) == "string" then return text(value) end
  return value == nil and "" or tostring(value)
end

function tsv.render(report)
  local lines = {table.concat(header, "\t")}
  for id, t in pairs(report.tables) do
    for row in t:rows() do
      for cell in row:cells() do
        lines[#lines + 1] = table.concat({
          id, row.id, cell.column_id, cell.state, field(cell.value), text(cell.unit), text(cell.note),
          field(cell.line), text(cell.raw), cell.inferred and "true" or "false",
        }, "\t")
      end
    end
  end
  return table.concat(lines, "\n") .. "\n"
end

return tsv
