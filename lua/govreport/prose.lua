--- Reads what stands in sentences: subheadings, counted quantities with their measure words, dates, and the numbers that
-- are no quantities (list numbers, document numbers, telephone numbers, names).

local lpeg = require "lpeg"
local core = require "govreport.core"
local grammar = require "govreport.grammar"

local P, S, R, B = lpeg.P, lpeg.S, lpeg.R, lpeg.B
local C, Cc, Cg, Cp, Ct = lpeg.C, lpeg.Cc, lpeg.Cg, lpeg.Cp, lpeg.Ct

local prose = {}

-- Measure words of reports of government bodies. A number with none of them behind it is not a quantity that we know.
prose.measures = {
  "件", "条", "个", "项", "次", "人", "份", "篇", "期", "场", "家", "户", "宗", "起", "部", "例", "批", "册", "本", "套",
  "类", "种", "名", "位", "处", "所", "座", "台", "辆", "只", "张", "幅", "页", "字", "句", "号", "版", "轮", "届", "遍",
  "元", "角", "分", "吨", "克", "斤", "亩", "米", "里", "度", "天", "日", "周", "月", "年", "岁", "时", "秒", "倍", "成",
  "人次", "件次", "条次", "户次", "批次", "车次", "班次", "场次", "频次", "个工作日", "工作日", "小时", "分钟", "个月",
  "公里", "千米", "平方米", "平方公里", "立方米", "公顷", "公斤", "千克", "千瓦", "万元", "亿元", "美元", "个百分点", "百分点",
  "个字", "字节", "人(次)", "件(次)", "件(条)", "条(次)", "单", "票", "通", "则", "门", "支", "组", "队", "间", "栋", "片",
  "块", "根", "股", "层", "级", "步", "课时", "学时", "节", "点", "街", "县", "市", "镇", "乡", "村", "局", "站", "科", "室",
  "粉丝", "用户", "部门", "单位", "系统", "平台", "栏目", "专栏", "事项", "政策", "文件", "信息", "视频", "专题", "版块", "板块",
  "道", "首", "枚", "颗", "件套", "幢", "艘", "架", "列", "款", "折", "副", "对", "双", "回", "趟", "顿", "阵", "声",
}

local sp = grammar.soft
local d = R"09"
local digits = d^1 * ("," * d * d * d * -d)^0 * ("." * d^1)^-1
local scale = C(P"万亿" + "亿" + "万" + "千" + "百")
local more = Cc"at_least" * (P"余" + "多" + "来" + "+" + "以上")
local bound_before = B"约" * Cc"about" + B"近" * Cc"at_most" + (B"超过" + B"超" + B"逾" + B"突破" + B"达到") * Cc"at_least"
local bound_after = P"左右" * Cc"about" + (P"以内" + "以下") * Cc"at_most"
local measure_word = grammar.words(prose.measures)
local measure = C(measure_word)
local percent = C(P"%" + "‰")

-- One number: {start, digits, scale, bound …}; named so that they may be missing.
local count_start = Cg(Cp(), "start") * Cg(bound_before, "bound")^-1 * Cg(C(digits), "digits")
local count = count_start * sp * Cg(more, "bound")^-1 * Cg(scale, "scale")^-1 * Cg(more, "bound")^-1
local ending = (Cg(percent, "measure") + sp * Cg(measure, "measure")) * Cg(bound_after, "bound")^-1 * Cg(Cp(), "stop")
-- With 万 or 余 behind it a number is a quantity also without a measure word.
local loose = (Cg(scale, "scale") * Cg(more, "bound")^-1 + B"余" + B"多" + B"+") * Cg(Cp(), "stop")
local quantity = Ct(Cg(Cc"quantity", "kind") * count * ending)                                   -- 2000余条, 3.5%
               + Ct(Cg(Cc"quantity", "kind") * count_start * Cg(more, "bound")^-1 * loose)       -- 26.5万+

-- Numbers that share the measure word of the last one: 3-5个工作日.
local joint = sp * (grammar.dash + "至" + "、" + "和" + "及" + "/") * sp
local member = Ct(Cg(Cp(), "start") * Cg(C(digits), "digits") * Cg(scale, "scale")^-1 * Cg(Cp(), "stop"))
local listed = Ct(Cg(Cc"list", "kind") * member * (joint * member)^1
                  * (Cg(percent, "measure") + sp * Cg(C(measure_word - (P"年" + "月" + "日")), "measure")))
-- ---- other numbers -----------------------------------------------------------------------------------------------------

local function event_of(kind, pattern, extra)
  local head = Cg(Cc(kind), "kind") * Cg(Cp(), "start")
  if extra then head = head * extra end
  return Ct(head * pattern * Cg(Cp(), "stop"))
end

local function ignored(reason, pattern) return event_of("ignored", pattern, Cg(Cc(reason), "reason")) end

local s2 = S" \v"^0
local d2, d3, d6 = d * d^-1, d * d * d, d * d * d * d * d * d
local month_day = d2 * s2 * "月" * s2 * d2 * s2 * "日"
local years = grammar.year4 * (s2 * (grammar.dash + "至" + "、" + "到") * s2 * grammar.year4)^0 * s2 * "年"
local until_day = s2 * (grammar.dash + "至") * s2 * (month_day + d2 * s2 * "日")
local date = event_of("date", grammar.day * grammar.time^-1 + grammar.month + years
                              + month_day * until_day^-1 + d2 * s2 * "月")                        -- 8月11日

local letter = R("az", "AZ")
local ascii = R"!~" - S",;()\"'"
local year_bracket = (S"([" + "〔" + "【") * s2 * d * d * d * d * s2 * (S")]" + "〕" + "】")
local telephone = (P"0" * d * d * d^-1 * P"-"^-1 * d6 * d * d^-1 + P"1" * R"39" * d6 * d3
                   + (P"400" + "800") * P"-"^-1 * d3 * P"-"^-1 * d^4) * -d                         -- 0318-1234567
local hotline = P"12" * d3 * -d * #(P"热线" + "政务" + "平台" + "市民" + "举报" + "”" + "\"")      -- 12345

-- At a digit, in this order.
local at_digit = ignored("telephone", telephone + hotline)
               + ignored("postcode", (B"邮编:" + B"邮政编码:") * d6 * -d)
               + date
               + ignored("time", d2 * ":" * d * d * -d)
               + ignored("document_number", (B"第" + B"国令") * d^1 * (P"号" + "令"))
               + ignored("ordinal", B"第" * d^1)
               + listed + quantity
               + ignored("name", d^1 * (S".-_/" * d^1)^0 * (letter + "@" + "×") * ascii^0)          -- 5G, 7×24
               + d^1                                                                              -- stays unaccounted

-- ---- subheadings -----------------------------------------------------------------------------------------------------

-- A subheading stands at the start of a line: its ordinal, its title to the end of the sentence or line. The title is
-- looked at, not taken: the numbers in it come next.
local e = grammar.enumerator
local title = (1 - grammar.mark - "。" - S";:")^1
local function subheading(rank, ordinal)
  return Ct(Cg(Cc"heading", "kind") * Cg(Cc(rank), "rank") * Cg(Cp(), "start") * Cg(C(ordinal), "ordinal") * s2
            * Cg(Cp(), "title") * #title)
end
--- Where the title that begins at a position ends.
prose.title_end = title * Cp()
local item = subheading(6, e.item)                                                                -- 一是
local at_line = (grammar.bullet * s2)^-1 * (subheading(2, e.part) + subheading(3, e.section)
                + subheading(4, e.point) + subheading(5, e.detail) + item)

local plain = (1 - (grammar.mark + d + letter + "\xE3" + S";:(["))^1
local book = ignored("title", "《" * (1 - P"》" - "\n")^-200 * "》")
local named = ignored("name", letter * ascii^0)                                                    -- A4
local document_number = ignored("document_number", year_bracket * s2 * P"第"^-1 * d^1 * s2 * "号") -- 〔2019〕60号

-- Each alternative can be told from the others by its first byte.
local event = grammar.mark * at_line^-1 + (P"。" + S";:") * item + book + document_number + #d * at_digit + named

--- Matches the text of some paragraphs and gives the list of its events: tables with `kind`, `start` and `stop`, and
-- by kind: heading `rank, ordinal, title` · quantity `digits, scale, bound, measure` · list of such numbers with one
-- `measure` · date · ignored `reason`.
prose.grammar = Ct(at_line^-1 * (plain + event + 1)^0)

-- ---- values ----------------------------------------------------------------------------------------------------------

local scales = {["百"] = 100, ["千"] = 1000, ["万"] = 10000, ["亿"] = 100000000, ["万亿"] = 1000000000000}

--- The value of a number as printed: digits with commas, and a word like 万. Nil where it has too many digits.
function prose.value(digits_text, scale_word)
  local value = core.decimal((digits_text:gsub(",", "")))
  if not value then return nil end
  if not scale_word then return value end
  local ok, product = pcall(function() return value * scales[scale_word] end)
  return ok and product or nil
end

local function iso_month_day(text)
  local month, day = text:match("^(%d+)%s*月%s*(%d+)%s*日$")
  if month then return ("--%02d-%02d"):format(month, day) end
  month = text:match("^(%d+)%s*月$")
  return month and ("--%02d"):format(month)
end

--- The ISO form of a date in prose; ranges are joined by `/`, a month and day without a year is `--08-11`. The text as
-- it stands where it is none of these.
function prose.date(text)
  text = text:gsub("\v", "")
  local years_text = text:match("^(%d%d%d%d.*%d%d%d%d)%s*年$") or text:match("^(%d%d%d%d)%s*年$")
  if years_text then
    return (years_text:gsub("[^%d]+", "/"))
  end
  return iso_month_day(text) or core.date(text) or text
end

return prose
