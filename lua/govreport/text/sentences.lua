--- The sentences of a report, each with what counts of it when reports are compared.

local lpeg = require "lpeg"
local grammar = require "govreport.text.grammar"
local keys = require "govreport.base.keys"
local quote = require "govreport.text.quote"

local P, S, R, B = lpeg.P, lpeg.S, lpeg.R, lpeg.B
local C, Cp, Cs, Ct = lpeg.C, lpeg.Cp, lpeg.Cs, lpeg.Ct

local sentences = {}

-- ---- where sentences end ------------------------------------------------------------------------

local hard = S"\n\x1C\x1D\x1E"                                  -- a paragraph, a row
local closing = S"\")]" + P"”" + "’" + "」" + "』" + "】" + "〕" + "》"
local stop = (P"。" + S"!?;")^1 * closing^0
local sentence = (1 - stop - hard)^1 * stop^-1 + stop
local all_sentences = Ct((hard + Cp() * sentence * Cp())^0)

-- ---- what counts of them ------------------------------------------------------------------------

local d = R"09"
local long_dash = P"—" + "–" + "―" + "─" + "‒" + "‐" + "‑"
local minus = S"-" + P"−"
local space = S" \v\n\x1C\x1D\x1E\x1F"
-- Blocks of punctuation: U+2010 to U+205E without ‰, U+3001 to U+301F without 々〆〇, signs before the items of lists.
local punctuation = S"!\"#$&'()*,./:;?@[\\]^_`{|}~-" + P"\xE2\x80" * R"\x90\xAF" + P"\xE2\x80" * R"\xB1\xBF"
                  + P"\xE2\x81" * R"\x80\x9E" + P"\xE3\x80" * (R"\x81\x84" + R"\x88\x9F") + P"·" + "●" + "■" + "◆"
                  + "○" + "□" + "▪" + "−" + "─" + "\xE3\x83\xBB"
local gap = (punctuation + space)^1

-- Between two numbers something has to stay, or they were one.
local joint = C((space + punctuation)^1) / function(text)
  local sign = text:match("^[%s\x1C-\x1F]*([./:])[%s\x1C-\x1F]*$")
  if sign then return sign end
  return (text:find("[-~]") or text:find("\xE2\x80")) and "-" or ","
end
local thousands = d * d^-2 * (P"," / "" * d * d * d)^1 * -(P"," * d)
local number = (thousands + d^1) * (P"." * d^1)^-1
local page_number = grammar.mark * grammar.page_number / " "
local negative = -B(d) * -B(P"-") * -B(P"−") * -B(long_dash) * (minus / "-") * #d
local counted = Cs((number * (joint * #d + gap / "" + #P(1) + -1) + page_number / "" + negative + gap / "" + 1)^0)

--- What counts of a text in tape form: letters, characters, numbers with their signs. White space, line ends, brackets,
-- quotation marks, punctuation do not, nor page numbers on lines of their own; 1,362 is 1362.
function sentences.key(text) return counted:match(text) end

-- ---- years --------------------------------------------------------------------------------------

local words = {[-1] = "上年度", [0] = "本年度", [1] = "下年度"}

--- A function that puts words in place of the report's own year and its neighbours, in what counts of a text.
local function relative(year)
  if not year then return function(key) return key end end
  local by_year = {}
  for offset, word in pairs(words) do by_year[tostring(year + offset)] = "{" .. word .. "}" end
  return function(key) return (key:gsub("%f[%d](%d%d%d%d)(年)", function(digits, unit)
    return by_year[digits] and by_year[digits] .. unit
  end)) end
end

-- ---- the sentences of a report ------------------------------------------------------------------

-- Facts about the page and the file, not about the report.
local page_facts = {
  name = true, index_number = true, publisher = true, document_number = true, subject_terms = true,
  published_on = true, subject_category = true, validity = true,
}
--- Whether a fact is one about the page.
function sentences.is_page_fact(id) return page_facts[id] == true end

-- Facts that stand on lines of their own, which copying may have run together with the text.
local on_own_line = {title = true, dated = true, signatory = true, signed_on = true}

-- The ranges of facts, by their start.
local function facts_of(report)
  local list = {}
  for id, field in pairs(report.fields) do
    list[#list + 1] = {start = field.start, stop = field.stop, of_page = page_facts[id], alone = on_own_line[id]}
  end
  table.sort(list, function(a, b)
    if a.start ~= b.start then return a.start < b.start end
    return a.stop > b.stop
  end)
  return list
end

local between_facts = "[ \v\x1F()]"

-- A function that takes the facts off a sentence, for sentences in their order: what is left of its range; nil where
-- nothing is, or where a fact about the page lies in it.
local function without_facts(report, tape)
  local facts, next_fact = facts_of(report), 1
  return function(start, finish)
    while facts[next_fact] and facts[next_fact].stop <= start do next_fact = next_fact + 1 end
    for i = next_fact, #facts do
      local fact = facts[i]
      if fact.start >= finish then break end
      local from = fact.start
      while from > start and tape:find("^" .. between_facts, from - 1) do from = from - 1 end
      local covers = from <= start and fact.stop >= finish
      if fact.stop > start and (fact.of_page or covers) then return nil end
      if from <= start and fact.alone and fact.stop > start then
        start = fact.stop
        while start < finish and tape:find("^" .. between_facts, start) do start = start + 1 end
      end
    end
    if start >= finish then return nil end
    return start, finish
  end
end

-- The parts of the form with the place of their titles, in order.
local function parts_of(report)
  local list = {}
  for section in report:sections() do
    if section.id then
      list[#list + 1] = {id = section.id, start = section.start, body_stop = section.body_stop, section = section}
    end
  end
  return list
end

-- Without white space around it and the number of a page above it.
local function trimmed(tape, start, finish)
  start = math.min(tape:find("[^ \v\x1F]", start) or finish, finish)
  local past = grammar.page_number:match(tape:sub(start, finish - 1))
  if past then return trimmed(tape, start + past - 1, finish) end
  while finish > start and tape:find("^[ \v\x1F]", finish - 1) do finish = finish - 1 end
  return start, finish
end

-- Adds the sentences of one passage.
local function add_passage(list, report, tape, range, part, tools)
  local bounds = all_sentences:match(tape:sub(range[1], range[2] - 1))
  for i = 1, #bounds, 2 do
    local start, finish = trimmed(tape, range[1] + bounds[i] - 1, range[1] + bounds[i + 1] - 1)
    start, finish = tools.without_facts(start, finish)
    local text = start and tape:sub(start, finish - 1) or ""
    local key = tools.relative(counted:match(text))
    if key ~= "" then
      list[#list + 1] = {key = key, start = start, stop = finish, part = part, report = report,
                         whole = (text:find("。", 1, true) or text:find("[!?;]")) ~= nil}
    end
  end
end

--- The sentences in document order. Those that say nothing beside a fact are left out: facts are compared as such.
-- @param report a Report
-- @param year where it is given, that year and its neighbours count as words: 本年度, 上年度
-- @return list of `{key, start, stop, part, report, whole}`: `part` is the id of the part, "head" or "tail"; `whole` is
-- false for a line without the end of a sentence. The title of a part is among them: `{key, part, section}`
function sentences.of(report, year)
  local list, tape, passages, parts = {}, report.document.tape, report:passages(), parts_of(report)
  local tools = {relative = relative(year), without_facts = without_facts(report, tape)}
  local next_part, part, body_stop = 1, "head", nil
  local function enter(position)
    while parts[next_part] and parts[next_part].start <= position do
      local entered = parts[next_part]
      part, body_stop, next_part = entered.id, entered.body_stop, next_part + 1
      list[#list + 1] = {key = "\0" .. part, part = part, section = entered.section, report = report}
    end
    if not parts[next_part] and body_stop and position >= body_stop then part = "tail" end
  end
  for i = 1, #passages, 2 do
    enter(passages[i])
    local stop_at = part ~= "head" and not parts[next_part] and body_stop
    if stop_at and passages[i] < stop_at and passages[i + 1] > stop_at then
      add_passage(list, report, tape, {passages[i], stop_at}, part, tools)
      add_passage(list, report, tape, {stop_at, passages[i + 1]}, "tail", tools)
    else
      add_passage(list, report, tape, {passages[i], passages[i + 1]}, part, tools)
    end
  end
  enter(#tape + 1)
  return list
end

--- The text of one part: its sentences, in tape form.
-- @return text, and the list of its sentences
function sentences.part(report, id)
  local texts, list, tape = {}, {}, report.document.tape
  for _, found in ipairs(sentences.of(report)) do
    if found.part == id and not found.section then
      texts[#texts + 1], list[#list + 1] = tape:sub(found.start, found.stop - 1), found
    end
  end
  return table.concat(texts, "\n"), list
end

sentences.list_keys = {section = "string"}

-- Raises for an id that the form does not have, as `report:section` does, at the line of the program.
local function check_section(report, id)
  local is_known, problem = pcall(report.section, report, id)
  if not is_known then error((problem:gsub("'id' to 'section'", "'section' to 'sentences'", 1)), 4) end
end

--- The sentences of a report for programs: the method `report:sentences`.
-- @param options `section`: the id of the part whose sentences are wanted
-- @return list of `govreport.text.quote`, in document order
function sentences.list(report, options)
  local wanted, list = keys.check(options or {}, sentences.list_keys, {}, "options of sentences").section, {}
  if wanted then check_section(report, wanted) end
  for _, found in ipairs(sentences.of(report)) do
    local part = found.part ~= "head" and found.part ~= "tail" and found.part or nil
    if not found.section and (not wanted or part == wanted) then
      list[#list + 1] = quote.of(report.document, found.start, found.stop, part)
    end
  end
  return list
end

--- The source of a sentence on one line, and its place.
-- @return text, `{line, column, byte, byte_end, spot}`
function sentences.source(found)
  local document = found.report.document
  return document:source(found.start, found.stop), quote.place(document, found.start, found.stop)
end

return sentences
