--- govreport review: pages, and folders of them.

local clean_reports = require "spec.support.clean_reports"
local csv = require "govreport.base.csv"
local json_reader = require "govreport.base.json_reader"
local lfs = require "lfs"
local review_html = require "spec.support.review_html"
local shell = require "spec.support.shell"

local folder, reports

local function govreport(arguments, options)
  local code, out, err = shell.govreport("review " .. arguments, options)
  assert.equal("", out)
  return code, err
end

local function path(name) return folder .. "/" .. name end

local function is_there(name) return lfs.attributes(path(name), "mode") ~= nil end

-- The files below a folder, in order.
local function files_of(name)
  local list = {}
  local pipe = assert(io.popen(("cd %s && find . -type f | sort"):format(path(name))))
  for line in pipe:lines() do list[#list + 1] = line:sub(3) end
  pipe:close()
  return list
end

setup(function()
  folder = shell.folder("few", "sixty")
  reports = path "few"
  shell.write(reports .. "/错.txt", shell.read "examples/report-with-errors.txt")
  shell.write(reports .. "/index.html", shell.read "examples/report-2021.html")
  shell.write(reports .. "/A.html", clean_reports.new(3, 1).text)
  shell.write(reports .. "/a.txt", shell.read "examples/report.txt")
  shell.write(reports .. "/坏.txt", "不是报告。\n")
end)

teardown(function() shell.remove(folder) end)

describe("govreport review of a file", function()
  it("writes its page, and exits as check does", function()
    local code, err = govreport("examples/report-with-errors.txt -o " .. path "one.html")
    assert.same({1, ""}, {code, err})
    local page = shell.read(path "one.html")
    assert.same({}, review_html.broken_links(page))
    assert.equal(5, review_html.count(page))
    assert.equal(0, (govreport("examples/report.txt -o " .. path "clean.html")))
    assert.is_truthy(shell.read(path "clean.html"):find("未发现需修改、待核实之处。", 1, true))
  end)

  it("reads standard input", function()
    local code = govreport("- --stdin-name 草稿.txt -o " .. path "in.html < examples/report.txt")
    assert.equal(0, code)
    assert.is_truthy(shell.read(path "in.html"):find("文件：草稿.txt", 1, true))
  end)

  it("leaves nothing of a file that cannot be read", function()
    local code, err = govreport(reports .. "/坏.txt -o " .. path "bad.html")
    assert.equal(3, code)
    assert.matches("form.unknown", err, 1, true)
    assert.is_false(is_there "bad.html")
  end)
end)

describe("govreport review of a folder", function()
  it("writes a list, a page and a letter for each, a table, and the next first round", function()
    local code, err = govreport(reports .. " -o " .. path "out/")
    assert.equal(3, code)
    assert.matches("坏.txt：未识别为已知格式的报告", err, 1, true)
    assert.same({
      "index.html", "letters/错.html", "pages/A.html", "pages/a-2.html", "pages/index.html", "pages/错.html",
      "round.json", "汇总.csv"}, files_of "out")
    assert.is_false(is_there "out.part")
  end)

  it("lists the worst first, and what was not read apart", function()
    local index = shell.read(path "out/index.html")
    local text = review_html.text(index)
    assert.is_truthy(text:find("核对结果（4份报告）", 1, true))
    local first = index:match('<tbody>\n<tr><th scope="row"><a href="([^"]+)"')
    assert.equal("pages/%E9%94%99.html", first)
    assert.is_truthy(index:find("未读取文件（1）", 1, true))
    for target in index:gmatch('href="([^"]+)"') do
      local name = target:gsub("%%(%x%x)", function(hex) return string.char(tonumber(hex, 16)) end)
      assert.is_true(is_there("out/" .. name), name)
    end
  end)

  it("writes a row for each finding, with a column for the answer", function()
    local rows = assert(csv.parse(shell.read(path "out/汇总.csv")))
    local head, severities = rows[1], {}
    assert.equal("修改情况", head[#head])
    for i = 2, #rows do
      local row = rows[i]
      assert.equal(#head, #row)
      assert.equal("", row[#row])
      severities[row[5]] = (severities[row[5]] or 0) + 1
    end
    assert.same({["需修改"] = 2, ["待核实"] = 3, ["未读取"] = 1}, severities)
  end)

  it("tells in the next round what is resolved", function()
    local round = assert(json_reader.decode(shell.read(path "out/round.json")))
    assert.equal("govreport.findings/1", round.schema)
    shell.write(reports .. "/错.txt", shell.read "examples/report.txt")
    local code = govreport(("%s -o %s --since %s"):format(reports, path "second/", path "out"))
    assert.equal(3, code)
    local text = review_html.text(shell.read(path "second/index.html"))
    assert.is_truthy(text:find("已改正5、仍存在0、新出现0", 1, true))
    shell.write(reports .. "/错.txt", shell.read "examples/report-with-errors.txt")
  end)

  it("tells who of a roster has not handed in", function()
    shell.write(path "roster.csv", "名称\n云岭市水务局\n云岭市统计局\n")
    govreport(("%s -o %s --roster %s"):format(reports, path "roster/", path "roster.csv"))
    local text = review_html.text(shell.read(path "roster/index.html"))
    assert.is_truthy(text:find("未报送（1）", 1, true))
    assert.is_truthy(text:find("云岭市统计局", 1, true))
    assert.is_truthy(text:find("未读取的文件和未能识别单位的报告，可能属于下列单位", 1, true))
  end)

  it("writes into letters who sends them and until when", function()
    govreport(("%s -o %s --from 云岭市政务公开办 --deadline 2025-02-28"):format(reports, path "letters/"))
    local letter = shell.read(path "letters/letters/错.html")
    assert.is_truthy(letter:find("云岭市政务公开办", 1, true))
    assert.is_truthy(letter:find("2025年2月28日", 1, true))
  end)

  it("is the same each time, and in sixty reports finds the ones that are wrong", function()
    for number = 1, 60 do
      local text = clean_reports.new(5, number).text
      if number % 20 == 0 then text = text:gsub("(云岭市?)", "%1") .. "\n" end
      shell.write(("%s/%02d.txt"):format(path "sixty", number), text)
    end
    govreport(path "sixty" .. " -o " .. path "first60/")
    govreport(path "sixty" .. " -o " .. path "second60/")
    assert.equal(0, (shell.run(("diff -r %s %s"):format(path "first60", path "second60"))))
    local index = shell.read(path "first60/index.html")
    local _, rows = index:gsub('<th scope="row">', "")
    assert.equal(60, rows)
  end)
end)

-- Arguments, the exit code, the code of the complaint, what must not be there then.
local refused = {
  {"a name that is neither a page nor a folder", "examples/report.txt -o {x.txt}", 2, "review.ending"},
  {"a page for several reports", "examples/report.txt examples/report-2021.html -o {x.html}", 2, "review.single"},
  {"a page for a folder", "{few} -o {x.html}", 2, "review.single"},
  {"a roster for a page", "examples/report.txt --roster {roster.csv} -o {x.html}", 2, "review.folder_only"},
  {"a sender for a page", "examples/report.txt --from x -o {x.html}", 2, "review.folder_only"},
  {"a folder with something in it", "{few} -o {few}", 2, "review.taken"},
  {"no output", "examples/report.txt", 2, "usage.missing"},
  {"no reports", "-o {x.html}", 2, "usage.missing"},
  {"a day that is none", "{few} --deadline 2025-02-30 -o {x/}", 2, "letter.deadline"},
  {"a first round that is not there", "{few} --since {none.json} -o {x/}", 2, "io.missing"},
  {"a first round that is none", "{few} --since {roster.csv} -o {x/}", 2, "since.syntax"},
  {"a roster that is none", "{few} --roster {none.csv} -o {x/}", 2, "io.missing"},
  {"a folder in one that is not there", "{few} -o {none/x/}", 3, "io.unwritable"},
  {"a page in a folder that is not there", "examples/report.txt -o {none/x.html}", 3, "io.unwritable"},
}

describe("govreport review refuses", function()
  for _, case in ipairs(refused) do
    it(case[1], function()
      shell.write(path "roster.csv", "名称\n云岭市水务局\n")
      local code, err = govreport((case[2]:gsub("{(.-)}", function(name) return path(name) end)))
      assert.equal(case[3], code)
      assert.matches("[" .. case[4] .. "]", err, 1, true)
      for _, name in ipairs{"x.html", "x.txt", "x", "x.part", "few.part"} do assert.is_false(is_there(name), name) end
    end)
  end

  it("a folder that cannot be written whole, and leaves nothing of it", function()
    shell.write(path "limited.sh", ("ulimit -f 20; trap '' XFSZ; exec %s/bin/govreport review %s -o %s"):format(
      shell.root, reports, path "full/"))
    local code, _, err = shell.run(("GOVREPORT_BUILD=%s LC_ALL=zh_CN.UTF-8 bash %s"):format(
      shell.build, path "limited.sh"))
    assert.equal(3, code)
    assert.matches("io.unwritable", err, 1, true)
    assert.is_false(is_there "full")
    assert.is_false(is_there "full.part")
  end)
end)
