--- Walks from an object along the types that docs/api.lua gives, and notes what does not hold: a field that is not
-- described, a value of another type. Notes also which fields it met, so that a spec can ask for all of them.

local api = require "docs.api"
local signature = require "test.reference.signature"

local walk = {classes = {}, aliases = {}}

for _, chapter in ipairs(api.chapters) do
  for _, class in ipairs(chapter.classes or {}) do walk.classes[class[1]] = class end
  for _, alias in ipairs(chapter.aliases or {}) do walk.aliases[alias[1]] = alias end
end

-- Objects of each class that are looked at for a sample: enough to meet what there is.
local most = 400

-- ---- types --------------------------------------------------------------------------------------

-- Splits at the bars that stand in no brackets.
local function alternatives(type_)
  local list, depth, from = {}, 0, 1
  for position, character in type_:gmatch("()([%(%){}<>|])") do
    if character == "|" and depth == 0 then
      list[#list + 1] = type_:sub(from, position - 1)
      from = position + 1
    elseif character ~= "|" then
      depth = depth + (character:find("[%({<]") and 1 or -1)
    end
  end
  list[#list + 1] = type_:sub(from)
  return list
end

local basic = {
  any = function() return true end, integer = function(value) return math.type(value) == "integer" end,
  ["false"] = function(value) return value == false end,
}
for _, name in ipairs{"string", "number", "boolean", "table", "userdata", "nil"} do
  basic[name] = function(value) return type(value) == name end
end

local function is_class(value, class)
  if class.kind == "core" or class.kind == "view" or class.kind == "object" then
    return getmetatable(value) == "govreport." .. (class.runtime or class[1])
  end
  return type(value) == "table" and type(getmetatable(value)) ~= "string"
end

local function is_listed(value, alias)
  for _, entry in ipairs(alias.values) do
    if entry[1] == value then return true end
  end
  return false
end

local fits

local function fits_one(value, type_)
  local inner = type_:match("^(.+)%?$")
  if inner then return value == nil or fits(value, inner) end
  inner = type_:match("^%((.+)%)$")
  if inner then return fits(value, inner) end
  if type_:find("%[%]$") then return type(value) == "table" or type(value) == "userdata" end
  if type_:find("^table<") or type_:find("^{") then return type(value) == "table" end
  if type_:find("^fun%(") then return type(value) == "function" end
  if type_:find('^"') then return '"' .. tostring(value) .. '"' == type_ end
  if walk.classes[type_] then return is_class(value, walk.classes[type_]) end
  local alias = walk.aliases[type_]
  if alias then return alias.values and is_listed(value, alias) or alias.type ~= nil and fits(value, alias.type) end
  return (basic[type_] or error("no such type: " .. type_))(value)
end

-- The alternative that a value is of; nil where it is of none.
function fits(value, type_)
  for _, alternative in ipairs(alternatives(type_)) do
    if fits_one(value, alternative) then return alternative end
  end
end

-- ---- walking ------------------------------------------------------------------------------------

--- The fields of a class with those that it has from others, by name.
function walk.fields(class)
  local base = class.extends and walk.classes[class.extends]
  local list = base and walk.fields(base) or {}
  for _, fields in ipairs{class.fields or {}, class.facts or {}} do
    for _, entry in ipairs(fields) do
      local own = signature.field(entry[1])
      list[own.name] = own
    end
  end
  return list
end

local Walker = {}
Walker.__index = Walker

--- A walk; `problems` is a list of texts, `met` tells of `Class.field` whether it was met, `count` how many objects.
function walk.new() return setmetatable({problems = {}, told = {}, met = {}, count = {}, seen = {}}, Walker) end

function Walker:problem(text)
  if not self.told[text] then self.problems[#self.problems + 1] = text end
  self.told[text] = true
end

--- Looks at a sample and all that can be reached from it.
function Walker:sample(value, type_)
  self.count = {}
  self:value(value, type_, type_)
end

-- Looks at a value that should be of a type, and at all that can be reached from it.
function Walker:value(value, type_, path)
  local found = fits(value, type_)
  if not found then return self:problem(("%s: %s is no %s"):format(path, tostring(value), type_)) end
  found = found:gsub("%?$", "")
  found = found:match("^%((.+)%)$") or found
  if value == nil then return end
  local item = found:match("^(.+)%[%]$")
  if item then
    for i = 1, #value do self:value(value[i], item, path .. "[]") end
    self.met["List.[integer]"] = self.met["List.[integer]"] or getmetatable(value) == "govreport.List" and #value > 0
    return
  end
  if walk.classes[found] then self:object(value, walk.classes[found]) end
end

local has_pairs = {table = true, view = true, object = true}

-- Fields that are there and not described.
function Walker:strangers(object, class, fields)
  local hidden = {}
  for _, name in ipairs(class.hidden or {}) do hidden[name] = true end
  for _, method in ipairs(class.methods or {}) do hidden[signature.method(method[1]).name] = true end
  for key in pairs(object) do
    local listed = math.type(key) == "integer" and fields["[integer]"] or fields["[string]"]
    if not fields[key] and not hidden[key] and not listed then
      self:problem(("%s has '%s', which is not described"):format(class[1], tostring(key)))
    end
  end
end

-- Runs the methods that need nothing and change nothing.
function Walker:methods(object, class)
  for _, entry in ipairs(class.methods or {}) do
    local own = signature.method(entry[1])
    local needs = false
    for _, param in ipairs(own.params) do needs = needs or not param.optional end
    if not needs and #own.results == 1 then
      local path = class[1] .. ":" .. own.name
      local item = own.results[1]:match("^fun%(%): (%u%w+)%?$")
      local result = object[own.name](object)
      if item then for found in result do self:value(found, item, path) end
      else self:value(result, own.results[1], path) end
    end
  end
end

function Walker:object(object, class)
  local name = class[1]
  if self.seen[object] or (self.count[name] or 0) >= most then return end
  self.seen[object], self.count[name] = true, (self.count[name] or 0) + 1
  local fields = walk.fields(class)
  if has_pairs[class.kind] then self:strangers(object, class, fields) end
  for key, field in pairs(fields) do
    local path = name .. "." .. key
    if key == "[integer]" then
      for i = 1, #object do self:value(object[i], field.type, path) end
      self.met[path] = self.met[path] or #object > 0
    elseif key == "[string]" then
      for _, value in pairs(object) do
        self:value(value, field.type, path)
        self.met[path] = true
      end
    else
      local value = object[key]
      self:value(value, field.type .. (field.optional and "?" or ""), path)
      self.met[path] = self.met[path] or value ~= nil
    end
  end
  self:methods(object, class)
end

return walk
