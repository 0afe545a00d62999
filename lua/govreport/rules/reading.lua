--- How the source was handed over: what the tool could not read, and how it can. Notices: never a report's fault.

local names = require "govreport.form.names"

-- The parts of the form that stand behind the cut, as people name them, and how many there are.
local function behind_cut(context)
  local zh, en, count = {}, {}, 0
  for i, declared in ipairs(context.form.declared.sections) do
    if not context.report:section(declared.id) and context:is_part_cut(declared.id) then
      count = count + 1
      zh[count], en[count] = "“" .. names.numeral(i) .. "、" .. declared.title .. "”", tostring(i)
    end
  end
  return {zh = table.concat(zh, ""), en = table.concat(en, ", ")}, count
end

local function lacks_cells(context)
  for _, cell in ipairs(context:odd_cells()) do
    if cell.state == "absent" and context:is_table_cut(cell.table, cell.row) then return true end
  end
  return false
end

local function cut(context)
  local own = context:cut()
  if not own then return end
  local parts, count = behind_cut(context)
  if count > 0 or lacks_cells(context) then context:leave_open("reading.cut") end
  local way = context.report.document.format == "html" and "page" or "text"
  context:finding{message = count > 0 and way .. "_parts" or way, places = {own.place},
                  fields = {last = own.place.raw, parts = parts}}
end

-- The names of the tables that are keys of a map, in the form's order.
local function table_names(context, map)
  local zh, en = {}, {}
  for _, t in ipairs(context.form.declared.tables) do
    local name = map[t.id] and context:table_name(t.id)
    zh[#zh + 1], en[#en + 1] = name and name.zh, name and name.en
  end
  return {zh = table.concat(zh, "、"), en = table.concat(en, "; ")}
end

local function disordered(context)
  local own = context:order()
  if own.flow then
    context:leave_open("reading.order")
    context:finding{message = "flow", places = {own.flow.place},
                    fields = {tables = table_names(context, own.flow.tables), count = own.flow.count}}
  end
  for _, t in ipairs(context.form.declared.tables) do
    local rows = own.ragged[t.id]
    if rows then
      context:finding{message = "ragged", places = rows, fields = {place = context:table_name(t.id), count = #rows}}
    end
  end
end

return {
  {
    id = "reading.cut", severity = "notice", basis = "提示", general = true,
    title = {zh = "文件读到结尾", en = "the source was handed over to its end"},
    message = {
      page = {
        zh = "网页似在此处中断，最后读到的是“{last}”，其后的内容没有读到，未参与核对；请待网页完全打开后重新另存为网页，或重新下载。",
        en = "the page seems to be cut off here; “{last}” was read last, and what followed was not checked. Save it "
          .. "again when it has loaded whole, or download it again."},
      page_parts = {
        zh = "网页似在此处中断，最后读到的是“{last}”，其后的{parts}没有读到，不作缺项处理；"
          .. "请待网页完全打开后重新另存为网页，或重新下载。",
        en = "the page seems to be cut off here; “{last}” was read last. The parts behind it ({parts}) were not read "
          .. "and are not taken for missing. Save the page again when it has loaded whole, or download it again."},
      text = {
        zh = "文件似在此处中断，最后读到的是“{last}”，其后的内容没有读到，未参与核对；"
          .. "请从原文件全选复制，或重新导出完整的文件。",
        en = "the source seems to be cut off here; “{last}” was read last, and what followed was not checked. Copy all "
          .. "of the original, or export it again."},
      text_parts = {
        zh = "文件似在此处中断，最后读到的是“{last}”，其后的{parts}没有读到，不作缺项处理；"
          .. "请从原文件全选复制，或重新导出完整的文件。",
        en = "the source seems to be cut off here; “{last}” was read last. The parts behind it ({parts}) were not read "
          .. "and are not taken for missing. Copy all of the original, or export it again."},
    },
    check = cut,
  },
  {
    id = "reading.order", severity = "notice", basis = "提示", general = true,
    title = {zh = "表格保持原来的次序", en = "tables keep their order"},
    message = {
      flow = {
        zh = "{tables}的数与行名、列名不在一处（有{count}个数前后没有行名），次序在转成文本时已打乱，"
          .. "未参与核对。请用Word、WPS打开原文件，另存为网页后再核对；用pdftotext转换的，请加参数-layout或-raw。",
        en = "{tables}: the values stand apart from their labels ({count} of them in runs longer than any row); turning"
          .. " the file into text lost their order, and they were not checked. Open the original in Word or WPS and"
          .. " save it as a web page; with pdftotext, give -layout or -raw."},
      ragged = {
        zh = "{place}有{count}行的数比列数少，空单元格可能在复制时丢失，无法确定各数所属的列，未参与核对。"
          .. "请用Word、WPS打开原文件，另存为网页后再核对；用pdftotext转换的，请加参数-layout。",
        en = "{place}: {count} rows have fewer values than columns; copying may have dropped blank cells, and nobody "
          .. "can tell which column each value is of. Open the original in Word or WPS and save it as a web page; with "
          .. "pdftotext, give -layout."},
    },
    check = disordered,
  },
}
