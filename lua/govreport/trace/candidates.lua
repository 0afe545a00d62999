--- Which form a document was taken for: what each of them has in it, and which was chosen.

local forms = require "govreport.form"
local labels = require "govreport.form.labels"
local sightings = require "govreport.trace.sightings"
local words = require "govreport.trace.words"

local candidates = {}

-- How many items a set has.
local function size(set)
  local count = 0
  for _ in pairs(set) do count = count + 1 end
  return count
end

-- How many labels of the tables of a form there are, each in any of its wordings.
local function table_labels(form)
  local set = {}
  for _, label in ipairs(form.labels.known) do
    if not label.section then set[label.official] = true end
  end
  return size(set)
end

-- What stands in a document of one form: how many of its parts, of its own labels, of all labels of its tables.
-- @param cuts the tokens of the document by register, to be shared
local function examine(id, document, tape, meter, cuts)
  local form = forms.compiled(id)
  local register = form.labels.register
  if not cuts[register] then
    local tokens, signatures = register:tokens(document, tape, meter)
    cuts[register] = {tokens = tokens, signatures = signatures, survey = labels.survey(tokens)}
  end
  local seen = sightings.collect(form, document, tape, cuts[register])
  local parts, own, others = {}, {}, {}
  for _, entry in ipairs(seen.labels) do
    local label = entry.label
    if label.section then parts[label.section] = true else others[label.official] = true end
    if form.detect_labels[label.number] then own[label.official] = true end
  end
  return {id = id, form = form, found = cuts[register], sightings = seen, parts = size(parts), own = size(own),
          labels = size(others), part_count = #form.declared.sections, own_count = #form.declared.detect.labels,
          label_count = table_labels(form)}
end

local function weight(candidate) return 2 * candidate.own + candidate.parts + candidate.labels end

--- Finds the form to read a document by.
-- @param wanted the id of a form that is to be used in any case; nil to find out
-- @return `{list, chosen, why, candidates}`: `list` and `year` as `forms.why` has them; `chosen` is nil where there is
-- nothing of any form; `why` is "detected", "wanted" or "nearest", where no form fits: then `candidates` has all forms
function candidates.find(document, tape, wanted, meter)
  local list, detected, year = forms.why(document, tape, meter)
  local tried, cuts = {list = list, year = year, why = wanted and "wanted" or detected and "detected" or "nearest"}, {}
  local id = wanted or detected
  if id then
    tried.chosen = examine(id, document, tape, meter, cuts)
    return tried
  end
  tried.candidates = {}
  for i, other in ipairs(forms.list()) do
    local candidate = examine(other, document, tape, meter, cuts)
    tried.candidates[i] = candidate
    local best = tried.chosen
    if weight(candidate) > (best and weight(best) or 0) then tried.chosen = candidate end
  end
  return tried
end

-- ---- events -------------------------------------------------------------------------------------

-- The lines that are nearest to any label of any form, at most so many.
local most_lines = 5

local function near_lines(tried, tape)
  local at, list = {}, {}
  for _, candidate in ipairs(tried.candidates) do
    for _, text in ipairs(candidate.sightings:texts_in(1, #tape + 1)) do
      local found, line = words.nearest(text.text, candidate.form), at[text.start]
      if found and not line then
        line = {found = found, text = text, id = candidate.id}
        at[text.start] = line
        list[#list + 1] = line
      elseif found and found.nearness > line.found.nearness then
        line.found, line.id = found, candidate.id
      end
    end
  end
  table.sort(list, function(a, b)
    if a.found.nearness ~= b.found.nearness then return a.found.nearness > b.found.nearness end
    return a.text.start < b.text.start
  end)
  return table.move(list, 1, most_lines, 1, {})
end

local kinds = {detected = "form_detected", wanted = "form_wanted", nearest = "form_nearest"}

local function tell_chosen(recorder, tried)
  local chosen = tried.chosen
  local fields = chosen and {form = chosen.id, parts = chosen.parts, part_count = chosen.part_count, own = chosen.own,
                             own_count = chosen.own_count, labels = chosen.labels, label_count = chosen.label_count}
  local head = recorder:headline("form", chosen and kinds[tried.why] or "form_none", fields)
  head.subject = chosen and chosen.id
  if tried.why == "nearest" then head.outcome = "missed" end
end

-- What was found of a form that was not chosen, and why it was not.
local function tell_other(recorder, entry, outcome, chosen)
  local found, wanted = entry.found or {labels = {}, words = {}, sections = {}}, entry.wanted
  recorder:add("form", outcome, {
    kind = "form_candidate_" .. entry.reason, subject = entry.id,
    fields = {form = entry.id, other = chosen or "", own = #found.labels + #found.words,
              own_count = wanted.labels + wanted.words, parts = #found.sections, part_count = wanted.sections},
  })
end

--- Tells of them.
-- @param tried what `find` gave
function candidates.tell(recorder, tried, tape)
  local id = tried.chosen and tried.chosen.id
  tell_chosen(recorder, tried)
  for _, entry in ipairs(tried.list) do
    if entry.id ~= id then tell_other(recorder, entry, id and "passed" or "missed", id) end
  end
  for _, line in ipairs(id and {} or near_lines(tried, tape)) do
    recorder:add("form", "noted", {kind = "line_near", subject = line.id, start = line.text.start,
                                   stop = line.text.stop, near = line.found, fields = {form = line.id}})
  end
end

return candidates
