--- Packed rows as the texts of the formats that people and programs read: objects of JSON, lines of CSV.

local core = require "govreport.core"
local csv = require "govreport.base.csv"
local export = require "govreport.dataset.export"
local json = require "govreport.base.json"
local schema = require "govreport.dataset.schema"

local texts = {}

-- How a text is written.
local formats = {json = {written = json.line}, csv = {written = csv.field}}

-- What stands in front of the values of a column.
function formats.json.head(name) return '"' .. name .. '":' end

function formats.csv.head() return "" end

-- ---- what stands for the numbers of cells -------------------------------------------------------

-- Some texts as values of columns, one behind the other.
local function values_text(format, columns, values)
  local pieces = {}
  for i, column in ipairs(columns) do
    pieces[i] = formats[format].head(column.name) .. formats[format].written(values[i])
  end
  return table.concat(pieces, ",")
end

local function place_names(format, context)
  local list, columns = {}, export.place_columns
  for i, place in ipairs(context.places.list) do
    list[i] = values_text(format, columns, table.move(place, 3, 2 + #columns, 1, {}))
  end
  return list
end

-- The first state has the number 0.
local function state_names(format, context)
  local list = {}
  for i, name in ipairs(context.states) do list[i - 1] = values_text(format, {{name = "state"}}, {name}) end
  return list
end

-- ---- columns ------------------------------------------------------------------------------------

local kinds = {boolean = "flag", list = "as_it_is"}

local function column_of(column, format, context, passed_over)
  if passed_over[column.name] then return {kind = "passed_over"} end
  if column.name == "place" then return {kind = "named", names = place_names(format, context)} end
  if column.name == "state" and column.type == "integer" then
    return {kind = "named", names = state_names(format, context)}
  end
  local kind = kinds[column.type]
  if format == "csv" and kind == "as_it_is" then kind = nil end
  return {kind = kind, head = formats[format].head(column.name)}
end

--- Makes what writes the rows of a table: function(packed) -> text.
-- @param format "json" or "csv"
-- @param context `places`, `states`
-- @param passed_over set of the names of columns that are not written
function texts.writer(name, format, context, passed_over)
  local columns = {}
  for i, column in ipairs(schema.by_name[name].columns) do
    columns[i] = column_of(column, format, context, passed_over or {})
  end
  local written = formats[format].written
  return function(text) return core.write_rows(text, format, columns, written) end
end

--- The same for all tables, by their names.
function texts.writers(format, context, passed_over)
  local writers = {}
  for _, t in ipairs(schema.tables) do writers[t.name] = texts.writer(t.name, format, context, passed_over) end
  return writers
end

return texts
