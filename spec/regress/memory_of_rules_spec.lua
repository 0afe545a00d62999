--- A program that bounds the memory of its Lua state had it run out within a rule. That was told as a rule that raised,
-- the others went on, and one of them matched with a pattern that LPeg had left half compiled: the check never ended.
-- What runs out of memory is no fault of a rule, and ends the check.

local example = require "spec.support.example"
local govreport = require "govreport"

-- Checks with a rule that raises something, and one behind it.
local function check(raised)
  local went_on = false
  local function rule(id, run)
    return {id = id, severity = "error", basis = "《自定义》", title = {zh = "自定义", en = "own"},
            message = {zh = "自定义。", en = "own."}, check = run}
  end
  local rules = {rule("own.first", function() error(raised, 0) end), rule("own.second", function() went_on = true end)}
  local ok, result = pcall(govreport.check, example.report(example.text), {rules = rules, select = {"own"}})
  return ok, result, went_on
end

describe("a rule that runs out of memory", function()
  for _, raised in ipairs{"not enough memory", "lua/govreport/text/grammar.lua:66: not enough memory"} do
    it("ends the check: " .. raised, function() assert.same({false, raised, false}, {check(raised)}) end)
  end
end)

describe("a rule that raises anything else", function()
  for _, raised in ipairs{"not enough memory was left for a name", {message = "not enough memory"}} do
    it("is a notice: " .. type(raised), function()
      local ok, result, went_on = check(raised)
      assert.is_true(ok and went_on)
      assert.same({1, "own.first"}, {result.counts.notice, result.list[1].rule})
    end)
  end
end)
