--- What a statement can mean in terms of cells: readings, their values in a report, and whether a number agrees.
--
-- A reading is written as addresses without column, added up or taken away: "applications.received +
-- applications.brought_forward". Its terms are `{sign, cells}`, the cells by number.

local address = require "govreport.form.address"
local core = require "govreport.core"

local meanings = {}

-- A column may come with its table: `a.column`.
local function column_id(column)
  return column:match("^[%w_]+%.([%w_]+%.%.[%w_]+)$") or column:match("([%w_]+)$")
end

-- The terms of one address list in a form; nil where the form lacks one of them.
local function terms_of(form, of, column)
  local terms, sign = {}, 1
  for word in of:gmatch("%S+") do
    if word == "+" or word == "-" then
      sign = word == "+" and 1 or -1
    else
      local cells = address.cells(address.parse(word .. "." .. column_id(column)), form.layouts)
      if #cells == 0 then return nil end
      terms[#terms + 1] = {sign = sign, cells = cells, of = word}
    end
  end
  return terms
end

local cache = setmetatable({}, {__mode = "k"})

-- The terms of a reading, found once for each form.
local function known_terms(form, of, column)
  local own = cache[form] or {}
  cache[form] = own
  local key = of .. "|" .. column
  if own[key] == nil then own[key] = terms_of(form, of, column) or false end
  return own[key]
end

-- The readings of single rows, by form, row and columns: the lists of the words' own data.
local weak = {__mode = "k"}
local single = setmetatable({}, weak)

local function new_in(map, key)
  map[key] = setmetatable({}, weak)
  return map[key]
end

--- All readings of a sum of rows under some columns.
-- @param form a compiled form
-- @param rows list of lists: for each row that is named, the addresses that it can mean
-- @param columns the columns that can be meant
-- @return list of readings, each a list of terms; those that the form has
function meanings.of(form, rows, columns)
  if #rows > 1 then return meanings.make(form, rows, columns) end
  local of_form = single[form] or new_in(single, form)
  local own = of_form[rows[1]] or new_in(of_form, rows[1])
  local list = own[columns]
  if not list then
    list = meanings.make(form, rows, columns)
    own[columns] = list
  end
  return list
end

--- The same, always made anew.
function meanings.make(form, rows, columns)
  local list = {}
  for _, column in ipairs(columns) do
    local partial = {{}}
    for _, alternatives in ipairs(rows) do
      local longer = {}
      for _, before in ipairs(partial) do
        for _, of in ipairs(alternatives) do
          local terms = known_terms(form, of, column)
          if terms then longer[#longer + 1] = table.move(terms, 1, #terms, #before + 1, {table.unpack(before)}) end
        end
      end
      partial = longer
    end
    table.move(partial, 1, #partial, #list + 1, list)
  end
  return list
end

--- The readings of rows in which several columns are added up.
function meanings.sum(form, rows, columns)
  local total
  for _, column in ipairs(columns) do
    local list = meanings.make(form, rows, {column})
    for i, reading in ipairs(total or {}) do
      if not list[i] then return {} end
      table.move(list[i], 1, #list[i], #reading + 1, reading)
    end
    if not total then
      total = {}
      for i, reading in ipairs(list) do total[i] = {table.unpack(reading)} end
    end
  end
  return total
end

local open_states = {blank = true, dash = true, none = true, not_applicable = true}

-- The value of a cell in the unit of its table's sentences, as the words have it; counts as plain ones. It is what is
-- printed where the cell counts something else, and nil where it has more than 15 digits: nothing is compared with it.
local function in_table_unit(context, number, value, own)
  local lexis = context.lexis and context:lexis()
  local of_table = lexis and lexis.tables[context.report:cell(number).table]
  local factor = core.unit_factor(own, of_table and of_table.unit or core.unit_added(own))
  local ok, converted = pcall(core.product, factor or 1, value)
  return ok and converted or nil
end

-- The value of a cell, or the only one that the sums of its table allow; nil and whether it may hold something.
local function cell_value(context, plane, number)
  local value, state = plane.value[number], plane.state[number] or "absent"
  local unit = value ~= nil and plane.unit[number]
  if unit then value = in_table_unit(context, number, value, unit) end
  if value == nil and open_states[state] then value = context:implied_values()[number] or "open" end
  return value or state == "absent" and "absent" or "unreadable"
end

-- A term with its value: `{sign, value, least, cells, of}`; `value` is nil where a cell leaves it open, `least` is what
-- it must be at least. False where the report lacks a cell or a cell cannot be read.
local function value_of(context, term)
  local plane, sum, least = context:plane(), 0, 0
  local values, units = plane.value, plane.unit
  for _, number in ipairs(term.cells) do
    local value = values[number]
    if value == nil or units[number] then value = cell_value(context, plane, number) end
    if value == "absent" or value == "unreadable" then return false end
    if value == "open" then sum = nil
    else
      sum, least = sum and sum + value, least + value
    end
  end
  return {sign = term.sign, value = sum, least = least, cells = term.cells, of = term.of}
end

local function no_values() return {} end

--- The value of a reading. The terms of a form are shared by readings, and have their values once for a check.
-- @return `{value, least, terms = {{sign, value, least, cells, of}}}`: `value` is nil where a cell leaves it open,
-- `least` is what it must be at least; or nil where the report lacks a cell or a cell cannot be read
function meanings.value(context, reading)
  local known, sum, least, terms = context:once("values_of_terms", no_values), 0, 0, {}
  for i = 1, #reading do
    local term = reading[i]
    local own = known[term]
    if own == nil then
      own = value_of(context, term)
      known[term] = own
    end
    if not own then return nil end
    terms[i] = own
    sum = sum and own.value and sum + own.sign * own.value
    if own.sign > 0 then least = least + own.least end
  end
  return {value = sum, least = least, terms = terms}
end

--- Ten to a power, times a whole number; exact.
function meanings.tens(exponent, factor)
  if exponent >= 0 then return math.tointeger(10 ^ exponent) * factor end
  local places = math.tointeger(10 ^ -exponent)
  if factor % places == 0 then return factor // places end
  return core.decimal("0." .. ("0"):rep(-exponent - 1) .. "1") * factor
end

--- Whether a number agrees with a value, as far as it was said exactly. A round number covers what it can be said of:
-- 超过 up to its double, 近 from its half.
-- @param number `value`, `bound`, as a statement has them, and what one more in its last place is: `more` where 余
-- follows it, `step` where it is rounded
function meanings.agrees(number, actual)
  local value, bound, step = number.value, number.bound, number.step
  if number.more then return actual >= value and actual < value + number.more end
  if step and (bound == "exact" or bound == "about") then
    return 2 * actual >= 2 * value - step and actual < value + step
  end
  if bound == "exact" then return actual == value end
  if bound == "at_least" then return actual >= value and actual <= 2 * value end
  if bound == "at_most" then return actual <= value and 2 * actual >= value end
  return 5 * actual >= 4 * value and 5 * actual <= 6 * value
end

--- Whether a share as printed is the quotient of two counts, rounded or cut off.
-- @param percent `digits` as printed, without the sign: "33.9"; `step` where it is one of tenths: 八成; `bound`
function meanings.is_share(percent, part, whole)
  local before, after = percent.digits:match("^(%d+)%.?(%d*)$")
  if not before or whole <= 0 or part < 0 then return false end
  local step = percent.step or percent.bound and percent.bound ~= "exact" and (tonumber(before) // 10 + 1)
  if step then
    local value = math.tointeger(tonumber(before))
    return 200 * part >= whole * (2 * value - step) and 100 * part < whole * (value + step)
  end
  local unit = math.tointeger(10 ^ #after)
  -- The values may be no whole numbers: fees.
  local printed = math.tointeger(tonumber(before .. after))
  local scaled = 100 * unit * part
  return scaled >= printed * whole and scaled < (printed + 1) * whole
         or 2 * scaled >= (2 * printed - 1) * whole and scaled <= printed * whole
end

--- A share in percent with as many places as the printed one; with more where it would be 0 and is not.
function meanings.share(digits, part, whole)
  local places = #digits:match("%.?(%d*)$")
  if not digits:find(".", 1, true) then places = 0 end
  while part > 0 and places < 4 and 200 * part * math.tointeger(10 ^ places) < whole do places = places + 1 end
  local unit = math.tointeger(10 ^ places)
  local scaled = (200 * part * unit + whole) // (2 * whole)
  if places == 0 then return tostring(scaled) end
  return ("%d.%0" .. places .. "d"):format(scaled // unit, scaled % unit)
end

return meanings
