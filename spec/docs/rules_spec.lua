--- docs/rules.md is true: its files are written into a folder, its commands are run there, and what they print is what
-- stands below them.

local doc = require "spec.support.doc"

describe("docs/rules.md", function()
  local folder
  setup(function() folder = doc.folder{["report.txt"] = doc.read "examples/report.txt"} end)
  teardown(function() doc.remove(folder) end)

  -- The settings would be those of every command below them.
  for _, test in ipairs(doc.tests("docs/rules.md", {skip = {[".govreport.lua"] = true}})) do
    it(test.name, function() test.run(folder) end)
  end

  it("has settings that can be used", function()
    local text
    for _, block in ipairs(doc.blocks(doc.read "docs/rules.md")) do
      if block.file == ".govreport.lua" then text = block.text end
    end
    doc.write(folder .. "/.govreport.lua", text)
    local settings = require "govreport.batch.settings".load(folder .. "/.govreport.lua")
    assert.same({folder .. "/city.lua"}, settings.rules)
    assert.equal("warning", settings.fail_on)
  end)
end)
