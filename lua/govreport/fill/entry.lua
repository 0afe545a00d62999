--- What is to stand in a cell: `{state, value, unit, note, raw}` as an extracted cell has them, or `{text}`, which is
-- printed as it is. Here from texts, as people write them into tables.

local core = require "govreport.core"

local entry = {}

--- The states that a cell may have, and whether a value goes with them.
entry.states = {
  number = true, text = true, date = true, flag = true, choice = true, blank = false, dash = false, none = false,
  not_applicable = false, unreadable = false, absent = false,
}

-- What people write in place of a number, and what is printed for it where nothing else is known.
local words = {
  ["—"] = "dash", ["——"] = "dash", ["-"] = "dash", ["--"] = "dash", ["－"] = "dash", ["/"] = "dash",
  ["无"] = "none", ["不适用"] = "not_applicable", ["N/A"] = "not_applicable",
}
local usual_words = {dash = "—", none = "无", not_applicable = "不适用"}

-- How flags are printed: with their boxes, one of which is ticked, or none.
local flags = {["true"] = "☑是 □否", ["false"] = "□是 ☑否", ["是"] = "☑是 □否", ["否"] = "□是 ☑否"}
entry.open_flag = "□是 □否"

--- What the cell of a row and a column holds: "number", "text", "date", "flag", "choice", "unit".
function entry.kind(row, column)
  if column.type == "unit" then return "unit" end
  return row.type and row.type ~= "number" and row.type or column.type or "number"
end

-- A number as people write it, with commas between thousands or without; nil for what is none.
local function number_of(text)
  local whole, fraction = text:match "^%+?([-%d,]*)(.*)$"
  if whole:gsub(",%d%d%d%f[^%d]", ""):find "^-?%d%d?%d?$" then whole = whole:gsub(",", "") end
  return (core.decimal(whole .. fraction))
end

-- A number or a word for none, of a cell for numbers; or nil and the code of what is wrong.
local function read_number(fields)
  local text, state = fields.value, fields.state
  if text == "" and state == "number" then return nil, "data.no_value" end
  if text == "" then return {state = state or "blank", raw = fields.raw} end
  if words[text] then return {state = words[text], raw = text} end
  local number = number_of(text)
  if not number then return nil, "data.number" end
  return {state = "number", value = number, unit = fields.unit, note = fields.note}
end

local ticks = {"☑", "☑ ", "☒", "☒ ", "√", "√ ", "✔", "✔ ", "■", "■ "}

-- Whether an option is the one that is ticked in what stood in a cell, which shows the others as well.
local function is_ticked(raw, option)
  for _, tick in ipairs(raw and ticks or {}) do
    if raw:find(tick .. option, 1, true) then return true end
  end
  return false
end

-- What stands in a cell for texts.
local function read_text(fields, kind)
  local text = fields.value
  if text == "" then
    local state = entry.states[fields.state] == false and fields.state or "blank"
    if kind == "flag" and state == "blank" then return {text = entry.open_flag} end
    return {state = state, raw = fields.raw}
  end
  if kind == "choice" and is_ticked(fields.raw, text) then return {text = fields.raw} end
  return {text = kind == "flag" and flags[text] or text}
end

--- Reads what a table has of a cell.
-- @param fields `value`, a text, `""` for none; `state`, `unit`, `note`, `raw`: nil for none
-- @param kind see `entry.kind`
-- @return an entry; or nil and a code: `data.no_value`, `data.number`, `data.no_raw`
function entry.read(fields, kind)
  if fields.state == "unreadable" and fields.value == "" then
    if not fields.raw then return nil, "data.no_raw" end
    return {state = "unreadable", text = fields.raw}
  end
  if kind == "number" then return read_number(fields) end
  return read_text(fields, kind)
end

local function is_number(value)
  return math.type(value) == "integer" or getmetatable(value) == "govreport.Decimal"
end

--- An entry of what a program gives for a cell: a number; a text, which is printed as it is; or a table with the keys
-- of an entry. Raises for everything else.
-- @param address for the message
function entry.given(own, address)
  if is_number(own) then return {state = "number", value = own} end
  if type(own) == "string" then
    local number = number_of(own)
    return {state = number and "number" or nil, value = number, text = own}
  end
  if type(own) ~= "table" or entry.states[own.state] == nil or own.state == "number" and not is_number(own.value) then
    error(("'%s': a number, a text, or a table with state and value is expected"):format(address), 0)
  end
  if own.state == "number" or not entry.states[own.state] then
    return {state = own.state, value = own.value, unit = own.unit, note = own.note, raw = own.raw,
            text = own.state == "unreadable" and (own.raw or "") or nil}
  end
  return {text = own.state == "flag" and flags[tostring(own.value)] or tostring(own.value)}
end

--- What is printed in a cell.
-- @param implied the unit that its table says of it; nil for none
function entry.text(own, implied)
  if own.text then return own.text end
  if own.state ~= "number" then
    local word = usual_words[own.state]
    return word and words[own.raw] == own.state and own.raw or word or ""
  end
  local unit = own.unit and own.unit ~= implied and own.unit or ""
  return tostring(own.value) .. unit .. (own.note and "（" .. own.note .. "）" or "")
end

return entry
