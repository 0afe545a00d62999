--- Binds what the tables' own patterns find (`grammar` in a form): sentences and running lines that stand in place of a
-- table, which no labels above and beside the values describe.
--
-- A pattern is looked for in the part of its table, else in the whole article, when all rows were read by their labels.
-- What those filled stays: a value that agrees is a repetition, another one is left and told. So is what could be bound
-- in two ways: a cell that is given two values, a number that is given to two cells or is another cell's already.

local core = require "govreport.core"
local grammar = require "govreport.text.grammar"
local layout = require "govreport.form.layout"

local surfaces = {}

-- ---- what the patterns find ---------------------------------------------------------------------

-- The ranges of the tape in which a table may stand.
local function ranges_of(reading, t)
  if not t.section then return {{reading.article_start, reading.article_stop}} end
  local list = {}
  for i, heading in ipairs(reading.headings) do
    local after = reading.headings[i + 1]
    if reading.form.declared.sections[heading.section + 1].id == t.section then
      list[#list + 1] = {heading.stop, after and after.marker_start or reading.article_stop}
    end
  end
  return list
end

-- Functions in the pattern are a script's: they run on its budget.
local function match(reading, t, from, to)
  local script = require "govreport.form.script"
  local ok, found = script.call(grammar.match, t.grammar, reading.tape:sub(from, to - 1), reading.meter)
  if ok then return found end
  error({code = "form.failed", detail = reading.form.id .. ": " .. t.id .. ": grammar: " .. tostring(found)}, 0)
end

local function index_of(entries, id)
  for i, entry in ipairs(entries) do
    if entry.id == id then return i end
  end
end

-- Amounts that go on behind what was captured of them.
local scales = {"万", "亿", "千", "百"}

-- Whether a range takes only part of a number.
local function cuts_number(tape, start, stop)
  local text = tape:sub(start, stop - 1)
  local before, behind = tape:sub(math.max(1, start - 2), start - 1), tape:sub(stop, stop + 4)
  if text:find("^%d") and (before:find("%d$") or before:find("%d%.$")) then return true end
  if text:find("^%d%d%d%f[%D]") and before:find("%d,$") then return true end
  if not text:find("%d$") then return false end
  for _, scale in ipairs(scales) do
    if behind:gsub("^ ", ""):sub(1, #scale) == scale then return true end
  end
  return (behind:find("^%d") or behind:find("^%.%d") or behind:find("^,%d%d%d%f[%D]")) ~= nil
end

-- What is wrong with a capture: "capture", "row", "column", "value"; nil for nothing.
local function problem_of(entry, t, tape)
  if not entry.index then return "row" end
  if not entry.column then return "column" end
  local leaf = t.across and (entry.index - 1) * #t.columns + entry.column or entry.column
  local text = tape:sub(entry.start, entry.stop - 1)
  entry.type = layout.type_of(t, leaf, entry.index)
  if text == "" or entry.type == "date" and not core.date(text) then return "value" end
  if entry.type ~= "number" then return nil end
  local state = core.number(text).state
  if state == "unreadable" or state == "blank" then return "value" end
  return cuts_number(tape, entry.start, entry.stop) and "value" or nil
end

-- A capture as an entry: `{table, index, column, cell, start, stop, name, problem}`.
local function entry_of(captured, t, base, found, tape)
  local entry = {table = t, from = base + found.from, to = base + found.to, name = t.id}
  entry.start, entry.stop = entry.from, entry.to
  local start, stop = captured, nil
  if type(captured) == "table" then start, stop = captured[1], captured[2] end
  local column = type(captured) == "table" and captured.column
  if column == nil and #t.columns == 1 then column = t.columns[1].id end
  local is_range = math.type(start) == "integer" and math.type(stop) == "integer"
                   and found.from <= start and start <= stop and stop <= found.to
  if not is_range or type(captured.row) ~= "string" or type(column) ~= "string" then
    entry.problem = "capture"
    return entry
  end
  entry.start, entry.stop = base + start, base + stop
  entry.name = table.concat({t.id, captured.row, column}, ".")
  entry.index, entry.column = index_of(t.rows, captured.row), index_of(t.columns, column)
  if entry.index and t.rows[entry.index].heading then entry.index = nil end
  entry.problem = problem_of(entry, t, tape)
  if not entry.problem then entry.cell = t.first_cell + (entry.index - 1) * #t.columns + entry.column - 1 end
  return entry
end

-- All captures of a form's tables; and by table how often its pattern was found, and in how many parts.
local function find(reading)
  local entries, told = {}, {}
  for _, t in ipairs(reading.form.layouts) do
    local ranges = t.grammar and ranges_of(reading, t) or {}
    if t.grammar then told[t] = {parts = #ranges, matches = 0, cells = 0} end
    for _, range in ipairs(ranges) do
      for _, found in ipairs(match(reading, t, range[1], range[2])) do
        told[t].matches = told[t].matches + 1
        for _, captured in ipairs(found.list) do
          entries[#entries + 1] = entry_of(captured, t, range[1] - 1, found, reading.tape)
        end
      end
    end
  end
  return entries, told
end

-- ---- what may be bound --------------------------------------------------------------------------

-- Whether two texts say the same in a cell.
local function agree(tape, a, b, kind)
  local text, other = tape:sub(a.start, a.stop - 1), tape:sub(b.start, b.stop - 1)
  if text == other then return true end
  if kind ~= "number" then return grammar.clean(text) == grammar.clean(other) end
  local number, second = core.number(text), core.number(other)
  return number.state == second.state and number.value == second.value
         and (number.unit or second.unit) == (second.unit or number.unit)
end

-- The places of the cells that labels filled.
local function bound_places(reading)
  local list = {}
  for _, t in ipairs(reading.form.layouts) do
    for cell = t.first_cell, t.first_cell + #t.rows * #t.columns - 1 do
      local start, stop = reading.builder:bound(cell)
      if start and start < stop then list[#list + 1] = {cell = cell, start = start, stop = stop, is_bound = true} end
    end
  end
  return list
end

local function by_place(a, b)
  if a.start ~= b.start then return a.start < b.start end
  if a.stop ~= b.stop then return a.stop < b.stop end
  return a.cell < b.cell
end

-- Places that overlap and are of different cells: what stands there could be bound in two ways.
local function tell_overlaps(places)
  table.sort(places, by_place)
  local reach
  for _, place in ipairs(places) do
    if reach and place.start < reach.stop and place.cell ~= reach.cell then
      for _, one in ipairs{place, reach} do
        if not one.is_bound then one.problem = "shared" end
      end
    end
    if not reach or place.stop > reach.stop then reach = place end
  end
end

-- Cells that are given several values.
local function tell_contradictions(reading, entries)
  local first = {}
  for _, entry in ipairs(entries) do
    local other = entry.cell and first[entry.cell]
    if entry.cell and not other then first[entry.cell] = entry
    elseif other and not agree(reading.tape, entry, other, entry.type) then
      other.contradicted = true
    end
  end
  for _, entry in ipairs(entries) do
    if entry.cell and not entry.problem and first[entry.cell].contradicted then entry.problem = "values" end
  end
end

-- ---- binding ------------------------------------------------------------------------------------

-- A cell that has a value: the same again, or one that is left.
local function again(reading, entry, bound)
  if not agree(reading.tape, entry, bound, entry.type) then
    entry.problem = "filled"
  elseif bound.start ~= entry.start then
    reading:ignore(entry.start, entry.stop, "repeated")
  end
end

local function bind(reading, follower, entry, told)
  local start, stop = reading.builder:bound(entry.cell)
  if start then return again(reading, entry, {start = start, stop = stop}) end
  reading.builder:range(entry.cell, entry.start, entry.stop, false)
  reading:bind(entry.start, entry.stop)
  follower.by_grammar[entry.cell] = entry
  told[entry.table].cells = told[entry.table].cells + 1
end

-- The texts in which values were bound, in order, those that overlap in one.
local function spans_of(entries)
  local list, spans = {}, {}
  for _, entry in ipairs(entries) do
    if not entry.problem then list[#list + 1] = {start = entry.from, stop = entry.to, cell = 0} end
  end
  table.sort(list, by_place)
  for _, span in ipairs(list) do
    local newest = spans[#spans]
    if newest and span.start < newest.stop then newest.stop = math.max(newest.stop, span.stop)
    else spans[#spans + 1] = span end
  end
  return spans
end

-- What was told of the text around values that are bound now is void: it is no row of a table.
local function explain(follower, entries)
  local spans = spans_of(entries)
  local function is_explained(place)
    local first, last = 1, #spans   -- the last span that begins in front of the end of the place
    while first <= last do
      local middle = (first + last) // 2
      if spans[middle].start < place.stop then first = middle + 1 else last = middle - 1 end
    end
    return last > 0 and spans[last].stop > place.start
  end
  local strangers = {}
  for _, place in ipairs(follower.strangers) do
    if not is_explained(place) then strangers[#strangers + 1] = place end
  end
  follower.strangers = strangers
  for _, lost in ipairs(follower.lost) do lost.found = lost.found or is_explained(lost) end
end

--- Binds what the patterns of the form's tables find.
-- @param reading the Recogniser; `follower` its Binder, when all labels were read: `by_grammar` is filled with what was
-- bound, by cell, and `grammars` with `{parts, matches, cells}`, by table
function surfaces.read(reading, follower)
  local entries, told = find(reading)
  follower.grammars = told
  if #entries == 0 then return end
  local places = bound_places(reading)
  for _, entry in ipairs(entries) do
    if entry.cell then places[#places + 1] = entry end
  end
  tell_overlaps(places)
  tell_contradictions(reading, entries)
  for _, entry in ipairs(entries) do
    if not entry.problem then bind(reading, follower, entry, told) end
    if entry.problem then
      reading.builder:deviation("grammar_left", entry.name, entry.problem, entry.start, entry.stop)
    end
  end
  explain(follower, entries)
end

return surfaces
