--- Parts of a report that are labels and values alone, as one with tables is in flattened text. What the binder makes
-- of such a part follows from its labels and from how many values stand behind each, as long as nothing is amiss: it is
-- noted when the part is first read, and carried out for every report that has the same.

local labels = require "govreport.form.labels"
local layout = require "govreport.form.layout"

local plain_parts = {}

local LABEL, PAGE, SIZE = labels.LABEL, labels.PAGE, labels.SIZE

-- Entries of what `builder:run` and `builder:pass` of the core take.
local run_entry, pass_entry = "<I4I4B", "<I4I4"

-- ---- noting -------------------------------------------------------------------------------------

-- Whether what a label does can be noted: nothing of it is told, and it is clear what goes with it.
local function is_plain_label(label)
  return label and not label.section and label.kind ~= "misprint" and not (label.names_more and label.may_be_row)
end

-- Whether no row of a table was met.
local function is_new(binder, t) return binder.orders[t] == nil and binder.seen:is_empty(t) end

local function new_tables(binder)
  local set = {}
  for _, t in ipairs(binder.form.layouts) do set[t] = is_new(binder, t) end
  return set
end

-- Whether nothing but the labels of its part decided how a row was bound.
local function is_plain_row(binder, row)
  local t = row.table
  return not (t.numbered or t.typed or t.pairs) and row.order == binder.orders[t] and row.order.found > 0
end

-- Whether all of a part became rows, each in the only way in which it can.
local function is_plain(binder, noted)
  local alignment = binder.alignment
  local left = #alignment.loose + alignment.waits + #binder.header + #binder.wholes + #binder.unknown
  if noted.is_amiss or left > 0 then return false end
  for _, row in ipairs(noted.rows) do
    if not is_plain_row(binder, row) then return false end
  end
  return true
end

-- Goes through the tokens of a part. Gives the numbers, from 0, of the tokens of values and of the starts and stops of
-- labels, by where they stand on the tape, those of stops by the negative; what has to be done whatever the rows are;
-- and how many values there are. Nil where there is a label of which that is not known.
local function look_through(binder, noted)
  local tokens, list, first, count = binder.tokens, binder.form.labels.list, noted.first, 0
  local number_at, names, numbers, pages = {}, {}, {}, {}
  local i = first
  while i < noted.stop do
    local kind, at = not tokens[i] and tokens[i + 1], i - first
    if not kind then
      number_at[tokens[i]], count = at, count + 1
    elseif kind == PAGE then
      pages[#pages + 1] = pass_entry:pack(at + 2, at + 3)
    else
      local label, start, inside, stop = list[tokens[i + 4]], tokens[i + 2], tokens[i + 3], tokens[i + 5]
      if not is_plain_label(label) then return nil end
      number_at[start], number_at[-stop] = at + 2, at + 5
      if inside > start then numbers[#numbers + 1] = pass_entry:pack(at + 2, at + 3) end
      if labels.is_cut(label, inside, stop) then pages[#pages + 1] = pass_entry:pack(at + 3, at + 5) end
      if label.has_digits then numbers[#numbers + 1] = pass_entry:pack(at + 3, at + 5) end
      if label.names_more then names[#names + 1] = {label = label, at = at} end
    end
    i = i + (kind and SIZE[kind] or 1)
  end
  return number_at, {names = names, numbers = table.concat(numbers), pages = table.concat(pages)}, count
end

-- What a part holds of a table, as numbers of tokens: where its first row begins and its label ends, its first value,
-- and the values of each row by its key.
local function table_of(binder, tables, row, number_at)
  local t = row.table
  if not tables[t] then
    local start, stop = table.unpack(binder.first_rows[t])
    tables[t] = {table = t, order = row.order, start = number_at[start], stop = number_at[-stop],
                 place = number_at[row.values[1]], rows = {}}
    tables[#tables + 1] = tables[t]
  end
  return tables[t]
end

-- Adds the cells of a row as `builder:run` takes them; gives the numbers of its values.
local function add_cells(cells, row, number_at)
  local numbers, inferred = {}, row.order.inferred
  for i, start in ipairs(row.values) do
    local is_inferred = inferred
    if type(inferred) == "table" then is_inferred = inferred[i] end
    numbers[i] = number_at[start]
    local cell = layout.target(row.table, row.order.order[i], row.index)
    cells[#cells + 1] = run_entry:pack(numbers[i], cell, is_inferred and 1 or 0)
  end
  return numbers
end

-- What to do with a part that was read; false where that is not told by its labels alone.
local function plan_of(binder, noted)
  if not is_plain(binder, noted) then return false end
  local number_at, plan, count = look_through(binder, noted)
  local tables, cells = {}, {}
  if not number_at then return false end
  for _, row in ipairs(noted.rows) do
    local of_table = table_of(binder, tables, row, number_at)
    of_table.rows[row.index or row.table.first_cell] = add_cells(cells, row, number_at)
  end
  plan.tables, plan.cells, plan.asked = tables, table.concat(cells), noted.asked
  return #cells == count and plan
end

--- A part ends that is read for the first time: keeps what was done, where no row of its tables was met before.
-- @param binder its `noted`: `key`, `first` and `stop`, numbers of tokens; `new`, the set of the tables of which no row
-- was met before; `rows` that were bound, `{table, order, index, values}`; `asked`, the set of the tables of which it
-- counted whether a row was met; `is_amiss`
function plain_parts.keep(binder)
  local noted = binder.noted
  binder.noted = nil
  for _, row in ipairs(noted.rows) do noted.asked[row.table] = true end
  for t in pairs(noted.asked) do
    if not noted.new[t] then return end
  end
  binder.form.plain_parts:put(noted.key, plan_of(binder, noted), #noted.key)
end

-- ---- carrying out -------------------------------------------------------------------------------

-- Whether no row was met of the tables that a plan asks for.
local function are_new(binder, plan)
  for t in pairs(plan.asked) do
    if not is_new(binder, t) then return false end
  end
  return true
end

local function carry_out(binder, plan, first)
  local tokens, builder = binder.tokens, binder.builder
  builder:pass(tokens, first, plan.numbers, "list_number")
  builder:pass(tokens, first, plan.pages, "page_number")
  builder:run(tokens, first, plan.cells)
  for _, name in ipairs(plan.names) do
    binder:take_names(name.label, tokens[first + name.at + 2], tokens[first + name.at + 5])
  end
  local function values_at(numbers)
    local starts = {}
    for i, number in ipairs(numbers) do starts[i] = tokens[first + number] end
    return starts
  end
  for _, own in ipairs(plan.tables) do
    binder:note_table(own.table, own.order, tokens[first + own.start], tokens[first + own.stop])
    binder.seen:put_run(own.table, own.rows, values_at)
    binder:note_place(own.table, tokens[first + own.place])
  end
end

--- A part begins: carries out what is known of its like; else the binder notes what it does with it.
-- @param binder a Binder
-- @param first the number of its first token
-- @param stop that of the first behind it
-- @return the number of the token to go on with
function plain_parts.read(binder, first, stop)
  local key = binder.bare_rows == 0 and binder.builder:plain(binder.tokens, first, stop, LABEL, PAGE)
  if not key then return first end
  key = binder.section .. "\0" .. key
  local plan = binder.form.plain_parts:get(key)
  if plan == nil then
    binder.noted = {key = key, first = first, stop = stop, new = new_tables(binder), rows = {}, asked = {}}
  elseif plan and are_new(binder, plan) then
    carry_out(binder, plan, first)
    return stop
  end
  return first
end

return plain_parts
