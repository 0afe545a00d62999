--- Examples for fees.

local answered = "均在法定期限内答复。"

return {
  ["fees.processing_fee"] = {
    plain = true,
    fails = {sections = {other = "本年度行政事业性收费为12.5万元。"}},
    passes = {},
  },
  ["fees.contradiction"] = {
    plain = true,
    fails = {text = {{answered, answered .. "收取信息处理费400元。"}}},
    passes = {},
  },
  ["fees.rate"] = {
    plain = true,
    fails = {sections = {other = "本年度收取信息处理费405元。"}},
    passes = {sections = {other = "本年度收取信息处理费400元。"}},
  },
  ["fees.unit"] = {
    fails = {cells = {["fees.administrative_fees.amount"] = "125000元"}},
    passes = {},
  },
  ["fees.magnitude"] = {
    fails = {cells = {["fees.administrative_fees.amount"] = "125000"}, previous = {}},
    passes = {previous = {}},
  },
}
