--- What tells that memory ran out.

local memory = require "govreport.base.memory"

describe("memory that ran out", function()
  for _, problem in ipairs{
    "not enough memory", "a.lua:7: limit.memory: more than 100 bytes",
    "error loading module 'a.b' from file './a/b.lua':\n\tnot enough memory",
  } do
    it("is known by: " .. problem, function()
      assert.is_true(memory.is_spent(problem))
      assert.is_true(memory.is_refused(problem))
    end)
  end

  it("is no more than refused where it is LPeg that says so", function()
    assert.is_false(memory.is_spent "a.lua:7: not enough memory")
    assert.is_true(memory.is_refused "a.lua:7: not enough memory")
  end)

  for _, problem in ipairs{"a.lua:7: there is not enough memory for you", "error loading module 'a'"} do
    it("is not what is told by: " .. problem, function()
      assert.is_false(memory.is_spent(problem))
      assert.is_false(memory.is_refused(problem))
    end)
  end

  it("is nothing that has no text", function() assert.is_false(memory.is_spent{}) end)
end)
