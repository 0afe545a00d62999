--- A label printed one character per line (三、本年度办理结果 beside its twenty rows) follows a complete row. Its first
-- character, a numeral, was taken for one value more of that row, which then had too many and was lost.

local example = require "spec.support.example"

describe("a label printed down the page", function()
  it("leaves the row before it whole", function()
    local down = "\n三\n\n、\n\n本\n\n年\n\n度\n\n办\n\n理\n\n结\n\n果\n"
    local result, report = example.check(example.edit(example.text, "\n三、本年度办理结果\n", down))
    assert.same({}, example.differences(report))
    assert.same({}, example.messages(result))
  end)

  it("does so also where it lost its comma", function()
    local _, report = example.check(example.edit(example.text, "\n三、本年度办理结果\n", "\n三\n\n本年度办理结果\n"))
    assert.same({}, example.differences(report))
  end)
end)
