--- What to write instead of what a rule's function asked for in vain, behind what Lua or the core said of it.

local keys = require "govreport.base.keys"

local hint = {}

local function names_of(list)
  local known = {}
  for _, entry in ipairs(list) do known[entry.id or entry] = true end
  return known
end

local function of_tables(declared, axis)
  local known = {}
  for _, t in ipairs(declared.tables) do
    for id in pairs(names_of(t[axis])) do known[id] = true end
  end
  return known
end

-- What is said of a name that is not there, and what names there are.
local unknown = {
  {"has no table '([^']+)'$", function(declared) return names_of(declared.tables) end},
  {"has no row '([^']+)'$", function(declared) return of_tables(declared, "rows") end},
  {"has no column '([^']+)'$", function(declared) return of_tables(declared, "columns") end},
  {"the form [%w_]+ has no field '([^']+)'$", function(declared) return names_of(declared.fields) end},
  {"attempt to call a %a+ value %(method '([^']+)'%)$", function(_, methods) return methods end},
  {"govreport%.Report has no field '([^']+)'$", function(_, methods) return methods end},
}

-- What Lua has and a script has not.
local elsewhere = {}
for _, name in ipairs{"print", "io", "os", "debug", "load", "loadfile", "dofile", "package", "coroutine", "rawget",
                      "rawset", "rawequal", "rawlen", "setmetatable", "getmetatable", "collectgarbage", "xpcall",
                      "_G"} do
  elsewhere[name] = true
end

local no_value = ": a blank, a dash or a cell that cannot be read has no value, look whether it is nil"

--- What a function raised, and what to write instead where that can be told.
-- @param declared the form's declaration
-- @param methods what a report has, a map by name
function hint.add(text, declared, methods)
  for _, case in ipairs(unknown) do
    local name = text:match(case[1])
    local nearest = name and keys.nearest(name, case[2](declared, methods))
    if nearest then return text .. ", did you mean '" .. nearest .. "'?" end
  end
  local name = text:match("a nil value %(global '([^']+)'%)")
  if name and elsewhere[name] then return ("%s: a script has no '%s'"):format(text, name) end
  if text:find("a nil value (field 'value')", 1, true) or text:find("attempt to compare %a+ with nil$")
     or text:find("attempt to compare nil with %a+$") then
    return text .. no_value
  end
  return text
end

return hint
