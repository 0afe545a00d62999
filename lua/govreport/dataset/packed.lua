--- Rows as one string: what goes from the worker that read a document to the process that writes the dataset, and into
-- SQLite as it is. The values of a row stand one behind the other, row behind row, each after a byte that says what it
-- is: see csrc/lua/lgr_pack.c, where those of cells are made.

local core = require "govreport.core"
local valid = require "govreport.base.valid"

local packed = {}

--- Rows of integers, numbers, texts, booleans and nil. A text becomes valid UTF-8.
-- @param list of rows, lists that may have holes
-- @param count of the columns
function packed.table(list, count) return core.pack_rows(list, count, valid) end

--- A row.
function packed.row(values, count) return core.pack_rows({values}, count, valid) end

local function as_it_is(text) return text end

--- A row whose texts may be any bytes.
function packed.bytes(values, count) return core.pack_rows({values}, count, as_it_is) end

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
