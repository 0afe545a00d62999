--- Addresses, as rules write them:
--
--   applications.granted.total            a cell
--   applications.granted.*                its row, one cell after the other: `*` is the same in all terms of a rule
--   applications.*.total                  the column
--   applications.granted..concluded.*     several rows (or columns), added up
--   -instruments.*.repealed               taken away instead
--   0.5*applications.concluded.total      with a factor, an exact decimal; -2*… takes it away twice
--   fields.signed_on   sections.other   tables.disputes
--
-- An address that no known form has is an error that names the nearest one; one that only other forms have is nothing.

local core = require "govreport.core"
local keys = require "govreport.base.keys"

local address = {}

local function set_of(list)
  local set = {}
  for _, entry in ipairs(list) do set[entry.id or entry] = true end
  return set
end

local function fail(text, what, name, known)
  local nearest = keys.nearest(name, known)
  error(("'%s': no %s '%s'%s"):format(text, what, name, nearest and ", did you mean '" .. nearest .. "'?" or ""), 0)
end

-- `a`, `a..b` or `*`.
local function parse_range(text)
  if text == "*" then return {all = true} end
  local first, last = text:match("^([%w_]+)%.%.([%w_]+)$")
  if first then return {first = first, last = last} end
  return text:match("^[%w_]+$") and {first = text, last = text}
end

-- What single dots part; most addresses have no others.
local function parts_of(body)
  local first, second, third = body:match("^([^.]*)%.([^.]+)%.([^.]*)$")
  if first then return {first, second, third} end
  local parts = {}
  for part in (body:gsub("%.%.", "\0") .. "."):gmatch("([^.]*)%.") do parts[#parts + 1] = (part:gsub("%z", "..")) end
  return parts
end

-- The table, the row and the column of an address.
local function parse_cell(text, body)
  local parts = parts_of(body)
  local row, column = parts[2] and parse_range(parts[2]), parts[3] and parse_range(parts[3])
  if #parts ~= 3 or not row or not column then
    error("'" .. text .. "' is no address; one is table.row.column, fields.id, sections.id or tables.id", 0)
  end
  if row.all and column.all then error("'" .. text .. "': only one '*' is possible", 0) end
  return {kind = "cell", table = parts[1], row = row, column = column}
end

local kinds = {fields = "field", sections = "section", tables = "table"}

--- A factor as it is written: a decimal above 0, `"0.5"` or `2`; raises for what is none.
-- @param whole what it stands in, for the message
-- @return a number of the core
function address.factor(written, whole)
  local is_text = type(written) == "string"
  local factor = is_text and written:find("^%d") and core.decimal(written)
                 or math.type(written) == "integer" and core.decimal(tostring(written))
  if not factor or factor <= 0 then
    local wrong = is_text and written or tostring(written)
    error(("'%s': '%s' is no factor, which is a decimal above 0, like 2 or \"0.5\""):format(whole or wrong, wrong), 0)
  end
  return factor
end

-- The factor in front of an address, which ends with a `*` that stands behind no dot; and the rest.
local function split_factor(text, body)
  local written, rest = body:match("^%s*([^%s*]*[^%s*.])%s*%*%s*(.*)$")
  if not written then return 1, body end
  return address.factor(written, text), rest
end

--- Reads an address.
-- @return `{kind = "cell", table, row, column, sign, factor}`, where `row` and `column` are `{first, last}` or
-- `{all = true}`, and the factor is above 0; or `{kind = "field"|"section"|"table", id}`
function address.parse(text)
  local minus, rest = text:match("^(%-?)(.*)$")
  local factor, body = split_factor(text, rest)
  local group, id = body:match("^(%w+)%.([%w_]+)$")
  local parsed = kinds[group] and {kind = kinds[group], id = id} or parse_cell(text, body)
  parsed.text, parsed.sign, parsed.factor = text, minus == "" and 1 or -1, factor
  return parsed
end

--- Reads an address, or a list of them.
-- @return list of what `parse` gives
function address.parse_all(list)
  local parsed = {}
  for i, text in ipairs(type(list) == "table" and list or {list}) do parsed[i] = address.parse(text) end
  return parsed
end

-- Tables of that id in all forms; a row that one of them has is a row.
local function entries_of(forms, table_id, axis)
  local known, found = {}, false
  for _, declared in ipairs(forms) do
    for _, t in ipairs(declared.tables) do
      if t.id == table_id then
        found = true
        for id in pairs(set_of(t[axis])) do known[id] = true end
      end
    end
  end
  return found and known
end

local function verify_cell(parsed, forms)
  local tables = {}
  for _, declared in ipairs(forms) do
    for id in pairs(set_of(declared.tables)) do tables[id] = true end
  end
  if not tables[parsed.table] then fail(parsed.text, "table", parsed.table, tables) end
  for _, axis in ipairs{"row", "column"} do
    local range, known = parsed[axis], entries_of(forms, parsed.table, axis .. "s")
    for _, id in ipairs(range.all and {} or {range.first, range.last}) do
      if not known[id] then fail(parsed.text, axis, id, known) end
    end
  end
end

local lists = {field = "fields", section = "sections", table = "tables"}

--- Raises where none of some forms has what an address says.
-- @param forms list of the declarations of forms
function address.verify(parsed, forms)
  if parsed.kind == "cell" then return verify_cell(parsed, forms) end
  local known = {}
  for _, declared in ipairs(forms) do
    for id in pairs(set_of(declared[lists[parsed.kind]])) do known[id] = true end
  end
  if not known[parsed.id] then fail(parsed.text, parsed.kind, parsed.id, known) end
end

local function index_of(entries, id)
  for i, entry in ipairs(entries) do
    if entry.id == id then return i end
  end
end

-- The numbers of the entries of a range; where it is `*`, of the one with the id `bound`.
local function indexes(entries, range, bound)
  local first = index_of(entries, range.all and bound or range.first)
  local last = range.all and first or index_of(entries, range.last)
  local list = {}
  for i = first or 1, first and last or 0 do list[#list + 1] = i end
  return list
end

--- The cells of an address in a form.
-- @param layouts the tables of a compiled form
-- @param bound the id for which `*` stands
-- @return list of cell numbers, empty where the form has none; and the table's layout
function address.cells(parsed, layouts, bound)
  local cells = {}
  for _, t in ipairs(layouts) do
    if t.id == parsed.table then
      local columns = indexes(t.columns, parsed.column, bound)
      for _, row in ipairs(indexes(t.rows, parsed.row, bound)) do
        for _, column in ipairs(columns) do
          cells[#cells + 1] = t.first_cell + (row - 1) * #t.columns + column - 1
        end
      end
      return cells, t
    end
  end
  return cells
end

--- The ids for which the `*` of an address stands in a form; nil where it has none.
function address.bound(parsed, layouts)
  local axis = parsed.row.all and "rows" or parsed.column.all and "columns"
  if not axis then return nil end
  local ids = {}
  for _, t in ipairs(layouts) do
    for _, entry in ipairs(t.id == parsed.table and t[axis] or {}) do ids[#ids + 1] = entry.id end
  end
  return ids, axis == "rows" and "row" or "column"
end

return address
