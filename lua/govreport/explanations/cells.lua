--- Examples for single cells.

return {
  ["cells.total_blank"] = {
    fails = {cells = {["applications.granted.total"] = ""}},
    passes = {},
  },
  ["cells.blank"] = {
    fails = {cells = {["disputes.reconsideration.corrected"] = "", ["disputes.reconsideration.pending"] = "—"}},
    passes = {},
  },
  ["cells.unreadable"] = {
    fails = {cells = {["applications.granted.business"] = "见附表"}},
    passes = {},
  },
  ["cells.row_incomplete"] = {
    plain = true,
    fails = {text = {{"规章\n\n0\n\n0\n\n0\n", "规章\n\n0\n\n0\n"}}},
    passes = {},
  },
  ["cells.negative"] = {
    fails = {cells = {["applications.granted.business"] = -5}},
    passes = {},
  },
  ["cells.unit"] = {
    fails = {cells = {["applications.granted.business"] = "5元"}},
    passes = {cells = {["applications.granted.business"] = "5件"}},
  },
  ["cells.not_a_count"] = {
    fails = {cells = {["applications.granted.business"] = "5.5"}},
    passes = {},
  },
}
