--- What became of each row that an alignment proposed: on what evidence it was bound or why it was not, and which other
-- reading came nearest. An ordinary reading needs nothing of it; `govreport.trace` tells it.

local core = require "govreport.core"

local verdicts = {}

local Verdicts = {}
Verdicts.__index = Verdicts

function verdicts.new() return setmetatable({by_table = {}}, Verdicts) end

-- The values that a row got: how many, where the first begins, and the one whose other reading costs least.
local function values_of(found, r)
  local count, start, weakest = 0, nil, nil
  for _, value in ipairs(found.values) do
    if value.row == r then
      count, start = count + 1, start or value.start
      if value.rival and (not weakest or value.margin < weakest.margin) then weakest = value end
    end
  end
  return count, start, weakest
end

-- A margin in whole costs: an integer or a Decimal.
local function in_whole(tenths)
  if tenths % 10 == 0 then return tenths // 10 end
  return core.number(("%d.%d"):format(tenths // 10, tenths % 10)).value
end

--- Notes what was made of a row. One that was bound stays so, whatever is found of it elsewhere.
-- @param rows what was asked for: `{table, index, values}` each
-- @param found what `core.align` gave
-- @param r the number of the row
-- @param by "label" or "place", by which it was bound; nil for a row that was not
-- @param refused why not, in a word of `govreport.read.evidence`
function Verdicts:add(rows, found, r, by, refused)
  local row, own = rows[r], found.rows[r]
  local list = self.by_table[row.table] or {}
  self.by_table[row.table] = list
  if list[row.index] and list[row.index].by then return end
  local count, start, weakest = values_of(found, r)
  local rival = weakest and rows[weakest.rival]
  list[row.index] = {
    by = by, refused = refused, letters = own.letters, matched = own.matched, before = own.before, values = count,
    wanted = row.values, start = start, margin = weakest and in_whole(weakest.margin),
    rival = rival and {table = rival.table, index = rival.index},
  }
end

--- What became of a row.
-- @return `{by, refused, letters, matched, before, values, wanted, start, margin, rival}`: of its label how many
-- letters it has, how many were found and how many of them in front of its values; how many values it got and has in
-- the form, and where they begin; what the cheapest other reading costs more and the row, `{table, index}`, to which
-- that gives a value (the row itself where it has another value in its cell), both nil where there is none; nil for
-- a row that no alignment looked for
function Verdicts:of(t, index)
  local list = self.by_table[t]
  return list and list[index]
end

return verdicts
