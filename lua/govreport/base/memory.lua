--- Whether memory ran out.

local memory = {}

-- What Lua says, also behind the name of a module that it was loading, and what the core raises behind a place.
local by_lua, by_core = "not enough memory", ": limit%.memory: "
local by_loader = "^error loading module [^\n]+\n\t" .. by_lua .. "$"

--- What Lua says.
memory.spent = by_lua

--- Whether Lua or the core was refused a piece of memory: that is no fault of what was running, and what it held is
-- free again.
function memory.is_spent(problem)
  return problem == by_lua
         or type(problem) == "string" and (problem:find(by_core) or problem:find(by_loader)) ~= nil
end

--- The same of all who may be refused one. LPeg, which puts a place in front, may have left a pattern half compiled, on
-- which the next match would never end: nothing that reads or checks may run any more.
function memory.is_refused(problem)
  return memory.is_spent(problem) or type(problem) == "string" and problem:find(by_lua .. "$") ~= nil
end

return memory
