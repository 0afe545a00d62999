--- What is read from whole sentences, against what a careful reader takes from them; lua5.4 test/sentences.lua tells
-- what falls short.

local sentences = require "spec.support.sentences"

-- What is wrong with a case, as text.
local function faults(case)
  local result, list = sentences.run(case), {}
  for _, line in ipairs(result.lines) do
    if line.state == "wrong" or line.state == "missed" then list[#list + 1] = line.state .. ": " .. line.text
    elseif line.state == "bound" and not line.verdict then
      list[#list + 1] = "not " .. tostring(line.said) .. ": " .. line.text
    end
  end
  for _, text in ipairs(result.extra) do list[#list + 1] = "also: " .. text end
  for _, text in ipairs(result.false_findings) do list[#list + 1] = "finding: " .. text end
  return list
end

describe("what is taken from", function()
  for _, case in ipairs(sentences.load "spec/cases/sentences.txt") do
    it(case.prose, function() assert.same({}, faults(case)) end)
  end
end)

describe("sentences that nobody wrote for the program", function()
  local score

  lazy_setup(function() score = sentences.score(sentences.load "spec/cases/sentences_blind.txt") end)

  it("bind no number to another cell, nor one that no cell holds", function()
    assert.same({0, 0}, {score.wrong, score.extra})
  end)

  it("lead to no false finding", function() assert.equal(0, score.false_findings) end)

  -- What was reached; more is better.
  it("are bound for nine of ten, and compared rightly", function()
    assert.is_true(score.bound >= 356, "bound: " .. score.bound)
    assert.is_true(score.bound - score.verdicts <= 4, "right: " .. score.verdicts)
  end)
end)
