--- `y五、存在的主要问题及改进情况`, `、主动公开政府信息情况`: a letter or a lost numeral in front of a heading, and the part was
-- called missing, an error, though its title and all of its content were there.

local example = require "spec.support.example"
local govreport = require "govreport"

describe("a heading whose ordinal is broken", function()
  for printed, rules in pairs{["y五、"] = {}, ["`五、"] = {}, ["五"] = {}, ["、"] = {"structure.section_ordinal"},
                              ["王、"] = {"structure.section_ordinal"}} do
    it("is found behind “" .. printed .. "”", function()
      local text = example.edit(example.text, "  五、存在的主要问题", "  " .. printed .. "存在的主要问题")
      local report, list = assert(govreport.parse(text)), {}
      assert.equal("存在的主要问题及改进情况", report:section("problems").title)
      for found in govreport.check(report):findings() do list[#list + 1] = found.rule end
      assert.same(rules, list)
    end)
  end

  it("is not found in a sentence or a list of pages", function()
    for _, line in ipairs{"请见存在的主要问题及改进情况", "五、存在的主要问题及改进情况……12", "3件存在的主要问题及改进情况"} do
      local text = example.edit(example.text, "  五、存在的主要问题及改进情况\n", "  " .. line .. "\n")
      local section = assert(govreport.parse(text)):section("problems")
      assert.is_true(section == nil or section.number == 5, line)
    end
  end)
end)
