--- 政府网站工作年度报表 (国办函〔2018〕12号): a sheet of labels with their values beside them, in groups of rows.

local grammar = require "govreport.grammar"

local function row(id, label, kind, options)
  local own = {id = id, label = label, type = kind}
  for key, value in pairs(options or {}) do own[key] = value end
  return own
end

-- A number whose unit is that of the form: printed in brackets behind its label, or not at all.
local function count(id, group, label, unit, options)
  local own = row(id, group and {group, label} or label, nil, options)
  local variants = own.variants or {}
  own.unit, own.variants = unit, {("%s（单位：%s）"):format(label, unit), ("%s（%s）"):format(label, unit)}
  table.move(variants, 1, #variants, 3, own.variants)
  return own
end

local updates, topics = "信息发布", "专栏专题"
local interpretation, cases = "解读信息发布", "办件量"
local messages, surveys, interviews = "留言办理", "征集调查", "在线访谈"
local weibo, wechat = "微博", "微信"

local rows = {
  row("reporting_body", "填报单位", "text", {variants = {"填报单位（盖章）", "填报单位全称"}}),
  row("site_name", "网站名称", "text"),
  row("home_page", "首页网址", "text"),
  row("operator", "主办单位", "text"),
  row("site_type", "网站类型", "choice"),
  row("site_code", "政府网站标识码", "text", {variants = {"网站标识码"}}),
  row("icp_number", "ICP备案号", "text"),
  row("police_number", "公安机关备案号", "text"),
  count("unique_visitors", nil, "独立用户访问总量", "个"),
  count("visits", nil, "网站总访问量", "次"),
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
  count("responses", nil, "回应公众关注热点或重大舆情数量", "次"),
  row("service_catalogue", "是否发布服务事项目录", "flag"),
  count("registered_users", nil, "注册用户数量", "个"),
  count("service_items", nil, "政务服务事项数量", "项"),
  count("service_items_online", nil, "可全程在线办理政务服务事项数量", "项", {variants = {"可全程在线办理事项数量"}}),
  count("cases_total", cases, "总数", "件"),
  count("cases_natural_person", cases, "自然人办件量", "件"),
  count("cases_legal_person", cases, "法人办件量", "件"),
  row("unified_platform", "是否使用统一平台", "flag"),
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
  row("question_answering", "是否提供智能问答", "flag"),
  count("security_tests", nil, "安全检测评估次数", "次"),
  count("problems_found", nil, "发现问题数量", "个"),
  count("problems_mended", nil, "问题整改数量", "个"),
  row("security_monitoring", "是否建立安全监测预警机制", "flag"),
  row("emergency_drill", "是否开展应急演练", "flag"),
  row("security_officer", "是否明确网站安全责任人", "flag"),
  row("mobile_media", "是否有移动新媒体", "flag"),
  row("weibo_name", {weibo, "名称"}, "text"),
  count("weibo_posts", weibo, "信息发布量", "条"),
  count("weibo_followers", weibo, "关注量", "个"),
  row("wechat_name", {wechat, "名称"}, "text"),
  count("wechat_posts", wechat, "信息发布量", "条"),
  count("wechat_subscribers", wechat, "订阅数", "个"),
  row("other_media", "其他移动新媒体", "text"),
  row("innovation", "创新发展", "choice", {many = true}),
}

local facts = {
  agency = {"填报单位", "填报单位（盖章）", "填报单位全称"}, responsible_person = {"单位负责人"}, reviewer = {"审核人"},
  preparer = {"填报人"}, telephone = {"联系电话"}, prepared_on = {"填报日期"},
}

return {
  id = "cn_website_annual",
  name = "政府网站工作年度报表",
  notice = "国办函〔2018〕12号",
  years = {2017},
  tables = {{id = "website", title = "政府网站工作年度报表", pairs = true, rows = rows}},
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
