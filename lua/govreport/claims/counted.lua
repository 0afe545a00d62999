--- The numbers that a sentence has counted so far, and what those behind them ask of them.

local counted = {}

local Counted = {}
Counted.__index = Counted

function counted.new()
  return setmetatable({newest = false, list = {}, by_row = false, by_table = false}, Counted)
end

--- Adds a count.
function Counted:add(statement)
  self.newest = statement
  self.list[#self.list + 1] = statement
end

-- Of each row, which only one table has, the last count with all its columns, and whether one did not name it: as far
-- as it was looked at.
local function rows_of(self)
  local own, list = self.by_row or {seen_up_to = 0, wholes = {}, claims = {}}, self.list
  for i = own.seen_up_to + 1, #list do
    local statement = list[i]
    local row = statement.rows[1][1]
    if not statement.column then
      own.wholes[row], own.claims[row] = statement, own.claims[row] or not statement.named
    end
  end
  own.seen_up_to, self.by_row = #list, own
  return own
end

--- The last count of a row with all its columns; nil for none.
function Counted:whole(row) return rows_of(self).wholes[row] end

--- Whether a row was counted without being named, with all its columns.
function Counted:has_claim(row) return rows_of(self).claims[row] == true end

-- The rows of a statement as a key.
local function said_by(statement)
  local rows = {}
  for i, alternatives in ipairs(statement.rows) do rows[i] = alternatives[1] end
  return table.concat(rows, "\0")
end

-- What was counted of a table, as far as it was looked at: the same rows once, however often they are counted.
local function look_further(self, own, id)
  for i = own.seen_up_to + 1, #self.list do
    local statement = self.list[i]
    local said = statement.table == id and said_by(statement)
    if said and not own.said[said] then
      own.said[said] = true
      own.list[#own.list + 1] = statement
    end
  end
  own.seen_up_to = #self.list
  return own.list
end

--- The counts of a table, each of other rows.
function Counted:of_table(id)
  if not self.newest then return {} end
  self.by_table = self.by_table or {}
  self.by_table[id] = self.by_table[id] or {seen_up_to = 0, said = {}, list = {}}
  return look_further(self, self.by_table[id], id)
end

return counted
