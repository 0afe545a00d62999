--- Tells of each table of the form how far its reading came, and what stood in the way.

local forms = require "govreport.form"
local grids = require "govreport.trace.grids"
local keys = require "govreport.base.keys"
local names = require "govreport.form.names"
local recorder = require "govreport.trace.recorder"
local rows = require "govreport.trace.rows"
local verdicts = require "govreport.trace.verdicts"
local words = require "govreport.trace.words"

local tables = {}

local Teller = {}
Teller.__index = Teller

function Teller:add(outcome, t, event)
  event.table, event.section = t and t.id, t and t.section
  event.fields = event.fields or {}
  event.fields.table = t and names.table(self.work.form.declared, t.id) or ""
  self.recorder:add("tables", outcome, event)
end

-- ---- rows ---------------------------------------------------------------------------------------

-- Where the label of a row stands although the row was not read; only a label that can be nothing else.
local function seen_elsewhere(work, row)
  for _, entry in ipairs(work.sightings.by_official[row.label] or {}) do
    if entry.label.row then return entry end
  end
end

-- A row that was never read: its label stands somewhere, or something near to it, or nothing.
function Teller:tell_missing(t, row, outcome)
  local event = {kind = "row_missing", subject = t.id .. "." .. row.id, fields = {label = row.name},
                 script = self.work.origin:entry(t, row.id)}
  local elsewhere = seen_elsewhere(self.work, row)
  if elsewhere then
    event.kind, event.start, event.stop = "row_without_values", elsewhere.start, elsewhere.stop
  else
    event.near = self:nearest_text(row.label)
    if event.near then self.explained[event.near.text.start] = true end
  end
  local is_near = elsewhere or event.near
  self:add(is_near and outcome or "passed", t, event)
  return is_near
end

-- A text that is near to a label of the form.
function Teller:nearest_text(label) return words.nearest_text(label, self.work.form, self.texts) end

-- The name of the nearest row that was read by its label, from one of a list on, in steps of 1 or -1.
local function labelled_neighbour(list, n, step)
  for i = n + step, step > 0 and #list or 1, step do
    local verdict = list[i].verdicts[1] and list[i].verdicts[1].verdict
    local is_labelled = list[i].state == "read" or list[i].state == "filled" and verdict.by == "label"
    if is_labelled and list[i].id then return list[i].name end
  end
end

-- What an alignment made of a row; whether values were seen that may be its own. That values are missing is told of a
-- row with its label already.
function Teller:tell_verdicts(t, list, n)
  local told = false
  for _, entry in ipairs(list[n].verdicts) do
    local before, after = labelled_neighbour(list, n, -1), labelled_neighbour(list, n, 1)
    local event = verdicts.event(self.work, t, entry, before, after)
    if event then
      local values = entry.verdict.values
      local is_known = values == 0 or entry.verdict.refused == "short" and list[n].state == "lost"
      self:add(entry.verdict.by and "matched" or is_known and "passed" or "missed", t, event)
      told = told or values > 0
    end
  end
  return told
end

function Teller:tell_read(t, row)
  self:add("matched", t, {kind = "row_read_" .. row.source, subject = t.id .. "." .. row.id, start = row.start,
                          text = "", script = self.work.origin:entry(t, row.id),
                          fields = {label = row.name, values = row.values}})
end

-- So many rows to which nothing is near are named.
local most_named = 5

-- The rows of a table; those that were not read and to which nothing is near, in one.
function Teller:tell_rows(t, list, outcome)
  local unseen = {}
  for n, row in ipairs(list) do
    local is_missing = false
    if row.state == "read" and row.id then self:tell_read(t, row)
    elseif row.state == "lost" then
      self:add("passed", t, {kind = "row_lost", subject = row.id and t.id .. "." .. row.id or t.id,
                             fields = {label = row.name}, script = row.id and self.work.origin:entry(t, row.id)})
    elseif row.state == "missing" and row.wanted and row.id then
      is_missing = not self:tell_missing(t, row, outcome)
    end
    local is_told = row.state ~= "read" and self:tell_verdicts(t, list, n)
    if is_missing and not is_told then unseen[#unseen + 1] = row.name end
  end
  if #unseen > 0 and outcome == "missed" then
    local shown = table.move(unseen, 1, most_named, 1, {})
    self:add("missed", t, {kind = #unseen > most_named and "rows_unseen_many" or "rows_unseen", subject = t.id,
                           fields = {count = #unseen, labels = recorder.quoted(shown)}})
  end
end

-- ---- a table ------------------------------------------------------------------------------------

-- How many of a table's labels stand anywhere, and the first that does not.
local function labels_seen(work, t)
  local seen, count, first, counted = 0, 0, nil, {}
  local function look(label)
    if counted[label] then return end
    counted[label] = true
    count = count + 1
    if work.sightings.by_official[label] then seen = seen + 1 else first = first or label end
  end
  for _, leaf in ipairs(t.pairs and {} or t.leaves) do look(leaf.path[#leaf.path]) end
  for _, row in ipairs(t.across and {} or rows.of(work, t)) do
    if row.wanted then look(row.label) end
  end
  return seen, count, first
end

function Teller:tell_absent(t)
  local seen, count, first = labels_seen(self.work, t)
  self:add("missed", t, {
    kind = first and "table_absent" or "table_unread", subject = t.id, script = self.work.origin:table(t),
    near = first and self:nearest_text(first), fields = {seen = seen, count = count, first = first or ""},
  })
end

-- How many rows are wanted and how many were read; the first that was not, and the one before it.
local function progress(list)
  local p = {wanted = 0, read = 0, lost = 0, filled = 0, by_labels = 0}
  for _, row in ipairs(list) do
    if row.wanted then
      p.wanted = p.wanted + 1
      if row.state == "read" or row.state == "filled" then
        p[row.state] = p[row.state] + 1
        p.by_labels = p.by_labels + (row.state == "read" and row.source ~= "grammar" and 1 or 0)
        if not p.first then p.before = row end
      else
        p.lost = p.lost + (row.state == "lost" and 1 or 0)
        p.first = p.first or row
      end
    end
  end
  return p
end

function Teller:tell_columns(t, columns)
  local counts = {by_label = #columns.by_label, inferred = #columns.inferred, missing = #columns.missing,
                  names = recorder.quoted(#columns.missing > 0 and columns.missing or columns.inferred)}
  local kind = #columns.missing > 0 and "columns_missing" or #columns.inferred > 0 and "columns_inferred"
               or "columns_read"
  self.clean[t] = self.clean[t] and kind == "columns_read"
  self:add(kind == "columns_read" and "matched" or "noted", t, {kind = kind, subject = t.id, fields = counts})
end

function Teller:tell_table(t)
  local list = rows.of(self.work, t)
  local p = progress(list)
  local got = p.read + p.filled
  if got == 0 and p.lost == 0 then
    self:tell_absent(t)
    return self:tell_rows(t, list, "passed")
  end
  local first = p.first
  local fields = {got = got, wanted = p.wanted, read = p.read, filled = p.filled, lost = p.lost}
  local event = {kind = "table_read", subject = t.id, fields = fields, script = self.work.origin:table(t)}
  if first then
    event.kind = p.before and "table_until" or "table_from_start"
    if t.across then event.kind = "table_line_lost" end
    fields.first, fields.before = first.name, p.before and p.before.name or ""
    event.start = p.before and p.before.start
    event.text = ""
  else
    event.start, event.text = list[1].start, ""
  end
  local columns = p.by_labels > 0 and rows.columns(self.work, t, list)
  local narrow = columns and #columns.missing > 0
  fields.missing = columns and #columns.missing
  if not first and narrow then event.kind = "table_read_narrow"
  elseif not first and p.filled > 0 then event.kind = "table_read_filled" end
  self.clean[t] = event.kind == "table_read"
  local complete = not first and not narrow
  self.head.fields.complete = self.head.fields.complete + (complete and 1 or 0)
  self:add(not complete and "missed" or p.filled > 0 and "noted" or "matched", t, event)
  if columns and not t.pairs then self:tell_columns(t, columns) end
  self:tell_rows(t, list, "missed")
end

-- What the table's own pattern found, where it has one.
function Teller:tell_grammar(t)
  local found = self.work.reading.binder.grammars[t]
  if not found then return end
  local kind = found.cells > 0 and "grammar_read" or found.matches > 0 and "grammar_idle"
               or found.parts > 0 and "grammar_unmatched" or "grammar_without_part"
  self:add(found.cells > 0 and "matched" or "passed", t, {
    kind = kind, subject = t.id, script = self.work.origin:table(t),
    fields = {matches = found.matches, cells = found.cells},
  })
end

-- ---- deviations ---------------------------------------------------------------------------------

local function of_a_table(label) return label.uses[1].table ~= nil end

-- The other form of the family whose label a text is.
local function foreign_label(work, start)
  local root = forms.root(work.form.id)
  for _, entry in ipairs(work.sightings:texts_at(start)) do
    for _, id in ipairs(entry.number > 0 and forms.list() or {}) do
      local label = forms.root(id) == root and forms.compiled(id).labels.list[entry.number]
      if label then return id, label.official end
    end
  end
end

-- A word that is none of the form's says something only where a table was not read by its labels.
local explain = {}

-- One that was found to be near to a row that is missing was told there.
function explain.unknown(self, deviation, event)
  local form, official = foreign_label(self.work, deviation.start)
  if form then
    event.kind = event.kind .. "_foreign"
    event.fields.form, event.fields.label = form, official
    return
  end
  event.near = words.nearest(deviation.subject, self.work.form, of_a_table)
  return self.explained[deviation.start] and "passed" or nil
end

function explain.word(self, deviation, event, t)
  if explain.unknown(self, deviation, event) then return "passed" end
  local told_something = event.near or event.fields.form
  return (not told_something or self.clean[t]) and "passed" or nil
end

function explain.label(self, deviation, event)
  event.near = self:nearest_text(deviation.subject)
  if event.near then self.explained[event.near.text.start] = true end
  event.text = ""
end

function explain.plain(_, _, event) event.text = "" end

-- The row or column that a pattern named and that is nearest to one of the table's.
local function nearest_id(t, deviation)
  local _, row, column = deviation.subject:match("^([%w_]+)%.(.-)%.(.*)$")
  local wanted, known = deviation.detail == "row" and row or column, {}
  for _, entry in ipairs(deviation.detail == "row" and t.rows or t.columns) do known[entry.id] = true end
  return wanted, wanted and keys.nearest(wanted, known)
end

function explain.grammar(_, deviation, event, t)
  event.kind = "grammar_left_" .. deviation.detail
  local wanted, nearest = nearest_id(t, deviation)
  event.fields.id = wanted or ""
  event.fields.hint = {zh = nearest and ("，是否为“" .. nearest .. "”") or "",
                       en = nearest and (", did you mean “" .. nearest .. "”?") or ""}
end

-- What is told of a deviation, and whether it explains a failure.
local told = {
  row_short = {"missed"}, row_long = {"missed"}, row_conflict = {"missed"}, row_repeated = {"passed"},
  row_inferred = {"passed", explain.plain}, row_unknown = {"missed", explain.unknown},
  label_unknown = {"noted", explain.word}, label_misprint = {"noted"}, columns_unknown = {"missed", explain.plain},
  columns_permuted = {"missed", explain.plain},
  header_missing = {"noted", explain.plain}, column_missing = {"missed", explain.label},
  caption_missing = {"noted", explain.label}, table_misplaced = {"noted", explain.plain},
  grammar_left = {"noted", explain.grammar},
}

-- The table that a deviation is about.
local function table_of(self, deviation)
  local by_id = self.layouts
  return by_id[deviation.subject:match("^[%w_]+")] or by_id[deviation.detail or ""]
         or self.work.sightings:table_at(deviation.start)
end

local function number_of(t, address)
  local id = address:match("%.([%w_]+)$")
  for _, row in ipairs(t and id and t.rows or {}) do
    if row.id == id then return row end
  end
end

-- So many deviations of a kind are told one by one: nobody reads more.
local most_told = 1000

-- Whether a deviation is told itself; of very many of its kind the last are counted.
function Teller:tells(deviation)
  local kind = deviation.kind
  self.told_of[kind] = (self.told_of[kind] or 0) + 1
  if self.told_of[kind] == most_told + 1 then self.further[#self.further + 1] = deviation end
  return self.told_of[kind] <= most_told
end

-- How many deviations were not told one by one.
function Teller:tell_further()
  for _, first in ipairs(self.further) do
    self:add(told[first.kind][1], nil, {
      kind = "deviations_further", start = first.start, stop = first.stop, text = "",
      fields = {count = self.told_of[first.kind] - most_told},
    })
  end
end

function Teller:tell_deviation(deviation, t)
  if not self:tells(deviation) then return end
  local outcome, more = told[deviation.kind][1], told[deviation.kind][2]
  local got, wanted = (deviation.detail or ""):match("^(%d+)/(%d+)$")
  local row = number_of(t, deviation.subject)
  local event = {
    kind = deviation.kind, subject = deviation.subject, start = deviation.start, stop = deviation.stop,
    script = row and self.work.origin:entry(t, row.id),
    fields = {label = row and names.row(self.work.form.declared, t.id, row.id) or deviation.subject, got = got or "",
              wanted = wanted or ""},
  }
  self:add(more and more(self, deviation, event, t) or outcome, t, event)
end

-- Rows that come again are told in one.
function Teller:tell_repeated(t, deviations)
  local count, first = 0, nil
  for _, deviation in ipairs(deviations) do
    if deviation.kind == "row_repeated" then count, first = count + 1, first or deviation end
  end
  if first then
    self:add("noted", t, {kind = "rows_repeated", subject = t.id, start = first.start, stop = first.stop, text = "",
                          fields = {count = count}})
  end
end

-- ---- the whole ----------------------------------------------------------------------------------

--- Tells of the tables of the page, and of each table of the form.
function tables.tell(own, work)
  local head = own:headline("tables", "tables_summary", {count = #work.form.layouts, complete = 0})
  local self = setmetatable({
    recorder = own, head = head, clean = {}, explained = {}, work = work, layouts = {}, told_of = {}, further = {},
    texts = work.sightings:texts_in(work.reading.article_start, work.reading.article_stop),
  }, Teller)
  grids.tell(own, work)
  for _, t in ipairs(work.form.layouts) do self.layouts[t.id] = t end
  local by_table, others = {}, {}
  for _, deviation in ipairs(work.report.deviations) do
    local t = told[deviation.kind] and table_of(self, deviation)
    if t then
      by_table[t] = by_table[t] or {}
      table.insert(by_table[t], deviation)
    elseif told[deviation.kind] then
      others[#others + 1] = deviation
    end
  end
  for _, t in ipairs(work.form.layouts) do
    self:tell_table(t)
    self:tell_grammar(t)
    self:tell_repeated(t, by_table[t] or {})
    for _, deviation in ipairs(by_table[t] or {}) do self:tell_deviation(deviation, t) end
  end
  for _, deviation in ipairs(others) do self:tell_deviation(deviation, nil) end
  self:tell_further()
  if head.fields.complete < head.fields.count then head.outcome = "missed" end
end

return tables
