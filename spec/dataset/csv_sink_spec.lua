--- A dataset as a folder of CSV files: what spreadsheets and programs find there, and what becomes of folders.

local csv = require "govreport.base.csv"
local documents = require "spec.support.documents"
local example = require "spec.support.example"
local export = require "govreport.dataset.export"
local govreport = require "govreport"
local json_reader = require "govreport.base.json_reader"
local lfs = require "lfs"
local shell = require "spec.support.shell"

local folder
before_each(function() folder = shell.folder "in" end)
after_each(function() shell.remove(folder) end)

local function dataset(options)
  options = options or {}
  options.output, options.jobs = folder .. "/out/", options.jobs or 0
  return govreport.dataset({folder .. "/in"}, options)
end

local function read(name) return shell.read(folder .. "/out/" .. name) end

local function exists(name) return lfs.attributes(folder .. "/" .. name, "mode") ~= nil end

describe("a folder of CSV files", function()
  it("has a file for each table, with a byte order mark and CRLF", function()
    documents.write(folder .. "/in", 1)
    assert(dataset())
    for _, t in ipairs(export.tables) do
      local text = read(t.name .. ".csv")
      assert.equal(csv.mark, text:sub(1, 3))
      assert.is_nil(text:gsub('"[^"]*"', ""):find "[^\r]\n")
      assert.equal("\r\n", text:sub(-2))
      local names = {}
      for i, column in ipairs(t.columns) do names[i] = column.name end
      assert.equal(table.concat(names, ","), text:match "^\239\187\191([^\r]*)\r\n")
      for _, row in ipairs(assert(csv.parse(text))) do assert.equal(#t.columns, #row) end
    end
  end)

  it("is described by a data package with the same fields", function()
    documents.write(folder .. "/in", 1)
    assert(dataset())
    local package = assert(json_reader.decode(read "datapackage.json"))
    assert.same({"govreport", "tabular-data-package", #export.tables},
                {package.name, package.profile, #package.resources})
    for _, resource in ipairs(package.resources) do
      local header = assert(csv.parse(read(resource.path)))[1]
      header.line = nil
      local names, has = {}, {}
      for i, field in ipairs(resource.schema.fields) do
        names[i], has[field.name] = field.name, true
        assert.is_string(field.title)
        assert.is_string(field.description)
      end
      assert.same(header, names)
      for _, key in ipairs(resource.schema.primaryKey) do assert.is_true(has[key], resource.name .. "." .. key) end
      for _, key in ipairs(resource.schema.foreignKeys or {}) do assert.is_true(has[key.fields]) end
    end
  end)

  it("holds texts as they are, and no formulas", function()
    local title = '=HYPERLINK("http://a/","x")'
    shell.write(folder .. "/in/a.html", (example.page:gsub("22日", '22日</p><p>一、"引号"，\n逗号</p><p>')))
    shell.write(folder .. "/in/b.txt", (example.text:gsub("（一）主动公开\n\n", "%0" .. title .. "\n\n")))
    local sources = {folder .. "/in", {name = "=1+1.txt", bytes = "=1+1"}}
    assert(govreport.dataset(sources, {output = folder .. "/out/", jobs = 0}))
    local found = false
    for _, name in ipairs{"report", "section", "unread"} do
      assert.is_nil(read(name .. ".csv"):find ',"?[=+@-]')
      for _, row in ipairs(assert(csv.parse(read(name .. ".csv")))) do
        for _, value in ipairs(row) do found = found or value:find(title, 1, true) ~= nil end
      end
    end
    assert.is_true(found)
    assert.matches("'=1+1.txt", read "unread.csv", 1, true)
  end)

  it("has all of 15 digits, and nothing for a blank", function()
    local text = shell.read "examples/three-public-2023.txt"
    shell.write(folder .. "/in/a.txt", (text:gsub("%d+%.%d%d", "1234567890123.45")))
    assert(dataset())
    local values = {}
    for _, row in ipairs(documents.rows(folder .. "/out/", "cell")) do
      values[row.value or ("nothing of " .. row.state)] = true
    end
    assert.is_true(values["1234567890123.45"])
    shell.write(folder .. "/in/a.txt", (example.text:gsub("\n326\n", "\n\n")))
    for _, row in ipairs(documents.rows(folder .. "/out/", "cell")) do
      if row.state == "blank" or row.state == "absent" then assert.is_nil(row.value) end
    end
  end)
end)

describe("the folder of a dataset", function()
  before_each(function()
    documents.write(folder .. "/in", 2)
    assert(dataset())
  end)

  it("may be there and empty", function()
    shell.remove(folder .. "/out")
    assert(lfs.mkdir(folder .. "/out"))
    assert(dataset())
    assert.is_true(exists "out/report.csv")
  end)

  it("is named with or without a slash at its end", function()
    assert(govreport.dataset({folder .. "/in"}, {output = folder .. "/other", to = "csv", jobs = 0}))
    assert.is_true(exists "other/report.csv")
  end)

  -- What a run leaves that is ended between the two names, or behind them.
  it("is whole again after a run that was ended between two names", function()
    local before = documents.bytes(folder .. "/out/")
    assert(os.rename(folder .. "/out", folder .. "/out.old"))
    assert(lfs.mkdir(folder .. "/out.part"))
    shell.write(folder .. "/out.part/report.csv", "half")
    shell.write(folder .. "/out.part/datapackage.json", ("x"):rep(100000))
    local seen = 0
    local summary = assert(dataset{update = true, before = function() seen = seen + 1 end})
    assert.same({2, 0}, {summary.same, seen})
    assert.equal(before, documents.bytes(folder .. "/out/"))
    assert.is_false(exists "out.old" or exists "out.part")
  end)

  it("is clean again after a run that was ended behind them", function()
    assert(os.execute(("cp -r %s/out %s/out.old"):format(folder, folder)))
    assert(dataset{update = true})
    assert.is_false(exists "out.old" or exists "out.part")
    assert(dataset{update = true})
  end)

  it("is not what only has such a name", function()
    assert(lfs.mkdir(folder .. "/out.old"))
    shell.write(folder .. "/out.old/own.txt", "mine")
    assert.equal("dataset.unwritable", select(3, dataset()))
    assert.equal("mine", shell.read(folder .. "/out.old/own.txt"))
    assert.is_true(exists "out/report.csv")
    assert.is_false(exists "out.part")
  end)

  it("keeps lines byte by byte", function()
    local before = documents.bytes(folder .. "/out/")
    assert.equal(2, assert(dataset{update = true}).same)
    assert.equal(before, documents.bytes(folder .. "/out/"))
  end)
end)
