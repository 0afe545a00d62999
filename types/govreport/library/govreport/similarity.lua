---@meta govreport.similarity
-- Written by `make docs` from docs/api.lua.

---`local similarity = require "govreport.similarity"`: how alike two texts are, in time linear in both. Texts are
---compared as sets of runs of five characters; white space, punctuation, width, case and traditional characters do
---not matter, and every number counts as the same number.
---@class govreport.similarity
local similarity = {}

---The share of the first text that stands in the second as well: 1 for all of it, 0 for nothing.
---@param a string|govreport.Shingles
---@param b string|govreport.Shingles
---@return number
function similarity.containment(a, b) end

---What stands in both as a share of what stands in either, 0 to 1.
---@param a string|govreport.Shingles
---@param b string|govreport.Shingles
---@return number
function similarity.ratio(a, b) end

---The set of a text; keep it where a text is compared more than once. Raises for text that is no UTF-8.
---@param text string
---@return govreport.Shingles
function similarity.shingles(text) end

return similarity
