--- Links of the documents lead somewhere; spec/project/rock_spec.lua says the same of those in an installed rock.

local links = require "spec.support.links"
local shell = require "spec.support.shell"

describe("the links of a document", function()
  local folder

  setup(function()
    folder = shell.folder("docs")
    shell.write(folder .. "/docs/other.md", "# Other\n\n## A part: `x.y`, and more\n\n```sh\n# no heading\n```\n")
  end)
  teardown(function() shell.remove(folder) end)

  for _, case in ipairs{
    {"that lead to files, folders and headings", "[a](docs/other.md) [b](docs) [c](docs/other.md#a-part-xy-and-more)"},
    {"that lead to its own headings", "# One\n[`a`](#one)"},
    {"that lead elsewhere", "[a](https://example.org/x) [b](mailto:a@example.org)"},
    {"in code", "`[a](none)` b\n\n```lua\nt[1](none)\n```\n"},
    {"to a file that is not there", "a [a](docs/none.md) [b](docs/other.md)", "docs/none.md"},
    {"to a heading that is not there", "[a](docs/other.md#none) [b](#none)", "docs/other.md#none #none"},
    {"to what looks like a heading", "[a](docs/other.md#no-heading)", "docs/other.md#no-heading"},
    {"whose text is code", "[`a[1](x)`](none.md)", "none.md"},
  } do
    it((case[3] and "are broken: " or "are whole: ") .. case[1], function()
      shell.write(folder .. "/README.md", case[2])
      assert.equal(case[3] or "", table.concat((links.broken(folder .. "/README.md")), " "))
    end)
  end
end)

describe("the links of the project's own documents", function()
  local all = 0
  for _, document in ipairs(links.documents ".") do
    it("lead somewhere: " .. document:sub(3), function()
      local broken, count = links.broken(document)
      assert.same({}, broken)
      all = all + count
    end)
  end

  it("are many", function() assert.is_true(all > 300, all .. " links") end)
end)
