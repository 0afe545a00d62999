local example = require "spec.support.example"
local narrative = require "spec.support.narrative"

local function findings(prose, options)
  local list = {}
  for finding in example.check(narrative.report(prose), options):findings() do
    if finding.rule:find("^narrative%.") then list[#list + 1] = finding end
  end
  return list
end

-- The only finding of some prose.
local function only(prose, options)
  local list = findings(prose, options)
  assert.equal(1, #list)
  return list[1]
end

local function raws(list)
  local texts = {}
  for i, place in ipairs(list) do texts[i] = place.raw end
  return texts
end

describe("narrative.count", function()
  it("shows the sentence, the cell and both values", function()
    local finding = only "全年予以公开政府信息公开申请28件。"
    assert.equal("narrative.count", finding.rule)
    assert.equal("warning", finding.severity)
    assert.equal("第一部分称“全年予以公开政府信息公开申请28件”，第三部分表格“（一）予以公开”为26件；"
                 .. "“（一）予以公开”26件加“（二）部分公开”5件为31件，"
                 .. "请核实并统一。", finding.message)
    assert.equal("part 1 says “全年予以公开政府信息公开申请28件”; part 3, table, “（一）予以公开” has 26 件; "
                 .. "“（一）予以公开” 26 + “（二）部分公开” 5 is 31; "
                 .. "please verify which holds.",
      finding.messages.en)
    assert.same({28, 26}, {finding.actual, finding.expected})
    assert.same({"applications.granted.total"}, example.addresses(finding))
    assert.same({"28件"}, raws(finding.places))
  end)

  it("shows the parts of a sum, and the share beside a number as one finding", function()
    local finding = only "政府信息公开申请中，予以公开及部分公开30件，占62.5%。"
    assert.equal("第一部分称“予以公开及部分公开30件，占62.5%”，第三部分表格为31件（26＋5），占48件的64.6%，请核实并统一。",
      finding.message)
    assert.same({"30件", "62.5%"}, raws(finding.places))
    assert.same({"applications.granted.total", "applications.partially_granted.total"}, example.addresses(finding))
  end)

  it("tells of a number that is one column of its row", function()
    local finding = only "政府信息公开申请中，予以公开17件，部分公开5件。"
    assert.equal("第一部分称“予以公开17件”，第三部分表格“（一）予以公开”为26件；17件只是“（一）予以公开”行“自然人”一列的数，"
                 .. "请核实并统一。", finding.message)
    assert.same({"applications.granted.total", "applications.granted.natural_person"}, example.addresses(finding))
  end)

  it("tells two numbers that the table has the other way round as one", function()
    local finding = only "政府信息公开申请中，予以公开5件，部分公开26件。"
    assert.equal("第一部分称“予以公开5件”“部分公开26件”，第三部分表格“（一）予以公开”为26件、“（二）部分公开”为5件，恰好相反，"
                 .. "两行疑填反，请核实并统一。", finding.message)
    assert.matches("has 26 件 and “（二）部分公开” 5, just the other way round;", finding.messages.en, 1, true)
    assert.same({"5件", "26件"}, raws(finding.places))
    assert.same({"applications.granted.total", "applications.partially_granted.total"}, example.addresses(finding))
  end)

  it("tells two numbers apart where only one of them stands in the other's place, or a third does as well", function()
    assert.equal(2, #findings "政府信息公开申请中，予以公开5件，部分公开27件。")
    assert.equal(1, #findings "政府信息公开申请中，予以公开5件，部分公开5件。")
    assert.equal(3, #findings "政府信息公开申请中，予以公开5件，部分公开26件。全年部分公开政府信息公开申请26件。")
  end)

  it("tells of a number that is one row of a group", function()
    local finding = only "政府信息公开申请中，无法提供5件。"
    assert.equal("第一部分称“无法提供5件”，第三部分表格为7件（5＋1＋1）；5件只是其中“（四）无法提供1.本机关不掌握相关政府信息”"
                 .. "一行的数，请核实并统一。", finding.message)
  end)

  it("gives the other official readings", function()
    assert.equal("第一部分称“收到政府信息公开申请52件”，第三部分表格“一、本年新收政府信息公开申请数量”为47件；"
                 .. "新收47件加上年结转3件为50件，"
                 .. "请核实并统一。", only("收到政府信息公开申请52件。").message)
  end)

  for _, prose in ipairs{
    "收到政府信息公开申请47件。", "收到政府信息公开申请50件。", "全年答复政府信息公开申请48件。", "全年答复政府信息公开申请47件。",
    "收到政府信息公开申请50余件。", "收到政府信息公开申请近50件。", "收到政府信息公开申请40多件。",
    "收到政府信息公开申请50件，受理47件。", "收到政府信息公开申请62件，受理政府信息公开申请47件。",
    "（二）依申请公开¶上年结转3件，予以公开2件、不予公开1件。",
    "因政府信息公开被提起行政诉讼2件、被申请行政复议2件。", "政府信息公开申请中，公示行政许可决定300件、行政处罚决定20件。",
    "2019年收到政府信息公开申请30件。", "政府信息公开申请47件，网上申请30件，占63.8%。",
    "收到涉及征地拆迁的政府信息公开申请12件，其中予以公开5件、不予公开7件。",
    "上半年收到政府信息公开申请20件。其中，予以公开10件。",
    "收到政府信息公开申请47件，答复40件，不予受理4件，转办3件。",
    "收到政府信息公开申请47件，其中主动撤回6件，实际答复41件。",
    "共收到政府信息公开申请47件次、申请事项60项。",
    "局机关收到政府信息公开申请40件，所属单位收到7件。",
    "截至2020年底，累计收到政府信息公开申请300件。",
    "全市共受理政府信息公开申请47件。其中，市政府本级受理5件。",
    "因政府信息公开产生行政复议2件和行政诉讼2件，其中行政复议维持1件，其他结果1件，尚未审结0件，行政诉讼维持1件。",
  } do
    it("says nothing of " .. prose, function() assert.same({}, findings(prose)) end)
  end

  it("leaves alone the shares of a total that is itself told of", function()
    assert.equal("narrative.count", only("收到政府信息公开申请60件。予以公开26件，占43.3%；部分公开5件，占8.3%。").rule)
  end)

  it("reads results behind a number that it does not understand where that is all there is", function()
    assert.equal(28, only("收集整理群众申请47件，均为信息公开申请，予以公开28件。").actual)
  end)

  it("tells of an answer beside a number that is wrong itself", function()
    assert.equal(2, #findings "收到政府信息公开申请47件，答复43件，结转下年度4件。")
  end)

  it("tells of less than there is at the end of the year", function()
    assert.equal(40, only("截至2020年底，累计收到政府信息公开申请40件。").actual)
  end)

  it("reads a part as its whole is read", function()
    local finding = only "收到政府信息公开申请47件，其中法人或其他组织17件。"
    assert.equal(16, finding.expected)
  end)

  it("is a hint where the sentence speaks of another body", function()
    local finding = only "下属单位收到政府信息公开申请5件。"
    assert.equal("info", finding.severity)
    assert.matches("；该句说的是“下属单位”，统计范围可能与表格不同", finding.message, 1, true)
  end)

  it("says nothing where a sum has named the cell already", function()
    local text = example.set_all(narrative.report "政府信息公开申请中，予以公开26件。", {{"（一）予以公开", 7, "62"}})
    assert.same({}, example.findings(text, "narrative.count"))
  end)

  it("takes the value that the sums imply for a blank, whichever rules are chosen", function()
    local text = example.set(narrative.report "政府信息公开申请中，予以公开27件。", "（一）予以公开", 7, "—")
    assert.equal(26, example.findings(text, "narrative.count")[1].expected)
    assert.equal(26, example.findings(text, "narrative.count", {select = {"narrative"}})[1].expected)
  end)
end)

describe("narrative.share", function()
  for _, prose in ipairs{
    "（二）依申请公开¶办结48件，其中予以公开26件，占54.2%。", "（二）依申请公开¶办结48件，其中予以公开26件，占54.1%。",
    "（二）依申请公开¶收到申请47件，其中自然人申请31件（66%）。", "（二）依申请公开¶予以公开占54%。",
  } do
    it("agrees with " .. prose, function() assert.same({}, findings(prose)) end)
  end

  it("is told of a number that agrees", function()
    local finding = only "（二）依申请公开¶办结48件，其中予以公开26件，占45.2%。"
    assert.equal("narrative.share", finding.rule)
    assert.equal("第一部分称“其中予以公开26件，占45.2%”，26件应占48件的54.2%，请核实占比。", finding.message)
    assert.same({"45.2%", "54.2%"}, {finding.actual, finding.expected})
  end)

  it("is of the number that the sentence takes apart, before any other", function()
    local finding = only "（二）依申请公开¶新收到申请47件，其中自然人申请31件，占61%。办结48件。"
    assert.equal("第一部分称“其中自然人申请31件，占61%”，31件应占47件的66%，请核实占比。", finding.message)
  end)

  it("is told where it stands alone", function()
    local finding = only "（二）依申请公开¶不予公开占21%。"
    assert.equal("第一部分称“不予公开占21%”，6件应占48件的13%，请核实占比。", finding.message)
  end)
end)

describe("narrative.none", function()
  it("compares a denial with the table", function()
    local finding = only "全年未发生因政府信息公开引起的行政复议、行政诉讼。"
    assert.equal("第一部分称“全年未发生因政府信息公开引起的行政复议、行政诉讼”，第四部分表格有“行政复议”“总计”2件、"
                 .. "“未经复议直接起诉”“总计”1件、“复议后起诉”“总计”1件，请核实并统一。", finding.message)
    assert.same({"disputes.reconsideration.total", "disputes.litigation_direct.total",
                 "disputes.litigation_after_reconsideration.total"}, example.addresses(finding))
  end)

  it("says nothing where there is none", function()
    assert.same({}, findings "全年未发生因政府信息公开引起的行政复议被撤销的情况。")
  end)
end)

describe("narrative.outcome", function()
  it("compares an outcome of all cases with the others", function()
    local list = findings "因政府信息公开被提起行政诉讼2件，均获维持。"
    local outcome = list[#list]
    assert.equal("narrative.outcome", outcome.rule)
    assert.matches("第一部分称“均获维持”，第四部分表格有“", outcome.message, 1, true)
  end)
end)

describe("narrative.parts", function()
  it("adds up what a sentence splits, where the table does not say", function()
    local text = narrative.report "收到政府信息公开申请49件，其中自然人31件、法人或其他组织16件。"
    text = example.without(text, "一、本年新收政府信息公开申请数量")
    local list = example.findings(text, "narrative.parts")
    assert.equal(1, #list)
    assert.equal("第一部分称“收到政府信息公开申请49件”，所列分项合计为47件（31＋16），请核实并统一。", list[1].message)
    assert.same({"49件", "31件", "16件"}, raws(list[1].places))
  end)
end)

describe("a number that its sentence takes apart", function()
  it("is compared with the sum of its parts", function()
    local finding = only "全年发布信息372条，其中工作动态331条，公告61条。"
    assert.equal("narrative.parts", finding.rule)
    assert.equal("第一部分称“全年发布信息372条，其中工作动态331条，公告61条”，所列分项合计为392条（331＋61），请核实并统一。",
      finding.message)
    assert.same({"372条", "331条", "61条"}, raws(finding.places))
  end)

  it("may have another unit than its parts", function()
    assert.equal("第一部分称“全年发布信息1286万条，其中网站812条，公众号474条”，所列分项合计为1286条（812＋474），"
                 .. "总数的单位疑有误，请核实并统一。", only("全年发布信息1286万条，其中网站812条，公众号474条。").message)
  end)

  for _, case in ipairs{
    {"全年发布信息36840条，其中网站12874条、部门15236条、乡镇8370条。", "合计为36480条"},
    {"全年发布信息318条，其中网站112条，公众号176条，公报20条。", "合计为308条"},
    {"全年发布信息1.36万条，其中网站9210条、公众号3390条。", "合计为12600条"},
    {"全年发布信息126条，其中转发138条。", "其中项138条大于总数126条"},
    {"全年发布信息1.2万条，其中转发13600条。", "其中项13600条大于总数12000条"},
  } do
    it("is a slip away from its parts: " .. case[1], function()
      assert.matches(case[2], only(case[1]).message, 1, true)
    end)
  end

  it("has shares of its own", function()
    local finding = only "全年发布信息224条，其中原创1条，占1%，转载223条，占99.6%。"
    assert.equal("第一部分称“原创1条，占1%”，1条应占224条的0.4%，请核实占比。", finding.message)
  end)

  for _, prose in ipairs{
    "全年发布信息372条，其中工作动态300条，公告61条。", "发布信息500条，其中网站200条，较上年增加320条，公众号300条。",
    "全年发布信息1.35万条，其中网站8700条，公众号4800条。", "发布信息90条，其中图解50条；举办活动60场，其中培训20场。",
    "公开信息80条，其中网站80条（含图解20条），公报0条。",
    -- Lists that are open, and what is left by chance.
    "发布信息36840条，其中网站12874条、部门15236条、乡镇8370条等。", "发布信息318条，其中网站132条、公众号176条。",
    "发布信息318条，其中主要有网站132条、公众号176条。",
    "发布信息318条，其中网站303条，公众号5条。", "发布信息328条，其中网站132条，公众号176条。",
    "发布信息309条，其中网站132条，公众号176条。", "发布信息98条，其中网站32条，公众号56条。",
    "发布信息1.26万条，其中网站9210条、公众号3390条。", "发布信息126条，其中转发126条。", "发布信息1.2万条，其中转发12040条。",
  } do
    it("says nothing of " .. prose, function() assert.same({}, findings(prose)) end)
  end
end)

describe("what is said of all applications", function()
  it("is compared with what is carried forward", function()
    local finding = only "全年收到政府信息公开申请47件，已全部办结。"
    assert.equal("narrative.outcome", finding.rule)
    assert.equal("第一部分称“已全部办结”，第三部分表格有“四、结转下年度继续办理”“总计”2件，请核实并统一。", finding.message)
  end)

  it("says nothing of those that were only in time", function()
    assert.same({}, findings "全年收到政府信息公开申请47件，均按期办结。")
    assert.same({}, findings "全年收到政府信息公开申请47件，全部按期办结。")
  end)

  it("takes all that are taken apart for all", function()
    local list = findings "全年收到政府信息公开申请47件，全部按期办结，其中予以公开26件。"
    assert.same({"narrative.outcome", 1}, {list[1].rule, #list})
  end)
end)

describe("what an office may count otherwise", function()
  it("is named in the finding", function()
    assert.equal("第一部分称“全年发生行政诉讼案件7件”，第四部分表格为2件（1＋1），请核实并统一；该句统计的不限于政府信息公开案件的，"
                 .. "请写明。", only("全年发生行政诉讼案件7件。").message)
  end)
end)

describe("narrative.growth", function()
  -- The report of the year before: 2019, with other numbers.
  local function previous()
    local text = example.text:gsub("2020年", "2019年")
    text = example.set_all(text, {{"一、本年新收政府信息公开申请数量", 1, "24"},
                                  {"一、本年新收政府信息公开申请数量", 7, "40"}})
    return example.report(text)
  end

  local function with_previous(prose)
    local list = {}
    local result = require("govreport").check(example.report(narrative.report(prose)), {previous = previous()})
    for finding in result:findings() do
      if finding.rule == "narrative.growth" then list[#list + 1] = finding.message end
    end
    return list
  end

  it("is silent without the report of last year", function()
    assert.same({}, findings "收到政府信息公开申请47件，同比增长3%。")
  end)

  for _, prose in ipairs{"收到政府信息公开申请47件，同比增长17.5%。", "收到政府信息公开申请47件，较上年增加7件。"} do
    it("agrees with " .. prose, function() assert.same({}, with_previous(prose)) end)
  end

  it("is compared with it", function()
    assert.same({"第一部分称“收到政府信息公开申请47件，同比增长27.5%”，上一年度报告为40件，本年度表格为47件，增长17.5%，请核实增减幅度。"},
      with_previous "收到政府信息公开申请47件，同比增长27.5%。")
    assert.matches("本年度表格为47件，增长18%，", with_previous("收到政府信息公开申请47件，同比下降15%。")[1], 1, true)
  end)
end)
