--- A document of a dataset as a line of JSON: what a dataset of JSON Lines holds, and what workers answer. All keys are
-- there in every line; of rows, those that hold nothing are left out.

local export = require "govreport.dataset.export"
local json = require "govreport.base.json"
local packed = require "govreport.dataset.packed"
local record = require "govreport.dataset.record"
local schema = require "govreport.dataset.schema"
local texts = require "govreport.dataset.texts"

local line = {}

-- What is known of a document beside its content, and the keys under which its rows stand.
local document_keys = {"file", "sha256", "bytes", "body", "url", "fetched"}
local lists = {{"cells", "cell"}, {"sections", "section"}, {"claims", "claim"}, {"findings", "finding"},
               {"sums", "sums"}}

local passed_over = {id = true, report = true}
for _, name in ipairs(document_keys) do passed_over[name] = true end
for _, name in ipairs(schema.marks) do passed_over[name] = true end

-- The row of `unread` or `report` of a document, by the names of its columns.
local function row_values(name, text)
  local values, row = {}, packed.rows(text, #schema.by_name[name].columns)()
  for i, column in ipairs(schema.by_name[name].columns) do values[column.name] = row[i] end
  return values
end

local function value_text(value) return value == nil and "null" or json.line(value) end

--- Makes what writes the line of a document, without its end and its closing brace.
-- @param context `places`, `states`, `run`
-- @return function(id as JSON, packed rows by table) -> text
function line.opener(context)
  local writers = texts.writers("json", context, passed_over)
  return function(id, tables)
    local values = row_values(tables.report and "report" or "unread", tables.report or tables.unread)
    local pieces = {'{"id":' .. id, '"run":' .. value_text(context.run),
                    '"status":' .. value_text(tables.report and "ok" or values.status),
                    '"code":' .. value_text(values.code), '"message":' .. value_text(values.message)}
    for _, key in ipairs(document_keys) do pieces[#pieces + 1] = '"' .. key .. '":' .. value_text(values[key]) end
    pieces[#pieces + 1] = '"report":' .. (tables.report and writers.report(tables.report) or "null")
    for _, own in ipairs(lists) do
      pieces[#pieces + 1] = '"' .. own[1] .. '":[' .. writers[own[2]](tables[own[2]] or "") .. "]"
    end
    return table.concat(pieces, ",")
  end
end

-- So wide a number of a document can be.
local mark_width = 12

--- The rest of the line of a dataset: marks, which are as wide whatever they say, so that they can be set at the end.
-- @param marks `{copy_of, version_of, superseded_by}`, or nil
function line.close(marks)
  local pieces = {}
  for i, name in ipairs(schema.marks) do
    local value = tostring(marks and marks[name] or "null")
    pieces[i] = (',"%s":%s%s'):format(name, value, (" "):rep(mark_width - #value))
  end
  return table.concat(pieces) .. "}\n"
end

--- What JSON writes beyond ASCII, as escapes: for pipes that know nothing else.
function line.ascii(text)
  if not text:find "[\128-\255]" then return text end
  return (text:gsub(utf8.charpattern, function(character)
    if #character == 1 then return nil end
    local code = utf8.codepoint(character)
    if code < 0x10000 then return ("\\u%04x"):format(code) end
    return ("\\u%04x\\u%04x"):format(0xD7C0 + (code >> 10), 0xDC00 + (code & 0x3FF))
  end))
end

-- ---- reading ------------------------------------------------------------------------------------

local function values_of(object, columns)
  local values = {}
  for _, column in ipairs(columns) do
    local value = object[column.name]
    values[column.name] = column.type == "list" and value and record.list_text(value) or value
  end
  return values
end

-- The packed rows of a list.
local function pack_list(name, list, id, form, context)
  local pieces = {}
  for i, object in ipairs(list) do
    local values = values_of(object, export.by_name[name].columns)
    values.report = id
    local row = name == "cell" and export.cell(values, form, context) or name ~= "cell" and record.row(name, values)
    if not row then return nil, i end
    pieces[i] = row
  end
  return table.concat(pieces)
end

--- The packed rows of a document whose line was read.
-- @param object of the line
-- @param id of the document in the dataset
-- @return tables; the row of the report by the names of its columns, nil where it is none. Or nil where the line is not
-- one of this program's
function line.tables(object, id, context)
  local values = {id = id}
  for _, key in ipairs(document_keys) do values[key] = object[key] end
  if object.status ~= "ok" then
    values.status, values.code, values.message = object.status, object.code, object.message
    return {unread = record.row("unread", values)}
  end
  for name, value in pairs(values_of(object.report, export.by_name.report.columns)) do
    if values[name] == nil then values[name] = value end
  end
  local tables = {report = record.row("report", values)}
  for _, own in ipairs(lists) do
    tables[own[2]] = pack_list(own[2], object[own[1]], id, values.form, context)
    if not tables[own[2]] then return nil end
  end
  return tables, values
end

return line
