--- Sums in the words of messages: 第三部分表格“总计”列：（一）予以公开＋2×（二）部分公开为1＋2×2＝5.

local identity = require "govreport.check.identity"
local names = require "govreport.form.names"
local sum_units = require "govreport.check.sum_units"

local sum_words = {}

--- （一）予以公开, or “（一）予以公开”“总计” where the cell alone has to say it.
-- @param each what a sum goes along, "row" or "column"; nil where both have to be said
function sum_words.cell_name(context, cell, each)
  local row, column = context:row_label(cell.table, cell.row), context:column_label(cell.table, cell.column_id)
  if each == "row" then return column end
  if each == "column" then return row end
  if names.is_list(context.form.declared, cell.table) then return "“" .. row .. "”" end
  return "“" .. row .. "”“" .. column .. "”"
end

--- A factor in front of what it multiplies: `2×`; nothing for 1.
function sum_words.times(terms, i)
  local factor = identity.factor(terms, i)
  return factor == 1 and "" or tostring(factor) .. "×"
end

local longest = 4

-- What stands between a sum and its value, where some of it is unknown: 5＋（未填）≥5.
local function relation(added, taken)
  if added == 0 and taken == 0 then return "＝" end
  if taken == 0 then return "≥" end
  return added == 0 and "≤" or nil
end

-- A number, with its unit where the sum has several.
local function printed(cell, unit) return tostring(cell.value) .. (unit and (cell.unit or unit) or "") end

-- One side of a sum: its value, nil where a part of it is unknown; the sum as it is written; what is added up. Rows
-- that a report prints in others are no part of it.
local function side_of(context, entry, first, last, side)
  local unit = sum_units.of(context.report, entry.terms)
  local value, texts, labels, factors = 0, {}, {}, false
  local unknown = {[true] = 0, [false] = 0}   -- added, taken away
  for i = first, last, 2 do
    local cell, added = context.report:cell(entry.terms[i]), entry.terms[i + 1] == side
    if cell.state ~= "absent" then
      local part = cell.value and identity.product(entry.terms, i, sum_units.value(cell, unit))
      local sign, times = not added and "－" or #texts > 0 and "＋" or "", sum_words.times(entry.terms, i)
      if part == nil then unknown[added] = unknown[added] + 1 end
      value = added and value + (part or 0) or value - (part or 0)
      texts[#texts + 1] = sign .. times .. (part == nil and "（未填）" or printed(cell, unit))
      labels[#labels + 1] = sign .. times .. sum_words.cell_name(context, cell, entry.each)
      factors = factors or times ~= ""
    end
  end
  local count, related = #texts, relation(unknown[true], unknown[false])
  local in_all = tostring(value) .. (unit or "")
  local known, result = related == "＝", related and related .. in_all or ""
  local text = known and in_all or result
  if count == 1 and not factors then text = texts[1]
  elseif count > 0 and count <= longest then text = table.concat(texts) .. result end
  local name = count <= longest and table.concat(labels)
  local span = (labels[1] or "") .. "…" .. (labels[#labels] or ""):gsub("^＋", "")
  return {value = known and value or nil, text = {zh = text, en = text},
          name = {zh = name or span .. "合计", en = name or span}}
end

local function where(context, entry)
  if not entry.each then return {zh = "", en = ""} end
  local label = entry.each == "row" and context:row_label(entry.table.id, entry.bound)
                or context:column_label(entry.table.id, entry.bound)
  if entry.table.across then return {zh = "“" .. label .. "”", en = ", “" .. label .. "”"} end
  return {zh = "“" .. label .. "”" .. (entry.each == "row" and "行" or "列"),
          en = ", " .. entry.each .. " “" .. label .. "”"}
end

--- What the message of a sum that fails may say: `place`, `where`, `left`, `right`, `left_name`, `right_name`.
function sum_words.fields(context, entry)
  local left = side_of(context, entry, 1, entry.split, 1)
  local right = side_of(context, entry, entry.split + 1, #entry.terms, -1)
  return {expected = right.value, actual = left.value,
          fields = {place = context:table_name(entry.table.id), where = where(context, entry), left = left.text,
                    right = right.text, left_name = left.name, right_name = right.name}}
end

return sum_words
