--- Tells of each table of the form how far its reading came, and what stood in the way.

local forms = require "govreport.forms"
local grids = require "govreport.trace.grids"
local names = require "govreport.names"
local rows = require "govreport.trace.rows"
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

local function quoted(list)
  return {zh = "“" .. table.concat(list, "”、“") .. "”", en = "“" .. table.concat(list, "”, “") .. "”"}
end

-- Where the label of a row stands although the row was not read; only a label that can be nothing else.
local function seen_elsewhere(work, row)
  for _, entry in ipairs(work.sightings.by_official[row.label] or {}) do
    if entry.label.row then return entry end
  end
end

-- A row that was never read: its label stands somewhere, or something near to it, or nothing.
function Teller:tell_missing(t, row, outcome)
  local event = {kind = "row_missing", subject = t.id .. "." .. row.id, fields = {label = row.label},
                 script = self.work.origin:entry(t, row.id)}
  local elsewhere = seen_elsewhere(self.work, row)
  if elsewhere then
    event.kind, event.start, event.stop = "row_without_values", elsewhere.start, elsewhere.stop
  else
    event.near = self:nearest_text(row.label)
  end
  local is_near = elsewhere or event.near
  self:add(is_near and outcome or "passed", t, event)
  return is_near
end

-- A text that is near to a label of the form.
function Teller:nearest_text(label) return words.nearest_text(label, self.work.form, self.texts) end

-- The rows that were not read and to which nothing is near, in one.
function Teller:tell_rows(t, list, outcome)
  local unseen = {}
  for _, row in ipairs(list) do
    local id = row.id and t.id .. "." .. row.id or t.id
    if row.start then
      self:add("matched", t, {kind = "row_read_" .. row.source, subject = id, start = row.start, text = "",
                              script = row.id and self.work.origin:entry(t, row.id), fields = {label = row.label}})
    elseif row.state == "lost" then
      self:add("passed", t, {kind = "row_lost", subject = id, fields = {label = row.label},
                             script = row.id and self.work.origin:entry(t, row.id)})
    elseif row.state == "missing" and row.wanted and row.id then
      if not self:tell_missing(t, row, outcome) then unseen[#unseen + 1] = row.label end
    end
  end
  if #unseen > 0 and outcome == "missed" then
    self:add("missed", t, {kind = "rows_unseen", subject = t.id,
                           fields = {count = #unseen, labels = quoted(unseen)}})
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
  for _, leaf in ipairs(t.leaves) do look(leaf.path[#leaf.path]) end
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
  local p = {wanted = 0, read = 0, lost = 0, filled = 0}
  for _, row in ipairs(list) do
    if row.wanted then
      p.wanted = p.wanted + 1
      if row.state == "read" or row.state == "filled" then
        p[row.state] = p[row.state] + 1
        if not p.first then p.before = row end
      else
        p.lost = p.lost + (row.state == "lost" and 1 or 0)
        p.first = p.first or row
      end
    end
  end
  return p
end

function Teller:tell_columns(t, list)
  local columns = rows.columns(self.work, t, list)
  local counts = {by_label = #columns.by_label, inferred = #columns.inferred, missing = #columns.missing,
                  names = quoted(#columns.missing > 0 and columns.missing or columns.inferred)}
  local kind = #columns.missing > 0 and "columns_missing" or #columns.inferred > 0 and "columns_inferred"
               or "columns_read"
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
    fields.first, fields.before = first.label, p.before and p.before.label or ""
    event.start = p.before and p.before.start
    event.text = ""
  else
    event.start, event.text = list[1].start, ""
  end
  self:add(first and "missed" or "matched", t, event)
  if got > 0 then self:tell_columns(t, list) end
  self:tell_rows(t, list, "missed")
end

-- ---- deviations ---------------------------------------------------------------------------------

local function of_a_table(label) return label.uses[1].table ~= nil end

-- The other form whose label a text is.
local function foreign_label(work, start)
  for _, entry in ipairs(work.sightings.texts) do
    for _, id in ipairs(entry.start == start and entry.number > 0 and forms.list() or {}) do
      local label = forms.compiled(id).labels.list[entry.number]
      if label then return id, label.official end
    end
  end
end

local explain = {}

function explain.unknown(self, deviation, event)
  local form, official = foreign_label(self.work, deviation.start)
  if form then
    event.kind = event.kind .. "_foreign"
    event.fields.form, event.fields.label = form, official
    return
  end
  event.near = words.nearest(deviation.subject, self.work.form, of_a_table)
end

function explain.label(self, deviation, event)
  event.near = self:nearest_text(deviation.subject)
  event.text = ""
end

function explain.plain(_, _, event) event.text = "" end

-- What is told of a deviation, and whether it explains a failure.
local told = {
  row_short = {"missed"}, row_long = {"missed"}, row_conflict = {"missed"}, row_repeated = {"noted"},
  row_inferred = {"noted", explain.plain}, row_unknown = {"missed", explain.unknown},
  label_unknown = {"noted", explain.unknown}, label_misprint = {"noted"}, columns_unknown = {"missed", explain.plain},
  header_missing = {"noted", explain.plain}, column_missing = {"missed", explain.label},
  caption_missing = {"noted", explain.label}, table_misplaced = {"noted", explain.plain},
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

function Teller:tell_deviation(deviation, t)
  local outcome, more = told[deviation.kind][1], told[deviation.kind][2]
  local got, wanted = (deviation.detail or ""):match("^(%d+)/(%d+)$")
  local row = number_of(t, deviation.subject)
  local event = {
    kind = deviation.kind, subject = deviation.subject, start = deviation.start, stop = deviation.stop,
    script = row and self.work.origin:entry(t, row.id),
    fields = {label = row and names.row(self.work.form.declared, t.id, row.id) or deviation.subject, got = got or "",
              wanted = wanted or ""},
  }
  if more then more(self, deviation, event) end
  self:add(outcome, t, event)
end

-- ---- the whole ----------------------------------------------------------------------------------

--- Tells of the tables of the page, and of each table of the form.
function tables.tell(recorder, work)
  local self = setmetatable({
    recorder = recorder, work = work, layouts = {},
    texts = work.sightings:texts_in(work.reading.article_start, work.reading.article_stop),
  }, Teller)
  grids.tell(recorder, work)
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
    for _, deviation in ipairs(by_table[t] or {}) do self:tell_deviation(deviation, t) end
  end
  for _, deviation in ipairs(others) do self:tell_deviation(deviation, nil) end
end

return tables
