--- What the sentences of a report say of its tables, drawn for people: a line for each statement.

local catalogue = require "govreport.base.catalogue"
local place_words = require "govreport.text.place_words"
local text = require "govreport.render.text"

local claims = {}

-- received, granted + partially_granted: the addresses of the first reading.
local function meaning(context, statement)
  local parts = {}
  for i, term in ipairs(statement.readings[1]) do
    local first, last = context.report:cell(term.cells[1]), context.report:cell(term.cells[#term.cells])
    local row, column = first.row, first.column_id
    if last.row ~= row then row = row .. ".." .. last.row end
    if last.column_id ~= column then column = column .. ".." .. last.column_id end
    local sign = term.sign < 0 and "- " or i > 1 and "+ " or ""
    parts[i] = sign .. (i == 1 and first.table .. "." or "") .. row .. "." .. column
  end
  return table.concat(parts, " ")
end

local function said(statement, lang)
  if statement.kind == "none" then return catalogue.text(lang, "claims.absent") end
  if statement.kind == "uniform" then return catalogue.text(lang, "claims.uniform") end
  if statement.kind == "growth" then return catalogue.text(lang, "claims.growth") end
  if statement.kind == "share" then return statement.digits .. "%" end
  local share = statement.share and " " .. statement.share.digits .. "%" or ""
  local bound = statement.bound ~= "exact" and catalogue.text(lang, "bound." .. statement.bound) or ""
  return tostring(statement.value) .. bound .. share
end

local function verdict_of(statement, judged)
  if judged.share and judged.share.verdict == "differs" then return "differs" end
  if statement.soft and judged.verdict == "differs" then return "soft" end
  return judged.verdict
end

--- The statements of a report, one a line: place, what is said, the cells, what the table has, whether they agree.
-- @param context see `govreport.check.context`
function claims.render(context, lang)
  local lines = {}
  for _, statement in ipairs(context:statements()) do
    local judged = context:agreement(statement)
    local place = context:place(statement.start, statement.stop).place
    local value = judged.match or judged.values and judged.values[1]
    local shown = value and value.value ~= nil and statement.kind ~= "growth"
    lines[#lines + 1] = table.concat({
      text.pad(place_words.short(place, lang), 9), text.pad(said(statement, lang), 14),
      text.pad(catalogue.text(lang, "claims." .. verdict_of(statement, judged)), 10),
      text.pad(shown and catalogue.text(lang, "claims.table", {value = value.value}) or "", 12),
      text.pad(text.cut(text.safe(context:place(statement.quote_start, statement.quote_stop).raw), 48), 50),
      meaning(context, statement),
    }, " ")
  end
  if #lines == 0 then return catalogue.text(lang, "claims.none") .. "\n" end
  return table.concat(lines, "\n") .. "\n"
end

return claims
