--- From documents to a dataset.

local catalogue = require "govreport.base.catalogue"
local core = require "govreport.core"
local job = require "govreport.dataset.job"
local merge = require "govreport.dataset.merge"
local places = require "govreport.dataset.places"
local run = require "govreport.dataset.run"
local schema = require "govreport.dataset.schema"
local sinks = require "govreport.dataset.sinks"
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

-- Numbers the documents: those that are in the dataset keep theirs. What is no more among them is taken out.
-- @return true; or nil, code, fields
local function number(documents, sink, units, is_kept)
  local known, highest, fields = sink:known()
  if not known then return nil, highest, fields end
  local gone, there = {}, {}
  for _, own in ipairs(documents) do
    local old = known[own.file]
    there[own.file] = true
    own.is_known = old ~= nil
    own.known = old and is_told(old, own, units) and old.known or nil
    own.before = old and old.status and old
    if old then own.id = old.id
    else
      highest = highest + 1
      own.id = highest
    end
  end
  for file, old in pairs(known) do
    if not there[file] then gone[#gone + 1] = old.id end
  end
  if #documents == 0 and #gone > 0 and is_kept then return nil, "dataset.nothing", {} end
  table.sort(gone)
  if #gone > 0 then return sink:drop(gone) end
  return true
end

-- ---- what came of it ----------------------------------------------------------------------------

local function new_summary(documents)
  local summary = {files = #documents, done = 0, ok = 0, same = 0, partly = 0, failures = {}, unread = {}}
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
    summary.failures[#summary.failures + 1] = {name = own.file, status = answer.status, message = answer.message,
                                               code = answer.code}
  end
end

-- ---- doing it -----------------------------------------------------------------------------------

-- What takes an answer: it is counted and written. Raises what the sink says, as a table.
local function taker(sink, summary, progress)
  return function(own, answer)
    count(summary, own, answer)
    local ok, code, fields
    if answer.status == "same" then ok, code, fields = sink:keep(own.id)
    else ok, code, fields = sink:write(own.id, answer.payload, own.is_known, answer.note) end
    if not ok then error({sink = true, code = code, fields = fields}, 0) end
    if progress then progress(summary) end
  end
end

-- Reads all documents into a sink that is open.
local function fill(documents, sink, context, options)
  local ok, code, fields = number(documents, sink, context.units, options.update)
  if not ok then error({sink = true, code = code, fields = fields}, 0) end
  local summary, i = new_summary(documents), 0
  local pool <close> = workers.new(options.jobs, options.limits, work.new(context))
  local function next_job()
    i = i + 1
    return documents[i]
  end
  run.all(next_job, taker(sink, summary, options.progress), pool, function(own, how)
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
  elseif type(summary) == "table" and summary.sink then
    code, fields = summary.code, summary.fields
  else
    code = nil
  end
  sink:abandon()
  if code then return nil, code, fields end
  error(summary, 0)
end

--- Reads documents into a dataset.
-- @param documents list of `{file, path or content, encoding, body, region, url, fetched}`, each file once
-- @param path of the dataset
-- @param context of `collect.context`, with what `govreport.dataset.work` needs
-- @param options `kind` (see `sinks.kinds`), `update`, `jobs`, `limits`, `progress`, function(summary), `cells`
-- @return summary `{files, done, ok, same, partly, unread = {status = n}, failures, peak}`; or nil, code, fields
function collect.run(documents, path, context, options)
  options.documents, context.decode = #documents, job.asked.unpack
  return into(path, context, options, function(sink) return fill(documents, sink, context, options) end)
end

--- Puts the answers of workers into a dataset, as if this program had read the documents.
-- @param found see `govreport.dataset.merge`
-- @return the same
function collect.merge(found, path, context, options)
  options.documents, context.run = #found.paths, found.run or context.run
  return into(path, context, options, function(sink)
    local ok, code, fields = number({}, sink)   -- what a run that was ended left behind is not of this plan
    if not ok then error({sink = true, code = code, fields = fields}, 0) end
    local summary = new_summary(found.paths)
    local function broken(own) error({sink = true, code = "merge.broken", fields = {path = own.file}}, 0) end
    merge.each(found, context, taker(sink, summary, options.progress), broken, options.jobs)
    return summary
  end)
end

return collect
