--- The kinds of rules that are declared and not programmed, beside sums over a table: what their declaration must hold,
-- and what is said where they fail.
--
--   equal             {left, right}: both sides are the same; a side is an address or a list of them
--   at_most           {left, right}: the left side is not above the right one
--   same_as_previous  {now, before}: a cell of this report is a cell of the report of the year before
--   present           list of addresses, each of which must be there
--   contains          {address, phrase, …}: a part or a field holds one of some phrases
--   change            {address, limit}: a cell is not further from its value of the year before than "50%" or
--                     "100"; with a sign, "+50%", not further above, or below
--   matches           {address, pattern}: a field, a cell or a part matches a pattern of Lua
--   lacks             {address, pattern}: none does
--
-- What their values must be stands in `govreport.check.declaration`.

local address = require "govreport.form.address"
local catalogue = require "govreport.base.catalogue"
local later = require "govreport.base.later"
local last_year = later "govreport.check.last_year"
local matched = later "govreport.check.matched"
local names = require "govreport.form.names"
local pattern = later "govreport.check.pattern"
local sum_words = later "govreport.check.sum_words"

local declared = {}

--- The fields of the message about a sum that fails; see `govreport.check.sum_words`.
function declared.sum_fields(...) return sum_words.fields(...) end

local function parse_all(list)
  local parsed = {}
  for i, text in ipairs(type(list) == "table" and list or {list}) do parsed[i] = address.parse(text) end
  return parsed
end

-- ---- sums ---------------------------------------------------------------------------------------

local function sides(rule, value)
  local left, right = parse_all(value[1]), parse_all(value[2])
  rule.sides = {left, right, bound = left[1]}
  rule.fields = rule.fields or declared.sum_fields
end

-- ---- what is there, and what it says ------------------------------------------------------------

-- What an address is called; with one of its cells, what that cell is.
local function subject(context, parsed, cell)
  if cell then
    local name, place = sum_words.cell_name(context, cell), context:table_name(cell.table)
    return {zh = place.zh .. name, en = place.en .. ", " .. name}
  end
  if parsed.kind == "field" then return names.field(context.form.declared, parsed.id) end
  if parsed.kind == "section" then return context:part_name(parsed.id) end
  return context:table_name(parsed.kind == "table" and parsed.id or parsed.table)
end

-- The things of an address: a Field, a Section, a Table, Cells; none where the report lacks them. Nil where the form
-- has nothing of that id.
local function things(context, parsed)
  local report, form = context.report, context.form.declared
  if parsed.kind == "cell" then
    local list = {}
    for _, bound in ipairs(address.bound(parsed, context.form.layouts) or {false}) do
      for _, number in ipairs((address.cells(parsed, context.form.layouts, bound))) do
        list[#list + 1] = report:cell(number)
      end
    end
    return #list > 0 and list or nil
  end
  local list = parsed.kind == "field" and form.fields or parsed.kind == "section" and form.sections or form.tables
  if not names.entry(list, parsed.id) then return nil end
  if parsed.kind == "table" then
    local t = report.tables[parsed.id]
    return t.present and {t} or {}
  end
  if parsed.kind == "section" then return {report:section(parsed.id)} end
  return {report.fields[parsed.id]}
end

local function is_there(thing, kind)
  if kind == "cell" then return thing.state == "number" end
  return kind == "table" or (thing.state ~= "blank" and thing.state ~= "none")
end

local function present(rule, value)
  local list = parse_all(value)
  rule.check = function(context)
    for _, parsed in ipairs(list) do
      local found = things(context, parsed)
      local first = found and found[1]
      local cells = {}
      for _, thing in ipairs(parsed.kind == "cell" and found or {}) do
        if not is_there(thing, "cell") then cells[#cells + 1] = thing end
      end
      if #cells > 0 or (found and parsed.kind ~= "cell" and not (first and is_there(first, parsed.kind))) then
        context:finding{cells = cells, places = parsed.kind ~= "cell" and first and {first} or nil,
                        fields = {what = subject(context, parsed), count = #cells}}
      end
    end
  end
end

-- A rule that looks at the text of what an address names.
local function look(rule, value, fits)
  local parsed = address.parse(value[1])
  rule.check = function(context)
    for _, thing in ipairs(things(context, parsed) or {}) do
      local text = matched.text(context, thing, parsed.kind)
      if text and not fits(context, text) then
        local raw = parsed.kind == "section" and thing.title or text
        context:finding{cells = parsed.kind == "cell" and {thing} or nil,
                        places = parsed.kind ~= "cell" and {thing} or nil, actual = raw,
                        fields = {what = subject(context, parsed, parsed.kind == "cell" and thing), raw = raw}}
      end
    end
  end
end

local function contains(rule, value)
  look(rule, value, function(context, text)
    text = context:folded(text)
    for i = 2, #value do
      if text:find(context:folded(value[i]), 1, true) then return true end
    end
    return false
  end)
end

-- The pattern for what an address names: the text of a part is folded.
local function pattern_for(value)
  local is_part = address.parse(value[1]).kind == "section"
  return is_part and pattern.folded(value[2]) or value[2]
end

local function matches(rule, value)
  local own = pattern_for(value)
  look(rule, value, function(_, text) return text:find(own) ~= nil end)
end

-- （共3处）, nothing for one.
local function times(count)
  if count == 1 then return {zh = "", en = ""} end
  return {zh = ("（共%d处）"):format(count), en = (" (%d times)"):format(count)}
end

local function lacks(rule, value)
  local parsed, own = address.parse(value[1]), pattern_for(value)
  rule.check = function(context)
    for _, thing in ipairs(things(context, parsed) or {}) do
      local places, words, count = matched.find(context, thing, parsed.kind, own)
      if words then
        context:finding{cells = parsed.kind == "cell" and {thing} or nil, places = places, actual = words,
                        fields = {what = subject(context, parsed, parsed.kind == "cell" and thing), raw = words,
                                  count = count, times = times(count)}}
      end
    end
  end
end

local function same_as_previous(rule, value) last_year.same(rule, value) end
local function change(rule, value) last_year.change(rule, value) end

--- The kinds, each a function(rule, value) that makes a rule ready whose value is right.
declared.kinds = {
  equal = sides, at_most = sides, same_as_previous = same_as_previous, change = change, present = present,
  contains = contains, matches = matches, lacks = lacks,
}

local of_sums = {"place", "where", "left", "right", "left_name", "right_name"}

--- The fields that the messages of a kind may have.
declared.fields = {
  sum = of_sums, balance = of_sums, equal = of_sums, at_most = of_sums,
  same_as_previous = {"place", "now", "before", "now_name", "before_name"},
  change = {"place", "name", "now", "before", "change", "limit"}, present = {"what", "count"},
  contains = {"what", "raw"}, matches = {"what", "raw"}, lacks = {"what", "raw", "count", "times"},
}

--- The message of a rule of some kind that has none of its own.
function declared.message(kind) return catalogue.message("declared." .. kind) end

return declared
