--- Which form a document is written in.
--
-- The families of forms are tried in detection order. The first is always looked at; another one only where one of its
-- own labels, words or parts stands in the text at all. Of the forms that fit, the one with the most labels and words
-- of its own is taken; where there are as many of each, one that is made for the year in the title, then the first. A
-- form with several labels of its own ends the search: later families are not looked at.

local form = require "govreport.form.form"
local grammar = require "govreport.text.grammar"
local labels = require "govreport.form.labels"
local registry = require "govreport.form.registry"

local detection = {}

-- So many labels of its own make a form certain.
local certain = 2

-- The labels in a text that tell a form, as a set.
local function labels_in(register, tokens, survey, telling)
  local numbers = {}
  for _, number in ipairs(telling) do numbers[number] = true end
  for _, i in ipairs(survey.labels) do
    local number = tokens[i + 4]
    if register.telling[number] then numbers[number] = true end
  end
  return numbers
end

-- ---- the year -----------------------------------------------------------------------------------

-- A title has its year within so many bytes.
local longest_title = 240

-- The last year in front of 年 in a text of bounded length; nil where there is none.
local function last_year(text)
  local at, found = text:find("年", 1, true), nil
  while at do
    local in_numerals = grammar.year_value(text:sub(math.max(1, at - #"二〇二〇"), at - 1))
    found = in_numerals or grammar.year_value(text:sub(math.max(1, at - #"2020"), at - 1)) or found
    at = text:find("年", at + 1, true)
  end
  return found
end

-- The first year in digits in front of 年; nil where there is none. Only where 20 stands is a pattern tried.
local function year_in_digits(tape)
  local at = tape:find("20", 1, true)
  while at do
    local digits = tape:match("^(20%d%d)年", at)
    if digits and (at == 1 or not tape:find("^%d", at - 1)) then return math.tointeger(tonumber(digits)) end
    at = tape:find("20", at + 1, true)
  end
end

-- The year in the first title of a report, before or inside it, else the first year in the text: each byte is looked at
-- once.
local function first_year(tape)
  local title = tape:find("年度报告", 1, true)
  return title and last_year(tape:sub(math.max(1, title - longest_title), title + 2)) or year_in_digits(tape)
end

--- Whether a year is one of those for which the form was made.
function detection.is_of_year(declared, year)
  local years = declared.years
  return year ~= nil and years ~= nil and year >= years[1] and year <= (years[2] or year)
end

-- ---- a first look -------------------------------------------------------------------------------

--- The text without what may stand between the characters of a label.
function detection.compact(tape)
  local text = tape:gsub("[%s%p\x1C-\x1F]+", "")
  text = text:gsub("\xE2\x80[\x90-\x9F]", ""):gsub("\xE3\x80[\x81-\x95]", "")
  return text
end

-- What tells the forms of a family: their own labels and words, and the titles of their parts, without gaps.
local function telling_of(family)
  if family.telling and family.telling.count == #family.members then return family.telling end
  local list, seen = {count = #family.members}, {}
  local function add(texts)
    for _, template in ipairs(texts) do
      for _, text in ipairs(type(template) == "string" and grammar.expand(template) or {}) do
        local skeleton = detection.compact(grammar.skeleton(text, true))
        if not seen[skeleton] then
          seen[skeleton] = true
          list[#list + 1] = skeleton
        end
      end
    end
  end
  for _, id in ipairs(family.members) do
    local declared = registry.declared(id)
    for _, label in ipairs(declared.detect.labels) do add(form.wordings(declared, label)) end
    add(declared.detect.words)
    for _, section in ipairs(declared.detect.sections and declared.sections or {}) do
      add{section.title}
      add(section.variants or {})
    end
  end
  family.telling = list
  return list
end

-- Whether a family can be meant at all.
local function may_be(family, text)
  local telling = telling_of(family)
  for _, word in ipairs(telling) do
    if text:find(word, 1, true) then return true end
  end
  return false
end

-- Which of some words stand in the text.
local function words_in(words, source)
  local found = {}
  for _, word in ipairs(words) do
    source.text = source.text or detection.compact(source.tape)
    for _, text in ipairs(grammar.expand(word)) do
      if source.text:find(detection.compact(grammar.skeleton(text)), 1, true) then
        found[#found + 1] = word
        break
      end
    end
  end
  return found
end

-- ---- all of it ----------------------------------------------------------------------------------

-- How well each form of a family fits; the evidence of each, by id, and what was found.
local function examine(family, source)
  local compiled, list = {}, {}
  for i, id in ipairs(family.members) do compiled[i] = registry.compiled(id) end
  local register = family.register
  local tokens, signatures, telling = register:tokens(source.document, source.tape, source.meter)
  local survey = labels.survey(tokens)
  local numbers = labels_in(register, tokens, survey, telling)
  for i, candidate in ipairs(compiled) do
    local evidence = form.evidence(candidate, numbers)
    evidence.form, evidence.numbers = candidate, numbers
    evidence.found_words = words_in(candidate.declared.detect.words, source)
    evidence.words = #evidence.found_words
    evidence.of_year = detection.is_of_year(candidate.declared, source.year)
    evidence.weight = 2 * (evidence.labels + evidence.words) + (evidence.of_year and 1 or 0)
    evidence.fits = form.fits(candidate, evidence)
    list[i] = evidence
  end
  return list, {tokens = tokens, survey = survey, signatures = signatures}
end

--- Tries the families one after the other.
-- @param on_family function(family, list of evidence or nil where it was not looked at)
function detection.search(source, on_family)
  local best, best_found
  source.year = first_year(source.tape)
  for i, family in ipairs(registry.families()) do
    local list, found
    local is_open = not best or best.labels < certain
    if is_open and i > 1 then source.text = source.text or detection.compact(source.tape) end
    if is_open and (i == 1 or may_be(family, source.text)) then
      list, found = examine(family, source)
      for _, evidence in ipairs(list) do
        if evidence.fits and (not best or evidence.weight > best.weight) then best, best_found = evidence, found end
      end
    elseif is_open and on_family then
      list = false
    end
    if on_family then on_family(family, list) end
  end
  return best, best_found
end

--- Finds the form of a document.
-- @param tape its tape, without the facts about the page
-- @return the compiled form, and what was found: `tokens` of the tape, `survey` (where labels and tables stand among
-- them), `signatures` of the tables; nil where no form fits
function detection.detect(document, tape, meter)
  local best, found = detection.search{document = document, tape = tape, meter = meter}
  if best then return best.form, found end
end

return detection
