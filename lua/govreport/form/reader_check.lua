--- Checks the facts of a declaration, and the readers that fill them.

local check = require "govreport.form.wording_check"
local extension = require "govreport.form.extension"
local keys = require "govreport.base.keys"
local lpeg = require "lpeg"

local reader_keys = {scope = "string", match = "any", find = "any", begins = "string", once = "boolean",
                     fields = "table", labels = "table",
                     titles = "table", read = "function"}
local scopes = {"head", "tail", "meta", "end"}
-- Scopes of which a reader sees the whole, without a pattern.
local whole = {meta = true, ["end"] = true}

local function check_pattern(reader, key, at)
  if reader[key] ~= nil and lpeg.type(reader[key]) ~= "pattern" then
    error(("%s: '%s' must be a pattern of LPeg, not a %s"):format(at, key, type(reader[key])), 0)
  end
end

-- A pattern that is looked for must take something: else it is found everywhere, and the search never goes on.
local function check_find(reader, at)
  if reader.find ~= nil and not pcall(function() return reader.find^0 end) then
    error(at .. ": the pattern 'find' may match without taking a character: let it take the word that it looks for", 0)
  end
end

local function check_begins(reader, at)
  if reader.begins ~= nil and (utf8.len(reader.begins) or 0) == 0 then
    error(at .. ": 'begins' must be the characters with which begins what 'find' takes, \"《\"", 0)
  end
end

-- Raises where a reader fills a field that the form does not name.
local function check_field(declared, id, at)
  for _, known in ipairs(declared.fields) do
    if known == id then return end
  end
  local nearest = keys.nearest(tostring(id), extension.by_id(declared.fields))
  error(("%s: there is no field '%s'%s add '%s' to 'fields' of the form"):format(
    at, tostring(id), nearest and ", did you mean '" .. nearest .. "'? If it is another one," or ":", tostring(id)), 0)
end

local function check_names(declared, place)
  for id, name in pairs(declared.names or {}) do
    local at = place(declared.id, "names", nil, {near = id}) .. ": names"
    check_field(declared, id, at)
    local is_pair = type(name) == "table" and type(name.zh) == "string" and type(name.en) == "string"
    if type(name) ~= "string" and not is_pair then
      error(("%s: %s: a text is expected, or {zh = \"电话\", en = \"telephone\"}"):format(at, id), 0)
    end
    if is_pair then keys.check(name, {zh = "string", en = "string"}, {}, at) end
  end
end

-- What its facts are called in print: a list of texts for each.
local function check_labels(declared, reader, at)
  for id, list in pairs(reader.labels or {}) do
    check_field(declared, id, at())
    if type(list) ~= "table" then error(("%s: labels: %s = {\"…\"} is expected"):format(at(), id), 0) end
    check.texts(list, at, "labels")
  end
end

local function check_reader(declared, number, place)
  local reader = declared.readers[number]
  local function at() return place(declared.id, "readers", nil, {near = number}) .. ": readers" end
  if type(reader) ~= "table" then
    error(("%s: a reader is a table, as readers.sign_off is, not a %s"):format(at(), type(reader)), 0)
  end
  keys.check(reader, reader_keys, {"read"}, at)
  local scope = reader.scope or "head"
  extension.check_known(scopes, scope, at(), "scope of readers")
  check_pattern(reader, "match", at())
  check_pattern(reader, "find", at())
  check_find(reader, at())
  check_begins(reader, at())
  if not whole[scope] and reader.match == nil and reader.find == nil then
    error(("%s: a reader of the scope '%s' needs a pattern: 'match' for the whole scope, or 'find', which is looked "
           .. "for in it"):format(at(), scope), 0)
  end
  check.texts(reader.fields, at, "fields")
  check_labels(declared, reader, at)
  check.wordings(reader.titles, at, "titles")
  for _, id in ipairs(reader.fields or {}) do check_field(declared, id, at()) end
end

--- Checks the `fields` and `readers` of a declaration.
-- @param place function(id, key, within, more) -> the place of that, for messages
return function(declared, place)
  local function at(near) return place(declared.id, "fields", nil, {near = near}) .. ": fields" end
  check.texts(declared.fields, at, "fields")
  for _, id in ipairs(declared.fields) do check.id(id, at(id)) end
  check.unique(declared.fields, function(id) return place(declared.id, "fields", nil, {near = id, last = true}) end)
  check_names(declared, place)
  local function place_of(near) return place(declared.id, "readers", nil, {near = near}) .. ": readers" end
  check.list(declared.readers, place_of, "readers", "readers.sign_off")
  for number = 1, #declared.readers do check_reader(declared, number, place) end
end
