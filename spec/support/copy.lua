--- Prints a generated report as text copied from its page, in the ways in which copies come out.

local numerals = require("govreport.form.names").numerals
local page = require "spec.support.page"

local copy = {}

-- The texts of a table's printed cells, row by row.
local function texts_by_row(t)
  local rows = {}
  for number, row in ipairs(t.rows) do
    rows[number] = {}
    for i, c in ipairs(row) do rows[number][i] = c.text end
  end
  return rows
end

-- The same with an empty text for every place that a span covers.
local function matrix(t)
  local rows = {}
  for number = 1, #t.rows do
    rows[number] = {}
    for col = 1, t.width do rows[number][col] = "" end
  end
  for number, row in ipairs(t.rows) do
    for _, c in ipairs(row) do rows[number][c.col + 1] = c.text end
  end
  return rows
end

local function all_texts(t)
  local list = {}
  for _, row in ipairs(texts_by_row(t)) do table.move(row, 1, #row, #list + 1, list) end
  return list
end

local function is_data(row)
  for _, c in ipairs(row) do
    if c.kind == "value" then return true end
  end
  return false
end

--- One cell a line.
function copy.lines(t) return table.concat(all_texts(t), "\n") end

--- One cell a paragraph.
function copy.paragraphs(t) return table.concat(all_texts(t), "\n\n") end

--- A line for each row with its label and its values; the header one word a line.
function copy.row_lines(t)
  local lines = {}
  for number, row in ipairs(texts_by_row(t)) do
    if is_data(t.rows[number]) then
      local texts = {}
      for i, c in ipairs(t.rows[number]) do
        if c.kind == "group" then lines[#lines + 1] = c.text else texts[#texts + 1] = row[i] end
      end
      lines[#lines + 1] = table.concat(texts, " ")
    else
      table.move(row, 1, #row, #lines + 1, lines)
    end
  end
  return table.concat(lines, "\n")
end

local function joined(separator, first, final)
  return function(t)
    local lines = {}
    for number, row in ipairs(matrix(t)) do lines[number] = first .. table.concat(row, separator) .. final end
    return table.concat(lines, "\n")
  end
end

--- A line for each row, tabs between the cells, as from a sheet.
copy.tabs = joined("\t", "", "")

--- Bars between the cells, none around them.
copy.bare_bars = joined(" | ", "", "")

--- A Markdown table.
function copy.markdown(t)
  local text = joined(" | ", "| ", " |")(t)
  return (text:gsub("\n", "\n|" .. ("---|"):rep(t.width) .. "\n", 1))
end

--- Bars on lines of their own between the cells of a row.
function copy.bars_apart(t)
  local lines = {}
  for number, row in ipairs(texts_by_row(t)) do lines[number] = table.concat(row, "\n|\n") end
  return table.concat(lines, "\n")
end

--- All words of the header, then all labels of the rows, then all values, one a line.
function copy.detached(t)
  local words, values = {}, {}
  for _, row in ipairs(t.rows) do
    for _, c in ipairs(row) do
      local list = c.kind == "value" and values or words
      list[#list + 1] = c.text
    end
  end
  return table.concat(table.move(values, 1, #values, #words + 1, words), "\n")
end

--- Writes the whole report as text.
-- @param print function(table, part) -> text
-- @param options `tables` as for `page.render`
function copy.render(declared, model, source, print, options)
  local pieces = {}
  local function add(text)
    if text ~= "" then pieces[#pieces + 1] = text end
  end
  for _, text in ipairs(source.head) do add(text) end
  local tables = page.tables(declared, source, options)
  if options and options.tables then options.tables(tables, model) end
  for i, section in ipairs(declared.sections) do
    add(numerals[i] .. "、" .. section.title)
    add(source.text(section.id))
    for _, t in ipairs(tables[section.id] or {}) do add(print(t, section.id)) end
  end
  for _, text in ipairs(source.tail) do add(text) end
  return table.concat(pieces, "\n\n") .. "\n"
end

return copy
