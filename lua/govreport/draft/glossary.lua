--- Words that labels of reports are made of, as ids: 总计 is `total`, 总计（万元） too. Where a label is not here, a draft
-- numbers it.

local grammar = require "govreport.text.grammar"

local glossary = {}

local words = {
  total = "总计 合计 总数 共计 总量", subtotal = "小计", other = "其他 其它", count = "数量 件数 个数", amount = "金额 总金额",
  year = "全年 年度", this_year = "本年 本年度 本年数", last_year = "上年 上一年 上年度 上年数", note = "备注 说明",
  unit = "单位 计量单位", number = "序号 编号", natural_person = "自然人", organization = "法人或其他组织 法人",
  business = "商业企业 企业", research_institution = "科研机构", public_welfare = "社会公益组织", legal_service = "法律服务机构",
  received = "收到 收到数 收到数量 新收", concluded = "办结 办结数 办结数量", pending = "尚未审结 未办结 在办",
  carried_forward = "结转下年度继续办理 结转下年", brought_forward = "上年结转", upheld = "结果维持 维持", corrected = "结果纠正 纠正",
  planned = "计划 计划数", actual = "实际 实际数 完成数", budget = "预算数 年初预算数", final = "决算数", change = "增减 本年增减",
  income = "收入 总收入", expenditure = "支出 总支出", opening = "年初 年初数 期初", closing = "年末 年末数 期末",
  first_quarter = "一季度 第一季度", second_quarter = "二季度 第二季度", third_quarter = "三季度 第三季度",
  fourth_quarter = "四季度 第四季度", first_half = "上半年", second_half = "下半年", yes = "是", no = "否",
  name = "名称", address = "地址", phone = "联系电话 电话", reporter = "填报人", reviewer = "审核人", filled_on = "填报日期",
  reporting_unit = "填报单位", head = "单位负责人 负责人", website = "网站名称", overview = "总体情况 概况 基本情况 基本概况",
  problems = "存在的主要问题 存在问题 存在的问题 存在的主要问题及改进情况", plans = "下一步工作打算 工作计划 下一年工作计划 下一步工作安排",
  other_matters = "其他事项 其他需要报告的事项 其他需要说明的事项", visits = "访问量 接待人次 到馆人次", visitors = "来访人数 参观人数",
  books = "图书", periodicals = "期刊", staff = "人员 职工人数 工作人员", events = "活动 活动场次 场次", participants = "参加人次 参与人次",
  complaints = "投诉 投诉数 投诉数量", inspections = "检查 检查次数 抽查数 抽查数量", failed = "不合格数 不合格数量", rate = "比例 合格率 占比",
  basic = "基本支出", project = "项目支出", urban = "城市 城镇", rural = "农村 乡村", men = "男 男性", women = "女 女性",
  administrative_rules = "规章", normative_documents = "行政规范性文件 规范性文件", licenses = "行政许可", penalties = "行政处罚",
  line_numbers = "栏次 行次", coercion = "行政强制", reconsideration = "行政复议", litigation = "行政诉讼",
}

local ids = {}
for id, list in pairs(words) do
  for word in list:gmatch("%S+") do ids[grammar.skeleton(word, true)] = id end
end

--- A label without its ordinal and without what stands in brackets at its end.
function glossary.bare(label)
  local text = grammar.fold(label):gsub("%([^()]*%)$", "")
  return text ~= "" and text or label
end

--- The id that a label suggests; nil where none of the words is all of it.
function glossary.id(label)
  return ids[grammar.skeleton(glossary.bare(label), true)]
end

-- The ids of a path: the leaf alone, and with its groups in front.
local function suggestions(path)
  local leaf = glossary.id(path[#path])
  local group = #path > 1 and glossary.id(path[#path - 1])
  return leaf, leaf and group and group .. "_" .. leaf
end

--- Gives every entry an id that no other has.
-- @param entries list of `{path = …}`, or of `{label = …}`; each gets `id`
-- @param stem of those without a known word: `row` gives row_1, row_2
function glossary.name(entries, stem)
  local taken = {}
  for i, entry in ipairs(entries) do
    local short, long = suggestions(entry.path or {entry.label})
    local id = short and not taken[short] and short or long and not taken[long] and long or stem .. "_" .. i
    taken[id], entry.id = true, id
  end
end

return glossary
