--- What a rule sees while it runs: the report, names for messages, and what several rules ask for, made once.

local agreement = require "govreport.claims.agreement"
local bodies = require "govreport.bodies"
local body_vote = require "govreport.check.body_vote"
local core = require "govreport.core"
local cut = require "govreport.check.cut"
local later = require "govreport.base.later"
local forms = require "govreport.form"
local further = require "govreport.check.further"
local grammar = require "govreport.text.grammar"
local identity = require "govreport.check.identity"
local items = require "govreport.check.items"
local lexicon = require "govreport.claims.lexicon"
local names = require "govreport.form.names"
local needs = require "govreport.check.needs"
local order = require "govreport.check.order"
local quote = require "govreport.text.quote"
local reading = later "govreport.check.reading"
local recorder = require "govreport.check.recorder"
local running_text = require "govreport.text.running_text"
local shingles = later "govreport.text.shingles"
local claims = require "govreport.claims"
local undecided = later "govreport.check.undecided"
local unread_pages = require "govreport.text.unread_pages"
local year_vote = require "govreport.check.year_vote"
local year_words = require "govreport.text.year_words"

local context = {}

local Context = {}

-- What is known beside the report, nil where it is not: the entry of the report's body in the register of units, and
-- the report of the year before, if it is that of this body.
context.facts = {
  unit = function(self) return self.units and self.units:find(self.report.agency) or nil end,
  usual = function(self) return forms.is_usual(self.form.id) end,   -- the form is one of the disclosure reports
  previous = function(self) return not self:previous_problem() and self.beside.previous or nil end,
  -- The year that the report is for: where its title is wrong, not the title's, which is `report.year`.
  year = function(self) return self:year_vote().year end,
}

-- What a context has not itself is asked of its report: `fields`, `tables`, `year`, `sections()`, …
local report_methods = {
  section = true, sections = true, cell = true, unaccounted = true, passages = true, values = true, to_table = true,
  sentences = true, find = true,
}

-- Methods are kept once they were asked for: a check calls some of them hundreds of times.
local function keep(self, name, method)
  rawset(self, name, method)
  return method
end

function Context.__index(self, name)
  local own = Context[name]
  if own ~= nil then return keep(self, name, own) end
  if context.facts[name] then return context.facts[name](self) end
  local report = rawget(self, "report")
  local value = report[name]
  if not report_methods[name] then return value end
  return keep(self, name, function(_, ...) return value(report, ...) end)
end

-- A method that makes something when it is first called, and gives it from then on; it is kept under a name.
local function made_once(name, make)
  return function(self)
    local made = self.made[name]
    if made == nil then
      made = make(self)
      self.made[name] = made
    end
    return made
  end
end

--- What `make` gives, made once for a check and kept under a name.
function Context:once(name, make)
  local made = self.made[name]
  if made == nil then
    made = make()
    self.made[name] = made
  end
  return made
end

--- The names of parts, tables, rows and columns, for messages; see `govreport.form.names`.
function Context:part_name(section_id) return names.part(self.form.declared, section_id) end

function Context:table_name(table_id) return names.table(self.form.declared, table_id) end

function Context:row_label(table_id, row_id) return names.row(self.form.declared, table_id, row_id) end

function Context:column_label(table_id, column_id) return names.column(self.form.declared, table_id, column_id) end

--- The declaration of a column: `signed`, `decimal`.
function Context:declared_column(table_id, column_id)
  return names.declared_column(self.form.declared, table_id, column_id)
end

--- The cells that hold anything but a whole number >= 0.
Context.odd_cells = made_once("odd_cells", function(self) return self.report:odd_cells() end)

--- The Cells of some numbers.
function Context:cells_at(numbers) return core.cells(self.report, numbers) end

--- Those among them of a kind: "number" (not whole, below 0, or with a unit), "unreadable", "absent", "unfilled".
function Context:odd_cells_of(kind)
  return self:once("odd_cells_" .. kind, function() return self:cells_at(self:plane().odd[kind]) end)
end

--- Iterates over some cells of the plane in rising order, without making Cells of them: the number of each, the layout
-- of its table, its column.
-- @param list their numbers
function Context:each_of(list)
  local layouts, i, at = self.form.layouts, 0, 1
  return function()
    i = i + 1
    local number = list[i]
    if not number then return nil end
    while number >= layouts[at].first_cell + #layouts[at].rows * #layouts[at].columns do at = at + 1 end
    local t = layouts[at]
    return number, t, t.columns[(number - t.first_cell) % #t.columns + 1]
  end
end

--- The same over the odd cells of a kind.
function Context:each_odd(kind) return self:each_of(self:plane().odd[kind]) end

-- The layout of a table of the form, and the places of some columns in its rows.
local function columns_at(form, table_id, ids)
  for _, t in ipairs(form.layouts) do
    local at = {}
    for i, column in ipairs(t.id == table_id and t.columns or {}) do at[column.id] = i end
    if next(at) then return t, at[ids[1]], at[ids[2]], at[ids[3]] end
  end
end

--- Iterates over the rows of a table of the form, without making Cells: the id of each and the values of two or three
-- columns, nil for what has none.
function Context:rows_of(table_id, ...)
  local values, i = self:plane().value, 0
  local t, first, second, third = columns_at(self.form, table_id, {...})
  return function()
    i = i + 1
    local row = t.rows[i]
    if not row then return nil end
    local base = t.first_cell + (i - 1) * #t.columns - 1
    return row.id, values[base + first], values[base + second], third and values[base + third]
  end
end

local function deviations_by_kind(report)
  local by_kind = {}
  for _, deviation in ipairs(report.deviations) do
    local list = by_kind[deviation.kind] or {}
    by_kind[deviation.kind] = list
    list[#list + 1] = deviation
  end
  return by_kind
end

local none = {}   -- nobody adds to a list of deviations

--- The deviations of a kind, in document order.
function Context:deviations(kind)
  local by_kind = self.made.deviations
  if not by_kind then
    by_kind = deviations_by_kind(self.report)
    self.made.deviations = by_kind
  end
  return by_kind[kind] or none
end

--- The cells of a row; of the whole table where `row_id` is "".
function Context:cells_of(table_id, row_id)
  local list = {}
  for row in self.report.tables[table_id]:rows() do
    if row_id == "" or row.id == row_id then
      for cell in row:cells() do list[#list + 1] = cell end
    end
  end
  return list
end

--- The numbers of the source that belong to nothing, as the report has them; the list is asked for once.
Context.unaccounted_numbers = made_once("unaccounted_numbers", function(self) return self.report:unaccounted() end)

-- What is noted where a table is not written as the form has it.
local kinds_of_gaps = {"header_missing", "columns_unknown", "columns_permuted", "column_missing", "caption_missing",
                       "label_unknown", "row_unknown", "row_short", "row_long", "row_inferred"}

--- Whether something of a table was not read, is not there, or is written as the form does not have it. Where nothing
-- is, `reading` has nothing to tell.
Context.has_gaps = made_once("gaps", function(self)
  local odd, found = self:plane().odd, false
  for _, kind in ipairs(kinds_of_gaps) do found = found or #self:deviations(kind) > 0 end
  return found or #odd.absent > 0 or #odd.unreadable > 0
end)

--- Whether most cells that the form asks for could not be read. Then it is not said what is missing.
function Context:is_unread()
  local plane = self:plane()
  local is_whole = next(plane.lost) == nil and #plane.odd.absent == 0
  return not is_whole and self:reading().mostly_unread
end

--- What may be said of the report by what was read of it; see `govreport.check.reading`.
Context.reading = made_once("reading", function(self) return reading.of(self) end)

--- What the cells of the report hold, as tables by cell number; see `core.plane`.
Context.plane = made_once("plane", function(self) return core.plane(self.report) end)

--- Where the cells stand in the source: `{byte, byte_end}`, each a table by cell number; absent cells are in neither.
Context.cell_bytes = made_once("cell_bytes", function(self)
  local first, last = core.cell_bytes(self.report)
  return {byte = first, byte_end = last}
end)

--- The values that cells without one have by the sums of their tables, whichever rules are chosen, by cell number: the
-- only one that is possible; nil where there are several.
Context.implied_values = made_once("implied", function(self)
  if #self:plane().odd.unfilled == 0 then return {} end
  return identity.implied(self.every_sum and self.every_sum() or self.compiled, self.report)
end)

--- The value of a cell as the sums of its table have it: its own, or the only one that is possible.
function Context:implied(cell)
  local plane, number = self:plane(), cell.number
  if plane.state[number] == "number" then return plane.value[number] end
  return self:implied_values()[number]
end

--- The value that an unreadable cell must have by the sums of its table; nil where they do not tell, or disagree.
function Context:legible(cell)
  return self:once("legible", function()
    local unreadable = require "govreport.check.cause.unreadable"
    return unreadable.values(self, self.every_sum and self.every_sum() or self.compiled)
  end)[cell.number]
end

--- The value of a cell, by its number, or the one that repairs it where it is the only cause of sums that fail.
function Context:corrected(number)
  local value = self.guilty[number]
  if value == nil or value == true then return self:plane().value[number] end
  return value
end

--- Whether a cell is the subtotal of others in its column; see `govreport.check.identity`.
function Context:is_subtotal(cell) return self:is_subtotal_at(cell.number) end

--- Whether the cell of a number is.
function Context:is_subtotal_at(number)
  return identity.is_subtotal(self.compiled.parts, self:plane(), number)
end

--- What the report's body is, by the register of units and by its name: `{type, level, deadline, known_by}`; nil where
-- nothing is known, and each of type, level and deadline may be nil.
--   type      "government", "office" (of a government), "department", "subdistrict", "institution"
--   level     "national", "province", "city", "county", "township"; a 乡镇 is a government of level "township"
--   deadline  the register's local one for this report, an ISO date
--   known_by  "register" or "name"
function Context:body()
  return self:once("body", function()
    return bodies.body.of(self.units, self.report, self.year) or false
  end) or nil
end

--- The first field of each id, whatever the form: `report.fields` raises where a form has no such field. Each is asked
-- for once.
-- @return map from id to Field
Context.read_fields = made_once("read_fields", function(self)
  local fields, known = self.report.fields, self.form.field_index
  return setmetatable({}, {__index = function(own, id)
    local field = known[id] and fields[id]
    own[id] = field
    return field
  end})
end)

--- The sections of the report as tables, read once; see `core.outline`.
Context.outline = made_once("outline", function(self) return core.outline(self.report) end)

--- A part of the report in the outline; nil where the report lacks it.
function Context:outline_of(section_id)
  for _, entry in ipairs(self:outline()) do
    if entry.id == section_id then return entry end
  end
  return nil
end

--- What stands between the title and the text of the first part; see `text.running_text`. nil where the report
-- has no title in front of one.
function Context:preface()
  return self:once("preface", function()
    local title, first = self:read_fields().title, self:outline()[1]
    if not title or not first or first.body_start <= title.stop then return false end
    return running_text.preface(self.report.document.tape, title.stop, first.body_start)
  end) or nil
end

--- The texts of the report's parts; see `govreport.text.running_text`.
Context.texts = made_once("texts", function(self) return running_text.texts(self.report, self:outline()) end)

--- The items of the parts in prose; see `govreport.check.items`.
Context.items = made_once("items", function(self) return items.of(self) end)

-- What was found of the words that rules need.
local spotted = made_once("spotted", function(self)
  local starts, met = needs.spot(self.vocabulary, self)
  return {starts = starts, met = met}
end)

--- Where a word begins in the text of the report (see `govreport.text.article`), one that the `needs` of rules have:
-- list of positions, empty where it does not stand there.
function Context:starts_of(word)
  return spotted(self).starts[self.vocabulary.numbers[word]] or none
end

--- Whether one of the words that some rule needs stands there, by the list of its `needs`.
function Context:has_one_of(words) return spotted(self).met[words] == true end

--- Which year the report is for, and who says so; see `govreport.check.year_vote`.
Context.year_vote = made_once("year_vote", function(self) return year_vote.of(self) end)

--- The bodies that the report names as its author beside its own; see `govreport.check.body_vote`.
Context.other_bodies = made_once("other_bodies", function(self) return body_vote.of(self) end)

--- Why the report that was given for the year before cannot be compared; see `bodies.predecessor`. nil where it
-- can be, or none was given.
function Context:previous_problem()
  local given = self.beside.previous
  if not given then return nil end
  local problem = self:once("previous_problem", function()
    return bodies.predecessor.problem(self.report, given, self.units, self.year) or false
  end)
  return problem or nil
end

--- The cell of the year before; nil where there is no such report, or its form has no such row or column.
function Context:previous_cell(table_id, row_id, column_id)
  local previous = self.previous
  local declared = previous and names.declared_table(forms.declared(previous.form), table_id)
  if not declared or not names.entry(declared.rows, row_id) or not names.entry(declared.columns, column_id) then
    return nil
  end
  return previous.tables[table_id]:cell(row_id, column_id)
end

--- Where the source was cut off; see `govreport.check.cut`. nil where nothing tells that it was.
function Context:cut()
  return self:once("cut", function() return cut.of(self) or false end) or nil
end

--- The numbers of the pages that hold no text: what is missing may stand there; see `govreport.text.unread_pages`.
Context.unread_pages = made_once("unread_pages", function(self) return unread_pages.of(self.report.document) end)

--- Whether the source was cut off in a part, or lacks the text of a page: it may say more than was read.
function Context:is_cut_in(section_id)
  local own = self:cut()
  return own ~= nil and cut.is_in(own, self, section_id) or #self:unread_pages() > 0
end

--- Whether a part stands behind the place where the source was cut off, or may stand on a page without text: nobody
-- knows whether the report lacks it.
function Context:is_part_cut(section_id)
  local own = self:cut()
  return own ~= nil and cut.hides_part(own, self, section_id) or #self:unread_pages() > 0
end

--- Whether a table, or one of its rows where `row_id` is given, stands behind that place or may stand on such a page.
function Context:is_table_cut(table_id, row_id)
  local own = self:cut()
  return own ~= nil and cut.hides_row(own, self, table_id, row_id) or #self:unread_pages() > 0
end

--- Whether what begins at a byte of the source stands behind that place, or was cut itself.
function Context:is_byte_cut(byte)
  local own = self:cut()
  return own ~= nil and byte ~= nil and byte >= own.byte
end

--- What the source lost of the order of its tables; see `govreport.check.order`.
Context.order = made_once("order", function(self) return order.of(self) end)

--- Whether a table lost its order, so that nobody can tell what it holds.
function Context:is_unordered(table_id)
  local flow = self:order().flow
  return flow ~= nil and flow.tables[table_id] == true
end

--- Whether a place stands among tables that lost their order.
function Context:is_place_unordered(place)
  local flow = self:order().flow
  return flow ~= nil and order.covers(flow, {places = {place}})
end

--- Leaves the verdict open: something that the rule needs could not be decided.
-- @param what the id of a table, or whatever it is, which the rule says then
function Context:leave_open(what)
  local t = type(what) == "string" and names.declared_table(self.form.declared, what)
  self.undecided[#self.undecided + 1] = t and undecided.table(what) or undecided.rule(self.rule)
end

--- How much of one text stands in another: see `govreport.text.shingles.containment`.
Context.containment = function(_, a, b) return shingles.containment(a, b) end

--- The words of claims that the form has; see `govreport.claims.lexicon`. Nil where it has none.
function Context:lexis() return lexicon.of_form(self.form.declared) end

-- What the report says in sentences about its tables, and where on the tape those begin that were not read.
local claims_of = made_once("claims", function(self)
  local lexis = self:lexis()
  local own = {list = {}, unread = nil}
  if lexis then own.list, own.unread = claims.of(self.report, self.form, lexis, self:texts()) end
  return own
end)

--- What the report says in sentences about its tables: list of statements; see `govreport.claims`.
function Context:statements() return claims_of(self).list end

--- Where on the tape the sentences begin that were too many to be set against tables; nil where there are none such.
function Context:unread_statements() return claims_of(self).unread end

--- Whether a statement agrees with the tables; see `govreport.claims.agreement`.
function Context:agreement(statement)
  local judged = self:once("agreements", function() return {} end)
  judged[statement] = judged[statement] or agreement.of(self, statement)
  return judged[statement]
end

--- The years that look like another year's, and how often the text names the report's own; see `text.year_words`.
function Context:stale_years()
  local found = self:once("stale_years", function()
    return {year_words.stale(self.report, self.year, self:texts(), self:outline())}
  end)
  return found[1], found[2]
end

--- A range of the tape as a place of a finding: its text on one line, and where it stands.
function Context:place(start, stop)
  local document = self.report.document
  local place = quote.place(document, start, stop)
  local raw = document:source(start, stop):gsub("\u{3000}", " "):gsub("%s+", " ")
  raw = raw:gsub("([\128-\255]) ", "%1"):gsub(" ([\128-\255])", "%1")
  return {raw = raw, byte = place.byte, place = place}
end

--- A text with width and traditional characters folded.
Context.folded = function(_, text) return grammar.fold(text) end

--- Whether a cell was named already as the cause of sums that fail.
function Context:is_guilty(cell) return self.guilty[cell.number] ~= nil end

recorder.extend(Context)

--- Makes the context of one check.
-- @param report a Report
-- @param form its compiled form
-- @param own the rules for the form; see `govreport.check.ruleset.for_form`
-- @param options those of the check: `lang` of the findings, `set` of rules, `units`
-- @param beside what stands beside the report: `previous`, the Report that was given for the year before
function context.new(report, form, own, options, beside)
  return setmetatable({
    report = report, form = form, compiled = own.sums, vocabulary = own.vocabulary or false, options = options,
    lang = options.lang, set = options.set, units = options.units or false, beside = beside or {},
    findings = {}, undecided = {}, guilty = {}, broken = {}, made = {}, open = {}, rule = false, every_sum = false,
    further = further.new(),
  }, Context)
end

return context
