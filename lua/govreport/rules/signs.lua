--- Signs where things are counted: a change was written into the column of a number, or a number with the sign of one.

local notice = "国办公开办函〔2019〕60号、〔2021〕30号附件（表格填报）"

-- The cells of columns without a sign that print one in front of a number.
local function signed_cells(context)
  local list = {}
  for number, _, column in context:each_of(context:plane().plus) do
    if not column.signed then list[#list + 1] = context.report:cell(number) end
  end
  return list
end

-- The column of the same row that takes changes, and whether nothing stands in it; nil where there is none.
local function column_of_changes(context, cell)
  for other in context.report.tables[cell.table]:row(cell.row):cells() do
    if context:declared_column(cell.table, other.column_id).signed then return other end
  end
end

local function sign(context)
  for _, cell in ipairs(signed_cells(context)) do
    local other = column_of_changes(context, cell)
    local is_free = other and (other.value == nil or other.value == 0)
    local fields = {place = context:table_name(cell.table), row = context:row_label(cell.table, cell.row),
                    column = context:column_label(cell.table, cell.column_id), raw = cell.raw, value = cell.value}
    if is_free then fields.other = context:column_label(cell.table, other.column_id) end
    context:finding{message = is_free and "moved" or "sign", cells = is_free and {cell, other} or {cell},
                    expected = cell.value, actual = cell.raw, fields = fields}
  end
end

return {
  {
    id = "cells.sign", severity = "warning", basis = notice,
    title = {zh = "数量不带正负号", en = "counts have no sign"},
    message = {
      sign = {zh = "{place}“{row}”行“{column}”列填“{raw}”，该列为数量，不带正负号，应填{value}，请核实。",
              en = "{place}, row “{row}”, column “{column}”: “{raw}” has a sign, and the column holds counts: {value}; "
                   .. "please verify."},
      moved = {zh = "{place}“{row}”行“{column}”列填“{raw}”，该列为数量，不带正负号：如为数量应填{value}，如为增减数应填在“{other}”列，请核实。",
               en = "{place}, row “{row}”, column “{column}”: “{raw}” has a sign, and the column holds counts; a count "
                    .. "is {value}, a change belongs in “{other}”; please verify."},
    },
    check = sign,
  },
}
