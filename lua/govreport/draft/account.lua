--- What of an example a draft reads: its numbers as the ledger has them, and for each table that is left out or read in
-- part the reason why.

local grammar = require "govreport.text.grammar"
local matrix = require "govreport.draft.matrix"

local account = {}

-- ---- what a table looks like --------------------------------------------------------------------

local shortest_code = 3

-- Whether most rows begin with a code, 2130301, and a label behind it: another report has other ones.
local function has_open_rows(self)
  local codes, rows = 0, 0
  for row = 1, self.rows do
    local code, label = self.at[row][1], self.at[row][2]
    if self:has_value(row) then
      rows = rows + 1
      local digits = code and grammar.fold(code.text):match "^%d+$"
      if digits and #digits >= shortest_code and matrix.is_label(label) then codes = codes + 1 end
    end
  end
  return codes > 1 and codes * 2 >= rows
end

local function labels_of(block)
  local known, count = {}, 0
  for _, cell in ipairs(block.cells) do
    local skeleton = cell.col <= 2 and grammar.skeleton(cell.text, true) or ""
    if skeleton:find "[\x80-\xFF%a]" and not known[skeleton] then known[skeleton], count = true, count + 1 end
  end
  return known, count
end

-- The first other table that has most of the labels of rows.
local function twin_of(entry, list)
  local own, count = labels_of(entry.block)
  for _, other in ipairs(list) do
    local shared = 0
    if other ~= entry then
      local theirs = labels_of(other.block)
      for label in pairs(own) do shared = shared + (theirs[label] and 1 or 0) end
    end
    if shared > 2 and shared * 2 > count then return other end
  end
end

-- Why a table is not read in full: the name of a reason, and its fields.
local function reason_of(entry, list)
  local self, t = matrix.of(entry.block), entry.table
  if entry.fault == "two_sided" then return entry.fault end
  if has_open_rows(self) then return "open_rows" end
  local twin = twin_of(entry, list)
  if twin then return "same_rows", {other = twin.number, line = twin.block.line} end
  if entry.fault then return entry.fault end
  if t and t.dropped and t.dropped[1] then return "dropped", {label = t.dropped[1]} end
  if t and t.wrong and t.wrong[1] then return "cells", {address = t.wrong[1].address, text = t.wrong[1].text} end
  return "numbers"
end

-- ---- numbers ------------------------------------------------------------------------------------

-- Whether an entry of the ledger stands in a table; of one that is made of lines, by its lines.
local function stands_in(block)
  if block.flattened then
    return function(number) return number.line >= block.line and number.line <= block.last_line end
  end
  local start, stop = math.huge, 0
  for _, cell in ipairs(block.cells) do start, stop = math.min(start, cell.start), math.max(stop, cell.stop) end
  return function(number) return number.start >= start and number.start < stop end
end

local function count(ledger, is_meant)
  local own = {all = 0, bound = 0, ignored = 0, unaccounted = 0}
  for _, number in ipairs(ledger) do
    if is_meant(number) then
      own.all, own[number.status] = own.all + 1, own[number.status] + 1
    end
  end
  return own
end

--- Why tables of which no draft was made are not read.
-- @param list as of `account.of`
-- @return list of `{number, line, reason, fields}`
function account.faults(list)
  local faults = {}
  for i, entry in ipairs(list) do entry.number = i end
  for i, entry in ipairs(list) do
    local reason, fields = reason_of(entry, list)
    faults[i] = {number = i, line = entry.block.line, reason = reason, fields = fields or {}}
  end
  return faults
end

--- Takes account of a draft.
-- @param list the tables of the example in order, each `{block, table, fault}`: `table` as `govreport.draft.tables` has
-- it, nil where it was not understood; `fault` why not; `kept` whether it is in the draft
-- @param report what the draft reads of the example
-- @return `numbers` (`all`, `bound`, `ignored`, `unaccounted`), `tables`: those that are not read in full, each
-- `{number, line, kept, numbers, reason, fields}`
function account.of(list, report)
  local tables = {}
  for i, entry in ipairs(list) do entry.number = i end
  for _, entry in ipairs(list) do
    local numbers = count(report.ledger, stands_in(entry.block))
    if not entry.kept or #entry.table.wrong > 0 or numbers.unaccounted > 0 then
      local reason, fields = reason_of(entry, list)
      tables[#tables + 1] = {number = entry.number, line = entry.block.line, kept = entry.kept or false,
                             numbers = numbers, reason = reason, fields = fields or {}}
    end
  end
  return {numbers = count(report.ledger, function() return true end), tables = tables}
end

return account
