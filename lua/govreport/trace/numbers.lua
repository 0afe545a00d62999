--- Tells of each number that belongs to nothing why that is so.

local bisect = require "govreport.base.bisect"
local grids = require "govreport.trace.grids"
local labels = require "govreport.form.labels"
local names = require "govreport.form.names"

local LABEL, TEXT, ODD, GRID = labels.LABEL, labels.TEXT, labels.ODD, labels.GRID
local SIZE = labels.SIZE

local numbers = {}

-- ---- in tables of the page ----------------------------------------------------------------------

local kinds = {lost = "number_in_lost_row", bare = "number_without_label", open = "number_in_lost_row",
               row = "number_in_no_column"}

local function in_grid(grid, cell)
  if not grid.plan then return "number_in_other_table" end
  local step = cell and grids.entry_at(grid, cell)
  if not step then return "number_in_header" end
  local t, own = step.table, grid.cells[step.slot]
  if step.kind == "bare" and step.stranger then return "number_beside_unknown", nil, nil, own end
  return kinds[step.kind], t, step.index
end

-- ---- in text ------------------------------------------------------------------------------------

-- Where each token and value of a text begins, and what stands there: of a value the last token in front of it.
local function beginnings(tokens)
  local starts, befores, i, before = {}, {}, 1, nil
  while i <= #tokens do
    local value = tokens[i]
    if value then
      before = {token = before and before.token, kind = before and before.kind, is_value = true}
    else
      before = {token = i, kind = tokens[i + 1], is_value = false}
    end
    starts[#starts + 1] = value or before.kind == GRID and tokens[i + 3] or tokens[i + 2]
    befores[#starts] = before
    i = i + (value and 1 or SIZE[before.kind])
  end
  return {starts = starts, befores = befores}
end

-- The token that a position lies in, and the last one before it that is no value.
local function token_at(work, position)
  work.beginnings = work.beginnings or beginnings(work.found.tokens)
  return work.beginnings.befores[bisect.up_to(work.beginnings.starts, position)]
end

-- The row that was not read and whose label begins in a token.
local function lost_row(work, token)
  if not work.lost_rows then
    work.lost_rows = {}
    for _, lost in ipairs(work.reading.binder.lost) do
      if not lost.found then work.lost_rows[lost.start] = work.lost_rows[lost.start] or lost end
    end
  end
  local lost = work.lost_rows[work.found.tokens[token + 2]]
  if lost then return lost.table, lost.index end
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

-- Why a number belongs to nothing: `kind`, the table and the row that it would belong to, the text beside it.
local function reason(work, entry)
  local grid, cell = work.sightings:grid_at(entry.start)
  local own = {first = entry, last = entry, count = 1}
  if grid then own.kind, own.table, own.index, own.beside = in_grid(grid, cell)
  else own.kind, own.table, own.index, own.beside = in_text(work, entry.start) end
  local beside = own.beside
  if beside and beside.start <= entry.start and entry.stop <= beside.stop then own.kind = "number_in_unknown" end
  own.beside_start = beside and beside.start
  return own
end

-- Whether two numbers that follow each other have the same reason.
local function is_same(a, b)
  return a.kind == b.kind and a.table == b.table and a.index == b.index and a.beside_start == b.beside_start
         and (a.index ~= nil or a.beside_start ~= nil)
end

local function tell(recorder, work, own)
  local t, beside = own.table, own.beside
  local row = t and own.index and t.rows[own.index]
  local fields = {count = own.count, label = row and names.row(work.form.declared, t.id, row.id) or "", beside = "",
                  at = ""}
  if t and not row then fields.label = names.table(work.form.declared, t.id) end
  if beside then
    fields.beside, fields.at = recorder:text(beside.start, beside.stop), recorder:at(beside.start, beside.stop)
  end
  local around = t or work.sightings:table_at(own.first.start)
  recorder:add("numbers", "missed", {
    kind = own.kind, subject = row and t.id .. "." .. row.id or t and t.id, table = around and around.id,
    section = around and around.section, start = own.first.start, stop = own.last.stop, fields = fields,
    text = table.concat(own.texts),
  })
end

-- So many numbers are told of: nobody reads more, and the headline says how many there are.
local most_told = 1000

-- Tells how many more there are, and where they begin.
local function tell_further(recorder, list)
  local first = list[most_told + 1]
  if first then
    recorder:add("numbers", "missed", {kind = "numbers_further", start = first.start, stop = first.stop,
                                       fields = {count = #list - most_told}})
  end
end

--- Tells of the numbers that are unaccounted for, those that follow each other for the same reason in one event; and
-- first how many there are and are not. Of very many only the first are told, and how many more there are.
function numbers.tell(recorder, work)
  local list, runs = work.report:unaccounted(), {}
  local fields = {count = #work.report.ledger - #list, left = #list}
  local head = recorder:headline("numbers", #list > 0 and "numbers_left" or "numbers_accounted", fields)
  if #list > 0 then head.outcome = "missed" end
  for i = 1, math.min(#list, most_told) do
    local entry = list[i]
    local own, newest = reason(work, entry), runs[#runs]
    local text = recorder:text(entry.start, entry.stop)
    if newest and newest.last.stop + 1 == entry.start and work.tape:sub(newest.last.stop, newest.last.stop) == "." then
      newest.last = entry   -- the ledger counts the digits on both sides of a point
      newest.texts[#newest.texts + 1] = "." .. text
    elseif newest and is_same(newest, own) then
      newest.last, newest.count = entry, newest.count + 1
      newest.texts[#newest.texts + 1] = "、" .. text
    else
      own.texts = {text}
      runs[#runs + 1] = own
    end
  end
  for _, own in ipairs(runs) do tell(recorder, work, own) end
  tell_further(recorder, list)
end

return numbers
