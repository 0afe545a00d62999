--- A dataset of JSON Lines: a document a line; marks are set in their place at the end.

local documents = require "spec.support.documents"
local example = require "spec.support.example"
local govreport = require "govreport"
local json_reader = require "govreport.base.json_reader"
local lfs = require "lfs"
local schema = require "govreport.dataset.schema"
local shell = require "spec.support.shell"

local folder, path
before_each(function()
  folder = shell.folder "in"
  path = folder .. "/x.jsonl"
end)
after_each(function() shell.remove(folder) end)

local function dataset(options)
  options = options or {}
  options.output, options.jobs = path, 0
  return assert(govreport.dataset({folder .. "/in"}, options))
end

local function lines()
  local list = {}
  for text in io.lines(path) do list[#list + 1] = assert(json_reader.decode(text)) end
  return list
end

describe("a dataset of JSON Lines", function()
  it("has a line for each document, in order, with all keys", function()
    documents.write(folder .. "/in", 3)
    shell.write(folder .. "/in/0002.txt", "x")
    dataset()
    local list = lines()
    assert.equal(3, #list)
    for i, own in ipairs(list) do
      assert.same({i, ("%s/in/%04d.txt"):format(folder, i)}, {own.id, own.file})
      assert.equal(i == 2 and "not_a_report" or "ok", own.status)
      assert.equal(i == 2, own.report == nil)
      assert.equal(i == 2, #own.cells == 0)
    end
  end)

  it("has marks in the last keys, and lines of the same width without", function()
    documents.write(folder .. "/in", 2)
    dataset()
    local size = lfs.attributes(path, "size")
    shell.write(folder .. "/in/0002.txt", documents.text(1))
    dataset()
    local list = lines()
    assert.equal(1, list[2].copy_of)
    assert.is_nil(list[1].copy_of)
    assert.equal(size, lfs.attributes(path, "size"))
    for text in io.lines(path) do
      for _, name in ipairs(schema.marks) do assert.matches(',"' .. name .. '":', text, 1, true) end
    end
  end)

  it("is brought up to date whatever its reports are called", function()
    for i, name in ipairs{"}局", "{局", '"report":局', '","cells":[局'} do
      shell.write(folder .. "/in/" .. i .. ".txt", (example.text:gsub("云岭市水务局", "云岭市" .. name)))
      shell.write(folder .. "/in/" .. i .. "b.txt", (example.text:gsub("云岭市水务局", "云岭市" .. name)))
    end
    dataset()
    local before = shell.read(path)
    local summary = dataset{update = true}
    assert.equal(summary.files, summary.same + #summary.failures)
    assert.equal(before, shell.read(path))
  end)

  it("keeps no marks that are right no more", function()
    documents.write(folder .. "/in", 3)
    shell.write(folder .. "/in/0003.txt", documents.text(1))
    dataset()
    shell.write(folder .. "/in/0001.txt", documents.text(7))
    assert.equal(2, dataset{update = true}.same)
    for _, own in ipairs(lines()) do assert.is_nil(own.copy_of) end
  end)

  it("begins anew with what is no dataset", function()
    documents.write(folder .. "/in", 1)
    for _, text in ipairs{"", "x", "{}\n", '{"id":1,"run":"x"}\n', ("\0"):rep(100), '{"id":1,"report":\n'} do
      shell.write(path, text)
      assert.equal(1, dataset{update = true}.ok)
      assert.equal(1, #lines())
    end
  end)

  it("writes over what a run left that was ended", function()
    documents.write(folder .. "/in", 1)
    dataset()
    local before = shell.read(path)
    shell.write(path .. ".part", ("x"):rep(1 << 20))
    dataset()
    assert.equal(before, shell.read(path))
    assert.is_nil(lfs.attributes(path .. ".part"))
  end)
end)
