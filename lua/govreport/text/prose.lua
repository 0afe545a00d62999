--- Reads what stands in sentences: subheadings, counted quantities with their measure words, dates, and the numbers
-- that are no quantities (list numbers, document numbers, telephone numbers, names).

local lpeg = require "lpeg"
local core = require "govreport.core"
local grammar = require "govreport.text.grammar"
local times = require "govreport.text.times"

local P, S, R, B, V = lpeg.P, lpeg.S, lpeg.R, lpeg.B, lpeg.V
local Cc, Cp, Ct = lpeg.Cc, lpeg.Cp, lpeg.Ct

local prose = {}

-- Measure words of reports of government bodies. A number with none of them behind it is not a quantity that we know.
prose.measures = {
  "件", "条", "个", "项", "次", "人", "份", "篇", "期", "场", "家", "户", "宗", "起", "部", "例", "批", "册", "本", "套",
  "类", "种", "名", "位", "处", "所", "座", "台", "辆", "只", "张", "幅", "页", "字", "句", "版", "轮", "届", "遍",
  "元", "角", "分", "吨", "克", "斤", "亩", "米", "里", "度", "天", "日", "周", "月", "年", "岁", "时", "秒", "倍", "成",
  "人次", "件次", "条次", "户次", "批次", "车次", "班次", "场次", "频次", "个工作日", "工作日", "小时", "分钟", "个月",
  "公里", "千米", "平方米", "平方公里", "立方米", "公顷", "公斤", "千克", "千瓦", "万元", "亿元", "美元", "个百分点", "百分点",
  "个字", "字节", "人(次)", "件(次)", "件(条)", "条(次)", "单", "票", "通", "则", "门", "支", "组", "队", "间", "栋", "片",
  "块", "根", "股", "层", "级", "步", "课时", "学时", "节", "点", "街", "县", "市", "镇", "乡", "村", "局", "站", "科", "室",
  "粉丝", "用户", "部门", "单位", "系统", "平台", "栏目", "专栏", "事项", "政策", "文件", "信息", "视频", "专题", "版块", "板块",
  "大类", "道", "首", "枚", "颗", "件套", "幢", "艘", "架", "列", "款", "折", "副", "对", "双", "回", "趟", "顿", "阵", "声",
}

--- A pattern for any of them.
prose.measure = grammar.words(prose.measures)

local is_measure = {}
for _, word in ipairs(prose.measures) do is_measure[word] = true end

-- ---- events -------------------------------------------------------------------------------------

-- The grammar gives a flat list, five entries for each event: its kind, start, two that depend on the kind, and stop.
--   HEADING   start of the ordinal, start of the title, rank, start of the title
--   QUANTITY  start, end of the digits, start of the measure word, stop
--   MEMBER    of a list of numbers with one measure word: start, end of the digits, false, stop
--   LIST      ends such a list: start of the measure word twice, false, stop
--   DATE      start, false, false, stop
--   IGNORED   start, reason, false, stop
local HEADING, QUANTITY, MEMBER, LIST, DATE, IGNORED = 1, 2, 3, 4, 5, 6
prose.HEADING, prose.QUANTITY, prose.MEMBER, prose.LIST = HEADING, QUANTITY, MEMBER, LIST
prose.DATE, prose.IGNORED = DATE, IGNORED
prose.event_size = 5

local none = Cc(false)

local function event(kind, pattern) return Cc(kind) * Cp() * none * none * pattern * Cp() end

local function ignored(reason, pattern) return Cc(IGNORED) * Cp() * Cc(reason) * none * pattern * Cp() end

-- ---- quantities ---------------------------------------------------------------------------------

local sp = grammar.soft
local d = R"09"
-- A number has 15 digits at most: what has more groups of three is a list, and not one number from each place on.
local three = "," * d * d * d * -d
local digits = d^1 * three^-6 * ("." * d^1)^-1
--- The digits of a number: 1,204.5.
prose.digits = digits
local scale = P"万亿" + grammar.one_of "亿万千百"
local more = grammar.one_of "余多来+" + "以上"
local percent = P" "^-1 * (P"%" + "‰")
local time_word = P"年" + "月" + "日"
-- A rule of the whole, which has it once, however many patterns look for it.
local measure = V"measure"
local measure_rule = percent + sp * (prose.measure - time_word)

-- digits, 余, 万, 余
local count = Cp() * digits * Cp() * sp * more^-1 * scale^-1 * more^-1
local counted = Cc(QUANTITY) * count * Cp() * measure * Cp()                                      -- 2000余条, 3.5%
-- With 万 or 余 behind it a number is a quantity also without a measure word.
local scaled = B"万" + B"亿" + B"余" + B"多" + B"+"
local loose = Cc(QUANTITY) * count * scaled * -(d + R("az", "AZ")) * Cp() * Cp()                  -- 26.5万+
-- 3年, 20日: after dates have been tried; whole numbers only, since 1.2020年 is a list number and a year.
local timed = Cc(QUANTITY) * Cp() * d^1 * Cp() * sp * more^-1 * Cp() * sp * time_word * Cp()

-- The digits and marks of numbers that belong together. A string of so many of them is no list and no span of years:
-- none of those is looked for from each of its numbers on to the end of all.
local strung = S"0123456789+-_/.,~ \v" + P"、" + "至" + "到" + "和" + "及" + scale + grammar.dash
local longest_string = 120
local is_short = -V"long"
local long_rule = times.exactly(strung, longest_string)

-- Numbers that share the measure word of the last one: 3-5个工作日.
local joint = sp * (grammar.dash + "至" + "、" + "和" + "及" + "/") * sp
local member = Cc(MEMBER) * Cp() * digits * Cp() * none * scale^-1 * Cp()
local listed = member * (joint * member)^1 * Cc(LIST) * Cp() * Cp() * none * measure * Cp()

-- ---- other numbers ------------------------------------------------------------------------------

local s2 = S" \v"^0
local d2, d3, d6 = d * d^-1, d * d * d, d * d * d * d * d * d
local month_day = d2 * s2 * "月" * s2 * d2 * s2 * "日"
local more_years = s2 * (grammar.dash + "至" + "、" + "到") * s2 * grammar.year4
local years = grammar.year4 * (is_short * more_years^1)^-1 * s2 * "年"
local until_day = s2 * (grammar.dash + "至") * s2 * (month_day + d2 * s2 * "日")
local date = event(DATE, grammar.day * grammar.time^-1 + grammar.month + years
                         + month_day * until_day^-1
                         + (d2 * s2 * (grammar.dash + "至") * s2)^-1 * d2 * s2 * "月")                         -- 8月11日

local letter = R("az", "AZ")
local ascii = R"!~" - S",;()\"'"
local year_bracket = (S"([" + "〔" + "【") * s2 * d * d * d * d * s2 * (S")]" + "〕" + "】")
local extension = (P"转" * d * d * d^1)^-1
local telephone = (P"0" * d * d * d^-1 * grammar.dash^-1 * d6 * d * d^-1 * extension + P"1" * R"39" * d6 * d3
                   + (P"400" + "800") * P"-"^-1 * d3 * P"-"^-1 * d^4) * -d                         -- 0318-1234567
local hotline_words = grammar.words{"热线", "政务", "政府", "服务", "便民", "平台", "市民", "举报", "”", "\""}
local hotline = P"12" * d3 * -d * #(sp * hotline_words)                                            -- 12345
local masked = d^0 * P"*"^2 * (d + "*")^0                                                          -- 057****58
local code = ignored("name", d^1 * (S".-_/" * d^1)^0 * (letter + "@" + "×") * ascii^0)              -- 5G, 7×24

local numbered = ignored("ordinal", d^1 * "号")

-- At a digit, in this order: most numbers are plain quantities. What must stand in front of one is looked for before
-- anything is noted.
local at_digit = (B"…" + B"··" + B"..") * ignored("page_number", d^1 * grammar.eol)               -- 总体情况……2
               + B"第" * (ignored("document_number", d^1 * (P"号" + "令")) + ignored("ordinal", d^1))
               -- 1万5千, 负3: more than one word makes the number; none of its parts is it.
               + (B"万" + B"千" + B"亿" + B"负") * (numbered + d^1)
               + counted
               + numbered
               + ignored("telephone", telephone + hotline + masked)
               + (B"邮编:" + B"邮政编码:") * ignored("postcode", d6 * -d)
               + V"date"
               + ignored("time", d2 * ":" * d * d * -d)
               + is_short * (V"listed" + code)
               + timed + loose
               + ignored("name", d^1 * ("+" * d^1)^1)                                              -- 1+20
               + d^1                                                                              -- stays unaccounted

-- ---- subheadings --------------------------------------------------------------------------------

-- A subheading stands at the start of a line: its ordinal, its title to the end of the sentence or line. The title is
-- looked at, not taken: the numbers in it come next.
local e = grammar.enumerator
local title_stop = grammar.mark + S";:"
local of_title = 1 - title_stop - "。"
--- Where the title that begins at a position ends.
prose.title_end = (grammar.others("。", title_stop) + of_title)^1 * Cp()

local function subheading(rank, ordinal)
  return Cc(HEADING) * Cp() * ordinal * s2 * Cp() * Cc(rank) * Cp() * #of_title
end

local item = subheading(6, e.item)                                                                -- 一是
local at_line = (grammar.bullet * s2)^-1 * (subheading(2, e.part) + subheading(3, e.section)
                + subheading(4, e.point) + subheading(5, e.detail) + item)

-- ---- the whole ----------------------------------------------------------------------------------

local plain = grammar.others("。《〔【", grammar.mark + d + letter + S";:([")
local book = ignored("title", "《" * (1 - P"》" - "\n")^-200 * "》")
local named = ignored("name", letter * ascii^0)                                                    -- A4
local document_number = ignored("document_number", year_bracket * s2 * P"第"^-1 * d^1 * s2 * "号") -- 〔2019〕60号

-- Each alternative can be told from the others by its first byte.
local any_event = grammar.mark * V"line"^-1 + (P"。" + S";:") * item + book + document_number + #d * V"digit" + named

--- Matches the text of some paragraphs and gives the list of its events.
prose.grammar = P{
  Ct(V"line"^-1 * (plain + any_event + 1)^0),
  line = at_line, digit = at_digit, date = date, listed = listed, measure = measure_rule, long = long_rule,
}

-- ---- values -------------------------------------------------------------------------------------

local scales = {["百"] = 100, ["千"] = 1000, ["万"] = 10000, ["亿"] = 100000000, ["万亿"] = 1000000000000}
-- Words in front of a number, the longest first.
local words_before = {
  ["不少于"] = "at_least", ["不低于"] = "at_least", ["不超过"] = "at_most", ["不多于"] = "at_most",
  ["突破"] = "at_least", ["超过"] = "at_least", ["多达"] = "at_least", ["至少"] = "at_least", ["不足"] = "at_most",
  ["大约"] = "about", ["将近"] = "at_most", ["至多"] = "at_most", ["最多"] = "at_most", ["不到"] = "at_most",
  ["最少"] = "at_least",
  -- These end like one of those below and bound nothing.
  ["节约"] = "exact", ["预约"] = "exact", ["签约"] = "exact", ["履约"] = "exact", ["违约"] = "exact",
  ["最近"] = "exact", ["附近"] = "exact", ["邻近"] = "exact",
  ["约"] = "about", ["近"] = "at_most", ["超"] = "at_least", ["逾"] = "at_least",
}
local bounds_after = {["左右"] = "about", ["以内"] = "at_most", ["以下"] = "at_most", ["以上"] = "at_least"}

-- What stands between the digits and the measure word: `万余` gives 10000, "at_least".
local function read_between(between)
  local line = between:gsub("\v", "")
  local word = line:gsub("余", ""):gsub("多", ""):gsub("来", ""):gsub("以上", ""):gsub("+", "")
  return scales[word], word ~= line and "at_least" or nil
end

-- The last characters of these words: most numbers have none of them in front.
local ends_word = {}
for word in pairs(words_before) do ends_word[word:sub(-3)] = true end

--- What a number may be bounded by: the words behind it, and the last characters of those in front of it.
prose.bounds = {}
for _, map in ipairs{ends_word, bounds_after} do
  for word in pairs(map) do prose.bounds[#prose.bounds + 1] = word end
end

--- The bound that the words in front of a number give it: 近, 超过; nil where they give none.
function prose.bound_before(text, start)
  if not ends_word[text:sub(start - 3, start - 1)] then return nil end
  for length = 9, 3, -3 do
    local bound = words_before[text:sub(start - length, start - 1)]
    if bound and start > length then return bound end
  end
end

--- The bound that the word behind a quantity gives it, 以上, and where the quantity ends with it.
function prose.bound_after(text, stop)
  local bound = bounds_after[text:sub(stop, stop + 5)]
  return bound, bound and stop + 6 or stop
end

local function decimal(digits_text, factor)
  local whole = #digits_text <= 15 and math.tointeger(tonumber(digits_text))
  local value = whole or core.decimal((digits_text:gsub(",", "")))
  if not value or not factor then return value end
  local ok, product = pcall(function() return value * factor end)
  return ok and product or nil
end

--- A quantity from the positions of its event: value, bound ("exact", "about", "at_least", "at_most"), measure word,
-- and where it ends (左右 and the like belong to it). Nil where it has too many digits.
function prose.quantity(text, start, digits_stop, measure_start, stop)
  local factor, bound
  if measure_start > digits_stop then factor, bound = read_between(text:sub(digits_stop, measure_start - 1)) end
  local value = decimal(text:sub(start, digits_stop - 1), factor)
  local after, last = prose.bound_after(text, stop)
  bound = bound or after or prose.bound_before(text, start)
  local measure_word = text:sub(measure_start, stop - 1)
  if not is_measure[measure_word] then measure_word = grammar.clean(measure_word):gsub("^ ", "") end
  return value, bound or "exact", measure_word, last
end

--- A member of a list of numbers.
function prose.member(text, start, digits_stop, stop)
  return decimal(text:sub(start, digits_stop - 1), scales[text:sub(digits_stop, stop - 1)])
end

local function iso_month_day(text)
  local month, day = text:match("^(%d+)%s*月%s*(%d+)%s*日$")
  if month then return ("--%02d-%02d"):format(month, day) end
  month = text:match("^(%d+)%s*月$")
  return month and ("--%02d"):format(month)
end

--- The ISO form of a date in prose; years of a range are joined by `/`, a month and day without a year is `--08-11`.
-- The text as it stands where it is none of these.
function prose.date(text)
  text = text:gsub("\v", "")
  local years_text = text:match("^(%d%d%d%d.*%d%d%d%d)%s*年$") or text:match("^(%d%d%d%d)%s*年$")
  if years_text then return (years_text:gsub("[^%d]+", "/")) end
  return iso_month_day(text) or core.date(text) or text
end

return prose
