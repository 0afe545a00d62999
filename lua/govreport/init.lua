--- govreport: reads the annual reports that government bodies must publish, and checks them.
--
--   local govreport = require "govreport"
--   local report, message, code = govreport.open("report.txt")
--   local result = govreport.check(report)
--   for finding in result:findings() do print(finding) end
--
-- Misuse raises. Bad input gives nil, a message for people and a permanent code. The functions stand in face/.

local govreport = {version = require "govreport.base.version"}

-- The chapter of face/ that each function stands in.
local chapters = {}
for _, chapter in ipairs(require "govreport.face") do
  for i = 2, #chapter do chapters[chapter[i]] = "govreport.face." .. chapter[1] end
end

-- A function is there from when it is first asked for.
local function find(own, name)
  local chapter = chapters[name]
  if not chapter then return nil end
  own[name] = require(chapter)[name]
  return own[name]
end

-- Who lists the functions sees all of them.
local function every(own)
  for name, chapter in pairs(chapters) do own[name] = own[name] or require(chapter)[name] end
  return next, own
end

return setmetatable(govreport, {__index = find, __pairs = every})
