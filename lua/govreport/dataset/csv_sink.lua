--- A dataset of CSV files in a folder, a table each, with `datapackage.json` beside them, which says what they hold.
--
-- It is written beside its place, in `FOLDER.part`, and put there when it is whole.

local core = require "govreport.core"
local csv = require "govreport.base.csv"
local csv_folder = require "govreport.dataset.csv_folder"
local datapackage = require "govreport.dataset.datapackage"
local export = require "govreport.dataset.export"
local lfs = require "lfs"
local marks = require "govreport.dataset.marks"
local part = require "govreport.dataset.part"
local problems = require "govreport.dataset.problems"
local schema = require "govreport.dataset.schema"
local spool = require "govreport.base.spool"
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

-- Whether a folder holds nothing but what a dataset does, and whether it holds anything.
local function look_into(path)
  local is_ours, is_empty = true, true
  for name in lfs.dir(path) do
    if name ~= "." and name ~= ".." then is_ours, is_empty = is_ours and own_names[name] ~= nil, false end
  end
  return is_ours, is_empty
end

-- Whether what is at a path may be replaced: nothing, an empty folder, or a dataset and nothing else.
local function may_replace(path)
  local mode = lfs.attributes(path, "mode")
  if mode ~= "directory" then return mode == nil end
  local is_ours, is_empty = look_into(path)
  return is_ours and (is_empty or csv_folder.run(path) ~= nil)
end

-- Removes a folder of ours, or of a run that was ended.
local function remove(path)
  for name in pairs(own_names) do os.remove(path .. "/" .. name) end
  return lfs.rmdir(path)
end

-- Finishes what a run left that was ended while it put its folder in the place of another.
local function recover(path)
  local aside = path .. ".old"
  if not csv_folder.run(aside) then return end
  if lfs.attributes(path, "mode") then remove(aside) else os.rename(aside, path) end
end

local function header_of(t)
  local names = {}
  for i, column in ipairs(t.columns) do names[i] = column.name end
  return csv.mark .. csv.line(names)
end

-- Opens a file of the folder, empty.
local function open_file(self, name)
  local handle, problem = io.open(self.part .. "/" .. name, "wb")
  if not handle then return unwritable(self, problem) end
  handle:setvbuf("full", 1 << 16)
  return handle
end

-- Opens all files. That of the package keeps others away as long as it is open.
local function open_files(self)
  local code, fields
  self.guard, code, fields = part.claim(self.part .. "/" .. datapackage.name, self.path)
  if not self.guard then return nil, code, fields end
  for _, t in ipairs(export.tables) do
    local name = t.name
    self.handles[name], code, fields = open_file(self, name .. ".csv")
    if not self.handles[name] then return nil, code, fields end
    self.handles[name]:write(header_of(t))
  end
  self.handles.package, code, fields = open_file(self, datapackage.name)
  if not self.handles.package then return nil, code, fields end
  return self
end

--- Begins a dataset.
-- @param path of the folder
-- @param options `update`: whether lines of the files that are there are kept, as far as they were made in the same way
-- @return Sink; or nil, code, fields
function sink.open(path, context, options)
  path = path:gsub("(.)/+$", "%1")
  local self = setmetatable({path = path, part = path .. ".part", context = context, handles = {}}, Sink)
  recover(path)
  local part_mode = lfs.attributes(self.part, "mode")
  if not may_replace(path) or part_mode == "directory" and not look_into(self.part) then
    return nil, "dataset.taken", {path = path}
  end
  if not part_mode then
    local ok, problem = lfs.mkdir(self.part)
    if not ok then return unwritable(self, problem) end
  end
  local ok, code, fields = open_files(self)
  if not ok then
    if self.guard then self:abandon() end   -- else it is somebody else's
    return nil, code, fields
  end
  self.old = options.update and csv_folder.run(path) == context.run and csv_folder.open(path) or nil
  self.reports, self.collection = spool.new(), marks.new()
  return self
end

-- ---- what is there already ----------------------------------------------------------------------

--- The documents that are in the dataset already; see `govreport.dataset.sqlite_sink`.
function Sink:known(take)
  local highest = 0
  self.known_notes = spool.new()
  for _, name in ipairs(self.old and {"report", "unread"} or {}) do
    for row in self.old:documents(name) do
      local may_stay = name == "report" or problems.lasting[row.status]
      take(row.file, {
        id = row.id, known = may_stay and row.sha256 or nil, url = row.url, fetched = row.fetched, body = row.body,
        region = row.region, agency = row.agency, status = row.status, code = row.code, message = row.message})
      if name == "report" then self.known_notes:set(row.id, marks.note(row)) end
      highest = math.max(highest, row.id)
    end
  end
  return highest
end

-- ---- writing ------------------------------------------------------------------------------------

-- In front of the line of a report that waits stands the number of its document.
local head = "<i8"

-- Adds lines to a table. Reports wait beside: their marks are known at the end.
local function add(self, id, name, lines)
  if name == "report" then
    if #lines > 0 then self.reports:add(head:pack(id) .. lines) end
    return true
  end
  local ok, problem = self.handles[name]:write(lines)
  if not ok then return unwritable(self, problem) end
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
  local note = self.known_notes:get(id)
  if note then self.collection:add(id, note) end
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
  for _, waiting in self.reports:each() do
    local id, at = head:unpack(waiting)
    local own, marked = found[id] or {}, {}
    for k, name in ipairs(schema.marks) do marked[k] = own[name] or "" end
    local text = waiting:sub(at):gsub("\r\n$", "")
    local ok, problem = self.handles.report:write(text, ",", csv.line(marked))
    if not ok then return unwritable(self, problem) end
  end
  return true
end

-- Writes what waits to be written, down to the disk.
local function flush_all(self)
  for _, handle in pairs(self.handles) do
    local ok, problem = handle:flush()
    if not ok then return unwritable(self, problem) end
  end
  for name in pairs(own_names) do
    local ok, problem = core.sync(self.part .. "/" .. name)
    if not ok then return unwritable(self, problem) end
  end
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
  if not ok then
    os.rename(aside, self.path)
    return unwritable(self, problem)
  end
  if lfs.attributes(aside, "mode") then remove(aside) end
  return true
end

-- Lets go of all files.
local function close_all(self)
  for _, handle in pairs(self.handles) do handle:close() end
  if self.old then self.old:close() end
  self.guard:close()
end

--- Marks what is there several times, and puts the folder in its place.
function Sink:finish()
  local ok, problem = self.handles.package:write(datapackage.text(self.context))
  if not ok then return unwritable(self, problem) end
  for _, step in ipairs{write_reports, flush_all, replace} do
    local is_done, code, fields = step(self)
    if not is_done then return nil, code, fields end
  end
  close_all(self)
  return true
end

--- Takes away what was written.
function Sink:abandon()
  remove(self.part)
  close_all(self)
end

return sink
