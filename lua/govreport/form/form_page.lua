--- Writes a report out in its form, as a web page with tables: unlike running text a table keeps its blank cells.

local layout = require "govreport.form.layout"
local names = require "govreport.form.names"

local form_page = {}

local escapes = {["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;"}

local function escape(text) return (text:gsub("[&<>]", escapes)) end

local function cell(text, rowspan, colspan)
  return ('<td rowspan="%d" colspan="%d">%s</td>'):format(rowspan, colspan, escape(text))
end

local function prefix(path, level) return table.concat(path, "\n", 1, level) end

-- How many entries from `first` on stand under the same heading of a level.
local function run_length(paths, first, level)
  local count = 1
  while paths[first + count] and #paths[first + count] >= level and prefix(paths[first + count], level)
        == prefix(paths[first], level) do
    count = count + 1
  end
  return count
end

local function depth_of(paths)
  local depth = 0
  for _, path in ipairs(paths) do depth = math.max(depth, #path) end
  return depth
end

-- The cells that print some paths at a level: a group once over its entries, a leaf down to the last level.
local function heading(paths, i, level, depth, cells, across)
  local path, before = paths[i], paths[i - 1]
  if #path < level then return end
  local is_leaf = #path == level
  local starts = not before or #before < level or prefix(before, level) ~= prefix(path, level)
  if not (is_leaf or starts) then return end
  local over, down = is_leaf and 1 or run_length(paths, i, level), is_leaf and depth - level + 1 or 1
  cells[#cells + 1] = across and cell(path[level], down, over) or cell(path[level], over, down)
end

-- The rows of a table that is one line: its header alone labels it.
local function add_header(lines, paths, corner, corner_width)
  local depth = depth_of(paths)
  for level = 1, depth do
    local cells = {}
    if level == 1 and corner_width > 0 then cells[1] = cell(corner, depth, corner_width) end
    for i = 1, #paths do heading(paths, i, level, depth, cells, true) end
    lines[#lines + 1] = "<tr>" .. table.concat(cells) .. "</tr>"
  end
end

local function paths_of(entries)
  local paths = {}
  for i, entry in ipairs(entries) do paths[i] = layout.path_of(entry) end
  return paths
end

local function values_of(declared, row, source)
  local cells, present = {}, false
  for i, column in ipairs(declared.columns) do
    local text = source.cell(declared.id, row.id, column.id)
    cells[i], present = cell(text or "", 1, 1), present or text ~= nil
  end
  return present and table.concat(cells)
end

local function table_across(declared, source, lines)
  local t = {across = true, rows = declared.rows, columns = declared.columns}
  layout.leaves(t)
  local paths, values = {}, {}
  for i, leaf in ipairs(t.leaves) do paths[i] = leaf.path end
  for _, row in ipairs(declared.rows) do values[#values + 1] = values_of(declared, row, source) end
  add_header(lines, paths, "", 0)
  lines[#lines + 1] = "<tr>" .. table.concat(values) .. "</tr>"
end

local function table_of_rows(declared, source, lines)
  local rows, values = {}, {}
  for _, row in ipairs(declared.rows) do
    local printed = values_of(declared, row, source)
    if printed then rows[#rows + 1], values[#values + 1] = row, printed end
  end
  local paths, path_of = {}, layout.printed_paths(declared)
  for i, row in ipairs(rows) do paths[i] = path_of(row) end
  local depth = depth_of(paths)
  local corner = declared.header and declared.header[1] or ""
  if not declared.pairs then add_header(lines, paths_of(declared.columns), corner, depth) end
  for i = 1, #rows do
    local cells = {}
    for level = 1, #paths[i] do heading(paths, i, level, depth, cells, false) end
    lines[#lines + 1] = "<tr>" .. table.concat(cells) .. values[i] .. "</tr>"
  end
end

local function add_table(declared, source, lines)
  lines[#lines + 1] = "<table>"
  if declared.caption then lines[#lines + 1] = ("<caption>%s</caption>"):format(escape(declared.caption)) end
  if declared.across then table_across(declared, source, lines) else table_of_rows(declared, source, lines) end
  lines[#lines + 1] = "</table>"
end

local function add_tables(declared, section, source, lines)
  for _, t in ipairs(declared.tables) do
    if t.section == section then add_table(t, source, lines) end
  end
end

local function add_paragraphs(lines, list)
  for _, text in ipairs(list) do
    for line in text:gmatch("[^\n]+") do lines[#lines + 1] = "<p>" .. escape(line) .. "</p>" end
  end
end

--- Writes a whole report; the arguments are those of `govreport.form.form_text.render`.
-- @return a page
function form_page.render(declared, source)
  local lines = {'<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"></head><body>'}
  add_paragraphs(lines, source.head)
  add_tables(declared, nil, source, lines)
  for i, section in ipairs(declared.sections) do
    local prose = source.text(section.id)
    if prose then
      add_paragraphs(lines, {names.numeral(i) .. "、" .. section.title, prose})
      add_tables(declared, section.id, source, lines)
    end
  end
  add_paragraphs(lines, source.tail)
  lines[#lines + 1] = "</body></html>"
  return table.concat(lines, "\n") .. "\n"
end

return form_page
