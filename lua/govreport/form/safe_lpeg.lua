--- LPeg for scripts: the same functions, with a bound on how deep and how large a pattern may grow when it is made, and
-- with a tick in each rule of a grammar, so that a match which goes on and on meets the count of instructions: LPeg
-- itself can be stopped by nothing.

local lpeg = require "lpeg"

local safe_lpeg = {}

--- A pattern is made of other ones at most so deep, and of so many.
safe_lpeg.most_depth, safe_lpeg.most_parts = 5000, 100000

-- How deep each pattern is and of how many it is made, as long as it is in use; strings and numbers are of one.
local sizes = setmetatable({}, {__mode = "k"})
local one = {depth = 1, parts = 1}

local function size_of(value)
  if type(value) ~= "table" or getmetatable(value) ~= nil then return sizes[value] or one end
  local depth, parts = 1, 1
  for _, inner in pairs(value) do   -- the rules of a grammar
    local own = size_of(inner)
    depth, parts = math.max(depth, own.depth), parts + own.parts
  end
  return {depth = depth, parts = parts}
end

-- What LPeg makes of some values, with its size noted. It is called last by its callers: the error is that of the
-- script's line.
local function sized(make, ...)
  local depth, parts = 0, 1
  for i = 1, select("#", ...) do
    local own = size_of((select(i, ...)))
    depth, parts = math.max(depth, own.depth), parts + own.parts
  end
  if depth >= safe_lpeg.most_depth then
    error(("lpeg: a pattern is nested more than %d deep"):format(safe_lpeg.most_depth), 2)
  elseif parts > safe_lpeg.most_parts then
    error(("lpeg: a pattern of more than %d parts"):format(safe_lpeg.most_parts), 2)
  end
  local ok, made = pcall(make, ...)
  if not ok then error((string.gsub(tostring(made), "^[^\n]-%.lua:%d+: ", "")), 2) end
  if lpeg.type(made) == "pattern" then sizes[made] = {depth = depth + 1, parts = parts} end
  return made
end

local function sizing(make) return function(...) return sized(make, ...) end end

-- A call of Lua that does nothing is one where the count of instructions is looked at.
local tick = lpeg.Cmt(lpeg.P(true), function() return true end)

-- The rules of a grammar, each with a tick in front.
local function ticking(grammar)
  local own = {}
  for name, rule in pairs(grammar) do
    local is_name = name == 1 and lpeg.type(rule) ~= "pattern" and grammar[rule] ~= nil
    own[name] = is_name and rule or tick * rule
  end
  return own
end

local functions = {}
for name, f in pairs(lpeg) do functions[name] = f end
functions.setmaxstack = nil

for _, name in ipairs{"B", "Ct", "Cs", "Cg", "Cf", "Cmt", "Cc", "V", "R", "S"} do
  functions[name] = lpeg[name] and sizing(lpeg[name])
end

-- LPeg writes past the end of Lua's stack where captures of this kind lie a hundred deep in each other: here what one
-- matched is taken when it is matched.
local function take(subject, stop, start, ...) return true, string.sub(subject, start, stop - 1), ... end

function functions.C(pattern)
  return sized(function(own) return lpeg.Cmt(lpeg.Cp() * own, take) end, lpeg.P(pattern))
end

function functions.P(value)
  if type(value) == "table" and getmetatable(value) == nil then
    return sized(function(grammar) return lpeg.P(ticking(grammar)) end, value)
  end
  return sized(lpeg.P, value)
end

-- A pattern gives all functions of LPeg as methods, and is made of others by operators.
local patterns = debug.getmetatable(lpeg.P(true))
local guards = {__index = functions}
for _, name in ipairs{"__mul", "__add", "__sub", "__div", "__pow", "__mod"} do
  guards[name] = patterns[name] and sizing(patterns[name])
end
for _, name in ipairs{"__unm", "__len"} do   -- Lua gives them their operand twice
  local make = patterns[name]
  guards[name] = function(operand) return sized(make, operand) end
end

--- The functions, for a script to change as it likes.
function safe_lpeg.module()
  local own = {}
  for name, f in pairs(functions) do own[name] = f end
  return own
end

local own = {}
for name in pairs(guards) do own[name] = patterns[name] end

--- Makes all patterns those of scripts, or those of everybody again.
function safe_lpeg.set(is_safe)
  for name, f in pairs(is_safe and guards or own) do patterns[name] = f end
end

return safe_lpeg
