--- A dataset of CSV files in a folder, a table each, with `datapackage.json` beside them, which says what they hold.
--
-- It is written beside its place, in `FOLDER.part`, and put there when it is whole.

local csv = require "govreport.base.csv"
local csv_folder = require "govreport.dataset.csv_folder"
local datapackage = require "govreport.dataset.datapackage"
local export = require "govreport.dataset.export"
local lfs = require "lfs"
local marks = require "govreport.dataset.marks"
local schema = require "govreport.dataset.schema"
local texts = require "govreport.dataset.texts"

local sink = {}

local Sink = {}
Sink.__index = Sink

-- What is known of one document alone has no marks.
local not_yet = {}
for _, name in ipairs(schema.marks) do not_yet[name] = true end

--- The payload of a document: its lines, table by table.
function sink.encoder(context)
  local writers = texts.writers("csv", context, not_yet)
  return function(_, tables)
    local pieces = {}
    for i, t in ipairs(export.tables) do pieces[i] = string.pack("<s4", writers[t.name](tables[t.name] or "")) end
    return table.concat(pieces)
  end
end

-- ---- the folder ---------------------------------------------------------------------------------

local function unwritable(self, problem)
  problem = tostring(problem)
  return nil, "dataset.unwritable", {path = self.path, detail = problem:match ": ([^:]+)$" or problem}
end

-- The names of what a folder of ours holds, as a set.
local own_names = {[datapackage.name] = true}
for _, t in ipairs(export.tables) do own_names[t.name .. ".csv"] = true end

-- Whether a folder may be replaced: it holds nothing, or nothing but what a dataset does.
local function may_replace(path)
  if not lfs.attributes(path, "mode") then return true end
  local is_empty = true
  for name in lfs.dir(path) do
    if name ~= "." and name ~= ".." then
      is_empty = false
      if not own_names[name] then return false end
    end
  end
  return is_empty or csv_folder.run(path) ~= nil
end

-- Removes a folder of ours, or of a run that was ended.
local function remove(path)
  for name in pairs(own_names) do os.remove(path .. "/" .. name) end
  return lfs.rmdir(path)
end

local function header_of(t)
  local names = {}
  for i, column in ipairs(t.columns) do names[i] = column.name end
  return csv.mark .. csv.line(names)
end

-- Opens the files, the first of which is locked as long as we write. That of reports is written at the end.
local function open_files(self)
  for _, t in ipairs(export.tables) do
    local handle, problem = io.open(self.part .. "/" .. t.name .. ".csv", "a+b")
    if not handle then return unwritable(self, problem) end
    if t.name == "report" and not lfs.lock(handle, "w") then
      handle:close()
      return nil, "dataset.busy", {path = self.path}
    end
    self.handles[t.name] = handle
  end
  for _, t in ipairs(export.tables) do   -- what a run that was ended left behind
    local fresh, problem = io.open(self.part .. "/" .. t.name .. ".csv", "wb")
    if not fresh then return unwritable(self, problem) end
    fresh:close()
    self.handles[t.name]:setvbuf("full", 1 << 16)
    self.handles[t.name]:write(header_of(t))
  end
  return self
end

--- Begins a dataset.
-- @param path of the folder
-- @param options `update`: whether lines of the files that are there are kept, as far as they were made in the same way
-- @return Sink; or nil, code, fields
function sink.open(path, context, options)
  path = path:gsub("(.)/+$", "%1")
  local self = setmetatable({path = path, part = path .. ".part", context = context, handles = {}, report_sizes = {}},
                            Sink)
  if not lfs.attributes(path, "mode") and lfs.attributes(path .. ".old", "mode") then
    os.rename(path .. ".old", path)   -- a run was ended between two names
  end
  if not may_replace(path) then return nil, "dataset.taken", {path = path} end
  if not lfs.attributes(self.part, "mode") then
    local ok, problem = lfs.mkdir(self.part)
    if not ok then return unwritable(self, problem) end
  end
  self.old = options.update and csv_folder.run(path) == context.run and csv_folder.open(path) or nil
  self.reports, self.notes = assert(io.tmpfile()), assert(io.tmpfile())
  self.collection = marks.new(self.notes)
  return open_files(self)
end

-- ---- what is there already ----------------------------------------------------------------------

local lasting = {not_a_report = true, bad_input = true, bad_encoding = true, too_large = true, unreadable = true}

--- The documents that are in the dataset already; see `govreport.dataset.sqlite_sink`.
function Sink:known()
  local found, highest = {}, 0
  self.rows = {}
  for _, name in ipairs(self.old and {"report", "unread"} or {}) do
    for row in self.old:documents(name) do
      local may_stay = name == "report" or lasting[row.status]
      found[row.file] = {
        id = row.id, known = may_stay and row.sha256 or nil, url = row.url, fetched = row.fetched, body = row.body,
        status = row.status, code = row.code, message = row.message}
      self.rows[row.id] = name == "report" and marks.note(row) or nil
      highest = math.max(highest, row.id)
    end
  end
  return found, highest
end

-- ---- writing ------------------------------------------------------------------------------------

-- Adds lines to a table. Reports wait beside: their marks are known at the end.
local function add(self, id, name, lines)
  local handle = name == "report" and self.reports or self.handles[name]
  local ok, problem = handle:write(lines)
  if not ok then return unwritable(self, problem) end
  if name == "report" and #lines > 0 then
    self.report_sizes[#self.report_sizes + 1], self.report_sizes[#self.report_sizes + 2] = id, #lines
  end
  return true
end

--- Documents that are not written again are out.
function Sink:drop() return self ~= nil end

function Sink:write(id, payload, _, note)
  if note then self.collection:add(id, note) end
  local at = 1
  for _, t in ipairs(export.tables) do
    local lines
    lines, at = string.unpack("<s4", payload, at)
    local ok, code, fields = add(self, id, t.name, lines)
    if not ok then return nil, code, fields end
  end
  return true
end

--- Takes over the lines that a document has.
function Sink:keep(id)
  if self.rows[id] then self.collection:add(id, self.rows[id]) end
  for _, t in ipairs(export.tables) do
    local lines = self.old:lines(t.name, id)
    if t.name == "report" then lines = lines:gsub(",%d*,%d*,%d*\r\n$", "\r\n") end
    local ok, code, fields = add(self, id, t.name, lines)
    if not ok then return nil, code, fields end
  end
  return true
end

-- ---- the end ------------------------------------------------------------------------------------

local function write_reports(self)
  local found = self.collection:marks()
  self.reports:seek "set"
  for i = 1, #self.report_sizes, 2 do
    local own, marked = found[self.report_sizes[i]] or {}, {}
    for k, name in ipairs(schema.marks) do marked[k] = own[name] or "" end
    local text = self.reports:read(self.report_sizes[i + 1]):gsub("\r\n$", "")
    local ok, problem = self.handles.report:write(text, ",", csv.line(marked))
    if not ok then return unwritable(self, problem) end
  end
  return true
end

local function close_all(self)
  local first_problem
  for _, handle in pairs(self.handles) do
    local ok, problem = handle:close()
    if not ok then first_problem = first_problem or problem end
  end
  self.handles = {}
  self.reports:close()
  self.notes:close()
  if self.old then self.old:close() end
  if first_problem then return unwritable(self, first_problem) end
  return true
end

-- Puts the new folder in the place of the old one.
local function replace(self)
  local aside = self.path .. ".old"
  if lfs.attributes(self.path, "mode") then
    local ok, problem = os.rename(self.path, aside)
    if not ok then return unwritable(self, problem) end
  end
  local ok, problem = os.rename(self.part, self.path)
  if not ok then return unwritable(self, problem) end
  if lfs.attributes(aside, "mode") then remove(aside) end
  return true
end

--- Marks what is there several times, and puts the folder in its place.
function Sink:finish()
  local ok, code, fields = write_reports(self)
  if ok then ok, code, fields = close_all(self) end
  if not ok then return nil, code, fields end
  local handle, problem = io.open(self.part .. "/" .. datapackage.name, "wb")
  if not handle then return unwritable(self, problem) end
  ok, problem = handle:write(datapackage.text(self.context))
  if handle:close() and ok then return replace(self) end
  return unwritable(self, problem)
end

--- Takes away what was written.
function Sink:abandon()
  close_all(self)
  remove(self.part)
end

return sink
