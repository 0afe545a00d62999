--- The functions of the chapters about modules, also of the module that tells its own.

local grammar = require "test.reference.grammar"
local signature = require "test.reference.signature"

local functions = {}

-- Without types of its own a parameter can be anything.
local function any_type(entry)
  local params = {}
  for name in entry.arguments:gmatch("[%w_.]+") do params[#params + 1] = name .. ": any" end
  return entry.name .. "(" .. table.concat(params, ", ") .. "): any"
end

--- Splits what a module says of itself into patterns and functions; functions are as in docs/api.lua.
function functions.of_source(chapter)
  local typed, patterns, list = {}, {}, {}
  for _, text in ipairs(chapter.signatures) do typed[signature.method(text).name] = text end
  for _, entry in ipairs(grammar.read(chapter.source)) do
    if entry.arguments or typed[entry.name] then
      local text = (entry.text or "") .. (entry.result and " Gives " .. entry.result .. "." or "")
      list[#list + 1] = {typed[entry.name] or any_type(entry), text, params = entry.params}
    else
      patterns[#patterns + 1] = entry
    end
  end
  return patterns, list
end

--- The functions of a chapter.
function functions.of(chapter)
  if not chapter.source then return chapter.functions or {}, {} end
  local patterns, list = functions.of_source(chapter)
  return list, patterns
end

return functions
