--- Examples for what is left out.

return {
  ["wording.omission"] = {
    plain = true,
    fails = {text = {{"均在法定期限内答复。", "均在法定期限内答复。（中略）"}}},
    passes = {},
  },
}
