--- What the text above the first part says of the report's body and year, where no title does.

local lpeg = require "lpeg"
local grammar = require "govreport.text.grammar"
local once = require "govreport.base.once"

local P, S, V, Cg, Cp, Ct = lpeg.P, lpeg.S, lpeg.V, lpeg.Cg, lpeg.Cp, lpeg.Ct

local preface = {}

local mark, sp = grammar.mark, S" \v"^0
local organs = {"局", "厅", "委", "办", "府", "会", "院", "处", "室", "所", "镇", "乡", "中心", "街道", "机关", "馆", "大队", "支队", "中队",
                "总队", "救援队", "执法队", "工作队", "中学", "小学", "大学", "学校", "党校", "技校", "职校", "高中", "初中", "幼儿园", "站",
                "集团", "公司", "银行", "信用社", "供销社", "报社", "电视台", "气象台", "法庭", "署", "工作组", "领导小组", "专班", "工厂",
                "林场", "农场", "牧场", "基地", "公积金"}
local least_name, longest_name = 12, 90   -- bytes

--- Whether a text ends as the name of a body does.
function preface.is_body(name)
  if #name > longest_name or #name < least_name then return false end
  for _, organ in ipairs(organs) do
    if name:sub(-#organ) == organ then return true end
  end
  return false
end

-- ---- the year ------------------------------------------------------------------------------------

local year = grammar.year4 + grammar.printed_year
local book = "《" * (1 - mark - P"》")^0 * P"》"^-1
-- What makes of 2023年 the beginning of a date.
local date = sp * (grammar.digit + grammar.han_year + grammar.numeral * "月")
local longest_printed = #"二〇二三"   -- bytes

-- The year in front of 年 at a position: where it begins and ends; nil for none.
local function year_before(text, at)
  local stop = at
  while stop > 1 and text:find("^[ \v]", stop - 1) do stop = stop - 1 end
  if stop > 4 and text:find("^%d%d%d%d", stop - 4) then
    if stop > 5 and text:find("^%d", stop - 5) then return nil end
    return stop - 4, stop
  end
  local start = text:find("二", math.max(1, stop - longest_printed), true)
  while start and start < stop do
    if grammar.printed_year:match(text, start) == stop then return start, stop end
    start = text:find("二", start + 1, true)
  end
end

-- Whether the name of a document that its line does not close stands at the end of a piece of a text, one behind the
-- other.
local function is_in_book(piece, was_open)
  local opened, following = was_open and 1 or nil, piece:find("《", 1, true)
  while following do opened, following = following, piece:find("《", following + 1, true) end
  return opened ~= nil and not piece:find("》", opened, true) and not piece:find("[\v\n\x1C-\x1F]", opened)
end

--- The year that a text names, outside of dates and the names of documents; nil where it names none or several.
-- @return `{start, stop, value}`
function preface.year(text)
  local found, from, in_book = nil, 1, false
  local at = text:find("年", 1, true)
  while at do
    in_book = is_in_book(text:sub(from, at - 1), in_book)
    local start, stop = year_before(text, at)
    local value = start and not in_book and not date:match(text, at + #"年")
                  and grammar.year_value(text:sub(start, stop - 1))
    if value and found and found.value ~= value then return nil end
    if value and not found then found = {start = start, stop = stop, value = value} end
    from, at = at, text:find("年", at + 1, true)
  end
  return found
end

--- The first year in front of words that name the report: 现公布云岭市水务局2023年度政府信息公开工作年度报告.
-- @param words see `titles.words`
-- @return a pattern that captures `{start, stop}`
function preface.year_of_report(words)
  local range = Ct(Cg(Cp(), "start") * year * Cg(Cp(), "stop")) * sp * "年" * P"度"^-1
  return P{range * words.dated + words.front * range * words.back + (book + 1) * V(1)}
end

-- ---- the body ------------------------------------------------------------------------------------

-- What stands in front of a name in its sentence, and is no part of it; what no name begins with; what its body did.
local lead_words = {"现将", "现公布", "现发布", "现由", "本报告由", "本年度报告由", "本年报由", "报告由", "由", "经", "根据", "按照",
                    "依据", "要求", "的", "和"}
local own_words = {"本", "我", "各", "该", "上级", "国务院", "中华人民共和国"}
local made_words = {"编制", "制作", "公布", "发布", "撰写"}
-- 由云岭市水务局编制 · 云岭市水务局编制了本年度报告 · 云岭市水务局2023年度…
local bodies = once(function()
  local lead, made = grammar.words(lead_words), grammar.words(made_words)
  local letter = 1 - (mark + S":,;.()\"\xE3" + made + lead + year * sp * "年")
  local name = -grammar.words(own_words) * Cg(Cp(), "start") * letter^4 * Cg(Cp(), "stop")
  local body = lead^0 * Ct(name * #(made + year * sp * "年"))
  return Ct((body + book + letter^1 + 1)^0)
end)

--- The body that a text says made the report, or whose year it names; nil where it names none or several.
-- @return `{start, stop}`
function preface.body(text)
  local found, value
  for _, range in ipairs(bodies():match(text)) do
    local own_name = grammar.clean(text:sub(range.start, range.stop - 1))
    if preface.is_body(own_name) then
      if value and value ~= own_name then return nil end
      found, value = found or range, own_name
    end
  end
  return found
end

return preface
