--- Examples for what is left out.

return {
  ["wording.omission"] = {
    plain = true,
    fails = {text = {{"均在法定期限内答复。", "均在法定期限内答复。（中略）"}}},
    passes = {},
  },
  ["wording.template"] = {
    plain = true,
    fails = {text = {{"均在法定期限内答复。", "均在法定期限内答复。组织培训XX次。"}}},
    passes = {text = {{"均在法定期限内答复。", "均在法定期限内答复。张××诉我局一案已审结。"}}},
  },
}
