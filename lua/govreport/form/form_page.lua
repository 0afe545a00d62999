--- Writes a report out in its form, as a web page with tables: unlike running text a table keeps its blank cells.

local form_grid = require "govreport.form.form_grid"
local names = require "govreport.form.names"

local form_page = {}

local escapes = {["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;"}

local function escape(text) return (text:gsub("[&<>]", escapes)) end

local function cell(own)
  return ('<td rowspan="%d" colspan="%d">%s</td>'):format(own.down, own.across, escape(own.text))
end

local function add_table(declared, source, lines)
  lines[#lines + 1] = "<table>"
  if declared.caption then lines[#lines + 1] = ("<caption>%s</caption>"):format(escape(declared.caption)) end
  for _, row in ipairs(form_grid.of(declared, source.cell).rows) do
    local cells = {}
    for i, own in ipairs(row) do cells[i] = cell(own) end
    lines[#lines + 1] = "<tr>" .. table.concat(cells) .. "</tr>"
  end
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
