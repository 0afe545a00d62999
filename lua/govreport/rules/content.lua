--- What the parts in prose say: all that is due, each thing once, in order, and of one report alone.

local article = require "govreport.text.article"

local names = require "govreport.form.names"
local place_words = require "govreport.text.place_words"
local unfilled = require "govreport.text.unfilled"

local ordinance = "《政府信息公开条例》第五十条"

-- ---- parts that say next to nothing -------------------------------------------------------------

-- Fewer characters than this hold neither problems nor what is done about them.
local least_characters = 40
-- So many bytes are not counted any more.
local surely_enough = 12 * least_characters

-- How many characters a part has that has too few; nil for one that has enough.
local function shortage(text)
  local count = #text < surely_enough and article.length(text)
  return count and count < least_characters and count or nil
end

local wanted = {
  overview = {zh = "主动公开、依申请公开、政府信息管理、平台建设、监督保障等方面的情况", en = "the work of the year"},
  problems = {zh = "存在的主要问题及改进情况", en = "the problems and what is done about them"},
}

local function section_short(context)
  for _, id in ipairs{"overview", "problems"} do
    local found = context:section(id)
    if found and found.state == "text" and not context:is_cut_in(id) then
      local text = article.part(context, id)
      local count = shortage(text)
      if count and not unfilled.is_whole(text) then   -- that nothing was written yet is told by another rule
        context:finding{places = {found}, actual = count,
                        fields = {part = context:part_name(id), title = found.title, count = count,
                                  wanted = wanted[id]}}
      end
    end
  end
end

-- ---- the five topics of part one ----------------------------------------------------------------

-- Any of the words tells that the topic is there, under whatever heading.
local topics = {
  {"主动公开", words = {"公开"}},
  {"依申请公开", words = {"依申请", "申请公开", "公开申请", "申请人", "受理申请", "收到申请"}},
  {"政府信息管理", words = {"信息管理", "审查", "审核", "保密", "清理", "管理", "目录", "归档"}},
  {"平台建设", words = {"平台", "网站", "专栏", "公众号", "新媒体", "微信", "微博", "公报", "查阅"}},
  {"监督保障", words = {"监督", "保障", "培训", "考核", "评议", "检查", "督查", "追责", "领导小组", "责任"}},
}

local function missing_topics(text)
  local zh, en = {}, {}
  for _, topic in ipairs(topics) do
    if not text:find(topic[1], 1, true) and not article.has(text, topic.words) then
      zh[#zh + 1], en[#en + 1] = "“" .. topic[1] .. "”", topic[1]
    end
  end
  return zh, en
end

local function topics_covered(context)
  local overview = context:section "overview"
  if not overview or overview.state ~= "text" or context:is_cut_in "overview" then return end
  local text = article.part(context, "overview")
  if shortage(text) then return end   -- told by another rule
  local zh, en = missing_topics(text)
  if #zh > 0 then
    context:finding{places = {overview}, fields = {part = context:part_name "overview",
                                                   topics = {zh = table.concat(zh), en = table.concat(en, ", ")}}}
  end
end

-- ---- what governments report beside -------------------------------------------------------------

local accounts = {"考核", "评议", "追究", "追责", "问责", "考评", "测评", "评估"}

local function accountability(context)
  local body = context:body()
  if not body or body.type ~= "government" or not context:section "overview" then return end
  if context:is_cut_in "overview" then return end
  local own = article.of(context)
  if article.has(own.text:sub(own.start, own.stop - 1), accounts) then return end
  context:finding{places = {context:section "overview"}, fields = {agency = context.report.agency,
                                                                   part = context:part_name "overview"}}
end

-- ---- the same text twice ------------------------------------------------------------------------

-- Shorter paragraphs may come again: 无。, a date, a name. Bytes, three for a character.
local least_repeated = 120

local shown_characters = 20

local function beginning(raw)
  local text = raw:gsub("%s+", "")
  local stop = utf8.offset(text, shown_characters + 1)
  return stop and text:sub(1, stop - 1) .. "……" or text
end

-- Calls `each(start, length)` for the paragraphs of the parts in prose that are long enough.
local function each_paragraph(context, each)
  local body = article.of(context)
  for _, id in ipairs{"preface", "overview", "problems", "other"} do
    local range = body.parts[id]
    local from = range and range.start
    while from and from < range.stop do
      local stop = math.min(body.text:find("\n", from, true) or range.stop, range.stop)
      if stop - from >= least_repeated then each(from, stop - from) end
      from = stop + 1
    end
  end
end

-- The first paragraph that stands more than once, and where it does. Few are of one length: only these are compared.
local function find_repeated(context)
  local text = article.of(context).text
  local only, starts_of, repeated, starts = {}, {}, nil, {}
  each_paragraph(context, function(start, length)
    local single = only[length]
    only[length] = single or start
    if not single then return end
    starts_of[text:sub(single, single + length - 1)] = single
    local paragraph = text:sub(start, start + length - 1)
    local before = starts_of[paragraph]
    if not before then
      starts_of[paragraph] = start
    else
      if not repeated then repeated, starts[1] = paragraph, before end
      if repeated == paragraph then starts[#starts + 1] = start end
    end
  end)
  return repeated, starts
end

-- Whether a page holds the article twice, as for desks and for telephones: its title comes again behind the first part.
local function is_doubled(context)
  local title, body = context:read_fields().title, article.of(context)
  local overview = body.parts.overview
  if not title or not overview then return false end
  local words = context.report.document.tape:sub(title.start, title.stop - 1):gsub("\v", "")
  return body.text:find(words, overview.start, true) ~= nil
end

local function paragraph_repeated(context)
  local text, starts = find_repeated(context)
  if not text or is_doubled(context) then return end
  local places, zh, en = {}, {}, {}
  for i, start in ipairs(starts) do
    places[i] = article.place(context, start, start + #text)
    local where = place_words.both(places[i].place)
    zh[i], en[i] = where.zh, where.en
  end
  context:finding{places = places, fields = {
    text = beginning(places[1].raw), count = #places, where = {zh = table.concat(zh, "、"),
                                                               en = table.concat(en, ", ")}}}
end

-- ---- two reports in one file --------------------------------------------------------------------

local first_heading = "[\n\x1C-\x1F] ?一、[^\n\x1C-\x1F]*情况"
local longest_title = 180   -- bytes

-- A paragraph that is a title, behind the first part; and behind it the parts begin again.
local function title_before(text, stop)
  local start = stop
  while start > 1 and stop - start < longest_title and text:byte(start - 1) > 0x1F do start = start - 1 end
  local title = text:sub(start, stop - 1)
  local names_body = title:find("^ ?.+%d%d%d%d年") or title:find("^ ?%d%d%d%d年.+政")
  return names_body and title:find("公开", 1, true) and title, start
end

-- Of another body or another year: a page may print its own title again.
local function is_another(context, title)
  local agency, year = context.report.agency, context.report.year
  return not agency or not year or not title:find(context:folded(agency), 1, true)
         or not title:find(tostring(year), 1, true)
end

local function second_report(context)
  local body = article.of(context)
  local text, first = body.text, body.parts.overview
  for _, stop in article.each(text, "年度报告", first and first.start or #text) do
    local title, start
    if (text:byte(stop) or 0x0A) < 0x20 then title, start = title_before(text, stop) end
    if title and is_another(context, title) then
      if not text:find(first_heading, stop) then return end
      local place = article.place(context, start, stop)
      context:finding{places = {place}, fields = {title = title, where = place_words.both(place.place)}}
      return
    end
  end
end

-- ---- lists --------------------------------------------------------------------------------------

-- Whether none of the ordinals between two neighbours of a list stands between them, in any form: 二是, 二则, （二）, 2.
local function are_lost(style, text, from, to)
  for number = from + 1, to - 1 do
    local numeral = names.numerals[number]
    local standing = style == "item" and text:find(numeral, 1, true) or text:find("[(\n ]" .. numeral)
                     or text:find(numeral .. "、", 1, true) or text:find("%f[%d]" .. number .. "[.)]")
                     or text:find("%f[%d]" .. number .. "、")
    if standing then return false end
  end
  return true
end

-- 一是 and （一）; other ordinals come from tables and copies as well.
local function style_of(context, item)
  local marker = context:folded(item.marker)
  return marker:find("是$") and "item" or marker:find("^%(") and "section"
end

-- 一是…三是: the item between was lost, or the items are misnumbered.
local function check_list(context, list)
  local last, last_number, earlier
  for _, item in ipairs(list) do
    local number = item.number
    local jump = last_number and number and number > last_number + 1 and number <= #names.numerals
                 and earlier ~= last_number   -- one that stands twice is told by itself
    local style = jump and style_of(context, item)
    local between = style and style == style_of(context, last)
                    and context.report.document.tape:sub(last.start, item.start - 1)
    if between and are_lost(style, between, last_number, number) then
      context:finding{places = {last.section, item.section}, fields = {before = last.marker, after = item.marker}}
    end
    last, last_number, earlier = item, number, last_number
    check_list(context, item.items)
  end
end

local function enumeration(context)
  for _, entry in ipairs(context:items()) do check_list(context, entry.items) end
end

return {
  {
    id = "structure.section_short", severity = "warning", basis = ordinance,
    title = {zh = "文字部分内容充实", en = "the parts in prose say enough"},
    message = {zh = "{part}“{title}”只有{count}个字，内容过于简略，请核实后补充{wanted}。",
               en = "{part}, “{title}”, has only {count} characters; please add {wanted}."},
    check = section_short,
  },
  {
    id = "structure.topics", severity = "info", basis = "国办公开办函〔2021〕30号（第一部分内容要求）",
    forms = {"cn_disclosure_2021"},
    title = {zh = "第一部分包含五个方面的内容", en = "part one tells of all five topics"},
    message = {zh = "{part}未见{topics}方面的内容，如有遗漏请补充。",
               en = "{part} seems to say nothing of {topics}; please add what was left out."},
    check = topics_covered,
  },
  {
    id = "structure.accountability", severity = "warning", basis = ordinance,
    title = {zh = "人民政府报告工作考核、社会评议和责任追究情况", en = "governments report on how they are held to account"},
    message = {zh = "{agency}的年度报告未见工作考核、社会评议和责任追究结果情况，请核实后在{part}“监督保障”中补充。",
               en = "the report of {agency} says nothing of assessment (考核), public review (评议) and "
                    .. "accountability (责任追究); please verify, and add them to {part}, “监督保障”."},
    check = accountability,
  },
  {
    id = "structure.paragraph_repeated", severity = "warning", basis = "提示",
    title = {zh = "正文没有重复的段落", en = "no paragraph stands twice"},
    message = {zh = "正文有一段文字重复出现{count}次（{where}）：“{text}”，请核实后删去重复内容。",
               en = "a paragraph stands {count} times ({where}): “{text}”; please verify and remove what is repeated."},
    check = paragraph_repeated,
  },
  {
    id = "structure.second_report", severity = "warning", basis = "提示",
    title = {zh = "文件中只有一份报告", en = "the file holds one report"},
    message = {zh = "{where}起另有一份报告“{title}”，各报告应分别成文，请核实后拆分。",
               en = "another report begins at {where}, “{title}”; please verify and "
                    .. "put each into a file of its own."},
    check = second_report,
  },
  {
    id = "structure.enumeration", severity = "info", basis = "提示",
    title = {zh = "分点序号连续", en = "lists are numbered without gaps"},
    message = {zh = "“{before}”之后直接为“{after}”，中间序号缺失，如有漏段或序号错误请更正。",
               en = "“{after}” follows “{before}”; please add the item that is missing, or number them anew."},
    check = enumeration,
  },
}
