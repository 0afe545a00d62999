--- What stands in single cells: filled, readable, whole, not negative.
--
-- Of the disclosure reports official texts say what a cell must hold. Of other forms their declaration says it: of them
-- at most a warning is told, and of a cell that is left empty a hint, as nobody has said that 0 must be written.

local names = require "govreport.form.names"
local picture = require "govreport.text.picture"

local notice = "国办公开办函〔2019〕60号、〔2021〕30号附件（表格填报）"

-- The sum of the parts beside a total, whether one of them is above 0, and whether all are known.
-- @param t the layout of its table
local function sum_of_parts(context, t, total)
  local sum, positive, complete, implied = 0, false, true, context:implied_values()
  local before = total - (total - t.first_cell) % #t.columns - 1
  for i, column in ipairs(t.columns) do
    if column.id ~= "total" then
      local value = context:corrected(before + i) or implied[before + i]
      sum = sum + (value or 0)
      positive = positive or value ~= nil and value > 0
      complete = complete and value ~= nil
    end
  end
  return sum, positive, complete
end

local function find_unfilled(context)
  local list, by_table = {}, {}
  for number, t, column in context:each_odd("unfilled") do
    if context:corrected(number) == nil then
      local entry = by_table[t]
      if not entry then
        entry = {table = t.id, totals = {}, positive = {}, sums = {}, others = {}}
        by_table[t] = entry
        list[#list + 1] = entry
      end
      local is_total = column.id == "total"
      table.insert(is_total and entry.totals or entry.others, number)
      if is_total then
        local sum, positive, complete = sum_of_parts(context, t, number)
        if positive then
          table.insert(entry.positive, number)
          table.insert(entry.sums, {value = complete and sum or nil, least = sum})
        end
      end
    end
  end
  for _, entry in ipairs(list) do
    if #entry.positive == 0 then
      table.move(entry.totals, 1, #entry.totals, #entry.others + 1, entry.others)
      entry.totals = {}
    end
  end
  return list
end

-- The unfilled cells of each table, as their numbers, for which no cause of failing sums has told a value, totals apart
-- where one of them stands beside numbers: a list of `{table, totals, positive, sums, others}`; `sums` has
-- `{value, least}` for each positive total.
local function unfilled_by_table(context)
  return context:once("unfilled_by_table", function() return find_unfilled(context) end)
end

local shown_totals = 3

-- The values of totals, bounds where a part of one is not known; of many the first ones.
local function joined(sums, bound, separator, more)
  local texts = {}
  for i = 1, math.min(#sums, shown_totals) do
    texts[i] = (sums[i].value and "%s" or bound):format(sums[i].least)
  end
  return table.concat(texts, separator) .. (#sums > shown_totals and more or "")
end

-- The severity of what is told of a cell: what those of other forms must hold no official text says.
local function severity(context, level) return not context.usual and (level or "warning") or nil end

-- What a column or a row is declared to be: `signed`, `decimal`, `unit`, `type`.
local function declared_as(context, cell, key)
  local declared = names.declared_table(context.form.declared, cell.table)
  local value = names.entry(declared.columns, cell.column_id)[key]
  if value ~= nil then return value end
  return names.entry(declared.rows, cell.row)[key]
end

local function total_blank(context)
  for _, entry in ipairs(unfilled_by_table(context)) do
    if #entry.totals > 0 then
      local repair = {}
      for i, cell in ipairs(context:cells_at(entry.positive)) do
        if entry.sums[i].value then repair[#repair + 1] = {address = cell.address, value = entry.sums[i].value} end
      end
      local values = {zh = joined(entry.sums, "不少于%s", "、", "等"),
                      en = joined(entry.sums, "at least %s", ", ", ", …")}
      context:finding{cells = context:cells_at(entry.totals), repair = repair,
                      fields = {place = context:table_name(entry.table), count = #entry.totals,
                                positive = #entry.positive, values = values}}
    end
  end
end

-- The empty cells of each table of another form that should hold numbers: a dash or 无 says what it means.
local function empty_by_table(context)
  local list, by_table = {}, {}
  for _, cell in ipairs(context:odd_cells_of("unfilled")) do
    if cell.state == "blank" and (declared_as(context, cell, "type") or "number") == "number" then
      if not by_table[cell.table] then
        by_table[cell.table] = {}
        list[#list + 1] = by_table[cell.table]
      end
      table.insert(by_table[cell.table], cell)
    end
  end
  return list
end

local function empty(context)
  for _, cells in ipairs(empty_by_table(context)) do
    context:finding{message = "empty", severity = severity(context, "info"), cells = cells,
                    fields = {place = context:table_name(cells[1].table), count = #cells}}
  end
end

local function blank(context)
  if not context.usual then return empty(context) end
  for _, entry in ipairs(unfilled_by_table(context)) do
    if #entry.others > 0 then
      local zero, implied = true, context:implied_values()
      for _, number in ipairs(entry.others) do zero = zero and implied[number] == 0 end
      context:finding{message = zero and "zero" or "open", cells = context:cells_at(entry.others),
                      fields = {place = context:table_name(entry.table), count = #entry.others}}
    end
  end
end

local function cell_fields(context, cell)
  return {place = context:table_name(cell.table), row = context:row_label(cell.table, cell.row),
          column = context:column_label(cell.table, cell.column_id), raw = cell.raw or ""}
end

-- Rows that could not be read as a whole are another rule's, and so are pictures.
local function unreadable(context)
  local is_merged = context:reading().is_merged
  for _, cell in ipairs(context:odd_cells_of("unreadable")) do
    local is_text = not cell.lost and not picture.seen(context.report.document, cell)
    if is_text and not is_merged[cell.number] then
      local fields, value = cell_fields(context, cell), context:legible(cell)
      fields.value = value
      local message = value and "legible" or context.usual and "lost" or "other"
      context:finding{message = message, severity = severity(context), cells = {cell}, fields = fields,
                      expected = value, repair = value and {{address = cell.address, value = value}}}
    end
  end
end

local function has_lost_cells(context)
  return next(context:plane().lost) ~= nil
end

-- A table shows which of its cells are empty; where a text lost that, it is a matter of the reading.
local function row_incomplete(context)
  if not has_lost_cells(context) then return end
  for _, entry in ipairs(context:reading().uneven) do
    local row = entry.row and context:row_label(entry.table, entry.row)
    if entry.in_grid then
      context:finding{
        message = entry.kind, places = {entry.place}, cells = entry.cells, expected = entry.wanted,
        actual = entry.found,
        fields = {place = context:table_name(entry.table), found = entry.found, wanted = entry.wanted,
                  row = {zh = row and "“" .. row .. "”行" or "", en = row and ", row “" .. row .. "”" or ""}}}
    end
  end
end

-- Every number must be a count, unless its column or row says otherwise.
local function each_number(context, fails)
  for _, cell in ipairs(context:odd_cells_of("number")) do
    local value = cell.value
    if not context:is_guilty(cell) and fails(value, cell) then
      context:finding{message = context.usual and "count" or "other", severity = severity(context), cells = {cell},
                      actual = value, fields = cell_fields(context, cell)}
    end
  end
end

local function negative(context)
  each_number(context, function(value, cell) return value < 0 and not declared_as(context, cell, "signed") end)
end

local function not_a_count(context)
  each_number(context, function(value, cell)
    return math.type(value) ~= "integer" and not declared_as(context, cell, "decimal")
  end)
end

local money = {["元"] = true, ["千元"] = true, ["万元"] = true, ["亿元"] = true, ["¥"] = true, ["￥"] = true}

-- What a unit measures.
local function kind_of(own) return own == "%" and "share" or money[own] and "money" or "things" end

-- Whether a unit is one of the cell's column. Columns of other forms say themselves which they have, or nothing.
local function fits(context, cell, printed)
  local measured = kind_of(printed)
  if not context.usual then
    local declared = declared_as(context, cell, "unit")
    return not declared or kind_of(declared) == measured
  end
  local is_money = context:declared_column(cell.table, cell.column_id).decimal or false
  return measured == (is_money and "money" or "things")
end

-- The numbers of the odd cells that have a unit, in order.
local function with_units(context)
  local list, plane = {}, context:plane()
  for _, numbers in pairs(next(plane.unit) and plane.odd or {}) do
    for _, number in ipairs(numbers) do
      if plane.unit[number] then list[#list + 1] = number end
    end
  end
  table.sort(list)
  return list
end

-- Money or a share where things are counted; things where money is.
local function unit(context)
  for _, cell in ipairs(context:cells_at(with_units(context))) do
    local printed = cell.unit
    if not fits(context, cell, printed) then
      local fields = cell_fields(context, cell)
      fields.unit = printed
      context:finding{cells = {cell}, fields = fields}
    end
  end
end

return {
  {
    id = "cells.total_blank", severity = "error", basis = notice,
    title = {zh = "合计已填", en = "totals are filled in"},
    message = {
      zh = "{place}“总计”列{count}格未填，其中{positive}行已有分项数据，按分项合计应填{values}，请补填；无数据的填“0”。",
      en = "{place}: totals left blank: {count}; beside numbers: {positive}, to be filled in with {values}; where "
           .. "there is nothing, please write 0."},
    needs = {cells = {"unfilled"}},
    check = total_blank,
  },
  {
    id = "cells.blank", severity = "warning", basis = notice, general = true,
    title = {zh = "单元格已填，无数据的填“0”", en = "cells are filled in, with 0 where there is nothing"},
    message = {
      open = {zh = "{place}有{count}格未填数字，请核实后补填；无数据的填“0”。",
              en = "{place}: cells without a number: {count}; please verify and fill them in, with 0 where there is "
                 .. "nothing."},
      zero = {zh = "{place}有{count}格未填数字，按表内合计关系均应为0，请核实后补填“0”。",
              en = "{place}: cells without a number: {count}; by the sums of the table all of them are 0; please "
                   .. "verify and write 0."},
      empty = {zh = "{place}有{count}格未填，如为漏填请补填。",
               en = "{place}: cells left empty: {count}; if they were forgotten, please fill them in."},
    },
    needs = {cells = {"unfilled"}},
    check = blank,
  },
  {
    id = "cells.unreadable", severity = "error", basis = notice, general = true,
    title = {zh = "单元格内容为数字", en = "cells hold numbers"},
    message = {
      lost = {zh = "{place}“{row}”行“{column}”列填“{raw}”，不是规范的数字，请核改；无数据的填“0”。",
              en = "{place}, row “{row}”, column “{column}”: “{raw}” is not a number; please correct it."},
      legible = {zh = "{place}“{row}”行“{column}”列填“{raw}”，不是规范的数字，按合计关系应为{value}，请核改。",
                 en = "{place}, row “{row}”, column “{column}”: “{raw}” is not a number; by the sums it is {value}, "
                           .. "please write that."},
      other = {zh = "{place}“{row}”行“{column}”列填“{raw}”，无法识别，请核实后更正。",
               en = "{place}, row “{row}”, column “{column}”: “{raw}” cannot be understood; please verify."},
    },
    needs = {cells = {"unreadable"}},
    check = unreadable,
  },
  {
    id = "cells.row_incomplete", severity = "warning", basis = notice, general = true,
    title = {zh = "每行数字个数与列数一致", en = "as many numbers as columns in every row"},
    message = {
      row_short = {zh = "{place}{row}只有{found}个数，应为{wanted}个，无法确定各数所属的列，请核实；有未填的格请补填。",
                   en = "{place}{row}: numbers: {found}, columns: {wanted}; which belongs where cannot be told; please "
                        .. "verify, and fill in blank cells."},
      row_long = {zh = "{place}{row}有{found}个数，应为{wanted}个，无法确定各数所属的列，请核实后删去多出的数。",
                  en = "{place}{row}: numbers: {found}, columns: {wanted}; which belongs where cannot be told; please "
                       .. "verify, and remove what is too much."},
    },
    needs = {gaps = true},
    check = row_incomplete,
  },
  {
    id = "cells.negative", severity = "error", basis = notice, general = true,
    title = {zh = "件数不为负", en = "no count is negative"},
    message = {
      count = {zh = "{place}“{row}”行“{column}”列填“{raw}”，件数不能为负数，请核改；无数据的填“0”。",
               en = "{place}, row “{row}”, column “{column}”: “{raw}” is negative, which no count is; please "
                    .. "correct it."},
      other = {zh = "{place}“{row}”行“{column}”列填“{raw}”，该格不应为负数，请核实后更正。",
               en = "{place}, row “{row}”, column “{column}”: “{raw}” is negative, and the form has no sign there; "
                    .. "please verify."},
    },
    needs = {cells = {"number"}},
    check = negative,
  },
  {
    id = "cells.unit", severity = "warning", basis = notice, general = true,
    title = {zh = "单位与所在列相符", en = "units fit their columns"},
    message = {zh = "{place}“{row}”行“{column}”列填“{raw}”，“{unit}”不是该列的单位，请核实后更正。",
               en = "{place}, row “{row}”, column “{column}”: “{unit}” in “{raw}” is not the unit of the column; "
                    .. "please verify."},
    check = unit,
  },
  {
    id = "cells.not_a_count", severity = "error", basis = notice, general = true,
    title = {zh = "件数为整数", en = "counts are whole numbers"},
    message = {
      count = {zh = "{place}“{row}”行“{column}”列填“{raw}”，件数应为整数，请核改。",
               en = "{place}, row “{row}”, column “{column}”: “{raw}” is not a whole number, as a count is; "
                    .. "please correct it."},
      other = {zh = "{place}“{row}”行“{column}”列填“{raw}”，该格应为整数，请核实后更正。",
               en = "{place}, row “{row}”, column “{column}”: “{raw}” is not a whole number, as the form asks for; "
                    .. "please verify."},
    },
    needs = {cells = {"number"}},
    check = not_a_count,
  },
}
