local example = require "spec.support.example"
local units = require "govreport.bodies.units"
local verify = require "spec.support.rule_case"

local edit, page = example.edit, example.page

-- The row of normative documents of the form of 2021.
local function documents(issued, repealed, in_force)
  local cells = "<td>%s</td><td>%s</td><td>%s</td>"
  return edit(page, "<td>行政规范性文件</td>" .. cells:format(4, 2, 25),
              "<td>行政规范性文件</td>" .. cells:format(issued, repealed, in_force))
end

-- The row of rules, in a report of another body.
local function of_body(agency, issued, in_force)
  local text = edit(page, "<td>规章</td><td>0</td><td>0</td><td>0</td>",
                    ("<td>规章</td><td>%s</td><td>0</td><td>%s</td>"):format(issued, in_force))
  return (text:gsub("云岭市水务局", agency))
end

local function count(rule, text, options) return #example.findings(text, "instruments." .. rule, options) end

describe("instruments.in_force", function()
  it("holds in both examples", function()
    assert.equal(0, count("in_force", page))
    assert.equal(0, count("in_force", example.text))
  end)

  it("compares those in force with those issued less those repealed", function()
    verify {
      text = documents(9, 2, 6), rule = "instruments.in_force", severity = "warning",
      zh = "第二部分“第二十条第（一）项”表格“行政规范性文件”行：本年制发9件、废止2件，“现行有效件数”应不少于7件，现填6件，请核实。",
      en = "part 2, table “第二十条第（一）项”, row “行政规范性文件”: 9 issued and 2 repealed leave at least 7 in force, the table "
           .. "says 6; please verify.",
      cells = { "instruments.normative_documents.issued", "instruments.normative_documents.repealed",
                "instruments.normative_documents.in_force" },
      expected = 7, actual = 6, line = 60, beside = { "narrative.count" },
    }
  end)

  for _, row in ipairs { { 4, 2, 2 }, { 4, 9, 0 }, { 4, 4, 0 }, { 0, 0, 0 }, { 9, 2, "" }, { "", 2, 1 },
                         { "22（其中修订16件）", 0, 8 } } do
    it(("says nothing of %s, %s, %s"):format(row[1], row[2], row[3]), function()
      assert.equal(0, count("in_force", documents(row[1], row[2], row[3])))
    end)
  end
end)

describe("instruments.disclosed", function()
  it("compares the newly disclosed with all that are disclosed", function()
    local text = example.set(example.text, "规范性文件", 3, "2")
    verify {
      text = text, rule = "instruments.disclosed", severity = "warning",
      zh = "第二部分“第二十条第（一）项”表格“规范性文件”行：“本年新公开数量”填3件，多于“对外公开总数量”的2件，请核实。",
      en = "part 2, table “第二十条第（一）项”, row “规范性文件”: 3 newly disclosed, but only 2 disclosed in all; please verify.",
      cells = { "instruments.normative_documents.disclosed", "instruments.normative_documents.total_disclosed" },
      expected = 3, actual = 2, line = 60,
    }
  end)

  it("lets older documents be disclosed, and all of them be new", function()
    assert.equal(0, count("disclosed", example.set(example.text, "规范性文件", 2, "9")))
    assert.equal(0, count("disclosed", example.set(example.text, "规范性文件", 3, "3")))
  end)
end)

describe("instruments.competence", function()
  it("speaks of rules of a body that makes none", function()
    local list = example.findings(of_body("清沅县水务局", 2, 2), "instruments.competence")
    assert.equal(1, #list)
    assert.equal("info", list[1].severity)
    assert.equal("第二部分“第二十条第（一）项”表格“规章”行填2件，清沅县水务局无规章制定权，该行应填0；如系规范性文件请改填“规范性文件”行。", list[1].message)
    assert.same({ "instruments.administrative_rules.issued", "instruments.administrative_rules.in_force" },
                example.addresses(list[1]))
  end)

  for _, agency in ipairs { "清沅县人民政府", "清沅县南浦镇人民政府", "云岭市望川区教育局", "清沅县北街街道办事处", "清沅县人民政府办公室" } do
    it("speaks of " .. agency, function()
      assert.equal(1, count("competence", of_body(agency, 0, 3)))
    end)
  end

  -- A city may be one that makes rules; an office may report for its government; of others nothing is known.
  for _, agency in ipairs { "云岭市人民政府", "云岭市人民政府办公室", "云岭市水务局", "青原省人民政府办公厅", "云岭高新技术产业开发区管理委员会" } do
    it("says nothing of " .. agency, function()
      assert.equal(0, count("competence", of_body(agency, 2, 40)))
    end)
  end

  it("says nothing where the row is 0 or blank", function()
    assert.equal(0, count("competence", of_body("清沅县水务局", 0, 0)))
    assert.equal(0, count("competence", of_body("清沅县水务局", "", "")))
  end)

  it("knows bodies by the register", function()
    local register = assert(units.parse("名称,类型,层级\n云岭市水务局,部门,县级\n"))
    assert.equal(1, count("competence", of_body("云岭市水务局", 2, 2), { units = register }))
  end)
end)
