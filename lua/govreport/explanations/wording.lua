--- Examples for what is left out.

return {
  ["wording.omission"] = {
    plain = true,
    fails = {text = {{"均在法定期限内答复。", "均在法定期限内答复。（中略）"}}},
    passes = {},
  },
  ["wording.template"] = {
    plain = true,
    fails = {text = {{"收到政府信息公开申请47件", "收到政府信息公开申请XX件"}}},
    passes = {},
  },
}
