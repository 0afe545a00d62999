--- How a document was read. A Document in; a Trace out: which form it was taken for, where the report lies, what each
-- heading, table, field and number was taken for, and what was nearest where something was not found. Nothing of this
-- costs anything in an ordinary reading: a trace reads the document once more and looks at what the reading leaves.
--
-- A Trace is a list of events, in the order of the groups below, read-only. An event has
--   kind      what it tells: `row_missing`, `part_found`, …; `group`: form, page, parts, tables, fields, numbers, cells
--   outcome   "matched"; "missed": not found or not read; "noted": worth knowing; "passed": of no consequence
--   subject   the id of the form, part, table or field, or the address of the row or cell; nil for none
--   table, section   the ids of the table and the part that it belongs to; nil for none
--   place     {line, column, byte, byte_end}; `text`: what stands there; nil where it stands nowhere
--   near      {nearest, likeness, differences, difference, text, place}: the official label, how like it is to the
--             text, in per cent, how many characters differ and which: 予以公[幵→开]; `text` and `place` where
--             the label is the form's and the text was looked for; nil where nothing is near
--   script    `path:line` of the form's script that declares it; a cell has also `row_script`, `row_place` and
--             `column_place`, `state`
--   fields    what the message of the event says, by name; of a row that an alignment bound or refused (`row_aligned`,
--             `row_apart`, `row_placed`, `row_refused`) `letters`, `matched`, `before`, `values`, `wanted`, `margin`,
--             `rival` (an address), `reason`: see `govreport.read.verdicts`

local candidates = require "govreport.trace.candidates"
local cells = require "govreport.trace.cells"
local forms = require "govreport.form"
local grids = require "govreport.trace.grids"
local keys = require "govreport.base.keys"
local numbers = require "govreport.trace.numbers"
local origin = require "govreport.trace.origin"
local page = require "govreport.read.page"
local parts = require "govreport.trace.parts"
local readers = require "govreport.trace.readers"
local readonly = require "govreport.base.readonly"
local recognise = require "govreport.read"
local recorder = require "govreport.trace.recorder"
local tables = require "govreport.trace.tables"

local trace = {}

--- The groups of events, in order.
trace.groups = {"form", "page", "parts", "tables", "fields", "numbers", "cells"}

--- What its options may hold: types by key.
trace.option_keys = {form = "string", table = "string", section = "string", cells = "boolean", cell = "string"}

-- ---- options ------------------------------------------------------------------------------------

local collect = {}

function collect.table(known, declared)
  for _, t in ipairs(declared.tables) do known[t.id] = true end
end

function collect.section(known, declared)
  for _, section in ipairs(declared.sections) do known[section.id] = true end
end

function collect.cell(known, declared)
  for _, t in ipairs(declared.tables) do
    for _, row in ipairs(t.rows) do
      for _, column in ipairs(t.columns) do known[t.id .. "." .. row.id .. "." .. column.id] = true end
    end
  end
end

function collect.form(known, declared) known[declared.id] = true end

--- What is wrong with options: an id that no known form has. One that only other forms have is nothing.
-- @return `{kind = "form"|"table"|"section"|"cell", id, nearest}`, `nearest` nil where there is none; nil for nothing
function trace.problem(options)
  for _, kind in ipairs{"form", "table", "section", "cell"} do
    local id, known = options[kind], {}
    for _, form in ipairs(id and forms.list() or {}) do collect[kind](known, forms.declared(form)) end
    if id and not known[id] then return {kind = kind, id = id, nearest = keys.nearest(id, known)} end
  end
end

local function check_options(options)
  options = keys.check(options or {}, trace.option_keys, {}, "options of trace")
  local problem = trace.problem(options)
  if not problem then return options end
  local proposal = problem.nearest and ", did you mean '" .. problem.nearest .. "'?" or ""
  error(("there is no %s '%s'%s"):format(problem.kind, problem.id, proposal), 0)
end

-- ---- events -------------------------------------------------------------------------------------

local view = {
  trace = readonly.class "govreport.Trace", event = readonly.class("govreport.TraceEvent", nil, function(event)
    return ("%s %s%s"):format(event.outcome, event.kind, event.subject and " " .. event.subject or "")
  end),
  place = readonly.class "govreport.TracePlace", near = readonly.class "govreport.TraceNear",
  fields = readonly.class "TraceFields",
}

local function sealed(event)
  for _, key in ipairs{"place", "row_place", "column_place"} do event[key] = event[key] and view.place(event[key]) end
  if event.near then
    event.near.place = event.near.place and view.place(event.near.place)
    event.near = view.near(event.near)
  end
  event.fields = view.fields(event.fields)
  return view.event(event)
end

-- Whether an event is about what the options ask for.
local function is_wanted(event, options)
  if options.cell then return event.group == "cells" end
  if options.table then return event.table == options.table end
  return options.section == nil or event.section == options.section
end

-- ---- the whole ----------------------------------------------------------------------------------

local function tell_all(own, work, options)
  parts.tell_article(own, work)
  parts.tell(own, work)
  tables.tell(own, work)
  readers.tell(own, work)
  numbers.tell(own, work)
  if options.cells or options.cell then cells.tell(own, work, options.cell) end
end

-- Reads a document by a form, and tells of it.
local function read(own, work, text, options)
  local form, said = readers.watch(work.form)
  work.said = said
  local report, reading, fields = recognise.report(work.document, text, form, work.found, {steps = 0})
  if not report then return nil, reading, fields end
  work.report, work.reading, work.origin = report, reading, origin.of(form.id)
  grids.plan(form, work.sightings, work.found.signatures)
  tell_all(own, work, options)
  return report
end

--- Traces the reading of a document. Raises for an id that no known form has.
-- @param options `form`: the id of the form to read it by, in place of the one that is found; `table`, `section`: only
-- what is about this one; `cells`: tell of every cell as well; `cell`: of this address alone
-- @return Trace, with `form`, the id of the form, and `report`, both nil where there is nothing of any form, and `why`:
-- "detected", "wanted" by the options, "nearest" where no form fits; or nil, a code and fields (`limit.memory`)
function trace.run(document, options)
  options = check_options(options)
  local tape, facts = page.facts(document, document.tape)
  local tried = candidates.find(document, tape, options.form, {steps = 0})
  local chosen, work, report = tried.chosen, {document = document, tape = tape}, nil
  local own = recorder.new(work)
  candidates.tell(own, tried, tape)
  if chosen then
    local code, fields
    work.form, work.found, work.sightings = chosen.form, chosen.found, chosen.sightings
    report, code, fields = read(own, work, {tape = tape, facts = facts}, options)
    if not report then return nil, code, fields end
  end
  local list = {form = chosen and chosen.id, why = tried.why, report = report}
  for _, event in ipairs(own.events) do
    if not chosen or is_wanted(event, options) then list[#list + 1] = sealed(event) end
  end
  return view.trace(list)
end

return trace
