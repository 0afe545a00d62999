--- A dataset in SQLite: tables, types, views; and a run that goes on where another was ended.

local documents = require "spec.support.documents"
local example = require "spec.support.example"
local govreport = require "govreport"
local lfs = require "lfs"
local schema = require "govreport.dataset.schema"
local shell = require "spec.support.shell"

local is_there, sqlite = pcall(require, "govreport.sqlite")
if not is_there then
  describe("a dataset in SQLite", function() pending "the module govreport.sqlite is not built" end)
  return
end

local folder, path
before_each(function()
  folder = shell.folder "in"
  path = folder .. "/x.sqlite"
end)
after_each(function() shell.remove(folder) end)

local function dataset(options)
  options = options or {}
  options.output, options.jobs = path, 0
  return govreport.dataset({folder .. "/in"}, options)
end

local function query(sql)
  local db <close> = assert(sqlite.open(path, {readonly = true}))
  return assert(db:query(sql))
end

local function value(sql) return query(sql)[1][1] end

describe("a dataset in SQLite", function()
  it("has the tables of the schema, without hidden numbers where the key is a pair", function()
    documents.write(folder .. "/in", 1)
    assert(dataset())
    for _, t in ipairs(schema.tables) do
      local names = {}
      for i, row in ipairs(query("PRAGMA table_info(" .. t.name .. ")")) do names[i] = row[2] end
      local expected = {}
      for i, column in ipairs(t.columns) do expected[i] = column.name end
      assert.same(expected, names)
      local sql = value("SELECT sql FROM sqlite_master WHERE name = '" .. t.name .. "'")
      assert.equal(#t.key > 1, sql:find "WITHOUT ROWID" ~= nil, t.name)
    end
    assert.equal("ok", value "PRAGMA integrity_check")
  end)

  it("has integers, doubles and texts as they are, and NULL for blanks", function()
    local text = shell.read "examples/three-public-2023.txt"
    shell.write(folder .. "/in/a.txt", (text:gsub("%d+%.%d%d", "1234567890123.45")))
    shell.write(folder .. "/in/b.html", example.edit(
      example.page, "<td>19</td><td>6</td><td>1</td>", "<td></td><td>/</td><td>1</td>"))
    shell.write(folder .. "/in/c.html", shell.read "examples/website-2023.html")
    assert(dataset())
    assert.equal("1234567890123.45", value "SELECT printf('%.2f', value) FROM cell WHERE typeof(value) = 'real'")
    assert.equal(0, value "SELECT count(*) FROM cells WHERE state IN ('blank', 'dash', 'absent') AND value IS NOT NULL")
    assert.is_true(value "SELECT count(*) FROM cells WHERE state IN ('blank', 'dash') AND value IS NULL" >= 2)
    local rows = query "SELECT DISTINCT state, typeof(value) FROM cells WHERE value IS NOT NULL ORDER BY 1, 2"
    local kinds = {}
    for i, row in ipairs(rows) do kinds[i] = row[1] .. " " .. row[2] end
    assert.same({"choice text", "flag integer", "number integer", "number real", "text text"}, kinds)
    assert.equal(0, value "SELECT count(*) FROM report WHERE typeof(year) <> 'integer'")
  end)

  it("has views that name cells and put applicants side by side", function()
    documents.write(folder .. "/in", 2)
    shell.write(folder .. "/in/p.html", example.page)
    assert(dataset())
    local cells = value "SELECT count(*) FROM cell"
    assert.equal(cells, value "SELECT count(*) FROM cells")
    assert.equal(cells, value "SELECT count(*) FROM long_zh")
    local report = assert(govreport.open "examples/report.txt")
    local expected = report:cell("applications.received.natural_person").value
    local found = query "SELECT received FROM applications_wide WHERE applicant = 'natural_person' AND report = 1"
    assert.equal(expected, found[1][1])
    assert.is_true(value "SELECT count(*) FROM disputes_wide" > 0)
    local wanted = report:cell("applications.granted.total").value
    assert.equal(wanted, query("SELECT value FROM harmonised WHERE item = 'granted' AND column_id = 'total' "
                               .. "AND report = 1")[1][1])
    for _, row in ipairs(query "SELECT name FROM sqlite_master WHERE type = 'view'") do
      assert(query("SELECT * FROM " .. row[1]))
    end
    assert.equal(0, value("SELECT count(*) FROM (SELECT 1 FROM harmonised GROUP BY report, table_id, item, column_id "
                          .. "HAVING count(*) > 1)"))
  end)

  it("leaves another database, and what is none, as they are", function()
    documents.write(folder .. "/in", 1)
    do
      local db <close> = assert(sqlite.open(path))
      assert(db:exec "CREATE TABLE own (a); INSERT INTO own VALUES (1)")
    end
    for _, update in ipairs{false, true} do
      assert.equal("dataset.taken", select(3, dataset{update = update}))
      assert.equal(1, value "SELECT a FROM own")
    end
    shell.write(path, "no database, but a text that is somebody's")
    assert.equal("dataset.taken", select(3, dataset()))
    assert.equal("no database, but a text that is somebody's", shell.read(path))
    shell.write(path, "")
    assert(dataset())
  end)

  it("goes on where a run was ended", function()
    documents.write(folder .. "/in", 6)
    assert(dataset())
    local whole = documents.dump(path)
    os.remove(path)
    local sink = require "govreport.dataset.sqlite_sink"
    local batch = sink.batch
    sink.batch = 2
    local ok = pcall(dataset, {progress = function(summary) if summary.done == 5 then error "ended" end end})
    sink.batch = batch
    assert.is_false(ok)
    assert.is_nil(lfs.attributes(path))
    assert.is_truthy(lfs.attributes(path .. ".part"))
    local seen = {}
    local summary = assert(dataset{before = function(file) seen[#seen + 1] = file:match "%d+%.txt" end})
    assert.same({"0005.txt", "0006.txt"}, seen)
    assert.same({4, 2}, {summary.same, summary.ok})
    assert.equal(whole, documents.dump(path))
    assert.is_nil(lfs.attributes(path .. ".part"))
  end)

  it("begins anew with what a run left that was made in another way, or is damaged", function()
    documents.write(folder .. "/in", 2)
    assert(dataset())
    local whole = documents.dump(path)
    assert(dataset{ignore = {"applications.balance"}})
    assert(os.rename(path, path .. ".part"))
    assert.equal(2, assert(dataset()).ok)
    assert.equal(whole, documents.dump(path))
    shell.write(path .. ".part", ("x"):rep(5000))
    assert.equal(2, assert(dataset()).ok)
    assert.equal(whole, documents.dump(path))
  end)

  describe("that two runs write", function()
    local sink, context

    before_each(function()
      documents.write(folder .. "/in", 2)
      sink = require "govreport.dataset.sqlite_sink"
      context = require("govreport.dataset.collect").context{}
    end)

    -- Calls a function in place of one of a module's, which it is given, until another one has ended.
    local function with(module, name, instead, f)
      local own = module[name]
      module[name] = function(...) return instead(own, ...) end
      local ok, problem = pcall(f)
      module[name] = own
      assert(ok, problem)
    end

    it("is refused to the second until the first is in its place", function()
      local first, code = assert(sink.open(path, context, {})), nil
      with(os, "rename", function(rename, ...)
        code = select(2, sink.open(path, context, {}))
        return rename(...)
      end, function() assert(first:finish()) end)
      assert.equal("dataset.busy", code)
      assert.equal("ok", value "PRAGMA integrity_check")
      assert(assert(sink.open(path, context, {})):finish())
      assert.is_nil(lfs.attributes(path .. ".part"))
    end)

    it("is refused to the second where the first is put in its place while it comes", function()
      local first, code = assert(sink.open(path, context, {})), nil
      with(sqlite, "open", function(open, name, ...)
        local db = open(name, ...)
        if first and name == path .. ".part" then
          assert(first:finish())
          first = nil
        end
        return db
      end, function() code = select(2, sink.open(path, context, {})) end)
      assert.equal("dataset.busy", code)
      assert.equal("ok", value "PRAGMA integrity_check")
      assert.is_nil(lfs.attributes(path .. ".part"))
    end)
  end)
end)
