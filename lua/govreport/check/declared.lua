--- The kinds of rules that are declared and not programmed, beside sums over a table: what their declaration must hold,
-- and what is said where they fail.
--
--   equal             {left, right}: both sides are the same; a side is an address or a list of them
--   at_most           {left, right}: the left side is not above the right one
--   same_as_previous  {now, before}: a cell of this report is a cell of the report of the year before
--   present           list of addresses, each of which must be there
--   contains          {address, phrase, …}: a part or a field holds one of some phrases
--   matches           {address, pattern}: a field, a cell or a part matches a pattern of Lua

local address = require "govreport.form.address"
local core = require "govreport.core"
local catalogue = require "govreport.base.catalogue"
local forms_known = require "govreport.form"
local names = require "govreport.form.names"

local declared = {}

local function as_list(value) return type(value) == "table" and value or {value} end

local function parse_all(list)
  local parsed = {}
  for i, text in ipairs(as_list(list)) do parsed[i] = address.parse(text) end
  return parsed
end

-- ---- names --------------------------------------------------------------------------------------

-- （一）予以公开, or 第三部分表格“（一）予以公开”行“总计”列 where the cell alone has to say it.
local function cell_name(context, cell, entry)
  local row, column = context:row_label(cell.table, cell.row), context:column_label(cell.table, cell.column_id)
  if entry.each == "row" then return column end
  if entry.each == "column" then return row end
  if names.is_list(context.form.declared, cell.table) then return "“" .. row .. "”" end
  return "“" .. row .. "”“" .. column .. "”"
end

local longest = 4

-- What stands between a sum and its value, where some of it is unknown: 5＋（未填）≥5.
local function relation(added, taken)
  if added == 0 and taken == 0 then return "＝" end
  if taken == 0 then return "≥" end
  return added == 0 and "≤" or nil
end

-- One side of a sum: its value, nil where a part of it is unknown; the sum as it is written; what is added up. Rows
-- that a report prints in others are no part of it.
local function side_of(context, entry, first, last, side)
  local value, texts, labels = 0, {}, {}
  local unknown = {[true] = 0, [false] = 0}   -- added, taken away
  for i = first, last, 2 do
    local cell, added = context.report:cell(entry.terms[i]), entry.terms[i + 1] == side
    if cell.state ~= "absent" then
      local sign = not added and "－" or #texts > 0 and "＋" or ""
      if cell.value == nil then unknown[added] = unknown[added] + 1 end
      value = added and value + (cell.value or 0) or value - (cell.value or 0)
      texts[#texts + 1] = sign .. (cell.value == nil and "（未填）" or tostring(cell.value))
      labels[#labels + 1] = sign .. cell_name(context, cell, entry)
    end
  end
  local count, related = #texts, relation(unknown[true], unknown[false])
  local known, result = related == "＝", related and related .. tostring(value) or ""
  local text = known and tostring(value) or result
  if count == 1 then text = texts[1] elseif count <= longest then text = table.concat(texts) .. result end
  local name = count <= longest and table.concat(labels)
  local span = (labels[1] or "") .. "…" .. (labels[#labels] or ""):gsub("^＋", "")
  return {value = known and value or nil, text = {zh = text, en = text},
          name = {zh = name or span .. "合计", en = name or span}}
end

local function where(context, entry)
  if not entry.each then return {zh = "", en = ""} end
  local label = entry.each == "row" and context:row_label(entry.table.id, entry.bound)
                or context:column_label(entry.table.id, entry.bound)
  if entry.table.across then return {zh = "“" .. label .. "”", en = ", “" .. label .. "”"} end
  return {zh = "“" .. label .. "”" .. (entry.each == "row" and "行" or "列"),
          en = ", " .. entry.each .. " “" .. label .. "”"}
end

--- What the message of a sum that fails may say: `place`, `where`, `left`, `right`, `left_name`, `right_name`.
function declared.sum_fields(context, entry)
  local left = side_of(context, entry, 1, entry.split, 1)
  local right = side_of(context, entry, entry.split + 1, #entry.terms, -1)
  return {expected = right.value, actual = left.value,
          fields = {place = context:table_name(entry.table.id), where = where(context, entry), left = left.text,
                    right = right.text, left_name = left.name, right_name = right.name}}
end

-- ---- sums ---------------------------------------------------------------------------------------

local function sides(rule, value)
  local left, right = parse_all(value[1]), parse_all(value[2])
  rule.sides = {left, right, bound = left[1]}
  rule.fields = rule.fields or declared.sum_fields
end

-- ---- the year before ----------------------------------------------------------------------------

local function both_cells(context, now, before, bound)
  local own = address.cells(now, context.form.layouts, bound)
  local other = address.cells(before, forms_known.compiled(context.previous.form).layouts, bound)
  if #own ~= 1 or #other ~= 1 then return nil end
  return context.report:cell(own[1]), context.previous:cell(other[1])
end

local function same_as_previous(rule, value)
  local now, before = parse_all(value[1])[1], parse_all(value[2])[1]
  rule.check = function(context)
    if not context.previous then return end
    for _, bound in ipairs(address.bound(now, context.form.layouts) or {false}) do
      local own, other = both_cells(context, now, before, bound)
      if own and own.value and other.value and own.value ~= other.value then
        context:finding{cells = {own}, actual = own.value, expected = other.value,
                        fields = {place = context:table_name(own.table), now = own.value, before = other.value,
                                  now_name = cell_name(context, own, {}), before_name = cell_name(context, other, {})}}
      end
    end
  end
end

-- ---- what is there, and what it says ------------------------------------------------------------

local function subject(context, parsed)
  if parsed.kind == "field" then return catalogue.message("field." .. parsed.id) or parsed.id end
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

local function text_of(context, thing, kind)
  if kind == "section" then return context:folded(thing.text) end
  if kind == "cell" then return thing.raw end
  return thing.value and tostring(thing.value) or thing.raw
end

-- A rule that looks at the text of what an address names.
local function look(rule, parsed, fits)
  rule.check = function(context)
    for _, thing in ipairs(things(context, parsed) or {}) do
      local text = text_of(context, thing, parsed.kind)
      if text and not fits(context, text) then
        local raw = parsed.kind == "section" and thing.title or text
        context:finding{cells = parsed.kind == "cell" and {thing} or nil,
                        places = parsed.kind ~= "cell" and {thing} or nil, actual = raw,
                        fields = {what = subject(context, parsed), raw = raw}}
      end
    end
  end
end

local function contains(rule, value)
  local parsed = parse_all(value[1])[1]
  look(rule, parsed, function(context, text)
    text = context:folded(text)
    for i = 2, #value do
      if text:find(context:folded(value[i]), 1, true) then return true end
    end
    return false
  end)
end

local function matches(rule, value)
  local pattern = value[2]
  look(rule, parse_all(value[1])[1], function(_, text) return text:find(pattern) ~= nil end)
end

--- The kinds, each a function(rule, value) that makes a rule ready whose value is right.
declared.kinds = {
  equal = sides, at_most = sides, same_as_previous = same_as_previous, present = present, contains = contains,
  matches = matches,
}

-- ---- what is right ------------------------------------------------------------------------------

local function declarations()
  local list = {}
  for i, id in ipairs(forms_known.list()) do list[i] = forms_known.declared(id) end
  return list
end

-- One address or several, each of which some form has.
local function check_addresses(list)
  local forms, count = declarations(), 0
  for _, text in ipairs(as_list(list)) do
    if type(text) ~= "string" then error("an address is expected, not a " .. type(text), 0) end
    address.verify(address.parse(text), forms)
    count = count + 1
  end
  if count == 0 then error("an address is missing", 0) end
end

local function check_cells(value)
  if #value ~= 2 then error("two sides are expected, {left, right}, not " .. #value, 0) end
  for _, side in ipairs(value) do
    check_addresses(side)
    for _, parsed in ipairs(parse_all(side)) do
      if parsed.kind ~= "cell" then error("'" .. parsed.text .. "' is no cell", 0) end
    end
  end
end

local function check_sides(value)
  check_cells(value)
  local first = parse_all(value[1])[1]
  for _, side in ipairs(value) do
    for _, parsed in ipairs(parse_all(side)) do
      if parsed.row.all ~= first.row.all or parsed.column.all ~= first.column.all then
        error(("'%s' and '%s': '*' must stand for the same in all terms"):format(first.text, parsed.text), 0)
      end
    end
  end
end

local function check_texts(value, what)
  check_addresses(value[1])
  for i = 2, math.max(2, #value) do
    if type(value[i]) ~= "string" then error(what .. " is missing, or is no text", 0) end
  end
end

-- Where a class, [...], ends that begins at a place of a pattern; nil where it does not.
local function class_end(pattern, at)
  local i = at + (pattern:sub(at + 1, at + 1) == "^" and 2 or 1)
  repeat
    local c = pattern:sub(i, i)
    if c == "" then return nil end
    i = i + (c == "%" and 2 or 1)
  until pattern:sub(i, i) == "]"
  return i
end

-- What is wrong with a pattern of Lua, which string.find says only when it comes there; nil for nothing.
local function pattern_fault(pattern)
  local i, open = 1, 0
  while i <= #pattern do
    local c = pattern:sub(i, i)
    if c == "%" then
      if i == #pattern then return "it ends with '%'" end
      if pattern:sub(i + 1, i + 1) == "b" and #pattern < i + 3 then return "'%b' lacks its two characters" end
      i = i + (pattern:sub(i + 1, i + 1) == "b" and 3 or 1)
    elseif c == "[" then
      i = class_end(pattern, i)
      if not i then return "a '[' without its ']'" end
    elseif c == "(" then open = open + 1
    elseif c == ")" then
      open = open - 1
      if open < 0 then return "a ')' without its '('" end
    end
    i = i + 1
  end
  if open > 0 then return "a '(' without its ')'" end
  local ok, problem = pcall(string.find, "", pattern)
  return not ok and tostring(problem):gsub("^.-:%d+: ", "") or nil
end

local function check_pattern(value)
  check_texts(value, "a pattern")
  local problem = pattern_fault(value[2])
  if problem then error(("the pattern '%s': %s"):format(value[2], problem), 0) end
end

-- A phrase without words would be found in every text.
local function check_phrases(value)
  check_texts(value, "a phrase")
  for i = 2, #value do
    if core.skeleton(core.fold(value[i]), false) == "" then
      error(("the phrase '%s' has no words"):format(value[i]), 0)
    end
  end
end

--- What makes the value of a rule right, by kind: each a function(value) that raises where it is not.
declared.checks = {
  equal = check_sides, at_most = check_sides, same_as_previous = check_cells, present = check_addresses,
  contains = check_phrases, matches = check_pattern,
}

--- The message of a rule of some kind that has none of its own.
function declared.message(kind) return catalogue.message("declared." .. kind) end

return declared
