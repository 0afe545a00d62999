--- What clean reports say: sentences of many manners about the numbers of their tables and about what is in none.

local clean_prose = {}

local function pick(random, list) return list[random(#list)] end

-- ---- facts --------------------------------------------------------------------------------------

local function share(random, part, whole)
  return ("%." .. pick(random, {"0", "1", "2", "2"}) .. "f%%"):format(100 * part / whole)
end

-- A number that was split into parts, the last taking the rest.
local function split(random, whole, count)
  local parts = {}
  for i = 1, count - 1 do
    parts[i] = random(2 * whole // (count - i + 1) + 1) - 1
    whole = whole - parts[i]
  end
  parts[#parts + 1] = whole
  return parts
end

local function sums(cells)
  local function total(row) return cells["applications." .. row .. ".total"] end
  local function all(prefix)
    local sum = 0
    for address, value in pairs(cells) do
      if address:find("^applications%." .. prefix .. "[%w_]*%.total$") then sum = sum + value end
    end
    return sum
  end
  return {
    received = total "received", brought = total "brought_forward", concluded = total "concluded",
    carried = total "carried_forward", granted = total "granted", partial = total "partially_granted",
    denied = all "denied_", unavailable = all "unavailable_", refused = all "not_processed_", other = all "other_",
    natural = cells["applications.received.natural_person"],
  }
end

local function dispute(cells, kind, outcome) return cells["disputes." .. kind .. "." .. outcome] end

local function add_disputes(v, cells)
  v.reviews = dispute(cells, "reconsideration", "total")
  v.reviews_upheld = dispute(cells, "reconsideration", "upheld")
  v.reviews_corrected = dispute(cells, "reconsideration", "corrected")
  v.reviews_other = dispute(cells, "reconsideration", "other_outcome")
  v.reviews_pending = dispute(cells, "reconsideration", "pending")
  v.direct = dispute(cells, "litigation_direct", "total")
  v.after = dispute(cells, "litigation_after_reconsideration", "total")
  v.lawsuits = v.direct + v.after
  v.all_disputes = v.reviews + v.lawsuits
end

local function add_documents(v, cells)
  v.issued = cells["instruments.normative_documents.issued"] or cells["instruments.normative_documents.made"]
  v.repealed = cells["instruments.normative_documents.repealed"]
  v.in_force = cells["instruments.normative_documents.in_force"]
  v.licences = cells["licensing.licenses.decisions"]
  v.penalties = cells["enforcement.penalties.decisions"]
end

local function add_outcomes(random, v, cells)
  local function total(row) return cells["applications." .. row .. ".total"] end
  v.not_held, v.creation = total "unavailable_not_held", total "unavailable_needs_creation"
  v.unclear, v.petition = total "unavailable_unclear", total "not_processed_petition"
  v.file, v.internal = total "denied_enforcement_file", total "denied_internal_affairs"
  v.opened = v.granted + v.partial
  v.by_net = random(v.received + 1) - 1
  v.by_letter = random(v.received - v.by_net + 1) - 1
  v.by_hand = v.received - v.by_net - v.by_letter
  v.first, v.second, v.third, v.fourth = table.unpack(split(random, v.received, 4))
  v.business = cells["applications.received.business"]
  v.rest_organizations = v.received - v.natural - v.business
  v.reviews_closed = v.reviews - v.reviews_pending
  v.remaining = v.concluded - v.opened
  v.corrected_lawsuits = cells["disputes.litigation_direct.corrected"]
                         + cells["disputes.litigation_after_reconsideration.corrected"]
  if v.concluded > 0 then v.opened_share = share(random, v.opened, v.concluded) end
end

local function add_last_year(random, v)
  v.last_received = math.max(1, v.received + random(v.received // 2 + 1) - v.received // 4 - 1)
  v.change = v.received - v.last_received
  v.distance = math.abs(v.change)
  v.times = v.received // v.last_received
  v.rate = share(random, v.distance, v.last_received)
end

local function add_publications(random, v)
  v.published = 40 + random(3000)
  v.news, v.notices, v.guides, v.rest = table.unpack(split(random, v.published, 4))
  v.on_site = v.published
  v.on_wechat, v.on_weibo = 5 + random(900), 3 + random(400)
  v.views = 10 + random(80)
end

--- The facts of a report, by name: numbers of its cells and invented ones that are in none.
function clean_prose.facts(random, report)
  local v = sums(report.cells)
  add_disputes(v, report.cells)
  add_documents(v, report.cells)
  add_outcomes(random, v, report.cells)
  add_last_year(random, v)
  add_publications(random, v)
  v.handled, v.organizations = v.received + v.brought, v.received - v.natural
  if v.received > 0 then
    v.natural_share = share(random, v.natural, v.received)
    v.organization_share = share(random, v.organizations, v.received)
  end
  if v.concluded > 0 then
    v.granted_share, v.partial_share = share(random, v.granted, v.concluded), share(random, v.partial, v.concluded)
    v.unavailable_share = share(random, v.unavailable, v.concluded)
  end
  v.year, v.next_year, v.last_year = report.year, report.year + 1, report.year - 1
  v.upper, v.is_government = report.body.upper, report.body.is_government
  v.own, v.agency, v.place = report.body.own, report.body.name, report.body.whole or "全系统"
  v.meetings, v.training, v.people, v.columns = random(4), random(6), 20 + random(300), 2 + random(9)
  v.interpretations, v.replies = 2 + random(40), 10 + random(500)
  v.pictures = random(math.min(12, v.interpretations))   -- a part of them
  return v
end

-- ---- sentences ----------------------------------------------------------------------------------

local function fill(template, v)
  return (template:gsub("{([%w_]+)}", function(name)
    return tostring(v[name] or error("no fact '" .. name .. "' for " .. template))
  end))
end

-- One of the entries that fit: a text, or `{text, when = function(facts)}`.
local function say(random, list, v)
  local fitting = {}
  for _, entry in ipairs(list) do
    if type(entry) == "string" then entry = {entry} end
    if not entry.when or entry.when(v) then fitting[#fitting + 1] = entry[1] end
  end
  return #fitting > 0 and fill(pick(random, fitting), v) or ""
end

local function has(name) return function(v) return v[name] and v[name] > 0 end end
local function none(name) return function(v) return v[name] == 0 end end
local function quiet(v) return v.handled == 0 end
local function calm(v) return v.reviews + v.lawsuits == 0 end
local function settled(v) return v.brought == 0 and v.carried == 0 and v.received > 0 end
local function mixed(v) return v.natural > 0 and v.organizations > 0 end

local openings = {
  "{year}年，{own}认真贯彻落实《中华人民共和国政府信息公开条例》，围绕中心工作推进政务公开，各项任务有序完成。",
  "{year}年以来，{own}坚持以公开为常态、不公开为例外，不断提升工作的透明度和规范化水平。",
  "{agency}高度重视政府信息公开工作，主要领导多次听取汇报，分管领导具体抓落实。",
  "过去一年，{own}对照年度政务公开工作要点，细化任务{columns}项，明确责任科室和完成时限。",
  "{year}年度，{own}紧扣群众关切，持续做好各类信息的公开、解读和回应工作，现将有关情况报告如下。", "",
  "{year}年是实施“十四五”规划的重要一年，{own}按照上级统一部署，扎实推进政府信息公开各项工作。",
  "自2019年5月15日新修订的《中华人民共和国政府信息公开条例》施行以来，{own}持续完善公开制度，{year}年各项工作稳步推进。",
  "{year}年，在上级党委、政府的领导下，{own}印发《{year}年政务公开工作要点》，与{last_year}年相比，公开质量进一步提高。",
  "根据{upper}人民政府办公室的统一部署，{own}对{year}年政府信息公开工作进行了全面总结。",
  "{year}年，在县委、县政府的坚强领导和{upper}政务公开办的悉心指导下，{own}政府信息公开工作取得新成效。",
  "现将{own}{year}年度政府信息公开工作情况公布如下：",
  "{year}年是全面贯彻党的二十大精神的一年，{own}对标{upper}要求，公开信息、回应关切。",
}

local publication = {
  "全年主动公开政府信息{published}条，其中工作动态{news}条、通知公告{notices}条、办事指南{guides}条、其他信息{rest}条。",
  "{year}年，{own}通过门户网站主动公开各类政府信息{published}条，政务微信公众号推送信息{on_wechat}条。",
  "本年度累计发布信息{published}条（其中：动态类{news}条，公告类{notices}条，服务类{guides}条，其他{rest}条）。",
  "依托网站、公众号等渠道公开信息，网站全年更新{published}条，微信发布{on_wechat}篇，微博发布{on_weibo}条，总访问量{views}万余次。",
  "{own}共在网站公开政府信息{published}条，发布政策解读材料{interpretations}篇，其中图解{pictures}篇。",
  "及时公开机构职能、财政预决算、重大项目、公共资源配置等信息，内容全面、更新及时。",
  "围绕教育、就业、社会救助等{columns}个重点领域开展主动公开，全年公开信息{published}条。",
  "截至{year}年12月31日，共公开政府信息 {published} 条，其中：政策文件 {news} 条、财政信息 {notices} 条、人事信息 {guides} 条、其他 {rest} 条。",
  "全年公示行政许可和行政处罚等信用信息{published}条，发布双随机抽查结果{training}期。",
  "公开财政预决算信息，一般公共预算收入{views}.6亿元，同比增长5.8%；发布招标公告{columns}项。",
  "受理12345热线诉求{replies}件，办结率99.8%，群众满意率98.5%。",
  "编印政府公报{columns}期，刊登文件{people}件，免费发放{published}册。",
  "召开新闻发布会{meetings}场，参加在线访谈{training}次，主要负责同志解读政策{interpretations}篇，解读率100%。",
  "政务服务事项全部上网，可网办事项占97.3%，全年办件{published}件。",
  "对标国务院部门26个试点领域标准指引，编制基层政务公开标准目录{columns}个，覆盖率达100%。",
  "主动公开政府信息总数{published}条，比{last_year}年增加{columns}条；公开重大建设项目{meetings}个。",
  "“政务动态”栏目发布{news}条，“通知公告”栏目发布{notices}条，“办事指南”栏目发布{guides}条，其余栏目发布{rest}条，共计{published}条。",
  "公开渠道及数量如下：\n1.门户网站：{published}条；\n2.政务微信：{on_wechat}条；\n3.政务微博：{on_weibo}条。",
  "公开部门预算、决算和“三公”经费信息{training}条，公开率100%。全年门户网站发布信息{published}条，日均发布{columns}条。",
  "{year}年1至12月，网站公开信息{published}条，其中一季度占两成以上。",
  "主动公开政府信息{published}条，同比增加12%。围绕优化营商环境，公开惠企政策{columns}项、兑现奖补资金{views}.35万元。",
  "发布政府文件{columns}件、政策解读{interpretations}件，回应公众关注热点或重大舆情{training}次。",
}

local documents = {
  {"全年制发行政规范性文件{issued}件，废止{repealed}件，现行有效{in_force}件。",
   when = function(v) return v.in_force and v.issued > 0 and v.repealed > 0 end},
  {"本年制发行政规范性文件{issued}件，均在印发后及时公开并同步解读。", when = function(v) return v.in_force and v.issued > 0 end},
  {"截至{year}年底，现行有效的行政规范性文件共{in_force}件，已集中公开。", when = has "in_force"},
  {"{year}年未制发行政规范性文件。", when = function(v) return v.in_force and v.issued == 0 end},
  {"全年新制作规范性文件{issued}件，全部在网站公开。", when = function(v) return not v.in_force and v.issued > 0 end},
  {"全年作出行政许可决定{licences}件，均按规定期限公示。", when = has "licences"},
  {"全年作出行政处罚决定{penalties}件，处罚信息全部公示。", when = has "penalties"},
  "对文件进行动态清理，失效文件及时标注。", "", "",
  {"全年印发文件{people}件，其中规范性文件{issued}件。", when = has "issued"},
  {"公开行政规范性文件{issued}件，配套解读{issued}篇，文件和解读同步发布。", when = has "issued"},
  {"新制定行政规范性文件{issued}件，未废止文件。", when = function(v) return v.repealed == 0 and v.issued > 0 end},
  {"清理后废止行政规范性文件{repealed}件，继续有效的{in_force}件。", when = has "repealed"},
  {"办理行政许可{licences}件，其中网上办理占八成以上。", when = has "licences"},
  {"全年未作出行政许可决定。", when = none "licences"},
  {"全年没有行政处罚。", when = none "penalties"},
  "公开部门文件{columns}件、会议信息{meetings}条。",
  {"行政规范性文件制发{issued}件、废止{repealed}件，公开率100%。", when = function(v) return v.in_force and v.issued > 0 end},
  {"现行有效行政规范性文件{in_force}件，以PDF、WORD两种格式公开。", when = has "in_force"},
  {"规范性文件备案审查{columns}件次，{year}年印发规范性文件{issued}件。", when = has "issued"},
  {"实施行政处罚{penalties}件，公示率100%；行政许可{licences}件。", when = function(v) return v.penalties > 0 and v.licences > 0 end},
}

local requests = {
  {"{year}年，{own}未收到政府信息公开申请。", when = quiet},
  {"全年共收到政府信息公开申请0件。", when = quiet},
  {"本年度没有收到公民、法人或者其他组织提出的政府信息公开申请。", when = quiet},
  {"全年无政府信息公开申请，亦无上年结转申请。", when = quiet},
  {"{year}年度收到依申请公开0件，上年结转0件。", when = quiet},
  {"{year}年，{own}共收到政府信息公开申请{received}件，上年结转{brought}件，办结{concluded}件，结转下年度继续办理{carried}件。",
   when = has "received"},
  {"全年新收政府信息公开申请{received}件，均已按期答复，按期答复率100%。", when = settled},
  {"{year}年共受理政府信息公开申请{received}件，全部在法定期限内办结。", when = settled},
  {"全年收到依申请公开{received}件，其中自然人申请{natural}件，法人或其他组织申请{organizations}件。", when = mixed},
  {"共收到申请{received}件，按申请人划分，自然人{natural}件，占{natural_share}；法人或其他组织{organizations}件，占{organization_share}。",
   when = mixed},
  {"{year}年新收申请{received}件，加上上年结转的{brought}件，本年度共需办理{handled}件，已办结{concluded}件，其余{carried}件结转下年度办理。",
   when = function(v) return v.received > 0 and v.brought > 0 and v.carried > 0 end},
  {"全年共办理政府信息公开申请{handled}件（含上年结转{brought}件）。", when = has "brought"},
  {"本年度收到申请{received}件，较上年{last_received}件增加{distance}件，增长{rate}。",
   when = function(v) return v.received > 0 and v.change > 0 end},
  {"本年度收到申请{received}件，比{last_year}年的{last_received}件减少{distance}件，下降{rate}。",
   when = function(v) return v.received > 0 and v.change < 0 end},
  {"一年来，{own}收到公开申请{received}件，已全部登记、逐件答复。", when = settled},
  {"新收政府信息公开申请{received}件。", when = has "received"},
  {"全年收到申请{received}件，其中网络申请{by_net}件、信函申请{by_letter}件、当面申请{by_hand}件。", when = has "received"},
  {"收到政府信息公开申请{received}件，申请内容主要涉及土地征收{by_net}件、规划建设{by_letter}件、其他{by_hand}件。", when = has "received"},
  {"全年收到政府信息公开申请{received}件，同比增长{rate}。", when = function(v) return v.received > 0 and v.change > 0 end},
  {"申请数量与上年持平，均为{received}件。", when = function(v) return v.received > 0 and v.change == 0 end},
  {"近两年分别收到申请{last_received}件、{received}件，公众对政府信息的需求保持稳定。", when = has "received"},
  {"收到依申请公开{received}件，答复{concluded}件，答复率100%，平均办理时长{columns}个工作日。", when = settled},
  {"{year}年共收到申请{received}件，未发生逾期答复情形。其中{carried}件于12月收到，结转下一年度继续办理。", when = function(v)
    return v.received > 0 and v.carried > 0
  end},
  {"本年度新收申请 {received} 件，上年度结转 {brought} 件，合计 {handled} 件。", when = has "received"},
  {"受理自然人申请{natural}件，法人及其他组织申请{organizations}件，合计{received}件。", when = mixed},
  {"所收{received}件申请均由自然人提出。", when = function(v) return v.received > 0 and v.organizations == 0 end},
  {"{year}年未收到依申请公开事项，也没有上年度结转的申请。", when = quiet},
  {"收到申请：0件；结转：0件；答复：0件。", when = quiet},
  {"{year}年，{own}依申请公开渠道畅通，全年零申请。", when = quiet},
  "线上线下申请渠道保持畅通，安排专人每日查看申请系统，接听咨询电话{people}次。",
  {"一季度收到申请{first}件、二季度{second}件、三季度{third}件、四季度{fourth}件，全年合计{received}件。", when = has "received"},
  {"申请人以自然人为主，共{natural}件，占比{natural_share}。", when = function(v) return v.natural > v.organizations end},
  {"与{last_year}年（{last_received}件）相比，{year}年收到的申请（{received}件）主要集中在土地、规划等领域。", when = has "received"},
  {"通过网站申请平台收到{by_net}件，其余为信函和现场申请。", when = has "by_net"},
  {"上年度（{last_year}年）结转的{brought}件申请已全部办结。", when = has "brought"},
  {"共收到{received}件政府信息公开申请，自收到之日起20个工作日内作出答复。", when = has "received"},
  {"全年办结依申请公开{concluded}件，结转至{next_year}年办理{carried}件。", when = has "carried"},
  {"截至{year}年12月31日，本年收到的{received}件申请全部答复完毕，受理率、答复率均为100%。", when = settled},
  {"全年仅收到政府信息公开申请1件，已按时答复。", when = function(v) return v.received == 1 and settled(v) end},
  {"全年收到申请两件，均已办结。", when = function(v) return v.received == 2 and settled(v) end},
  {"商业企业提出申请{business}件，其他法人或组织提出{rest_organizations}件。", when = has "business"},
  {"收到申请{received}件，为{last_year}年的{times}倍。", when = function(v)
    return v.received > 0 and v.received % v.last_received == 0 and v.received > v.last_received
  end},
  {"当年新收{received}件，去年结转{brought}件，年内办结{concluded}件，未办结的{carried}件将在法定期限内答复。", when = has "carried"},
  {"{year}年度本机关受理的{received}件申请中，自然人{natural}件、占{natural_share}，"
   .. "企业及其他组织{organizations}件、占{organization_share}。", when = has "received"},
  {"依申请公开方面，收到申请{received}件（{last_year}年为{last_received}件），结转上年{brought}件。", when = has "received"},
  {"收件{received}件，同比下降{rate}；办结{concluded}件。", when = function(v) return v.received > 0 and v.change < 0 end},
  {"登记申请{received}件，出具答复书{concluded}份。", when = has "received"},
  {"申请办理情况：新收{received}件，结转{brought}件，答复{concluded}件，转下年{carried}件。", when = has "received"},
  {"依法依规办理依申请公开事项，公民申请{natural}件，法人申请{organizations}件。", when = mixed},
  {"全年未收到任何形式（包括当面、网络、信函）的政府信息公开申请。", when = quiet},
  {"无依申请公开件，答复率不适用。", when = quiet},
  {"今年以来共收到依申请公开申请0件，办理0件。", when = quiet},
}

local answers = {
  {"在办结的{concluded}件申请中，予以公开{granted}件，部分公开{partial}件，不予公开{denied}件，无法提供{unavailable}件，"
   .. "不予处理{refused}件，其他处理{other}件。", when = has "concluded"},
  {"从办理结果看，予以公开{granted}件，占{granted_share}；部分公开{partial}件，占{partial_share}；无法提供{unavailable}件，"
   .. "占{unavailable_share}。", when = has "concluded"},
  {"在办结的申请中，予以公开{granted}件、部分公开{partial}件。", when = has "granted"},
  {"答复情况为：予以公开{granted}件；不予公开{denied}件；无法提供{unavailable}件。", when = has "denied"},
  {"因本机关不掌握相关信息等原因无法提供的{unavailable}件。", when = has "unavailable"},
  {"未出现不予公开的情形。", when = none "denied"},
  "所有答复均经法制审核，文书格式规范、依据充分。", "进一步规范登记、审核、办理、答复、归档等环节。", "",
  {"公开（含部分公开）{opened}件，不予公开{denied}件。", when = has "opened"},
  {"予以公开和部分公开共{opened}件，占办结总数的{opened_share}。", when = has "opened"},
  {"在无法提供的申请中，本机关不掌握相关信息{not_held}件，没有现成信息需要另行制作{creation}件，补正后仍不明确{unclear}件。", when = has "unavailable"},
  {"按照处理结果：予以公开{granted}件（{granted_share}），部分公开{partial}件（{partial_share}），"
   .. "无法提供{unavailable}件（{unavailable_share}）。", when = has "concluded"},
  {"属于信访举报投诉类申请的{petition}件，均引导申请人通过信访渠道反映。", when = has "petition"},
  {"因属于行政执法案卷不予公开{file}件，因属于内部事务信息不予公开{internal}件。", when = has "file"},
  {"已办结的{concluded}件中，没有不予公开的申请。", when = function(v) return v.concluded > 0 and v.denied == 0 end},
  {"部分申请事项复杂，经负责人同意延期答复{meetings}件，并书面告知申请人。", when = function(v) return v.concluded > 20 end},
  {"作出答复{concluded}件，其中公开{granted}件，部分公开{partial}件，其余{remaining}件依法作其他答复。", when = has "concluded"},
  {"不予公开的{denied}件中，涉及行政执法案卷{file}件。", when = has "denied"},
  {"信访类{petition}件按规定不予处理。", when = has "petition"},
  {"予以公开的占{granted_share}，部分公开的占{partial_share}。", when = has "concluded"},
  {"依法不予处理{refused}件，其他处理{other}件。", when = function(v) return v.refused > 0 and v.other > 0 end},
  {"经检索没有所申请信息的{not_held}件，均已告知。", when = has "not_held"},
}

local disputes = {
  {"全年未发生因政府信息公开引起的行政复议和行政诉讼。", when = calm},
  {"无行政复议、行政诉讼案件。", when = calm},
  {"因政府信息公开工作被申请行政复议0件，被提起行政诉讼0件。", when = calm},
  {"{year}年，{own}没有因政府信息公开被申请行政复议或者提起行政诉讼。", when = calm},
  {"因政府信息公开被申请行政复议{reviews}件，其中维持{reviews_upheld}件，纠正{reviews_corrected}件，其他结果{reviews_other}件，"
   .. "尚未审结{reviews_pending}件。", when = has "reviews"},
  {"全年发生政府信息公开类行政复议{reviews}起、行政诉讼{lawsuits}起。",
   when = function(v) return v.reviews > 0 and v.lawsuits > 0 end},
  {"涉及政府信息公开的行政诉讼共{lawsuits}件，其中未经复议直接起诉{direct}件，复议后起诉{after}件。", when = has "lawsuits"},
  {"全年无行政诉讼案件。", when = none "lawsuits"},
  {"未发生行政复议。", when = none "reviews"},
  {"行政复议{reviews}件，复议机关均予维持。", when = function(v) return v.reviews > 0 and v.reviews_upheld == v.reviews end},
  {"被申请行政复议{reviews}件，其中被纠正{reviews_corrected}件。", when = has "reviews_corrected"},
  {"未发生因政府信息公开被行政复议纠错的情形。", when = none "reviews_corrected"},
  {"行政复议{reviews}件、行政诉讼{lawsuits}件，合计{all_disputes}件。", when = has "all_disputes"},
  {"因政府信息公开提起行政诉讼{lawsuits}件，其中未经复议直接起诉{direct}件。", when = has "direct"},
  {"复议后起诉{after}件。", when = has "after"},
  {"无因政府信息公开引发的行政争议。", when = calm},
  {"全年未被申请行政复议、未被提起行政诉讼，未收到举报投诉。", when = calm},
  "",
  {"行政复议案件{reviews}件，其中已审结{reviews_closed}件，尚未审结{reviews_pending}件。", when = has "reviews_pending"},
  {"在{reviews}件复议案件中，{reviews_upheld}件维持、{reviews_corrected}件纠正。", when = function(v)
    return v.reviews_upheld > 0 and v.reviews_corrected > 0
  end},
  {"行政复议0起、行政诉讼0起。", when = calm},
  {"{place}全年受理各类行政复议案件{people}件，其中涉及政府信息公开{reviews}件。", when = function(v) return v.is_government end},
  {"本年度因政府信息公开工作被提起行政复议{reviews}件、行政诉讼{lawsuits}件。", when = has "lawsuits"},
  {"全年行政复议{reviews}件，行政诉讼{lawsuits}件，无败诉。", when = function(v)
    return v.all_disputes > 0 and v.corrected_lawsuits == 0
  end},
  {"全年行政诉讼案件{lawsuits}件，其中直接起诉{direct}件、复议后起诉{after}件。", when = has "lawsuits"},
  {"因政府信息公开引发的复议、诉讼均为零。", when = calm},
  {"未出现行政复议被纠正、行政诉讼败诉的情况。", when = function(v) return v.reviews_corrected + v.corrected_lawsuits == 0 end},
}

local management = {
  "严格落实信息发布“三审三校”制度，坚持先审后发，全年未发生失泄密问题。",
  "健全公文公开属性源头认定机制，拟制公文时同步确定公开属性，依法不予公开的说明理由。",
  "定期对历史信息进行清理，更新目录{columns}个，调整栏目{training}个。",
  "指定专人负责信息的收集、审核和发布，做到及时、准确、权威。",
  "制作政策解读{interpretations}篇，其中图解{pictures}篇；回应群众留言{replies}条。",
  "根据国办发〔2020〕12号文件精神，对2008年以来的存量文件进行梳理，标注有效性{people}件。",
  "编制《{agency}政府信息公开指南》和目录，{year}年更新{training}次。",
  "与{upper}融媒体中心、{upper}档案馆等单位协作，移交纸质文件{people}份。",
  "完成公文属性审查{people}件，其中主动公开{columns}件，{year}年12月底前全部上网。",
}

local platform = {
  "优化门户网站栏目设置，新增专栏{columns}个，检索功能更加便捷。",
  "加强政务新媒体管理，公众号全年推送{on_wechat}条，阅读量{views}万余次。",
  "在政务服务大厅、图书馆设置信息公开查阅点{meetings}个，方便群众查询。",
  "完成网站适老化改造，开设{columns}个专题，办理网民留言{replies}条。",
  "{own}政务公开专区配备查询设备{meetings}台，接待群众{people}人次。",
  "以“5·15政务公开日”活动为契机，向群众发放宣传资料{replies}份，{year}年开放日活动参与群众{people}人。",
  "网站总访问量{replies}万次，独立用户{people}万个，注册用户较上年增长12.5%。",
  "政务新媒体现有账号{meetings}个，关停账号1个，粉丝{replies}人；抖音号发布短视频{interpretations}条。",
}

local supervision = {
  "将政府信息公开纳入年度绩效考核，分值占比4%；组织开展社会评议，满意度较高；全年未发生责任追究情形。",
  "召开专题会议{meetings}次，组织培训{training}次，培训{people}人次。政府信息公开工作纳入考核，主动接受社会评议，无责任追究情况。",
  "（1）工作考核：列入{place}综合考核。（2）社会评议：公开征求意见，群众总体满意。（3）责任追究：{year}年没有需要追究责任的情况。",
  "强化日常检查和工作考核，通过问卷开展社会评议，收回问卷{people}份；责任追究结果为零。",
  "明确分管负责人和{meetings}名专职人员，对{place}公开工作每季度通报一次，考核、社会评议和责任追究均按规定落实。",
  "工作考核方面，在{year}年度政务公开考核中得分96.5分；社会评议方面，评议等次为“优秀”；责任追究方面，追究责任0人次。",
  "{place}公开工作列入目标考核。开展社会评议{meetings}次，未收到负面评价。未出现责任追究情况。第三方评估得分{views}分。",
  "每月对各部门公开情况进行通报，发现问题{columns}个，已全部整改。落实工作考核、社会评议制度，本年度没有责任追究事项。",
  "一是工作考核，{place}年度考核权重为3%。二是社会评议，接受群众监督，发放调查问卷{people}份。三是责任追究，{year}年度未发生。",
  "健全考核、评议和责任追究机制。举办培训班{training}期，参训{people}人次；{year}年{place}未出现因公开不当被追责的情形。",
}

local problems = {
  "一是主动公开的深度有待加强，部分科室重视程度不够；二是解读形式较为单一，多以文字为主；三是工作人员业务能力还需提高。",
  "{year}年，{own}政府信息公开工作取得了一定成绩，但仍存在一些不足：信息更新不够及时，栏目维护有待加强，与群众的互动还不够。",
  "（一）存在的主要问题。1.公开内容与群众需求还有差距；2.政策解读的质量不高；3.人员变动频繁，培训跟不上。",
  "主要问题：部分工作人员对公开范围把握不准，答复文书的规范性还需提高。",
  "对照上级要求和群众期盼，还存在以下差距：第一，公开时效性需要增强。第二，基层公开力量薄弱。",
  "主要存在以下三个方面的问题：一是思想认识不够到位；二是公开内容不够全面；三是公开渠道较为单一。",
  "存在的问题：\n1.公开意识还需增强，个别科室报送信息不及时。\n2.公开形式不够丰富，可读性不强。\n",
  "（一）存在问题\n一是公开力度不平衡。部分站所公开信息偏少。\n二是专业人员不足，多为兼职。\n",
  "虽然{year}年工作有了新进展，与{last_year}年相比进步明显，但对照群众期待还有差距，如政策解读不够通俗、答复文书说理不够充分。",
  "一、二线科室配合不够紧密，信息报送不及时的情况仍有发生；公开内容中动态类信息占比较高，约为60%。",
  "{own}的政府信息公开工作虽然取得一定进展，但{year}年仍存在两方面不足：一是栏目规划不够科学；二是答复文书说理不足。",
}

local last_remedies = {
  "针对{last_year}年存在的解读形式单一问题，{own}已增加图解和视频解读。", "", "",
  "上年度报告指出的栏目更新不及时问题，已于{year}年6月底前整改到位。",
}

local remedies = {
  "{next_year}年，{own}将从以下方面改进：一是加强学习培训；二是丰富解读形式；三是完善考核机制，推动工作再上新台阶。",
  "下一步，{own}将健全工作机制，加强业务培训，及时更新信息，回应群众关切。",
  "（二）改进措施。1.细化公开目录，补充{columns}类事项；2.每季度开展一次业务培训；3.加强督促检查。",
  "今后，将进一步压实责任，强化与科室的沟通协调，计划组织培训{training}场，切实提高答复质量。",
  "改进情况：已建立会商机制，疑难申请由办公室会同法制机构研究；{next_year}年将继续抓好落实。",
  "（二）改进措施\n一是强化组织领导，定期研究。\n二是加强培训，{next_year}年计划举办培训班2期。",
  "我们将采取以下措施加以改进：\n1.提高认识。\n2.健全制度。\n3.强化监督，确保{next_year}年公开工作取得新成效。",
  "下一步打算：以贯彻落实条例为主线，抓好重点领域公开，2025年前实现标准化目录全覆盖。",
  "针对以上问题，{own}已在{year}年下半年开展专题培训{training}次，并将于{next_year}年一季度完成栏目调整。",
  "改进措施：（1）落实责任；（2）完善制度；（3）强化培训。力争{next_year}年公开质量再上台阶。",
}

local fees = {
  "{year}年，{own}未收取政府信息公开信息处理费。", "本年度未收取信息处理费。", "本年度没有产生信息处理费。",
  "按照《政府信息公开信息处理费管理办法》，{year}年本机关发出收费通知0件，总金额0元，实际收取0元。",
  "{year}年度依申请公开信息处理费收取情况：0元。", "信息处理费收取情况：无。", "{own}在{year}年未向申请人收取任何信息处理费。",
  {"{year}年，{own}依法收取信息处理费，共向1名申请人发出收费通知，实际收取信息处理费200元。", when = has "granted"},
  "依据《政府信息公开信息处理费管理办法》（国办函〔2020〕109号），{own}{year}年度未产生信息处理费。",
  "{year}年度，{own}无收取信息处理费的情况。", "1.信息处理费收取情况：{year}年未收取。", "信息处理费：0元。",
  "本机关{year}年度政府信息公开信息处理费收取金额为0元。", "{year}年没有收取信息公开处理费。",
}

local others = {
  "没有其他需要报告的事项。", "无其他需要报告的事项。", "", "",
  "{year}年办理人大代表建议{training}件、政协提案{meetings}件，办理结果已按要求公开。",
  "落实年度政务公开工作要点情况：召开新闻发布会{meetings}场，发布解读{interpretations}篇。",
  "除上述情况外，本年度无其他需要报告的事项。", "{own}无其他需要报告的事项。",
  "本年度承办人大建议{training}件，政协提案{meetings}件，办结率均为100%。", "其他事项：无。",
  "{own}所属事业单位{columns}家，均按规定公开信息。无其他需要报告事项。", "本年度没有其他需要说明的情况。",
  "一是扎实开展政务公开示范点建设，建成示范点{meetings}个。二是加强培训，全年培训{people}人次。",
}

-- ---- parts --------------------------------------------------------------------------------------

local topics = {
  {names = {"主动公开", "主动公开情况", "主动公开政府信息情况"}, lists = {publication, documents}},
  {names = {"依申请公开", "依申请公开情况", "依申请公开办理情况"}, lists = {requests, answers, disputes}},
  {names = {"政府信息管理", "政府信息管理情况", "加强信息管理"}, lists = {management}},
  {names = {"平台建设", "政府信息公开平台建设", "公开平台建设情况"}, lists = {platform}},
  {names = {"监督保障", "监督保障情况", "监督保障及教育培训"}, lists = {supervision}},
}

local numerals = {"一", "二", "三", "四", "五"}

local function number(style, i)
  if style == "brackets" then return "（" .. numerals[i] .. "）" end
  if style == "digits" then return i .. "." end
  return numerals[i] .. "是"
end

-- How topics are set: with a heading on its own line, in front of the sentences, or as 一是 … in one paragraph.
local manners = {
  function(i, name, text) return number("brackets", i) .. name .. "\n" .. text .. "\n" end,
  function(i, name, text) return number("brackets", i) .. name .. "。" .. text .. "\n" end,
  function(i, name, text) return number("digits", i) .. name .. "。" .. text .. "\n" end,
  function(i, name, text) return number("words", i) .. "做好" .. name .. "工作。" .. text end,
  function(_, _, text) return text .. "\n" end,
}

local function overview(random, v)
  local manner = pick(random, manners)
  local parts = {say(random, openings, v), "\n"}
  for i, topic in ipairs(topics) do
    local said = {}
    for k, list in ipairs(topic.lists) do said[k] = say(random, list, v) end
    parts[#parts + 1] = manner(i, pick(random, topic.names), table.concat(said))
  end
  return (table.concat(parts):gsub("^\n", ""))
end

--- The prose of a report by part.
function clean_prose.sections(random, report)
  local v = report.facts
  local fee = report.form == "cn_disclosure_2021" and say(random, fees, v) or ""
  local other = say(random, others, v)
  if fee == "" and other == "" then other = pick(random, {"无", "无。", "没有其他需要报告的事项。"}) end
  local joint = pick(random, {"", "\n"})
  return {
    overview = overview(random, v),
    problems = say(random, problems, v) .. joint .. say(random, last_remedies, v) .. joint .. say(random, remedies, v),
    other = pick(random, {fee .. joint .. other, fee .. other}),
  }
end

-- ---- head and tail ------------------------------------------------------------------------------

local titles = {
  "{agency}{year}年政府信息公开工作年度报告", "{year}年{agency}政府信息公开工作年度报告",
  "{agency}{year}年度政府信息公开工作年度报告", "{agency}\n{year}年政府信息公开工作年度报告",
  "{agency}政府信息公开工作年度报告（{year}年）", "{agency} {year} 年政府信息公开工作年度报告",
  "{year}年度{agency}政府信息公开工作年度报告", "{agency}\n{year}年度政府信息公开工作年度报告",
}

local duties = {
  "根据《中华人民共和国政府信息公开条例》（以下简称《条例》）和《{notice_title}》（{notice}）要求，编制本报告。",
  "本报告依据《中华人民共和国政府信息公开条例》要求编制。", "按照《中华人民共和国政府信息公开条例》（国务院令第711号）规定，现公布{agency}{year}年政府信息公开工作年度报告。",
  "依据《中华人民共和国政府信息公开条例》第五十条规定，结合{own}实际，特向社会公布本年度报告。",
  "为进一步推进政府信息公开，依照《政府信息公开条例》和{notice}文件要求，由{agency}编制本年度报告。",
  "根据《中华人民共和国政府信息公开条例》及{upper}人民政府办公室有关要求，现将{own}{year}年政府信息公开工作情况报告如下。",
  "本年度报告由{agency}根据《中华人民共和国政府信息公开条例》和国务院办公厅有关规定编制。",
}

local contents = {
  "全文由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六部分组成。",
  "本报告共分六个部分。", "报告内容包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、"
  .. "存在的主要问题及改进情况、其他需要报告的事项等六方面。", "", "",
  "全文包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项等六个部分。",
  "本报告由六个部分组成。",
}

local periods = {
  "报告中所列数据的统计期限为{year}年1月1日至{year}年12月31日。", "所列数据统计期限自{year}年1月1日起，至{year}年12月31日止。",
  "本报告数据统计时间为{year}年1月1日至12月31日。", "统计期限：{year}年1月1日—{year}年12月31日。",
  "本报告中数据的统计周期从{year}年1月1日到{year}年12月31日为止。", "数据统计截至{year}年12月31日。",
  "报告所列数据的统计期限从{year}年1月1日开始，到{year}年12月31日结束。", "数据统计时限：{year}.1.1—{year}.12.31。",
  "统计期为{year}年1月1日至12月31日，报告于{next_year}年1月在门户网站公布。",
}

local contacts = {
  "如对本报告有疑问，请与{agency}联系（地址：人民路{views}号，邮编：2{people_code}，电话：0517-8{phone}）。",
  "本报告电子版可在{agency}门户网站下载。如有疑问，请联系{own}办公室，联系电话：0517-8{phone}，传真：0517-8{phone}。",
  "联系地址：建设路{views}号；邮政编码：2{people_code}；电子邮箱：office{views}@example.com。", "", "", "",
}

local notices = {
  cn_disclosure_2019 = {"国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知", "国办公开办函〔2019〕60号"},
  cn_disclosure_2021 = {"国务院办公厅政府信息与政务公开办公室关于印发《中华人民共和国政府信息公开工作年度报告格式》的通知",
                        "国办公开办函〔2021〕30号"},
}

local years_ago = {"上一篇：{agency}{last_year}年政府信息公开工作年度报告", "附件：{agency}{year}年政府信息公开工作年度报告.docx"}

local page_lines = {"来源：{agency}", "发布日期：{next_year}-01-{day}", "浏览次数：{people}",
                    "索引号：0142{people}/{next_year}-000{training}　发布机构：{agency}　发布日期：{next_year}-01-{day}"}

-- 2025年1月16日 in the manners of bodies.
local function date(random, year, day)
  return pick(random, {("%d年1月%d日"):format(year, day), ("%d年01月%02d日"):format(year, day),
                       ("%d-01-%02d"):format(year, day), ("%d 年 1 月 %d 日"):format(year, day)})
end

local function head_of(random, v)
  local head = {say(random, titles, v)}
  if random(6) == 1 then head[2] = ("（%d年1月）"):format(v.next_year) end
  local preface = say(random, duties, v) .. say(random, contents, v) .. say(random, periods, v)
  local contact = say(random, contacts, v)
  if random(3) == 1 and contact ~= "" then
    head[#head + 1], head[#head + 2] = preface, contact
  else
    head[#head + 1] = preface .. contact
  end
  return head
end

local function tail_of(random, v)
  local signed = date(random, v.next_year, v.day)
  local signer = v.is_government and random(4) == 1 and v.agency .. "办公室" or v.agency
  local tail = pick(random, {{signer, signed}, {signer, signed}, {signed}, {signed, signer}, {}})
  if random(5) == 1 then tail[#tail + 1] = say(random, years_ago, v) end
  return tail
end

--- What stands around the parts of a report: the paragraphs in front of the first, the title first; those behind the
-- last; and those that a page has above the title.
function clean_prose.frame(random, report)
  local v = setmetatable({notice_title = notices[report.form][1]:gsub("《", "〈"):gsub("》", "〉"),
                          notice = notices[report.form][2], people_code = 10000 + random(80000),
                          phone = 1000000 + random(8000000), day = 9 + random(21)}, {__index = report.facts})
  return head_of(random, v), tail_of(random, v), random(4) == 1 and {say(random, page_lines, v)} or {}
end

return clean_prose
