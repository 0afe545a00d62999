--- Reports with one error each, and some like them without: written without looking at how the program finds errors.
--
-- An entry is what `govreport.testing.sample` takes (`form`, `agency`, `year`, `cells`, `sections`, `head`, `tail`),
-- with `name`; `kind` of error; `edits`, `{from, to}` of the page's text; `previous`, the same for the year before; and
-- `truth`, empty where nothing is wrong:
--   about     what a reviewer would say, with the right repair
--   cells     addresses of the guilty cells, or of all that may be where there is a choice
--   words     where in the text the finding must stand
--   says      patterns that a right message contains; of a list in it one is enough
--   severity  as a reviewer would grade it

local bodies = require "spec.cases.planted_bodies"

-- A number as a whole: not the 9 of 19.
local function number(text) return "%f[%d]" .. tostring(text):gsub("%.", "%%.") .. "%f[%D]" end

local applicants = {"natural_person", "business", "research_institution", "public_welfare", "legal_service",
                    "other_organization", "total"}

-- Addresses of a row of applications: of all columns, or of those that are named.
local function row(id, columns)
  local list = {}
  for i, column in ipairs(columns or applicants) do list[i] = "applications." .. id .. "." .. column end
  return list
end

-- The row with these values.
local function filled(id, values, cells)
  cells = cells or {}
  for i, address in ipairs(row(id)) do cells[address] = values[i] end
  return cells
end

local function with(cells, addresses, value)
  for _, address in ipairs(addresses) do cells[address] = value end
  return cells
end

local organizations = {"business", "research_institution", "public_welfare", "legal_service", "other_organization"}

local blank_row = row("not_processed_repeated", {"natural_person", table.unpack(organizations)})

local blank_column = {}
for i, id in ipairs{"state_secret", "prohibited_by_law", "security_stability", "third_party", "internal_affairs",
                    "deliberative", "enforcement_file", "registry_inquiry"} do
  blank_column[i] = "applications.denied_" .. id .. ".legal_service"
end

local function both(one, other)
  local list = table.move(one, 1, #one, 1, {})
  return table.move(other, 1, #other, #list + 1, list)
end

local cases = {}
local function case(entry) cases[#cases + 1] = entry end

-- ---- whose report, which year -------------------------------------------------------------------

case{
  name = "title with last year", kind = "year of the title", body = "qinghe_justice",
  edits = {{"青河区司法局2023年政府信息公开工作年度报告", "青河区司法局2022年政府信息公开工作年度报告"}},
  truth = {about = "标题年份为2022年，统计期限和落款均属2023年度报告，标题应改为2023年。",
           words = "青河区司法局2022年政府信息公开工作年度报告", says = {number(2023)}, severity = "error"},
}
case{
  name = "title with the year of writing", kind = "year of the title", body = "nanpu_street",
  edits = {{"南浦街道办事处2024年政府信息公开工作年度报告", "南浦街道办事处2025年政府信息公开工作年度报告"}},
  truth = {about = "报告统计的是2024年数据，标题写成了2025年，应改为2024年。",
           words = "滨河区南浦街道办事处2025年政府信息公开工作年度报告", says = {number(2024)}, severity = "error"},
}
case{
  name = "title with a year of exchanged digits", kind = "year of the title", body = "tongxi_transport",
  edits = {{"桐溪县交通运输局2019年政府信息公开工作年度报告", "桐溪县交通运输局2109年政府信息公开工作年度报告"}},
  truth = {about = "标题年份2109年系2019年之误。", words = "桐溪县交通运输局2109年政府信息公开工作年度报告",
           says = {{"应[^，。；]*2019", "标题[^。]*2019年"}}, severity = "error"},
}
case{
  name = "another bureau answers questions", kind = "another body", body = "wangchuan_water",
  edits = {{"可联系望川县水务局办公室", "可联系望川县交通运输局办公室"}},
  truth = {about = "引言中的联系单位写成望川县交通运输局，应为望川县水务局。", words = "望川县交通运输局",
           says = {{"望川县水务局", "套用", "核"}}, severity = "warning"},
}
case{
  name = "another bureau issues the documents", kind = "another body", body = "baili_education",
  edits = {{"白栎县教育体育局制发行政规范性文件3件", "白栎县文化和旅游局制发行政规范性文件3件"}},
  truth = {about = "第一部分出现白栎县文化和旅游局，应为白栎县教育体育局，疑套用他单位文稿。", words = "白栎县文化和旅游局",
           says = {{"白栎县教育体育局", "套用", "核"}}, severity = "warning"},
}
case{
  name = "another bureau signs", kind = "another body", body = "donglu_city",
  edits = {{"<p>东芦区城市管理局</p>", "<p>东芦区应急管理局</p>"}},
  truth = {about = "落款单位为东芦区应急管理局，与标题不符，应为东芦区城市管理局。", words = "东芦区应急管理局",
           says = {"东芦区城市管理局"}, severity = "error"},
}
case{
  name = "the bureau of another city promises", kind = "another body", body = "yanhu_housing",
  edits = {{"改进方向：一是把资料", "改进方向：松陵市住房和城乡建设局将从两方面着手，一是把资料"}},
  truth = {about = "第五部分写成松陵市住房和城乡建设局，应为雁湖市住房和城乡建设局，系照搬外市报告。",
           words = "松陵市住房和城乡建设局", says = {{"雁湖市住房和城乡建设局", "套用", "核"}}, severity = "warning"},
}
case{
  name = "12月31止", kind = "period", body = "songling_land",
  edits = {{"数据统计时间为2021年1月1日至2021年12月31日。", "数据统计时间为2021年1月1日至2021年12月31止。"}},
  truth = {about = "统计期限“12月31止”漏“日”字，应为“12月31日止”。", words = "2021年12月31止", says = {{"12月31日", "日"}},
           severity = "warning"},
}
case{
  name = "a period without its last month", kind = "period", body = "shilan_government",
  edits = {{"统计期限为2024年1月1日至2024年12月31日", "统计期限为2024年1月1日至2024年月31日"}},
  truth = {about = "统计期限截止日期缺月份，应为2024年12月31日。", words = "2024年月31日", says = {"12月31日"},
           severity = "warning"},
}
case{
  name = "the period of last year", kind = "period", body = "shimen_town",
  edits = {{"2023年1月1日至2023年12月31日", "2022年1月1日至2022年12月31日"}},
  truth = {about = "统计期限为2022年，与2023年度报告不符，应为2023年1月1日至2023年12月31日。",
           words = "2022年1月1日至2022年12月31日", says = {number(2023)}, severity = "warning"},
}
case{
  name = "signed a year too early", kind = "date", body = "wangchuan_water",
  edits = {{"<p>2025年1月15日</p>", "<p>2024年1月15日</p>"}},
  truth = {about = "2024年度报告落款日期为2024年1月15日，应为2025年1月15日。", words = "2024年1月15日", says = {number(2025)},
           severity = "warning"},
}
case{
  name = "published a year too early", kind = "date", body = "yanhu_housing",
  edits = {{"发布日期：2023年1月17日", "发布日期：2022年1月17日"}},
  truth = {about = "2022年度报告的发布日期为2022年1月17日，早于统计期限届满，应为2023年1月17日。", words = "2022年1月17日",
           says = {{number(2023), "早于", "之前"}}, severity = "warning"},
}

-- ---- sentences ----------------------------------------------------------------------------------

case{
  name = "seven reviews", kind = "disputes in words", body = "songling_land",
  edits = {{"被申请行政复议6件", "被申请行政复议七件"}},
  truth = {about = "第一部分称行政复议七件，第四部分表格为6件，应统一为6件。", words = "行政复议七件",
           cells = {"disputes.reconsideration.total"}, says = {number(6)}, severity = "warning"},
}
case{
  name = "no lawsuits", kind = "disputes in words", body = "donglu_city",
  edits = {{"行政复议2件、行政诉讼1件，结果均为维持", "行政复议2件，结果均为维持；未发生行政诉讼"}},
  truth = {about = "第一部分称未发生行政诉讼，第四部分表格有1件，应改为行政诉讼1件。", words = "未发生行政诉讼",
           cells = {"disputes.litigation_direct.total", "disputes.litigation_direct.upheld"}, says = {number(1)},
           severity = "warning"},
}
case{
  name = "lawsuits without those after reviews", kind = "disputes in words", body = "shilan_government",
  edits = {{"行政复议5件、行政诉讼4件", "行政复议5件、行政诉讼三件"}},
  truth = {about = "第一部分称行政诉讼三件，漏计复议后起诉1件，第四部分表格合计为4件。", words = "行政诉讼三件",
           cells = {"disputes.litigation_direct.total", "disputes.litigation_after_reconsideration.total"},
           says = {number(4)}, severity = "warning"},
}
case{
  name = "growth by the wrong base", kind = "growth", body = "wangchuan_water", previous = "wangchuan_water_2023",
  edits = {{"新收政府信息公开申请31件，上年", "新收政府信息公开申请31件，比上年增长19.4%，上年"}},
  truth = {about = "上年新收25件，本年31件，增长24%，报告写为19.4%。", words = "19.4%", says = {number(24)},
           severity = "warning"},
}
case{
  name = "decrease by the wrong base", kind = "growth", body = "yanhu_housing", previous = "yanhu_housing_2021",
  edits = {{"新收政府信息公开申请84件，上年", "新收政府信息公开申请84件，同比下降14.3%，上年"}},
  truth = {about = "上年新收96件，本年84件，下降12.5%，报告写为14.3%。", words = "14.3%", says = {number("12.5")},
           severity = "warning"},
}
case{
  name = "all by persons, one by a company", kind = "natural persons only", body = "nanpu_street",
  edits = {{"其中自然人5件、商业企业1件；", "均为自然人申请；"}},
  truth = {about = "第一部分称申请均为自然人提出，第三部分表格中商业企业申请1件。", words = "均为自然人申请",
           cells = row("received", {"natural_person", "business", "total"}), says = {{"商业企业", number(5)}},
           severity = "warning"},
}
case{
  name = "all applicants persons, one a company", kind = "natural persons only", body = "shimen_town",
  edits = {{"其中自然人3件、商业企业1件，主要", "申请人全部为自然人，主要"}},
  truth = {about = "第一部分称申请人全部为自然人，第三部分表格中商业企业申请1件。", words = "申请人全部为自然人",
           cells = row("received", {"natural_person", "business", "total"}), says = {{"商业企业", number(3)}},
           severity = "warning"},
}
case{
  name = "all concluded, one left", kind = "all concluded", body = "qinghe_justice",
  edits = {{"另有上年结转1件；办结12件，结转下年度继续办理1件。", "另有上年结转1件，均已全部办结。"}},
  truth = {about = "第一部分称全部办结，第三部分表格“结转下年度继续办理”为1件。", words = "均已全部办结",
           cells = row("carried_forward", {"natural_person", "total"}), says = {"结转", number(1)},
           severity = "warning"},
}
case{
  name = "all concluded in time, one left", kind = "all concluded", body = "tongxi_transport",
  edits = {{"申请18件，办结17件，其中", "申请18件，全部按期办结，其中"},
           {"其他处理1件；另有1件于年底收到，结转下年度继续办理。", "其他处理1件。"}},
  truth = {about = "第一部分称18件全部办结，第三部分表格办结17件、结转下年度1件。", words = "全部按期办结",
           cells = both(row("carried_forward", {"business", "total"}), row("concluded", {"total"})),
           says = {{"结转", number(17)}}, severity = "warning"},
}
case{
  name = "publications with exchanged digits", kind = "whole and parts", body = "yunling_government",
  edits = {{"公开信息36480条", "公开信息36840条"}},
  truth = {about = "12874＋15236＋8370＝36480条，总数写为36840条。", words = "36840条", says = {number(36480)},
           severity = "warning"},
}
case{
  name = "publications ten too many", kind = "whole and parts", body = "baili_education",
  edits = {{"公开信息308条", "公开信息318条"}},
  truth = {about = "12＋96＋24＋176＝308条，总数写为318条。", words = "318条", says = {number(308)},
           severity = "warning"},
}
case{
  name = "part greater than its whole", kind = "whole and parts", body = "shimen_town",
  edits = {{"微信公众号发布信息126条。", "微信公众号发布信息126条，其中转发上级政策解读138条。"}},
  truth = {about = "其中项138条大于总数126条，请核改。", words = "微信公众号发布信息126条，其中转发上级政策解读138条",
           says = {number(126), number(138)}, severity = "warning"},
}
case{
  name = "share with exchanged digits", kind = "share", body = "songling_land",
  edits = {{"占43.4%", "占34.4%"}},
  truth = {about = "予以公开62件占办结143件的43.4%，写为34.4%。", words = "34.4%", says = {"43%.[34]"},
           severity = "warning"},
}
case{
  name = "share of persons", kind = "share", body = "shilan_government",
  edits = {{"占78.6%", "占75.6%"}},
  truth = {about = "自然人申请121件占新收154件的78.6%，写为75.6%。", words = "75.6%", says = {"78%.[56]"},
           severity = "warning"},
}
case{
  name = "whole in 万条", kind = "units", body = "yanhu_housing",
  edits = {{"公布商品房预售许可", "全年公开信息1.36万条，其中门户网站9210条、政务新媒体3390条。公布商品房预售许可"}},
  truth = {about = "9210＋3390＝12600条即1.26万条，总数写为1.36万条。", words = "1.36万条",
           says = {{number("1.26"), number(12600)}}, severity = "warning"},
}
case{
  name = "total in 元 called 万元", kind = "units", body = "songling_land",
  edits = {{"均按时上网。",
            "均按时上网。全年行政事业性收费合计51276800万元，其中土地复垦费1260.5万元、耕地开垦费3867.18万元。"}},
  truth = {about = "1260.5＋3867.18＝5127.68万元，表格亦为5127.68，51276800系以元填报。", words = "51276800万元",
           cells = {"fees.administrative_fees.amount"}, says = {number("5127.68")}, severity = "warning"},
}
case{
  name = "one document more", kind = "documents in words", body = "donglu_city",
  edits = {{"制发行政规范性文件1件", "制发行政规范性文件2件"}},
  truth = {about = "第一部分称制发行政规范性文件2件，第二部分表格为1件，应统一。", words = "行政规范性文件2件",
           cells = {"instruments.normative_documents.issued"}, says = {number(1), number(2)}, severity = "warning"},
}
case{
  name = "two documents more in the form of 2019", kind = "documents in words", body = "qingyuan_market",
  edits = {{"制作规范性文件4件", "制作规范性文件6件"}},
  truth = {about = "第一部分称制作规范性文件6件，第二部分表格“本年新制作数量”为4件，应统一。", words = "规范性文件6件",
           cells = {"instruments.normative_documents.made"}, says = {number(4), number(6)}, severity = "warning"},
}
case{
  name = "plans for the year that is over", kind = "stale year", body = "qinghe_justice",
  edits = {{"改进措施：2024年，我局将", "改进措施：2023年，我局将"}},
  truth = {about = "2023年度报告的下一步打算写为“2023年，我局将”，应为2024年，疑沿用上年文稿。", words = "2023年，我局将",
           says = {number(2024)}, severity = "warning"},
}
case{
  name = "the year of last year's report", kind = "stale year", body = "baili_education",
  edits = {{"2022年，我局围绕", "2021年，我局围绕"}},
  truth = {about = "第一部分年份写为2021年，与报告年度2022年不符，疑未更新。", words = "2021年，我局围绕", says = {number(2022)},
           severity = "warning"},
}
case{
  name = "nineteen in traditional characters", kind = "traditional characters", body = "wangchuan_health",
  edits = {{"新收政府信息公開申請9件", "新收政府信息公開申請19件"}},
  truth = {about = "第一部分称新收申请19件，第三部分表格为9件，各办理结果合计亦为9件，应为9件。", words = "申請19件",
           cells = row("received", {"total"}), says = {number(9)}, severity = "warning"},
}

-- ---- cells --------------------------------------------------------------------------------------

case{
  name = "a count with a sign", kind = "sign", body = "qingyuan_market",
  cells = {["enforcement.penalties.decisions"] = "+845"},
  truth = {about = "行政处罚“处理决定数量”填为“+845”，此列是数量不是增减，应填845。",
           cells = {"enforcement.penalties.decisions"}, says = {number(845)}, severity = "warning"},
}
case{
  name = "a negative count", kind = "sign", body = "yanhu_housing",
  cells = {["applications.unavailable_needs_creation.natural_person"] = "-3"},
  truth = {about = "“没有现成信息需要另行制作”自然人列填为-3，件数不能为负，应为3。",
           cells = row("unavailable_needs_creation", {"natural_person"}), says = {"%f[%d]3%f[%D]"}, severity = "error"},
}
case{
  name = "fees in 元", kind = "fee", body = "wangchuan_water", previous = "wangchuan_water_2023",
  cells = {["fees.administrative_fees.amount"] = "1865000"},
  truth = {about = "行政事业性收费填1865000，上年为172.34万元，疑以元填报，应为186.5万元。",
           cells = {"fees.administrative_fees.amount"}, says = {number("186.5")}, severity = "warning"},
}
case{
  name = "a row left blank", kind = "blank", body = "nanpu_street",
  cells = with({}, blank_row, ""),
  truth = {about = "“重复申请”行六格未填，总计为0，应补填0。", cells = blank_row, says = {"0"}, severity = "warning"},
}
case{
  name = "a column left blank", kind = "blank", body = "tongxi_transport",
  cells = with({}, blank_column, ""),
  truth = {about = "“法律服务机构”列不予公开各行八格未填，按列合计均为0，应补填0。", cells = blank_column, says = {"0"},
           severity = "warning"},
}
case{
  name = "a result with exchanged digits", kind = "digits", body = "yunling_government",
  cells = {["applications.unavailable_not_held.natural_person"] = 48},
  truth = {about = "“本机关不掌握相关政府信息”自然人列填48，按行、列合计应为84，数字颠倒。",
           cells = row("unavailable_not_held", {"natural_person"}), says = {number(84)}, severity = "error"},
}
case{
  name = "the grand total with exchanged digits", kind = "digits", body = "songling_land",
  cells = {["applications.concluded.total"] = 134},
  truth = {about = "“（七）总计”行总计填134，按行、列合计均为143。", cells = row("concluded", {"total"}),
           says = {number(143)}, severity = "error"},
}
case{
  name = "totals of the first two results alone", kind = "total row", body = "yunling_government",
  cells = filled("concluded", {195, 46, 2, 1, 14, 3, 261}),
  truth = {about = "“（七）总计”行七格只加了予以公开和部分公开，未计其余各项，应为416、88、3、2、27、5、541。",
           cells = row("concluded"), says = {number(541)}, severity = "error"},
}
case{
  name = "results one column to the right", kind = "shifted row", body = "songling_land",
  cells = filled("partially_granted", {8, 0, 6, 0, 0, 2, 16}),
  truth = {about = "“部分公开”行自商业企业起各数右移一列，应为商业企业6、法律服务机构2。",
           cells = row("partially_granted", {"business", "research_institution", "legal_service",
                                             "other_organization"}),
           says = {{"移", "错列", "错位"}, number(6)}, severity = "error"},
}
case{
  name = "applications one column to the right", kind = "shifted row", body = "wangchuan_water",
  cells = filled("received", {0, 23, 6, 0, 0, 2, 31}),
  truth = {about = "“本年新收”行各数右移一列，应为自然人23、商业企业6、法律服务机构2。",
           cells = row("received", {"natural_person", "business", "research_institution", "legal_service",
                                    "other_organization"}),
           says = {{"移", "错列", "错位"}, number(23)}, severity = "error"},
}
case{
  name = "totals and carried forward exchanged", kind = "exchanged rows", body = "yanhu_housing",
  cells = filled("concluded", {3, 0, 0, 0, 0, 0, 3}, filled("carried_forward", {65, 13, 0, 0, 8, 1, 87})),
  truth = {about = "“（七）总计”与“四、结转下年度继续办理”两行数据填反，应对调。",
           cells = both(row("concluded"), row("carried_forward")), says = {{"对调", "互换", "填反", "颠倒", "交换"}},
           severity = "error"},
}
case{
  name = "granted and partly granted exchanged", kind = "exchanged rows", body = "qingyuan_market",
  cells = filled("granted", {5, 2, 0, 0, 0, 0, 7}, filled("partially_granted", {26, 7, 0, 1, 2, 1, 37})),
  truth = {about = "表格予以公开7件、部分公开37件，第一部分称予以公开37件、部分公开7件，两行疑填反。",
           cells = both(row("granted"), row("partially_granted")), words = "予以公开37件，部分公开7件",
           says = {{"对调", "互换", "填反", "颠倒", "交换"}}, severity = "warning"},
}
case{
  name = "less brought forward than carried", kind = "carried from last year", body = "shilan_government",
  previous = "shilan_government_2023",
  truth = {about = "上年结转填8件，上一年度报告结转下年度继续办理为11件，请核实。",
           cells = row("brought_forward", {"natural_person", "legal_service", "total"}), says = {number(8), number(11)},
           severity = "error"},
}
case{
  name = "brought forward in other columns", kind = "carried from last year", body = "wangchuan_water",
  previous = "wangchuan_water_2023",
  previous_cells = {
    ["applications.unavailable_not_held.natural_person"] = 3, ["applications.unavailable_not_held.legal_service"] = 1,
    ["applications.concluded.natural_person"] = 18, ["applications.concluded.legal_service"] = 1,
    ["applications.carried_forward.natural_person"] = 3, ["applications.carried_forward.legal_service"] = 0,
  },
  truth = {about = "上年结转为自然人2件、法律服务机构1件，上一年度报告结转下年度为自然人3件，请核实。",
           cells = row("brought_forward", {"natural_person", "legal_service"}), says = {number(2), number(3)},
           severity = "warning"},
}

-- ---- text ---------------------------------------------------------------------------------------

case{
  name = "a second （三）", kind = "numbering", body = "qinghe_justice",
  edits = {{"（四）平台建设", "（三）平台建设"}},
  truth = {about = "第一部分出现两个“（三）”，“平台建设”应为“（四）”。", words = "（三）平台建设", says = {"（四）"},
           severity = "warning"},
}
case{
  name = "two ways of numbering", kind = "numbering", body = "donglu_city",
  edits = {{"（四）平台建设", "4.平台建设"}, {"（五）监督保障", "5.监督保障"}},
  truth = {about = "第一部分标题前三项用“（一）（二）（三）”，后两项用“4.”“5.”，应统一为“（四）”“（五）”。",
           words = "4.平台建设", says = {{"（四）", "统一"}}, severity = "info"},
}
case{
  name = "a doubled word", kind = "doubled", body = "nanpu_street",
  edits = {{"进一步规范审核流程", "进一步进一步规范审核流程"}},
  truth = {about = "“进一步进一步”重复，删去一个。", words = "进一步进一步", says = {{"重复", "删", "多"}}, severity = "warning"},
}
case{
  name = "a doubled sentence", kind = "doubled", body = "yanhu_housing",
  edits = {{"设立意见箱和监督电话，聘请物业行业代表担任监督员。",
            "设立意见箱和监督电话，聘请物业行业代表担任监督员。设立意见箱和监督电话，聘请物业行业代表担任监督员。"}},
  truth = {about = "“设立意见箱和监督电话……”一句重复，删去一句。", words = "设立意见箱和监督电话，聘请物业行业代表担任监督员。",
           says = {{"重复", "删", "两次", "2次"}}, severity = "warning"},
}
case{
  name = "a covering letter", kind = "left in", body = "tongxi_transport",
  edits = {{"<p>根据《中华人民共和国政府信息公开条例》和",
            "<p>县政府办公室：</p>\n<p>现将我局2019年政府信息公开工作年度报告报送你办，请予审核发布。</p>\n\z
             <p>根据《中华人民共和国政府信息公开条例》和"}},
  truth = {about = "正文前留有报送县政府办公室的函文，应删去。", words = "县政府办公室：</p>\n<p>现将我局2019年政府信息公开工作年度报告\z
           报送你办，请予审核发布。", says = {{"报送", "函", "删"}}, severity = "warning"},
}
case{
  name = "a line of the website", kind = "left in", body = "baili_education",
  edits = {{"<p>今后将编印", "<p>来源：县教育体育局 编辑：办公室 阅读：236次 【打印】【关闭】</p>\n<p>今后将编印"}},
  truth = {about = "第五部分正文中混入网页的来源、阅读次数和打印按钮文字，应删去。",
           words = "来源：县教育体育局 编辑：办公室 阅读：236次 【打印】【关闭】", says = {{"删", "网页", "网站"}},
           severity = "warning"},
}
case{
  name = "commas and a period of ASCII", kind = "punctuation", body = "shimen_town",
  edits = {{"培训2次，参训31人次，提升了业务能力。", "培训2次,参训31人次,提升了业务能力."}},
  truth = {about = "第一部分“培训2次,参训31人次,提升了业务能力.”用了半角标点，应改为全角。",
           words = "培训2次,参训31人次,提升了业务能力.", says = {{"全角", "半角", "，"}}, severity = "info"},
}
case{
  name = "a sentence that breaks off", kind = "cut", body = "songling_land",
  edits = {{"由办公室指定一个科室主办，其余科室在三个工作日内反馈意见。", "由办公室指定一个"}},
  truth = {about = "第五部分末句“由办公室指定一个”未写完，应补全。", words = "对涉及多个科室的申请，由办公室指定一个",
           says = {{"完整", "补", "未完", "截断"}}, severity = "warning"},
}
case{
  name = "XX镇", kind = "placeholder", body = "shimen_town",
  edits = {{"现公布石门镇2023年", "现公布XX镇2023年"}},
  truth = {about = "引言留有模板占位“XX镇”，应为石门镇。", words = "XX镇", says = {{"石门镇", "占位", "填", "补"}},
           severity = "warning"},
}
case{
  name = "a number not filled in", kind = "placeholder", body = "qingyuan_market",
  edits = {{"接听消费咨询电话8640次", "接听消费咨询电话××次"}},
  truth = {about = "第一部分“接听消费咨询电话××次”数字未填，应补填。", words = "××次", says = {{"占位", "填", "补"}},
           severity = "warning"},
}
case{
  name = "the mobile number of an applicant", kind = "privacy", body = "qinghe_justice",
  edits = {{"弄清其真正想要的材料。", "弄清其真正想要的材料。申请人周某（手机13900001234）对延期答复有意见，已上门说明情况。"}},
  truth = {about = "第一部分公开了申请人的手机号码，属个人信息，应删去。", words = "13900001234",
           says = {{"手机", "个人信息", "号码"}}, severity = "warning"},
}
case{
  name = "rules of a township", kind = "rules without power", body = "guiling_township",
  cells = {["instruments.administrative_rules.issued"] = 1, ["instruments.administrative_rules.in_force"] = 1},
  truth = {about = "乡人民政府无权制定规章，“规章”行应为0。",
           cells = {"instruments.administrative_rules.issued", "instruments.administrative_rules.in_force"},
           says = {"规章", {number(0), "核"}}, severity = "info"},
}
case{
  name = "rules of a county's bureau", kind = "rules without power", body = "baili_education",
  cells = {["instruments.administrative_rules.in_force"] = 2},
  truth = {about = "县级部门无权制定规章，“规章”行现行有效应为0。", cells = {"instruments.administrative_rules.in_force"},
           says = {"规章", {number(0), "核"}}, severity = "info"},
}

-- ---- nothing wrong ------------------------------------------------------------------------------

case{
  name = "signed with the city in front", kind = "another body", body = "qinghe_justice",
  edits = {{"<p>青河区司法局</p>", "<p>云岭市青河区司法局</p>"}}, truth = {},
}
case{
  name = "titled with the city in front", kind = "another body", body = "donglu_city", agency = "云岭市东芦区城市管理局",
  edits = {{"东芦区城市管理局综合科", "区城管局综合科"}}, truth = {},
}
case{
  name = "the mobile number of a contact", kind = "privacy", body = "shimen_town",
  edits = {{"电话：0000-4471902", "联系人：陈晓，手机：13900005678"}}, truth = {},
}
case{
  name = "growth that is right", kind = "growth", body = "wangchuan_water", previous = "wangchuan_water_2023",
  edits = {{"新收政府信息公开申请31件，上年", "新收政府信息公开申请31件，比上年增长24%，上年"}}, truth = {},
}
case{
  name = "traditional characters, numbers right", kind = "traditional characters", body = "wangchuan_health",
  truth = {},
}
case{
  name = "a share cut off, not rounded", kind = "share", body = "songling_land", edits = {{"占43.4%", "占43.3%"}},
  truth = {},
}
case{name = "persons only, all concluded", kind = "natural persons only", body = "baili_education", truth = {}}
case{
  name = "whole in 万条 that is right", kind = "units", body = "yanhu_housing",
  edits = {{"公布商品房预售许可", "全年公开信息1.26万条，其中门户网站9210条、政务新媒体3390条。公布商品房预售许可"}},
  truth = {},
}
case{
  name = "rules of a city", kind = "rules without power", body = "yunling_government",
  cells = {["instruments.administrative_rules.issued"] = 2, ["instruments.administrative_rules.repealed"] = 1,
           ["instruments.administrative_rules.in_force"] = 31},
  edits = {{"现行有效203件，全部收入", "现行有效203件；制定市政府规章2件，废止1件，现行有效31件，全部收入"}},
  truth = {},
}
case{
  name = "a period that names its year once", kind = "period", body = "qingyuan_market",
  edits = {{"自2020年1月1日起至2020年12月31日止", "自2020年1月1日起至12月31日止"}}, truth = {},
}

-- ---- as samples ---------------------------------------------------------------------------------

local function merged(cells, changes)
  local all = {}
  for address, value in pairs(cells) do all[address] = value end
  for address, value in pairs(changes or {}) do all[address] = value end
  return all
end

local function sample_of(body, agency, cells)
  return {form = body.form, agency = agency or body.agency, year = body.year, cells = merged(body.cells, cells),
          sections = body.sections, head = body.head, tail = body.tail}
end

local planted = {}
for i, entry in ipairs(cases) do
  local made = sample_of(bodies[entry.body], entry.agency, entry.cells)
  made.name, made.kind, made.edits, made.truth = entry.name, entry.kind, entry.edits or {}, entry.truth
  if entry.previous then made.previous = sample_of(bodies[entry.previous], nil, entry.previous_cells) end
  planted[i] = made
end

return planted
