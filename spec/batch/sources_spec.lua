--- govreport.files: what the paths of a batch stand for.

local govreport = require "govreport"
local shell = require "spec.support.shell"

local folder
setup(function()
  folder = shell.folder("b", "a", "a/inner", "empty")
  for _, name in ipairs{"b/2.txt", "b/1.HTML", "b/notes.ofd", "b/list.csv", "a/report.md", "a/inner/page.shtml",
                        "a/.hidden", "z.text"} do
    shell.write(folder .. "/" .. name, "x")
  end
end)
teardown(function() shell.remove(folder) end)

-- The files below the folder that some paths in it stand for.
local function files(...)
  local paths = {...}
  for i, path in ipairs(paths) do paths[i] = path == "" and folder or folder .. "/" .. path end
  local list, empty = govreport.files(paths, {lang = "en"})
  for i, path in ipairs(list) do list[i] = path:sub(#folder + 2) end
  return list, empty
end

describe("govreport.files", function()
  it("finds in a folder all that its name says are reports, by name, those of inner folders as well", function()
    assert.same({"a/inner/page.shtml", "a/report.md", "b/1.HTML", "b/2.txt", "z.text"}, (files ""))
  end)

  it("keeps the order of the paths, and what is no folder as it is", function()
    assert.same({"z.text", "b/1.HTML", "b/2.txt", "b/notes.ofd", "none.txt"},
                (files("z.text", "b", "b/notes.ofd", "none.txt")))
  end)

  it("tells of folders without reports", function()
    local list, empty = files("empty", "b")
    assert.same({"b/1.HTML", "b/2.txt"}, list)
    assert.equal("io.unsupported", empty[2].code)   -- the OFD in the other one
    assert.equal(2, #empty)
    assert.same({folder .. "/empty", "io.no_reports"}, {empty[1].path, empty[1].code})
    assert.matches(folder .. "/empty", empty[1].message, 1, true)
    assert.matches(".txt", empty[1].message, 1, true)
  end)

  it("takes a path alone, and leaves contents as they are", function()
    assert.same({folder .. "/z.text"}, (govreport.files(folder .. "/z.text")))
    local source = {name = "x", bytes = "y"}
    assert.equal(source, govreport.files({source})[1])
  end)

  it("changes nothing of what it was given", function()
    local paths = {folder}
    govreport.files(paths)
    assert.same({folder}, paths)
  end)
end)

describe("a batch of folders", function()
  it("tells of folders without reports in front of all files", function()
    local batch, names = govreport.check_files({folder .. "/b/2.txt", folder .. "/empty"}), {}
    for entry in batch:entries() do names[#names + 1] = entry.name .. " " .. entry.code end
    assert.same({folder .. "/empty io.no_reports", folder .. "/b/2.txt form.unknown"}, names)
  end)
end)
