--- What differs between two reports: facts, cells, titles of parts, sentences.
--
-- Compared is what a report says, not how it is set: width, white space, line ends, brackets, quotation marks,
-- punctuation and traditional characters do not count. A blank is not a zero. A cell that is unreadable in one of them
-- is undecided.

local core = require "govreport.core"
local forms = require "govreport.form"
local keys = require "govreport.base.keys"
local leftovers = require "govreport.compare.leftovers"
local names = require "govreport.form.names"
local revision = require "govreport.compare.revision"
local sentences = require "govreport.text.sentences"

local diff = {}

--- What its options may hold: types by key.
diff.option_keys = {years = "string"}

-- What counts of a text that was printed.
local function key_of(text) return text and sentences.key(core.fold(text)) end

-- ---- facts --------------------------------------------------------------------------------------

-- These stand in sentences, and are compared there.
local in_sentences = {citations = true, parts_announced = true}

local function first_fields(report)
  local first = {}
  for id, field in pairs(report.fields) do first[id] = first[id] or field end
  return first
end

local function fields_of_both(a, b)
  local list, seen = {}, {}
  for _, report in ipairs{a, b} do
    for _, id in ipairs(forms.declared(report.form).fields) do
      if not seen[id] and not in_sentences[id] then
        seen[id] = true
        list[#list + 1] = id
      end
    end
  end
  return list
end

-- How far a year is from the report's own, for the report's own and its neighbours.
local function distance(digits, year)
  local years = digits - year
  return math.abs(years) <= 1 and ("{%d}"):format(years) or nil
end

-- What counts of a fact. With years that count by their distance from the report's own, 2020-12-31 is `0-12-31`.
local function fact_key(field, year)
  if field.state == "text" then
    local key = key_of(field.value)
    return year and key:gsub("%f[%d]%d%d%d%d%f[%D]", function(digits) return distance(digits, year) end) or key
  elseif field.state == "date" and year then
    return (field.value:gsub("^%d%d%d%d", function(digits) return tostring(digits - year) end))
  end
  return field.state .. " " .. tostring(field.value)
end

local function compare_facts(self)
  local a, b = first_fields(self.a), first_fields(self.b)
  for _, id in ipairs(fields_of_both(self.a, self.b)) do
    local old, new = a[id], b[id]
    local entry = {id = id, a = old, b = new}
    if old and new then
      local relative = self.relative and id ~= "year"
      if fact_key(old, relative and self.a.year) ~= fact_key(new, relative and self.b.year) then
        self.facts[#self.facts + 1] = entry
      end
    elseif old or new then
      local list = sentences.is_page_fact(id) and self.only or self.facts
      list[#list + 1] = entry
    end
  end
end

-- ---- cells --------------------------------------------------------------------------------------

-- A count may have its measure word in the cell or in the header.
local counting = {["件"] = true, ["条"] = true, ["个"] = true, ["项"] = true, ["次"] = true}

local function unit_of(cell)
  local unit = key_of(cell.unit)
  return not counting[unit] and unit or nil
end

--- Whether two cells say the same; nil where that cannot be told.
local function same_cell(a, b)
  if a.state == "unreadable" or b.state == "unreadable" then
    if a.state == b.state and a.raw and key_of(a.raw) == key_of(b.raw) then return true end
    return nil
  end
  if a.state ~= b.state then return false end
  if a.state ~= "number" then
    return a.value == b.value and (a.value == nil or tostring(a.value) == tostring(b.value))
  end
  return a.value == b.value and unit_of(a) == unit_of(b) and key_of(a.note) == key_of(b.note)
end

-- The rows of a table by id, in order: lists of Cells by the ids of their columns.
local function rows_of(report, id)
  local rows = {}
  for row in report.tables[id]:rows() do
    local entry = {id = row.id, columns = {}, present = false}
    for cell in row:cells() do
      entry.columns[#entry.columns + 1], entry.columns[cell.column_id] = cell.column_id, cell
      entry.present = entry.present or cell.state ~= "absent"
    end
    rows[#rows + 1], rows[row.id] = entry, entry
  end
  return rows
end

local function compare_cell(self, table_id, row, column, a, b)
  local same = same_cell(a, b)
  if same then return end
  local list = same == nil and self.undecided or self.cells
  list[#list + 1] = {table = table_id, row = row, column = column, address = a.address, a = a, b = b}
end

local function add_missing(self, entry, side)
  entry.only = side
  self.rows[#self.rows + 1] = entry
end

-- The columns of a row that only one form has; those of one table are named once.
local function compare_columns(self, table_id, old, new, told)
  for _, id in ipairs(old.columns) do
    local a, b = old.columns[id], new.columns[id]
    if b then compare_cell(self, table_id, old.id, id, a, b)
    elseif a.state ~= "absent" and not told["a." .. id] then
      told["a." .. id] = true
      add_missing(self, {table = table_id, column = id, place = a}, "a")
    end
  end
  for _, id in ipairs(new.columns) do
    if not old.columns[id] and new.columns[id].state ~= "absent" and not told["b." .. id] then
      told["b." .. id] = true
      add_missing(self, {table = table_id, column = id, place = new.columns[id]}, "b")
    end
  end
end

local function first_present(row)
  for _, id in ipairs(row.columns) do
    if row.columns[id].state ~= "absent" then return row.columns[id] end
  end
end

local function compare_table(self, id)
  local a, b, told = rows_of(self.a, id), rows_of(self.b, id), {}
  for _, old in ipairs(a) do
    local new = b[old.id]
    if old.present and new and new.present then compare_columns(self, id, old, new, told)
    elseif old.present then add_missing(self, {table = id, row = old.id, place = first_present(old)}, "a")
    end
  end
  for _, new in ipairs(b) do
    local old = a[new.id]
    if new.present and not (old and old.present) then
      add_missing(self, {table = id, row = new.id, place = first_present(new)}, "b")
    end
  end
end

local function tables_of(report)
  local list, known = {}, {}
  for id, t in pairs(report.tables) do list[#list + 1], known[id] = id, t end
  return list, known
end

local function first_cell(report, id)
  for _, row in ipairs(rows_of(report, id)) do
    if row.present then return first_present(row) end
  end
end

local function compare_tables(self)
  local list_a, a = tables_of(self.a)
  local list_b, b = tables_of(self.b)
  for _, id in ipairs(list_a) do
    local has_a, has_b = a[id].present, b[id] ~= nil and b[id].present
    if has_a and has_b then compare_table(self, id)
    elseif has_a then add_missing(self, {table = id, place = first_cell(self.a, id)}, "a")
    elseif has_b then add_missing(self, {table = id, place = first_cell(self.b, id)}, "b")
    end
  end
  for _, id in ipairs(list_b) do
    if not a[id] and b[id].present then add_missing(self, {table = id, place = first_cell(self.b, id)}, "b") end
  end
end

-- ---- labels -------------------------------------------------------------------------------------

-- The misprinted labels of a report, by what the form has for them, and these in order.
local function misprints_of(report)
  local found, order = {}, {}
  for _, deviation in ipairs(report.deviations) do
    local label = deviation.subject
    if deviation.kind == "label_misprint" and not found[label] then
      found[label] = deviation
      order[#order + 1] = label
    end
  end
  return found, order
end

local function add_label(self, label, old, new)
  if not (old and new and key_of(old.raw) == key_of(new.raw)) then
    self.labels[#self.labels + 1] = {label = label, a = old, b = new}
  end
end

-- Labels of rows and columns are those of the form, but for misprints.
local function compare_labels(self)
  if self.forms then return end
  local a, a_order = misprints_of(self.a)
  local b, b_order = misprints_of(self.b)
  for _, label in ipairs(a_order) do add_label(self, label, a[label], b[label]) end
  for _, label in ipairs(b_order) do
    if not a[label] then add_label(self, label, nil, b[label]) end
  end
end

-- ---- text ---------------------------------------------------------------------------------------

local function compare_titles(self, a, b)
  local titles = {}
  for _, item in ipairs(a) do
    if item.section then titles[item.part] = item.section end
  end
  for _, item in ipairs(b) do
    local old, new = titles[item.part], item.section
    if new and old and (key_of(old.title) ~= key_of(new.title) or old.number ~= new.number) then
      self.titles[#self.titles + 1] = {part = item.part, a = old, b = new}
    end
  end
end

-- The parts with cells that could not be read in one of the reports.
local function undecided_parts(self)
  local parts = {}
  for _, found in ipairs(self.undecided) do
    for _, report in ipairs{self.a, self.b} do
      local declared = names.declared_table(forms.declared(report.form), found.table)
      if declared and declared.section then parts[declared.section] = true end
    end
  end
  return parts
end

-- A line that only one has and that is no sentence says nothing of the report: above the first part and below the last
-- one it is of the page (字号, 打印, 目录), in parts with tables it may be what copying left of their labels.
local function is_stray_line(change, undecided)
  local found = change.a or change.b
  if change.a and change.b or found.whole then return false end
  if found.part == "head" or found.part == "tail" then return true end
  return leftovers.is_one(found.report.form, found.part, found.key, undecided[found.part])
end

local function compare_text(self)
  local a = sentences.of(self.a, self.relative and self.a.year)
  local b = sentences.of(self.b, self.relative and self.b.year)
  compare_titles(self, a, b)
  local changes, moved = revision.compare(a, b)
  for _, entry in ipairs(moved) do self.titles[#self.titles + 1] = entry end
  local undecided = undecided_parts(self)
  for _, change in ipairs(changes) do
    local list = is_stray_line(change, undecided) and self.only or self.sentences
    list[#list + 1] = change
  end
end

-- ---- the whole ----------------------------------------------------------------------------------

local Difference = {__name = "govreport.Difference", __metatable = "govreport.Difference"}
function Difference.__tostring() return Difference.__name end
Difference.__index = Difference

--- How many differences there are in all; what is undecided, and lines of the page, are none.
function Difference:count()
  return #self.facts + #self.cells + #self.rows + #self.labels + #self.titles + #self.sentences
         + (self.forms and 1 or 0)
end

--- "same", "different", or "undecided" where nothing differs but cells could not be read.
function Difference:verdict()
  if self:count() > 0 then return "different" end
  return #self.undecided > 0 and "undecided" or "same"
end

--- The years that count as the same one: `{a, b}`; nil where years are compared as printed.
function Difference:years()
  if self.relative and self.a.year ~= self.b.year then return {a = self.a.year, b = self.b.year} end
end

--- Compares two Reports.
-- @param a, b Reports, of any forms and years; they must stay open as long as the result is used
-- @param options `years`: "relative" (the report's own year and its neighbours count as words: 本年度, 上年度) or "literal";
-- relative by default where the years differ
-- @return a table: `facts` (list of `{id, a, b}`: Fields), `cells` and `undecided` (lists of `{address, table, row,
-- column, a, b}`: Cells), `rows` (what only one has: `{table, row, column, only, place}`; without row and column, the
-- whole table), `labels` (misprinted ones: `{label, a, b}`, Deviations; the side without prints it right), `titles`
-- (`{part, a, b}`: Sections), `sentences` (see `compare.revision`), `only` (no differences: facts and lines of the
-- page, and leftovers of tables, that only one has), `forms` (whether the forms differ), `relative`; `count()`,
-- `verdict()`, `years()`
function diff.run(a, b, options)
  options = keys.check(options or {}, diff.option_keys, {}, "options of diff")
  local years = options.years or (a.year and b.year and a.year ~= b.year and "relative") or "literal"
  if years ~= "relative" and years ~= "literal" then
    error("options of diff: 'years' must be \"relative\" or \"literal\"", 2)
  end
  local self = setmetatable({
    a = a, b = b, relative = years == "relative" and a.year ~= nil and b.year ~= nil, forms = a.form ~= b.form,
    facts = {}, cells = {}, undecided = {}, rows = {}, labels = {}, titles = {}, sentences = {},
    only = {},
  }, Difference)
  compare_facts(self)
  compare_tables(self)
  compare_labels(self)
  compare_text(self)
  return self
end

return diff
