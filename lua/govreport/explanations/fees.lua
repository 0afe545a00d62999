--- Examples for fees.

local none = "本年度未收取信息处理费。"

return {
  ["fees.processing_fee"] = {
    plain = true,
    fails = {sections = {other = "本年度行政事业性收费为12.5万元。"}},
    passes = {sections = {other = none}},
  },
  ["fees.contradiction"] = {
    plain = true,
    fails = {text = {{"均在法定期限内答复。", "均在法定期限内答复，收取信息处理费400元。"}}},
    passes = {sections = {other = "本年度收取信息处理费400元。"},
              text = {{"均在法定期限内答复。", "均在法定期限内答复，收取信息处理费400元。"}}},
  },
  ["fees.rate"] = {
    plain = true,
    fails = {sections = {other = "本年度收取信息处理费405元。"}},
    passes = {sections = {other = "本年度收取信息处理费400元。"}},
  },
  ["fees.unit"] = {
    fails = {cells = {["fees.administrative_fees.amount"] = "125000元"}},
    passes = {cells = {["fees.administrative_fees.amount"] = "12.5万元"}},
  },
  ["fees.magnitude"] = {
    fails = {cells = {["fees.administrative_fees.amount"] = "125000"},
             previous = {cells = {["fees.administrative_fees.amount"] = "13.2"}}},
    passes = {previous = {cells = {["fees.administrative_fees.amount"] = "13.2"}}},
  },
}
