--- Examples for parts, headings, tables and rows.

local model = require "govreport.explanations.model"

local own = model.of("cn_disclosure_2021").sections
local problems = "五、存在的主要问题及改进情况\n\n" .. own.problems .. "\n\n"
local others = "六、其他需要报告的事项\n\n本年度未收取信息处理费。\n\n"
local fees = "第二十条第（八）项\n\n信息内容\n\n本年收费金额（单位：万元）\n\n行政事业性收费\n\n12.5\n\n"
local rules_row, licenses = "规章\n\n0\n\n0\n\n0\n\n", "行政许可\n\n326\n\n"

local function cell(text) return '<td rowspan="1" colspan="1">' .. text .. "</td>" end

-- Part one in three items.
local function items(first, second, third)
  return first .. "主动公开\n全年公开政策文件和办事指南，在门户网站新设水质公告专栏。\n" .. second
         .. "依申请公开\n收到政府信息公开申请47件，上年结转3件，均在法定期限内答复。\n" .. third
         .. "监督保障\n发布前逐件进行保密审查，政府信息公开纳入年度工作考核，并邀请服务对象开展社会评议，未发生需要追究责任的情形。"
end

return {
  ["structure.section_missing"] = {
    plain = true,
    fails = {text = {{problems, ""}}},
    passes = {},
  },
  ["structure.table_missing"] = {
    plain = true,
    fails = {text = {{fees, ""}}},
    passes = {},
  },
  ["structure.row_missing"] = {
    plain = true,
    fails = {text = {{rules_row, ""}}},
    passes = {},
  },
  ["structure.column_missing"] = {
    fails = {text = {{cell "本年废止件数", ""}, {cell "规章" .. cell "0", cell "规章"},
                     {cell "1" .. cell "21", cell "21"}}},
    passes = {},
  },
  ["structure.section_order"] = {
    plain = true,
    fails = {text = {{problems .. others, others .. problems}}},
    passes = {},
  },
  ["structure.section_ordinal"] = {
    plain = true,
    fails = {text = {{"二、主动公开政府信息情况", "主动公开政府信息情况"}}},
    passes = {},
  },
  ["structure.section_title"] = {
    plain = true,
    fails = {text = {{"五、存在的主要问题及改进情况", "五、困难与打算"}}},
    passes = {text = {{"五、存在的主要问题及改进情况", "五、存在的问题及改进措施"}}},
  },
  ["structure.section_empty"] = {
    plain = true,
    fails = {sections = {problems = "无。"}},
    passes = {},
  },
  ["structure.parts_announced"] = {
    plain = true,
    fails = {text = {{"报告由六部分组成", "报告由五部分组成"}}},
    passes = {},
  },
  ["structure.header"] = {
    plain = true,
    fails = {text = {{"信息内容\n\n本年收费金额（单位：万元）\n\n", ""}}},
    passes = {},
  },
  ["structure.label_unknown"] = {
    plain = true,
    fails = {text = {{licenses, licenses .. "行政备案\n\n5\n\n"}}},
    passes = {},
  },
  ["structure.table_place"] = {
    plain = true,
    fails = {text = {{fees, ""}, {others, others .. fees}}},
    passes = {},
  },
  ["structure.row_conflict"] = {
    plain = true,
    fails = {text = {{licenses, licenses .. "行政许可\n\n327\n\n"}}},
    passes = {},
  },
  ["structure.row_repeated"] = {
    plain = true,
    fails = {text = {{licenses, licenses .. licenses}}},
    passes = {},
  },
  ["structure.undecoded"] = {
    plain = true,
    fails = {text = {{"群众易懂", "群众\xFF易懂"}}},
    passes = {},
  },
  ["structure.section_short"] = {
    plain = true,
    fails = {sections = {problems = "公开不够及时，今后将加以改进。"}},
    passes = {},
  },
  ["structure.topics"] = {
    plain = true,
    fails = {text = {{"在门户网站新设水质公告专栏。", ""}}},
    passes = {},
  },
  ["structure.accountability"] = {
    plain = true,
    fails = {agency = "云岭市青溪县人民政府",
             text = {{"政府信息公开纳入年度工作考核，并邀请服务对象开展社会评议，未发生需要追究责任的情形。", ""}}},
    passes = {agency = "云岭市青溪县人民政府"},
  },
  ["structure.paragraph_repeated"] = {
    plain = true,
    fails = {text = {{own.problems, own.problems .. "\n\n" .. own.problems}}},
    passes = {},
  },
  ["structure.second_report"] = {
    plain = true,
    fails = {text = {{"云岭市水务局\n\n2025年1月18日\n", "云岭市水务局\n\n2025年1月18日\n\n云岭市水文站2024年政府信息公开工作年度报告\n\n"
                      .. "一、总体情况\n\n" .. own.overview .. "\n\n二、主动公开政府信息情况\n"}}},
    passes = {},
  },
  ["structure.enumeration"] = {
    plain = true,
    fails = {text = {{"二是部分历史文件", "三是部分历史文件"}}},
    passes = {},
  },
  ["structure.item_repeated"] = {
    fails = {sections = {overview = items("（一）", "（二）", "（二）")}},
    passes = {sections = {overview = items("（一）", "（二）", "（三）")}},
  },
  ["structure.numbering_mixed"] = {
    fails = {sections = {overview = items("（一）", "（二）", "3.")}},
    passes = {sections = {overview = items("（一）", "（二）", "（三）")}},
  },
}
