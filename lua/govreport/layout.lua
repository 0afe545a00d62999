--- From the tables that a form declares to what reads them from flattened text: one grammar that finds every label,
-- value and line of prose on the tape, and a binder that follows its tokens and binds cells.
--
-- Flattened text is one cell after the other, row by row, without borders. A row counts only when its label is followed
-- by exactly as many values as the table has columns: fewer values mean that blank cells were lost, and nobody can tell
-- which; such a row is unreadable and its numbers stay unaccounted.

local lpeg = require "lpeg"
local grammar = require "govreport.grammar"

local Cc, Cp, Ct = lpeg.Cc, lpeg.Cp, lpeg.Ct

local layout = {}

-- The token list: a value of a cell is its position alone; everything else is `false`, its kind, and
-- LABEL start, text start, number, stop · TEXT start, stop · PAGE start, stop.
local LABEL, TEXT, PAGE = 1, 2, 3
layout.LABEL, layout.TEXT, layout.PAGE = LABEL, TEXT, PAGE
-- How many entries of the list each takes.
local SIZE = {6, 4, 4}
layout.SIZE = SIZE

-- ---- labels -------------------------------------------------------------------------------------

--- A register of labels: every wording that a form knows, each with what it can stand for.
local Labels = {}
Labels.__index = Labels

function layout.labels()
  return setmetatable({list = {}, by_skeleton = {}, printed = {}, spellings = {}}, Labels)
end

--- Notes other wordings of a label: `{variants = {…}, misprints = {…}}`.
function Labels:spell(label, spellings)
  self.spellings[label] = spellings
end

local function add_wording(self, wording, official, kind, use)
  local skeleton = grammar.skeleton(wording, true)
  local number = self.by_skeleton[skeleton]
  if not number then
    number = #self.list + 1
    self.by_skeleton[skeleton] = number
    self.list[number] = {number = number, official = official, kind = kind, skeleton = skeleton, uses = {}}
  end
  self.printed[grammar.fold(wording):sub(#grammar.ordinal_of(wording) + 1)] = number
  local uses = self.list[number].uses
  uses[#uses + 1] = use
end

--- Adds a label with all its wordings, each as a template of `grammar.expand`.
-- @param use what the label stands for; kept in document order of declaration
function Labels:add(label, use, spellings)
  spellings = spellings or self.spellings[label] or {}
  add_wording(self, label, label, "official", use)
  for _, kind in ipairs{"variants", "misprints"} do
    for _, template in ipairs(spellings[kind] or {}) do
      for _, wording in ipairs(grammar.expand(template)) do
        add_wording(self, wording, label, kind == "variants" and "variant" or "misprint", use)
      end
    end
  end
end

--- Notes of each label whether it can only be one row: the binder then need not ask.
function Labels:settle()
  for _, label in ipairs(self.list) do
    local use = label.uses[1]
    label.row = #label.uses == 1 and use.role == "row" and use or nil
    for _, other in ipairs(label.uses) do label.section = label.section or other.section end
  end
end

--- The grammar that cuts a tape into tokens: a flat list.
function Labels:tokens()
  local marker = (grammar.ordinal + grammar.bullet * grammar.gap)^-1
  local plain = Cp() * grammar.plain_value
  local label = Cc(false) * Cc(LABEL) * Cp() * marker * Cp() * grammar.labels(self.by_skeleton, self.printed) * Cp()
  local page = Cc(false) * Cc(PAGE) * Cp() * grammar.page_number * Cp()
  local value = Cp() * grammar.value
  local text = Cc(false) * Cc(TEXT) * Cp() * (1 - grammar.mark)^1 * Cp()
  return Ct((grammar.mark^1 + plain + label + page + value + text)^0)
end

--- Where the labels stand in a token list, in order.
function layout.survey(tokens)
  local list, found, i, count = {}, 0, 1, #tokens
  while i <= count do
    if tokens[i] then
      i = i + 1
    else
      local kind = tokens[i + 1]
      if kind == LABEL then
        found = found + 1
        list[found] = i
      end
      i = i + SIZE[kind]
    end
  end
  return list
end

-- ---- nearest labels -----------------------------------------------------------------------------

local function characters(text)
  local list = {}
  for _, code in utf8.codes(text) do list[#list + 1] = code end
  return list
end

-- Edit distance by characters.
local function distance(a, b)
  local row = {}
  for j = 0, #b do row[j] = j end
  for i = 1, #a do
    local before = row[0]
    row[0] = i
    for j = 1, #b do
      local change = before + (a[i] == b[j] and 0 or 1)
      before = row[j]
      row[j] = math.min(change, row[j] + 1, row[j - 1] + 1)
    end
  end
  return row[#b]
end

--- The official label nearest to a text, and how near: 1 for the same, 0 for nothing in common. Nil where no label is
-- nearer than 0.5.
function Labels:nearest(text, accept)
  local wanted = characters(grammar.skeleton(text, true))
  local best, nearness = nil, 0.5
  if #wanted > 60 then return nil end
  for _, label in ipairs(self.list) do
    if not accept or accept(label) then
      local other = characters(label.skeleton)
      local near = 1 - distance(wanted, other) / math.max(#wanted, #other)
      if near > nearness then best, nearness = label, near end
    end
  end
  if best then return best.official, nearness end
end

-- ---- tables -------------------------------------------------------------------------------------

local function path_of(entry)
  return type(entry.label) == "table" and entry.label or {entry.label}
end

local function last(list) return list[#list] end

--- Prepares the tables of a form and adds their labels.
-- @param tables the form's declarations
-- @param labels the register
-- @return list of layouts, in order
function layout.tables(tables, labels)
  local layouts, first_cell = {}, 0
  for _, declared in ipairs(tables) do
    local t = {id = declared.id, across = declared.across, rows = declared.rows, columns = declared.columns,
               first_cell = first_cell, caption = declared.caption, headers = {}, header_count = 0}
    for label, spellings in pairs(declared.spellings or {}) do labels:spell(label, spellings) end
    layout.leaves(t)
    for _, label in ipairs(declared.header or {}) do labels:add(label, {table = t, role = "header"}) end
    if t.caption then labels:add(t.caption, {table = t, role = "caption"}) end
    layout.add_axis(t, labels)
    first_cell = first_cell + #t.rows * #t.columns
    layouts[#layouts + 1] = t
  end
  return layouts
end

--- The leaves of the printed header, left to right: a column each, or where the rows are printed across the page, a
-- cell of the only line each.
function layout.leaves(t)
  t.leaves = {}
  for r, row in ipairs(t.across and t.rows or {{}}) do
    for c, column in ipairs(t.columns) do
      local path = {}
      for _, label in ipairs(t.across and path_of(row) or {}) do path[#path + 1] = label end
      for _, label in ipairs(path_of(column)) do path[#path + 1] = label end
      t.leaves[#t.leaves + 1] = {path = path, row = t.across and r or nil, column = c}
    end
  end
end

function layout.add_axis(t, labels)
  local seen = {}
  local function add(label, use)
    if seen[use.role .. label] then return end
    seen[use.role .. label] = true
    labels:add(label, use)
  end
  for _, leaf in ipairs(t.leaves) do
    for _, label in ipairs(leaf.path) do add(label, {table = t, role = "header"}) end
  end
  if t.across then return end
  for r, row in ipairs(t.rows) do
    local path = path_of(row)
    for i = 1, #path - 1 do add(path[i], {table = t, role = "group"}) end
    labels:add(last(path), {table = t, role = "row", row = r, ordinal = grammar.ordinal_of(last(path)) ~= ""})
  end
end

-- ---- the order of the columns -------------------------------------------------------------------

-- The places at which a header label was seen, by label.
local function places_by_label(header)
  local places = {}
  for i, token in ipairs(header) do
    local list = places[token.label.official] or {}
    places[token.label.official] = list
    list[#list + 1] = i
  end
  return places
end

-- A leaf's place is that of each label on its path. Where a label stands over several groups (结果维持 under each
-- of three), its k-th appearance belongs to the k-th group.
local function place_leaf(leaf, places, appearance)
  local key, found = {}, true
  for i, label in ipairs(leaf.path) do
    local list = places[label] or {}
    if i == #leaf.path then
      appearance[label] = (appearance[label] or 0) + 1
      key[i] = list[appearance[label]]
      found = key[i] ~= nil
    else
      key[i] = list[1] or 0
    end
  end
  return key, found
end

local function before(a, b)
  for i = 1, math.min(#a.key, #b.key) do
    if a.key[i] ~= b.key[i] then return a.key[i] < b.key[i] end
  end
  return a.index < b.index
end

--- Finds the order in which a printed header has the table's leaves.
-- @param t a layout
-- @param header list of label tokens, as they came
-- @return `{order, inferred, missing, official}`: leaf numbers as printed, nil where the order cannot be told; beside
-- it a list of booleans, placed by the official order only (false for none); the labels that were not found; whether
-- the order is the official one
function layout.order(t, header)
  local places, appearance = places_by_label(header), {}
  local found, missing = {}, {}
  local repeated = false
  for index, leaf in ipairs(t.leaves) do
    local key, present = place_leaf(leaf, places, appearance)
    if present then
      found[#found + 1] = {index = index, key = key}
    else
      missing[#missing + 1] = last(leaf.path)
    end
  end
  for _, count in pairs(appearance) do repeated = repeated or count > 1 end
  table.sort(found, before)
  local official = true
  for i = 2, #found do official = official and found[i - 1].index < found[i].index end
  -- With labels missing, or standing for several leaves, only the official order is sure.
  if not official and (#missing > 0 or repeated) then return {missing = missing, inferred = false} end
  local order, inferred = {}, #missing > 0 and {}
  for i = 1, #t.leaves do
    order[i] = #missing == 0 and found[i].index or i
    if inferred then inferred[i] = true end
  end
  if inferred and not t.across then
    for _, leaf in ipairs(found) do inferred[leaf.index] = false end
  end
  return {order = order, inferred = inferred, missing = missing, official = official}
end

-- Headers repeat from report to report: what was found for one is kept, for so many of each table.
local max_known_headers = 64

local function known_order(t, header)
  local numbers = {}
  for i, token in ipairs(header) do numbers[i] = token.label.number end
  local signature = table.concat(numbers, " ")
  local known = t.headers[signature]
  if known then return known end
  local order = layout.order(t, header)
  if t.header_count < max_known_headers then
    t.headers[signature] = order
    t.header_count = t.header_count + 1
  end
  return order
end

-- ---- binding ------------------------------------------------------------------------------------

local Binder = {}
Binder.__index = Binder

--- Follows the tokens of a report and binds its tables.
-- @param form the compiled form
-- @param builder where cells, deviations and ignored numbers go
-- @param tape the tape
-- @param tokens the flat list of `Labels:tokens`
function layout.binder(form, builder, tape, tokens)
  local seen = {}
  for _, t in ipairs(form.layouts) do seen[t] = {} end
  return setmetatable({form = form, builder = builder, tape = tape, tokens = tokens, header = {}, orders = {},
                       first_rows = {}, seen = seen, captions = {}, values = {}, unknown = {}, strangers = {}}, Binder)
end

function Binder:deviation(kind, subject, detail, start, stop)
  self.builder:deviation(kind, subject or "", detail or "", start, stop)
end

-- The targets of a printed row: for each value the number of its cell; the first number alone where they run on.
local function targets(t, order, row)
  if order.official then return t.first_cell + ((row or 1) - 1) * #t.columns end
  local list = {}
  for i, leaf_number in ipairs(order.order) do
    local leaf = t.leaves[leaf_number]
    list[i] = t.first_cell + ((leaf.row or row) - 1) * #t.columns + leaf.column - 1
  end
  return list
end

-- The order of a table's columns by the header seen since its last row; without a new one, the order known before.
function Binder:order_of(t)
  local known = self.orders[t]
  if known and #self.header == 0 then return known end
  local order = known_order(t, self.header)
  if known and (not order.order or #order.missing > 0) then return known end
  self.orders[t] = order
  self.first_rows[t] = self.row
  if not order.order then
    local place = self.header[1] or self.row
    self:deviation("columns_unknown", t.id, "", place.start, place.stop)
  elseif #order.missing == #t.leaves then
    self:deviation("header_missing", t.id, "", self.row.start, self.row.stop)
  else
    for _, label in ipairs(order.missing) do
      self:deviation("column_missing", label, t.id, self.header[1].start, self.header[#self.header].stop)
    end
  end
  return order
end

local function line_at(tape, start) return tape:match("^[^\v\n\x1D-\x1F]*", start) end

-- Whether two rows have the same values, as texts.
local function same_values(tape, a, b)
  for i, start in ipairs(a) do
    if line_at(tape, start) ~= line_at(tape, b[i]) then return false end
  end
  return #a == #b
end

local function address(t, row)
  return row.index and t.id .. "." .. t.rows[row.index].id or t.id
end

function Binder:bind_row(t, order, row)
  local values = self.values
  local seen = self.seen[t]
  local first = seen[row.index or 0]
  if not first then
    self.builder:cells(targets(t, order, row.index), values, order.inferred)
    seen[row.index or 0] = values
    return
  end
  local stop = values[#values] + #line_at(self.tape, values[#values])
  if same_values(self.tape, first, values) then
    self.builder:ignore(row.start, stop, "repeated")
    self:deviation("row_repeated", address(t, row), "", row.start, row.stop)
  else
    self:deviation("row_conflict", address(t, row), "", row.start, stop)
  end
end

function Binder:mark_unreadable(t, row)
  for r = row.index or 1, row.index or #t.rows do
    for c = 1, #t.columns do
      self.builder:unreadable(t.first_cell + (r - 1) * #t.columns + c - 1, row.start, row.stop)
    end
  end
end

-- Ends the row that is open: binds it, or says why not.
function Binder:close_row()
  local row = self.row
  if not row then return end
  if row.table then
    local t = row.table
    local order = self:order_of(t)
    local wanted, got = #t.leaves, #self.values
    if order.order and wanted == got then
      self:bind_row(t, order, row)
    else
      self:mark_unreadable(t, row)
      if order.order then
        self:deviation(got < wanted and "row_short" or "row_long", address(t, row),
                       got .. "/" .. wanted, row.start, row.stop)
      end
    end
    self.current = t
    self.header = {}
  end
  self.row = nil
  self.values = {}
end

-- Among what a label can stand for, the row meant here.
function Binder:row_use(label, ordinal)
  local best
  for _, use in ipairs(label.uses) do
    if use.role == "row" then
      local fits = (use.table == self.current and 4 or 0) + (use.ordinal == ordinal and 2 or 0)
                 + (self.seen[use.table][use.row] and 0 or 1)
      if not best or fits > best.fits then best = {use = use, fits = fits} end
    end
  end
  return best and best.use
end

-- Whether a label that could be a row belongs to the header that is being read: 总计 without an ordinal, behind the
-- other words of a header that has it and has not shown it as often as it should.
function Binder:belongs_to_header(label, ordinal)
  local newest = self.header[#self.header]
  if ordinal or not newest then return false end
  for _, use in ipairs(label.uses) do
    if use.role == "header" then
      for _, other in ipairs(newest.label.uses) do
        if other.table == use.table and other.role ~= "group" then return true end
      end
    end
  end
  return false
end

function Binder:open_row(use, start, stop)
  self.row = {table = use.table, index = use.row, start = start, stop = stop}
end

-- The table that all uses of a label belong to, if there is one.
local function only_table(label)
  local t = label.uses[1].table
  for _, use in ipairs(label.uses) do
    if use.table ~= t then return nil end
  end
  return t
end

-- The table whose single line of values begins here, after a header without rows: one of the header's words must be
-- found in no other table.
function Binder:across_table()
  for i = #self.header, 1, -1 do
    local t = only_table(self.header[i].label)
    if t then return t.across and t or nil end
  end
end

function Binder:on_label(i, label, start, text_start, stop)
  local ordinal = text_start > start
  if ordinal then self.builder:ignore(start, text_start, "list_number") end
  local use = label.row or self:row_use(label, ordinal)
  if use and not label.row and self:belongs_to_header(label, ordinal) then use = nil end
  -- A row's label without values counts where its table is being read; elsewhere it is a word of the text.
  if use and not self.tokens[i + SIZE[LABEL]] and self.current ~= use.table then use = nil end
  self:close_row()
  if label.kind == "misprint" then
    self:deviation("label_misprint", label.official, self.tape:sub(start, stop - 1), start, stop)
  end
  self:settle_unknown(true)
  if use then
    self:open_row(use, start, stop)
  else
    self.header[#self.header + 1] = {label = label, start = start, stop = stop}
    for _, other in ipairs(label.uses) do
      if other.role == "caption" then self.captions[other.table] = true end
    end
  end
end

--- Takes the values from token `i` on, as many as follow each other.
-- @return the number of the first token behind them; whether they belong to a row
function Binder:on_values(i)
  local tokens, values = self.tokens, self.values
  if not self.row then
    local t = self:across_table()
    if t then self.row = {table = t, start = self.header[1].start, stop = self.header[#self.header].stop} end
  end
  local count = #values
  local value = tokens[i]
  while value do
    count = count + 1
    values[count] = value
    i = i + 1
    value = tokens[i]
  end
  if self.row then return i, true end
  self.values = {}
  return i, false
end

-- A line that is no label. Between the labels of a table it is a label that the form does not know.
function Binder:on_text(i, start, stop)
  local in_table = self.row ~= nil or #self.header > 0 or #self.unknown > 0
  local values_follow = self.tokens[i + SIZE[TEXT]]
  self:close_row()
  if not in_table or stop - start > 120 then
    self.header = {}
    self:settle_unknown(false)
    return
  end
  self.unknown[#self.unknown + 1] = {start = start, stop = stop, row = values_follow}
  if values_follow then
    self:settle_unknown(true)
    self.row = {start = start, stop = stop}   -- its values belong to no table
  end
end

-- Keeps the unknown labels met since the last known one, or drops them as prose.
function Binder:settle_unknown(inside)
  if #self.unknown == 0 then return end
  if inside then table.move(self.unknown, 1, #self.unknown, #self.strangers + 1, self.strangers) end
  self.unknown = {}
end

--- Reports the labels that the form does not know, but for those that turned out to be headings.
-- @param is_heading function(start) -> boolean
function Binder:report_strangers(is_heading)
  for _, place in ipairs(self.strangers) do
    if not is_heading(place.start) then
      local text = self.tape:sub(place.start, place.stop - 1)
      local nearest = self.form.labels:nearest(text, function(label) return label.uses[1].table ~= nil end)
      self:deviation(place.row and "row_unknown" or "label_unknown", text, nearest, place.start, place.stop)
    end
  end
end

--- A part of the form begins: no table goes on across it.
function Binder:on_section()
  self:close_row()
  self:settle_unknown(false)
  self.header = {}
  self.current = nil
end

--- The tape ends.
function Binder:finish()
  self:on_section()
  for _, t in ipairs(self.form.layouts) do
    local row = self.first_rows[t]
    if t.caption and row and not self.captions[t] then
      self:deviation("caption_missing", t.caption, t.id, row.start, row.stop)
    end
  end
end

layout.path_of = path_of
return layout
