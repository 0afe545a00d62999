--- Two searches for a year grew with the square of the text. For every 年 of a part, all that stands before it was
-- copied to find where its sentence begins: a part of 250 KB took seconds. And the year for the choice of the form was
-- looked for from every byte before the title to its end. What is counted here are the bytes of the strings that are
-- cut out and searched, and the instructions of the Lua machine, not seconds.

local example = require "spec.support.example"
local forms = require "govreport.form"
local govreport = require "govreport"
local running_text = require "govreport.text.running_text"
local year_words = require "govreport.text.year_words"

-- The work of a call: bytes that `text:sub` gave and `text:match` could search, and instructions.
local function work(call)
  local strings, bytes, steps = getmetatable(""), 0, 0
  local own = strings.__index
  strings.__index = setmetatable({
    sub = function(...)
      local text = own.sub(...)
      bytes = bytes + #text
      return text
    end,
    match = function(text, pattern, init)
      if pattern:byte(1) ~= 0x5E then bytes = bytes + #text - (init or 1) + 1 end
      return own.match(text, pattern, init)
    end,
  }, {__index = own})
  debug.sethook(function() steps = steps + 100 end, "", 100)
  local ok, problem = pcall(call)
  debug.sethook()
  strings.__index = own
  assert(ok, problem)
  return bytes + steps
end

local function grows_linearly(prepare)
  local small, large = work(prepare(500)), work(prepare(1000))
  assert.is_true(large <= 2.2 * small, ("%d, then %d"):format(small, large))
end

describe("the work of looking for years grows with the text", function()
  for _, sentence in ipairs{"2019年，我局开展工作。", "在2019年按要求开展工作，", "2019年\n\n", "一年又一年"} do
    it("in a part with many of “" .. sentence:gsub("\n", "") .. "”", function()
      grows_linearly(function(times)
        local text = example.edit(example.text, "（一）主动公开\n\n", "（一）主动公开\n\n" .. sentence:rep(times) .. "\n\n")
        local report = assert(govreport.parse(text))
        return function() year_words.stale(report, nil, running_text.texts(report)) end
      end)
    end)
  end

  for _, line in ipairs{"2019年", "年年", "20年年度"} do
    it("before the title, with many of “" .. line .. "”", function()
      grows_linearly(function(times)
        local document = assert(govreport.read_bytes(line:rep(times) .. "年度报告\n\n" .. example.text, {}))
        local tape = document.tape
        return function() forms.why(document, tape, {steps = 0}) end
      end)
    end)
  end
end)

describe("the year by which a form is chosen", function()
  local function year_of(text)
    local document = assert(govreport.read_bytes(text, {}))
    local _, _, year = forms.why(document, document.tape, {steps = 0})
    return year
  end

  for title, year in pairs{
    ["云岭市水务局2023年政府信息公开工作年度报告"] = 2023, ["云岭市水务局二〇二三年政府信息公开工作年度报告"] = 2023,
    ["云岭市水务局政府信息公开工作2023年度报告"] = 2023, ["2021年 2022年 云岭市水务局2023年政府信息公开年度报告"] = 2023,
  } do
    it("is " .. year .. " in " .. title, function()
      assert.equal(year, year_of((example.edit(example.text, "\n  云岭市水务局2020年政府信息公开工作年度报告\n", "\n" .. title .. "\n")
        :gsub("^.-\n\n", ""))))
    end)
  end

  it("is the first in the text where no title has one", function()
    assert.equal(2023, year_of("云岭市水务局工作情况\n\n2023年，与2022年相比平稳。"))
    assert.equal(2022, year_of("2022年"))
    assert.is_nil(year_of("12023年、二〇年"))
  end)
end)
