--- A form that is filled in, as text: paragraphs, and tables with bars between their cells, which keep blank ones.

local text = require "govreport.render.text"

local filled_text = {}

-- The texts of a grid by row and column; what spans several stands in the first.
local function matrix_of(grid)
  local matrix, widths = {}, {}
  for y, cells in ipairs(grid.rows) do
    matrix[y] = {}
    for x = 1, grid.columns do matrix[y][x] = "" end
    for _, own in ipairs(cells) do
      matrix[y][own.x] = text.safe(own.text)
      if own.across == 1 then widths[own.x] = math.max(widths[own.x] or 1, text.width(matrix[y][own.x])) end
    end
  end
  return matrix, widths
end

local function add_table(lines, grid)
  local matrix, widths = matrix_of(grid)
  local drawn = {}
  for y, row in ipairs(matrix) do
    local cells = {}
    for x, value in ipairs(row) do cells[x] = text.pad(value, widths[x] or 1) end
    drawn[y] = "| " .. table.concat(cells, " | ") .. " |"
  end
  lines[#lines + 1] = table.concat(drawn, "\n")
end

--- @param form a FilledForm
function filled_text.render(form)
  local paragraphs = {}
  for _, block in ipairs(form.blocks) do
    if block.kind == "table" then add_table(paragraphs, block.grid)
    elseif block.kind == "signature" then
      for _, line in ipairs(block.lines) do paragraphs[#paragraphs + 1] = text.safe(line) end
    else paragraphs[#paragraphs + 1] = text.safe(block.text) end
  end
  return table.concat(paragraphs, "\n\n") .. "\n"
end

return filled_text
