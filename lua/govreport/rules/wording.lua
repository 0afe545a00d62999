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

-- Marks by which a copier says that he left something out. A report that is published is whole.
local marks = {"(中略)", "(下略)", "(上略)", "(以下略)", "(略)", "(以下省略)", "(省略)"}

local function find_marks(document)
  local tape, found = document.tape, {}
  for _, mark in ipairs(marks) do
    local start, stop = tape:find(mark, 1, true)
    while start do
      local line, column, byte, byte_end = document:place(start, stop + 1)
      found[#found + 1] = {raw = document:source(start, stop + 1), byte = byte,
                           place = {line = line, column = column, byte = byte, byte_end = byte_end}}
      start, stop = tape:find(mark, stop + 1, true)
    end
  end
  table.sort(found, function(a, b) return a.byte < b.byte end)
  return found
end

local function omission(context)
  local found = find_marks(context.report.document)
  if #found == 0 then return end
  local kinds, seen = {}, {}
  for _, mark in ipairs(found) do
    if not seen[mark.raw] then kinds[#kinds + 1] = "“" .. mark.raw .. "”" end
    seen[mark.raw] = true
  end
  context:finding{places = found, fields = {count = #found, marks = table.concat(kinds, "")}}
end

return {
  {
    id = "wording.omission", severity = "warning", basis = "《政府信息公开条例》第五十条",
    title = {zh = "正文没有省略标记", en = "nothing is left out"},
    message = {zh = "正文有{count}处省略标记（{marks}），发布的报告应为全文，请补全。",
               en = "marks of omission in the text: {count} ({marks}); a report is published as a whole."},
    check = omission,
  },
  {
    id = "form.label_wording", severity = "info",
    basis = "国办公开办函〔2019〕60号、〔2021〕30号附件（年度报告格式）",
    title = {zh = "表格项目名称与规定格式一致", en = "the labels are worded as in the form"},
    message = {zh = "表格中有{count}处项目名称与规定格式不一致：{list}。",
               en = "labels that differ from the form's wording, {count}: {list}."},
    check = label_wording,
  },
}
