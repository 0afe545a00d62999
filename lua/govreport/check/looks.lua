--- The kinds of declared rules that look at what is there and what it says: `present`, `contains`, `matches`, `lacks`;
-- see `govreport.check.declared`.

local address = require "govreport.form.address"
local matched = require "govreport.check.matched"
local names = require "govreport.form.names"
local pattern = require "govreport.check.pattern"
local sum_words = require "govreport.check.sum_words"

local looks = {}

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

--- Makes a rule ready by which addresses must be there.
function looks.present(rule, value)
  local list = address.parse_all(value)
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

--- Makes a rule ready by which an address holds one of some phrases.
function looks.contains(rule, value)
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

--- Makes a rule ready by which an address matches a pattern.
function looks.matches(rule, value)
  local own = pattern_for(value)
  look(rule, value, function(_, text) return text:find(own) ~= nil end)
end

-- （共3处）, nothing for one.
local function times(count)
  if count == 1 then return {zh = "", en = ""} end
  return {zh = ("（共%d处）"):format(count), en = (" (%d times)"):format(count)}
end

--- Makes a rule ready by which no address matches a pattern.
function looks.lacks(rule, value)
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

return looks
