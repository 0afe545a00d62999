--- What became of each row of a form's table, and of each column. A table whose rows are printed across the page is one
-- row here; its columns are the cells of its only line.

local layout = require "govreport.form.layout"
local names = require "govreport.form.names"
local plans = require "govreport.read.plans"

local rows = {}

local function last(path) return path[#path] end

-- The only row of a table of one line has the number of no row.
local function entries_of(t) return t.across and {{}} or t.rows end

-- The rows of which the form prints either the whole or the parts: those not printed are not wanted.
local function not_wanted(t, state)
  local any, list = {}, {}
  for index, row in ipairs(t.rows) do
    if row.part_of and state[index] ~= "missing" then any[row.part_of] = true end
  end
  for index, row in ipairs(t.rows) do
    if state[index] == "missing" and row.split and (any[row.id] or state.whole == nil) then list[index] = true end
    if row.split and state[index] ~= "missing" then
      for other, part in ipairs(t.rows) do
        if part.part_of == row.id and state[other] == "missing" then list[other] = true end
      end
    end
  end
  return list
end

-- Where the values of a row begin, what they stand in and how many they are.
local function start_of(work, t, index)
  local seen = work.reading.binder.seen
  local values = t.across and seen:any(t) or seen:get(t, index)
  if not values then return nil end
  local starts = plans.starts_of(work.document, values)
  return starts[1], values.block and "grid" or "text", #starts
end

-- What the alignment made of the rows of an entry: one, or all of a table that is one line.
local function verdicts_of(work, t, index)
  local list, all = {}, work.reading.binder.alignment.verdicts
  for row = index or 1, index or #t.rows do
    local verdict = all:of(t, row)
    if verdict then list[#list + 1] = {index = row, verdict = verdict} end
  end
  return list
end

-- Where the first value stands that the table's own pattern gave to a row, or to a table of one line.
local function start_by_grammar(work, t, index)
  local found
  local first = t.first_cell + ((index or 1) - 1) * #t.columns
  for cell = first, first + (index and 1 or #t.rows) * #t.columns - 1 do
    local entry = work.reading.binder.by_grammar[cell]
    if entry and (not found or entry.start < found) then found = entry.start end
  end
  return found
end

local function is_lost(work, t, index)
  for _, lost in ipairs(work.reading.binder.lost) do
    if not lost.found and lost.table == t and (t.across or lost.index == index) then return true end
  end
  return false
end

--- The rows of a table.
-- @return list of `{index, id, label, name, state, start, source, values, verdicts, wanted}`: `name` is the label as
-- people find it; `state` is "read", "filled" (by an alignment), "lost" or "missing"; `start` where its values begin,
-- for those that were read or filled; `source`, "grid", "text" or "grammar", and how many `values`, for those that were
-- read; `verdicts` is a list of `{index, verdict}`, what an alignment made of it
function rows.of(work, t)
  local list, state = {}, {}
  for index, declared in ipairs(entries_of(t)) do
    local row = {index = not t.across and index or nil, id = declared.id, declared = declared,
                 label = declared.label and last(layout.path_of(declared)) or "", state = "missing"}
    row.name = declared.label and names.row(work.form.declared, t.id, declared.id) or ""
    row.verdicts = verdicts_of(work, t, row.index)
    if work.reading.binder.alignment:has(t, row.index) then
      row.state, row.start = "filled", row.verdicts[1].verdict.start
    else
      row.start, row.source, row.values = start_of(work, t, index)
      if not row.start then
        row.start = start_by_grammar(work, t, row.index)
        row.source = row.start and "grammar"
      end
    end
    if row.start then row.state = row.state == "filled" and "filled" or "read"
    elseif is_lost(work, t, index) then row.state = "lost" end
    list[index], state[index] = row, row.state
  end
  local spare = t.across and {} or not_wanted(t, state)
  for index, row in ipairs(list) do row.wanted = not spare[index] and not row.declared.heading end
  return list
end

--- The first cell of a row: its number.
function rows.first_cell(t, row) return t.first_cell + ((row.index or 1) - 1) * #t.columns end

--- What is known of the columns of a table, each by one of its labels, outermost first.
-- @return `{by_label, inferred, missing}`: lists of texts
function rows.columns(work, t, list)
  local columns = {by_label = {}, inferred = {}, missing = {}}
  for number, leaf in ipairs(t.leaves) do
    local how = "missing"
    for _, row in ipairs(list) do
      local is_read = row.state == "filled" or row.state == "read" and row.source ~= "grammar"
      local cell = is_read and work.report:cell(layout.target(t, number, row.index))
      if cell and cell.state ~= "absent" and how ~= "by_label" then how = cell.inferred and "inferred" or "by_label" end
    end
    table.insert(columns[how], t.across and table.concat(leaf.path, "·") or last(leaf.path))
  end
  return columns
end

return rows
