--- `govreport check` with its formats, counts, letters and rounds, as people run it.

local lfs = require "lfs"
local json_reader = require "govreport.base.json_reader"
local shell = require "spec.support.shell"

local errors = "examples/report-with-errors.txt"
local folder

local run, read = shell.govreport, shell.read

setup(function()
  folder = shell.folder()
end)

teardown(function() shell.remove(folder) end)

describe("check --format", function()
  it("json of several files, one missing, is one document with the exit code", function()
    local code, out, err = run("check --format json " .. errors .. " examples/report.txt none.txt")
    assert.equal(3, code)
    local value = assert(json_reader.decode(out))
    assert.same({errors, "examples/report.txt", "none.txt"},
                {value.files[1].name, value.files[2].name, value.files[3].name})
    assert.equal(3, value.exit)
    assert.matches("[io.missing]", err, 1, true)
  end)

  it("sarif and junit go to standard output alone", function()
    local code, out, err = run("check --format sarif " .. errors)
    assert.same({1, ""}, {code, err})
    assert.equal("2.1.0", json_reader.decode(out).version)
    assert.matches("^<%?xml", select(2, run("check --format junit " .. errors)))
  end)
end)

describe("check --addresses", function()
  it("prints the addresses of cells below each finding", function()
    local address = "applications.unavailable_not_held.natural_person"
    assert.is_nil(select(2, run("check --brief " .. errors)):find(address, 1, true))
    assert.matches("%[applications.row_total%]\n +" .. address .. "\n",
                   select(2, run("check --brief --addresses " .. errors)))
  end)

  it("goes with text alone", function()
    local code, out, err = run("check --addresses --format concise " .. errors)
    assert.same({2, ""}, {code, out})
    assert.matches("--addresses只用于文本格式", err, 1, true)
  end)
end)

describe("check --statistics", function()
  it("counts rules and reports at the end", function()
    local _, out = run("check --brief --statistics examples/report.txt examples/report-2021.html " .. errors)
    local tail = out:match("\n统计.*$")
    assert.matches("统计（已核对的报告：3份）", tail, 1, true)
    assert.matches("disputes.total +需修改 +1 +1", tail)
    assert.matches("需修改2处，待核实3处", tail, 1, true)
    assert.matches("需修改1份，未发现错误2份\n$", tail)
  end)

  it("goes with text alone", function()
    local code, out, err = run("check --statistics --format json " .. errors)
    assert.same({2, ""}, {code, out})
    assert.matches("--statistics只用于文本格式", err, 1, true)
  end)
end)

describe("check --letter", function()
  it("writes Markdown and HTML by the ending", function()
    assert.equal(1, (run(("check --letter %s/a.md %s"):format(folder, errors))))
    assert.matches("^# 关于《云岭市水务局2020年政府信息公开工作年度报告》的退改意见\n", read(folder .. "/a.md"))
    assert.equal(1, (run(("check --letter %s/a.html %s"):format(folder, errors))))
    assert.matches("^<!DOCTYPE html>", read(folder .. "/a.html"))
  end)

  it("writes a Word file by the ending", function()
    if not pcall(require, "govreport.docx") then return pending "the module govreport.docx is not built" end
    assert.equal(1, (run(("check --letter %s/a.docx %s"):format(folder, errors))))
    assert.matches("^PK\3\4", read(folder .. "/a.docx"))
  end)

  it("writes one for each report with something to say into a folder", function()
    run(("check --letter %s/letters/ examples"):format(folder))
    local names = {}
    for name in lfs.dir(folder .. "/letters") do
      if name:sub(1, 1) ~= "." then names[#names + 1] = name end
    end
    assert.same({"report-with-errors.letter.html"}, names)
  end)

  for _, case in ipairs{
    {"a.md examples", "letter.single"}, {"a.doc " .. errors, "letter.ending"}, {"a " .. errors, "letter.ending"},
    {"none/b/ " .. errors, "letter.folder"},
  } do
    it("'" .. case[1] .. "' is wrong usage", function()
      local code, out, err = run("check --letter " .. folder .. "/x" .. case[1])
      assert.same({2, ""}, {code, out})
      assert.matches("[" .. case[2] .. "]", err, 1, true)
    end)
  end

  it("has the sender, the deadline, the contact and today's date", function()
    run(("check --letter %s/b.md --from 云岭市人民政府办公室 --deadline 2021-02-28 --contact 张敏 %s"):format(folder, errors))
    local text = read(folder .. "/b.md")
    assert.matches("，于2021年2月28日前连同", text, 1, true)
    assert.matches("\n\n云岭市人民政府办公室\n\n%d+年%d+月%d+日\n\n（联系方式：张敏）\n$", text)
  end)

  for _, case in ipairs{
    {"--deadline 2021-02-28", "letter.alone"}, {"--from 办公室", "letter.alone"}, {"--contact 张敏", "letter.alone"},
    {"--letter /none/a.md --deadline 2021-02-30", "letter.deadline"},
    {"--letter /none/a.md --deadline 28.2.2021", "letter.deadline"},
  } do
    it("'" .. case[1] .. "' is wrong usage", function()
      local code, out, err = run("check " .. case[1] .. " " .. errors)
      assert.same({2, ""}, {code, out})
      assert.matches("[" .. case[2] .. "]", err, 1, true)
    end)
  end

  it("that cannot be written is no pass", function()
    local code, _, err = run("check --letter " .. folder .. "/none/a.md examples/report.txt")
    assert.equal(3, code)
    assert.matches("[io.unwritable]", err, 1, true)
  end)
end)

describe("check --since", function()
  it("marks what is open and tells what is resolved", function()
    local _, _, code = os.execute(("bin/govreport check --format json %s >%s/first.json"):format(errors, folder))
    assert.equal(1, code)
    local text = read(errors):gsub("五部分组成", "六部分组成")
    local file = assert(io.open(folder .. "/second.txt", "wb"))
    file:write(text)
    file:close()
    local _, out = run(("check --brief --since %s/first.json %s/second.txt"):format(folder, folder))
    assert.matches("〔未改〕第四部分表格“行政复议”", out, 1, true)
    assert.matches("与上一轮相比已解决1处：\n    引言称全文由5个部分组成", out, 1, true)
    local _, json = run(("check --format json --since %s/first.json %s/second.txt"):format(folder, folder))
    local entry = json_reader.decode(json).files[1]
    assert.equal("open", entry.findings[1].status)
    assert.equal("structure.parts_announced", entry.resolved[1].rule)
  end)

  describe("of a folder", function()
    local round = folder .. "/first_of_folder.json"
    local second = folder .. "/second_of_folder"

    -- What a check of the second folder says behind a first round of both reports.
    local function again(format, path)
      return select(2, run(("check --brief --format %s --since %s %s"):format(format, round, path or second)))
    end

    setup(function()
      os.execute(("mkdir -p %s && cp examples/report.txt %s/renamed.txt"):format(second, second))
      os.execute(("bin/govreport check --format json examples/report.txt examples/website-2023.html >%s"):format(round))
    end)

    it("names the reports that are absent, in front of the counts", function()
      local name = "examples/website-2023.html"
      local out = again "text"
      local at = assert(out:find("上一轮有、本轮未见的报告（1份）：\n  " .. name .. "  ", 1, true))
      assert.truthy(out:find("文件夹", at, true))
      assert.is_nil(out:find("examples/report.txt", 1, true))
    end)

    it("has them in JSON and JSON lines", function()
      local _, json = run(("check --format json --since %s %s"):format(round, second))
      local list = json_reader.decode(json).absent
      assert.equal(1, #list)
      assert.equal("examples/website-2023.html", list[1].name)
      assert.equal(2023, list[1].year)
      local _, lines = run(("check --format jsonl --since %s %s"):format(round, second))
      assert.matches('{"absent": ?%[{"name": ?"examples/website%-2023.html"', lines)
    end)

    it("has none where all are there, and none of one file", function()
      local _, json = run(("check --format json --since %s examples"):format(round))
      assert.same({}, json_reader.decode(json).absent)
      local _, alone = run(("check --format json --since %s examples/report.txt"):format(round))
      assert.is_nil(json_reader.decode(alone).absent)
      assert.is_nil(again("text", "examples/report.txt"):find("未见", 1, true))
    end)
  end)

  for _, case in ipairs{{"none.json", "io.missing"}, {errors, "since.syntax"}} do
    it("of " .. case[1] .. " is wrong usage", function()
      local code, _, err = run("check --since " .. case[1] .. " " .. errors)
      assert.equal(2, code)
      assert.matches("[" .. case[2] .. "]", err, 1, true)
    end)
  end
end)

describe("explain", function()
  it("lists the rules of a family", function()
    local code, out = run("explain disputes")
    assert.equal(0, code)
    assert.matches("^disputes.total +需修改", out)
  end)

  it("shows fields as marks, the formula and both examples", function()
    local _, out = run("explain applications.balance")
    assert.is_nil(out:find("[{}]"))
    assert.matches("〔…〕", out, 1, true)
    assert.matches("31＋2＝33 ≠ 32", out, 1, true)
    assert.matches("31＋2＝33 ＝ 32＋1＝33", out, 1, true)
  end)
end)
