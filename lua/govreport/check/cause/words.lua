--- How messages name cells, changes and sums: texts by language.

local catalogue = require "govreport.base.catalogue"
local names = require "govreport.form.names"

local words = {}

-- So many values are told one by one; of sums and changes, which are long, fewer: the table of a repair has them all.
local shown_values, shown_items = 8, 2

-- A text of the catalogue in all languages.
local function text(key, fields)
  local texts = {}
  for _, lang in ipairs(catalogue.languages) do texts[lang] = catalogue.text(lang, "cause." .. key, fields) end
  return texts
end

-- What stands behind a number of things, and behind an amount.
local things, nothing = {zh = "件", en = ""}, {zh = "", en = ""}

local function is_across(context, table_id)
  return names.declared_table(context.form.declared, table_id).across
end

--- A cell: “（一）予以公开”行“自然人”列; its table in front where it is not `table_id`.
-- @param cell one of an outline, here and below; see `govreport.check.cause.outline`
function words.cell(context, cell, table_id)
  local fields = {row = context:row_label(cell.table, cell.row),
                  column = context:column_label(cell.table, cell.column_id)}
  local name = text(is_across(context, cell.table) and "cell_across" or "cell_name", fields)
  if cell.table == table_id then return name end
  return text("elsewhere", {place = context:table_name(cell.table), cell = name})
end

--- The word behind a number of things: only where things are counted.
function words.unit(cell)
  return (cell.column.decimal or cell.column.signed) and nothing or things
end

--- The row or the column that all of some cells stand in, with its kind; nil where there is none.
function words.line(context, cells)
  local row, column, first = true, true, cells[1]
  for _, cell in ipairs(cells) do
    if cell.table ~= first.table then return nil end
    row, column = row and cell.row == first.row, column and cell.column_id == first.column_id
  end
  if row then
    local key = is_across(context, first.table) and "row_across" or "row_name"
    return text(key, {label = context:row_label(first.table, first.row)}), "row"
  elseif column then
    return text("column_name", {label = context:column_label(first.table, first.column_id)}), "column"
  end
end

--- Texts by language, put together: a list of the first ones, and how many there are where those are not all.
-- @param key of the sign between two of them
-- @param shown how many at most are told; nil for all
function words.join(list, key, shown)
  shown = shown or #list
  local texts = {}
  for _, lang in ipairs(catalogue.languages) do
    local parts = {}
    for i = 1, math.min(#list, shown) do parts[i] = list[i][lang] end
    texts[lang] = table.concat(parts, catalogue.text(lang, "cause." .. key))
  end
  return #list > shown and text("more", {list = texts, count = #list}) or texts
end

local function absolute(number) return number < 0 and -number or number end

-- One failing sum: its line and by how much its sides differ.
local function difference(context, system, fail)
  local cells, unit = {}, things
  for i = 1, #fail.identity.terms, 2 do
    local place = system.index[fail.identity.terms[i]]
    if place then
      cells[#cells + 1] = system.cells[place].at
      if words.unit(cells[#cells]) == nothing then unit = nothing end
    end
  end
  local line = words.line(context, cells)
  return text(line and "difference" or "difference_alone",
              {line = line, value = absolute(fail.residual), unit = unit})
end

--- The failing sums of a cause, those of one rule together: 各类申请人合计等于“总计”（“（一）予以公开”行相差2件）.
function words.relations(context, system, fails)
  local rules, by_rule, list = {}, {}, {}
  for _, fail in ipairs(fails) do
    local rule = fail.identity.rule
    if not by_rule[rule] then by_rule[rule], rules[#rules + 1] = {}, rule end
    table.insert(by_rule[rule], difference(context, system, fail))
  end
  for i, rule in ipairs(rules) do
    list[i] = text("relation", {title = rule.title, differences = words.join(by_rule[rule], "comma", shown_items)})
  end
  return words.join(list, "semicolon")
end

--- A new value: 17件, or the bounds of what it can be.
-- @param value the value, nil where it is not certain
-- @param low the least that it can be, nil where there is none; `high` likewise
-- @param unit what stands behind it
function words.value(value, low, high, unit)
  local key = value and "value" or low and high and "between" or low and "at_least" or high and "at_most" or "other"
  return text(key, {value = value, low = low, high = high, unit = unit or nothing})
end

local function new_value(system, change)
  local low, high = change.low and system:number(change.low), change.high and system:number(change.high)
  local certain = change.low ~= nil and change.low == change.high
  return words.value(certain and low or nil, low, high, words.unit(system.cells[change.cell].at))
end

--- The new values of a repair alone.
function words.values(_, system, repair)
  local list = {}
  for i, change in ipairs(repair) do list[i] = new_value(system, change) end
  return words.join(list, "comma", shown_values)
end

--- The new values of a repair with their cells: “（七）总计”行“自然人”列应为32件.
function words.named_values(context, system, repair)
  local list = {}
  for i, change in ipairs(repair) do
    local cell = system.cells[change.cell].at
    list[i] = text("should_be", {cell = words.cell(context, cell, cell.table), value = new_value(system, change)})
  end
  return words.join(list, "comma")
end

--- The changes of a repair: “（一）予以公开”行“自然人”列由18件改为17件、….
function words.changes(context, system, repair, table_id)
  local function name(change) return words.cell(context, system.cells[change.cell].at, table_id) end
  if repair.kind == "swap" then return text("exchange", {one = name(repair[1]), other = name(repair[2])}) end
  local list = {}
  for i, change in ipairs(repair) do
    local fields = {cell = name(change), value = system:printed(change.cell),
                    unit = words.unit(system.cells[change.cell].at), new = new_value(system, change)}
    list[i] = text("change", fields)
  end
  return words.join(list, "comma", shown_items)
end

--- Whether each row of a table is printed as one.
function words.is_row(context, table_id) return not is_across(context, table_id) end

--- The column of a cell: “自然人”列.
function words.column(context, cell)
  return text("column_name", {label = context:column_label(cell.table, cell.column_id)})
end

--- Where a line is to be moved: 左移.
function words.direction(left) return text(left and "to_left" or "to_right") end

--- What the changed span of a line is when it is moved; see `govreport.check.cause.shift`: 23、6、0、0、2、0.
function words.span(system, move)
  local list = {}
  for i = move.first, move.last do list[#list + 1] = words.value(system:number(move.values[i])) end
  return words.join(list, "comma")
end

--- What is to be written in a cell besides: 、“总计”列改为18件; nothing where there is no such change.
-- @param place that of the cell in the system; nil for none
function words.filled(context, system, repair, place)
  for _, change in ipairs(repair) do
    if change.cell == place then
      local cell = system.cells[place].at
      local is_column = words.is_row(context, cell.table)
      local name = is_column and words.column(context, cell) or words.cell(context, cell, cell.table)
      return text("filled", {cell = name, value = new_value(system, change)})
    end
  end
  return nothing
end

--- The label of a row or column.
function words.label(context, table_id, line)
  return line.kind == "rows" and context:row_label(table_id, line.id) or context:column_label(table_id, line.id)
end

return words
