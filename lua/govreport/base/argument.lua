--- Wrong arguments of functions that programs call: raised where the call stands, with the name of the argument.

local argument = {}

--- The class of an object of ours, like "govreport.Report"; nil for everything else.
function argument.class_of(value)
  if type(value) ~= "table" and type(value) ~= "userdata" then return nil end
  local class = getmetatable(value)
  return type(class) == "string" and class or nil
end

-- What a value is called: "a Report", "a string", "nothing".
local function name_of(value)
  if value == nil then return "nothing" end
  local class = argument.class_of(value)
  local name = class and class:match("[^.]+$") or type(value)
  return (name:find("^[aeiouAEIOU]") and "an " or "a ") .. name
end

-- Raises that an argument is not what is expected, for the caller of the function that called here.
-- @param hint what to do instead; nil for none
local function refuse(where, name, expected, value, hint)
  error(("bad argument '%s' to '%s': %s is expected, not %s%s"):format(
    name, where, expected, name_of(value), hint and "; " .. hint or ""), 4)
end

--- The argument, which must be an object of a class.
function argument.object(where, name, class, value, hint)
  if argument.class_of(value) == class then return value end
  local short = class:match("[^.]+$")
  refuse(where, name, (short:find("^[AEIOU]") and "an " or "a ") .. short, value, hint)
end

--- The argument, which must be of a type of Lua.
function argument.type(where, name, wanted, value, hint)
  if type(value) == wanted then return value end
  refuse(where, name, "a " .. wanted, value, hint)
end

--- The argument, a table of options; an empty one for nil.
function argument.options(where, value)
  if value == nil then return {} end
  if type(value) == "table" and argument.class_of(value) == nil then return value end
  refuse(where, "options", "a table of options", value)
end

return argument
