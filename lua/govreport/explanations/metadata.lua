--- Examples for the title, the period and the dates.

return {
  ["metadata.title"] = {
    plain = true,
    fails = {text = {{"2024年政府信息公开工作年度报告", "2024年政务信息公开年度报告"}}},
    passes = {},
  },
  ["metadata.body"] = {
    plain = true,
    fails = {text = {{"\n云岭市水务局\n", "\n云岭市林业局\n"}}},
    passes = {},
  },
  ["metadata.publisher"] = {
    plain = true,
    fails = {text = {{"发布机构：云岭市水务局", "发布机构：云岭市水务"}}},
    passes = {},
  },
  ["metadata.period"] = {
    plain = true,
    fails = {text = {{"2024年1月1日至2024年12月31日", "2023年1月1日至2023年12月31日"}}},
    passes = {},
  },
  ["metadata.date_invalid"] = {
    plain = true,
    fails = {text = {{"2025年1月18日", "2025年2月29日"}}},
    passes = {},
  },
  ["metadata.date_order"] = {
    plain = true,
    fails = {text = {{"2025年1月18日", "2025年1月26日"}}},
    passes = {},
  },
  ["metadata.previous"] = {
    plain = true,
    fails = {previous = {year = 2022}},
    passes = {previous = {year = 2023}},
  },
  ["metadata.series"] = {
    plain = true,
    fails = {series = {{kind = "gap", year = 2024, years = {2023}}}},
    passes = {series = {}},
  },
  ["metadata.late"] = {
    plain = true,
    fails = {text = {{"2025年1月18日", "2025年2月18日"}, {"发布日期：2025年1月20日", "发布日期：2025年2月20日"}}},
    passes = {},
  },
}
