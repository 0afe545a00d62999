--- Totals that nobody gave: where a sum of the rules says what a cell is and all that it adds up is known.

local core = require "govreport.core"
local forms = require "govreport.form"
local layout = require "govreport.form.layout"
local ruleset = require "govreport.check.ruleset"

local totals = {}

-- The cells of a sum by their sign, those of rows that are not printed left out.
local function sides_of(entry, layouts, is_printed)
  local sides = {[1] = {}, [-1] = {}}
  for i = 1, #entry.terms, 2 do
    local t, row, column = layout.locate(layouts, entry.terms[i])
    if is_printed(t.id, row) then
      table.insert(sides[entry.terms[i + 1]], ("%s.%s.%s"):format(t.id, row.id, column.id))
    end
  end
  return sides[1], sides[-1]
end

-- Sums that say what a cell is: `{total, parts}`.
local function definitions(form, is_printed)
  local list = {}
  for _, entry in ipairs(ruleset.for_form(ruleset.new{}, form.declared.id).sums.list) do
    local plus, minus = sides_of(entry, form.layouts, is_printed)
    local parts, total = plus, minus
    if #plus == 1 then parts, total = minus, plus end
    if not entry.terms.at_most and not entry.terms.factors and #total == 1 and #parts > 1 then
      list[#list + 1] = {total = total[1], parts = parts}
    end
  end
  return list
end

-- The sum of two numbers; nil where it has more digits than a number may have: decimals raise then, integers go on.
local function plus(a, b)
  local ok, sum = pcall(function() return a + b end)
  return ok and core.decimal(tostring(sum)) or nil
end

-- The sum of some cells and their unit; nil where one of them is no number, and where they have several units.
local function sum_of(parts, entries)
  local sum, unit = 0, nil
  for i, address in ipairs(parts) do
    local own = entries[address]
    if not own or own.state ~= "number" or i > 1 and own.unit ~= unit then return nil end
    sum, unit = plus(sum, own.value), own.unit
    if not sum then return nil end
  end
  return sum, unit
end

--- Adds the totals to what is known of cells.
-- @param entries map from addresses to entries; a cell that is in it stays as it is
-- @param is_printed function(table, row) -> whether the report has a row
-- @return list of the addresses that were added, in the order of the form
function totals.add(form_id, entries, is_printed)
  local form, added = forms.compiled(form_id), {}
  local list = definitions(form, is_printed)
  repeat
    local found = false
    for _, definition in ipairs(list) do
      local sum, unit
      if not entries[definition.total] then sum, unit = sum_of(definition.parts, entries) end
      if sum then
        entries[definition.total] = {state = "number", value = sum, unit = unit}
        found, added[definition.total] = true, true
      end
    end
  until not found
  local ordered = {}
  for _, t in ipairs(form.layouts) do
    for _, row in ipairs(t.rows) do
      for _, column in ipairs(t.columns) do
        local address = ("%s.%s.%s"):format(t.id, row.id, column.id)
        if added[address] then ordered[#ordered + 1] = address end
      end
    end
  end
  return ordered
end

return totals
