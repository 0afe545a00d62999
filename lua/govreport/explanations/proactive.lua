--- Examples for part two.

return {
  ["proactive.decisions_equal_items"] = {
    form = "cn_disclosure_2019",
    fails = {cells = {["licensing.licenses.decisions"] = 20}},
    passes = {},
  },
  ["proactive.previous_items"] = {
    form = "cn_disclosure_2019",
    fails = {previous = {}},
    passes = {previous = {cells = {
      ["licensing.licenses.previous_items"] = 16, ["licensing.licenses.change"] = "+2",
      ["enforcement.penalties.previous_items"] = 60, ["enforcement.penalties.change"] = "-2"}}},
  },
}
