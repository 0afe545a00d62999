--- Whether one report is that of the same body for the year before another.

local units = require "govreport.bodies.units"

local predecessor = {}

--- Whether two names are those of one body: by the register's aliases, or where they are written alike.
function predecessor.same_body(a, b, register)
  if units.fold_name(a) == units.fold_name(b) then return true end
  local one = register and register:find(a)
  return one ~= nil and one ~= false and one == register:find(b)
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
