--- What the declaration of a form must hold, beside the keys that it may have: ids that are there and stand once, rows
-- that can be told from each other. Everything wrong is an error when the form is loaded, with its place and, where
-- one is near, a proposal.

local core = require "govreport.core"
local extension = require "govreport.form.extension"
local grammar = require "govreport.text.grammar"
local keys = require "govreport.base.keys"
local layout = require "govreport.form.layout"
local lpeg = require "lpeg"
local wordings = require "govreport.form.wordings"

local usual_costs = core.align_costs()

local declaration = {}

local form_keys = {
  id = "string", name = "string", notice = "string", years = "table", sections = "table", tables = "table",
  fields = "table", readers = "table", detect = "table", extends = "string", before = "string",
  claims = "string|table",
}
local section_keys = {id = "string", title = "string", variants = "table", misprints = "table"}
local table_keys = {
  id = "string", title = "string", section = "string", caption = "string", header = "table", rows = "table",
  columns = "table", across = "boolean", pairs = "boolean", numbered = "boolean", spellings = "table",
  total = "string", equations = "table", split = "table",
  costs = "table", grammar = "userdata",
}
local axis_keys = {
  id = "string", label = "string|table", variants = "table", misprints = "table", type = "string", many = "boolean",
  unit = "string", signed = "boolean", decimal = "boolean", heading = "boolean", split = "table", part_of = "string",
}
local spelling_keys = {variants = "table", misprints = "table"}
local detect_keys = {labels = "table", words = "table", sections = "integer", least = "integer"}
local scopes = {"head", "tail", "meta", "end"}
local reader_keys = {scope = "string", match = "userdata", find = "userdata", once = "boolean", read = "function"}
local equation_keys = {left = "table", right = "table", first = "string", sum = "string"}

-- A table that is `numbered` may have a row 1, 2, 3, … below its header, which numbers the columns.

--- The keys that a form may have and their types, by where they stand.
declaration.keys = {
  form = form_keys, section = section_keys, table = table_keys, axis = axis_keys, detect = detect_keys,
}

--- What a cell can hold: `number` unless the row or the column says otherwise. `unit` is a column that holds the unit
-- of the numbers beside it; `choice` is the ticked one of several options, with `many` all that
-- are, with 、 between them.
declaration.types = {"number", "text", "date", "flag", "choice", "unit"}

local place, check_known = extension.place, extension.check_known

local function proposal(name, known)
  local nearest = keys.nearest(tostring(name), known)
  return nearest and ", did you mean '" .. nearest .. "'?" or ""
end

local function check_unique(list, where, id_place)
  local seen = {}
  for _, entry in ipairs(list) do
    local id = type(entry) == "table" and entry.id or entry
    if seen[id] then error(("%s: the id '%s' stands twice"):format(id_place and id_place(id) or where, id), 0) end
    seen[id] = true
  end
end

-- ---- rows and columns ---------------------------------------------------------------------------

-- Two entries of a table that no document can tell apart: under the same groups, with the same ordinal and the same
-- characters.
local function check_labels(t, entries, what, where)
  local known = {}
  for _, entry in ipairs(entries) do
    local path = layout.path_of(entry)
    local group = table.concat(path, "\0", 1, #path - 1)
    for _, wording in ipairs(wordings.of(t, entry)) do
      local ordinal = grammar.ordinal_class(grammar.ordinal_of(wording.text))
      local key = group .. "\1" .. tostring(ordinal) .. "\1" .. grammar.skeleton(wording.text, true)
      local other = known[key]
      if other and other.entry ~= entry then
        local at = where(entry.id, "label", t.id) .. ": " .. t.id
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

local function check_wordings(list, at)
  for _, wording in ipairs(list or {}) do
    local pattern = type(wording) == "userdata"
    if not pattern and (type(wording) ~= "string" or grammar.skeleton(wording) == "") then
      error(at .. ": a wording is a text with characters, or a pattern of LPeg", 0)
    end
  end
end

local function check_entry(t, entry, what, where)
  local function at(key) return where(type(entry) == "table" and entry.id or nil, key, t.id) .. ": " .. t.id end
  keys.check(entry, axis_keys, {"id", "label"}, at)
  if not entry.id:match("^[%a_][%w_]*$") then
    error(("%s: the id '%s' is not made of ASCII letters, digits and '_'"):format(at "id", entry.id), 0)
  end
  for _, label in ipairs(layout.path_of(entry)) do
    if type(label) ~= "string" or grammar.skeleton(label, true) == "" then
      error(("%s '%s': a label is a text with characters, or a list of them"):format(at "label", entry.id), 0)
    end
  end
  if #layout.path_of(entry) == 0 then error(("%s '%s': the label is empty"):format(at "label", entry.id), 0) end
  if entry.type then check_known(declaration.types, entry.type, at "type" .. " '" .. entry.id .. "'", "type") end
  if entry.type == "unit" and what == "row" then
    error(("%s '%s': only a column can be of the type 'unit'"):format(at "type", entry.id), 0)
  end
  check_wordings(entry.variants, at "variants" .. " '" .. entry.id .. "'")
  check_wordings(entry.misprints, at "misprints" .. " '" .. entry.id .. "'")
end

-- ---- tables -------------------------------------------------------------------------------------

local function row_number(t, id)
  for number, row in ipairs(t.rows) do
    if row.id == id then return number end
  end
end

local function check_equations(t, at)
  if t.total then check_known(t.columns, t.total, at "total" .. ": " .. t.id .. ": total", "column") end
  for _, equation in ipairs(t.equations or {}) do
    local here = at "equations" .. ": " .. t.id .. ": equations"
    keys.check(equation, equation_keys, {}, here)
    local ids = {equation.first, equation.sum}
    for _, side in ipairs{equation.left or {}, equation.right or {}} do table.move(side, 1, #side, #ids + 1, ids) end
    for _, id in pairs(ids) do check_known(t.rows, id, here, "row") end
    if not (equation.left and equation.right) and not (equation.first and equation.sum) then
      error(here .. ": an equation has 'left' and 'right', or 'first' and 'sum'", 0)
    end
    if equation.first and row_number(t, equation.first) >= row_number(t, equation.sum) then
      error(("%s: 'first', the row '%s', must stand in front of 'sum', the row '%s'"):format(here, equation.first,
                                                                                        equation.sum), 0)
    end
  end
end

-- Every label of a table that may have other spellings.
local function labels_of(t)
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

local function check_spellings(t, at, inherits)
  local known = labels_of(t)
  for label, spellings in pairs(t.spellings or {}) do
    local here = at "spellings" .. ": " .. t.id .. ": spellings"
    if not known[label] and not inherits then
      error(("%s: '%s' is no label of the table%s"):format(here, tostring(label), proposal(label, known)), 0)
    end
    keys.check(spellings, spelling_keys, {}, here)
    check_wordings(spellings.variants, here)
    check_wordings(spellings.misprints, here)
  end
end

local largest_cost = 100000

local function check_costs(t, where)
  local names = {}
  for name in pairs(t.costs or {}) do names[#names + 1] = name end
  table.sort(names, function(a, b) return tostring(a) < tostring(b) end)
  for _, name in ipairs(names) do
    local here, cost = where(t.id, name) .. ": " .. t.id .. ": costs", t.costs[name]
    if not usual_costs[name] then
      error(("%s: there is no cost '%s'%s"):format(here, tostring(name), proposal(name, usual_costs)), 0)
    end
    if math.type(cost) ~= "integer" or cost < 0 or cost > largest_cost then
      error(("%s: '%s' must be a whole number from 0 to %d, not %s"):format(here, name, largest_cost,
                                                                         tostring(cost)), 0)
    end
  end
end

-- A pattern that takes nothing would be found everywhere.
local function check_grammar(t, at)
  if t.grammar == nil then return end
  local here = at "grammar" .. ": " .. t.id .. ": grammar"
  if lpeg.type(t.grammar) ~= "pattern" then error(here .. ": a pattern of LPeg is expected", 0) end
  if not pcall(grammar.everywhere, t.grammar) then
    error(here .. ": the pattern may match an empty text; let it begin with words that must be there", 0)
  end
end

local function check_table(declared, t, where)
  local function at(key) return where(type(t) == "table" and t.id or nil, key) end
  keys.check(t, table_keys, {"id", "rows", "columns"}, at)
  for _, entry in ipairs(t.rows) do check_entry(t, entry, "row", where) end
  for _, entry in ipairs(t.columns) do check_entry(t, entry, "column", where) end
  if t.section then check_known(declared.sections, t.section, at "section" .. ": " .. t.id, "part") end
  local function id_place(id) return where(id, "id", t.id) .. ": " .. t.id end
  check_unique(t.rows, nil, id_place)
  check_unique(t.columns, nil, id_place)
  if t.pairs and #t.columns ~= 1 then error(at "pairs" .. ": " .. t.id .. ": 'pairs' have one column", 0) end
  if t.pairs and t.across then error(at "pairs" .. ": " .. t.id .. ": 'pairs' does not go with 'across'", 0) end
  check_labels(t, t.rows, "row", where)
  check_labels(t, t.columns, "column", where)
  check_equations(t, at)
  check_spellings(t, at, declared.extends ~= nil)
  check_costs(t, where)
  check_grammar(t, at)
end

-- ---- detection ----------------------------------------------------------------------------------

-- What the labels of a form look like, by their characters.
local function all_labels(declared)
  local known, official = {}, {}
  local function add(text)
    known[grammar.skeleton(text, true)] = true
    official[text] = true
  end
  for _, section in ipairs(declared.sections) do add(section.title) end
  for _, t in ipairs(declared.tables) do
    for label in pairs(labels_of(t)) do add(label) end
    for _, entries in ipairs{t.rows, t.columns} do
      for _, entry in ipairs(entries) do
        for _, wording in ipairs(wordings.of(t, entry)) do known[grammar.skeleton(wording.text, true)] = true end
      end
    end
  end
  return known, official
end

local function check_detect(declared, where)
  local function at(key) return where(declared.id, key) end
  local detect = declared.detect
  keys.check(detect, detect_keys, {}, function() return at "detect" .. ": detect" end)
  if #(detect.labels or {}) == 0 and not detect.sections then
    error(at "detect" .. ": detect: nothing tells the form; name some 'labels' that no other form has, or how many "
          .. "'sections' must be found", 0)
  end
  local known, official = all_labels(declared)
  for _, label in ipairs(detect.labels or {}) do
    if type(label) ~= "string" or not known[grammar.skeleton(label, true)] then
      error(("%s: detect: '%s' is no label of the form%s"):format(at "detect", tostring(label),
                                                                proposal(label, official)), 0)
    end
  end
  check_wordings(detect.words, at "detect" .. ": detect: words")
end

-- ---- the whole ----------------------------------------------------------------------------------

local function check_reader(reader, where)
  local here = where(nil, "readers")
  keys.check(reader, reader_keys, {"scope", "read"}, here)
  check_known(scopes, reader.scope, here, "scope of readers")
  if reader.scope ~= "meta" and reader.scope ~= "end" and not reader.match and not reader.find then
    error(("%s: a reader of the scope '%s' needs a pattern: 'match' for the whole scope, or 'find', which is looked "
           .. "for in it"):format(here, reader.scope), 0)
  end
end

local function check_years(declared, where)
  local years = declared.years or {}
  for i = 1, math.max(#years, declared.years and 1 or 0) do
    if math.type(years[i]) ~= "integer" or i > 2 then
      error(where(declared.id, "years") .. ": years: the first year and, where there is one, the last", 0)
    end
  end
end

--- Checks a declaration; raises with the place and, where there is one near, a proposal.
-- @param declared the declaration, with what it takes from others
-- @param where how messages name it, or function(id, key, within) -> the place of a key of the entry with an id in the
-- entry with another
-- @return the declaration
function declaration.check(declared, where)
  local function at(...) return place(where, ...) end
  local function top(key) return at(type(declared) == "table" and declared.id or nil, key) end
  keys.check(declared, form_keys, {"id", "name", "tables", "detect"}, top)
  if not declared.id:match("^[%a_][%w_]*$") then
    error(top "id" .. ": the id '" .. declared.id .. "' is not made of ASCII letters, digits and '_'", 0)
  end
  local given = declared
  declared = extension.overlay({sections = {}, fields = {}, readers = {}}, declared)
  for _, section in ipairs(declared.sections) do
    local id = type(section) == "table" and section.id or nil
    keys.check(section, section_keys, {"id", "title"}, function(key) return at(id, key) end)
    check_wordings(section.variants, at(id, "variants"))
    check_wordings(section.misprints, at(id, "misprints"))
  end
  for _, t in ipairs(declared.tables) do check_table(declared, t, at) end
  for _, reader in ipairs(declared.readers) do check_reader(reader, at) end
  local function id_place(id) return at(id, "id") end
  check_unique(declared.sections, nil, id_place)
  check_unique(declared.tables, nil, id_place)
  check_unique(declared.fields, top "fields")
  check_years(declared, at)
  check_detect(declared, at)
  return given
end

return declaration
