--- Part one of many reports begins with a sentence and then has the subheadings （一）主动公开政府信息情况, （二）… . Of the
-- lines with the title of part two that with the most text below was taken: the subheading. Part one was then told to
-- be too short, the subheading to be numbered wrongly, and the tables to stand in the wrong part.

local example = require "spec.support.example"
local govreport = require "govreport"

local function findings(text)
  local list = {}
  for found in govreport.check(assert(govreport.parse(text))):findings() do list[#list + 1] = found.rule end
  return list
end

describe("a subheading that is worded like part two", function()
  it("is part of part one", function()
    local text = example.edit(example.text, "  （一）主动公开\n", "  现将情况报告如下。\n\n  （一）主动公开政府信息情况\n")
    local report = assert(govreport.parse(text))
    assert.equal("二、", report:section("proactive").marker)
    local titles = {}
    for section in report:section("overview"):sections() do titles[#titles + 1] = section.title end
    assert.equal("主动公开政府信息情况", titles[1])
    assert.equal("依申请公开", titles[2])
    assert.same({}, findings(text))
  end)

  it("is none on a page either", function()
    local from = example.page:match("（一）主动公开[^<。]*。")
    local text = example.edit(example.page, from, "（一）主动公开情况</p><p>")
    assert.equal("二、", assert(govreport.parse(text)):section("proactive").marker)
  end)
end)
