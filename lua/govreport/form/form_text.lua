--- Writes a report out in its form, as plain text with one cell on a line: what a layout reads, it also prints.

local layout = require "govreport.form.layout"

local form_text = {}

local names = require "govreport.form.names"

local function last(list) return list[#list] end

-- The words of a header, row by row: each group and each leaf at the level on which it stands.
local function header_words(t, words)
  local depth = 0
  for _, leaf in ipairs(t.leaves) do depth = math.max(depth, #leaf.path) end
  for level = 1, depth do
    local before
    for _, leaf in ipairs(t.leaves) do
      local word = leaf.path[level]
      local group = word and table.concat(leaf.path, "\n", 1, level)
      -- A group is one word over several leaves.
      if word and (level == #leaf.path or group ~= before) then words[#words + 1] = word end
      before = group
    end
  end
end

local function add_rows(declared, t, cell, words)
  local open, path_of = {}, layout.printed_paths(declared)
  for _, row in ipairs(declared.rows) do
    local path = path_of(row)
    local texts, present = {}, false
    for i, column in ipairs(declared.columns) do
      texts[i] = cell(declared.id, row.id, column.id)
      present = present or texts[i] ~= nil
    end
    if present and not t.across then
      for depth = 1, #path - 1 do
        if open[depth] ~= path[depth] then
          open = table.move(path, 1, depth, 1, {})
          words[#words + 1] = path[depth]
        end
      end
      words[#words + 1] = last(path)
    end
    for i = 1, #declared.columns do words[#words + 1] = texts[i] end
  end
end

--- The lines of one table; empty where no cell of it is there.
-- @param declared the table's declaration
-- @param cell function(table, row, column) -> text, nil for an absent cell
function form_text.table_lines(declared, cell)
  local t = {across = declared.across, rows = declared.rows, columns = declared.columns}
  layout.leaves(t)
  local words, rows = {}, {}
  add_rows(declared, t, cell, rows)
  if #rows == 0 then return words end
  if declared.caption then words[1] = declared.caption end
  for _, word in ipairs(declared.header or {}) do words[#words + 1] = word end
  if not declared.pairs then header_words(t, words) end
  table.move(rows, 1, #rows, #words + 1, words)
  return words
end

--- Writes a whole report.
-- @param declared the declaration of the form
-- @param source what to write: `head` (list of paragraphs before the first part), `text(section)` (its prose, nil where
-- the report lacks the part), `cell(table, row, column)`, `tail` (list of paragraphs at the end)
function form_text.render(declared, source)
  local paragraphs = {}
  local function add(list) table.move(list, 1, #list, #paragraphs + 1, paragraphs) end
  local function add_tables(section)
    for _, t in ipairs(declared.tables) do
      if t.section == section then add(form_text.table_lines(t, source.cell)) end
    end
  end
  add(source.head)
  add_tables(nil)
  for i, section in ipairs(declared.sections) do
    local prose = source.text(section.id)
    if prose then
      add{names.numeral(i) .. "、" .. section.title}
      if prose ~= "" then add{prose} end
      add_tables(section.id)
    end
  end
  add(source.tail)
  return table.concat(paragraphs, "\n\n") .. "\n"
end

local function trim(text) return (text:gsub("^%s+", ""):gsub("%s+$", "")) end

--- What `render` needs, from a Report. Parts with tables are written as their tables alone.
function form_text.source(report, declared)
  local with_tables, first, final = {}, nil, nil
  for _, t in ipairs(declared.tables) do
    if t.section then with_tables[t.section] = true end
  end
  for section in report:sections() do
    first, final = first or section, section
  end
  local document = report.document
  local head = first and trim(document:source(1, first.start)) or trim(document.text)
  local marker = first and first.marker
  if marker and head:sub(-#marker) == marker then head = trim(head:sub(1, -#marker - 1)) end
  local tail = final and trim(document:source(final.body_stop, document.hidden_start)) or ""
  return {
    head = {head},
    tail = tail ~= "" and {tail} or {},
    text = function(id)
      local section = report:section(id)
      if not section then return nil end
      if with_tables[id] and section ~= final then return "" end
      return trim(section.text)
    end,
    cell = function(table_id, row, column)
      local cell = report.tables[table_id]:cell(row, column)
      if cell.state == "absent" then return nil end
      return cell.raw or ""
    end,
  }
end

return form_text
