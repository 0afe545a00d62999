--- Part two of the form of 2019: items of last year, their change, decisions of this year.

-- 处理决定数量 counts decisions, the two columns before it count items: when it is their sum in row after row,
-- the columns were misread.
local function decisions_equal_items(context)
  if not context:declared_column("licensing", "previous_items") then return end
  local cells, texts = {}, {}
  for _, id in ipairs{"licensing", "enforcement"} do
    for row, before, change, decisions in context:rows_of(id, "previous_items", "change", "decisions") do
      local known = before and change and decisions
      if known and change ~= 0 and before + change == decisions then
        cells[#cells + 1] = context.report.tables[id]:cell(row, "decisions")
        texts[#texts + 1] = ("%s%s%s＝%s"):format(before, change < 0 and "−" or "＋", change < 0 and -change or change,
                                                  decisions)
      end
    end
  end
  if #cells > 0 then
    context:finding{cells = cells, fields = {count = #cells, sums = table.concat(texts, "，")}}
  end
end

return {
  {
    id = "proactive.decisions_equal_items", severity = "info", basis = "提示",
    title = {zh = "处理决定数量不是项目数量之和", en = "decisions are not the sum of items"},
    message = {
      zh = "第二部分表格有{count}行的“处理决定数量”恰等于“上一年项目数量”加“本年增/减”（{sums}）；"
           .. "前两列为事项数，“处理决定数量”为本年作出的决定数，如系误填请更正。",
      en = "part 2: rows whose decisions equal last year's items plus their change: {count} ({sums}); "
           .. "the first two columns count items, the third counts this year's decisions; please correct it if they "
           .. "were taken for each other."},
    tables = {"licensing", "enforcement"},
    check = decisions_equal_items,
  },
}
