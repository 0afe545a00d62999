--- The command line of what compares reports: output, exit codes.

local shell = require "spec.support.shell"

local run, read, write = shell.govreport, shell.read, shell.write

local folder
local text = read "examples/report.txt"

local function file(name, from, to)
  local path = folder .. "/" .. name
  local start, stop = text:find(from, 1, true)
  write(path, text:sub(1, start - 1) .. to .. text:sub(stop + 1))
  return path
end

setup(function()
  folder = shell.folder "all"
end)

teardown(function() shell.remove(folder) end)

describe("govreport diff", function()
  it("tells what differs, with both places", function()
    local code, out, err = run("diff examples/report.txt examples/report-with-errors.txt")
    assert.equal(1, code)
    assert.equal("", err)
    local lines = {}
    for line in out:gmatch("[^\n]+") do lines[#lines + 1] = line end
    assert.equal("B  examples/report-with-errors.txt  云岭市水务局2020年政府信息公开工作年度报告", lines[2])
    assert.equal("  12:13  12:13  统计期限起  2020-01-01 → 2019-01-01", lines[4])
    assert.equal("  590:1  590:1  第四部分表格“行政复议”行“总计”列                                    2 → 3", lines[8])
    assert.equal("  36:5  36:3  第二部分  二、主动公开政府信息情况 → 主动公开政府信息情况", lines[10])
    assert.equal("  12:3      12:3      引言  仅数字不同：2020→2019、2020→2019", lines[14])
    assert.equal("    各项数据的统计期限为[-2020-]{+2019+}年1月1日至[-2020-]{+2019+}年12月31日。", lines[15])
    assert.equal("结论：有7处不同（基本信息2处，表格2处，标题1处，正文2处）", lines[16])
  end)

  it("tells alike changes of a row in one line", function()
    local other = file("dash.txt", "规章\n\n0\n\n0\n\n0", "规章\n\n—\n\n—\n\n—")
    local code, out = run("diff --lang en examples/report.txt " .. other)
    assert.equal(1, code)
    assert.matches("table “第二十条第（一）项”, row “规章”, column “本年新制作数量、本年新公开数量、对外公开总数量”  0 → —", out, 1, true)
    assert.matches("verdict: 3 differences", out, 1, true)
  end)

  it("colours on request, and no other time", function()
    local _, plain = run("diff examples/report.txt examples/report-with-errors.txt")
    assert.is_nil(plain:find("\27", 1, true))
    local _, colored = run("diff --color always examples/report.txt examples/report-with-errors.txt")
    assert.matches("\27%[31m2020\27%[0m\27%[32m2019\27%[0m年1月1日", colored)
  end)

  it("finds nothing in the same file", function()
    local code, out = run("diff examples/report.txt examples/report.txt")
    assert.equal(0, code)
    assert.matches("结论：两份报告内容一致\n$", out)
  end)

  it("says so where a cell cannot be read", function()
    local other = file("unreadable.txt", "（一）予以公开\n\n17", "（一）予以公开\n\n1O")
    local code, out = run("diff examples/report.txt " .. other)
    assert.equal(3, code)
    assert.matches("结论：无法判断是否一致，有1格无法识别", out, 1, true)
  end)

  it("prints JSON", function()
    local code, out = run("diff --to json examples/report.txt examples/report-with-errors.txt")
    assert.equal(1, code)
    assert.matches('"schema": "govreport.diff/1"', out, 1, true)
    assert.matches('"address": "disputes.reconsideration.total"', out, 1, true)
    assert.equal(out, select(2, run("diff --to json examples/report.txt examples/report-with-errors.txt")))
  end)

  it("escapes what a file holds", function()
    local other = file("escape.txt", "发布信息612条", "发布\27[31m信息\226\128\174612条")
    local _, out = run("diff examples/report.txt " .. other)
    assert.is_nil(out:find("\27", 1, true) or out:find("\226\128\174", 1, true))
  end)

  it("fails for files that are none, and for wrong usage", function()
    assert.equal(3, (run("diff examples/report.txt " .. folder .. "/none.txt")))
    assert.equal(2, (run("diff examples/report.txt")))
    assert.equal(2, (run("diff --years all examples/report.txt examples/report.txt")))
  end)
end)

describe("govreport same", function()
  it("compares each file with the first", function()
    local copy = file("copy.txt", "围绕供水保障", "围绕供水\n保障")
    local code, out = run("same examples/report.txt " .. copy .. " examples/report-with-errors.txt")
    assert.equal(1, code)
    assert.equal(2, select(2, out:gsub("结论", "")))
    assert.equal(0, (run("same examples/report.txt " .. copy)))
  end)

  it("takes years as printed", function()
    local code, out = run("same examples/report.txt examples/report-2021.html")
    assert.equal(1, code)
    assert.is_nil(out:find("--years", 1, true))
  end)

  it("leaves open what is unreadable, and fails for files that are none", function()
    local other = file("unreadable.txt", "（一）予以公开\n\n17", "（一）予以公开\n\n1O")
    assert.equal(3, (run("same examples/report.txt " .. other)))
    assert.equal(1, (run("same examples/report.txt " .. other .. " examples/report-with-errors.txt")))
    assert.equal(3, (run("same examples/report.txt " .. folder .. "/none.txt")))
    assert.equal(2, (run("same examples/report.txt")))
  end)

  it("prints a JSON list", function()
    local code, out = run("same --to json examples/report.txt examples/report.txt")
    assert.equal(0, code)
    assert.matches("^%[\n", out)
    assert.matches('"verdict": "same"', out, 1, true)
  end)
end)

describe("govreport similar", function()
  setup(function()
    for i, agency in ipairs{"云岭市水务局", "松陵州民政局", "青禾县统计局"} do
      write(("%s/all/%d.txt"):format(folder, i), (text:gsub("云岭市水务局", agency)))
    end
  end)

  it("lists the groups", function()
    local code, out, err = run("similar " .. folder .. "/all")
    assert.equal(1, code)
    assert.equal("", err)
    assert.matches("第五部分：3份报告的文字基本相同", out, 1, true)
    assert.matches("1       青禾县统计局  2020      616:3  " .. folder .. "/all/3.txt", out, 1, true)
    assert.matches("比较了3份报告：2组文字基本相同（相似度0.8以上），请核实是否照抄。\n", out, 1, true)
  end)

  it("finds nothing in one report", function()
    local code, out = run("similar examples/report.txt")
    assert.equal(0, code)
    assert.equal("比较了1份报告：没有发现文字基本相同的部分（相似度0.8以上）。\n", out)
  end)

  it("prints JSON", function()
    local code, out = run("similar --to json --section problems " .. folder .. "/all")
    assert.equal(1, code)
    assert.matches('"schema": "govreport.similar/1"', out, 1, true)
    assert.equal(3, select(2, out:gsub('"ratio": 1,', "")))
  end)

  it("goes on past files that are no reports, and says so", function()
    write(folder .. "/all/4.txt", "通知\n")
    local code, out, err = run("similar " .. folder .. "/all")
    os.remove(folder .. "/all/4.txt")
    assert.equal(3, code)
    assert.matches("[form.unknown]", err, 1, true)
    assert.matches("比较了3份报告", out, 1, true)
  end)

  it("refuses parts, thresholds and lengths that are none", function()
    local code, _, err = run("similar --section problem examples")
    assert.equal(2, code)
    assert.matches("没有“problem”部分，是否指“problems”？", err, 1, true)
    assert.equal(2, (run("similar --at-least 80 examples")))
    assert.equal(2, (run("similar --at-least 0.1 examples")))
    assert.equal(2, (run("similar --shortest 0 examples")))
  end)
end)

describe("docs/json.md", function()
  it("names every key of the JSON of comparisons", function()
    local doc, checked = read "docs/json.md", 0
    for _, arguments in ipairs{"diff --to json examples/report.txt examples/report-2021.html",
                               "similar --to json --at-least 0.7 " .. folder .. "/all"} do
      local _, out = run(arguments)
      for key in out:gmatch('\n *"([%a_]+)": ') do
        assert.is_truthy(doc:find("`" .. key .. "`", 1, true) or doc:find("[{, ]" .. key .. "[,}]"), key)
        checked = checked + 1
      end
      assert.is_truthy(doc:find(out:match('"schema": "([^"]+)"'), 1, true))
    end
    assert.is_true(checked > 1000)
  end)
end)
