--- The sums of the table of applications (收到和处理政府信息公开申请情况).

local notice = "国办公开办函〔2019〕60号、〔2021〕30号附件（第三部分表格勾稽关系）"

local unfilled = {blank = true, dash = true, none = true, not_applicable = true}

-- The sum of the cells from one term on to another, nil where one is not filled in; and as it is written: 至少90.
local function sum_of(context, entry, first, last)
  local sum, complete, plane = 0, true, context:plane()
  for k = first, last, 2 do
    local number = entry.terms[k]
    if entry.each == "row" or not context:is_subtotal_at(number) then
      sum, complete = sum + (plane.value[number] or 0), complete and not unfilled[plane.state[number]]
    end
  end
  if complete then return sum, sum end
  return nil, {zh = "至少" .. tostring(sum), en = "at least " .. tostring(sum)}
end

-- What the parts of a sum add up to, and what its total holds.
local function sides_of(context, entry)
  local sum, written = sum_of(context, entry, 1, entry.split)
  return sum, written, context:plane().value[entry.terms[entry.split + 1]]
end

local function shown(value) return value == nil and {zh = "（未填）", en = "(blank)"} or value end

-- What a total says: 填48件.
local function told(value)
  if value == nil then return {zh = "未填", en = "is blank"} end
  return {zh = ("填%s件"):format(value), en = ("says %s"):format(value)}
end

local function row_fields(context, entry)
  local sum, written, total = sides_of(context, entry)
  return {expected = sum, actual = total,
          fields = {place = context:table_name(entry.table.id), sum = written, total = told(total),
                    row = context:row_label(entry.table.id, entry.bound)}}
end

local function column_fields(context, entry)
  local sum, written, total = sides_of(context, entry)
  return {expected = sum, actual = total,
          fields = {place = context:table_name(entry.table.id), sum = written, total = told(total),
                    column = context:column_label(entry.table.id, entry.bound)}}
end

local function balance_fields(context, entry)
  local terms, split, value = entry.terms, entry.split, context:plane().value
  local left, left_written = sum_of(context, entry, 1, split)
  local right, right_written = sum_of(context, entry, split + 1, #terms)
  return {expected = left, actual = right,
          fields = {place = context:table_name(entry.table.id), left = left_written, right = right_written,
                    received = shown(value[terms[1]]), brought = shown(value[terms[3]]),
                    concluded = shown(value[terms[split + 1]]), carried = shown(value[terms[split + 3]]),
                    column = context:column_label(entry.table.id, entry.bound)}}
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
