--- A dataset in a SQLite file.
--
-- It is written beside its place, in `FILE.part`, in transactions of many documents, and put in its place when it is
-- whole. Whoever ended it in between loses the open transaction: the next run goes on from there. Nobody else can write
-- it at the same time, and not before it is in its place.

local ddl = require "govreport.dataset.ddl"
local lfs = require "lfs"
local marks = require "govreport.dataset.marks"
local packed = require "govreport.dataset.packed"
local problems = require "govreport.dataset.problems"
local schema = require "govreport.dataset.schema"
local views = require "govreport.dataset.views"

local sink = {}

--- Documents of a transaction, and seconds after which it ends though they are fewer.
sink.batch, sink.seconds = 500, 5

-- Bytes of rows that are worth a statement; and of a page, into which most sections fit: others have pages of
-- their own.
local block_size, page_size = 1 << 18, 1 << 14

local Sink = {}
Sink.__index = Sink

local payload_format = "<" .. ("s4"):rep(#schema.tables)

--- The payload of a document: its packed rows, table by table.
function sink.encoder()
  return function(_, tables)
    local rows = {}
    for i, t in ipairs(schema.tables) do rows[i] = tables[t.name] or "" end
    return payload_format:pack(table.unpack(rows))
  end
end

-- Rows that wait to be written, by the numbers of their tables: lists of packed rows.
local function nothing_waiting()
  local lists = {}
  for i = 1, #schema.tables do lists[i] = {} end
  return lists
end

-- ---- opening ------------------------------------------------------------------------------------

-- What a failure of the database is told as; all others as what cannot be written.
local told = {["sqlite.busy"] = "dataset.busy", ["sqlite.not_a_database"] = "dataset.taken",
              ["sqlite.corrupt"] = "dataset.taken"}

-- All or nothing of some statements; raises what goes wrong, which `guarded` turns into a failure.
local function must(ok, message, code)
  if ok then return ok end
  error({sqlite = true, message = message, code = told[code] or "dataset.unwritable"}, 0)
end

-- What a function gives; nil, code, fields where the database says no.
local function guarded(self, f, ...)
  local result = table.pack(pcall(f, self, ...))
  if result[1] then return table.unpack(result, 2, result.n) end
  local problem = result[2]
  if type(problem) ~= "table" or not problem.sqlite then error(problem, 0) end
  return nil, problem.code, {path = self.path, detail = problem.message}
end

local function value_of(self, sql, ...)
  local rows = must(self.db:query(sql, ...))
  return rows[1] and rows[1][1]
end

local function is_empty(self) return value_of(self, "SELECT count(*) FROM sqlite_master") == 0 end

-- Inserts packed rows.
local function insert(self, name, count, rows) must(self.db:insert(ddl.insert(name, count), rows, count)) end

-- Everything that does not depend on documents.
local function create(self)
  local context, states = self.context, {}
  for i, name in ipairs(context.states) do states[i] = {i - 1, name, context.state_zh[name]} end
  must(self.db:exec("BEGIN"))
  must(self.db:exec(ddl.tables()))
  insert(self, "place", 8, packed.table(context.places.list, 8))
  insert(self, "state", 3, packed.table(states, 3))
  insert(self, "meta", 2, packed.table({
    {"schema", tostring(schema.version)}, {"version", context.version}, {"run", context.run},
  }, 2))
  must(self.db:exec(views.all(context.places)))
  must(self.db:exec("COMMIT"))
end

-- Whether a database holds a dataset.
local function is_dataset(db)
  local sql = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN ('meta', 'report', 'unread')"
  return must(db:query(sql))[1][1] == 3
end

-- Whether what is there was made by the same program, with the same rules and options.
local function is_same_run(self)
  return is_dataset(self.db) and value_of(self, "SELECT value FROM meta WHERE key = 'run'") == self.context.run
end

-- SQLite counts the pages of its cache when it hears how many bytes it may have: it must know their size by then.
local function connect(self)
  local db, message, code = self.sqlite.open(self.part)
  self.db = must(db, message, code)
  must(self.db:exec("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE; PRAGMA synchronous = NORMAL; "
                    .. "PRAGMA page_size = " .. page_size .. "; PRAGMA cache_size = -8192"))
  must(self.db:exec("BEGIN EXCLUSIVE; COMMIT"))   -- from here on it is ours
  if self.db:is_moved() then must(nil, nil, "sqlite.busy") end   -- somebody else put it in its place in the meantime
end

-- What is at the path, where it is a dataset: another file of that name is not ours to replace. Nil where there is
-- nothing.
local function old_of(self)
  local size = lfs.attributes(self.path, "size")
  if not size or size == 0 then return nil end
  local db <close> = must(self.sqlite.open(self.path, {readonly = true}))
  return is_dataset(db) and self.path or must(nil, nil, "sqlite.not_a_database")
end

-- Takes away what is there of another run, and begins with nothing.
local function connect_anew(self)
  must(self.db:close())
  must(os.remove(self.part))
  self.is_new = true
  connect(self)
end

-- Goes on with what a run left that was ended; what is no database any more is of no use.
local function connect_again(self)
  local ok, problem = pcall(connect, self)
  if ok then return end
  if type(problem) ~= "table" or problem.code ~= told["sqlite.not_a_database"] then error(problem, 0) end
  connect_anew(self)
end

-- Lets go of the file, and takes it away where there is nothing in it that another run could go on with: it was not
-- there before, and no document was written.
-- @param code why; what is busy is somebody else's, who made it in the meantime
local function leave(self, code)
  if self.is_new and not self.has_documents and code ~= "dataset.busy" then os.remove(self.part) end
  if self.db then self.db:close() end
end

local function begin(self, is_update)
  local old = old_of(self)
  self.is_new = (lfs.attributes(self.part, "size") or 0) == 0
  connect_again(self)
  if is_empty(self) and old and is_update then must(self.db:copy_from(old)) end
  if not is_empty(self) and not is_same_run(self) then connect_anew(self) end
  if is_empty(self) then create(self) end
  return self
end

--- Begins a dataset, or goes on with one.
-- @param path of the file
-- @param context `places`, `states`, `state_zh`, `version`, `run` (what it was made with)
-- @param options `update`: whether what is in the file is kept, as far as it was made in the same way
-- @return Sink; or nil, code, fields
function sink.open(path, context, options)
  local is_there, sqlite = pcall(require, "govreport.sqlite")
  if not is_there then return nil, "dataset.missing", {path = path, detail = "govreport-sqlite"} end
  local self = setmetatable({path = path, part = path .. ".part", context = context, sqlite = sqlite, count = 0,
                             waiting = nothing_waiting(), bytes = 0}, Sink)
  local opened, code, fields = guarded(self, begin, options.update)
  if not opened then leave(self, code) end
  return opened, code, fields
end

-- ---- what is there already ----------------------------------------------------------------------

local function known(self, take)
  local highest = 0
  local sql = "SELECT id, file, sha256, url, fetched, body, region, agency, NULL, NULL, NULL FROM report UNION ALL "
              .. "SELECT id, file, sha256, url, fetched, body, NULL, NULL, status, code, message FROM unread ORDER BY 1"
  for row in must(self.db:each(sql)) do
    local status = row[9]
    take(row[2], {
      id = row[1], known = (not status or problems.lasting[status]) and row[3] or nil, url = row[4], fetched = row[5],
      body = row[6], region = row[7], agency = row[8], status = status, code = row[10], message = row[11]})
    highest = math.max(highest, row[1])
  end
  return highest
end

--- The documents that are in the dataset already.
-- @param take function(file, old), called with each: `{id, known, url, fetched, body, region, agency, status, code,
-- message}`, `known` its digest where it need not be read again, `status` of one that was not read
-- @return the highest number of all; or nil, code, fields
function Sink:known(take) return guarded(self, known, take) end

-- ---- writing ------------------------------------------------------------------------------------

local function transaction(self)
  if self.is_open then return end
  must(self.db:exec("BEGIN"))
  self.is_open, self.since = true, os.time()
end

-- Writes the rows that wait, those of a table by one statement.
local function flush(self)
  for i, t in ipairs(schema.tables) do
    if #self.waiting[i] > 0 then insert(self, t.name, #t.columns, table.concat(self.waiting[i])) end
  end
  self.waiting, self.bytes = nothing_waiting(), 0
end

local function commit(self)
  flush(self)
  if self.is_open then must(self.db:exec("COMMIT")) end
  self.is_open, self.count = false, 0
end

local function drop(self, ids)
  transaction(self)
  local rows = {}
  for i, id in ipairs(ids) do rows[i] = {id} end
  local all = packed.table(rows, 1)
  for _, t in ipairs(schema.tables) do
    local sql = "DELETE FROM %s WHERE %s IN (SELECT c1 FROM packed)"
    must(self.db:insert(sql:format(t.name, t.columns[1].name), all, 1))
  end
end

--- Takes documents out.
function Sink:drop(ids) return guarded(self, function() drop(self, ids) return true end) end

local function write(self, payload, is_known, id)
  transaction(self)
  self.has_documents = true
  if is_known then drop(self, {id}) end
  local rows = {payload_format:unpack(payload)}
  for i, list in ipairs(self.waiting) do
    if #rows[i] > 0 then list[#list + 1] = rows[i] end
  end
  self.count, self.bytes = self.count + 1, self.bytes + #payload
  if self.bytes >= block_size then flush(self) end
  if self.count >= sink.batch or os.time() - self.since >= sink.seconds then commit(self) end
  return true
end

--- Writes a document.
-- @param is_known whether it is there already, and takes the place of that
-- @return true; or nil, code, fields
function Sink:write(id, payload, is_known) return guarded(self, write, payload, is_known, id) end

--- Leaves a document as it is.
function Sink:keep() return self ~= nil end

-- ---- the end ------------------------------------------------------------------------------------

local function mark_all(self)
  local collection <close> = marks.new()
  local columns = {"id", "sha256", "body", "agency", "year", "values_digest", "published_on", "signed_on", "fetched",
                   "signature"}
  for row in self.db:each("SELECT " .. table.concat(columns, ", ") .. " FROM report ORDER BY id") do
    local values = {}
    for i, name in ipairs(columns) do values[name] = row[i] end
    collection:add(values.id, marks.note(values))
  end
  must(self.db:exec("UPDATE report SET copy_of = NULL, version_of = NULL, superseded_by = NULL "
                    .. "WHERE coalesce(copy_of, version_of, superseded_by) IS NOT NULL"))
  local rows = {}
  for id, own in pairs(collection:marks()) do
    rows[#rows + 1] = packed.row({own.copy_of, own.version_of, own.superseded_by, id}, 4)
  end
  table.sort(rows)
  must(self.db:insert("UPDATE report SET copy_of = c1, version_of = c2, superseded_by = c3 FROM packed WHERE id = c4",
                      table.concat(rows), 4))
end

local function finish(self)
  transaction(self)
  flush(self)
  mark_all(self)
  commit(self)
  must(os.rename(self.part, self.path))   -- while it is locked
  must(self.db:close())
  return true
end

--- Marks what is there several times, and puts the file in its place.
-- @return true; or nil, code, fields
function Sink:finish() return guarded(self, finish) end

--- Leaves what was written as it is, for another run to go on.
function Sink:abandon() leave(self) end

return sink
