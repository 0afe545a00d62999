--- Numbers of sentences that could not be read, and what may be about them: 收到涉及拆迁的申请12件，其中予以公开5件.
--
-- What stands behind such a number is counted of it, until the whole of a table is named: those numbers agree with the
-- table only where the stray one is that whole itself.

local lpeg = require "lpeg"

local stray_numbers = {}

local Strays = {}
Strays.__index = Strays

-- What counts cases. Of other measure words a number that is not known is something else.
local measures = {"件", "宗", "起", "例"}

local function has_any(text, words)
  for _, word in ipairs(words or {}) do
    if text:find(word, 1, true) then return true end
  end
  return false
end

local function counts_cases(text, at)
  for _, measure in ipairs(measures) do
    if text:sub(at, at + #measure - 1) == measure then return true end
  end
  return false
end

local to_digit = (1 - lpeg.R"09")^0 * lpeg.Cp()

-- Iterates over the numbers of cases in a text: position, value.
local function each_number(text)
  local from = 1
  return function()
    local start = to_digit:match(text, from)
    while start <= #text do
      local digits, at = text:match("^(%d[%d,]*) ?()", start)
      local more = text:sub(at, at + 2)
      from = at
      if counts_cases(text, (more == "余" or more == "多") and at + 3 or at) then
        return start, math.tointeger(tonumber((digits:gsub(",", ""))))
      end
      start = to_digit:match(text, from)
    end
  end
end

local function numbers_of(text)
  local list = {}
  for _, value in each_number(text) do list[#list + 1] = value end
  return list
end

function stray_numbers.new(lexis)
  return setmetatable({lexis = lexis, leads = {}, last = {}, grounded = {}, known = {}}, Strays)
end

function Strays:start_paragraph()
  self.leads, self.last, self.grounded, self.known = {}, {}, {}, {}
end

-- Behind 其中 stands what the number before it is made of.
local function follow(self, but)
  for id, numbers in pairs(self.last) do
    if not but[id] then self.leads[id] = numbers end
  end
end

--- A sentence begins; one that begins with 其中 goes on with the one before it.
-- @param text the Text that it stands in
-- @return its numbers of cases: list of `{start, value}`, positions on the tape
function Strays:start_sentence(text, start, stop)
  local known, own = self.known, text.text:sub(start, stop - 1)
  self.known = {}
  if own:find("^ *其中") then
    follow(self, known)
  else
    for id in pairs(self.grounded) do self.leads[id] = nil end
  end
  self.last = {}
  local numbers = {}
  for at, value in each_number(own) do
    numbers[#numbers + 1] = {start = text:tape(start + at - 1), value = value}
  end
  return numbers
end

--- A clause begins inside of a sentence.
function Strays:start_clause(text)
  if next(self.last) and text:find("^ *其中") then follow(self, {}) end
end

-- The tables that a text may count.
local function tables_of(self, text)
  local all, kin = {}, {}
  for id, declared in pairs(self.lexis.tables) do
    if declared.kin then
      all[#all + 1] = id
      if has_any(text, declared.kin) then kin[#kin + 1] = id end
    end
  end
  if #kin > 0 then return kin end
  return has_any(text, self.lexis.others) and {} or all
end

-- Of so many numbers in a row nobody says what they are: what comes behind is left out.
local most_numbers = 100

-- A list with some more numbers; statements keep the one that was.
local function longer(list, numbers)
  if #list >= most_numbers then return list end
  return table.move(numbers, 1, math.min(#numbers, most_numbers - #list), #list + 1, {table.unpack(list)})
end

--- A clause that was not read; its text.
function Strays:pass(text)
  local numbers = text:find("%d") and numbers_of(text) or {}
  if #numbers == 0 then return end
  for _, id in ipairs(tables_of(self, text)) do
    self.last[id] = longer(self.last[id] or {}, numbers)
    if not self.grounded[id] then self.leads[id] = longer(self.leads[id] or {}, numbers) end
  end
end

--- The whole of a table is named: what comes next is about it.
function Strays:ground(id)
  self.leads[id], self.last[id], self.grounded[id], self.known[id] = nil, nil, true, true
end

--- The numbers that a statement of a table is about, or nil.
function Strays:lead(id) return self.leads[id] end

return stray_numbers
