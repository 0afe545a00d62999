--- Patterns of paths: what they find, in order, and what is none.

local glob = require "govreport.base.glob"
local lfs = require "lfs"
local shell = require "spec.support.shell"

-- Files in a folder of their own, by names.
local names = {"a.html", "b.HTML", "b.txt", "c[1].txt", "县1.txt", "市1.txt", ".hidden.txt", "\xB1\xA8.txt",
               "2023/a.docx", "2024/a.docx", "2024/city/b.docx", "2024/city/deep/c.docx", "2024/.own/d.docx",
               "x/1/y.txt"}

local folder
setup(function()
  folder = shell.folder()
  for _, name in ipairs(names) do
    local inner = name:match "^(.*)/"
    if inner then assert(os.execute(("mkdir -p %s/%s"):format(folder, inner))) end
    shell.write(folder .. "/" .. name, name)
  end
  assert(lfs.link(folder .. "/2023", folder .. "/2024/linked", true))
  assert(lfs.link(folder .. "/2024", folder .. "/2024/loop", true))
end)
teardown(function() shell.remove(folder) end)

-- What a pattern in the folder finds, without the folder.
local function found(pattern)
  local list = glob.paths(folder .. "/" .. pattern)
  for i, path in ipairs(list) do list[i] = path:sub(#folder + 2) end
  return table.concat(list, " ")
end

describe("a pattern of paths", function()
  for pattern, expected in pairs{
    ["*.txt"] = "b.txt c[1].txt \xB1\xA8.txt 市1.txt 县1.txt",
    ["?.html"] = "a.html",
    ["?1.txt"] = "市1.txt 县1.txt",
    ["[县区]1.txt"] = "县1.txt",
    ["[!县]1.txt"] = "市1.txt",
    ["[^县]1.txt"] = "市1.txt",
    ["[a-b].*"] = "a.html b.HTML b.txt",
    ["[]a]*"] = "a.html",
    ["c[[]1].txt"] = "c[1].txt",
    ["c[1"] = "",
    ["*1*t*"] = "c[1].txt 市1.txt 县1.txt",
    [".*"] = ".hidden.txt",
    ["2024/*.docx"] = "2024/a.docx",
    ["20[0-9][0-9]/*.docx"] = "2023/a.docx 2024/a.docx",
    ["202?"] = "2023 2024",
    ["**/*.docx"] = "2023/a.docx 2024/a.docx 2024/city/b.docx 2024/city/deep/c.docx",
    ["2024/**/b.docx"] = "2024/city/b.docx",
    ["**/deep/**/*"] = "2024/city/deep/c.docx",
    ["*/linked/a.docx"] = "2024/linked/a.docx",
    ["2024//city/*"] = "2024/city/b.docx 2024/city/deep",
    ["x/*/y.txt"] = "x/1/y.txt",
    ["x/*/z.txt"] = "",
    ["none/*"] = "",
    ["a.html/*"] = "",
  } do
    it("finds: " .. pattern, function()
      local list = {}
      for name in expected:gmatch "%S+" do list[#list + 1] = name end
      table.sort(list)
      assert.equal(table.concat(list, " "), found(pattern))
    end)
  end

  it("is one where nothing has its name", function()
    for name, expected in pairs{["*.txt"] = true, ["c[1].txt"] = false, ["c[2].txt"] = true, ["?"] = true,
                                ["none.txt"] = false, ["a.html"] = false} do
      assert.equal(expected, glob.is_one(folder .. "/" .. name), name)
    end
  end)

  it("is begun where it begins", function()
    assert.same({"spec/base/glob_spec.lua"}, glob.paths "spec/base/gl?b_spec.lua")
    assert.same({"./spec/base/glob_spec.lua"}, glob.paths "./spec/b*/glob_spec.lua")
    assert.same({"/dev/null"}, glob.paths "/de[v]/nul[l]")
  end)

  it("of many stars takes its time by the length of names", function()
    shell.write(folder .. "/" .. ("a"):rep(200), "")
    local steps = 0
    debug.sethook(function() steps = steps + 1 end, "", 1000)
    assert.equal("", found(("*a"):rep(60) .. "b"))
    debug.sethook()
    os.remove(folder .. "/" .. ("a"):rep(200))
    assert.is_true(steps < 2000, steps)
  end)
end)

describe("the command line", function()
  local function run(arguments)
    local code, out, err = shell.govreport(arguments, {folder = folder})
    return code, out:gsub("^[^\n]*\n", ""):gsub(",[^\n]*", ""), err
  end

  setup(function()
    for _, name in ipairs{"r/2.txt", "r/1.txt", "r/in/3.txt"} do
      assert(os.execute(("mkdir -p %s/r/in"):format(folder)))
      shell.write(folder .. "/" .. name, shell.read "examples/report.txt")
    end
  end)

  -- The files whose cells are printed, in order.
  local function files(out)
    local list = {}
    for line in out:gmatch "[^\n]+" do
      if line ~= list[#list] then list[#list + 1] = line end
    end
    return table.concat(list, " ")
  end

  it("takes patterns that no shell expands", function()
    local code, out = run "extract --to csv 'r/**/*.txt'"
    assert.same({0, "r/1.txt r/2.txt r/in/3.txt"}, {code, files(out)})
    code, out = run "extract --to csv 'r/[2-3].txt' r/1.txt"
    assert.same({0, "r/2.txt r/1.txt"}, {code, files(out)})
    assert.equal(0, (run "check 'r/?.txt'"))
    assert.equal(0, (run "'r/?.txt'"))
    assert.equal(0, (run "dataset 'r/*' -o out.jsonl -j 0"))
    assert.equal(3, select(2, shell.read(folder .. "/out.jsonl"):gsub("\n", "")))
    assert.matches("r/2.txt", select(2, run "similar 'r/?.txt'"), 1, true)
  end)

  it("tells of a pattern that nothing fits, and goes on", function()
    for _, command in ipairs{"check", "extract --to csv", "dataset -o out.jsonl -j 0", "similar"} do
      local code, _, err = run(command .. " 'r/*.zzz' r/1.txt")
      assert.equal(3, code, command)
      assert.matches("^govreport: r/%*%.zzz：没有与此通配符相符的文件.*%[io%.pattern%]\n$", err, 1)
    end
    local code, _, err = run "show --lang en 'r/*.zzz'"
    assert.equal(3, code)
    assert.matches("no file fits this pattern", err, 1, true)
  end)
end)
