--- Two loops grew with the square of the text: every quantity was compared with every field found so far, and every
-- stray number looked through all the words since the last row. What is counted here are instructions of the Lua
-- machine, not seconds.

local example = require "spec.support.example"
local govreport = require "govreport"

-- Instructions of the Lua machine for reading a text, in thousands.
local function work(text)
  local count = 0
  debug.sethook(function() count = count + 1 end, "", 1000)
  local report = govreport.parse(text)
  debug.sethook()
  assert(report)
  return count
end

local function grows_linearly(from, unit)
  local function text(times) return example.edit(example.text, from, from .. "\n\n" .. unit:rep(times) .. "\n") end
  govreport.parse(example.text)   -- the form is compiled once
  local rest = work(text(1))
  local once, twice = work(text(1000)) - rest, work(text(2000)) - rest
  assert.is_true(twice <= 2.1 * once, ("%d, then %d"):format(once, twice))
end

describe("the work of recognition grows with the text", function()
  it("with citations and quantities before the first part", function()
    grows_linearly("（2021年1月）", "《某某法》办理12件，")
  end)

  it("with words of a header and numbers that belong to no table", function()
    grows_linearly("（一）主动公开", "总计\n\n5\n\n")
  end)
end)
