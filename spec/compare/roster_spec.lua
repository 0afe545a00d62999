--- Who of a roster has not handed in.

local roster = require "govreport.compare.roster"
local units = require "govreport.bodies.units"

local register = [[
名称,年度,别名
云岭市水务局,,云岭市水利局
云岭市青河区民政局,,
松陵州统计局,2024,
松陵州档案局,2023,
]]

-- Reports as `body year`, `-` for what is not known; who is missing then.
local cases = {
  {"nobody", {"云岭市水务局 2024", "云岭市青河区民政局 2024", "松陵州统计局 2024"}, ""},
  {"everybody of the year, where there is no report", {}, "云岭市水务局 云岭市青河区民政局 松陵州统计局 松陵州档案局"},
  {"who handed in for another year", {"云岭市水务局 2023", "云岭市青河区民政局 2024", "松陵州统计局 2024"}, "云岭市水务局"},
  {"nobody who has another name in the roster", {"云岭市水利局 2024", "青河区民政局 2024", "松陵州统计局 2024"}, ""},
  {"nobody whose year is not known", {"云岭市水务局 -", "云岭市青河区民政局 2024", "松陵州统计局 2024"}, ""},
  {"those of another year, by the year of most reports", {"云岭市水务局 2023", "云岭市青河区民政局 2023", "某局 2024"},
   "松陵州档案局"},
  {"whom a report without a body may be of", {"- 2024", "云岭市水务局 2024"}, "云岭市青河区民政局 松陵州统计局"},
}

describe("those missing of a roster are", function()
  for _, case in ipairs(cases) do
    it(case[1], function()
      local known, reports = assert(units.parse(register, {roster = true})), {}
      for i, text in ipairs(case[2]) do
        local agency, year = text:match("^(%S+) (%S+)$")
        reports[i] = {agency = agency ~= "-" and agency or nil, year = math.tointeger(tonumber(year))}
      end
      assert.equal(case[3], table.concat(roster.missing(reports, known), " "))
    end)
  end
end)
