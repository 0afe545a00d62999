--- JSON Schema, as much of it as docs/schema/ uses: judges a value, and remembers which keys of the schema it met. Of
-- patterns only those that say what an id and an address are.

local lpeg = require "lpeg"
local json_reader = require "govreport.base.json_reader"

local schema = {}

local null = "\1null"

local string = '"' * ("\\" * lpeg.P(1) + 1 - lpeg.S'"')^0 * '"'
local with_nulls = lpeg.Cs((string + lpeg.P"null" / '"\\u0001null"' + 1)^0)

-- JSON as a table in which null is a value: the reader has none for it.
local function decode(text) return assert(json_reader.decode(with_nulls:match(text))) end

local function type_of(value)
  if value == null then return "null" end
  if type(value) == "table" then return next(value) == nil and "empty" or value[1] ~= nil and "array" or "object" end
  return math.type(value) == "integer" and "integer" or type(value)
end

local also = {integer = {number = true}, empty = {array = true, object = true}}

local function is_of(value, types)
  local own = type_of(value)
  for _, wanted in ipairs(type(types) == "table" and types or {types}) do
    if own == wanted or also[own] and also[own][wanted] then return true end
  end
  return false
end

local Schema = {}
Schema.__index = Schema

local function check_object(self, declared, value, path)
  for _, key in ipairs(declared.required or {}) do
    if value[key] == nil then return path .. " lacks " .. key end
  end
  for key, item in pairs(value) do
    local own = (declared.properties or {})[key]
    if own then self.met[own] = true end
    if not own then own = declared.additionalProperties end
    if own == false then return path .. " has " .. key end
    local problem = own and self:problem(own, item, path .. "." .. key)
    if problem then return problem end
  end
end

local function is_among(value, list)
  for _, item in ipairs(list) do
    if item == value then return true end
  end
  return false
end

local patterns = {
  ["^[A-Za-z_][A-Za-z0-9_]*$"] = "^[%a_][%w_]*$",
  ["^[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*){2}$"] = "^[%a_][%w_]*%.[%a_][%w_]*%.[%a_][%w_]*$",
}

local function check_plain(declared, value, path)
  if declared.type and not is_of(value, declared.type) then return path .. " is a " .. type_of(value) end
  if declared.enum and not is_among(value, declared.enum) then return path .. " may not be " .. tostring(value) end
  if declared.const and declared.const ~= value then return path .. " is not " .. declared.const end
  if patterns[declared.pattern] and not value:find(patterns[declared.pattern]) then return path .. " is no id" end
  if declared.minimum and value < declared.minimum then return path .. " is too small" end
end

--- What is wrong with a value; nil where it is right.
function Schema:problem(declared, value, path)
  if declared["$ref"] then
    return self:problem(self.root["$defs"][declared["$ref"]:match "[^/]+$"], value, path)
  end
  local problem = check_plain(declared, value, path)
  if problem then return problem end
  for i, branch in ipairs(declared.anyOf or {}) do
    problem = self:problem(branch, value, path)
    if not problem then return nil end
    if i == #declared.anyOf then return problem end
  end
  if declared.oneOf then
    local count = 0
    for _, branch in ipairs(declared.oneOf) do count = count + (self:problem(branch, value, path) and 0 or 1) end
    if count ~= 1 then return ("%s is as %d of its branches"):format(path, count) end
  end
  if declared.items and is_of(value, "array") then
    for i, item in ipairs(value) do
      problem = self:problem(declared.items, item, path .. "[" .. i .. "]")
      if problem then return problem end
    end
  end
  return is_of(value, "object") and check_object(self, declared, value, path) or nil
end

--- What is wrong with a text of JSON; nil where it is right.
function Schema:judge(text) return self:problem(self.root, decode(text), "$") end

-- The properties of a schema that no value had.
local function add_unmet(self, declared, path, list)
  for key, own in pairs(type(declared.properties) == "table" and declared.properties or {}) do
    if not self.met[own] then list[#list + 1] = path .. "." .. key end
  end
  for key, own in pairs(declared) do
    if type(own) == "table" then add_unmet(self, own, path .. "." .. key, list) end
  end
end

--- The properties of the schema that no value had that was judged, in order.
function Schema:unmet()
  local list = {}
  add_unmet(self, self.root, "$", list)
  table.sort(list)
  return list
end

--- A schema of docs/schema.
-- @param file_name where it is not NAME.schema.json
function schema.open(name, file_name)
  local file = assert(io.open("docs/schema/" .. (file_name or name .. ".schema.json"), "rb"))
  local root = decode(file:read "a")
  file:close()
  return setmetatable({root = root, met = {}, name = name}, Schema)
end

schema.names = {"report", "findings", "diff", "similar", "rollup", "trace", "rules", "forms"}

return schema
