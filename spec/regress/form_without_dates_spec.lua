--- Forms of one's own need no field but those they declare: the vote on the year asked for the period and the dates of
-- the official forms, and a rule that compared two years, or read `context.year`, was told as broken.

local fire_brigade = require "spec.support.fire_brigade"
local govreport = require "govreport"

govreport.form{
  id = "spec_dateless", name = "消防简报", detect = {labels = {"水带条数"}},
  tables = {{id = "hoses", columns = {{id = "n", label = "条数"}}, rows = {{id = "all", label = "水带条数"}}}}}

describe("a form without a title, period or dates", function()
  local report = assert(govreport.parse("水带条数\n\n| | 条数 |\n|---|---|\n| 水带条数 | 5 |\n"))

  it("has no year, and no rule fails on it", function()
    local seen = {}
    local result = govreport.check(report, {rules = {{
      id = "own.year", message = "年度不详", check = function(context)
        seen.year = context.year == nil
        context:finding{}
      end}}})
    assert.is_true(seen.year)
    for finding in result:findings() do assert.is_nil(finding.rule:find "^rule%.", finding.message) end
  end)

  it("can be checked as those that have all of them", function()
    for _, source in pairs(fire_brigade.sources{}) do
      for _, text in ipairs(fire_brigade.findings(source)) do assert.is_nil(text:find(" rule%."), text) end
    end
  end)
end)
