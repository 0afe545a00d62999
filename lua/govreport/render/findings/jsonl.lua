--- Findings as JSON, one a line, each with the file, the agency and the year of its report; a file that could not be
-- read has a line of its own, and so have, at the end, the reports of the first round that are absent and the counts of
-- folders.

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

function Jsonl:failure(failure) -- luacheck: no self
  return json.line(json.object{
    {"file", failure.name}, {"failure", json.object{{"code", failure.code}, {"message", failure.message}}}}) .. "\n"
end

function Jsonl:foot(outcome) -- luacheck: no self
  local counts, absent = outcome.folder, outcome.absent or {}
  local line = #absent > 0 and json.line(json.object{{"absent", finding_json.absent(absent)}}) .. "\n" or ""
  return line .. (counts and json.line(json.object{{"folder", finding_json.folder(counts)}}) .. "\n" or "")
end

return {new = function() return setmetatable({}, Jsonl) end}
