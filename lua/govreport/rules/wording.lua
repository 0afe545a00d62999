--- The wording of labels.

-- Labels that differ from the form in a way that does not hide what is meant: one finding for all.
local function label_wording(context)
  local places, zh, en = {}, {}, {}
  for i, deviation in ipairs(context:deviations "label_misprint") do
    local raw, subject, line = deviation.raw, deviation.subject, deviation.line
    places[i] = deviation
    zh[i] = ("“%s”应为“%s”（第%d行）"):format(raw, subject, line)
    en[i] = ("“%s” for “%s” (line %d)"):format(raw, subject, line)
  end
  if #places == 0 then return end
  context:finding{places = places, fields = {count = #places, list = {zh = table.concat(zh, "；"),
                                                                      en = table.concat(en, "; ")}}}
end

return {
  {
    id = "form.label_wording", severity = "info",
    basis = "国办公开办函〔2019〕60号、〔2021〕30号附件（年度报告格式）",
    title = {zh = "表格项目名称与规定格式一致", en = "the labels are worded as in the form"},
    message = {zh = "表格中有{count}处项目名称与规定格式不一致：{list}。",
               en = "{count} labels differ from the form's wording: {list}."},
    check = label_wording,
  },
}
