--- Watches the readers of a form's fields: what each of them said, and what became of it.

local facts = require "govreport.trace.facts"
local names = require "govreport.form.names"
local recorder = require "govreport.trace.recorder"

local readers = {}

-- ---- watching -----------------------------------------------------------------------------------

-- What a reader sees in place of the reading: the same, with a note of every field and every range set aside.
local function watched(reading, said, number)
  local proxy = {}
  function proxy.field(_, id, kind, start, stop, value)
    local other = reading.found[id]
    said[#said + 1] = {reader = number, id = id, start = start, stop = stop, first = other}
    reading:field(id, kind, start, stop, value)
  end
  function proxy.ignore(_, start, stop, why)
    said[#said + 1] = {reader = number, ignored = why, start = start, stop = stop}
    reading:ignore(start, stop, why)
  end
  return setmetatable(proxy, {__index = reading, __newindex = reading})
end

local function wrap(reader, said, number)
  local copy = {}
  for key, value in pairs(reader) do copy[key] = value end
  function copy.read(reading, ...) return reader.read(watched(reading, said, number), ...) end
  return copy
end

--- A form whose readers are watched; everything else is that of the form.
-- @return the form, and the list that fills while it reads: `{reader, id, start, stop, first}`, where `first` is what
-- the field had already; `{reader, ignored, start, stop}`
function readers.watch(form)
  local said, numbers = {}, {}
  for i, reader in ipairs(form.declared.readers) do numbers[reader] = i end
  local function wrap_all(list)
    local out = {pattern = list.pattern}
    for i, reader in ipairs(list) do out[i] = wrap(reader, said, numbers[reader]) end
    return out
  end
  local own = {readers = {}, finders = {}}
  for scope, list in pairs(form.readers) do own.readers[scope] = wrap_all(list) end
  for scope, list in pairs(form.finders) do own.finders[scope] = wrap_all(list) end
  return setmetatable(own, {__index = form}), said
end

-- ---- events -------------------------------------------------------------------------------------

-- Whether a field stands several times because its reader finds all of its kind.
local function is_list(work, said)
  local reader = work.form.declared.readers[said.reader]
  return reader.find ~= nil and not reader.once
end

local function tell_said(own, work, said)
  local fields = {name = said.id and names.field(work.form.declared, said.id) or "", at = "", why = ""}
  local kind, outcome = "field_found", "matched"
  if said.ignored then
    kind, outcome, fields.why = "field_ignored", "passed", said.ignored
  elseif said.first and not is_list(work, said) then
    kind, outcome = "field_overruled", "noted"
    fields.at = own:at(said.first.start, said.first.stop)
  end
  own:add("fields", outcome, {kind = kind, subject = said.id, start = said.start, stop = said.stop,
                                   script = work.origin:reader(said.reader), fields = fields})
end

--- Tells of each field of the form which reader found it and where, and of those that were not found where the script
-- looks for them.
function readers.tell(own, work)
  local declared, missing = work.form.declared.fields, {}
  local head = own:headline("fields", "fields_found", {count = #declared})
  for _, said in ipairs(work.said) do tell_said(own, work, said) end
  for _, id in ipairs(declared) do
    local field, event = work.report.fields[id], {subject = id, script = work.origin:field(id),
                                                  fields = {name = names.field(work.form.declared, id)}}
    if not field then
      missing[#missing + 1] = event.fields.name
      local nearest = facts.nearest(work, id)
      event.kind, event.near = nearest.kind or "field_missing", nearest.near
      event.start, event.stop = nearest.start, nearest.stop
      event.in_headline = next(nearest) == nil
      own:add("fields", "noted", event)
    elseif field.state == "unreadable" then
      event.kind, event.start, event.stop = "field_unreadable", field.start, field.stop
      own:add("fields", "missed", event)
    end
  end
  head.fields.found, head.fields.missing = #declared - #missing, recorder.listed(missing)
  if #missing > 0 then head.kind, head.outcome = "fields_missing", "noted" end
end

return readers
