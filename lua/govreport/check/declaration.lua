--- What the declared kinds of rules must hold, checked when a rule is loaded. Each check raises `{words, text}`: what
-- is wrong, and the words of the script where it is.

local address = require "govreport.form.address"
local core = require "govreport.core"
local forms_known = require "govreport.form"
local keys = require "govreport.base.keys"
local last_year = require "govreport.check.last_year"
local names = require "govreport.form.names"
local pattern = require "govreport.check.pattern"

local declaration = {}

local function wrong(words, format, ...) error({words = words, text = format:format(...)}, 0) end

local function as_list(value) return type(value) == "table" and value or {value} end

-- The declarations of some forms.
local function declared_forms(ids)
  local list = {}
  for i, id in ipairs(ids) do list[i] = forms_known.declared(id) end
  return list
end

-- What the rule is about: all forms, and those that it is for.
local function scope_of(own)
  local all = declared_forms(forms_known.list())
  return {all = all, own = own.forms and declared_forms(own.forms) or all, ids = own.forms}
end

-- ---- addresses ----------------------------------------------------------------------------------

-- An address that some form has, and where `now` is set one of the rule's own forms.
local function read_address(text, scope, now)
  if type(text) ~= "string" then
    wrong(nil, "an address is expected, like \"applications.granted.total\", not %s", type(text))
  end
  local ok, parsed = pcall(address.parse, text)
  if not ok then wrong(text, "%s", parsed) end
  local known, problem = pcall(address.verify, parsed, scope.all)
  if not known then wrong(text, "%s", problem) end
  if now and scope.ids and not pcall(address.verify, parsed, scope.own) then
    wrong(text, "'%s': the rule is for %s alone, which has nothing of that name", text, table.concat(scope.ids, ", "))
  end
  return parsed
end

-- One that names a thing, and takes nothing away.
local function read_plain(text, scope)
  local parsed = read_address(text, scope, true)
  if parsed.sign < 0 or parsed.factor ~= 1 then
    wrong(text, "'%s': a '-' or a factor stands only in sums", text)
  end
  return parsed
end

local function is_single(range) return range.all or range.first == range.last end

-- One cell, or one for each row or column.
local function read_cell(text, scope, now)
  if type(text) == "table" then wrong(nil, "one address is expected, not a list") end
  local parsed = now and read_plain(text, scope) or read_address(text, scope)
  if parsed.kind ~= "cell" then wrong(text, "'%s' is no cell", text) end
  if parsed.sign < 0 or parsed.factor ~= 1 or not is_single(parsed.row) or not is_single(parsed.column) then
    wrong(text, "'%s' is no single cell", text)
  end
  return parsed
end

local function check_stars(first, parsed)
  if parsed.row.all ~= first.row.all or parsed.column.all ~= first.column.all then
    wrong(parsed.text, "'%s' and '%s': '*' must stand for the same in all terms", first.text, parsed.text)
  end
end

-- ---- sums of addresses --------------------------------------------------------------------------

local function has_range(entries, range, bound)
  if range.all then return not bound or names.entry(entries, bound) ~= nil end
  return names.entry(entries, range.first) ~= nil and names.entry(entries, range.last) ~= nil
end

-- Whether a form has what all terms name, for one of the ids that `*` may stand for.
local function has_terms(declared, terms)
  local function has_all(bound)
    for _, parsed in ipairs(terms) do
      local t = names.declared_table(declared, parsed.table)
      if not t or not has_range(t.rows, parsed.row, bound) or not has_range(t.columns, parsed.column, bound) then
        return false
      end
    end
    return true
  end
  local t, first = names.declared_table(declared, terms[1].table), terms[1]
  local axis = first.row.all and "rows" or first.column.all and "columns"
  if not axis then return has_all() end
  for _, entry in ipairs(t and t[axis] or {}) do
    if has_all(entry.id or entry) then return true end
  end
  return false
end

-- A side names so many addresses at most, each of them a cell or a range of cells.
local most_terms = 1000

local function sides(value, scope)
  if #value ~= 2 then wrong(nil, "two sides are expected, {left, right}, not %d", #value) end
  local terms = {}
  for i, side in ipairs(value) do
    local which, count = i == 1 and "left" or "right", #as_list(side)
    if count == 0 then wrong(nil, "an address is missing on the %s side", which) end
    if count > most_terms then wrong(nil, "more than %d addresses on the %s side", most_terms, which) end
    for _, text in ipairs(as_list(side)) do
      local parsed = read_address(text, scope, true)
      if parsed.kind ~= "cell" then wrong(text, "'%s' is no cell", text) end
      check_stars(terms[1] or parsed, parsed)
      terms[#terms + 1] = parsed
    end
  end
  for _, declared in ipairs(scope.own) do
    if has_terms(declared, terms) then return end
  end
  wrong(terms[1].text, "no form has all of these cells: there is nothing to compare")
end

-- ---- sums over a table --------------------------------------------------------------------------

local sum_keys = {table = "string", each = "string", total = "string", parts = "table", factors = "table"}
local balance_keys = {table = "string", each = "string", left = "table", right = "table", factors = "table"}
declaration.sum_keys, declaration.balance_keys = sum_keys, balance_keys

-- The tables of an id in the forms that the rule is for.
local function tables_of(id, scope)
  local list, known = {}, {}
  for _, declared in ipairs(scope.own) do
    for _, t in ipairs(declared.tables) do
      known[t.id] = true
      if t.id == id then list[#list + 1] = t end
    end
  end
  if #list > 0 then return list end
  local nearest = keys.nearest(id, known)
  wrong('"' .. id .. '"', "there is no table '%s'%s", id, nearest and ", did you mean '" .. nearest .. "'?" or "")
end

local function has_id(tables, axis, id)
  for _, t in ipairs(tables) do
    if names.entry(t[axis], id) then return true end
  end
  return false
end

local function known_ids(tables, axis)
  local known = {}
  for _, t in ipairs(tables) do
    for _, entry in ipairs(t[axis]) do known[entry.id or entry] = true end
  end
  return known
end

-- Along a row columns are added up, and the other way round. `words` are those of the script; the id where it is nil.
local function check_id(tables, each, id, words)
  local axis, other, what = "columns", "rows", "column"
  if each == "column" then axis, other, what = "rows", "columns", "row" end
  if type(id) ~= "string" then wrong(nil, "the id of a %s is expected, not %s", what, type(id)) end
  if has_id(tables, axis, id) then return end
  if has_id(tables, other, id) then
    wrong('"' .. id .. '"', "'%s' is no %s: each = \"column\" adds up rows, each = \"row\" columns", id, what)
  end
  local nearest = keys.nearest(id, known_ids(tables, axis))
  wrong(words or '"' .. id .. '"', "there is no %s '%s' in the table '%s'%s", what, id, tables[1].id,
        nearest and ", did you mean '" .. nearest .. "'?" or "")
end

local function have_all(tables, each, ids)
  for _, t in ipairs(tables) do
    local found = true
    for _, id in ipairs(ids) do found = found and names.entry(t[each == "row" and "columns" or "rows"], id) ~= nil end
    if found then return true end
  end
  return false
end

local function check_parts(parts, tables, each)
  keys.check(parts, {first = "string", last = "string"}, {"first", "last"}, "parts")
  local axis = each == "row" and "columns" or "rows"
  for _, t in ipairs(tables) do
    local _, first = names.entry(t[axis], parts.first)
    local _, last = names.entry(t[axis], parts.last)
    if first and last and first > last then
      wrong('"' .. parts.first .. '"', "parts: '%s' stands behind '%s'", parts.first, parts.last)
    end
  end
end

local function sum(value, scope, kind)
  local known, required = sum_keys, {"table", "each", "total"}
  if kind == "balance" then known, required = balance_keys, {"table", "each", "left", "right"} end
  keys.check(value, known, required, kind)
  local each = value.each
  if each ~= "row" and each ~= "column" then wrong("each", "'each' must be \"row\" or \"column\", not \"%s\"", each) end
  local tables, ids = tables_of(value.table, scope), {value.total}
  for _, list in ipairs{value.left or {}, value.right or {}, {value.parts and value.parts.first},
                        {value.parts and value.parts.last}} do
    table.move(list, 1, #list, #ids + 1, ids)
  end
  for _, id in ipairs(ids) do check_id(tables, each, id) end
  if not have_all(tables, each, ids) then
    wrong('"' .. ids[1] .. '"', "no form has all of these ids in '%s'", value.table)
  end
  if value.parts then check_parts(value.parts, tables, each) end
  for id, factor in pairs(value.factors or {}) do
    check_id(tables, each, id, id)
    address.factor(factor, id)
  end
end

-- ---- the year before ----------------------------------------------------------------------------

local function same_as_previous(value, scope)
  if #value ~= 2 then wrong(nil, "two cells are expected, {now, before}, not %d", #value) end
  local now = read_cell(value[1], scope, true)
  check_stars(now, read_cell(value[2], scope))
end

local function change(value, scope)
  if #value ~= 2 then wrong(nil, "an address and a limit are expected, {\"…\", \"50%%\"}, not %d entries", #value) end
  read_cell(value[1], scope, true)
  local limit = value[2]
  if type(limit) ~= "string" or not last_year.limit(limit) then
    wrong(type(limit) == "string" and limit or nil,
          "'%s' is no change, which is a text like \"50%%\", \"100\", \"+50%%\" or \"-30%%\"", tostring(limit))
  end
end

-- ---- what is there, and what it says ------------------------------------------------------------

local function present(value, scope)
  if #as_list(value) == 0 then wrong(nil, "an address is missing") end
  for _, text in ipairs(as_list(value)) do read_plain(text, scope) end
end

local function check_texts(value, what, scope)
  local parsed = read_plain(value[1], scope)
  if parsed.kind == "table" then wrong(value[1], "'%s' is a table, which has no text", value[1]) end
  for i = 2, math.max(2, #value) do
    if type(value[i]) ~= "string" then wrong(nil, "%s is missing, or is no text", what) end
  end
end

local function check_pattern(value, scope)
  check_texts(value, "a pattern", scope)
  if #value > 2 then wrong(value[3], "one pattern is expected, not %d", #value - 1) end
  local problem = pattern.fault(value[2])
  if problem then wrong(value[2], "the pattern '%s': %s", value[2], problem) end
end

-- A phrase without words would be found in every text.
local function check_phrases(value, scope)
  check_texts(value, "a phrase", scope)
  for i = 2, #value do
    if core.skeleton(core.fold(value[i]), false) == "" then
      wrong(value[i], "the phrase '%s' has no words", value[i])
    end
  end
end

local checks = {
  sum = sum, balance = sum, equal = sides, at_most = sides, same_as_previous = same_as_previous, change = change,
  present = present, contains = check_phrases, matches = check_pattern, lacks = check_pattern,
}

-- ---- which forms a rule is about ----------------------------------------------------------------

local function has_sum(value, declared)
  local t = names.declared_table(declared, value.table)
  if not t then return false end
  local ids = {value.total}
  for _, list in ipairs{value.left or {}, value.right or {}} do table.move(list, 1, #list, #ids + 1, ids) end
  return have_all({t}, value.each, ids)
end

local function has_sides(value, declared)
  local terms = {}
  for _, side in ipairs(value) do
    for _, text in ipairs(as_list(side)) do terms[#terms + 1] = address.parse(text) end
  end
  return has_terms(declared, terms)
end

-- Whether a form has one of the things that the first `count` addresses of a value name.
local function has_one(value, declared, count)
  local list = as_list(value)
  for i = 1, count or #list do
    if pcall(address.verify, address.parse(list[i]), {declared}) then return true end
  end
  return false
end

local function has_first(value, declared) return has_one(value, declared, 1) end

local concerns = {
  sum = has_sum, balance = has_sum, equal = has_sides, at_most = has_sides, present = has_one,
  same_as_previous = has_first, change = has_first, contains = has_first, matches = has_first, lacks = has_first,
}

--- Whether a form has what a declared rule is about; true of rules that are functions.
-- @param own the rule
-- @param declared the form's declaration
function declaration.concerns(own, declared)
  for kind, has in pairs(concerns) do
    if own[kind] then return has(own[kind], declared) end
  end
  return true
end

--- Checks the value of a rule's kind; raises a text, or `{words, text}`.
-- @param own the rule, whose forms are known
function declaration.check(own, kind)
  if checks[kind] then checks[kind](own[kind], scope_of(own), kind) end
end

return declaration
