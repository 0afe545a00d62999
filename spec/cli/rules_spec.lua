--- Rules, settings and waivers on the command line.

local shell = require "spec.support.shell"

local read = shell.read
local folder

local function write(path, text) shell.write(folder .. "/" .. path, text) end

-- Runs the program in the temporary folder or in one below it.
local function run(arguments, inside)
  return shell.govreport(arguments, {folder = folder .. "/" .. (inside or "")})
end

before_each(function()
  folder = shell.folder "inner"
  write("report.txt", read "examples/report.txt")
  write("inner/wrong.txt", read "examples/report-with-errors.txt")
end)
after_each(function() shell.remove(folder) end)

describe("govreport new rule", function()
  it("writes a rule and a test that passes", function()
    assert.equal(0, (run "new rule city.partly"))
    local code, out = run "rules test partly_test.lua"
    assert.equal("规则测试：通过2项，未通过0项，无法运行0个文件。\n", out)
    assert.equal(0, code)
    assert.equal(0, (run "check --rules partly.lua report.txt"))
  end)

  it("writes over nothing", function()
    write("partly_test.lua", "mine")
    local code, _, err = run "new rule city.partly"
    assert.equal(2, code)
    assert.matches("partly_test.lua：文件已存在", err, 1, true)
    assert.equal("mine", read(folder .. "/partly_test.lua"))
    assert.is_nil(io.open(folder .. "/partly.lua"))
  end)

  it("takes names that can be ids", function()
    for _, name in ipairs{"a-b", "ü", "a.", "'a b'", "../a"} do assert.equal(2, (run("new rule " .. name)), name) end
    assert.equal(0, (run "new rule alone"))
    assert.matches('id = "my.alone"', read(folder .. "/alone.lua"), 1, true)
  end)
end)

describe("govreport rules test", function()
  it("tells what differs, and where", function()
    run "new rule city.partly"
    write("partly_test.lua", (read(folder .. "/partly_test.lua"):gsub("finds = {}", 'finds = {"city.partly"}')))
    local code, out = run "rules test ."
    assert.equal(1, code)
    assert.matches("./partly_test.lua: as many as the other: expected: city.partly; found: nothing", out, 1, true)
    assert.matches("通过1项，未通过1项", out, 1, true)
  end)

  it("tells of tests that are not right", function()
    write("a_test.lua", "return {rules = 'none.lua', {name = 'x', finds = {}}}")
    write("b_test.lua", "return {{name = 'x', finds = {}}}")
    write("c_test.lua", "return = 1")
    local code, _, err = run "rules test"
    assert.equal(2, code)
    assert.matches("none.lua", err, 1, true)
    assert.matches("b_test.lua:1: the key 'rules' is missing", err, 1, true)
    assert.matches("c_test.lua:1:", err, 1, true)
    assert.equal(2, (run "rules test inner"))   -- nothing was tested
  end)

  it("tells of samples that cannot be", function()
    run "new rule city.partly"
    local good = read(folder .. "/partly_test.lua")
    write("partly_test.lua", (good:gsub("partially_granted", "partly_granted")))
    assert.matches("no row 'partly_granted', did you mean 'partially_granted'", select(2, run "rules test"), 1, true)
    write("partly_test.lua", (good:gsub("cells =", "cels =")))
    local code, _, err = run "rules test"
    assert.equal(2, code)
    assert.matches("did you mean 'cells'", err, 1, true)
  end)
end)

describe("settings", function()
  it("of a folder are those of the folders below it", function()
    write(".govreport.lua", 'return {ignore = {"structure", "metadata"}, format = "concise", fail_on = "warning"}')
    local code, out = run("wrong.txt", "inner")
    assert.equal(1, code)
    assert.is_nil(out:find("structure", 1, true))
    assert.equal(2, select(2, out:gsub("\n", "\n")))
    assert.matches("metadata.period", select(2, run("check --no-config wrong.txt", "inner")), 1, true)
  end)

  it("are joined with the options, which go before", function()
    write(".govreport.lua", 'return {ignore = {"structure"}, severity = {disputes = "info"}, lang = "en"}')
    local _, out = run("check --ignore metadata --severity disputes=warning --format concise wrong.txt", "inner")
    assert.matches("warning: part 4", out, 1, true)
    assert.is_nil(out:find("structure", 1, true) or out:find("metadata", 1, true))
  end)

  it("name files beside themselves", function()
    run "new rule city.partly"
    write(".govreport.lua", 'return {rules = {"partly.lua"}}')
    local code, out = run("check --select city wrong.txt", "inner")
    assert.equal(0, code)
    assert.matches("结论", out, 1, true)
  end)

  it("that are not right are told with file and line", function()
    for text, message in pairs{
      ["return {\n ignor = {}}"] = ".govreport.lua:2: unknown key 'ignor', did you mean 'ignore'",
      ["return {rules = {1}}"] = "is a list of files", ["return 1"] = "a table is expected",
      ["return {lang = 'fr'}"] = "no messages in the language 'fr'", ["return io.open('x')"] = ".govreport.lua:1:",
      ["return {format = 'xml'}"] = "xml",
    } do
      write(".govreport.lua", text)
      local code, _, err = run "report.txt"
      assert.equal(2, code, text)
      assert.matches(message, err, 1, true)
    end
    assert.equal(2, (run "check --config none.lua report.txt"))
  end)
end)

describe("waivers", function()
  it("of a baseline accept what was found, and tell what is gone", function()
    assert.equal(1, (run "check --write-baseline known.lua inner/wrong.txt"))
    local code, out, err = run "check --waivers known.lua inner/wrong.txt"
    assert.equal(0, code)
    assert.equal("", err)
    assert.matches("未发现错误", out, 1, true)
    write("inner/wrong.txt", read "examples/report.txt")
    local again, _, idle = run "check --waivers known.lua inner/wrong.txt"
    assert.equal(0, again)
    assert.equal(5, select(2, idle:gsub("waiver.unused", "")))
  end)
end)
