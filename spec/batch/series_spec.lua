--- Reports of some bodies and years in order, each beside that of its body for the year before.

local series = require "govreport.batch.series"
local units = require "govreport.bodies.units"

-- Reports as the order needs them: path, body, year.
local reports = {}

local closed
local function open(path)
  local report = reports[path]
  if not report then return nil end
  local function close() closed = closed + 1 end
  return {agency = report[1], year = report[2], close = close, document = {close = close}}
end

-- What stands beside each file, in a line: path < previous: what is amiss.
local function lines(list, register)
  closed = 0
  local paths, out = {}, {}
  reports = {}
  for i, entry in ipairs(list) do
    paths[i] = entry[1]
    reports[entry[1]] = entry[2] ~= "unreadable" and {entry[2], entry[3]} or nil
  end
  for i, found in ipairs(series.of(paths, open, register)) do
    local remarks = {}
    for k, remark in ipairs(found.series) do
      remarks[k] = remark.kind .. (remark.years and " " .. table.concat(remark.years, ",") or "")
    end
    out[i] = ("%s < %s: %s"):format(found.path, found.previous or "-", table.concat(remarks, "; "))
  end
  return out
end

describe("a series", function()
  for _, case in ipairs{
    {"in the order of years", {{"b", "甲局", 2021}, {"a", "甲局", 2020}}, {"a < -: ", "b < a: "}},
    {"body by body", {{"a", "乙局", 2020}, {"b", "丙局", 2021}, {"c", "丙局", 2020}, {"d", "乙局", 2021}},
     {"c < -: ", "b < c: ", "a < -: ", "d < a: "}},
    {"with a year that is missing", {{"a", "甲局", 2018}, {"b", "甲局", 2021}}, {"a < -: ", "b < -: gap 2019,2020"}},
    {"with a year that is there twice", {{"a", "甲局", 2020}, {"b", "甲局", 2020}, {"c", "甲局", 2021}},
     {"a < -: twice", "b < -: twice", "c < -: unclear"}},
    {"with a report of no body", {{"a", nil, 2020}, {"b", "甲局", 2020}}, {"b < -: ", "a < -: unknown"}},
    {"with a report of no year", {{"a", "甲局"}, {"b", "甲局", 2020}}, {"b < -: ", "a < -: unknown"}},
    {"with a file that cannot be read", {{"a", "unreadable"}, {"b", "甲局", 2020}}, {"b < -: ", "a < -: unknown"}},
    {"of a body with and without its city in front", {{"a", "青河区水务局", 2020}, {"b", "云岭市青河区水务局", 2021}},
     {"a < -: ", "b < a: "}},
    {"of two bodies that a short name may mean",
     {{"a", "青河区水务局", 2020}, {"b", "云岭市青河区水务局", 2021}, {"c", "松陵市青河区水务局", 2021}},
     {"b < -: ", "c < -: ", "a < -: "}},
    {"of nothing", {}, {}},
  } do
    it("is " .. case[1], function() assert.same(case[3], lines(case[2])) end)
  end

  it("closes every report that it opens", function()
    lines{{"a", "甲局", 2020}, {"b", "乙局", 2020}, {"c", "unreadable"}}
    assert.equal(4, closed)   -- each with its document
  end)

  it("takes a body for the same by the register, under its older names", function()
    local list = {{"a", "云岭市水利局", 2020}, {"b", "云岭市水务局", 2021}}
    assert.same({"a < -: ", "b < -: "}, lines(list))
    local register = assert(units.parse "name,aliases\n云岭市水务局,云岭市水利局\n")
    assert.same({"a < -: ", "b < a: "}, lines(list, register))
  end)
end)
