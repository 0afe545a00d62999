--- govreport extract: one report as data, and many.

local csv = require "govreport.base.csv"
local govreport = require "govreport"
local json_reader = require "govreport.base.json_reader"
local lfs = require "lfs"
local package = require "spec.support.package"
local shell = require "spec.support.shell"

local has_docx = pcall(require, "govreport.docx")
local right, wrong = shell.read "examples/report.txt", shell.read "examples/report-with-errors.txt"

local one = "table\trow\tcolumn\tstate\tvalue\tunit\tnote\tline\traw\tinferred"
local many = "file\tagency\tyear\tform\t" .. one .. "\tpage\tspot"

local folder

setup(function()
  folder = shell.folder("all", "all/inner", "empty")
  for name, bytes in pairs{
    ["all/a.txt"] = right, ["all/b.txt"] = "您好", ["all/c.ofd"] = "x", ["all/inner/d.txt"] = wrong, ["e.txt"] = wrong,
  } do
    shell.write(folder .. "/" .. name, bytes)
  end
end)
teardown(function() shell.remove(folder) end)

-- Runs it in the folder, through a pipe.
local function run(arguments) return shell.govreport("extract " .. arguments, {folder = folder}) end

local function lines_of(text)
  local list = {}
  for line in text:gmatch("([^\n]*)\n") do list[#list + 1] = line end
  return list
end

-- The files of the lines behind the first one, each once, in their order.
local function files_of(lines)
  local list = {}
  for i = 2, #lines do
    local file = lines[i]:match("^[^\t]*")
    if file ~= list[#list] then list[#list + 1] = file end
  end
  return list
end

-- The codes in brackets of what was told.
local function codes_of(err)
  local list = {}
  for code in err:gmatch("%[([%w_.]+)%]\n") do list[#list + 1] = code end
  return list
end

describe("extract of a file that is named itself", function()
  it("prints the lines of its cells alone", function()
    local code, out, err = run "all/a.txt"
    assert.same({0, ""}, {code, err})
    assert.equal(one, lines_of(out)[1])
    assert.equal(govreport.render(assert(govreport.parse(right)), "tsv"), out)
  end)

  it("prints an object as JSON", function()
    local code, out = run "--to json all/a.txt"
    assert.equal(0, code)
    assert.equal(govreport.render(assert(govreport.parse(right)), "json", {name = "all/a.txt"}), out)
    assert.equal(out:gsub("all/a%.txt", "-"), (select(2, run "--to json --stdin-name - - <all/a.txt")))
  end)

  it("prints nothing where it cannot be read", function()
    for _, format in ipairs{"tsv", "csv", "json", "jsonl"} do
      local code, out, err = run("--to " .. format .. " all/b.txt")
      assert.same({3, "", {"form.unknown"}}, {code, out, codes_of(err)})
    end
  end)

  it("has its file in CSV and in a line of JSON all the same", function()
    local _, alone = run "--to csv all/a.txt"
    local _, beside = run "--to csv all/a.txt e.txt"
    assert.equal(alone, beside:sub(1, #alone))
    _, alone = run "--to jsonl all/a.txt"
    _, beside = run "--to jsonl all/a.txt e.txt"
    assert.equal(alone, beside:sub(1, #alone))
  end)
end)

describe("extract of several files", function()
  it("prints one table in their order", function()
    local code, out, err = run "e.txt all/a.txt"
    assert.same({0, ""}, {code, err})
    local lines = lines_of(out)
    assert.equal(many, lines[1])
    assert.same({"e.txt", "all/a.txt"}, files_of(lines))
    for _, line in ipairs(lines) do assert.equal(15, select(2, line:gsub("\t", ""))) end
  end)

  it("has the lines of each alone between what it is and where it stands", function()
    local front = "all/a.txt\t云岭市水务局\t2020\tcn_disclosure_2019\t"
    local expected = {}
    for i, line in ipairs(lines_of(select(2, run "all/a.txt"))) do
      if i > 1 then expected[i - 1] = front .. line .. "\t\t\n" end
    end
    local _, out = run "all/a.txt e.txt"
    local start = #many + 2
    expected = table.concat(expected)
    assert.equal(expected, out:sub(start, start + #expected - 1))
  end)

  it("is a table also where but one of them is one", function()
    local code, out, err = run "no.txt all/a.txt"
    assert.same({3, {"io.missing"}}, {code, codes_of(err)})
    assert.equal(many, lines_of(out)[1])
    assert.same({"all/a.txt"}, files_of(lines_of(out)))
    assert.equal(many, lines_of(select(2, run "all/a.txt all/a.txt"))[1])
  end)

  it("takes standard input among them, once, by its name", function()
    local code, out = run "e.txt - all/a.txt - --stdin-name 送审稿.txt <all/inner/d.txt"
    assert.equal(0, code)
    assert.same({"e.txt", "送审稿.txt", "all/a.txt"}, files_of(lines_of(out)))
  end)

  it("goes on where standard input cannot be read", function()
    local code, out, err = run "- all/a.txt <&-"
    assert.same({3, {"io.unreadable"}}, {code, codes_of(err)})
    assert.same({"all/a.txt"}, files_of(lines_of(out)))
  end)
end)

describe("extract of a folder", function()
  it("prints what can be read, and tells what cannot", function()
    local code, out, err = run "all"
    assert.same({3, {"io.unsupported", "form.unknown"}}, {code, codes_of(err)})
    assert.same({"all/a.txt", "all/inner/d.txt"}, files_of(lines_of(out)))
  end)

  it("is a table where it holds one file", function()
    local _, out, err = run "all/inner"
    assert.equal("", err)
    assert.equal(many, lines_of(out)[1])
  end)

  -- Format, what is printed of none.
  for _, case in ipairs{{"tsv", many .. "\n"}, {"csv", many:gsub("\t", ",") .. "\r\n"}, {"json", "[]\n"},
                        {"jsonl", ""}} do
    it("without reports has none as " .. case[1], function()
      local command = "cd %s && { %s/bin/govreport extract --to %s empty; echo $? >&2; } | cat"
      local code, out, err = shell.run(command:format(folder, shell.root, case[1]))
      assert.equal(0, code)
      assert.equal(case[2], out)
      assert.matches("%[io%.no_reports%]\n3\n$", err)
    end)
  end

  it("gives the same bytes every time", function()
    for _, format in ipairs{"tsv", "csv", "json", "jsonl"} do
      local _, first = run("--to " .. format .. " all e.txt")
      assert.is_true(#first > 10000)
      assert.equal(first, (select(2, run("--to " .. format .. " all e.txt"))))
    end
  end)

  it("does so with a file that may not be read", function()
    local path = folder .. "/closed"
    assert(lfs.mkdir(path))
    shell.write(path .. "/a.txt", right)
    shell.write(path .. "/b.txt", right)
    assert(os.execute("chmod 000 " .. path .. "/a.txt"))
    if io.open(path .. "/a.txt") then   -- who may read everything
      os.remove(path .. "/a.txt")
      assert(lfs.link("/nowhere", path .. "/a.txt", true))
    end
    local code, out, err = run "closed"
    shell.remove(path)
    assert.equal(3, code)
    assert.equal(1, #codes_of(err))
    assert.matches("closed/a%.txt", err)
    assert.same({"closed/b.txt"}, files_of(lines_of(out)))
  end)

  it("of an archive prints the paths in it", function()
    if not has_docx then return pending "the module govreport.docx is not built" end
    shell.write(folder .. "/round.zip", package.zip{{"县局/a.txt", right}, {"b.txt", "二"}, {"c.txt", wrong}})
    local code, out, err = run "round.zip"
    assert.same({3, {"form.unknown"}}, {code, codes_of(err)})
    assert.same({"round.zip/c.txt", "round.zip/县局/a.txt"}, files_of(lines_of(out)))
  end)
end)

describe("extract --to csv", function()
  it("has the fields of the lines", function()
    local _, out = run "--to csv e.txt all"
    local rows, lines = assert(csv.parse(out)), lines_of(select(2, run "e.txt all"))
    assert.equal(#lines, #rows)
    for i, line in ipairs(lines) do
      local fields = {}
      for field in (line .. "\t"):gmatch("([^\t]*)\t") do fields[#fields + 1] = field end
      rows[i].line = nil
      assert.same(fields, rows[i])
    end
  end)

  it("has a byte order mark where the output is a file, and none in a pipe", function()
    assert.equal(csv.mark .. "file,", (select(2, run "--to csv all/a.txt")):sub(1, 8))
    assert.equal(csv.mark .. "file,", (select(2, run "--to csv all")):sub(1, 8))
    local _, piped = shell.run(("cd %s && %s/bin/govreport extract --to csv all/a.txt e.txt | cat"):format(
      folder, shell.root))
    assert.equal("file,", piped:sub(1, 5))
  end)
end)

describe("extract of many as JSON", function()
  it("is a list of what each alone is", function()
    local _, out = run "--to json e.txt all"
    local list = assert(json_reader.decode(out))
    assert.equal(3, #list)
    for i, path in ipairs{"e.txt", "all/a.txt", "all/inner/d.txt"} do
      assert.same(assert(json_reader.decode((select(2, run("--to json " .. path))))), list[i])
    end
  end)

  it("has a report on each line, behind its file", function()
    local _, out = run "--to jsonl e.txt all"
    local lines = lines_of(out)
    assert.equal(3, #lines)
    for i, path in ipairs{"e.txt", "all/a.txt", "all/inner/d.txt"} do
      assert.equal(('{"file": "%s", "schema": "govreport.report/1", '):format(path), lines[i]:match('^{.-/1", '))
      local own = assert(json_reader.decode(lines[i]))
      assert.equal(path, own.file)
      own.file = nil
      assert.same(assert(json_reader.decode((select(2, run("--to json " .. path))))), own)
    end
  end)
end)

describe("extract of many", function()
  it("writes each report as soon as it was read", function()
    -- The second one comes through a pipe, whose other end is written when the first one was seen.
    local code, out = shell.run(([[cd %s && mkfifo pipe out
      { timeout 20 %s/bin/govreport extract all/a.txt pipe >out & }
      { while read -r line; do case $line in *carried_forward*total*) echo seen; cat all/a.txt >pipe; break;; esac; done
        cat >/dev/null; } <out; rm pipe out]]):format(folder, shell.root))
    assert.same({0, "seen\n"}, {code, out})
  end)

  it("ends where nobody reads on, and says nothing", function()
    local command = "cd %s && %s/bin/govreport extract e.txt all/a.txt all/inner/d.txt | head -1"
    local _, out, err = shell.run(command:format(folder, shell.root))
    assert.same({many .. "\n", ""}, {out, err})
  end)

  it("ends where the output cannot be written", function()
    if not lfs.attributes "/dev/full" then return pending "there is no /dev/full" end
    local code, _, err = run "e.txt all >/dev/full"
    assert.equal(3, code)
    assert.equal("io.unwritable", codes_of(err)[#codes_of(err)])
  end)
end)
