--- Findings as JSON, one a line, each with the file, the agency and the year of its report.

local finding_json = require "govreport.render.finding_json"
local json = require "govreport.base.json"

local Jsonl = {}
Jsonl.__index = Jsonl

function Jsonl.head() return nil end

function Jsonl:file(entry) -- luacheck: no self
  local lines = {}
  for found in entry.result:findings() do
    local list = {{"file", entry.name}, {"agency", entry.report.agency}, {"year", entry.report.year}}
    local keys = finding_json.pairs(found, entry.rounds and entry.rounds.status[found])
    table.move(keys, 1, #keys, #list + 1, list)
    lines[#lines + 1] = json.line(json.object(list)) .. "\n"
  end
  return table.concat(lines)
end

-- Files that could not be read have no findings; they are told on the other stream.
function Jsonl.failure() return nil end

function Jsonl.foot() return nil end

return {new = function() return setmetatable({}, Jsonl) end}
