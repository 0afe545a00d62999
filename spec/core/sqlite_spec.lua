--- Databases of SQLite, written from packed rows: what goes in comes out, and what is refused: govreport.sqlite.

local shell = require "spec.support.shell"

local is_there, sqlite = pcall(require, "govreport.sqlite")
if not is_there then
  describe("govreport.sqlite", function() pending "the module is not built" end)
  return
end

local folder, path, db

before_each(function()
  folder = shell.folder()
  path = folder .. "/a.sqlite"
  db = assert(sqlite.open(path))
end)
after_each(function()
  db:close()
  shell.remove(folder)
end)

-- A value as rows are packed; `false` stands for nothing.
local function packed(...)
  local pieces = {}
  for i, value in ipairs{...} do
    local kind = math.type(value)
    pieces[i] = kind == "integer" and "\1" .. string.pack("<i8", value)
                or kind == "float" and "\2" .. string.pack("<d", value)
                or value and "\3" .. string.pack("<s4", value) or "\0"
  end
  return table.concat(pieces)
end

-- What inserts rows into the table `t`.
local into = {"INSERT INTO t SELECT c1 FROM packed", "INSERT INTO t SELECT c1, c2 FROM packed"}

local function values(sql, ...)
  local list = {}
  for i, row in ipairs(assert(db:query(sql, ...))) do list[i] = row[1] end
  return list
end

describe("a value", function()
  for name, value in pairs{
    ["the least integer"] = math.mininteger, ["the greatest integer"] = math.maxinteger, ["zero"] = 0,
    ["a float"] = 0.1,
    ["a whole float"] = 2.0, ["infinity"] = math.huge, ["a text"] = "云岭市", ["an empty text"] = "",
    ["a text with zero bytes"] = "a\0b\0", ["a long text"] = ("长"):rep(100000),
  } do
    it("comes out as it went in: " .. name, function()
      assert(db:exec "CREATE TABLE t (a)")
      assert.equal(1, db:insert(into[1], packed(value), 1))
      local row = db:query("SELECT a, ?, length(CAST(a AS BLOB)) FROM t", value)[1]
      assert.same({value, value, math.type(value)}, {row[1], row[2], math.type(row[1])})
      if type(value) == "string" then assert.equal(#value, row[3]) end
    end)
  end

  it("comes out as nil where there is none, and the row says how many it has", function()
    assert.same({{[2] = 1, n = 3}}, db:query "SELECT NULL, 1, NULL")
  end)

  it("comes out as a string where it is bytes", function()
    assert.same({{"\0\255", "", n = 2}}, db:query "SELECT x'00FF', x''")
  end)

  it("is bound as a number where it is a boolean", function()
    assert.same({{1, 0, n = 2}}, db:query("SELECT ?, ?", true, false))
  end)
end)

describe("rows", function()
  before_each(function() assert(db:exec "CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT)") end)

  it("are as many as the columns make of the values", function()
    assert.equal(2, db:insert(into[2], packed(1, "一", 2, false), 2))
    assert.equal(2, db:changes())
    assert.equal(0, db:insert(into[2], "", 2))
    assert.same({{1, "一", n = 2}, {2, n = 2}}, db:query "SELECT * FROM t")
  end)

  it("take nothing of the row before", function()
    db:insert(into[2], packed(1, "x", 2, false), 2)
    db:insert(into[2], packed(3, false), 2)
    assert.same({"x"}, values "SELECT b FROM t WHERE b IS NOT NULL")
  end)

  it("that are refused are told by their number; none is in, and the statement can be used again", function()
    local count, message, code, number = db:insert(into[2], packed(1, "a", 2, "b", 1, "c", 3, "d"), 2)
    assert.same({nil, "sqlite.constraint", 3}, {count, code, number})
    assert.matches("UNIQUE constraint failed: t.a", message)
    assert.equal(1, db:insert(into[2], packed(3, "e"), 2))
    assert.same({3}, values "SELECT a FROM t")
  end)

  it("are a table for any statement, and gone behind it", function()
    db:insert(into[2], packed(1, "a", 2, "b", 3, "c"), 2)
    assert.equal(2, db:insert("DELETE FROM t WHERE a IN (SELECT c1 FROM packed)", packed(3, 9), 1))
    assert.equal(1, db:changes())
    assert.equal(2, db:insert("UPDATE t SET b = c1 FROM packed WHERE a = c2", packed("x", 1, "y", 2), 2))
    assert.equal(1, db:insert("INSERT INTO t SELECT c1, c64 FROM packed", packed(4), 1))
    assert.same({{1, "x", n = 2}, {2, "y", n = 2}, {4, n = 2}}, db:query "SELECT * FROM t")
    assert.equal(2, db:insert("SELECT x.c1 FROM packed AS x, packed AS y", packed(1, 2), 1))
    assert.same({}, db:query "SELECT * FROM packed")
  end)

  it("may be many", function()
    local pieces = {}
    for i = 1, 20000 do pieces[i] = packed(i, "r" .. i) end
    assert(db:exec "BEGIN")
    assert.equal(20000, db:insert(into[2], table.concat(pieces), 2))
    assert(db:exec "COMMIT")
    local sum = 0
    for row in db:each("SELECT a, b FROM t WHERE a > ? ORDER BY a", 10000) do
      assert.equal("r" .. row[1], row[2])
      sum = sum + row[1]
    end
    assert.equal(150005000, sum)
  end)
end)

describe("packed rows that are not whole", function()
  local insert, first = into[2], packed(1, "a")   -- 15 bytes
  before_each(function() assert(db:exec "CREATE TABLE t (a, b)") end)

  for name, case in pairs{
    ["a value is missing"] = {packed(2), "end in a row, at byte 25"},
    ["an integer is cut"] = {"\1\0\0", "end in a row, at byte 17"},
    ["a double is cut"] = {"\2" .. ("\0"):rep(7), "end in a row, at byte 17"},
    ["the size of a text is cut"] = {"\3\1\0", "end in a row, at byte 17"},
    ["a text is cut"] = {"\3" .. string.pack("<I4", 5) .. "abcd", "end in a row, at byte 21"},
    ["a text has the greatest size"] = {"\3\255\255\255\255a", "end in a row, at byte 21"},
    ["no value begins so"] = {"\4", "no value begins so, at byte 16"},
    ["the second value is none"] = {"\0\255", "no value begins so, at byte 17"},
  } do
    it("raise with the place, and none is written: " .. name, function()
      assert.has_error(function() db:insert(insert, first .. case[1], 2) end, "packed rows" ..
        (case[2]:find "^end" and " " or ": ") .. case[2])
      assert.same({}, values "SELECT a FROM t")
      assert.equal(1, db:insert(insert, first, 2))
    end)
  end

  it("raise wherever they are cut", function()
    local whole = packed(1, "ab", 2.5, false)
    for size = 0, #whole do
      local is_even = size == 0 or size == 16 or size == #whole
      assert.equal(is_even, pcall(db.insert, db, insert, whole:sub(1, size), 2), size)
    end
  end)
end)

describe("misuse raises:", function()
  for name, case in pairs{
    ["two statements"] = {function() db:query "SELECT 1; SELECT 2" end, "one statement"},
    ["two statements to insert"] = {function() db:insert("SELECT 1; SELECT 2", packed(1), 1) end, "one statement"},
    ["none"] = {function() db:each " " end, "one statement"},
    ["too many parameters"] = {function() db:query("SELECT ?", 1, 2) end, "has 1 parameters, not 2"},
    ["too few parameters"] = {function() db:query("SELECT ?, ?", 1) end, "has 2 parameters, not 1"},
    ["a table as a parameter"] = {function() db:query("SELECT ?", {}) end, "bad argument #2"},
    ["parameters for packed rows"] = {function() db:insert("SELECT ?", packed(1), 1) end, "has parameters"},
    ["no columns"] = {function() db:insert("SELECT 1", packed(1), 0) end, "number of columns"},
    ["too many columns"] = {function() db:insert("SELECT 1", packed(1), 65) end, "number of columns"},
    ["a zero byte in a statement"] = {function() db:exec "SELECT 1\0; DROP TABLE t" end, "zero byte"},
    ["a zero byte in a path"] = {function() sqlite.open "a\0b" end, "zero byte"},
    ["no path"] = {function() sqlite.open "" end, "a path is expected"},
    ["no number of seconds"] = {function() sqlite.open(path, {busy_seconds = "x"}) end, "number of seconds"},
    ["another object"] = {function() db.exec(io.stdout, "SELECT 1") end, "govreport.sqlite.Database expected"},
  } do
    it(name, function()
      local ok, message = pcall(case[1])
      assert.is_false(ok)
      assert.is_truthy(message:find(case[2], 1, true), message)
    end)
  end

  it("all use of a database that is closed, but for closing it again", function()
    assert(db:close())
    for _, name in ipairs{"exec", "insert", "query", "each", "copy_from", "changes", "is_moved"} do
      assert.has_error(function() db[name](db, "SELECT ?", packed(1), 1) end, "the database is closed")
    end
    assert.is_true(db:close())
    assert.equal("govreport.sqlite.Database: closed", tostring(db))
  end)
end)

describe("statements", function()
  it("that are wrong give what SQLite says", function()
    for _, name in ipairs{"exec", "query", "each", "insert"} do
      local result, message, code = db[name](db, "SELEC 1", packed(1), 1)
      assert.same({nil, "sqlite.failed"}, {result, code})
      assert.matches('near "SELEC"', message)
    end
  end)

  it("are kept, also where the tables change", function()
    assert(db:exec "CREATE TABLE t (a)")
    assert.equal(1, db:insert(into[1], packed(1), 1))
    assert(db:exec "DROP TABLE t; CREATE TABLE t (a)")
    assert.equal(1, db:insert(into[1], packed(2), 1))
    assert.same({2}, values "SELECT a FROM t")
  end)
end)

describe("an iterator", function()
  local function count_to(last)
    return "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " .. last .. ") SELECT i FROM n"
  end

  it("goes on when its database is closed", function()
    local sum = 0
    for row in db:each(count_to(100)) do
      if row[1] == 3 then db:close() end
      sum = sum + row[1]
    end
    assert.equal(5050, sum)
  end)

  it("lets go of the file when its loop is left", function()
    assert(db:exec "CREATE TABLE t (a); INSERT INTO t VALUES (1), (2)")
    for row in db:each "SELECT a FROM t" do
      if row[1] == 1 then break end
    end
    assert(db:exec "DROP TABLE t")
  end)

  it("may be given up, with the database or without", function()
    local step = db:each(count_to(10))
    assert.same({1, n = 1}, step())
    db:close()
    step = nil   -- luacheck: ignore
    collectgarbage()
    collectgarbage()
  end)

  it("gives nothing more at its end", function()
    local step = db:each "SELECT 1"
    assert.same({1, n = 1}, step())
    assert.is_nil(step())
    assert.is_nil(step())
  end)

  it("raises once what goes wrong on the way", function()
    local step = db:each "SELECT abs(a) FROM (SELECT 1 AS a UNION ALL SELECT -9223372036854775808)"
    assert.same({1, n = 1}, step())
    assert.has_error(step, "integer overflow")
    assert.is_nil(step())
  end)
end)

describe("a file", function()
  it("that is no database is told when it is used, and stays as it is", function()
    local other = folder .. "/b.sqlite"
    local text = ("这不是数据库。"):rep(200)
    shell.write(other, text)
    local own <close> = assert(sqlite.open(other))
    local ok, message, code = own:exec "CREATE TABLE t (a)"
    assert.same({nil, "file is not a database", "sqlite.not_a_database"}, {ok, message, code})
    assert.equal(text, shell.read(other))
    assert.equal("sqlite.not_a_database", select(3, db:copy_from(other)))
  end)

  it("that is damaged is told", function()
    assert(db:exec "CREATE TABLE t (a); INSERT INTO t VALUES (zeroblob(20000))")
    db:close()
    local bytes = shell.read(path)
    shell.write(path, bytes:sub(1, 4096) .. ("\255"):rep(#bytes - 4096))
    db = assert(sqlite.open(path))
    assert.equal("sqlite.corrupt", select(3, db:query "SELECT * FROM t"))
  end)

  it("in no folder cannot be opened", function()
    for _, options in ipairs{{}, {readonly = true}} do
      local own, message, code = sqlite.open(folder .. "/none/a.sqlite", options)
      assert.same({nil, "unable to open database file", "sqlite.cannot_open"}, {own, message, code})
    end
    assert.equal("sqlite.cannot_open", select(3, sqlite.open(folder)))
  end)

  it("that is not there is not made to be read", function()
    assert.equal("sqlite.cannot_open", select(3, sqlite.open(folder .. "/b.sqlite", {readonly = true})))
    assert.is_nil(io.open(folder .. "/b.sqlite"))
  end)

  it("that is opened to be read cannot be written", function()
    assert(db:exec "CREATE TABLE t (a)")
    local own <close> = assert(sqlite.open(path, {readonly = true}))
    assert.equal("sqlite.read_only", select(3, own:insert(into[1], packed(1), 1)))
  end)

  it("is called what it is called: no address, no options", function()
    local name = "file:a.sqlite?mode=memory"
    shell.write(folder .. "/program.lua",
                ('require("govreport.sqlite").open(%q):exec "CREATE TABLE t (a)"'):format(name))
    local code = shell.run(("cd %s && LUA_CPATH='%s/?.so' lua5.4 program.lua"):format(folder, shell.build))
    assert.equal(0, code)
    assert.is_truthy(io.open(folder .. "/" .. name))
  end)

  it("that another one writes is busy, at once or after the time that is given", function()
    assert(db:exec "CREATE TABLE t (a); BEGIN EXCLUSIVE")
    local own <close> = assert(sqlite.open(path))
    for _, name in ipairs{"exec", "insert"} do
      local result, message, code = own[name](own, name == "exec" and "DELETE FROM t" or into[1], packed(1), 1)
      assert.same({nil, "database is locked", "sqlite.busy"}, {result, message, code})
    end
    local patient <close> = assert(sqlite.open(path, {busy_seconds = 0.3}))
    local _, _, before = shell.run "date +%s%N >&2"
    assert.equal("sqlite.busy", select(3, patient:query "SELECT * FROM t"))
    local _, _, after = shell.run "date +%s%N >&2"
    assert.is_true(tonumber(after) - tonumber(before) >= 250000000)
    assert(db:exec "COMMIT")
    assert.equal(1, own:insert(into[1], packed(1), 1))
  end)

  it("that grows no more is full, and what was in it stays", function()
    assert(db:exec "CREATE TABLE t (a); PRAGMA max_page_count = 10; INSERT INTO t VALUES ('first')")
    local count, _, code, number = db:insert(into[1], packed("second", ("x"):rep(100000)), 1)
    assert.same({nil, "sqlite.full", 2}, {count, code, number})
    assert.same({"first"}, values "SELECT a FROM t")
  end)
end)

it("a file that got another name is told", function()
  assert(db:exec "CREATE TABLE t (a)")
  assert.is_false(db:is_moved())
  assert(os.rename(path, folder .. "/b.sqlite"))
  assert.is_true(db:is_moved())
  assert(sqlite.open(path)):close()
  assert.is_true(db:is_moved())
end)

describe("copy_from", function()
  local other

  before_each(function()
    other = folder .. "/b.sqlite"
    local own <close> = assert(sqlite.open(other))
    assert(own:exec "CREATE TABLE t (a); INSERT INTO t VALUES ('b')")
  end)

  it("takes all that a database holds, and leaves that as it was", function()
    local before = shell.read(other)
    assert(db:exec "CREATE TABLE own (a)")
    assert.is_true(db:copy_from(other))
    assert.same({"t"}, values "SELECT name FROM sqlite_master")
    assert.same({"b"}, values "SELECT a FROM t")
    assert.equal(before, shell.read(other))
  end)

  it("takes all or nothing", function()
    assert(db:exec "CREATE TABLE own (a); INSERT INTO own VALUES (1)")
    assert.equal("sqlite.cannot_open", select(3, db:copy_from(folder .. "/none.sqlite")))
    local locked <close> = assert(sqlite.open(other))
    assert(locked:exec "BEGIN EXCLUSIVE")
    assert.equal("sqlite.busy", select(3, db:copy_from(other)))
    assert.same({1}, values "SELECT a FROM own")
  end)
end)

it("a database that is forgotten is closed", function()
  assert(db:exec "CREATE TABLE t (a); BEGIN EXCLUSIVE")
  assert.equal(1, db:insert(into[1], packed(1), 1))
  db = nil
  collectgarbage()
  collectgarbage()
  db = assert(sqlite.open(path))
  assert.same({}, values "SELECT a FROM t")
end)

it("the module says which SQLite it has", function() assert.matches("^3%.%d+%.%d+$", sqlite.version) end)
