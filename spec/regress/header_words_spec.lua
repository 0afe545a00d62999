--- Header labels that are lost or stand once too often moved the values of a whole table to other columns, without a
-- finding. A lost label of a group (法人或其他组织) put its columns in front of all others, since a label that was not
-- found counted as the first of the header. A label that stood twice was taken where it stood first, also when that
-- was in front of the table's caption, so that a word left over from the table before it decided the order.

local example = require "spec.support.example"

local edit = example.edit

-- No cell holds another number than in the example, and where cells lost theirs, there is a finding.
local function honest(text)
  local result, report = example.check(text)
  local differences = example.differences(report)
  for address, value in pairs(differences) do
    assert.is_nil(value:find("%d"), address .. " = " .. value)
  end
  if next(differences) then assert.is_true(#result.list > 0) end
end

describe("a header that lacks the label of a group", function()
  for _, label in ipairs { "法人或其他组织", "申请人情况", "行政复议", "行政诉讼", "未经复议直接起诉", "复议后起诉" } do
    it("leaves the values in their columns: " .. label, function()
      honest(edit(example.text, "\n" .. label .. "\n\n", "\n"))
    end)
  end
end)

describe("a header in which a label stands once too often", function()
  local cases = {
    { "本年增/减", "第二十条第（八）项" }, { "处理决定数量", "第二十条第（六）项" },
    { "对外公开总数量", "第二十条第（一）项" }, { "采购总金额", "采购项目数量" }, { "其他", "申请人情况" },
    { "其他", "科研机构" }, { "总计", "自然人" }, { "复议后起诉", "行政复议" }, { "法人或其他组织", "自然人" },
  }
  for _, case in ipairs(cases) do
    it(("leaves the values in their columns: %s before %s"):format(case[1], case[2]), function()
      honest(edit(example.text, "\n" .. case[2] .. "\n", "\n" .. case[1] .. "\n\n" .. case[2] .. "\n"))
    end)
  end
end)

describe("words of a header behind a row's label", function()
  it("do not count for the next table", function()
    local row = example.row(example.text, "规范性文件")
    local text = edit(example.text, row, (row:gsub("^规范性文件\n", "规范性文件\n\n处理决定数量\n")))
    local _, report = example.check(text)
    for address, value in pairs(example.differences(report)) do
      assert.is_nil(value:find("%d"), address .. " = " .. value)
    end
  end)
end)
