--- govreport check FOLDER: what is printed of many files.

local json_reader = require "govreport.base.json_reader"
local shell = require "spec.support.shell"

local right, wrong = shell.read "examples/report.txt", shell.read "examples/report-with-errors.txt"
local folder

setup(function()
  folder = shell.folder("all", "all/inner", "clean", "one")
  for name, bytes in pairs{
    ["all/a.txt"] = right, ["all/b.txt"] = wrong, ["all/inner/c.txt"] = right, ["all/d.ofd"] = "x", ["all/e.png"] = "x",
    ["all/f.txt"] = "您好", ["clean/a.txt"] = right, ["clean/b.md"] = right, ["one/a.txt"] = right,
  } do
    shell.write(folder .. "/" .. name, bytes)
  end
end)
teardown(function() shell.remove(folder) end)

local function run(arguments, where)
  return shell.govreport(("check %s %s/%s"):format(arguments, folder, where or "all"))
end

local function last_line(out) return out:match("([^\n]*)\n$") end

describe("the last line", function()
  -- Folder, Chinese, English, exit code.
  for _, case in ipairs{
    {"all", "文件夹共6个文件：已核对3个，无法读取1个，格式不支持2个",
     "folder: 6 files, 3 checked, 1 not readable, 2 of other formats", 3},
    {"clean", "文件夹共2个文件：已核对2个，无法读取0个，格式不支持0个",
     "folder: 2 files, 2 checked, 0 not readable, 0 of other formats", 0},
    {"one", "文件夹共1个文件：已核对1个，无法读取0个，格式不支持0个",
     "folder: 1 file, 1 checked, 0 not readable, 0 of other formats", 0},
  } do
    it("of " .. case[1] .. " tells what became of its files", function()
      local code, out = run("--select cells", case[1])
      assert.same({case[4], case[2]}, {code, last_line(out)})
      assert.equal(case[3], last_line(select(2, run("--select cells --lang en", case[1]))))
    end)
  end

  it("stands behind the statistics", function()
    assert.matches("^文件夹共6个文件", last_line(select(2, run "--statistics")))
  end)

  it("is not there where files are given", function()
    assert.matches("^结论：", last_line(select(2, run("", "all/b.txt"))))
  end)

  it("is data in JSON", function()
    local _, out = run "--format json"
    assert.same({files = 6, checked = 3, unread = 1, unsupported = 2, repeated = 0, unopened = 0},
                assert(json_reader.decode(out)).folder)
    assert.matches('\n  "folder": null,\n', select(2, run("--format json", "all/a.txt")), 1, true)
  end)

  it("is the last of JSON lines, behind a line for each file that could not be read", function()
    local code, out, err = run "--format jsonl --select disputes"
    assert.equal(3, code)
    local lines = {}
    for line in out:gmatch("[^\n]+") do lines[#lines + 1] = assert(json_reader.decode(line)) end
    assert.equal(4, #lines)
    assert.same({folder .. "/all/*.ofd", "io.unsupported"}, {lines[1].file, lines[1].failure.code})
    assert.equal("disputes.total", lines[2].rule)
    assert.same({folder .. "/all/f.txt", "form.unknown"}, {lines[3].file, lines[3].failure.code})
    assert.is_true(err:find(lines[3].failure.message, 1, true) ~= nil)
    assert.equal(6, lines[4].folder.files)
  end)
end)

describe("text of several files", function()
  it("has a line for a report without findings", function()
    local _, out = run("", "clean")
    assert.equal(3, select(2, out:gsub("\n", "")))
    assert.matches("/clean/a.txt  云岭市水务局2020年政府信息公开工作年度报告  结论：未发现错误（需修改0处，待核实0处，提示0处）\n", out, 1, true)
  end)

  it("keeps two lines for the only one", function()
    assert.equal(2, select(2, select(2, run("", "one/a.txt")):gsub("\n", "")))
  end)
end)

describe("--errors-only", function()
  it("shows errors, and counts all", function()
    local code, out = run("--errors-only --brief", "all/b.txt")
    assert.equal(1, code)
    assert.equal(2, select(2, out:gsub("%[[%l_]+%.[%l_]+%]", "")))
    assert.is_nil(out:find("核实  ", 1, true))
    assert.matches("结论：需修改（需修改2处，待核实3处，提示0处）", out, 1, true)
  end)

  it("leaves a line of a report that has none", function()
    local _, out = run("--errors-only --ignore applications --ignore disputes", "all")
    assert.matches("/all/b.txt  云岭市水务局2020年政府信息公开工作年度报告  结论：未发现错误，有3处待核实（需修改0处，待核实3处，提示0处）\n", out, 1, true)
  end)

  it("goes with text alone", function()
    local code, out, err = run "--errors-only --format csv"
    assert.same({2, ""}, {code, out})
    assert.matches("--errors-only只用于文本格式", err, 1, true)
  end)
end)

describe("--sort worst", function()
  it("puts the files with the most severe findings first, the others in their order", function()
    local _, out = run "--sort worst --brief"
    local names = {}
    for name in out:gmatch("/all/([%w/]+)%.txt  ") do names[#names + 1] = name end
    assert.same({"b", "a", "inner/c"}, names)
    assert.matches("^文件夹共6个文件", last_line(out))
  end)

  it("prints of each file what is printed without it", function()
    local function sorted_lines(out)
      local list = {}
      for line in out:gmatch("[^\n]+") do list[#list + 1] = line end
      table.sort(list)
      return list
    end
    for _, format in ipairs{"text", "concise", "jsonl", "csv", "github"} do
      local _, plain = run("--format " .. format)
      local _, sorted = run("--sort worst --format " .. format)
      assert.same(sorted_lines(plain), sorted_lines(sorted), format)
    end
  end)

  it("is refused where the files are parts of a whole", function()
    for _, format in ipairs{"json", "sarif", "junit"} do
      local code, out, err = run("--sort worst --format " .. format)
      assert.same({2, ""}, {code, out})
      assert.matches("--sort不能与“--format " .. format, err, 1, true)
    end
  end)
end)

describe("--format csv", function()
  it("has a byte order mark where the output is a file, and none in a pipe", function()
    local _, out = run("--format csv", "all/b.txt")   -- into a file
    assert.matches("^\239\187\191文件,机关,", out)
    local _, piped = shell.run(("bin/govreport check --lang en --format csv %s/all/b.txt | cat"):format(folder))
    assert.matches("^file,agency,year,severity,rule,part,row,column,message,line,character,", piped)
  end)

  it("has a row for each finding, and for each file that could not be read", function()
    local _, out = run "--format csv"
    assert.equal(1 + 5 + 2, select(2, out:gsub("\r\n", "")))
    assert.matches(folder .. "/all/f.txt,,,无法读取,form.unknown,", out, 1, true)
    assert.matches("/all/b.txt,云岭市水务局,2020,需修改,applications.row_total,第三部分表格,（四）无法提供1.本机关不掌握相关政府信息,"
                   .. "自然人,", out, 1, true)
  end)
end)
