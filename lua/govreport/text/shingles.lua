--- How much of one text stands in another, in time linear in both.
--
-- Texts are compared as sets of runs of five characters. White space, punctuation, width, case, and traditional
-- characters do not matter; every number counts as the same number, so that a text copied with new figures is a copy.

local core = require "govreport.core"

local shingles = {}

--- The set of a text's runs of characters; `#` gives its size. Keep it where a text is compared more than once.
-- @param text UTF-8: section.text, or a range of the tape
-- @return Shingles
shingles.shingles = core.shingles

local function set_of(text) return type(text) == "string" and core.shingles(text) or text end

--- The share of the first text that stands in the second as well: 1 where all of it does, 0 where nothing does or where
-- it has nothing to compare.
-- @param a, b texts or Shingles
function shingles.containment(a, b)
  a, b = set_of(a), set_of(b)
  return #a == 0 and 0.0 or a:common(b) / #a
end

--- The likeness of two texts: what stands in both as a share of what stands in either (Jaccard), 0 to 1.
-- @param a, b texts or Shingles
function shingles.ratio(a, b)
  a, b = set_of(a), set_of(b)
  local common = a:common(b)
  local all = #a + #b - common
  return all == 0 and 0.0 or common / all
end

return shingles
