--- The tables and the UTF-8 of scripts: calls that go through many elements at once are charged for them.

local core = require "govreport.core"
local safe_string = require "govreport.form.safe_string"

local safe_table = {}

--- A single call moves at most so many elements.
safe_table.most_elements = 10000000

local function integer(value) return math.tointeger(tonumber(value)) end

-- Charges the elements from one place to another, as Lua takes them: 1.0 and "1" as well.
local function charge_range(name, first, last)
  local start, stop = integer(first), integer(last)
  local count = start and stop and stop - start + 1.0 or 0
  if count > safe_table.most_elements then
    error(("table.%s: more than %d elements"):format(name, safe_table.most_elements), 3)
  end
  core.charge(math.max(count, 0))
end

local function length(list) return type(list) == "table" and #list or 0 end

-- A function of Lua that is charged before it runs; `cost` is called with its arguments.
local function charged(f, cost)
  return function(...)
    core.charge(cost(...))
    return safe_string.call(f, ...)
  end
end

--- The library of tables, a copy for a script to change as it likes.
function safe_table.module()
  local own = {}
  for name, f in pairs(table) do own[name] = f end
  function own.move(from, first, last, ...)
    charge_range("move", first, last)
    return safe_string.call(table.move, from, first, last, ...)
  end
  function own.unpack(list, first, last)
    charge_range("unpack", first or 1, last or length(list))
    return safe_string.call(table.unpack, list, first, last)
  end
  function own.concat(list, separator, first, last)
    charge_range("concat", first or 1, last or length(list))
    return safe_string.call(table.concat, list, separator, first, last)
  end
  own.insert = charged(table.insert, function(list, at, ...)
    return select("#", ...) > 0 and math.max(0, length(list) - (integer(at) or 0)) or 0
  end)
  own.remove = charged(table.remove, function(list, at)
    return at and math.max(0, length(list) - (integer(at) or 0)) or 0
  end)
  own.sort = charged(table.sort, function(list)
    local count = length(list)
    return 2.0 * count * math.log(count + 2, 2)
  end)
  return own
end

--- The library of UTF-8, likewise.
function safe_table.utf8()
  local own = {}
  for name, f in pairs(utf8) do
    own[name] = type(f) == "function" and name ~= "char" and charged(f, function(text)
      return type(text) == "string" and name ~= "codes" and #text or 0
    end) or f
  end
  return own
end

return safe_table
