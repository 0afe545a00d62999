--- Slips of writing; the sentences stand in spec/cases/slips.txt.

local example = require "spec.support.example"
local explanation = require "govreport.check.explanation"
local govreport = require "govreport"

local rules = {}
for _, rule in ipairs{"word_doubled", "sentence_doubled", "covering_letter", "page_line", "punctuation", "sentence_cut",
                      "template"} do
  rules["wording." .. rule] = true
end

-- The example with another text in its fifth part.
local function report_with(prose)
  local text = example.text
  local _, start = text:find("五、存在的主要问题及改进情况\n\n", 1, true)
  local stop = text:find("\n[^\n]*六、其他需要报告的事项", start)
  return text:sub(1, start) .. prose:gsub("¶", "\n\n"):gsub("↵", "\n") .. "\n" .. text:sub(stop)
end

local function told(prose)
  local list = {}
  for _, found in ipairs(example.findings(report_with(prose))) do
    local raw = found.places[1] and found.places[1].raw
    if rules[found.rule] then list[#list + 1] = found.rule .. " " .. raw:gsub("^%s+", ""):gsub("\n", "↵") end
  end
  return #list > 0 and table.concat(list, "\n") or "-"
end

describe("a slip of writing", function()
  local prose
  for line in io.lines "spec/cases/slips.txt" do
    local wanted = line:match "^  (.*)$"
    if wanted then
      local own = prose
      it("in: " .. own, function() assert.equal(wanted, told(own)) end)
    elseif line:sub(1, 1) ~= "#" then
      prose = line
    end
  end
end)

describe("items of a list", function()
  local function found(overview)
    local page = require("govreport.testing").sample{form = "cn_disclosure_2021", sections = {overview = overview}}
    local list = {}
    local result = govreport.check(assert(govreport.parse(page)), {select = {"structure"}})
    for finding in result:findings() do
      local is_own = finding.rule:find("item_repeated") or finding.rule:find("numbering") or finding.rule:find("enumer")
      if is_own then list[#list + 1] = finding.message end
    end
    return list
  end
  local function items(...)
    local list = {}
    for i, marker in ipairs{...} do list[i] = ("%s第%d方面\n全年公开第%d方面的政策文件和办事指南。"):format(marker, i, i) end
    return table.concat(list, "\n")
  end

  it("are quiet where they count on", function()
    assert.same({}, found(items("（一）", "（二）", "（三）", "（四）")))
    assert.same({}, found(items("1.", "2.", "3.")))
  end)

  it("with the number of another are told with the right one", function()
    assert.same({"第一部分有两个“（二）”，“第3方面”应为“（三）”，请核实。"}, found(items("（一）", "（二）", "（二）", "（四）")))
    assert.same({"第一部分有两个“（二）”，“第3方面”应为“（三）”，其后序号依次顺延，请核实。"},
                found(items("（一）", "（二）", "（二）", "（三）")))
  end)

  it("that stand twice are told", function()
    local overview = items("（一）", "（二）") .. "\n（二）第2方面\n全年公开第2方面的政策文件和办事指南。"
    assert.same({"第一部分“（二）第2方面”出现两次，请核实并删去重复的一处。"}, found(overview))
  end)

  it("that count on in another way are told once", function()
    assert.same({"第一部分序号样式不统一：“（三）”之后为“4.”，请将“第4方面”统一为“（四）”。"},
                found(items("（一）", "（二）", "（三）", "4.", "5.")))
  end)
end)

describe("the examples", function()
  it("of slips fail and pass", function()
    local function parse(text) return assert(govreport.parse(text)) end
    for _, rule in ipairs(require "govreport.check.rule".all()) do
      if rules[rule.id] or rule.id:find("item_repeated") or rule.id:find("numbering_mixed") then
        assert.equal(1, #explanation.run(rule, "fails", parse).findings, rule.id)
        assert.equal(0, #explanation.run(rule, "passes", parse).findings, rule.id)
      end
    end
  end)
end)
