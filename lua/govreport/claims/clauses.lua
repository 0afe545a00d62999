--- Cuts a sentence into clauses and says what stands in each: marks, rows, columns, one number.

local entries = require "govreport.claims.entries"
local lexicon = require "govreport.claims.lexicon"
local meanings = require "govreport.claims.meanings"
local prose = require "govreport.text.prose"

local clauses = {}

local WORD, NUMBER, HAN, PERCENT, YEAR = lexicon.WORD, lexicon.NUMBER, lexicon.HAN, lexicon.PERCENT, lexicon.YEAR
local UNKNOWN, COMMA, SEMICOLON = lexicon.UNKNOWN, lexicon.COMMA, lexicon.SEMICOLON
local JOINT, OPEN, CLOSE = lexicon.JOINT, lexicon.OPEN, lexicon.CLOSE
local sizes, measures, flags = lexicon.sizes, lexicon.measures, lexicon.flags

local han_digits = {["〇"] = 0, ["零"] = 0, ["一"] = 1, ["二"] = 2, ["两"] = 2, ["三"] = 3, ["四"] = 4, ["五"] = 5,
                    ["六"] = 6, ["七"] = 7, ["八"] = 8, ["九"] = 9}
local han_units = {["十"] = 10, ["百"] = 100, ["千"] = 1000}

--- The value of a Chinese numeral below ten thousand: 一百二十 gives 120; nil where it is none.
function clauses.han_value(text)
  local sum, digit = 0, nil
  for character in text:gmatch(utf8.charpattern) do
    local unit = han_units[character]
    if unit then
      sum, digit = sum + (digit or 1) * unit, nil
    else
      if digit and digit ~= 0 then return nil end
      digit = han_digits[character]
    end
  end
  return sum + (digit or 0)
end

-- Whether another number comes before the clause must end.
-- @param ahead `{stop, is_number}`: the item that told it last. It tells the same of all that stand in front of it
local function number_ahead(text, items, i, ahead)
  i = i + sizes[items[i]]
  if i <= ahead.stop then return ahead.is_number end
  ahead.is_number = false
  while items[i] do
    local kind = items[i]
    if kind == NUMBER or kind == HAN or kind == PERCENT then ahead.is_number = true
    elseif kind == UNKNOWN then ahead.is_number = text:sub(items[i + 1], items[i + 2] - 1):find("%d") ~= nil end
    if ahead.is_number or kind == UNKNOWN or kind == COMMA or kind == SEMICOLON or kind == OPEN then break end
    i = i + sizes[kind]
  end
  ahead.stop = i
  return ahead.is_number
end

local none = entries.none

-- With room for what most clauses have: a table that grows is made anew.
local function new_clause(start)
  return {start = start, stop = start, mask = 0, flags = 0, rows = none, columns = none, first = false, number = false,
          percent = false, attributive = false}
end

local places = {["省"] = true, ["市"] = true, ["县"] = true, ["区"] = true, ["州"] = true, ["旗"] = true, ["盟"] = true,
                ["镇"] = true, ["乡"] = true}

-- 政府办 with the place in front of it: 区政府办.
local function scope_of(entry, text, stop)
  local start = stop - #entry.word
  local before = text:sub(start - 3, start - 1)
  return {scope = entry.scope, word = entry.scope == "office" and places[before] and before .. entry.word or entry.word}
end

local function set_flag(clause, flag) clause.flags = clause.flags | flag end

-- 零复议、零诉讼 says one thing twice, 没有未答复的 takes it back.
local function deny(clause, word)
  if clause.denied and clause.denied ~= word then set_flag(clause, flags.many) end
  clause.denied = word
end

local function add_mark(clause, entry, text, stop)
  if entry.name == "none" then deny(clause, text:sub(stop - 3, stop - 1)) end
  if entry.flag then set_flag(clause, entry.flag) else clause.mask = clause.mask | entry.bit end
end

local function add_entry(clause, entry)
  if entry.kind == "row" then
    clause.rows = entries.with(clause.rows, entry)
  else
    if clause.rows == none and not clause.number then clause.attributive = true end
    clause.columns = entries.with(clause.columns, entry)
  end
end

local function add_word(clause, entry, text, stop)
  if not clause.first then clause.first = entry.first end
  if entry.bit then add_mark(clause, entry, text, stop)
  elseif entry.of then add_entry(clause, entry)
  elseif entry.kind == "part" then clause.part = true
  -- The narrowest word counts: 区政府办 says more than 全区.
  elseif not clause.scope or clause.scope.scope ~= "office" then clause.scope = scope_of(entry, text, stop)
  end
end

local function add_number(clause, number)
  if clause.number then set_flag(clause, flags.many) end
  clause.number = number
end

-- What one more in the last place of a number is: 120余 is less than 130, 1.35万 less than 1.36万.
local function step_of(digits, scale, is_more)
  local whole, decimals = digits:gsub(",", ""):match("^(%d+)%.?(%d*)$")
  local zeros = is_more and decimals == "" and #whole:match("0*$") or 0
  return meanings.tens(zeros - #decimals, scale)
end

local scales = {["百"] = 100, ["千"] = 1000, ["万"] = 10000, ["亿"] = 100000000}

local function scale_of(between)
  for word, scale in pairs(scales) do
    if between:find(word, 1, true) then return scale end
  end
  return 1
end

local function is_more(between) return between:find("余", 1, true) ~= nil or between:find("多", 1, true) ~= nil end

-- How exactly a number was said: 120余, 1.35万; of money also 3.5元. What stands between its digits and its measure word
-- is `between`.
local function set_step(number, digits, between)
  local scale = scale_of(between)
  if is_more(between) then
    number.more = step_of(digits, scale, true)
  elseif number.bound == "exact" and scale > 1 then
    number.bound, number.step = "about", step_of(digits, scale)
  elseif lexicon.money[number.measure] and number.bound == "exact" then
    number.step = step_of(digits, 1)
  end
end

-- Most numbers were read already: whole ones that nothing bounds. Money may be no whole number.
local function add_digits(clause, text, items, i)
  local start, digits_stop, measure_start, stop = items[i + 1], items[i + 2], items[i + 3], items[i + 4]
  local value, bound, measure, is_whole = items[i + 5], "exact", prose.measures[items[i + 6]], true
  if not value then
    value, bound, measure, stop = prose.quantity(text, start, digits_stop, measure_start, stop)
    is_whole = math.type(value) == "integer"
    -- 收到申请件数:126
    if measure == "" and text:sub(start - 1, start - 1) == ":" then measure = "件" end
  end
  if not value or not measures[measure] or not is_whole and not lexicon.money[measure] then
    set_flag(clause, flags.unknown)
    -- 6月底, 8月11日: less than the year.
    if measure == "月" or measure == "日" or measure == "月份" then set_flag(clause, flags.part_year) end
    return
  end
  local number = {value = value, bound = bound, start = start, stop = stop, measure = measure}
  if measure_start > digits_stop or lexicon.money[measure] then
    set_step(number, text:sub(start, digits_stop - 1), text:sub(digits_stop, measure_start - 1))
  end
  add_number(clause, number)
end

local function add_han(clause, text, items, i)
  local start, digits_stop, measure, stop = items[i + 1], items[i + 2], items[i + 3], items[i + 4]
  local value = clauses.han_value(text:sub(start, digits_stop - 1))
  if not value then
    set_flag(clause, flags.unknown)
    return
  end
  local is_round = measure > digits_stop
  local more = is_round and math.tointeger(10 ^ #tostring(value):match("0*$")) or nil
  local after, last = prose.bound_after(text, stop)
  local bound = is_round and "at_least" or after or prose.bound_before(text, start) or "exact"
  add_number(clause, {value = value, bound = bound, more = more, start = start, stop = last,
                      measure = text:sub(measure, stop - 1)})
end

-- 33.9%, 六成八, 约两成.
local function percent_of(text, start, digits_stop, stop)
  local digits, step = text:sub(start, digits_stop - 1), nil
  if digits:find("成", 1, true) then
    local tens, ones = digits:match("^(.-)成(.*)$")
    digits = tostring(10 * clauses.han_value(tens) + (ones == "" and 0 or clauses.han_value(ones)))
    step = ones == "" and 10 or nil
  end
  return {digits = digits, step = step, bound = prose.bound_before(text, start) or "exact", start = start, stop = stop}
end

local function add_year(clause, year, own, bits)
  if year == own then set_flag(clause, flags.this_year)
  elseif year == own - 1 then clause.mask = clause.mask | bits.last_year
  elseif year == own + 1 then clause.mask = clause.mask | bits.next_year
  else set_flag(clause, flags.foreign)
  end
end

-- The names by which a body speaks of itself, the longest first: 云岭市水务局, 市水务局, 水务局.
local function names_of(agency)
  local list = {agency}
  for _, place in ipairs{"省", "市", "州", "盟", "县", "区", "旗"} do
    local at = agency:find(place, 4, true)
    if at and #agency - at >= 8 then table.move({agency:sub(at), agency:sub(at + 3)}, 1, 2, #list + 1, list) end
  end
  table.sort(list, function(a, b) return #a > #b end)
  return list
end

-- A text in which \x01 stands for each byte of a name.
local function blank_out(text, name)
  local at = text:find(name, 1, true)
  if not at then return text end
  local parts, from, blank = {}, 1, ("\x01"):rep(#name)
  while at do
    parts[#parts + 1] = text:sub(from, at - 1)
    parts[#parts + 1] = blank
    from = at + #name
    at = text:find(name, from, true)
  end
  parts[#parts + 1] = text:sub(from)
  return table.concat(parts)
end

--- What a body calls itself in its report: a list for `without_name`, empty where nothing is known.
function clauses.names_of(agency)
  return agency and #agency >= 6 and names_of(agency) or {}
end

--- A text in which nothing stands for the body's own names.
function clauses.without_name(text, names)
  local shortest = names[#names]
  if not shortest or not text:find(shortest, 1, true) then return text end
  for _, name in ipairs(names) do text = blank_out(text, name) end
  return text
end

-- Flags that say something by themselves.
local saying = flags.unknown | flags.this_year | flags.foreign | flags.all | flags.part_year

local function is_empty(clause)
  return not clause.number and clause.mask == 0 and clause.flags & saying == 0 and clause.rows == none
         and clause.columns == none and not clause.percent and not clause.scope
end

-- Ends a clause in front of a position, and adds it to the list.
local function finish(list, clause, stop, bracket)
  if is_empty(clause) then return end
  clause.stop = stop
  if bracket then clause.bracket = true end
  list[#list + 1] = clause
end

local counted = {[NUMBER] = true, [HAN] = true, [PERCENT] = true}

--- Whether nothing in a sentence can be a statement: it has no number, denies nothing, and says nothing of all.
function clauses.is_silent(lexis, items)
  local known, i, kind = lexis.entries, 1, items[1]
  while kind do
    if counted[kind] or kind == WORD and known[items[i + 1]].speaks then return false end
    i = i + sizes[kind]
    kind = items[i]
  end
  return true
end

--- The clauses of a sentence.
-- @param text without the body's own name
-- @param items those of the sentence, which begins at `start`
-- @param own what is known of the report: `year`
-- @param most how many are wanted; there may be some more then, and not all
-- @return list of `{start, stop, mask, flags, rows, columns, scope, number = {value, bound, measure, start, stop},
-- percent = {digits, start, stop}}`, the flags as `lexicon.flags` has them; `strong` where ; ends it; `joined` where 、
-- does; `attributive` where a column stands in front of its row and number; `bracket` where it stands in
-- brackets behind a number; `predicate` where 均 begins it, said of a number; `whole` is what 占 is followed by, a
-- clause of its own
function clauses.of(lexis, text, items, start, own, most)
  local list, known = {}, lexis.entries
  local clause, i, bracket, at, ahead = new_clause(start), 1, false, start, {stop = 0}
  local kind = items[1]
  while kind and #list <= most do
    if kind == WORD then
      local entry, stop = known[items[i + 1]], items[i + 2]
      local cuts = entry.cuts
      if cuts and clause.number then
        finish(list, clause, at, bracket)
        clause = new_clause(at)
        clause.predicate = cuts == "all"
      end
      add_word(clause.whole or clause, entry, text, stop)
      if cuts == "share" then clause.whole = new_clause(stop) end
      at = stop
      if clause.whole then clause.whole.stop = at end
    elseif kind == NUMBER then
      add_digits(clause, text, items, i)
      at = items[i + 4]
    elseif kind == COMMA or kind == SEMICOLON then
      finish(list, clause, at, bracket)
      if kind == SEMICOLON and list[1] then list[#list].strong = true end
      at = items[i + 1]
      clause = new_clause(at)
    elseif kind == UNKNOWN then
      set_flag(clause, flags.unknown)
      at = items[i + 2]
    elseif kind == JOINT then
      if (clause.number or clause.percent) and number_ahead(text, items, i, ahead) then
        finish(list, clause, at, bracket)
        list[#list].joined = true
        at = items[i + 1]
        clause = new_clause(at)
      end
    elseif kind == HAN then
      add_han(clause, text, items, i)
      at = items[i + 4]
    elseif kind == PERCENT then
      if clause.percent then set_flag(clause, flags.many) end
      clause.percent = percent_of(text, items[i + 1], items[i + 2], items[i + 3])
      at = items[i + 3]
    elseif kind == YEAR and own.year then
      at = items[i + 2]
      add_year(clause, math.tointeger(tonumber(text:sub(items[i + 1], items[i + 1] + 3))), own.year, lexis.bits)
    elseif kind == OPEN and (clause.number or clause.percent) or kind == CLOSE and bracket then
      finish(list, clause, at, bracket)
      bracket, at = kind == OPEN, items[i + 1]
      clause = new_clause(at)
    end
    i = i + sizes[kind]
    kind = items[i]
  end
  finish(list, clause, at, bracket)
  return list
end

return clauses
