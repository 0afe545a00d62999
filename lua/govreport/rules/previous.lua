--- This year beside the year before: what was carried forward, what is in force, what was copied. Without the report of
-- the year before these rules have nothing to say.

local notice = "国办公开办函〔2019〕60号、〔2021〕30号附件（表格填报）"
local ordinance = "《政府信息公开条例》第五十条"

local function name_of(previous)
  return previous.title or previous.agency .. previous.year
end

local function related(context, cells)
  local list = {}
  for i, cell in ipairs(cells) do list[i] = {report = name_of(context.previous), cell = cell} end
  return list
end

local function signed(value)
  if value < 0 then return "−" .. tostring(-value) end
  return "＋" .. tostring(value)
end

-- ---- the report that was given ------------------------------------------------------------------

local function previous(context)
  local problem, given = context:previous_problem(), context.beside.previous
  if not problem then return end
  local fields = context:read_fields()
  context:finding{message = problem, places = {problem == "year" and fields.year or fields.agency},
                  fields = {agency = context.report.agency, year = context.year, other = given.agency,
                            other_year = given.year, wanted = context.year and context.year - 1}}
end

-- The years of a body among the reports of a folder: those that are missing, those that stand twice.
local function years_of_series(context)
  for _, entry in ipairs(context.beside.series or {}) do
    local list = entry.years or entry.paths or {}
    context:finding{message = entry.kind, places = {context:read_fields().year},
                    fields = {agency = context.report.agency, year = entry.year, count = #list,
                              list = {zh = table.concat(list, "、"), en = table.concat(list, ", ")}}}
  end
end

-- ---- applications carried over ------------------------------------------------------------------

-- The columns in which 上年结转 differs from what the year before carried forward: `{now, before}`; the total apart. A
-- cell that the sums of its own report name as wrong already is left to them.
local function differing_columns(context)
  local list, total = {}, nil
  for now in context.report.tables.applications:row("brought_forward"):cells() do
    local before = context:previous_cell("applications", "carried_forward", now.column_id)
    if before and now.value and before.value and not context:is_guilty(now) then
      local pair = {now = now, before = before, differs = now.value ~= before.value}
      if now.column_id == "total" then total = pair
      elseif pair.differs then list[#list + 1] = pair end
    end
  end
  return list, total
end

-- Whether the total that the year before carried forward can be the sum of its own columns: what is not filled in
-- there is some number >= 0.
local function total_holds(before)
  local rest, complete = before.tables.applications:cell("carried_forward", "total").value, true
  for cell in before.tables.applications:row("carried_forward"):cells() do
    if cell.column_id ~= "total" then
      rest, complete = rest - (cell.value or 0), complete and cell.value ~= nil
    end
  end
  return rest == 0 or (rest > 0 and not complete)
end

local function columns_text(context, list)
  local zh, en = {}, {}
  for i, pair in ipairs(list) do
    local column = context:column_label("applications", pair.now.column_id)
    zh[i] = ("“%s”列填%s件、上一年度为%s件"):format(column, pair.now.value, pair.before.value)
    en[i] = ("“%s” %s, was %s"):format(column, pair.now.value, pair.before.value)
  end
  return {zh = table.concat(zh, "，"), en = table.concat(en, "; ")}
end

local function carry_over(context)
  if not context.previous then return end
  local list, total = differing_columns(context)
  local wrong_total = total and total.differs
  if #list == 0 and not wrong_total then return end
  local now, before = {}, {}
  for i, pair in ipairs(list) do now[i], before[i] = pair.now, pair.before end
  local columns = columns_text(context, list)
  if wrong_total then
    table.insert(now, 1, total.now)
    table.insert(before, 1, total.before)
    if #list > 0 then columns = {zh = "（其中" .. columns.zh .. "）", en = " (" .. columns.en .. ")"} end
  end
  context:finding{
    message = wrong_total and "total" or total and "columns" or "columns_alone", cells = now,
    severity = wrong_total and total_holds(context.previous) and "error" or "warning",
    related = related(context, before), expected = before[1].value, actual = now[1].value,
    fields = {now = now[1].value, before = before[1].value, columns = columns}}
end

-- ---- documents in force -------------------------------------------------------------------------

-- The number in a note such as 其中修订16件; 0 where there is none.
local function noted(cell)
  return cell.note and math.tointeger(tonumber(cell.note:match("%d+"))) or 0
end

-- Whether what was in force, issued and repealed can give what is in force. A note may tell of documents that were
-- revised, which add nothing, or of some that lapsed without being counted: either reading will do.
local function can_be(now, before, issued, repealed)
  local plain = before.value + issued.value - repealed.value
  if now.value == plain or now.note then return true end
  for _, less in ipairs{noted(issued), noted(repealed), noted(issued) + noted(repealed)} do
    if now.value == plain - less then return true end
  end
  return false
end

local function in_force_change(context)
  if not context.previous or not context:declared_column("instruments", "in_force") then return end
  for row in context.report.tables.instruments:rows() do
    local now, issued, repealed = row:cell("in_force"), row:cell("issued"), row:cell("repealed")
    local before = context:previous_cell("instruments", row.id, "in_force")
    local known = before and before.value and now.value and issued.value and repealed.value
    if known and not can_be(now, before, issued, repealed) then
      local expected = before.value + issued.value - repealed.value
      context:finding{
        cells = {now, issued, repealed}, related = related(context, {before}), expected = expected, actual = now.value,
        fields = {place = context:table_name("instruments"), row = context:row_label("instruments", row.id),
                  now = now.value, before = before.value, issued = issued.value, repealed = repealed.value,
                  expected = expected}}
    end
  end
end

-- More than was open before and what was opened since; less is what repeals leave.
local function total_disclosed(context)
  if not context.previous or not context:declared_column("instruments", "total_disclosed") then return end
  for row in context.report.tables.instruments:rows() do
    local now, disclosed = row:cell("total_disclosed"), row:cell("disclosed")
    local before = context:previous_cell("instruments", row.id, "total_disclosed")
    if before and before.value and now.value and disclosed.value and now.value > before.value + disclosed.value then
      context:finding{
        cells = {now, disclosed}, related = related(context, {before}), expected = before.value + disclosed.value,
        actual = now.value,
        fields = {place = context:table_name("instruments"), row = context:row_label("instruments", row.id),
                  now = now.value, before = before.value, disclosed = disclosed.value,
                  most = before.value + disclosed.value}}
    end
  end
end

-- ---- items of the form of 2019 ------------------------------------------------------------------

local item_tables = {"licensing", "enforcement", "fees"}

local function previous_items(context)
  if not context.previous or not context:declared_column("licensing", "previous_items") then return end
  local now, before, zh, en = {}, {}, {}, {}
  for _, id in ipairs(item_tables) do
    for row in context.report.tables[id]:rows() do
      local cell = row:cell("previous_items")
      local base = context:previous_cell(id, row.id, "previous_items")
      local change = base and context:previous_cell(id, row.id, "change")
      local known = change and cell.value and base.value and change.value
      if known and cell.value ~= base.value + change.value then
        local label, sum = context:row_label(id, row.id), base.value + change.value
        now[#now + 1] = cell
        before[#before + 1] = base
        before[#before + 1] = change
        zh[#zh + 1] = ("“%s”填%s，按上一年度报告应为%s（%s%s）"):format(label, cell.value, sum, base.value, signed(change.value))
        en[#en + 1] = ("“%s” %s, by last year's report %s"):format(label, cell.value, sum)
      end
    end
  end
  if #now == 0 then return end
  context:finding{cells = now, related = related(context, before),
                  fields = {count = #now, list = {zh = table.concat(zh, "；"), en = table.concat(en, "; ")}}}
end

-- ---- copied text --------------------------------------------------------------------------------

local copied_sections = {"overview", "problems"}
-- Of what the section holds, and characters: a shorter text says what many years say.
local copied_share, least_length = 0.85, 60

-- The numbers of a text but its years, as a set with counts.
local function figures(text)
  local counts, all = {}, 0
  for digits, following in text:gmatch("(%d[%d.,]*)([^%d]?[^%d]?[^%d]?)") do
    if not (#digits == 4 and following:sub(1, 3) == "年") then
      counts[digits] = (counts[digits] or 0) + 1
      all = all + 1
    end
  end
  return counts, all
end

-- Whether most of the numbers are new: then the text was brought up to date, however alike its sentences are.
local function has_new_figures(context, text, before)
  local old = figures(context:folded(before))
  local counts, all = figures(context:folded(text))
  local kept = 0
  for digits, count in pairs(counts) do kept = kept + math.min(count, old[digits] or 0) end
  return all > 2 and kept * 2 < all
end

local function copied_section(context)
  if not context.previous then return end
  for _, id in ipairs(copied_sections) do
    local now, before = context.report:section(id), context.previous:section(id)
    local text, old = now and now.text or "", before and before.text or ""
    local length = utf8.len((text:gsub("%s", "")))
    if length >= least_length and old ~= "" then
      local share = context:containment(text, old)
      if share >= copied_share and not has_new_figures(context, text, old) then
        context:finding{
          places = {now}, actual = math.floor(share * 100 + 1e-9),
          fields = {part = context:part_name(id), title = now.title, length = length,
                    share = math.floor(share * 100 + 1e-9), year = context.previous.year}}
      end
    end
  end
end

return {
  {
    id = "metadata.previous", severity = "warning", basis = "提示",
    title = {zh = "所附上一年度报告为同一机关上一年度的报告", en = "the report of the year before is that of the same body"},
    message = {
      agency = {zh = "所附上一年度报告的机关为“{other}”，本报告的机关为“{agency}”，未作跨年核对，请核实所附文件；"
                     .. "机关更名的，请在单位名录中登记别名。",
                en = "the report given for the year before is that of “{other}”, this one of “{agency}”; they were not "
                     .. "compared; please verify (for a body that was renamed, the register of units takes aliases)."},
      year = {zh = "所附上一年度报告为{other_year}年度，本报告为{year}年度，应附{wanted}年度报告；"
                   .. "未作跨年核对，请核实所附文件。",
              en = "the report given for the year before is that of {other_year}; for {year} it should be that of "
                   .. "{wanted}; they were not compared, please verify the file."},
      unknown = {zh = "未能从两份报告中同时读出机关名称和年度，未作跨年核对，请核实两份报告的标题。",
                 en = "the bodies and the years of the two reports could not be told; they were not "
                      .. "compared, please verify their titles."},
    },
    check = previous,
  },
  {
    id = "metadata.series", severity = "notice", basis = "提示",
    title = {zh = "同一机关各年度报告齐全且不重复", en = "a body's reports are there for all years, each once"},
    message = {
      gap = {zh = "文件夹中缺{agency}{list}年度报告，{year}年度报告未作跨年核对，请补齐。",
             en = "the folder has no report of {agency} for {list}; that for {year} was not compared with the year "
                  .. "before."},
      twice = {zh = "文件夹中{agency}{year}年度报告有{count}份（{list}），请保留一份。",
               en = "the folder has {count} reports of {agency} for {year} ({list}); please keep one."},
      unclear = {zh = "文件夹中{agency}{year}年度报告有{count}份（{list}），本年度报告未作跨年核对，请保留一份。",
                 en = "the folder has {count} reports of {agency} for {year} ({list}); this one was not compared with "
                      .. "the year before."},
      unknown = {zh = "未能从报告中同时读出机关名称和年度，未作跨年核对，请核对标题。",
                 en = "the body and the year could not be told from the report; not compared with other years."},
    },
    check = years_of_series,
  },
  {
    id = "applications.carry_over", severity = "error", basis = notice,
    title = {zh = "“上年结转”与上一年度“结转下年度”一致", en = "brought forward is what the year before carried forward"},
    message = {
      total = {zh = "第三部分表格本年度“上年结转”填{now}件，上一年度报告“结转下年度”为{before}件{columns}，"
                    .. "请核改；确有调整的请说明原因。",
               en = "part 3, table: {now} brought forward, but the year before carried {before} forward{columns}; "
                    .. "please correct, or give the reason where it was adjusted."},
      columns = {zh = "第三部分表格“上年结转”总计与上一年度报告“结转下年度”一致，但{columns}，请核实；"
                      .. "确有调整的请说明原因。",
                 en = "part 3, table: the total brought forward is that of the year before, but by column: {columns}; "
                      .. "please verify."},
      columns_alone = {zh = "第三部分表格“上年结转”与上一年度报告“结转下年度”不一致：{columns}，请核实；"
                            .. "确有调整的请说明原因。",
                       en = "part 3, table: brought forward differs from what the year before carried forward: "
                            .. "{columns}; please verify."},
    },
    check = carry_over,
  },
  {
    id = "instruments.in_force_change", severity = "warning", basis = notice,
    title = {zh = "“现行有效件数”与上一年度衔接", en = "documents in force follow from those of the year before"},
    message = {
      zh = "{place}“{row}”行“现行有效件数”填{now}件；上一年度报告为{before}件，加本年制发{issued}件、减本年废止{repealed}件，"
           .. "应为{expected}件，请核实；有自然失效、修订或清理调整的请说明。",
      en = "{place}, row “{row}”: {now} in force; {before} in the year before + {issued} issued − {repealed} repealed "
           .. "= {expected}; please verify, and tell of documents that lapsed or were revised."},
    check = in_force_change,
  },
  {
    id = "instruments.total_disclosed", severity = "info", basis = "提示",
    title = {zh = "“对外公开总数量”的增加不超过本年新公开数量", en = "what is open grows by no more than what was opened"},
    message = {
      zh = "{place}“{row}”行“对外公开总数量”填{now}件；上一年度报告为{before}件，加本年新公开{disclosed}件应不多于{most}件，"
           .. "如含补充公开的以往文件请说明，否则请更正。",
      en = "{place}, row “{row}”: {now} open in all; {before} in the year before + {disclosed} opened = {most}; please "
           .. "explain or correct it."},
    check = total_disclosed,
  },
  {
    id = "proactive.previous_items", severity = "warning", basis = notice,
    title = {zh = "“上一年项目数量”与上一年度报告衔接", en = "last year's items are those of last year's report"},
    message = {
      zh = "第二部分表格“上一年项目数量”有{count}行与上一年度报告不一致（应为其“上一年项目数量”加“本年增/减”）：{list}，"
           .. "请核实；事项目录有调整的请说明。",
      en = "part 2, table, “上一年项目数量”: rows that differ from the report of the year before: {count} ({list}); please "
           .. "verify."},
    tables = {"licensing", "enforcement", "fees"},
    check = previous_items,
  },
  {
    id = "similarity.copied_section", severity = "warning", basis = ordinance,
    title = {zh = "总体情况、存在问题结合本年度实际撰写", en = "sections are not those of the year before"},
    message = {
      zh = "{part}“{title}”共{length}字，其中{share}%的文字与{year}年度报告相同，请核实是否结合本年度实际更新。",
      en = "{part}, “{title}”: {share} % of its {length} characters are those of the report for {year}; please verify "
           .. "that it is up to date."},
    check = copied_section,
  },
}
