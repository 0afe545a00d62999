--- Bodies that a text names as its author would name itself: by what they did, or as who answers questions. 市政府办公室要求…
-- and 与财政局联合… name others, and are not looked at.

local lpeg = require "lpeg"
local anchors = require "govreport.text.anchors"
local core = require "govreport.core"
local grammar = require "govreport.text.grammar"
local once = require "govreport.base.once"
local stretch = require "govreport.text.stretch"
local times = require "govreport.text.times"

local P, S, Cg, Cp, Ct = lpeg.P, lpeg.S, lpeg.Cg, lpeg.Cp, lpeg.Ct

local body_mentions = {}

local sp = S" \v"^0
local organs = {"局", "厅", "委员会", "委", "中心", "人民政府", "街道办事处", "街道", "镇", "乡"}
local year = grammar.year4 * sp * "年" * P"度"^-1 * sp

-- What names are made of: `organ`, what they end with; `inner`, words in them that end as a body would.
local names = once(function()
  return {organ = grammar.words(organs), inner = grammar.words{"城乡", "城镇", "乡村", "乡镇"}}
end)

-- ---- who does something -------------------------------------------------------------------------

-- What the author of a report says of itself, at once behind the name.
local does = {
  "政府信息公开工作", "政务公开工作", "信息公开工作", "主动公开", "依申请公开", "政府信息公开", "政务公开",
  "高度重视", "认真", "严格", "坚持", "积极", "深入", "始终", "不断", "进一步", "持续", "切实", "全面", "围绕", "紧紧", "紧扣", "聚焦", "立足",
  "着力", "扎实", "大力", "充分", "加强", "强化", "完善", "按照", "依据", "通过", "把", "以", "将", "拟", "计划", "继续", "力争",
  "未收取", "没有收取", "未收费", "未发生", "没有发生", "未产生", "未收到", "没有收到", "收取", "收到", "受理", "新收", "办结", "办理", "答复", "共",
  "累计", "全年", "本年", "制发", "制作", "制定", "发布", "公布", "公开", "编制", "审批", "作出", "无",
}
-- What makes of the name in a clause somebody else: 与云岭市财政局公开….
local beside = {
  "与", "同", "会同", "配合", "联合", "协同", "协助", "协调", "和", "及", "向", "对", "按", "按照", "根据", "依据", "依照", "遵照", "参照",
  "对照", "经", "在", "请", "为", "从", "把", "将", "以", "因", "结合", "接受", "邀请", "通过", "依托", "贯彻", "落实", "学习", "借鉴", "推动",
  "督促", "指导", "组织", "转发", "报", "报送", "参加", "承接", "执行", "严格", "认真", "积极", "收到", "针对", "关于", "除", "经过", "等",
  "并", "及时", "主动",
}
-- What may stand in front of the name.
local openings = {"全年", "今年", "目前", "此外", "同时", "今后", "下一步", "一年来", "过去一年", "现将", "现公布", "现发布", "现由",
                  "本报告由", "本年度报告由", "由"}
local e = grammar.enumerator

-- The end of a name behind which its body does something.
local ends_name = once(function()
  -- Not 制定的办法, 发布《…》: there a document of that body is spoken of.
  local told = year^-1 * grammar.words(does) * -(P"了"^-1 * (P"的" + "《"))
  return names().organ * #told
end)

-- What may stand in front of a name in its clause, and the name.
local clause = once(function()
  local lead = (e.section + e.part + e.point + e.detail + e.item + S" \t\v" + year + grammar.words(openings))^0
  local name = (names().inner + (grammar.han - ends_name()))^2 * ends_name()
  local actor = Ct(-grammar.words(beside) * Cg(Cp(), "start") * name * Cg(Cp(), "stop"))
  return {lead = lead * Cp(), actor = lead * actor}
end)

-- What ends a name: most clauses name nobody.
local ending = anchors.set(organs)

local breaks = core.words{",", ";", ":", "!", "?", "(", ")", "\n", "\x1C", "\x1D", "\x1E", "\x1F", "。", "”"}

-- Most clauses begin within the first of these reaches in front of a name; none that anybody reads is longer than the
-- last. Bytes.
local reaches = {200, 3000}

-- Where the clause around a position begins. An ordinal at the beginning of a text may have a break in it: (一)、
local function start_of_clause(text, at)
  local start
  for _, reach in ipairs(reaches) do
    local first = math.max(1, at - reach)
    local stands = breaks:list(text:sub(first, at - 1))   -- start, number and stop of each
    start = first - 1 + (stands[#stands] or 1)
    if stands[1] or first == 1 then break end
  end
  return start <= reaches[1] and math.max(start, clause().lead:match(text)) or start
end

-- Words by which somebody else acts on the author, or with others.
local outside = core.words{"我局", "本局", "我委", "本委", "我厅", "本厅", "我镇", "本镇", "我乡", "本乡", "我办", "本机关", "我单位", "本单位", "我街道",
                         "我中心", "牵头", "要求", "部署", "会同", "联合", "批复", "审计", "通报", "转发", "督导", "督查", "反馈"}

-- What reports of this kind are about; a sentence without any of it may tell of others: 气象局发布预警.
local topics = core.words{"公开", "政府信息", "政务", "规范性文件", "行政许可", "行政处罚", "申请", "答复", "复议", "诉讼", "信息处理费",
                        "信息管理", "平台", "网站", "栏目", "本报告", "年度报告"}

local narrow_end = S"!?\n\x1C\x1D\x1E\x1F"
local sentence_end = narrow_end + P"。"
local inside = stretch.without(narrow_end, {"。"})^-1
local to_start, to_end = (inside * sentence_end)^0 * Cp(), inside * Cp()
-- Bytes of a sentence that are looked at in front of a name, and behind it.
local reach = 600

-- The sentence around a position.
local function sentence_at(text, position)
  local from = math.max(1, position - reach)
  local near = text:sub(from, position - 1)
  local behind = text:sub(position, position + reach)
  return near:sub((to_start:match(near))) .. behind:sub(1, to_end:match(behind) - 1)
end

--- The bodies that a text says what they did, in the words of the author of a report.
-- @param own a Text of `govreport.text.running_text`
-- @param of_any whether all of the text is the author's own, whatever it is about
-- @return list of `{start, stop}`
function body_mentions.actors(own, of_any)
  local list, text, last = {}, own.text, 0
  for _, at in ipairs(own:places(ending)) do
    local ends = at > 6 and text:find("^[\xE4-\xE9]..[\xE4-\xE9]", at - 6) and ends_name():match(text, at)
    local start = ends and start_of_clause(text, at) or last
    local found = start > last and clause().actor:match(text, start)
    last = start
    if found then
      local sentence = sentence_at(text, found.start)
      if not outside:has(sentence) and (of_any or topics:has(sentence)) then list[#list + 1] = found end
    end
  end
  return list
end

-- ---- who answers questions ----------------------------------------------------------------------

local asked = {"联系", "咨询", "致电", "询问"}
local answers = {"联系", "咨询", "反映", "查询", "垂询", "电话", "索取"}
local labels = {"联系单位", "受理单位", "咨询单位", "联系部门", "受理机构", "咨询部门", "联系机构"}
local turned_to = {"与", "同", "向", "径向", "至", "到"}
local callings = {}
for _, words in ipairs{asked, labels, turned_to} do table.move(words, 1, #words, #callings + 1, callings) end
local calling = anchors.set(callings)

-- The name behind one of these words.
local called = once(function()
  local organ, answer = names().organ, grammar.words(answers)
  local label = grammar.words(labels) * sp * ":" * sp
  local turned = grammar.words(turned_to)
  local piece = names().inner + (grammar.han - organ)
  local contact = Ct(Cg(Cp(), "start") * piece * piece * times.few(piece, 28) * organ * Cg(Cp(), "stop"))
  local answered = #(times.few(1 - sentence_end - S",;" - answer, 90) * answer)
  return label * contact + grammar.words(asked) * contact + turned * contact * answered
end)

-- Bodies whose business is to answer for others.
local desks = core.words{"政务服务", "行政审批", "大数据", "数据管理", "数据局", "信访", "档案", "图书", "热线", "监督"}

-- No name ends further behind the word that calls it. Bytes.
local furthest = 400

--- The bodies that a text asks its readers to turn to.
-- @param own a Text of `govreport.text.running_text`
-- @return list of `{start, stop}`
function body_mentions.contacts(own)
  local list, text, last = {}, own.text, 0
  local endings, following = own:places(ending), 1
  for _, at in ipairs(own:places(calling)) do
    while endings[following] and endings[following] <= at do following = following + 1 end
    local may_follow = at > last and endings[following] and endings[following] - at <= furthest
                       and text:find("^[\xE4-\xE9]..[\xE4-\xE9]", at + 3)
    local found = may_follow and called():match(text, at)
    last = found and found.stop - 1 or math.max(last, at)
    if found and not desks:has(text, found.start, found.stop) then list[#list + 1] = found end
  end
  return list
end

return body_mentions
