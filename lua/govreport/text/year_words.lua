--- The years that a report names in its sentences and headings, and the role of each. A year is stale where it says
-- when something was done that is reported, and is not the report's own. One to compare with, to plan for, in the name
-- of a document, in a date or in a span of years is none of these.

local lpeg = require "lpeg"
local anchors = require "govreport.text.anchors"
local core = require "govreport.core"
local grammar = require "govreport.text.grammar"
local once = require "govreport.base.once"
local running_text = require "govreport.text.running_text"

local P, S, Cp = lpeg.P, lpeg.S, lpeg.Cp

local year_words = {}

-- ---- the words around a year --------------------------------------------------------------------

local e = grammar.enumerator
-- What may stand before the year of a sentence: 一是, (一)工作情况。 stands in a sentence of its own.
local lead = (e.section + e.part + e.point + e.detail + e.item + S" \v\t" + grammar.bullet + "“" + "”")^0 * Cp()

local told_of = {"我", "本", "全年", "全局", "全市", "全县", "全区", "全省", "全镇",
                 "全乡", "全系统", "共", "累计", "共计", "总计", "收到", "受理", "新收",
                 "办结", "答复", "主动公开", "公开政府信息", "公开信息", "未收到",
                 "未发生", "没有收到", "未收取", "没有发生", "未产生",
                 "发布政府信息", "发布信息", "无行政", "通过政府", "通过门户",
                 "政府信息公开工作", "依申请公开"}
-- 2023年, 2023年度, — and then a subject, a verb or a pause: the year says when.
local when = once(function()
  return P"年" * P"度"^-1 * (S",:" * Cp() + #grammar.words(told_of) * Cp())
end)

-- Words, at the beginning of a sentence, by which another year has its reason.
local excuses = {"较", "比", "同期", "以来", "结转", "计划", "下一步", "规划",
                 "考核", "评估", "评议结果", "通报", "荣获", "获评", "被评", "针对", "整改",
                 "反馈", "改进情况", "为基数", "自查", "历年", "截至", "至今", "延续",
                 "起施行", "起实施", "发布的《", "预算", "决算",
                 "审计", "上年", "去年", "往年", "近年", "先后", "上一年"}
-- The same where nothing is counted: 2021年，本局共制定规范性文件3件，废止1件 is what was done in a year.
local document_excuses = {"修订", "废止", "印发的", "制定的", "出台的"}
local plans = {"将", "要", "计划", "继续", "进一步", "加强", "力争", "着力", "拟", "重点",
               "下步", "推进", "努力", "持续", "做好", "打算"}
-- Headings that look back or ahead.
local heading_excuses = {"问题", "整改", "改进", "计划", "打算", "安排", "下一步", "思路", "重点",
                         "目标", "措施", "展望", "考核", "要点", "任务", "规划"}

local function has_any(text, words)
  for _, word in ipairs(words) do
    if text:find(word, 1, true) then return true end
  end
  return false
end

-- What is still to be done, behind a year, its pause and who will do it: 2023年，我局将进一步…, 2023年区政府办公室将重点…
-- Only verbs: 2023年，我局将政务公开纳入考核 tells of what was done.
local ahead = {"进一步", "继续", "重点", "着力", "不断", "持续", "努力", "坚持", "深入", "全面", "切实", "认真", "大力",
               "从", "以", "按照", "结合", "围绕", "针对", "严格", "积极", "加强", "加大", "推进", "推动", "完善", "健全",
               "规范", "优化", "提升", "提高", "强化", "拓宽", "拓展", "丰富", "深化", "做好", "抓好", "开展", "组织",
               "请", "邀请", "建立", "制定", "编制", "增设", "增加", "采取", "聚焦", "探索", "落实"}
local subject = (1 - S",;:." - "。" - "将" - "年" - "的" - lpeg.R"09")^0
local plan = once(function()
  return P"年" * P"度"^-1 * P","^-1 * subject * "将" * grammar.words(ahead)
end)
local longest_subject = 60   -- bytes

-- ---- years --------------------------------------------------------------------------------------

--- What stands behind a year.
year_words.anchor = anchors.set{"年"}

-- Whether a position lies in the name of a document.
local function in_title(text, at)
  local opened = text:sub(1, at):match("^.*()《") or text:sub(1, at):match("^.*()〈")
  if not opened then return false end
  local closed = text:sub(1, at):match("^.*()》") or text:sub(1, at):match("^.*()〉")
  return not closed or closed < opened
end

-- The year in front of 年 at a position of a text; nil where there is none, or digits or a span of years before it.
local function year_before(text, at)
  local digits = text:byte(at - 4) == 0x32 and text:match("^20%d%d", at - 4)
  if not digits or text:find("^%d", at - 5) or text:find("^[-~/.]", at - 5) then return nil end
  local before = text:sub(at - 7, at - 5)
  if before == "至" and text:sub(at - 10, at - 8) == "截" then before = "截至" end
  if before == "至" or before == "到" or before == "—" or before == "自" or before == "从" then return nil end
  return math.tointeger(tonumber(digits))
end

-- Whether a sentence says by its first words that it reports of a year.
local function reports_of(sentence, year, own_year)
  local start = lead:match(sentence)
  if not sentence:find("^20%d%d年", start) or not when():match(sentence, start + 4) then return false end
  local beginning = sentence:match("^[^,;]*[,;]?[^,;]*[,;]?[^,;]*")
  if sentence:find(tostring(own_year), 1, true) or has_any(beginning, excuses) then return false end
  if not sentence:find("%d件") and has_any(beginning, document_excuses) then return false end
  if year > own_year then return sentence:find("%d件") ~= nil and not has_any(sentence, plans) end
  return true
end

-- 截至2023年12月31日，现行有效的规范性文件22件: the end of what is reported, where something is counted that is no older.
local year_end = (P"截至" + "截止" + "截止到" + "截至到") * Cp() * lpeg.R"09"^1 * "年" * (P"12月31日" + "12月底" + "年底" + "底" + "末")
local ends = {"以来", "累计", "结转", "较", "比", "计划"}

local function ends_with_year(sentence, year, own_year)
  local start = lead:match(sentence)
  local at = year_end:match(sentence, start)
  return at ~= nil and year < own_year and sentence:sub(at, at + 3) == tostring(year) and sentence:find("%d件") ~= nil
         and not sentence:find(tostring(own_year), 1, true) and not has_any(sentence, ends)
end

local Finder = {}
Finder.__index = Finder

function Finder:add(year, role, start, stop)
  self.list[#self.list + 1] = {year = year, role = role, start = start, stop = stop}
end

-- 2022年收到30件。2023年收到47件: the sentence behind one with a number says the same of the report's own year.
local function is_compared(sentence, behind, own_year)
  local start = lead:match(behind)
  return sentence:find("%d件") ~= nil and behind:find("%d件") ~= nil
         and behind:sub(start, start + 6) == own_year .. "年"
end

local sentence_end = lpeg.S"\n\v\x1C\x1D\x1E\x1F;!?" + "。"
-- To behind the next end of a sentence, by whole stretches of other bytes.
local to_next_end = ((1 - lpeg.S"\n\v\x1C\x1D\x1E\x1F;!?\xE3")^1 + (P"\xE3" - P"。"))^0 * sentence_end * Cp()

-- Gives, for places that only go forward, where the sentence of each begins: each byte is looked at once.
local function sentence_starts(content)
  local start, following = 1, to_next_end:match(content)
  return function(at)
    while following and following <= at do start, following = following, to_next_end:match(content, following) end
    return start
  end
end

-- Whether a place lies in a fact that was read: what that says is judged by its own rules.
local function is_in_fact(report, place)
  for _, field in pairs(report.fields) do
    if field.start <= place and place < field.stop then return true end
  end
  return false
end

-- Sentences that begin with a year.
function Finder:sentences(text)
  local content, done, start_of = text.text, 0, nil
  for _, at in ipairs(text:places(year_words.anchor)) do
    local year = at > done and year_before(content, at)
    if year == self.own then
      self.own_count = self.own_count + 1
    elseif year then
      start_of = start_of or sentence_starts(content)
      local start = start_of(at)
      done = running_text.sentence_stop(content, at)
      local sentence = content:sub(start, done - 1)
      local behind = content:sub(done, running_text.sentence_stop(content, done) - 1)
      local is_told = reports_of(sentence, year, self.own) or ends_with_year(sentence, year, self.own)
      if is_told and not is_compared(sentence, behind, self.own) then
        local stop = text:tape(done - 1) + 1
        -- A heading that reads like a sentence is one finding.
        self.known[stop], self.known[stop - 1] = true, true
        self:add(year, "sentence", text:tape(at - 4), stop)
      end
    end
  end
end

-- Plans for the year that the report is for: where it looks ahead, in its part on what is to be improved, that is the
-- year before the one that is meant.
function Finder:plans(text)
  local content, year = text.text, self.own .. "年"
  local at = text.section == "problems" and content:find(year, 1, true)
  while at do
    local behind = content:sub(at + 4, at + 4 + longest_subject)
    local begins = at == 1 or content:find("^[%s,;:]", at - 1) or content:sub(at - 3, at - 1) == "。"
    if begins and plan():match(behind) then
      local stop = running_text.sentence_stop(content, at)
      self:add(self.own, "plan", text:tape(at), text:tape(stop - 1) + 1)
    end
    at = content:find(year, at + 4, true)
  end
end

local period_words = {"统计期限", "统计时限", "统计时间", "数据期限"}
local period = anchors.set(period_words)   -- most texts have none of them
local first_day, last_day = "年1月1日", "年12月31日"

-- Whether the period that a sentence states begins or ends in a year.
local function is_of_period(sentence, year)
  return sentence:find(year .. first_day, 1, true) ~= nil or sentence:find(year .. last_day, 1, true) ~= nil
end

-- 数据统计期限为2023年1月1日至2023年12月31日, where it stands in a part; that in front of the parts is a fact of its own.
function Finder:periods(report, text)
  local content = text.text
  for _, word in ipairs(#text:places(period) > 0 and period_words or {}) do
    local at = content:find(word, 1, true)
    while at do
      local stop = running_text.sentence_stop(content, at)
      local sentence = content:sub(at, stop - 1)
      local year = self.own - 1
      if is_of_period(sentence, year) and not is_in_fact(report, text:tape(content:find(tostring(year), at, true))) then
        local start = content:find(tostring(year), at, true)
        self:add(year, "period", text:tape(start), text:tape(stop - 1) + 1)
      end
      at = content:find(word, stop, true)
    end
  end
end

local longest_heading = 90   -- bytes

-- Headings with a year, those below them included.
function Finder:headings(tape, entries)
  for _, entry in ipairs(entries) do
    local digits = tape:byte(entry.start) == 0x32 and tape:match("^(20%d%d)年", entry.start)
    local year = digits and math.tointeger(tonumber(digits))
    local other = year and year ~= self.own and not self.known[entry.body_start]
    local title = other and entry.section.title
    if other and #title <= longest_heading and not has_any(title, heading_excuses) and not title:find("，", 1, true)
       and (title:find("情况", 1, true) or title:find("公开", 1, true)) then
      self.list[#self.list + 1] = {year = year, role = "heading", section = entry.section}
    end
    self:headings(tape, entry.items)
  end
end

-- 现公布2023年…年度报告, in front of the first part. So many bytes of it are looked at.
local longest_preface = 2400
local made = {"编制", "公布", "制作", "撰写", "形成", "发布"}

-- The length of the words behind a year that name a report, up to the next pause; nil where they do not.
local function names_report(rest)
  local stop = rest:find("年度报告", 4, true)
  if not stop or has_any(rest:sub(1, stop), {",", ";", "《", "》"}) then return nil end
  return stop + #"年度报告" - 1
end

function Finder:preface(report, stop)
  local tape = report.document.tape
  local base = math.max(0, stop - 1 - longest_preface)
  local text = tape:sub(base + 1, stop - 1)
  local at = text:find("年", 1, true)
  while at do
    local year = year_before(text, at)
    local length = year and year ~= self.own
                   and names_report(text:sub(at, running_text.sentence_stop(text, at) - 1))
    if length and has_any(text:sub(math.max(1, at - 60), at - 5), made) and not in_title(text, at)
       and not is_in_fact(report, base + at - 4) then
      self:add(year, "preface", base + at - 4, base + at + length)
    end
    at = text:find("年", at + 3, true)
  end
end

--- The years of a report that look like another year's.
-- @param year the year that the report is for; where it is nil, that of its title
-- @param texts those of its parts; see `govreport.text.running_text`
-- @param outline `core.outline` of the report, which is read where it is nil
-- @return list of `{year, role, start, stop}`, in document order, `role` "sentence", "period", "heading" (with its
-- `section` in place of positions), "preface" or "plan" (of what is to be done, in the report's own year);
-- and how often the text names the report's own year
function year_words.stale(report, year, texts, outline)
  local self = setmetatable({list = {}, own = year or report.year, own_count = 0, known = {}}, Finder)
  if not self.own then return self.list, 0 end
  if texts[1] then self:preface(report, texts[1].base + 1) end
  for _, text in ipairs(texts) do
    self:sentences(text)
    self:periods(report, text)
    self:plans(text)
  end
  self:headings(report.document.tape, outline or core.outline(report))
  return self.list, self.own_count
end

return year_words
