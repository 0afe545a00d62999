--- The command line: what it prints where, and its exit codes.

local build = os.getenv("GOVREPORT_BUILD")

local pdf = require "spec.support.pdf"
local shell = require "spec.support.shell"

local run, read, write = shell.govreport, shell.read, shell.write

-- A folder for files of bad input, removed at the end.
local folder

setup(function()
  folder = shell.folder("none", "all", "all/inner")
end)

teardown(function() shell.remove(folder) end)

describe("govreport check", function()
  it("passes the example", function()
    local code, out, err = run("check examples/report.txt")
    assert.equal(0, code)
    assert.equal("", err)
    assert.equal("examples/report.txt  云岭市水务局2020年政府信息公开工作年度报告\n"
                 .. "结论：未发现错误（需修改0处，待核实0处，提示0处）\n", out)
  end)

  it("is what runs when only paths are given", function()
    local code, out = run("examples/report.txt")
    assert.equal(0, code)
    assert.matches("结论：未发现错误", out, 1, true)
  end)

  it("finds the five errors of the other example", function()
    local code, out = run("check examples/report-with-errors.txt")
    assert.equal(1, code)
    local rules = {}
    for id in out:gmatch("%[([%a_.]+)%]") do rules[#rules + 1] = id end
    assert.same({"applications.row_total", "disputes.total", "structure.parts_announced", "metadata.period",
                 "structure.section_ordinal"}, rules)
    assert.matches("结论：需修改（需修改2处，待核实3处，提示0处）", out, 1, true)
  end)

  it("speaks English", function()
    local code, out = run("check --lang en examples/report-with-errors.txt")
    assert.equal(1, code)
    assert.matches("verdict: must be corrected (must be corrected: 2, to be verified: 3, hints: 0)", out, 1, true)
  end)

  it("reads standard input", function()
    local code, out = run("check - < examples/report.txt")
    assert.equal(0, code)
    assert.matches("^<stdin>", out)
  end)

  it("searches folders", function()
    write(folder .. "/all/report.txt", read "examples/report.txt")
    write(folder .. "/all/inner/wrong.txt", read "examples/report-with-errors.txt")
    local code, out = run("check " .. folder .. "/all")
    assert.equal(1, code)
    assert.matches("/all/report.txt", out, 1, true)
    assert.matches("/all/inner/wrong.txt", out, 1, true)
  end)

  it("can be told to fail on warnings, and what to look at", function()
    local command = "check --select structure.section_ordinal examples/report-with-errors.txt"
    assert.equal(0, (run(command)))
    assert.equal(1, (run(command .. " --fail-on warning")))
    assert.equal(0, (run("check --ignore applications --ignore disputes examples/report-with-errors.txt")))
  end)

  it("colours on demand only", function()
    local _, plain = run("check examples/report-with-errors.txt")
    assert.is_nil(plain:find("\27", 1, true))
    local _, colored = run("check --color always examples/report-with-errors.txt")
    assert.is_truthy(colored:find("\27[31m", 1, true))
  end)
end)

describe("bad input", function()
  local function complains(path, code, message, shown)
    local exit, out, err = run("check " .. path)
    assert.equal(3, exit)
    assert.equal(shown or "", out)
    assert.equal(("govreport: %s：%s [%s]\n"):format(path, message, code), err)
  end

  local function file(name, bytes)
    local path = folder .. "/" .. name
    write(path, bytes)
    return path
  end

  it("missing file", function()
    complains(folder .. "/missing.txt", "io.missing", "文件或文件夹不存在，请核对路径。")
  end)

  it("folder without reports", function()
    complains(folder .. "/none", "io.no_reports",
              "文件夹中没有可读取的报告（支持扩展名：.txt .text .md .markdown .html .htm .xhtml .shtml .docx .docm .dotx "
              .. ".mht .mhtml .eml .pdf）。",
              "文件夹共0个文件：已核对0个，无法读取0个，格式不支持0个\n")
  end)

  it("empty file", function() complains(file("empty", ""), "input.empty", "文件中没有文字。") end)

  it("white space only", function() complains(file("blank", " \n　\n"), "input.empty", "文件中没有文字。") end)

  it("10 MB of zeros", function()
    complains(file("zeros", ("\0"):rep(10000000)), "input.zeros",
              "文件全部为零字节，可能未完整下载或已损坏，请重新获取。")
  end)

  it("a JPEG", function()
    complains(file("jpeg", "\xFF\xD8\xFF\xE0\0\16JFIF\0\1"), "input.image",
              "这是图片（JPEG），不是文字，无法核对；请提供文字版报告。")
  end)

  it("a PDF", function()
    if not pdf.is_read then return pending(pdf.why_not) end
    complains(file("pdf", "%PDF-1.7\n"), "pdf.broken", "PDF文件不完整或已损坏，未能读取；请重新下载或重新导出后再核对。")
  end)

  it("binary data", function()
    complains(file("binary", "abc" .. ("\0\1\2\3"):rep(50)), "input.binary",
              "第4字节起含有二进制数据，不是文本文件。")
  end)

  it("no known encoding", function()
    complains(file("invalid", "云岭市\n水务局\xFF\xFA年\n"), "input.encoding",
              "第2行（第20字节）处的内容无法按已知编码识别，请另存为UTF-8编码后再试。")
  end)

  it("text that was decoded wrongly and saved so", function()
    complains(file("mojibake", "\n鏀垮簻淇℃伅鍏紑骞村害鎶ュ憡\n"), "input.mojibake",
              "文件内容是乱码：第2行起的中文曾被误作GBK编码打开后保存，请从原网页重新保存或取得原文件。")
  end)

  it("a file over the size limit", function()
    local path = folder .. "/large"
    assert(os.execute("truncate -s 268435457 " .. path))
    complains(path, "limit.input", "文件大小268435457字节，超过上限268435456字节。")
  end)

  it("no known form", function()
    complains(file("letter", "您好，这是一封信。\n"), "form.unknown", "未识别为已知格式的报告（已尝试：cn_disclosure_2021, "
    .. "cn_disclosure_2019, cn_disclosure_2014, cn_website_annual, cn_budget_three_public）。")
  end)

  it("does not hide the findings of the other files", function()
    local code, out = run("check " .. folder .. "/missing.txt examples/report-with-errors.txt")
    assert.equal(3, code)
    assert.matches("结论：需修改", out, 1, true)
  end)
end)

describe("output that cannot be written", function()
  it("is an error, not a pass", function()
    if not io.open("/dev/full", "wb") then return pending("skipped: this system has no /dev/full") end
    local err = os.tmpname()
    local _, _, code = os.execute("LC_ALL=zh_CN.UTF-8 bin/govreport check examples/report.txt >/dev/full 2>" .. err)
    assert.equal(3, code)
    assert.matches("[io.unwritable]", read(err), 1, true)
    os.remove(err)
  end)
end)

describe("--encoding", function()
  it("says what the file does not tell", function()
    local path = folder .. "/gb18030.txt"
    assert(os.execute("iconv -f UTF-8 -t GB18030 examples/report.txt >" .. path))
    assert.equal(0, (run("check " .. path)))
    assert.equal(0, (run("check --encoding gb2312 " .. path)))
    assert.equal(3, (run("check --encoding UTF-8 " .. path)))
  end)
end)

describe("usage errors", function()
  for _, arguments in ipairs{"", "check", "check --no-such-option x", "explain no.such.rule", "extract --to xml x"} do
    it("'" .. arguments .. "' exits with 2 and prints nothing to stdout", function()
      local code, out, err = run(arguments)
      assert.equal(2, code)
      assert.equal("", out)
      assert.matches("^govreport: ", err)
    end)
  end

  it("a rule that is not there names the nearest", function()
    local _, _, err = run("explain aplications.balance")
    assert.equal("govreport: 没有规则“aplications.balance”，是否指“applications.balance”？ [rule.unknown]\n", err)
  end)
end)

describe("other commands", function()
  it("extract --to tsv prints one line per cell", function()
    local code, out = run("extract --to tsv examples/report.txt")
    assert.equal(0, code)
    local lines = {}
    for line in out:gmatch("[^\n]+") do lines[#lines + 1] = line end
    assert.equal(199, #lines)
    assert.equal("table\trow\tcolumn\tstate\tvalue\tunit\tnote\tline\traw\tinferred", lines[1])
    assert.matches("procurement\tcentralized\tamount\tnumber\t3264500\t元\t\t%d+\t3264500元\tfalse", out)
  end)

  it("extract gives the same bytes every time", function()
    local _, first = run("extract --to json examples/report.txt")
    local _, second = run("extract --to json examples/report.txt")
    assert.equal(first, second)
    assert.matches('^{\n  "schema": "govreport.report/1"', first)
  end)

  it("show draws columns that line up", function()
    local core = require "govreport.core"
    local code, out = run("show examples/report.txt")
    assert.equal(0, code)
    local widths = {}
    for line in out:match("四部分表格.-\n(.-)$"):gmatch("[^\n]+") do
      if line:match("%d$") or line:match("总计$") then widths[core.width(line)] = true end
    end
    local different = 0
    for _ in pairs(widths) do different = different + 1 end
    assert.equal(1, different)
  end)

  it("show --quantities and --ledger", function()
    local _, quantities = run("show --quantities examples/report.txt")
    assert.matches("47件", quantities, 1, true)
    local _, ledger = run("show --ledger examples/report.txt")
    assert.matches("198  已绑定：表格单元格", ledger, 1, true)
    assert.is_nil(ledger:find("未能识别", 1, true))
  end)

  it("forms, rules, explain", function()
    local _, forms = run("forms")
    assert.matches("cn_disclosure_2019", forms, 1, true)
    local _, rules = run("rules")
    assert.matches("applications.balance", rules, 1, true)
    local _, explained = run("explain applications.balance")
    assert.matches("公式：一、本年新收政府信息公开申请数量＋二、上年结转政府信息公开申请数量＝（七）总计＋四、结转下年度继续办理（表中每列）",
                   explained, 1, true)
  end)

  it("runs from any folder and through a link", function()
    local root = io.popen("pwd"):read("l")
    local link = folder .. "/link"
    assert(os.execute(("ln -s %s/bin/govreport %s"):format(root, link)))
    assert(os.execute(("cd / && %s check %s/examples/report.txt >/dev/null"):format(link, root)))
  end)
end)

if build then
  describe("the build under test", function()
    it("is the one that child processes use", function() assert.matches("^/", build) end)
  end)
end
