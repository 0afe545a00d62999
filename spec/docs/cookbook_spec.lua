--- docs/cookbook.md is true: its programs are written into a folder that has the examples of the checkout, run there,
-- and print what stands below them.

local doc = require "spec.support.doc"
local lfs = require "lfs"
local markdown = require "test.reference.markdown"
local shell = require "spec.support.shell"

local path = "docs/cookbook.md"
local blocks = doc.blocks(doc.read(path))

describe("docs/cookbook.md", function()
  local folder
  setup(function()
    folder = doc.folder{}
    assert(lfs.link(shell.root .. "/examples", folder .. "/examples", true))
    assert.equal("reports.lua", blocks[1].file)
    doc.write(folder .. "/reports.lua", blocks[1].text)
    assert.equal("", doc.lua(folder, "reports.lua"))
  end)
  teardown(function() doc.remove(folder) end)

  -- Forms come, of which nothing is in the document that no form fits.
  local function plain(text) return (text:gsub("[%w_]+\tno_sign\n", "")) end

  for _, test in ipairs(doc.tests(path, {plain = plain})) do
    it(test.name, function() test.run(folder) end)
  end

  it("has short programs, each with what it prints below it", function()
    local programs = 0
    for i, block in ipairs(blocks) do
      local lines, longest = 0, 0
      for line in block.text:gmatch "[^\n]*\n" do lines, longest = lines + 1, math.max(longest, utf8.len(line) - 1) end
      if block.kind == "text" then
        assert.is_true(lines > 0, "nothing below " .. blocks[i - 1].file)
        programs = programs + 1
      else
        assert.is_true(lines <= 20 and longest <= 120, ("%s: %d lines, %d wide"):format(block.file, lines, longest))
      end
    end
    assert.is_true(programs >= 20)
  end)

  it("is listed at its top, in order", function()
    local text, listed, titles = doc.read(path), {}, {}
    for anchor in text:match "^(.-)\n## ":gmatch "%]%(#([^)]*)%)" do listed[#listed + 1] = anchor end
    for title in text:gmatch "\n### ([^\n]*)" do titles[#titles + 1] = markdown.anchor(title) end
    assert.same(titles, listed)
  end)
end)
