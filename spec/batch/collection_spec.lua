--- Collections: many files opened one after the other, and what is counted.

local govreport = require "govreport"
local shell = require "spec.support.shell"

local right, wrong = "examples/report.txt", "examples/report-with-errors.txt"

local folder

setup(function()
  folder = shell.folder("reports", "reports/inner", "empty")
  for name, bytes in pairs{["a.txt"] = shell.read(right), ["b.txt"] = "您好", ["c.ofd"] = "x",
                           ["inner/d.txt"] = shell.read(wrong)} do
    shell.write(folder .. "/reports/" .. name, bytes)
  end
end)
teardown(function() shell.remove(folder) end)

local function open(paths, options) return assert(govreport.open_files(paths, options)) end

-- What the entries are: their names, with the code of each that could not be read.
local function entries_of(collection)
  local list = {}
  for entry in collection:entries() do
    assert.equal(entry.report == nil, entry.code ~= nil)
    assert.equal(entry.report == nil, entry.message ~= nil)
    list[#list + 1] = entry.code and entry.name .. " " .. entry.code or entry.name
  end
  return list
end

describe("a collection", function()
  it("gives its files in the order in which they were named, each once", function()
    assert.same({wrong, "no/such/file io.missing", right}, entries_of(open{wrong, "no/such/file", right, wrong}))
  end)

  it("has one report open at a time, and none at the end", function()
    local reports = {}
    for entry in open{wrong, right}:entries() do
      for _, earlier in ipairs(reports) do assert.has_error(function() return earlier.year end) end
      assert.equal(2020, entry.report.year)
      reports[#reports + 1] = entry.report
    end
    assert.equal(2, #reports)
    assert.has_error(function() return reports[2].year end)
  end)

  it("closes the report of a loop that is left, and another loop goes on there", function()
    local collection, left = open{wrong, right}, nil
    for entry in collection:entries() do
      left = entry.report
      if entry.name == wrong then break end
    end
    assert.has_error(function() return left.year end)
    assert.same({right}, entries_of(collection))
    assert.same({}, entries_of(collection))
  end)

  it("closes the report of a loop that an error ends", function()
    local left
    assert.has_error(function()
      for entry in open{wrong}:entries() do
        left = entry.report
        error "enough"
      end
    end, "enough")
    assert.has_error(function() return left.year end)
  end)

  it("reads no file before it is asked for", function()
    local collection = open{folder .. "/later.txt"}
    shell.write(folder .. "/later.txt", shell.read(right))
    local list = entries_of(collection)
    os.remove(folder .. "/later.txt")
    assert.same({folder .. "/later.txt"}, list)
  end)

  it("accounts for what a folder holds", function()
    local path = folder .. "/reports"
    local collection = open(path)
    assert.same({path .. "/*.ofd io.unsupported", path .. "/a.txt", path .. "/b.txt form.unknown",
                 path .. "/inner/d.txt"}, entries_of(collection))
    assert.same({4, 2, 2}, {collection.total, collection.files, collection.unread})
    local counts = {}
    for name, count in pairs(collection.folder) do counts[name] = count end
    assert.same({files = 4, checked = 2, unread = 1, unsupported = 1, repeated = 0, unopened = 0}, counts)
  end)

  it("has no counts of folders where files are named, and an entry for an empty one", function()
    assert.is_nil(open{right}.folder)
    local collection = open{folder .. "/empty"}
    assert.same({folder .. "/empty io.no_reports"}, entries_of(collection))
    assert.same({0, 1}, {collection.files, collection.unread})
  end)

  it("takes contents, encodings and bounds", function()
    local bytes = shell.read(right)
    assert.same({"a"}, entries_of(open{{name = "a", bytes = bytes}}))
    assert.same({"a limit.input"}, entries_of(open({{name = "a", bytes = bytes}}, {max_input = 100})))
    assert.same({right .. " limit.memory"}, entries_of(open({right}, {max_memory = 1000})))
    assert.equal("encoding.unknown", select(3, govreport.open_files({right}, {encoding = "x-none"})))
  end)

  it("tells in the language that is asked for", function()
    for entry in open({"no/such/file"}, {lang = "en"}):entries() do
      assert.equal("no/such/file: no such file or folder.", entry.message)
    end
  end)

  it("can be shown, and neither changed nor taken for a Batch", function()
    local collection = open{right}
    assert.equal("govreport.Collection", tostring(collection))
    assert.has_error(function() collection.files = 2 end, "govreport.Collection is read-only")
    assert.is_nil(collection.exit_code)
  end)
end)
