--- Whether one report is that of the same body for the year before another.

local names = require "govreport.bodies.names"

local predecessor = {}

--- Whether two names are those of one body: by the register, or where they are written alike but for the city or
-- county in front.
function predecessor.same_body(a, b, register)
  if names.fold(a) == names.fold(b) then return true end
  local one, other = register and register:find(a), register and register:find(b)
  if one and other then return one == other end
  return names.same(a, b)
end

--- What keeps a report from being compared with that of the year before.
-- @param register Units; nil or false for none
-- @param year the year that the report is for; where it is nil, that of its title
-- @return nil where nothing does; else "unknown", "agency" or "year"
function predecessor.problem(report, previous, register, year)
  year = year or report.year
  if not report.agency or not previous.agency or not year or not previous.year then return "unknown" end
  if not predecessor.same_body(report.agency, previous.agency, register) then return "agency" end
  return previous.year ~= year - 1 and "year" or nil
end

return predecessor
