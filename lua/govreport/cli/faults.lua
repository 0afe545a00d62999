--- Faults of the program: what reaches the top, and is neither wrong usage nor bad input.

local catalogue = require "govreport.base.catalogue"
local memory = require "govreport.base.memory"

local faults = {}

faults.exit_code = 70

-- The folder of the library's own files, as it stands in front of what Lua says of them.
local own_folder = debug.getinfo(1, "S").source:match("^@(.*/)cli/[^/]*$")

--- Whether a problem is a fault of the program: it was raised in a file of the library, or there was no memory left.
-- Wrong usage is raised without a place, or with that of a script.
function faults.is_one(problem)
  if memory.is_refused(problem) then return true end
  local place = type(problem) == "string" and problem:match("^([^\n]-):%d+: ")
  return place ~= nil and own_folder ~= nil and place:sub(1, #own_folder) == own_folder
end

-- One line: of a table what it says of itself, never its address.
local function said(problem)
  if type(problem) == "table" then problem = rawget(problem, "detail") or rawget(problem, "message") end
  return type(problem) == "string" and problem or "an error without a text"
end

--- For `xpcall`: what was raised, with the way that led there, which only those see who set GOVREPORT_DEBUG.
function faults.note(problem) return {problem = problem, way = debug.traceback(nil, 2)} end

--- What is told of a fault.
-- @param noted what `faults.note` made; of memory that ran out Lua gives the problem itself
-- @return message, code; the way that led there, nil where nobody wants to see it
function faults.describe(noted, lang)
  local problem = type(noted) == "table" and noted.problem or noted
  if memory.is_refused(problem) then return catalogue.text(lang, "memory.none"), "limit.memory" end
  local way = (os.getenv("GOVREPORT_DEBUG") or "") ~= "" and noted.way or nil
  return catalogue.text(lang, "internal.error", {detail = said(problem)}), "internal.error", way
end

return faults
