--- No change of a report that a rule noticed once goes unnoticed again; see test/mutate.lua.

local mutate = require "test.mutate"

describe("a change of a report that is right", function()
  local found
  setup(function() found = mutate.compare() end)

  it("is noticed, unless it is one of those that are known to be unprotected", function()
    assert.same({}, found.fresh)
  end)

  it("is not listed as unprotected where it is noticed", function() assert.same({}, found.gone) end)

  it("of a count of applications is always noticed", function()
    for _, entry in ipairs(found.counts) do
      local count = entry.counts.applications
      assert.is_true(count.made > 600)
      assert.equal(count.made, count.noticed)
    end
  end)
end)
