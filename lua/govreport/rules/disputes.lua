--- The sums of the table of reviews and lawsuits (行政复议、行政诉讼情况).

local notice = "国办公开办函〔2019〕60号、〔2021〕30号附件（第四部分表格）"
local short = {
  upheld = {zh = "维持", en = "upheld"}, corrected = {zh = "纠正", en = "corrected"},
  other_outcome = {zh = "其他", en = "other"}, pending = {zh = "未审结", en = "pending"},
}

local function fields(context, entry)
  local row_id = entry.table.rows[entry.key].id
  local row = context.report.tables[entry.table.id]:row(row_id)
  local sum, complete, parts, list = 0, true, {}, {}
  for cell in row:cells() do
    complete = complete and (cell.column_id == "total" or cell.value ~= nil)
    if cell.column_id ~= "total" and cell.value and cell.value ~= 0 then
      sum = sum + cell.value
      parts[#parts + 1] = short[cell.column_id].zh .. tostring(cell.value)
      list[#list + 1] = short[cell.column_id].en .. " " .. tostring(cell.value)
    end
  end
  local total = row:cell("total")
  return {
    expected = complete and sum or nil, actual = total.value,
    fields = {
      place = context:table_name(entry.table.id), row = context:row_label(entry.table.id, row_id),
      sum = complete and sum or {zh = "至少" .. tostring(sum), en = "at least " .. tostring(sum)},
      total = total.value == nil and {zh = "（未填）", en = "(blank)"} or total.value,
      parts = {zh = #parts > 0 and "（" .. table.concat(parts, "、") .. "）" or "",
               en = #list > 0 and " (" .. table.concat(list, ", ") .. ")" or ""},
    },
  }
end

return {
  {
    id = "disputes.total", severity = "error", basis = notice,
    title = {zh = "各项结果合计等于“总计”", en = "the outcomes add up to their total"},
    message = {zh = "{place}“{row}”：分项合计{sum}件{parts}，“总计”填{total}，请核改。",
               en = "{place}, “{row}”: the outcomes add up to {sum}{parts}, the total says {total}."},
    sum = {table = "disputes", each = "row", total = "total"},
    fields = fields,
  },
}
