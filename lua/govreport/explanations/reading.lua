--- Examples for what could not be read, and for sources that were cut or lost their order.

local problems = "五、存在的主要问题及改进情况\n\n"
local granted = "（一）予以公开</td><td rowspan=\"1\" colspan=\"1\">"
local other = "<p>本年度未收取信息处理费。</p>"
local torn = "（一）予以公开\n\n"
local last_words = "，并分批整理历史文件。\n"

return {
  ["reading.cut"] = {
    plain = true,
    fails = {text = {{"，并分批整理历史文件。\n\n六、其他需要报告的事项\n\n本年度未收取信息处理费。\n\n云岭市水务局\n\n2025年1月18日\n",
                      "，并分批"}}},
    passes = {},
  },
  ["reading.order"] = {
    plain = true,
    fails = {disorder = {"一、本年新收政府信息公开申请数量", "四、政府信息公开行政复议"}},
    passes = {},
  },
  ["reading.table"] = {
    plain = true,
    fails = {text = {{"行政事业性收费\n\n12.5", "缴费人数\n\n12.5"}}},
    passes = {},
  },
  ["reading.rows"] = {
    plain = true,
    fails = {text = {{"规章\n\n0\n\n0\n\n0\n", "规章\n\n0\n\n0\n"}}},
    passes = {},
  },
  ["reading.header"] = {
    plain = true,
    fails = {text = {{"科研机构\n\n社会公益组织", "科研\n\n社会公益\n\n机构\n\n组织"}}},
    passes = {},
  },
  ["reading.labels"] = {
    plain = true,
    fails = {text = {{torn, "年度\n\n" .. torn}}},
    passes = {},
  },
  ["reading.claims"] = {
    plain = true,
    fails = {text = {{last_words, "，并分批整理历史文件" .. ("，全部整理1件"):rep(2001) .. "。\n"}}},
    passes = {text = {{last_words, "，并分批整理历史文件" .. ("，全部整理1件"):rep(20) .. "。\n"}}},
  },
  ["reading.section"] = {
    plain = true,
    fails = {text = {{problems, "存在的主要问题及其改进方法\n\n"}}},
    passes = {text = {{problems, "五、存在的主要问题及其改进方法\n\n"}}},
  },
  ["reading.picture"] = {
    fails = {text = {{granted .. "17<", granted .. "<img src=\"s.png\"><"}}},
    passes = {},
  },
  ["reading.hidden"] = {
    fails = {text = {{other, "<div style=\"display:none\">" .. other .. "</div>"}}},
    passes = {},
  },
}
