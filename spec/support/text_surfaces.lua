--- One report as the texts that copying, converting and extracting make of it, each of whose pieces knows what it is.
--
-- A text is a list of lines, a line a list of runs `{text, c}` with `table` where it is of a table. `c` says what the
-- run is, or is a part of: a cell as in page.lua with `address` (of a value), `rows` (list of "table.row", of labels
-- and groups), `table`; or `{kind = "prose"}`, heading, title; nil for what only separates.

local numerals = require("govreport.form.names").numerals
local placed_tables = require "spec.support.placed_tables"

local text_surfaces = {}

-- ---- runs and lines -----------------------------------------------------------------------------

local function run(text, c) return {text = text, c = c} end

local function characters(text)
  local list = {}
  for _, code in utf8.codes(text) do list[#list + 1] = utf8.char(code) end
  return list
end

-- A cell's text in runs of at most `size` characters.
local function pieces(c, size)
  local list, all = {}, characters(c.text)
  for i = 1, #all, size do
    list[#list + 1] = run(table.concat(all, "", i, math.min(i + size - 1, #all)), c)
  end
  return list
end

-- Adds lines of one run each.
local function add_lines(lines, runs)
  for _, own in ipairs(runs) do lines[#lines + 1] = {own} end
end

-- A line of cells; nil for an empty one is `false`.
local function line_of(cells, separator, first, final)
  local line = {}
  if first ~= "" then line[1] = run(first) end
  for i, c in ipairs(cells) do
    if i > 1 then line[#line + 1] = run(separator) end
    if c then line[#line + 1] = run(c.text, c) end
  end
  if final ~= "" then line[#line + 1] = run(final) end
  return line
end

local function has_values(row)
  for _, c in ipairs(row) do
    if c.kind == "value" then return true end
  end
  return false
end

local function is_word(c) return c.kind == "header" or c.kind == "corner" end

-- The cells of a row with `false` for each place that a span covers.
local function matrix(t)
  local rows = {}
  for number, row in ipairs(t.rows) do
    rows[number] = {}
    for col = 1, t.width do rows[number][col] = false end
    for _, c in ipairs(row) do rows[number][c.col + 1] = c end
  end
  return rows
end

-- The same with `false` only for what reaches down from a row above, once, as where cells are copied out of Word.
local function word_rows(t)
  local rows, open = {}, {}
  for number, row in ipairs(t.rows) do
    local list = {}
    for _, c in ipairs(row) do list[#list + 1] = {c.col, c} end
    for _, c in ipairs(open) do
      if c.until_row >= number then list[#list + 1] = {c.cell.col, false} end
    end
    for _, c in ipairs(row) do
      if c.rowspan > 1 then open[#open + 1] = {cell = c, until_row = number + c.rowspan - 1} end
    end
    table.sort(list, function(a, b) return a[1] < b[1] end)
    for i, entry in ipairs(list) do list[i] = entry[2] end
    rows[number] = list
  end
  return rows
end

-- ---- printers: from a table to lines ------------------------------------------------------------

local print = {}

--- One cell a line.
function print.cells(t)
  local lines = {}
  for _, row in ipairs(t.rows) do
    for _, c in ipairs(row) do lines[#lines + 1] = {run(c.text, c)} end
  end
  return lines
end

--- One cell a paragraph.
function print.paragraphs(t)
  local lines = {}
  for _, line in ipairs(print.cells(t)) do
    if #lines > 0 then lines[#lines + 1] = {} end
    lines[#lines + 1] = line
  end
  return lines
end

--- One cell a line, longer labels and words of the header over several.
function print.wrapped_cells(t)
  local lines = {}
  for _, row in ipairs(t.rows) do
    for _, c in ipairs(row) do
      add_lines(lines, c.kind == "value" and {run(c.text, c)} or pieces(c, is_word(c) and 3 or 7))
    end
  end
  return lines
end

-- A row's labels and its values.
local function parted(row)
  local labels, values = {}, {}
  for _, c in ipairs(row) do table.insert(c.kind == "value" and values or labels, c) end
  return labels, values
end

-- What pdftotext -raw prints of a header: rows of table two on a line, words of the others two characters a line.
local function raw_header(lines, t, row)
  if row[1].kind == "caption" or t.rows[1][1].kind == "caption" then
    lines[#lines + 1] = line_of(row, " ", "", "")
  else
    for _, c in ipairs(row) do add_lines(lines, pieces(c, c.group and 99 or c.kind == "corner" and 10 or 2)) end
  end
end

-- `group_size`: characters of a group of rows on a line, `label_size` of a label; nil: the label is whole and its
-- values follow on its line.
local function raw(group_size, label_size)
  return function(t)
    local lines = {}
    for _, row in ipairs(t.rows) do
      if not has_values(row) then
        raw_header(lines, t, row)
      else
        local labels, values = parted(row)
        local own
        for _, c in ipairs(labels) do
          if c.kind == "group" then add_lines(lines, pieces(c, c.col == 0 and group_size or label_size or 99))
          else own = c end
        end
        local wraps = own and label_size and utf8.len(own.text) > label_size
        if wraps then add_lines(lines, pieces(own, label_size))
        elseif own then table.insert(values, 1, own) end
        lines[#lines + 1] = line_of(values, " ", "", "")
      end
    end
    return lines
  end
end

--- A label and its values on a line, as from pdftotext -raw.
print.raw = raw(99)
--- The same with labels wrapped in their cells, and the values below.
print.raw_wrapped = raw(2, 8)
--- The same with labels whole and the group of rows at the left one character a line.
print.vertical = raw(1)

-- Where the columns of a table stand on a page of characters.
local function places(t)
  local starts, at = {}, 0
  local has_labels = t.rows[1][1].kind == "corner"
  for col = 0, t.width do
    starts[col] = at
    if t.rows[1][1].kind == "caption" then at = at + (col == 0 and 12 or 14)
    else at = at + (has_labels and (col < 2 and 6 or col == 2 and 8) or 6) end
  end
  return starts
end

-- Writes runs at their places into a line.
local function placed(list)
  table.sort(list, function(a, b) return a[1] < b[1] end)
  local line, at = {}, 0
  for _, entry in ipairs(list) do
    if entry[1] > at then line[#line + 1] = run((" "):rep(entry[1] - at)) end
    line[#line + 1] = entry[2]
    at = math.max(at, entry[1]) + utf8.len(entry[2].text)
  end
  return line
end

--- Columns by their places, labels wrapped in them, as from pdftotext -layout.
function print.layout(t)
  local starts, lines, open = places(t), {}, {}
  for number, row in ipairs(t.rows) do
    local height = 1
    for _, c in ipairs(row) do
      local width = math.max(1, starts[c.col + c.colspan] - starts[c.col] - 2)
      open[#open + 1] = {at = starts[c.col], runs = pieces(c, width), last = number + c.rowspan - 1}
    end
    for _, entry in ipairs(open) do
      if entry.last == number then height = math.max(height, #entry.runs) end
    end
    for _ = 1, height do
      local list = {}
      for _, entry in ipairs(open) do
        if entry.runs[1] then list[#list + 1] = {entry.at, table.remove(entry.runs, 1)} end
      end
      if #list > 0 then lines[#lines + 1] = placed(list) end
    end
  end
  return lines
end

local function of_rows(rows_of, separator, first, final)
  return function(t)
    local lines = {}
    for number, row in ipairs(rows_of(t)) do lines[number] = line_of(row, separator, first, final) end
    return lines
  end
end

--- Bars between the cells of a whole grid.
print.bars = of_rows(matrix, " | ", "", "")
print.bars_around = of_rows(matrix, " | ", "| ", " |")
--- Tabs between the cells of a whole grid, as from a sheet; and as from Word.
print.tabs = of_rows(matrix, "\t", "", "")
print.word = of_rows(word_rows, "\t", "", "")
--- Bars behind the cells that there are, whatever they span.
print.ragged = of_rows(function(t) return t.rows end, " | ", "", " |")

--- The same, filled up with bars to the widest row.
function print.padded(t)
  local lines = print.ragged(t)
  for number, line in ipairs(lines) do
    local missing = t.width - #t.rows[number]
    if missing > 0 then line[#line + 1] = run(" " .. ("|"):rep(missing)) end
  end
  return lines
end

--- A bar behind each cell on a line of its own; the last of a row with bars for all that it spans.
function print.runs_of_bars(t)
  local lines = {}
  for _, row in ipairs(t.rows) do
    for i, c in ipairs(row) do
      local missing = i == #row and t.width - #row or 0
      lines[#lines + 1] = {run(c.text, c), run(" |" .. (missing > 0 and " " .. ("|"):rep(missing) or ""))}
    end
  end
  return lines
end

--- Bars on lines of their own between the cells of a row.
function print.bars_apart(t)
  local lines = {}
  for _, row in ipairs(t.rows) do
    for i, c in ipairs(row) do
      if i > 1 then lines[#lines + 1] = {run "|"} end
      lines[#lines + 1] = {run(c.text, c)}
    end
  end
  return lines
end

local function ruled(lines, width)
  table.insert(lines, 2, {run("|" .. ("---|"):rep(width))})
  return lines
end

--- A Markdown table.
function print.markdown(t) return ruled(print.bars_around(t), t.width) end

-- Table three with one row of header words, each label beside its values, a group in front of its first.
local function flat(t)
  local words, lines = {}, {}
  for number, row in ipairs(t.rows) do
    if has_values(row) then
      local labels, values = parted(row)
      local line = {run "| "}
      for i, c in ipairs(labels) do
        if i > 1 then line[#line + 1] = run " " end
        line[#line + 1] = run(c.text, c)
      end
      line[#line + 1] = run " | "
      table.move(line_of(values, " | ", "", " |"), 1, 2 * #values, #line + 1, line)
      lines[#lines + 1] = line
    elseif number <= 3 then
      for _, c in ipairs(row) do
        if not c.group and c.text ~= "申请人情况" then words[c.kind == "corner" and 1 or c.col] = c end
      end
    end
  end
  local header = {}
  for col = 1, t.width do header[#header + 1] = words[col] end
  table.insert(lines, 1, line_of(header, " | ", "| ", " |"))
  return ruled(lines, #header)
end

--- A Markdown table for each block, its caption a heading.
function print.markdown_blocks(t)
  if t.rows[1][1].kind == "corner" then return flat(t) end
  if t.rows[1][1].kind ~= "caption" then return print.markdown(t) end
  local caption = t.rows[1][1]
  local lines = print.bars_around{width = t.width, rows = table.move(t.rows, 2, #t.rows, 1, {})}
  ruled(lines, t.width)
  table.move({{run("### "), run(caption.text, caption)}, {}}, 1, 2, 1, table.move(lines, 1, #lines, 3))
  return lines
end

--- As from Word, with the line ends inside of the header's words kept.
function print.word_breaks(t)
  local lines = {}
  for _, row in ipairs(word_rows(t)) do
    local line = {}
    for i, c in ipairs(row) do
      if i > 1 then line[#line + 1] = run "\t" end
      local parts = c and (c.kind == "header" and not c.group and t.rows[1][1].kind ~= "caption" and pieces(c, 2)
                           or {run(c.text, c)}) or {}
      for k, part in ipairs(parts) do
        if k > 1 then
          lines[#lines + 1] = line
          line = {}
        end
        line[#line + 1] = part
      end
    end
    lines[#lines + 1] = line
  end
  return lines
end

--- The surfaces: `{name, print}`; `close`: blocks follow without blank lines; `apart`: table two is one table for each
-- of its blocks; `blank`: an emptied cell still shows (`"space"`: as its width in spaces).
text_surfaces.list = {
  {name = "a cell a line", print = print.cells},
  {name = "a cell a paragraph", print = print.paragraphs},
  {name = "wrapped labels, a cell a line", print = print.wrapped_cells, close = true},
  {name = "pdftotext -raw", print = print.raw, close = true},
  {name = "pdftotext -raw, wrapped", print = print.raw_wrapped, close = true},
  {name = "pdftotext -layout", print = print.layout, close = true, blank = "space"},
  {name = "vertical group", print = print.vertical, close = true},
  {name = "bars", print = print.bars, blank = true},
  {name = "bars around", print = print.bars_around, blank = true},
  {name = "ragged bars", print = print.ragged, close = true, blank = true},
  {name = "padded bars", print = print.padded, close = true, blank = true},
  {name = "runs of bars", print = print.runs_of_bars, close = true, blank = true},
  {name = "bars apart", print = print.bars_apart},
  {name = "tabs", print = print.tabs, blank = true},
  {name = "Word", print = print.word, close = true, blank = true},
  {name = "Word with breaks", print = print.word_breaks, close = true, blank = true},
  {name = "Markdown", print = print.markdown, blank = true},
  {name = "Markdown, a table a block", print = print.markdown_blocks, apart = true, blank = true},
}

--- Prints a report.
-- @return list of lines
function text_surfaces.lines(surface, declared, model, source)
  local lines = {}
  local function add(list)
    if #lines > 0 and not surface.close then lines[#lines + 1] = {} end
    table.move(list, 1, #list, #lines + 1, lines)
  end
  local function add_text(text, kind)
    for own in text:gmatch("[^\n]+") do add{{run(own, {kind = kind})}} end
  end
  for _, text in ipairs(source.head) do add_text(text, "title") end
  local tables = placed_tables.of(declared, model, source, surface.apart)
  for i, section in ipairs(declared.sections) do
    add_text(numerals[i] .. "、" .. section.title, "heading")
    add_text(model.texts[section.id], "prose")
    for _, t in ipairs(tables[section.id] or {}) do
      local own = surface.print(t)
      for _, line in ipairs(own) do line.table = true end
      add(own)
    end
  end
  for _, text in ipairs(source.tail) do add_text(text, "title") end
  return lines
end

--- The text of lines, and where each run stands in it: list of `{c, byte, byte_end}`.
function text_surfaces.text(lines)
  local texts, runs, at = {}, {}, 0
  for _, line in ipairs(lines) do
    for _, own in ipairs(line) do
      if own.c then runs[#runs + 1] = {c = own.c, byte = at + 1, byte_end = at + #own.text} end
      texts[#texts + 1] = own.text
      at = at + #own.text
    end
    texts[#texts + 1] = "\n"
    at = at + 1
  end
  return table.concat(texts), runs
end

return text_surfaces
