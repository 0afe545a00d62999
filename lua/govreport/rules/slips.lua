--- Slips of writing: items numbered twice or in two ways, words and sentences that stand twice, what belongs to a
-- letter or a page, marks of the wrong width, sentences that break off.

local article = require "govreport.text.article"
local core = require "govreport.core"
local names = require "govreport.form.names"

-- Calls `each(start, stop, part, text)` for the paragraphs of the parts in prose that have so many bytes and more.
local function each_paragraph(context, least, each)
  local text = article.of(context).text
  for _, own in ipairs(article.paragraphs(context)) do
    local ranges, part = own.ranges, own.part
    for i = 1, #ranges, 2 do
      local start, stop = ranges[i], ranges[i + 1]
      if stop - start >= least then each(start, stop, part, text) end
    end
  end
end

-- Calls `each(start, stop)` for the sentences of a range, with the mark that ends them.
local function each_sentence(text, start, stop, each)
  local range, from = text:sub(start, stop - 1), 1
  while from <= #range do
    local _, mark = range:find("。", from, true)
    local last = (mark or #range) + 1
    each(start + from - 1, start + last - 1)
    from = last
  end
end

local shown_characters = 24

local function shortened(raw)
  local text = raw:gsub("%s+", "")
  local stop = utf8.offset(text, shown_characters + 1)
  return stop and text:sub(1, stop - 1) .. "……" or text
end

-- ---- items --------------------------------------------------------------------------------------

local styles = {
  {"^%(.+%)$", "section"}, {"^%d+[.、]", "digit"}, {"^%(?%d+%)", "bracket"}, {"是$", "item"}, {"、$", "part"},
}

-- How an item is numbered: （一）, 4., 一是.
local function style_of(context, item)
  local known, marker = context:once("styles", function() return {} end), item.marker
  if known[marker] == nil then
    known[marker] = false
    local folded = context:folded(marker)
    for _, style in ipairs(styles) do
      known[marker] = known[marker] or folded:find(style[1]) and style[2] or false
    end
  end
  return known[marker] or nil
end

-- The marker of an item with another number.
local function renumbered(marker, number)
  local numeral = names.numerals[number]
  local text, count = marker:gsub("[一二三四五六七八九十]+", numeral or "", 1)
  if count > 0 and numeral then return text end
  return (marker:gsub("%d+", tostring(number), 1))
end

local function key_of(item) return (item.section.title:gsub("[%s%p]+", "")) end

-- Neighbours of one style and one number: the second is numbered wrong, or stands twice.
local function repeated_item(context, part, last, child, following)
  local fields = {part = context:part_name(part), marker = child.marker, title = shortened(child.section.title),
                  wanted = renumbered(child.marker, child.number + 1)}
  local message = "wrong"
  if key_of(last) == key_of(child) then message = "twice"
  elseif following and following.number == child.number + 1 then message = "all" end
  context:finding{message = message, places = {child.section}, expected = message ~= "twice" and fields.wanted or nil,
                  actual = child.marker, fields = fields}
end

local function check_items(context, part, list)
  for i, child in ipairs(list) do
    local last = list[i - 1]
    if last and last.number and child.number == last.number and style_of(context, child) == "section"
       and style_of(context, last) == "section" then
      repeated_item(context, part, last, child, list[i + 1])
    end
    check_items(context, part, child.items)
  end
end

local function item_repeated(context)
  for _, entry in ipairs(context:items()) do check_items(context, entry.part, entry.items) end
end

-- Whether an item counts on behind another one in another style.
local function changes_style(context, last, item)
  if not last.number or item.number ~= last.number + 1 then return false end
  local own, other = style_of(context, last), style_of(context, item)
  return own ~= nil and other ~= nil and own ~= other
end

-- Items below the last of some others that count on where those end: （三） and then 4.
local function going_on(context, list, found)
  local last = list[#list]
  local first = last and last.items[1]
  if first and last.number and last.number > 1 and changes_style(context, last, first) then
    found[#found + 1] = {last = last, first = first}
  end
  for _, child in ipairs(list) do going_on(context, child.items, found) end
  return found
end

-- Neighbours that count on in another style.
local function neighbours(context, list, found)
  for i, child in ipairs(list) do
    local last = list[i - 1]
    if last and child.number and child.number > 2 and changes_style(context, last, child) then
      found[#found + 1] = {last = last, first = child}
    end
    neighbours(context, child.items, found)
  end
  return found
end

local function numbering_mixed(context)
  for _, entry in ipairs(context:items()) do
    local mixed = neighbours(context, entry.items, going_on(context, entry.items, {}))[1]
    if mixed then
      local wanted = renumbered(mixed.last.marker, mixed.first.number)
      context:finding{places = {mixed.first.section}, expected = wanted, actual = mixed.first.marker, fields = {
        part = context:part_name(entry.part), before = mixed.last.marker, after = mixed.first.marker,
        title = shortened(mixed.first.section.title), wanted = wanted}}
    end
  end
end

-- ---- twice --------------------------------------------------------------------------------------

-- Of two characters only these: others are said twice on purpose (研究研究), or end and begin words (公开公开信息).
local never_twice = {}
for word in ("认真 积极 及时 不断 严格 通过 以及 关于 对于 为了 按照 根据 切实 全面 大力 着力 深入 继续 同时 此外 其中 我局 我县 我市 "
             .. "我区 我镇 我乡 我办 本局 有效 充分 主要 由于 因此 加强 推进 落实 提高 完善 规范 情况 以来 方面 工作"):gmatch("%S+") do
  never_twice[word] = true
end

local longest_word = 8   -- characters

-- The word at a position that stands there twice and should not: its bytes, nil for none.
local function doubled_at(text, at, stop)
  local reach = text:sub(at, at + 6 * longest_word - 1)
  if reach == reach:sub(1, 3):rep(2 * longest_word) then return nil end   -- one character, again and again
  for count = longest_word, 2, -1 do
    local size = 3 * count
    local word = at + 2 * size <= stop and text:sub(at, at + size - 1)
    if word and word == text:sub(at + size, at + 2 * size - 1)
       and not word:find("[\x00-\x7F]") and not word:find("\xE3\x80", 1, true) and not word:find("\xEF\xBC", 1, true)
       and (count > 2 or never_twice[word]) and word ~= word:sub(1, 3):rep(count) then
      return size
    end
  end
end

local shortest_double = 12   -- bytes

local function word_doubled(context)
  each_paragraph(context, shortest_double, function(start, stop, _, text)
    local at = core.doubled(text, start, stop, longest_word)
    while at do
      local size = doubled_at(text, at, stop)
      if size then
        local word = text:sub(at, at + size - 1)
        context:finding{places = {article.place(context, at, at + 2 * size)}, expected = word, actual = word .. word,
                        fields = {word = word}}
      end
      at = core.doubled(text, math.min(at + (size and 2 * size or 3), stop), stop, longest_word)
    end
  end)
end

local shortest_sentence = 24   -- bytes

-- A sentence without white space, of which the text has spaces and soft breaks.
local function bare(sentence)
  if not sentence:find(" ", 1, true) and not sentence:find("\v", 1, true) then return sentence end
  return (sentence:gsub("%s+", ""))
end

-- A byte of the last character of a sentence, which tells most from each other; nil for white space.
local function last_byte(text, stop)
  local byte = text:byte(stop - #"。" - 1)
  return byte and byte > 0x20 and byte or nil
end

local function sentence_doubled(context)
  each_paragraph(context, 2 * shortest_sentence, function(start, stop, _, text)
    local before, byte_before
    each_sentence(text, start, stop, function(from, to)
      local byte = last_byte(text, to)
      local may_be_one = before and (not byte or not byte_before or byte == byte_before)
      local sentence = may_be_one and bare(text:sub(from, to - 1))
      if sentence and #sentence >= shortest_sentence and sentence == bare(text:sub(before, from - 1)) then
        context:finding{places = {article.place(context, from, to)}, actual = sentence,
                        fields = {text = shortened(sentence)}}
      end
      before, byte_before = from, byte
    end)
  end)
end

-- ---- what does not belong there -----------------------------------------------------------------

local sends = {"报送", "呈报", "呈送", "上报", "报上", "送上", "随函"}
local asks = {"请予", "请审", "请查收", "请批", "请阅", "妥否", "你办", "你局", "你单位", "贵办", "贵局", "贵单位", "审核发布", "审定发布"}

-- A sentence that sends the report to somebody, and asks him for something.
local function covering_letter(context)
  local body = article.of(context)
  local range = body.parts.preface
  each_sentence(body.text, range.start, range.stop, function(from, to)
    local sentence = body.text:sub(from, to - 1)
    if sentence:find("年度报告", 1, true) and article.has(sentence, sends) and article.has(sentence, asks) then
      local start = from
      while body.text:find("^[%s\x1C-\x1F]", start) do start = start + 1 end
      context:finding{places = {article.place(context, start, to)}, fields = {text = shortened(sentence)}}
    end
  end)
end

-- What pages print around an article.
local page_words = {
  "来源:", "作者:", "编辑:", "责任编辑", "责编:", "阅读:", "阅读量", "浏览次数", "浏览量", "浏览:", "点击数", "点击量", "点击:", "打印",
  "关闭", "字体:", "字号:", "分享到", "扫一扫", "上一篇", "下一篇", "返回顶部", "当前位置", "版权所有", "备案号", "网站地图", "【大中小】", "收藏",
}
local shortest_line, longest_line = 12, 240   -- bytes; a line has two words

local function page_words_in(text)
  local count = 0
  for _, word in ipairs(page_words) do
    if text:find(word, 1, true) then count = count + 1 end
  end
  return count
end

-- A line of the page with text of the report in front of it and behind it, in one part: what stands at the end may be
-- the page's.
local function page_line(context)
  local pending, part, spoken = {}, nil, false
  each_paragraph(context, #"。", function(start, stop, id, text)
    if id ~= part then pending, part, spoken = {}, id, false end
    local paragraph = text:sub(start, stop - 1)
    local is_prose = paragraph:find("。", 1, true) ~= nil
    if is_prose then
      for _, range in ipairs(pending) do
        local place = article.place(context, range[1], range[2])
        context:finding{places = {place}, fields = {text = shortened(place.raw), part = context:part_name(id)}}
      end
      pending, spoken = {}, true
    elseif spoken or id ~= "preface" then
      local is_line = #paragraph >= shortest_line and #paragraph <= longest_line
      if is_line and page_words_in(paragraph) > 1 then pending[#pending + 1] = {start, stop} end
    end
  end)
end

-- ---- marks --------------------------------------------------------------------------------------

local wide = {[","] = "，", [";"] = "；", [":"] = "：", ["?"] = "？", ["!"] = "！", ["."] = "。"}
local shown_marks = 3

local marks = ",;:?!."
local any_mark = core.words()
for i = 1, #marks do any_mark:add(marks:sub(i, i), i) end

local function is_han(byte) return byte ~= nil and byte >= 0xE4 and byte <= 0xE9 end

-- Whether the mark at a position of a paragraph stands behind a Chinese character and in front of one, or at the end.
local function is_between(text, start, stop, position)
  if position - start < 3 or not is_han(text:byte(position - 3)) then return false end
  if position + 1 >= stop then return true end
  local behind = text:byte(position + 1)
  return text:byte(position) ~= 0x2E and (is_han(behind) or behind == 0x0A)
end

local shortest_with_mark = #"一,"

-- Where the source has marks of ASCII there.
local function narrow_marks(context)
  local found, part, copied, i = {}, nil, nil, 1
  each_paragraph(context, shortest_with_mark, function(start, stop, id, text)
    if id ~= part then
      local range = article.of(context).parts[id]
      part, copied, i = id, article.copied(context, range.start, range.stop, marks), 1
    end
    while copied[i] and copied[i] < stop do
      if copied[i] >= start and is_between(text, start, stop, copied[i]) then found[#found + 1] = copied[i] end
      i = i + 1
    end
  end)
  return found
end

-- Whether more than so many marks stand there, of whatever width: the tape folds it.
local function has_more_marks(context, most)
  local count = 0
  each_paragraph(context, shortest_with_mark, function(start, stop, _, text)
    for _, at in ipairs(count <= most and any_mark:places(text:sub(start, stop - 1)) or {}) do
      count = count + (is_between(text, start, stop, start + at - 1) and 1 or 0)
    end
  end)
  return count > most
end

local function punctuation(context)
  local found = narrow_marks(context)
  -- A copy that has all of them so is not the report's doing.
  if #found == 0 or not has_more_marks(context, 2 * #found) then return end
  local body, places, list, last = article.of(context), {}, {}, 0
  local kinds, seen = {}, {}
  for _, position in ipairs(found) do
    local from, to = article.sentence(body.text, position)
    if from > last then
      last = from
      while body.text:find("^[%s\x1C-\x1F]", from) do from = from + 1 end
      places[#places + 1] = article.place(context, from, to)
      if #list < shown_marks then list[#list + 1] = "“" .. shortened(places[#places].raw) .. "”" end
    end
    local raw = body.text:sub(position, position)
    if not seen[raw] and wide[raw] then kinds[#kinds + 1] = wide[raw] end
    seen[raw] = true
  end
  context:finding{places = places, fields = {
    count = #found, list = table.concat(list, "、"), marks = "“" .. table.concat(kinds, "”“") .. "”"}}
end

-- What no sentence ends with.
local open_ends = {
  "的", "和", "与", "及", "并", "对", "由", "在", "为", "将", "把", "以", "从", "向", "使", "于", "或", "而", "但", "其", "各", "每", "该",
  "被", "一个", "一项", "一批", "一些", "几个", "进一步", "以及", "通过", "按照", "根据", "关于", "对于", "为了", "由于", "，", "、", "；", ",", ";",
}
local ends = {"。", "!", "?", "！", "？", "…", "”", ")", "）", "】", "》", ";", "；", ":", "："}
local shortest_paragraph = 60   -- bytes

local function ends_with(text, words)
  for _, word in ipairs(words) do
    if text:sub(-#word) == word then return word end
  end
end

-- The range without what stands at its end and is not seen.
local function stop_of_text(text, start, stop)
  while stop > start and text:find("^[%s\x1C-\x1F]", stop - 1) do stop = stop - 1 end
  return stop
end

local longest_end = 12   -- bytes

-- Whether a range ends as no sentence does.
local function breaks_off(text, start, stop)
  local tail = text:sub(math.max(start, stop - longest_end), stop - 1)
  return not ends_with(tail, ends) and ends_with(tail, open_ends)
         and article.has(text:sub(start, stop - 1), {"，", ",", "。"}) ~= nil
end

-- A paragraph with a sentence that stops in its middle; the last one of a source that was cut off is told elsewhere.
local function sentence_cut(context)
  each_paragraph(context, shortest_paragraph, function(start, stop, id, text)
    local last = stop_of_text(text, start, stop)
    if id == "preface" or last - start < shortest_paragraph or not breaks_off(text, start, last)
       or context:is_cut_in(id) then return end
    local from = article.sentence(text, last - 1)
    local place = article.place(context, math.max(from, start), last)
    context:finding{places = {place}, fields = {part = context:part_name(id),
                                                text = place.raw:match("^%s*(.-)%s*$")}}
  end)
end

return {
  {
    id = "structure.item_repeated", severity = "warning", basis = "提示",
    title = {zh = "分点序号不重复", en = "no item has the number of another"},
    message = {
      wrong = {zh = "{part}有两个“{marker}”，“{title}”应为“{wanted}”，请核实。",
               en = "{part} has two items “{marker}”; “{title}” should be “{wanted}”, please verify."},
      all = {zh = "{part}有两个“{marker}”，“{title}”应为“{wanted}”，其后序号依次顺延，请核实。",
             en = "{part} has two items “{marker}”; “{title}” should be “{wanted}”, and those behind it move on; "
                .. "please verify."},
      twice = {zh = "{part}“{marker}{title}”出现两次，请核实并删去重复的一处。",
               en = "{part}: “{marker}{title}” stands twice; please remove one of them."},
    },
    check = item_repeated,
  },
  {
    id = "structure.numbering_mixed", severity = "info", basis = "提示",
    title = {zh = "同一层次序号样式一致", en = "items of one list are numbered in one way"},
    message = {zh = "{part}序号样式不统一：“{before}”之后为“{after}”，请将“{title}”统一为“{wanted}”。",
               en = "{part} is numbered in two ways: “{after}” follows “{before}”; "
                 .. "please number “{title}” “{wanted}”."},
    check = numbering_mixed,
  },
  {
    id = "wording.word_doubled", severity = "warning", basis = "提示",
    title = {zh = "没有重复的词语", en = "no word stands twice in a row"},
    message = {zh = "“{word}{word}”重复，请核实并删去一个“{word}”。",
               en = "“{word}{word}”: the word stands twice; please remove one of them."},
    check = word_doubled,
  },
  {
    id = "wording.sentence_doubled", severity = "warning", basis = "提示",
    title = {zh = "没有重复的句子", en = "no sentence stands twice in a row"},
    message = {zh = "“{text}”一句连续出现两次，请核实并删去重复的一句。",
               en = "the sentence “{text}” stands twice in a row; please remove one of them."},
    check = sentence_doubled,
  },
  {
    id = "wording.covering_letter", severity = "warning", basis = "提示",
    title = {zh = "没有报送函的文字", en = "nothing of a covering letter is left"},
    message = {zh = "正文前留有报送材料的函文（“{text}”），不属于年度报告内容，请核实并删去。",
               en = "“{text}” belongs to the letter that sends the report, not to the report; please remove it."},
    needs = {words = sends},
    check = covering_letter,
  },
  {
    id = "wording.page_line", severity = "warning", basis = "提示",
    title = {zh = "正文没有混入网页文字", en = "no line of the web page stands in the text"},
    message = {zh = "{part}正文中混入网页文字“{text}”，请核实并删去。",
               en = "{part}: a line of the web page, “{text}”, stands in the text; please remove it."},
    needs = {words = page_words},
    check = page_line,
  },
  {
    id = "wording.punctuation", severity = "info", basis = "提示",
    title = {zh = "标点使用全角", en = "marks between Chinese characters have full width"},
    message = {zh = "正文有{count}处汉字之间用了半角标点，如{list}，请改为全角{marks}。",
               en = "marks of ASCII between Chinese characters: {count}, as in {list}; please write {marks}."},
    check = punctuation,
  },
  {
    id = "wording.sentence_cut", severity = "warning", basis = "提示",
    title = {zh = "句子完整", en = "no sentence breaks off"},
    message = {zh = "{part}“{text}”一句未写完，请核实并补充完整。",
               en = "{part}: the sentence “{text}” breaks off; please complete it."},
    check = sentence_cut,
  },
}
