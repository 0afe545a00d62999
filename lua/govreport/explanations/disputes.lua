--- Examples for the table of reviews and lawsuits.

return {
  ["disputes.total"] = {
    fails = {cells = {["disputes.reconsideration.total"] = 0}},
    passes = {},
  },
}
