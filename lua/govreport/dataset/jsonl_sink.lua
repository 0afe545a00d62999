--- A dataset of JSON Lines: a document a line, in the order of the documents.

local json_reader = require "govreport.base.json_reader"
local line = require "govreport.dataset.line"
local marks = require "govreport.dataset.marks"
local part = require "govreport.dataset.part"

local sink = {}

local Sink = {}
Sink.__index = Sink

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
  local notes = assert(io.tmpfile())
  return setmetatable({part = own, context = context, notes = notes, collection = marks.new(notes), ends = {},
                       old = options.update and io.open(path, "rb") or nil, lines = {}}, Sink)
end

-- ---- what is there already ----------------------------------------------------------------------

local lasting = {ok = true, not_a_report = true, bad_input = true, bad_encoding = true, too_large = true,
                 unreadable = true}

-- What a line says of its document, without its rows.
local function head_of(text)
  local head = text:match '^(.-),"report":'
  local ok, object = pcall(json_reader.decode, (head or "") .. "}")
  return ok and type(object) == "table" and object or nil
end

-- What the line says that a note is made of.
local function note_of(text, head)
  local ok, row = pcall(json_reader.decode, text:match ',"report":(%b{}),"cells":' or "")
  if not ok or type(row) ~= "table" then return nil end
  row.sha256, row.body, row.fetched = head.sha256, head.body, head.fetched
  return marks.note(row)
end

--- The documents that are in the dataset already; see `govreport.dataset.sqlite_sink`.
function Sink:known()
  local found, highest, at = {}, 0, 0
  for text in self.old and self.old:lines "L" or function() end do
    local head = head_of(text)
    if head and head.run == self.context.run then
      local may_stay = lasting[head.status]
      found[head.file] = {
        id = head.id, known = may_stay and head.sha256 or nil, url = head.url, fetched = head.fetched, body = head.body,
        status = head.status ~= "ok" and head.status or nil, code = head.code, message = head.message}
      self.lines[head.id] = at
      highest = math.max(highest, head.id)
    end
    at = at + #text
  end
  return found, highest
end

-- ---- writing ------------------------------------------------------------------------------------

local function add(self, id, text, note)
  if note then self.collection:add(id, note) end
  local ok, code, fields = self.part:write(text)
  if not ok then return nil, code, fields end
  self.ends[#self.ends + 1], self.ends[#self.ends + 2] = id, self.part.handle:seek("cur")
  return self.part:write(line.close())
end

--- Documents that are not written again are out.
function Sink:drop() return self ~= nil end

function Sink:write(id, payload, _, note) return add(self, id, payload, note) end

--- Takes over the line that a document has.
function Sink:keep(id)
  self.old:seek("set", self.lines[id])
  local text = self.old:read "L"
  local head = head_of(text)
  return add(self, id, text:sub(1, -1 - #line.close()), head.status == "ok" and note_of(text, head) or nil)
end

-- ---- the end ------------------------------------------------------------------------------------

--- Marks what is there several times, and puts the file in its place.
function Sink:finish()
  local found, handle = self.collection:marks(), self.part.handle
  for i = 1, #self.ends, 2 do
    local own = found[self.ends[i]]
    if own then
      handle:seek("set", self.ends[i + 1])
      local ok, code, fields = self.part:write(line.close(own))
      if not ok then return nil, code, fields end
    end
  end
  self.notes:close()
  return self.part:finish()
end

function Sink:abandon() self.part:abandon() end

return sink
