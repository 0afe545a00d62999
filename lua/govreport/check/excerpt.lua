--- The part of a table that a finding is about: the sums that fail with both sides, or the rows of its cells.
--
-- A block is `{table, rows = {{label, cells}}, columns = labels, left, right, at_most, tolerated}`: cells are
-- `{cell, marked}`; `tolerated` says that the sides differ by no more than the rule allows;
-- `left` and `right` are the sides of a sum, `{terms = {{value, sign, factor}}, total}`, nil where one of its cells
-- holds no number, or the sum has too many digits. A block of one column has a row for each term of its sum.

local core = require "govreport.core"
local forms = require "govreport.form"
local identity = require "govreport.check.identity"
local sum_units = require "govreport.check.sum_units"
local names = require "govreport.form.names"

local excerpt = {}

-- Rows with more than these say nothing that the message does not.
local most_rows = 6
local most_marked = 4

-- What the cells of a report hold, while it is there; see `core.plane`.
local planes = setmetatable({}, {__mode = "k"})

local function plane_of(report)
  planes[report] = planes[report] or core.plane(report)
  return planes[report]
end

-- The cells of a finding by number; with them those that its repair changes.
local function cells_of(report, found)
  local all, marked = {}, {}
  for i = 1, #found.cells do
    all[i] = report:cell(found.cells[i].address)
  end
  for i = 1, #found.repair do marked[report:cell(found.repair[i].address).number] = true end
  if #all == 1 then marked[all[1].number] = true end
  return all, marked
end

local function add_side(plane, terms, first, last, sign)
  local list, total, unit = {}, 0, sum_units.among(plane.unit, terms)
  for i = first, last, 2 do
    local number = terms[i]
    local value, state = sum_units.converted(plane.value[number], plane.unit[number], unit), plane.state[number]
    if value == nil and state and state ~= "absent" then return nil end
    list[#list + 1] = {value = value or 0, sign = sign * terms[i + 1], factor = identity.factor(terms, i)}
    total = total + sign * terms[i + 1] * identity.product(terms, i, value or 0)
  end
  return {terms = list, total = total}
end

-- A number of more than 15 digits is none.
local function side(...)
  local ok, own = pcall(add_side, ...)
  return ok and own or nil
end

--- What the two sides of a sum add up to; nil where one of its cells holds no number, or a side has too many digits.
-- @param split how many of the terms are those of the left side
function excerpt.sides(report, terms, split)
  local plane = plane_of(report)
  local left, right = side(plane, terms, 1, split, 1), side(plane, terms, split + 1, #terms, -1)
  if not left or not right then return nil end
  return left.total, right.total
end

local function is_tolerated(entry, left, right) return identity.is_tolerated(entry, left.total - right.total) end

local function holds(entry, left, right)
  if is_tolerated(entry, left, right) then return true end
  if entry.terms.at_most then return left.total <= right.total end
  return left.total == right.total
end

-- The rules that fail by the cause of a finding.
local function rules_of(found)
  local ids = {[found.rule] = true}
  for i = 1, #found.also do ids[found.also[i]] = true end
  return ids
end

local function touches(entry, numbers)
  for i = 1, #entry.terms, 2 do
    if numbers[entry.terms[i]] then return true end
  end
  return false
end

-- The sums of the finding's rules that its cells stand in and that do not hold, or cannot be formed; with `all` those
-- that hold too.
local function sums_of(report, found, sums, cells, all)
  local ids, numbers, list, plane = rules_of(found), {}, {}, plane_of(report)
  for _, cell in ipairs(cells) do numbers[cell.number] = true end
  for _, entry in ipairs(sums) do
    if ids[entry.rule.id] and touches(entry, numbers) then
      local left = side(plane, entry.terms, 1, entry.split, 1)
      local right = side(plane, entry.terms, entry.split + 1, #entry.terms, -1)
      local known = left and right
      if all or not known or not holds(entry, left, right) then
        list[#list + 1] = {entry = entry, left = known and left, right = known and right}
      end
    end
  end
  return list
end

local function row_of(declared, cell, list)
  return {label = names.row(declared, cell.table, cell.row), cells = list}
end

local function item(cell, marked) return {cell = cell, marked = marked[cell.number] == true} end

-- A sum over a row is a row; any other is a column, one term below the other.
local function block_of_sum(report, declared, sum, marked)
  local terms, block = sum.entry.terms, {table = sum.entry.table.id, rows = {}, columns = {}}
  block.left, block.right, block.at_most = sum.left, sum.right, terms.at_most
  block.tolerated = sum.left and sum.right and is_tolerated(sum.entry, sum.left, sum.right)
  local across = sum.entry.each == "row"
  local cells = {}
  for i = 1, #terms, 2 do
    local cell = report:cell(terms[i])
    if cell.state ~= "absent" then
      if across then
        cells[#cells + 1] = item(cell, marked)
        block.columns[#cells] = names.column(declared, cell.table, cell.column_id)
      else
        block.rows[#block.rows + 1] = row_of(declared, cell, {item(cell, marked)})
        block.columns[1] = names.column(declared, cell.table, cell.column_id)
      end
    end
  end
  if cells[1] then block.rows[1] = row_of(declared, cells[1].cell, cells) end
  return #block.rows > 0 and block or nil
end

-- The whole rows in which some cells of one table stand; a few cells among others are marked.
local function block_of_rows(report, declared, cells, marked)
  local wanted, count = {}, 0
  for i = 1, #cells <= most_marked and #cells or 0 do marked[cells[i].number] = true end
  for _, cell in ipairs(cells) do
    if cell.table ~= cells[1].table then return nil end
    if not wanted[cell.row] then count = count + 1 end
    wanted[cell.row] = true
  end
  if count > most_rows then return nil end
  local block = {table = cells[1].table, rows = {}, columns = {}}
  for row in report.tables[cells[1].table]:rows() do
    local list = {}
    for cell in row:cells() do
      list[#list + 1] = item(cell, marked)
      if wanted[row.id] then block.columns[#list] = names.column(declared, cell.table, cell.column_id) end
    end
    if wanted[row.id] and #list > 0 then block.rows[#block.rows + 1] = row_of(declared, list[1].cell, list) end
  end
  return #block.rows > 0 and block or nil
end

--- The blocks of a finding; none where it has no cells, or so many that a table would not help.
-- @param sums those of the Result
-- @param all whether sums that hold are wanted as well
function excerpt.of(report, found, sums, all)
  if #found.cells == 0 then return {} end
  local declared, blocks = forms.declared(report.form), {}
  local cells, marked = cells_of(report, found)
  for _, sum in ipairs(sums_of(report, found, sums, cells, all)) do
    blocks[#blocks + 1] = block_of_sum(report, declared, sum, marked)
  end
  if #blocks == 0 then blocks[1] = block_of_rows(report, declared, cells, marked) end
  return blocks
end

return excerpt
