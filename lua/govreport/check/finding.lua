--- Findings: what a rule says about a report. Read-only tables:
--   rule      id of the rule
--   severity  "error", "warning", "info"; "notice" for what only the tool could not do
--   message   the text in the language of the check; `messages` has all of them
--   cells     list of {address, state, value, raw, line, column, byte, byte_end}
--   places    list of {line, column, byte, byte_end, raw}: sentences, headings, fields
--   related   list of {report, address, state, value, raw, line, column, byte, byte_end}: what was compared with it in
--             other reports, which `report` names
--   expected, actual   the two sides, where there are two
--   repair    list of {address, value}: the smallest change that makes all sums hold, where there is only one
--   alternatives   where there are several as small, or its values are not certain: list of repairs, the plausible
--             first, each a list of {address, value}, or {address, at_least, at_most} for a value that is not certain
--             (nil: no bound), with a `kind`: "digit", "swap", "totals", "cells"
--   alternatives_count   how many there are; the list has at most `finding.shown_alternatives` of them
--   cause     for sums that fail: the kind of the only repair (those above, "rows", "columns": neighbours exchanged,
--             "shift": a row one column too far), "choice" where there are several, "unsearched" where the search was
--             given up; else nil
--   also      ids of other rules that fail by the same cause
--   formerly  list of findings as they were told before under other ids, whose waivers and fingerprints still hold; see
--             `govreport.check.aliases`
--   further   of the finding that stands for those of its rule that are not told one by one: how many they are;
--             else nil; see `govreport.check.further`
--   fingerprint   `KEY.VALUE`, the same wherever the finding stands; see `govreport.check.fingerprint`

local catalogue = require "govreport.base.catalogue"
local core = require "govreport.core"
local fingerprint = require "govreport.check.fingerprint"
local further = require "govreport.check.further"
local mask = require "govreport.text.mask"
local readonly = require "govreport.base.readonly"
local safe = require "govreport.base.safe"

local finding = {}

finding.severities = {"error", "warning", "info", "notice"}
finding.rank = {error = 1, warning = 2, info = 3, notice = 4}

finding.shown_alternatives = 8

--- Nobody reads more than so many bytes of a message.
finding.longest_message = 20000

-- Numbers of persons are hidden wherever a finding shows them. The numbers of cells are counts and amounts.
local function masked(value) return type(value) == "string" and mask.text(value) or value end

-- A side of a finding that is a text says no address of a value.
local function side_of(value)
  return type(value) == "string" and catalogue.without_addresses(masked(value)) or value
end

local function place_of(part)
  local place = part.place or {}
  place.raw = masked(part.raw)
  return place
end

local function mask_cell(shown)
  if shown.state ~= "number" then shown.raw = masked(shown.raw) end
  return shown
end

-- @param cell a Cell, or what a rule shows of one
local function cell_of(cell)
  local evidence = core.evidence{cell}
  if evidence then return mask_cell(evidence:shown()[1]) end
  local shown = cell.place or {}
  shown.raw, shown.address, shown.state, shown.value = cell.raw, cell.address, cell.state, cell.value
  return mask_cell(shown)
end

local function related_of(item)
  local place = cell_of(item.cell)
  place.report = item.report
  return place
end

local view = {place = readonly.class "govreport.Place", list = readonly.class "govreport.List",
              messages = readonly.class "govreport.Messages"}
view.places = readonly.class("govreport.List", nil, nil, view.place)

-- Of lists that are not there.
local nothing = view.list{}

local function map(list, convert)
  local out = {}
  for i, item in ipairs(list or {}) do out[i] = convert(item) end
  return out
end

local function repair_of(changes)
  if not changes then return nothing end
  local list = {kind = changes.kind}
  for i, change in ipairs(changes) do
    list[i] = {address = change.address, value = change.value, at_least = change.at_least, at_most = change.at_most}
  end
  return view.places(list)
end

local function alternatives_of(repairs) return repairs and view.list(map(repairs, repair_of)) or nothing end

-- The texts of a message by language, each made when it is first asked for.
local function messages_of(draft)
  return setmetatable({}, {__index = function(texts, language)
    local message = draft.messages[language]
    if not message then return nil end
    texts[language] = masked(safe(catalogue.shorten(catalogue.fill(message, draft.fields or {}, language),
                                                    finding.longest_message)))
    return texts[language]
  end})
end

view.finding = readonly.class("govreport.Finding", nil, function(data)
  local where = data.line and data.line .. ":" .. data.column .. ": " or ""
  return where .. data.severity .. " [" .. data.rule .. "] " .. data.message
end)

-- The findings that a finding stands for, as they were told before.
local function former_of(draft, lang)
  if not draft.formerly then return nothing end
  local list = {}
  for i, old in ipairs(draft.formerly) do
    list[i] = finding.new({rule = old.rule, severity = draft.severity, messages = old.messages or draft.messages,
                           fields = old.fields or draft.fields, cells = old.cells,
                           places = old.places and further.first(old.places),
                           actual = old.actual}, lang)
  end
  return view.list(list)
end

-- The first in the document of some places; nil where none stands there.
local function first_of(places)
  local first
  for _, place in ipairs(places) do
    if place.byte and (not first or place.byte < first.byte) then first = place end
  end
  return first
end

-- What a finding shows of its cells: function() -> list; and the first byte at which one of them stands.
local function cells_of(cells)
  local evidence, byte = core.evidence(cells or {})
  if evidence then return function() return map(evidence:shown(), mask_cell) end, byte end
  local list = map(cells, cell_of)
  local first = first_of(list)
  return function() return list end, first and first.byte
end

-- The fingerprint is made when it is asked for: most findings are only read.
local read = {__index = function(data, name)
  if name ~= "fingerprint" then return nil end
  data.fingerprint = fingerprint.of(data)
  return data.fingerprint
end}

-- Makes of a finding what is read of it.
-- @param taken what was taken from the report: `places`, `cells` (function() -> list), `related`, `formerly`
local function make(data, draft, taken, lang)
  local texts, cells, places = messages_of(draft), taken.cells(), taken.places
  data.message, data.messages = texts[lang], view.messages(texts)
  data.cells, data.places, data.related = view.places(cells), view.places(places), taken.related
  data.expected, data.actual = side_of(draft.expected), side_of(draft.actual)
  data.repair, data.alternatives = repair_of(draft.repair), alternatives_of(draft.alternatives)
  data.alternatives_count, data.cause = draft.alternatives_count or 0, draft.cause
  data.also, data.formerly = draft.also and view.list(draft.also) or nothing, taken.formerly
  local first = first_of(places) or first_of(cells)   -- the places where there are any, else the cells
  if first then
    data.line, data.column, data.byte_end, data.spot = first.line, first.column, first.byte_end, first.spot
  end
end

-- What is told of a finding before the rest of it is made.
local told = {rule = true, severity = true, byte = true, further = true}

-- Lets a finding be made when somebody asks for what is not told: most are only counted and put in order.
local function make_later(data, draft, taken, lang)
  local function complete()
    setmetatable(data, read)
    make(data, draft, taken, lang)
  end
  return setmetatable(data, {complete = complete, __index = function(_, name)
    if told[name] then return nil end
    complete()
    return data[name]
  end})
end

--- Makes a finding. What it shows is taken from the report at once, which may be closed when the finding is read.
-- @param draft `{rule, severity, messages = {zh, en}, fields, cells, places, expected, actual, repair, alternatives,
-- alternatives_count, cause, also, related, formerly, further}`; cells and places are views of the report, `related`
-- is a list of `{report, cell}`: the name of another, a view of it; `formerly` is a list of `{rule, cells, places,
-- actual}`. It is the finding's from now on: nobody changes it
function finding.new(draft, lang)
  local places, cells, byte = map(draft.places, place_of), cells_of(draft.cells)
  local first = first_of(places)
  local taken = {places = places, cells = cells, formerly = former_of(draft, lang),
                 related = draft.related and view.places(map(draft.related, related_of)) or nothing}
  draft.cells, draft.places, draft.related, draft.formerly = nil, nil, nil, nil   -- a finding keeps no report
  local data = {rule = draft.rule, severity = draft.severity, byte = first and first.byte or byte,
                further = draft.further}
  return view.finding(make_later(data, draft, taken, lang))
end

--- Document order; what has no place comes first; the same place by rule.
function finding.before(a, b)
  local x, y = a.byte or 0, b.byte or 0
  if x ~= y then return x < y end
  if a.rule ~= b.rule then return a.rule < b.rule end
  return a.message < b.message
end

return finding
