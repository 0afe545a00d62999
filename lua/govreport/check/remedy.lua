--- How a finding can be repaired, as small tables of texts: for one repair of several cells the rows and columns that
-- it touches, with the cells that it changes marked; for several possible repairs a row for each cell and a column for
-- each repair, at most three of them. A repair of one cell needs none: the message has it.
--
-- A table is `{head = texts, labels, rows}`: the first `labels` columns are labels, each row is a list of
-- `{text, marked}`.

local catalogue = require "govreport.base.catalogue"
local cause_words = require "govreport.check.cause.words"
local mask = require "govreport.text.mask"
local forms = require "govreport.form"
local names = require "govreport.form.names"

local remedy = {}

-- So many of the possible repairs are shown; more are counted.
local most_ways = 3

local function word(lang, key, fields) return catalogue.text(lang, "repair." .. key, fields) end

local function parts_of(address) return address:match("^([^.]+)%.([^.]+)%.([^.]+)$") end

local function cell_at(report, address)
  local table_id, row, column = parts_of(address)
  return report.tables[table_id]:cell(row, column)
end

-- What stands in a cell now.
local function printed(cell, lang)
  if cell.value ~= nil then return tostring(cell.value) end
  local raw = not cell.lost and cell.raw or ""
  return raw ~= "" and mask.text(raw) or word(lang, "blank")
end

local function new_value(change, lang)
  return cause_words.value(change.value, change.at_least, change.at_most)[lang]
end

--- A change of a cell in words.
-- @param change `{address, value}`, or with `at_least`, `at_most` for a value that is not certain
-- @return `{row, column, from, to}`
function remedy.change(report, change, lang)
  local table_id, row, column = parts_of(change.address)
  local declared = forms.declared(report.form)
  return {row = names.row(declared, table_id, row), column = names.column(declared, table_id, column),
          from = printed(cell_at(report, change.address), lang), to = new_value(change, lang)}
end

-- ---- one repair -----------------------------------------------------------------------------------------

-- The changes of each table, and the rows and columns that they touch.
local function touched(changes)
  local order, by_table = {}, {}
  for i = 1, #changes do
    local table_id, row, column = parts_of(changes[i].address)
    local entry = by_table[table_id]
    if not entry then
      entry = {id = table_id, rows = {}, columns = {}, changes = {}}
      by_table[table_id], order[#order + 1] = entry, entry
    end
    entry.rows[row], entry.columns[column], entry.changes[row .. "." .. column] = true, true, changes[i]
  end
  return order
end

-- 18→17 where the repair changes a cell, else what stands there.
local function grid_cell(entry, cell, lang)
  local change = entry.changes[cell.row .. "." .. cell.column_id]
  local text = printed(cell, lang)
  if not change or change.state then return {text = text, marked = change ~= nil} end
  return {text = word(lang, "to", {from = text, to = new_value(change, lang)}), marked = true}
end

local function grid(report, declared, entry, lang)
  local head, rows = {""}, {}
  for row in report.tables[entry.id]:rows() do
    local line = entry.rows[row.id] and {{text = names.row(declared, entry.id, row.id), marked = false}}
    for cell in row:cells() do
      if line and entry.columns[cell.column_id] then
        line[#line + 1] = grid_cell(entry, cell, lang)
        head[#line] = names.column(declared, entry.id, cell.column_id)
      end
    end
    rows[#rows + 1] = line or nil
  end
  return {head = head, labels = 1, rows = rows}
end

-- ---- a choice -------------------------------------------------------------------------------------------

-- The cells that the first repairs change, in order, each with its new values by the number of the repair.
local function cells_of(ways)
  local order, by_address = {}, {}
  for way = 1, math.min(#ways, most_ways) do
    for i = 1, #ways[way] do
      local change = ways[way][i]
      local entry = by_address[change.address]
      if not entry then
        entry = {address = change.address, changes = {}}
        by_address[change.address], order[#order + 1] = entry, entry
      end
      entry.changes[way] = change
    end
  end
  return order
end

local function choice(report, declared, ways, lang)
  local head, rows = {word(lang, "row"), word(lang, "column"), word(lang, "now")}, {}
  local shown = math.min(#ways, most_ways)
  for way = 1, shown do head[3 + way] = word(lang, "way", {number = way}) end
  for i, entry in ipairs(cells_of(ways)) do
    local table_id, row, column = parts_of(entry.address)
    local line = {{text = names.row(declared, table_id, row)}, {text = names.column(declared, table_id, column)},
                  {text = printed(cell_at(report, entry.address), lang)}}
    for way = 1, shown do
      local change = entry.changes[way]
      line[3 + way] = {text = change and new_value(change, lang) or "", marked = change ~= nil}
    end
    for k = 1, 3 do line[k].marked = false end
    rows[i] = line
  end
  return {head = head, labels = 2, rows = rows}
end

-- ---- what can be done ---------------------------------------------------------------------------------

-- The grids of some changes, or of cells.
local function grids(report, declared, list, lang)
  local tables = {}
  for i, entry in ipairs(touched(list)) do tables[i] = grid(report, declared, entry, lang) end
  return tables
end

local function told(key, fields, tables, lang)
  return {title = word(lang, key, fields), summary = word(lang, key .. "_below", fields), tables = tables}
end

--- The repairs of a finding.
-- @param report its Report, open
-- @param lang language of the texts
-- @return `{title, summary, tables}`: the texts say how many cells, or how many ways, as a title and as a sentence; nil
-- where there is no repair, or one of a single cell
function remedy.of(report, found, lang)
  local ways = found.alternatives
  local declared = forms.declared(report.form)
  local one = #ways == 1 and ways[1] or #ways == 0 and found.repair
  if one and #one < 2 then return nil end
  if one then return told("cells", {count = #one}, grids(report, declared, one, lang), lang) end
  local key = found.alternatives_count > most_ways and "ways_more" or "ways"
  return told(key, {count = found.alternatives_count, shown = most_ways}, {choice(report, declared, ways, lang)}, lang)
end

--- The cells of a finding that are not filled in, among those of their rows and columns.
-- @return `{tables}`; nil where there are not several, or others among them
function remedy.unfilled(report, found, lang)
  if #found.cells < 2 then return nil end
  for i = 1, #found.cells do
    local state = found.cells[i].state
    if state == "number" or state == "absent" then return nil end
  end
  return {tables = grids(report, forms.declared(report.form), found.cells, lang)}
end

return remedy
