--- The registry of forms: which there are, which one a document is written in.

local form = require "govreport.form"
local labels = require "govreport.labels"

local forms = {}

-- In the order in which they are tried; where a text fits several equally well, the first one is taken.
local names = {"cn_disclosure_2021", "cn_disclosure_2019"}
local declared, compiled = {}, {}
local register = labels.register()

--- The ids of all forms, in detection order.
function forms.list()
  local list = {}
  for i, id in ipairs(names) do list[i] = id end
  return list
end

--- The declaration of a form, with what it takes from others.
function forms.declared(id)
  if not declared[id] then
    local own, source = require("govreport.forms." .. id), "forms/" .. id
    declared[id] = form.validate(own.extends and form.extend(forms.declared(own.extends), own, source) or own, source)
  end
  return declared[id]
end

--- The compiled form of an id; compiled when first asked for.
function forms.compiled(id)
  compiled[id] = compiled[id] or form.compile(forms.declared(id), register)
  return compiled[id]
end

-- The labels in a text that tell a form, as a set.
local function labels_in(tokens, survey, telling)
  local numbers = {}
  for _, number in ipairs(telling) do numbers[number] = true end
  for _, i in ipairs(survey) do
    local number = tokens[i + 1] == labels.LABEL and tokens[i + 4]
    if register.telling[number] then numbers[number] = true end
  end
  return numbers
end

-- A title has its year within so many bytes.
local longest_title = 240

-- The year in the first title of a report, else the first year in the text.
local function first_year(tape)
  local title = tape:find("年度报告", 1, true)
  local in_title = title and tape:sub(math.max(1, title - longest_title), title - 1):match(".*(20%d%d)年")
  return tonumber(in_title or tape:match("[^%d](20%d%d)年") or tape:match("^(20%d%d)年"))
end

-- Whether that year is one of those for which the form was made.
local function is_of_year(candidate, tape)
  local year = first_year(tape)
  local years = candidate.declared.years
  return year ~= nil and years ~= nil and year >= years[1] and year <= (years[2] or year)
end

--- Finds the form of a document: the one with the most labels of its own, which stand in the headers of its tables.
-- Where there are none, or as many of each, the year in the title decides.
-- @return the compiled form, and what was found: `tokens` of the tape, `survey` (where the labels stand among them),
-- `signatures` of the tables; nil where no form fits
function forms.detect(document, tape, meter)
  for _, id in ipairs(names) do forms.compiled(id) end
  local tokens, signatures, telling = register:tokens(document, tape, meter)
  local survey = labels.survey(tokens)
  local numbers = labels_in(tokens, survey, telling)
  local best, most
  for _, id in ipairs(names) do
    local candidate = forms.compiled(id)
    local evidence = form.evidence(candidate, numbers)
    local weight = 2 * evidence.labels + (is_of_year(candidate, tape) and 1 or 0)
    if form.fits(candidate, evidence) and (not best or weight > most) then best, most = candidate, weight end
  end
  if best then return best, {tokens = tokens, survey = survey, signatures = signatures} end
end

return forms
