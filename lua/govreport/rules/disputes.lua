--- The sums of the table of reviews and lawsuits (行政复议、行政诉讼情况).

local notice = "国办公开办函〔2019〕60号、〔2021〕30号附件（第四部分表格）"
local short = {upheld = "维持", corrected = "纠正", other_outcome = "其他", pending = "未审结"}
local english = {upheld = "upheld", corrected = "corrected", other_outcome = "other", pending = "pending"}

local function fields(context, entry)
  local row_id = entry.table.rows[entry.key].id
  local row = context.report.tables[entry.table.id]:row(row_id)
  local sum, complete, parts, list = 0, true, {}, {}
  for cell in row:cells() do
    complete = complete and (cell.column_id == "total" or cell.value ~= nil)
    if cell.column_id ~= "total" and cell.value and cell.value ~= 0 then
      sum = sum + cell.value
      parts[#parts + 1] = short[cell.column_id] .. tostring(cell.value)
      list[#list + 1] = english[cell.column_id] .. " " .. tostring(cell.value)
    end
  end
  local total = row:cell("total")
  return {
    expected = complete and sum or nil, actual = total.value,
    fields = {
      place = context:table_name(entry.table.id), row = context:row_label(entry.table.id, row_id),
      sum = complete and sum or {zh = "至少" .. tostring(sum), en = "at least " .. tostring(sum)},
      total = total.value == nil and {zh = "未填", en = "is blank"}
              or {zh = ("填%s件"):format(total.value), en = ("says %s"):format(total.value)},
      parts = {zh = #parts > 0 and "（" .. table.concat(parts, "、") .. "）" or "",
               en = #list > 0 and " (" .. table.concat(list, ", ") .. ")" or ""},
    },
  }
end

return {
  {
    id = "disputes.total", severity = "error", basis = notice,
    title = {zh = "各项结果合计等于“总计”", en = "the outcomes add up to their total"},
    message = {zh = "{place}“{row}”：分项合计{sum}件{parts}，“总计”{total}，请核改。",
               en = "{place}, “{row}”: the outcomes add up to {sum}{parts}, the total {total}; please correct."},
    sum = {table = "disputes", each = "row", total = "total"},
    fields = fields,
  },
}
