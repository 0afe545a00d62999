--- The numbers that a sentence has counted so far, and what those behind them ask of them.

local counted = {}

local Counted = {}
Counted.__index = Counted

function counted.new()
  return setmetatable({newest = nil, wholes = {}, claims = {}, tables = {}}, Counted)
end

-- A row of a table as a key.
local function key_of(id, row) return id .. "\0" .. row end

--- Adds a count.
function Counted:add(statement)
  self.newest = statement
  local id, key = statement.table, key_of(statement.table, statement.rows[1][1])
  if not statement.column then
    self.wholes[key] = statement
    if not statement.named then self.claims[key] = true end
  end
  local list = self.tables[id] or {seen = {}}
  self.tables[id] = list
  -- The same rows once, however often they are counted.
  local rows = {}
  for i, alternatives in ipairs(statement.rows) do rows[i] = alternatives[1] end
  local said = table.concat(rows, "\0")
  if not list.seen[said] then list[#list + 1] = statement end
  list.seen[said] = true
end

--- The last count of a row with all its columns; nil for none.
function Counted:whole(id, row) return self.wholes[key_of(id, row)] end

--- Whether a row was counted without being named, with all its columns.
function Counted:has_claim(id, row) return self.claims[key_of(id, row)] == true end

--- The counts of a table, each of other rows.
function Counted:of_table(id) return self.tables[id] or {} end

return counted
