--- The linear system that the declared sums of a report form over its cells, in whole numbers.
--
-- A system has what its outline has, see `govreport.check.cause.outline`, and of the report
--   cells      `{value, low, step, at}`, values in units of 10^-scale; no `value` for what is not known, no `low` where
--              any number may stand; `at` is the cell of the outline
--   fails      by sum what is known of it where it fails, else false
--   suspects   by sum whether it contradicts others

local outline = require "govreport.check.cause.outline"

local system = {}

local unfilled = {blank = true, dash = true, none = true, not_applicable = true}

-- Digits beyond which a number is none (see GR_MAX_DIGITS).
local largest = math.tointeger(10 ^ 15)

-- ---- values -----------------------------------------------------------------------------------------

-- A value as a whole number and how many of its digits stand behind the point.
local function digits_of(value)
  if math.type(value) == "integer" then return value, 0 end
  local whole, fraction = tostring(value):match("^(%-?%d+)%.?(%d*)$")
  return math.tointeger(tonumber(whole .. fraction)), #fraction
end

-- The scale with which all values of some cells are whole numbers.
local function scale_of(values, cells)
  local scale = 0
  for _, at in ipairs(cells) do
    local value = values[at.number]
    if value and math.type(value) ~= "integer" then scale = math.max(scale, (select(2, digits_of(value)))) end
  end
  return scale
end

-- The value of a cell as a whole number of a system.
local function whole_of(self, value, unit)
  local whole, scale = digits_of(value)
  local most = largest // unit
  if whole >= most or -whole >= most then self.too_large = true end
  return scale < self.scale and whole * math.tointeger(10 ^ (self.scale - scale)) or whole
end

-- Makes the cells of a system, of those of its outline.
local function make_cells(self, cells)
  local values, states = self.plane.value, self.plane.state
  self.scale = scale_of(values, cells)
  local unit = math.tointeger(10 ^ self.scale)
  for i, at in ipairs(cells) do
    local value, column = values[at.number], at.column
    local is_known = value or unfilled[states[at.number]]   -- else unreadable or missing: any number at all
    self.cells[i] = {at = at, value = value and whole_of(self, value, unit) or nil,
                     low = is_known and not column.signed and 0 or nil, step = column.decimal and 1 or unit}
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

--- The number that is printed in a cell of a system, by its place in it; `system:printed(cell)` as well.
function system.printed(self, cell) return self.plane.value[self.cells[cell].at.number] end

-- ---- the system -------------------------------------------------------------------------------------

--- Makes the system of a report.
-- @param context the context of the check
-- @param compiled the sums; see `govreport.check.identity`
-- @param failing list of `{identity, residual, unknown}`
-- @param spoilt identities that cannot be formed, as keys
-- @param suspects identities that contradict others, as keys
-- @param decimal function(text) -> number
function system.new(context, compiled, failing, spoilt, suspects, decimal)
  local plane = context:plane()
  local own = outline.of(compiled, context.form.layouts, plane.state, spoilt)
  local self = {context = context, plane = plane, decimal = decimal, scale = 0, number = system.number,
                printed = system.printed, cells = {}, index = own.index, sums = own.sums, entries = own.entries,
                members = own.members, totals = own.totals, tables = own.tables, lines = own.lines, fails = {},
                suspects = {}}
  make_cells(self, own.cells)
  if self.scale > 0 then allow_fractions(self) end
  local by_entry = {}
  for _, fail in ipairs(failing) do by_entry[fail.identity] = fail end
  for i, entry in ipairs(self.entries) do
    self.fails[i], self.suspects[i] = by_entry[entry] or false, suspects[entry] or false
  end
  return self
end

local nothing = {}

--- What the sums of a system are with the values that its cells have now, by sum: `base`, and `open`, the list of those
-- of its cells that have none; and by cell `failing`, in how many sums it stands that are not 0, nil for none.
function system.bases(self)
  local base, open, failing, cells = {}, {}, {}, self.cells
  for sum, terms in ipairs(self.sums) do
    local total, unknown = 0, nothing
    for k = 1, #terms, 2 do
      local value = cells[terms[k]].value
      if value then
        total = total + terms[k + 1] * value
      else
        unknown = unknown == nothing and {} or unknown
        unknown[#unknown + 1] = terms[k]
      end
    end
    base[sum], open[sum] = total, unknown
    for k = 1, total ~= 0 and #terms or 0, 2 do failing[terms[k]] = (failing[terms[k]] or 0) + 1 end
  end
  return {base = base, open = open, failing = failing}
end

--- How often some cells stand in sums that are not 0: at least as often as there are such sums.
-- @param bases see `system.bases`
function system.count_failing(bases, cells)
  local count, failing = 0, bases.failing
  for _, cell in ipairs(cells) do count = count + (failing[cell] or 0) end
  return count
end

-- The sums that share cells with one, and with those, in order.
local function connected(self, start, seen)
  local list = {start}
  seen[start] = true
  for _, sum in ipairs(list) do   -- grows while it is walked through
    local terms = self.sums[sum]
    for i = 1, #terms, 2 do
      local members = self.members[terms[i]]
      for k = 1, #members, 2 do
        local other = members[k]
        if not seen[other] then
          seen[other] = true
          list[#list + 1] = other
        end
      end
    end
  end
  table.sort(list)
  return list
end

--- The parts of a system that share no cell and in which something fails, or is suspect: lists of their sums, in order.
function system.parts(self)
  local seen, parts = {}, {}
  for start = 1, #self.sums do
    if (self.fails[start] or self.suspects[start]) and not seen[start] then
      parts[#parts + 1] = connected(self, start, seen)
    end
  end
  return parts
end

return system
