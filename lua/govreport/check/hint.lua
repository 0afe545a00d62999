--- What to write instead of what a rule's function asked for in vain, behind what Lua or the core said of it.

local forms = require "govreport.form"
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
-- Of a comparison Lua does not tell what was nil.
local one_is_nil = ": one of the two is nil, as the value of a blank, a dash or a cell that cannot be read is"

-- The first form that has a table which the report's form lacks.
local function form_with(table_id)
  for _, id in ipairs(forms.list()) do
    if names_of(forms.declared(id).tables)[table_id] then return id end
  end
end

-- What to say of a rule that asks for the table of another form.
local function of_other_form(text)
  local table_id = text:match("has no table '([^']+)'$")
  local id = table_id and form_with(table_id)
  if not id then return nil end
  return ("%s, which '%s' has: give the rule tables = {\"%s\"} or forms = {\"%s\"}"):format(text, id, table_id, id)
end

--- What a function raised, and what to write instead where that can be told.
-- @param declared the form's declaration
-- @param methods what a report has, a map by name
function hint.add(text, declared, methods)
  local other = of_other_form(text)
  if other then return other end
  for _, case in ipairs(unknown) do
    local name = text:match(case[1])
    local nearest = name and keys.nearest(name, case[2](declared, methods))
    if nearest then return text .. ", did you mean '" .. nearest .. "'?" end
  end
  local name = text:match("a nil value %(global '([^']+)'%)")
  if name and elsewhere[name] then return ("%s: a script has no '%s'"):format(text, name) end
  if text:find("a nil value (field 'value')", 1, true) then return text .. no_value end
  if text:find("attempt to compare %a+ with nil$") or text:find("attempt to compare nil with %a+$") then
    return text .. one_is_nil
  end
  return text
end

return hint
