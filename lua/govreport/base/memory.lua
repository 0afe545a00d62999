--- Whether memory ran out.

local memory = {}

--- Whether Lua refused a piece of memory: that is no fault of what was running, and what it held is free again.
function memory.is_spent(problem) return problem == "not enough memory" end

--- The same with what stands in front of it where a library was refused one. LPeg may have left a pattern half compiled
-- then, on which the next match would never end: nothing that reads or checks may run any more.
function memory.is_refused(problem) return type(problem) == "string" and problem:find("not enough memory$") ~= nil end

return memory
