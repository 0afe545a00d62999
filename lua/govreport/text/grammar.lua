--- The toolkit for grammars over the tape: terminals, labels, enumerators.
--
-- The tape is UTF-8 with width folded: brackets, digits and commas are ASCII here. Its marks are `\v` (a line goes on),
-- `\n` (end of paragraph), `\x1F`, `\x1E`, `\x1D` (end of cell, row, table), `\x1C` (a table or a fact about the page
-- begins).

local lpeg = require "lpeg"
local cache = require "govreport.base.cache"
local core = require "govreport.core"
local trie = require "govreport.text.trie"

local P, S, R, V, B = lpeg.P, lpeg.S, lpeg.R, lpeg.V, lpeg.B
local C, Cc, Cg, Cp = lpeg.C, lpeg.Cc, lpeg.Cg, lpeg.Cp

local grammar = {}

local function characters_of(text)
  local list = {}
  for _, code in utf8.codes(text) do list[#list + 1] = utf8.char(code) end
  return list
end

--- A pattern for one of the characters of a text.
-- `grammar.one_of "一二三"` takes "二" of "二是"
function grammar.one_of(text) return trie.character(characters_of(text)) end

-- A sample of the text that each matches stands behind it; a spec runs them all.

grammar.mark    = S"\v\n\x1C\x1D\x1E\x1F"                     -- the end of a line or cell
grammar.block   = P"\x1C"                                     -- in front of a table or a fact about the page
grammar.eol     = #grammar.mark + -1                          -- the end of a line or cell, not taken
grammar.between = (P" " + grammar.mark)^1                     -- spaces, the ends of cells and lines
grammar.soft    = P"\v"^-1                                    -- a line that goes on, or nothing
grammar.rest    = (1 - grammar.mark)^0                        -- up to the end of the line
grammar.digit   = R"09"                                       -- 7
grammar.han     = R"\xE4\xE9" * R"\x80\xBF" * R"\x80\xBF"     -- 件
grammar.bullet  = grammar.one_of "•·●■◆※*○▪"                  -- ●
grammar.dash    = grammar.one_of "-—–―─~−"                    -- —

-- What may stand between two characters of a label, or be missing there: spaces, line ends, brackets, quotes, commas.
-- A page number may cut a label in two: — 4 —.
local blank = S" \v"^0
local after_dash = B(S"-~ ") + B(P"—" + "–" + "―" + "─" + "−")
local letter = R("az", "AZ") + R"\xC3\xC9" * R"\x80\xBF"
local reading = P"(" * letter^1 * ")"                         -- 數(shù)
local gap = reading + S" \v\n\x1F()[]\"'.,:;-*#|" + P"\xE2\x80" * R"\x90\x9F" + P"\xE3\x80" * R"\x81\x95"
grammar.gap     = (gap + after_dash * R"09"^1 * #(blank * grammar.dash))^0   -- in a label: spaces, commas, nothing
-- What may stand before a label on its line, and after it.
local opening = (S"([\"'" + P"\xE2\x80" * R"\x98\x9F")^-2
local openings = "([\"'‘’‚‛“”„‟"
local tail = (P"(" * (P"单位" * P":"^-1)^-1 * (P"件" + "条" + "个" + "项" + "次" + "元" + "万元" + "亿元") * ")")^-1
           * (S" ):.;\"'" + P"\xE2\x80" * R"\x98\x9F" + P"。" + "；")^0

-- Chinese numerals from 一 to 九十九, and their values.
local one = grammar.one_of "一二三四五六七八九"
grammar.numeral = one^-1 * "十" * one^-1 + one                -- 十二
grammar.number  = grammar.digit^1                             -- 2020

-- Behind a list number a year may follow at once: 1.2020年.
local year_ahead = R"09" * R"09" * R"09" * R"09" * S" \v"^0 * "年"

-- Ordinals in front of headings and labels. Each captures nothing.
grammar.enumerator = {
  part    = grammar.numeral * (S" \v\n"^0 * "、" + S".,") + P"第" * grammar.numeral * "部分" * (P"、" + S".,: ")^-1,  -- 一、
  section = P"(" * S"\v\n"^0 * grammar.numeral * S"\v\n"^0 * ")" * P"、"^-1,   -- (一)
  point   = R"09" * R"09"^-1 * (P"、" + S".," * (-R"09" + #year_ahead) + ")"),  -- 1.
  detail  = P"(" * R"09" * R"09"^-1 * ")",                    -- (1)
  item    = grammar.numeral * "是",                           -- 一是
}
local e = grammar.enumerator
-- Any of the enumerators but the last, where spaces and line ends may follow.
grammar.ordinal = (e.section + e.part + e.point + e.detail) * S" \v\n"^0

--- Runs a pattern and charges its subject to the meter: LPeg's work does not show in the core's counter.
-- @param meter table with the number `steps`
function grammar.match(pattern, subject, meter, init)
  meter.steps = meter.steps + #subject - (init or 1) + 1
  return pattern:match(subject, init)
end

--- The characters of a label that count: without gaps and with width folded.
-- `"1.危及“三安全一稳定”"` gives `"1危及三安全一稳定"`; `strip_ordinal` drops the ordinal first.
function grammar.skeleton(text, strip_ordinal)
  return core.skeleton(core.fold(text), strip_ordinal or false)
end

--- The tape form of one line of text.
grammar.fold = core.fold

--- A text without its marks: what stood on several lines stands on one.
grammar.clean = core.unmarked

local digit_of = {}
for i, numeral in ipairs{"一", "二", "三", "四", "五", "六", "七", "八", "九"} do digit_of[numeral] = tostring(i) end

--- The year at the beginning of a text, in digits or as `grammar.printed_year`; nil where there is none.
function grammar.year_value(text)
  local digits = text:match("^20%d%d")
  if not digits and grammar.printed_year:match(text) then
    digits = text:gsub(utf8.charpattern, function(character) return digit_of[character] or "0" end, 4):sub(1, 4)
  end
  return digits and math.tointeger(tonumber(digits))
end

local months = {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}

-- The ISO form of 12 March 2024, of March 12, 2024; nil where it is no day of the calendar.
local function english_date_value(text)
  local stop = grammar.english_day:match(text)
  if stop ~= #text + 1 then return nil end
  local day, month, year = text:match "^(%d+)%a* (%a%a%a).-(%d+)$"
  if not day then month, day, year = text:match "^(%a%a%a)%D*(%d+).-(%d+)$" end
  for number, name in ipairs(day and months or {}) do
    if month:lower() == name then return (core.date(("%s-%02d-%02d"):format(year, number, day))) end
  end
end

--- The ISO form of a date on the tape, in Chinese, in digits or in English; nil where it is none.
function grammar.date_value(text)
  return core.date(text) or english_date_value(text)
end

--- An amount of money in yuan from its digits and 万 or nothing.
function grammar.amount(digits_text, scale)
  local value = assert(core.decimal(digits_text))
  return scale == "万" and value * 10000 or value
end

local printed_ordinal = C(grammar.ordinal)

--- The ordinal in front of a label as the form prints it, "" where it has none; in tape form.
function grammar.ordinal_of(text)
  return printed_ordinal:match(grammar.fold(text)) or ""
end

local ordinal_classes = {
  {e.section, "section"}, {e.detail, "detail"}, {e.part, "part"}, {e.point, "point"},
}

--- What kind of ordinal it is, with its number: `(二)` gives "section2"; false where there is none.
function grammar.ordinal_class(ordinal)
  for _, class in ipairs(ordinal_classes) do
    if class[1]:match(ordinal) then return class[2] .. grammar.number_of(ordinal) end
  end
  return false
end

local numeral_inside = (1 - grammar.numeral)^0 * C(grammar.numeral)
local number_inside = (1 - R"09")^0 * C(R"09"^1)

local function read_number(ordinal)
  local numeral = numeral_inside:match(ordinal)
  if numeral then return (core.numeral(numeral)) end
  return math.tointeger(tonumber(number_inside:match(ordinal)))
end

-- The ordinals of reports are a few dozen: what they say is kept, of so many bytes of them; false for no number.
local known_numbers = cache.new(1 << 12)

--- The number in an ordinal: `(二)` gives 2, `3.` gives 3; nil where there is none.
function grammar.number_of(ordinal)
  local known = known_numbers:get(ordinal)
  if known == nil then known = known_numbers:put(ordinal, read_number(ordinal) or false, #ordinal) end
  return known or nil
end

local other_half = {["["] = "]", ["]"] = "[", ["{"] = "}", ["}"] = "{"}

-- A template stands for at most so many texts, as `core.expand` has it: each bracket doubles them.
local most_wordings = 1000

-- For how many texts a template stands.
local function wordings_of(template)
  local count = 1
  for inner in template:gmatch "%b{}" do count = count * (select(2, inner:gsub("|", "")) + 1.0) end
  return count * 2.0 ^ select(2, template:gsub("%[", ""))
end

--- What is wrong with the brackets and braces of a template; nil where they are right.
function grammar.template_fault(template)
  local opened
  if wordings_of(template) > most_wordings then
    return ("a template stands for more than %d wordings: write it as several"):format(most_wordings)
  end
  for bracket in template:gmatch "[%[%]{}]" do
    local opens = bracket == "[" or bracket == "{"
    if opens and opened then
      return ("the template “%s” has “%s” behind “%s”, which is not closed yet; they do not nest, write {a|b|c}")
        :format(template, bracket, opened)
    elseif not opens and opened ~= other_half[bracket] then
      return ("the template “%s” has a “%s” without its “%s”"):format(template, bracket, other_half[bracket])
    end
    opened = opens and bracket or nil
  end
  return opened and ("the template “%s” has a “%s” without its “%s”"):format(template, opened, other_half[opened])
end

--- Expands `[a]` (there or not) and `{a|b}` (one of them) to all the texts that it stands for. No nesting.
-- `"存在的[主要]问题{和|及}改进"` gives four texts. The first is the one with all options there.
function grammar.expand(template)
  return core.expand(template) or error(grammar.template_fault(template), 2)
end

-- Words with gaps between their characters.
local function with_gaps(words, accept, behind)
  return trie.longest(words, accept, {between = grammar.gap, before = opening, tail = behind})
end

local function at_tail(value) return V"tail" * Cc(value) end

-- The end of a line behind a label.
local line_end = tail * grammar.eol

local function anywhere() return P(true) end

--- A pattern that matches the longest of many labels up to the end of its line, and captures the label's value. Labels
-- as they are printed in full on one line are found without looking for gaps.
-- @param labels map from skeleton to value
-- @param printed map from the label's tape form without ordinal to value
function grammar.labels(labels, printed)
  return trie.longest(printed, at_tail, {tail = line_end}) + with_gaps(labels, at_tail, line_end)
end

--- A pattern for the longest of many labels, whatever follows; captures the label's value.
-- @param labels map from skeleton to value
-- @param bare nothing behind the label is taken
function grammar.inline_labels(labels, bare)
  return with_gaps(labels, at_tail, bare and P(true) or S" ):.;\"'"^0)
end

-- The wordings of some templates as they are looked for, as a set.
local function skeletons_of(...)
  local words = {}
  for _, template in ipairs{...} do
    for _, wording in ipairs(grammar.expand(template)) do words[grammar.skeleton(wording)] = true end
  end
  return words
end

--- A pattern for any wording of some templates of `grammar.expand`, the longest that fits; gaps and line ends between
-- the characters do not matter. Captures nothing.
function grammar.phrase(...) return with_gaps(skeletons_of(...), anywhere) end

--- The characters with which begins where one of some words may stand that are looked for with gaps.
-- @param words map from skeleton to anything
function grammar.first_of(words)
  local characters = {}
  for word in pairs(words) do characters[#characters + 1] = word:match(utf8.charpattern) end
  table.sort(characters)
  return openings .. table.concat(characters)
end

--- The characters with which begins what `grammar.phrase` takes.
function grammar.begins(...) return grammar.first_of(skeletons_of(...)) end

--- A pattern for the longest of many words, exactly as written. Captures nothing.
function grammar.words(list)
  local words = {}
  for _, word in ipairs(list) do words[word] = true end
  return trie.longest(words, anywhere, {})
end

--- What is none of some characters, at one look at each byte. A pattern that looks closely at each character is slow:
-- in front of it this takes what it would take in any case.
-- `grammar.others "第"` takes "共" of "共第3页"
-- @param stop a set of bytes that are not taken either, as a pattern; nil for none
function grammar.others(characters, stop)
  return trie.others(characters_of(characters), stop or S"")
end

--- A pattern for the longest of many words, exactly as written.
-- @param words map from word to value
-- @param accept function(value) -> what stands in the pattern where a word with that value ends
function grammar.lexicon(words, accept) return trie.longest(words, accept, {}) end

-- ---- for forms ----------------------------------------------------------------------------------
--
-- What a form that reads fields or cells of its own is put together from. A sample stands behind each; templates are
-- those of `grammar.expand`, and gaps between characters do not matter.

--- A pattern's place as a range `{start, stop}`, the end one past.
function grammar.range(pattern) return lpeg.Ct(Cp() * pattern * Cp()) end

--- A pattern's place under the name of a field, for `readers.fields`.
-- `grammar.named("phone", grammar.number)`
function grammar.named(id, pattern) return lpeg.Cg(grammar.range(pattern), id) end

--- What stands before a pattern on its line; takes nothing of it. Captures nothing.
-- `grammar.up_to(grammar.digit)` takes "共收到" of "共收到12件"
function grammar.up_to(pattern) return (1 - grammar.mark - pattern)^0 end

--- Goes on to where a pattern matches, on whatever line, and matches it.
-- `grammar.first(grammar.date)` takes "于2021年1月25日" of "于2021年1月25日公布"
function grammar.first(pattern) return (1 - pattern)^0 * pattern end

--- A label on its line or in its cell, with an ordinal, a bullet or brackets in front and a colon behind or not.
-- `grammar.label "联系电话"` takes "1.联系电话:" of "1.联系电话:0318-1234567"
function grammar.label(...)
  return (grammar.bullet * S" "^0)^-1 * grammar.ordinal^-1 * grammar.phrase(...) * S" )"^0 * P":"^-1 * S" "^0
end

--- The rest of a cell or line as a range; with a pattern only where that is all of it.
-- `grammar.cell()` captures the place of "12件" in front of the end of the cell
function grammar.cell(pattern)
  if pattern then return grammar.range(pattern) * grammar.eol end
  return grammar.range(grammar.rest)
end

--- A label and what stands behind it, on the line or in the next cell, as a range. It takes the rest of the line, and
-- is `open`: a reader ends the value where the next label begins, as far as that shows in the source.
-- `grammar.pair "联系电话"` captures the place of "0318-1234567" in "联系电话:0318-1234567"
function grammar.pair(...)
  return grammar.label(...) * P"\x1F"^-1 * lpeg.Ct(Cp() * (1 - grammar.mark)^1 * Cp() * Cg(Cc(true), "open"))
end

--- A heading: an ordinal or none, one of some titles, the end of the line. Captures nothing.
-- `grammar.heading "[存在的]主要问题"` takes "五、主要问题"
function grammar.heading(...)
  return (grammar.ordinal + grammar.bullet * S" "^0)^-1 * grammar.phrase(...) * S" .:。"^0 * grammar.eol
end

--- A whole number in digits or Chinese numerals, as a range.
-- `grammar.count` captures the place of "十二" in "十二件"
grammar.count = grammar.range(grammar.number + grammar.numeral)

-- ---- dates --------------------------------------------------------------------------------------

local sp = S" \v"^0
local d2 = R"09" * R"09"^-1
local d4 = R"09" * R"09" * R"09" * R"09" * -R"09"
local han_digit = grammar.one_of "〇○零一二三四五六七八九"
local han_year = han_digit * han_digit * han_digit * han_digit
local han_day = grammar.numeral + P"三十" * one^-1

grammar.han_year = han_year                                                -- 二〇二〇
-- As people type it, with letters and digits for the zeros.
local any_zero = grammar.one_of "〇○零◯０ΟО0Oo"
grammar.printed_year = P"二" * any_zero * (any_zero + one) * (any_zero + one)  -- 二○二四
grammar.year4   = #R"09" * -B(R"09") * d4                                          -- 2020
grammar.day     = grammar.year4 * sp * "年" * sp * d2 * sp * "月" * sp * d2 * sp * "日"   -- 2021年1月25日
                + grammar.year4 * S"-/." * d2 * S"-/." * d2 * -R"09"      -- 2021-01-25
                + han_year * "年" * han_day * "月" * han_day * "日"       -- 二〇二一年一月二十五日
grammar.month   = grammar.year4 * sp * "年" * sp * d2 * sp * "月"         -- 2021年1月
                + han_year * "年" * han_day * "月"
grammar.time    = sp * d2 * ":" * d2 * (":" * d2)^-1                      -- 15:52
grammar.date    = grammar.day * grammar.time^-1 + grammar.month           -- 2021-01-25 15:52

local function any_case(word)
  local pattern = P(true)
  for character in word:gmatch "." do pattern = pattern * S(character .. character:upper()) end
  return pattern
end
local english_month = P(false)
for month in ("january february march april may june july august september october november december"):gmatch "%a+" do
  english_month = english_month + any_case(month)
end
for month in ("jan feb mar apr may jun jul aug sept sep oct nov dec"):gmatch "%a+" do
  english_month = english_month + any_case(month) * P"."^-1
end
local day_of_month = d2 * (P"st" + "nd" + "rd" + "th")^-1
grammar.english_day = day_of_month * " " * english_month * P","^-1 * " " * grammar.year4    -- 12 March 2024
                    + english_month * " " * day_of_month * P","^-1 * " " * grammar.year4    -- March 12, 2024

-- ---- lines of facts -----------------------------------------------------------------------------

--- Reads `label: value` pairs, several on a line, behind a bullet or not, or in cells next to each other. Gives a list
-- of `{id, start, stop}` of values.
-- @param labels map from field id to a list of labels
function grammar.metadata(labels)
  local words = {}
  for id, list in pairs(labels) do
    for _, label in ipairs(list) do words[grammar.skeleton(label)] = id end
  end
  local cell, others = P"\x1F", grammar.others(" " .. grammar.first_of(words), grammar.mark)
  return P{
    "lines",
    lines = lpeg.Ct(((V"line" + grammar.rest) * grammar.mark)^0 * V"line"^-1),
    line  = (grammar.bullet * P" "^0)^-1 * V"entry" * (P" "^0 * V"entry")^0,
    entry = lpeg.Ct(V"name" * P" "^0 * V"next" * P" "^0 * V"value"),
    next  = (cell * -(V"name" + S"\x1E\x1D"))^-1,
    value = Cp() * (others + 1 - grammar.mark - P" "^0 * V"name")^0 * Cp(),
    name  = with_gaps(words, function(id) return (S" )"^0 * ":" + #cell) * Cc(id) end),
  }
end

--- Reads titles that name a body and a year: 云岭市水务局2016年政府信息公开情况统计表, with the year in front or in
-- brackets behind, or without either; with a year on up to three lines, else on one. Gives a list of
-- `{id, start, stop}` with the ids `title`, `agency` and `year`.
-- @param ... what the titles say, as templates of `grammar.expand`
function grammar.titles(...) return require("govreport.text.titles").list(grammar.phrase(...)) end

-- ---- numbers in cells ---------------------------------------------------------------------------

local digits = R"09"^1 * (S",. " * R"09"^1)^0
local sign = S"+-" + "−" + "增加" + "增" + "减少" + "减"
local unit_han = grammar.han - (P"年" + "月" + "日" + "第")
local note = P"(" * (1 - grammar.mark - ")")^1 * ")"
local bar = P"|" + "│" + "┃"                 -- all that a blank cell left that was copied as a line of its own
local word = grammar.dash^1 + S"/\\" + "╱" + bar + P"(无)" + "无" + "無" + "不适用" + "不適用" + "持平" + "N/A" + "n/a" + "NA"
local whole = sign^-1 * P" "^-1 * P"¥"^-1 * digits * P" "^-1 * (unit_han^-3 + "%") * note^-1
-- Short text that is no number: `1O`, `约20`, `〇`, `①`. The core will call it unreadable.
local sign_like = R"\xC2\xDF" * R"\x80\xBF" + S"\xE2\xEF" * R"\x80\xBF" * R"\x80\xBF"
                + R"\xF0\xF4" * R"\x80\xBF" * R"\x80\xBF" * R"\x80\xBF"
local odd_character = R"!~" + sign_like + han_digit + "十"
local oddity = -(grammar.ordinal) * odd_character * (odd_character + " ")^-7
local garbled = -(grammar.ordinal) * #(((R"!~" - R"09")^1 + unit_han^-2) * R"09")
              * (R"!~" + unit_han) * (R"!~" + " " + unit_han)^-11

-- What most cells hold.
grammar.plain_value = R"09"^1 * #grammar.mark

--- What stands in a cell: a number with what belongs to it, or a word for none; up to the end of the line.
grammar.value = whole * grammar.eol + word * grammar.eol                  -- 107362800元
--- What may be a cell that went wrong, where a row still lacks one.
grammar.oddity = garbled * grammar.eol + oddity * grammar.eol             -- 1O

--- A unit, as it stands in a column of units.
grammar.unit    = P"人次" + "件次" + "万元" + "亿元" + "千元" + "元" + "件" + "条" + "次" + "篇" + "个" + "人"
                + "项" + "份" + "起" + "宗"                            -- 人次

-- What stands behind a number that is only part of an amount: 3万件, 20余件.
local goes_on = R"09" + P"万" + "亿" + "千" + "百" + "十" + "余" + "多"
local thousands = "," * R"09" * R"09" * R"09" * -R"09"

--- A number as sentences state it, with its unit; none of which only the beginning can be read.
grammar.stated  = -B(R"09") * R"09"^1 * thousands^0 * ("." * R"09"^1)^-1 * (P" "^-1 * (grammar.unit + "%"))^-1
                * -goes_on                                               -- 1,204件

--- What fills a cell of a table, for the key `grammar` of the table: captures `{row, column, start, stop}`.
-- `"自然人" * grammar.fill("received", "persons")` captures the place of "31件" in "自然人31件"
-- @param row the id of the row
-- @param column the id of the column; the only one where it is left out
-- @param pattern what the value is; `grammar.stated` where it is left out
function grammar.fill(row, column, pattern)
  local names = Cg(Cc(row), "row")
  if column then names = names * Cg(Cc(column), "column") end
  return lpeg.Ct(names * Cp() * (P(pattern or grammar.stated) / 0) * Cp())
end

--- A pattern that is looked for everywhere in a text, and captures a list of `{from, list, to}`: where it was found,
-- and what it captured there.
function grammar.everywhere(pattern)
  local found = lpeg.Ct(Cg(Cp(), "from") * Cg(lpeg.Ct(pattern), "list") * Cg(Cp(), "to"))
  return lpeg.Ct((found + grammar.han + 1)^0)
end

--- The box of an option, ticked or not.
grammar.box     = grammar.words{"☑", "☒", "✔", "✓", "√", "■", "●", "□", "☐", "○", "◯", "▢", "[x]", "[ ]", "[]"}  -- ☑

local page_digits = R"09" * R"09"^-2 * -R"09"
-- What no other text can be: — 4 —, Page 8 of 20 -
local page_words = (P"Page" + "page" + "PAGE") * sp * page_digits * (sp * (P"of" + "/") * sp * page_digits)^-1
                   * (sp * grammar.dash)^-1
local page_dashes = grammar.dash * P" "^0 * page_digits * P" "^0 * grammar.dash
-- 1 / 9; without the spaces it may be a value.
local page_slash = page_digits * P" "^1 * "/" * P" "^1 * page_digits
local page_of = P"第" * sp * R"09"^1 * sp * "页" * (S",/" + "共" + "页" + R"09" + " ")^0

--- The numbers that pages and their tools print between the lines.
grammar.page_number = (grammar.dash * P" "^0 * R"09"^1 * P" "^0 * grammar.dash                     -- — 4 —
                    + page_slash
                    + page_of                                                                      -- 第3页 共5页
                    + page_words                                                                   -- Page 8 of 20
                    + (P"P." + "p.") * sp * page_digits)                                           -- P. 8
                    * grammar.eol

--- The same in a line of other text, with the spaces around it; and the characters with which that begins.
grammar.page_mark_begins = " 第Pp-—–―─~−"
grammar.page_mark = S" "^0 * (page_dashes + page_of + page_words) * S" "^0                         -- - 3 -

local without_marks = lpeg.Cs((grammar.others(grammar.page_mark_begins) + grammar.page_mark / "" + 1)^0)

--- A name without the page numbers that came into it.
function grammar.without_page_marks(text) return without_marks:match(text) end

return grammar
