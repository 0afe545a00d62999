--- Reports with which nothing is wrong are told of no error and no warning. test/clean.lua checks more of them.

local clean_reports = require "spec.support.clean_reports"
local govreport = require "govreport"

local seed, count = 20, 24

local function complaints(report)
  local list = {}
  local result = govreport.check(assert(govreport.parse(report.text)), {lang = "zh"})
  for finding in result:findings() do
    if finding.severity == "error" or finding.severity == "warning" then
      list[#list + 1] = finding.rule .. ": " .. finding.message
    end
  end
  return list
end

describe("a clean report", function()
  for number = 1, count do
    local report = clean_reports.new(seed, number)
    it(("of %s, number %d (%s)"):format(report.body.name, number, report.surface), function()
      local read = assert(govreport.parse(report.text))
      assert.equal(report.form, read.form)
      assert.equal(report.body.name, read.agency)
      assert.equal(report.cells["applications.received.total"],
                   read:cell("applications.received.total").value)
      assert.same({}, complaints(report))
    end)
  end

  it("is told where a sentence says another number than its table", function()
    local edited = 0
    for number = 1, count do
      local report = clean_reports.new(seed, number)
      local text, changes = report.text:gsub("(新收申请 ?)(%d+)", function(words, digits)
        return words .. math.tointeger(tonumber(digits)) + 1000
      end)
      if changes > 0 then
        edited = edited + 1
        report.text = text
        assert.matches("^narrative%.count: ", complaints(report)[1])
      end
    end
    assert.is_true(edited > 0)
  end)

  it("is the same for the same number", function()
    assert.equal(clean_reports.new(seed, 1).text, clean_reports.new(seed, 1).text)
    assert.not_equal(clean_reports.new(seed, 1).text, clean_reports.new(seed + 1, 1).text)
  end)
end)
