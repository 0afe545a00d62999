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
}
