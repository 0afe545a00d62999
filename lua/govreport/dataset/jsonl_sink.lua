--- A dataset of JSON Lines: a document a line, in the order of the documents.

local json_reader = require "govreport.base.json_reader"
local line = require "govreport.dataset.line"
local marks = require "govreport.dataset.marks"
local part = require "govreport.dataset.part"
local problems = require "govreport.dataset.problems"
local spool = require "govreport.base.spool"

local sink = {}

local Sink = {}
Sink.__index = Sink

-- Where a line stands in a file, as it is kept by the number of its document.
local offset = "<i8"

--- The payload of a document: its line as far as one document alone says it.
function sink.encoder(context)
  local open = line.opener(context)
  return function(own, tables) return open(own.id, tables) end
end

--- Begins a dataset.
-- @param options `update`: whether lines of the file that is there are kept, as far as they were made in the same way
-- @return Sink; or nil, code, fields
function sink.open(path, context, options)
  local own, code, fields = part.begin(path)
  if not own then return nil, code, fields end
  return setmetatable({part = own, context = context, collection = marks.new(), starts = spool.new(),
                       ends = spool.new(), old = options.update and io.open(path, "rb") or nil}, Sink)
end

-- ---- what is there already ----------------------------------------------------------------------

-- What a line says of its document, without its rows; nil where it is none of ours. What is looked for can stand in no
-- text, where quotes are escaped.
local function head_of(text)
  local head = json_reader.decode((text:match '^(.-),"report":' or "") .. "}")
  return type(head) == "table" and head or nil
end

-- The row of the report of a line; empty where there is none.
local function report_of(text)
  local row = json_reader.decode(text:match ',"report":(.-),"cells":' or "")
  return type(row) == "table" and row or {}
end

-- What is known of the document of a line; nil where it was not made in this way.
local function entry_of(self, text)
  local head = head_of(text)
  if not head or head.run ~= self.context.run then return nil end
  local is_read, row = head.status == "ok", report_of(text)
  return head.file, {
    id = head.id, known = (is_read or problems.lasting[head.status]) and head.sha256 or nil, url = head.url,
    fetched = head.fetched, body = head.body, region = row.region, agency = row.agency,
    status = not is_read and head.status or nil, code = head.code, message = head.message}
end

--- The documents that are in the dataset already; see `govreport.dataset.sqlite_sink`.
function Sink:known(take)
  local highest, at = 0, 0
  for text in self.old and self.old:lines "L" or function() end do
    local name, entry = entry_of(self, text)
    if name then
      self.starts:set(entry.id, offset:pack(at))
      take(name, entry)
      highest = math.max(highest, entry.id)
    end
    at = at + #text
  end
  return highest
end

-- ---- writing ------------------------------------------------------------------------------------

local function add(self, id, text, note)
  if note then self.collection:add(id, note) end
  self.ends:set(id, offset:pack(self.part.size + #text))
  return self.part:write(text .. line.close())
end

-- The note about the report of a line; nil where there is none.
local function note_of(text)
  local head, row = head_of(text), report_of(text)
  if head.status ~= "ok" then return nil end
  row.sha256, row.body, row.fetched = head.sha256, head.body, head.fetched
  return marks.note(row)
end

--- Documents that are not written again are out.
function Sink:drop() return self ~= nil end

function Sink:write(id, payload, _, note) return add(self, id, payload, note) end

--- Takes over the line that a document has.
function Sink:keep(id)
  self.old:seek("set", (offset:unpack(self.starts:get(id))))
  local text = self.old:read "L"
  return add(self, id, text:sub(1, -1 - #line.close()), note_of(text))
end

-- ---- the end ------------------------------------------------------------------------------------

--- Marks what is there several times, and puts the file in its place.
function Sink:finish()
  for id, own in pairs(self.collection:marks()) do
    local ok, code, fields = self.part:write_at(offset:unpack(self.ends:get(id)), line.close(own))
    if not ok then return nil, code, fields end
  end
  return self.part:finish()
end

function Sink:abandon() self.part:abandon() end

return sink
