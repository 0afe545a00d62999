--- docs/forms.md is true: its files are forms, tests and programs that run, and what they print is what stands below
-- them.

local doc = require "spec.support.doc"
local shell = require "spec.support.shell"

describe("docs/forms.md", function()
  local folder
  setup(function()
    local page = doc.read "examples/forms/library.html"
    local wrong, count = page:gsub("39,008", "39,007")
    assert.equal(1, count)
    folder = doc.folder{["library.html"] = page, ["library-wrong.html"] = wrong}
  end)
  teardown(function() doc.remove(folder) end)

  for _, test in ipairs(doc.tests "docs/forms.md") do
    it(test.name, function() test.run(folder) end)
  end

  it("shows the form that is in examples/forms", function()
    for _, block in ipairs(doc.blocks(doc.read "docs/forms.md")) do
      if block.file == "library.lua" then assert.equal(doc.read "examples/forms/library.lua", block.text) end
    end
  end)

  -- The keys of a form, as the tables of the document have them.
  it("names every key that a form may have", function()
    local text = doc.read "docs/forms.md"
    local keys = require("govreport.form.declaration").keys
    for _, what in ipairs{"form", "section", "table", "axis", "detect", "view", "item"} do
      for key in pairs(keys[what]) do
        if key ~= "part_of" then assert.matches("`" .. key .. "[` ]", text) end
      end
    end
  end)

end)

describe("the forms in examples/forms", function()
  it("pass their tests", function()
    local code, out = shell.govreport "forms --lang en test examples/forms"
    assert.matches("tests of forms: 5 passed, 0 failed, 0 files could not be run.", out, 1, true)
    assert.equal(0, code)
  end)

  it("are short", function()
    for _, name in ipairs{"website_oversight", "school_disclosure"} do
      local _, count = shell.read("examples/forms/" .. name .. ".lua"):gsub("\n", "")
      assert.is_true(count <= 60, name .. ": " .. count)
    end
  end)
end)
