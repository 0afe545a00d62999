--- What a declared sum says, in the words of the form: 一、本年新收…＋二、上年结转…＝（七）总计＋四、结转下年度继续办理.

local forms = require "govreport.form"
local identity = require "govreport.check.identity"
local layout = require "govreport.form.layout"
local names = require "govreport.form.names"
local sum_words = require "govreport.check.sum_words"

local formula = {}

local most_terms = 8   -- of a side; of more the first two and the last are named

-- A label without the explanation in brackets at its end.
local function short(label)
  local head = label:match("^(.+)（[^（）]*）$")
  return head and #label - #head > 30 and head or label
end

-- What a term is called: its column in a sum over a row, its row in one over a column, else both.
local function term_name(declared, each, t, row, column)
  if each == "row" then return names.column(declared, t.id, column.id) end
  local label = short(names.row(declared, t.id, row.id))
  if each == "column" then return label end
  return label .. "·" .. names.column(declared, t.id, column.id)
end

local function side(form, entry, first, last, sign)
  local terms, seen = {}, {}
  for i = first, last, 2 do
    local t, row, column = layout.locate(form.layouts, entry.terms[i])
    -- Beside the rows that are printed in its place a row is said twice.
    if not row.split then
      local name = sum_words.times(entry.terms, i) .. term_name(form.declared, entry.each, t, row, column)
      local before = sign * entry.terms[i + 1] < 0 and "－" or #terms > 0 and "＋" or ""
      if not seen[name] then terms[#terms + 1] = before .. name end
      seen[name] = true
    end
  end
  if #terms <= most_terms then return table.concat(terms) end
  return terms[1] .. terms[2] .. "＋…" .. terms[#terms]
end

-- The first sum of a rule in a form, in words.
local function in_form(rule, form)
  local entry = identity.compile(form, {rule}).list[1]
  if not entry then return nil end
  local left = side(form, entry, 1, entry.split, 1)
  local right = side(form, entry, entry.split + 1, #entry.terms, -1)
  return {each = entry.each or "one", text = left .. (entry.terms.at_most and "≤" or "＝") .. right}
end

--- The formulas of a rule: one, or where the forms have other rows one for each of them.
-- @return list of `{each = "row"|"column"|"one", text, forms = list of their names}`; empty for a rule that is no sum
function formula.of(rule)
  if not (rule.sum or rule.balance or rule.sides) then return {} end
  local list, by_text = {}, {}
  for _, id in ipairs(forms.list()) do
    local found = in_form(rule, forms.compiled(id))
    local known = found and by_text[found.text]
    if found and not known then
      found.forms, by_text[found.text], list[#list + 1] = {forms.declared(id).name}, found, found
    elseif known then
      table.insert(known.forms, forms.declared(id).name)
    end
  end
  return list
end

return formula
