--- Which cells and which sums a system is made of: the same for all reports in which the same cells are printed.
--
-- An outline has
--   cells     in document order: `{number, table, row, column_id, column, layout, address}`, the column as declared
--   index     the place of each in that list, by its number
--   sums      lists `{cell, sign, cell, sign, …}`, cells by their place
--   entries   the compiled identity of each sum
--   members   the sums of each cell: lists `{sum, sign, sum, sign, …}`
--   totals    the cells that are the total of a sum, as keys
--   tables    `{id, rows, columns}`, of what is printed lists of lines `{kind, id, cells}`, cells by their place; a row
--             has none where one of them stands in no sum, and then there are no columns
--   lines     what is printed in one line and has cells, rows and tables across the page: `{cells, place_of, sums}`:
--             the place of each cell in the line, and the sums that its cells stand in: `{sum, terms, only}`, what they
--             add to the sum, by place, and the place of the only one where it is one

local identity = require "govreport.check.identity"

local outline = {}

-- ---- terms ------------------------------------------------------------------------------------------

-- Whether a cell is the subtotal of others in the same sum; see gr_identities_evaluate.
local function is_subtotal(parts, states, terms)
  for _, part in ipairs(parts) do
    for i = 1, states[part] and states[part] ~= "absent" and #terms or 0, 2 do
      if terms[i] == part then return true end
    end
  end
  return false
end

-- The terms of an identity that count, those of cells that are in the report or miss there, by cell number; nil where a
-- cell stands in it more than once.
local function live_terms(parts, states, terms)
  local list, seen = {}, {}
  for i = 1, #terms, 2 do
    local number = terms[i]
    if states[number] and not (parts[number] and is_subtotal(parts[number], states, terms)) then
      if seen[number] then return nil end
      seen[number] = true
      list[#list + 1] = number
      list[#list + 1] = terms[i + 1]
    end
  end
  return list
end

-- ---- cells ------------------------------------------------------------------------------------------

-- The numbers of all cells in some sums, in order.
local function numbers_in(sums)
  local numbers, seen = {}, {}
  for _, terms in ipairs(sums) do
    for i = 1, #terms, 2 do
      if not seen[terms[i]] then seen[terms[i]], numbers[#numbers + 1] = true, terms[i] end
    end
  end
  table.sort(numbers)
  return numbers
end

-- The cells of some numbers, which are in order, as are the tables of the form.
local function cells_of(layouts, numbers)
  local cells, at = {}, 1
  for i, number in ipairs(numbers) do
    while number >= layouts[at].first_cell + #layouts[at].rows * #layouts[at].columns do at = at + 1 end
    local t = layouts[at]
    local offset = number - t.first_cell
    local row, column = t.rows[offset // #t.columns + 1], t.columns[offset % #t.columns + 1]
    cells[i] = {number = number, table = t.id, row = row.id, column_id = column.id, column = column, layout = t,
                address = t.id .. "." .. row.id .. "." .. column.id}
  end
  return cells
end

local function members_of(sums, count)
  local members = {}
  for cell = 1, count do members[cell] = {} end
  for sum, terms in ipairs(sums) do
    for i = 1, #terms, 2 do
      local list = members[terms[i]]
      list[#list + 1] = sum
      list[#list + 1] = terms[i + 1]
    end
  end
  return members
end

-- The total of a sum is the only one with its sign among three or more.
local function totals_of(sums)
  local totals = {}
  for _, terms in ipairs(sums) do
    local by_sign, counts = {}, {[1] = 0, [-1] = 0}
    for i = 1, #terms, 2 do
      by_sign[terms[i + 1]] = terms[i]
      counts[terms[i + 1]] = counts[terms[i + 1]] + 1
    end
    for sign = -1, 1, 2 do
      if counts[sign] == 1 and counts[-sign] > 1 then totals[by_sign[sign]] = true end
    end
  end
  return totals
end

-- ---- lines ------------------------------------------------------------------------------------------

-- The cells of so many numbers, from one on; none where one stands in no sum. Whether one stands in some.
local function cells_from(index, first, count)
  local cells, printed = {}, false
  for i = 1, count do
    cells[i] = index[first + i - 1]
    printed = printed or cells[i] ~= nil
  end
  for i = 1, count do
    if not cells[i] then return {}, printed end
  end
  return cells, printed
end

-- The printed rows of a table; its columns, none where some row has no cells.
local function table_of(index, t)
  local rows, columns, width, complete = {}, {}, #t.columns, true
  for i, row in ipairs(t.rows) do
    local cells, printed = cells_from(index, t.first_cell + (i - 1) * width, width)
    if printed then
      rows[#rows + 1] = {kind = "rows", id = row.id, cells = cells}
      complete = complete and #cells > 0
    end
  end
  for column = 1, complete and #rows > 0 and width or 0 do
    local cells = {}
    for i, row in ipairs(rows) do cells[i] = row.cells[column] end
    columns[column] = {kind = "columns", id = t.columns[column].id, cells = cells}
  end
  return {id = t.id, rows = rows, columns = columns}
end

-- A line, with the sums that it has cells in.
local function line_of(members, cells)
  local line, by_sum = {cells = cells, place_of = {}, sums = {}}, {}
  for i, cell in ipairs(cells) do
    line.place_of[cell] = i
    for k = 1, #members[cell], 2 do
      local sum = members[cell][k]
      local entry = by_sum[sum]
      if entry then
        entry.only = nil
      else
        entry = {sum = sum, terms = {}, only = i}
        by_sum[sum], line.sums[#line.sums + 1] = entry, entry
      end
      entry.terms[i] = members[cell][k + 1]
    end
  end
  return line
end

-- The lines of the tables, as they are printed.
local function lines_of(layouts, tables, index, members)
  local lines = {}
  for k, t in ipairs(layouts) do
    local whole = t.across and {{cells = cells_from(index, t.first_cell, #t.rows * #t.columns)}}
    for _, row in ipairs(whole or tables[k].rows) do
      if #row.cells > 0 then lines[#lines + 1] = line_of(members, row.cells) end
    end
  end
  return lines
end

-- ---- outlines ---------------------------------------------------------------------------------------

local function new(compiled, layouts, states, spoilt)
  local sums, entries, index = {}, {}, {}
  for _, entry in ipairs(compiled.list) do
    local terms = identity.is_certain(entry) and not spoilt[entry] and live_terms(compiled.parts, states, entry.terms)
    if terms and #terms > 0 then sums[#sums + 1], entries[#entries + 1] = terms, entry end
  end
  local numbers = numbers_in(sums)
  for i, number in ipairs(numbers) do index[number] = i end
  for _, terms in ipairs(sums) do
    for i = 1, #terms, 2 do terms[i] = index[terms[i]] end
  end
  local members, tables = members_of(sums, #numbers), {}
  for i, t in ipairs(layouts) do tables[i] = table_of(index, t) end
  return {cells = cells_of(layouts, numbers), index = index, sums = sums, entries = entries, members = members,
          totals = totals_of(sums), tables = tables, lines = lines_of(layouts, tables, index, members)}
end

-- What tells outlines apart: the cells that are not in the report, by their numbers; those in whose place others are
-- printed by numbers below 0.
local function key_of(layouts, states)
  local last, list = layouts[#layouts], {}
  for number = 0, last.first_cell + #last.rows * #last.columns - 1 do
    local state = states[number]
    if not state then list[#list + 1] = -number - 1 elseif state == "absent" then list[#list + 1] = number end
  end
  return table.concat(list, " ")
end

--- The outline of the system of a report; the latest is kept with the sums.
-- @param compiled the sums; see `govreport.check.identity`
-- @param layouts the tables of the compiled form
-- @param states those of the report's cells, by number
-- @param spoilt identities that cannot be formed, as keys
function outline.of(compiled, layouts, states, spoilt)
  if next(spoilt) ~= nil then return new(compiled, layouts, states, spoilt) end
  local key = key_of(layouts, states)
  local kept = compiled.outline
  if not kept or kept.key ~= key then
    kept = new(compiled, layouts, states, spoilt)
    kept.key, compiled.outline = key, kept
  end
  return kept
end

return outline
