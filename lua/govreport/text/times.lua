--- A pattern so often, in a few instructions: LPeg writes `p^-240` out 240 times, each with a copy of `p`. The patterns
-- have no captures.

local lpeg = require "lpeg"

local times = {}

--- So many times, and no more: twice what is twice what …
function times.exactly(pattern, count)
  local rules, all = {"all", pattern}, lpeg.P(true)
  for i = 2, 1 + math.tointeger(math.log(count, 2) // 1) do rules[i + 1] = lpeg.V(i) * lpeg.V(i) end
  for i = 2, #rules do
    if count & 1 << (i - 2) ~= 0 then all = all * lpeg.V(i) end
  end
  rules.all = all
  return lpeg.P(rules)
end

local group = 16

--- As often as it is there, and at most so many times, a multiple of 16. What takes up to 16 takes fewer only where no
-- more is there: then what stands behind it takes nothing.
function times.at_most(pattern, count)
  assert(count % group == 0, "a multiple of 16 is expected")
  return lpeg.P{lpeg.V"some"^-(count // group), some = pattern^-group}
end

--- The same for any count of a pattern that takes long to compile and is seldom looked for: it is written out once.
function times.few(pattern, count) return lpeg.P{lpeg.V"one"^-count, one = pattern} end

--- As often as it is there, and at least so many times.
-- @param others what takes part of the same, and is faster
function times.at_least(pattern, count, others)
  local all = (others + pattern)^0
  for _ = 1, count do all = pattern * all end
  return all
end

return times
