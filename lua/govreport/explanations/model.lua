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

--- What `govreport.sample.text` needs for the model of a form; a new table each time.
-- @param year of the report, and its body; the model's own where they are left out
function model.of(form, year, agency)
  local own = forms[form] or error("no model of the form " .. tostring(form), 2)
  year, agency = year or own.year, agency or "云岭市水务局"
  local copy = {}
  for id, text in pairs(sections) do copy[id] = text end
  return {form = form, agency = agency, year = year, cells = cells_of(own), head = head_of(own, year, agency),
          sections = copy, tail = {agency, ("%d年1月18日"):format(year + 1)}}
end

return model
