--- Whether what a report says in its sentences agrees with what stands in its tables.

local core = require "govreport.core"
local forms = require "govreport.form"
local layout = require "govreport.form.layout"
local later = require "govreport.base.later"
local lexicon = require "govreport.claims.lexicon"
local meanings = require "govreport.claims.meanings"
local neighbours = later "govreport.claims.neighbours"
local splits = require "govreport.claims.splits"

local agreement = {}

-- ---- values -------------------------------------------------------------------------------------

-- The values of all readings, and those that a cell leaves open.
local function values_of(context, list)
  local values, open = {}, {}
  for i, reading in ipairs(list) do
    local found = meanings.value(context, reading)
    local group = found and (found.value ~= nil and values or open)
    if group then
      found.index = i
      group[#group + 1] = found
    end
  end
  return values, open
end

-- A cell that sums have named as wrong says nothing about sentences.
local function is_doubtful(context, values)
  for _, value in ipairs(values) do
    for _, term in ipairs(value.terms) do
      for _, number in ipairs(term.cells) do
        if context.guilty[number] then return true end
      end
    end
  end
  return false
end

-- What a reading is by the parts of its rows, where the totals are printed otherwise: that is said of the table.
local function value_by_parts(context, value)
  local sum, values = 0, context:plane().value
  for _, term in ipairs(value.terms) do
    for _, number in ipairs(term.cells) do
      local t, _, own = layout.locate(context.form.layouts, number)
      if own.id ~= "total" then return nil end
      local before = number - (number - t.first_cell) % #t.columns - 1
      for i, column in ipairs(t.columns) do
        if column.id ~= "total" then sum = sum + term.sign * (values[before + i] or 0) end
      end
    end
  end
  return sum
end

-- ---- counts -------------------------------------------------------------------------------------

-- Whether a reading is of a row that the form prints as several.
local function is_split(context, reading)
  local _, row = layout.locate(context.form.layouts, reading[1].cells[1])
  return row.split ~= nil
end

-- A part is meant as its whole is: 收到47件 that are the new ones, 其中自然人31件 of the new ones.
local function readings_of(context, statement)
  local match = statement.parent and context:agreement(statement.parent).match
  return match and {statement.readings[match.index]} or statement.readings
end

-- A number of a statement agrees with a value of its table in the same unit: fees in 元.
local function agrees(context, statement, actual)
  local factor = lexicon.money[statement.measure]
  local unit = factor and context:lexis().tables[statement.table].unit
  if not unit then return meanings.agrees(statement, actual) end
  return meanings.agrees({value = factor * statement.value, bound = statement.bound,
                          more = statement.more and factor * statement.more,
                          step = statement.step and factor * statement.step}, lexicon.money[unit] * actual)
end

local none = {}

-- The value that a number agrees with; the values in front of it, and of the readings that a cell leaves open. All of
-- them where it agrees with none.
local function agreeing(context, statement, readings)
  local values, open = {}, none
  for i, reading in ipairs(readings) do
    local found = meanings.value(context, reading)
    if found then
      found.index = i
      if found.value == nil then
        if open == none then open = {} end
        open[#open + 1] = found
      else
        values[#values + 1] = found
        if agrees(context, statement, found.value) then return found, values, open end
      end
    end
  end
  return nil, values, open
end

local function judge_count(context, statement)
  local match, values, open = agreeing(context, statement, readings_of(context, statement))
  if match then
    -- A column that only another reading of its row has may be that by chance.
    local by_chance = match.index > 1 and statement.column and not statement.parent
    return {verdict = by_chance and "open" or "agrees", values = values, match = not by_chance and match or nil}
  end
  -- What is left blank is 0 as far as the sentence is concerned.
  for _, value in ipairs(open) do
    local is_nothing = value.least == statement.value and statement.bound == "exact"
    if is_nothing then return {verdict = "agrees", values = values} end
  end
  local main = values[1]
  local unsure = #open > 0 or not main or main.index > 1 and not is_split(context, statement.readings[1])
  if unsure or is_doubtful(context, values) then return {verdict = "open", values = values} end
  for _, value in ipairs(values) do
    local sum = value_by_parts(context, value)
    if sum and agrees(context, statement, sum) then
      return {verdict = "open", values = values}
    end
  end
  return {verdict = "differs", values = values}
end

-- What a reading must be at least; of a difference, how far it is from nothing.
local function left_of(value)
  for _, term in ipairs(value.terms) do
    if term.sign < 0 then return value.value and math.abs(value.value) or 0 end
  end
  return value.least
end

-- 未发生, 均获维持: what is named must be nothing.
local function judge_nothing(context, statement)
  local found, least, known = {}, 0, true
  for _, reading in ipairs(statement.readings) do
    local value = meanings.value(context, reading)
    if value then
      found[#found + 1], least = value, least + left_of(value)
      known = known and value.value ~= nil
    end
  end
  if #found == 0 then return {verdict = "open", values = found} end
  -- A denial may be meant as any of its readings.
  if least > 0 then
    return {verdict = is_doubtful(context, found) and "open" or "differs", values = found}
  end
  return {verdict = known and "agrees" or "open", values = found}
end

-- ---- shares -------------------------------------------------------------------------------------

local function find_totals(context, table_id)
  local list = {}
  local lexis = context:lexis()
  for _, of in ipairs(lexis.shares[table_id] or {}) do
    local reading = meanings.make(context.form, {{of}}, lexis.tables[table_id].column)[1]
    local value = reading and meanings.value(context, reading)
    if value and math.type(value.value) == "integer" then list[#list + 1] = value.value end
  end
  return list
end

local function no_totals() return {} end

-- The totals of a table.
local function totals(context, table_id)
  local known = context:once("totals_of_tables", no_totals)
  known[table_id] = known[table_id] or find_totals(context, table_id)
  return known[table_id]
end

-- The values of what a share is said to be of.
local function named_wholes(context, readings)
  local list = {}
  for _, value in ipairs((values_of(context, readings))) do
    if math.type(value.value) == "integer" then list[#list + 1] = value.value end
  end
  return list
end

-- Of a column, the total of its row.
local function own_total(context, statement)
  if statement.kind ~= "share" or not statement.column then return {} end
  local total = context:lexis().tables[statement.table].column[1]
  return named_wholes(context, meanings.make(context.form, statement.rows, {total}))
end

-- All that a percentage may be of: what it names; or the totals of the table, and what is counted beside it or in front
-- of it.
local function wholes(context, statement, named)
  if named then return named_wholes(context, named) end
  local list = own_total(context, statement)
  -- 新收申请154件，其中自然人申请121件，占78.6%: first of all it is of what the sentence takes apart.
  if statement.parent and statement.parent.bound == "exact" then table.insert(list, 1, statement.parent.value) end
  local all = totals(context, statement.table)
  table.move(all, 1, #all, #list + 1, list)
  if statement.lead then table.move(statement.lead, 1, #statement.lead, #list + 1, list) end
  local counted = neighbours.of(context):wholes(statement)
  return table.move(counted, 1, #counted, #list + 1, list)
end

--- Whether a percentage is the share of one of some parts in one of the wholes. Gives the main share as it would be
-- printed, its part and its whole.
local function judge_share(context, statement, percent, parts)
  local list = wholes(context, statement, percent.whole)
  if #list == 0 or #parts == 0 then return {verdict = "open"} end
  for _, part in ipairs(parts) do
    for _, whole in ipairs(list) do
      if meanings.is_share(percent, part, whole) then return {verdict = "agrees", part = part, whole = whole} end
    end
  end
  local part, whole = parts[1], list[1]
  if whole <= 0 or part > whole then return {verdict = "open"} end
  return {verdict = "differs", part = part, whole = whole, expected = meanings.share(percent.digits, part, whole)}
end

local function integers(values)
  local list = {}
  for _, value in ipairs(values) do
    if math.type(value.value) == "integer" then list[#list + 1] = value.value end
  end
  return list
end

-- Of numbers that the sentence itself gives.
local function judge_piece(statement)
  local piece, whole = statement.piece, statement.whole_value
  local is_right = meanings.is_share(statement, piece, whole)
  if is_right or math.type(piece) ~= "integer" or math.type(whole) ~= "integer" or piece > whole then
    return {verdict = is_right and "agrees" or "open", part = piece, whole = whole}
  end
  return {verdict = "differs", part = piece, whole = whole, expected = meanings.share(statement.digits, piece, whole)}
end

local function judge_share_alone(context, statement)
  if statement.piece then return judge_piece(statement) end
  local values = values_of(context, statement.readings)
  if is_doubtful(context, values) then return {verdict = "open", values = values} end
  local judged = judge_share(context, statement, statement, integers(values))
  judged.values = values
  return judged
end

-- ---- growth -------------------------------------------------------------------------------------

-- The report of the year before, as far as readings ask.
local function context_of_previous(context)
  return context:once("context_of_previous", function()
    local made = {}
    local plane = core.plane(context.previous)
    return {
      report = context.previous, guilty = {}, implied_values = function() return {} end,
      plane = function() return plane end,
      once = function(_, name, make)
        made[name] = made[name] or make()
        return made[name]
      end,
    }
  end)
end

-- Whole values by the number of their reading: what grew is compared with the same of last year.
local function by_reading(context, list)
  local found = {}
  for _, value in ipairs((values_of(context, list))) do
    found[value.index] = value.value
  end
  return found
end

local function grew(statement, now, before)
  local change = (now - before) * (statement.direction == 0 and 1 or statement.direction)
  if statement.direction == 0 then return change == 0 end
  if change < 0 then return false end
  if statement.digits then return meanings.is_share(statement, change, before) end
  return meanings.agrees(statement, change)
end

-- The readings that the number beside a growth can mean, by their place; all where it is none of them.
local function meant_readings(statement, now)
  local list = {}
  for i = 1, #statement.readings do
    if statement.counted and now[i] == statement.counted then list[#list + 1] = i end
  end
  for i = 1, #list == 0 and #statement.readings or 0 do list[i] = i end
  return list
end

-- What a growth in percent is, with as many places as the printed one; nil where the sentence has none.
local function growth_percent(statement, now, before)
  local change = now - before
  if not statement.digits or math.type(change) ~= "integer" or math.type(before) ~= "integer" then return nil end
  return meanings.share(statement.digits, math.abs(change), before)
end

local function judge_growth(context, statement)
  if not context.previous then return {verdict = "open", values = {}} end
  local form = forms.compiled(context.previous.form)
  local past = meanings.of(form, statement.rows, statement.columns)
  if #past ~= #statement.readings then return {verdict = "open", values = {}} end
  local now, before = by_reading(context, statement.readings), by_reading(context_of_previous(context), past)
  local meant = meant_readings(statement, now)
  for _, i in ipairs(meant) do
    for _, current in ipairs(before[i] and {now[i] or statement.counted, statement.counted or now[i]} or {}) do
      if before[i] ~= 0 and grew(statement, current, before[i]) then
        return {verdict = "agrees", now = current, before = before[i], match = {index = i}}
      end
    end
  end
  local is_of_main = now[1] and before[1] and before[1] ~= 0 and grew(statement, now[1], before[1])
  if is_of_main then return {verdict = "agrees", now = now[1], before = before[1], match = {index = 1}} end
  local main = meant[1]
  local current = statement.counted or now[main]
  if not current or not before[main] or before[main] == 0 then return {verdict = "open", match = {index = main}} end
  return {verdict = "differs", now = current, before = before[main], match = {index = main},
          percent = growth_percent(statement, current, before[main])}
end

-- A number and what its sentence takes it apart into.
local function judge_whole(_, statement) return splits.judge(statement.whole, statement.parts) end

-- ---- the whole ----------------------------------------------------------------------------------

-- Whether the numbers that a statement may be a part of are all that the table has: one of them, or their sum.
local function leads_to_all(context, statement)
  local sum = 0
  for _, number in ipairs(statement.lead) do sum = sum + number end
  for _, total in ipairs(totals(context, statement.table)) do
    if sum == total then return true end
    for _, number in ipairs(statement.lead) do
      if number == total then return true end
    end
  end
  return false
end

local judges = {count = judge_count, none = judge_nothing, uniform = judge_nothing, share = judge_share_alone,
                growth = judge_growth, whole = judge_whole}

--- Judges a statement.
-- @param context that of the check, with its `form` and `report`
-- @return `{verdict, values, match, share}`: `verdict` is "agrees", "differs", or "open" where the tables cannot tell;
-- `values` those of the readings, the main one first, up to the one that a count agrees with, its `match`; `share` is
-- judged the same way, with `expected`, `part` and `whole`; a growth has `now` and `before`, and `percent`, what it
-- should be, where the sentence has one
function agreement.of(context, statement)
  local judged = judges[statement.kind](context, statement)
  if judged.verdict == "differs" and statement.lead and not leads_to_all(context, statement) then
    judged.verdict = "open"
  end
  if statement.kind == "count" and statement.share and judged.verdict ~= "open" then
    local parts = integers((values_of(context, readings_of(context, statement))))
    -- A number that is wrong has a share that is.
    if judged.verdict == "agrees" and statement.bound == "exact" then parts[#parts + 1] = statement.value end
    judged.share = judge_share(context, statement, statement.share, parts)
  end
  return judged
end

return agreement
