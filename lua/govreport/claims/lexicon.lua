--- The words of claims (`govreport.words.*`), checked and compiled: by them a sentence is cut into what it says.

local lpeg = require "lpeg"
local core = require "govreport.core"
local address = require "govreport.form.address"
local forms = require "govreport.form"
local grammar = require "govreport.text.grammar"
local keys = require "govreport.base.keys"
local prose = require "govreport.text.prose"
local times = require "govreport.text.times"

local P, S, R, B, V = lpeg.P, lpeg.S, lpeg.R, lpeg.B, lpeg.V
local Cc, Cp, Ct = lpeg.Cc, lpeg.Cp, lpeg.Ct

local lexicon = {}

local data_keys = {neutral = "table", marks = "table", scopes = "table", tables = "table", rows = "table",
                   columns = "table", claims = "table", shares = "table", others = "table",
                   narrowed = "table", topics = "table", partial = "table", partitions = "table",
                   examples = "table", finished = "table", timely = "table"}
local table_keys = {column = "string|table", with = "string", soft = "boolean", topic = "table", never = "table",
                    bare = "table", close = "table", kin = "table", unit = "string",
                    aside = "table"}
local entry_keys = {of = "string|table", loose = "string", reason = "string", rest = "table", soft = "boolean",
                    assumed = "boolean", exact = "boolean", rate = "boolean", row = "string", within = "string",
                    clear = "boolean"}
local claim_keys = {marks = "string", of = "string|table", bare = "boolean", after = "string", soft = "boolean",
                    deny = "boolean", later = "string"}

-- ---- items --------------------------------------------------------------------------------------

-- A sentence is a flat list of items, with `false` behind the last: a kind and its positions.
--   WORD      number of the entry, stop
--   NUMBER    start, end of the digits, start of the measure word, stop; its value, and the number of its measure word
--             in `prose.measures`, where they and no more were read already, else false
--   HAN       positions of a Chinese numeral: start, stop of the numeral, start of the measure word, stop
--   PERCENT   start, stop of the digits, stop
--   YEAR      start, stop
--   UNKNOWN   start, stop
--   COMMA     stop: , ; : and what ends a clause for certain; SEMICOLON is the stronger one
--   JOINT     stop: 、 和 及
--   OPEN, CLOSE   stop: brackets
-- Words, numbers, percentages and what is unknown have the kinds that `words:items` of the core gives them.
lexicon.WORD, lexicon.NUMBER, lexicon.HAN, lexicon.PERCENT, lexicon.YEAR = 1, 2, 3, 4, 5
lexicon.UNKNOWN, lexicon.COMMA, lexicon.SEMICOLON, lexicon.JOINT, lexicon.OPEN, lexicon.CLOSE = 6, 7, 8, 9, 10, 11
lexicon.sizes = {3, 7, 5, 4, 3, 3, 2, 2, 2, 2, 2}

-- What counts applications, cases and documents. A number with another measure word counts something else.
lexicon.measures = {["件"] = true, ["件次"] = true, ["宗"] = true, ["起"] = true, ["例"] = true, ["份"] = true,
                    ["条"] = true, ["项"] = true, ["个"] = true, ["部"] = true, ["次"] = true, ["件(次)"] = true,
                    ["篇"] = true, ["条次"] = true, ["笔"] = true, ["单"] = true,
                    ["元"] = true, ["万元"] = true, ["亿元"] = true}
-- What counts money, in 元.
lexicon.money = {["元"] = 1, ["万元"] = 10000, ["亿元"] = 100000000}

local d = R"09"
local digits = prose.digits
local more = P"余" + "多" + "来" + "+" + "以上"
local scale = P"万" + "亿" + "千" + "百"
local measure = P" "^-1 * prose.measure
local number = Cc(lexicon.NUMBER) * Cp() * digits * Cp() * more^-1 * scale^-1 * more^-1 * Cp() * measure^-1 * Cp()
               * Cc(false, false)
local percent = Cc(lexicon.PERCENT) * Cp() * digits * Cp() * P" "^-1 * "%" * Cp()
local year = Cc(lexicon.YEAR) * Cp() * grammar.year4 * P" "^0 * "年" * P"度"^-1 * Cp()
-- 1月1日至12月31日, 1-12月: all of a year.
local whole_year = P"1月1日" * (P"起" + "始")^-1 * (P"至" + "到" + grammar.dash)^1
                   + P"1" * (P"至" + "到" + grammar.dash + "月")^1 * "12月" * -d
                   + "12月31日" + "12月底"
local numeral = P"〇" + "零" + "一" + "二" + "两" + "三" + "四" + "五" + "六" + "七" + "八" + "九" + "十"
                + "百" + "千"
-- 一起 is together, unless it ends the clause.
local at_end = #(S",;)" + P"。" + "、")
local han_number = Cc(lexicon.HAN) * Cp() * numeral^1 * Cp() * (P"余" + "多")^-1 * Cp()
                   * (P"件" + "宗" + "例" + "份" + P"起" * (at_end + B((numeral - P"一" + "余" + "多") * "起"))) * Cp()
local tenths = Cc(lexicon.PERCENT) * Cp() * numeral * "成" * numeral^-1 * Cp() * Cp()                -- 六成八
-- Lists that end with 等, and the names of documents, have so many bytes at most: from each place on no more is
-- looked at.
local longest_list = 240
-- 通过政府网站、公报等渠道: by all ways.
local ways = (P"通过" + "利用" + "依托") * times.at_most(1 - grammar.mark - "。" - S",;!?" - "等", longest_list) * "等"
             * (P"多种" + "各种" + "多" + "各")^-1
             * (P"渠道" + "平台" + "方式" + "途径" + "形式" + "载体" + "媒介")
local e = grammar.enumerator
local ordinal = e.section + e.detail + e.item
local stop = grammar.mark + "。" + S"!?"
local book = (P"《" * times.at_most(1 - P"》" - stop, longest_list) * P"》" * P"、"^-1)^1 * P"等"^-1

-- 收到申请件数:126 is one clause.
local of_number = (B"数" + B"量") * ":" * #d
local colon = of_number + Cc(lexicon.COMMA) * (":" * Cp())
local opening = Cc(lexicon.OPEN) * "(" * Cp()
-- A year that is not the report's own changes what is counted; a number without a measure word counts nothing known.
local digit_item = #d * (whole_year + percent + year + number)
-- What comes before a word that begins at the same place, and the characters that all of it begins with.
local before_words = ordinal + colon + opening + book + ways + tenths + han_number
local breaks = ":(《通利依〇零一二两三四五六七八九十百千"
local on = V"before"^0
local ahead = P{Ct(on) * Cp(), before = before_words}
local other_number = P{Ct(digit_item * on) * Cp(), before = before_words}

-- The measure words that stand behind digits alone: nothing else begins with them.
local plain_measures, begins_otherwise = core.words(), more + scale + S"年月日"
for i, word in ipairs(prose.measures) do
  if not begins_otherwise:match(word) then plain_measures:add(word, i) end
end

-- Marks are words with the numbers of their kinds, or with one that no item has where they are passed over; those of
-- the entries are above.
local PASSED = #lexicon.sizes + 1
local marks = {{lexicon.COMMA, ","}, {lexicon.SEMICOLON, ";"}, {lexicon.CLOSE, ")"},
               {lexicon.JOINT, "、", "和", "及", "以及", "与", "或", "/"},
               {PASSED, "\x01", " ", "\"", "'", "·", "‘", "’", "‚", "‛", "“", "”", "„", "‟",
                "①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨"}}

-- Adds to the words of the entries the marks and what is passed over.
local function add_marks(words)
  for _, mark in ipairs(marks) do
    for i = 2, #mark do
      -- A word comes before a mark that it begins.
      if not words:at(mark[i], 1) then words:add(mark[i], mark[1]) end
    end
  end
  words:breaks(breaks)
end

-- A function(text, start, list) that puts the items of the sentence from a position on into a list. The core finds most
-- of them. Behind a word that is not known it passes over the rest of the clause, but 取水许可、水土保持方案审批等 in front
-- of 行政许可 are examples of it, which narrow nothing. The grammar finds what cannot be a word by its first character,
-- and numbers that are written otherwise.
local function sentence_items(words, examples)
  local listed, bounds = core.words(examples), core.words(prose.bounds)
  return function(text, start, list)
    local count, at, may_break = 0, start, true
    while true do
      local place, at_break, items
      count, place, at_break = words:items(plain_measures, listed, bounds, text, at, list, count, may_break)
      if place then items, at = (at_break and ahead or other_number):match(text, place) end
      if not items then break end
      table.move(items, 1, #items, count + 1, list)
      count, may_break = count + #items, at > place   -- none of what begins so stands there
    end
    list[count + 1] = false
    return list
  end
end

-- ---- the data -----------------------------------------------------------------------------------

local function list_of(value) return type(value) == "table" and value or {value} end

-- What a word means, as a number; nil where it is none.
local function meaning_of(words, word)
  local meaning, last = words:at(word, 1)
  return last == #word + 1 and meaning or nil
end

-- Every wording of an entry leads to it; a word has one meaning.
local function add_words(words, list, meaning, source)
  for _, template in ipairs(list) do
    local taken = words:learn(template, meaning)
    if taken then
      local wording = grammar.expand(template)[taken]
      error(("%s: the word '%s' has two meanings"):format(source, grammar.fold(wording)), 0)
    end
  end
end

local function sorted_names(map)
  local names = {}
  for name in pairs(map) do names[#names + 1] = name end
  table.sort(names)
  return names
end

-- Marks as a set in one integer: that of a clause is compared to those of the claims.
local function mask_of(bits, text, source)
  local mask = 0
  for name in text:gmatch("%S+") do
    if not bits[name] then
      local nearest = keys.nearest(name, bits)
      error(("%s: no mark '%s'%s"):format(source, name, nearest and ", did you mean '" .. nearest .. "'?" or ""), 0)
    end
    mask = mask | bits[name]
  end
  return mask
end

local function table_of(of) return of:match("^%-?([%w_]+)%.") end

-- Marks that are no part of a claim: they say how the rest is meant.
local flag_marks = {this_year = true, cumulative = true, all = true, each = true, etc = true, behalf = true,
                    part_year = true, up_to = true, among = true}

--- What is said of a clause as a whole, as a set in one integer: those marks, and that it is `unknown` where some of it
-- cannot be read, has `many` numbers, or is `foreign`, about another year.
lexicon.flags = {unknown = 1, many = 2, foreign = 4}
for i, name in ipairs(sorted_names(flag_marks)) do lexicon.flags[name] = 4 << i end

-- Marks that begin a new clause behind a number: 新收申请126件中自然人占六成八, 12件申请均由自然人提出, 46件占36.8%.
local cuts = {among = true, all = true, share = true}

-- Marks that say something without a number.
local speaks = {none = true, all = true, up = true, down = true, level = true, compare = true, rise = true, fall = true}

-- What a row means where the sentence does not name the rest of it: readings of it, and the row that is the rest.
local function loose_of(text)
  return text and {rows = {{text}}, rest = text:match("%+ ([%w_.]+)$")} or nil
end

local function word_entries(self, data, source)
  local words, entries = core.words(), {}
  local function add(list, entry, where)
    entry.first = entry.name or entry.kind
    entries[#entries + 1] = entry
    add_words(words, list, PASSED + #entries, where)
  end
  add_words(words, data.neutral, PASSED, source)
  add(data.partial or {}, {kind = "part"}, source)
  for i, name in ipairs(sorted_names(data.marks)) do
    self.bits[name] = 1 << (i - 1)
    add(data.marks[name], {kind = "mark", name = name, bit = self.bits[name], cuts = cuts[name] and name,
                           flag = flag_marks[name] and lexicon.flags[name], speaks = speaks[name]}, source)
  end
  for _, name in ipairs(sorted_names(data.scopes)) do
    for _, template in ipairs(data.scopes[name]) do
      for _, wording in ipairs(grammar.expand(template)) do
        local is_new = not meaning_of(words, wording)
        if is_new then add({wording}, {kind = "scope", scope = name, word = wording}, source) end
      end
    end
  end
  for _, kind in ipairs{"row", "column"} do
    for _, own in ipairs(data[kind .. "s"]) do
      local declared, list = {}, {}
      for key, value in pairs(own) do
        if math.type(key) == "integer" then list[key] = value else declared[key] = value end
      end
      keys.check(declared, entry_keys, {"of"}, source .. ": " .. kind)
      local of = list_of(own.of)
      add(list, {kind = kind, of = of, rows = {of}, table = table_of(of[1]), reason = own.reason, soft = own.soft,
                 rest = own.rest, loose = loose_of(own.loose), assumed = own.assumed, exact = own.exact,
                 rate = own.rate, row = own.row, within = own.within, clear = own.clear, text = list[1]}, source)
    end
  end
  return words, entries
end

-- Sets of marks that are asked for together.
local function sets_of_marks(bits)
  local function set(...)
    local mask = 0
    for _, name in ipairs{...} do mask = mask | (bits[name] or 0) end
    return mask
  end
  return {compares = set("compare"), other_year = set("last_year", "next_year"), stays = set("carry", "level"),
          lasts = set("compare", "last_year", "next_year"),
          grows = set("up", "down", "level", "compare", "rise", "fall"), denies = set("none"),
          publishes = set("publish"), requests = set("receive", "request", "disclosure")}
end

-- Claims by the set of their marks.
local function claims_by_mask(self, data, source)
  local claims = {}
  for _, declared in ipairs(data.claims) do
    keys.check(declared, claim_keys, {"marks", "of"}, source .. ": claim")
    local of = list_of(declared.of)
    local claim = {of = of, bare = declared.bare, after = declared.after, soft = declared.soft, deny = declared.deny,
                   later = declared.later and {declared.later},
                   table = table_of(of[1])}
    for _, text in ipairs(grammar.expand(declared.marks)) do
      local mask = mask_of(self.bits, text, source)
      claims[mask] = claims[mask] or claim
    end
  end
  return claims
end

-- Words that a text may end with: they themselves, and their sizes.
local function endings_of(list)
  local endings, sizes, known = {}, {}, {}
  for _, word in ipairs(list) do
    endings[word] = true
    if not known[#word] then sizes[#sizes + 1] = #word end
    known[#word] = true
  end
  return {words = endings, sizes = sizes}
end

-- Words of a table that are only looked for.
local word_keys = {"topic", "never", "bare", "close", "kin", "aside"}

--- Checks and compiles the words of claims; raises with the place of what is wrong.
-- @param data see `govreport.words.cn_disclosure`
-- @param source how messages name it
-- @return `{items, entries, claims, claimed, bits, sets, tables, shares, others}`; `items(text, start, list)` puts
-- those of a sentence into a list; `claimed` is the table of the claims; `bits` are the marks, `sets` some of them;
-- words that are only looked for are `core.words`, `narrowed` those that end a text: `{words, sizes}`
function lexicon.compile(data, source)
  keys.check(data, data_keys, {"neutral", "marks", "scopes", "tables", "rows", "columns", "claims", "topics"}, source)
  local self = {bits = {}, tables = {}, shares = data.shares or {}, others = core.words(data.others or {}),
                narrowed = endings_of(data.narrowed or {}), topics = core.words(data.topics),
                partitions = data.partitions or {}, finished = core.words(data.finished or {}),
                timely = core.words(data.timely or {})}
  local words, entries = word_entries(self, data, source)
  add_marks(words)
  self.entries, self.items = entries, sentence_items(words, data.examples or {})
  self.sets = sets_of_marks(self.bits)
  self.claims = claims_by_mask(self, data, source)
  self.claimed = table_of(list_of(data.claims[1].of)[1])
  for id, declared in pairs(data.tables) do
    keys.check(declared, table_keys, {"column", "with"}, source .. ": " .. id)
    local own = {column = list_of(declared.column), with = mask_of(self.bits, declared.with, source),
                 soft = declared.soft, unit = declared.unit}
    for _, key in ipairs(word_keys) do own[key] = declared[key] and core.words(declared[key]) end
    self.tables[id] = own
  end
  return self
end

-- ---- what they mean -----------------------------------------------------------------------------

local function declarations()
  local list = {}
  for i, id in ipairs(forms.list()) do list[i] = forms.declared(id) end
  return list
end

--- Raises where what words mean is in no form that there is.
-- @param data see `govreport.words.cn_disclosure`
-- @param source how messages name it
function lexicon.verify(data, source)
  local known = declarations()
  local function verify(text)
    local ok, problem = pcall(function() address.verify(address.parse(text), known) end)
    if not ok then error(source .. ": " .. problem, 0) end
  end
  local function verify_rows(list)
    for _, of in ipairs(list_of(list)) do
      for row in of:gmatch("[^%s+-]+") do verify(row .. ".*") end
    end
  end
  local function verify_columns(list)
    for _, of in ipairs(list_of(list)) do verify((of:gsub("%.", ".*.", 1))) end
  end
  for _, own in ipairs(data.rows) do verify_rows(own.of) end
  for _, own in ipairs(data.columns) do
    verify_columns(own.of)
    if own.row then verify_rows(own.row) end
  end
  for _, own in ipairs(data.claims) do verify_rows(own.of) end
  for _, list in pairs(data.shares or {}) do verify_rows(list) end
  for id, own in pairs(data.tables) do
    for _, column in ipairs(list_of(own.column)) do
      verify_columns(column:find(".", 1, true) and column or id .. "." .. column)
    end
  end
end

local compiled = setmetatable({}, {__mode = "k"})

--- The compiled words of a form: those that its key `claims` names or holds; nil where it has none. What the project's
-- own ones mean is held by a spec.
function lexicon.of_form(declared)
  local data = declared.claims
  local own = type(data) == "table"
  if type(data) == "string" then data = require("govreport.words." .. data) end
  if data and not compiled[data] then
    if own then lexicon.verify(data, "claims of " .. declared.id) end
    compiled[data] = lexicon.compile(data, "claims of " .. declared.id)
  end
  return data and compiled[data]
end

return lexicon
