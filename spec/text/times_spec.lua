--- A pattern so often.

local lpeg = require "lpeg"
local times = require "govreport.text.times"

describe("a pattern", function()
  for _, count in ipairs{1, 2, 3, 16, 17, 100, 120} do
    it("so many times: " .. count, function()
      local pattern = times.exactly(lpeg.P"ab", count)
      assert.equal(2 * count + 1, pattern:match(("ab"):rep(count + 3)))
      assert.is_nil(pattern:match(("ab"):rep(count - 1) .. "a"))
    end)
  end

  for _, count in ipairs{16, 32, 240} do
    it("at most so many times: " .. count, function()
      local pattern, usual = times.at_most(lpeg.P"ab", count), lpeg.P"ab"^-count
      for _, there in ipairs{0, 1, 15, 16, 17, count - 1, count, count + 1, 2 * count} do
        local text = ("ab"):rep(there) .. "a"
        assert.equal(usual:match(text), pattern:match(text))
      end
    end)
  end

  it("a few times", function()
    local pattern, usual = times.few(lpeg.P"ab", 18), lpeg.P"ab"^-18
    for there = 0, 20 do
      local text = ("ab"):rep(there) .. "a"
      assert.equal(usual:match(text), pattern:match(text))
    end
  end)

  it("at most so many times in groups of 16", function()
    assert.error_matches(function() times.at_most(lpeg.P"a", 17) end, "multiple of 16")
  end)
end)
