--- The form, the year and the notice that is cited: three facts that have to agree.

local article = require "govreport.text.article"
local core = require "govreport.core"

local notices = {"〔2019〕60号", "〔2021〕30号"}
local years_of = {["〔2019〕60号"] = "2019", ["〔2021〕30号"] = "2021"}
local brackets = {["["] = "〔", ["("] = "〔", ["（"] = "〔", ["［"] = "〔",
                  ["]"] = "〕", [")"] = "〕", ["）"] = "〕", ["］"] = "〕"}

-- Whether a citation is that of a notice: another office may have given the same number to a paper of its own.
local function is_cited(citation, number)
  if not citation:find(years_of[number], 1, true) then return false end
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
  local found, declared = context:read_fields().year, context.form.declared
  -- A title with a wrong year is told by its own rule.
  local year = found and declared.years and context.year
  if not year or (year >= declared.years[1] and year <= (declared.years[2] or year)) then return end
  context:finding{places = {found}, actual = year, fields = {year = year, form = declared.name,
                                                             years = range(declared.years)}}
end

-- The notices that prescribe another form than that which is used, and the citations of each.
local function other_notices(context)
  local list, own = {}, context.form.declared.notice
  for _, number in ipairs(own and notices or {}) do
    if not own:find(number, 1, true) then list[#list + 1] = {number = number, fields = {}} end
  end
  for _, field in ipairs(list[1] and core.fields_of(context.report, "citations") or {}) do
    local value = field.value
    for _, other in ipairs(value and list or {}) do
      if is_cited(value, other.number) then table.insert(other.fields, field) end
    end
  end
  return list
end

-- A notice other than that of the form that is used: one finding, however often it is cited.
local function notice(context)
  local declared = context.form.declared
  for _, other in ipairs(other_notices(context)) do
    local first = other.fields[1]
    if first then
      context:finding{places = other.fields, expected = declared.notice, actual = first.value,
                      fields = {cited = first.value, form = declared.name, notice = declared.notice}}
    end
  end
end

-- ---- what is no longer in force -----------------------------------------------------------------

-- The order that published the ordinance of 2007. Beside its successor it is history, and no error.
local function old_order(text)
  for at, stop in article.each(text, "492号") do
    local start, sentence_stop = article.sentence(text, at)
    local sentence = text:sub(start, sentence_stop - 1)
    if sentence:find("国务院", 1, true) and sentence:find("令", 1, true)
       and not article.has(sentence, {"711号", "修订", "修改", "原"}) then
      return at, stop
    end
  end
end

-- The articles of 2007 about annual reports; those of today speak of applications.
local reach = 600   -- bytes back to the title
local old_articles = {"第三十一条", "第三十二条", "第31条", "第32条"}
local ordinance_titles = {["条例"] = true, ["政府信息公开条例"] = true, ["中华人民共和国政府信息公开条例"] = true}

local function old_article(text)
  for _, words in ipairs(old_articles) do
    for at, stop in article.each(text, words) do
      local before = text:sub(math.max(1, at - reach), at - 1)
      if ordinance_titles[before:match("^.*《(.-)》")] then return at, stop end
    end
  end
end

local function old_statistics(text)
  for at, stop in article.each(text, "32号") do
    if text:sub(math.max(1, at - 24), at - 1):find("国办发[^%w]+2014[^%w]+$") then return at, stop end
  end
end

-- One of these stands wherever one of the texts is cited.
local repealed_words = {"492号", "32号", table.unpack(old_articles)}

local repealed_texts = {
  {message = "order", find = old_order, severity = "warning"},
  {message = "article", find = old_article, severity = "warning"},
  {message = "statistics", find = old_statistics, severity = "info"},
}

-- What the preface cites as the report's basis; elsewhere old texts are history.
local function repealed(context)
  local text, base = article.part(context, "preface")
  for _, entry in ipairs(repealed_texts) do
    local at, stop = entry.find(text)
    if at then
      local place = article.place(context, base + at - 1, base + stop - 1)
      context:finding{message = entry.message, severity = entry.severity, places = {place}, actual = place.raw,
                      fields = {cited = place.raw, now = context.form.declared.notice}}
    end
  end
end

local function label_of(context, t, row_id)
  return "“" .. context.report.tables[t.id]:row(row_id).label .. "”"
end

-- The row of a table in whose place others may be printed, and how many they are, told by one.
local function report_hybrid(context, t, row)
  local parts = {}
  for i, id in ipairs(row.split) do parts[i] = label_of(context, t, id) end
  context:finding{cells = context:cells_of(t.id, row.id), fields = {
    place = context:table_name(t.id), row = context:row_label(t.id, row.id), count = #parts,
    parts = {zh = table.concat(parts, ""), en = table.concat(parts, ", ")}}}
end

-- The rows of a form that it prints as several, each with its table and its first cell; kept with the form.
local split_rows = setmetatable({}, {__mode = "k"})

local function splits_of(form)
  local list = split_rows[form]
  if list then return list end
  list = {}
  for _, t in ipairs(form.layouts) do
    for i, row in ipairs(t.rows) do
      if row.split then list[#list + 1] = {table = t, row = row, first = t.first_cell + (i - 1) * #t.columns} end
    end
  end
  split_rows[form] = list
  return list
end

-- Rows that this form prints as several, and the report as one. Beside its parts, which stand below it in the form, it
-- is their subtotal.
local function hybrid(context)
  for _, entry in ipairs(splits_of(context.form)) do
    local states = context:plane().state
    if states[entry.first] and not states[entry.first + #entry.table.columns] then
      report_hybrid(context, entry.table, entry.row)
    end
  end
end

local basis = "国办公开办函〔2019〕60号、〔2021〕30号"

return {
  {
    id = "form.data_year", severity = "warning", basis = basis,
    title = {zh = "所用格式与报告年度相符", en = "the form is the one for the year"},
    message = {zh = "报告年度为{year}年，所用表格为“{form}”（适用于{years}），请核实所用格式。",
               en = "a report for {year} in the form “{form}” (made for the years {years}); please "
                    .. "verify the form."},
    check = data_year,
  },
  {
    id = "form.notice", severity = "warning", basis = basis,
    title = {zh = "引用的通知与所用格式相符", en = "the notice cited is that of the form"},
    message = {zh = "引言引用“{cited}”，所用表格为“{form}”，应引用“{notice}”，请核实后更正。",
               en = "the preface cites “{cited}”; the form used, “{form}”, is that of {notice}; please "
                    .. "verify what to cite."},
    check = notice,
  },
  {
    id = "form.repealed", severity = "warning", basis = "《政府信息公开条例》（国务院令第711号，2019年5月15日起施行）第四十九条、第五十条",
    title = {zh = "引用现行有效的规定", en = "what is cited is in force"},
    message = {
      order = {zh = "引用的“国务院令第492号”是2007年公布的条例，已由国务院令第711号修订，应引用“国务院令第711号”，请核实后更正。",
               en = "the order cited (No. 492) published the ordinance of 2007, which No. 711 has revised; please "
                    .. "verify and cite No. 711."},
      article = {zh = "引言引用条例“{cited}”作为编制依据，是2007年条例的条文；现行条例关于年度报告的规定为第四十九条、第五十条，请核实后更正。",
                 en = "the preface cites “{cited}” of the ordinance, its number of 2007; annual reports are now in "
                      .. "articles 49 and 50; please verify what to cite."},
      statistics = {zh = "引用的国办发〔2014〕32号是原政府信息公开统计报表的依据，现行年度报告格式见{now}，如引用有误请更正。",
                    en = "国办发〔2014〕32号 was about the statistics before 2019; the form now in use is that of {now}; "
                          .. "please cite that where the old one is meant for it."},
    },
    needs = {words = repealed_words},
    check = repealed,
  },
  {
    id = "form.hybrid", severity = "warning", basis = "国办公开办函〔2021〕30号附件（第三部分表格）",
    title = {zh = "表格各行按规定格式分列", en = "rows are printed as the form has them"},
    message = {zh = "{place}“{row}”只有一行，规定格式分列{parts}共{count}行，请核实后按规定格式分行填报。",
               en = "{place}: “{row}” is one row; the form has {count}: {parts}; please verify and fill in each."},
    check = hybrid,
  },
}
