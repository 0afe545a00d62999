--- What goes through the pipes of `govreport worker` (docs/worker.md): a record a line, an answer a line, in order.

local base64 = require "govreport.base.base64"
local catalogue = require "govreport.base.catalogue"
local file_name = require "govreport.dataset.file_name"
local json = require "govreport.base.json"
local json_reader = require "govreport.base.json_reader"
local line = require "govreport.dataset.line"

local protocol = {}

local texts = {"path", "name", "text", "bytes_base64", "encoding", "body", "region", "url", "fetched"}

-- What a document is called that has no name.
local nameless = "?"

-- What is wrong with a record; nil where nothing is.
local function wrong_key(record)
  for _, key in ipairs(texts) do
    if record[key] ~= nil and type(record[key]) ~= "string" then return key end
  end
  if (record.path and 1 or 0) + (record.text and 1 or 0) + (record.bytes_base64 and 1 or 0) ~= 1 then
    return "path, text, bytes_base64"
  end
end

local function problem_of(code, fields, lang)
  return {status = "bad_input", code = code, message = catalogue.text(lang, code, fields)}
end

-- The content of a record, where it holds it; nil, true where that is no base64.
local function content_of(record)
  if not record.bytes_base64 then return record.text end
  local bytes = base64.decode(record.bytes_base64)
  return bytes, bytes == nil
end

-- The id as the answer repeats it: a text, a number or null; the number of the record where it has none.
local function label_of(record, number)
  local id = record.id
  if math.type(id) == "integer" or type(id) == "string" then return json.line(id) end
  return tostring(number)
end

--- The job of a record.
-- @param text a line: a JSON object, or a path
-- @param number of the record, from 1
function protocol.job(text, number, lang)
  text = text:gsub("\r$", "")
  local own = {id = number, label = tostring(number), file = text ~= "" and file_name(text) or nameless}
  if not text:find "^%s*{" then
    own.path = text
    if text == "" then own.problem = problem_of("record.empty", {line = number}, lang) end
    return own
  end
  local record, at = json_reader.decode(text)
  if type(record) ~= "table" then
    own.file, own.problem = nameless, problem_of("record.invalid", {line = number, at = at}, lang)
    return own
  end
  own.label = label_of(record, number)
  local wrong, broken = wrong_key(record), nil
  for _, key in ipairs{"path", "encoding", "body", "region", "url", "fetched"} do
    own[key] = type(record[key]) == "string" and record[key] or nil
  end
  own.file = file_name(type(record.name) == "string" and record.name or own.path or nameless)
  if wrong then own.problem = problem_of("record.key", {line = number, key = wrong}, lang)
  else own.content, broken = content_of(record) end
  if broken then own.problem = problem_of("record.key", {line = number, key = "bytes_base64"}, lang) end
  return own
end

local recorded = {"id", "path", "body", "region", "url", "fetched", "encoding"}

--- A record as a line; what is not known of a document is left out.
-- @param document `{id, file, path, body, region, url, fetched}`
function protocol.record(document)
  local list = {}
  for _, key in ipairs(recorded) do
    if document[key] ~= nil then list[#list + 1] = {key, document[key]} end
  end
  return line.ascii(json.line(json.object(list))) .. "\n"
end

--- What makes the answer of a document: function(job, tables) -> line.
function protocol.encoder(context)
  local open = line.opener(context)
  return function(own, tables) return line.ascii(open(own.label, tables)) .. "}\n" end
end

return protocol
