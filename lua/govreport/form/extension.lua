--- A form that extends another: what it takes over, and what it says anew.
--
-- Of what a form does not say itself, it has all that the other has. `sections`, `tables`, `rows`, `columns`, `views`
-- may be lists, which stand in place of the other's, or maps from id to changes, which leave the rest as it is; `false`
-- takes an entry away. In a map, entries without a key are new ones: behind the one that they name in `after`, else at
-- the end. A list of tables may name some of the other's by their ids alone.

local keys = require "govreport.base.keys"

local extension = {}

--- A copy of a table with the entries of another one over it.
function extension.overlay(base, own)
  local copy = {}
  for key, value in pairs(base) do copy[key] = value end
  for key, value in pairs(own) do copy[key] = value end
  return copy
end

local overlay = extension.overlay

local function find(list, id)
  for i, entry in ipairs(list) do
    if entry.id == id then return entry, i end
  end
end

--- What a place is called: `where` is a text, or a function as of `places.locator` -> that.
function extension.place(where, ...)
  return type(where) == "function" and where(...) or where or "form"
end

-- So many ids stand in a message at most.
local most_listed = 10

-- The ids of a list, as the end of a message.
local function listed(list)
  local ids = {}
  for i, entry in ipairs(list) do
    if i > most_listed then break end
    ids[i] = tostring(type(entry) == "table" and entry.id or entry)
  end
  if #ids == 0 then return ": there is none" end
  return ": there are " .. table.concat(ids, ", ") .. (#list > most_listed and ", …" or "")
end

--- The entries of a list by their ids.
function extension.by_id(list)
  local known = {}
  for _, entry in ipairs(list) do known[type(entry) == "table" and entry.id or entry] = entry end
  return known
end

--- Raises where an id is none of a list, with the nearest one, or with all.
-- @param what what the entries of the list are called
function extension.check_known(list, id, where, what)
  local known = extension.by_id(list)
  if known[id] then return end
  local nearest = keys.nearest(tostring(id), known)
  local proposal = nearest and ", did you mean '" .. nearest .. "'?" or listed(list)
  error(("%s: there is no %s '%s'%s"):format(where, what, tostring(id), proposal), 0)
end

--- Whether a table has keys, and not only places as a list has.
function extension.is_map(own)
  for key in pairs(own) do
    if math.type(key) ~= "integer" then return true end
  end
  return false
end

local is_map = extension.is_map

local function sorted_ids(map)
  local list = {}
  for id in pairs(map) do
    if math.type(id) ~= "integer" then list[#list + 1] = id end
  end
  table.sort(list, function(a, b) return tostring(a) < tostring(b) end)
  return list
end

--- The entries of a list with the changes of a map.
-- @param place function(near) -> how messages name what says something of an id
-- @param what what an entry is called
-- @param change function(entry, own) -> the entry changed
function extension.merge(base, own, place, what, change)
  local list = table.move(base, 1, #base, 1, {})
  for _, id in ipairs(sorted_ids(own)) do
    extension.check_known(base, id, place(id), what)
    local _, i = find(list, id)
    if own[id] == false then table.remove(list, i)
    elseif type(own[id]) == "table" then list[i] = change(list[i], overlay(own[id], {id = id}))
    else error(("%s: the changes of the %s '%s' are a table, or false"):format(place(id), what, id), 0) end
  end
  for _, entry in ipairs(own) do
    local at = #list
    if type(entry) == "table" and entry.after then
      extension.check_known(list, entry.after, place(entry.after) .. ": after", what)
      at = select(2, find(list, entry.after))
      entry = overlay(entry, {})
      entry.after = nil
    end
    table.insert(list, at + 1, entry)
  end
  return list
end

local merge = extension.merge

-- Raises where what stands in place of a row is no list of rows.
local function check_split(t, split, place)
  for _, id in ipairs(sorted_ids(split)) do
    extension.check_known(t.rows, id, place(id) .. ": split", "row")
    local parts = split[id]
    for key, part in pairs(type(parts) == "table" and parts or {0}) do
      if math.type(key) ~= "integer" or type(part) ~= "table" then
        error(("%s: split: for '%s' a list of rows is expected, {{id = …, label = …}, …}"):format(place(id), id), 0)
      end
    end
  end
end

-- The rows of a table where some are printed as several; where a report prints them whole, that is read as well.
local function split_rows(rows, split)
  local list = {}
  for _, row in ipairs(rows) do
    local parts = split[row.id]
    local ids = {}
    for i, part in ipairs(parts or {}) do ids[i] = part.id end
    list[#list + 1] = parts and overlay(row, {split = ids}) or row
    for _, part in ipairs(parts or {}) do list[#list + 1] = overlay(part, {part_of = row.id}) end
  end
  return list
end

-- A table with what its entry says.
local function extend_table(inherited, own, where)
  local function place_in(key)
    return function(near)
      return extension.place(where, own.id, key, nil, {among = "tables", near = near}) .. ": " .. own.id
    end
  end
  local t = overlay(inherited, own)
  if own.spellings then t.spellings = overlay(inherited.spellings or {}, own.spellings) end
  if own.costs then t.costs = overlay(inherited.costs or {}, own.costs) end
  if own.grammar == false then t.grammar = nil end
  for _, what in ipairs{"row", "column"} do
    local key = what .. "s"
    if type(own[key]) == "table" and is_map(own[key]) then
      t[key] = merge(inherited[key], own[key], place_in(key), what, overlay)
    end
  end
  if own.split then
    check_split(t, own.split, place_in "split")
    t.rows = split_rows(t.rows, own.split)
  end
  return t
end

-- An entry of a list of tables: the id of one, or a table that may have the id of one.
local function table_of(base, declared, own, where)
  if type(own) == "string" then
    local inherited = find(base.tables, own)
    if inherited then return inherited end
    local place = extension.place(where, declared.id, "tables", nil, {near = own})
    error(("%s: '%s' has no table '%s'"):format(place, base.id, own), 0)
  end
  local inherited = type(own) == "table" and find(base.tables, own.id)
  return inherited and extend_table(inherited, own, where) or own
end

--- A declaration with what it takes from the form that it extends.
-- @param base the complete declaration of the form that is extended
-- @param where a text, or function(id, key) -> where that stands
function extension.extend(base, declared, where)
  local complete = overlay(base, declared)
  complete.before = declared.before
  if type(base.names) == "table" and type(declared.names) == "table" then
    complete.names = overlay(base.names, declared.names)
  end
  local function place_in(key)
    return function(near) return extension.place(where, declared.id, key, nil, {near = near}) end
  end
  if type(declared.tables) == "table" then
    if is_map(declared.tables) then
      complete.tables = merge(base.tables, declared.tables, place_in "tables", "table",
                              function(inherited, own) return extend_table(inherited, own, where) end)
    else
      complete.tables = {}
      for i, own in ipairs(declared.tables) do complete.tables[i] = table_of(base, declared, own, where) end
    end
  end
  if type(declared.sections) == "table" and is_map(declared.sections) then
    complete.sections = merge(base.sections, declared.sections, place_in "sections", "part", overlay)
  end
  if (base.views or declared.views) and type(complete.tables) == "table" then
    complete.views = require("govreport.form.views").extended(
      base.views, declared.views, complete.tables, function(list, own, what, change)
        return merge(list, own, place_in "views", what, change)
      end)
  end
  return complete
end

return extension
