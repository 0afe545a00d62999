local example = require "spec.support.example"
local govreport = require "govreport"
local two_years = require "spec.support.two_years"
local units = require "govreport.bodies.units"

local brought, carried = "二、上年结转政府信息公开申请数量", "四、结转下年度继续办理"

-- The findings of a text beside that of the year before, those of some rules.
local function findings(now, before, options)
  local list, settings = {}, { previous = example.report(before) }
  for key, value in pairs(options or {}) do settings[key] = value end
  for finding in example.check(now, settings):findings() do list[#list + 1] = finding end
  return list
end

local function only(list)
  assert.equal(1, #list)
  return list[1]
end

local function messages(list)
  local texts = {}
  for i, finding in ipairs(list) do texts[i] = finding.rule .. ": " .. finding.message end
  return texts
end

local function related(finding)
  local list = {}
  for i, cell in ipairs(finding.related) do list[i] = cell.address .. "=" .. tostring(cell.value) end
  return list
end

describe("a report that follows from that of the year before", function()
  it("has no findings, in either form", function()
    assert.same({}, messages(findings(two_years.now, two_years.before)))
    assert.same({}, messages(findings(two_years.now_2021, two_years.before_2021)))
  end)

  it("has none beside a report of another form", function()
    local before = two_years.before_2021:gsub("2023", "2020"):gsub("2024", "2021")
    local now = two_years.now_2021:gsub("2024", "2021"):gsub("2025", "2022")
    local found = findings(now, example.set_all(two_years.now, {
      { carried, 1, "2" }, { carried, 2, "1" }, { carried, 5, "1" }, { carried, 7, "4" },
    }), { select = { "applications.carry_over", "instruments", "proactive", "metadata.previous" } })
    assert.same({}, messages(found))
    assert.equal("cn_disclosure_2021", example.report(before).form)
  end)
end)

describe("the report of the year before", function()
  local cases = {
    { "of another body", two_years.before:gsub("云岭市水务局", "清沅县水务局"),
      "所附上一年度报告的机关为“清沅县水务局”，本报告的机关为“云岭市水务局”，未作跨年核对，请核实所附文件；机关更名的，请在单位名录中登记别名。" },
    { "of the same year", two_years.now,
      "所附上一年度报告为2020年度，本报告为2020年度，应附2019年度报告；未作跨年核对，请核实所附文件。" },
    { "of two years before", (two_years.before:gsub("2019", "2018"):gsub("2020", "2019")),
      "所附上一年度报告为2018年度，本报告为2020年度，应附2019年度报告；未作跨年核对，请核实所附文件。" },
    { "of a body that it does not tell",
      example.nameless(two_years.before, "云岭市水务局2019年政府信息公开工作年度报告"),
      "未能从两份报告中同时读出机关名称和年度，未作跨年核对，请核实两份报告的标题。" },
  }
  for _, case in ipairs(cases) do
    it(case[1] .. " is refused, and nothing else is said", function()
      local now = example.set(two_years.now, "行政许可", 1, "99")
      local found = only(findings(now, case[2]))
      assert.equal("metadata.previous", found.rule)
      assert.equal("warning", found.severity)
      assert.equal(case[3], found.message)
    end)
  end

  it("may have an older name that the register knows", function()
    local before = two_years.before:gsub("云岭市水务局", "云岭市水利局")
    local known = assert(units.parse "名称,别名\n云岭市水务局,云岭市水利局")
    assert.same({}, messages(findings(two_years.now, before, { units = known })))
    local other = assert(units.parse "名称\n云岭市水务局\n云岭市水利局")
    assert.equal("metadata.previous", only(findings(two_years.now, before, { units = other })).rule)
  end)

  it("may be written in another script and width", function()
    local before = two_years.before:gsub("云岭市水务局", "雲嶺市水務局")
    assert.same({}, messages(findings(two_years.now, before)))
  end)

  it("may be a path", function()
    local path = os.tmpname()
    local file = assert(io.open(path, "wb"))
    file:write(two_years.before)
    file:close()
    local report = example.report(example.set(two_years.now, "行政许可", 1, "99"))
    local result = govreport.check(report, { previous = path })
    assert.same({ "proactive.previous_items" }, example.rules(result))
    os.remove(path)
    local none, message, code = govreport.check(report, { previous = path })
    assert.is_nil(none)
    assert.equal("io.missing", code)
    assert.equal(path .. "：文件或文件夹不存在，请核对路径。", message)
  end)
end)

describe("applications.carry_over", function()
  it("compares the total", function()
    local before = example.set_all(two_years.before, { { carried, 1, "4" }, { carried, 7, "5" } })
    local found = only(findings(two_years.now, before))
    assert.equal("applications.carry_over", found.rule)
    assert.equal("error", found.severity)
    assert.equal("第三部分表格本年度“上年结转”填3件，上一年度报告“结转下年度”为5件（其中“自然人”列填2件、上一年度为4件），请核改；确有调整的请说明原因。", found.message)
    assert.same({ "applications.brought_forward.total", "applications.brought_forward.natural_person" },
                example.addresses(found))
    assert.same({ "applications.carried_forward.total=5", "applications.carried_forward.natural_person=4" },
                related(found))
    assert.equal("云岭市水务局2019年政府信息公开工作年度报告", found.related[1].report)
    assert.equal(5, found.expected)
    assert.equal(3, found.actual)
    assert.is_truthy(found.related[1].line)
  end)

  it("is a warning where the total of the year before is not the sum of its own columns", function()
    local found = only(findings(two_years.now, example.set(two_years.before, carried, 7, "5")))
    assert.equal("warning", found.severity)
  end)

  it("is a warning where the columns differ and the total agrees", function()
    local before = example.set_all(two_years.before, { { carried, 1, "1" }, { carried, 2, "2" } })
    local found = only(findings(two_years.now, before))
    assert.equal("warning", found.severity)
    assert.equal("第三部分表格“上年结转”总计与上一年度报告“结转下年度”一致，但“自然人”列填2件、上一年度为1件，“商业企业”列填1件、上一年度为2件，请核实；确有调整的请说明原因。", found.message)
  end)

  it("leaves blanks alone, in either year", function()
    local before = example.set_all(two_years.before, { { carried, 1, "—" }, { carried, 7, "/" } })
    assert.same({}, messages(findings(two_years.now, before)))
    local ids = { select = { "applications.carry_over" } }
    local now = example.set_all(two_years.now, { { brought, 1, "—" }, { brought, 7, "—" } })
    assert.same({}, messages(findings(now, two_years.before, ids)))
  end)

  it("leaves a cell to the sums that name it already", function()
    local now = example.set(two_years.now, brought, 3, "7")
    assert.equal("applications.row_total", only(findings(now, two_years.before)).rule)
  end)

  for n = 1, 7 do
    it("notices column " .. n .. " of the year before changed, as one finding", function()
      local before = example.set(two_years.before, carried, n, "8")
      assert.equal("applications.carry_over", only(findings(two_years.now, before)).rule)
      local before_2021 = two_years.set(two_years.before_2021, carried, n, "8")
      assert.equal("applications.carry_over", only(findings(two_years.now_2021, before_2021)).rule)
    end)

    it("notices column " .. n .. " of this year changed", function()
      assert.equal(1, #findings(example.set(two_years.now, brought, n, "8"), two_years.before))
    end)
  end
end)

describe("instruments.in_force_change", function()
  local function found_for(now_changes, before_value)
    local now = two_years.now_2021
    for _, change in ipairs(now_changes) do now = two_years.set(now, table.unpack(change)) end
    return findings(now, two_years.set(two_years.before_2021, "行政规范性文件", 3, before_value),
                    { select = { "instruments.in_force_change" } })
  end

  it("adds what was issued and takes what was repealed", function()
    local found = only(found_for({}, 30))
    assert.equal("warning", found.severity)
    assert.equal("第二部分“第二十条第（一）项”表格“行政规范性文件”行“现行有效件数”填25件；上一年度报告为30件，加本年制发4件、减本年废止2件，应为32件，请核实；有自然失效、"
                 .. "修订或清理调整的请说明。", found.message)
    assert.same({ "instruments.normative_documents.in_force=30" }, related(found))
    assert.equal(32, found.expected)
    assert.equal(25, found.actual)
  end)

  local row = "行政规范性文件"
  local quiet = {
    { "what was revised adds nothing", { { row, 1, "4（其中修订3件）" } }, 26 },
    { "a note may be counted", { { row, 1, "4（其中修订3件）" } }, 23 },
    { "what lapsed may not be counted", { { row, 2, "2（另有自然失效5件）" } }, 28 },
    { "a note on what is in force explains it", { { row, 3, "25（含清理后恢复3件）" } }, 60 },
    { "a dash is not zero", { { row, 2, "—" } }, 30 },
  }
  for _, case in ipairs(quiet) do
    it(case[1], function() assert.same({}, messages(found_for(case[2], case[3]))) end)
  end

  for n = 1, 3 do
    it("notices column " .. n .. " changed", function()
      assert.equal(1, #found_for({ { row, n, "9" } }, 23))
    end)
  end

  it("looks at 规章 as well", function()
    assert.equal(1, #findings(two_years.set(two_years.now_2021, "规章", 3, "2"), two_years.before_2021,
                              { select = { "instruments.in_force_change" } }))
  end)
end)

describe("the form of 2019", function()
  it("takes last year's items from last year's report, all rows in one finding", function()
    local now = example.set_all(two_years.now, { { "行政许可", 1, "19" }, { "行政事业性收费", 1, "5" } })
    local found = only(findings(now, two_years.before))
    assert.equal("proactive.previous_items", found.rule)
    assert.equal("第二部分表格“上一年项目数量”有2行与上一年度报告不一致（应为其“上一年项目数量”加“本年增/减”）：“行政许可”填19，按上一年度报告应为18（16＋2）；“行政事业性收费”填5，"
                 .. "按上一年度报告应为2（2＋0），请核实；事项目录有调整的请说明。", found.message)
    assert.same({ "licensing.licenses.previous_items", "fees.administrative_fees.previous_items" },
                example.addresses(found))
  end)

  for _, row in ipairs { "行政许可", "其他对外管理服务事项", "行政处罚", "行政强制", "行政事业性收费" } do
    for n = 1, 2 do
      it("notices column " .. n .. " of “" .. row .. "” changed in the year before", function()
        local found = only(findings(two_years.now, example.set(two_years.before, row, n, "7")))
        assert.equal("proactive.previous_items", found.rule)
      end)
    end
    it("notices “" .. row .. "” changed", function()
      local found = findings(example.set(two_years.now, row, 1, "7"), two_years.before,
                             { select = { "proactive.previous_items" } })
      assert.equal(1, #found)
    end)
  end

  it("hints at more that is open than was opened", function()
    local found = only(findings(two_years.now, example.set(two_years.before, "规范性文件", 3, "17")))
    assert.equal("instruments.total_disclosed", found.rule)
    assert.equal("info", found.severity)
    assert.equal("第二部分“第二十条第（一）项”表格“规范性文件”行“对外公开总数量”填21件；上一年度报告为17件，加本年新公开3件应不多于20件，如含补充公开的以往文件请说明，"
                 .. "否则请更正。", found.message)
    assert.same({}, messages(findings(two_years.now, example.set(two_years.before, "规范性文件", 3, "40"))))
  end)
end)

describe("similarity.copied_section", function()
  local problems = two_years.now:match("五、存在的主要问题及改进情况\n\n(.-)\n\n  六、")
  local old_problems = two_years.before:match("五、存在的主要问题及改进情况\n\n(.-)\n\n  六、")
  local overview = two_years.now:match("\n  一、总体情况\n\n(.-)\n\n  二、")
  local old_overview = two_years.before:match("\n  一、总体情况\n\n(.-)\n\n  二、")

  local function found_for(before)
    return findings(two_years.now, before, { select = { "similarity" } })
  end

  it("shows the share of the text", function()
    local found = only(found_for(example.edit(two_years.before, old_problems, problems)))
    assert.equal("warning", found.severity)
    assert.equal("第五部分“存在的主要问题及改进情况”共274字，其中100%的文字与2019年度报告相同，请核实是否结合本年度实际更新。",
                 found.message)
    assert.equal(100, found.actual)
    assert.equal(example.report(two_years.now):section("problems").line, found.line)
  end)

  it("sees through new years and spaces, and small edits", function()
    local before = problems:gsub("我局", "本局"):gsub("，", "， ")
    assert.equal(1, #found_for(example.edit(two_years.before, old_problems, "2018年以来，" .. before)))
    assert.equal(1, #found_for(example.edit(two_years.before, old_overview, overview)))
  end)

  it("lets a text with new figures pass", function()
    local before = overview:gsub("%d+", function(digits) return tostring(tonumber(digits) + 11) end)
    assert.same({}, messages(found_for(example.edit(two_years.before, old_overview, before))))
  end)

  it("lets half a text pass, and short ones", function()
    local half = problems:match("^(.-)针对")
    assert.same({}, messages(found_for(example.edit(two_years.before, old_problems, half))))
    local short = "  一是宣传不够，二是更新不够及时。今后将加大宣传力度。"
    local found = findings(example.edit(two_years.now, problems, short),
                           example.edit(two_years.before, old_problems, short), { select = { "similarity" } })
    assert.same({}, messages(found))
  end)
end)
