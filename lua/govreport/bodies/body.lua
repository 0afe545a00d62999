--- What a report's body is, by the register of units and by its name.

local kind = require "govreport.bodies.kind"

local body = {}

--- What is known of it.
-- @param register Units; nil for none
-- @param year the year that the report is for; where it is nil, that of its title
-- @return `{type, level, deadline, known_by = "register"|"name"}`; deadline is the register's for this report, an ISO
-- date. nil where nothing is known; type and level may each be nil.
function body.of(register, report, year)
  year = year or report.year
  local named = kind.of(report) or {}
  local entry = register and register:find(report.agency) or nil
  if entry and entry.type and entry.type ~= named.type then named = {} end
  local deadline = entry and year and entry:deadline_for(year)
  local registered = entry ~= nil and (entry.type or entry.level or deadline) ~= nil
  local own = {
    type = entry and entry.type or named.type, level = entry and entry.level or named.level,
    deadline = deadline or nil, known_by = registered and "register" or "name",
  }
  return (own.type or own.level or own.deadline) and own or nil
end

return body
