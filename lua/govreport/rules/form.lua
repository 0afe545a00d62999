--- The form, the year and the notice that is cited: three facts that have to agree.

local notices = {"〔2019〕60号", "〔2021〕30号"}
local brackets = {["["] = "〔", ["("] = "〔", ["（"] = "〔", ["［"] = "〔",
                  ["]"] = "〕", [")"] = "〕", ["）"] = "〕", ["］"] = "〕"}

-- Whether a citation is that of a notice: another office may have given the same number to a paper of its own.
local function is_cited(citation, number)
  local text = citation:gsub(utf8.charpattern, brackets)
  local start = text:find(number, 1, true)
  return start == 1 or start ~= nil and text:sub(1, start - 1):find("公开办函$") ~= nil
end

-- The years for which a form is made, as people write them.
local function range(years)
  local first, last = years[1], years[2]
  if last == first then return {zh = first .. "年度", en = tostring(first)} end
  return {zh = last and first .. "至" .. last .. "年度" or first .. "年度以来",
          en = last and first .. " to " .. last or "since " .. first}
end

local function data_year(context)
  local found, declared = context.report.fields.year, context.form.declared
  local year = found and declared.years and found.value
  if not year or (year >= declared.years[1] and year <= (declared.years[2] or year)) then return end
  context:finding{places = {found}, actual = year, fields = {year = year, form = declared.name,
                                                             years = range(declared.years)}}
end

-- The citations of one of the notices that prescribe a form, other than the one of the form that is used.
local function notice(context)
  local declared = context.form.declared
  for id, field in pairs(context.report.fields) do
    for _, number in ipairs(id == "citations" and declared.notice and notices or {}) do
      if field.value and is_cited(field.value, number) and not declared.notice:find(number, 1, true) then
        context:finding{places = {field}, expected = declared.notice, actual = field.value,
                        fields = {cited = field.value, form = declared.name, notice = declared.notice}}
      end
    end
  end
end

local function label_of(context, t, row_id)
  return "“" .. context.report.tables[t.id]:row(row_id).label .. "”"
end

-- Rows that this form prints as several, and the report as one.
local function hybrid(context)
  for _, t in ipairs(context.form.declared.tables) do
    for _, row in ipairs(t.rows) do
      local cells = row.split and context:cells_of(t.id, row.id) or {}
      -- Beside its parts it is their subtotal.
      if #cells > 0 and #context:cells_of(t.id, row.split[1]) == 0 then
        local parts = {}
        for i, id in ipairs(row.split) do parts[i] = label_of(context, t, id) end
        context:finding{cells = cells, fields = {
          place = context:table_name(t.id), row = context:row_label(t.id, row.id), count = #parts,
          parts = {zh = table.concat(parts, ""), en = table.concat(parts, ", ")}}}
      end
    end
  end
end

local basis = "国办公开办函〔2019〕60号、〔2021〕30号"

return {
  {
    id = "form.data_year", severity = "warning", basis = basis,
    title = {zh = "所用格式与报告年度相符", en = "the form is the one for the year"},
    message = {zh = "报告年度为{year}年，所用表格为“{form}”（适用于{years}），请核对所用格式。",
               en = "a report for {year} in the form “{form}” (made for the years {years})."},
    check = data_year,
  },
  {
    id = "form.notice", severity = "warning", basis = basis,
    title = {zh = "引用的通知与所用格式相符", en = "the notice cited is that of the form"},
    message = {zh = "引言引用“{cited}”，所用表格为“{form}”，应引用{notice}，请核改。",
               en = "the preface cites “{cited}”; the form used, “{form}”, is that of {notice}."},
    check = notice,
  },
  {
    id = "form.hybrid", severity = "warning", basis = "国办公开办函〔2021〕30号附件（第三部分表格）",
    title = {zh = "表格各行按规定格式分列", en = "rows are printed as the form has them"},
    message = {zh = "{place}“{row}”只填一行，规定格式分列{parts}共{count}行，请按规定格式填报。",
               en = "{place}: “{row}” is one row; the form has {count}: {parts}."},
    check = hybrid,
  },
}
