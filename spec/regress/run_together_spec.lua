--- Copies of reports run lines together, break labels and put page marks among them. The report was blamed for that: a
-- cell with the label of the next row in it was no number, a heading inside of a line was missing, a title with the
-- line below it was worded otherwise, a row with those of the next one had too many numbers. Values torn from their
-- rows were given to the rows around them, without a word.

local example = require "spec.support.example"

local edit, row, page = example.edit, example.row, example.page

-- The findings of a text that accuse, beside those of the example itself.
local function accusations(text, base)
  local before, list = {}, {}
  for _, found in ipairs(example.findings(base)) do before[found.message] = true end
  for _, found in ipairs(example.findings(text)) do
    local accuses = found.severity == "error" or found.severity == "warning"
    if accuses and not before[found.message] then list[#list + 1] = found.rule .. " " .. found.message end
  end
  return list
end

-- A row with its n-th value taken out, and that value.
local function without(text, label, n)
  local own, i, taken = row(text, label), -1, nil
  local rest = own:gsub("([^\n]+)\n\n", function(line)
    i = i + 1
    if i == n then
      taken = line
      return ""
    end
  end)
  return edit(text, own, rest), taken
end

local granted, partial = "（一）予以公开", "（二）部分公开"
local function find_label(name) return example.text:match("\n(" .. name .. "[^\n]*)\n") end
partial = find_label(partial) or partial

local merged = {
  { "a heading behind the last value of the table above", function(text)
    return edit(text, "\n\n  四、政府信息公开行政复议、行政诉讼情况", " 四、政府信息公开行政复议、行政诉讼情况")
  end },
  { "a caption behind a value", function(text) return edit(text, "\n\n第二十条第（五）项", " 第二十条第（五）项") end },
  { "the label of the next row behind a value", function(text)
    local own = row(text, granted)
    return edit(text, own .. partial, own:gsub("\n\n$", " ") .. partial)
  end },
  { "a paragraph behind the heading of its part", function(text)
    return edit(text, "  六、其他需要报告的事项\n\n", "  六、其他需要报告的事项 ")
  end },
  { "a value in front of a heading", function(text)
    return (text:gsub("(%d+)\n\n  五、存在的主要问题", "%1 五、存在的主要问题"))
  end },
}

local torn = {
  { "a value stands in front of its label", function(text)
    local rest, value = without(text, partial, 3)
    return edit(rest, "\n" .. partial .. "\n", "\n" .. value .. "\n\n" .. partial .. "\n")
  end },
  { "a value stands behind the label of the next row", function(text)
    local rest, value = without(text, granted, 7)
    return edit(rest, "\n" .. partial .. "\n", "\n" .. partial .. "\n\n" .. value .. "\n")
  end },
  { "a value of the next row stands at the end of one", function(text)
    local rest, value = without(text, partial, 1)
    return edit(rest, row(rest, granted), row(rest, granted) .. value .. "\n\n")
  end },
  { "the values of a row stand in front of its label", function(text)
    local own = row(text, partial)
    return edit(text, own, own:sub(#partial + 3) .. partial .. "\n\n")
  end },
}

describe("lines that ran together", function()
  for _, case in ipairs(merged) do
    it("are not the report's fault: " .. case[1], function()
      local text = case[2](example.text)
      assert.not_equal(example.text, text)
      assert.same({}, accusations(text, example.text))
      for address, found in pairs(example.differences(example.report(text))) do
        assert.is_truthy(found == "unreadable" or found == "absent", address .. " " .. tostring(found))
      end
    end)
  end
end)

describe("values are given to no other row where", function()
  for _, case in ipairs(torn) do
    it(case[1], function()
      local text = case[2](example.text)
      assert.not_equal(example.text, text)
      for address, found in pairs(example.differences(example.report(text))) do
        assert.is_truthy(found == "unreadable" or found == "absent", address .. " " .. tostring(found))
      end
    end)
  end
end)

describe("a part of a row", function()
  local whole = '<tr><td colspan="2">（六）其他处理</td><td>1</td><td>0</td><td>0</td><td>0</td><td>0</td><td>1</td>'
    .. "<td>2</td></tr>"

  it("whose label is lost does not make its values those of the whole", function()
    local text, count = page:gsub('<tr><td rowspan="3">（六）其他处理</td><td>1%.[^<]*</td>.-</tr>', whole)
    assert.equal(1, count)
    local report = example.report(text)
    assert.is_nil(report.tables.applications:cell("other_handling", "total").value)
  end)
end)

describe("an empty cell at the end of a row", function()
  -- Of rows padded to the same length one lost a cell: what is empty behind it is no cell of the table.
  it("is a filler where the row ends in front of its header", function()
    local text = "云岭市水务局2020年政府信息公开工作年度报告\n\n二、主动公开政府信息情况\n\n"
      .. "| 第二十条第（一）项 | | | | |\n|---|---|---|---|---|\n"
      .. "| 信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 | |\n"
      .. "| 规章 | 3 | 21 | |\n| 规范性文件 | 4 | 5 | 6 | |\n\n三、收到和处理政府信息公开申请情况\n"
    local instruments = example.report(text).tables.instruments
    assert.equal("unreadable", instruments:cell("administrative_rules", "made").state)
    assert.equal(6, instruments:cell("normative_documents", "total_disclosed").value)
  end)
end)
