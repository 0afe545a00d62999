--- Examples for what was handed over: sources that were cut, or lost their order.

return {
  ["reading.cut"] = {
    plain = true,
    fails = {text = {{"，并分批整理历史文件。\n\n六、其他需要报告的事项\n\n本年度未收取信息处理费。\n\n云岭市水务局\n\n2025年1月18日\n",
                      "，并分批"}}},
    passes = {},
  },
  ["reading.order"] = {
    plain = true,
    fails = {cells = {
      ["applications.received.business"] = "", ["applications.brought_forward.business"] = "",
      ["applications.granted.business"] = "", ["applications.partially_granted.business"] = "",
    }},
    passes = {},
  },
}
