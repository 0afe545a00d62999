--- Rows as others than SQLite take them: states and places by their names in place of numbers.

local packed = require "govreport.dataset.packed"
local schema = require "govreport.dataset.schema"

local export = {}

local function column(name, kind, zh, en) return {name = name, type = kind, zh = zh, en = en} end

--- What stands for the number of a place.
export.place_columns = {
  column("table_id", "text", "表的编号", "id of the table"),
  column("row_id", "text", "行的编号", "id of the row"),
  column("column_id", "text", "列的编号", "id of the column"),
  column("table_zh", "text", "表", "the table in Chinese"),
  column("row_zh", "text", "行", "the row in Chinese"),
  column("column_zh", "text", "列", "the column in Chinese"),
}

-- The columns of a table as they are exported.
local function columns_of(t)
  if t.name ~= "cell" then return t.columns end
  local list = {}
  for _, own in ipairs(t.columns) do
    if own.name == "place" then table.move(export.place_columns, 1, #export.place_columns, #list + 1, list)
    elseif own.name == "state" then list[#list + 1] = column("state", "text", "状态", "state")
    else list[#list + 1] = own end
  end
  return list
end

--- The tables as they are exported: `{name, columns, zh, en}`.
export.tables, export.by_name = {}, {}
for i, t in ipairs(schema.tables) do
  export.tables[i] = {name = t.name, columns = columns_of(t), zh = t.zh, en = t.en}
  export.by_name[t.name] = export.tables[i]
end

local place_at, first_behind = schema.by_name.cell.index.place, 3

-- A row of cells with names in place of numbers.
local function cell_row(row, context)
  local place, named = context.places.list[row[place_at]], {row[1]}
  table.move(place, first_behind, #place, 2, named)
  local next_at = 2 + #export.place_columns
  named[next_at] = context.states[row[place_at + 1] + 1]
  return table.move(row, place_at + 2, #schema.by_name.cell.columns, next_at + 1, named)
end

--- Iterates over the rows of a packed table.
-- @param context `places`, `states`
-- @return function() -> list of values, nil for nothing; nil at the end
function export.rows(name, text, context)
  local next_row = packed.rows(text or "", #schema.by_name[name].columns)
  if name ~= "cell" then return next_row end
  return function()
    local row = next_row()
    return row and cell_row(row, context)
  end
end

--- A packed row of cells from values by the names of the columns that are exported; nil where there is no such place.
function export.cell(values, form, context)
  local place = context.places.by_address[table.concat({form, values.table_id, values.row_id, values.column_id}, ".")]
  if not place then return nil end
  local row = {}
  for i, own in ipairs(schema.by_name.cell.columns) do row[i] = values[own.name] end
  row[place_at] = place
  for i, name in ipairs(context.states) do
    if name == values.state then row[place_at + 1] = i - 1 end
  end
  return packed.row(row, #schema.by_name.cell.columns)
end

return export
