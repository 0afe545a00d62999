--- The sums of the table of applications (收到和处理政府信息公开申请情况).

local notice = "国办公开办函〔2019〕60号、〔2021〕30号附件（第三部分表格勾稽关系）"

local function value_at(context, entry, index)
  local t = context.report.tables[entry.table.id]
  local row = entry.each == "row" and entry.key or index
  local column = entry.each == "row" and index or entry.key
  return t:cell(entry.table.rows[row].id, entry.table.columns[column].id)
end

local unfilled = {blank = true, dash = true, none = true, not_applicable = true}

-- The sum of some cells, nil where one is not filled in; and as it is written: 至少90.
local function sum_of(context, entry, indexes)
  local sum, complete = 0, true
  for _, i in ipairs(indexes) do
    local cell = value_at(context, entry, i)
    if entry.each == "row" or not context:is_subtotal(cell) then
      sum, complete = sum + (cell.value or 0), complete and not unfilled[cell.state]
    end
  end
  if complete then return sum, sum end
  return nil, {zh = "至少" .. tostring(sum), en = "at least " .. tostring(sum)}
end

local function shown(cell)
  return cell.value == nil and {zh = "（未填）", en = "(blank)"} or cell.value
end

-- What a total says: 填48件.
local function told(cell)
  if cell.value == nil then return {zh = "未填", en = "is blank"} end
  return {zh = ("填%s件"):format(cell.value), en = ("says %s"):format(cell.value)}
end

local function row_fields(context, entry)
  local total = value_at(context, entry, entry.minus[1])
  local sum, written = sum_of(context, entry, entry.plus)
  return {expected = sum, actual = total.value,
          fields = {place = context:table_name(entry.table.id), sum = written, total = told(total),
                    row = context:row_label(entry.table.id, entry.table.rows[entry.key].id)}}
end

local function column_fields(context, entry)
  local total = value_at(context, entry, entry.minus[1])
  local sum, written = sum_of(context, entry, entry.plus)
  return {expected = sum, actual = total.value,
          fields = {place = context:table_name(entry.table.id), sum = written, total = told(total),
                    column = context:column_label(entry.table.id, entry.table.columns[entry.key].id)}}
end

local function balance_fields(context, entry)
  local left, left_written = sum_of(context, entry, entry.plus)
  local right, right_written = sum_of(context, entry, entry.minus)
  return {expected = left, actual = right,
          fields = {place = context:table_name(entry.table.id), left = left_written, right = right_written,
                    received = shown(value_at(context, entry, entry.plus[1])),
                    brought = shown(value_at(context, entry, entry.plus[2])),
                    concluded = shown(value_at(context, entry, entry.minus[1])),
                    carried = shown(value_at(context, entry, entry.minus[2])),
                    column = context:column_label(entry.table.id, entry.table.columns[entry.key].id)}}
end

return {
  {
    id = "applications.row_total", severity = "error", basis = notice,
    title = {zh = "各类申请人合计等于“总计”", en = "the applicants of a row add up to its total"},
    message = {zh = "{place}“{row}”行：各类申请人合计{sum}件，“总计”{total}，请核改。",
               en = "{place}, row “{row}”: the applicants add up to {sum}, the total {total}; please correct."},
    sum = {table = "applications", each = "row", total = "total"},
    fields = row_fields,
  },
  {
    id = "applications.concluded", severity = "error", basis = notice,
    title = {zh = "各项办理结果合计等于“（七）总计”", en = "the results add up to their total"},
    message = {zh = "{place}“{column}”列：各项办理结果合计{sum}件，“（七）总计”{total}，请核改。",
               en = "{place}, column “{column}”: the results add up to {sum}, the total {total}; please correct."},
    sum = {table = "applications", each = "column", total = "concluded",
           parts = {first = "granted", last = "concluded"}},
    fields = column_fields,
  },
  {
    id = "applications.balance", severity = "error", basis = notice,
    title = {zh = "新收加上年结转等于办理总计加结转下年度", en = "received and brought forward equal concluded and carried forward"},
    message = {zh = "{place}“{column}”列勾稽关系不符：新收{received}＋上年结转{brought}＝{left}，"
                    .. "办理总计{concluded}＋结转下年度{carried}＝{right}，请核改。",
               en = "{place}, column “{column}”: received {received} + brought forward {brought} = {left}, "
                    .. "but concluded {concluded} + carried forward {carried} = {right}; please correct."},
    balance = {table = "applications", each = "column", left = {"received", "brought_forward"},
               right = {"concluded", "carried_forward"}},
    fields = balance_fields,
  },
}
