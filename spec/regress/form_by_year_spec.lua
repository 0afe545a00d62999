--- A page without tables: its date of publication, in front of the title, was taken for the year of the report, and the
-- report for one of the form that came later.

local example = require "spec.support.example"

describe("a report without tables", function()
  local text = "发布日期：2021年1月20日\n\n云岭市水务局2020年政府信息公开工作年度报告\n\n一、总体情况\n\n全年平稳。\n\n"
    .. "二、主动公开政府信息情况\n\n三、收到和处理政府信息公开申请情况\n"

  it("is of the form for the year in its title", function()
    assert.equal("cn_disclosure_2019", example.report(text).form)
    assert.equal("cn_disclosure_2021", example.report((text:gsub("局2020年", "局2022年"))).form)
  end)
end)
