--- Examples for rules and normative documents, year after year.

return {
  ["instruments.in_force_change"] = {
    fails = {previous = {cells = {["instruments.normative_documents.in_force"] = 25}}},
    passes = {previous = {cells = {["instruments.normative_documents.in_force"] = 19}}},
  },
  ["instruments.total_disclosed"] = {
    form = "cn_disclosure_2019",
    fails = {previous = {cells = {["instruments.normative_documents.total_disclosed"] = 15}}},
    passes = {previous = {cells = {["instruments.normative_documents.total_disclosed"] = 18}}},
  },
}
