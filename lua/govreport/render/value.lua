--- Any value as a prompt shows it: a table of a report as a grid, a list line by line, everything else in one line.

local catalogue = require "govreport.base.catalogue"
local show = require "govreport.render.show"
local text = require "govreport.render.text"

local value = {}

-- So many entries of a list or a plain table are shown.
local shown = 40

-- The class of an object of ours; nil for everything else.
local function class_of(v)
  local class = getmetatable(v)
  return type(v) ~= "string" and type(class) == "string" and class or nil
end

local function in_one_line(v)
  return type(v) == "string" and ("%q"):format(v):gsub("\\\n", "\\n") or text.safe(tostring(v))
end

-- A grid of rows: the official labels, the cells as printed.
local function add_grid(lines, title, rows, lang)
  local head, grid = {""}, {}
  for _, row in ipairs(rows) do
    local line = {text.cut(row.label, 44)}
    for cell in row:cells() do
      if #grid == 0 then head[#head + 1] = cell.column_label end
      line[#line + 1] = show.cell_text(cell, lang)
    end
    grid[#grid + 1] = line
  end
  lines[#lines + 1] = title
  if #grid == 0 then
    lines[#lines + 1] = "  " .. catalogue.text(lang, "show.table_absent")
    return
  end
  for _, line in ipairs(show.grid{head, table.unpack(grid)}) do lines[#lines + 1] = "  " .. line end
end

local function rows_of(t)
  local list = {}
  for row in t:rows() do list[#list + 1] = row end
  return t.present and list or {}
end

local function add_list(lines, list, count, line_of)
  for i = 1, math.min(count, shown) do lines[#lines + 1] = line_of(list[i], i) end
  if count > shown then lines[#lines + 1] = "… " .. count - shown end
end

-- The keys of a plain table: numbers in order, then names in order, then the rest.
local function sorted_keys(t)
  local keys, rank = {}, {number = 1, string = 2}
  for key in pairs(t) do keys[#keys + 1] = key end
  table.sort(keys, function(a, b)
    local first, second = rank[type(a)] or 3, rank[type(b)] or 3
    if first ~= second then return first < second end
    return first < 3 and a < b
  end)
  return keys
end

local function add_plain(lines, t)
  local keys = sorted_keys(t)
  add_list(lines, keys, #keys, function(key, i)
    if key == i then return ("[%d] %s"):format(i, in_one_line(t[key])) end
    return text.safe(tostring(key)) .. " = " .. in_one_line(t[key])
  end)
  if #keys == 0 then lines[1] = "{}" end
end

local by_class = {
  ["govreport.Table"] = function(lines, t, lang) add_grid(lines, t.id, rows_of(t), lang) end,
  ["govreport.Row"] = function(lines, row, lang) add_grid(lines, row.id, {row}, lang) end,
  ["govreport.Tables"] = function(lines, tables, lang)
    for _, t in pairs(tables) do add_grid(lines, t.id, rows_of(t), lang) end
  end,
  ["govreport.Fields"] = function(lines, fields)
    for id, field in pairs(fields) do lines[#lines + 1] = id .. " = " .. in_one_line(field.value) end
  end,
}

local function draw_list(lines, list) add_list(lines, list, #list, in_one_line) end

for _, class in ipairs{"Claims", "Deviations", "Ledger"} do by_class["govreport." .. class] = draw_list end

--- The lines that show a value.
-- @return list of texts
function value.lines(v, lang)
  local lines, class = {}, class_of(v)
  local draw = by_class[class]
  if draw then draw(lines, v, lang)
  elseif type(v) == "table" and class and #v > 0 then draw_list(lines, v)
  elseif type(v) == "table" and getmetatable(v) == nil then add_plain(lines, v)
  elseif type(v) == "string" then
    for line in (v .. "\n"):gmatch("([^\n]*)\n") do lines[#lines + 1] = text.safe(line) end
  else lines[1] = in_one_line(v) end
  return lines
end

return value
