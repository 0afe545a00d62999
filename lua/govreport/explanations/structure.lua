--- Examples for parts, headings, tables and rows.

local problems = "五、存在的主要问题及改进情况\n\n图解、视频等群众易懂的解读形式用得不多。下一年将为涉及用水报装的文件同步制作图解。\n\n"
local others = "六、其他需要报告的事项\n\n本年度未收取信息处理费。\n\n"
local fees = "第二十条第（八）项\n\n信息内容\n\n本年收费金额（单位：万元）\n\n行政事业性收费\n\n12.5\n\n"
local rules_row, licenses = "规章\n\n0\n\n0\n\n0\n\n", "行政许可\n\n326\n\n"

local function cell(text) return '<td rowspan="1" colspan="1">' .. text .. "</td>" end

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
    passes = {sections = {problems = "公开的及时性有待提高，我局将逐月督促。"}},
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
  ["structure.row_inferred"] = {
    plain = true,
    fails = {text = {{"1.属于国家秘密\n\n", ""}}},
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
  ["structure.truncated"] = {
    plain = true,
    fails = {text = {{"2025年1月18日\n", "2025年1月18\xE6\x97"}}},
    passes = {},
  },
}
