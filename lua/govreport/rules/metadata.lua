--- Title, body, period and dates. Which year the report is for is told by all that was read of it, `context.year`; the
-- title's own is `context.report.year`.

local notice = "国办公开办函〔2019〕60号、〔2021〕30号附件（年度报告格式）"
local ordinance = "《政府信息公开条例》第四十九条、第五十条"

local verbs = {"关于报送", "关于上报", "关于呈报", "关于报请", "关于印发", "关于公布", "关于发布", "关于公开"}
local endings = {"的函", "的报告", "的请示", "的通知", "的公告", "的公示", "》的"}

local function is_any(words, test)
  for _, word in ipairs(words) do
    if test(word) then return true end
  end
  return false
end

-- 关于报送…年度报告的函: the title of a letter that goes with the report; its whole line.
local function letter_title(report, found)
  local behind = report.document.tape:match("^[^\n\x1C-\x1F]*", found.stop):gsub("\v", "")
  local is_letter = is_any(verbs, function(word) return found.value:find(word, 1, true) end)
                    or is_any(endings, function(word) return behind:sub(1, #word) == word end)
  return is_letter and found.value .. behind
end

-- Whether a fact stands in the title.
local function has(title, field)
  return field ~= nil and field.byte >= title.byte and field.byte_end <= title.byte_end
end

local date_fields = {"dated", "published_on", "signed_on"}
local names = {
  dated = {zh = "标题下日期", en = "the date below the title"},
  published_on = {zh = "发布日期", en = "the date of publication"},
  signed_on = {zh = "落款日期", en = "the date of signature"},
}
local voters = {
  preface = {zh = "引言", en = "the preface"}, period = {zh = "统计期限", en = "the period"},
  text = {zh = "正文", en = "the text"},
}

-- 引言、统计期限和落款日期; the preface, the period and the date of signature.
local function joined(list, lang, comma, last)
  local words = {}
  for i, name in ipairs(list) do words[i] = name[lang] end
  local final = table.remove(words)
  return #words > 0 and table.concat(words, comma) .. last .. final or final
end

local function in_both(list)
  return {zh = joined(list, "zh", "、", "和"), en = joined(list, "en", ", ", " and ")}
end

-- A title with the year of another report.
local function title_year(context)
  local vote = context:year_vote()
  if not vote.title then return end
  local list = {}
  for i, id in ipairs(vote.by) do list[i] = voters[id] or names[vote.date] end
  local sources = in_both(list)
  if #list > 1 then sources.zh = sources.zh .. "均" end
  context:finding{message = "year", severity = "error", places = {context:read_fields().year}, expected = vote.year,
                  actual = vote.title, fields = {title = vote.title, year = vote.year, sources = sources}}
end

local function title(context)
  title_year(context)
  local report, fields = context.report, context:read_fields()
  local found = fields.title
  if not found then
    if #context:unread_pages() == 0 then context:finding{message = "missing"} end
    return
  end
  local letter = letter_title(report, found)
  if letter or found.value:find("关于", 1, true) or not has(found, fields.agency) or not has(found, fields.year)
     or not context:folded(found.value):find("政府信息公开工作年度报告", 1, true) then
    context:finding{message = letter and "letter" or "wording", places = {found}, actual = letter or found.value,
                    fields = {title = letter or found.value, agency = report.agency or "××（机关名称）",
                              year = context.year or "××××"}}
  end
end

-- 发布机构 that begins the full name and stops short of its end.
local function publisher(context)
  local fields = context:read_fields()
  local published, agency = fields.publisher, fields.agency
  if not published or not agency or not published.value then return end
  local short, full = published.value, agency.value
  if short ~= full and #short >= 6 and full:sub(1, #short) == short then
    context:finding{places = {published}, expected = full, actual = short,
                    fields = {publisher = short, agency = full, rest = full:sub(#short + 1)}}
  end
end

-- ---- whose report -------------------------------------------------------------------------------

-- How a place in which a body is named is called.
local function name_of_place(context, sighting)
  if sighting.role == "publisher" then return {zh = "发布机构", en = "the publisher"} end
  if sighting.role == "signature" then return {zh = "落款", en = "the signature"} end
  local part = sighting.id == "preface" and voters.preface or context:part_name(sighting.id)
  if sighting.role == "contact" then return {zh = part.zh .. "联系单位", en = "the contact in " .. part.en} end
  return part
end

-- The places of a body, each once as a name; and how grave it is that it stands there.
local function places_of(context, sightings)
  local places, list, seen, severity = {}, {}, {}, "info"
  for i, sighting in ipairs(sightings) do
    local name = name_of_place(context, sighting)
    places[i] = sighting.place
    if not seen[name.zh] then list[#list + 1] = name end
    seen[name.zh] = true
    if sighting.role == "signature" then severity = "error"
    elseif sighting.role ~= "publisher" and severity == "info" then severity = "warning" end
  end
  return places, list, severity
end

local function other_body(context)
  local agency = context:read_fields().agency
  for _, other in ipairs(context:other_bodies()) do
    local places, list, severity = places_of(context, other.sightings)
    if other.verdict == "even" and severity == "error" then severity = "warning" end
    local is_title = other.verdict == "title"
    if is_title then places, severity = {agency}, "error" end
    local sources = in_both(list)
    if #list > 1 then sources.zh = sources.zh .. "均" end
    local is_signed = other.verdict == "copied" and severity == "error"
    context:finding{
      message = is_signed and "signed" or other.verdict, severity = severity, places = places,
      expected = is_title and other.name or other.verdict == "copied" and agency.value or nil,
      actual = is_title and agency.value or other.name,
      fields = {agency = agency.value, other = other.name, places = sources}}
  end
end

local function printed_period(first, second)
  return first.raw .. "至" .. second.raw
end

local function period(context)
  local fields, year = context:read_fields(), context.year
  local first, second = fields.period_start, fields.period_end
  if not year or not first then return end
  local printed = second and printed_period(first, second) or first.raw
  local draft = {places = {first, second}, expected = year .. "-01-01/" .. year .. "-12-31", actual = printed,
                 fields = {period = printed, year = year}}
  if not first.value or not second or not second.value then
    draft.message = "invalid"
  elseif first.value == year .. "-01-01" and second.value == year .. "-12-31" then
    return
  else
    local own, begins, ends = tostring(year), first.value:sub(1, 4), second.value:sub(1, 4)
    draft.message = begins == own and ends == own and "days"
                    or begins == ends and context:year_vote().even[tonumber(begins)] and "even" or "year"
    draft.actual = first.value .. "/" .. second.value
  end
  context:finding(draft)
end

local function date_invalid(context)
  for _, id in ipairs(date_fields) do
    local field = context:read_fields()[id]
    if field and field.state == "unreadable" then
      context:finding{places = {field}, actual = field.raw, fields = {name = names[id], raw = field.raw}}
    end
  end
end

-- Compares to the precision that both have: 2021-01 and 2021-01-25 do not contradict each other.
local function later(a, b)
  local length = math.min(#a, #b)
  return a:sub(1, length) > b:sub(1, length)
end

-- 2021-01-31 as 2021年1月31日.
local function in_chinese(date)
  local year, month, day = date:match("^(%d+)-(%d+)-?(%d*)$")
  return ("%d年%d月"):format(year, month) .. (day ~= "" and ("%d日"):format(day) or "")
end

-- The year of a date.
local function year_of(field) return tonumber(field.value:sub(1, 4)) end

-- A date before the end of the year, moved behind it: 2025年1月15日 for 2024年1月15日. nil where it would be no date for
-- a report: those are made in the first half of a year.
local function moved(field, year)
  local behind = field.value:sub(5)
  local month = tonumber(behind:match("^%-(%d%d)"))
  if not month or month > 6 or behind == "-02-29" then return nil end
  local digits, count = field.raw:gsub("%f[%d]" .. year_of(field) .. "%f[%D]", tostring(year + 1), 1)
  return year + 1 .. behind, count == 1 and digits or in_chinese(year + 1 .. behind)
end

-- The dates before the end of the year.
local function early_dates(context)
  local fields, year, list = context:read_fields(), context.year, {}
  for _, id in ipairs(date_fields) do
    local field = fields[id]
    if field and field.value and year and year_of(field) <= year then
      list[#list + 1] = {field = field, name = names[id]}
    end
  end
  return list
end

-- One finding: whoever mistakes the year in one date does so in all.
local function report_early(context, list)
  local year, places, printed, right, date = context.year, {}, {}, {}, nil
  local even = context:year_vote().even
  for i, entry in ipairs(list) do
    local raw = entry.field.raw
    local iso, text = moved(entry.field, year)
    places[i] = entry.field
    printed[i] = {zh = entry.name.zh .. "“" .. raw .. "”", en = entry.name.en .. ", “" .. raw .. "”,"}
    right[#right + 1] = text and {zh = "“" .. text .. "”", en = "“" .. text .. "”"}
    date = date or iso
  end
  local is_even, dates = even[year_of(list[1].field) - 1], in_both(printed)
  dates.en = dates.en .. (#list > 1 and " are" or " is")
  context:finding{message = is_even and "even" or #right == #list and "early" or "before", places = places,
                  expected = not is_even and date or nil, actual = list[1].field.value,
                  fields = {dates = dates, year = year, right = #right > 0 and in_both(right) or ""}}
end

local function date_order(context)
  local fields, early = context:read_fields(), early_dates(context)
  if #early > 0 then report_early(context, early) end
  for _, entry in ipairs(early) do
    if entry.name ~= names.dated then return end
  end
  local signed, published = fields.signed_on, fields.published_on
  if signed and published and signed.value and published.value and later(signed.value, published.value) then
    context:finding{message = "order", places = {signed, published}, expected = published.value, actual = signed.value,
                    fields = {signed = signed.raw, published = published.raw}}
  end
end

-- ---- deadlines -----------------------------------------------------------------------------------

-- Departments from the county up report by 31 January, governments by 31 March. An office may report for its
-- government. A 乡镇 or 街道 has the deadline of a local notice, which the register of units knows.
local deadlines = {department = "01-31", government = "03-31", office = "03-31"}

local function deadline_of(body, year)
  if body.deadline then return body.deadline, "local" end
  local day = body.level ~= "township" and deadlines[body.type]
  if day then return year + 1 .. "-" .. day, "national" end
end

-- A date that the report itself gives is certain; that of the page may be the day on which the site moved.
local function late(context)
  local fields, year, body = context:read_fields(), context.year, context:body()
  if not body or not year then return end
  local deadline, known = deadline_of(body, year)
  if not deadline then return end
  for _, id in ipairs{"signed_on", "dated", "published_on"} do
    local field = fields[id]
    if field and field.state == "date" and later(field.value, deadline) then
      context:finding{message = known, severity = id == "published_on" and "info" or "warning", places = {field},
                      expected = deadline, actual = field.value,
                      fields = {name = names[id], date = field.raw,
                                deadline = {zh = in_chinese(deadline), en = deadline}}}
      return
    end
  end
end

return {
  {
    id = "metadata.late", severity = "warning", basis = "《政府信息公开条例》第四十九条",
    title = {zh = "按期公布", en = "published in time"},
    message = {
      national = {zh = "{name}为{date}，晚于规定的公布期限{deadline}，请核实日期；确属逾期的请说明情况。",
                  en = "{name} is {date}, after the deadline of {deadline}; please verify the date, or tell why it "
                       .. "was late."},
      ["local"] = {zh = "{name}为{date}，晚于本地规定的截止日期{deadline}，请核实日期；确属逾期的请说明情况。",
                   en = "{name} is {date}, after the local deadline of {deadline}; please verify the date, or tell "
                        .. "why it was late."},
    },
    check = late,
  },
  {
    id = "metadata.title", severity = "warning", basis = notice,
    title = {zh = "标题规范", en = "the title is as prescribed"},
    message = {
      missing = {zh = "未找到“××（机关名称）××××年政府信息公开工作年度报告”形式的标题，请核实后补充。",
                 en = "no title with the body's name and the year was found; please verify and add one."},
      letter = {zh = "“{title}”是报送、印发文件的标题；应发布年度报告正文，标题为“{agency}{year}年政府信息公开工作年度报告”，请核实后更正。",
                en = "“{title}” is the title of a covering letter; the report itself is to be published, under "
                     .. "“{agency}{year}年政府信息公开工作年度报告”; please verify."},
      year = {zh = "标题年度为{title}年，{sources}对应{year}年度，应为{year}年，请核改。",
              en = "the title is for {title}, {sources} for {year}; it should say {year}, please correct it."},
      wording = {zh = "标题“{title}”不规范，应为“{agency}{year}年政府信息公开工作年度报告”，请核实后更正。",
                 en = "the title “{title}” should be “{agency}{year}年政府信息公开工作年度报告”; please verify."},
    },
    check = title,
  },
  {
    id = "metadata.body", severity = "warning", basis = "提示",
    title = {zh = "全文机关名称一致", en = "the report names one body as its author"},
    message = {
      copied = {zh = "{places}写为“{other}”，应为本报告机关“{agency}”，疑套用其他单位文稿，请核实后更正。",
                en = "{places} names “{other}” where this report's own body, “{agency}”, should stand; probably copied "
                     .. "from another report, please verify."},
      signed = {zh = "{places}写为“{other}”，应为本报告机关“{agency}”，疑套用其他单位文稿，请核改。",
                en = "{places} names “{other}” where this report's own body, “{agency}”, should stand; probably copied "
                     .. "from another report, please correct it."},
      title = {zh = "标题机关名称为“{agency}”，{places}写为“{other}”，应为“{other}”，请核改。",
               en = "the title names “{agency}”, {places} “{other}”; it should name “{other}”, please correct it."},
      even = {zh = "标题机关名称为“{agency}”，{places}写为“{other}”，两者不一致，请核实后统一。",
              en = "the title names “{agency}”, {places} “{other}”; please make them agree."},
    },
    check = other_body,
  },
  {
    id = "metadata.publisher", severity = "info", basis = "提示",
    title = {zh = "发布机构为机关全称", en = "the publisher is the body's full name"},
    message = {zh = "发布机构“{publisher}”比机关名称“{agency}”少“{rest}”字，如系漏字请补全。",
               en = "the publisher “{publisher}” lacks “{rest}” of the body's name “{agency}”; please write it in "
                    .. "full."},
    check = publisher,
  },
  {
    id = "metadata.period", severity = "warning", basis = ordinance,
    title = {zh = "统计期限与报告年度一致", en = "the period is the year of the report"},
    message = {
      invalid = {zh = "引言统计期限写为“{period}”，不是有效的起止日期，应为“{year}年1月1日至{year}年12月31日”，请核实后更正。",
                 en = "the preface gives the period “{period}”, which is none; please verify, it should be 1 January "
                         .. "to 31 December {year}."},
      year = {zh = "引言统计期限写为“{period}”，与报告年度{year}年不符，疑未更新，应为“{year}年1月1日至{year}年12月31日”，请核实后更正。",
              en = "the preface gives the period “{period}”, the report is for {year}; please verify, it should be "
                      .. "1 January to 31 December {year}."},
      even = {zh = "标题年度为{year}年，引言统计期限写为“{period}”，两者不一致，请核实后统一。",
              en = "the title is for {year}, the preface gives the period “{period}”; please verify which holds."},
      days = {zh = "引言统计期限写为“{period}”，应为“{year}年1月1日至{year}年12月31日”，请核实后更正。",
              en = "the preface gives the period “{period}”; please verify, it should be 1 January to "
                      .. "31 December {year}."},
    },
    check = period,
  },
  {
    id = "metadata.date_invalid", severity = "warning", basis = "提示",
    title = {zh = "日期有效", en = "the dates exist"},
    message = {zh = "{name}“{raw}”不是有效日期，请核实后更正。", en = "{name}, “{raw}”, is not a date; please verify."},
    check = date_invalid,
  },
  {
    id = "metadata.date_order", severity = "warning", basis = ordinance,
    title = {zh = "日期先后合理", en = "the dates are in order"},
    message = {
      early = {zh = "{dates}早于报告年度{year}年结束之日，疑应为{right}，请核实后更正。",
               en = "{dates} before the end of {year}; probably {right}, please verify."},
      before = {zh = "{dates}早于报告年度{year}年结束之日，请核实后更正。",
                en = "{dates} before the end of {year}; please verify."},
      even = {zh = "标题年度为{year}年，{dates}早于该年度结束之日，请核实标题年度和日期后统一。",
              en = "the title is for {year}, but {dates} before the end of that year; please verify which holds."},
      order = {zh = "落款日期“{signed}”晚于发布日期“{published}”，请核实两处日期。",
               en = "signed on “{signed}”, after the publication on “{published}”; please verify both."},
    },
    check = date_order,
  },
}
