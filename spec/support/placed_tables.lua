--- The tables of a generated report, as those of page.lua, whose cells know what they are: `address` of a value, `rows`
-- (list of "table.row") of a label or a group of rows, `table` (its id) of every one, `row` of those on one line with
-- values; where several rows of the form stand on one line, the last of them.

local page = require "spec.support.page"

local placed_tables = {}

-- Gives the cells of a table, whose values are addresses, their texts and places.
local function annotate(t, model)
  local keys, below = {}, nil
  for number = #t.rows, 1, -1 do
    for _, c in ipairs(t.rows[number]) do
      if c.kind == "value" then
        c.address, c.text = c.text, model.cells[c.text].text
        keys[number] = c.address:match("^[^.]+%.[^.]+")
        below = c.address:match("^[^.]+")
      end
    end
    for _, c in ipairs(t.rows[number]) do c.table, c.row = below, keys[number] end
  end
  for number, row in ipairs(t.rows) do
    for _, c in ipairs(row) do
      if c.kind == "label" or c.kind == "group" then
        c.rows = {}
        for below_it = number, number + c.rowspan - 1 do c.rows[#c.rows + 1] = keys[below_it] end
      end
    end
  end
  return t
end

-- Table two as one table of as many columns as its widest block; the last cell of a row takes what is left.
local function joined(list)
  local all = {width = 0, rows = {}}
  for _, t in ipairs(list) do
    all.width = math.max(all.width, t.width)
    table.move(t.rows, 1, #t.rows, #all.rows + 1, all.rows)
  end
  for _, row in ipairs(all.rows) do row[#row].colspan = all.width - row[#row].col end
  return all
end

--- The tables of a report by the part in which they stand.
-- @param apart whether table two is one table for each of its blocks
function placed_tables.of(declared, model, source, apart)
  local by_address = setmetatable({
    cell = function(t, row, column)
      local address = ("%s.%s.%s"):format(t, row, column)
      return model.cells[address] and address
    end,
  }, {__index = source})
  local tables = page.tables(declared, by_address, {apart = true})
  if not apart then tables.proactive = {joined(tables.proactive)} end
  for _, list in pairs(tables) do
    for _, t in ipairs(list) do annotate(t, model) end
  end
  return tables
end

return placed_tables
