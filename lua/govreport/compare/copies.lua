--- Whether several files carry the same report: each is compared with the first, years as printed.

local diff = require "govreport.compare.diff"

local copies = {}

local Copies = {__name = "govreport.Copies", __metatable = "govreport.Copies"}
Copies.__index = Copies
function Copies.__tostring() return Copies.__name end

--- The verdict on all: "different" where one is, "undecided" where nothing differs but cells of one could not be read,
-- else "same".
function Copies:verdict()
  local outcome = "same"
  for _, copy in ipairs(self) do
    local own = copy.difference:verdict()
    if own == "different" then return own end
    if own == "undecided" then outcome = own end
  end
  return outcome
end

--- Compares reports with the first of them.
-- @param list list of `{name, report}`
-- @return list of `{name, difference}` for all but the first, with `name`, that of the first, and `verdict()`
function copies.run(list)
  local self = setmetatable({name = list[1].name}, Copies)
  for i = 2, #list do
    local difference = diff.run(list[1].report, list[i].report, {years = "literal"})
    self[i - 1] = {name = list[i].name, difference = difference}
  end
  return self
end

return copies
