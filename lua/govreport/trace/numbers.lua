--- Tells of each number that belongs to nothing why that is so.

local grids = require "govreport.trace.grids"
local labels = require "govreport.labels"
local names = require "govreport.names"
local words = require "govreport.trace.words"

local LABEL, TEXT, ODD, GRID = labels.LABEL, labels.TEXT, labels.ODD, labels.GRID
local SIZE = labels.SIZE

local numbers = {}

-- ---- in tables of the page ----------------------------------------------------------------------

local kinds = {lost = "number_in_lost_row", bare = "number_without_label", open = "number_in_lost_row",
               row = "number_in_no_column"}

local function in_grid(work, grid, cell)
  if not grid.plan then return "number_in_other_table" end
  local step = cell and grids.entry_at(grid, cell)
  if not step then return "number_in_header" end
  local t, own = step.table, grid.cells[step.slot]
  if step.kind == "bare" and step.stranger then return "number_beside_unknown", nil, nil, own end
  return kinds[step.kind], t, step.index
end

-- ---- in text ------------------------------------------------------------------------------------

-- The token that a position lies in, and the last one before it that is no value.
local function token_at(work, position)
  local tokens, i, before = work.found.tokens, 1, nil
  while i <= #tokens do
    local value = tokens[i]
    local start = value or (tokens[i + 1] == GRID and tokens[i + 3]) or tokens[i + 2]
    if start > position then return before end
    if value then
      before = before or {}
      before.is_value = true
      i = i + 1
    else
      before = {token = i, kind = tokens[i + 1], is_value = false}
      i = i + SIZE[tokens[i + 1]]
    end
  end
  return before
end

-- The row that was not read and whose label begins in a token.
local function lost_row(work, token)
  for _, lost in ipairs(work.reading.binder.lost) do
    if lost.start == work.found.tokens[token + 2] then return lost.table, lost.index end
  end
end

local function in_text(work, position)
  local before = token_at(work, position)
  if not before or not before.token then return "number_without_label" end
  local tokens, token = work.found.tokens, before.token
  if not before.is_value then return before.kind == LABEL and "number_in_label" or "number_in_sentence" end
  if before.kind == LABEL then
    local t, index = lost_row(work, token)
    if t then return "number_in_lost_row", t, index end
  elseif before.kind == TEXT or before.kind == ODD then
    return "number_beside_unknown", nil, nil, {start = tokens[token + 2], stop = tokens[token + 3]}
  end
  return "number_without_label"
end

-- ---- events -------------------------------------------------------------------------------------

local function is_of_a_table(label) return label.uses[1].table ~= nil end

local function tell(recorder, work, entry)
  local grid, cell = work.sightings:grid_at(entry.start)
  local kind, t, index, beside
  if grid then kind, t, index, beside = in_grid(work, grid, cell)
  else kind, t, index, beside = in_text(work, entry.start) end
  local row = t and index and t.rows[index]
  local fields = {label = row and names.row(work.form.declared, t.id, row.id) or "", beside = "", at = ""}
  if t and not row then fields.label = names.table(work.form.declared, t.id) end
  if beside then
    fields.beside, fields.at = recorder:text(beside.start, beside.stop), recorder:at(beside.start, beside.stop)
  end
  local around = t or work.sightings:table_at(entry.start)
  local near = beside and words.nearest(fields.beside, work.form, is_of_a_table)
  recorder:add("numbers", "missed", {
    kind = kind, subject = row and t.id .. "." .. row.id or t and t.id, table = around and around.id,
    section = around and around.section, start = entry.start, stop = entry.stop, near = near, fields = fields,
  })
end

--- Tells of the numbers that are unaccounted for, and in one event how many are not.
function numbers.tell(recorder, work)
  local list = work.report:unaccounted()
  recorder:add("numbers", "matched", {kind = "numbers_accounted", fields = {count = #work.report.ledger - #list}})
  for _, entry in ipairs(list) do tell(recorder, work, entry) end
end

return numbers
