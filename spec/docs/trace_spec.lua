--- docs/trace.md is true.

local doc = require "spec.support.doc"

-- A copy in which some texts are replaced; each must be there.
local function with(source, changes)
  for _, change in ipairs(changes) do
    local start, stop = source:find(change[1], 1, true)
    source = source:sub(1, assert(start) - 1) .. change[2] .. source:sub(stop + 1)
  end
  return source
end

describe("docs/trace.md", function()
  local folder
  setup(function()
    local report = doc.read "examples/report.txt"
    folder = doc.folder{
      ["report.txt"] = report, ["page.html"] = doc.read "examples/report-2021.html",
      ["menu.txt"] = "菜谱\n\n豆腐 2 块，盐 3 克。\n\n行政处分\n\n12\n",
      ["apart.txt"] = with(report, {
        {"\n2.其他法律行政法规禁止公开\n", "\n"}, {"\n5.属于三类内部事务信息\n", "\n属于三类内部\n\n务信\n"},
        {"\n2.没有现成信息需要另行制作\n\n1\n", "\n"},
      }),
      ["broken.txt"] = with(report, {
        {"\n规章\n", "\n规彰\n"}, {"2.重复申请\n\n1\n\n", "2.重复申请\n\n"},
        {"五、存在的主要问题及改进情况", "存在的主要间题及改进情况"},
      }),
    }
  end)
  teardown(function() doc.remove(folder) end)

  -- The lines of the forms' scripts move with every change to them, and forms come.
  local function plain(text)
    return (text:gsub("%.lua:%d+", ".lua:N"):gsub("[^\n]*: none of its labels, words or titles is in the text\n", ""))
  end

  for _, test in ipairs(doc.tests("docs/trace.md", {plain = plain})) do
    it(test.name, function() test.run(folder) end)
  end
end)
