--- The report that the examples of rules are edits of: one for each form, of a body that does not exist. It passes all
-- rules.

local model = {}

-- 云岭市水务局: columns 自然人, 商业企业, 科研机构, 社会公益组织, 法律服务机构, 其他, 总计; rows that are not named are 0.
local applications = {
  received = {31, 9, 1, 1, 4, 1, 47}, brought_forward = {2, 1, 0, 0, 0, 0, 3}, granted = {17, 5, 1, 1, 2, 0, 26},
  partially_granted = {3, 2, 0, 0, 0, 0, 5}, denied_third_party = {1, 1, 0, 0, 0, 0, 2},
  denied_internal_affairs = {2, 0, 0, 0, 1, 0, 3}, unavailable_not_held = {5, 2, 0, 0, 0, 0, 7},
  not_processed_petition = {4, 0, 0, 0, 0, 0, 4}, concluded = {32, 10, 1, 1, 3, 1, 48},
  carried_forward = {1, 0, 0, 0, 1, 0, 2},
}
local applicants = {"natural_person", "business", "research_institution", "public_welfare", "legal_service",
                    "other_organization", "total"}

local disputes = {
  ["disputes.reconsideration.upheld"] = 1, ["disputes.reconsideration.other_outcome"] = 1,
  ["disputes.reconsideration.total"] = 2, ["disputes.litigation_direct.upheld"] = 1,
  ["disputes.litigation_direct.total"] = 1, ["disputes.litigation_after_reconsideration.pending"] = 1,
  ["disputes.litigation_after_reconsideration.total"] = 1,
}

-- What the forms do not share.
local forms = {
  cn_disclosure_2019 = {
    year = 2020, notice = "国办公开办函〔2019〕60号", other = "other_handling",
    cells = {
      ["instruments.normative_documents.made"] = 3, ["instruments.normative_documents.disclosed"] = 3,
      ["instruments.normative_documents.total_disclosed"] = 21, ["licensing.licenses.previous_items"] = 18,
      ["licensing.licenses.change"] = "+2", ["licensing.licenses.decisions"] = 326,
      ["enforcement.penalties.previous_items"] = 58, ["enforcement.penalties.change"] = "+3",
      ["enforcement.penalties.decisions"] = 37, ["fees.administrative_fees.previous_items"] = 2,
      ["procurement.centralized.items"] = 14, ["procurement.centralized.amount"] = "3264500元",
    },
  },
  cn_disclosure_2021 = {
    year = 2024, notice = "国办公开办函〔2021〕30号", other = "other_remaining",
    cells = {
      ["instruments.normative_documents.issued"] = 3, ["instruments.normative_documents.repealed"] = 1,
      ["instruments.normative_documents.in_force"] = 21, ["licensing.licenses.decisions"] = 326,
      ["enforcement.penalties.decisions"] = 37, ["enforcement.coercion.decisions"] = 2,
      ["fees.administrative_fees.amount"] = "12.5",
    },
  },
}

local sections = {
  overview = "全年公开政策文件和办事指南，收到政府信息公开申请47件，上年结转3件，均在法定期限内答复。发布前逐件进行保密审查，"
             .. "在门户网站新设水质公告专栏。政府信息公开纳入年度工作考核，并邀请服务对象开展社会评议，未发生需要追究责任的情形。",
  problems = "一是图解、视频等群众易懂的解读形式用得不多。二是部分历史文件查找较为费时。下一年将为涉及用水报装的文件同步制作图解，"
             .. "并分批整理历史文件。",
  other = "本年度未收取信息处理费。",
}

local function cells_of(own)
  local cells = {}
  for _, list in ipairs{own.cells, disputes} do
    for address, value in pairs(list) do cells[address] = value end
  end
  local rows = {[own.other] = {0, 0, 0, 0, 0, 1, 1}}
  for id, values in pairs(applications) do rows[id] = values end
  for id, values in pairs(rows) do
    for i, column in ipairs(applicants) do cells["applications." .. id .. "." .. column] = values[i] end
  end
  return cells
end

local function head_of(own, year, agency)
  return {
    ("发布机构：%s 发布日期：%d年1月20日"):format(agency, year + 1),
    ("根据《中华人民共和国政府信息公开条例》和有关通知（%s）要求，编制本报告。报告由六部分组成。"):format(own.notice)
    .. ("统计期限为%d年1月1日至%d年12月31日。"):format(year, year),
  }
end

-- ---- the sheets ---------------------------------------------------------------------------------

local function addressed(prefix, suffix, values)
  local cells = {}
  for id, value in pairs(values) do cells[prefix .. "." .. id .. "." .. suffix] = value end
  return cells
end

local statistics = {
  disclosed = 612, disclosed_normative_documents = 4, issued_normative_documents = 5, by_website = 598, by_wechat = 87,
  by_other_means = 24, responses = 3, press_conferences = 2, press_conferences_by_head = 1, online_interviews = 1,
  interpretations = 4, weibo_wechat_responses = 2, other_responses = 1, received = 21, received_in_person = 6,
  received_online = 12, received_by_letter = 3, concluded = 20, concluded_on_time = 18, concluded_extended = 2,
  answered = 20, already_public = 5, granted = 8, partially_granted = 1, denied = 3, denied_trade_secret = 1,
  denied_privacy = 2, not_this_body = 1, does_not_exist = 1, asked_to_amend = 1, reconsideration = 1,
  reconsideration_upheld = 1, litigation = 1, litigation_other = 1, complaints = 2, fees_charged = "0.35",
  dedicated_offices = 1, reading_points = 2, staff = 4, staff_full_time = 1, staff_part_time = 3,
  special_funds = "1.50", meetings = 2, training_courses = 1, people_trained = 46,
}

local website = {
  reporting_body = "云岭市水务局", site_name = "云岭市水务局网站", home_page = "www.example.gov.cn", operator = "云岭市水务局",
  site_type = "□政府门户网站 ☑部门网站 □专项网站", site_code = "3900000023", icp_number = "云ICP备00000023号",
  police_number = "云公网安备39000000000023号", unique_visitors = 41250, visits = 186733, updates_total = 1276,
  updates_overview = 12, updates_news = 952, updates_disclosure = 312, topics_maintained = 6, topics_new = 2,
  interpretations_total = 9, interpretation_documents = 4, interpretation_products = 3, media_comments = 2,
  responses = 5, service_catalogue = "☑是 □否", registered_users = 812, service_items = 34, service_items_online = 21,
  cases_total = 488, cases_natural_person = 321, cases_legal_person = 167, unified_platform = "☑是 □否",
  messages_received = 87, messages_concluded = 86, messages_average_days = "2.5", messages_published = 60,
  surveys = 4, survey_opinions = 133, surveys_published = 4, interviews = 2, interview_messages = 41,
  interview_answers = 38, question_answering = "□是 ☑否", security_tests = 12, problems_found = 3, problems_mended = 3,
  security_monitoring = "☑是 □否", emergency_drill = "☑是 □否", security_officer = "☑是 □否", mobile_media = "☑是 □否",
  weibo_name = "云岭水务", weibo_posts = 215, weibo_followers = 3120, wechat_name = "云岭水务服务", wechat_posts = 164,
  wechat_subscribers = 9874, innovation = "☑搜索即服务 □多语言版本 ☑无障碍浏览 □千人千网 □其他",
}

local three_public = {
  ["budget.total"] = "45.50", ["budget.travel_abroad"] = "8.00", ["budget.vehicles"] = "33.50",
  ["budget.vehicle_purchase"] = "10.00", ["budget.vehicle_operation"] = "23.50", ["budget.receptions"] = "4.00",
  ["final.total"] = "30.36", ["final.travel_abroad"] = "0.00", ["final.vehicles"] = "28.11",
  ["final.vehicle_purchase"] = "9.83", ["final.vehicle_operation"] = "18.28", ["final.receptions"] = "2.25",
}

local function foot(year, day)
  return {"单位负责人：林清和 审核人：苏远 填报人：叶知秋", ("联系电话：0000-0000000 填报日期：%d年1月%d日"):format(year + 1, day)}
end

local sheets = {}

function sheets.cn_disclosure_2014(agency, year)
  year = year or 2016
  local cells = addressed("statistics", "count", statistics)
  cells["statistics.fees_charged.unit"], cells["statistics.special_funds.unit"] = "万元", "万元"
  return {year = year, cells = cells, head = {"填报单位（盖章）：" .. agency}, tail = foot(year, 20)}
end

function sheets.cn_website_annual(_, year)
  year = year or 2023
  return {year = year, cells = addressed("website", "value", website), tail = foot(year, 24)}
end

function sheets.cn_budget_three_public(agency, year)
  year = year or 2023
  local cells = {}
  for id, value in pairs(three_public) do cells["three_public." .. id] = value end
  return {year = year, cells = cells, tail = {"注：本表反映部门本年度财政拨款“三公”经费支出预决算情况。"},
          head = {("公开07表 部门：%s %d年度 金额单位：万元"):format(agency, year)}}
end

--- What `govreport.form.sample.text` needs for the model of a form; a new table each time.
-- @param year of the report, and its body; the model's own where they are left out
function model.of(form, year, agency)
  agency = agency or "云岭市水务局"
  if sheets[form] then
    local made = sheets[form](agency, year)
    made.form, made.agency, made.sections = form, agency, {}
    return made
  end
  local own = forms[form] or error("no model of the form " .. tostring(form), 2)
  year = year or own.year
  local copy = {}
  for id, text in pairs(sections) do copy[id] = text end
  return {form = form, agency = agency, year = year, cells = cells_of(own), head = head_of(own, year, agency),
          sections = copy, tail = {agency, ("%d年1月18日"):format(year + 1)}}
end

return model
