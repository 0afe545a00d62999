--- Titles: a body, a year, and words that say what the document is: 云岭市水务局2020年政府信息公开工作年度报告.

local lpeg = require "lpeg"
local grammar = require "govreport.text.grammar"

local P, S, V, Cc, Cg, Cp, Ct = lpeg.P, lpeg.S, lpeg.V, lpeg.Cc, lpeg.Cg, lpeg.Cp, lpeg.Ct

local titles = {}

local mark, year, sp = grammar.mark, grammar.year4, S" \v"^0
local lines = S"\v\n"^0
local dated = year * sp * "年"
-- No punctuation; that of E3 is 。《》、 and the like.
local letter = 1 - (mark + S":,;.()\xE3") - dated
-- 云岭市人民政府(市人民政府办公室)2020年…: the bracket is no part of the name.
local remark = "(" * (1 - mark - S"()" - year)^-60 * ")"
-- Of a letter that goes with the report: 云岭市水务局关于报送2020年…
local about = (P"关于" * (1 - mark - year)^-18)^-1

--- One title with a body and a year, on up to three lines, or with the year in front.
-- @param words a pattern
-- @return a pattern that captures a table of positions: `start`, `agency`, `agency_stop`, `year`, `year_stop`, `stop`
function titles.whole(words)
  return P{
    "title",
    title = Ct(Cg(Cp(), "start") * (V"agency" * V"year" * V"words" + V"year" * V"behind" * V"words") * Cg(Cp(), "stop"))
            * grammar.rest,
    agency = Cg(Cp(), "agency") * V"letter"^4 * Cg(Cp(), "agency_stop") * remark^-1 * lines * about,
    behind = Cg(Cp(), "agency") * (P"人民政府" + V"letter" - V"words")^4 * Cg(Cp(), "agency_stop") * lines,
    year = Cg(Cp(), "year") * year * Cg(Cp(), "year_stop") * sp * "年" * P"度"^-1 * lines,
    letter = letter - "关于",
    words = words,
  }
end

--- The titles in a text, each with a body and a year or without either; the year may stand behind it, in brackets or
-- alone. With a year on up to three lines, else on one.
-- @param words a pattern
-- @return a pattern that captures a list of `{id, start, stop}` with the ids `title`, `agency` and `year`
function titles.list(words)
  local function noted(id, pattern) return Ct(Cc(id) * Cp() * pattern * Cp()) end
  local function with_title(start, parts, stop) return {"title", start, stop}, table.unpack(parts) end
  return P{
    "titles",
    titles = Ct(((V"title" + grammar.rest) * mark^1)^0 * V"title"^-1),
    title = Cp() * Ct(V"before" * V"words") * Cp() / with_title
            * (S"\v\n\x1F"^0 * P"("^-1 * V"year" * (P")" + #grammar.eol))^-1,
    before = V"agency" * lines * V"year" * lines + V"year" * lines * V"agency" * lines + V"year" * lines + V"agency"
             + P(true),
    year = noted("year", year) * sp * "年" * P"度"^-1,
    agency = noted("agency", -(P"附件" + "附表") * V"letter" * V"letter" * V"letter"^2),
    letter = letter - S"|<>" - V"words",
    words = words,
  }
end

return titles
