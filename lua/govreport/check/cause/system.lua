--- The linear system that the declared sums of a report form over its cells, in whole numbers.
--
-- A system has `cells`, in document order: `{number, state, value, low, step}`, with values in units of 10^-scale; no
-- `value` for what is not known, no `low` where any number may stand; and `sums`: `{cell, sign, cell, sign, …}`,
-- cells by their place in the list; `entries`, the compiled identity of each sum; `fails`, what is known of those
-- that fail.

local identity = require "govreport.check.identity"

local system = {}

local unfilled = {blank = true, dash = true, none = true, not_applicable = true}

-- Digits beyond which a number is none (see GR_MAX_DIGITS).
local largest = math.tointeger(10 ^ 15)

-- ---- terms ------------------------------------------------------------------------------------------

-- Whether a cell is the subtotal of others in the same sum; see gr_identities_evaluate.
local function is_subtotal(self, number, terms)
  local states = self.plane.state
  for _, part in ipairs(self.parts[number] or {}) do
    for i = 1, states[part] and states[part] ~= "absent" and #terms or 0, 2 do
      if terms[i] == part then return true end
    end
  end
  return false
end

-- The terms of an identity that count, those of cells that are in the report or miss there, by cell number; nil where a
-- cell stands in it more than once.
local function live_terms(self, terms)
  local list, seen, states = {}, {}, self.plane.state
  for i = 1, #terms, 2 do
    local number = terms[i]
    if states[number] and not (self.parts[number] and is_subtotal(self, number, terms)) then
      if seen[number] then return nil end
      seen[number] = true
      list[#list + 1] = number
      list[#list + 1] = terms[i + 1]
    end
  end
  return list
end

-- ---- values -----------------------------------------------------------------------------------------

-- A value as a whole number and how many of its digits stand behind the point.
local function digits_of(value)
  if math.type(value) == "integer" then return value, 0 end
  local whole, fraction = tostring(value):match("^(%-?%d+)%.?(%d*)$")
  return math.tointeger(tonumber(whole .. fraction)), #fraction
end

-- A cell of a column that is declared `signed`, `decimal`.
local function make_cell(self, number, column)
  local value, state = self.plane.value[number], self.plane.state[number]
  local made = {number = number, state = state, low = not column.signed and 0 or nil, whole = not column.decimal}
  if value then
    made.value, made.scale = digits_of(value)
    self.scale = math.max(self.scale, made.scale)
  elseif not unfilled[state] then
    made.low = nil   -- unreadable or missing: any number at all
  end
  return made
end

-- Makes the cells of some numbers, which are in order, as are the tables of the form.
local function make_cells(self, numbers)
  local layouts, at = self.context.form.layouts, 1
  for i, number in ipairs(numbers) do
    while number >= layouts[at].first_cell + #layouts[at].rows * #layouts[at].columns do at = at + 1 end
    local columns = layouts[at].columns
    self.cells[i] = make_cell(self, number, columns[(number - layouts[at].first_cell) % #columns + 1])
  end
end

-- Brings all cells to the scale of the system.
local function set_scale(self)
  local unit = math.tointeger(10 ^ self.scale)
  for _, cell in ipairs(self.cells) do
    cell.step = cell.whole and unit or 1
    if cell.value then
      self.too_large = self.too_large or math.abs(cell.value) >= largest // unit
      cell.value = cell.value * math.tointeger(10 ^ (self.scale - cell.scale))
    end
  end
end

-- A sum with several counts that are no whole numbers counts in parts, whatever its form says.
local function allow_fractions(self)
  for _, terms in ipairs(self.sums) do
    local fractions = 0
    for i = 1, #terms, 2 do
      local cell = self.cells[terms[i]]
      if cell.value and cell.value % cell.step ~= 0 then fractions = fractions + 1 end
    end
    for i = 1, fractions > 1 and #terms or 0, 2 do self.cells[terms[i]].part = true end
  end
  for _, cell in ipairs(self.cells) do cell.step = cell.part and 1 or cell.step end
end

--- The number that a whole number of a system stands for; `system:number(value)` as well.
function system.number(self, value)
  if self.scale == 0 then return value end
  local text = ("%0" .. self.scale + 1 .. "d"):format(math.abs(value))
  local decimal = self.decimal(text:sub(1, -self.scale - 1) .. "." .. text:sub(-self.scale))
  return value < 0 and -decimal or decimal
end

--- The view of a cell of a system, by its place in it; `system:view(cell)` as well.
function system.view(self, cell) return self.report:cell(self.cells[cell].number) end

-- ---- the system -------------------------------------------------------------------------------------

--- Makes the system of a report.
-- @param context the context of the check
-- @param compiled the sums; see `govreport.check.identity`
-- @param failing list of `{identity, residual, unknown}`
-- @param spoilt identities that cannot be formed, as keys
-- @param suspects identities that contradict others, as keys
-- @param decimal function(text) -> number
function system.new(context, compiled, failing, spoilt, suspects, decimal)
  local self = {context = context, report = context.report, parts = compiled.parts, plane = context:plane(),
                decimal = decimal, scale = 0,
                number = system.number, view = system.view, cells = {}, sums = {}, entries = {}, fails = {},
                suspects = {}}
  local numbers, index = {}, {}
  for _, entry in ipairs(compiled.list) do
    local terms = identity.is_certain(entry) and not spoilt[entry] and live_terms(self, entry.terms)
    if terms and #terms > 0 then
      self.sums[#self.sums + 1], self.entries[#self.entries + 1] = terms, entry
      for i = 1, #terms, 2 do
        if not index[terms[i]] then index[terms[i]], numbers[#numbers + 1] = true, terms[i] end
      end
    end
  end
  table.sort(numbers)
  for i, number in ipairs(numbers) do index[number] = i end
  make_cells(self, numbers)
  set_scale(self)
  for _, terms in ipairs(self.sums) do
    for i = 1, #terms, 2 do terms[i] = index[terms[i]] end
  end
  self.index = index
  if self.scale > 0 then allow_fractions(self) end
  local by_entry = {}
  for _, fail in ipairs(failing) do by_entry[fail.identity] = fail end
  for i, entry in ipairs(self.entries) do
    self.fails[i], self.suspects[i] = by_entry[entry] or false, suspects[entry] or false
  end
  return self
end

--- The sums that each cell stands in: lists of `{sum, sign}` by cell; made once.
function system.members(self)
  local members = rawget(self, "member_lists")
  if members then return members end
  members = {}
  self.member_lists = members
  for i = 1, #self.cells do members[i] = {} end
  for sum, terms in ipairs(self.sums) do
    for i = 1, #terms, 2 do
      local list = members[terms[i]]
      list[#list + 1] = {sum = sum, sign = terms[i + 1]}
    end
  end
  return members
end

--- What each sum is with the values that its cells have now, and its cells that have none: list of `{base, open}`.
function system.bases(self)
  local list = {}
  for sum, terms in ipairs(self.sums) do
    local base, open = 0, {}
    for k = 1, #terms, 2 do
      local value = self.cells[terms[k]].value
      if value then base = base + terms[k + 1] * value else open[#open + 1] = terms[k] end
    end
    list[sum] = {base = base, open = open}
  end
  return list
end

--- A part of a system: some of its sums, in order, and the cells that stand in them.
function system.part(self, sums)
  local part = setmetatable({cells = {}, sums = {}, entries = {}, fails = {}}, {__index = self})
  local index, order = {}, {}
  for _, sum in ipairs(sums) do
    for i = 1, #self.sums[sum], 2 do
      local cell = self.sums[sum][i]
      if not index[cell] then index[cell], order[#order + 1] = true, cell end
    end
  end
  table.sort(order)
  for i, cell in ipairs(order) do part.cells[i], index[cell] = self.cells[cell], i end
  for k, sum in ipairs(sums) do
    local terms = {}
    for i, term in ipairs(self.sums[sum]) do terms[i] = i % 2 == 1 and index[term] or term end
    part.sums[k], part.entries[k], part.fails[k] = terms, self.entries[sum], self.fails[sum]
  end
  return part
end

--- The parts of a system that share no cell and in which something fails, or is suspect.
function system.parts(self)
  local members, seen, parts = system.members(self), {}, {}
  for start = 1, #self.sums do
    if (self.fails[start] or self.suspects[start]) and not seen[start] then
      local list = {start}
      seen[start] = true
      for _, sum in ipairs(list) do   -- grows while it is walked through
        for i = 1, #self.sums[sum], 2 do
          for _, member in ipairs(members[self.sums[sum][i]]) do
            if not seen[member.sum] then
              seen[member.sum] = true
              list[#list + 1] = member.sum
            end
          end
        end
      end
      table.sort(list)
      parts[#parts + 1] = system.part(self, list)
    end
  end
  return parts
end

return system
