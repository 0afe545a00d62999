--- How far a sweep over generated reports goes: as far as finds what it is for, and GOVREPORT_SWEEP times as far where
-- nobody waits (`make torture`).

local times = math.tointeger(tonumber(os.getenv "GOVREPORT_SWEEP")) or 1

--- @param count how many in an ordinary run
return function(count) return count * times end
