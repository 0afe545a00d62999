--- Which form a document was taken for: what each of them has in it, and which was chosen.

local forms = require "govreport.forms"
local labels = require "govreport.labels"
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

-- The one with the most of its labels in a document; nil where there are none.
local function nearest(list)
  local best
  for _, candidate in ipairs(list) do
    if weight(candidate) > (best and weight(best) or 0) then best = candidate end
  end
  return best
end

--- Looks at all forms.
-- @param wanted the id of a form that is to be used in any case; nil to find out
-- @return `{list, chosen, why}`: `chosen` is nil where there is nothing of any form; `why` is "detected", "wanted" or
-- "nearest", where no form fits
function candidates.find(document, tape, wanted, meter)
  local detected = forms.detect(document, tape, meter)
  local list, cuts, chosen = {}, {}, nil
  for i, id in ipairs(forms.list()) do
    list[i] = examine(id, document, tape, meter, cuts)
    local is_meant = wanted and id == wanted or not wanted and detected and detected.id == id
    if is_meant then chosen = list[i] end
  end
  if chosen then return {list = list, chosen = chosen, why = wanted and "wanted" or "detected"} end
  return {list = list, chosen = nearest(list), why = "nearest"}
end

-- ---- events -------------------------------------------------------------------------------------

-- The lines that are nearest to any label of any form, at most so many.
local most_lines = 5

local function near_lines(tried, tape)
  local at, list = {}, {}
  for _, candidate in ipairs(tried.list) do
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

local function years_of(declared)
  local years = declared.years
  if not years then return "" end
  return years[2] and years[2] ~= years[1] and years[1] .. "-" .. years[2] or years[1] .. (years[2] and "" or "-")
end

--- Tells of them.
-- @param tried what `find` gave
function candidates.tell(recorder, tried, tape)
  for _, candidate in ipairs(tried.list) do
    local declared = candidate.form.declared
    local is_chosen = candidate == tried.chosen and tried.why ~= "nearest"
    recorder:add("form", is_chosen and "matched" or tried.chosen and "passed" or "missed", {
      kind = is_chosen and "form_chosen" or "form_candidate", subject = candidate.id, fields = {
        form = candidate.id, name = declared.name, parts = candidate.parts, part_count = candidate.part_count,
        own = candidate.own, own_count = candidate.own_count, labels = candidate.labels,
        label_count = candidate.label_count, years = years_of(declared),
      },
    })
  end
  if tried.why ~= "nearest" then return end
  local chosen = tried.chosen
  recorder:add("form", "missed", {kind = chosen and "form_nearest" or "form_none", subject = chosen and chosen.id,
                                  fields = {form = chosen and chosen.id or ""}})
  for _, line in ipairs(chosen and {} or near_lines(tried, tape)) do
    recorder:add("form", "noted", {kind = "line_near", subject = line.id, start = line.text.start, stop = line.text.stop,
                                   near = line.found, fields = {form = line.id}})
  end
end

return candidates
