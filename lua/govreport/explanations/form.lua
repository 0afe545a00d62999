--- Examples for the form that is used.

local other = "（六）其他处理\n\n1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请\n\n" .. ("0\n\n"):rep(7)
              .. "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请\n\n" .. ("0\n\n"):rep(7) .. "3.其他\n"

return {
  ["form.data_year"] = {
    form = "cn_disclosure_2019", plain = true,
    fails = {year = 2022},
    passes = {year = 2020},
  },
  ["form.notice"] = {
    plain = true,
    fails = {text = {{"〔2021〕30号", "〔2019〕60号"}}},
    passes = {},
  },
  ["form.hybrid"] = {
    plain = true,
    fails = {text = {{other, "（六）其他处理\n"}}},
    passes = {},
  },
  ["form.label_wording"] = {
    plain = true,
    fails = {text = {{"第二十条第（五）项", "第二十条（五）项"}}},
    passes = {text = {{"第二十条第（五）项", "第二十条第(五)项"}}},
  },
  ["form.repealed"] = {
    plain = true,
    fails = {text = {{"《中华人民共和国政府信息公开条例》", "《中华人民共和国政府信息公开条例》（国务院令第492号）"}}},
    passes = {text = {{"《中华人民共和国政府信息公开条例》", "《中华人民共和国政府信息公开条例》（国务院令第711号）"}}},
  },
}
