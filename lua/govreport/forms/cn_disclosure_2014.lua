--- 政府信息公开情况统计表, the statistics that went with the annual reports of the years 2014 to 2018 (国办发〔2014〕32号):
-- an indicator, its unit and its number in a row. The reports themselves had no fixed form in these years.

local grammar = require "govreport.grammar"

local function heading(id, label) return {id = id, label = label, heading = true} end

-- A part of the indicator above it, which prints 其中 in front or not, with an ordinal or without.
local function part_of(id, ordinal, label)
  return {id = id, label = ordinal .. label, variants = {"其中：" .. ordinal .. label, "其中：" .. label}}
end

local reviews, lawsuits = "四、行政复议数量", "五、行政诉讼数量"
local upheld_by_court = "（一）维持具体行政行为或者驳回原告诉讼请求数"

local rows = {
  heading("proactive", "一、主动公开情况"),
  {id = "disclosed", label = "（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）",
   variants = {"（一）主动公开政府信息数"}},
  {id = "disclosed_normative_documents", label = "其中：主动公开规范性文件数", variants = {"主动公开规范性文件数"}},
  {id = "issued_normative_documents", label = "制发规范性文件总数", variants = {"其中：制发规范性文件总数", "制发规范性文件数"}},
  heading("channels", "（二）通过不同渠道和方式公开政府信息的情况"),
  {id = "by_gazette", label = "1.政府公报公开政府信息数"},
  {id = "by_website", label = "2.政府网站公开政府信息数"},
  {id = "by_weibo", label = "3.政务微博公开政府信息数"},
  {id = "by_wechat", label = "4.政务微信公开政府信息数"},
  {id = "by_other_means", label = "5.其他方式公开政府信息数"},
  heading("responses_and_interpretation", "二、回应解读情况"),
  {id = "responses", label = "（一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）",
   variants = {"（一）回应公众关注热点或重大舆情数"}},
  heading("response_channels", "（二）通过不同渠道和方式回应解读的情况"),
  {id = "press_conferences", label = "1.参加或举办新闻发布会总次数", variants = {"1.参加或举办新闻发布会次数"}},
  {id = "press_conferences_by_head", label = "其中：主要负责同志参加新闻发布会次数"},
  {id = "online_interviews", label = "2.政府网站在线访谈次数"},
  {id = "online_interviews_by_head", label = "其中：主要负责同志参加政府网站在线访谈次数"},
  {id = "interpretations", label = "3.政策解读稿件发布数"},
  {id = "weibo_wechat_responses", label = "4.微博微信回应事件数"},
  {id = "other_responses", label = "5.其他方式回应事件数"},
  heading("applications", "三、依申请公开情况"),
  {id = "received", label = "（一）收到申请数"},
  {id = "received_in_person", label = "1.当面申请数"},
  {id = "received_by_fax", label = "2.传真申请数"},
  {id = "received_online", label = "3.网络申请数"},
  {id = "received_by_letter", label = "4.信函申请数"},
  {id = "concluded", label = "（二）申请办结数"},
  {id = "concluded_on_time", label = "1.按时办结数"},
  {id = "concluded_extended", label = "2.延期办结数"},
  {id = "answered", label = "（三）申请答复数"},
  {id = "already_public", label = "1.属于已主动公开范围数"},
  {id = "granted", label = "2.同意公开答复数"},
  {id = "partially_granted", label = "3.同意部分公开答复数"},
  {id = "denied", label = "4.不同意公开答复数"},
  part_of("denied_state_secret", "1.", "涉及国家秘密"),
  part_of("denied_trade_secret", "2.", "涉及商业秘密"),
  part_of("denied_privacy", "3.", "涉及个人隐私"),
  part_of("denied_security_stability", "4.", "危及国家安全、公共安全、经济安全和社会稳定"),
  part_of("denied_not_government_information", "5.", "不是《条例》所指政府信息"),
  part_of("denied_by_other_law", "6.", "法律法规规定的其他情形"),
  {id = "not_this_body", label = "5.不属于本行政机关公开数"},
  {id = "does_not_exist", label = "6.申请信息不存在数"},
  {id = "asked_to_amend", label = "7.告知作出更改补充数"},
  {id = "referred", label = "8.告知通过其他途径办理数"},
  {id = "reconsideration", label = reviews},
  {id = "reconsideration_upheld", label = {reviews, "（一）维持具体行政行为数"}},
  {id = "reconsideration_corrected", label = {reviews, "（二）被依法纠错数"}},
  {id = "reconsideration_other", label = {reviews, "（三）其他情形数"}},
  {id = "litigation", label = lawsuits},
  {id = "litigation_upheld", label = {lawsuits, upheld_by_court}},
  {id = "litigation_corrected", label = {lawsuits, "（二）被依法纠错数"}},
  {id = "litigation_other", label = {lawsuits, "（三）其他情形数"}},
  {id = "complaints", label = "六、举报投诉数量"},
  {id = "fees_charged", label = "七、依申请公开信息收取的费用", decimal = true},
  heading("resources", "八、机构建设和保障经费情况"),
  {id = "dedicated_offices", label = "（一）政府信息公开工作专门机构数"},
  {id = "reading_points", label = "（二）设置政府信息公开查阅点数"},
  {id = "staff", label = "（三）从事政府信息公开工作人员数"},
  {id = "staff_full_time", label = "1.专职人员数（不包括政府公报及政府网站工作人员数）", variants = {"1.专职人员数"}},
  {id = "staff_part_time", label = "2.兼职人员数"},
  {id = "special_funds", decimal = true,
   label = "（四）政府信息公开专项经费（不包括用于政府公报编辑管理及政府网站建设维护等方面的经费）",
   variants = {"（四）政府信息公开专项经费"}},
  heading("training", "九、政府信息公开会议和培训情况"),
  {id = "meetings", label = "（一）召开政府信息公开工作会议或专题会议数"},
  {id = "training_courses", label = "（二）举办各类培训班数"},
  {id = "people_trained", label = "（三）接受培训人员数"},
}

local facts = {
  agency = {"填报单位", "填报单位（盖章）", "单位名称", "报送单位"}, index_number = {"索引号"},
  publisher = {"发布机构"}, document_number = {"文号"}, published_on = {"发布日期"},
  responsible_person = {"单位负责人"}, reviewer = {"审核人"}, preparer = {"填报人"}, telephone = {"联系电话"},
  prepared_on = {"填报日期"},
}

return {
  id = "cn_disclosure_2014",
  name = "政府信息公开情况统计表（2014年格式）",
  notice = "国办发〔2014〕32号",
  years = {2014, 2018},
  tables = {
    {
      id = "statistics", title = "政府信息公开情况统计表", header = {"统计指标"}, rows = rows,
      columns = {
        {id = "unit", label = "单位", type = "unit", variants = {"计量单位"}},
        {id = "count", label = "统计数", variants = {"统计数量"}},
      },
      spellings = {["统计指标"] = {variants = {"指标名称"}}},
    },
  },
  detect = {
    labels = {"（一）收到申请数", "（二）申请办结数", "（三）申请答复数", "4.不同意公开答复数", "六、举报投诉数量",
              "七、依申请公开信息收取的费用", "（二）设置政府信息公开查阅点数", "2.政府网站公开政府信息数"},
    words = {"政府信息公开[工作]情况统计表"}, least = 2,
  },
  fields = {"title", "agency", "year", "index_number", "publisher", "document_number", "published_on",
            "responsible_person", "reviewer", "preparer", "telephone", "prepared_on"},
  readers = {
    {scope = "head", match = grammar.titles("政府信息公开[工作]情况统计表", "政府信息公开[工作]{年度报告|年报}"),
     read = function(report, entries, base) report:add_facts(entries, base, {year = "integer"}) end},
    {scope = "head", match = grammar.metadata(facts),
     read = function(report, entries, base)
       report:add_facts(entries, base, {published_on = "date", prepared_on = "date"})
     end},
  },
}
