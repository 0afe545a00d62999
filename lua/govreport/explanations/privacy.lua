--- Examples for numbers of persons; those here belong to nobody.

return {
  ["privacy.identity_number"] = {
    plain = true,
    fails = {text = {{"均在法定期限内答复。", "均在法定期限内答复（申请人甲，131102198506120080）。"}}},
    passes = {text = {{"均在法定期限内答复。", "均在法定期限内答复（申请人甲）。"}}},
  },
  ["privacy.mobile_number"] = {
    plain = true,
    fails = {text = {{"均在法定期限内答复。", "均在法定期限内答复（申请人甲，13812345678）。"}}},
    passes = {text = {{"均在法定期限内答复。", "均在法定期限内答复（申请人甲）。"}}},
  },
  ["privacy.bank_card"] = {
    plain = true,
    fails = {text = {{"本年度未收取信息处理费。", "本年度未收取信息处理费，退款汇至6222021234567890128。"}}},
    passes = {text = {{"本年度未收取信息处理费。", "本年度未收取信息处理费，退款汇至原账户。"}}},
  },
}
