--- Places values whose labels came apart from them, as extracts of pages have it: only where as many values stand
-- between two known rows as the rows missing there have cells, and where all sums of the table hold with them. Such
-- cells are `inferred`. Everything else stays as it is: its numbers are unaccounted, its rows absent.

local core = require "govreport.core"
local grammar = require "govreport.text.grammar"
local layout = require "govreport.form.layout"

local filling = {}

local Filling = {}
Filling.__index = Filling

--- The filling of one report.
-- @param starts_of function(values) -> where the values of a known row begin on the tape
function filling.new(form, builder, tape, starts_of)
  return setmetatable({form = form, builder = builder, tape = tape, starts_of = starts_of, sequence = {}, known = {},
                       filled = {}, barred = {}}, Filling)
end

--- A part begins.
function Filling:start(section)
  self.section, self.sequence, self.has_strays = section, {}, false
end

--- A row was bound.
-- @param values its values
function Filling:bound(t, index, values)
  self.known[t] = self.known[t] or {}
  self.known[t][index or 0] = values
  self.sequence[#self.sequence + 1] = {table = t, index = index}
end

--- A row was found and could not be read.
function Filling:lose(t, index)
  self.sequence[#self.sequence + 1] = {table = t, index = index, lost = true}
end

--- Values were found that belong to no row.
-- @param start where the text beside them stands that is no label of the form; nil where there is none
function Filling:stray(values, start, stop)
  if #values == 0 then return end
  local fragment = start and grammar.skeleton(self.tape:sub(start, stop - 1), true)
  self.sequence[#self.sequence + 1] = {strays = values, fragment = fragment}
  self.has_strays = true
end

--- The columns of a table are in another order than the form's: it is not filled.
function Filling:bar(t) self.barred[t] = true end

--- Whether a row, or the table of one line, was filled.
function Filling:has(t, index)
  return self.filled[t] ~= nil and self.filled[t][index or 0] == true
end

-- ---- which rows are missing ----------------------------------------------------------------------

-- The rows between two known ones that may be missing: all of them, without the alternatives of rows that are printed
-- whole or in parts; one list for each alternative.
local function missing_between(t, known, first, last)
  local whole, parts, splits = {}, {}, false
  for index = first + 1, last - 1 do
    local row = t.rows[index]
    if not known[index] then
      splits = splits or row.split ~= nil
      if not row.part_of then whole[#whole + 1] = index end
      if not row.split then parts[#parts + 1] = index end
    end
  end
  return splits and {parts, whole} or {parts}
end

-- ---- whether the sums hold -----------------------------------------------------------------------

-- The whole number >= 0 that begins at a position; nil where there is none.
local function value_at(tape, start)
  local number = core.number(tape:match("^[^\v\n\x1C-\x1F]*", start))
  local whole = number.state == "number" and math.type(number.value) == "integer"
  return whole and number.value >= 0 and number.value or nil
end

local function read_row(self, t, starts, first)
  local values, sum, total = {}, 0, nil
  for c, column in ipairs(t.columns) do
    local value = value_at(self.tape, starts[first + c - 1])
    if not value then return nil end
    values[c] = value
    if column.id == t.total then total = value else sum = sum + value end
  end
  return sum == total and values or nil
end

local function sum_of_rows(t, rows, ids, column)
  local sum = 0
  for index, row in ipairs(t.rows) do
    for _, id in ipairs(ids) do
      if row.id == id then
        if not rows[index] then return nil end
        sum = sum + rows[index][column]
      end
    end
  end
  return sum
end

-- The rows that a sum adds up; nil where one is not known.
local function parts_of(t, rows, equation)
  local ids, inside = {}, false
  for index, row in ipairs(t.rows) do
    inside = inside or row.id == equation.first
    if row.id == equation.sum then break end
    local optional = row.split or row.part_of
    if inside and (rows[index] or not optional) then ids[#ids + 1] = row.id end
  end
  return ids
end

local function equations_hold(t, rows)
  for _, equation in ipairs(t.equations or {}) do
    local left = equation.left or parts_of(t, rows, equation)
    local right = equation.right or {equation.sum}
    for column = 1, #t.columns do
      local a, b = sum_of_rows(t, rows, left, column), sum_of_rows(t, rows, right, column)
      if a and b and a ~= b then return false end
    end
  end
  return true
end

-- ---- filling ------------------------------------------------------------------------------------

-- The values of a run in the order of the text.
local function all_values(run)
  local list = {}
  for _, entry in ipairs(run.strays) do table.move(entry.strays, 1, #entry.strays, #list + 1, list) end
  return list
end

-- Whether all characters of a text come in a longer one, in the same order.
local function is_within(text, longer)
  local from = 1
  for _, code in utf8.codes(text) do
    local _, stop = longer:find(utf8.char(code), from, true)
    if not stop then return false end
    from = stop + 1
  end
  return true
end

-- The labels of a header, one after the other.
local function header_text(t)
  local labels = {}
  for i, leaf in ipairs(t.leaves) do labels[i] = leaf.path[#leaf.path] end
  return table.concat(labels)
end

-- Whether text beside values agrees with the rows that they would be given to: it must be a piece of the row's label,
-- or of a header that fell apart.
local function fragments_agree(t, run, rows)
  local width, offset = #t.columns, 0
  for _, entry in ipairs(run.strays) do
    if entry.fragment and t.across then
      if not is_within(entry.fragment, header_text(t)) then return false end
    elseif entry.fragment then
      local index = rows[offset // width + 1]
      local path = index and layout.path_of(t.rows[index])
      local fits = index and offset % width == 0 and #entry.strays == width and entry.fragment ~= ""
                   and grammar.skeleton(path[#path], true):find(entry.fragment, 1, true)
      if not fits then return false end
    end
    offset = offset + #entry.strays
  end
  return true
end

-- The runs of stray values between known rows of a table: `{first, last, strays}`.
local function runs_of(self, t)
  local runs, run = {}, {first = 0, strays = {}}
  for _, entry in ipairs(self.sequence) do
    if entry.strays then
      run.strays[#run.strays + 1] = entry
    else
      run.last = entry.table == t and not entry.lost and entry.index or nil
      if #run.strays > 0 then runs[#runs + 1] = run end
      run = {first = run.last, strays = {}}
    end
  end
  run.last = #t.rows + 1
  if #run.strays > 0 then runs[#runs + 1] = run end
  return runs
end

-- Assigns the values of a run to the rows missing around it; false where their numbers do not agree.
local function assign(t, known, run, assigned)
  if not run.first or not run.last then return false end
  local values, width = all_values(run), #t.columns
  local chosen
  for _, missing in ipairs(missing_between(t, known, run.first, run.last)) do
    if #missing > 0 and #missing * width == #values and fragments_agree(t, run, missing) then chosen = missing end
  end
  if not chosen then return false end
  for i, index in ipairs(chosen) do assigned[index] = {values, (i - 1) * width + 1} end
  return true
end

local function bind(self, t, index, starts, first)
  local list, width = {}, #t.columns
  table.move(starts, first, first + width - 1, 1, list)
  self.builder:cells(t.first_cell + (index - 1) * width, list, true)
  self.filled[t] = self.filled[t] or {}
  self.filled[t][t.across and 0 or index] = true
  local stop = list[width] + #self.tape:match("^[^\v\n\x1C-\x1F]*", list[width])
  self.builder:deviation("row_inferred", t.id .. "." .. t.rows[index].id, "", list[1], stop)
end

-- Fills the rows of a table, all that can be told or none.
local function fill(self, t)
  local known, rows, assigned, found = self.known[t] or {}, {}, {}, false
  for _, run in ipairs(runs_of(self, t)) do found = assign(t, known, run, assigned) or found end
  if not found then return end
  for index, values in pairs(known) do
    if index > 0 then rows[index] = read_row(self, t, self.starts_of(values), 1) end
  end
  for index, place in pairs(assigned) do
    rows[index] = read_row(self, t, place[1], place[2])
    if not rows[index] then return end
  end
  if not equations_hold(t, rows) then return end
  for index = 1, #t.rows do
    if assigned[index] then bind(self, t, index, assigned[index][1], assigned[index][2]) end
  end
end

--- A part ends: fills its tables.
function Filling:finish()
  if not self.has_strays or not self.section then return end
  for _, t in ipairs(self.form.layouts) do
    local is_open = t.total and not self.barred[t] and not (t.across and self.known[t])
    if t.section == self.section and is_open then fill(self, t) end
  end
end

return filling
