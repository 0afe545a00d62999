--- How many processors there are.

local processors = {}

-- Linux tells them one by one.
local function listed()
  local handle <close> = io.open("/proc/cpuinfo", "r")
  if not handle then return nil end
  local count = select(2, handle:read("a"):gsub("%f[^\n\0]processor%s*:", ""))
  return count > 0 and count or nil
end

--- Their number; where the system does not tell, 2.
function processors.count() return listed() or 2 end

return processors
