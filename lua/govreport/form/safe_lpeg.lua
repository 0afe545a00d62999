--- LPeg for scripts: the same functions, with a bound on how deep and how large a pattern may grow when it is made.
-- Nothing can stop LPeg itself, so a match is charged for its text before it runs, and what can make it longer than the
-- text, a rule of a grammar and a repetition of repetitions, has a tick in it that is charged each time.

local core = require "govreport.core"
local lpeg = require "lpeg"

local safe_lpeg = {}

--- A pattern is made of other ones at most so deep, and of so many.
safe_lpeg.most_depth, safe_lpeg.most_parts = 5000, 100000

--- How LPeg calls a function of a script, and charges it; see `govreport.form.script`.
function safe_lpeg.guest(f) return f end
safe_lpeg.charge = core.charge

-- How deep each pattern is, of how many it is made, and whether it repeats something, as long as it is in use.
local sizes = setmetatable({}, {__mode = "k"})
local one = {depth = 1, parts = 1, loops = false}

-- Looks at nothing, in no instruction. LPeg does not see that a rule calls itself behind a repetition of a grammar, or
-- behind one that must not follow, and compiles such a rule without end; it does where this stands behind the grammar.
local always = #lpeg.P(true)
local joined = debug.getmetatable(always).__mul

-- Some values as LPeg gets them: functions as it calls them, patterns of ours, which may be grammars, with an end.
local function with_guests(...)
  local values = table.pack(...)
  for i = 1, values.n do
    local own = values[i] ~= nil and sizes[values[i]]
    if type(values[i]) == "function" then values[i] = safe_lpeg.guest(values[i])
    elseif own and own.is_foreign and own.loops then values[i] = joined(values[i], always) end
  end
  return table.unpack(values, 1, values.n)
end

-- A pattern of ours, of what nobody noted: one that always takes as many bytes repeats nothing.
local function foreign(pattern)
  local own = {depth = 1, parts = 8, loops = not pcall(lpeg.B, pattern), is_foreign = true}
  sizes[pattern] = own
  return own
end

-- How large a number is; one that cannot be told is larger than all.
local function magnitude(value)
  local count = math.tointeger(tonumber(value))
  return count and (count == math.mininteger and math.maxinteger or math.abs(count)) or 0
end

-- Tables in each other, a grammar in a rule of another, are looked at so deep: one may hold itself.
local most_tables = 100

local size_of

-- The metatable of all patterns, and how one is repeated.
local patterns = debug.getmetatable(lpeg.P(true))
local power = patterns.__pow

-- The size of a grammar: that of its rules.
local function size_of_rules(rules, level)
  local depth, parts = level > most_tables and safe_lpeg.most_depth or 1, 1
  for _, inner in pairs(level > most_tables and {} or rules) do
    local own = size_of(inner, level + 1)
    depth, parts = math.max(depth, own.depth), parts + own.parts
  end
  return {depth = depth, parts = parts, loops = true}
end

-- A number is as many characters, a text some for each of its bytes.
function size_of(value, level)
  local kind = type(value)
  if kind == "table" and getmetatable(value) == nil then return size_of_rules(value, level or 1) end
  if kind == "number" then return {depth = 1, parts = math.min(magnitude(value), safe_lpeg.most_parts) + 1} end
  if kind == "string" then return {depth = 1, parts = #value // 64 + 1} end
  return sizes[value] or lpeg.type(value) == "pattern" and foreign(value) or one
end

-- What LPeg makes of some values, with its size noted. It is called last by its callers: the error is that of the
-- script's line.
-- @param depth how deep it is beside what it is made of, `parts` how many it has: 0 and 1
local function sized_from(depth, parts, make, ...)
  local loops = false
  for i = 1, select("#", ...) do
    local own = size_of((select(i, ...)))
    depth, parts, loops = math.max(depth, own.depth), parts + own.parts, loops or own.loops or false
  end
  if depth >= safe_lpeg.most_depth then
    error(("lpeg: a pattern is nested more than %d deep"):format(safe_lpeg.most_depth), 2)
  elseif parts > safe_lpeg.most_parts then
    error(("lpeg: a pattern of more than %d parts"):format(safe_lpeg.most_parts), 2)
  end
  local ok, made = pcall(make, with_guests(...))
  if not ok and type(made) ~= "string" then error(made, 0) end
  if not ok then error((string.gsub(made, "^[^\n]-%.lua:%d+: ", "")), 2) end
  if lpeg.type(made) == "pattern" then
    sizes[made] = {depth = depth + 1, parts = parts, loops = loops or make == power}
  end
  return made
end

local function sized(make, ...) return sized_from(0, 1, make, ...) end

local function sizing(make) return function(...) return sized(make, ...) end end

--- What a tick costs, in steps, and a byte of a text that is matched with one word.
safe_lpeg.tick, safe_lpeg.byte = 32, 1 / 8

local tick = lpeg.Cmt(lpeg.P(true), function()
  safe_lpeg.charge(safe_lpeg.tick)
  return true
end)

-- The rules of a grammar, each with a tick in front.
local function ticking(grammar)
  local own = {}
  for name, rule in pairs(grammar) do
    local is_name = name == 1 and lpeg.type(rule) ~= "pattern" and grammar[rule] ~= nil
    own[name] = is_name and rule or tick * rule * always
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
local function take(subject, stop, start, ...)
  safe_lpeg.charge(safe_lpeg.tick + 4 * select("#", ...) + (stop - start) * safe_lpeg.byte)
  return true, string.sub(subject, start, stop - 1), ...
end

local function pattern_of(value)
  local is_grammar = type(value) == "table" and getmetatable(value) == nil
  return is_grammar and lpeg.P(ticking(value)) * always or lpeg.P(value)
end

function functions.P(value) return sized(pattern_of, value) end

function functions.C(pattern)
  return sized(function(own) return lpeg.Cmt(lpeg.Cp() * pattern_of(own), take) end, pattern)
end

function functions.Cc(...)   -- values, which are no patterns
  local values = table.pack(...)
  return sized_from(0, values.n + 1, function() return lpeg.Cc(table.unpack(values, 1, values.n)) end)
end

-- Bytes that there must be for a pattern to be compiled, when it is matched for the first time.
local least_room, room_for_part = 1 << 20, 256

-- A match is charged for its text, and more where the pattern is one of many words.
function functions.match(pattern, subject, init, ...)
  local ok, own = pcall(pattern_of, pattern)
  if not ok then error((string.gsub(own, "^[^\n]-%.lua:%d+: ", "")), 2) end
  local from = math.tointeger(tonumber(init))
  local bytes = type(subject) == "string" and #subject - math.max(from or 1, 1) + 1 or 0
  local parts = size_of(own).parts
  core.charge(math.max(bytes, 0) * (1 + parts // 64) * safe_lpeg.byte)
  core.reserve(least_room + parts * room_for_part)
  return lpeg.match(own, subject, init, ...)
end

-- A pattern gives all functions of LPeg as methods, and is made of others by operators.
local guards = {__index = functions}
for _, name in ipairs{"__mul", "__add", "__sub", "__div", "__mod"} do
  guards[name] = patterns[name] and sizing(patterns[name])
end
function guards.__pow(pattern, count)   -- LPeg writes the pattern so often; what may be missing, each in the one before
  local own, times = size_of(pattern), magnitude(count)
  local is_nested = times > 0 and tonumber(count) < 0
  if own.loops and not is_nested then pattern = tick * pattern * always end
  return sized_from(is_nested and math.min(own.depth + times, safe_lpeg.most_depth) or 0,
                    math.min(own.parts * (times + 1.0), 2.0 * safe_lpeg.most_parts), power, pattern, count)
end
-- LPeg loses count of the values of Cmt, and so of C here, where they stand in what only looks ahead; not so in what
-- must not follow. So `#p` is `-(-p)`.
local negated = patterns.__unm

local function looked_at(operand) return negated(negated(operand)) end

for name, make in pairs{__unm = negated, __len = looked_at} do   -- Lua gives them their operand twice
  guards[name] = function(operand) return sized(make, operand) end
end

--- The functions, for a script to change as it likes.
function safe_lpeg.module()
  local own = {}
  for name, f in pairs(functions) do own[name] = f end
  return own
end

--- What is exchanged while a script runs; see `core.guards`.
function safe_lpeg.guards()
  local list = {}
  for name, f in pairs(guards) do list[#list + 1] = {patterns, name, f} end
  return list
end

return safe_lpeg
