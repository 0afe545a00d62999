--- Text up to marks and words, as LPeg patterns that pass most of it at the speed of a set of bytes.

local lpeg = require "lpeg"

local stretch = {}

--- A pattern for as much text as there is, and some, in which none of some bytes stands and none of some words begins.
-- @param bytes a set, as `lpeg.S` makes it
-- @param words list of strings
function stretch.without(bytes, words)
  local first, word = {}, lpeg.P(false)
  for i, one in ipairs(words) do first[i], word = one:sub(1, 1), word + one end
  local may_begin = lpeg.S(table.concat(first))
  return ((1 - bytes - may_begin)^1 + (may_begin - word))^1
end

return stretch
