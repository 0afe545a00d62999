--- `needs`: a rule is called only where a report has what it needs.

local govreport = require "govreport"
local needs = require "govreport.check.needs"
local sample = require "govreport.form.sample"

-- Whether a rule with these needs is called for a sample.
-- @param options a sample, or a text
local function is_called(own, options, beside)
  local called = false
  local text = options
  if type(options) == "table" then
    options.form = options.form or "cn_disclosure_2021"
    text = sample.text(options)
  end
  local report = assert(govreport.parse(text))
  local rule = {id = "own.rule", message = {}, needs = own, check = function() called = true end}
  local settings = {rules = {rule}, select = {"own"}, previous = beside}
  govreport.check(report, settings)
  report:close()
  return called
end

-- What loading a rule with these needs raises.
local function problem_of(own, more)
  local rule = {id = "own.rule", message = {}, needs = own, check = function() end}
  for key, value in pairs(more or {}) do rule[key] = value end
  if rule.at_most then rule.check, rule.message = nil, nil end
  local ok, problem = pcall(govreport.checker, {rules = {rule}})
  assert.is_false(ok)
  return problem
end

describe("a rule that needs", function()
  local whole = {prose = true}

  it("nothing is always called", function()
    assert.is_true(is_called(nil, whole))
    assert.is_true(is_called({}, whole))
  end)

  it("words is called where one of them stands in the text", function()
    local options = {prose = true, sections = {other = "本年度收取复印费。"}}
    assert.is_true(is_called({words = {"邮寄费", "复印费"}}, options))
    assert.is_false(is_called({words = {"邮寄费", "印复"}}, options))
    assert.is_true(is_called({words = {"收取复印", "复印费", "印费"}}, options))
    assert.is_true(is_called({words = {"（略）"}}, {sections = {other = "收费情况(略)。"}}))   -- width is folded
  end)

  it("a word finds it where a line end cuts it", function()
    local text = sample.text{form = "cn_disclosure_2021", sections = {other = "本年度收取复印费。"}}
    local cut, count = text:gsub("复印费", "复\n印费")
    assert.equal(1, count)
    assert.is_true(is_called({words = {"复印费"}}, cut))
  end)

  it("words of a form without a title is called for it as well", function()
    assert.is_true(is_called({words = {"接待费"}}, {form = "cn_budget_three_public"}))
    assert.is_false(is_called({words = {"复印费"}}, {form = "cn_budget_three_public"}))
  end)

  it("cells of a kind is called where there are such", function()
    local cell = "applications.received.business"
    for text, kind in pairs{[""] = "unfilled", ["很多"] = "unreadable", ["-3"] = "number"} do
      local options = {cells = {[cell] = text}}
      for _, other in ipairs{"unfilled", "unreadable", "absent"} do
        assert.equal(other == kind, is_called({cells = {other}}, options))
      end
      assert.is_true(is_called({cells = {"absent", kind}}, options))
    end
    assert.is_false(is_called({cells = {"unfilled", "unreadable", "absent"}}, whole))
    assert.is_true(is_called({cells = {"number"}}, whole))   -- the amount of fees has a unit
    assert.is_false(is_called({cells = {"number"}}, {form = "cn_budget_three_public"}))
  end)

  it("gaps is called where a table was not read whole", function()
    assert.is_false(is_called({gaps = true}, whole))
    assert.is_false(is_called({gaps = true}, {cells = {["applications.received.business"] = ""}}))
    assert.is_true(is_called({gaps = true}, {cells = {["applications.received.business"] = "很多"}}))
  end)

  it("deviations is called where one of these was noted", function()
    local text = sample.text{form = "cn_disclosure_2021"}
    local misprinted, count = text:gsub("结果维持", "维持结果", 1)
    assert.equal(1, count)
    local report = assert(govreport.parse(misprinted))
    local kinds, called = {}, {}
    for _, deviation in ipairs(report.deviations) do kinds[deviation.kind] = true end
    local rules = {}
    for kind in pairs(needs.deviations) do
      rules[#rules + 1] = {id = "own." .. kind, message = {}, needs = {deviations = {kind}},
                           check = function() called[kind] = true end}
    end
    govreport.check(report, {rules = {rules}, select = {"own"}})
    assert.same(kinds, called)
    assert.is_truthy(next(called))
  end)

  it("the year before is called where that is at hand", function()
    local before = assert(govreport.parse(sample.text{form = "cn_disclosure_2021", year = 2023}))
    local now = {year = 2024}
    assert.is_false(is_called({previous = true}, now))
    assert.is_true(is_called({previous = true}, now, before))
    assert.is_false(is_called({previous = true}, {year = 2022}, before))
  end)

  it("several things is called where all are there", function()
    local options = {cells = {["applications.received.business"] = ""}, sections = {other = "收取复印费。"}}
    assert.is_true(is_called({cells = {"unfilled"}, words = {"复印费"}}, options))
    assert.is_false(is_called({cells = {"absent"}, words = {"复印费"}}, options))
    assert.is_false(is_called({cells = {"unfilled"}, words = {"邮寄费"}}, options))
  end)

  it("what is none is told when it is loaded", function()
    assert.matches("own%.rule': needs: unknown key 'word', did you mean 'words'", problem_of{word = {"费"}})
    assert.matches("no such kind 'unfiled', did you mean 'unfilled'", problem_of{cells = {"unfiled"}})
    assert.matches("no such kind 'row_repeat', did you mean 'row_repeated'", problem_of{deviations = {"row_repeat"}})
    assert.matches("'words' names nothing", problem_of{words = {}})
    assert.matches("'words': a word is empty", problem_of{words = {" "}})
    assert.matches("'words': texts are expected, not a number", problem_of{words = {5}})
    assert.matches("'gaps' is true, or left out", problem_of{gaps = false})
    assert.matches("'needs' must be table", problem_of("费"))
    local sum = {at_most = {"applications.granted.*", "applications.concluded.*"}}
    assert.matches("the kind 'at_most' has no 'needs'", problem_of({gaps = true}, sum))
  end)
end)
