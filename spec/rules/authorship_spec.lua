--- Whose report, which year: the cases of spec/cases/authorship.lua.

local bodies = require "spec.cases.planted_bodies"
local cases = require "spec.cases.authorship"
local govreport = require "govreport"
local planted = require "spec.support.planted"

local rules = {"metadata", "years", "form.data_year"}

-- What is said of title, body, dates and years, but that a report is late.
local function said_of(case)
  local name, body, edits = table.unpack(case)
  local own = bodies[body]
  local page = planted.pages{name = name, form = own.form, agency = own.agency, year = own.year, cells = own.cells,
                             sections = own.sections, head = own.head, tail = own.tail, edits = edits, truth = {}}
  local result = assert(govreport.check(assert(govreport.parse(page)), {lang = "zh", select = rules}))
  local list = {}
  for finding in result:findings() do
    if finding.rule ~= "metadata.late" then list[#list + 1] = {finding.rule, finding.message} end
  end
  return list
end

describe("whose report, which year:", function()
  for _, case in ipairs(cases) do
    it(case[1], function() assert.same({table.unpack(case, 4)}, said_of(case)) end)
  end
end)
