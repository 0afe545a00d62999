--- 政府网站工作年度报表 (国办函〔2018〕12号): a sheet of labels with their values beside them, in groups of rows.

local grammar = require "govreport.grammar"

-- A row of the sheet under its groups, outermost first.
local function row(id, groups, label, kind, options)
  local path = table.move(groups, 1, #groups, 1, {})
  path[#path + 1] = label
  local own = {id = id, label = path, type = kind}
  for key, value in pairs(options or {}) do own[key] = value end
  return own
end

-- A number whose unit is that of the form: printed in brackets behind its label, or not at all.
local function count(id, groups, label, unit, options)
  local own = row(id, groups, label, nil, options)
  local variants = own.variants or {}
  own.unit, own.variants = unit, {("%s（单位：%s）"):format(label, unit), ("%s（%s）"):format(label, unit)}
  table.move(variants, 1, #variants, 3, own.variants)
  return own
end

local none, updates, topics = {}, {"信息发布"}, {"专栏专题"}
local answers, interpretation = {"解读回应"}, {"解读回应", "解读信息发布"}
local services, cases = {"办事服务"}, {"办事服务", "办件量"}
local exchange, messages = {"互动交流"}, {"互动交流", "留言办理"}
local surveys, interviews = {"互动交流", "征集调查"}, {"互动交流", "在线访谈"}
local security, tests = {"安全防护"}, {"安全防护", "安全检测评估"}
local mobile, weibo, wechat = {"移动新媒体"}, {"移动新媒体", "微博"}, {"移动新媒体", "微信"}

local rows = {
  row("reporting_body", none, "填报单位", "text", {variants = {"填报单位（盖章）", "填报单位全称"}}),
  row("site_name", none, "网站名称", "text"),
  row("home_page", none, "首页网址", "text"),
  row("operator", none, "主办单位", "text"),
  row("site_type", none, "网站类型", "choice"),
  row("site_code", none, "政府网站标识码", "text", {variants = {"网站标识码"}}),
  row("icp_number", none, "ICP备案号", "text"),
  row("police_number", none, "公安机关备案号", "text"),
  count("unique_visitors", none, "独立用户访问总量", "个"),
  count("visits", none, "网站总访问量", "次"),
  count("updates_total", updates, "总数", "条"),
  count("updates_overview", updates, "概况类信息更新量", "条"),
  count("updates_news", updates, "政务动态信息更新量", "条"),
  count("updates_disclosure", updates, "信息公开目录信息更新量", "条"),
  count("topics_maintained", topics, "维护数量", "个"),
  count("topics_new", topics, "新开设数量", "个"),
  count("interpretations_total", interpretation, "总数", "条"),
  count("interpretation_documents", interpretation, "解读材料数量", "篇"),
  count("interpretation_products", interpretation, "解读产品数量", "个"),
  count("media_comments", interpretation, "媒体评论文章数量", "篇"),
  count("responses", answers, "回应公众关注热点或重大舆情数量", "次"),
  row("service_catalogue", services, "是否发布服务事项目录", "flag"),
  count("registered_users", services, "注册用户数量", "个"),
  count("service_items", services, "政务服务事项数量", "项"),
  count("service_items_online", services, "可全程在线办理政务服务事项数量", "项"),
  count("cases_total", cases, "总数", "件"),
  count("cases_natural_person", cases, "自然人办件量", "件"),
  count("cases_legal_person", cases, "法人办件量", "件"),
  row("unified_platform", exchange, "是否使用统一平台", "flag"),
  count("messages_received", messages, "收到留言数量", "条"),
  count("messages_concluded", messages, "办结留言数量", "条"),
  count("messages_average_days", messages, "平均办理时间", "天", {decimal = true}),
  count("messages_published", messages, "公开答复数量", "条"),
  count("surveys", surveys, "征集调查期数", "期"),
  count("survey_opinions", surveys, "收到意见数量", "条"),
  count("surveys_published", surveys, "公布调查结果期数", "期"),
  count("interviews", interviews, "访谈期数", "期"),
  count("interview_messages", interviews, "网民留言数量", "条"),
  count("interview_answers", interviews, "答复网民提问数量", "条"),
  row("question_answering", exchange, "是否提供智能问答", "flag"),
  count("security_tests", tests, "安全检测评估次数", "次", {variants = {"评估次数"}}),
  count("problems_found", tests, "发现问题数量", "个"),
  count("problems_mended", tests, "问题整改数量", "个"),
  row("security_monitoring", security, "是否建立安全监测预警机制", "flag"),
  row("emergency_drill", security, "是否开展应急演练", "flag"),
  row("security_officer", security, "是否明确网站安全责任人", "flag"),
  row("mobile_media", mobile, "是否有移动新媒体", "flag"),
  row("weibo_name", weibo, "名称", "text"),
  count("weibo_posts", weibo, "信息发布量", "条"),
  count("weibo_followers", weibo, "关注量", "个"),
  row("wechat_name", wechat, "名称", "text"),
  count("wechat_posts", wechat, "信息发布量", "条"),
  count("wechat_subscribers", wechat, "订阅数", "个"),
  row("other_media", mobile, "其他", "text"),
  row("innovation", none, "创新发展", "choice", {many = true}),
}

-- Groups whose unit stands behind their name.
local spellings = {}
for group, unit in pairs{["信息发布"] = "条", ["专栏专题"] = "个", ["办件量"] = "件", ["解读信息发布"] = "条"} do
  spellings[group] = {variants = {("%s（单位：%s）"):format(group, unit)}}
end

local facts = {
  agency = {"填报单位", "填报单位（盖章）", "填报单位全称"}, responsible_person = {"单位负责人"}, reviewer = {"审核人"},
  preparer = {"填报人"}, telephone = {"联系电话"}, prepared_on = {"填报日期"},
}

return {
  id = "cn_website_annual",
  name = "政府网站工作年度报表",
  notice = "国办函〔2018〕12号",
  years = {2017},
  tables = {{id = "website", title = "政府网站工作年度报表", pairs = true, rows = rows, spellings = spellings}},
  detect = {
    labels = {"独立用户访问总量", "网站总访问量", "政府网站标识码", "可全程在线办理政务服务事项数量", "是否提供智能问答",
              "是否建立安全监测预警机制", "公布调查结果期数"},
    words = {"政府网站工作年度报表", "政府网站年度工作报表"}, least = 3,
  },
  fields = {"title", "agency", "year", "responsible_person", "reviewer", "preparer", "telephone", "prepared_on"},
  readers = {
    {scope = "head", match = grammar.titles("政府网站{工作年度|年度工作}报表"),
     read = function(report, entries, base) report:add_facts(entries, base, {year = "integer"}) end},
    {scope = "head", match = grammar.metadata(facts),
     read = function(report, entries, base) report:add_facts(entries, base, {prepared_on = "date"}) end},
  },
}
