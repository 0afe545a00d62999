--- The examples of forms that are one table: what they say, which form they are, and what the rules find in edits of
-- them.

local example = require "spec.support.example"
local forms = require "govreport.form"
local govreport = require "govreport"

local edit = example.edit

local function read(path)
  local file = assert(io.open(path, "rb"))
  local text = file:read("a")
  file:close()
  return text
end

local sources = {
  cn_disclosure_2014 = read "examples/statistics-2016.html", cn_website_annual = read "examples/website-2023.html",
  cn_budget_three_public = read "examples/three-public-2023.txt",
  cn_disclosure_2019 = example.text, cn_disclosure_2021 = example.page,
}

describe("the form of a document", function()
  for id, text in pairs(sources) do
    it("is told from the others: " .. id, function()
      local report = assert(govreport.parse(text))
      assert.equal(id, report.form)
      assert.same({}, example.messages(govreport.check(report)))
      assert.same({}, example.unaccounted(report))
    end)
  end

  it("is not that of a table which a report speaks of", function()
    local text = edit(example.text, "一、总体情况\n", "一、总体情况\n\n上年度政府信息公开情况统计表、政府网站工作年度报表、“三公”经费支出决算表均已公开。\n")
    assert.equal("cn_disclosure_2019", assert(govreport.parse(text)).form)
  end)

  it("is none where only names of tables are there", function()
    for _, title in ipairs{"政府信息公开情况统计表", "政府网站工作年度报表", "财政拨款“三公”经费支出决算表"} do
      local report, _, code = govreport.parse("云岭市水务局2016年" .. title .. "\n\n见附件。\n")
      assert.is_nil(report)
      assert.equal("form.unknown", code)
    end
  end)

  it("takes no more than 250 lines", function()
    for _, id in ipairs(forms.list()) do
      local _, count = read("lua/govreport/forms/" .. id .. ".lua"):gsub("\n", "")
      assert.is_true(count <= 250, id .. ": " .. count)
    end
  end)
end)

-- By form: facts, and cells as "value unit" or the state.
local expected = {
  cn_disclosure_2014 = {
    fields = {
      title = "清沅县教育局2016年政府信息公开工作年度报告", agency = "清沅县教育局", year = 2016, published_on = "2017-03-14",
      responsible_person = "林清和", reviewer = "苏远", preparer = "叶知秋", telephone = "0000-0000000",
      prepared_on = "2017-01-20",
    },
    cells = {
      ["statistics.disclosed.count"] = "1204 条", ["statistics.issued_normative_documents.count"] = "7 件",
      ["statistics.denied_state_secret.count"] = "0 件", ["statistics.reconsideration_other.count"] = "0 件",
      ["statistics.litigation_corrected.count"] = "0 件", ["statistics.special_funds.count"] = "2.4 万元",
      ["statistics.people_trained.count"] = "63 人次", ["statistics.people_trained.unit"] = "人次",
    },
  },
  cn_website_annual = {
    fields = {title = "政府网站工作年度报表", agency = "松陵州水利局", year = 2023, prepared_on = "2024-01-22"},
    cells = {
      ["website.reporting_body.value"] = "松陵州水利局", ["website.site_type.value"] = "部门网站",
      ["website.site_code.value"] = "3900000045", ["website.unique_visitors.value"] = "58214 个",
      ["website.updates_total.value"] = "1486 条", ["website.interpretations_total.value"] = "11 条",
      ["website.cases_total.value"] = "702 件", ["website.service_catalogue.value"] = "true",
      ["website.question_answering.value"] = "false", ["website.messages_average_days.value"] = "3.2 天",
      ["website.weibo_name.value"] = "blank", ["website.wechat_posts.value"] = "188 条",
      ["website.innovation.value"] = "搜索即服务、无障碍浏览",
    },
  },
  cn_budget_three_public = {
    fields = {title = "望川区民政局2023年度部门决算", agency = "望川区民政局", year = 2023, amount_unit = "万元"},
    cells = {
      ["three_public.budget.total"] = "1046.5 万元", ["three_public.budget.vehicles"] = "1024 万元",
      ["three_public.final.travel_abroad"] = "0 万元", ["three_public.final.vehicle_operation"] = "511.25 万元",
      ["three_public.final.receptions"] = "8.43 万元",
    },
  },
}

for id, wanted in pairs(expected) do
  describe("the example of " .. id, function()
    local report = assert(govreport.parse(sources[id]))

    it("gives its facts", function()
      for name, value in pairs(wanted.fields) do assert.equal(value, report[name], name) end
    end)

    it("gives its cells", function()
      for address, text in pairs(wanted.cells) do
        local t, row, column = address:match("^([^.]+)%.([^.]+)%.([^.]+)$")
        local cell = report.tables[t]:cell(row, column)
        local value = cell.value == nil and cell.state or tostring(cell.value)
        assert.equal(text, cell.unit and value .. " " .. cell.unit or value, address)
      end
    end)
  end)
end

-- Form, edit, rule, severity, message.
local findings = {
  {"cn_disclosure_2014", {"<td>3.网络申请数</td><td>件</td><td>11</td>", "<td>3.网络申请数</td><td>件</td><td>12</td>"},
   "statistics.received", "warning",
   "政府信息公开情况统计表“（一）收到申请数”填17件，当面、传真、网络、信函四种方式合计为4＋0＋12＋2＝18件，请核实。"},
  {"cn_disclosure_2014", {"<td>5.其他方式公开政府信息数</td><td>条</td><td>35</td>",
                          "<td>5.其他方式公开政府信息数</td><td>条</td><td>3500</td>"},
   "statistics.channel", "warning",
   "政府信息公开情况统计表“5.其他方式公开政府信息数”填3500条，大于“（一）主动公开政府信息数”的1204条，请核实。"},
  {"cn_website_annual", {"<td>247</td>", "<td>274</td>"}, "website.cases", "warning",
   "政府网站工作年度报表办件量“总数”填702件，自然人、法人两项合计为455＋274＝729件，请核实。"},
  {"cn_website_annual", {"3900000045", "390000045"}, "website.site_code", "warning",
   "政府网站工作年度报表“政府网站标识码”填“390000045”，应为10位，请核实后更正。"},
  {"cn_website_annual", {"2024年1月22日", "2024年2月2日"}, "website.deadline", "warning",
   "填报日期为2024年2月2日，晚于2024年1月31日的发布期限，请核实日期；确属逾期的请说明情况。"},
  {"cn_budget_three_public", {"511.25", "511.35"}, "budget.vehicles", "error",
   "财政拨款“三公”经费支出决算表“决算数”：公务用车购置费、运行维护费合计498.6＋511.35＝1009.95，“小计”填1009.84，请核改。"},
  {"cn_budget_three_public", {"1,018.27", "1,081.27"}, "budget.total", "error",
   "财政拨款“三公”经费支出决算表“决算数”：因公出国（境）费、公务用车小计、公务接待费合计0＋1009.84＋8.43＝1018.27，“合计”填1081.27，请核改。"},
}

describe("the rules about sheets", function()
  for _, case in ipairs(findings) do
    it("find by " .. case[3] .. " what is wrong", function()
      local list = example.findings(edit(sources[case[1]], case[2][1], case[2][2]))
      assert.equal(1, #list)
      assert.same({case[3], case[4], case[5]}, {list[1].rule, list[1].severity, list[1].message})
    end)
  end

  it("take a blank for an unknown number", function()
    local text = edit(sources.cn_disclosure_2014, "<td>3.网络申请数</td><td>件</td><td>11</td>",
                      "<td>3.网络申请数</td><td>件</td><td></td>")
    local list = example.findings(text)
    assert.same({"cells.blank", "info"}, {list[1].rule, list[1].severity})
    assert.is_nil(list[2])
  end)

  it("draw a sum that is off by rounding as nearly the same", function()
    local pipe = assert(io.popen("bin/govreport explain --lang zh budget.vehicles"))
    local shown = pipe:read("a")
    pipe:close()
    assert.matches("33.5 ≈ 10＋23.52＝33.52", shown, 1, true)
    assert.matches("33.5 ≠ 10＋32.5＝42.5", shown, 1, true)
  end)

  it("allow amounts to be off by rounding", function()
    assert.same({}, example.findings(edit(sources.cn_budget_three_public, "511.25", "511.26")))   -- 0.02 in all
    assert.equal(1, #example.findings(edit(sources.cn_budget_three_public, "511.25", "511.27")))
  end)
end)
