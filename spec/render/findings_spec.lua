--- The formats of findings: what they have in common, and each one's own.

local core = require "govreport.core"
local findings = require "spec.support.findings"
local json_reader = require "govreport.base.json_reader"
local model = require "govreport.explanations.model"
local rule = require "govreport.check.rule"
local sample = require "govreport.form.sample"

local entry = findings.entry()
local formats = {"text", "concise", "json", "jsonl", "sarif", "junit", "github"}

local function decode(text)
  return assert(json_reader.decode(text))
end

local function lines_of(text)
  local lines = {}
  for line in text:gmatch("[^\n]+") do lines[#lines + 1] = line end
  return lines
end

describe("every format", function()
  for _, format in ipairs(formats) do
    it(format .. " carries the addresses, the rules and the messages", function()
      local text = findings.render(format, {entry}, {addresses = true})
      assert.matches("applications.unavailable_not_held.natural_person", text, 1, true)
      assert.matches("disputes.reconsideration", text, 1, true)
      for found in entry.result:findings() do assert.matches(found.rule, text, 1, true) end
      assert.matches("引言称全文由5个部分组成，正文实有6个部分，请核实后统一。", text, 1, true)
    end)

    it(format .. " gives the same bytes every time", function()
      assert.equal(findings.render(format, {entry}), findings.render(format, {findings.entry()}))
    end)

    it(format .. " lets nothing through that moves a cursor or turns the direction", function()
      local text = findings.render(format, {findings.hostile_entry("a\27[2J\u{202E}b\xFF.txt")}, nil,
                                   {{name = "\27]0;x\7\xFE", message = "m\27[1m", code = "io.missing"}})
      assert.is_nil(text:find("[%z\1-\8\11-\31\127]"))
      assert.is_nil(text:find("\226\128[\142\143\170-\174]"))
      assert.is_nil(text:find("\226\129[\166-\169]"))
      assert.truthy(utf8.len(text))
    end)

    it(format .. " speaks English where it should", function()
      local text = findings.render(format, {entry}, {lang = "en"})
      assert.matches("the preface announces 5 parts, the report has 6; please verify which holds.", text, 1, true)
    end)
  end
end)

describe("concise", function()
  it("has one line for each finding, with its place, severity and rule", function()
    local lines = lines_of(findings.render("concise", {entry}))
    assert.equal(5, #lines)
    assert.equal("examples/report-with-errors.txt:582:1: error: 第四部分表格“行政复议”：分项合计2件（维持1、其他1），“总计”填3件，请核改。"
                 .. " [disputes.total] disputes.reconsideration.* expected=2 actual=3 alternatives=5", lines[5])
  end)

  it("keeps hostile text on its line", function()
    assert.equal(1, #lines_of(findings.render("concise", {findings.hostile_entry()})))
  end)
end)

describe("json", function()
  it("is one object for several files and failures", function()
    local failure = {name = "a", message = "m", code = "io.missing"}
    local value = decode(findings.render("json", {entry, entry}, nil, {failure}))
    assert.equal("govreport.findings/1", value.schema)
    assert.equal(3, #value.files)
    assert.equal("io.missing", value.files[3].failure.code)
    assert.equal(1, value.exit)
  end)

  it("has all that a finding holds", function()
    local file = decode(findings.render("json", {entry})).files[1]
    assert.equal("云岭市水务局", file.agency)
    assert.equal(2020, file.year)
    assert.equal("fail", file.verdict)
    local found
    for _, one in ipairs(file.findings) do
      if one.rule == "applications.row_total" then found = one end
    end
    assert.equal("error", found.severity)
    assert.equal(4, found.expected)
    assert.equal(5, found.actual)
    assert.same({{address = "applications.unavailable_not_held.natural_person", value = 4}}, found.repair)
    assert.same({"applications.concluded"}, {found.also[1]})
    assert.equal("number", found.cells[1].state)
    assert.same({line = 366, column = 1, byte = 4826, byte_end = 4826}, found.place)
    assert.matches("^%x+%.%x+$", found.fingerprint)
    assert.truthy(found.messages.zh and found.messages.en)
  end)

  it("is whole without files", function()
    assert.same({}, decode(findings.render("json", {})).files)
  end)

  it("gives hostile text back as it was", function()
    local value = decode(findings.render("json", {findings.hostile_entry("a\xFF\"b")}))
    assert.equal("a\u{FFFD}\"b", value.files[1].name)
    assert.equal(findings.hostile, value.files[1].findings[1].places[1].raw)
  end)
end)

describe("jsonl", function()
  it("has one object a line", function()
    local lines = lines_of(findings.render("jsonl", {entry, findings.hostile_entry()}))
    assert.equal(6, #lines)
    for _, line in ipairs(lines) do assert.equal(2020, decode(line).year) end
  end)
end)

describe("github", function()
  it("is a command a line", function()
    local lines = lines_of(findings.render("github", {entry}))
    assert.equal(5, #lines)
    assert.equal("::warning file=examples/report-with-errors.txt,line=36,col=3,title=structure.section_ordinal::"
                 .. "“主动公开政府信息情况”标题缺序号，应为“二、主动公开政府信息情况”，请核实后更正。%0Aat=36:3 expected=二、 actual=", lines[3])
  end)

  it("escapes what would end a property or a message", function()
    local text = findings.render("github", {findings.hostile_entry("a,b:c%d.txt")})
    assert.equal(1, #lines_of(text))
    assert.matches("::warning file=a%2Cb%3Ac%25d.txt,line=", text, 1, true)
    assert.is_nil(text:find("'%0A", 1, true))
    assert.matches("'%250A", text, 1, true)
  end)

  it("tells of files that could not be read", function()
    assert.equal("::error file=x.txt,title=io.missing::m\n",
                 findings.render("github", {}, nil, {{name = "x.txt", message = "m", code = "io.missing"}}))
  end)
end)

describe("junit", function()
  -- The elements of XML of ours, with what is wrong with their nesting.
  local function open_elements(text)
    local stack, seen = {}, {}
    for slash, name, rest in text:gmatch("<(/?)([%a]+)([^>]*)>") do
      if slash == "/" then assert.equal(table.remove(stack), name)
      else
        seen[name] = (seen[name] or 0) + 1
        if rest:sub(-1) ~= "/" then stack[#stack + 1] = name end
      end
    end
    assert.same({}, stack)
    return seen
  end

  it("has a suite for each file and a test for each rule", function()
    local text = findings.render("junit", {entry, findings.hostile_entry("<a&\"b'>")})
    local seen = open_elements(text)
    assert.same({2, 2 * #rule.all(), 2}, {seen.testsuite, seen.testcase, seen.failure})
    local suite = ('<testsuite name="examples/report-with-errors.txt" tests="%d" failures="2"'):format(#rule.all())
    assert.matches(suite, text, 1, true)
    assert.matches('<testsuite name="&lt;a&amp;&quot;b&#39;&gt;"', text, 1, true)
  end)

  it("fails warnings where they fail the check", function()
    assert.matches('failures="5"', findings.render("junit", {entry}, {fail_on = "warning"}), 1, true)
  end)

  it("has an error for a file that could not be read", function()
    local text = findings.render("junit", {}, nil, {{name = "x", message = "a<b", code = "io.missing"}})
    open_elements(text)
    assert.matches('<error message="a&lt;b" type="io.missing"/>', text, 1, true)
  end)
end)

describe("text", function()
  local text = findings.render("text", {entry})

  it("shows the sums with both sides, the guilty cell marked", function()
    assert.matches("5＋1＝6 ≠ 5", text, 1, true)
    assert.matches("17＋3＋1＋1＋1＋5＋1＋1＋2＋1＝33 ≠ 32", text, 1, true)
    assert.matches("%[5%]         1         0", text)
    assert.matches("（其余9行均为0）", text, 1, true)
  end)

  it("aligns its columns also in Chinese", function()
    local head = text:match("\n( *结果维持[^\n]*总计)\n")
    local row = text:match("\n( *行政复议  [^\n]*3)\n")
    assert.equal(core.width(head), core.width(row))
  end)

  it("puts carets under what is meant, however wide it is", function()
    for _, case in ipairs{{"主动公开政府信息情况", "36"}, {"2019年1月1日", "12"}} do
      local line, carets = text:match("\n( *" .. case[2] .. " | [^\n]*" .. case[1] .. "[^\n]*)\n([^\n]*)\n")
      local start = line:find(case[1], 1, true)
      local first = carets:find("^", 1, true)
      assert.equal(core.width(line:sub(1, start - 1)), core.width(carets:sub(1, first - 1)))
      assert.equal(core.width(case[1]), #carets - first + 1)
    end
  end)

  it("has addresses only where they are asked for", function()
    for _, detail in ipairs{"brief", "full"} do
      assert.is_nil(findings.render("text", {entry}, {detail = detail}):find("disputes.reconsideration", 1, true))
      local shown = findings.render("text", {entry}, {detail = detail, addresses = true})
      assert.matches("%[disputes.total%]\n +disputes.reconsideration.%*\n", shown)
    end
  end)

  it("leaves tables and source lines out, or nothing", function()
    assert.is_nil(findings.render("text", {entry}, {detail = "brief"}):find("≠", 1, true))
    assert.is_nil(findings.render("text", {entry}, {detail = "full"}):find("其余", 1, true))
  end)

  it("cuts a page on one line around the place, and long lists of cells", function()
    local options = model.of("cn_disclosure_2021")
    for address, value in pairs(options.cells) do
      if value == 0 or address:find("%.total$") then options.cells[address] = "" end
    end
    local page = sample.text(options):gsub("\n", "")
    local shown = findings.render("text", {findings.entry(page)}, {addresses = true})
    assert.matches("applications.%*.*格）", shown)
    for line in shown:gmatch("[^\n]+") do
      if line:find("^ +%d+ | ") then assert.is_true(core.width(line) <= 100, line) end
    end
    local places = {}
    for place in shown:gmatch("\n  (1:%d+)  ") do places[#places + 1] = place end
    assert.is_true(#places > 0)
  end)
end)
