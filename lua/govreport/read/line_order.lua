--- Whether values a line that stand apart from their labels come row by row.

local core = require "govreport.core"

local line_order = {}

-- The values of rows from one to another, as they come: nil for what is no number.
local function numbers_of(self, first, last)
  local list = {}
  for r = first, last do
    for _, i in ipairs(self.of_row[r]) do
      local value = self.found.values[i]
      local own = self.records[value.record]
      if own.bound > 1 then return nil end   -- the lines of the text show where rows end
      list[#list + 1] = core.number(self.tape:sub(value.start, value.stop - 1)).value or false
    end
  end
  return list
end

-- How many rows of numbers have a total that is the sum of the others, and how many have not; of zeros alone every
-- reading makes a sum.
-- @param at the place in the list of a row's value in a column
local function count_sums(t, list, rows, at)
  local held, failed = 0, 0
  for row = 1, rows do
    local sum, total = 0, nil
    for c, column in ipairs(t.columns) do
      local value = list[at(row, c)]
      if column.id == t.total then total = value
      elseif sum then sum = value and sum + value end
    end
    if total ~= sum then failed = failed + 1 elseif total ~= 0 then held = held + 1 end
  end
  return held, failed
end

--- Whether values a line, apart from the labels of their rows, are rows and not columns: PDFs have them in either
-- order. Sums may confirm the one; they never choose between values.
-- @param self what is judged, see `govreport.read.evidence`
-- @param first, last the rows
function line_order.is_by_rows(self, first, last)
  local t, rows = self.rows[first].table, last - first + 1
  local list = numbers_of(self, first, last)
  if not list then return true end
  local width, same = #t.columns, true
  local function by_rows(row, column) return (row - 1) * width + column end
  local function by_columns(row, column) return (column - 1) * rows + row end
  for row = 1, rows do
    for c = 1, width do same = same and list[by_rows(row, c)] == list[by_columns(row, c)] end
  end
  if same then return true end
  local held, failed = count_sums(t, list, rows, by_rows)
  return held > failed and held > count_sums(t, list, rows, by_columns)
end

return line_order
