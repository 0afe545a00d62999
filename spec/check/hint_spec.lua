--- What is said behind what Lua raised in a rule: a blank is named where the message tells that a value was nil, and
-- not where it tells of a name that the rule itself made up.

local govreport = require "govreport"
local hint = require "govreport.check.hint"

-- What was raised, and what is said behind it; false for nothing.
local cases = {
  {"attempt to perform arithmetic on a nil value (field 'value')", "a blank, a dash"},
  {"attempt to perform arithmetic on a nil value (global 'limit')", false},
  {"attempt to perform arithmetic on a nil value (local 'share')", false},
  {"attempt to perform arithmetic on a nil value (upvalue 'limit')", false},
  {"attempt to perform arithmetic on a nil value (field 'limit')", false},
  {"attempt to concatenate a nil value (field 'value')", "a blank, a dash"},
  {"attempt to compare number with nil", "one of the two is nil, as the value of a blank"},
  {"attempt to compare nil with number", "one of the two is nil, as the value of a blank"},
  {"attempt to call a nil value (global 'print')", "a script has no 'print'"},
  {"attempt to call a nil value (global 'printt')", false},
}

describe("a hint", function()
  local declared = require("govreport.form").declared "cn_disclosure_2021"
  for _, case in ipairs(cases) do
    it("behind: " .. case[1], function()
      local text = "own.lua:7: " .. case[1]
      local said = hint.add(text, declared, {})
      assert.equal(text, said:sub(1, #text))
      if case[2] then assert.matches(case[2], said, 1, true) else assert.equal(text, said) end
    end)
  end

  it("that ends with a question mark has no stop behind it", function()
    local report = assert(govreport.open "examples/report.txt")
    local function check(own) return own.fields.agencyy and own.agancy end
    for _, lang in ipairs{"zh", "en"} do
      for found in govreport.check(report, {rules = {check}, select = {"program"}, lang = lang}):findings() do
        assert.matches("did you mean '%w+'%?$", found.message)
      end
    end
  end)
end)
