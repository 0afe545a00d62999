--- 政府信息公开工作年度报告, the form of 国办公开办函〔2021〕30号, in use since the year 2021. It prints fewer columns in
-- table two and three rows in place of 其他处理.

local decisions = {{id = "decisions", label = "本年处理决定数量"}}
local other = {"三、本年度办理结果", "（六）其他处理"}

local function other_row(id, label)
  return {id = id, label = {other[1], other[2], label}}
end

local not_supplemented = "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"
local fee_unpaid = "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"

return {
  id = "cn_disclosure_2021",
  extends = "cn_disclosure_2019",
  name = "政府信息公开工作年度报告（2021年格式）",
  notice = "国办公开办函〔2021〕30号",
  years = {2021},
  tables = {
    {
      id = "instruments",
      columns = {
        {id = "issued", label = "本年制发件数"},
        {id = "repealed", label = "本年废止件数"},
        {id = "in_force", label = "现行有效件数"},
      },
      rows = {
        {id = "administrative_rules", label = "规章"},
        {id = "normative_documents", label = "行政规范性文件"},
      },
      spellings = {
        ["行政规范性文件"] = {variants = {"规范性文件"}},
        ["现行有效件数"] = {variants = {"现行有效件"}},
        ["本年废止件数"] = {variants = {"本年废止数", "本年废止件"}},
      },
    },
    {id = "licensing", columns = decisions, rows = {{id = "licenses", label = "行政许可"}}},
    {id = "enforcement", columns = decisions},
    {
      id = "fees",
      columns = {{id = "amount", label = "本年收费金额（单位：万元）", decimal = true}},
      spellings = {
        ["本年收费金额（单位：万元）"] = {variants = {"本年收费金额", "本年收费金额（万元）", "本年收费金额（单位：元）"}},
      },
    },
    {
      id = "applications",
      split = {
        other_handling = {
          other_row("other_not_supplemented", not_supplemented),
          other_row("other_fee_unpaid", fee_unpaid),
          other_row("other_remaining", "3.其他"),
        },
      },
      spellings = {
        ["3.其他"] = {variants = {"3.其它"}},
        [not_supplemented] = {variants = {"1.[申请人][无正当理由]逾期不补正[的]", "1.[申请人]逾期不补正、行政机关不再处理其政府信息公开申请"}},
        [fee_unpaid] = {variants = {"2.[申请人]逾期不缴费[的]", "2.[申请人]逾期未按收费通知要求缴纳费用[的]"}},
      },
    },
    "disputes",
  },
  views = {
    harmonised = {
      items = {
        other_handling = {rows = {"other_not_supplemented", "other_fee_unpaid", "other_remaining"}},
        administrative_rules = {columns = {"issued"}},
        normative_documents = {columns = {"issued"}},
      },
    },
  },
  detect = {labels = {"本年制发件数", "本年废止件数", "现行有效件数", "本年处理决定数量", "本年收费金额（单位：万元）", not_supplemented, fee_unpaid},
            sections = 2},
}
