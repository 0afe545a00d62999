--- What a statement is set against, as people read it: where the value of a table stands, of what it is the sum, and
-- how the number of the sentence may have come about. Texts by language, empty where there is nothing to say.

local layout = require "govreport.form.layout"

local told = {}

-- ---- numbers as people read them ----------------------------------------------------------------

local shown_parts = 8

--- The table, the row and the column of a cell's number, as their ids.
function told.locate(context, number)
  local t, row, column = layout.locate(context.form.layouts, number)
  return t.id, row.id, column.id
end

-- What a cell holds, or must hold by the sums of its table.
local function value_of(context, number)
  return context:plane().value[number] or context:implied_values()[number]
end

-- The parts of a sum that are not 0: 272＋3, 63−4.
local function parts_of(context, value)
  local parts = {}
  for _, term in ipairs(value.terms) do
    for _, number in ipairs(term.cells) do
      local part = value_of(context, number) or 0
      if part ~= 0 then parts[#parts + 1] = {sign = term.sign, value = part, number = number} end
    end
  end
  return parts
end

--- Numbers with their signs in one text.
-- @param parts list of `{sign, value}`
function told.joined(parts, plus, minus)
  local text = ""
  for i, part in ipairs(parts) do
    local sign = part.sign < 0 and minus or plus
    text = text .. (i == 1 and part.sign > 0 and "" or sign) .. tostring(part.value)
  end
  return text
end

--- The parts of which a value is the sum, in brackets.
function told.sum(context, value)
  local parts = parts_of(context, value)
  if #parts < 2 or #parts > shown_parts then return {zh = "", en = ""} end
  return {zh = "（" .. told.joined(parts, "＋", "−") .. "）", en = " (" .. told.joined(parts, " + ", " - ") .. ")"}
end

local function only_cell(value)
  return #value.terms == 1 and #value.terms[1].cells == 1 and value.terms[1].cells[1]
end

--- Where a value stands: 第三部分表格“（一）予以公开”, “自然人”列.
function told.place(context, value)
  local table_id, row_id, column_id = told.locate(context, value.terms[1].cells[1])
  local place = context:table_name(table_id)
  if not only_cell(value) then return place end
  local row, column = context:row_label(table_id, row_id), context:column_label(table_id, column_id)
  local is_total = column_id == "total"
  return {zh = place.zh .. "“" .. row .. "”" .. (is_total and "" or "行“" .. column .. "”列"),
          en = place.en .. ", “" .. row .. "”" .. (is_total and "" or ", column “" .. column .. "”")}
end

local function row_label_of(context, number)
  local table_id, row_id = told.locate(context, number)
  return context:row_label(table_id, row_id)
end

--- “（二）部分公开”: the row of the only cell of a value, in the table and column of another one.
function told.line(context, value)
  local label = row_label_of(context, only_cell(value))
  return {zh = "“" .. label .. "”", en = "“" .. label .. "”"}
end

--- The measure word of what a table has: fees are printed in its unit, whatever the sentence says.
function told.measure(context, statement)
  return context:lexis().tables[statement.table].unit or statement.measure
end

-- What the rows that are added up in another reading are called; others by their labels.
local short_names = {
  received = {zh = "新收", en = "received"}, brought_forward = {zh = "上年结转", en = "brought forward"},
  concluded = {zh = "办理总计", en = "concluded"}, carried_forward = {zh = "结转下年度", en = "carried forward"},
}

local function name_of(context, number)
  local table_id, row_id = told.locate(context, number)
  local short = table_id == "applications" and short_names[row_id]
  if short then return short end
  local label = context:row_label(table_id, row_id)
  return {zh = "“" .. label .. "”", en = "“" .. label .. "”"}
end

--- Another value that the sentence could have meant: 新收59件加上年结转4件为63件.
function told.other_reading(context, statement, values)
  for i = 2, #values do
    local parts = parts_of(context, values[i])
    local plain = #parts > 1 and #parts <= 3
    for _, part in ipairs(parts) do plain = plain and part.sign > 0 end
    if plain and values[i].value ~= values[1].value then
      local zh, en = {}, {}
      for k, part in ipairs(parts) do
        local name = name_of(context, part.number)
        zh[k], en[k] = ("%s%s%s"):format(name.zh, part.value, statement.measure), ("%s %s"):format(name.en, part.value)
      end
      return {zh = ("；%s为%s%s"):format(table.concat(zh, "加"), values[i].value, statement.measure),
              en = ("; %s is %s"):format(table.concat(en, " + "), values[i].value)}
    end
  end
  return {zh = "", en = ""}
end

-- ---- why a number may differ --------------------------------------------------------------------

-- The other cell of a cell's row that holds a value, by number.
local function column_of_row(context, number, value)
  local t, values = layout.locate(context.form.layouts, number), context:plane().value
  local first = number - (number - t.first_cell) % #t.columns
  for other = first, first + #t.columns - 1 do
    if values[other] == value and other ~= number then return other end
  end
end

-- A number that is one cell of the sum, or one column of its row, was copied from there: the cell, by number.
local function slip_of(context, statement, main)
  local value = statement.value
  if value < 2 or statement.bound ~= "exact" then return nil end
  local several = not only_cell(main)
  for _, term in ipairs(main.terms) do
    for _, number in ipairs(term.cells) do
      if several and value_of(context, number) == value then return number, "row" end
    end
  end
  for _, term in ipairs(main.terms) do
    for _, number in ipairs(term.cells) do
      local cell = column_of_row(context, number, value)
      if cell then return cell, "cell" end
    end
  end
end

--- What the number of a statement was copied from, if from one of the cells; and that cell, by number.
function told.slip(context, statement, main)
  local cell, kind = slip_of(context, statement, main)
  if not cell then return {zh = "", en = ""} end
  local table_id, row_id, column_id = told.locate(context, cell)
  local row = context:row_label(table_id, row_id)
  if kind == "row" then
    return {zh = ("；%s%s只是其中“%s”一行的数"):format(statement.value, statement.measure, row),
            en = ("; %s is its row “%s” alone"):format(statement.value, row)}, cell
  end
  local column = context:column_label(table_id, column_id)
  return {zh = ("；%s%s只是“%s”行“%s”一列的数"):format(statement.value, statement.measure, row, column),
          en = ("; %s is the column “%s” of the row “%s” alone"):format(statement.value, column, row)}, cell
end

return told
