--- Tables, their rows, columns and labels: whether all that the form asks for is there, in its place.

local names = require "govreport.form.names"
local picture = require "govreport.text.picture"

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

-- The absent cells of tables that the report has, by a key: list of lists.
local function absent_cells(context, key_of)
  local list, by_key = {}, {}
  for _, cell in ipairs(context:odd_cells()) do
    local t = cell.state == "absent" and context.report.tables[cell.table]
    local key = t and t.present and key_of(cell)
    if key then
      if not by_key[key] then
        by_key[key] = {}
        list[#list + 1] = by_key[key]
      end
      table.insert(by_key[key], cell)
    end
  end
  return list
end

local function row_key(cell) return cell.table .. "." .. cell.row end

-- Whether a row lacks all its cells.
local function is_whole(context, cells)
  return #cells == #names.declared_table(context.form.declared, cells[1].table).columns
end

-- The rows that the report lacks in tables that it has: list of lists of absent cells.
local function missing_rows(context)
  local rows = {}
  for _, cells in ipairs(absent_cells(context, row_key)) do
    if is_whole(context, cells) then rows[#rows + 1] = cells end
  end
  return rows
end

-- The columns that it lacks, where the rows are there; of a table that is one line the cells of one of its rows each.
local function missing_columns(context)
  local missing = {}
  for _, cells in ipairs(missing_rows(context)) do missing[row_key(cells[1])] = true end
  return absent_cells(context, function(cell)
    local across = names.declared_table(context.form.declared, cell.table).across
    return not missing[row_key(cell)] and (across and row_key(cell) or cell.table) .. " " .. cell.column_id
  end)
end

-- Whether a part prints most columns of a table, with its caption where it has one, though its rows could not be read.
local function has_columns(context, declared)
  local found = context.report:section(declared.section)
  local text = found and context.report.document.tape:sub(found.body_start, found.body_stop - 1):gsub("[\v ]", "")
  local captioned = text and (not declared.caption or text:find(context:folded(declared.caption), 1, true))
  local count = 0
  for _, column in ipairs(captioned and declared.columns or {}) do
    local label = context:folded(context:column_label(declared.id, column.id))
    if text:find(label, 1, true) then count = count + 1 end
  end
  return count > 1 and count > #declared.columns // 2 and found
end

-- A part with a picture in place of its table is told by `reading.picture`.
local function table_missing(context)
  for id, t in pairs(context.report.tables) do
    local declared = names.declared_table(context.form.declared, id)
    local place = declared.section and context.report:section(declared.section)
    if not t.present and picture.count(context.report.document, place) == 0 then
      local part = has_columns(context, names.declared_table(context.form.declared, id))
      context:finding{message = part and "unread" or "missing", places = {part or nil},
                      fields = {place = context:table_name(id)}}
    end
  end
end

-- Where the rows above and below a row stand, as bytes; nil where one of them is missing as well.
local function gap_of(context, cell)
  local above, found
  for row in context.report.tables[cell.table]:rows() do
    local byte = row:cell(cell.column_id).byte
    if found then return above, byte end
    if row.id == cell.row then found = true else above = byte end
  end
end

-- The unknown label under which a missing row seems to stand: the one that is nearest to its own label, else one in its
-- place, whatever label it is nearest to.
local function stranger_for(context, cell)
  local strangers = deviations(context, "row_unknown")
  for _, deviation in ipairs(strangers) do
    if deviation.detail == cell.row_label then return deviation end
  end
  local above, below = gap_of(context, cell)
  for _, deviation in ipairs(above and below and strangers or {}) do
    if deviation.byte > above and deviation.byte < below then return deviation end
  end
end

local function row_missing(context)
  for _, cells in ipairs(missing_rows(context)) do
    local stranger = stranger_for(context, cells[1])
    context:finding{
      message = stranger and "misnamed" or "missing", cells = cells, places = {stranger},
      fields = {place = context:table_name(cells[1].table), row = context:row_label(cells[1].table, cells[1].row),
                printed = stranger and stranger.raw},
    }
  end
end

local function column_missing(context)
  for _, cells in ipairs(missing_columns(context)) do
    local cell = cells[1]
    context:finding{
      message = names.declared_table(context.form.declared, cell.table).across and "cell" or "column", cells = cells,
      fields = {place = context:table_name(cell.table), row = context:row_label(cell.table, cell.row),
                column = context:column_label(cell.table, cell.column_id)}}
  end
end

-- Whether the label that a deviation misses stands in the header all the same, between where that begins and the first
-- cell of its table: copies without spans have all its words, and no word above its column.
local function stands_in_header(context, deviation)
  local document = context.report.document
  local at = document.tape:find(context:folded(deviation.subject), deviation.start, true)
  if not at then return false end
  local _, _, byte = document:place(at, at + 1)
  for _, cell in ipairs(context:cells_of(deviation.detail, "")) do
    if cell.byte then return byte < cell.byte end
  end
  return false
end

local function header(context)
  for _, deviation in ipairs(deviations(context, "header_missing", "columns_unknown")) do
    context:finding{message = deviation.kind, places = {deviation}, cells = context:cells_of(deviation.subject, ""),
                    fields = {place = context:table_name(deviation.subject)}}
  end
  local missing = {}   -- told by another rule
  for _, cells in ipairs(missing_columns(context)) do
    missing[cells[1].table .. " " .. context:column_label(cells[1].table, cells[1].column_id)] = true
  end
  local crooked = {}
  for _, deviation in ipairs(deviations(context, "column_missing", "caption_missing")) do
    if deviation.kind == "column_missing" and stands_in_header(context, deviation) then
      if not crooked[deviation.detail] then
        context:finding{message = "crooked", severity = "info", places = {deviation},
                        fields = {place = context:table_name(deviation.detail)}}
      end
      crooked[deviation.detail] = true
    elseif not missing[deviation.detail .. " " .. deviation.subject] then
      context:finding{message = deviation.kind, places = {deviation},
                      fields = {place = context:table_name(deviation.detail), label = deviation.subject}}
    end
  end
end

-- So many unknown labels are told one by one; more have a common cause, such as a table that a copy tore apart.
local single_strangers = 3
local shown_strangers = 10

local function label_unknown(context)
  local missing, strangers = {}, {}
  for _, cells in ipairs(missing_rows(context)) do
    local stranger = stranger_for(context, cells[1])
    if stranger then missing[stranger.byte] = true end
  end
  for _, deviation in ipairs(deviations(context, "label_unknown", "row_unknown")) do
    -- What stands in the place of a missing row is told with that row.
    if not (deviation.kind == "row_unknown" and missing[deviation.byte]) then
      strangers[#strangers + 1] = deviation
    end
  end
  if #strangers <= single_strangers then
    for _, deviation in ipairs(strangers) do
      context:finding{message = deviation.detail ~= "" and "near" or "far", places = {deviation},
                      fields = {label = deviation.raw, nearest = deviation.detail}}
    end
    return
  end
  local labels = {}
  for i = 1, math.min(#strangers, shown_strangers) do labels[i] = "“" .. strangers[i].raw .. "”" end
  local more = #strangers > shown_strangers
  context:finding{message = "many", places = strangers, fields = {count = #strangers, list = {
    zh = table.concat(labels, "、") .. (more and "等" or ""),
    en = table.concat(labels, ", ") .. (more and ", …" or "")}}}
end

local function table_place(context)
  for _, deviation in ipairs(deviations(context, "table_misplaced")) do
    context:finding{places = {deviation}, fields = {place = context:table_name(deviation.subject)}}
  end
end

local function row_inferred(context)
  local list, cells = deviations(context, "row_inferred"), {}
  if #list == 0 then return end
  for _, deviation in ipairs(list) do
    local found = context:cells_of(deviation.subject:match("^([^.]+)%.?(.*)$"))
    table.move(found, 1, #found, #cells + 1, cells)
  end
  context:finding{places = list, cells = cells, fields = {count = #list}}
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
    id = "structure.table_missing", severity = "error", basis = notice,
    title = {zh = "应有的表格齐全", en = "all tables are there"},
    message = {
      missing = {zh = "缺少{place}，请按规定格式补充。", en = "{place} is missing."},
      unread = {zh = "{place}有表头，但数据行与规定格式不符（如多出行名、缺列），未能读取，请按规定格式核改。",
                en = "{place} has its header, but its rows are not those of the form, and were not read."},
    },
    check = table_missing,
  },
  {
    id = "structure.row_missing", severity = "error", basis = notice,
    title = {zh = "表格各行齐全", en = "all rows are there"},
    message = {
      missing = {zh = "{place}缺少“{row}”行，请按规定格式补充。", en = "{place}: the row “{row}” is missing."},
      misnamed = {zh = "{place}缺少“{row}”行，疑误写为“{printed}”，该行数据未参与核对，请核改。",
                  en = "{place}: the row “{row}” is missing; it seems to stand as “{printed}”, which was not checked."},
    },
    check = row_missing,
  },
  {
    id = "structure.column_missing", severity = "error", basis = notice,
    title = {zh = "表格各列齐全", en = "all columns are there"},
    message = {
      column = {zh = "{place}缺少“{column}”列，请按规定格式补充。", en = "{place}: the column “{column}” is missing."},
      cell = {zh = "{place}“{row}”缺少“{column}”一项，请按规定格式补充。", en = "{place}, “{row}”: “{column}” is missing."},
    },
    check = column_missing,
  },
  {
    id = "structure.header", severity = "warning", basis = notice,
    title = {zh = "表头完整", en = "the tables have their headers"},
    message = {
      header_missing = {zh = "{place}没有表头，各列按规定格式的顺序读取，请核对。",
                        en = "{place} has no header; its columns were read in the form's order."},
      columns_unknown = {zh = "{place}的表头不完整、有重复或顺序与规定格式不同，无法确定各列含义，请核改表头。",
                         en = "{place}: the header is incomplete, repeats itself or is out of order; "
                              .. "the columns cannot be told."},
      crooked = {zh = "{place}表头各栏与数据列未对齐（缺少合并单元格），各列按规定格式的顺序读取，请核对。",
                 en = "{place}: the words of the header do not stand above their columns (merged cells are lost); the "
                      .. "columns were read in the form's order."},
      column_missing = {zh = "{place}表头缺少“{label}”，该列按规定格式的顺序读取，请核对。",
                        en = "{place}: the header lacks “{label}”; the column was read in the form's order."},
      caption_missing = {zh = "{place}缺少“{label}”一行，请补充。", en = "{place}: the line “{label}” is missing."},
    },
    check = header,
  },
  {
    id = "structure.label_unknown", severity = "warning", basis = notice,
    title = {zh = "表格中没有格式以外的项目", en = "the tables have only the form's labels"},
    message = {
      near = {zh = "表格中的“{label}”不在规定格式内，是否应为“{nearest}”？请核对。",
              en = "“{label}” is not a label of the form; “{nearest}” perhaps?"},
      far = {zh = "表格中的“{label}”不在规定格式内，请核对。", en = "“{label}” is not a label of the form."},
      many = {zh = "表格中有{count}处文字不在规定格式内，请核对：{list}。",
              en = "{count} texts in the tables are no labels of the form: {list}."},
    },
    check = label_unknown,
  },
  {
    id = "structure.table_place", severity = "warning", basis = notice,
    title = {zh = "表格在所属部分之内", en = "every table stands in its part"},
    message = {zh = "{place}的数据出现在所属部分之外，请核对是否为本机关本年度的表格。",
               en = "{place}: its data stand outside of their part; they may be another year's or body's."},
    check = table_place,
  },
  {
    id = "structure.row_inferred", severity = "info", basis = "提示",
    title = {zh = "每行数据都有行名", en = "every row has its label"},
    message = {zh = "表格中有{count}行的行名与数据分离或残缺，已按规定顺序读取，各项勾稽关系成立，请核对。",
               en = "rows apart from their labels: {count}; they were read in the form's order, all sums hold."},
    check = row_inferred,
  },
  {
    id = "structure.row_conflict", severity = "error", basis = notice,
    title = {zh = "同一行没有两组不同的数", en = "no row stands twice with other numbers"},
    message = {zh = "{place}{row}出现两次且数据不同，请核改。", en = "{place}{row} stands twice with different numbers."},
    check = row_conflict,
  },
  {
    id = "structure.row_repeated", severity = "info", basis = "提示",
    title = {zh = "表格各行不重复", en = "no row stands twice"},
    message = {zh = "表格中有{count}行重复出现，数据相同。", en = "rows that stand twice with the same numbers: {count}."},
    check = row_repeated,
  },
}
