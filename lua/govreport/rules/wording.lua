--- The wording of labels, and words that a finished report has not: marks of omission, what a template left.

local names = require "govreport.form.names"
local article = require "govreport.text.article"
local page_facts = require "govreport.text.page_facts"
local place_words = require "govreport.text.place_words"
local quote = require "govreport.text.quote"
local unfilled = require "govreport.text.unfilled"

-- Labels that differ from the form in a way that does not hide what is meant: one finding for all.
local function label_wording(context)
  local places, zh, en = {}, {}, {}
  for i, deviation in ipairs(context:deviations "label_misprint") do
    local raw, subject, where = deviation.raw, deviation.subject, place_words.both(deviation)
    places[i] = deviation
    zh[i] = ("“%s”应为“%s”（%s）"):format(raw, subject, where.zh)
    en[i] = ("“%s” for “%s” (%s)"):format(raw, subject, where.en)
  end
  if #places == 0 then return end
  context:finding{places = places, fields = {count = #places, list = {zh = table.concat(zh, "；"),
                                                                      en = table.concat(en, "; ")}}}
end

-- Marks by which a copier says that he left something out. A report that is published is whole.
local marks = {"(中略)", "(下略)", "(上略)", "(以下略)", "(略)", "(以下省略)", "(省略)"}

local function find_marks(document)
  local tape, found = document.tape, {}
  for _, mark in ipairs(marks) do
    local start, stop = tape:find(mark, 1, true)
    while start do
      local place = quote.place(document, start, stop + 1)
      found[#found + 1] = {raw = document:source(start, stop + 1), byte = place.byte, place = place}
      start, stop = tape:find(mark, stop + 1, true)
    end
  end
  table.sort(found, function(a, b) return a.byte < b.byte end)
  return found
end

local function omission(context)
  local found = find_marks(context.report.document)
  if #found == 0 then return end
  local kinds, seen = {}, {}
  for _, mark in ipairs(found) do
    if not seen[mark.raw] then kinds[#kinds + 1] = "“" .. mark.raw .. "”" end
    seen[mark.raw] = true
  end
  context:finding{places = found, fields = {count = #found, marks = table.concat(kinds, "")}}
end

-- ---- what a template left ----------------------------------------------------------------------

-- How some templates begin a part with a table.
local table_words, table_parts, near_the_heading = "该部分以表格形式报告", {"proactive", "applications", "disputes"}, 300
-- In the place of numbers and dates: XX件, ××××年, __次, X月X日. What a name is masked with stays: ××公司诉××局.
local blanks = {"X", "x", "×", "_", "*"}
-- Of a place as well: XX市; where parties of a case are named so that nobody knows them it is a mask.
local places_of_bodies = {"市", "县", "区", "镇", "乡", "街道", "局"}
local parties = {"诉", "原告", "被告", "当事人", "申请人", "第三人", "案"}
local counted = {"年", "月", "日", "件", "条", "次", "篇", "期", "场", "万元", "元", "人次", "个", "项", "份", "%"}
-- Behind a blank these are words of their own: ××条例, ××项目, ××人民政府, ××个体户.
local longer = {"条例", "件套", "项目", "年鉴", "个体", "个人", "日报", "日化", "次郎", "条约", "期货", "场所", "份子", "月刊", "元素", "件案"}

local function starts_with(text, at, words)
  for _, word in ipairs(words) do
    if text:sub(at, at + #word - 1) == word then return word end
  end
end

-- A row of blanks with a measure word behind it and no letter, digit or sign in front of it; where it stops.
local function blank_at(text, start, blank)
  local stop = start
  while text:sub(stop, stop + #blank - 1) == blank do stop = stop + #blank end
  if start > 1 and text:find("^[%w+*_/.-]", start - 1) or starts_with(text, stop, longer) then return nil, stop end
  local word = starts_with(text, stop, counted) or stop - start > #blank and starts_with(text, stop, places_of_bodies)
  if word and not starts_with(text, stop, counted) then
    local from, to = article.sentence(text, start)
    if article.has(text:sub(from, to - 1), parties) then return nil, stop end
  end
  return word and stop + #word, stop
end

local function find_blanks(context, text, first, last, found)
  for _, blank in ipairs(blanks) do
    local from = first
    for _, at in ipairs(context:starts_of(blank)) do
      if at >= from and at < last then
        local stop, behind = blank_at(text, at, blank)
        if stop then found[#found + 1] = {at, stop} end
        from = stop or behind
      end
    end
  end
end

local numerals = {}
for _, numeral in ipairs(names.numerals) do numerals[numeral] = true end

-- 一是……；二是……。
local function find_empty_items(text, first, last, found)
  for at, stop in article.each(text, "……", first, last) do
    local is_item = text:sub(at - 3, at - 1) == "是" and numerals[text:sub(at - 6, at - 4)]
    if is_item and (text:find("^[;\n]", stop) or text:sub(stop, stop + 2) == "。") then
      found[#found + 1] = {at - 6, stop}
    end
  end
end

-- One of these stands wherever something is left.
local template_words = {table_words, "……"}
for _, list in ipairs{unfilled.instructions, blanks} do
  table.move(list, 1, #list, #template_words + 1, template_words)
end

local shown = 5

local function template(context)
  local body, found = article.of(context), {}
  local text, first, last = body.text, body.start, body.stop
  for _, words in ipairs(unfilled.instructions) do
    for _, start in ipairs(context:starts_of(words)) do
      if start >= first and start < last then found[#found + 1] = {start, start + #words} end
    end
  end
  for _, id in ipairs(table_parts) do
    local part = body.parts[id]
    local may_stand = part and context:starts_of(table_words)[1]
    local start = may_stand and text:sub(part.start, part.start + near_the_heading):find(table_words, 1, true)
    if start then found[#found + 1] = {part.start + start - 1, part.start + start - 1 + #table_words} end
  end
  find_blanks(context, text, first, last, found)
  if context:starts_of("……")[1] then find_empty_items(text, first, last, found) end
  if #found == 0 then return end
  table.sort(found, function(a, b) return a[1] < b[1] end)
  local places, zh, en = {}, {}, {}
  for i, range in ipairs(found) do
    places[i] = article.place(context, range[1], range[2])
    if i <= shown then
      local where = place_words.both(places[i].place)
      zh[i] = ("“%s”（%s）"):format(places[i].raw, where.zh)
      en[i] = ("“%s” (%s)"):format(places[i].raw, where.en)
    end
  end
  local more = #found > shown
  context:finding{places = places, fields = {count = #found, list = {
    zh = table.concat(zh, "、") .. (more and "等" or ""), en = table.concat(en, ", ") .. (more and ", …" or "")}}}
end

-- Changes of a Word file that nobody has accepted or refused: whoever opens it sees both texts.
local changes_fact = "docx:changes"

local function open_changes(context)
  for _, fact in ipairs(page_facts(context.report.document)) do
    if fact.name == changes_fact then return context:finding{} end
  end
end

return {
  {
    id = "wording.changes", severity = "warning", basis = "提示",
    title = {zh = "文稿没有待处理的修订", en = "no changes are open"},
    message = {zh = "文稿中有修订尚未接受或拒绝，已按接受修订后的文字核对，请核实后逐处接受或拒绝。",
               en = "the draft has tracked changes that nobody has accepted or refused; it was read as if all were "
                    .. "accepted, please go through them."},
    needs = {words = {changes_fact}},
    check = open_changes,
  },
  {
    id = "wording.template", severity = "warning", basis = "提示",
    title = {zh = "没有模板文字", en = "nothing of the template is left"},
    message = {zh = "正文有{count}处疑似模板残留或待填内容：{list}，请核实后补全或删除。",
               en = "places that seem to be left from a template, or to be filled in: {count} ({list}); please "
                    .. "verify."},
    needs = {words = template_words},
    check = template,
  },
  {
    id = "wording.omission", severity = "warning", basis = "《政府信息公开条例》第五十条",
    title = {zh = "正文没有省略标记", en = "nothing is left out"},
    message = {zh = "正文有{count}处省略标记（{marks}），发布的报告应为全文，请核实后补全。",
               en = "marks of omission in the text: {count} ({marks}); a report is published as a whole, please "
                    .. "verify."},
    needs = {words = marks},
    check = omission,
  },
  {
    id = "form.label_wording", severity = "info", general = true,
    basis = "国办公开办函〔2019〕60号、〔2021〕30号附件（年度报告格式）",
    title = {zh = "表格项目名称与规定格式一致", en = "the labels are worded as in the form"},
    message = {zh = "表格中有{count}处项目名称与规定格式不一致：{list}，宜按规定格式更正。",
               en = "labels that differ from the form's wording: {count} ({list}); please use the form's."},
    needs = {deviations = {"label_misprint"}},
    check = label_wording,
  },
}
