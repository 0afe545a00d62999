--- Sentences put into the example report, and what is read from them, as text.

local example = require "spec.support.example"
local forms = require "govreport.form"
local lexicon = require "govreport.claims.lexicon"
local claims = require "govreport.claims"
local running_text = require "govreport.text.running_text"

local narrative = {}

local head, tail
do
  local text = example.text
  local start = select(2, text:find("  一、总体情况\n\n", 1, true))
  local stop = text:find("\n  二、主动公开政府信息情况", 1, true)
  head, tail = text:sub(1, start), text:sub(stop)
end

--- The example report with other prose in its first part; `¶` begins a paragraph.
function narrative.report(prose)
  return head .. "  " .. prose:gsub("¶", "\n\n  ") .. "\n" .. tail
end

--- The statements of such a report, and the report.
function narrative.statements(prose)
  local report = example.report(narrative.report(prose))
  local form = forms.compiled(report.form)
  local list = {}
  for _, statement in ipairs(claims.of(report, form, lexicon.of_form(form.declared), running_text.texts(report))) do
    if statement.section == "overview" then list[#list + 1] = statement end
  end
  return list, report
end

-- ---- as text ------------------------------------------------------------------------------------

local bounds = {exact = "", at_least = ">=", at_most = "<=", about = "~"}

-- Short names of what the words stand for together.
local short = {
  ["denied_state_secret..denied_registry_inquiry"] = "denied",
  ["unavailable_not_held..unavailable_unclear"] = "unavailable",
  ["not_processed_petition..not_processed_reconfirmation"] = "not_processed",
  ["litigation_direct..litigation_after_reconsideration"] = "litigation",
  ["business..other_organization"] = "organizations",
}

-- The first reading: `received`, `granted + partially_granted`, `received/natural_person`.
local function meaning(report, statement)
  local parts = {}
  for _, term in ipairs(statement.readings[1]) do
    local cell = report:cell(term.cells[1])
    local of = term.of:gsub("^applications%.", ""):gsub("^disputes%.", "")
    local last = report:cell(term.cells[#term.cells])
    of = short[of] or of
    if cell.column_id ~= "total" and cell.column_id ~= "decisions" then
      local columns = cell.column_id
      if last.column_id ~= columns then columns = columns .. ".." .. last.column_id end
      of = of .. "/" .. (short[columns] or columns)
    end
    parts[#parts + 1] = (term.sign < 0 and "-" or "") .. of
  end
  return table.concat(parts, " + ")
end

local function describe(report, statement)
  local said = statement.value and bounds[statement.bound or "exact"] .. tostring(statement.value)
  if statement.kind == "whole" then
    local list = {}
    for i, part in ipairs(statement.parts) do list[i] = tostring(part.value) end
    return said .. " = " .. table.concat(list, " + ")
  elseif statement.kind == "growth" then
    local sign = statement.direction > 0 and "+" or statement.direction < 0 and "-" or "="
    said = sign .. (statement.digits and statement.digits .. "%" or statement.value or "")
  elseif statement.kind == "share" then said = statement.digits .. "%"
  elseif statement.kind == "uniform" then said = "all"
  elseif statement.kind == "none" then said = "none"
  end
  local text = said .. " " .. meaning(report, statement)
  if statement.share then text = text .. " " .. statement.share.digits .. "%" end
  if statement.lead then text = text .. " of " .. table.concat(statement.lead, ", ") end
  if statement.soft then text = text .. " soft" elseif statement.assumed then text = text .. " assumed" end
  if statement.scope then text = text .. " @" .. statement.scope.word end
  return text
end

--- What is read from a sentence: its statements, joined by `; `, or `-`.
function narrative.describe(prose)
  local list, report = narrative.statements(prose)
  local texts = {}
  for i, statement in ipairs(list) do texts[i] = describe(report, statement) end
  return #texts > 0 and table.concat(texts, "; ") or "-"
end

return narrative
