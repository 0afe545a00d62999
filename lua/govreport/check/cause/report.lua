--- The findings about causes.

local catalogue = require "govreport.base.catalogue"
local finding = require "govreport.check.finding"
local layout = require "govreport.form.layout"
local words = require "govreport.check.cause.words"

local report = {}

-- ---- what every finding about a cause has -----------------------------------------------------------

local function is_exact(change) return change.low ~= nil and change.low == change.high end

local function change_of(system, change)
  local number = {address = system.cells[change.cell].at.address}
  if is_exact(change) then
    number.value = system:number(change.low)
  else
    number.at_least = change.low and system:number(change.low)
    number.at_most = change.high and system:number(change.high)
  end
  return number
end

local function changes_of(system, repair)
  local list, exact = {kind = repair.kind}, true
  for i, change in ipairs(repair) do
    list[i] = change_of(system, change)
    exact = exact and is_exact(change)
  end
  return list, exact
end

-- The cells that any repair changes, in order, by their place in the system; and how many repairs change each.
local function changed_cells(repairs)
  local times, order = {}, {}
  for _, repair in ipairs(repairs) do
    for _, change in ipairs(repair) do
      if not times[change.cell] then order[#order + 1] = change.cell end
      times[change.cell] = (times[change.cell] or 0) + 1
    end
  end
  table.sort(order)
  return order, times
end

--- Adds to a draft what its cause is: `cause`, and `repair` where there is one, else `alternatives`.
function report.add_cause(draft, found)
  draft.cause = found.kind
  local changes, exact = {}, true
  if found.repairs[1] then changes, exact = changes_of(found.system, found.repairs[1]) end
  if #found.repairs == 1 and exact then
    draft.repair = changes
  elseif found.repairs[1] then
    draft.alternatives, draft.alternatives_count = {changes}, #found.repairs
    for i = 2, math.min(#found.repairs, finding.shown_alternatives) do
      draft.alternatives[i] = changes_of(found.system, found.repairs[i])
    end
  end
  return draft
end

--- Marks the cells that every repair changes as guilty, with their value where it is certain: rules about single cells
-- need not name them again.
function report.mark_guilty(context, found)
  local system, guilty = found.system, context.guilty
  local _, times = changed_cells(found.repairs)
  for cell, count in pairs(times) do
    if count == #found.repairs then guilty[system.cells[cell].at.number] = true end
  end
  for _, change in ipairs(#found.repairs == 1 and found.repairs[1] or {}) do
    if is_exact(change) then guilty[system.cells[change.cell].at.number] = system:number(change.low) end
  end
end

--- Whether a cause is told by the message of the sum alone that fails: it is one, and a number that could stand there.
function report.is_plain(found)
  if found.kind == "unsearched" then return true end
  local repair = found.repairs[1]
  if #found.fails ~= 1 or found.misplaced or #repair ~= 1 then return false end
  local cell = found.system.cells[repair[1].cell]
  local possible = (not cell.low or cell.value >= cell.low) and cell.value % cell.step == 0
  return possible or #found.repairs > 1
end

-- ---- the messages -----------------------------------------------------------------------------------

-- Where the cells of a sum stand, those that are not in the report as well.
local function stand_of(context, entry)
  local list = {}
  for i = 1, #entry.terms, 2 do
    local t, row, column = layout.locate(context.form.layouts, entry.terms[i])
    list[#list + 1] = {table = t.id, row = row.id, column_id = column.id}
  end
  return list
end

local function has_rows_and_columns(context, fails)
  local kinds = {}
  for _, fail in ipairs(fails) do
    local _, kind = words.line(context, stand_of(context, fail.identity))
    kinds[kind or "other"] = true
  end
  return kinds.row and kinds.column and not kinds.other
end

local function one_cell(context, found, fields, table_id)
  local change, system = found.repairs[1][1], found.system
  local at, actual = system.cells[change.cell].at, system:printed(change.cell)
  fields.cell, fields.actual, fields.unit = words.cell(context, at, table_id), actual, words.unit(at)
  fields.expected, fields.count = system:number(change.low), #found.fails
  return has_rows_and_columns(context, found.fails) and "cause.cell" or "cause.cell_sums",
         {actual = actual, expected = fields.expected}
end

local function swap(context, found, fields, table_id)
  local system, repair = found.system, found.repairs[1]
  local one, other = system.cells[repair[1].cell].at, system.cells[repair[2].cell].at
  fields.cell, fields.actual = words.cell(context, one, table_id), system:printed(repair[1].cell)
  fields.unit = words.unit(one)
  fields.other, fields.other_actual = words.cell(context, other, table_id), system:printed(repair[2].cell)
  return "cause.swap"
end

-- So many totals of a line are named one by one.
local few_totals = 3

local function totals(context, found, fields)
  local cells, are_zero = {}, true
  for i, change in ipairs(found.repairs[1]) do
    cells[i] = found.system.cells[change.cell].at
    are_zero = are_zero and found.system.cells[change.cell].value == 0
  end
  fields.line, fields.size = words.line(context, cells), #cells
  if not fields.line then return nil end
  local is_short = not are_zero and #cells <= few_totals
  fields.values = words[is_short and "named_values" or "values"](context, found.system, found.repairs[1])
  return are_zero and "cause.totals" or is_short and "cause.totals_few" or "cause.totals_wrong"
end

local function exchange(context, found, fields, table_id)
  local one, other = table.unpack(found.misplaced.lines)
  fields.one, fields.other = words.label(context, table_id, one), words.label(context, table_id, other)
  return "cause." .. found.kind
end

-- A line that stands one column too far: all of it, or a span of it; of a table printed across the page always a span.
local function moved(context, found, fields, table_id)
  local move = found.misplaced
  local function cell_at(i) return found.system.cells[move.cells[i]].at end
  local first, last = cell_at(move.first), cell_at(move.last)
  local is_row, key = words.is_row(context, table_id), "shift_span"
  fields.line, fields.direction = words.line(context, {first}), words.direction(move.left)
  fields.first = is_row and words.column(context, first) or words.cell(context, first, table_id)
  fields.last = is_row and words.column(context, last) or words.cell(context, last, table_id)
  fields.values = words.span(found.system, move)
  fields.filled = words.filled(context, found.system, found.repairs[1], move.filled and move.cells[move.filled])
  if not is_row then
    key = "shift_across"
  elseif move.first == 1 and move.last == #move.cells then
    key = "shift"
  end
  return "cause." .. key
end

local function several(context, found, fields, table_id)
  local repair = found.repairs[1]
  fields.size, fields.count = #repair, #found.repairs
  fields.changes = words.changes(context, found.system, repair, table_id)
  if #found.fails == 0 then return #found.repairs == 1 and "cause.unknown_cells" or "cause.unknown" end
  fields.relations = words.relations(context, found.system, found.fails)
  return #found.repairs == 1 and "cause.cells" or "cause.choice"
end

-- The key of the message of a cause, and what else the finding says.
local function message_of(context, found, fields, table_id)
  local repair, key, more = found.repairs[1], nil, nil
  if found.misplaced then
    key = (found.kind == "shift" and moved or exchange)(context, found, fields, table_id)
  elseif #found.repairs == 1 and #repair == 1 and is_exact(repair[1]) and #found.fails > 0 then
    key, more = one_cell(context, found, fields, table_id)
  elseif found.kind == "swap" then
    key = swap(context, found, fields, table_id)
  elseif found.kind == "totals" then
    key = totals(context, found, fields)
  end
  return key or several(context, found, fields, table_id), more or {}
end

-- The identity that a cause is told under: the first that fails, else the first that has one of the cells.
local function identity_of(found)
  if found.fails[1] then return found.fails[1].identity end
  return found.system.entries[found.system.members[found.repairs[1][1].cell][1]]
end

--- The draft of the finding about a cause that is more than one sum alone.
function report.draft(context, found)
  local rule, cells, system = identity_of(found).rule, changed_cells(found.repairs), found.system
  local table_id = system.cells[cells[1]].at.table
  local fields = {place = context:table_name(table_id)}
  local key, draft = message_of(context, found, fields, table_id)
  draft.rule, draft.severity, draft.messages, draft.fields = rule.id, rule.severity, catalogue.message(key), fields
  local numbers = {}
  for i, cell in ipairs(cells) do numbers[i] = system.cells[cell].at.number end
  draft.cells, draft.also = context:cells_at(numbers), {}
  local seen = {[rule.id] = true}
  for _, fail in ipairs(found.fails) do
    local id = fail.identity.rule.id
    if not seen[id] then seen[id], draft.also[#draft.also + 1] = true, id end
  end
  return report.add_cause(draft, found)
end

return report
