--- The numbers that a sentence has counted so far, and what those behind them ask of them.

local counted = {}

local Counted = {}
Counted.__index = Counted

function counted.new()
  return setmetatable({newest = nil, tables = nil}, Counted)
end

local nothing = {}

-- What was counted of a table: `list`, each of other rows; by the first row the last of its `wholes`, and the `claims`.
local function of_table(self, id)
  return self.tables and self.tables[id] or nothing
end

-- The rows of a statement as a key.
local function said_by(statement)
  local rows = statement.rows
  if #rows == 1 then return rows[1][1] end
  local names = {}
  for i, alternatives in ipairs(rows) do names[i] = alternatives[1] end
  return table.concat(names, "\0")
end

--- Adds a count.
function Counted:add(statement)
  self.newest = statement
  self.tables = self.tables or {}
  local own = self.tables[statement.table]
  if not own then
    own = {list = {}, seen = {}, wholes = {}, claims = {}}
    self.tables[statement.table] = own
  end
  if not statement.column then
    local row = statement.rows[1][1]
    own.wholes[row] = statement
    if not statement.named then own.claims[row] = true end
  end
  -- The same rows once, however often they are counted.
  local said = said_by(statement)
  if not own.seen[said] then
    own.seen[said] = true
    own.list[#own.list + 1] = statement
  end
end

--- The last count of a row with all its columns; nil for none.
function Counted:whole(id, row)
  local wholes = of_table(self, id).wholes
  return wholes and wholes[row]
end

--- Whether a row was counted without being named, with all its columns.
function Counted:has_claim(id, row)
  local claims = of_table(self, id).claims
  return claims ~= nil and claims[row] == true
end

--- The counts of a table, each of other rows.
function Counted:of_table(id) return of_table(self, id).list or nothing end

return counted
