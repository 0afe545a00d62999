--- Words by which those who read a report's text know where to look. Each has a set of them, and one walk over a text
-- finds those of all sets.

local core = require "govreport.core"

local anchors = {}

local words, sets, count = core.words(), {}, 0
local none = {}   -- nobody adds to a list of places

--- Makes a set of words, when a module is loaded. No word is in two sets.
-- @return the set, by which `find` has its places
function anchors.set(list)
  count = count + 1
  for _, word in ipairs(list) do
    assert(not sets[word], word)
    sets[word] = count
    words:add(word, count)
  end
  return count
end

--- Where the words of all sets begin in a text, also those inside of each other.
-- @return lists of positions, by the set
function anchors.find(text)
  local found = words:starts(text)
  for set = 1, count do found[set] = found[set] or none end
  return found
end

return anchors
