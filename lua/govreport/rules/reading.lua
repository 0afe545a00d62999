--- What could not be read, and how to hand a document over better. These are notices of the tool: they accuse nobody,
-- and fail no report; where cells that the form asks for were not read, the verdict stays open.

local claims = require "govreport.claims"
local names = require "govreport.form.names"
local place_words = require "govreport.text.place_words"
local running_text = require "govreport.text.running_text"

local better = {
  zh = "请改用网页原件，或直接核对原Word文件、PDF文件",
  en = "Hand over the page itself, or the Word file or PDF that the text is from",
}
local better_than_pdf = {
  zh = "请改用原Word文件或网页原件后再检查",
  en = "Hand over the Word file that the PDF is from, or the web page",
}

-- As it was told before that a table is not there: first rounds and baselines know it by these words.
local was_missing = {zh = "缺少{place}，请按规定格式补充。", en = "{place} is missing; please add it."}

local shown = 5

-- ---- lists in messages ---------------------------------------------------------------------------

-- The first of some texts, in both languages.
local function list_of(items, zh_of, en_of)
  local zh, en = {}, {}
  for i = 1, math.min(#items, shown) do zh[i], en[i] = zh_of(items[i]), en_of(items[i]) end
  local more = #items > shown
  return {zh = table.concat(zh, "、") .. (more and "等" or ""), en = table.concat(en, ", ") .. (more and ", …" or "")}
end

local function quoted(items)
  return list_of(items, function(text) return "“" .. text .. "”" end, function(text) return "“" .. text .. "”" end)
end

local function texts_with_lines(strangers)
  return list_of(strangers,
                 function(s) return ("“%s”（%s）"):format(s.text, place_words.long(s.deviation, "zh")) end,
                 function(s) return ("“%s” (%s)"):format(s.text, place_words.long(s.deviation, "en")) end)
end

local function row_names(context, rows)
  local labels = {}
  for i, row in ipairs(rows) do labels[i] = context:row_label(row.table, row.id) end
  return quoted(labels)
end

-- What was seen in place of rows or of a table.
local function seen(strangers)
  if #strangers == 0 then return {zh = "", en = ""} end
  local list = texts_with_lines(strangers)
  return {zh = "，其位置的" .. list.zh .. "未能识别", en = "; in their place stands " .. list.en}
end

local function deviations_of(strangers)
  local list = {}
  for i, stranger in ipairs(strangers) do list[i] = stranger.deviation end
  return list
end

local function add_all(list, more)
  table.move(more, 1, #more, #list + 1, list)
  return list
end

-- A notice about cells that were not read leaves the verdict open.
local function tell(context, draft)
  draft.open = draft.cells ~= nil and #draft.cells > 0 and not draft.are_read
  draft.fields.better = context.report.document.format == "pdf" and better_than_pdf or better
  context:finding(draft)
end

-- ---- the end of the source -----------------------------------------------------------------------

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

-- The cells behind the cut, and what was told of them before.
local function cells_behind(context)
  local cells, formerly, found = {}, {}, context:reading().cut
  for _, row in ipairs(found.rows) do
    add_all(cells, row.cells)
    formerly[#formerly + 1] = {rule = row.is_last and "cells.row_incomplete" or "structure.row_missing",
                               cells = row.cells}
  end
  for _, t in ipairs(found.tables) do
    add_all(cells, context:cells_of(t.id, ""))
    formerly[#formerly + 1] = {rule = "structure.table_missing", fields = {place = context:table_name(t.id)},
                               messages = was_missing}
  end
  return cells, formerly
end

local function cut(context)
  local own = context:cut()
  if not own then return end
  local parts, count = behind_cut(context)
  local cells, formerly = cells_behind(context)
  if count > 0 then context:leave_open("reading.cut") end
  local way = context.report.document.format == "html" and "page" or "text"
  tell(context, {message = count > 0 and way .. "_parts" or way, places = {own.place}, cells = cells,
                 formerly = formerly, fields = {last = own.place.raw, parts = parts}})
end

-- ---- the order of the source ---------------------------------------------------------------------

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
  local flow = context:order().flow
  if not flow then return end
  context:leave_open("reading.order")
  context:finding{places = {flow.place}, fields = {tables = table_names(context, flow.tables), count = flow.count}}
end

-- ---- tables -------------------------------------------------------------------------------------

local function tell_table(context, t)
  local places = t.part and {t.part} or deviations_of(t.seen)
  local fields = {place = context:table_name(t.id), seen = seen(t.seen)}
  tell(context, {message = t.part and "header" or "unread", places = places, cells = context:cells_of(t.id, ""),
                 fields = fields,
                 formerly = {{rule = "structure.table_missing", places = t.part and {t.part}, fields = fields,
                              messages = was_missing}}})
end

-- Tables of which nothing was seen, where most of a document could not be read.
local function tell_unseen(context, tables)
  local cells, formerly, zh, en = {}, {}, {}, {}
  for i, t in ipairs(tables) do
    local place = context:table_name(t.id)
    add_all(cells, context:cells_of(t.id, ""))
    formerly[i] = {rule = "structure.table_missing", messages = was_missing, fields = {place = place}}
    zh[i], en[i] = place.zh, place.en
  end
  tell(context, {message = "unseen", cells = cells, formerly = formerly, fields = {
    list = {zh = table.concat(zh, "、"), en = table.concat(en, "; ")}}})
end

-- A table of which half of the rows were not read: one cause, whatever was seen of it.
local function tell_torn(context, t)
  local cells, formerly, count = {}, {}, 0
  for _, row in ipairs(t.rows) do
    if row.state == "lost" or row.state == "absent" then
      count = count + 1
      add_all(cells, row.cells)
      local rule = row.state == "lost" and "cells.row_incomplete" or "structure.row_missing"
      formerly[#formerly + 1] = {rule = rule, cells = row.cells}
    end
  end
  local places = deviations_of(t.seen)
  tell(context, {message = t.layout.across and "line" or "torn", places = places, cells = cells, formerly = formerly,
                 fields = {place = context:table_name(t.id), count = count, seen = seen(t.seen)}})
end

local function unread_table(context)
  local unseen = {}
  for _, t in ipairs(context:reading().survey.tables) do
    if t.is_unread and not t.part and #t.seen == 0 then unseen[#unseen + 1] = t
    elseif t.is_unread then tell_table(context, t)
    elseif t.is_torn then tell_torn(context, t) end
  end
  if #unseen > 0 then tell_unseen(context, unseen) end
end

-- ---- rows ---------------------------------------------------------------------------------------

-- The rows of each table with more or fewer values than columns, where a text lost what tells them apart.
local function uneven_by_table(context)
  local by_table = {}
  local judged = context:reading()
  for _, entry in ipairs(judged.uneven) do
    local header = judged.headers[entry.table]
    local told = judged.survey.table[entry.table].is_torn or header and header.columns_unknown and header.is_unread
    if not entry.in_grid and not told then
      by_table[entry.table] = by_table[entry.table] or {}
      table.insert(by_table[entry.table], entry)
    end
  end
  return by_table
end

local function tell_uneven(context, entry, formerly)
  local row = entry.row and context:row_label(entry.table, entry.row)
  local message = entry.found == 0 and "row_empty" or entry.kind
  tell(context, {message = message, places = {entry.place}, cells = entry.cells, expected = entry.wanted,
                 actual = entry.found, formerly = formerly,
                 fields = {place = context:table_name(entry.table), found = entry.found, wanted = entry.wanted,
                           row = {zh = row and "“" .. row .. "”行" or "", en = row and ", row “" .. row .. "”" or ""}}})
end

local function unread_rows(context)
  local uneven = uneven_by_table(context)
  for _, t in ipairs(context:reading().survey.tables) do
    local rows, cells, formerly, places = {}, {}, {}, deviations_of(t.seen)
    local header = context:reading().headers[t.id]
    local unread = (t.is_torn or header and header.columns_unknown and header.is_unread) and {} or t.unread
    for _, entry in ipairs(uneven[t.id] or {}) do
      rows[#rows + 1] = {table = t.id, id = entry.row or t.rows[1].id}
      add_all(cells, entry.cells)
      places[#places + 1] = entry.place
      formerly[#formerly + 1] = {rule = "cells.row_incomplete", cells = entry.cells, places = {entry.place},
                                 actual = entry.found}
    end
    if #rows == 1 and #unread == 0 then
      tell_uneven(context, uneven[t.id][1], formerly)
    elseif #rows + #unread > 0 then
      for _, row in ipairs(unread) do
        rows[#rows + 1] = row
        add_all(cells, row.cells)
        formerly[#formerly + 1] = {rule = "structure.row_missing", cells = row.cells}
      end
      tell(context, {message = "rows", cells = cells, places = places, formerly = formerly,
                     fields = {place = context:table_name(t.id), count = #rows, rows = row_names(context, rows),
                               seen = seen(t.seen)}})
    end
  end
end

local function inferred_rows(context)
  local list, cells = context:deviations "row_inferred", {}
  if #list == 0 then return end
  for _, deviation in ipairs(list) do add_all(cells, context:cells_of(deviation.subject:match("^([^.]+)%.?(.*)$"))) end
  tell(context, {message = "inferred", places = list, cells = cells, are_read = true, fields = {count = #list},
                 formerly = {{rule = "structure.row_inferred", cells = cells, places = list}}})
end

-- ---- headers ------------------------------------------------------------------------------------

-- The cells of a table that its header left open, and what was told of them before.
local function open_cells(context, t, header)
  local cells, formerly = {}, {}
  local unknown = header.columns_unknown or header.header_missing
  for _, row in ipairs(header.columns_unknown and t.rows or {}) do
    if row.state == "lost" then add_all(cells, row.cells) end
  end
  for _, row in ipairs(header.columns_unknown and t.unread or {}) do
    add_all(cells, row.cells)
    formerly[#formerly + 1] = {rule = "structure.row_missing", cells = row.cells}
  end
  if unknown then
    formerly[#formerly + 1] = {rule = "structure.header", cells = context:cells_of(t.id, ""), places = {unknown}}
  end
  for _, column in ipairs(header.absent) do
    add_all(cells, column.cells)
    formerly[#formerly + 1] = {rule = "structure.column_missing", cells = column.cells}
  end
  if header.deviation then formerly[#formerly + 1] = {rule = "structure.header", places = {header.deviation}} end
  return cells, formerly
end

-- What is known of the columns of a table whose header could not be read.
local function columns_text(header)
  local labels, known = {}, {}
  for _, label in ipairs(header.missing) do known[label], labels[#labels + 1] = true, label end
  for _, column in ipairs(header.absent) do
    if not known[column.label] then known[column.label], labels[#labels + 1] = true, column.label end
  end
  if #labels == 0 then return {zh = "", en = ""} end
  local list = quoted(labels)
  return {zh = "，未见" .. list.zh, en = "; not seen: " .. list.en}
end

local function unread_header(context)
  local judged = context:reading()
  for _, t in ipairs(judged.survey.tables) do
    local header = judged.headers[t.id]
    local is_open = header and (header.is_unread or header.crooked and not header.is_of_rows)
    if is_open and not t.is_torn then
      local cells, formerly = open_cells(context, t, header)
      local strangers = header.is_unread and header.strangers or {}
      local places = #strangers > 0 and deviations_of(strangers)
                     or {header.columns_unknown or header.header_missing or header.deviation or header.crooked}
      local message = #strangers > 0 and (#cells > 0 and "open" or "by_order") or #cells > 0 and "crooked" or "aligned"
      tell(context, {message = message, places = places, cells = cells, formerly = formerly,
                     fields = {place = context:table_name(t.id), seen = texts_with_lines(strangers),
                               columns = columns_text(header)}})
    end
  end
end

-- ---- texts --------------------------------------------------------------------------------------

local most_single = 3   -- so many were told one by one

-- The texts that were not understood, and those that ran into cells, with these cells.
local function unread_texts(context)
  local texts, cells = table.move(context:reading().unread, 1, #context:reading().unread, 1, {}), {}
  for _, cell in ipairs(context:reading().merged) do
    texts[#texts + 1], cells[#cells + 1] = {text = cell.raw, byte = cell.byte, deviation = cell}, cell
  end
  table.sort(texts, function(a, b) return a.byte < b.byte end)
  return texts, cells
end

local function unread_labels(context)
  local strangers, cells = unread_texts(context)
  if #strangers == 0 then return end
  local places, formerly = deviations_of(strangers), {}
  for i, place in ipairs(#places <= most_single and places or {}) do
    formerly[i] = {rule = "structure.label_unknown", places = {place}}
  end
  if #places > most_single then formerly[1] = {rule = "structure.label_unknown", places = places} end
  for _, cell in ipairs(cells) do formerly[#formerly + 1] = {rule = "cells.unreadable", cells = {cell}} end
  tell(context, {places = places, cells = cells, formerly = formerly,
                 fields = {count = #strangers, list = texts_with_lines(strangers)}})
end

local function unread_claims(context)
  local start = context:unread_statements()
  if not start then return end
  local place = context:place(start, running_text.sentence_stop(context.report.document.tape, start))
  context:finding{places = {place}, fields = {where = place_words.both(place.place), most = claims.most_clauses}}
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
      zh = "{tables}的数与行名、列名不在一处（有{count}个数前后没有行名），次序在转成文本时已打乱，"
        .. "未参与核对。请直接核对原Word文件或PDF文件。",
      en = "{tables}: the values stand apart from their labels ({count} of them in runs longer than any row); turning"
        .. " the file into text lost their order, and they were not checked. Hand over the Word file or the"
        .. " PDF itself."},
    check = disordered,
  },
  {
    id = "reading.table", severity = "notice", basis = "提示", general = true,
    title = {zh = "表格均能读取", en = "tables can be read"},
    message = {
      unread = {zh = "未能读取{place}{seen}；可能是提取文本时表格被打散。{better}。",
                en = "{place} was not read{seen}; a copy may have torn it apart. {better}."},
      unseen = {zh = "未能读取{list}；可能是提取文本时表格被打散。{better}。",
                en = "not read: {list}; a copy may have torn the tables apart. {better}."},
      torn = {zh = "{place}有{count}行未能读取{seen}；可能是提取文本时表格被打散。{better}。",
              en = "{place}: rows not read: {count}{seen}; a copy may have torn the table apart. {better}."},
      line = {zh = "{place}的数据行未能读取{seen}；可能是提取文本时表格被打散。{better}。",
              en = "{place}: its line of numbers was not read{seen}; a copy may have torn the table apart. {better}."},
      header = {zh = "{place}只识别出表头，数据行未能读取{seen}；可能有多出的行名、列或合并单元格丢失。{better}。",
                en = "{place}: only its header was read, not its rows{seen}; there may be other rows or columns than "
                     .. "the form's, or merged cells are lost. {better}."},
    },
    needs = {gaps = true},
    check = unread_table,
  },
  {
    id = "reading.rows", severity = "notice", basis = "提示", general = true,
    title = {zh = "表格各行均能读取", en = "rows can be read"},
    message = {
      row_short = {zh = "{place}{row}读到{found}个数，应为{wanted}个；可能是提取文本时丢失了空白单元格，无法确定各数所属的列。{better}。",
                   en = "{place}{row}: numbers read: {found}, columns: {wanted}; blank cells may be lost, which "
                        .. "belongs where cannot be told. {better}."},
      row_empty = {zh = "{place}{row}只读到行名，没有读到数；可能是提取文本时行名与数据分离，或丢失了空白单元格。{better}。",
                   en = "{place}{row}: its label was read, and no number; they may be apart, or blank cells lost. "
                        .. "{better}."},
      row_long = {zh = "{place}{row}读到{found}个数，应为{wanted}个；可能混入了页码或其他行的数，无法确定各数所属的列。{better}。",
                  en = "{place}{row}: numbers read: {found}, columns: {wanted}; a page number or another row may stand "
                       .. "among them, which belongs where cannot be told. {better}."},
      row_crooked = {zh = "{place}{row}的数与表头各栏未对齐，无法确定各数所属的列。{better}。",
                     en = "{place}{row}: the numbers do not stand under the words of the header; which belongs where "
                          .. "cannot be told. {better}."},
      rows = {zh = "{place}有{count}行未能读取（{rows}）{seen}；可能是提取文本时行名断开、与数据分离或丢失了空白单元格。{better}。",
              en = "{place}: rows not read: {count} ({rows}){seen}; labels may be torn apart or blank cells lost. "
                   .. "{better}."},
      inferred = {zh = "表格中有{count}行的行名与数据分离或残缺，已按规定顺序读取，请核对。",
                  en = "rows apart from their labels: {count}; they were read in the form's order."},
    },
    needs = {gaps = true},
    check = function(context)
      unread_rows(context)
      inferred_rows(context)
    end,
  },
  {
    id = "reading.header", severity = "notice", basis = "提示", general = true,
    title = {zh = "表头均能读取", en = "headers can be read"},
    message = {
      open = {zh = "{place}表头中的{seen}未能识别{columns}，相应各列未能读取。{better}。",
              en = "{place}: its header has {seen}{columns}; the columns were not read. {better}."},
      by_order = {zh = "{place}表头中的{seen}未能识别{columns}，各列按规定格式的顺序读取，请核对。",
                  en = "{place}: its header has {seen}{columns}; the columns were read in the form's order."},
      crooked = {zh = "{place}表头各栏与数据列对不上（可能丢失了合并单元格或空格）{columns}，无法确定各列含义，相应数据未能读取。{better}。",
                 en = "{place}: header and columns are out of line{columns}; merged cells or spaces may be lost, the "
                      .. "columns cannot be told and were not read. {better}."},
      aligned = {zh = "{place}表头各栏与数据列未对齐（缺少合并单元格），各列按规定格式的顺序读取，请核对。",
                 en = "{place}: the words of the header do not stand above their columns (merged cells are lost); the "
                      .. "columns were read in the form's order."},
    },
    needs = {gaps = true},
    check = unread_header,
  },
  {
    id = "reading.labels", severity = "notice", basis = "提示", general = true,
    title = {zh = "表格中的文字均能识别", en = "texts in tables can be understood"},
    message = {zh = "表格中有{count}处文字未能识别，未参与核对：{list}；可能是行名、表头断开或混入了其他文字。{better}。",
               en = "texts in tables that were not understood: {count}: {list}; labels may be torn apart. {better}."},
    needs = {gaps = true},
    check = unread_labels,
  },
  {
    id = "reading.claims", severity = "notice", basis = "提示", general = true,
    title = {zh = "文中数字均与表格核对", en = "all numbers in sentences are set against the tables"},
    message = {zh = "正文中写有数字的分句超过{most}个，自{where}起，文中数字未与表格核对，请人工核对。",
               en = "the text has more than {most} clauses with numbers; those from here on ({where}) were not set "
                    .. "against the tables, please compare them by hand."},
    check = unread_claims,
  },
}
