--- Rows as one string: what goes from the worker that read a document to the process that writes the dataset, and into
-- SQLite as it is. The values of a row stand one behind the other, row behind row, each after a byte that says what it
-- is: see csrc/lua/lgr_pack.c, where those of cells are made.

local valid = require "govreport.base.valid"

local packed = {}

local nothing = "\0"

--- A value: an integer, a number, a text, a boolean or nil. A text may be any bytes.
function packed.raw(value)
  local kind = math.type(value) or type(value)
  if kind == "string" then return string.pack("<Bs4", 3, value) end
  if kind == "integer" then return string.pack("<Bi8", 1, value) end
  if kind == "nil" then return nothing end
  if kind == "boolean" then return string.pack("<Bi8", 1, value and 1 or 0) end
  return string.pack("<Bd", 2, kind == "float" and value or tonumber(tostring(value)))   -- of a Decimal all 15 digits
end

--- The same; a text becomes valid UTF-8.
function packed.value(value) return packed.raw(type(value) == "string" and valid(value) or value) end

--- A row.
-- @param values list that may have holes
-- @param count of the columns
function packed.row(values, count)
  local pieces = {}
  for i = 1, count do pieces[i] = packed.value(values[i]) end
  return table.concat(pieces)
end

local readers = {
  [0] = function(_, at) return nil, at end,
  function(text, at) return string.unpack("<i8", text, at) end,
  function(text, at) return string.unpack("<d", text, at) end,
  function(text, at) return string.unpack("<s4", text, at) end,
}

--- Iterates over the rows of a packed string.
-- @param count of the columns
-- @return function() -> list of values, nil for nothing; nil at the end. The list is the same each time
function packed.rows(text, count)
  local at, row = 1, {}
  return function()
    if at > #text then return nil end
    for i = 1, count do row[i], at = readers[text:byte(at)](text, at + 1) end
    return row
  end
end

--- A number as people write it: all its digits, none more.
function packed.number(value)
  return math.type(value) == "float" and ("%.15g"):format(value) or tostring(value)
end

return packed
