--- The registry of forms: which there are, which one a document is written in.

local form = require "govreport.form"
local grammar = require "govreport.grammar"
local labels = require "govreport.labels"

local forms = {}

-- In the order in which they are tried.
local names = {"cn_disclosure_2019"}
local compiled = {}

--- The ids of all forms, in detection order.
function forms.list()
  local list = {}
  for i, id in ipairs(names) do list[i] = id end
  return list
end

--- The declaration of a form.
function forms.declared(id)
  return require("govreport.forms." .. id)
end

--- The compiled form of an id; compiled when first asked for.
function forms.compiled(id)
  if not compiled[id] then compiled[id] = form.compile(form.validate(forms.declared(id), "forms/" .. id)) end
  return compiled[id]
end

--- Finds the form of a tape.
-- @return the compiled form, the tokens of the tape and where the labels stand among them; nil where no form fits
function forms.detect(tape, meter)
  for _, id in ipairs(names) do
    local candidate = forms.compiled(id)
    local tokens = grammar.match(candidate.tokens, tape, meter)
    local survey = labels.survey(tokens)
    if form.fits(candidate, form.evidence(candidate, tokens, survey)) then return candidate, tokens, survey end
  end
end

return forms
