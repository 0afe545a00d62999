--- From documents to a dataset.

local catalogue = require "govreport.base.catalogue"
local core = require "govreport.core"
local failures = require "govreport.dataset.failures"
local job = require "govreport.dataset.job"
local merge = require "govreport.dataset.merge"
local places = require "govreport.dataset.places"
local run = require "govreport.dataset.run"
local packed = require "govreport.dataset.packed"
local schema = require "govreport.dataset.schema"
local sinks = require "govreport.dataset.sinks"
local spool = require "govreport.base.spool"
local version = require "govreport.base.version"
local work = require "govreport.dataset.work"
local workers = require "govreport.dataset.workers"

local collect = {}

--- What a document may take: seconds on the wall and of a processor, bytes of memory beside what the program has.
collect.limits = {seconds = 60, cpu_seconds = 20, memory = 1 << 30}

-- The names of the states of cells as people read them.
local function states_in_chinese(states)
  local words = {}
  for _, name in ipairs(states) do words[name] = catalogue.text("zh", "dataset.state." .. name) end
  return words
end

--- What every dataset of a run has in common.
-- @param made texts that say what it is made with: rules, options
function collect.context(made)
  local all = places.all()
  local parts = {tostring(schema.version), version}
  for _, row in ipairs(all.list) do parts[#parts + 1] = table.concat(row, "\0") end
  table.move(made, 1, #made, #parts + 1, parts)
  local states = places.states()
  return {places = all, states = states, state_zh = states_in_chinese(states), version = version,
          run = core.sha256(table.concat(parts, "\0")):sub(1, 32)}
end

-- ---- what there is to do ------------------------------------------------------------------------

-- The region of a report: that of its body in the register, else what the manifest says.
local function region_of(known, document, units)
  local unit = units and known.agency and units:find(known.agency)
  return unit and unit.code or document.region
end

-- Whether what is known of a document beside its content is what the dataset says.
local function is_told(known, document, units)
  if known.url ~= document.url or known.fetched ~= document.fetched or known.body ~= document.body then return false end
  return known.status ~= nil or known.region == region_of(known, document, units)
end

-- What is kept of a document that is in the dataset already, in this order.
local kept = {"id", "known", "url", "fetched", "body", "region", "agency", "status", "code", "message"}

local function pack(old)
  local values = {}
  for i, name in ipairs(kept) do values[i] = old[name] end
  return packed.bytes(values, #kept)
end

local function unpack(text)
  local old, values = {}, packed.rows(text, #kept)()
  for i, name in ipairs(kept) do old[name] = values[i] end
  return old
end

-- What the dataset holds already.
-- @param documents nil for none
-- @return `{olds, highest}`: what is known, by the numbers of the documents; the highest number in the dataset; and the
-- numbers there of what is no more among the documents. Or nil, code, fields
local function look(documents, sink)
  local olds, gone = spool.new(), {}
  local highest, code, fields = sink:known(function(file, old)
    local number = documents and documents:find(file)
    if number then olds:set(number, pack(old)) else gone[#gone + 1] = old.id end
  end)
  if not highest then return nil, code, fields end
  if documents then documents:forget() end
  return {olds = olds, highest = highest}, gone
end

-- Takes out of the dataset what is no more among the documents.
-- @return what it holds of those that are, see `look`; or nil, code, fields
local function settle(documents, sink, is_kept)
  local held, gone, fields = look(documents, sink)
  if not held then return nil, gone, fields end
  if #gone == 0 then return held end
  if documents and documents.count == 0 and is_kept then return nil, "dataset.nothing", {} end
  table.sort(gone)
  local ok, code, more = sink:drop(gone)
  if not ok then return nil, code, more end
  return held
end

-- Gives the documents as jobs, in order: those that are in the dataset keep their numbers there.
-- @param held see `look`
local function jobs_of(documents, held, units)
  local number, highest = 0, held.highest
  return function()
    number = number + 1
    local own, text = documents:get(number), held.olds:get(number)
    local old = text and unpack(text)
    if not own then return nil end
    own.is_known, own.id = old ~= nil, old and old.id or highest + 1
    highest = math.max(highest, own.id)
    if old then
      own.known = is_told(old, own, units) and old.known or nil
      own.before = old.status and old
    end
    return own
  end
end

-- ---- what came of it ----------------------------------------------------------------------------

local function new_summary(count)
  local summary = {files = count, done = 0, ok = 0, same = 0, partly = 0, failures = failures.new(),
                   unread = {}}
  for _, status in ipairs(schema.statuses) do
    if status ~= "ok" then summary.unread[status] = 0 end
  end
  return summary
end

-- Counts a document; what was not read and is as it was is told again.
local function count(summary, own, answer)
  summary.done = summary.done + 1
  if answer.status == "same" and own.before then answer = own.before end
  if answer.status == "same" then
    summary.same = summary.same + 1
  elseif answer.status == "ok" then
    summary.ok = summary.ok + 1
    if answer.lost > 0 then summary.partly = summary.partly + 1 end
  else
    summary.unread[answer.status] = summary.unread[answer.status] + 1
    failures.add(summary.failures, {name = own.file, status = answer.status, message = answer.message,
                                    code = answer.code})
  end
end

-- ---- doing it -----------------------------------------------------------------------------------

-- What a step of the sink gives; raises what it says, as a table.
local function must(given, code, fields)
  return given or error({sink = true, code = code, fields = fields}, 0)
end

-- What takes an answer: it is counted and written.
local function taker(sink, summary, progress)
  return function(own, answer)
    count(summary, own, answer)
    local ok, code, fields
    if answer.status == "same" then ok, code, fields = sink:keep(own.id)
    else ok, code, fields = sink:write(own.id, answer.payload, own.is_known, answer.note) end
    must(ok, code, fields)
    if progress then progress(summary) end
  end
end

-- Reads all documents into a sink that is open.
local function fill(documents, sink, context, options)
  local held = must(settle(documents, sink, options.update))
  local summary = new_summary(documents.count)
  collectgarbage()   -- what is there now is in every worker as well
  local pool <close> = workers.new(options.jobs, options.limits, work.new(context))
  run.all(jobs_of(documents, held, context.units), taker(sink, summary, options.progress), pool, function(own, how)
    return work.lost(own, how, context)
  end)
  pool:close()
  summary.peak = pool.peak
  return summary
end

-- What a function makes of a sink, which is put in its place at the end; nil, code, fields where it cannot.
local function into(path, context, options, make)
  local kind = sinks.of(options.kind)
  local sink, code, fields = kind.open(path, context, options)
  if not sink then return nil, code, fields end
  context.encode = kind.encoder(context)
  local ok, summary = pcall(make, sink)
  if ok then
    ok, code, fields = sink:finish()
    if ok then return summary end
  elseif type(summary) == "table" and summary.code then
    code, fields = summary.code, summary.fields or {detail = summary.detail}
  else
    code = nil
  end
  sink:abandon()
  if code then return nil, code, fields end
  error(summary, 0)
end

--- Reads documents into a dataset.
-- @param documents see `govreport.dataset.documents`
-- @param path of the dataset
-- @param context of `collect.context`, with what `govreport.dataset.work` needs
-- @param options `kind` (see `sinks.kinds`), `update`, `jobs`, `limits`, `progress`, function(summary), `cells`
-- @return summary `{files, done, ok, same, partly, unread = {status = n}, failures, peak}`; or nil, code, fields
function collect.run(documents, path, context, options)
  options.documents, context.decode = documents.count, job.asked.unpack
  return into(path, context, options, function(sink) return fill(documents, sink, context, options) end)
end

--- Puts the answers of workers into a dataset, as if this program had read the documents.
-- @param found see `govreport.dataset.merge`
-- @return the same
function collect.merge(found, path, context, options)
  options.documents, context.run = #found.paths, found.run or context.run
  return into(path, context, options, function(sink)
    must(settle(nil, sink))   -- what a run that was ended left behind is not of this plan
    local summary = new_summary(#found.paths)
    local function broken(own) error({sink = true, code = "merge.broken", fields = {path = own.file}}, 0) end
    merge.each(found, context, taker(sink, summary, options.progress), broken, options.jobs)
    return summary
  end)
end

return collect
