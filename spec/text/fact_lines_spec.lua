--- Lines of facts, with labels that a form knows and such that it does not.

local core = require "govreport.core"
local fact_lines = require "govreport.text.fact_lines"

local pattern = fact_lines.pattern{
  reporter = {"填报人"}, phone = {"联系电话"}, filed_on = {"报送日期"}, name = {"名称"}, index_number = {"索引号"},
  watch = {"值班员"},
}

local function read(text)
  local document, values = assert(core.parse(text)), {}
  for _, entry in ipairs(fact_lines.values(document, 0, document.tape, pattern:match(document.tape))) do
    values[#values + 1] = entry[1] .. "=" .. document.tape:sub(entry[2], entry[3] - 1):gsub(" +$", "")
  end
  return table.concat(values, " ")
end

-- A line; what is read of it.
local cases = {
  {"填报人：何川　联系电话：0999-12", "reporter=何川 phone=0999-12"},
  {"单位代码：A12　填报人：何川　联系电话：0999-12　报送日期：2025年1月3日",
   "reporter=何川 phone=0999-12 filed_on=2025年1月3日"},
  {"填报入：何川　联系电话：0999-12", "phone=0999-12"},
  {"单位名称：云岭市水务局　填报人：何川", "reporter=何川"},
  {"甲：乙　丙：丁　填报人：何川", "reporter=何川"},
  {"填报人：何川　手机：139　报送日期：2025年1月3日", "reporter=何川 filed_on=2025年1月3日"},
  {"填报人：何川　备用号码：139", "reporter=何川"},
  {"填报人：何　川　电　　话：139", "reporter=何川"},
  {"填报人：何川 信息名称：年报 报送日期：2025年1月3日", "reporter=何川 filed_on=2025年1月3日"},
  {"填报人：何川手机：139", "reporter=何川"},
  {"联系电话：0999-12值班室：三楼", "phone=0999-12"},
  {"1. 填报人：何川", "reporter=何川"},
  -- Where nothing shows that a label begins, nothing is cut off or taken.
  {"名称：云岭市水务局：年报", "name=云岭市水务局:年报"},
  {"单位代码：甲总值班员：何川", ""},
  {"名称：15:30时的水位", "name=15:30时的水位"},
  {"索引号：http://example.cn/a:8", "index_number=http://example.cn/a:8"},
  {"本报告由填报人：何川", ""},
}

describe("a line of facts", function()
  for _, case in ipairs(cases) do
    it("is read: " .. case[1], function() assert.equal(case[2], read(case[1] .. "\n")) end)
  end

  it("is read in elements of a page and in cells beside each other", function()
    assert.equal("reporter=何川 phone=0999-12",
      read "<p><span>单位：甲局</span><span>填报人：何川</span><span>手机：139</span><span>联系电话：0999-12</span></p>")
    assert.equal("reporter=何川 phone=0999-12",
      read("<table><tr><td>代码</td><td>A1</td></tr>"
           .. "<tr><td>填报人</td><td>何川</td><td>联系电话</td><td>0999-12</td></tr></table>"))
  end)

  it("tells all labels", function()
    local document, list = assert(core.parse "填报入：何川　手机：139\n\n没有其他事项。\n"), {}
    for i, entry in ipairs(fact_lines.labels(document, 0, document.tape)) do list[i] = entry.text end
    assert.same({"填报入", "手机"}, list)
  end)
end)
