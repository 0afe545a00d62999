local core = require "govreport.core"

describe("core.line_stop", function()
  local tape = "一\v二三\x1F\n4\x1C"

  it("tells where the line or cell of a position ends", function()
    local stops = {}
    for position = 1, #tape + 1 do stops[position] = core.line_stop(tape, position) end
    assert.same({ 4, 4, 4, 4, 11, 11, 11, 11, 11, 11, 11, 12, 14, 14, 15 }, stops)
    assert.equal(1, core.line_stop("", 1))
    assert.equal(1000001, core.line_stop(("a"):rep(1000000), 1))
  end)

  for name, position in pairs{ ["position 0"] = 0, ["one behind the end"] = #tape + 2, ["the least"] = math.mininteger,
                               ["the largest"] = math.maxinteger } do
    it("raises for " .. name, function()
      assert.error_matches(function() core.line_stop(tape, position) end, "#2 .*not in the text")
    end)
  end
end)
