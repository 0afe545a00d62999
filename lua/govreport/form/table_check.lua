--- Checks the tables of a declaration: ids that are there and stand once, rows that can be told from each other, sums
-- and costs of what there is. Everything wrong is an error with its place and, where one is near, a proposal.

local check = require "govreport.form.wording_check"
local core = require "govreport.core"
local extension = require "govreport.form.extension"
local grammar = require "govreport.text.grammar"
local keys = require "govreport.base.keys"
local layout = require "govreport.form.layout"
local lpeg = require "lpeg"
local wordings = require "govreport.form.wordings"

local check_known, proposal = extension.check_known, check.proposal

local table_check = {}

table_check.table_keys = {
  id = "string", title = "string", section = "string", caption = "string", header = "table", rows = "table",
  columns = "table", across = "boolean", pairs = "boolean", numbered = "boolean", spellings = "table",
  total = "string", equations = "table", split = "table",
  costs = "table", grammar = "pattern",
}
table_check.axis_keys = {
  id = "string", label = "string|table", variants = "table", misprints = "table", type = "string", many = "boolean",
  unit = "string", signed = "boolean", decimal = "boolean", heading = "boolean", split = "table", part_of = "string",
}
local spelling_keys = {variants = "table", misprints = "table"}
local equation_keys = {left = "table", right = "table", first = "string", sum = "string"}

-- A table that is `numbered` may have a row 1, 2, 3, … below its header, which numbers the columns.

table_check.types = {"number", "text", "date", "flag", "choice", "unit"}

-- ---- rows and columns ---------------------------------------------------------------------------

-- Two entries of a table that no document can tell apart: under the same groups, with the same ordinal and the same
-- characters.
local function check_told_apart(t, entries, what, place)
  local known = {}
  for _, entry in ipairs(entries) do
    local path = layout.path_of(entry)
    local group = table.concat(path, "\0", 1, #path - 1)
    for _, wording in ipairs(wordings.of(t, entry)) do
      local ordinal = grammar.ordinal_class(grammar.ordinal_of(wording.text))
      local key = group .. "\1" .. tostring(ordinal) .. "\1" .. grammar.skeleton(wording.text, true)
      local other = known[key]
      if other and other.entry ~= entry then
        local at = place(entry.id, "label", t.id, {among = what .. "s"}) .. ": " .. t.id
        local text = wording.text
        if wording.official and other.official then
          error(("%s: the %s '%s' can never be reached: '%s' has the label '%s' too; give one of them a group, as in "
                 .. "label = {\"group\", \"%s\"}"):format(at, what, entry.id, other.entry.id, text, text), 0)
        end
        error(("%s: '%s' is a wording of two %ss, '%s' and '%s'; leave it with one of them"):format(
          at, text, what, other.entry.id, entry.id), 0)
      end
      known[key] = other or {entry = entry, official = wording.official}
    end
  end
end

local function check_entry(t, entry, what, place)
  local id = type(entry) == "table" and entry.id or nil
  local function at(key, near) return place(id, key, t.id, {among = what .. "s", near = near}) .. ": " .. t.id end
  local function named(key) return function(near) return ("%s '%s'"):format(at(key, near), id) end end
  if id and type(entry) == "table" and entry.after then
    error(("%s: 'after' is for new entries among the changes of an extended form; in a list the order is that of the "
           .. "list"):format(named "after"()), 0)
  end
  keys.check(entry, table_check.axis_keys, {"id", "label"}, at)
  check.id(id, at "id")
  local path = layout.path_of(entry)
  check.list(path, named "label", "label", '"…"')
  if #path == 0 then error(named "label"() .. ": the label is empty", 0) end
  for _, label in ipairs(path) do
    if type(label) == "string" then check.label(label, named "label"(label))
    else check.texts({label}, named "label", "label") end
  end
  if entry.type then check_known(table_check.types, entry.type, named "type"(), "type") end
  if entry.type == "unit" and what == "row" then
    error(named "type"() .. ": only a column can be of the type 'unit'", 0)
  end
  check.wordings(entry.variants, named "variants", "variants")
  check.wordings(entry.misprints, named "misprints", "misprints")
end

-- What a row says of the other rows of its table.
local function check_parts(t, place)
  for _, row in ipairs(t.rows) do
    local function at(key) return place(row.id, key, t.id, {among = "rows"}) .. ": " .. t.id .. ": " .. key end
    if row.part_of then check_known(t.rows, row.part_of, at "part_of", "row") end
    for _, id in ipairs(row.split or {}) do check_known(t.rows, id, at "split", "row") end
  end
end

local function check_axis(t, what, place)
  local entries = t[what .. "s"]
  local function at(near) return place(t.id, what .. "s", nil, {among = "tables", near = near}) .. ": " .. t.id end
  check.list(entries, at, what .. "s", "{id = …, label = …}")
  for number, entry in ipairs(entries) do
    if type(entry) ~= "table" then
      error(("%s: a %s is a table, {id = …, label = …}, not a %s"):format(at(number), what, type(entry)), 0)
    end
    check_entry(t, entry, what, place)
  end
  check.unique(entries, function(id)
    return place(id, "id", t.id, {among = what .. "s", last = true}) .. ": " .. t.id
  end)
end

-- ---- sums ---------------------------------------------------------------------------------------

local function row_number(t, id)
  for number, row in ipairs(t.rows) do
    if row.id == id then return number end
  end
end

local function check_equation(t, equation, at)
  keys.check(equation, equation_keys, {}, at)
  local ids = {equation.first, equation.sum}
  for _, key in ipairs{"left", "right"} do
    local side = equation[key]
    check.texts(side, at, key)
    table.move(side or {}, 1, #(side or {}), #ids + 1, ids)
  end
  for _, id in pairs(ids) do check_known(t.rows, id, at(id), "row") end
  if not (equation.left and equation.right) and not (equation.first and equation.sum) then
    error(at() .. ": an equation has 'left' and 'right', or 'first' and 'sum'", 0)
  end
  if equation.first and row_number(t, equation.first) >= row_number(t, equation.sum) then
    local first, sum = equation.first, equation.sum
    error(("%s: 'first', the row '%s', must stand in front of 'sum', the row '%s': first = \"%s\", sum = \"%s\"; for a "
           .. "sum above its rows, left = {\"%s\"}, right = {…}"):format(at(), first, sum, sum, first, first), 0)
  end
end

local function check_equations(t, place)
  local function in_table(key, near)
    return ("%s: %s: %s"):format(place(t.id, key, nil, {among = "tables", near = near}), t.id, key)
  end
  local function at(near) return in_table("equations", near) end
  if t.total then check_known(t.columns, t.total, in_table "total", "column") end
  check.list(t.equations, at, "equations", '{first = "…", sum = "…"}')
  for number, equation in ipairs(t.equations or {}) do
    check_equation(t, equation, function(near) return at(near or number) end)
  end
end

-- ---- labels wherever they stand -----------------------------------------------------------------

--- Every label of a table that may have other spellings, as a set.
function table_check.labels_of(t)
  local known = {}
  for _, label in ipairs(t.header or {}) do known[label] = true end
  if t.caption then known[t.caption] = true end
  for _, entries in ipairs{t.rows, t.columns} do
    for _, entry in ipairs(entries) do
      for _, label in ipairs(layout.path_of(entry)) do known[label] = true end
    end
  end
  return known
end

-- Labels of the form that is extended may have gone.
local function check_spellings(t, place, inherits)
  local known = table_check.labels_of(t)
  for label, spellings in pairs(t.spellings or {}) do
    local function at(near)
      return place(t.id, "spellings", nil, {among = "tables", near = near}) .. ": " .. t.id .. ": spellings"
    end
    if not known[label] and not inherits then
      error(("%s: '%s' is no label of the table%s"):format(at(label), tostring(label), proposal(label, known)), 0)
    end
    keys.check(spellings, spelling_keys, {}, at)
    check.wordings(spellings.variants, at, "variants")
    check.wordings(spellings.misprints, at, "misprints")
  end
end

-- ---- how it is read -----------------------------------------------------------------------------

local usual_costs = core.align_costs()
local largest_cost = 100000

local function check_costs(t, place)
  local names = {}
  for name in pairs(t.costs or {}) do names[#names + 1] = name end
  table.sort(names, function(a, b) return tostring(a) < tostring(b) end)
  for _, name in ipairs(names) do
    local at, cost = place(t.id, "costs", nil, {among = "tables", near = tostring(name)}), t.costs[name]
    at = at .. ": " .. t.id .. ": costs"
    if not usual_costs[name] then
      error(("%s: there is no cost '%s'%s"):format(at, tostring(name), proposal(name, usual_costs)), 0)
    end
    if math.type(cost) ~= "integer" or cost < 0 or cost > largest_cost then
      error(("%s: '%s' must be a whole number from 0 to %d, not %s"):format(at, name, largest_cost, tostring(cost)), 0)
    end
  end
end

-- A pattern that takes nothing would be found everywhere.
local function check_grammar(t, place)
  if t.grammar == nil then return end
  local at = place(t.id, "grammar", nil, {among = "tables"}) .. ": " .. t.id .. ": grammar"
  if lpeg.type(t.grammar) ~= "pattern" then error(at .. ": a pattern of LPeg is expected", 0) end
  if not pcall(grammar.everywhere, t.grammar) then
    error(at .. ": the pattern may match an empty text; let it begin with words that must be there", 0)
  end
end

--- Checks a table of a declaration.
-- @param place function(id, key, within, more) -> the place of that, for messages
function table_check.check(declared, t, place)
  local function at(key, near)
    return place(type(t) == "table" and t.id or nil, key, nil, {among = "tables", near = near})
  end
  keys.check(t, table_check.table_keys, {"id", "rows", "columns"}, at)
  check.id(t.id, at "id")
  check_axis(t, "row", place)
  check_axis(t, "column", place)
  check_parts(t, place)
  check.texts(t.header, function(near) return at("header", near) .. ": " .. t.id end, "header")
  for _, label in ipairs(t.header or {}) do check.label(label, at("header", label) .. ": " .. t.id) end
  if t.caption then check.label(t.caption, at "caption" .. ": " .. t.id) end
  if t.section then check_known(declared.sections, t.section, at("section", t.section) .. ": " .. t.id, "part") end
  if t.pairs and #t.columns ~= 1 then error(at "pairs" .. ": " .. t.id .. ": 'pairs' have one column", 0) end
  if t.pairs and t.across then error(at "pairs" .. ": " .. t.id .. ": 'pairs' does not go with 'across'", 0) end
  check_told_apart(t, t.rows, "row", place)
  check_told_apart(t, t.columns, "column", place)
  check_equations(t, place)
  check_spellings(t, place, declared.extends ~= nil)
  check_costs(t, place)
  check_grammar(t, place)
end

return table_check
