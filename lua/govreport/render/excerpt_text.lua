--- Parts of tables for a terminal: labels, values that line up also in Chinese, both sides of a sum.

local catalogue = require "govreport.base.catalogue"
local show = require "govreport.render.show"
local text = require "govreport.render.text"

local excerpt_text = {}

local label_width = 40

-- A cell with its mark, painted and plain. What is no number is shown as printed, but for rows that were lost.
local function value_text(item, lang, paint)
  local cell = item.cell
  local printed = cell.state == "unreadable" and not cell.lost and (cell.raw or "") ~= ""
  local shown = printed and text.safe(cell.raw) or show.cell_text(cell, lang)
  return item.marked and paint("error", "[" .. shown .. "]") or shown, item.marked and "[" .. shown .. "]" or shown
end

local function is_zero(row)
  for _, item in ipairs(row.cells) do
    if item.marked or item.cell.value ~= 0 then return false end
  end
  return true
end

-- The rows of a block; of a long column only those that are not 0, and how many are left out.
local function shown_rows(block, full)
  if full or #block.rows <= 6 or #block.columns > 1 then return block.rows, 0 end
  local rows = {}
  for _, row in ipairs(block.rows) do
    if not is_zero(row) then rows[#rows + 1] = row end
  end
  return rows, #block.rows - #rows
end

-- 5＋2×1＝7; a side of one number is that number. Zeros are left out where there are others.
local function side_text(side)
  local out, count, factors = {}, 0, false
  for _, term in ipairs(side.terms) do
    if term.value ~= 0 then
      count, factors = count + 1, factors or term.factor ~= 1
      local sign = term.sign < 0 and "－" or count > 1 and "＋" or ""
      out[count] = sign .. (term.factor ~= 1 and tostring(term.factor) .. "×" or "") .. tostring(term.value)
    end
  end
  if count < 2 and not factors then return tostring(side.total) end
  return table.concat(out) .. "＝" .. tostring(side.total)
end

local function relation(block)
  local left, right = block.left.total, block.right.total
  local sign = block.at_most and (left <= right and "≤" or "＞") or (left == right and "＝" or "≠")
  if block.tolerated and left ~= right then sign = "≈" end
  return ("%s %s %s"):format(side_text(block.left), sign, side_text(block.right))
end

local function pad(shown, plain, width) return (" "):rep(math.max(0, width - text.width(plain))) .. shown end

--- The lines of a block.
-- @param options `lang`, `paint`, `full` (nothing left out)
function excerpt_text.lines(block, options)
  local rows, hidden = shown_rows(block, options.full)
  local widths, first, lines = {}, 0, {}
  for i, column in ipairs(block.columns) do widths[i] = text.width(column) end
  for _, row in ipairs(rows) do
    first = math.max(first, math.min(label_width, text.width(row.label)))
    for i, item in ipairs(row.cells) do
      widths[i] = math.max(widths[i] or 0, text.width((select(2, value_text(item, options.lang, options.paint)))))
    end
  end
  local head = {text.pad("", first)}
  for i, column in ipairs(block.columns) do head[i + 1] = text.pad(column, widths[i], "right") end
  lines[1] = options.paint("dim", table.concat(head, "  "))
  for _, row in ipairs(rows) do
    local line = {text.pad(text.cut(text.safe(row.label), label_width), first)}
    for i, item in ipairs(row.cells) do
      local shown, plain = value_text(item, options.lang, options.paint)
      line[i + 1] = pad(shown, plain, widths[i])
    end
    lines[#lines + 1] = table.concat(line, "  ")
  end
  if hidden > 0 then lines[#lines + 1] = catalogue.text(options.lang, "excerpt.zeros", {count = hidden}) end
  if block.left and block.right then lines[#lines + 1] = relation(block) end
  return lines
end

-- A cell of a repair, marked where it changes; painted and plain.
local function repair_cell(item, paint)
  local plain = text.safe(item.text)
  if not item.marked then return plain, plain end
  return paint("error", "[" .. plain .. "]"), "[" .. plain .. "]"
end

-- The lines of one table of a repair.
local function add_repair_table(lines, own, paint)
  local widths, rows = {}, {}
  local function measure(i, plain) widths[i] = math.max(widths[i] or 0, text.width(plain)) end
  for i, label in ipairs(own.head) do measure(i, label) end
  for n, row in ipairs(own.rows) do
    rows[n] = {}
    for i, item in ipairs(row) do
      local shown, plain = repair_cell(item, paint)
      if i <= own.labels then
        plain = text.cut(plain, label_width)
        shown = plain
      end
      rows[n][i] = {shown, plain}
      measure(i, plain)
    end
  end
  local function line_of(cells)
    local line = {}
    for i, cell in ipairs(cells) do
      local fill = (" "):rep(widths[i] - text.width(cell[2]))
      line[i] = i <= own.labels and cell[1] .. fill or fill .. cell[1]
    end
    return (table.concat(line, "  "):gsub(" +$", ""))
  end
  local head = {}
  for i, label in ipairs(own.head) do head[i] = {label, label} end
  lines[#lines + 1] = paint("dim", line_of(head))
  for _, row in ipairs(rows) do lines[#lines + 1] = line_of(row) end
end

--- The lines of a repair.
-- @param own see `govreport.check.remedy`
function excerpt_text.repair_lines(own, paint)
  local lines = {own.title}
  for _, one in ipairs(own.tables) do add_repair_table(lines, one, paint) end
  return lines
end

return excerpt_text
