--- What a table of an example looks like: which of its cells are labels of rows and columns, and which are values.
--
-- A table that is understood: `caption`, `header` (words that name no column), `rows` and `columns` (lists of `{path,
-- id, unit, type, decimal, signed}`), `values` (list of `{row, column, text}`), and the kind of table: `pairs`,
-- `across` or neither.

local cells = require "govreport.draft.cells"
local glossary = require "govreport.draft.glossary"
local grammar = require "govreport.text.grammar"
local matrix = require "govreport.draft.matrix"

local tables = {}

local is_label, longest_label = matrix.is_label, matrix.longest_label

-- ---- where the header ends ----------------------------------------------------------------------

-- The first row of data: one with values, or with a label and nothing but blanks behind it below the header's corner.
local function first_data_row(self, first)
  local corner = self.at[first][1]
  local below = corner and corner.row_stop + 1 or first
  for row = first, self.rows do
    if not self:banner(row) then
      if self:has_value(row) then return row end
      local list, blanks = self:cells(row), true
      for i = 2, #list do blanks = blanks and list[i].kind == "blank" end
      if row > first and row >= below and is_label(list[1]) and #list > 1 and blanks then return row end
    end
  end
end

-- Whether the first column numbers the rows: 1, 201.
local function counts_rows(self, first)
  local found = false
  for row = first, self.rows do
    local number, label = self.at[row][1], self.at[row][2]
    if number and number.kind == "number" then
      if not is_label(label) then return false end
      found = true
    end
  end
  return found
end

-- 单位, 计量单位: 件 and 人次 stand below.
local function names_units(cell)
  local label = cell and grammar.skeleton(cell.text)
  return label == "单位" or label == "计量单位"
end

-- 合计 in the column of the codes, and nothing in that of the names.
local function is_label_of_all(self, row, col)
  local cell = self.at[row][col]
  return col == 2 and cell ~= nil and cell.kind == "blank" and is_label(self.at[row][1])
end

-- How many columns on the left hold the labels of rows: up to the first with a value.
local function label_width(self, first, header_first)
  local width, start = self.width, counts_rows(self, first) and 2 or 1
  for row = first, self.rows do
    for col = start, self:banner(row) and 0 or self.width do
      local cell = self.at[row][col]
      if not is_label(cell) and not (start == 2 and is_label_of_all(self, row, col)) then
        width = math.min(width, col - 1)
        break
      end
    end
  end
  -- A column of text behind the first is one of labels only where the corner of the header covers it, or where the one
  -- in front of it is a group.
  local corner = self.at[header_first] and self.at[header_first][1]
  local covered = math.max(start, corner and corner.stop or 1)
  for row = first, self.rows do
    local cell = self.at[row][1]
    if cell and not self:banner(row) and cell.row_stop > cell.row then covered = math.max(covered, width) end
  end
  width = math.min(width, covered)
  while width > 1 and first > header_first and names_units(self.at[first - 1][width]) do width = width - 1 end
  return width
end

-- ---- labels -------------------------------------------------------------------------------------

-- The different labels of a column's header, from above, without those that only name the whole.
local function column_path(self, first, last, col)
  local path, seen = {}, nil
  for row = first, last do
    local cell = self.at[row][col]
    if cell and cell ~= seen and is_label(cell) then path[#path + 1] = cell.text end
    seen = cell
  end
  return path
end

local function key_of(path)
  local parts = {}
  for i, label in ipairs(path) do parts[i] = grammar.skeleton(label, i < #path) end
  return table.concat(parts, "\0")
end

local ranks = {part = 1, section = 2, point = 3, detail = 4}

-- How deep an ordinal stands: 一、 1, （一） 2, 1. 3, （1） 4; nil without one.
local function rank_of(label)
  local class = grammar.ordinal_class(grammar.ordinal_of(label))
  return class and ranks[class:match("^%a+")]
end

-- Puts the row with the next higher ordinal in front of labels that stand more than once.
local function part_by_ordinals(entries)
  local count, open = {}, {}
  for _, entry in ipairs(entries) do count[key_of(entry.path)] = (count[key_of(entry.path)] or 0) + 1 end
  for _, entry in ipairs(entries) do
    local label = entry.path[#entry.path]
    local rank = rank_of(label) or (count[key_of(entry.path)] > 1 and 5)
    if rank then
      for deeper = rank, 5 do open[deeper] = nil end
      if count[key_of(entry.path)] > 1 and #entry.path == 1 then
        local path = {}
        for higher = 1, rank - 1 do path[#path + 1] = open[higher] end
        path[#path + 1] = label
        entry.path = path
      end
      open[rank] = rank < 5 and label or nil
    end
  end
end

-- Takes out what cannot be told from an entry before it.
-- @return the list; the labels that were dropped
local function without_twins(entries)
  local list, seen, dropped = {}, {}, {}
  for _, entry in ipairs(entries) do
    local key = key_of(entry.path)
    if #entry.path == 0 or grammar.skeleton(entry.path[#entry.path], true) == "" then entry.dropped = true
    elseif seen[key] then
      entry.dropped = true
      dropped[#dropped + 1] = table.concat(entry.path, " / ")
    else
      seen[key] = true
      list[#list + 1] = entry
    end
  end
  return list, dropped
end

-- ---- tables of rows and columns -----------------------------------------------------------------

local function row_path(self, row, width, group)
  local path, seen = {}, nil
  if group then path[1] = group end
  for col = 1, width do
    local cell = self.at[row][col]
    if cell and cell ~= seen and is_label(cell) then path[#path + 1] = cell.text end
    seen = cell
  end
  return path
end

-- The rows with their values; a banner is the group of those below it.
local function read_rows(self, first, width, columns)
  local rows, group, by_cell = {}, nil, {}
  for row = first, self.rows do
    local banner = self:banner(row)
    local label = self.at[row][is_label_of_all(self, row, width) and 1 or width]
    if banner then group = #banner.text <= longest_label and banner.text or group
    elseif is_label(label) and not self:is_empty(row) then
      -- （二）外借 is not below （一）到馆.
      local own, outer = rank_of(label.text), group and rank_of(group)
      if own and outer and own <= outer then group = nil end
      local entry = {path = row_path(self, row, width, group), values = {}, texts = {}}
      for i, column in ipairs(columns) do
        local cell = self.at[row][column.col]
        if cell and not by_cell[cell] then
          by_cell[cell] = true
          entry.values[i], entry.texts[#entry.texts + 1] = cell.text, cell.text
          column.texts[#column.texts + 1] = cell.text
        end
      end
      rows[#rows + 1] = entry
    end
  end
  return rows
end

local function copy_type(entry, unit)
  local own = cells.describe(entry.texts)
  entry.type, entry.decimal, entry.signed = own.type, own.decimal, own.signed
  entry.unit = not own.type and (cells.unit_of(entry.path[#entry.path]) or unit) or nil
end

-- 件 beside the numbers of a row.
local function is_unit_column(column)
  if not names_units{text = column.path[#column.path]} then return false end
  for _, text in ipairs(column.texts) do
    if #text > 12 then return false end
  end
  return true
end

local function type_columns(columns, unit)
  local has_units = false
  for _, column in ipairs(columns) do
    copy_type(column, unit)
    if column.type == "text" and is_unit_column(column) then column.type, has_units = "unit", true end
  end
  for _, column in ipairs(has_units and columns or {}) do column.unit = nil end
end

local function collect(rows, columns)
  local values = {}
  for _, row in ipairs(rows) do
    for i, text in pairs(row.values) do
      if not columns[i].dropped then values[#values + 1] = {row = row, column = columns[i], text = text} end
    end
  end
  return values
end

local function header_words(self, first, last, width)
  local words, seen = {}, {}
  for row = first, last do
    for col = 1, width do
      local cell = self.at[row][col]
      if is_label(cell) and not seen[cell.text] then
        seen[cell.text] = true
        words[#words + 1] = cell.text
      end
    end
  end
  return words
end

local function read_grid(self, t, header_first, first)
  local width = label_width(self, first, header_first)
  local columns = {}
  for col = width + 1, self.width do
    local path = column_path(self, header_first, first - 1, col)
    if #path > 0 then columns[#columns + 1] = {path = path, col = col, texts = {}} end
  end
  local rows = read_rows(self, first, width, columns)
  part_by_ordinals(rows)
  t.header = header_words(self, header_first, first - 1, width)
  t.rows, t.dropped = without_twins(rows)
  t.columns = without_twins(columns)
  type_columns(t.columns, t.unit)
  for _, row in ipairs(t.rows) do
    row.unit = cells.unit_of(row.path[#row.path])
    if glossary.id(row.path[#row.path]) == "line_numbers" then row.type = "text" end
  end
  t.values = collect(t.rows, columns)
  return #t.rows > 0 and #t.columns > 0 and t or nil
end

-- ---- tables of one line -------------------------------------------------------------------------

-- The groups of a header whose labels are all the same, in the same order; nil where they are not.
local function equal_groups(paths)
  local groups, by_key = {}, {}
  for i, path in ipairs(paths) do
    local outer = table.move(path, 1, #path - 1, 1, {})
    local key = key_of(outer)
    if #outer == 0 then return nil end
    if not by_key[key] then
      by_key[key] = {path = outer, leaves = {}, columns = {}}
      groups[#groups + 1] = by_key[key]
    end
    table.insert(by_key[key].leaves, path[#path])
    table.insert(by_key[key].columns, i)
  end
  for _, group in ipairs(groups) do
    if key_of(group.leaves) ~= key_of(groups[1].leaves) then return nil end
  end
  return #groups > 1 and #groups[1].leaves > 1 and groups or nil
end

local function read_across(self, t, header_first, first)
  local paths, texts = {}, {}
  for col = 1, self.width do
    local path, cell = column_path(self, header_first, first - 1, col), self.at[first][col]
    if #path > 0 and cell and cell.col == col then paths[#paths + 1], texts[#texts + 1] = path, cell.text end
  end
  t.across, t.header, t.rows, t.columns, t.values = true, {}, {}, {}, {}
  local groups = equal_groups(paths)
  if not groups then
    t.rows[1] = {path = {t.caption or t.title or "本单位"}, id = "whole"}
    groups = {{columns = {}, leaves = {}}}
    for i, path in ipairs(paths) do groups[1].leaves[i], groups[1].columns[i] = path, i end
  end
  for i, leaf in ipairs(groups[1].leaves) do
    t.columns[i] = {path = type(leaf) == "table" and leaf or {leaf}, texts = {}}
  end
  for g, group in ipairs(groups) do
    t.rows[g] = t.rows[g] or {path = group.path}
    for i, column in ipairs(group.columns) do
      table.insert(t.columns[i].texts, texts[column])
      t.values[#t.values + 1] = {row = t.rows[g], column = t.columns[i], text = texts[column]}
    end
  end
  type_columns(t.columns, t.unit)
  return #paths > 1 and t or nil
end

-- ---- pairs of a label and a value ---------------------------------------------------------------

local header_of_pairs = grammar.words{"项目", "内容", "指标", "类别", "序号", "名称", "事项", "类型", "单位"}

-- Whether the rows are pairs, one or two beside each other, perhaps behind a group: there is no header, and the values
-- are of several kinds.
local function pair_columns(self)
  local first = self:cells(1)
  if self.width < 2 or self.width > 4 or #first < 2 then return nil end
  if header_of_pairs:match(first[1].text) and is_label(first[2]) and #first[2].text < 24 then return nil end
  local texts, numbers = 0, 0
  for row = 1, self.rows do
    local list = self:cells(row)
    local last = list[#list]
    if not is_label(list[1]) or #list < 2 then return nil end
    if self.width == 4 and #list == 4 and not is_label(list[3]) then return nil end
    if is_label(last) then texts = texts + 1 else numbers = numbers + 1 end
  end
  local begins_with_value = not is_label(first[#first])
  return (begins_with_value or texts > 1) and (texts > 0 or begins_with_value)
end

local function add_pair(t, path, text)
  local entry = {path = path, texts = {text}}
  t.rows[#t.rows + 1] = entry
  t.values[#t.values + 1] = {row = entry, column = t.columns[1], text = text}
end

local function read_pairs(self, t)
  t.pairs, t.header, t.rows, t.values = true, {}, {}, {}
  t.columns = {{path = {"填报内容"}, id = "value"}}
  for row = 1, self.rows do
    local list = self:cells(row)
    if #list == 4 and self.width == 4 then
      add_pair(t, {list[1].text}, list[2].text)
      add_pair(t, {list[3].text}, list[4].text)
    else
      local path = {}
      for i = 1, #list - 1 do path[i] = list[i].text end
      add_pair(t, path, list[#list].text)
    end
  end
  t.rows, t.dropped = without_twins(t.rows)
  for i = #t.values, 1, -1 do
    if t.values[i].row.dropped then table.remove(t.values, i) end
  end
  for _, row in ipairs(t.rows) do copy_type(row, t.unit) end
  return #t.rows > 0 and t or nil
end

-- ---- the whole ----------------------------------------------------------------------------------

-- The caption on top, and the row behind it.
local function take_caption(self, t)
  local first = 1
  while first < self.rows and (self:banner(first) or self:is_empty(first)) do
    local banner = self:banner(first)
    if banner then
      t.unit = t.unit or cells.stated_unit(banner.text)
      if not t.caption and not cells.stated_unit(banner.text) and #banner.text <= longest_label then
        t.caption = banner.text
      end
    end
    first = first + 1
  end
  return first
end

--- Reads a table.
-- @param block a table of `document:blocks()`
-- @param around `caption`, `unit` (from the lines above), `title` (what to call a table of one line)
-- @return the table; or nil where it is none of labels and values, and why: "no_values", "no_header", "no_labels",
-- "two_sided"
function tables.read(block, around)
  if block.columns < 2 or block.rows < 1 then return nil, "no_labels" end
  local self = matrix.of(block)
  local t = {caption = around.caption, unit = around.unit, title = around.title}
  local header_first = take_caption(self, t)
  local known
  if pair_columns(self) then known = read_pairs(self, t)
  else
    local first = first_data_row(self, header_first)
    if not first then return nil, "no_values" end
    if first == header_first then return nil, "no_header" end
    local label = self.at[first][1]
    local is_line = first == self.rows and not is_label(label)
    -- A group of rows may stand right below the header.
    while not is_line and first > header_first + 1 and self:banner(first - 1) do first = first - 1 end
    if not is_line and self:is_two_sided(header_first, first) then return nil, "two_sided" end
    known = (is_line and read_across or read_grid)(self, t, header_first, first)
  end
  if not known then return nil, "no_labels" end
  if not known.pairs then glossary.name(known.columns, "column") end
  if #known.rows > 1 or not known.across then glossary.name(known.rows, "row") end
  return known
end

return tables
