--- The report of a government beside those of its departments and of the governments below. Without a roll-up these
-- rules have nothing to say; see `govreport.compare.rollup`.

local notice = "国办公开办函〔2019〕60号、〔2021〕30号（各级政府年度报告汇总本级各部门和下级政府的数据）"
local shown = 6

-- ---- texts --------------------------------------------------------------------------------------

local function join(list, zh, en)
  return {zh = table.concat(list, zh or "、"), en = table.concat(list, en or ", ")}
end

-- The first of some names, and that there are more.
local function some(list)
  if #list <= shown then return join(list) end
  local first = join(table.move(list, 1, shown, 1, {}))
  return {zh = first.zh .. "等" .. #list .. "个单位", en = first.en .. " and " .. (#list - shown) .. " more"}
end

local function text_of(line, value) return tostring(value) .. (line.unit or "") end

-- ---- who is there -------------------------------------------------------------------------------

local function members_of(context, status)
  local list = {}
  for _, child in ipairs(context.beside.rollup and context.beside.rollup.members or {}) do
    if child.status == status then list[#list + 1] = child end
  end
  return list
end

local function missing(context)
  local rollup = context.beside.rollup
  if rollup and #rollup.missing > 0 then
    context:finding{fields = {count = #rollup.missing, names = some(rollup.missing), year = rollup.parent.year}}
  end
end

local function twice(context)
  for _, child in ipairs(members_of(context, "twice")) do
    context:finding{message = child.twin.status == "unclear" and "different" or "same",
                    fields = {agency = child.agency, first = child.twin.name, second = child.name}}
  end
end

local function year(context)
  for _, child in ipairs(members_of(context, "year")) do
    context:finding{fields = {agency = child.agency, name = child.name, found = child.year,
                              wanted = context.beside.rollup.parent.year}}
  end
end

local function body(context)
  for _, status in ipairs{"body", "itself", "unknown"} do
    for _, child in ipairs(members_of(context, status)) do
      context:finding{message = status, fields = {agency = child.agency or "", name = child.name}}
    end
  end
end

local function office(context)
  local own = context.beside.rollup and context:body()
  if own and own.type == "office" then
    context:finding{places = {context.report.fields.agency}, fields = {agency = context.report.agency}}
  end
end

local function form(context)
  if not context.beside.rollup then return end
  local names = {}
  for _, child in ipairs(context.beside.rollup.counted) do
    if child.form ~= context.report.form then names[#names + 1] = child.agency end
  end
  if #names == 0 then return end
  context:finding{fields = {count = #names, names = some(names), form = context.form.declared.name}}
end

-- ---- cells --------------------------------------------------------------------------------------

local function lines_by_address(context)
  return context:once("rollup.lines", function()
    local map = {}
    for _, line in ipairs(context.beside.rollup.lines) do map[line.address] = line end
    return map
  end)
end

local function cell_of(context, line) return context.report.tables[line.table]:cell(line.row, line.column) end

local function cell_text(context, line)
  local row, column = context:row_label(line.table, line.row), context:column_label(line.table, line.column)
  local value, sum = text_of(line, line.value), text_of(line, line.sum)
  return ("“%s”行“%s”列填%s、合计%s"):format(row, column, value, sum),
         ("“%s”, “%s”: %s, sum %s"):format(row, column, value, sum)
end

local function names_of(context, alternatives, separators)
  local zh, en = {}, {}
  for i, children in ipairs(alternatives) do
    local names = {}
    for k, child in ipairs(children) do names[k] = context.beside.rollup.counted[child].agency end
    local joined = join(names, "、", " and ")
    zh[i], en[i] = joined.zh, joined.en
  end
  return {zh = table.concat(zh, separators.zh), en = table.concat(en, separators.en)}
end

-- Items and money are not always counted the same way above and below.
local function is_soft(line)
  return line.money or line.column == "previous_items" or line.column == "change"
end

local function severity_of(lines)
  for _, line in ipairs(lines) do
    if not is_soft(line) then return "error" end
  end
  return "warning"
end

-- What each child has in some cells, without zeros.
local function related_of(context, lines)
  local list, counted = {}, context.beside.rollup.counted
  for _, line in ipairs(#lines <= shown and lines or {}) do
    for i, part in ipairs(line.parts) do
      if part and part ~= 0 then
        list[#list + 1] = {report = counted[i].name, cell = {address = line.address, state = "number", value = part}}
      end
    end
  end
  return list
end

local function report(context, message, lines, fields, severity)
  local cells = {}
  for i, line in ipairs(lines) do cells[i] = cell_of(context, line) end
  fields.count = #lines
  context:finding{message = message, cells = cells, fields = fields, severity = severity or severity_of(lines),
                  related = related_of(context, lines),
                  expected = #lines == 1 and lines[1].sum or nil, actual = #lines == 1 and lines[1].value or nil}
end

local everywhere = {zh = "第二至第四部分表格", en = "the tables of parts 2 to 4"}
local choice = {zh = "，或", en = ", or "}

local function cells_text(context, lines, hints)
  local zh, en = {}, {}
  for i = 1, math.min(#lines, shown) do
    zh[i], en[i] = cell_text(context, lines[i])
    local hint = hints[lines[i].address]
    if hint then
      zh[i] = zh[i] .. "（差额与" .. hint.zh .. "的数值相同）"
      en[i] = en[i] .. " (the difference is the number of " .. hint.en .. ")"
    end
  end
  if #lines > shown then zh[shown], en[shown] = zh[shown] .. "等", en[shown] .. ", …" end
  return {zh = table.concat(zh, "；"), en = table.concat(en, "; ")}
end

-- The single cells of each table, in one finding; and what explains many cells, each in its own.
local function cells(context)
  local rollup = context.beside.rollup
  if not rollup then return end
  local by_address, singles, order, hints = lines_by_address(context), {}, {}, {}
  for _, cause in ipairs(rollup.causes) do
    local lines = {}
    for i, address in ipairs(cause.addresses) do lines[i] = by_address[address] end
    local names = #cause.children > 0 and names_of(context, cause.children, choice)
    local place = cause.table and context:table_name(cause.table) or everywhere
    if cause.kind == "none" or #lines == 1 and cause.table then
      if not singles[cause.table] then
        singles[cause.table] = {}
        order[#order + 1] = cause.table
      end
      table.insert(singles[cause.table], lines[1])
      hints[lines[1].address] = names or nil
    else
      report(context, cause.kind, lines, {place = place, names = names or "", cells = cells_text(context, lines, {})},
             (cause.kind == "own" or cause.kind == "more") and "warning")
    end
  end
  for _, id in ipairs(order) do
    local fields = {place = context:table_name(id), cells = cells_text(context, singles[id], hints)}
    report(context, "cells", singles[id], fields)
  end
end

-- Cells that the parent leaves blank, where its children have numbers.
local function blank(context)
  local rollup = context.beside.rollup
  if not rollup then return end
  local by_table, order = {}, {}
  for _, line in ipairs(rollup.lines) do
    if line.verdict == "blank" and line.sum ~= 0 then
      if not by_table[line.table] then
        by_table[line.table] = {}
        order[#order + 1] = line.table
      end
      table.insert(by_table[line.table], cell_of(context, line))
    end
  end
  for _, id in ipairs(order) do
    context:finding{cells = by_table[id], fields = {place = context:table_name(id), count = #by_table[id]}}
  end
end

local function open(context)
  local rollup = context.beside.rollup
  if not rollup or rollup.open == 0 then return end
  context:leave_open("rollup")
  context:finding{fields = {count = rollup.open, all = #rollup.lines}}
end

return {
  {
    id = "rollup.missing", severity = "warning", basis = notice,
    title = {zh = "所属各单位的报告齐全", en = "the reports of all units are there"},
    message = {zh = "名录中有{count}个单位未见{year}年度报告：{names}；请核实并补齐后再核对。",
               en = "units of the roster without a report for {year}: {count} ({names}); please verify and add them."},
    check = missing,
  },
  {
    id = "rollup.twice", severity = "warning", basis = notice,
    title = {zh = "每个单位一份报告", en = "one report of each unit"},
    message = {
      same = {zh = "{agency}的报告有两份，数值相同（{first}、{second}），只计一次，请核实后去掉重复的一份。",
              en = "{agency} has two reports with the same numbers ({first}, {second}); counted once; please verify "
                    .. "and remove one."},
      different = {zh = "{agency}的报告有两份，数值不同（{first}、{second}），均未计入，请核实以哪份为准。",
                   en = "{agency} has two reports with different numbers ({first}, {second}); neither was counted, "
                        .. "please verify which holds."},
    },
    check = twice,
  },
  {
    id = "rollup.year", severity = "warning", basis = notice,
    title = {zh = "各单位报告为同一年度", en = "all reports are for the same year"},
    message = {zh = "{agency}的报告为{found}年度（{name}），本报告为{wanted}年度，未计入，请核实后换成{wanted}年度的报告。",
               en = "the report of {agency} is for {found} ({name}), this one for {wanted}; it was not counted, please "
                    .. "verify and give that of {wanted}."},
    check = year,
  },
  {
    id = "rollup.body", severity = "warning", basis = notice,
    title = {zh = "报告均属所列单位", en = "all reports are those of units of the roster"},
    message = {
      body = {zh = "{agency}（{name}）不在名录所列单位中，未计入，请核实名录或报告。",
              en = "{agency} ({name}) is none of the units of the roster; it was not counted, please verify."},
      itself = {zh = "{name}与本报告为同一机关（{agency}），未计入，请核实后去掉。",
                en = "{name} is of the same body as the report itself ({agency}); it was not counted, please verify."},
      unknown = {zh = "{name}：未能从报告中同时读出机关名称和年度，未计入，请核实其标题。",
                 en = "{name}: it tells no body or no year; it was not counted, please verify its title."},
    },
    check = body,
  },
  {
    id = "rollup.office", severity = "warning", basis = notice,
    title = {zh = "汇总核对用的是政府报告", en = "what is rolled up is the report of a government"},
    message = {zh = "“{agency}”是办事机构，其自身报告不是本级政府的汇总报告，请核实后改用本级政府的年度报告核对。",
               en = "“{agency}” is an office: its own report is not that of its government; please verify "
                    .. "and take that one."},
    check = office,
  },
  {
    id = "rollup.form", severity = "notice", basis = "提示",
    title = {zh = "各单位报告格式一致", en = "all reports are of one form"},
    message = {zh = "有{count}个单位的报告与本报告格式（{form}）不同：{names}；两种格式不同的行、列按未填处理。",
               en = "reports of another form than this one ({form}): {count} ({names}); what the forms have not in "
                    .. "common counts as blank."},
    check = form,
  },
  {
    id = "rollup.cells", severity = "error", basis = notice,
    title = {zh = "各格等于所属各单位合计", en = "each cell is the sum of those of the units"},
    message = {
      cells = {zh = "{place}有{count}格与所属各单位合计不符：{cells}，请核改。",
               en = "{place}: cells that are not the sum of the units ({count}): {cells}; please correct."},
      left_out = {zh = "{place}有{count}格小于所属各单位合计，差额与{names}的数值一致，疑漏计，请核改：{cells}。",
                  en = "{place}: cells below the sum of the units ({count}); the differences are the numbers of "
                       .. "{names}, probably left out, please correct: {cells}."},
      twice = {zh = "{place}有{count}格大于所属各单位合计，差额与{names}的数值一致，疑重复计入，请核改：{cells}。",
               en = "{place}: cells above the sum of the units ({count}); the differences are the numbers of "
                    .. "{names}, probably counted twice, please correct: {cells}."},
      only = {zh = "{place}的数值与{names}一个单位的相同，疑未汇总其他单位（{count}格与合计不符），请核改：{cells}。",
              en = "{place}: the numbers are those of {names} alone, the others were probably not added (cells that "
                   .. "differ: {count}), please correct: {cells}."},
      more = {zh = "{place}有{count}格大于所附各单位合计，可能有单位未附报告，请核实并补齐后再核对：{cells}。",
              en = "{place}: cells above the sum of the units ({count}); reports may be missing, please verify: "
                   .. "{cells}."},
      own = {zh = "{place}有{count}格大于所属各单位合计，所附报告中没有本级政府办公厅（室）的，差额可能为其数值，"
                  .. "也可能另有单位未附报告，请核实并补齐后再核对：{cells}。",
             en = "{place}: cells above the sum of the units ({count}); the report of the government's own office is "
                  .. "not among them and may be the difference, or others are missing, please verify: {cells}."},
    },
    check = cells,
  },
  {
    id = "rollup.blank", severity = "warning", basis = notice,
    title = {zh = "所属单位有数值的格已填", en = "cells are filled in where units have numbers"},
    message = {zh = "{place}有{count}格未填，而所属各单位合计不为0，请核实后补填。",
               en = "{place}: cells that are blank, while the units have numbers there: {count}; please verify and "
                    .. "fill them in."},
    check = blank,
  },
  {
    id = "rollup.open", severity = "notice", basis = "提示",
    title = {zh = "各格均可判定", en = "all cells can be decided"},
    message = {zh = "参与核对的{all}格中有{count}格因单位报告缺失、未填或单位不一致，无法判定是否等于合计。",
               en = "{count} of {all} {all|cell|cells} cannot be decided: "
                  .. "reports are missing, cells blank or units mixed."},
    check = open,
  },
}
