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
  ["instruments.in_force"] = {
    fails = {cells = {["instruments.normative_documents.issued"] = 24}},
    passes = {},
  },
  ["instruments.disclosed"] = {
    form = "cn_disclosure_2019",
    fails = {cells = {["instruments.normative_documents.disclosed"] = 22}},
    passes = {},
  },
  ["instruments.competence"] = {
    fails = {agency = "云岭市青溪县石桥镇人民政府", cells = {["instruments.administrative_rules.issued"] = 2,
                                                      ["instruments.administrative_rules.in_force"] = 2}},
    passes = {agency = "云岭市青溪县石桥镇人民政府"},
  },
}
