--- Wrong arguments of functions that programs call: raised where the call stands, with the name of the argument.
--
-- That place is counted in calls: what is here is to be called by the very function that a program calls.

local catalogue = require "govreport.base.catalogue"
local core = require "govreport.core"
local keys = require "govreport.base.keys"
local known_options = require "govreport.base.options"

local argument = {}

--- The class of an object of ours, like "govreport.Report"; nil for everything else.
function argument.class_of(value)
  if type(value) ~= "table" and type(value) ~= "userdata" then return nil end
  local class = getmetatable(value)
  return type(class) == "string" and class or nil
end

-- Of some classes an object is many: Units, Rounds.
local function with_article(name)
  if name:find("^%u.*s$") then return name end
  return (name:find("^[aeiouAEIOU]") and "an " or "a ") .. name
end

-- The name of a class as people say it: Report.
local function short(class) return class:match("[^.]+$") end

--- What a value is called: "a Report", "a string", "nothing".
function argument.name_of(value)
  if value == nil then return "nothing" end
  local class = argument.class_of(value)
  return with_article(class and short(class) or type(value))
end

local name_of = argument.name_of

-- Raises for the caller of the function that called the one here.
local function refuse(where, name, problem) error(("bad argument '%s' to '%s': %s"):format(name, where, problem), 4) end

local function expected(what, value, hint)
  return ("%s is expected, not %s%s"):format(what, name_of(value), hint and "; " .. hint or "")
end

-- An object that was closed raises whatever is asked of it.
local function is_closed(value)
  return type(value) == "userdata" and not pcall(function() return value.memory end)
end

--- Raises that an argument is wrong for a reason of its own.
function argument.wrong(where, name, problem) refuse(where, name, problem) end

--- The argument, which must be an object of a class, and open.
-- @param hint what to do instead; nil for none
function argument.object(where, name, class, value, hint)
  if argument.class_of(value) ~= class then refuse(where, name, expected(with_article(short(class)), value, hint)) end
  if is_closed(value) then refuse(where, name, "the " .. short(class) .. " is closed") end
  return value
end

--- The argument, of which some object must still be open.
-- @param value the object, nil where there is none
function argument.open(where, name, value)
  if value and is_closed(value) then
    refuse(where, name, "its " .. short(argument.class_of(value)) .. " is closed")
  end
end

--- The argument, which must be of a type of Lua.
function argument.type(where, name, wanted, value, hint)
  if type(value) ~= wanted then refuse(where, name, expected(with_article(wanted), value, hint)) end
  return value
end

--- The argument, a list of which each item must be of some kind.
-- @param fits function(item) -> whether it is
-- @param what what such an item is called
function argument.list(where, name, value, fits, what)
  if type(value) ~= "table" or argument.class_of(value) then refuse(where, name, expected("a list", value)) end
  for i, item in ipairs(value) do
    if not fits(item) then refuse(where, ("%s[%d]"):format(name, i), expected(what, item)) end
  end
  return value
end

--- The argument, which must be one of some names; the first of them for nil.
function argument.choice(where, name, allowed, value)
  if value == nil then return allowed[1] end
  local known = {}
  for _, own in ipairs(allowed) do known[own] = true end
  if known[value] then return value end
  local nearest = keys.nearest(tostring(value), known)
  refuse(where, name, ("there is no '%s'%s; there are: %s"):format(
    tostring(value), nearest and ", did you mean '" .. nearest .. "'?" or "", table.concat(allowed, ", ")))
end

-- ---- options ------------------------------------------------------------------------------------

local function quoted(list)
  local texts = {}
  for i, text in ipairs(list) do texts[i] = ('"%s"'):format(text) end
  local last = table.remove(texts)
  return #texts > 0 and table.concat(texts, ", ") .. " or " .. last or last
end

local function is_among(list, value)
  for _, own in ipairs(list) do
    if own == value then return true end
  end
  return false
end

-- Options of which only some values mean something, wherever they are taken.
local function check_values(options)
  for name, value in pairs(options) do
    local class, choices = known_options.classes[name], known_options.choices[name]
    local is_source = name == "previous" and type(value) == "table" and (value.bytes or value.code)
    local is_object = type(value) == "table" or type(value) == "userdata"
    if class and is_object and argument.class_of(value) ~= class and not is_source then
      error(("'%s' must be %s, not %s"):format(name, with_article(short(class)), name_of(value)), 0)
    end
    if class and is_closed(value) then error(("'%s': the %s is closed"):format(name, short(class)), 0) end
    if choices and not is_among(choices, value) then
      error(("'%s' must be %s, not \"%s\""):format(name, quoted(choices), tostring(value)), 0)
    end
    if known_options.dates[name] and not (value:find "^%d%d%d%d%-%d%d%-%d%d$" and core.date(value)) then
      error(("'%s' must be a date like 2025-02-28, not \"%s\""):format(name, value), 0)
    end
    if known_options.sizes[name] and value < 0 then
      error(("'%s' must be 0 or more, not %d"):format(name, value), 0)
    end
  end
  if options.lang then catalogue.check_language(options.lang) end
end

local function check_options(options, known, where)
  keys.check(options, known, {}, where)
  local ok, problem = pcall(check_values, options)
  if not ok then error(where .. ": " .. problem, 0) end
end

--- The argument, a table of options; an empty one for nil.
-- @param known types by key
function argument.options(where, value, known)
  if value == nil then return {} end
  if type(value) ~= "table" or argument.class_of(value) then
    refuse(where, "options", expected("a table of options", value))
  end
  local ok, problem = pcall(check_options, value, known, "options of " .. where)
  if not ok then error(problem, 3) end
  return value
end

--- Raises a problem at a level of calls, as `error` counts them; as it is where it has a place of its own.
function argument.raise(problem, level)
  error(problem, type(problem) == "string" and not problem:find("^[^\n]-:%d+[: ]") and level + 1 or 0)
end

--- What a function gives that does nothing but look at arguments. What it raises without a place of its own is raised
-- where the call stands; a script of rules knows its place.
function argument.checked(check, ...)
  local results = table.pack(pcall(check, ...))
  if results[1] then return table.unpack(results, 2, results.n) end
  argument.raise(results[2], 3)
end

return argument
