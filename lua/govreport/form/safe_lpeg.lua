--- LPeg for scripts: the same functions, with a bound on how deep and how large a pattern may grow when it is made, and
-- with a tick in each rule of a grammar, so that a match which goes on and on meets the count of instructions: LPeg
-- itself can be stopped by nothing.

local lpeg = require "lpeg"

local safe_lpeg = {}

--- A pattern is made of other ones at most so deep, and of so many.
safe_lpeg.most_depth, safe_lpeg.most_parts = 5000, 100000

--- How LPeg calls a function of a script; see `govreport.form.script`.
function safe_lpeg.guest(f) return f end

-- Some values with their functions as LPeg calls them.
local function with_guests(...)
  local values = table.pack(...)
  for i = 1, values.n do
    if type(values[i]) == "function" then values[i] = safe_lpeg.guest(values[i]) end
  end
  return table.unpack(values, 1, values.n)
end

-- How deep each pattern is and of how many it is made, as long as it is in use.
local sizes = setmetatable({}, {__mode = "k"})
local one = {depth = 1, parts = 1}

-- How large a number is; one that cannot be told is larger than all.
local function magnitude(value)
  local count = math.tointeger(tonumber(value))
  return count and (count == math.mininteger and math.maxinteger or math.abs(count)) or 0
end

-- Tables in each other, a grammar in a rule of another, are looked at so deep: one may hold itself.
local most_tables = 100

local size_of

-- The size of a grammar: that of its rules.
local function size_of_rules(rules, level)
  local depth, parts = level > most_tables and safe_lpeg.most_depth or 1, 1
  for _, inner in pairs(level > most_tables and {} or rules) do
    local own = size_of(inner, level + 1)
    depth, parts = math.max(depth, own.depth), parts + own.parts
  end
  return {depth = depth, parts = parts}
end

-- A number is as many characters, a text some for each of its bytes.
function size_of(value, level)
  local kind = type(value)
  if kind == "table" and getmetatable(value) == nil then return size_of_rules(value, level or 1) end
  if kind == "number" then return {depth = 1, parts = math.min(magnitude(value), safe_lpeg.most_parts) + 1} end
  if kind == "string" then return {depth = 1, parts = #value // 64 + 1} end
  return sizes[value] or one
end

-- What LPeg makes of some values, with its size noted. It is called last by its callers: the error is that of the
-- script's line.
-- @param depth how deep it is beside what it is made of, `parts` how many it has: 0 and 1
local function sized_from(depth, parts, make, ...)
  for i = 1, select("#", ...) do
    local own = size_of((select(i, ...)))
    depth, parts = math.max(depth, own.depth), parts + own.parts
  end
  if depth >= safe_lpeg.most_depth then
    error(("lpeg: a pattern is nested more than %d deep"):format(safe_lpeg.most_depth), 2)
  elseif parts > safe_lpeg.most_parts then
    error(("lpeg: a pattern of more than %d parts"):format(safe_lpeg.most_parts), 2)
  end
  local ok, made = pcall(make, with_guests(...))
  if not ok and type(made) ~= "string" then error(made, 0) end
  if not ok then error((string.gsub(made, "^[^\n]-%.lua:%d+: ", "")), 2) end
  if lpeg.type(made) == "pattern" then sizes[made] = {depth = depth + 1, parts = parts} end
  return made
end

local function sized(make, ...) return sized_from(0, 1, make, ...) end

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

for _, name in ipairs{"B", "Ct", "Cs", "Cg", "Cf", "Cmt", "V", "R", "S"} do
  functions[name] = lpeg[name] and sizing(lpeg[name])
end

-- LPeg writes past the end of Lua's stack where captures of this kind lie a hundred deep in each other: here what one
-- matched is taken when it is matched.
local function take(subject, stop, start, ...) return true, string.sub(subject, start, stop - 1), ... end

local function pattern_of(value)
  local is_grammar = type(value) == "table" and getmetatable(value) == nil
  return lpeg.P(is_grammar and ticking(value) or value)
end

function functions.P(value) return sized(pattern_of, value) end

function functions.C(pattern)
  return sized(function(own) return lpeg.Cmt(lpeg.Cp() * pattern_of(own), take) end, pattern)
end

function functions.Cc(...)   -- values, which are no patterns
  local values = table.pack(...)
  return sized_from(0, values.n + 1, function() return lpeg.Cc(table.unpack(values, 1, values.n)) end)
end

-- A pattern gives all functions of LPeg as methods, and is made of others by operators.
local patterns = debug.getmetatable(lpeg.P(true))
local guards, power = {__index = functions}, patterns.__pow
for _, name in ipairs{"__mul", "__add", "__sub", "__div", "__mod"} do
  guards[name] = patterns[name] and sizing(patterns[name])
end
function guards.__pow(pattern, count)   -- LPeg writes the pattern so often; what may be missing, each in the one before
  local own, times = size_of(pattern), magnitude(count)
  local is_nested = times > 0 and tonumber(count) < 0
  return sized_from(is_nested and math.min(own.depth + times, safe_lpeg.most_depth) or 0,
                    math.min(own.parts * (times + 1.0), 2.0 * safe_lpeg.most_parts), power, pattern, count)
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

--- Makes all patterns those of scripts, or those of everybody again, as they were.
function safe_lpeg.set(is_safe)
  for name, f in pairs(guards) do
    if is_safe then own[name] = patterns[name] end
    patterns[name] = is_safe and f or own[name]
  end
end

return safe_lpeg
