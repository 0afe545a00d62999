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
    parts[i] = whole // (count + 1) + random(whole // (count * 4) + 1)
    whole = whole - parts[i]
    count = count - 1
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
end

local function add_documents(v, cells)
  v.issued = cells["instruments.normative_documents.issued"] or cells["instruments.normative_documents.made"]
  v.repealed = cells["instruments.normative_documents.repealed"]
  v.in_force = cells["instruments.normative_documents.in_force"]
  v.licences = cells["licensing.licenses.decisions"]
  v.penalties = cells["enforcement.penalties.decisions"]
end

local function add_last_year(random, v)
  v.last_received = math.max(1, v.received + random(v.received // 2 + 1) - v.received // 4 - 1)
  v.change = v.received - v.last_received
  v.distance = math.abs(v.change)
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
  v.own, v.agency, v.place = report.body.own, report.body.name, report.body.whole or "全系统"
  v.meetings, v.training, v.people, v.columns = random(4), random(6), 20 + random(300), 2 + random(9)
  v.interpretations, v.pictures, v.replies = 2 + random(40), 1 + random(12), 10 + random(500)
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
}

local publication = {
  "全年主动公开政府信息{published}条，其中工作动态{news}条、通知公告{notices}条、办事指南{guides}条、其他信息{rest}条。",
  "{year}年，{own}通过门户网站主动公开各类政府信息{published}条，政务微信公众号推送信息{on_wechat}条。",
  "本年度累计发布信息{published}条（其中：动态类{news}条，公告类{notices}条，服务类{guides}条，其他{rest}条）。",
  "依托网站、公众号等渠道公开信息，网站全年更新{published}条，微信发布{on_wechat}篇，微博发布{on_weibo}条，总访问量{views}万余次。",
  "{own}共在网站公开政府信息{published}条，发布政策解读材料{interpretations}篇，其中图解{pictures}篇。",
  "及时公开机构职能、财政预决算、重大项目、公共资源配置等信息，内容全面、更新及时。",
  "围绕教育、就业、社会救助等{columns}个重点领域开展主动公开，全年公开信息{published}条。",
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
}

local answers = {
  {"在办结的{concluded}件申请中，予以公开{granted}件，部分公开{partial}件，不予公开{denied}件，无法提供{unavailable}件，"
   .. "不予处理{refused}件，其他处理{other}件。", when = has "concluded"},
  {"从办理结果看，予以公开{granted}件，占{granted_share}；部分公开{partial}件，占{partial_share}；无法提供{unavailable}件，"
   .. "占{unavailable_share}。", when = has "concluded"},
  {"其中，予以公开{granted}件、部分公开{partial}件。", when = has "granted"},
  {"答复情况为：予以公开{granted}件；不予公开{denied}件；无法提供{unavailable}件。", when = has "denied"},
  {"因本机关不掌握相关信息等原因无法提供的{unavailable}件。", when = has "unavailable"},
  {"未出现不予公开的情形。", when = none "denied"},
  "所有答复均经法制审核，文书格式规范、依据充分。", "进一步规范登记、审核、办理、答复、归档等环节。", "",
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
}

local management = {
  "严格落实信息发布“三审三校”制度，坚持先审后发，全年未发生失泄密问题。",
  "健全公文公开属性源头认定机制，拟制公文时同步确定公开属性，依法不予公开的说明理由。",
  "定期对历史信息进行清理，更新目录{columns}个，调整栏目{training}个。",
  "指定专人负责信息的收集、审核和发布，做到及时、准确、权威。",
  "制作政策解读{interpretations}篇，其中图解{pictures}篇；回应群众留言{replies}条。",
}

local platform = {
  "优化门户网站栏目设置，新增专栏{columns}个，检索功能更加便捷。",
  "加强政务新媒体管理，公众号全年推送{on_wechat}条，阅读量{views}万余次。",
  "在政务服务大厅、图书馆设置信息公开查阅点{meetings}个，方便群众查询。",
  "完成网站适老化改造，开设{columns}个专题，办理网民留言{replies}条。",
  "{own}政务公开专区配备查询设备{meetings}台，接待群众{people}人次。",
}

local supervision = {
  "将政府信息公开纳入年度绩效考核，分值占比4%；组织开展社会评议，满意度较高；全年未发生责任追究情形。",
  "召开专题会议{meetings}次，组织培训{training}次，培训{people}人次。政府信息公开工作纳入考核，主动接受社会评议，无责任追究情况。",
  "（1）工作考核：列入{place}综合考核。（2）社会评议：公开征求意见，群众总体满意。（3）责任追究：{year}年没有需要追究责任的情况。",
  "强化日常检查和工作考核，通过问卷开展社会评议，收回问卷{people}份；责任追究结果为零。",
  "明确分管负责人和{meetings}名专职人员，对{place}公开工作每季度通报一次，考核、社会评议和责任追究均按规定落实。",
}

local problems = {
  "一是主动公开的深度有待加强，部分科室重视程度不够；二是解读形式较为单一，多以文字为主；三是工作人员业务能力还需提高。",
  "{year}年，{own}政府信息公开工作取得了一定成绩，但仍存在一些不足：信息更新不够及时，栏目维护有待加强，与群众的互动还不够。",
  "（一）存在的主要问题。1.公开内容与群众需求还有差距；2.政策解读的质量不高；3.人员变动频繁，培训跟不上。",
  "主要问题：部分工作人员对公开范围把握不准，答复文书的规范性还需提高。",
  "对照上级要求和群众期盼，还存在以下差距：第一，公开时效性需要增强。第二，基层公开力量薄弱。",
}

local last_remedies = {
  "针对{last_year}年存在的解读形式单一问题，{own}已增加图解和视频解读。", "", "",
}

local remedies = {
  "{next_year}年，{own}将从以下方面改进：一是加强学习培训；二是丰富解读形式；三是完善考核机制，推动工作再上新台阶。",
  "下一步，{own}将健全工作机制，加强业务培训，及时更新信息，回应群众关切。",
  "（二）改进措施。1.细化公开目录，补充{columns}类事项；2.每季度开展一次业务培训；3.加强督促检查。",
  "今后，将进一步压实责任，强化与科室的沟通协调，计划组织培训{training}场，切实提高答复质量。",
  "改进情况：已建立会商机制，疑难申请由办公室会同法制机构研究；{next_year}年将继续抓好落实。",
}

local fees = {
  "{year}年，{own}未收取政府信息公开信息处理费。", "本年度未收取信息处理费。", "本年度没有产生信息处理费。",
  "按照《政府信息公开信息处理费管理办法》，{year}年本机关发出收费通知0件，总金额0元，实际收取0元。",
  "{year}年度依申请公开信息处理费收取情况：0元。", "信息处理费收取情况：无。", "{own}在{year}年未向申请人收取任何信息处理费。",
  {"{year}年，{own}依法收取信息处理费，共向1名申请人发出收费通知，实际收取信息处理费200元。", when = has "granted"},
}

local others = {
  "没有其他需要报告的事项。", "无其他需要报告的事项。", "", "",
  "{year}年办理人大代表建议{training}件、政协提案{meetings}件，办理结果已按要求公开。",
  "落实年度政务公开工作要点情况：召开新闻发布会{meetings}场，发布解读{interpretations}篇。",
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
  "{agency}关于{year}年政府信息公开工作的年度报告", "{agency}{year}年政府信息公开年度报告",
  "{year}年度{agency}政府信息公开工作年度报告", "{agency}政府信息公开工作{year}年度报告",
}

local duties = {
  "根据《中华人民共和国政府信息公开条例》（以下简称《条例》）和《{notice_title}》（{notice}）要求，编制本报告。",
  "本报告依据《中华人民共和国政府信息公开条例》要求编制。", "按照《中华人民共和国政府信息公开条例》（国务院令第711号）规定，现公布{agency}{year}年政府信息公开工作年度报告。",
  "依据《中华人民共和国政府信息公开条例》第五十条规定，结合{own}实际，特向社会公布本年度报告。",
  "为进一步推进政府信息公开，依照《政府信息公开条例》和{notice}文件要求，由{agency}编制本年度报告。",
}

local contents = {
  "全文由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六部分组成。",
  "本报告共分六个部分。", "报告内容包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、"
  .. "存在的主要问题及改进情况、其他需要报告的事项等六方面。", "", "",
}

local periods = {
  "报告中所列数据的统计期限为{year}年1月1日至{year}年12月31日。", "所列数据统计期限自{year}年1月1日起，至{year}年12月31日止。",
  "本报告数据统计时间为{year}年1月1日至12月31日。", "统计期限：{year}年1月1日—{year}年12月31日。",
  "本报告中数据的统计周期从{year}年1月1日到{year}年12月31日为止。", "数据统计截至{year}年12月31日。",
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

--- The paragraphs in front of the first part, the title first, and those behind the last.
function clean_prose.frame(random, report)
  local v = setmetatable({notice_title = notices[report.form][1]:gsub("《", "〈"):gsub("》", "〉"),
                          notice = notices[report.form][2], people_code = 10000 + random(80000),
                          phone = 1000000 + random(8000000)}, {__index = report.facts})
  local head = {say(random, titles, v)}
  head[2] = say(random, duties, v) .. say(random, contents, v) .. say(random, periods, v) .. say(random, contacts, v)
  local day = random(31)
  local date = pick(random, {("%d年1月%d日"):format(v.next_year, day), ("%d年01月%02d日"):format(v.next_year, day),
                             ("%d-01-%02d"):format(v.next_year, day), ("%d 年 1 月 %d 日"):format(v.next_year, day)})
  return head, pick(random, {{report.body.name, date}, {report.body.name, date}, {date}, {}})
end

return clean_prose
