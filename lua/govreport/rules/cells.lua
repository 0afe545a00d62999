--- What stands in single cells: filled, readable, whole, not negative.

local notice = "国办公开办函〔2019〕60号、〔2021〕30号附件（表格填报）"
local unfilled = {blank = true, dash = true, none = true, not_applicable = true}

local function declared_column(context, t, column_id)
  for _, column in ipairs(context:declared_table(t.id).columns) do
    if column.id == column_id then return column end
  end
end

-- The unfilled cells of a table, row by row.
local function unfilled_cells(t)
  local list = {}
  for row in t:rows() do
    for cell in row:cells() do
      if unfilled[cell.state] then list[#list + 1] = cell end
    end
  end
  return list
end

-- The parts of a row's total, and whether one of them is above 0; their sum where all others are numbers or unfilled.
local function parts_of(t, row_id)
  local sum, positive = 0, false
  for cell in t:row(row_id):cells() do
    if cell.column_id ~= "total" and cell.value then
      sum = sum + cell.value
      positive = positive or cell.value > 0
    end
  end
  return sum, positive
end

local function has_total(context, t)
  return declared_column(context, t, "total") ~= nil
end

-- The blank totals of a table, if one of them must be above 0: list of cells, list of those, their sums.
local function blank_totals(context, t)
  local totals, positive, sums = {}, {}, {}
  if not has_total(context, t) then return totals, positive, sums end
  for row in t:rows() do
    local cell = row:cell("total")
    if unfilled[cell.state] then
      totals[#totals + 1] = cell
      local sum, above = parts_of(t, row.id)
      if above then
        positive[#positive + 1] = cell
        sums[#sums + 1] = sum
      end
    end
  end
  if #positive == 0 then totals = {} end
  return totals, positive, sums
end

local function joined(list, separator)
  local texts = {}
  for i, item in ipairs(list) do texts[i] = tostring(item) end
  return table.concat(texts, separator)
end

local function total_blank(context)
  for id, t in pairs(context.report.tables) do
    local totals, positive, sums = blank_totals(context, t)
    if #totals > 0 then
      local repair = {}
      for i, cell in ipairs(positive) do repair[i] = {address = cell.address, value = sums[i]} end
      context:finding{cells = totals, repair = repair,
                      fields = {place = context:table_name(id), count = #totals, positive = #positive,
                                values = {zh = joined(sums, "、"), en = joined(sums, ", ")}}}
    end
  end
end

local function blank(context)
  for id, t in pairs(context.report.tables) do
    local skip = {}
    for _, cell in ipairs((blank_totals(context, t))) do skip[cell.number] = true end
    local list = {}
    for _, cell in ipairs(unfilled_cells(t)) do
      if not skip[cell.number] then list[#list + 1] = cell end
    end
    if #list > 0 then context:finding{cells = list, fields = {place = context:table_name(id), count = #list}} end
  end
end

local function cell_fields(context, t, cell)
  return {place = context:table_name(t.id), row = context:row_label(t.id, cell.row),
          column = context:column_label(t.id, cell.column_id), raw = cell.raw or "", value = cell.value or ""}
end

-- Cells that hold something that is no number; those of rows that could not be read at all are another rule's.
local function unreadable(context)
  for _, t in pairs(context.report.tables) do
    for row in t:rows() do
      local cells, places = {}, {}
      for cell in row:cells() do
        if cell.state == "unreadable" then
          cells[#cells + 1] = cell
          places[cell.byte] = (places[cell.byte] or 0) + 1
        end
      end
      for _, cell in ipairs(cells) do
        if places[cell.byte] == 1 then context:finding{cells = {cell}, fields = cell_fields(context, t, cell)} end
      end
    end
  end
end

local function row_incomplete(context)
  for _, deviation in ipairs(context.report.deviations) do
    if deviation.kind == "row_short" or deviation.kind == "row_long" then
      local table_id, row_id = deviation.subject:match("^([^.]+)%.?(.*)$")
      local found, wanted = deviation.detail:match("^(%d+)/(%d+)$")
      local row = row_id ~= "" and context:row_label(table_id, row_id)
      local cells = {}
      if row then
        for cell in context.report.tables[table_id]:row(row_id):cells() do cells[#cells + 1] = cell end
      end
      context:finding{
        message = deviation.kind, places = {deviation}, cells = cells, expected = wanted, actual = found,
        fields = {place = context:table_name(table_id), found = found, wanted = wanted,
                  row = {zh = row and "“" .. row .. "”行" or "", en = row and ", row “" .. row .. "”" or ""}},
      }
    end
  end
end

-- Every number must be a count, unless its column says otherwise.
local function each_number(context, fails)
  for _, t in pairs(context.report.tables) do
    local columns = {}
    for _, column in ipairs(context:declared_table(t.id).columns) do columns[column.id] = column end
    for row in t:rows() do
      for cell in row:cells() do
        if cell.value and fails(cell.value, columns[cell.column_id]) then
          context:finding{cells = {cell}, actual = cell.value, fields = cell_fields(context, t, cell)}
        end
      end
    end
  end
end

local function negative(context)
  each_number(context, function(value, column) return value < 0 and not column.signed end)
end

local function not_a_count(context)
  each_number(context, function(value, column) return math.type(value) ~= "integer" and not column.decimal end)
end

return {
  {
    id = "cells.total_blank", severity = "error", basis = notice,
    title = {zh = "合计已填", en = "totals are filled in"},
    message = {
      zh = "{place}“总计”列{count}格未填，其中{positive}行已有分项数据（应为{values}），请补填；无数据的填“0”。",
      en = "{place}: {count} totals are blank, {positive} of them beside numbers (they should be {values})."},
    check = total_blank,
  },
  {
    id = "cells.blank", severity = "warning", basis = notice,
    title = {zh = "单元格已填，无数据的填“0”", en = "cells are filled in, with 0 where there is nothing"},
    message = {zh = "{place}有{count}格未填数字，无数据的请填“0”。",
               en = "{place}: {count} cells hold no number; where there is nothing, 0 must be written."},
    check = blank,
  },
  {
    id = "cells.unreadable", severity = "error", basis = notice,
    title = {zh = "单元格内容为数字", en = "cells hold numbers"},
    message = {zh = "{place}“{row}”行“{column}”列的“{raw}”不是规范的数字，请核改。",
               en = "{place}, row “{row}”, column “{column}”: “{raw}” is not a number."},
    check = unreadable,
  },
  {
    id = "cells.row_incomplete", severity = "warning", basis = notice,
    title = {zh = "每行数字个数与列数一致", en = "as many numbers as columns in every row"},
    message = {
      row_short = {zh = "{place}{row}只有{found}个数，应为{wanted}个，无法确定各数所属的列；请核对是否有未填的单元格。",
                   en = "{place}{row} has {found} numbers where {wanted} belong; their columns cannot be told."},
      row_long = {zh = "{place}{row}有{found}个数，应为{wanted}个，无法确定各数所属的列，请核对。",
                  en = "{place}{row} has {found} numbers where {wanted} belong; their columns cannot be told."},
    },
    check = row_incomplete,
  },
  {
    id = "cells.negative", severity = "error", basis = notice,
    title = {zh = "件数不为负", en = "no count is negative"},
    message = {zh = "{place}“{row}”行“{column}”列填“{raw}”，件数不应为负数，请核改。",
               en = "{place}, row “{row}”, column “{column}”: “{raw}” is negative."},
    check = negative,
  },
  {
    id = "cells.not_a_count", severity = "error", basis = notice,
    title = {zh = "件数为整数", en = "counts are whole numbers"},
    message = {zh = "{place}“{row}”行“{column}”列填“{raw}”，件数应为整数，请核改。",
               en = "{place}, row “{row}”, column “{column}”: “{raw}” is not a whole number."},
    check = not_a_count,
  },
}
