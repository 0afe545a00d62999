--- What a worker does with one document: it is read, checked and packed for the sink.

local catalogue = require "govreport.base.catalogue"
local close = require "govreport.base.close"
local core = require "govreport.core"
local job = require "govreport.dataset.job"
local marks = require "govreport.dataset.marks"
local memory = require "govreport.base.memory"
local problems = require "govreport.dataset.problems"
local record = require "govreport.dataset.record"

local work = {}

local function answer(own, context, tables, more)
  more.payload = context.encode(own, tables)
  return more
end

local function unread(own, context, problem)
  return answer(own, context, record.of_unread(own, problem),
                {status = problem.status, code = problem.code, message = problem.message})
end

local function failed(own, context, message, code)
  return unread(own, context, {status = problems.status(code), code = code, message = message})
end

-- The answer about a report that is open.
local function checked(own, context, report)
  local result = context.check(report, {})
  local unit = context.units and report.agency and context.units:find(report.agency)
  local tables, row = record.of_report(own, report, result, context.places.first[report.form], unit)
  return answer(own, context, tables, {status = "ok", lost = row.cells_wanted - row.cells_read, note = marks.note(row)})
end

-- What a fault in a rule or in us costs: this document, and it says so.
local function fault(own, context, problem)
  if memory.is_refused(problem) then error(memory.spent, 0) end   -- the worker is not to go on
  local fields = {path = own.file, detail = tostring(problem)}
  return unread(own, context, {status = "rule_error", code = "internal.error",
                               message = catalogue.text(context.lang, "dataset.fault", fields)})
end

-- The answer about one document. Reading stops where it is in the dataset already as it is.
local function answer_to(own, context)
  if own.problem then return unread(own, context, own.problem) end
  local is_same = false
  local report, message, code = context.open(own, function(bytes)
    own.sha256, own.bytes = core.sha256(bytes), #bytes
    is_same = own.sha256 == own.known
    if not is_same and context.before then context.before(own.file) end
    return not is_same
  end)
  if is_same then return {status = "same"} end
  if not report then
    if code == "limit.memory" then error(memory.spent, 0) end
    return failed(own, context, message, code)
  end
  local ok, given = pcall(checked, own, context, report)
  close(report)
  return ok and given or fault(own, context, given)
end

--- Makes the function that workers call.
-- @param context `decode`, function(text) -> job; `open`, function(job, look) -> Report, or nil, message, code: `look`
-- is called with the bytes and says whether to go on; `check`, a checker; `encode`, function(job, tables) -> payload;
-- `places`; `units`; `lang`; `before`, function(file), called before a document is read
-- @return function(text) -> text
function work.new(context)
  return function(text)
    return job.answered.pack(answer_to(context.decode(text), context))
  end
end

--- The answer about a document that ended its worker.
-- @param own what was asked, unpacked
-- @param how its worker ended
function work.lost(own, how, context)
  local status, code = problems.of_end(how)
  local message = catalogue.text(context.lang, "dataset." .. status, {path = own.file})
  return unread(own, context, {status = status, code = code, message = message})
end

return work
