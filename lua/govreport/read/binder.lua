--- Binds the tables of a report: follows the tokens of its tape and gives every value to its cell.
--
-- Flattened text is one cell after the other, row by row, without borders. A row counts only when its label is followed
-- by exactly as many values as the table has columns: fewer values mean that blank cells were lost, and nobody can tell
-- which; such a row is unreadable and its numbers stay unaccounted. Tables of a page are read by `govreport.read.grid`.
-- Rows whose labels and values came apart or fell to pieces are read at the end of their part, by
-- `govreport.read.alignment`.

local alignment = require "govreport.read.alignment"
local core = require "govreport.core"
local grammar = require "govreport.text.grammar"
local grid = require "govreport.read.grid"
local labels = require "govreport.form.labels"
local later = require "govreport.base.later"
local layout = require "govreport.form.layout"
local plain_parts = require "govreport.read.plain_parts"
local plans = later "govreport.read.plans"
local row_runs = later "govreport.read.row_runs"
local seen_rows = require "govreport.read.seen_rows"

local TEXT, ODD, SIZE, LABEL = labels.TEXT, labels.ODD, labels.SIZE, labels.LABEL

-- More labels than this in a row are no header: four times the words of the longest that a form has.
local longest_header = 256

local Binder = {}
Binder.__index = Binder

local binder = {}

--- A binder for one report.
-- @param form the compiled form
-- @param builder where cells, deviations and ignored numbers go
-- @param document the Document
-- @param tape its tape
-- @param tokens the flat list of the form's labels
-- @param signatures those of the document's tables, by block
function binder.new(form, builder, document, tape, tokens, signatures)
  local self = setmetatable({
    form = form, builder = builder, document = document, tape = tape, tokens = tokens, signatures = signatures,
    header = {},               -- the labels since the last row, and where they stand
    header_start = 1, header_stop = 1,
    row = nil,                 -- the open row's table; false for a row that no table has
    row_index = nil,           -- its number; nil where the table is one line
    row_start = 1, row_stop = 1, values = {},
    current = nil,             -- the table of the last row
    section = nil,             -- the id of the part that is being read
    grid = grid.start(form),   -- what the last table of the page leaves to the next
    orders = {}, first_rows = {}, seen = seen_rows.new(), captions = {},
    bare_rows = 0,             -- how many labels of rows without values came one after the other
    lost = {},                 -- rows that could not be read, as far as they are not found again
    unknown = {}, strangers = {}, units = {}, told = {}, header_told = {}, places = {},
    trail = {},                -- the groups of rows that were met last, outermost first
    wholes = {},               -- rows that a form may print in parts, until their part of the report ends
    blanks = {},               -- labels by themselves, until their part ends
    by_grammar = {}, grammars = {},   -- what the tables' own patterns filled, see `govreport.read.surfaces`
    text_stops = {},           -- where values end that do not end with their line, by their start
    noted = nil,               -- what is noted of a part that is read for the first time, see `plain_parts`
  }, Binder)
  self.alignment = alignment.new(self)
  return self
end

function Binder:deviation(kind, subject, detail, start, stop)
  self.builder:deviation(kind, subject or "", detail or "", start, stop)
end

-- Something is amiss with the part that is being read.
function Binder:stumble()
  if self.noted then self.noted.is_amiss = true end
end

-- What the header of a table lacks is told once, however many pieces it is in; and at the end, since a header that fell
-- to pieces may turn out to be whole.
function Binder:tell(kind, subject, detail, start, stop)
  local key = kind .. " " .. subject .. " " .. detail
  self:stumble()
  if self.told[key] then return end
  self.told[key] = true
  local t = kind == "column_missing" and detail or subject
  table.insert(self.header_told, {table = t, kind = kind, subject = subject, detail = detail, start = start,
                                  stop = stop})
end

-- ---- rows --------------------------------------------------------------------------------------

-- Pairs have one value each, and no header.
local pairs_order = {order = {1}, inferred = false, missing = {}, found = 1, official = true}

-- How many words that are none of the form's stand in the header of a row that begins at a place.
function Binder:count_strangers(start)
  local from, count = self.alignment:last_stop(), 0
  for i = #self.strangers, 1, -1 do
    local place = self.strangers[i]
    if place.start < from then break end
    if place.start < start and not place.row then count = count + 1 end
  end
  return count
end

-- Whether the words of a header do not tell the columns of a table: as many as it has columns are none of the form's,
-- and no order tells what those mean; or some are, and the others are out of the form's order.
function Binder:has_foreign_header(t, start, order, is_headless)
  local count = order.order and (is_headless or not order.official) and self:count_strangers(start) or 0
  return count > 0 and not order.official or count > 1 and count >= #t.leaves
end

--- Notes the order of a table's columns, and where its first row stands.
function Binder:note_table(t, order, start, stop) self.orders[t], self.first_rows[t] = order, {start, stop} end

-- The order of a table's columns by the header seen since its last row; without a new one, the order known before.
-- `start` and `stop` are the place of its first row.
function Binder:order_of(t, start, stop)
  local known, header = self.orders[t], self.header
  if t.pairs then
    self.first_rows[t] = self.first_rows[t] or {start, stop}
    return pairs_order
  end
  if known and #header == 0 then return known end
  local order = layout.known_order(t, header)
  if known and (not order.order or #order.missing > 0) then return known end
  local is_headless = order.found == 0 and not self.alignment:has_header(t, self.alignment:last_stop(), start)
  if self:has_foreign_header(t, start, order, is_headless) then
    if known then return known end
    order = {missing = order.missing, inferred = false, found = order.found}
  end
  self:note_table(t, order, start, stop)
  if not order.order then
    self:tell(order.permuted and "columns_permuted" or "columns_unknown", t.id, "", self.header_start, self.header_stop)
  elseif is_headless then
    self:tell("header_missing", t.id, "", start, stop)
  elseif order.found > 0 then
    for _, label in ipairs(order.missing) do
      self:tell("column_missing", label, t.id, self.header_start, self.header_stop)
    end
  end
  return order
end

local function line_at(tape, start) return tape:sub(start, core.line_stop(tape, start) - 1) end

-- Whether two rows have the same values, as texts.
local function same_values(tape, a, b)
  for i, start in ipairs(a) do
    if line_at(tape, start) ~= line_at(tape, b[i]) then return false end
  end
  return #a == #b
end

-- "table.row", or the table alone where it is one line.
local function address(t, index)
  return index and t.id .. "." .. t.rows[index].id or t.id
end

-- A row that stands twice: the same again, or a contradiction. `stop` is where its last value ends.
function Binder:again(t, index, first, values, start, stop, label_stop)
  self:stumble()
  local document = self.document
  if same_values(self.tape, plans.starts_of(document, first), plans.starts_of(document, values)) then
    self.builder:ignore(start, stop, "repeated")
    self:deviation("row_repeated", address(t, index), "", start, label_stop)
  else
    self:deviation("row_conflict", address(t, index), "", start, stop)
  end
end

-- Binds the values of a row, and notes where it stands. Where texts stand among them, each ends where its text does.
function Binder:bind_values(t, order, index, values)
  local builder, stops, noted = self.builder, self.text_stops, self.noted
  self:note_place(t, values[1])
  if noted then noted.rows[#noted.rows + 1] = {table = t, order = order, index = index, values = values} end
  if next(stops) == nil then return builder:cells(layout.targets(t, order, index), values, order.inferred) end
  for i, start in ipairs(values) do
    local target, inferred = layout.target(t, order.order[i], index), order.inferred
    if type(inferred) == "table" then inferred = inferred[i] end
    if stops[start] then builder:range(target, start, stops[start], inferred)
    else builder:cells({target}, {start}, inferred) end
  end
end

function Binder:bind_row(t, order)
  local values, index = self.values, self.row_index
  local key = index or t.first_cell
  local stop, before = core.line_stop(self.tape, values[#values]), self.seen:get(t, key)
  if not before then
    self.seen:put(t, key, values)
    local is_split = self:is_split(t, index)
    -- Below several labels values on lines of their own may be the first one's.
    local apart = self.bare_rows > 0 and not t.across and self.tape:find("[\v\n\x1C-\x1E]", self.row_stop) < values[1]
    local bind = (is_split or apart) and function() self:bind_values(t, order, index, values) end or nil
    if is_split then return self:wait(t, index, self.row_start, stop, bind) end
    if not apart then self:bind_values(t, order, index, values) end
    self.alignment:bound(t, index, self.row_start, stop, bind)
    return
  end
  self:again(t, index, before, values, self.row_start, stop, self.row_stop)
end

--- Whether a row is one that a form may print in parts instead.
function Binder.is_split(_, t, index) return index ~= nil and t.rows[index].split ~= nil end

--- A row that may be printed in parts was found as a whole: it is bound where none of them comes.
function Binder:wait(t, index, start, stop, bind)
  table.insert(self.wholes, {table = t, index = index, start = start, stop = stop, bind = bind})
end

-- Binds the rows that wait, where none of their parts came or all of them; where one is missing, the values may be its
-- own, below a label that is the group's.
function Binder:settle_wholes()
  for _, whole in ipairs(self.wholes) do
    local t, index = whole.table, whole.index
    local found, all = self:count_parts(t, index)
    if found > 0 and found < all then
      self.seen:forget(t, index)
      self:lose(t, index, whole.start, whole.stop)
    else
      whole.bind()
      self.alignment:bound(t, index, whole.start, whole.stop)
    end
  end
  self.wholes = {}
end

--- Remembers where rows of a table were bound; of its rows in a part only the first.
function Binder:note_place(t, start)
  local list = self.places[t] or {}
  self.places[t] = list
  if list.section ~= self.section or #list == 0 then list[#list + 1] = start end
  list.section = self.section
end

-- Remembers a row that could not be read; it may come again.
function Binder:lose(t, index, start, stop, got, wanted)
  self:stumble()
  local list = self.lost
  list[#list + 1] = {table = t, index = index, start = start, stop = stop, got = got, wanted = wanted}
end

--- A row that was found among others that are in pieces, and that nothing bears out: it is not read.
function Binder:drop(known)
  self.seen:forget(known.table, known.index)
  self:lose(known.table, known.index, known.start, known.stop)
end

--- Forgets what was lost of a row between two places: it was read there after all.
function Binder:found_again(t, index, from, to)
  for _, row in ipairs(self.lost) do
    local is_same = row.table == t and (row.index == nil or row.index == index)
    row.found = row.found or is_same and row.start >= from and row.start < to
  end
end

-- Takes the numbers of the columns, 1, 2, 3, …, from the front of the values.
function Binder:drop_numbers(t)
  local values, count = self.values, #t.leaves
  for i = 1, count do
    if not values[i] or line_at(self.tape, values[i]) ~= tostring(i) then return end
  end
  for i = 1, count do self.builder:ignore(values[i], values[i] + #tostring(i), "list_number") end
  self.values = table.move(values, count + 1, #values, 1, {})
end

local is_bar = {["|"] = true, ["│"] = true, ["┃"] = true}

-- Drops bars behind a row that is full: they are the border of the table. With a blank cell in front nobody can tell
-- which of them is none.
function Binder:drop_borders(t)
  local values, count = self.values, #t.leaves
  if #values <= count or is_bar[line_at(self.tape, values[1])] then return end
  while #values > count and is_bar[line_at(self.tape, values[#values])] do values[#values] = nil end
end

--- A label by itself between rows of its table that have their values beside them on the page: its cells are blank.
function Binder:blank_row(t)
  local index = self.row_index
  if self.row ~= t or not index or #self.values > 0 then return end
  table.insert(self.blanks, {table = t, index = index, start = self.row_start, stop = self.row_stop})
  self.row = nil
end

-- Binds the blank rows of a part, but for those that came again with their values.
function Binder:settle_blanks()
  for _, blank in ipairs(self.blanks) do
    local t, index, stop = blank.table, blank.index, blank.stop
    if not self.seen:get(t, index) then
      for leaf = 1, #t.leaves do self.builder:range(layout.target(t, leaf, index), stop, stop, true) end
      self.seen:put(t, index, {})
      self.alignment:bound(t, index, blank.start, stop)
    end
  end
  self.blanks = {}
end

-- Ends the row that is open: binds it, or says why not.
function Binder:close_row()
  local t = self.row
  if t == nil then return end
  if t and t.numbered then self:drop_numbers(t) end
  if t then self:drop_borders(t) end
  if t and self.row_heading then
    if #self.values > 0 then self.alignment:leave(self.values[1]) end
    self.current = t
  elseif t then
    -- A label of a pair without a value: its cell is blank.
    if t.pairs and #self.values == 0 then
      self.values[1], self.text_stops[self.row_stop] = self.row_stop, self.row_stop
    end
    local order = self:order_of(t, self.row_start, self.row_stop)
    local wanted, got = #t.leaves, #self.values
    if order.order and wanted == got then
      self:bind_row(t, order)
      self.bare_rows = 0
    else
      self:lose(t, self.row_index, self.row_start, self.row_stop, order.order and got, wanted)
      if got > 0 then self.alignment:leave(self.values[1]) end
      self.bare_rows = got == 0 and self.bare_rows + 1 or 0
    end
    self.current = t
    if #self.header > 0 then self.header = {} end
  elseif #self.values > 0 then
    self.alignment:leave(self.values[1])
  end
  self.row = nil
  self.values = {}
end

-- Notes that a row was met, or a group of rows: the last one of its level.
function Binder:follow(path)
  local trail, depth = self.trail, #path
  for level in pairs(trail) do
    if level > depth then trail[level] = nil end
  end
  trail[depth] = path[depth]
end

function Binder:open_row(t, index, start, stop)
  self.row, self.row_index, self.row_start, self.row_stop = t, index, start, stop
  self.row_heading = t and index and t.rows[index].heading
  if t and index then
    self:follow(t.paths[index])
  end
end

-- A group of rows begins.
function Binder:open_group(label)
  for _, use in ipairs(label.uses) do
    if use.role == "group" then
      self.trail = table.move(self.trail, 1, use.level - 1, 1, {})
      self.trail[use.level] = label.official
      return
    end
  end
end

-- Whether a row lies in the groups that were met last.
function Binder:on_trail(use)
  local path = use.table.paths[use.row]
  for level = 1, #path - 1 do
    if self.trail[level] ~= path[level] then return false end
  end
  return #path > 1
end

-- ---- what a label means here ---------------------------------------------------------------------

-- Among what a label can stand for, the row meant here; nil where two rows of one table could be meant, and no group of
-- either was met last.
function Binder:row_use(label, ordinal)
  local class = ordinal and grammar.ordinal_class(ordinal)
  local best, best_fit, rows = nil, nil, {}   -- rows: the only one of each table; 0 where there are more
  for _, use in ipairs(label.uses) do
    if use.role == "row" then
      if self.noted then self.noted.asked[use.table] = true end
      local fit = (use.table == self.current and 4 or 0) + labels.ordinal_fit(use.ordinal, class)
                  + (self.seen:get(use.table, use.row) and 0 or 1) + (self:on_trail(use) and 0.5 or 0)
      if not rows[use.table] then rows[use.table] = use.row
      elseif rows[use.table] ~= use.row then rows[use.table] = 0 end
      if not best or fit > best_fit then best, best_fit = use, fit end
    end
  end
  local is_open = best and rows[best.table] == 0 and not self:on_trail(best)
                  and #best.table.paths[best.row] > 1
  return not is_open and best or nil
end

local function is_header_of(label, t)
  for _, use in ipairs(label.uses) do
    if use.table == t and use.role ~= "group" then return true end
  end
  return false
end

-- Whether a label that could be a row belongs to the header that is being read: 总计 without an ordinal, behind other
-- words of a header that has it.
function Binder:belongs_to_header(label, ordinal)
  local newest = self.header[#self.header]
  if ordinal or not newest then return false end
  for _, use in ipairs(label.uses) do
    if use.role == "header" and is_header_of(newest, use.table) then return true end
  end
  return false
end

-- A row's label without values counts where its table is being read, or right behind its header; one with values where
-- its table belongs or a header stands before it; elsewhere it is a word of the text.
function Binder:is_row_here(use, i)
  local t, values_follow = use.table, self.tokens[i]
  if self.current == t then return true end
  -- In front of text a label is one where the row begins with text.
  if t.typed and (t.section == nil or self.section == nil or self.section == t.section) then
    local text_follows = self.tokens[i + 1] == TEXT or self.tokens[i + 1] == ODD
    values_follow = values_follow or text_follows and layout.type_of(t, 1, use.row) ~= "number"
  end
  local newest = self.header[#self.header]
  if not values_follow then return newest ~= nil and is_header_of(newest, use.table) end
  return self.section == nil or self.section == use.table.section or newest ~= nil
end

-- The table whose single line of values begins here, after a header without rows: one of the header's words must be
-- found in no other table.
function Binder:across_table()
  for i = #self.header, 1, -1 do
    local t = self.header[i].only_table
    if t then return t.across and t or nil end
  end
end

-- The caption of a table was met: what stood before it is another one's.
function Binder:on_caption(t)
  self.header = {}
  self.captions[t] = true
  self.grid = grid.captioned(self.form, self.grid, t)
end

--- Takes what a label of a header tells of tables besides their columns: which comes next, the unit of amounts.
function Binder:take_names(label, start, stop)
  for _, use in ipairs(label.uses) do
    if use.role == "caption" then self:on_caption(use.table) end
  end
  self:find_unit(label, start, stop)
end

function Binder:add_to_header(label, start, stop)
  self:take_names(label, start, stop)
  if #self.header == longest_header then self.header = {} end
  local header = self.header
  if #header == 0 then self.header_start = start end
  header[#header + 1] = label
  self.header_stop = stop
end

-- A unit in the header of a column that holds amounts: 本年收费金额(单位:万元).
function Binder:find_unit(label, start, stop)
  for _, use in ipairs(label.uses) do
    if use.amount then
      local from, to = self.tape:sub(start, self.tape:find("[\n\x1C-\x1F]", stop) or stop):find("[万亿千]*元")
      if from then self.units[use.table] = {column = use.amount, start = start + from - 1, stop = start + to} end
    end
  end
end

-- ---- tokens ------------------------------------------------------------------------------------

--- Takes the label that is token `i`.
function Binder:on_label(i, label)
  local tokens = self.tokens
  local start, text_start, stop = tokens[i + 2], tokens[i + 3], tokens[i + 5]
  local ordinal = text_start > start and self.tape:sub(start, text_start - 1)
  if ordinal then self.builder:ignore(start, text_start, "list_number") end
  if label.has_digits then self.builder:ignore(text_start, stop, "list_number") end
  if labels.is_cut(label, text_start, stop) then self.builder:ignore(text_start, stop, "page_number") end
  local use = label.row
  if not use and label.may_be_row and not self:belongs_to_header(label, ordinal) then
    use = self:row_use(label, ordinal)
  end
  if use and not self:is_row_here(use, i + SIZE[LABEL]) then use = nil end
  self:close_row()
  if label.kind == "misprint" then
    self:deviation("label_misprint", label.official, self.tape:sub(start, stop - 1), start, stop)
  end
  if #self.unknown > 0 then self:settle_unknown(true) end
  if use then return self:open_row(use.table, use.row, start, stop) end
  self:open_group(label)
  self:add_to_header(label, start, stop)
end

--- Takes the values from token `i` on, as many as follow each other.
-- @return the number of the first token behind them; whether they belong to a row
function Binder:on_values(i)
  local tokens, values = self.tokens, self.values
  if self.row == nil then
    local t = self:across_table()
    if t then self:open_row(t, nil, self.header_start, self.header_stop) end
  end
  local count = #values
  local value = tokens[i]
  while value do
    count = count + 1
    values[count] = value
    i = i + 1
    value = tokens[i]
  end
  if self.row ~= nil then return i, true end
  if values[1] then self.alignment:leave(values[1]) end
  self.values = {}
  return i, false
end

--- Takes token `i`, which is no number: a cell that went wrong where a row lacks one, else a line of text.
-- @return whether it was taken for a cell
function Binder:on_odd(i)
  local values, tokens = self.values, self.tokens
  if self.row and #values < #self.row.leaves then
    values[#values + 1] = tokens[i + 2]
    return true
  end
  self:on_text(tokens[i + 2], tokens[i + 3], tokens[i + SIZE[TEXT]])
  return false
end

-- Whether the open row goes on with a cell that may hold text. What stands behind the label of a pair on its line is
-- its value, whatever it is.
function Binder:wants_text(start)
  local t = self.row
  if not t or self.row_heading or #self.values >= #t.leaves then return false end
  if t.typed and layout.type_of(t, #self.values + 1, self.row_index) ~= "number" then return true end
  return t.pairs and core.line_stop(self.tape, self.row_stop) >= start
end

--- Takes a line of text. In a row it may be the text of a cell. Between the labels of a table it is a label that the
-- form does not know.
-- @param values_follow whether a value comes next
-- @return whether it was taken for a cell
function Binder:on_text(start, stop, values_follow)
  if self:wants_text(start) then
    self.values[#self.values + 1] = start
    self.text_stops[start] = stop
    return true
  end
  local in_table = self.row ~= nil or #self.header > 0 or #self.unknown > 0
  if not in_table then return end
  self:close_row()
  if stop - start > layout.longest_label then
    self.header = {}
    self:settle_unknown(false)
    return
  end
  self.unknown[#self.unknown + 1] = {start = start, stop = stop, row = values_follow}
  if values_follow then
    self:settle_unknown(true)
    self:open_row(false, nil, start, stop)
  end
end

-- Keeps the unknown labels met since the last known one, or drops them as prose.
function Binder:settle_unknown(inside)
  if inside then table.move(self.unknown, 1, #self.unknown, #self.strangers + 1, self.strangers) end
  self.unknown = {}
end

-- Columns that are printed in another order than the form's are not filled by it.
function Binder:bar_permuted()
  for _, t in ipairs(self.form.layouts) do
    local order = self.orders[t]
    if not order and #self.header > 0 then order = layout.known_order(t, self.header) end
    if order and order.found > 0 and not order.official then self.alignment:bar(t) end
  end
end

--- A part of the form begins: no table goes on across it.
-- @param start where its heading stands, `stop` where it ends
function Binder:on_section(section, start, stop)
  self:close_row()
  if self.noted then plain_parts.keep(self) end
  self.trail = {}
  self:settle_unknown(false)
  self:bar_permuted()
  self:settle_wholes()
  self:settle_blanks()
  self.alignment:finish(start)
  self.header = {}
  self.current = nil
  self.section = section
  self.alignment:start(section, stop)
end

-- ---- tables of the page --------------------------------------------------------------------------

--- Takes a table of the page.
-- @return whether it is one of the form's; places of notes in it, as a list of `{start, stop}`
function Binder:on_grid(block)
  local plan = grid.plan(self.form, self.signatures[block], self.grid)
  if not plan.known then return false end
  self.grid = plan.after
  local notes = plans.carry_out(self, block, plan)
  self.current = plan.after.current or self.current
  self.header = table.move(plan.open_header, 1, #plan.open_header, 1, {})
  return true, notes
end

-- Whether a table outside of the parts is one of the report all the same: it has whole rows under headers of its own,
-- none of which stands in the parts.
function Binder:is_own(plan)
  local rows = 0
  for _, entry in ipairs(plan.entries) do
    if entry.kind == "lost" or entry.kind == "bare" then return false end
    if entry.kind == "row" then
      if entry.headless or self.seen:get(entry.table, row_runs.key_of(entry)) then return false end
      rows = rows + 1
    end
  end
  return rows > 0
end

--- Takes the tables that stand outside of the parts, like counters of visitors, or those of a report that keeps them
-- behind its text: they are read last, and never compete with those of the parts.
function Binder:on_outer_grids(blocks)
  if #blocks == 0 then return end
  self:on_section(nil, #self.tape + 1, #self.tape + 1)
  for _, block in ipairs(blocks) do
    local plan = grid.plan(self.form, self.signatures[block], grid.start(self.form))
    if plan.known and self:is_own(plan) then plans.carry_out(self, block, plan) end
  end
end

-- ---- the end -----------------------------------------------------------------------------------

-- How many of the rows that a form may print in the place of another were met, and how many there are.
function Binder:count_parts(t, index)
  local own, lost, count, all = t.rows[index], {}, 0, 0
  for _, other in ipairs(self.lost) do lost[other.table == t and other.index or 0] = true end
  for number, other in ipairs(t.rows) do
    if other.part_of == own.id then
      all = all + 1
      if self.seen:get(t, number) or lost[number] or self.alignment:has(t, number) then count = count + 1 end
    end
  end
  return count, all
end

-- Whether a label without values is the group of the rows that the form prints in its place.
function Binder:heads_its_parts(row)
  return self:is_split(row.table, row.index) and row.got == 0 and self:count_parts(row.table, row.index) > 0
end

function Binder:mark_lost(row)
  local t, index = row.table, row.index
  for r = index or 1, index or #t.rows do
    for c = 1, #t.columns do
      self.builder:unreadable(t.first_cell + (r - 1) * #t.columns + c - 1, row.start, row.stop)
    end
  end
  if row.got and row.got == row.wanted then   -- as many values as columns, but the header is out of line
    self:tell("columns_unknown", t.id, "", row.start, row.stop)
  elseif row.got then
    self:deviation(row.got < row.wanted and "row_short" or "row_long", address(t, index), row.got .. "/" .. row.wanted,
                   row.start, row.stop)
  end
end

function Binder:set_units()
  for _, t in ipairs(self.form.layouts) do
    local unit = self.units[t]
    for r = 1, unit and #t.rows or 0 do
      self.builder:unit(t.first_cell + (r - 1) * #t.columns + unit.column - 1, unit.start, unit.stop)
    end
  end
end

-- What is amiss with a header is of no account where all rows below it could be read.
function Binder:tell_headers()
  for _, told in ipairs(self.header_told) do
    if not self.alignment:knows_columns(told.table) then
      self:deviation(told.kind, told.subject, told.detail, told.start, told.stop)
    end
  end
end

--- The tape ends.
-- @param read_more function(): reads what labels do not; then it is told what was lost
function Binder:finish(read_more)
  self:on_section(nil, #self.tape + 1, #self.tape + 1)
  read_more()
  for _, row in ipairs(self.lost) do
    local t, index = row.table, row.index
    local found_again = self.seen:get(t, index or t.first_cell) or self.alignment:has(t, index)
    -- Of a row that stands again as a whole, what could not be read elsewhere contradicts nothing.
    if not row.found and not found_again and not self:heads_its_parts(row) then self:mark_lost(row) end
  end
  self:tell_headers()
  self:set_units()
  for _, t in ipairs(self.form.layouts) do
    local first = self.first_rows[t]
    if t.caption and first and not self.captions[t] then
      self:deviation("caption_missing", t.caption, t.id, first[1], first[2])
    end
  end
end

--- Reports tables that stand outside of their part, such as those of another year or report.
-- @param ranges `{start, stop}` of the parts that were found, by the id of the part
function Binder:report_places(ranges)
  for _, t in ipairs(self.form.layouts) do
    local range = ranges[t.section]
    for _, start in ipairs(range and self.places[t] or {}) do
      if start < range[1] or start >= range[2] then
        if not self.told[t] then
          self:deviation("table_misplaced", t.id, "", start, (self.tape:find("[\n\x1C-\x1F]", start)))
        end
        self.told[t] = true
      end
    end
  end
end

--- Reports the labels that the form does not know, but for those that turned out to be headings.
-- @param is_heading function(start) -> boolean
function Binder:report_strangers(is_heading)
  for _, place in ipairs(self.strangers) do
    if not is_heading(place.start) and not self.alignment:explains(place) then
      local text = self.tape:sub(place.start, place.stop - 1)
      local nearest = self.form.labels:nearest(text, labels.OF_TABLES)
      self:deviation(place.row and "row_unknown" or "label_unknown", text, nearest, place.start, place.stop)
    end
  end
end

return binder
