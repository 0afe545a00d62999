--- The sign-off at the end of a report: who signs, and the date; on a line each, or both on one.

local lpeg = require "lpeg"
local grammar = require "govreport.text.grammar"
local preface = require "govreport.text.preface"
local times = require "govreport.text.times"

local P, S, V, Cc, Cg, Cp, Ct = lpeg.P, lpeg.S, lpeg.V, lpeg.Cc, lpeg.Cg, lpeg.Cp, lpeg.Ct

local sign_off = {}

local mark = grammar.mark
-- No line of a sign-off is longer: bytes.
local longest_line = 120
local letter = 1 - mark - V"day" - "。"
local no_date = grammar.others("0123456789〇○零一二三四五六七八九。", mark)
local of_name = 1 - mark - S":;" - "。"
local letters_of_name = grammar.others(":;。", mark)

--- Captures the lines that a sign-off may be made of: those that end with a date, with what stands in front of it or on
-- the line above, and the short ones without a full stop.
sign_off.lines = P{
  "lines",
  lines    = Ct(((V"sign_off" + V"short" + grammar.rest) * mark^1)^0 * (V"sign_off" + V"short")^-1),
  sign_off = Ct(V"agency" * mark^0 * (grammar.page_number * mark^1)^-1 * V"date") + Ct(V"date"),
  -- The last sentence may have run into the line.
  agency   = (times.at_least(letter, 1, no_date) * "。" * P" "^0)^0
             * Cg(Cp(), "name") * times.at_least(letter, 4, no_date) * Cg(Cp(), "name_stop"),
  date     = Cg(Cp(), "date") * V"day" * Cg(Cp(), "date_stop") * grammar.eol,
  short    = Ct(V"name" * Cg(Cc(true), "alone")) * grammar.eol,
  name     = Cg(Cp(), "name") * times.at_least(of_name, 4, letters_of_name) * Cg(Cp(), "name_stop"),
  day      = grammar.date,
}

-- Where a name ends that may have a seal behind it.
local function end_of_name(text, start, stop)
  local name = text:sub(start, stop - 1)
  for _, word in ipairs{"(盖章)", "(公章)", "(章)", "(印)", "(盖公章)"} do
    if name:sub(-#word) == word then return stop - #word end
  end
  return stop
end

-- ---- names --------------------------------------------------------------------------------------

-- What a sentence or a heading has, and the name of a body has not.
local of_sentences = {"的", "了", "将", "已", "未", "请", "特此", "以上", "报告", "情况", "说明", "如下", "本页", "附件", "附表", "安排"}
local longest_name = 60

local function is_sentence(name)
  for _, word in ipairs(of_sentences) do
    if name:find(word, 1, true) then return true end
  end
  return #name > longest_name or name:find "[%p%c]" ~= nil or name:find "\xE3\x80" ~= nil
end

local two = #"县图"

-- Whether a name is another one for a body: it begins and ends as that does, or goes on where it ends.
local function is_like(name, agency)
  if not agency or #agency < 2 * two or is_sentence(name) then return false end
  local begins = name:sub(1, two) == agency:sub(1, two) and name:sub(-two) == agency:sub(-two)
  return begins or name:sub(1, #agency) == agency
end

local function same(a, b) return a ~= nil and grammar.skeleton(a) == grammar.skeleton(b) end

-- Whether a text is the name of who signs.
local function is_signatory(name, agency)
  return same(agency, name) or preface.is_body(name) or is_like(name, agency)
end

-- ---- finding ------------------------------------------------------------------------------------

local function name_of(entry, text)
  entry.name_stop = end_of_name(text, entry.name, entry.name_stop)
  return grammar.without_page_marks(text:sub(entry.name, entry.name_stop - 1))
end

-- The last line that is the body's name alone, in front of or right behind the date; nil where there is none.
local function body_alone(list, text, agency, date)
  for i = #list, agency and 1 or #list + 1, -1 do
    local entry = list[i]
    local near = not date or entry.name_stop and math.abs(entry.name_stop - date) <= longest_line
    if entry.alone and near and same(agency, name_of(entry, text)) then return entry end
  end
end

--- What of some lines is the sign-off.
-- @param list what `sign_off.lines` captured of `text`
-- @param agency the body that the title names; nil for none
-- @return `{date, date_stop, name, name_stop, start}`, positions; `start` where the sign-off begins, all nil for none
function sign_off.find(list, text, agency)
  local dated, found = nil, {}
  for _, entry in ipairs(list) do dated = entry.date and entry or dated end
  if dated then found.date, found.date_stop, found.start = dated.date, dated.date_stop, dated.date end
  local signs = dated and dated.name and is_signatory(name_of(dated, text), agency) and dated
                or body_alone(list, text, agency, dated and dated.date)
  if not signs then return found end
  found.name, found.name_stop = signs.name, signs.name_stop
  -- Without a date the text ends there only where next to nothing follows.
  if dated or #text - signs.name_stop <= longest_line then
    found.start = math.min(signs.name, found.start or signs.name)
  end
  return found
end

--- The line that comes nearest to a sign-off where none was found: that above the last date, else the last short one.
-- @return start, stop, whether a date stands behind it; nil where there is none
function sign_off.nearest(list)
  for i = #list, 1, -1 do
    if list[i].date and list[i].name then return list[i].name, list[i].name_stop, true end
  end
  local final = list[#list]
  if final and final.name then return final.name, final.name_stop, false end
end

return sign_off
