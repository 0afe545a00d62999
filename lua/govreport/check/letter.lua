--- A letter to the body whose report was checked (退改意见): what must be corrected, what is to be verified, what is worth
-- knowing. What only the tool could not do is no business of that body and stays out.

local catalogue = require "govreport.base.catalogue"
local cause_words = require "govreport.check.cause.words"
local forms = require "govreport.form"
local names = require "govreport.form.names"
local readonly = require "govreport.base.readonly"

local letter = {}

letter.groups = {"error", "warning", "info"}

local most_labels = 3   -- in a column of the letter; more are counted

local function words(lang, key, fields) return catalogue.text(lang, "letter." .. key, fields) end

-- Some labels, or how many there are; `whole` is how many there could be.
local function labels(list, lang, unit, whole)
  if #list == 0 then return "" end
  if #list > most_labels and #list == whole then return words(lang, "all_" .. unit) end
  if #list > most_labels then return words(lang, "count_" .. unit, {count = #list}) end
  return table.concat(list, words(lang, "separator"))
end

local function add_once(list, seen, key, value)
  if not seen[key] then list[#list + 1] = value end
  seen[key] = true
end

-- Part, rows and columns of cells.
local function place_of_cells(declared, cells, lang)
  local parts, rows, columns, seen = {}, {}, {}, {}
  local row_count, column_count = 0, 0
  for i = 1, #cells do
    local table_id, row, column = cells[i].address:match("^([^.]+)%.([^.]+)%.([^.]+)$")
    local part = names.table(declared, table_id)[lang]
    add_once(parts, seen, "part " .. part, part)
    add_once(rows, seen, "row " .. table_id .. row, names.row(declared, table_id, row))
    local label = names.column(declared, table_id, column)
    add_once(columns, seen, "column " .. table_id .. column, label)
    local t = names.declared_table(declared, table_id)
    row_count, column_count = #t.rows, #t.columns
  end
  local one = #parts == 1
  return {part = labels(parts, lang, "tables"), row = labels(rows, lang, "rows", one and row_count),
          column = labels(columns, lang, "columns", one and column_count)}
end

-- The part in which a byte of the source lies.
local function part_at(report, declared, byte, lang)
  local found
  for section in report:sections() do
    if section.id and section.byte <= byte then found = section.id end
  end
  return found and names.part(declared, found)[lang] or words(lang, "head")
end

local function place_of(report, declared, found, lang)
  if #found.cells > 0 then return place_of_cells(declared, found.cells, lang) end
  return {part = found.byte and part_at(report, declared, found.byte, lang) or words(lang, "whole"), row = "",
          column = ""}
end

local function change_text(declared, change, lang)
  local table_id, row, column = change.address:match("^([^.]+)%.([^.]+)%.([^.]+)$")
  local value = cause_words.value(change.value, change.at_least, change.at_most)[lang]
  return words(lang, "change_to", {row = names.row(declared, table_id, row), value = value,
                                column = names.column(declared, table_id, column)})
end

-- One way to repair: a change, or several.
local function repair_text(declared, repair, lang)
  if repair.address then return change_text(declared, repair, lang) end
  local list = {}
  for i = 1, #repair do list[i] = change_text(declared, repair[i], lang) end
  return table.concat(list, words(lang, "and"))
end

local function suggestion(declared, found, lang)
  local list = found.alternatives
  if #list == 1 then return repair_text(declared, list[1], lang) end
  if #list > 0 then
    local texts = {}
    for i = 1, #list do texts[i] = repair_text(declared, list[i], lang) end
    return words(lang, "one_of", {list = table.concat(texts, words(lang, "or")),
                                  count = found.alternatives_count})
  end
  if #found.repair > 0 then return repair_text(declared, found.repair, lang) end
  -- A text that should be another one as a whole; other sides are for programs.
  if #found.places > 0 and found.places[1].raw == found.actual and type(found.expected) == "string" then
    return words(lang, "should_be", {value = found.expected})
  end
  return words(lang, "please_" .. found.severity)
end

local view = readonly.class "govreport.Letter"

--- Composes the letter about one report.
-- @param result the Result of its check; the report must be open
-- @param rounds what `govreport.check.rounds` says of it, or nil
-- @param lang language of the letter
-- @return read-only `{title, agency, report, year, opening, verdict, count, groups = {{severity, title, items}},
-- resolved = texts}`; an item is `{number, part, row, column, problem, change, status, finding}`
function letter.compose(result, rounds, lang)
  local report = result.report
  local declared, number = forms.declared(report.form), 0
  local composed = {
    lang = lang, title = words(lang, "title"), agency = report.agency, report = report.title, year = report.year,
    verdict = result:verdict_text(lang), groups = {}, resolved = {},
  }
  for _, severity in ipairs(letter.groups) do
    local group = {severity = severity, title = words(lang, "group_" .. severity), items = {}}
    for found in result:findings() do
      if found.severity == severity then
        number = number + 1
        local item = place_of(report, declared, found, lang)
        item.number, item.problem, item.finding = number, found.messages[lang], found
        item.change = suggestion(declared, found, lang)
        item.status = rounds and words(lang, "status_" .. rounds.status[found])
        group.items[#group.items + 1] = item
      end
    end
    if #group.items > 0 then composed.groups[#composed.groups + 1] = group end
  end
  for _, old in ipairs(rounds and rounds.resolved or {}) do
    if old.severity ~= "notice" then composed.resolved[#composed.resolved + 1] = old.messages[lang] end
  end
  composed.count = number
  composed.opening = words(lang, number > 0 and "opening" or "nothing", {
    report = report.title or words(lang, "the_report"), count = number})
  return view(composed)
end

return letter
