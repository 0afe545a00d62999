local example = require "spec.support.example"
local verify = require "spec.support.rule_case"

local edit, row = example.edit, example.row
local granted = "（一）予以公开"
local better = "请改用网页原件，或直接核对原Word文件、PDF文件。"

local applicants = { "natural_person", "business", "research_institution", "public_welfare", "legal_service",
                     "other_organization", "total" }

local function row_cells(prefix, columns)
  local list = {}
  for i, column in ipairs(columns) do list[i] = prefix .. "." .. column end
  return list
end

local function edited(from, to) return edit(example.text, from, to) end

-- The rules that blame, of those that speak.
local function blames(text)
  local list = {}
  for finding in example.check(text):findings() do
    if finding.severity ~= "notice" then list[#list + 1] = finding.rule end
  end
  return list
end

describe("the notices of the reading", function()
  it("say nothing of the examples", function()
    for _, text in ipairs { example.text, example.page } do
      assert.same({}, example.findings(text, nil, { select = { "reading" } }))
    end
  end)
end)

describe("reading.rows", function()
  it("says that a row of text has too few numbers, and leaves the verdict open", function()
    local old = row(example.text, granted)
    local text = edit(example.text, old, (old:gsub("\n5\n\n", "\n")))
    verify {
      text = text, rule = "reading.rows", severity = "notice",
      zh = "第三部分表格“（一）予以公开”行读到6个数，应为7个；可能是提取文本时丢失了空白单元格，无法确定各数所属的列。" .. better,
      cells = row_cells("applications.granted", applicants), places = { granted }, line = 200,
      expected = 7, actual = 6, beside = { "ledger.unaccounted" },
    }
    assert.equal("undecided", example.check(text).verdict)
  end)

  it("says that it has too many", function()
    verify {
      text = edit(example.text, row(example.text, "规范性文件"), row(example.text, "规范性文件") .. "4\n\n"),
      rule = "reading.rows", severity = "notice",
      cells = row_cells("instruments.normative_documents", { "made", "disclosed", "total_disclosed" }),
      places = { "规范性文件" }, line = 56, expected = 3, actual = 4, beside = { "ledger.unaccounted" },
    }
  end)

  -- A torn label, a label with a piece of another in front, numbers without a label: none is the report's fault.
  for name, change in pairs {
    ["a label torn in two"] = { "\n2.重复申请\n", "\n复申请\n" },
    ["a piece of a group in front of a label"] = { "\n2.重复申请\n", "\n办理 2.重复申请 处理\n" },
    ["a label that is gone"] = { "\n2.重复申请\n", "\n" },
  } do
    it("blames nobody for " .. name, function()
      local text = edit(example.text, change[1], change[2])
      assert.same({}, blames(text))
    end)
  end

  it("counts the rows of a table once", function()
    local text = example.text
    for _, label in ipairs { granted, "2.重复申请" } do
      local old = row(text, label)
      text = edit(text, old, (old:gsub("\n%d+\n\n", "\n", 1)))
    end
    local found = example.findings(text, "reading.rows")
    assert.equal(1, #found)
    assert.equal(14, #found[1].cells)
    assert.matches("第三部分表格有2行未能读取", found[1].message, 1, true)
  end)

  it("says that rows apart from their labels were read by order", function()
    verify {
      text = edited("（三）不予公开\n\n1.属于国家秘密\n\n", "（三）不予公开\n\n"), rule = "reading.rows", severity = "notice",
      zh = "表格中有1行的行名与数据分离或残缺，已按规定顺序读取，请核对。",
      cells = row_cells("applications.denied_state_secret", applicants),
      places = { "0\n\n0\n\n0\n\n0\n\n0\n\n0\n\n0" }, line = 234,
    }
  end)
end)

describe("reading.table", function()
  it("says that a table has a header and rows that could not be read", function()
    local text = edit(example.page, "<tr><td>2</td><td>0</td><td>1</td><td>0</td><td>3</td>",
                      "<tr><td>件数</td><td>0</td><td>1</td><td>0</td><td>3</td>")
    local found = example.findings(text, "reading.table")
    assert.equal(1, #found)
    assert.equal("notice", found[1].severity)
    assert.equal(15, #found[1].cells)
    assert.equal(0, example.check(text).counts.error)
  end)

  it("is one for a table that a copy tore apart", function()
    local from = example.text:find("\n一、本年新收", 1, true)
    local stop = example.text:find("\n  四、政府信息公开行政复议", 1, true)
    local body = example.text:sub(from, stop):gsub("\n(%d+\n\n)(%d+\n\n%d+\n\n%d+\n)", "\n%2")
    local result = example.check(example.text:sub(1, from - 1) .. body .. example.text:sub(stop + 1))
    assert.equal(0, result.counts.error + result.counts.warning)
    assert.is_true(result.unread)
    assert.equal("undecided", result.verdict)
  end)
end)

describe("reading.header", function()
  it("is one for a header of other words", function()
    local text = example.text
    for i, word in ipairs { "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构" } do
      text = edit(text, "\n" .. word .. "\n", "\n列" .. i .. "\n")
    end
    local rules = example.rules((example.check(text)))
    assert.same({ "reading.header" }, rules)
  end)

  it("leaves one word in the place of another to the rule about headers", function()
    local found = example.findings(edited("\n商业企业\n", "\n工商户\n"))
    assert.equal(1, #found)
    assert.equal("structure.header", found[1].rule)
    assert.equal("第三部分表格表头的“工商户”不在规定格式内，疑应为“商业企业”（核对时该列按规定格式的顺序读取），请核实后更正。", found[1].message)
  end)
end)

describe("reading.cut", function()
  it("is one where the text ends inside a table", function()
    local text = example.text:match("^(.-\n1.信访举报投诉类申请\n)")
    local select = { "reading", "structure.row_missing", "structure.table_missing" }
    local found = example.findings(text, nil, { select = select })
    assert.equal(1, #found)
    assert.equal("reading.cut", found[1].rule)
    assert.equal("undecided", example.check(text, { select = { "reading" } }).verdict)
  end)

  it("says nothing of a table that lacks its last rows in a report that goes on", function()
    local text = example.without(example.text, "四、结转下年度继续办理")
    assert.same({ "structure.row_missing" }, blames(text))
    assert.same({}, example.findings(text, "reading.cut"))
  end)
end)

describe("reading.labels", function()
  it("names pieces of labels that stand alone", function()
    local found = example.findings(edited("\n（一）予以公开\n", "\n年度\n\n（一）予以公开\n"))
    assert.equal(1, #found)
    assert.equal("reading.labels", found[1].rule)
    assert.equal("notice", found[1].severity)
  end)
end)
