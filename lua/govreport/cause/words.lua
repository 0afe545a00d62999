--- How messages name cells, changes and sums: texts by language.

local names = require "govreport.names"

local words = {}

-- So many sums, or changes, are told one by one.
local shown = 8

local quoted = {zh = "“%s”%s", en = "%s “%s”"}

--- A cell: “（一）予以公开”行“自然人”列; its table in front where it is not `table_id`.
function words.cell(context, cell, table_id)
  local declared = names.declared_table(context.form.declared, cell.table)
  local row, column = context:row_label(cell.table, cell.row), context:column_label(cell.table, cell.column_id)
  local place = cell.table ~= table_id and context:table_name(cell.table) or {zh = "", en = ""}
  local between = place.en ~= "" and ", " or ""
  if declared.across then
    return {zh = ("%s“%s”“%s”"):format(place.zh, row, column),
            en = ("%s%s“%s”, “%s”"):format(place.en, between, row, column)}
  end
  return {zh = ("%s“%s”行“%s”列"):format(place.zh, row, column),
          en = ("%s%srow “%s”, column “%s”"):format(place.en, between, row, column)}
end

--- The word behind a number of things: only where things are counted.
function words.unit(context, cell)
  local column = context:declared_column(cell.table, cell.column_id)
  return {zh = (column.decimal or column.signed) and "" or "件", en = ""}
end

--- The row or the column that all of some cells stand in; nil where there is none, with its kind.
function words.line(context, cells)
  local row, column = true, true
  for _, cell in ipairs(cells) do
    if cell.table ~= cells[1].table then return nil end
    row, column = row and cell.row == cells[1].row, column and cell.column_id == cells[1].column_id
  end
  local first = cells[1]
  if row then
    local across = names.declared_table(context.form.declared, first.table).across
    local label = context:row_label(first.table, first.row)
    return {zh = quoted.zh:format(label, across and "" or "行"), en = quoted.en:format("row", label)}, "row"
  elseif column then
    local label = context:column_label(first.table, first.column_id)
    return {zh = quoted.zh:format(label, "列"), en = quoted.en:format("column", label)}, "column"
  end
end

--- Texts by language, put together; from the `shown` + 1st on only their number.
function words.join(list, zh, en)
  local texts = {zh = {}, en = {}}
  for i = 1, math.min(#list, shown) do texts.zh[i], texts.en[i] = list[i].zh, list[i].en end
  local more = #list > shown
  return {zh = table.concat(texts.zh, zh) .. (more and ("等%d项"):format(#list) or ""),
          en = table.concat(texts.en, en) .. (more and (", … (%d)"):format(#list) or "")}
end

local function absolute(number) return number < 0 and -number or number end

-- One failing sum: its line and by how much its sides differ.
local function difference(context, part, fail)
  local cells, unit = {}, {zh = "件", en = ""}
  for i = 1, #fail.identity.terms, 2 do
    local place = part.index[fail.identity.terms[i]]
    if place then
      cells[#cells + 1] = context.report:cell(fail.identity.terms[i])
      if words.unit(context, cells[#cells]).zh == "" then unit.zh = "" end
    end
  end
  local line, by = words.line(context, cells) or {zh = "", en = ""}, tostring(absolute(fail.residual))
  return {zh = ("%s相差%s%s"):format(line.zh, by, unit.zh),
          en = line.en == "" and "off by " .. by or ("%s: off by %s"):format(line.en, by)}
end

--- The failing sums of a cause, those of one rule together: 各类申请人合计等于“总计”（“（一）予以公开”行相差2件）.
function words.relations(context, part, fails)
  local rules, by_rule = {}, {}
  for _, fail in ipairs(fails) do
    local rule = fail.identity.rule
    if not by_rule[rule] then by_rule[rule], rules[#rules + 1] = {}, rule end
    table.insert(by_rule[rule], difference(context, part, fail))
  end
  local list = {}
  for i, rule in ipairs(rules) do
    local differences = words.join(by_rule[rule], "、", ", ")
    list[i] = {zh = ("%s（%s）"):format(rule.title.zh, differences.zh),
               en = ("%s (%s)"):format(rule.title.en, differences.en)}
  end
  return words.join(list, "；", "; ")
end

--- What a change makes of a cell's value: 17件, or the bounds of what it can be.
function words.value(context, part, change)
  local unit = words.unit(context, part.cells[change.cell].cell)
  local function text(value) return tostring(part:number(value)) end
  if change.low and change.low == change.high then
    return {zh = text(change.low) .. unit.zh, en = text(change.low)}
  elseif change.low and change.high then
    return {zh = ("%s至%s%s"):format(text(change.low), text(change.high), unit.zh),
            en = ("%s to %s"):format(text(change.low), text(change.high))}
  elseif change.low then
    return {zh = ("不少于%s%s"):format(text(change.low), unit.zh), en = "at least " .. text(change.low)}
  elseif change.high then
    return {zh = ("不多于%s%s"):format(text(change.high), unit.zh), en = "at most " .. text(change.high)}
  end
  return {zh = "其他数", en = "another number"}
end

--- The changes of a repair: “（一）予以公开”行“自然人”列由18件改为17件、….
function words.changes(context, part, repair, table_id)
  local list = {}
  for i, change in ipairs(repair) do
    local cell = part.cells[change.cell].cell
    local name, value, unit = words.cell(context, cell, table_id), words.value(context, part, change),
                              words.unit(context, cell)
    list[i] = {zh = ("%s由%s%s改为%s"):format(name.zh, cell.value, unit.zh, value.zh),
               en = ("%s: %s for %s"):format(name.en, value.en, cell.value)}
  end
  if repair.kind == "swap" then
    local one, other = part.cells[repair[1].cell].cell, part.cells[repair[2].cell].cell
    local a, b = words.cell(context, one, table_id), words.cell(context, other, table_id)
    return {zh = ("%s与%s互换"):format(a.zh, b.zh), en = ("%s and %s exchanged"):format(a.en, b.en)}
  end
  return words.join(list, "、", "; ")
end

--- The label of a row or column.
function words.label(context, table_id, line)
  return line.kind == "rows" and context:row_label(table_id, line.id) or context:column_label(table_id, line.id)
end

return words
