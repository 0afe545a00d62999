--- The numbers that a sentence has counted so far, and what those behind them ask of them.

local counted = {}

local Counted = {}
Counted.__index = Counted

function counted.new()
  return setmetatable({}, Counted)
end

-- What is kept of it: all counts in order; of a row, which only one table has, the last count with all its columns, and
-- whether one did not name it.
local function begin(self) self.list, self.wholes, self.claims, self.by_table = {}, {}, {}, nil end

--- Adds a count.
function Counted:add(statement)
  if not self.newest then begin(self) end
  self.newest = statement
  self.list[#self.list + 1] = statement
  if statement.column then return end
  local row = statement.rows[1][1]
  self.wholes[row] = statement
  if not statement.named then self.claims[row] = true end
end

--- The last count of a row with all its columns; nil for none.
function Counted:whole(row) return self.newest and self.wholes[row] end

--- Whether a row was counted without being named, with all its columns.
function Counted:has_claim(row) return self.newest ~= nil and self.claims[row] == true end

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
