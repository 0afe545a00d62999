--- Examples for the account of numbers.

return {
  ["ledger.unaccounted"] = {
    plain = true,
    fails = {text = {{"均在法定期限内答复", "编号为77，均在法定期限内答复"}}},
    passes = {},
  },
}
