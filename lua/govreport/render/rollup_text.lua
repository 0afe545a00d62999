--- The cells in which a roll-up differs as text: own number, sum, difference, and what each unit has.

local catalogue = require "govreport.base.catalogue"
local forms = require "govreport.form"
local names = require "govreport.form.names"
local text = require "govreport.render.text"

local rollup_text = {}

-- Of a cell, how many units are named.
local shown = 8

local function sign(value)
  if value < 0 then return "−" .. tostring(-value) end
  return value == 0 and "0" or "+" .. tostring(value)
end

-- The units with a number above or below 0, the largest first.
local function contributions(line, counted, lang)
  local list = {}
  for i, part in ipairs(line.parts) do
    if part and part ~= 0 then list[#list + 1] = {name = counted[i].agency, value = part, place = i} end
  end
  table.sort(list, function(a, b)
    if a.value == b.value then return a.place < b.place end
    return b.value < a.value
  end)
  local texts = {}
  for i = 1, math.min(#list, shown) do
    texts[i] = text.safe(list[i].name) .. (lang == "zh" and "" or " ") .. tostring(list[i].value)
  end
  if #list > shown then texts[#texts + 1] = catalogue.text(lang, "rollup.more", {count = #list}) end
  local joined = table.concat(texts, lang == "zh" and "、" or ", ")
  if line.unknown > 0 then joined = joined .. catalogue.text(lang, "rollup.unfilled", {count = line.unknown}) end
  return joined
end

local function header(lang)
  local function word(id) return catalogue.text(lang, "rollup.head." .. id) end
  return {"", word "value", word "sum", word "difference", word "parts"}
end

-- The rows of a table's cells, as texts.
local function rows_of(rollup, declared, table_id, lang)
  local rows = {header(lang)}
  for _, line in ipairs(rollup.lines) do
    if line.verdict == "differs" and line.table == table_id then
      rows[#rows + 1] = {
        names.row(declared, table_id, line.row) .. " · " .. names.column(declared, table_id, line.column),
        tostring(line.value), tostring(line.sum), sign(line.difference), contributions(line, rollup.counted, lang),
      }
    end
  end
  return rows
end

local function draw(rows, lines)
  local widths = {0, 0, 0, 0}
  for _, row in ipairs(rows) do
    for i in ipairs(widths) do widths[i] = math.max(widths[i], text.width(row[i])) end
  end
  for _, row in ipairs(rows) do
    local cells = {text.pad(row[1], widths[1])}
    for i = 2, 4 do cells[i] = text.pad(row[i], widths[i], "right") end
    cells[5] = row[5]
    lines[#lines + 1] = (("    " .. table.concat(cells, "  ")):gsub(" +$", ""))
  end
end

--- @param rollup what `govreport.compare.rollup` gave
-- @param lang "zh", "en"
function rollup_text.render(rollup, lang)
  local declared = forms.declared(rollup.parent.form)
  local differs = 0
  for _, line in ipairs(rollup.lines) do differs = differs + (line.verdict == "differs" and 1 or 0) end
  local lines = {catalogue.text(lang, "rollup.counted", {
    agency = text.safe(rollup.parent.agency), year = rollup.parent.year, count = #rollup.counted, lines = #rollup.lines,
    differs = differs, open = rollup.open})}
  if differs > 0 then lines[2] = catalogue.text(lang, "rollup.details") end
  for _, t in ipairs(declared.tables) do
    local rows = rows_of(rollup, declared, t.id, lang)
    if #rows > 1 then
      lines[#lines + 1] = "  " .. names.table(declared, t.id)[lang]
      draw(rows, lines)
    end
  end
  return table.concat(lines, "\n") .. "\n"
end

return rollup_text
