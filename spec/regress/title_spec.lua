--- Titles that were not read, so that a report had neither body nor year, and no rule about years spoke: the year
-- between the words, in Chinese numerals, or no title at all. And `Page 8 -` in front of a title became part of the
-- body's name.

local example = require "spec.support.example"
local govreport = require "govreport"

local own = "  云岭市水务局2020年政府信息公开工作年度报告\n"
local name = "名  称：云岭市水务局2020年政府信息公开工作年度报告 "

local function report_with(line)
  return assert(govreport.parse(example.edit(example.edit(example.text, own, line), name, "")))
end

describe("the title", function()
  for _, line in ipairs{
    "  云岭市水务局\n  关于2020年度政府信息公开情况的报告\n", "  云岭市水务局政府信息公开工作2020年度报告\n",
    "  2020年度云岭市水务局政府信息公开工作情况报告\n", "  云岭市水务局二〇二〇年政府信息公开工作年度报告\n",
    "  Page 8 - 云岭市水务局2020年政府信息公开工作年度报告\n", "",
  } do
    it("gives body and year: " .. line:gsub("\n", ""), function()
      local report = report_with(line)
      assert.same({"云岭市水务局", 2020}, {report.agency, report.year})
    end)
  end

  it("has its year where that stands", function()
    local report = report_with("")
    assert.equal(report.fields.period_start.byte, report.fields.year.byte)
    assert.equal("2020", report.fields.year.raw)
    assert.equal(report.fields.signatory.byte, report.fields.agency.byte)
  end)
end)
