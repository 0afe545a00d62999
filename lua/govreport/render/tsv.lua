--- One line per cell, tab-separated: table row column state value unit note line raw inferred.

local tsv = {}

local header = {"table", "row", "column", "state", "value", "unit", "note", "line", "raw", "inferred"}

-- Tabs and line ends would break the row.
local function field(value)
  if value == nil then return "" end
  return (tostring(value):gsub("[%c\127]+", " "))
end

function tsv.render(report)
  local lines = {table.concat(header, "\t")}
  for id, t in pairs(report.tables) do
    for row in t:rows() do
      for cell in row:cells() do
        lines[#lines + 1] = table.concat({
          id, row.id, cell.column_id, cell.state, field(cell.value), field(cell.unit), field(cell.note),
          field(cell.line), field(cell.raw), cell.inferred and "true" or "false",
        }, "\t")
      end
    end
  end
  return table.concat(lines, "\n") .. "\n"
end

return tsv
