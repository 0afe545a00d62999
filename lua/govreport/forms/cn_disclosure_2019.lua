--- 政府信息公开工作年度报告, the trial form of 国办公开办函〔2019〕60号, in use for the years
-- 2019 and 2020.

local lpeg = require "lpeg"
local grammar = require "govreport.grammar"
local readers = require "govreport.readers"

local P, S, Cc, Cp, Ct, Cg = lpeg.P, lpeg.S, lpeg.Cc, lpeg.Cp, lpeg.Ct, lpeg.Cg
local mark = grammar.mark

-- ---- labels -------------------------------------------------------------------------------------

local function result(label) return {"三、本年度办理结果", label} end
local function denied(label) return {"三、本年度办理结果", "（三）不予公开", label} end
local function unavailable(label) return {"三、本年度办理结果", "（四）无法提供", label} end
local function not_processed(label) return {"三、本年度办理结果", "（五）不予处理", label} end
local function organization(label) return {"申请人情况", "法人或其他组织", label} end

-- The three columns that （五） and （六） share.
local item_columns = {
  {id = "previous_items", label = "上一年项目数量"},
  {id = "change", label = "本年增/减", signed = true},
  {id = "decisions", label = "处理决定数量"},
}

local change_spellings = {variants = {"本年增（减）", "本年增、减"}}

local function block(id, number, columns, rows)
  local caption = "第二十条第（" .. number .. "）项"
  local spellings = {[caption] = {misprints = {"第二十条（" .. number .. "）项"}}}
  for _, column in ipairs(columns) do
    if column.id == "change" then spellings[column.label] = change_spellings end
  end
  return {id = id, section = "proactive", caption = caption, header = {"信息内容"}, spellings = spellings,
          columns = columns, rows = rows}
end

local tables = {
  block("instruments", "一", {
    {id = "made", label = "本年新制作数量"},
    {id = "disclosed", label = "本年新公开数量"},
    {id = "total_disclosed", label = "对外公开总数量"},
  }, {
    {id = "administrative_rules", label = "规章"},
    {id = "normative_documents", label = "规范性文件"},
  }),
  block("licensing", "五", item_columns, {
    {id = "licenses", label = "行政许可"},
    {id = "other_services", label = "其他对外管理服务事项"},
  }),
  block("enforcement", "六", item_columns, {
    {id = "penalties", label = "行政处罚"},
    {id = "coercion", label = "行政强制"},
  }),
  block("fees", "八", {item_columns[1], item_columns[2]}, {
    {id = "administrative_fees", label = "行政事业性收费"},
  }),
  block("procurement", "九", {
    {id = "items", label = "采购项目数量"},
    {id = "amount", label = "采购总金额", decimal = true},
  }, {
    {id = "centralized", label = "政府集中采购"},
  }),
  {
    id = "applications", section = "applications",
    header = {"（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"},
    rows = {
      {id = "received", label = "一、本年新收政府信息公开申请数量"},
      {id = "brought_forward", label = "二、上年结转政府信息公开申请数量"},
      {id = "granted", label = result "（一）予以公开"},
      {id = "partially_granted", label = result "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"},
      {id = "denied_state_secret", label = denied "1.属于国家秘密"},
      {id = "denied_prohibited_by_law", label = denied "2.其他法律行政法规禁止公开"},
      {id = "denied_security_stability", label = denied "3.危及“三安全一稳定”"},
      {id = "denied_third_party", label = denied "4.保护第三方合法权益"},
      {id = "denied_internal_affairs", label = denied "5.属于三类内部事务信息"},
      {id = "denied_deliberative", label = denied "6.属于四类过程性信息"},
      {id = "denied_enforcement_file", label = denied "7.属于行政执法案卷"},
      {id = "denied_registry_inquiry", label = denied "8.属于行政查询事项"},
      {id = "unavailable_not_held", label = unavailable "1.本机关不掌握相关政府信息"},
      {id = "unavailable_needs_creation", label = unavailable "2.没有现成信息需要另行制作"},
      {id = "unavailable_unclear", label = unavailable "3.补正后申请内容仍不明确"},
      {id = "not_processed_petition", label = not_processed "1.信访举报投诉类申请"},
      {id = "not_processed_repeated", label = not_processed "2.重复申请"},
      {id = "not_processed_publication", label = not_processed "3.要求提供公开出版物"},
      {id = "not_processed_excessive", label = not_processed "4.无正当理由大量反复申请"},
      {id = "not_processed_reconfirmation", label = not_processed "5.要求行政机关确认或重新出具已获取信息"},
      {id = "other_handling", label = result "（六）其他处理"},
      {id = "concluded", label = result "（七）总计"},
      {id = "carried_forward", label = "四、结转下年度继续办理"},
    },
    total = "total",
    equations = {
      {left = {"received", "brought_forward"}, right = {"concluded", "carried_forward"}},
      {first = "granted", sum = "concluded"},
    },
    columns = {
      {id = "natural_person", label = {"申请人情况", "自然人"}},
      {id = "business", label = organization "商业企业"},
      {id = "research_institution", label = organization "科研机构"},
      {id = "public_welfare", label = organization "社会公益组织"},
      {id = "legal_service", label = organization "法律服务机构"},
      {id = "other_organization", label = organization "其他"},
      {id = "total", label = {"申请人情况", "总计"}},
    },
    spellings = {
      ["（二）部分公开（区分处理的，只计这一情形，不计其他情形）"] = {variants = {"（二）部分公开"}},
      ["（五）不予处理"] = {misprints = {"（五）不予以处理"}},
      ["2.其他法律行政法规禁止公开"] = {misprints = {"2.其他法律行政止公开", "2.其他法律法规禁止公开"}},
      ["4.无正当理由大量反复申请"] = {variants = {"4.无正当理由大量反覆申请"}},
      ["（六）其他处理"] = {variants = {"（六）其他"}},
      ["（七）总计"] = {variants = {"（七）合计"}},
      ["总计"] = {variants = {"合计"}},
      ["其他"] = {variants = {"其它"}},
    },
  },
  {
    id = "disputes", section = "disputes", across = true, total = "total",
    rows = {
      {id = "reconsideration", label = "行政复议"},
      {id = "litigation_direct", label = {"行政诉讼", "未经复议直接起诉"}},
      {id = "litigation_after_reconsideration", label = {"行政诉讼", "复议后起诉"}},
    },
    columns = {
      {id = "upheld", label = "结果维持"},
      {id = "corrected", label = "结果纠正"},
      {id = "other_outcome", label = "其他结果"},
      {id = "pending", label = "尚未审结"},
      {id = "total", label = "总计"},
    },
    -- As machines put 复 into traditional characters.
    spellings = {
      ["行政复议"] = {variants = {"行政覆议"}},
      ["未经复议直接起诉"] = {variants = {"未经覆议直接起诉"}},
      ["复议后起诉"] = {variants = {"覆议后起诉"}},
    },
  },
}

-- Other wordings that offices use for the title of a part.
local sections = {
  {id = "overview", title = "总体情况",
   variants = {"[政府信息公开]总体工作情况", "政府信息公开工作总体情况"}},
  {id = "proactive", title = "主动公开政府信息情况",
   variants = {"主动公开政府信息的情况", "主动公开工作情况", "主动公开情况"}},
  {id = "applications", title = "收到和处理政府信息公开申请情况",
   variants = {"收到和处理政府信息公开申请{情况统计表|的情况}", "收到及处理政府信息公开申请情况"}},
  {id = "disputes", title = "政府信息公开行政复议、行政诉讼情况",
   variants = {"政府信息公开[工作]行政复议{|和|及|与}行政诉讼[的]情况", "[被申请]行政复议{|和|及}[提起]行政诉讼[的]情况",
               "因政府信息公开[工作]被申请行政复议{|和|及}[被]提起行政诉讼[的]情况"}},
  {id = "problems", title = "存在的主要问题及改进情况",
   variants = {"[政府信息公开工作]存在[的][主要]问题{及|和|与}{改进情况|改进措施|整改措施|整改情况|改进方向}"}},
  {id = "other", title = "其他需要报告的事项",
   variants = {"其他需要{报告|说明|报告说明}的{事项|情况}", "其他报告事项"}},
}

-- ---- fields -------------------------------------------------------------------------------------

local head = readers.titled "{政府|政务|}信息公开[工作][的][情况][的][年度]{报告|年报}"

local metadata = {
  name = {"名称", "标题"}, index_number = {"索引号"}, publisher = {"发布机构", "发文机关", "公开机构"},
  document_number = {"文号", "发文字号"}, subject_terms = {"主题词", "关键词"},
  published_on = {"发布日期", "发文日期", "公开日期", "发布时间", kind = "date"}, subject_category = {"主题分类"},
  validity = {"有效性", "时效"},
}

local parts = Ct(Cp() * grammar.numeral * Cp() * P"个"^-1 * P"大"^-1 * "部分")          -- 六个部分

local function read_parts(report, range, base)
  report:field("parts_announced", "integer", base + range[1], base + range[2])
end

-- 本年度未收取信息处理费 · 收取信息处理费2230元
local fee_template = "信息[公开]处理费"
local fee_words = grammar.phrase(fee_template)
-- As a rule it is written out once, and not 24 times.
local up_to_fee = P{lpeg.V"other"^-24, other = 1 - mark - S"。;," - fee_words}
local fee_none = Ct(Cg(Cc(true), "none") * Cg(Cp(), "start")
                    * (P"未" + "没有" + "无" + "不") * up_to_fee * fee_words * Cg(Cp(), "stop"))
local fee_amount = Ct(Cg(Cp(), "start") * fee_words * (1 - mark - "。" - ";" - lpeg.R"09")^-24
                      * Cg(lpeg.C(grammar.number * ("." * grammar.number)^-1), "digits")
                      * Cg(lpeg.C(P"万"^-1), "scale") * "元" * Cg(Cp(), "stop"))

local function read_fee(report, fee, base)
  local kind = fee.none and "none" or "amount"
  local value = fee.digits and grammar.amount(fee.digits, fee.scale)
  report:field("processing_fee", kind, base + fee.start, base + fee.stop, value)
end

-- ---- views of datasets --------------------------------------------------------------------------

-- What this form and its successor both ask for: each row of the applications and the disputes, and of what is made and
-- decided the number of the year.
local common = {
  {id = "other_handling", table = "applications"},
  {id = "administrative_rules", table = "instruments", columns = {"made"}},
  {id = "normative_documents", table = "instruments", columns = {"made"}},
  {id = "licensing_decisions", table = "licensing", rows = {"licenses"}, columns = {"decisions"}},
  {id = "penalty_decisions", table = "enforcement", rows = {"penalties"}, columns = {"decisions"}},
  {id = "coercion_decisions", table = "enforcement", rows = {"coercion"}, columns = {"decisions"}},
}
for _, t in ipairs(tables) do
  for _, row in ipairs((t.id == "applications" or t.id == "disputes") and t.rows or {}) do
    if row.id ~= common[1].id then table.insert(common, {id = row.id, table = t.id}) end
  end
end

return {
  id = "cn_disclosure_2019",
  name = "政府信息公开工作年度报告（2019年试行格式）",
  notice = "国办公开办函〔2019〕60号",
  years = {2019, 2020},
  claims = "cn_disclosure",
  sections = sections,
  tables = tables,
  views = {
    {id = "applications_wide", table = "applications", by = "applicant"},
    {id = "disputes_wide", table = "disputes", by = "outcome"},
    {id = "harmonised", items = common},
  },
  -- What tells this form from its successor, and how much of it must be there for a text to be a report of this form.
  detect = {labels = {"本年新制作数量", "本年新公开数量", "对外公开总数量", "采购项目数量", "上一年项目数量"}, sections = 2},
  fields = {"title", "agency", "year", "name", "index_number", "publisher", "document_number", "subject_terms",
            "published_on", "subject_category", "validity", "dated", "signatory", "signed_on", "period_start",
            "period_end", "parts_announced", "citations", "processing_fee"},
  readers = {
    head.title, head.metadata(metadata), readers.dated, readers.period_clause, readers.period,
    {scope = "head", find = parts, begins = "一二三四五六七八九十", once = true, read = read_parts},
    readers.laws, readers.notices, head.page, readers.sign_off,
    {scope = "tail", find = fee_none + fee_amount, begins = "未没无不" .. grammar.begins(fee_template), once = true,
     read = read_fee},
    head.elsewhere,
  },
}
