--- Readers that many forms need: the title with the body and the year, the facts in the head and about the page, the
-- period, the sign-off. A form names them in `readers`, and the fields that they fill in `fields`.

local lpeg = require "lpeg"
local fact_lines = require "govreport.text.fact_lines"
local grammar = require "govreport.text.grammar"
local keys = require "govreport.base.keys"
local once = require "govreport.base.once"
local preface = require "govreport.text.preface"
local sign_off = require "govreport.text.sign_off"
local times = require "govreport.text.times"
local titles = require "govreport.text.titles"

local P, S, V, Cp, Ct, Cg = lpeg.P, lpeg.S, lpeg.V, lpeg.Cp, lpeg.Ct, lpeg.Cg
local mark, eol, rest = grammar.mark, grammar.eol, grammar.rest
local year, sp = grammar.year4, S" \v"^0

local readers = {}

local function has(report, id) return report.form.field_index[id] ~= nil end

local function add(report, id, ...)
  if has(report, id) then report:field(id, ...) end
end

local field_kinds = {text = true, date = true, integer = true, name = true}
local scopes = {head = true, tail = true}

-- Raises, as a fault of the script that calls a reader's maker, where a name is none of some.
local function check_name(maker, name, names, what)
  if names[name] then return end
  local known = {}
  for one in pairs(names) do known[#known + 1] = one end
  table.sort(known)
  local nearest = keys.nearest(tostring(name), names)
  error(("%s: the %s '%s' is none of %s%s"):format(maker, what, tostring(name), table.concat(known, ", "),
                                                  nearest and ", did you mean '" .. nearest .. "'?" or ""), 3)
end

local function check_pattern(maker, pattern)
  if lpeg.type(pattern) == "pattern" or type(pattern) == "string" then return end
  error(("%s: a pattern of LPeg is expected, not a %s"):format(maker, type(pattern)), 3)
end

-- The end of a range: of one that is open where the next label begins, 何川 in 填报人：何川　手机：139.
local function end_of(report, range, base, text)
  if not range.open then return range[2] end
  local stop = fact_lines.value_stop(report.document, base, text, range[1], range[2])
  while stop > range[1] + 1 and text:byte(stop - 1) == 0x20 do stop = stop - 1 end
  return stop
end

--- A reader of one field: what a pattern matches, or the first range `{start, stop}` that it captures.
-- `readers.field("phone", "text", grammar.pair("联系电话"))`
-- @param kind "text", "name", "date", "integer"
-- @param scope "head" where it is nil, or "tail"
function readers.field(id, kind, pattern, scope)
  local maker = ("readers.field %q"):format(tostring(id))
  check_name(maker, kind, field_kinds, "kind")
  check_name(maker, scope or "head", scopes, "scope")
  check_pattern(maker, pattern)
  return {scope = scope or "head", find = Ct(Cp() * pattern * Cp()), once = true, fields = {id},
          read = function(report, found, base, text)
    local range = type(found[2]) == "table" and found[2] or {found[1], found[#found]}
    report:field(id, kind, base + range[1], base + end_of(report, range, base, text))
  end}
end

-- A value that a form's own function made of a text; the state where it made none.
local function computed(make, text)
  local value, kind = make(text)
  if value == nil then return "", "unreadable" end
  return value, kind or math.type(value) == "integer" and "integer" or "text"
end

--- A reader of several fields at once: what a pattern names with `grammar.named(id, …)`. The first match counts.
-- `readers.fields({opened = "date", berths = "integer"}, …)`
-- @param kinds map from field to what it holds: "text", "name", "date", "integer", or function(text) -> the value, a
-- whole number or a text, and behind it `"date"` where it is one (`"2024-03-12"`); nil where the text has none
-- @param pattern its unnamed captures are not looked at; a field that it does not name is not there
-- @param scope "head" where it is nil, or "tail"
function readers.fields(kinds, pattern, scope)
  local ids = {}
  for id in pairs(kinds) do ids[#ids + 1] = id end
  table.sort(ids)
  for _, id in ipairs(ids) do
    local maker = ("readers.fields %q"):format(id)
    if type(kinds[id]) ~= "function" then check_name(maker, kinds[id], field_kinds, "kind") end
  end
  check_name("readers.fields", scope or "head", scopes, "scope")
  check_pattern("readers.fields", pattern)
  local function read(report, found, base, text)
    for _, id in ipairs(ids) do
      local range, kind, value = found[id], kinds[id], nil
      if range and type(range[2]) == "table" then range = range[2] end   -- of a pattern that has a range of its own
      local stop = range and end_of(report, range, base, text)
      if range and type(kind) == "function" then
        value, kind = computed(kind, grammar.clean(text:sub(range[1], stop - 1)))
      end
      if range then report:field(id, kind, base + range[1], base + stop, value) end
    end
  end
  return {scope = scope or "head", find = Ct(pattern), once = true, fields = ids, read = read}
end

-- ---- titles -------------------------------------------------------------------------------------

local function add_year(report, text, start, stop)
  if has(report, "year") then report:field("year", "integer", start, stop, grammar.year_value(text)) end
end

-- A title may lack the body or the year.
local function add_body_and_year(report, t, base, text)
  if t.agency then add(report, "agency", "name", base + t.agency, base + t.agency_stop) end
  if t.year then add_year(report, text:sub(t.year, t.year_stop - 1), base + t.year, base + t.year_stop) end
end

-- The first title in the article; where there is none, the last one above it.
local function main_title(report, found, base)
  for i, t in ipairs(found) do
    if base + t.start >= report.article_start then return i end
  end
  return #found
end

local function read_title(report, found, base, text)
  local main = main_title(report, found, base)
  for i, t in ipairs(found) do
    if i == main then
      add(report, "title", "name", base + t.start, base + t.stop)
      add_body_and_year(report, t, base, text)
    else
      report:ignore(base + t.start, base + t.stop, "title")
    end
    if t.mark < t.start then report:ignore(base + t.mark, base + t.start, "page_number") end
  end
end

local date_first = grammar.date * Cp()

-- A value up to the end of its line; of a date what follows it is another fact: 2021-01-25 来源:办公室.
local function value_of(kind, text, start, stop)
  local date_stop = kind == "date" and date_first:match(text, start)
  return (text:sub(start, (date_stop or stop) - 1):gsub(" +$", ""))
end

-- What the head of a page says, where the report does not: <title> and the facts that government sites give.
local facts = {pubdate = {"published_on", "date"}, contentsource = {"publisher", "text"}}
local title_facts = {title = true, articletitle = true}

local function read_fact(report, name, base, text, one_title)
  local id, kind = table.unpack(facts[name] or {})
  if id and has(report, id) and not report.found[id] and text ~= "" then
    report:field(id, kind, base + 1, base + 1 + #text)
  elseif title_facts[name] and has(report, "title") and not report.found.title then
    local found = one_title():match(text)
    if found then read_title(report, found, base, text) end
  end
end

-- ---- the body and the year, where no title has them --------------------------------------------------

-- A title without the body or the year: the first in the article; above it, where the links of a page stand, the last
-- that has one of them.
local function read_partial_title(report, partial_titles, text)
  local chosen
  for _, t in ipairs(partial_titles:match(text)) do
    local named = t.agency and preface.is_body(grammar.clean(text:sub(t.agency, t.agency_stop - 1)))
    if not named and t.agency then t.start, t.agency = t.agency_stop, nil end
    local inside = t.start >= report.article_start
    if inside and not (chosen and chosen.start >= report.article_start) or (not inside and (named or t.year)) then
      chosen = t
    end
  end
  if not chosen then return end
  add(report, "title", "name", chosen.start, chosen.stop)
  add_body_and_year(report, chosen, 0, text)
end

local any_year = grammar.year4 + grammar.printed_year

-- The year from the period, where that is one year's; else from the preface.
local function find_year(report, year_of_report, text)
  local first, last = report.found.period_start, report.found.period_end
  local is_one = first and first.value and last and last.value and first.value:sub(1, 4) == last.value:sub(1, 4)
  local stop = is_one and any_year:match(report.tape, first.start)
  if stop then return first.start, stop end
  local named = year_of_report():match(text) or preface.year(text)
  if named then return named.start, named.stop end
end

-- The body from the sign-off, from who publishes, from the preface.
local function find_body(report, text)
  for _, id in ipairs{"signatory", "publisher"} do
    local found = report.found[id]
    if found and found.value and preface.is_body(found.value) then return found.start, found.stop end
  end
  local named = preface.body(text)
  if named then return named.start, named.stop end
end

local function elsewhere_reader(words)
  local partial_titles = once(function()
    local partial = titles.partial(words)
    return Ct(((partial + rest) * mark^1)^0 * partial^-1)
  end)
  local year_of_report = once(function() return preface.year_of_report(words) end)
  return {scope = "end", read = function(report, text)
    if has(report, "title") and not report.found.title then read_partial_title(report, partial_titles(), text) end
    local from = math.min(report.article_start, #text + 1)
    local own = (" "):rep(from - 1) .. text:sub(from)
    if has(report, "year") and not report.found.year then
      local start, stop = find_year(report, year_of_report, own)
      if start then add_year(report, report.whole_tape:sub(start, stop - 1), start, stop) end
    end
    if has(report, "agency") and not report.found.agency then
      local start, stop = find_body(report, own)
      if start then add(report, "agency", "name", start, stop) end
    end
  end}
end

-- A line of facts that the title ran into: 索引号:1 发布日期:2022年01月09日云岭市水务局2021年…
local dated_fact = ":" * P" "^0 * grammar.date
local behind_date = (grammar.others(":", mark) + 1 - mark - dated_fact)^1 * dated_fact * P" "^0

-- What each field is called, without the kinds.
local function labels_of(labels)
  local own = {}
  for id, list in pairs(labels) do own[id] = table.move(list, 1, #list, 1, {}) end
  return own
end

--- Readers for titles with these words, templates of `grammar.expand`: `title` fills `title`, `agency` and `year`;
-- `page`, from what the page says of itself, these where the text lacks them, `published_on` and `publisher`;
-- `elsewhere`, where no title has them, the body from the sign-off, the publisher or the preface, the year from the
-- period or the preface; `metadata(labels)` the lines and tables of facts in the head. `labels` is a map from field to
-- a list of labels, with `kind = "date"` where it is one: `{published_on = {"发布日期", "公开日期", kind = "date"}}`.
--
--   local head = readers.titled "政府网站工作年度报表"
--   readers = {head.title, head.page}                           -- 云岭市水务局2020年政府网站工作年度报表
function readers.titled(...)
  local words = titles.words(...)
  local title = titles.whole(words)
  local one_title = once(function() return Ct(title) end)
  local head = {elsewhere = elsewhere_reader(words)}
  local all = P{"titles", titles = Ct(((V"own" + rest) * mark^1)^0 * V"own"^-1),
                own = V"title" + behind_date * V"title", title = title}
  head.title = {scope = "head", match = all, read = read_title, titles = {...}}
  head.page = {scope = "meta", read = function(report, name, base, text)
    read_fact(report, name, base, text, one_title)
  end}
  function head.metadata(labels)
    local ids = {}
    if labels == head then
      error("metadata is called with a dot, head.metadata{…}, not with a colon, head:metadata{…}", 2)
    elseif type(labels) ~= "table" then
      error("metadata: the labels of each field are expected, metadata{phone = {\"联系电话\"}}, not a " .. type(labels), 2)
    end
    for id, list in pairs(labels) do
      ids[#ids + 1] = id
      if type(id) ~= "string" then
        error("metadata: each list of labels stands behind the field that it is of, phone = {\"联系电话\"}", 2)
      elseif type(list) ~= "table" and type(list) ~= "string" then
        error(("metadata %q: the labels stand in braces, %s = {\"…\"}, not a %s"):format(id, id, type(list)), 2)
      elseif type(list) ~= "table" then
        error(("metadata %q: the labels stand in braces, %s = {\"%s\"}"):format(id, id, tostring(list)), 2)
      end
      check_name(("metadata %q"):format(id), list.kind or "text", field_kinds, "kind")
    end
    table.sort(ids)
    local function read(report, captures, base, text)
      for _, entry in ipairs(fact_lines.values(report.document, base, text, captures)) do
        local id, start, kind = entry[1], entry[2], labels[entry[1]].kind or "text"
        local value = value_of(kind, text, start, entry[3])
        report:field(id, kind, base + start, base + start + #value)
        -- Where the article lost its title, the page's data may tell the body and the year.
        local named = id == "name" and not report.found.title and title:match(value)
        if named then add_body_and_year(report, named, base + start - 1, value) end
      end
    end
    return {scope = "head", fields = ids, labels = labels_of(labels), match = fact_lines.pattern(labels), read = read}
  end
  return setmetatable(head, {__index = function(_, name)
    local nearest = keys.nearest(tostring(name), head)
    error(("readers.titled has no '%s'%s"):format(tostring(name),
                                                 nearest and ", did you mean '" .. nearest .. "'?" or ""), 2)
  end})
end

-- ---- the period ---------------------------------------------------------------------------------

-- 自2020年1月1日起至2020年12月31日止; the second year may be missing.
local two_digits = grammar.digit * grammar.digit^-1
local han_number = grammar.numeral + P"三十" * P"一"^-1
local day_of_year = Cp() * (year * sp * "年")^-1 * sp * two_digits * sp * "月" * sp * two_digits * sp * "日" * Cp()
                  + Cp() * year * S"./-" * two_digits * S"./-" * two_digits * -grammar.digit * Cp()
                  + Cp() * (grammar.han_year * "年")^-1 * han_number * "月" * han_number * "日" * Cp()
local until_ = sp * (P"起" + "始" + "开始")^-1 * P","^-1 * sp
             * (grammar.dash + P"截"^-1 * (P"至" + "到") + P"截止" * (P"至" + "到")^-1) * sp
local period = Ct((#year + #grammar.han_year) * day_of_year * until_ * day_of_year)

-- 2020年1月至12月, 2020年1-12月: all of its months.
local january = P"0"^-1 * "1" * sp * P"月"^-1
local same_year = lpeg.Cmt(lpeg.Cb("year") * lpeg.C(year), function(_, _, own, other) return own == other end)
local year_by_months = Ct(Cp() * Cg(year, "year") * sp * "年" * sp * january * Cp() * until_ * Cp()
                          * (same_year * sp * "年" * sp)^-1 * "12" * sp * "月" * Cp()) * -(sp * grammar.digit)

local function read_period(report, range, base, text)
  if report.found.period_start then return end
  local first = grammar.clean(text:sub(range[1], range[2] - 1))
  local second = grammar.clean(text:sub(range[3], range[4] - 1))
  if not second:find("年", 1, true) and first:find("年", 1, true) then second = first:match("^.-年") .. second end
  report:field("period_start", "date", base + range[1], base + range[2], grammar.date_value(first))
  report:field("period_end", "date", base + range[3], base + range[4], grammar.date_value(second))
end

-- 统计期限 with something behind it that is no period: it is not passed over.
local clause = (1 - (mark - "\v") - "。" - ";")^0
local first_number = #grammar.digit + #grammar.han_year
local between_bytes = 128   -- most that stand between these words and the period
local between = times.at_most(1 - mark - "。" - S";," - first_number, between_bytes)
local year_digits = "0123456789〇○零一二三四五六七八九"
local period_words = "统计{期限|期间|时限|时间}"
local period_clause = Ct(grammar.phrase(period_words) * between * first_number * Cp() * clause
                         * Cp())

-- A period without that word, where the word stands nowhere.
local function read_bare_period(report, range, base, text)
  if not text:find("统计期", 1, true) then read_period(report, range, base, text) end
end

local first_period = once(function() return (1 - period)^0 * period end)

local function read_period_clause(report, range, base, text)
  local sentence = text:sub(range[1], range[2] - 1)
  local found = first_period():match(sentence)
  if found then
    for i, position in ipairs(found) do found[i] = position + range[1] - 1 end
    read_period(report, found, base, text)
    return
  end
  local months = year_by_months:match(sentence)
  if months then
    local start = base + range[1] - 1
    report:field("period_start", "date", start + months[1], start + months[2], months.year .. "-01-01")
    report:field("period_end", "date", start + months[3], start + months[4], months.year .. "-12-31")
    return
  end
  local printed = sentence:match("^[^,]*")
  if printed:find("月", 1, true) or printed:find("日", 1, true) then
    report:field("period_start", "unreadable", base + range[1], base + range[1] + #printed, "")
  end
end

--- Fill `period_start` and `period_end`: the first where it is called 统计期限, the second where no period is.
readers.period_clause = {scope = "head", find = period_clause, begins = grammar.begins(period_words), once = true,
                         read = read_period_clause}
readers.period = {scope = "head", find = period, begins = year_digits, once = true, read = read_bare_period}

-- ---- other facts --------------------------------------------------------------------------------

local dated = Ct("(" * Cp() * grammar.date * Cp() * ")" * eol)                        -- (2021年1月)

--- Fills `dated`: the month in brackets under the title.
readers.dated = {scope = "head", find = dated, begins = "(", once = true, read = function(report, range, base)
  report:field("dated", "date", base + range[1], base + range[2])
end}

local longest_law = 304   -- bytes
local letter_of_law = 1 - P"》" - "\n"
local law = Ct(-lpeg.B"简称" * P"《" * Cp() * letter_of_law * times.at_most(letter_of_law, longest_law) * Cp() * "》")
local notice = Ct(Cp() * (P"〔" + S"[(") * year * (P"〕" + S"])") * sp * grammar.number * "号" * Cp())  -- 〔2019〕60号

-- The letters of the office stand before the bracket: 国办公开办函〔2019〕60号.
local function read_notice(report, range, base, text)
  local start = range[1]
  while range[1] - start < 36 and text:match("^[\xE4-\xE9][\x80-\xBF][\x80-\xBF]", start - 3) do
    start = start - 3
  end
  if report:taken(base + start, base + range[2]) then return end   -- the report's own 文号
  report:field("citations", "text", base + start, base + range[2])
end

--- Fill `citations`: names of laws, numbers of notices.
readers.laws = {scope = "head", find = law, begins = "《", read = function(report, range, base)
  report:field("citations", "text", base + range[1], base + range[2])
end}
readers.notices = {scope = "head", find = notice, begins = "〔[(", read = read_notice}

--- Fills `signatory` and `signed_on`, and ends the last part there; see `govreport.text.sign_off`.
readers.sign_off = {scope = "tail", match = sign_off.lines, read = function(report, captures, base, text)
  local found = sign_off.find(captures, text, report.found.agency and report.found.agency.value)
  if found.date then add(report, "signed_on", "date", base + found.date, base + found.date_stop) end
  if found.name then add(report, "signatory", "name", base + found.name, base + found.name_stop) end
  if found.start then report:end_body(base + found.start) end
end}

return readers
