--- What a table lacks was told of the first report that had it, and not of the next one, where the header stood in a
-- table of its own: the plans of both shared what was told of that header.

local example = require "spec.support.example"

local function page(rows)
  return "<p>云岭市水务局2024年政府信息公开工作年度报告</p><p>二、主动公开政府信息情况</p>"
    .. "<table><tr><td colspan=3>第二十条第（一）项</td></tr>"
    .. "<tr><td>信息内容</td><td>本年制发件数</td><td>现行有效件数</td></tr></table>"
    .. "<table>" .. rows .. "</table><p>三、收到和处理政府信息公开申请情况</p>"
end

local both = page "<tr><td>规章</td><td>1</td><td>2</td></tr><tr><td>行政规范性文件</td><td>3</td><td>4</td></tr>"
local one = page "<tr><td>规章</td><td>1</td><td>2</td></tr>"

local function told(text)
  local kinds = {}
  for _, deviation in ipairs(example.report(text).deviations) do
    if deviation.kind == "column_missing" then kinds[#kinds + 1] = deviation.subject end
  end
  return kinds
end

describe("what a header lacks", function()
  it("is told of every report, whichever was read before", function()
    assert.same({ "本年废止件数" }, told(both))
    assert.same({ "本年废止件数" }, told(one))
    assert.same({ "本年废止件数" }, told(both))
  end)
end)
