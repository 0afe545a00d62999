--- Many reports, checked one after the other with the same rules. Only one of them is open at a time.
--
-- A Batch gives its entries once, each checked when it is asked for, and counts them meanwhile. An entry is
--   {name, report, result, rounds}   a report that was checked; it is closed when the next entry is asked for, or the
--                                    loop ends
--   {name, message, code}            one that could not be read

local catalogue = require "govreport.base.catalogue"
local close = require "govreport.base.close"
local fingerprint = require "govreport.check.fingerprint"
local memory = require "govreport.base.memory"
local one_open = require "govreport.batch.one_open"
local readonly = require "govreport.base.readonly"
local sources = require "govreport.batch.sources"

local checked = {}

-- What a batch counts, on the host's side of its view.
local counted = setmetatable({}, {__mode = "k"})

local methods = {}

-- Counts a finding under its rule and its severity: a rule may have several.
local function count_finding(data, found, seen)
  local key = found.rule .. " " .. found.severity
  local tally = data.by_key[key]
  if not tally then
    tally = {rule = found.rule, severity = found.severity, findings = 0, files = 0}
    data.by_key[key] = tally
    data.tally[#data.tally + 1] = tally
  end
  tally.findings = tally.findings + (found.further or 1)
  if not seen[key] then tally.files = tally.files + 1 end
  seen[key] = true
end

local function count(data, entry)
  data.seen[#data.seen + 1] = {name = entry.name, subject = entry.subject}
  if not entry.result then
    data.unread = data.unread + 1
    return
  end
  local verdict, seen = entry.result.verdict, {}
  data.files = data.files + 1
  data.verdicts[verdict] = (data.verdicts[verdict] or 0) + 1
  for found in entry.result:findings() do
    data.counts[found.severity] = data.counts[found.severity] + (found.further or 1)
    count_finding(data, found, seen)
  end
end

--- Iterates over the entries, checking each. A loop that ends early closes its last report; another one goes on from
-- there.
-- @return what a generic `for` takes
function methods:entries()
  local data = counted[self]
  return one_open(data, function()
    local entry, kept = data.next()
    if entry then count(data, entry) end
    return entry, kept
  end)
end

--- The exit code of the command: 3 where something could not be read, 1 where there are errors, 3 where something
-- needed could not be decided, else 0.
-- @param fail_on "warning" for 1 where there are warnings
function methods:exit_code(fail_on)
  local data = counted[self]
  if data.unread > 0 then return 3 end
  if data.counts.error > 0 or fail_on == "warning" and data.counts.warning > 0 then return 1 end
  return data.verdicts.undecided and 3 or 0
end

--- The reports of the first round that were not among the entries so far: told of a folder or of several files, since
-- who checks one report again leaves out the others on purpose.
-- @return list of `{name, title, agency, year}`; nil without a first round, and of one file
function methods:absent()
  local data = counted[self]
  if not data.first or not data.folder and data.total < 2 then return nil end
  return data.first:absent(data.seen)
end

local view = readonly.class("govreport.Batch", methods)

local function make(next_entry, fields)
  local data = {
    first = fields.first, seen = {},
    next = next_entry, rules = fields.rules, lang = fields.lang, total = fields.total, folder = fields.folder,
    files = 0, unread = 0, tally = {}, by_key = {},
    verdicts = {}, counts = {error = 0, warning = 0, info = 0, notice = 0},
  }
  local made = view(data)
  counted[made] = data
  return made
end

-- The entry of a report that is open.
local function checked_entry(source, report, check, first)
  local result, subject = check(report, source.begin and source.begin() or {}), fingerprint.subject(report)
  return {name = source.name, subject = subject, report = report, result = result,
          rounds = first and first:compare(source.name, subject, result)}
end

-- What a source is told as for which there was no memory.
local function without_memory(source, lang)
  return {name = source.name, code = "limit.memory",
          message = catalogue.text(lang, "memory.spent", {path = source.name})}
end

local function entry_of(source, check, fields)
  local report, message, code = source.open()
  if not report then return {name = source.name, message = message, code = code} end
  local ok, entry = pcall(checked_entry, source, report, check, fields.first)
  if source.done then source.done() end
  if ok then return entry end
  close(report)
  if not memory.is_spent(entry) then error(entry, 0) end
  return without_memory(source, fields.lang)
end

--- Makes a batch.
-- @param check function(report, beside) -> Result
-- @param fields `rules` that run, `lang`, `first` (see `govreport.check.rounds`; nil for none), `total` (how many
-- sources there are), `folder` (counts of what folders hold; nil for none)
-- @param next_source function() -> `{name, open, begin, done, counts}`, nil at the end: `open` is function() -> Report;
-- or nil, message, code; `begin` function() -> what stands beside the report while it is checked; `done` is called
-- then; `counts`, where the report is counted as `checked` or `unread`, is `folder` for a file of one
function checked.new(check, fields, next_source)
  return make(function()
    local source = next_source()
    return source and sources.count(source, entry_of(source, check, fields))
  end, fields)
end

--- A batch of one report that was checked, which stays open.
-- @param name of the report
-- @param first the first round to compare it with; nil for none
function checked.of(result, name, first)
  local subject = fingerprint.subject(result.report)
  local entry = {name = name, subject = subject, report = result.report, result = result,
                 rounds = first and first:compare(name, subject, result)}
  return make(function()
    local given = entry
    entry = nil
    return given, true
  end, {rules = result.rules, lang = result.lang, total = 1})
end

return checked
