--- Tables, their rows, columns and labels: whether all that the form asks for is there, in its place. Only what was
-- read whole is said to be missing; the rest is told by `govreport.rules.reading`.

local notice = "国办公开办函〔2019〕60号、〔2021〕30号附件（年度报告格式）"

-- The deviations of some kinds.
local function deviations(context, ...)
  local list = {}
  for _, kind in ipairs{...} do
    local found = context:deviations(kind)
    table.move(found, 1, #found, #list + 1, list)
  end
  return list
end

-- What other forms must hold no official text says.
local function severity(context) return not context.usual and "warning" or nil end

local function table_missing(context)
  for _, t in ipairs(context:reading().survey.tables) do
    if t.is_missing then
      context:finding{message = t.part and "rowless" or "missing", severity = severity(context), places = {t.part},
                      fields = {place = context:table_name(t.id)}}
    end
  end
end

-- ---- rows ---------------------------------------------------------------------------------------

-- So many rows that are missing one after the other are told one by one; more have one cause.
local single_rows = 3

local function row_fields(context, row)
  return {place = context:table_name(row.table), row = context:row_label(row.table, row.id)}
end

local function tell_missing(context, run)
  if #run <= single_rows then
    for _, row in ipairs(run) do
      context:finding{message = "missing", severity = severity(context), cells = row.cells,
                      fields = row_fields(context, row)}
    end
    return
  end
  local cells, formerly, fields = {}, {}, row_fields(context, run[1])
  for i, row in ipairs(run) do
    table.move(row.cells, 1, #row.cells, #cells + 1, cells)
    formerly[i] = {rule = "structure.row_missing", cells = row.cells}
  end
  fields.count, fields.last = #run, context:row_label(run[#run].table, run[#run].id)
  context:finding{message = "several", severity = severity(context), cells = cells, fields = fields,
                  formerly = formerly}
end

local function row_missing(context)
  for _, t in ipairs(context:reading().survey.tables) do
    for _, run in ipairs(t.missing) do tell_missing(context, run) end
    for _, entry in ipairs(t.misnamed) do
      local fields = row_fields(context, entry.row)
      fields.printed = entry.stranger.text
      context:finding{message = "misnamed", severity = severity(context), cells = entry.row.cells,
                      places = {entry.stranger.deviation}, fields = fields}
    end
  end
end

-- ---- columns ------------------------------------------------------------------------------------

local function column_missing(context)
  local judged = context:reading()
  for _, t in ipairs(judged.survey.tables) do
    local header = judged.headers[t.id]
    for _, column in ipairs(header and not header.is_unread and header.absent or {}) do
      local stranger = header.misnamed
      context:finding{
        message = stranger and "misnamed" or column.row and "cell" or "column", severity = severity(context),
        cells = column.cells, places = {stranger and stranger.deviation},
        fields = {place = context:table_name(t.id), column = column.label, printed = stranger and stranger.text,
                  row = column.row and context:row_label(t.id, column.row)}}
    end
  end
end

-- The words that a header lacks, without those of columns whose cells are missing as well.
local function lacking_words(header)
  local told, labels = {}, {}
  for _, column in ipairs(header.absent) do told[column.label] = true end
  for _, label in ipairs(header.missing) do
    if not told[label] then labels[#labels + 1] = "“" .. label .. "”" end
  end
  return labels
end

-- What the header of one table lacks: one finding, as its want has one cause.
local function tell_header(context, t, header)
  local place, labels = context:table_name(t.id), lacking_words(header)
  local whole = header.columns_unknown or header.header_missing
  if whole then
    return context:finding{message = header.columns_unknown and "columns_unknown" or "header_missing",
                           places = {whole}, cells = context:cells_of(t.id, ""), fields = {place = place}}
  end
  if header.caption then
    context:finding{message = "caption_missing", places = {header.caption},
                    fields = {place = place, label = header.caption.subject}}
  end
  if #labels == 0 then return end
  if header.misnamed then
    return context:finding{message = "misnamed", places = {header.misnamed.deviation},
                           fields = {place = place, printed = header.misnamed.text, label = header.missing[1]}}
  end
  context:finding{message = "column_missing", places = {header.deviation},
                  fields = {place = place, list = {zh = table.concat(labels, "、"), en = table.concat(labels, ", ")},
                            which = #labels == 1 and {zh = "该列", en = "the column was"}
                                    or {zh = "相应各列", en = "these columns were"}}}
end

local function header(context)
  local judged = context:reading()
  for _, t in ipairs(judged.survey.tables) do
    local own = judged.headers[t.id]
    if own and not own.is_unread then tell_header(context, t, own) end
  end
end

-- ---- texts that the form does not have -----------------------------------------------------------

-- So many unknown labels are told one by one; more are told together.
local single_strangers = 3
local shown_strangers = 10

local function label_unknown(context)
  local strangers, places = context:reading().own, {}
  for i, stranger in ipairs(strangers) do places[i] = stranger.deviation end
  if #strangers <= single_strangers then
    for _, deviation in ipairs(places) do
      context:finding{message = deviation.detail ~= "" and "near" or "far", places = {deviation},
                      fields = {label = deviation.raw, nearest = deviation.detail}}
    end
    return
  end
  local labels = {}
  for i = 1, math.min(#places, shown_strangers) do labels[i] = "“" .. places[i].raw .. "”" end
  local more = #places > shown_strangers
  context:finding{message = "many", places = places, fields = {count = #places, list = {
    zh = table.concat(labels, "、") .. (more and "等" or ""),
    en = table.concat(labels, ", ") .. (more and ", …" or "")}}}
end

local function table_place(context)
  for _, deviation in ipairs(deviations(context, "table_misplaced")) do
    context:finding{places = {deviation}, fields = {place = context:table_name(deviation.subject)}}
  end
end

local function split_address(address)
  return address:match("^([^.]+)%.?(.*)$")
end

local function row_name(context, address)
  local table_id, row_id = split_address(address)
  local row = row_id ~= "" and context:row_label(table_id, row_id)
  return context:table_name(table_id), row and "“" .. row .. "”行" or "", row and ", row “" .. row .. "”" or ""
end

local function row_conflict(context)
  for _, deviation in ipairs(deviations(context, "row_conflict")) do
    local place, zh, en = row_name(context, deviation.subject)
    context:finding{places = {deviation}, cells = context:cells_of(split_address(deviation.subject)),
                    fields = {place = place, row = {zh = zh, en = en}}}
  end
end

local function row_repeated(context)
  local list = deviations(context, "row_repeated")
  if #list > 0 then context:finding{places = list, fields = {count = #list}} end
end

return {
  {
    id = "structure.table_missing", severity = "error", basis = notice, general = true,
    title = {zh = "应有的表格齐全", en = "all tables are there"},
    message = {
      missing = {zh = "缺少{place}，请按规定格式补充。", en = "{place} is missing; please add it."},
      rowless = {zh = "{place}只有表头，没有数据行，请按规定格式补充。", en = "{place} has its header, but no rows; please add them."},
    },
    needs = {gaps = true},
    check = table_missing,
  },
  {
    id = "structure.row_missing", severity = "error", basis = notice, general = true,
    title = {zh = "表格各行齐全", en = "all rows are there"},
    message = {
      missing = {zh = "{place}缺少“{row}”行，请按规定格式补充。", en = "{place}: the row “{row}” is missing; please add it."},
      several = {zh = "{place}缺少{count}行（自“{row}”至“{last}”），请按规定格式补充。",
                 en = "{place}: rows missing, from “{row}” to “{last}”: {count}; please add them."},
      misnamed = {zh = "{place}缺少“{row}”行，疑误写为“{printed}”（该行数据未参与核对），应为“{row}”，请核改。",
                  en = "{place}: the row “{row}” is missing; it seems to stand as “{printed}”, which was not checked; "
                       .. "please correct the label."},
    },
    needs = {gaps = true},
    check = row_missing,
  },
  {
    id = "structure.column_missing", severity = "error", basis = notice, general = true,
    title = {zh = "表格各列齐全", en = "all columns are there"},
    message = {
      column = {zh = "{place}缺少“{column}”列，请按规定格式补充。",
                en = "{place}: the column “{column}” is missing; please add it."},
      misnamed = {zh = "{place}缺少“{column}”列，疑误写为“{printed}”（该列数据未参与核对），应为“{column}”，请核改。",
                  en = "{place}: the column “{column}” is missing; it seems to stand as “{printed}”, which was not "
                       .. "checked; please correct the label."},
      cell = {zh = "{place}“{row}”缺少“{column}”一项，请按规定格式补充。",
              en = "{place}, “{row}”: “{column}” is missing; please add it."},
    },
    needs = {gaps = true},
    check = column_missing,
  },
  {
    id = "structure.header", severity = "warning", basis = notice, general = true,
    title = {zh = "表头完整", en = "the tables have their headers"},
    message = {
      header_missing = {zh = "{place}没有表头（核对时各列按规定格式的顺序读取），请核实后补充表头。",
                        en = "{place} has no header; its columns were read in the form's order; please verify and "
                              .. "add it."},
      columns_unknown = {zh = "{place}的表头不完整、有重复或顺序与规定格式不同，无法确定各列含义，请核实后按规定格式更正表头。",
                         en = "{place}: the header is incomplete, repeats itself or is out of order; "
                              .. "the columns cannot be told; please verify."},
      column_missing = {zh = "{place}表头缺少{list}（核对时{which}按规定格式的顺序读取），请核实后补充。",
                        en = "{place}: the header lacks {list}; {which} read in the form's order; please verify."},
      misnamed = {zh = "{place}表头的“{printed}”不在规定格式内，疑应为“{label}”（核对时该列按规定格式的顺序读取），请核实后更正。",
                  en = "{place}: “{printed}” in the header seems to stand for “{label}”; the column was read in the "
                       .. "form's order; please verify."},
      caption_missing = {zh = "{place}缺少“{label}”一行，请核实后补充。",
                         en = "{place}: the line “{label}” is missing; please verify."},
    },
    needs = {gaps = true},
    check = header,
  },
  {
    id = "structure.label_unknown", severity = "warning", basis = notice, general = true,
    title = {zh = "表格中没有格式以外的项目", en = "the tables have only the form's labels"},
    message = {
      near = {zh = "表格中的“{label}”不在规定格式内，疑应为“{nearest}”，请核实后更正。",
              en = "“{label}” is not a label of the form; please verify, it may "
                    .. "be “{nearest}”."},
      far = {zh = "表格中的“{label}”不在规定格式内，请核实后更正或删除。", en = "“{label}” is not a label of the form; please verify."},
      many = {zh = "表格中有{count}处文字不在规定格式内（{list}），请核实后更正或删除。",
              en = "texts in the tables that are no labels of the form: {count} ({list}); please verify."},
    },
    needs = {gaps = true},
    check = label_unknown,
  },
  {
    id = "structure.table_place", severity = "warning", basis = notice, general = true,
    title = {zh = "表格在所属部分之内", en = "every table stands in its part"},
    message = {zh = "{place}的数据出现在所属部分之外，请核实是否为本机关本年度的表格。",
               en = "{place}: its data stand outside of their part; please verify that they are not another year's or "
                    .. "body's."},
    needs = {deviations = {"table_misplaced"}},
    check = table_place,
  },
  {
    id = "structure.row_conflict", severity = "error", basis = notice, general = true,
    title = {zh = "同一行没有两组不同的数", en = "no row stands twice with other numbers"},
    message = {zh = "{place}{row}出现两次且数据不同，请核改，只保留正确的一行。",
               en = "{place}{row} stands twice with different numbers; please correct and keep one."},
    needs = {deviations = {"row_conflict"}},
    check = row_conflict,
  },
  {
    id = "structure.row_repeated", severity = "info", basis = "提示", general = true,
    title = {zh = "表格各行不重复", en = "no row stands twice"},
    message = {zh = "表格中有{count}行重复出现，数据相同，可删去重复的行。",
               en = "rows that stand twice with the same numbers: {count}; one of each will do."},
    needs = {deviations = {"row_repeated"}},
    check = row_repeated,
  },
}
