--- Tables of texts, as people read them in a terminal and as Markdown.

local columns = {}

local function widths_of(rows)
  local widths = {}
  for _, row in ipairs(rows) do
    for i, text in ipairs(row) do widths[i] = math.max(widths[i] or 0, utf8.len(text)) end
  end
  return widths
end

local function padded(text, width, is_left)
  local space = (" "):rep(width - utf8.len(text))
  return is_left and text .. space or space .. text
end

--- Prints rows, the first column to the left and the others to the right.
function columns.print(rows)
  local widths = widths_of(rows)
  for _, row in ipairs(rows) do
    local cells = {}
    for i, text in ipairs(row) do cells[i] = padded(text, widths[i], i == 1) end
    print(((table.concat(cells, "  ")):gsub(" +$", "")))
  end
end

--- @return the same as lines of Markdown
function columns.markdown(rows)
  local widths, lines = widths_of(rows), {}
  for number, row in ipairs(rows) do
    local cells = {}
    for i, text in ipairs(row) do cells[i] = padded(text, widths[i], i == 1) end
    lines[#lines + 1] = "| " .. table.concat(cells, " | ") .. " |"
    if number == 1 then
      for i, width in ipairs(widths) do cells[i] = i == 1 and ("-"):rep(width) or ("-"):rep(width - 1) .. ":" end
      lines[#lines + 1] = "| " .. table.concat(cells, " | ") .. " |"
    end
  end
  return table.concat(lines, "\n") .. "\n"
end

return columns
