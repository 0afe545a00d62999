--- govreport: reads the annual reports that government bodies must publish, and checks them.
--
--   local govreport = require "govreport"
--   local report, message, code = govreport.open("report.txt")
--   local result = govreport.check(report)
--   for finding in result:findings() do print(finding) end
--
-- Misuse raises. Bad input gives nil, a message for people and a permanent code. The functions stand in face/.

local govreport = {version = require "govreport.base.version"}

for _, chapter in ipairs(require "govreport.face") do
  for name, f in pairs(require("govreport.face." .. chapter)) do govreport[name] = f end
end

return govreport
