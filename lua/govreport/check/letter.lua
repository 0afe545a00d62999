--- A letter to the body whose report was checked (退改意见): what must be corrected, what is to be verified, what is worth
-- knowing. What only the tool could not do is no business of that body and stays out.

local catalogue = require "govreport.base.catalogue"
local forms = require "govreport.form"
local names = require "govreport.form.names"
local readonly = require "govreport.base.readonly"
local remedy = require "govreport.check.remedy"

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
          column = labels(columns, lang, "columns", one and column_count), rows = #rows, columns = #columns}
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

-- Where the item stands, in one text: a row or column that all cells share, and how many cells there are.
local function where(item, found, lang)
  local list, count = {item.part}, #found.cells
  local one_row, one_column = item.rows == 1, item.columns == 1
  if one_row then list[#list + 1] = words(lang, "in_row", {label = item.row}) end
  if one_column then list[#list + 1] = words(lang, "in_column", {label = item.column}) end
  if count > 1 then list[#list + 1] = words(lang, "count_cells", {count = count}) end
  return table.concat(list, words(lang, "comma"))
end

-- What to do, where no table of the repair says it.
local function suggestion(report, found, lang)
  local repair = #found.alternatives == 1 and found.alternatives[1] or found.repair
  if #repair == 1 then
    local change = remedy.change(report, repair[1], lang)
    return words(lang, "change_to", {row = change.row, column = change.column, value = change.to})
  end
  -- A text that should be another one as a whole; other sides are for programs.
  if #found.places > 0 and found.places[1].raw == found.actual and type(found.expected) == "string" then
    return words(lang, "should_be", {value = found.expected})
  end
  return words(lang, "please_" .. found.severity)
end

local function item_of(report, declared, found, options)
  local lang, rounds = options.lang, options.rounds
  local item = place_of(report, declared, found, lang)
  item.where, item.problem = where(item, found, lang), found.messages[lang]
  item.rows, item.columns = nil, nil
  local repair = remedy.of(report, found, lang)
  local shown = repair or remedy.unfilled(report, found, lang)
  item.tables = shown and shown.tables or {}
  item.change = repair and repair.summary or suggestion(report, found, lang)
  item.status = rounds and words(lang, "status_" .. rounds.status[found])
  return item
end

--- The item of a finding, without a number.
-- @param options `lang`; `rounds`, see `letter.compose`
function letter.item(report, found, options) return item_of(report, forms.declared(report.form), found, options) end

local months = {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                "November", "December"}

-- 2025-02-28 as people write it: 2025年2月28日, 28 February 2025.
local function day(date, lang)
  if not date then return nil end
  local year, month, number = date:match("^(%d+)-0?(%d+)-0?(%d+)$")
  return words(lang, "day", {year = year, month = {zh = month, en = months[tonumber(month)]}, day = number})
end

-- How many there are of each severity that there is: 需修改1处、待核实4处.
local function counts_text(groups, lang)
  local list = {}
  for i, group in ipairs(groups) do list[i] = words(lang, "count_" .. group.severity, {count = #group.items}) end
  return table.concat(list, words(lang, "separator"))
end

-- What the body is asked to do with the items of each severity, and by when.
local function closing(composed)
  local lang, list = composed.lang, {}
  for i, group in ipairs(composed.groups) do list[i] = words(lang, "do_" .. group.severity) end
  return words(lang, composed.deadline and "closing_until" or "closing", {
    todo = table.concat(list, words(lang, "semicolon")), deadline = composed.deadline})
end

-- The title, the first sentence and the last one.
local function add_frame(composed, options)
  local lang, report = options.lang, composed.report or words(options.lang, "the_report")
  local some = composed.count > 0
  composed.title = words(lang, some and "title" or "title_nothing", {report = report})
  composed.opening = words(lang, some and "opening" or "nothing", {
    report = report, counts = counts_text(composed.groups, lang)})
  composed.from, composed.contact = options.from, options.contact
  composed.date, composed.deadline = day(options.date, lang), day(options.deadline, lang)
  composed.closing = some and closing(composed) or nil
end

local view = readonly.class "govreport.Letter"

--- Composes the letter about one report.
-- @param result the Result of its check; the report must be open
-- @param options `lang` of the letter; `rounds`, what `govreport.check.rounds` says of the report; `from`, who sends
-- the letter, `contact`, whom to ask, `deadline` for the answer and `date` of the letter, both ISO dates
-- @return read-only `{title, agency, report, year, opening, closing, verdict, count, groups = {{severity, title,
-- items}}, resolved = texts, from, date, deadline, contact}`; an item is `{number, part, row, column, where, problem,
-- change, tables, status, finding}`, its tables are those of `govreport.check.remedy`
function letter.compose(result, options)
  local report, lang = result.report, options.lang
  local declared, number = forms.declared(report.form), 0
  local composed = {
    lang = lang, agency = report.agency, report = report.title, year = report.year,
    verdict = result:verdict_text(lang), groups = {}, resolved = {},
  }
  for _, severity in ipairs(letter.groups) do
    local group = {severity = severity, title = words(lang, "group_" .. severity), items = {}}
    for found in result:findings() do
      if found.severity == severity then
        number = number + 1
        local item = item_of(report, declared, found, options)
        item.number, item.finding = number, found
        group.items[#group.items + 1] = item
      end
    end
    if #group.items > 0 then composed.groups[#composed.groups + 1] = group end
  end
  for _, old in ipairs(options.rounds and options.rounds.resolved or {}) do
    if old.severity ~= "notice" then composed.resolved[#composed.resolved + 1] = old.messages[lang] end
  end
  composed.count = number
  add_frame(composed, options)
  return view(composed)
end

return letter
