--- Numbers of sentences that could not be read, and what may be about them: 收到涉及拆迁的申请12件，其中予以公开5件.
--
-- What stands behind such a number is counted of it, until the whole of a table is named: those numbers agree with the
-- table only where the stray one is that whole itself.

local core = require "govreport.core"

local stray_numbers = {}

local Strays = {}
Strays.__index = Strays

-- What counts cases. Of other measure words a number that is not known is something else.
local measures = core.words{"件", "宗", "起", "例"}

function stray_numbers.new(lexis)
  return setmetatable({lexis = lexis, leads = {}, grounded = {}, known = {}, has_numbers = false}, Strays)
end

local function emptied(map) return next(map) and {} or map end

function Strays:start_paragraph()
  self.leads, self.grounded, self.known = emptied(self.leads), emptied(self.grounded), emptied(self.known)
  self.last = nil
end

local none = {}

-- Behind 其中 stands what the number before it is made of.
local function follow(self, but)
  for id, numbers in pairs(self.last or none) do
    if not but[id] then self.leads[id] = numbers end
  end
end

--- A sentence begins; one that begins with 其中 goes on with the one before it.
-- @param text the Text that it stands in
-- @return its numbers of cases: a flat list of start and value, false for one with too many digits, positions on the
-- tape; nil for none
function Strays:start_sentence(text, start, stop)
  if text.text:find("^ *其中", start) then
    follow(self, self.known)
  else
    for id in pairs(self.grounded) do self.leads[id] = nil end
  end
  self.known, self.last = emptied(self.known), nil
  local numbers = measures:counted(text.text, start, stop)
  self.has_numbers = numbers ~= nil
  for i = 1, numbers and #numbers or 0, 2 do numbers[i] = text:tape(numbers[i]) end
  return numbers
end

--- A clause begins inside of a sentence, at a position of a text.
function Strays:start_clause(text, start)
  if self.last and text:find("^ *其中", start) then follow(self, none) end
end

-- The tables that a part of a text may count.
local function tables_of(self, text, start, stop)
  local all, kin = {}, {}
  for id, declared in pairs(self.lexis.tables) do
    if declared.kin then
      all[#all + 1] = id
      if declared.kin:has(text, start, stop) then kin[#kin + 1] = id end
    end
  end
  if #kin > 0 then return kin end
  return self.lexis.others:has(text, start, stop) and {} or all
end

-- Of so many numbers in a row nobody says what they are: what comes behind is left out.
local most_numbers = 100

-- A list with some more numbers; statements keep the one that was.
local function longer(list, numbers)
  if #list >= most_numbers then return list end
  return table.move(numbers, 1, math.min(#numbers, most_numbers - #list), #list + 1, {table.unpack(list)})
end

-- The values among numbers: those that do not have too many digits.
local function values_of(numbers)
  local values = {}
  for i = 2, #numbers, 2 do values[#values + 1] = numbers[i] or nil end
  return values
end

--- A clause that was not read: a part of a text.
function Strays:pass(text, start, stop)
  local numbers = self.has_numbers and measures:counted(text, start, stop)
  local values = numbers and values_of(numbers)
  if not values or #values == 0 then return end
  self.last = self.last or {}
  for _, id in ipairs(tables_of(self, text, start, stop)) do
    self.last[id] = longer(self.last[id] or {}, values)
    if not self.grounded[id] then self.leads[id] = longer(self.leads[id] or {}, values) end
  end
end

--- The whole of a table is named: what comes next is about it.
function Strays:ground(id)
  self.leads[id], self.grounded[id], self.known[id] = nil, true, true
  if self.last then self.last[id] = nil end
end

--- The numbers that a statement of a table is about, or nil.
function Strays:lead(id) return self.leads[id] end

return stray_numbers
