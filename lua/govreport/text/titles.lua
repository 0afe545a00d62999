--- Titles: a body, a year, and words that say what the document is: 云岭市水务局2020年政府信息公开工作年度报告.

local lpeg = require "lpeg"
local grammar = require "govreport.text.grammar"
local times = require "govreport.text.times"

local P, S, V, Cc, Cg, Cp, Ct = lpeg.P, lpeg.S, lpeg.V, lpeg.Cc, lpeg.Cg, lpeg.Cp, lpeg.Ct

local titles = {}

local mark, sp = grammar.mark, S" \v"^0
local year = grammar.year4 + grammar.printed_year
-- Line ends, with a page number between them or not.
local lines = (S"\v\n" * grammar.page_number)^0 * S"\v\n"^0
local dated = year * sp * "年"
-- No punctuation; that of E3 is 。《》、 and the like.
local no_letter = mark + S":,;.()\xE3"
local letter = grammar.page_mark + 1 - no_letter - dated
-- With which characters begins what letters are looked at for: page numbers, years, 关于.
local looked_at = grammar.page_mark_begins .. "0123456789二关"
-- 云岭市人民政府(市人民政府办公室)2020年…: the bracket is no part of the name.
local remark = "(" * times.few(1 - mark - S"()" - dated, 60) * ")"
-- Of a letter that goes with the report: 云岭市水务局关于报送2020年…
local about = (P"关于" * times.few(1 - mark - dated, 18))^-1

-- A sentence that names the report is no title: 现公布云岭市水务局2020年…
local sentence = P"现公布" + "现发布" + "现将" + "现由" + "本报告" + "根据" + "按照" + "依据"

-- 年度工作报表 without 年度, which the year in front has taken; nil where too little is left.
local function without_year(wording)
  local own = wording:match "^年度(.*)$" or wording:match "^年(.*)$"
  local length = own and utf8.len(grammar.skeleton(own))
  return length and length > 1 and own or nil
end

--- What titles say, from templates of `grammar.expand`: `whole`; `dated`, which is that behind a year, 2020年度工作报表;
-- and for those with a year inside, 工作2020年度报告, `front` and `back`; `begins`, the characters that `whole`, `dated` and
-- `front` begin with.
function titles.words(...)
  local fronts, backs, behind = {}, {}, {...}
  local count = #behind
  for _, template in ipairs{...} do
    for _, wording in ipairs(grammar.expand(template)) do
      behind[#behind + 1] = without_year(wording)
      local at = wording:find("年", 2, true)
      if at then
        fronts[#fronts + 1] = wording:sub(1, at - 1)
        backs[#backs + 1] = wording:sub(at):gsub("^年度", ""):gsub("^年", "")
      end
    end
  end
  local has_year, whole = #fronts > 0, grammar.phrase(...)
  return {
    whole = whole, dated = #behind > count and grammar.phrase(table.unpack(behind)) or whole,
    front = has_year and grammar.phrase(table.unpack(fronts)) or P(false),
    back = has_year and (P"年度" + "年" + "的")^-1 * grammar.phrase(table.unpack(backs)) or P(false),
    begins = grammar.begins(table.unpack(behind)),
  }
end

-- The rules that titles are made of.
local function rules_of(words, title)
  local others = grammar.others(looked_at, no_letter)
  -- Where words that end the name are looked for, and 人民政府, of which no words begin with 政府.
  local no_words = grammar.others(looked_at .. "人年" .. words.begins, no_letter)
  local organ = P"人民政府" + V"letter"
  local function up_to(words_behind) return times.at_least(organ - words_behind, 4, no_words) end
  return {
    "title",
    title  = Ct(Cg(Cp(), "mark") * grammar.page_mark^-1 * -sentence * Cg(Cp(), "start") * title * Cg(Cp(), "stop"))
             * grammar.rest,
    agency = Cg(Cp(), "agency") * times.at_least(V"letter", 4, others) * Cg(Cp(), "agency_stop") * remark^-1
             * V"lines" * about,
    behind = Cg(Cp(), "agency") * up_to(V"yearly") * Cg(Cp(), "agency_stop") * V"lines",
    -- 2020年度云岭市水务局…, where the year is in front.
    since  = Cg(Cp(), "agency") * up_to(V"dated") * Cg(Cp(), "agency_stop") * V"lines",
    before = Cg(Cp(), "agency") * up_to(V"front") * Cg(Cp(), "agency_stop") * V"lines" * P"关于"^-1,
    year   = Cg(Cp(), "year") * year * Cg(Cp(), "year_stop") * sp * "年" * P"度"^-1 * V"lines",
    inside = V"front" * V"lines" * V"year" * V"back",
    -- ……年度报告(2020年)
    after  = V"lines" * ("(" * V"year" * P")" + V"year" * grammar.eol),
    -- 2020年报
    bare   = Cg(Cp(), "year") * year * Cg(Cp(), "year_stop") * sp * #P"年",
    letter = letter - P"关于",
    lines  = lines,
    yearly = V"words" + "年度" * V"words",
    words  = words.whole,
    dated  = words.dated == words.whole and V"words" or words.dated,
    front  = words.front,
    back   = words.back,
  }
end

--- One title with a body and a year, on up to three lines, or with the year in front, inside or behind.
-- @param words see `titles.words`
-- @return a pattern that captures a table of positions: `start`, `agency`, `agency_stop`, `year`, `year_stop`, `stop`
function titles.whole(words)
  local in_front = V"agency" * (V"year" * V"dated" + V"bare" * V"words") + V"year" * V"since" * V"dated"
  return P(rules_of(words, in_front + V"before" * V"inside" + V"behind" * V"yearly" * V"after"))
end

--- One title that lacks the body, the year or both.
-- @return a pattern like that of `titles.whole`
function titles.partial(words)
  local year_alone = V"year" * V"dated" + V"bare" * V"words" + V"inside" + V"words" * V"after"
  return P(rules_of(words, P"关于"^-1 * (year_alone + (V"behind" * V"yearly" + V"words") * #(S" "^0 * grammar.eol))))
end

--- The titles in a text, each with a body and a year or without either; the year may stand behind it, in brackets or
-- alone. With a year on up to three lines, else on one.
-- @param words a pattern
-- @return a pattern that captures a list of `{id, start, stop}` with the ids `title`, `agency` and `year`
function titles.list(words)
  local function noted(id, pattern) return Ct(Cc(id) * Cp() * pattern * Cp()) end
  local function with_title(start, parts, stop) return {"title", start, stop}, table.unpack(parts) end
  local line_ends, plain_year = S"\v\n"^0, grammar.year4
  return P{
    "titles",
    titles = Ct(((V"title" + grammar.rest) * mark^1)^0 * V"title"^-1),
    title = Cp() * Ct(V"before" * V"words") * Cp() / with_title
            * (S"\v\n\x1F"^0 * P"("^-1 * V"year" * (P")" + #grammar.eol))^-1,
    before = V"agency" * line_ends * V"year" * line_ends + V"year" * line_ends * V"agency" * line_ends
             + V"year" * line_ends + V"agency" + P(true),
    year = noted("year", plain_year) * sp * "年" * P"度"^-1,
    agency = noted("agency", -(P"附件" + "附表") * V"letter" * V"letter" * V"letter"^2),
    letter = letter - S"|<>" - V"words",
    words = words,
  }
end

return titles
