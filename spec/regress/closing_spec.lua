--- A document that nothing used could not be closed, or one in use could: the count of the reports that use it began
-- with whatever stood in the memory before.

local example = require "spec.support.example"
local govreport = require "govreport"

describe("closing a document", function()
  it("does not depend on what its memory held before", function()
    local waste = {}
    for i = 1, 200 do
      for k = 1, 50 do waste[k] = ("\xFF\1"):rep(8 + k % 3) .. i .. k end
      assert.equal(50, #waste)
      if i % 20 == 0 then collectgarbage() end
      local document = assert(govreport.read_bytes("规章\n"))
      document:close()
      assert.error_matches(function() return document.text end, "is closed")
    end
  end)

  it("is refused while there is a report, each time", function()
    for _ = 1, 50 do
      local report = example.report(example.text)
      local document = report.document
      assert.error_matches(function() document:close() end, "in use by a report")
      report:close()
      document:close()
    end
  end)
end)
