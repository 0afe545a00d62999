--- The answers of many workers as one dataset: every record of the plan once, in the order of the plan.

local job = require "govreport.dataset.job"
local json_reader = require "govreport.base.json_reader"
local line = require "govreport.dataset.line"
local marks = require "govreport.dataset.marks"
local memory = require "govreport.base.memory"
local run = require "govreport.dataset.run"
local schema = require "govreport.dataset.schema"
local workers = require "govreport.dataset.workers"

local merge = {}

local no_such_file = 2   -- what the system calls it

-- The number of the record that a line answers, and what it was made with; nil where it is no answer.
local function head_of(text) return text:match '^{"id":(%d+),"run":"(%x+)","status":"' end

-- ---- where the answers stand --------------------------------------------------------------------

-- Notes where each answer stands: number of its file << 40 | offset.
local function add_file(found, number, handle)
  local at, lines = 0, 0
  for text in handle:lines "L" do
    local id, made = head_of(text)
    id, lines = math.tointeger(tonumber(id)), lines + 1
    if text:sub(-1) ~= "\n" then return nil, "merge.torn", {line = lines} end
    if not id or not found.paths[id] then return nil, "merge.answer", {line = lines} end
    found.run = found.run or made
    if made ~= found.run then return nil, "merge.run", {} end
    if found.places[id] then found.twice[#found.twice + 1] = id end
    found.places[id] = number << 40 | at
    at = at + #text
  end
  return true
end

-- Looks at all files of answers, one at a time: there may be more of them than a process can have open.
-- @return `{paths, files, places, twice, run}`; or nil, code, fields
local function find_answers(paths, files)
  local found = {paths = paths, files = files, places = {}, twice = {}}
  for number, path in ipairs(files) do
    local handle <close>, problem, errno = io.open(path, "rb")
    if not handle then
      local is_missing = errno == no_such_file
      return nil, is_missing and "io.missing" or "io.unreadable", {path = path, detail = problem:sub(#path + 3)}
    end
    local ok, code, fields = add_file(found, number, handle)
    if not ok then
      fields.path = path
      return nil, code, fields
    end
  end
  return found
end

-- What is missing and what is there twice, as a failure; nil where nothing is.
local function gaps(found)
  local missing = {}
  for id, path in ipairs(found.paths) do
    if not found.places[id] then missing[#missing + 1] = path end
  end
  if #missing > 0 then return "merge.missing", {count = #missing, files = missing} end
  local twice = {}
  for i, id in ipairs(found.twice) do twice[i] = found.paths[id] end
  if #twice > 0 then return "merge.twice", {count = #twice, files = twice} end
end

-- ---- writing ------------------------------------------------------------------------------------

-- The answer to a record; nothing where it is not there any more.
local function read_line(found, id)
  local place = found.places[id]
  local handle <close> = io.open(found.files[place >> 40], "rb")
  if not handle then return "" end
  handle:seek("set", place & (1 << 40) - 1)
  return handle:read "l" or ""
end

local is_status = {}
for _, name in ipairs(schema.statuses) do is_status[name] = true end

-- What a worker makes of an answer: the payload for the sink. Whoever changed an answer by hand may have broken it.
local function converter(context)
  return function(text)
    local id = string.unpack("<i8", text)
    local object = json_reader.decode(text:sub(9))
    local ok, tables, row = pcall(line.tables, object, id, context)
    if memory.is_spent(not ok and tables) then error(tables, 0) end
    if not ok or not tables or not is_status[object.status] then return job.answered.pack{status = "broken"} end
    return job.answered.pack{
      status = object.status, code = object.code, message = object.message,
      lost = row and row.cells_wanted - row.cells_read, note = row and marks.note(row),
      payload = context.encode({id = id, label = tostring(id)}, tables)}
  end
end

--- Opens what is to be merged.
-- @param paths list of the paths of the plan, by number
-- @param files list of the paths of the answers
-- @return `{paths, files, places, run}` for `merge.each`; or nil, code, fields
function merge.open(paths, files)
  local found, code, fields = find_answers(paths, files)
  if not found then return nil, code, fields end
  local wrong, more = gaps(found)
  if wrong then return nil, wrong, more end
  return found
end

--- Gives all answers to a function, in the order of the plan.
-- @param found of `merge.open`
-- @param context with the sink's `encode`
-- @param take function(document, answer): `{id, file}` and what the answer says; see `govreport.dataset.job`
-- @param broken function(document), called of an answer that is none; it raises
-- @param jobs how many processes convert
function merge.each(found, context, take, broken, jobs)
  local next_id = 0
  local pool <close> = workers.new(jobs, {memory = 1 << 30}, converter(context))
  local function next_job()
    next_id = next_id + 1
    if next_id > #found.paths then return nil end
    return {id = next_id, file = found.paths[next_id], text = string.pack("<i8", next_id) .. read_line(found, next_id)}
  end
  local function checked(own, answer)
    if answer.status == "broken" then broken(own) end
    take(own, answer)
  end
  run.all(next_job, checked, pool, broken)
end

return merge
