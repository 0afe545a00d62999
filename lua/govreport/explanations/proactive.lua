--- Examples for part two.

return {
  ["proactive.decisions_equal_items"] = {
    form = "cn_disclosure_2019",
    fails = {cells = {["licensing.licenses.decisions"] = 20}},
    passes = {},
  },
}
