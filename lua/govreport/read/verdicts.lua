--- What became of each row that an alignment proposed: on what evidence it was bound or why it was not, and which other
-- reading came nearest. An ordinary reading needs nothing of it, and asks only whether another reading is as good;
-- `govreport.trace` tells it. So what was aligned is aligned once more when the first verdict is asked for.

local core = require "govreport.core"

local verdicts = {}

local Verdicts = {}
Verdicts.__index = Verdicts

function verdicts.new() return setmetatable({stretches = {}}, Verdicts) end

--- Notes what was made of the rows of a stretch.
-- @param rows what was asked for: `{table, index, values}` each
-- @param align gives what `core.align` makes of the stretch where it weighs every other reading
-- @param accepted the rows that were bound, by number: "label" or "place", by which
-- @param refused why others were not, by number, in a word of `govreport.read.evidence`
function Verdicts:add(rows, align, accepted, refused)
  self.stretches[#self.stretches + 1] = {rows = rows, align = align, accepted = accepted, refused = refused}
end

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

-- The verdict on a row of a stretch.
local function verdict_of(own, found, r)
  local row = found.rows[r]
  local count, start, weakest = values_of(found, r)
  local rival = weakest and own.rows[weakest.rival]
  return {
    by = own.accepted[r], refused = own.refused[r], letters = row.letters, matched = row.matched, before = row.before,
    values = count, wanted = own.rows[r].values, start = start, margin = weakest and in_whole(weakest.margin),
    rival = rival and {table = rival.table, index = rival.index},
  }
end

-- The verdicts on all rows, by table and index. A row that was bound stays so, whatever is found of it elsewhere.
local function list_verdicts(self)
  local by_table = {}
  for _, own in ipairs(self.stretches) do
    local found = own.align()
    for r, row in ipairs(own.rows) do
      local list = by_table[row.table] or {}
      by_table[row.table] = list
      if not (list[row.index] and list[row.index].by) then list[row.index] = verdict_of(own, found, r) end
    end
  end
  return by_table
end

--- What became of a row.
-- @return `{by, refused, letters, matched, before, values, wanted, start, margin, rival}`: of its label how many
-- letters it has, how many were found and how many of them in front of its values; how many values it got and has in
-- the form, and where they begin; what the cheapest other reading costs more and the row, `{table, index}`, to which
-- that gives a value (the row itself where it has another value in its cell), both nil where there is none; nil for
-- a row that no alignment looked for
function Verdicts:of(t, index)
  self.by_table = self.by_table or list_verdicts(self)
  local list = self.by_table[t]
  return list and list[index]
end

return verdicts
