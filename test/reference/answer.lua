--- Writes docs/schema/govreport.answer.json, what a worker answers, from the schema of datasets.

local export = require "govreport.dataset.export"
local json = require "govreport.base.json"
local schema = require "govreport.dataset.schema"

local answer = {}

local object, array = json.object, json.array

-- What is known of a document beside its content stands beside its report, as the marks of copies do in a dataset.
local beside = {id = true, report = true}
for _, name in ipairs{"file", "sha256", "bytes", "body", "url", "fetched"} do beside[name] = true end
for _, name in ipairs(schema.marks) do beside[name] = true end

local types = {integer = "integer", number = "number", text = "string", date = "string", boolean = "boolean",
               value = array{"number", "string"}}

local function description(entry) return {"description", entry.zh .. " | " .. entry.en} end

local function property(column)
  if column.type == "list" then
    return object{{"type", "array"}, {"items", object{{"type", "string"}}}, description(column)}
  end
  return object{{"type", types[column.type]}, description(column)}
end

-- A row of a table; of what it does not hold there is no key.
local function row(name)
  local t, list = export.by_name[name], {}
  for _, column in ipairs(t.columns) do
    if not beside[column.name] then list[#list + 1] = {column.name, property(column)} end
  end
  return object{description(t), {"type", "object"}, {"properties", object(list)}, {"additionalProperties", false}}
end

local function rows(name) return object{{"type", "array"}, {"items", object{{"$ref", "#/$defs/" .. name}}}} end

-- A key of the answer that may be null.
local function known(name)
  local t = schema.by_name.unread
  local column = t.columns[t.index[name]]
  return {name, object{{"type", array{types[column.type], "null"}}, description(column)}}
end

local properties = {
  {"id", object{{"type", array{"string", "integer"}},
                description{zh = "记录的编号；没有的为行次", en = "the id of the record; of one without an id its number"}}},
  {"run", object{{"type", "string"}, description{zh = "版本、格式、规则和选项的摘要",
                                                 en = "digest of version, forms, rules and options"}}},
  {"status", object{{"enum", array(schema.statuses)}, description{zh = "情形", en = "what became of the document"}}},
  known "code", known "message",
  {"file", object{{"type", "string"}, description{zh = "文件", en = "the name or the path of the record, or ?"}}},
  known "sha256", known "bytes", known "body", known "url", known "fetched",
  {"report", object{{"anyOf", array{object{{"$ref", "#/$defs/report"}}, object{{"type", "null"}}}}}},
  {"cells", rows "cell"}, {"sections", rows "section"}, {"claims", rows "claim"}, {"findings", rows "finding"},
  {"sums", rows "sums"},
}

--- The text of the schema.
function answer.render()
  local required, definitions = {}, {}
  for i, pair in ipairs(properties) do required[i] = pair[1] end
  for _, t in ipairs(export.tables) do
    if t.name ~= "unread" then definitions[#definitions + 1] = {t.name, row(t.name)} end
  end
  return json.encode(object{
    {"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"$id", "urn:govreport:schema:answer:1"},
    {"title", "govreport.answer/1"}, description{zh = "govreport worker的一条答复", en = "an answer of govreport worker"},
    {"type", "object"}, {"properties", object(properties)}, {"required", array(required)},
    {"additionalProperties", false}, {"$defs", object(definitions)},
  })
end

return answer
