--- What cells that cannot be read must hold, by the sums that they stand in.

local core = require "govreport.core"
local system = require "govreport.check.cause.system"

local unreadable = {}

-- The value that a sum leaves for a cell; nil where others of its cells have none.
local function left_by(self, terms, index)
  local rest, own = 0, nil
  for i = 1, #terms, 2 do
    local value = self.cells[terms[i]].value
    if terms[i] == index then
      own = terms[i + 1]
    elseif value then
      rest = rest + terms[i + 1] * value
    else
      return nil
    end
  end
  return -own * rest
end

-- The value on which all sums agree that leave one; nil where they do not, and where it is none for the column.
local function agreed(self, index)
  local agreed_value
  for i = 1, #self.members[index], 2 do
    local value = left_by(self, self.sums[self.members[index][i]], index)
    if value and agreed_value and value ~= agreed_value then return nil end
    agreed_value = agreed_value or value
  end
  local cell = self.cells[index]
  local possible = agreed_value and (cell.at.column.signed or agreed_value >= 0) and agreed_value % cell.step == 0
  return possible and self:number(agreed_value) or nil
end

--- The values that follow for the unreadable cells of a report from its sums, by cell number.
function unreadable.values(context, compiled)
  local self, values = system.new(context, compiled, {}, {}, {}, core.decimal), {}
  if self.too_large then return values end
  for index, cell in ipairs(self.cells) do
    local number = cell.at.number
    if self.plane.state[number] == "unreadable" then values[number] = agreed(self, index) end
  end
  return values
end

return unreadable
