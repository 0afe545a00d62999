--- Examples for the sums of the table of applications.

return {
  ["applications.row_total"] = {
    fails = {cells = {["applications.received.total"] = 48}},
    passes = {},
  },
  ["applications.concluded"] = {
    fails = {cells = {["applications.concluded.natural_person"] = 31}},
    passes = {},
  },
  ["applications.balance"] = {
    fails = {cells = {["applications.carried_forward.natural_person"] = 0}},
    passes = {},
  },
  ["applications.carry_over"] = {
    fails = {previous = {cells = {["applications.carried_forward.natural_person"] = 2,
                                  ["applications.carried_forward.business"] = 1,
                                  ["applications.carried_forward.legal_service"] = 1,
                                  ["applications.carried_forward.total"] = 4}}},
    passes = {previous = {cells = {["applications.carried_forward.natural_person"] = 2,
                                   ["applications.carried_forward.business"] = 1,
                                   ["applications.carried_forward.legal_service"] = 0,
                                   ["applications.carried_forward.total"] = 3}}},
  },
}
