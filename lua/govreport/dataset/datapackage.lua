--- What a folder of CSV files holds, as a Data Package (Frictionless, https://specs.frictionlessdata.io): programs that
-- know it read the types and descriptions of all columns.

local export = require "govreport.dataset.export"
local json = require "govreport.base.json"
local schema = require "govreport.dataset.schema"

local datapackage = {}

datapackage.name = "datapackage.json"

local types = {integer = "integer", number = "number", text = "string", date = "date", boolean = "boolean",
               list = "array", value = "any"}

local function field(column)
  local list = {{"name", column.name}, {"type", types[column.type]}, {"title", column.zh}, {"description", column.en}}
  if column.type == "boolean" then
    list[5], list[6] = {"trueValues", json.array{"1"}}, {"falseValues", json.array{"0"}}
  end
  return json.object(list)
end

-- The key as it is exported: a place by its names.
local function key_of(t)
  local list = {}
  for _, name in ipairs(schema.by_name[t.name].key) do
    if name == "place" then table.move({"table_id", "row_id", "column_id"}, 1, 3, #list + 1, list)
    else list[#list + 1] = name end
  end
  return json.array(list)
end

local function table_schema(t)
  local fields = {}
  for i, column in ipairs(t.columns) do fields[i] = field(column) end
  local list = {{"fields", json.array(fields)}, {"primaryKey", key_of(t)}, {"missingValues", json.array{""}}}
  if t.columns[1].name == "report" then
    list[4] = {"foreignKeys", json.array{json.object{
      {"fields", "report"}, {"reference", json.object{{"resource", "report"}, {"fields", "id"}}}}}}
  end
  return json.object(list)
end

--- The text of the file.
-- @param context `version`, `run`
function datapackage.text(context)
  local resources = {}
  for i, t in ipairs(export.tables) do
    resources[i] = json.object{
      {"name", t.name}, {"path", t.name .. ".csv"}, {"title", t.zh}, {"description", t.en},
      {"profile", "tabular-data-resource"}, {"format", "csv"},
      {"mediatype", "text/csv"}, {"encoding", "utf-8"}, {"schema", table_schema(t)},
    }
  end
  return json.encode(json.object{
    {"name", "govreport"}, {"title", "政府信息公开工作年度报告数据集"},
    {"description", "Annual reports of government bodies as tables. A blank cell has no value, and its state says what "
                    .. "stands there: it is never 0."},
    {"version", context.version}, {"schemaVersion", schema.version}, {"run", context.run},
    {"profile", "tabular-data-package"}, {"resources", json.array(resources)},
  })
end

return datapackage
