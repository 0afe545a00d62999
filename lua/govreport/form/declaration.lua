--- What the declaration of a form must hold, beside the keys that it may have: parts, tables, what tells it, the facts
-- and their readers. Everything wrong is an error when the form is loaded, with its place and, where one is near, a
-- proposal.

local check = require "govreport.form.wording_check"
local check_readers = require "govreport.form.reader_check"
local extension = require "govreport.form.extension"
local grammar = require "govreport.text.grammar"
local keys = require "govreport.base.keys"
local table_check = require "govreport.form.table_check"
local view_check = require "govreport.form.view_check"
local wordings = require "govreport.form.wordings"

local declaration = {}

local form_keys = {
  id = "string", name = "string", notice = "string", years = "any", sections = "table", tables = "table",
  fields = "table", names = "table", readers = "table", detect = "table", extends = "string", before = "string",
  claims = "string|table", views = "table",
}
local section_keys = {id = "string", title = "string", variants = "table", misprints = "table"}
local detect_keys = {labels = "table", words = "table", sections = "integer", least = "integer"}

--- The keys that a form may have and their types, by where they stand.
declaration.keys = {
  form = form_keys, section = section_keys, table = table_check.table_keys, axis = table_check.axis_keys,
  detect = detect_keys, view = view_check.view_keys, item = view_check.item_keys,
}

--- What a cell can hold: `number` unless the row or the column says otherwise. `unit` is a column that holds the unit
-- of the numbers beside it; `choice` is the ticked one of several options, with `many` all that
-- are, with 、 between them.
declaration.types = table_check.types

-- ---- parts --------------------------------------------------------------------------------------

local function check_sections(declared, place)
  local function place_of(near) return place(declared.id, "sections", nil, {near = near}) .. ": sections" end
  check.list(declared.sections, place_of, "sections", "{id = …, title = …}")
  for _, section in ipairs(declared.sections) do
    local id = type(section) == "table" and section.id or nil
    local function at(key, near) return place(id, key, nil, {among = "sections", near = near}) end
    local function named(key) return function(near) return at(key, near) .. ": " .. id end end
    keys.check(section, section_keys, {"id", "title"}, at)
    check.id(id, at "id")
    check.label(section.title, named "title"())
    check.wordings(section.variants, named "variants", "variants")
    check.wordings(section.misprints, named "misprints", "misprints")
  end
  check.unique(declared.sections, function(id) return place(id, "id", nil, {among = "sections", last = true}) end)
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
    for label in pairs(table_check.labels_of(t)) do add(label) end
    for _, entries in ipairs{t.rows, t.columns} do
      for _, entry in ipairs(entries) do
        for _, wording in ipairs(wordings.of(t, entry)) do known[grammar.skeleton(wording.text, true)] = true end
      end
    end
  end
  return known, official
end

-- A number that is asked for and can be reached.
local function check_count(declared, key, most, what, at)
  local count = declared.detect[key]
  if count and (count < 1 or count > most) then
    error(("%s: '%s' is %d, but the form has %d %s: a number from 1 to %d"):format(at(key), key, count, most, what,
                                                                                 math.max(most, 1)), 0)
  end
end

local function check_detect(declared, place)
  local function at(near) return place(declared.id, "detect", nil, {near = near}) .. ": detect" end
  local detect = declared.detect
  keys.check(detect, detect_keys, {}, at)
  check.texts(detect.labels, at, "labels")
  check.wordings(detect.words, at, "words")
  local labels, words = detect.labels or {}, detect.words or {}
  if #labels == 0 and not detect.sections then
    error(at() .. ": nothing tells the form; name some 'labels' that no other form has, or how many 'sections' must "
          .. "be found", 0)
  end
  local known, official = all_labels(declared)
  for _, label in ipairs(labels) do
    if not known[grammar.skeleton(label, true)] then
      error(("%s: '%s' is no label of the form%s"):format(at(label), label, check.proposal(label, official)), 0)
    end
  end
  if #labels > 0 then check_count(declared, "least", #labels + #words, "labels and words that tell it", at) end
  check_count(declared, "sections", #declared.sections, "parts", at)
end

-- ---- the whole ----------------------------------------------------------------------------------

-- The sentences of a family of reports that come with the project, by name; or a form's own.
local known_claims = {"cn_disclosure"}

local function check_years(declared, place)
  local years = declared.years
  if years == nil then return end
  local at = place(declared.id, "years") .. ": years"
  local first = type(years) == "table" and (years[1] or select(2, next(years))) or years
  local year = (tostring(first) .. "2020"):match "^%d%d%d%d" or "2020"
  local example = (": the first year and, where there is one, the last, as in years = {%s}"):format(year)
  if type(years) ~= "table" then error(at .. example, 0) end
  local count = 0
  for key, value in pairs(years) do
    count = count + 1
    local is_year = math.type(value) == "integer" and value > 999 and value < 10000
    if (key ~= 1 and key ~= 2) or not is_year then error(at .. example, 0) end
  end
  if count ~= #years or count == 0 then error(at .. example, 0) end
  if years[2] and years[2] < years[1] then
    error(("%s: the first year stands first: years = {%d, %d}"):format(at, years[2], years[1]), 0)
  end
end

--- Checks a declaration; raises with the place and, where there is one near, a proposal.
-- @param declared the declaration, with what it takes from others
-- @param where how messages name it, or function(id, key, within, more) -> the place of a key of the entry with an id,
-- see `places.locator`
-- @return the declaration
function declaration.check(declared, where)
  local function place(...) return extension.place(where, ...) end
  local function top(key) return place(type(declared) == "table" and declared.id or nil, key) end
  keys.check(declared, form_keys, {"id", "name", "tables", "detect"}, top)
  check.id(declared.id, top "id")
  local given = declared
  declared = extension.overlay({sections = {}, fields = {}, readers = {}}, declared)
  check_sections(declared, place)
  local function place_of(near) return place(declared.id, "tables", nil, {near = near}) .. ": tables" end
  check.list(declared.tables, place_of, "tables", "{id = …, rows = …, columns = …}")
  for _, t in ipairs(declared.tables) do table_check.check(declared, t, place) end
  check.unique(declared.tables, function(id) return place(id, "id", nil, {among = "tables", last = true}) end)
  view_check.check(declared, place)
  check_readers(declared, place)
  check_years(declared, place)
  if type(declared.claims) == "string" then
    extension.check_known(known_claims, declared.claims, top "claims" .. ": claims", "family of sentences")
  end
  check_detect(declared, place)
  return given
end

return declaration
