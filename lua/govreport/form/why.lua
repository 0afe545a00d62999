--- Why a document is in its form, and in none of the others: what of each was found in it, and what was not.

local detection = require "govreport.form.detection"
local grammar = require "govreport.text.grammar"
local nearest_text = require "govreport.form.nearest_text"
local registry = require "govreport.form.registry"

local why = {}

-- Which of the own labels and words of a form were found, and which of its parts.
local function found_of(evidence, numbers)
  local compiled, found = evidence.form, {labels = {}, words = evidence.found_words, sections = {}}
  for _, label in ipairs(compiled.declared.detect.labels) do
    if numbers[compiled.labels:find(label).number] then found.labels[#found.labels + 1] = label end
  end
  local seen = {}
  for number in pairs(numbers) do
    local label = compiled.labels.list[number]
    if label and label.section then seen[label.section] = true end
  end
  for i, section in ipairs(compiled.declared.sections) do
    if seen[i - 1] then found.sections[#found.sections + 1] = section.title end
  end
  return found
end

-- The entries of a list that another one lacks.
local function without(list, found)
  local known, rest = {}, {}
  for _, text in ipairs(found) do known[text] = true end
  for _, text in ipairs(list) do
    if not known[text] then rest[#rest + 1] = text end
  end
  return rest
end

-- The own labels and words of a form that were not found, with the nearest text, where anything of the form was found.
local function missing_of(evidence, found, source)
  if #found.labels + #found.words + #found.sections == 0 then return {} end
  local list, detect = {}, evidence.form.declared.detect
  source.text = source.text or detection.compact(source.tape)
  for _, what in ipairs{"labels", "words"} do
    for _, wanted in ipairs(without(detect[what], found[what])) do
      local bare = type(wanted) == "string" and grammar.skeleton(grammar.expand(wanted)[1], what == "labels")
      bare = bare and detection.compact(bare)
      local near, differences = nil, nil
      if bare then near, differences = nearest_text.find(source.text, bare) end
      list[#list + 1] = {what = what, text = wanted, near = near, differences = differences}
    end
  end
  return list
end

--- The own labels and words of the forms that were looked at and that a document lacks, with what is nearest in it.
-- @param list of `why.of`; each entry gets `missing`, a list of `{what = "labels"|"words", text, near, differences}`
function why.add_missing(list, tape)
  local source = {tape = tape}
  for _, entry in ipairs(list) do
    entry.missing = entry.found and missing_of({form = registry.compiled(entry.id)}, entry.found, source) or {}
  end
  return list
end

local function reason_of(evidence, best)
  if best and evidence.form == best.form then return "chosen" end
  if not evidence.fits then return "too_few" end
  if evidence.labels + evidence.words < best.labels + best.words then return "fewer" end
  return evidence.of_year ~= best.of_year and "year" or "later"
end

--- Tells of every form whether it was chosen for a document, and if not why.
-- @return list in detection order of `{id, reason, found = {labels, words, sections}, wanted, of_year}`, `wanted` the
-- numbers of these that the form has, with `least` and `least_sections`; without `found` where a form was not looked
-- at; the id of the form that was chosen, nil for none; the year of the document, nil for none. The reasons: chosen,
-- too_few (of what it must have), fewer (than the chosen one), year (as many, but the other is for this year), later
-- (as many, but the other comes first), no_sign (nothing of it is in the text), certain (another one was, before)
function why.of(document, tape, meter)
  local by_id, source = {}, {document = document, tape = tape, meter = meter}
  local best = detection.search(source, function(family, list)
    for i, id in ipairs(family.members) do
      by_id[id] = list and list[i] or {reason = list == false and "no_sign" or "certain"}
    end
  end)
  local list = {}
  for i, id in ipairs(registry.list()) do
    local evidence, declared = by_id[id], registry.declared(id)
    list[i] = {
      id = id, reason = evidence.reason or reason_of(evidence, best),
      of_year = detection.is_of_year(declared, source.year),
      found = evidence.form and found_of(evidence, evidence.numbers),
      wanted = {labels = #declared.detect.labels, words = #declared.detect.words, sections = #declared.sections,
                least = declared.detect.least, least_sections = declared.detect.sections},
    }
  end
  return list, best and best.form.id, source.year
end

return why
